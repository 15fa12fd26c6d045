"""Hand-written answers, half of them never looked at while the rules were made: what reaches the user."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from llm_server import Scripted
from spoken import (
    CORPUS,
    FRESH,
    UNSEEN,
    Spoken,
    bare,
    handed_over,
    kept,
    load,
    numbered,
    reached,
    reports_of,
)

from assistant import Answer, Assistant, Settings
from vectorstore import Store

REPORTS = Path(__file__).resolve().parents[4] / "shared" / "reports"
MOST_SHOWN = 2
"""Falsehoods of one set that was fresh once, of 57 to 208."""
WHOLE = ("whole", *UNSEEN)
"""Parts of whole replies: openings and summings-up, which no one sentence of a report says."""
ON_SAMPLES = ("samples", "tricks", "words", "last")


@pytest.fixture
def opened_at(server: Scripted) -> Iterator[Callable[[Path], Assistant]]:
    made: list[Assistant] = []

    def make(store: Path) -> Assistant:
        settings = Settings(_env_file=None, llm_model="m", llm_base_url=server.url, llm_timeout=60)  # type: ignore[call-arg]
        made.append(Assistant.open(store, settings=settings))
        return made[-1]

    yield make
    for bot in made:
        bot.close()


@pytest.fixture(scope="session")
def five_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    if not REPORTS.is_dir():
        pytest.skip(f"没有真实报告 {REPORTS}")
    from reports import read_report

    path = tmp_path_factory.mktemp("five") / "store"
    with Store.open(path, create=True) as store:
        store.add_many([read_report(p) for p in sorted(REPORTS.glob("*.txt"))])
    return path


def asked(bot: Assistant, server: Scripted, spoken: Spoken) -> tuple[Answer, str]:
    """The answer, and the prompt that the scripted model got."""
    server.script = spoken.script
    server.requests.clear()
    answer = bot.ask(spoken.question)
    return answer, server.prompts[-1] if server.prompts else ""


def judged(bot: Assistant, server: Scripted, said: list[Spoken]) -> tuple[list[str], list[str], int]:
    """Falsehoods that were shown, true answers that were altered, and how many true ones there were."""
    shown, altered, true = [], [], 0
    for spoken in said:
        answer, prompt = asked(bot, server, spoken)
        if spoken.false:
            shown += [f"{spoken.text} → {answer.text}"] if reached(spoken, answer) else []
        elif handed_over(spoken, prompt):
            true += 1
            altered += [] if kept(spoken, answer) else [f"{spoken.text} → {answer.text}"]
    return shown, altered, true


def test_no_falsehood_over_the_samples_is_shown_and_the_truth_stands(
    opened_at: Callable[[Path], Assistant], server: Scripted, sample_store: Path
) -> None:
    said = [one for name in ON_SAMPLES for one in load(name)]
    assert sum(bool(one.false) for one in said) >= 150
    shown, altered, true = judged(opened_at(sample_store), server, said)
    assert shown == []
    assert true >= 70
    # Most of these sum up in other words what no sentence of the report says.
    assert len(altered) <= true // 13, altered


def test_no_falsehood_over_the_five_reports_is_shown_and_the_truth_stands(
    opened_at: Callable[[Path], Assistant], server: Scripted, five_store: Path
) -> None:
    said = load("five")
    assert sum(bool(one.false) for one in said) >= 80
    shown, altered, true = judged(opened_at(five_store), server, said)
    assert shown == []
    assert true >= 35
    assert len(altered) <= 2, altered


def test_the_halves_share_nothing_and_make_up_the_whole() -> None:
    for name in (*ON_SAMPLES, "five"):
        dev, held, every = (set(load(name, half)) for half in ("dev", "held", "all"))  # type: ignore[arg-type]
        assert dev | held == every
        assert not dev & held


def test_what_measures_is_right_itself(sample_store: Path) -> None:
    false = Spoken("问", "甲区修路⟦⟧90公里[n]。好。", "90公里")
    assert reached(false, Answer("甲区修路⟦⟧９０公里[1]。好。", True, "llm"))
    assert not reached(false, Answer("甲区修路80公里[1]。", True, "llm"))
    true = Spoken("问", "甲区修路**80公里**[n]。")
    assert kept(true, Answer("甲区修路80公里[1][2]。", True, "llm"))
    assert not kept(true, Answer("甲区修路80里。", True, "llm"))
    assert bare("多3（5−2＝3）。\n| 1｜") == "多3。1"
    assert handed_over(Spoken("问", "2023年修路80公里。"), "[1]（…）修路 80 公里")
    assert not handed_over(Spoken("问", "修路80公里。"), "[1]（…）修路180公里")
    assert numbered("修路80公里[n]。", "[1]（a）90\n[2]（b）80") == "修路80公里[2]。"


@pytest.mark.parametrize("name", [*FRESH, *UNSEEN])
def test_no_falsehood_over_further_reports_is_shown(
    name: str, opened_at: Callable[[Path], Assistant], server: Scripted, tmp_path: Path
) -> None:
    """Sets that were fresh once; a fresh one lets more through (benchmarks/README.md).

    The trees have learnt from all but ``UNSEEN``, and are not made to know each of their sentences by heart.
    """
    if not CORPUS.is_dir():
        pytest.skip(f"没有报告集 {CORPUS}")
    from reports import read_report

    with Store.open(tmp_path / "store", create=True) as store:
        store.add_many([read_report(path) for path in reports_of(name)])
    shown, altered, true = judged(opened_at(tmp_path / "store"), server, load(name))
    assert len(shown) <= MOST_SHOWN, shown
    assert true >= 30
    # Some of these answer another question than the one asked, and the found figure takes their place.
    assert len(altered) <= true / (2.5 if name in WHOLE else 5), altered
