"""Checks an answer before it is shown: quotes are stored text, figures stand in cited quotes."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Sequence
from decimal import Decimal, InvalidOperation

from reports.figures import Figure, find_figures
from reports.patterns import regex
from reports.text import fold

from ..drafting.wording import SHOWN_SUM
from ..records import Citation

_MARK = regex(r"\[\d+\]")
_NUMBER = regex(r"\d+(?:\.\d+)?")
_DATE = regex(r"(?:19|20)\d\d(?=年|[-—~至到、/])|\d{1,2}(?=[月日])")
_DIVISION = regex(r"（([\d.]+)÷([\d.]+)≈([\d.]+)(%?)）")


_THOUSANDS = regex(r"(?<=\d),(?=\d{3}(?!\d))")


def normal(text: str) -> str:
    """NFKC without white space and thousands separators: the form in which figures are compared.

    A comma between a figure and the next one (全市第2，5项指标) stays: they are two.
    """
    return _THOUSANDS.sub("", re.sub(r"\s+", "", unicodedata.normalize("NFKC", text)))


def figures(text: str) -> list[str]:
    """The numbers of a text, citation marks left out."""
    return _NUMBER.findall(normal(_MARK.sub("", text)))


def computed(text: str) -> set[str]:
    """Results of sums that the text shows and that are right: （9796−8800＝996）."""
    right: set[str] = set()
    for sum_text, result in SHOWN_SUM.findall(text):
        try:
            terms = [Decimal(t) for t in re.split("[−＋]", sum_text)]
            total = terms[0] - sum(terms[1:]) if "−" in sum_text else sum(terms)
        except InvalidOperation:
            continue
        if total == Decimal(result):
            right |= {result, *(t.strip() for t in re.split("[−＋]", sum_text))}
    for upper, lower, result, percent in _DIVISION.findall(text):
        if not Decimal(lower):
            continue
        quotient = Decimal(upper) / Decimal(lower)
        shown = (quotient * 100).quantize(Decimal("0.1")) if percent else quotient.quantize(Decimal("0.01"))
        if shown == Decimal(result):
            right |= {result, upper, lower}
    return right


def unsupported(
    text: str, citations: Sequence[Citation], question: str, derived: Collection[str] = ()
) -> list[str]:
    """The figures of ``text`` that stand in no cited quote, no date, no question and no shown sum.

    ``derived`` are figures that were checked before as a printed one in another unit or rounded.
    """
    quotes = "".join(normal(c.quote) for c in citations)
    titles = " ".join([*(c.title for c in citations), *(h for c in citations for h in c.section)])
    about = normal(titles)
    asked = set(figures(question))
    free = asked | set(derived) | set(_DATE.findall(normal(text))) | computed(text)
    allowed = free | set(figures(about))
    missing = [
        figure
        for figure in figures(text)
        if figure not in allowed and not re.search(rf"(?<![\d.]){re.escape(figure)}(?!\d|\.\d)", quotes)
    ]
    return missing + _other_units(text, [*(c.quote for c in citations), titles], free)


def _amount(figure: Figure) -> tuple[float, float, str]:
    return figure.value, round(figure.normal, 6), figure.base_unit


def _spelled(text: str) -> str:
    """The text folded for finding figures with their units, its commas kept: 1206万人，年末 is no 万人年."""
    return fold(normal(text))


def _other_units(text: str, quotes: Sequence[str], allowed: set[str]) -> list[str]:
    """The figures whose number is cited, but with another unit: 亿 for 万, 米 for 公里, 个百分点 for %."""
    plain_text = _spelled(_MARK.sub("", text))
    cited = {_amount(f) for quote in quotes for f in find_figures(_spelled(quote))}
    numbers = {value for value, _, _ in cited}
    return [
        plain_text[f.start : f.core_end]
        for f in find_figures(plain_text)
        if f.value in numbers and _amount(f) not in cited and format(f.value, ".12g") not in allowed
    ]


def misquoted(citations: Sequence[Citation], stored: dict[str, str]) -> list[Citation]:
    """The citations whose quote is not the run of the stored text (report id → text) that they name."""
    return [c for c in citations if stored.get(c.report_id, "")[c.start : c.end] != c.quote or not c.quote]
