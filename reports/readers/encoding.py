"""Bytes to text: the byte order mark first, then strict UTF-8, then the Chinese encodings."""

from __future__ import annotations

import codecs
import contextlib

from reports.patterns import regex

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark is its beginning
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# Pages that declare the smaller sets are written in the largest.
_FAMILY = {"gb2312": "gb18030", "gbk": "gb18030", "gb18030": "gb18030", "big5": "big5hkscs"}
_CHINESE = ["gb18030", "big5"]
_SAMPLE = 20_000  # characters that are looked at to tell text from noise
_DIRT = 0.02  # share of them that may be noise
# Control and private-use characters, non-characters and the replacement character.
_NOISE = regex(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ue000-\uf8ff\ufdd0-\ufdef\ufffd-\uffff\U000f0000-\U0010ffff]"
)


def decode(data: bytes, declared: str = "") -> str | None:
    """The text of ``data``; None where it is not text in any of the encodings taken.

    UTF-8, UTF-16 and UTF-32 with a mark; UTF-8, UTF-16, GB18030 and Big5 without. UTF-8 with
    a few broken bytes is taken with U+FFFD in their place. ``declared`` is what the file itself
    says of its encoding; it counts only between the Chinese ones.
    """
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _plausible(data[len(mark) :].decode(name, "replace"))
    try:
        text = _plausible(data.decode("utf-8"))
    except UnicodeDecodeError:
        text = None
    return _decode_unmarked(data, declared) if text is None else text


def _decode_unmarked(data: bytes, declared: str) -> str | None:
    if b"\0" in data:
        # Latin letters, digits and newlines give UTF-16 away: no other encoding makes a NUL of them.
        wide = _utf16(data)
        if wide is not None or data.count(0) > len(data) * _DIRT:
            return wide
        data = data.replace(b"\0", b"")
    # A chance decoding of broken UTF-8 as GB18030 looks like Chinese too; the nearly intact wins.
    mended = data.decode("utf-8", "replace")
    if mended.count("\ufffd") <= len(mended) * _DIRT:
        return _plausible(mended)
    named = _FAMILY.get(declared.lower())
    if named:
        with contextlib.suppress(UnicodeDecodeError):
            return _plausible(data.decode(named))
    from charset_normalizer import from_bytes

    best = from_bytes(data, cp_isolation=_CHINESE).best()
    if best is not None:
        return _plausible(str(best))
    # Broken beyond what the detector accepts, or too short for it.
    return _plausible(data.decode("gb18030", "replace"), han=True)


def _utf16(data: bytes) -> str | None:
    texts = (data.decode(name, "replace") for name in ("utf-16-le", "utf-16-be"))
    return next((text for text in texts if _plausible(text, han=True) is not None), None)


def _plausible(text: str, *, han: bool = False) -> str | None:
    """``text`` where it can be text; with ``han``, only where half of its letters are everyday Chinese.

    GB2312 holds the everyday characters, and noise falls outside it.
    """
    sample = text[:_SAMPLE]
    if len(_NOISE.findall(sample)) > len(sample) * _DIRT:
        return None
    if han:
        letters = [char for char in sample if char.isalpha()]
        everyday = sum("一" <= char <= "鿿" and _in_gb2312(char) for char in letters)
        if everyday * 2 < len(letters):
            return None
    return text


def _in_gb2312(char: str) -> bool:
    try:
        return len(char.encode("gb2312")) == 2
    except UnicodeEncodeError:
        return False
