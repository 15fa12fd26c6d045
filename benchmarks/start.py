"""The start with all reports in the store: imports, opening, the first answers, the first page, memory.

    python benchmarks/start.py [--corpus DIR] [--store DIR] [--rounds N] [--no-page] [--json OUT]

The page is timed from the start of the process to the first whole response, against a Gradio
program with one empty function, in the same rounds; by the processor's time as well, for the other
depends on what else the machine does.
"""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Sequence
from pathlib import Path

from kit.results import Panel, median, options, save, show
from kit.stores import reports_in, store_of
from kit.watch import ROOT, run

QUESTION = "2023年保定市徐水区地区生产总值多少"
PATIENCE = 120.0
_INSIDE = '''
import json, os, sys, time
def resident():
    """All that is in memory, and what of it is no file's page that the system can drop: MB."""
    with open("/proc/self/statm") as file:
        _, whole, of_files, *_ = map(int, file.read().split())
    page = os.sysconf("SC_PAGE_SIZE") / 1e6
    return {"内存 MB": whole * page, "其中不属于文件的 MB": (whole - of_files) * page}
steps, at = {}, time.perf_counter()
def step(name):
    global at
    steps[name] = (time.perf_counter() - at) * 1000
    at = time.perf_counter()
import assistant
step("import assistant")
from assistant import Assistant
import vectorstore.store
step("import Assistant")
bot = Assistant.open(sys.argv[1])
step("Assistant.open")
bot.ask(sys.argv[2])
step("第一个数字题")
bot.store.keyword_search("如何推进乡村振兴", 10)
step("第一次关键词检索")
bot.store.search("如何推进乡村振兴", 10)
step("第一次混合检索")
before = {f"向量检索以前{name}": mb for name, mb in resident().items()}
at = time.perf_counter()
bot.store.dense_search("如何推进乡村振兴", 10)
step("第一次向量检索")
bot.store.search("如何发展低空经济", 10)
step("第二次混合检索")
print(json.dumps({"steps": steps, "resident": before | resident(), "torch": "torch" in sys.modules}))
'''
_EMPTY_PAGE = """
import sys, gradio
with gradio.Blocks() as page:
    asked = gradio.Textbox(); asked.submit(lambda text: text, asked, asked)
page.launch(server_port=int(sys.argv[1]), quiet=True)
"""


def inside(store: Path) -> dict[str, float]:
    """Milliseconds of each step in a fresh process, and its resident MB at the end."""
    done = json.loads(run([sys.executable, "-c", _INSIDE, store, QUESTION]).out.splitlines()[-1])
    assert not done["torch"], "torch was imported without EMBEDDING_MODEL"
    return {**done["steps"], **done["resident"]}


def page_ready(command: Sequence[str | Path], port: int, store: Path) -> tuple[float, float]:
    """Seconds from the start of a program to its first page, and of processor time. Raises TimeoutError."""
    quiet = {"STORE": str(store), "UI_PORT": str(port), "GRADIO_ANALYTICS_ENABLED": "False"}
    begun = time.perf_counter()
    process = subprocess.Popen(
        command, cwd=ROOT, env={**os.environ, **quiet}, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        while time.perf_counter() - begun < PATIENCE:
            try:
                with urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=5) as page:
                    page.read()
                return time.perf_counter() - begun, used(process.pid)
            except (urllib.error.URLError, ConnectionError, TimeoutError):
                time.sleep(0.05)
    finally:
        process.terminate()
        process.wait()
    raise TimeoutError(f"no page on port {port}")


def free_port() -> int:
    """A port that nothing listens on."""
    with socket.socket() as some:
        some.bind(("127.0.0.1", 0))
        return int(some.getsockname()[1])


def used(pid: int) -> float:
    """Seconds of processor time that a process has used; 0 where the system does not tell."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text("utf-8", "replace").rpartition(")")[2].split()
    except OSError:
        return 0.0
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def pages(store: Path, rounds: int) -> dict[str, list[tuple[float, float]]]:
    """Seconds to the first page of ``ui.py`` and of an empty Gradio program, each with processor time."""
    found: dict[str, list[tuple[float, float]]] = {"ui.py": [], "空的 Gradio 页": []}
    for _ in range(rounds):
        port = free_port()
        found["ui.py"].append(page_ready([sys.executable, "ui.py"], port, store))
        port = free_port()
        empty = [sys.executable, "-c", _EMPTY_PAGE, str(port)]
        found["空的 Gradio 页"].append(page_ready(empty, port, store))
    return found


def main() -> int:
    parser = options(__doc__, "start")
    parser.add_argument("--store", type=Path, help="a store of all reports (otherwise made under build/)")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--no-page", action="store_true", help="without the pages")
    given = parser.parse_args()
    store = (given.store or store_of("all", reports_in(given.corpus))).resolve()
    every = [inside(store) for _ in range(given.rounds)]
    steps = {name: median([one[name] for one in every]) for name in every[0]}
    show(
        f"启动（{given.rounds} 次的中位数）",
        ("", "毫秒或 MB"),
        [[name, value] for name, value in steps.items()],
    )
    print(f"首次向量检索之后共 {steps['内存 MB']:.0f} MB（目标 400 MB）")
    panels = [Panel("启动各步", "毫秒", {name: ms for name, ms in steps.items() if "MB" not in name})]
    figures: dict[str, object] = {"steps_ms": steps}
    if not given.no_page:
        times = pages(store, given.rounds)
        ready = {name: median([one for one, _ in every]) for name, every in times.items()}
        cpu = {name: median([one for _, one in every]) for name, every in times.items()}
        pairs = list(zip(*times.values(), strict=True))
        ratio = median([own[0] / empty[0] for own, empty in pairs])
        spared = median([own[1] / empty[1] for own, empty in pairs if empty[1]])
        show("从启动到第一页", ("", "秒", "处理器秒"), [[name, ready[name], cpu[name]] for name in ready])
        print(f"ui.py / 空的 Gradio 页 = {ratio:.2f}（目标 1.2），按处理器时间 {spared:.2f}")
        figures |= {"page_s": ready, "page_cpu_s": cpu, "page_ratio": ratio, "page_cpu_ratio": spared}
        panels.append(Panel("从启动到第一页", "秒", ready))
    save(given.json, figures, panels)
    return 0


if __name__ == "__main__":
    sys.exit(main())
