"""The lists of a report: which sentence announces each item, and which one opens it."""

from __future__ import annotations

from reports.patterns import regex

from ..evidence.pieces import number_of
from ..evidence.prepared import Evidence


def leads_of(evidence: Evidence) -> dict[int, tuple[int, ...]]:
    """Each sentence of a list → the one that announces it (今年办好10件实事) and the head of its item."""
    if "leads" not in evidence.kept:
        found: dict[int, tuple[int, ...]] = {}
        lead, wanted, section, item = -1, 1, -1, -1
        for index, sentence in enumerate(evidence.report.sentences):
            if sentence.section != section:
                section, lead, wanted, item = sentence.section, -1, 1, -1
            text = evidence.sentences[index]
            number = number_of(text)
            if number == 1 and index:
                lead, wanted = index - 1, 2
            elif _COUNTED.search(text) and number == 0:
                lead, wanted = index, 1
                continue
            elif number and number == wanted and lead >= 0:
                wanted += 1
            elif number:
                lead = -1
            item = index if number else item
            if lead >= 0 and (number or (wanted == 1 and _PART.search(text))):
                found[index] = (lead,)
            elif lead >= 0 and item > lead and index - item <= 3:
                found[index] = (lead, item)
        evidence.kept["leads"] = found
    leads: dict[int, tuple[int, ...]] = evidence.kept["leads"]
    return leads


# 教育工程2项：… is a part of what was counted before.
_PART = regex(r"^[^，。；:：]{2,12}\d+[项件个][:：]")
_COUNTED = regex(r"(?:\d+|[一二三四五六七八九十]+)(?:件|项|个|大)[^，。；]{0,6}(?:实事|工程|任务|行动|方面)")


_SHORT = 24
_REACH = 6


def short_heads(evidence: Evidence) -> list[int]:
    """For each sentence the short one before it that opens its line as a head does (做强渔业。), or -1."""
    if "short heads" not in evidence.kept:
        report, heads = evidence.report, []
        opened = -1
        for index, sentence in enumerate(report.sentences):
            before = report.text[report.sentences[index - 1].end : sentence.start] if index else "\n"
            same = index and report.sentences[index - 1].section == sentence.section
            if "\n" in before or not same:
                opened = -1
            short = len(evidence.sentences[index]) <= _SHORT
            heads.append(opened if opened >= 0 and index - opened <= _REACH and not short else -1)
            if short:
                opened = index
        evidence.kept["short heads"] = heads
    found: list[int] = evidence.kept["short heads"]
    return found
