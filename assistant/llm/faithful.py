"""Has the user's own model judge whether the sentences of an answer follow from their quotes.

A figure for comparing settings and models, no proof: the check of :mod:`assistant.proof.checking` is
done in code and does not depend on it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reports.patterns import regex
from reports.repair import tidy

from ..errors import LLMError
from ..proof.claims import MARK
from ..proof.cleaning import clean
from .client import LLM
from .prompts import render

if TYPE_CHECKING:
    from ..records import Answer
    from ..settings import Settings

_SENTENCE = regex(r"[^。！？!?\n]+[。！？!?]*(?:[ \t]*\[\d{1,3}\])*")
_YES = regex(r"是|有支持|yes|true", re.IGNORECASE)
_NO = regex(r"否|不|没有|no\b|false", re.IGNORECASE)


class Judge:
    """Judges answers with the LLM of the settings. ``failed`` counts sentences without a verdict."""

    def __init__(self, settings: Settings) -> None:
        self._llm = LLM(settings)
        self.failed = 0
        self.last_error = ""

    def judge(self, answer: Answer) -> tuple[int, int]:
        """(sentences that their quotes support, sentences judged) of an answer with citations."""
        verdicts = [self._verdict(sentence, quotes) for sentence, quotes in sentences(answer)]
        self.failed += verdicts.count(None)
        return verdicts.count(True), len(verdicts) - verdicts.count(None)

    def _verdict(self, sentence: str, quotes: str) -> bool | None:
        try:
            reply = "".join(
                d.text for d in self._llm.stream(render("judge", sentence=sentence, quotes=quotes))
            )
        except LLMError as error:
            self.last_error = str(error)
            return None
        said = clean(reply).strip()
        if _NO.match(said):
            return False
        if _YES.match(said):
            return True
        self.last_error = "大模型没有按要求只答“是”或“否”。"
        return None


def sentences(answer: Answer) -> list[tuple[str, str]]:
    """Each sentence with the quotes that its marks cite, or with all where it has no mark."""
    quotes = {c.number: f"（{c.place}{c.report_year or ''}年报告）{tidy(c.quote)}" for c in answer.citations}
    found = []
    for match in _SENTENCE.finditer(answer.text):
        text = MARK.sub("", match.group()).strip()
        if not re.search(r"\w", text):
            continue
        own = [quotes[n] for n in map(int, MARK.findall(match.group())) if n in quotes]
        found.append((text, "\n".join(own or quotes.values())))
    return found
