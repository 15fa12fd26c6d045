"""Trains what ``questions.shortened`` leaves out: ``-m assistant.training.forms tests/forms FOLDER...``.

Each form of a question there has its shortest form that is still answered rightly (``plain``); which
of its characters that leaves out is what the field learns. ``--reduce`` finds the shortest forms anew:
run after run between blanks and signs is left out, then as much as may be at its ends. The blanks are
filled with figures of reports that no gold set asks about. What is printed was judged by a field that
had seen no form of the same writer (one file, one writer).
"""

from __future__ import annotations

import json
import random
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Annotated, Any

import typer

from reports.patterns import regex
from reports.records import Report

from ..chain import Chain
from ..questions.places import PlaceIndex
from ..questions.shortened import DROPPED, KEPT, MODEL, PLACE, SAYS_NOTHING, YEAR, features, signs_and_spans
from ..settings import Settings
from .belief import Files, files_in, free_of, read_gold, read_reports
from .fillings import BLANK, TOPICS, Fillings, Form, read_forms

REPORTS = 16
"""So many reports give the figures that the blanks are filled with."""
FILLINGS, COPIES = 2, 4
"""How often a form is filled to find its shortest form, and to be learned."""
PENALTY = {"c1": 1.0, "c2": 0.05, "max_iterations": 120, "feature.possible_transitions": True}
NARROWED = "narrowed"
"""Forms of a part of something, whose shortest forms are given: every noun of them stays."""
_UNITS = ("", "", "亿元", "万人", "家", "公里", "万亩", "个", "人", "户", "万吨")
# What tells times, goals, growth and comparisons apart stays.
_MEANS = regex(
    "去年|上一?年|前一年|今年|本年|明年|当年|年底|年末|目标|计划|预期|打算|力争|实际|增长|增速|增幅|涨|同比|比重|占比|下降"
    "|提高|平均|累计|年均|差|比|和|与|跟|更|合计|总|各|分别|还|再|呢|问题|不足|困难|短板|[十五四三二]五|20\\d\\d|末"
)
_ASKS = regex("多少|几|谁|哪|何|什么|怎|咋|啥|多[大高长久]|吗|没有")
_STOPS = regex("[，。,？?！!：:；;—、（）()《》]")


def shortest(fillings: Fillings, form: Form, chance: random.Random) -> str:
    """The form without all that it is answered rightly without; ``""`` where nothing left out makes it so."""
    drawn = fillings.draw(form, chance, FILLINGS)

    def good(pieces: Sequence[str]) -> bool:
        text = "".join(pieces)
        return all(fillings.right(form, filling, text) for filling in drawn)

    if len(drawn) < FILLINGS:
        return ""
    return _reduced(form, good, (_MEANS, _ASKS)) or _reduced(form, good, (_MEANS,))


def _reduced(form: Form, good: Callable[[Sequence[str]], bool], stay: Sequence[Any]) -> str:
    pieces = [*_pieces(form.form, stay)]
    texts = [text if fixed else "" for text, fixed in pieces]
    if not good(texts):
        # with one run more, or with all but one
        free = [i for i, (_, fixed) in enumerate(pieces) if not fixed]
        for i in free:
            tried = [pieces[i][0] if j == i else text for j, text in enumerate(texts)]
            if good(tried):
                texts = tried
                break
        else:
            texts = [text for text, _ in pieces]
            if not good(texts):
                return ""
    for i, text in enumerate(texts):
        if pieces[i][1] or not text:
            continue
        for shorter in ("", *(text[n:] for n in range(len(text) - 1, 0, -1))):
            if good([*texts[:i], shorter, *texts[i + 1 :]]):
                texts[i] = shorter
                break
        for end in range(1, len(texts[i])):
            if good([*texts[:i], texts[i][:end], *texts[i + 1 :]]):
                texts[i] = texts[i][:end]
                break
    return "".join(texts)


def _pieces(form: str, stay: Sequence[Any]) -> Iterator[tuple[str, bool]]:
    """A form's blanks and what stays, fixed, and the runs between them, which may go."""
    at = 0
    fixed = sorted((m.start(), m.end()) for pattern in (BLANK, *stay) for m in pattern.finditer(form))
    marks = [(m.start(), m.end()) for m in _STOPS.finditer(form)]
    for start, end in sorted({*fixed, *marks}):
        if start < at:
            continue
        if at < start:
            yield form[at:start], False
        yield form[start:end], (start, end) in fixed
        at = end
    if at < len(form):
        yield form[at:], False


def kept(form: str, plain: str) -> list[tuple[str, bool]]:
    """The characters and blanks of a form, each with whether its shortest form keeps it.

    ``plain`` is the form with some left out: a longest common subsequence, in as few runs as may be.
    """
    whole, short = BLANK_OR_CHAR.findall(form), BLANK_OR_CHAR.findall(plain)
    best = [[0.0] * (len(short) + 1) for _ in range(len(whole) + 1)]
    for i in range(len(whole) - 1, -1, -1):
        for j in range(len(short) - 1, -1, -1):
            skipped = max(best[i + 1][j], best[i][j + 1])
            taken = best[i + 1][j + 1] + 1 + _RUN * (whole[i + 1 : i + 2] == short[j + 1 : j + 2])
            best[i][j] = max(skipped, taken) if whole[i] == short[j] else skipped
    told, j = [], 0
    for i, char in enumerate(whole):
        taken = j < len(short) and char == short[j] and best[i][j] > best[i + 1][j]
        told.append((char, taken))
        j += taken
    return told


BLANK_OR_CHAR = regex("【.+?】|.")
_RUN = 0.1


def signs_of(form: Form, indicators: Sequence[str], chance: random.Random) -> tuple[str, list[str]]:
    """A form filled as the field sees it, and whether each character is kept; blanks always are."""
    signs, labels = "", list[str]()
    several = chance.sample(indicators, 3)
    for char, stays in kept(form.form, form.plain):
        blank = char[1:-1] if char.startswith("【") else ""
        text = _filled(blank, several, chance) if blank else char
        signs += text
        labels += [KEPT if stays or blank not in ("", "几", "时", "规划") else DROPPED] * len(text)
    return signs, labels


def _filled(blank: str, indicators: Sequence[str], chance: random.Random) -> str:
    if blank.startswith("地"):
        return PLACE
    if blank in ("年", "今年", "末年"):
        return YEAR
    if blank == "几":
        return chance.choice((*(f"多少{unit}" for unit in _UNITS), "百分之几"))
    if blank in ("时", "规划"):
        return chance.choice(("十四五", "“十四五”", "十三五", "“十三五”"))
    if blank == "话题":
        return chance.choice((*TOPICS, *indicators))
    return indicators[int(blank[-1]) - 1 if blank[-1].isdigit() else 0]


def unanswerable(gold: Path) -> list[str]:
    """The development questions that no report answers, as the field sees them: nothing of them may go."""
    nowhere = PlaceIndex(())
    rows = (row for path in sorted(gold.glob("*_dev.jsonl")) for row in read_gold(path))
    return [signs_and_spans(row.q, nowhere)[0] for row in rows if not row.answerable]


def phrases(reports: Sequence[Report]) -> list[str]:
    """Clauses of reports, and figures' own words: what else a question may be about."""
    clauses = [c for r in reports for c in _CLAUSE.findall(r.text)]
    return sorted(
        {*clauses, *(f.indicator for r in reports for f in r.facts if _SHORT.fullmatch(f.indicator))}
    )


_CLAUSE = regex("(?<=[，。；、])[一-鿿]{4,14}(?=[，。；、])")
_SHORT = regex("[一-鿿A-Za-z]{2,12}")


def trained(
    forms: Sequence[Form], indicators: Sequence[str], whole: Sequence[str], path: Path, seed: int
) -> None:
    """Writes the field that ``forms`` and the questions that stay ``whole`` teach to ``path``."""
    import pycrfsuite

    chance = random.Random(seed)
    trainer = pycrfsuite.Trainer(verbose=False)
    trainer.set_params(PENALTY)
    for form in forms:
        for _ in range(COPIES):
            signs, labels = signs_of(form, indicators, chance)
            trainer.append(features(signs), labels)
    for signs in whole:
        trainer.append(features(signs), [KEPT] * len(signs))
    trainer.train(str(path))


def _report(
    by_writer: dict[str, list[Form]], indicators: Sequence[str], whole: Sequence[str], seed: int
) -> None:
    """Prints how well each writer's forms are shortened by a field trained on the others'."""
    import pycrfsuite

    typer.echo("留出的一组      句式  略去的字里该略的 %  该略的字里略去的 %")
    with tempfile.TemporaryDirectory() as folder:
        for writer, own in by_writer.items():
            path = Path(folder) / writer
            trained(
                [f for w, fs in by_writer.items() if w != writer for f in fs], indicators, whole, path, seed
            )
            tagger, chance = pycrfsuite.Tagger(), random.Random(seed)
            tagger.open(str(path))
            both = dropped = droppable = 0
            for form in own:
                signs, labels = signs_of(form, indicators, chance)
                tagger.set(features(signs))
                for i, label in enumerate(labels):
                    goes = tagger.marginal(DROPPED, i) >= SAYS_NOTHING
                    both += goes and label == DROPPED
                    dropped += goes
                    droppable += label == DROPPED
            typer.echo(
                f"{writer:14}  {len(own):4}  {100 * both / dropped:18.1f}  {100 * both / droppable:18.1f}"
            )


def main(
    forms: Annotated[Path, typer.Argument(help="句式的文件夹，一个文件一位作者。")],
    folders: Annotated[list[Path], typer.Argument(help="报告的文件夹。")],
    gold: Annotated[Path, typer.Option(help="金标问题的文件夹：其中的报告不用来填空。")] = Path("tests/gold"),
    reduce: Annotated[bool, typer.Option(help="重新找每个句式最短的问法，写回句式文件。")] = False,
    report: Annotated[bool, typer.Option(help="先逐位作者留出测量。")] = True,
    seed: Annotated[int, typer.Option(help="随机数种子。")] = 7,
) -> None:
    """训练“问题里哪些话可以略去”的判断，打印未见过的作者的句式上的得分，写入 shortened.crfsuite。"""
    fillings = fillings_from(folders, gold, seed)
    reports = fillings.reports
    named = sorted({k.indicator for ks in fillings.by_kind.values() for k in ks})
    told = random.Random(seed).sample(phrases(reports), len(named) * 2)
    indicators = sorted({*named, *told})
    by_writer: dict[str, list[Form]] = {}
    for path in sorted(forms.glob("*.jsonl")):
        if path.stem.endswith("heldout"):
            continue
        own = read_forms(path)
        if reduce and path.stem != NARROWED:
            own = [replace(f, plain=shortest(fillings, f, random.Random(f.id))) for f in own]
            write_forms(path, own)
            typer.echo(f"{path.stem}：{len(own)} 个句式，{sum(bool(f.plain) for f in own)} 个有最短问法")
        by_writer[path.stem] = [f for f in own if f.plain]
    whole = unanswerable(gold)
    if report:
        _report(by_writer, indicators, whole, seed)
    trained([f for own in by_writer.values() for f in own], indicators, whole, MODEL, seed)


def fillings_from(folders: Sequence[Path], gold: Path, seed: int) -> Fillings:
    """Fillings by reports of ``folders`` that no question of ``gold`` is about, one of each place."""
    free = free_of(files_in(folders), gold)
    read = read_reports(random.Random(seed).sample(free, min(REPORTS, len(free))))
    # 去年 and 今年 are those of a place's newest report
    reports = list({r.identity.place: r for r in sorted(read, key=lambda r: r.identity.year or 0)}.values())
    return Fillings(Chain(Files(reports), Settings()), reports)  # type: ignore[arg-type]


def write_forms(path: Path, forms: Sequence[Form]) -> None:
    """Writes ``forms``, one JSON object a line, without what is empty."""
    rows = [
        {"id": f.id, "form": f.form, "asks": list(f.asks)}
        | ({"history": list(f.history)} if f.history else {})
        | ({"plain": f.plain} if f.plain else {})
        for f in forms
    ]
    path.write_text("".join(json.dumps(r, ensure_ascii=False) + "\n" for r in rows), encoding="utf-8")


if __name__ == "__main__":
    typer.run(main)
