"""A report file in, a whole ``Report`` out: every step of this room, in order."""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from reports.errors import EmptyReport, UnknownIdentity
from reports.patterns import regex
from reports.records import MAX_BYTES, Document, Report

_ID_LENGTH = 16
_HALF = regex("[\ud800-\udfff]")


def read_report(
    path: Path, *, source: str = "", place: str = "", year: int | None = None, max_bytes: int = MAX_BYTES
) -> Report:
    """Reads a file and makes its report; ``source`` is its name unless told otherwise.

    ``place`` and ``year`` override what text and name tell; a larger file than ``max_bytes`` is
    refused. Raises what ``read_document`` raises,
    and ``UnknownIdentity`` where nothing tells the place or the year.
    """
    from reports.readers import read_document
    from reports.readers.steps import tell

    path = Path(path)
    tell("读取")
    document = read_document(path, max_bytes=max_bytes)
    tell("整理")
    return make_report(document, source or path.name, place=place, year=year)


def make_report(document: Document, source: str, *, place: str = "", year: int | None = None) -> Report:
    """The report of a document that has been read.

    Its ``id`` is the start of the SHA-256 of the stored text, so the same text under two names
    has one id. Raises ``EmptyReport`` and ``UnknownIdentity``.
    """
    from reports.chunks import make_chunks
    from reports.duties import find_duties
    from reports.facts import extract_facts
    from reports.identity import identify
    from reports.outline import outline
    from reports.repair import repair
    from reports.sentences import split_sentences

    # Half of a character can be stored nowhere; its place is kept so that pages keep their offsets.
    document = replace(document, text=_HALF.sub("\ufffd", document.text))
    view = repair(document.text)
    if not view.text:
        raise EmptyReport(f"《{source}》里没有文字，请换一份有正文的文件。")
    identity = identify(view.text, filename=source, place=place, year=year)
    missing = [] if identity.place else ["地区"]
    missing += ["年份"] if identity.year is None else []
    if missing:
        raise UnknownIdentity(
            f"从《{source}》的正文和文件名都看不出{'和'.join(missing)}，"
            "请用 --place 和 --year 写明，例如 --place 卫东区 --year 2024。"
        )
    sections = outline(view)
    sentences = split_sentences(view, sections)
    return Report(
        id=sha256(document.text.encode("utf-8")).hexdigest()[:_ID_LENGTH],
        source=source,
        text=document.text,
        format=document.format,
        method=document.method,
        identity=identity,
        pages=document.pages,
        sections=sections,
        sentences=sentences,
        chunks=make_chunks(document.text, sections, sentences),
        facts=extract_facts(view, sections, sentences, identity),
        duties=find_duties(view, sections),
    )
