"""RapidOCR: its Chinese models come in its wheel, so nothing is downloaded."""

from __future__ import annotations

import logging
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from reports.readers.order import Box, reading_order

if TYPE_CHECKING:
    from PIL.Image import Image


_MAX_SIDE = 3000  # pixels: A4 at 200 dpi as it is; larger pictures are shrunk, memory grows with area


def recognise(image: Image) -> str:
    """The text of a page's picture, one line per printed line, columns one after another."""
    import numpy as np

    grey = np.asarray(image.convert("L"))
    result = _engine()(np.stack([grey] * 3, axis=-1))
    if result.txts is None or result.boxes is None:
        return ""
    boxes = [
        Box(
            float(corners[:, 0].min()),
            float(corners[:, 1].min()),
            float(corners[:, 0].max()),
            float(corners[:, 1].max()),
            text,
        )
        for corners, text in zip(result.boxes, result.txts, strict=True)
    ]
    return "\n".join(reading_order(boxes))


@lru_cache(maxsize=1)
def _engine() -> Any:
    from rapidocr import RapidOCR

    engine = RapidOCR(params={"Global.log_level": "critical", "Global.max_side_len": _MAX_SIDE})
    logging.getLogger("RapidOCR").setLevel(logging.CRITICAL)
    return engine
