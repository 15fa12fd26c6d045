"""Pictures of pages: recognised, one page per frame."""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from reports.errors import DamagedFile, TooLarge
from reports.readers.clean import bind
from reports.readers.limits import PAGES, within
from reports.readers.sniff import expect, sniff
from reports.readers.steps import tell
from reports.records import Document

if TYPE_CHECKING:
    from PIL.Image import Image


def read(path: Path, data: bytes, max_bytes: int) -> Document:
    """A picture of text; a tiff may hold several pages.

    Raises ``DamagedFile`` where it is broken or no picture, ``TooLarge`` where it has more
    pixels or frames than can be held safely.
    """
    from PIL import Image, UnidentifiedImageError

    if sniff(data) not in ("image", ""):  # bmp has too short a magic to tell
        expect(path, data, "image")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(data)) as image:
                within(path.name, getattr(image, "n_frames", 1), PAGES, "页")
                return bind(_leaves(image), "image")
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise TooLarge(f"《{path.name}》的像素过多，请缩小图片后再试。") from error
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError) as error:
        raise DamagedFile(f"《{path.name}》已损坏或不是图片，请重新扫描或另存后再试。") from error


def _leaves(image: Image) -> Iterator[tuple[str, str]]:
    from PIL import ImageOps, ImageSequence

    from reports.readers.ocr import recognise

    frames = getattr(image, "n_frames", 1)
    for number, frame in enumerate(ImageSequence.Iterator(image), start=1):
        tell("识别", number, frames)
        upright = ImageOps.exif_transpose(frame)
        yield recognise(_opaque(upright)), "ocr"


def _opaque(image: Image) -> Image:
    """The picture in grey on white: a transparent background would otherwise turn black."""
    from PIL import Image as images

    if not image.has_transparency_data:
        return image.convert("L")
    layer = image.convert("RGBA")
    paper = images.new("RGBA", layer.size, "white")
    return images.alpha_composite(paper, layer).convert("L")
