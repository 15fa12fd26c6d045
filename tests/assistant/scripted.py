"""Scripted answers of an LLM, made from the facts of a store: honest ones and false ones."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from llm_server import Reply

from reports.records import Fact
from vectorstore import Store

RESULTS = ("实绩", "初步核算")


@dataclass(frozen=True)
class Said:
    """A question, what the scripted LLM answers (``[n]`` to be filled in), and what is false in it."""

    kind: str
    question: str
    text: str
    false: str
    figure: str


def shows(said: Said, text: str) -> bool:
    """Whether an answer's text shows what is false in ``said``."""
    return re.search(rf"(?<![\d.]){re.escape(said.false)}", re.sub(r"\[\d+\]", "", text)) is not None


def fill(said: Said) -> Callable[[dict[str, Any]], Reply]:
    """A script that finds the evidence number in the prompt, as a model would."""

    def script(request: dict[str, Any]) -> Reply:
        prompt = request["messages"][-1]["content"]
        lines = dict(re.findall(r"(?m)^\[(\d+)\](（.*)$", prompt))
        number = next((n for n, line in lines.items() if said.figure in line), "1")
        return Reply(said.text.replace("[n]", f"[{number}]"), piece=16)

    return script


def plain_facts(store: Store) -> list[Fact]:
    """Facts that make a plain sentence: a year, an indicator in front of the figure, nothing after."""
    facts = [s.fact for s in store.facts([e.id for e in store.entries()])]
    return [
        f
        for f in facts
        if f.year and len(f.period) == 4 and len(f.indicator) >= 4 and f.before.endswith(f.indicator)
        and not f.after and f.measure == "水平" and f.nature in (*RESULTS, "目标") and f.unit and not f.bound
        and f.place not in ("全国", "全省") and re.fullmatch(r"[\d.]+\D+", f.figure)
    ]  # fmt: skip


def question(fact: Fact) -> str:
    return f"{fact.year}年{fact.place}{fact.indicator}{'目标' if fact.nature == '目标' else ''}是多少"


def told(fact: Fact, *, place: str = "", year: int | None = None, figure: str = "", what: str = "") -> str:
    """One of several honest wordings of a fact, with what is to be changed in it."""
    where, when = place or fact.place, year or fact.year
    target = "目标" if fact.nature == "目标" else ""
    said, number = what or fact.indicator, figure or fact.figure
    shapes = (
        f"{when}年，{where}{said}{target}为{number}",
        f"{where}{when}年{said}{target}{'是' if target else '达到'}{number}",
        f"根据报告，{where}在{when}年的{said}{target}是{number}",
    )
    return shapes[fact.ordinal % len(shapes)]


def honest(store: Store) -> Iterator[Said]:
    """True answers."""
    for fact in plain_facts(store):
        yield Said("honest", question(fact), told(fact) + "[n]。", "", fact.figure)


def false(store: Store) -> Iterator[Said]:
    """False answers of every kind, each with the words that must not be shown."""
    facts = plain_facts(store)
    for i, fact in enumerate(facts):
        ask = question(fact)

        def say(kind: str, text: str, *, shown: str = "", ask: str = ask, fact: Fact = fact) -> Said:
            return Said(kind, ask, text + "[n]。", shown or text, fact.figure)

        digits = re.sub(r"\d", lambda m: str((int(m[0]) + 3) % 10 or 4), fact.figure, count=1)
        yield say("digit", told(fact, figure=digits), shown=digits)
        yield say("year", told(fact, year=(fact.year or 0) - 1))
        other = "山城区" if fact.place == "卫东区" else "卫东区"
        yield say("place", told(fact, place=other))
        number = re.match(r"[\d.]+", fact.figure)
        assert number
        rest = fact.figure[number.end() :]
        unit = number.group() + (rest.lstrip("万亿") if rest[0] in "万亿" else "万" + rest)
        yield say("unit", told(fact, figure=unit), shown=told(fact, figure=unit))
        rival = next(
            (f for f in facts[i + 1 :] + facts[:i] if f.place == fact.place and f.year == fact.year
             and f.unit == fact.unit and f.figure != fact.figure and f.nature == fact.nature
             and not set(f.indicator) & set(fact.indicator)),
            None,
        )  # fmt: skip
        if rival:
            yield say("indicator", told(fact, what=rival.indicator))
            swapped = told(fact, figure=rival.figure)
            yield Said("other figure", ask, swapped + "[n]。", swapped, rival.figure)
        praise = f"报告写道：“{fact.place}的{fact.indicator}创下历史新高，居全省前列”"
        yield say("quote", praise, shown="创下历史新高")
        if fact.nature == "目标":
            done = f"{fact.place}{fact.year}年实际完成{fact.indicator}{fact.figure}"
            yield say("target as result", done)
