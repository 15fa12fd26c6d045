"""The catalogue in one SQLite file."""

from __future__ import annotations

import sqlite3
import uuid
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from pathlib import Path

from reports.records import Chunk, Duty, Fact, Page, Report, Section, Sentence

from . import codec
from .catalogue import State, batches
from .database import Database
from .errors import ReportNotFound, StoreDamaged, StoreNotFound, StoreNotWritable
from .records import Passage, ReportEntry
from .schema import TABLES, signature

FILE = "catalogue.sqlite3"
_ENTRY = "id, source, identity, format, method, sections, chunks, facts, characters, added"


class SqliteCatalogue(Database):
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
        if version != signature():
            raise StoreDamaged(
                f"资料库的格式是{version or '未知'}，本程序用的是 {signature()}，请换一个文件夹重新入库。"
            )

    # -- what the store remembers of itself

    def meta(self) -> Mapping[str, str]:
        with self.reading() as db:
            return dict(db.execute("SELECT key, value FROM meta"))

    def set_meta(self, **values: str) -> None:
        with self.transaction() as db:
            db.executemany("INSERT OR REPLACE INTO meta VALUES (?, ?)", values.items())

    def generation(self) -> int:
        """A number that every write increases."""
        with self.reading() as db:
            return int(db.execute("SELECT value FROM meta WHERE key = 'generation'").fetchone()[0])

    def foreign(self) -> int:
        """A number that every write through another catalogue object or process changes."""
        return self.generation() - self.written

    # -- writing

    def put(self, report: Report, digest: str, vectors: bytes, origin: str, replaces: str) -> None:
        """Keeps a report in one commit, and drops the one with the id ``replaces`` (or "")."""
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
                    *(datetime.now().astimezone().isoformat(timespec="seconds"), digest),
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

    # -- reading

    def _missing(self, report_id: str) -> ReportNotFound:
        return ReportNotFound(f"资料库里没有编号为 {report_id} 的报告，可用 python ingest.py --list 查看。")

    def _body(self, report_id: str, columns: str) -> tuple:
        with self.reading() as db:
            return self._row(db, report_id, columns)

    def _row(self, db: sqlite3.Connection, report_id: str, columns: str) -> tuple:
        row = db.execute(
            f"SELECT {columns} FROM reports JOIN bodies ON report = number WHERE id = ?", (report_id,)
        ).fetchone()
        if row is None:
            raise self._missing(report_id)
        return tuple(row)

    def state(self, report_id: str) -> State | None:
        """What decides whether a report is new, None where there is none with that id."""
        with self.reading() as db:
            query = "SELECT source, digest, chunks FROM reports WHERE id = ?"
            row = db.execute(query, (report_id,)).fetchone()
        return State(*row) if row else None

    def digests(self, report_ids: Iterable[str]) -> dict[str, str]:
        """The digests of those of the reports that are there, by id."""
        found: dict[str, str] = {}
        with self.reading() as db:
            for ids in batches(sorted(report_ids)):
                found |= dict(db.execute(f"SELECT id, digest FROM reports WHERE id IN ({marks(ids)})", ids))
        return found

    def same_source(self, source: str) -> list[tuple[str, str]]:
        """``(id, origin)`` of the reports whose file bore that name."""
        with self.reading() as db:
            return db.execute("SELECT id, origin FROM reports WHERE source = ?", (source,)).fetchall()

    def entries(self) -> tuple[ReportEntry, ...]:
        with self.reading() as db:
            rows = db.execute(f"SELECT {_ENTRY} FROM reports ORDER BY place, year, number").fetchall()
        return tuple(_entry(row) for row in rows)

    def report(self, report_id: str) -> Report:
        columns = "source, text, format, method, identity, structure, bodies.facts, duties"
        with self.snapshot() as db:
            source, text, format_, method, *packed = self._row(db, report_id, columns)
            chunks = self._chunks(db, report_id)
        identity, structure, facts, duties = packed
        pages, sections, sentences = codec.unpack_structure(structure)
        return Report(
            id=report_id,
            source=source,
            text=text,
            format=format_,
            method=method,
            identity=codec.unpack_identity(identity),
            pages=pages,
            sections=sections,
            sentences=sentences,
            chunks=chunks,
            facts=codec.unpack_facts(facts),
            duties=codec.unpack_duties(duties),
        )

    def text(self, report_id: str, start: int, end: int) -> str:
        """The run ``[start, end)`` of a report's text."""
        columns = f"substr(text, {int(start) + 1}, {max(int(end) - int(start), 0)})"
        return str(self._body(report_id, columns)[0])

    def chunks(self, report_id: str) -> tuple[Chunk, ...]:
        with self.snapshot() as db:
            return self._chunks(db, report_id)

    def _chunks(self, db: sqlite3.Connection, report_id: str) -> tuple[Chunk, ...]:
        number, text = self._row(db, report_id, "number, text")
        rows = db.execute(
            "SELECT ordinal, section, path, start, stop FROM chunks WHERE report = ? ORDER BY ordinal",
            (number,),
        )
        return tuple(Chunk(o, s, split_path(path), a, z, text[a:z]) for o, s, path, a, z in rows)

    def sentences(self, report_id: str) -> tuple[Sentence, ...]:
        return self._structure(report_id)[2]

    def sections(self, report_id: str) -> tuple[Section, ...]:
        return self._structure(report_id)[1]

    def _structure(
        self, report_id: str
    ) -> tuple[tuple[Page, ...], tuple[Section, ...], tuple[Sentence, ...]]:
        return codec.unpack_structure(self._body(report_id, "structure")[0])

    def facts(
        self,
        report_id: str,
        names: frozenset[str] = frozenset(),
        spans: Sequence[tuple[int, int]] = (),
    ) -> tuple[Fact, ...]:
        """The facts of a report; with ``names`` of these standard names, with ``spans`` inside them."""
        return codec.unpack_facts(self._body(report_id, "bodies.facts")[0], names, spans)

    def duties(self, report_id: str) -> tuple[Duty, ...]:
        return codec.unpack_duties(self._body(report_id, "duties")[0])

    def vectors(self, report_ids: Sequence[str]) -> list[tuple[str, bytes]]:
        """``(id, vectors of its chunks)``, in ascending order of report numbers."""
        found: list[tuple[str, bytes]] = []
        with self.reading() as db:
            for ids in batches(report_ids):
                found += db.execute(
                    "SELECT id, data FROM reports JOIN vectors ON report = number"
                    f" WHERE id IN ({marks(ids)}) ORDER BY number",
                    tuple(ids),
                ).fetchall()
        return found

    def vector_rows(self, keys: Iterable[tuple[str, int]], size: int) -> dict[tuple[str, int], bytes]:
        """The vectors of single chunks, ``size`` bytes each, by (report id, ordinal)."""
        query = "SELECT substr(data, ?, ?) FROM reports JOIN vectors ON report = number WHERE id = ?"
        rows: dict[tuple[str, int], bytes] = {}
        with self.reading() as db:
            for report_id, ordinal in keys:
                found = db.execute(query, (ordinal * size + 1, size, report_id)).fetchone()
                if found is not None and len(found[0]) == size:
                    rows[report_id, ordinal] = found[0]
        return rows

    def passages(self, found: Sequence[tuple[str, int, float]], leg: str) -> list[Passage]:
        """The chunks ``(report id, ordinal, score)`` as passages; those that are gone are left out."""
        passages = []
        with self.reading() as db:
            for report_id, ordinal, score in found:
                row = db.execute(
                    "SELECT path, start, stop, substr(text, start + 1, stop - start)"
                    " FROM reports r JOIN chunks c ON c.report = number JOIN bodies b ON b.report = number"
                    " WHERE r.id = ? AND ordinal = ?",
                    (report_id, ordinal),
                ).fetchone()
                if row is not None:
                    path, start, end, text = row
                    passages.append(
                        Passage(report_id, ordinal, split_path(path), start, end, text, score, leg)
                    )
        return passages

    def count_chunks(self) -> int:
        with self.reading() as db:
            return int(db.execute("SELECT coalesce(sum(chunks), 0) FROM reports").fetchone()[0])


def _entry(row: tuple) -> ReportEntry:
    report_id, source, identity, *rest = row
    return ReportEntry(report_id, source, codec.unpack_identity(identity), *rest)


def split_path(path: str) -> tuple[str, ...]:
    return tuple(path.split("\n")) if path else ()


def marks(values: Sequence[object]) -> str:
    """The question marks of an SQL list."""
    return ",".join("?" * len(values))
