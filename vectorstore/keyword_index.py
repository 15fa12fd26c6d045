"""Keyword search over a catalogue: a few reports from their texts, the whole store by postings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING

from . import codec, postings
from .keyword import Weights, idf, query_terms, score_texts, searchable
from .sqlite_catalogue import SqliteCatalogue
from .sqlite_reading import marks, read_generation
from .turns import Turns

if TYPE_CHECKING:
    import sqlite3

    import numpy as np

Hit = tuple[str, int, float]
"""Report id, chunk ordinal, score."""

DIRECT = 12
"""Up to so many reports are scored from their texts (0.5 ms each) rather than by the postings."""
_AT_ONCE = 2
"""Searches at work at once: more of them only take the interpreter from each other."""
_FAN = 4
_USUAL_LENGTH = 320.0


@dataclass(frozen=True, slots=True)
class _Snapshot:
    """What holds for one generation of the catalogue.

    ``begins`` says where each segment begins in ``whole``, ``gone`` whether any holds chunks of reports
    that are there no more.
    """

    generation: int
    begins: dict[int, int]
    whole: postings.Segment
    gone: bool
    ids: dict[int, str]
    pending: tuple[str, ...]

    def reports(self, wanted: Collection[str] | None) -> np.ndarray:
        """Whether the report of each number, bool, is there and among ``wanted``."""
        import numpy as np

        allowed = np.zeros(max(int(self.whole.reports.max(initial=0)), *self.ids, 0) + 1, bool)
        allowed[[n for n, report_id in self.ids.items() if wanted is None or report_id in wanted]] = True
        return allowed


class KeywordIndex:
    """BM25 over the chunks of a catalogue."""

    def __init__(self, catalogue: SqliteCatalogue) -> None:
        self._catalogue = catalogue
        self._snapshot: _Snapshot | None = None
        self._segments: dict[int, postings.Segment] = {}
        self._turns = Turns(_AT_ONCE)
        self._idf: tuple[int, dict[str, float], float] = (-1, {}, _USUAL_LENGTH)

    # -- searching

    def search(self, query: str, k: int, report_ids: Sequence[str] | None = None) -> list[Hit]:
        """The (at most) ``k`` best chunks, best first; with ``report_ids`` only of these reports."""
        terms = query_terms(query)
        if not terms or k < 1 or (report_ids is not None and not report_ids):
            return []
        # one state of the file from the first read to the last: between two reads a segment may be
        # merged into another by a writer, and what it held would be found nowhere
        with self._turns.taken(), self._catalogue.snapshot() as db:
            generation = read_generation(db)
            weights = self._weights(db, generation, terms)
            if report_ids is not None and len(report_ids) <= DIRECT:
                hits = _direct(db, terms, weights, report_ids)
            else:
                hits = self._indexed(db, generation, terms, weights, k, report_ids)
        hits.sort(key=lambda hit: (-hit[2], hit[0], hit[1]))
        return hits[:k]

    def _weights(self, db: sqlite3.Connection, generation: int, terms: Counter[str]) -> Weights:
        """Inverse frequencies from the segments, remembered until the next write."""
        remembered = self._idf
        if remembered[0] != generation:
            size, length = db.execute("SELECT sum(size), sum(length) FROM segments").fetchone()
            remembered = self._idf = (generation, {}, length / size if size else _USUAL_LENGTH)
        _, known, mean = remembered
        missing = [term for term in terms if term not in known]
        if missing:
            size = db.execute("SELECT coalesce(sum(size), 0) FROM segments").fetchone()[0]
            for term in missing:
                # CROSS: left to itself SQLite reads all postings to find one term's
                found = db.execute(
                    "SELECT coalesce(sum(length(list)), 0) FROM segments"
                    " CROSS JOIN postings ON segment = id WHERE term = ?",
                    (postings.term_key(term),),
                ).fetchone()[0]
                known[term] = idf(max(size, 1), found // postings.POSTING)
        return Weights(known, mean)

    def _indexed(
        self,
        db: sqlite3.Connection,
        generation: int,
        terms: Counter[str],
        weights: Weights,
        k: int,
        report_ids: Sequence[str] | None,
    ) -> list[Hit]:
        now = self._current(db, generation)
        wanted = None if report_ids is None else set(report_ids)
        reports = now.reports(wanted) if wanted is not None or now.gone else None
        pending = [i for i in now.pending if wanted is None or i in wanted]
        hits = _direct(db, terms, weights, pending)
        allowed = reports[now.whole.reports] if reports is not None else None
        scores = postings.score(
            now.whole, _lists(db, now.begins, terms, weights), weights.mean_length, allowed
        )
        found = postings.best(scores, k)
        chunks, owners = now.whole.ordinals[found].tolist(), now.whole.reports[found].tolist()
        hits += [
            (now.ids[owner], ordinal, score)
            for owner, ordinal, score in zip(owners, chunks, scores[found].tolist(), strict=True)
        ]
        return hits

    def _current(self, db: sqlite3.Connection, generation: int) -> _Snapshot:
        """The segments and the reports as they are in the state that ``db`` sees."""
        now = self._snapshot
        if now is None or now.generation != generation:
            rows = db.execute("SELECT number, id, segment IS NULL FROM reports").fetchall()
            numbers = [row[0] for row in db.execute("SELECT id FROM segments ORDER BY id")]
            kept = self._segments
            segments = {n: kept.get(n) or _load(db, n) for n in numbers}
            self._segments = segments
            ids = {number: report_id for number, report_id, _ in rows}
            sizes = [len(segment.ordinals) for segment in segments.values()]
            now = self._snapshot = _Snapshot(
                generation,
                dict(zip(segments, accumulate(sizes, initial=0), strict=False)),
                postings.joined(list(segments.values())),
                any(not ids.keys() >= set(s.reports.tolist()) for s in segments.values()),
                ids,
                tuple(report_id for _, report_id, waits in rows if waits),
            )
        return now

    # -- building

    def refresh(self) -> None:
        """Takes the reports that no segment holds yet into the index, and merges small segments."""
        with self._catalogue.reading() as db:
            pending = db.execute(
                "SELECT number, chunks FROM reports WHERE segment IS NULL AND chunks > 0 ORDER BY number"
            ).fetchall()
        for numbers in _groups(pending):
            self._build(numbers, replaces=[])
        while small := self._mergeable():
            with self._catalogue.reading() as db:
                rows = db.execute(
                    f"SELECT number FROM reports WHERE segment IN ({marks(small)}) ORDER BY number",
                    tuple(small),
                ).fetchall()
            self._build([row[0] for row in rows], replaces=small)

    def _mergeable(self) -> list[int]:
        """Segments of about one size, four or more; and the ones of which most is gone."""
        with self._catalogue.reading() as db:
            rows = db.execute(
                "SELECT s.id, s.size, coalesce(sum(r.chunks), 0) FROM segments s"
                " LEFT JOIN reports r ON r.segment = s.id GROUP BY s.id"
            ).fetchall()
        tiers: dict[int, list[tuple[int, int]]] = {}
        for number, size, alive in rows:
            if alive < size / 2:
                return [number]
            if size < postings.SEGMENT_LIMIT / _FAN:
                tiers.setdefault(size.bit_length() // 2, []).append((number, size))
        full = [tier for tier in tiers.values() if len(tier) >= _FAN]
        return [number for number, _ in full[0][:_FAN]] if full else []

    def _build(self, numbers: Sequence[int], replaces: Sequence[int]) -> None:
        """Makes one segment of these reports, in one transaction, in place of ``replaces``."""
        import numpy as np

        texts: list[str] = []
        owners: list[int] = []
        ordinals: list[int] = []
        with self._catalogue.transaction() as db:
            for number in numbers:
                report_id = db.execute("SELECT id FROM reports WHERE number = ?", (number,)).fetchone()[0]
                found, folded = _texts(db, report_id)
                texts += folded
                ordinals += found
                owners += [number] * len(found)
            for old in replaces:
                db.execute("DELETE FROM postings WHERE segment = ?", (old,))
                db.execute("DELETE FROM segments WHERE id = ?", (old,))
            if not texts:
                return
            lengths = np.array([len(text) for text in texts], "<u4")
            segment = db.execute(
                "INSERT INTO segments (size, length, ordinals, reports, lengths) VALUES (?, ?, ?, ?, ?)",
                (
                    *(len(texts), int(lengths.sum()), np.array(ordinals, "<u4").tobytes()),
                    *(np.array(owners, "<u4").tobytes(), lengths.tobytes()),
                ),
            ).lastrowid
            db.executemany(
                "UPDATE reports SET segment = ? WHERE number = ?", [(segment, number) for number in numbers]
            )
            db.executemany(
                "INSERT INTO postings VALUES (?, ?, ?)",
                ((segment, key, found) for key, found in postings.build(texts)),
            )


def _direct(
    db: sqlite3.Connection, terms: Counter[str], weights: Weights, report_ids: Sequence[str]
) -> list[Hit]:
    hits = []
    for report_id in dict.fromkeys(report_ids):
        ordinals, texts = _texts(db, report_id)
        scores = score_texts(texts, terms, weights)
        hits += [(report_id, o, s) for o, s in zip(ordinals, scores, strict=True) if s > 0]
    return hits


def _lists(
    db: sqlite3.Connection, begins: dict[int, int], terms: Counter[str], weights: Weights
) -> list[tuple[int, bytes, float]]:
    """The posting lists of the terms, each with where its segment begins and its weight."""
    keys = {postings.term_key(term): weights.idf[term] * count for term, count in terms.items()}
    rows = db.execute(
        f"SELECT segment, term, list FROM postings WHERE segment IN ({marks(list(begins))})"
        f" AND term IN ({marks(list(keys))})",
        (*begins, *keys),
    )
    return [(begins[number], found, keys[key]) for number, key, found in rows]


def _texts(db: sqlite3.Connection, report_id: str) -> tuple[list[int], list[str]]:
    """The ordinals of a report's chunks and what each is found by; empty where it is gone."""
    row = db.execute(
        "SELECT number, identity, text FROM reports JOIN bodies ON report = number WHERE id = ?",
        (report_id,),
    ).fetchone()
    if row is None:
        return [], []
    number, identity, text = row
    label = codec.label(codec.unpack_identity(identity))
    rows = db.execute(
        "SELECT ordinal, path, start, stop, names FROM chunks WHERE report = ? ORDER BY ordinal", (number,)
    ).fetchall()
    return [r[0] for r in rows], [
        searchable(label, path.split("\n"), text[start:end], names) for _, path, start, end, names in rows
    ]


def _load(db: sqlite3.Connection, number: int) -> postings.Segment:
    import numpy as np

    row = db.execute("SELECT ordinals, reports, lengths FROM segments WHERE id = ?", (number,)).fetchone()
    ordinals, reports, lengths = (np.frombuffer(blob, "<u4") for blob in row)
    return postings.Segment(ordinals, reports, lengths.astype(np.float32))


def _groups(reports: Sequence[tuple[int, int]]) -> list[list[int]]:
    """Report numbers in groups that fill a segment each."""
    groups: list[list[int]] = [[]]
    size = 0
    for number, chunks in reports:
        if groups[-1] and size + chunks > postings.SEGMENT_LIMIT:
            groups.append([])
            size = 0
        groups[-1].append(number)
        size += chunks
    return [group for group in groups if group]
