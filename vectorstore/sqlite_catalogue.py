"""The catalogue in one SQLite file."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

from reports.records import Report

from . import codec
from .errors import EarlierFormat, StoreDamaged, StoreNotFound, StoreNotWritable
from .schema import EARLIER, TABLES, signature
from .sqlite_reading import CatalogueReader

FILE = "catalogue.sqlite3"


class SqliteCatalogue(CatalogueReader):
    """A catalogue in one SQLite file. Any thread may use it."""

    def __init__(self, folder: Path, *, create: bool = False) -> None:
        """Opens the catalogue of a store's folder.

        Raises StoreNotFound, StoreNotWritable or StoreDamaged.
        """
        super().__init__(folder / FILE)
        if not self._holds_tables():
            if not create:
                raise StoreNotFound(
                    f"还没有资料库：{folder}。请先运行 python ingest.py 报告文件或文件夹 --store {folder}"
                )
            self._create(folder)
        self._check_version()

    @staticmethod
    def present(folder: Path) -> bool:
        """Whether a folder holds a catalogue that was made to its end."""
        try:
            SqliteCatalogue(folder).close()
        except StoreNotFound:
            return False
        except EarlierFormat:
            return True
        return True

    def _holds_tables(self) -> bool:
        # an interrupted creation leaves a file without tables
        if not self.path.is_file() or not self.path.stat().st_size:
            return False
        with self.reading() as db:
            return bool(db.execute("SELECT count(*) FROM sqlite_master").fetchone()[0])

    def _create(self, folder: Path) -> None:
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise StoreNotWritable(
                f"不能在 {folder} 建立资料库，请换一个可写的文件夹（--store 文件夹）。"
            ) from error
        with self.reading() as db:
            db.execute("PRAGMA journal_mode = WAL")
            db.executescript(
                f"BEGIN IMMEDIATE; {TABLES} INSERT INTO meta VALUES ('schema_version', '{signature()}'), "
                f"('generation', '0'), ('store_id', '{uuid.uuid4().hex}'); COMMIT;"
            )

    def _check_version(self) -> None:
        version = self.meta().get("schema_version", "")
        if version == signature():
            return
        self.close()
        said = f"资料库的格式是{version or '未知'}，本程序用的是 {signature()}："
        if version.partition(".")[0] in EARLIER:
            raise EarlierFormat(f"{said}请运行 python ingest.py --rebuild 升级。")
        raise StoreDamaged(f"{said}请更新本程序，或换一个文件夹重新入库。")

    # -- what the store remembers of itself

    def set_meta(self, **values: str) -> None:
        with self.transaction() as db:
            db.executemany("INSERT OR REPLACE INTO meta VALUES (?, ?)", values.items())

    # -- writing

    def put(
        self, report: Report, digest: str, vectors: bytes, origin: str, replaces: str, *, added: str = ""
    ) -> None:
        """Keeps a report in one commit, and drops the one with the id ``replaces`` (or "").

        ``added`` is when it first came in (ISO 8601), now unless told otherwise.
        """
        identity = report.identity
        names = codec.chunk_names(report)
        with self.transaction() as db:
            db.executemany("DELETE FROM reports WHERE id = ?", [(replaces,), (report.id,)])
            number = db.execute(
                "INSERT INTO reports (id, source, origin, place, year, kind, format, method, characters,"
                " sections, chunks, facts, added, digest, identity)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    *(report.id, report.source, origin, identity.place, identity.year, identity.kind),
                    *(report.format, report.method, len(report.text), len(report.sections)),
                    *(len(report.chunks), len(report.facts)),
                    *(added or datetime.now().astimezone().isoformat(timespec="seconds"), digest),
                    codec.pack_identity(identity),
                ),
            ).lastrowid
            db.execute(
                "INSERT INTO bodies VALUES (?, ?, ?, ?, ?)",
                (
                    *(number, report.text, codec.pack_structure(report)),
                    *(codec.pack_facts(report.facts), codec.pack_duties(report.duties)),
                ),
            )
            db.execute("INSERT INTO vectors VALUES (?, ?)", (number, vectors))
            db.executemany(
                "INSERT INTO chunks (report, ordinal, section, path, start, stop, names)"
                " VALUES (?, ?, ?, ?, ?, ?, ?)",
                [
                    (
                        number,
                        c.ordinal,
                        c.section,
                        "\n".join(c.path),
                        c.start,
                        c.end,
                        names[at],
                    )
                    for at, c in enumerate(report.chunks)
                ],
            )
            db.executemany(
                "INSERT INTO fact_names VALUES (?, ?, ?)",
                [(name, number, count) for name, count in codec.name_counts(report.facts).items()],
            )

    def remove(self, report_id: str) -> None:
        """Drops a report; what the keyword index still holds of it names nothing any more."""
        with self.transaction() as db:
            if not db.execute("DELETE FROM reports WHERE id = ?", (report_id,)).rowcount:
                raise self._missing(report_id)

    def set_vectors(self, vectors: Mapping[str, bytes], **meta: str) -> None:
        """Replaces vectors and what the store remembers of their model, in one commit."""
        with self.transaction() as db:
            db.executemany("INSERT OR REPLACE INTO meta VALUES (?, ?)", meta.items())
            db.executemany(
                "UPDATE vectors SET data = ? WHERE report = (SELECT number FROM reports WHERE id = ?)",
                [(data, report_id) for report_id, data in vectors.items()],
            )

    def compact(self) -> None:
        """Gives back the disk that what was deleted takes; for a while it needs as much again."""
        with self.reading() as db:
            db.execute("VACUUM")
            db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
