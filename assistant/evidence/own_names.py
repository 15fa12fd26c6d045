"""Names of a report's own in a question: whether what is told speaks of them."""

from __future__ import annotations

from collections.abc import Sequence

from reports.genre import genre_pairs
from reports.patterns import regex

from .matching import Need

# 工业企业赚利润: a verb that is only spoken stands in no name.
_TWO_LETTERS = regex("(?![赚挣掏拿搞弄]|.[赚挣掏拿搞弄])[一-鿿]{2}")


_INSTITUTION = regex(
    r"([^\W\d的了在有和与所个家座几哪]{2,4}?)"
    "(?=(?:国际)?(?:机场|大学|水库|集团|景区|口岸))"
)


def lost_name(need: Need, folded: str, zones: Sequence[str], *, foreign: bool = False) -> bool:
    """Whether the content has names of the report's own (狼牙山) and the zones tell of none of them.

    A name is what the report uses and the genre does not: three characters on, no pair usual in it;
    with ``foreign`` also what neither uses, for a question that does not say whose report is meant.
    """
    genre = genre_pairs()
    # Neither standard names nor what people say in other words are names of its own.
    spans = [(use.start, use.end) for use in need.names] + [(use.start, use.end) for use in need.alike]
    named = need.weak.union(*(range(*span) for span in spans))
    # 前海地区生产总值: alone before a standard name two characters are a name, where no place is named
    starts = (use.start - 2 for use in need.names if foreign)
    before = {at for at in starts if at == 0 or (at > 0 and need.content[at - 1] == " ")}
    runs: list[list[str]] = [[]]
    short: list[str] = []
    for i in range(len(need.content)):
        pair = need.content[i : i + 2]
        if (
            _TWO_LETTERS.fullmatch(pair)
            and i not in named
            and pair not in genre
            and (foreign or pair in folded)
        ):
            runs[-1].append(pair)
            short += [pair] * (i in before)
        else:
            runs.append([])
    if not all(any(pair in zone for zone in zones) for pair in short):
        return True
    names = [run for run in runs if len(run) > 1]
    if any(m[1][-2:] not in folded for m in _INSTITUTION.finditer(need.content)):
        return True  # 天河机场 is no airport that this report speaks of
    told = [word for run in names for word in _telling(run, folded)]
    return bool(names) and not any(word in zone for zone in zones for word in told)


def _telling(run: Sequence[str], folded: str) -> list[str]:
    """The pairs of a name, and the rarest of its characters, by which a report may shorten it."""
    return [*run, min("".join(run), key=folded.count)]
