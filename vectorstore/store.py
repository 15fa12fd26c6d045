"""The store: reports in, passages and facts out."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from reports.records import Chunk, Duty, Report, Sentence

from . import codec, embeddings, health, upgrading
from .dense import DenseSearch
from .errors import EarlierFormat, StoreError
from .facts import rank_facts, there
from .fusion import NARROWED, WIDE, Key, fuse, settled
from .keyword_index import DIRECT, KeywordIndex
from .locking import WriterLock
from .memory import give_back
from .records import CHANGED, DUPLICATE, NEW, SAME, Passage, ReportEntry, StoredFact
from .sqlite_catalogue import SqliteCatalogue

if TYPE_CHECKING:
    from .embeddings import OnEmbed

BATCH = 2000
"""Chunks that are embedded and sent to Chroma at once."""
_CANDIDATES = 50

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _Coming:
    """A report on its way in; ``replaces`` is the id of the one whose place it takes, or ""."""

    report: Report
    digest: str
    origin: str
    replaces: str


class Store:
    """Keeps reports and finds passages. Open it with ``Store.open``; threads may share it."""

    def __init__(
        self, path: Path, catalogue: SqliteCatalogue, model: str, chroma_url: str, on_embed: OnEmbed | None
    ) -> None:
        self.path = path
        self._catalogue = catalogue
        self._keyword = KeywordIndex(catalogue)
        self._lock = WriterLock(path)
        self._dense = DenseSearch(path, catalogue, self._lock, model, chroma_url, on_embed)

    @classmethod
    def open(
        cls,
        path: Path,
        *,
        embedding_model: str = "",
        chroma_url: str = "",
        create: bool = False,
        any_embedding: bool = False,
        on_embed: OnEmbed | None = None,
    ) -> Store:
        """Opens the store in a folder; with ``create`` makes it where there is none.

        ``any_embedding`` opens a store of another embedding too, for ``rebuild`` and ``remove``.
        Raises StoreNotFound, StoreNotWritable, StoreDamaged, StoreBusy or EmbeddingMismatch.
        """
        path = Path(path)
        if create and not SqliteCatalogue.present(path):
            with WriterLock(path).held(create=True):
                catalogue = SqliteCatalogue(path, create=True)
        else:
            try:
                catalogue = SqliteCatalogue(path)
            except EarlierFormat:
                upgrading.upgrade(path, embedding_model, any_embedding=any_embedding, on_embed=on_embed)
                catalogue = SqliteCatalogue(path)
        try:
            if not any_embedding:
                _check_embedding(catalogue.meta(), embeddings.stamp(embedding_model))
        except StoreError:
            catalogue.close()
            raise
        return cls(path, catalogue, embedding_model, chroma_url, on_embed)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        self._dense.close()
        self._catalogue.close()

    # -- writing

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Holds the writer's lock over several writes; at its end the keyword index is up to date.

        Raises StoreBusy where another process writes.
        """
        with self._lock.held() as outermost:
            try:
                yield
            finally:
                if outermost:
                    self._keyword.refresh()
            if outermost:
                self._dense.settle()
                give_back()

    def add(self, report: Report, *, origin: str = "") -> str:
        """Keeps a report and says what came of it: 新增, 更新, 未变 or 重复.

        A report whose content is there under another name is 重复; one that bears the name of an
        older one takes its place whole. ``origin`` (where the file lies) tells apart files of one
        name from two folders.
        """
        return self.add_many([report], origins=[origin])[0]

    def add_many(self, reports: Iterable[Report], *, origins: Iterable[str] | None = None) -> list[str]:
        """Keeps many reports in batches, each report in its own commit; the status of each."""
        statuses: list[str] = []
        batch: list[tuple[Report, str]] = []
        size = 0
        sources = iter(origins) if origins is not None else None
        with self.writing():
            for report in reports:
                batch.append((report, next(sources, "") if sources else ""))
                size += len(report.chunks)
                if size >= BATCH:
                    statuses += self._add_batch(batch)
                    batch, size = [], 0
            statuses += self._add_batch(batch)
        return statuses

    def _add_batch(self, batch: Sequence[tuple[Report, str]]) -> list[str]:
        statuses = []
        todo: dict[str, _Coming] = {}
        for report, origin in batch:
            digest = codec.digest(report)
            status, replaced = self._judge(report, origin, digest, todo)
            statuses.append(status)
            if status in (NEW, CHANGED):
                earlier = todo.pop(replaced, None)
                todo[report.id] = _Coming(report, digest, origin, earlier.replaces if earlier else replaced)
        if todo:
            self._write(list(todo.values()))
        return statuses

    def _write(self, coming: Sequence[_Coming]) -> None:
        # vectors first: a crash in between leaves vectors that nothing names, never half a report
        vectors = self._dense.embed([new.report for new in coming])
        self._dense.upsert([(new.report.id, new.digest, vectors[new.report.id]) for new in coming])
        for new in coming:
            old = self._dense.ids(new.replaces) if new.replaces else []
            packed = self._dense.pack(vectors[new.report.id])
            self._catalogue.put(new.report, new.digest, packed, new.origin, new.replaces)
            self._dense.forget(set(old) - set(self._dense.ids(new.report.id)) if old else ())

    def _judge(
        self, report: Report, origin: str, digest: str, coming: Mapping[str, _Coming]
    ) -> tuple[str, str]:
        """The status of a report that comes in, and the id of the one that it replaces (or "")."""
        if report.id in coming:
            known = coming[report.id]
            source, seen = known.report.source, known.digest
        elif state := self._catalogue.state(report.id):
            source, seen = state.source, state.digest
        else:
            older = self._catalogue.same_source(report.source)
            older += [(i, new.origin) for i, new in coming.items() if new.report.source == report.source]
            same = [i for i, place in older if not origin or not place or origin == place]
            return (CHANGED, same[-1]) if same else (NEW, "")
        if source != report.source:
            return DUPLICATE, ""
        return (SAME, "") if seen == digest else (CHANGED, report.id)

    def remove(self, report_id: str) -> None:
        """Drops a report whole. Raises ReportNotFound."""
        with self.writing():
            ids = self._dense.ids(report_id)
            self._catalogue.remove(report_id)
            self._dense.forget(ids)

    def rebuild(self) -> None:
        """Makes the vector index anew from the catalogue; embeds anew if the embedding is another."""
        with self.writing():
            self._dense.rebuild()

    def compact(self) -> tuple[int, int]:
        """Gives back the disk that deleted reports and damaged indexes take; bytes before and after."""
        before = self._size()
        with self.writing():
            self._dense.compact()
        self._catalogue.compact()
        return before, self._size()

    def _size(self) -> int:
        return health.size(self.path)

    # -- what there is

    def entries(self) -> tuple[ReportEntry, ...]:
        """All reports, by place and year."""
        return self._catalogue.entries()

    def origin(self, report_id: str) -> str:
        """Where the report's file lay when it was kept, as ``add`` was told; ``""`` where it was not."""
        source = self._catalogue.report(report_id).source
        return dict(self._catalogue.same_source(source)).get(report_id, "")

    def generation(self) -> int:
        """A number that every write, of whatever process, increases: what was read before is stale."""
        return self._catalogue.generation()

    def report(self, report_id: str, *, chunks: bool = True) -> Report:
        """The whole report, or all but its chunks. Raises ReportNotFound, as all that take one id."""
        return self._catalogue.report(report_id, chunks=chunks)

    def text(self, report_id: str, start: int, end: int) -> str:
        """The run ``[start, end)`` of the report's stored text."""
        return self._catalogue.text(report_id, start, end)

    def chunks(self, report_id: str) -> tuple[Chunk, ...]:
        return self._catalogue.chunks(report_id)

    def sentences(self, report_id: str) -> tuple[Sentence, ...]:
        return self._catalogue.sentences(report_id)

    def facts(self, report_ids: Sequence[str], *, names: Sequence[str] = ()) -> list[StoredFact]:
        """The facts of these reports; with ``names`` only those of these standard names.

        Reports that are gone are left out: another process may take them away at any time.
        """
        wanted = frozenset(names)
        read = partial(self._catalogue.facts, names=wanted)
        return [StoredFact(i, fact) for i in report_ids for fact in there(read, i)]

    def duties(self, report_ids: Sequence[str]) -> list[tuple[str, Duty]]:
        """``(report id, duty)`` of these reports; those that are gone are left out."""
        return [(i, duty) for i in report_ids for duty in there(self._catalogue.duties, i)]

    # -- searching

    def find_facts(
        self, terms: Sequence[str], *, report_ids: Sequence[str] | None = None, limit: int = 200
    ) -> list[StoredFact]:
        """The facts whose indicator or clause fits ``terms`` best, best first."""
        return rank_facts(self._catalogue, self._keyword, terms, report_ids, limit)

    def keyword_search(self, query: str, k: int, report_ids: Sequence[str] | None = None) -> list[Passage]:
        """The ``k`` best passages by BM25; with ``report_ids`` only of these reports."""
        return self._catalogue.passages(self._keyword.search(query, k, report_ids), "keyword")

    def dense_search(self, query: str, k: int, report_ids: Sequence[str] | None = None) -> list[Passage]:
        """The ``k`` nearest passages by embedding; exact where ``report_ids`` are given."""
        if not query.strip():
            return []
        return self._catalogue.passages(self._dense.search(self._dense.vector(query), k, report_ids), "dense")

    def search(self, query: str, k: int, report_ids: Sequence[str] | None = None) -> list[Passage]:
        """The ``k`` best passages of both searches; of the keyword search's finds where the other fails.

        The dense search is asked only where what it alone finds could come among the ``k``.
        """
        most = max(k, _CANDIDATES)
        keyword = {(i, o): s for i, o, s in self._keyword.search(query, most, report_ids)}
        if not query.strip():
            return []
        blend = NARROWED if report_ids is not None and len(report_ids) <= DIRECT else WIDE
        near: dict[Key, float] = {}
        try:
            vector = self._dense.vector(query)
            near = self._dense.scores(vector, list(keyword))
            if not settled(fuse(keyword, near, blend), k, blend):
                near |= {(i, o): s for i, o, s in self._dense.search(vector, most, report_ids)}
        except StoreError as error:
            log.warning("只用关键词检索：%s", error)
        fused = fuse(keyword, near, blend)[:k]
        return self._catalogue.passages([(i, o, score) for (i, o), score in fused], "fused")


def _check_embedding(meta: Mapping[str, str], stamp: embeddings.Stamp) -> None:
    name, fingerprint = meta.get("embedding_name", ""), meta.get("embedding_fingerprint", "")
    if name and (name != stamp.name or (stamp.fingerprint and fingerprint != stamp.fingerprint)):
        raise embeddings.mismatch(name, stamp.name)
