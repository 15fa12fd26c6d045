"""Differences, ratios and sums that code has computed: where an answer uses them, and uses them rightly."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from reports.patterns import regex

from ..drafting.wording import SHOWN_SUM
from .claims import Carried, Claim, Claims, read_claims
from .material import compact

_MORE = regex(r"(.*?)比(.*?)(多|高|大|少|低|小)")


class Sums:
    """The computed lines of one answer, such as 甲区比乙区多3亿元（5−2＝3）."""

    def __init__(self, lines: Sequence[str], names: Collection[tuple[str, str]]) -> None:
        self._names = names
        self._sums = [(*m.groups(), line) for line in lines for m in SHOWN_SUM.finditer(line)]

    def without(self, core: str) -> tuple[str, list[str]]:
        """The text without the sums that code has handed over, and those sums."""
        shown = []
        for terms, result, _ in self._sums:
            for written in (f"{terms}＝{result}", f"{terms}={result}".replace("−", "-").replace("＋", "+")):
                if f"（{written}）" in core or f"({written})" in core:
                    core = core.replace(f"（{written}）", "").replace(f"({written})", "")
                    shown.append(f"{terms}＝{result}")
        return core, shown

    def find(self, claim: Claim, claims: Claims) -> str | None:
        """The sum (a−b＝c) that the figure is the result of, where the sentence says it rightly."""
        number = re.match(r"[\d.]+", claims.text[claim.figure.start :])
        for terms, result, line in self._sums:
            if (
                number
                and number.group() == result
                and self._unit_in(claim, line, result)
                and self._sides(claim, line)
            ):
                return f"{terms}＝{result}"
        return None

    @staticmethod
    def _unit_in(claim: Claim, line: str, result: str) -> bool:
        stated = re.search(re.escape(result) + r"([^\d（，。；]*)（", line)
        unit = claim.figure.multiplier + claim.figure.unit
        return stated is None or compact(stated[1]).startswith(unit) if unit else True

    def _sides(self, claim: Claim, line: str) -> bool:
        """Whether more and less are on the same sides as in the computed line."""
        truth = _MORE.search(compact(line))
        if truth is None:
            return bool(re.search(r"合计|一共|共|总|之和|加起来", claim.clause))
        said = _MORE.search(claim.clause)
        if said is None:
            return bool(re.search(r"相差|差距|差额|之差|差了|差", claim.clause))

        def tokens(text: str) -> set[str]:
            read = read_claims(text, self._names, Carried())
            return {t.place for t in read.places} | {str(t.years) for t in read.years}

        high, low = tokens(truth[1]), tokens(truth[2])
        left, right = tokens(said[1]), tokens(said[2])
        if said[3] in "少低小":
            left, right = right, left
        high, low = high - low, low - high
        return bool((left & high or right & low) and not left & low and not right & high)
