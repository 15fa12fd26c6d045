"""Finding facts by words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TypeVar

from reports.records import Fact

from .catalogue import Catalogue
from .errors import ReportNotFound
from .keyword import fold, terms_of
from .keyword_index import KeywordIndex
from .records import StoredFact

T = TypeVar("T")

_READ_ALL = 64
"""Up to so many reports have all their facts compared (about 1 ms each)."""
_CHUNKS = 120


def rank_facts(
    catalogue: Catalogue,
    keyword: KeywordIndex,
    terms: Sequence[str],
    report_ids: Sequence[str] | None,
    limit: int,
) -> list[StoredFact]:
    """The facts that fit the terms best, best first; those that fit not at all are left out."""
    wanted = [(term, frozenset(terms_of(fold(term)))) for term in terms if term.strip()]
    if not wanted:
        return []
    if report_ids is not None and len(report_ids) <= _READ_ALL:
        found = [StoredFact(i, fact) for i in report_ids for fact in there(catalogue.facts, i)]
    else:
        found = _near_best_chunks(catalogue, keyword, terms, report_ids, max(limit // 2, _CHUNKS))
    scored = [(_fit(stored.fact, wanted), at, stored) for at, stored in enumerate(found)]
    scored.sort(key=lambda item: (-item[0], item[1]))
    return [stored for score, _, stored in scored[:limit] if score > 0]


def _near_best_chunks(
    catalogue: Catalogue,
    keyword: KeywordIndex,
    terms: Sequence[str],
    report_ids: Sequence[str] | None,
    chunks: int,
) -> list[StoredFact]:
    """The facts of the chunks that the terms find, by report in the order of its best chunk."""
    spans: dict[str, list[tuple[int, int]]] = {}
    for passage in catalogue.passages(keyword.search(" ".join(terms), chunks, report_ids), "keyword"):
        spans.setdefault(passage.report_id, []).append((passage.start, passage.end))
    return [
        StoredFact(report_id, fact)
        for report_id, inside in spans.items()
        for fact in there(partial(catalogue.facts, spans=inside), report_id)
    ]


def there(read: Callable[[str], Sequence[T]], report_id: str) -> Sequence[T]:
    """What ``read`` finds in a report; nothing where the report is gone, which any writer may make it."""
    try:
        return read(report_id)
    except ReportNotFound:
        return ()


def _fit(fact: Fact, wanted: Sequence[tuple[str, frozenset[str]]]) -> float:
    """How well a fact fits: a term in its indicator or name counts three times one in its clause."""
    label = fold(f"{fact.indicator}|{fact.name}")
    clause = fold(fact.clause)
    score = 0.0
    for term, parts in wanted:
        if term in (fact.indicator, fact.name):
            score += 4
        elif parts:
            score += 3 * sum(part in label for part in parts) / len(parts)
        if parts:
            score += sum(part in clause for part in parts) / len(parts)
    return score
