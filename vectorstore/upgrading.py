"""Stores of earlier formats: read again from the texts that they keep, the old catalogue put aside.

What lies packed in a catalogue changes with every better reading of reports; the texts do not.
"""

from __future__ import annotations

import logging
import shutil
import sqlite3
import zlib
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

import orjson

from reports.errors import ReportError
from reports.records import Document, Page, Report

from . import codec
from .dense import DenseSearch
from .embeddings import mismatch
from .errors import StoreDamaged, StoreNotWritable
from .keyword_index import KeywordIndex
from .locking import WriterLock
from .schema import signature
from .sqlite_catalogue import FILE, SqliteCatalogue
from .sqlite_reading import split_path

if TYPE_CHECKING:
    import numpy as np

    from .embeddings import OnEmbed

_BATCH = 24
_FOLDER = "upgrading"
_ROWS = {  # its keys are schema.EARLIER
    "1": "SELECT number, source, origin, place, year, format, method, added, text, structure, data"
    " FROM reports JOIN bodies b ON b.report = number JOIN vectors v ON v.report = number ORDER BY number"
}
"""How the reports of each format are read, by the format's number."""
_CHUNKS = "SELECT path, start, stop FROM chunks WHERE report = ? ORDER BY ordinal"

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class DenseSource:
    """With what vectors are made."""

    lock: WriterLock
    model: str
    on_embed: OnEmbed | None


@dataclass(frozen=True, slots=True)
class _Old:
    """A report as an earlier format kept it, and the vectors of its chunks by what was embedded."""

    source: str
    origin: str
    place: str
    year: int | None
    added: str
    document: Document
    vectors: dict[str, np.ndarray]


def upgrade(folder: Path, model: str, *, any_embedding: bool, on_embed: OnEmbed | None = None) -> None:
    """Takes the catalogue of a folder to today's format; Chroma is made anew from it when next opened.

    The old catalogue stays beside it as ``catalogue-VERSION.sqlite3``. Its vectors are taken over
    as far as the texts are cut as before; ``any_embedding`` lets another model make them anew.
    Until the last moment the old one is in use, so that an interruption changes nothing.
    Raises StoreError.
    """
    lock = WriterLock(folder)
    fresh = folder / _FOLDER
    with lock.held():
        try:
            aside = _copied(folder)
            if aside is None:
                return  # another process did it meanwhile
            _refill(aside, fresh, DenseSource(lock, model, on_embed), any_embedding=any_embedding)
            for left in ("-wal", "-shm"):
                (folder / f"{FILE}{left}").unlink(missing_ok=True)
            (fresh / FILE).replace(folder / FILE)
        except (OSError, sqlite3.Error) as error:
            raise StoreNotWritable(
                f"资料库没有升级成：{folder}（{error}）。请检查权限和磁盘空间，再打开一次。"
            ) from error
        finally:
            shutil.rmtree(fresh, ignore_errors=True)


def _copied(folder: Path) -> Path | None:
    """A copy of the catalogue, named by its format; None where that is today's."""
    with closing(sqlite3.connect(folder / FILE)) as old:
        version = _meta(old)["schema_version"]
        if version == signature():
            return None
        aside = folder / f"catalogue-{version}.sqlite3"
        log.warning("资料库的格式是 %s，正由所存的全文升级到 %s，旧的留在 %s。", version, signature(), aside)
        with closing(sqlite3.connect(aside)) as copy:
            old.backup(copy)
        old.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return aside


def _meta(db: sqlite3.Connection) -> dict[str, str]:
    return dict(db.execute("SELECT key, value FROM meta"))


def _refill(aside: Path, fresh: Path, source: DenseSource, *, any_embedding: bool) -> None:
    """A catalogue of today's format in ``fresh``, of the reports in the one put aside."""
    shutil.rmtree(fresh, ignore_errors=True)
    with closing(sqlite3.connect(aside)) as old, closing(SqliteCatalogue(fresh, create=True)) as catalogue:
        dense = DenseSearch(fresh, catalogue, source.lock, source.model, "", source.on_embed)
        former, embedder = _meta(old), dense.embedder()
        same = former.get("embedding_fingerprint", "") == embedder.fingerprint
        if former.get("embedding_name") and not same and not any_embedding:
            raise mismatch(former["embedding_name"], embedder.name)
        for batch in _batches(_reports(old)):
            known = {text: vector for one in batch for text, vector in one.vectors.items()} if same else {}
            reports = [_read(one) for one in batch]
            vectors = dense.embed(reports, known)
            for one, report in zip(batch, reports, strict=True):
                packed = dense.pack(vectors[report.id])
                catalogue.put(report, codec.digest(report), packed, one.origin, "", added=one.added)
        KeywordIndex(catalogue).refresh()


def _read(old: _Old) -> Report:
    from reports import make_report

    try:
        return make_report(old.document, old.source, place=old.place, year=old.year)
    except ReportError as error:
        raise StoreDamaged(
            f"《{old.source}》升级时读不出来（{error}），资料库没有改动；请换一个文件夹重新入库。"
        ) from error


def _reports(db: sqlite3.Connection) -> Iterator[_Old]:
    import numpy as np

    meta = _meta(db)
    dimension = int(meta.get("embedding_dimension", 1))
    for row in db.execute(_ROWS[meta["schema_version"].partition(".")[0]]):
        number, source, origin, place, year, format_, method, added, text, structure, data = row
        pages = tuple(Page(*page[:4]) for page in orjson.loads(zlib.decompress(structure))[0])
        chunks = db.execute(_CHUNKS, (number,)).fetchall()
        rows = np.frombuffer(data, "<f2").astype(np.float32).reshape(-1, dimension)
        texts = ["\n".join((*split_path(path), text[a:z])) for path, a, z in chunks]
        document = Document(text=text, format=format_, method=method, pages=pages)
        yield _Old(source, origin, place, year, added, document, dict(zip(texts, rows, strict=False)))


def _batches(reports: Iterator[_Old]) -> Iterator[list[_Old]]:
    while batch := list(islice(reports, _BATCH)):
        yield batch
