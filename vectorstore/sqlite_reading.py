"""Reading the catalogue."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping, Sequence

from reports.records import Chunk, Duty, Fact, Page, Report, Section, Sentence

from . import codec
from .catalogue import State, batches
from .database import Database
from .errors import ReportNotFound
from .records import Passage, ReportEntry

_ENTRY = "id, source, identity, format, method, sections, chunks, facts, characters, added"


class CatalogueReader(Database):
    """What may be asked of the catalogue's file. Any thread may ask."""

    def meta(self) -> Mapping[str, str]:
        with self.reading() as db:
            return dict(db.execute("SELECT key, value FROM meta"))

    def generation(self) -> int:
        """A number that every write increases."""
        with self.reading() as db:
            return read_generation(db)

    def foreign(self) -> int:
        """A number that every write through another catalogue object or process changes."""
        with self._counting:
            return self.generation() - self.written

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

    def report(self, report_id: str, *, chunks: bool = True) -> Report:
        columns = "source, text, format, method, identity, structure, bodies.facts, duties"
        with self.snapshot() as db:
            source, text, format_, method, *packed = self._row(db, report_id, columns)
            found = self._chunks(db, report_id) if chunks else ()
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
            chunks=found,
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


def read_generation(db: sqlite3.Connection) -> int:
    """The generation of the state that a connection sees."""
    return int(db.execute("SELECT value FROM meta WHERE key = 'generation'").fetchone()[0])


def marks(values: Sequence[object]) -> str:
    """The question marks of an SQL list."""
    return ",".join("?" * len(values))
