"""Any text, built from the samples' own and broken at will: offsets hold, nothing raises, time is linear.

The seeds are paragraphs of ``samples/`` and pieces of the genre. The cases are the same in every run;
``HYPOTHESIS_PROFILE=search`` looks for new ones.
"""

from __future__ import annotations

import os
import re
import statistics
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assistant import Assistant, AssistantError, Settings
from assistant.proof.cleaning import Cleaner, clean
from assistant.proof.verify import misquoted, unsupported
from assistant.questions.places import PlaceIndex
from assistant.records import Answer
from reports import Document, Report, ReportError, make_report
from reports.repair import repair
from reports.text import fold
from tests.genre import PIECES

ROOT = Path(__file__).resolve().parent.parent
SAMPLES = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "samples").glob("*20*.[tm]*"))]
PARAGRAPHS = [part for text in SAMPLES for part in text.split("\n") if part.strip()]
HEADS = (
    "一、2023年工作回顾\n",
    "（一）稳就业\n",
    "1.修路。",
    "附件1\n",
    "责任领导：周一山\n",
    "牵头单位：县民政局\n",
)
ODD = (
    "\u200b", "\u202e", "\x00", "\ud800", "\ufeff", "🙂", "㈠", "①", "１", "٣", "²", "ﬁ", "臺", "\r", "\x0c",
    "\u2028", "<img src=x>", "[1]", "- 3 -\n", "1\n2\n", "…", "%", "．", "·", "　　",
)  # fmt: skip


def many(cases: int) -> int:
    """As many cases, a great many more where new ones are searched for."""
    return cases * (40 if os.environ.get("HYPOTHESIS_PROFILE") == "search" else 1)


WORDS = st.sampled_from((*PIECES, *HEADS, *ODD))
SENTENCE = re.compile("[一-鿿].*。$", re.DOTALL)
SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large]


@st.composite
def broken(draw: st.DrawFn, most: int = 4) -> str:
    """Some paragraphs of the samples with parts cut out, doubled, moved, broken and strewn with odd ones."""
    text = "\n".join(draw(st.lists(st.sampled_from(PARAGRAPHS), min_size=1, max_size=most)))
    for _ in range(draw(st.integers(0, 6))):
        a = draw(st.integers(0, len(text)))
        b = min(len(text), a + draw(st.integers(0, 40)))
        how = draw(st.integers(0, 5))
        if how == 0:
            text = text[:a] + text[b:]
        elif how == 1:
            text = text[:b] + text[a:]
        elif how == 2:
            text = text[b:] + text[:a]
        elif how == 3:
            text = text[:a] + "\n".join(text[a:b]) + text[b:]
        else:
            text = text[:a] + draw(WORDS) + text[a:]
    return text


TEXTS = st.one_of(broken(), st.lists(WORDS, max_size=40).map("".join), st.text(max_size=120))
QUESTIONS = st.one_of(st.lists(WORDS, max_size=12).map("".join), broken(1).map(lambda text: text[:120]))


def told(text: str, **given: Any) -> Report | None:
    """The report of a text; None where the room refuses it in a sentence."""
    try:
        return make_report(Document(text, "txt"), "卫东区2024.txt", **given)
    except ReportError as error:
        reason = str(error)
    assert SENTENCE.search(reason)
    return None


@settings(max_examples=many(120), suppress_health_check=SLOW)
@given(TEXTS)
def test_a_report_of_anything_holds_its_offsets(text: str) -> None:
    report = told(text, place="卫东区", year=2024)
    if report is None:
        assert not repair(text).text
        return
    text = re.sub("[\ud800-\udfff]", "\ufffd", text)
    assert report.text == text
    ends = [0, *(section.end for section in report.sections)]
    assert [section.start for section in report.sections] == ends[:-1]
    assert ends[-1] == len(text)
    last = 0
    for sentence in report.sentences:
        assert last <= sentence.start < sentence.end <= len(text)
        assert 0 <= sentence.section < len(report.sections)
        last = sentence.end
    for chunk in report.chunks:
        assert chunk.text == text[chunk.start : chunk.end]
        assert chunk.text
    for duty in report.duties:
        assert text[duty.start : duty.end].strip()


def holds(run: str, figure: str) -> bool:
    """Whether the run prints the figure; white space and page marks may stand between its characters."""
    printed = iter(fold(run))
    return all(char in printed for char in re.sub(r"\s", "", fold(figure)))


@settings(max_examples=many(120), suppress_health_check=SLOW)
@given(TEXTS)
def test_every_figure_stands_where_it_says(text: str) -> None:
    report = told(text, place="卫东区", year=2024)
    for fact in report.facts if report else ():
        assert fact.sentence_start <= fact.start < fact.end <= fact.sentence_end <= len(text)
        assert holds(text[fact.start : fact.end], fact.figure)
        assert fact.measure in ("水平", "增速", "占比", "增量", "位次", "限定")
        assert fact.nature in ("实绩", "预计", "初步核算", "目标", "计划", "累计")
        assert fact.year is None or 1900 <= fact.year <= 2100


@settings(max_examples=many(60), suppress_health_check=SLOW)
@given(TEXTS)
def test_whose_report_it_is_is_told_or_refused(text: str) -> None:
    report = told(text)
    assert report is None or (report.identity.place and report.identity.year)


@pytest.fixture(scope="module")
def bot(sample_store: Path) -> Iterator[Assistant]:
    with Assistant.open(sample_store) as opened:
        yield opened


@pytest.fixture(scope="module")
def stored(bot: Assistant) -> dict[str, str]:
    return {entry.id: bot.store.report(entry.id).text for entry in bot.store.entries()}


def asked(bot: Assistant, question: str, before: str = "") -> Answer | None:
    """The answer; None where the room refuses the question in a sentence."""
    try:
        return bot.ask(question, ((before, "答"),) if before else ())
    except AssistantError as error:
        reason = str(error)
    assert SENTENCE.search(reason)
    return None


def test_any_question_is_answered_from_quotes_that_stand(bot: Assistant, stored: dict[str, str]) -> None:
    @settings(max_examples=many(80), suppress_health_check=SLOW)
    @given(QUESTIONS, QUESTIONS)
    def every(question: str, before: str) -> None:
        answer = asked(bot, question, before)
        assert answer is None or answer.text
        assert answer is None or misquoted(answer.citations, stored) == []

    every()


# fmt: off
SAID_PIECES = (
    "<think>", "</think>", "![图](http://192.0.2.1/a.png)", "[看](javascript:x)", "<img src=x>", "[1]",
    "【2】", "[资料3]", "https://", "www.", "**", "## ", "`", "增长6.2%", "９７９６人", "。", "\n", "[", "](",
    "<", "img src=x>", "\u200b", ">", "!", "(x)", "/a.example",
)
# fmt: on
ACTS = re.compile(r"<img[^<>]*>|https?://\S|\u200b|９")
"""What another program than our page, which escapes it all, could take for more than text."""


@settings(max_examples=many(200))
@given(st.lists(st.sampled_from(SAID_PIECES), max_size=25).map("".join), st.integers(1, 9))
def test_a_models_text_is_cleaned_in_any_pieces(text: str, size: int) -> None:
    cleaner, out = Cleaner(), ""
    for at in range(0, len(text), size):
        more, dropped = cleaner.feed(text[at : at + size])
        out = more if dropped else out + more
    assert not ACTS.search(out + cleaner.finish())
    assert not ACTS.search(clean(text))


HONEST = "2023年，卫东区城镇新增就业9796人[1]。失业人员再就业4070人[1]。"


def test_whatever_a_model_says_the_figures_shown_are_quoted(
    sample_store: Path, stored: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.syspath_prepend(ROOT / "tests" / "assistant")
    from llm_server import Reply, serving

    question = "2023年卫东区新增就业多少"
    pieces = st.sampled_from((*SAID_PIECES, *PIECES, *HONEST, HONEST[:23], HONEST))

    @settings(max_examples=many(50), suppress_health_check=SLOW)
    @given(st.lists(pieces, max_size=10).map("".join), st.integers(0, len(HONEST)), st.integers(0, 3))
    def every(said: str, at: int, gone: int) -> None:
        server.say(Reply(HONEST[:at] + said + HONEST[at + gone :], piece=32))
        answer = bot.ask(question)
        assert answer.text
        assert misquoted(answer.citations, stored) == []
        assert unsupported(answer.text, answer.citations, question) == []
        assert not ACTS.search(answer.text)

    with serving() as server:
        values = {"llm_model": "m", "llm_base_url": server.url, "llm_timeout": 60, "llm_retries": 0}
        with Assistant.open(sample_store, settings=Settings(_env_file=None, **values)) as bot:  # type: ignore[arg-type]
            every()


# Runs that a careless expression reads again from each of their characters.
RUNS = (
    "1", "1.", "1,", "一", "（", "、", "年", "第", "是多少", "各是多少", "县", "和", "比", "从多少到",
    "2023年", "增长", "*", "[", "<", "![", "“", "\n", "的", "几", "人民代表大会", "责任单位：", "http://",
)  # fmt: skip
REPORT, SAID, QUESTION = 6000, 6000, 2000
"""Characters of the longer of two texts; a question has no more."""


def seconds(work: Callable[[str], object], text: str) -> float:
    """Processor time, the middle one of three."""

    def once() -> float:
        start = time.process_time()
        work(text)
        return time.process_time() - start

    return statistics.median(once() for _ in range(3))


@pytest.mark.parametrize("road", ["report", "said", "question"])
def test_four_times_the_length_takes_no_more_than_about_four_times_as_long(road: str, bot: Assistant) -> None:
    """A square of the length would take sixteen times as long, a cube sixty-four times."""
    from assistant.figures.sides import sides_of
    from assistant.questions.parts import parts_of
    from assistant.questions.understand import read_question

    places = PlaceIndex(bot.store.entries())

    def understand(text: str) -> None:
        slots = read_question(text, places)
        parts_of(slots, None, places)
        sides_of(slots, places)

    work, length = {
        "report": (lambda text: told(text, place="卫东区", year=2024), REPORT),
        "said": (clean, SAID),
        "question": (understand, QUESTION),
    }[road]
    slow = []
    for run in RUNS:
        longer = (run * length)[:length]
        # What is over at once need not be weighed.
        start = time.process_time()
        work(longer)
        if time.process_time() - start < 0.3:
            continue
        ratio = seconds(work, longer) / max(seconds(work, longer[: length // 4]), 1e-3)
        if ratio > 12:
            slow.append((run, round(ratio, 1)))
    assert slow == []
