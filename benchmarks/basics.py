"""The first minute with the program: ingest of the five reports, the first answer, its memory.

    python benchmarks/basics.py [--reports DIR] [--rounds N] [--json OUT]

The cold question runs against ``import langchain_chroma`` and ``import sentence_transformers``
in the same rounds, one after the other, so that a busy machine slows all of them alike.
"""

from __future__ import annotations

import json
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from kit.results import Panel, median, options, save, show
from kit.watch import ROOT, Usage, run

QUESTION = "2023年卫东区新增就业多少"
FIGURE = "9796"
HEAVY = ("torch", "chromadb", "sentence_transformers", "transformers", "gradio", "jionlp", "rapidocr")
_IMPORTS = """
import json, runpy, sys
sys.argv = ["assistant", *sys.argv[1:]]
try:
    runpy.run_module("assistant", run_name="__main__", alter_sys=True)
except SystemExit:
    pass
sys.stderr.flush()
print("\\n" + json.dumps(sorted({name.partition(".")[0] for name in sys.modules if name[0] != "_"})))
"""


def ingest(reports: Path, rounds: int) -> dict[str, list[Usage]]:
    """Ingest into an empty store, and again when nothing has changed."""
    found: dict[str, list[Usage]] = {"冷": [], "热": []}
    for _ in range(rounds):
        with tempfile.TemporaryDirectory() as folder:
            command: list[str | Path] = [
                sys.executable,
                "ingest.py",
                reports,
                "--store",
                Path(folder) / "store",
            ]
            found["冷"].append(run(command))
            found["热"].append(run(command))
    return found


def cold(store: Path, rounds: int) -> dict[str, list[Usage]]:
    """From process start to the answer, and the imports that it is compared with."""
    python = sys.executable
    commands: dict[str, list[str | Path]] = {
        "assistant": [python, "-m", "assistant", QUESTION, "--store", store],
        "langchain_chroma": [python, "-c", "import langchain_chroma"],
        "sentence_transformers": [python, "-c", "import sentence_transformers"],
        "python": [python, "-c", "pass"],
    }
    found: dict[str, list[Usage]] = {name: [] for name in commands}
    for _ in range(rounds):
        for name, command in commands.items():
            found[name].append(run(command))
    assert all(FIGURE in usage.out for usage in found["assistant"]), "the cold answer is not the right one"
    return found


def imported(store: Path) -> list[str]:
    """The packages that the cold question loads; none of the heavy ones may be among them."""
    out = run([sys.executable, "-c", _IMPORTS, QUESTION, "--store", store]).out
    names: list[str] = json.loads(out.splitlines()[-1])
    unwanted = [name for name in names if name in HEAVY]
    assert not unwanted, f"a question answered from facts imported {unwanted}"
    return [name for name in names if name not in sys.stdlib_module_names]


def _row(name: str, used: Sequence[Usage]) -> list[object]:
    parts = [median([getattr(one, part) for one in used]) for part in ("wall", "cpu", "peak_mb")]
    return [name, *parts, min(one.wall for one in used)]


def main() -> int:
    parser = options(__doc__, "basics")
    parser.add_argument("--rounds", type=int, default=5, help="repetitions of each measurement")
    given = parser.parse_args()
    reports = given.reports if given.reports.is_dir() else ROOT / "samples"
    ingested = ingest(reports, max(1, given.rounds // 2))
    with tempfile.TemporaryDirectory() as folder:
        store = Path(folder) / "store"
        run([sys.executable, "ingest.py", reports, "--store", store])
        packages = imported(store)
        started = cold(store, given.rounds)
    columns = ("", "墙钟 秒", "处理器 秒", "内存峰值 MB", "最快 秒")
    title = f"五份报告入库（{reports.name}）"
    show(title, columns, [_row(f"ingest.py {name}", used) for name, used in ingested.items()])
    show(f"从启动到回答：{QUESTION}", columns, [_row(name, used) for name, used in started.items()])
    wall = {name: median([one.wall for one in used]) for name, used in started.items()}
    ratios = {name: wall["assistant"] / wall[name] for name in ("langchain_chroma", "sentence_transformers")}
    for name, ratio in ratios.items():
        print(f"冷启动回答 / import {name} = {ratio:.2f}")
    print(f"冷启动加载 {len(packages)} 个第三方包：{'、'.join(packages)}")
    figures = {
        "ingest": {name: _row(name, used)[1:] for name, used in ingested.items()},
        "cold": {name: _row(name, used)[1:] for name, used in started.items()},
        "columns": ["wall_s", "cpu_s", "peak_mb", "fastest_s"],
        "ratios": ratios,
        "imports": packages,
    }
    memory = {name: median([one.peak_mb for one in used]) for name, used in started.items()}
    panels = [Panel("从启动到回答，对比只作导入", "秒", wall), Panel("内存峰值", "MB", memory)]
    save(given.json, figures, panels)
    return 0


if __name__ == "__main__":
    sys.exit(main())
