"""Whether an answer stays right however its question is put: courtesies, years, blanks, order.

    python benchmarks/wordings.py [--gold FILE …] [--limit N] [--json OUT]

Each question of a gold file is put anew in each of the wordings below, which change nothing of what
it asks. What counts is the share of the plainly worded questions' right answers that stay right,
and of their refusals that stay refusals: the plain questions of the same run are the measure.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

from kit.results import Panel, options, save, show
from kit.stores import reports_in, store_of
from kit.watch import ROOT

sys.path.insert(0, str(ROOT))

_YEAR = re.compile(r"(?<!\d)20(\d\d)年(?!代)")
_FIRST = re.compile(r"^([一-鿿]{1,8}?[省市区县州盟])((?:19|20)\d\d年)(.*?)[？?]?$")
_DIGITS = "〇一二三四五六七八九"


def _bare(question: str) -> str:
    return question.rstrip("？?。 ")


WORDINGS: Mapping[str, Callable[[str], str]] = {
    "请问……": lambda q: f"请问{q}",
    "你好，我想了解一下，……": lambda q: f"你好，我想了解一下，{q}",
    "麻烦帮我查一下……": lambda q: f"麻烦帮我查一下{q}",
    "请简要说明……": lambda q: f"请简要说明{q}",
    "根据政府工作报告，……": lambda q: f"根据政府工作报告，{q}",
    "……？谢谢！": lambda q: f"{_bare(q)}？谢谢！",
    "……？麻烦给出出处。": lambda q: f"{_bare(q)}？麻烦给出出处。",
    "……，能告诉我吗？": lambda q: f"{_bare(q)}，能告诉我吗？",
    "23年": lambda q: _YEAR.sub(r"\1年", q),
    "二〇二三年": lambda q: _YEAR.sub(
        lambda m: "二〇" + "".join(_DIGITS[int(digit)] for digit in m[1]) + "年", q
    ),
    "2023 年": lambda q: _YEAR.sub(r"20\1 年 ", q),
    "2023年度": lambda q: re.sub(r"(?<!\d)(20\d\d)年(?![底末初度代])", r"\1年度", q),
    "某地2023年：……": lambda q: _FIRST.sub(r"\1\2：\3", q),
    "……，某地2023年": lambda q: _FIRST.sub(r"\3，\1\2", q),
}
"""How a question is put → the question put so; one that the wording does not touch stays as it is."""


def steadiness(gold: Path, store: Path, limit: int) -> dict[str, tuple[int, float]]:
    """Wording → (questions that it touches, % of their plain verdicts that stay)."""
    from assistant import Assistant
    from evaluate import ask, load_gold

    good = ("right", "refused")
    questions = [row for row in load_gold([gold]) if not row.history][: limit or None]
    found = {}
    with Assistant.open(store) as bot:
        kept = [row for row in questions if ask(bot, row).verdict in good]
        for name, put in WORDINGS.items():
            asked = [replace(row, q=put(row.q)) for row in kept if put(row.q) != row.q]
            stayed = sum(ask(bot, row).verdict in good for row in asked)
            found[name] = (len(asked), 100 * stayed / max(1, len(asked)))
    return found


def main() -> int:
    parser = options(__doc__, "wordings")
    gold = ROOT / "tests" / "gold"
    default = [gold / "five_dev.jsonl", gold / "corpus_n_dev.jsonl"]
    parser.add_argument("--gold", type=Path, nargs="+", default=default, help="gold files")
    parser.add_argument("--limit", type=int, default=0, help="questions of each file; 0: all")
    given = parser.parse_args()
    figures = {}
    for path in given.gold:
        five = path.stem.startswith("five")
        sources = _sources(path)
        files = reports_in(given.reports if five else given.corpus)
        own = files if five else [file for file in files if file.stem.startswith(sources)]
        if not own:
            print(
                f"没有找到 {path.name} 所问的报告，跳过；用 --corpus 与 --reports 指定目录。", file=sys.stderr
            )
            continue
        figures[path.stem] = steadiness(path, store_of(path.stem.rpartition("_")[0], own), given.limit)
    for name, found in figures.items():
        rows = [[wording, *of] for wording, of in found.items()]
        show(f"换了说法还答得一样的，{name}", ("说法", "题数", "%"), rows)
    bars = {f"{name} {w}": of[1] for name, found in figures.items() for w, of in found.items()}
    save(given.json, figures, [Panel("换了说法还答得一样的", "%", bars)])
    return 0


def _sources(gold: Path) -> tuple[str, ...]:
    """How the names of the reports begin that a gold family asks about."""
    from evaluate import load_gold

    family = sorted(gold.parent.glob(f"{gold.stem.rpartition('_')[0]}_*.jsonl"))
    return tuple({name.removesuffix(".txt") for row in load_gold(family) for name in row.src})


if __name__ == "__main__":
    raise SystemExit(main())
