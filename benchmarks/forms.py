"""Whether what is found when asked plainly is found however it is asked: thousands of forms of questions.

    python benchmarks/forms.py [--forms FILE …] [--fillings N] [--json OUT]

Each form of ``tests/forms`` (one file, one writer) is filled with figures whose plain question is
answered rightly, and asked. ``heldout.jsonl`` was never read while the program was made, and trains
nothing. What counts is the share answered rightly; the plain questions are 100 by construction.
"""

from __future__ import annotations

import random
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from kit.results import Panel, options, save, show
from kit.watch import ROOT

sys.path.insert(0, str(ROOT))

if TYPE_CHECKING:
    from assistant.training.fillings import Fillings

FORMS = ROOT / "tests" / "forms"
SEED = 7


def counted(path: Path, fillings: Fillings, most: int) -> Counter[str]:
    """How many filled forms of a file were answered ``right``, ``wrong`` and not (``missed``)."""
    from assistant.training.fillings import read_forms

    found: Counter[str] = Counter()
    for form in read_forms(path):
        for filling in fillings.draw(form, random.Random(form.id), most):
            right = fillings.right(form, filling)
            found["missed" if right is None else "right" if right else "wrong"] += 1
    return found


def main() -> int:
    from assistant.training.forms import NARROWED, fillings_from

    parser = options(__doc__, "forms")
    # of a part that no report may tell of: those forms train, and have no answer
    every = [p for p in sorted(FORMS.glob("*.jsonl")) if p.stem != NARROWED]
    parser.add_argument("--forms", type=Path, nargs="+", default=every, help="files of forms")
    parser.add_argument("--fillings", type=int, default=3, help="how often each form is filled")
    given = parser.parse_args()
    if not given.corpus.exists():
        print(f"没有找到 {given.corpus}，跳过；用 --corpus 指定报告的目录。", file=sys.stderr)
        return 0
    fillings = fillings_from([given.corpus], ROOT / "tests" / "gold", SEED)
    figures = {path.stem: counted(path, fillings, given.fillings) for path in given.forms}
    shares = {
        name: {kind: 100 * found[kind] / max(1, found.total()) for kind in ("right", "wrong", "missed")}
        for name, found in figures.items()
    }
    rows = [[name, figures[name].total(), *of.values()] for name, of in shares.items()]
    show("换了句式还答得对的", ("句式", "问数", "答对 %", "答错 %", "没有答 %"), rows)
    panel = Panel("换了句式还答得对的", "%", {name: of["right"] for name, of in shares.items()})
    save(given.json, shares, [panel])
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
