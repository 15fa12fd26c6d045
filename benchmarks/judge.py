"""Trains the trees of ``assistant/proof/judge.py`` and measures what they do to sets that they have not seen.

    python benchmarks/judge.py [--write] [--sets a,b,…] [--show]

Answers written by hand (tests/assistant/said), true and false, and clauses made from the evidence that
their questions bring. Each set is judged by trees trained without it: how many falsehoods are shown and
how many truths are altered by the whole check. ``--write`` trains on all but the sets that only measure,
and writes judge_trees.json.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kit.examples import Row, clause_rows, figure_rows, made_rows
from kit.results import options, save
from kit.stores import store_of
from kit.trees import LEARNT, fitted
from kit.watch import ROOT

sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "assistant")]

if TYPE_CHECKING:
    from spoken import Spoken

    from assistant.llm.generate import Job
    from assistant.proof.material import Material

ON_SAMPLES = ("samples", "tricks", "words", "last")
TOGETHER = ("fresh_e", "whole")
"""Over the same reports: left out together."""


@dataclass(frozen=True, slots=True)
class Handed:
    """What a question brings: the job, its evidence, and the prompt."""

    job: Job
    material: Material
    prompt: str


def store(name: str) -> Path:
    """The store that a set is about."""
    from spoken import reports_of

    if name in ON_SAMPLES:
        return store_of("samples", sorted((ROOT / "samples").iterdir()))
    if name == "five":
        return store_of("five", sorted((ROOT.parent / "shared" / "reports").glob("*.txt")))
    return store_of(name, reports_of(name))


def handed(name: str) -> dict[str, Handed]:
    """By question of a set, what it brings; questions that never reach the LLM are left out."""
    from llm_server import Reply, serving
    from spoken import load

    from assistant import Assistant, Settings
    from assistant.llm.generate import Generator

    seen: list[tuple[Job, Material]] = []
    plain = Generator._checker

    def watched(job: Job, material: Material) -> Any:
        seen.append((replace(job, shelf=None), material))  # type: ignore[arg-type]
        return plain(job, material)

    found: dict[str, Handed] = {}
    Generator._checker = staticmethod(watched)  # type: ignore[method-assign]
    try:
        with serving() as server:
            settings = Settings(_env_file=None, llm_model="m", llm_base_url=server.url, llm_timeout=60)  # type: ignore[call-arg]
            with Assistant.open(store(name), settings=settings) as bot:
                server.script = lambda _: Reply("。")
                for question in dict.fromkeys(one.question for one in load(name)):
                    seen.clear()
                    server.requests.clear()
                    bot.ask(question)
                    if seen:
                        found[question] = Handed(*seen[-1], server.prompts[-1])
    finally:
        Generator._checker = staticmethod(plain)  # type: ignore[method-assign]
    return found


def rows_of(name: str, given: Mapping[str, Handed]) -> list[Row]:
    """The examples of one set."""
    from spoken import handed_over, load, numbered

    rows: list[Row] = []
    for number, one in enumerate(load(name)):
        brought = given.get(one.question)
        if brought is None or not (one.false or handed_over(one, brought.prompt)):
            continue
        checker = _generator()._checker(brought.job, brought.material)
        text = numbered(one.text, brought.prompt)
        rows += figure_rows(checker, text, one.false, f"{name} {number}")
        rows += clause_rows(checker, text, one.false, f"{name} {number}")
    for question, brought in given.items():
        rows += made_rows(brought.material.items, question, name)
    return rows


def _generator() -> Any:
    from assistant.llm.generate import Generator

    return Generator.__new__(Generator)


def use(trees: Mapping[str, Any]) -> None:
    """From now on the check judges by these trees."""
    from assistant.evidence.trees import Trees
    from assistant.proof import judge

    read = {kind: Trees.read(told) for kind, told in trees.items()}
    judge._trees = lambda: read  # type: ignore[assignment]


def shown(brought: Handed, said: Spoken) -> Any:
    """The answer as the user sees it where the LLM says so."""
    from spoken import numbered

    from assistant.llm.generate import _Page
    from assistant.proof.cleaning import Cleaner

    generator = _generator()
    page = _Page(generator._checker(brought.job, brought.material))
    cleaner = Cleaner()
    page.take(cleaner.feed(numbered(said.text, brought.prompt))[0])
    page.take(cleaner.finish())
    page.close(whole=True)
    return generator._answer(brought.job, brought.material, page, 0)


def outcome(name: str, given: Mapping[str, Handed]) -> Iterator[tuple[Spoken, bool]]:
    """Each answer of a set that counts, and whether it went wrong: a falsehood shown, a truth altered."""
    from spoken import handed_over, kept, load, reached

    for one in load(name):
        brought = given.get(one.question)
        if brought is None or not (one.false or handed_over(one, brought.prompt)):
            continue
        answer = shown(brought, one)
        yield one, reached(one, answer) if one.false else not kept(one, answer)


def report(name: str, given: Mapping[str, Handed], tell: Callable[[str], None] | None) -> tuple[int, ...]:
    """Prints and returns falsehoods, those shown, truths, those altered."""
    done = list(outcome(name, given))
    count = [
        sum(bool(one.false) == false and (wrong or not only) for one, wrong in done)
        for false in (True, False)
        for only in (False, True)
    ]
    print(
        f"{name:10} 假话 {count[0]:4} 露出 {count[1]:3} {100 * count[1] / max(1, count[0]):5.1f}%"
        f"   真话 {count[2]:4} 被改 {count[3]:3} {100 * count[3] / max(1, count[2]):5.1f}%",
        flush=True,
    )
    for one, wrong in done:
        if tell and wrong:
            tell(f"  {'露出' if one.false else '被改'}：{one.question} | {one.text}")
    return tuple(count)


def main() -> int:
    from spoken import FRESH, UNSEEN

    from assistant.proof.judge import TREES

    parser = options(__doc__, "judge")
    parser.add_argument("--write", action="store_true", help="写入由全部例子训练的树")
    parser.add_argument("--sets", default="", help="只测这几组（逗号隔开）")
    parser.add_argument("--show", action="store_true", help="列出每一句错处")
    asked = parser.parse_args()
    groups = [ON_SAMPLES, ("five",), *((name,) for name in FRESH if name not in TOGETHER), TOGETHER]
    given = {name: handed(name) for group in groups for name in group}
    rows = {name: rows_of(name, brought) for name, brought in given.items()}
    given |= {name: handed(name) for name in UNSEEN}
    tell = print if asked.show else None
    total: list[tuple[int, ...]] = []
    print("每组都由没有见过它的树来判断：")
    for group in groups:
        if asked.sets and not set(asked.sets.split(",")) & set(group):
            continue
        seen = [row for name, some in rows.items() if name not in group for row in some]
        use({kind: fitted(seen, kind) for kind in LEARNT})
        total += [report(name, given[name], tell) for name in group]
    sums = [sum(column) for column in zip(*total, strict=True)]
    print(f"合计       假话 {sums[0]} 露出 {sums[1]}   真话 {sums[2]} 被改 {sums[3]}")
    save(asked.json, dict(zip(("false", "shown", "true", "altered"), sums, strict=True)), [])
    if asked.write:
        trees = {kind: fitted([row for some in rows.values() for row in some], kind) for kind in LEARNT}
        TREES.write_text(json.dumps(trees, separators=(",", ":")) + "\n", encoding="utf-8")
        use(trees)
        print("由全部例子训练的树：")
        for name, brought in given.items():
            report(name, brought, tell)
    return 0


if __name__ == "__main__":
    sys.exit(main())
