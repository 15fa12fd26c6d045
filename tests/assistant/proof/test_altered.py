"""Two hundred answers of a model with one figure altered, made from reports' own facts: none is shown.

Each fact is first told truly: only where that answer stands is the altered one worth anything.
"""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from llm_server import Scripted
from scripted import RESULTS
from spoken import Spoken, kept, reached

from assistant import Assistant, Settings
from reports.records import Fact
from vectorstore import Store

ANSWERS = 200
MOST = 44
"""Answers of one kind."""
NUMBER = re.compile(r"\d+(?:\.\d+)?")
PLAIN = re.compile(r"(\d+(?:\.\d+)?)([万亿]?)(\D+)")
POINTS = "个百分点"


def digits_swapped(fact: Fact, rng: random.Random) -> str:
    digits = list(fact.figure)
    pairs = [
        (a, b)
        for a in range(len(digits))
        for b in range(a)
        if digits[a].isdigit() and digits[b].isdigit() and digits[a] != digits[b]
    ]
    if not pairs:
        return ""
    a, b = rng.choice(pairs)
    digits[a], digits[b] = digits[b], digits[a]
    return "".join(digits)


def digit_replaced(fact: Fact, rng: random.Random) -> str:
    at = rng.choice([i for i, char in enumerate(fact.figure) if char.isdigit()])
    other = rng.choice([d for d in "123456789" if d != fact.figure[at]])
    return fact.figure[:at] + other + fact.figure[at + 1 :]


def other_multiple(fact: Fact, rng: random.Random) -> str:
    """万 for 亿, 亿 for 万, 万 where there is neither."""
    parts = PLAIN.fullmatch(fact.figure)
    if not parts or fact.unit in ("%", POINTS):
        return ""
    return parts[1] + {"亿": "万", "万": "亿", "": "万"}[parts[2]] + parts[3]


def percent_or_points(fact: Fact, rng: random.Random) -> str:
    """个百分点 for %, % for 个百分点."""
    if fact.unit not in ("%", POINTS):
        return ""
    number = NUMBER.match(fact.figure)
    return number.group() + (POINTS if fact.unit == "%" else "%") if number else ""


FIGURES: tuple[Callable[[Fact, random.Random], str], ...] = (
    digits_swapped,
    digit_replaced,
    other_multiple,
    percent_or_points,
)


def told(fact: Fact, *, year: int, figure: str) -> str:
    """The fact as a model tells it; year and figure as given."""
    aim = "目标" if fact.nature == "目标" else ""
    verb = {"增速": "增长" if fact.unit == "%" else "提高"}.get(fact.measure, "为")
    return f"{year}年，{fact.place}{fact.indicator}{aim}{verb}{figure}[n]。"


def question(fact: Fact) -> str:
    aim = "目标" if fact.nature == "目标" else ""
    growth = "增速" if fact.measure == "增速" else ""
    return f"{fact.year}年{fact.place}{fact.indicator}{growth}{aim}是多少"


def usable(store: Store) -> list[Fact]:
    """Facts that make a plain sentence, levels and growth."""
    facts = [known.fact for known in store.facts([entry.id for entry in store.entries()])]
    return [
        fact
        for fact in facts
        if fact.year and len(fact.period) == 4 and 3 <= len(fact.indicator) <= 14 and not fact.bound
        and fact.nature in (*RESULTS, "目标") and fact.measure in ("水平", "增速")
        and fact.place not in ("全国", "全省") and PLAIN.fullmatch(fact.figure) and fact.value > 0
    ]  # fmt: skip


def altered(fact: Fact, facts: list[Fact], kind: int, rng: random.Random) -> Spoken | None:
    """The fact with its figure or its year altered; None where that is no falsehood."""
    like = [f for f in facts if f.place == fact.place]
    if kind == len(FIGURES):
        year = (fact.year or 0) + rng.choice([-3, -2, -1, 1])
        if any(f.year == year and f.normal == fact.normal for f in like):
            return None
        text = told(fact, year=year, figure=fact.figure)
        return Spoken(question(fact), text, text.removesuffix("[n]。"))
    figure = FIGURES[kind](fact, rng)
    if not figure or any(figure in f.figure or figure in f.clause for f in like):
        return None
    return Spoken(question(fact), told(fact, year=fact.year or 0, figure=figure), figure)


def tried(store: Path, model: Scripted) -> tuple[Counter[str], list[str]]:
    """How many altered answers of each kind were given, and those that were shown."""
    names = [*(kind.__name__ for kind in FIGURES), "other_year"]
    rng, count, shown = random.Random(20240123), Counter[str](), []
    settings = Settings(_env_file=None, llm_model="m", llm_base_url=model.url, llm_timeout=60)  # type: ignore[call-arg]
    with Assistant.open(store, settings=settings) as bot:
        facts = usable(bot.store)
        for fact in rng.sample(facts, len(facts)):
            if count.total() == ANSWERS:
                break
            true = Spoken(question(fact), told(fact, year=fact.year or 0, figure=fact.figure))
            model.script = true.script
            if not kept(true, bot.ask(true.question)):
                continue
            for kind, name in enumerate(names):
                false = altered(fact, facts, kind, rng)
                if false is None or count[name] == MOST or count.total() == ANSWERS:
                    continue
                count[name] += 1
                model.script = false.script
                answer = bot.ask(false.question)
                if reached(false, answer):
                    shown.append(f"{name}: {false.text} → {answer.text}")
    return count, shown


@pytest.mark.parametrize("over", ["sample_store", "real_store"])
def test_of_two_hundred_altered_answers_none_is_shown(
    over: str, model: Scripted, request: pytest.FixtureRequest, tables: list[str]
) -> None:
    count, shown = tried(request.getfixturevalue(over), model)
    where = {"sample_store": "示例报告", "real_store": "真实报告"}[over]
    tables.append(
        f"改动数字的回答（{where}）：{count.total()} 个，显示出来 {len(shown)} 个；"
        + "、".join(f"{name} {number}" for name, number in count.items())
    )
    assert shown == []
    assert count.total() == ANSWERS
    assert min(count.values()) >= 20
    assert len(count) == len(FIGURES) + 1
