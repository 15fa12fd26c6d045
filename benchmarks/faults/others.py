"""Faults that come from other processes and from the machine: writers, disks, folders, servers."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from faults.made import fill, made, whole
from faults.rows import Row

ROOT = Path(__file__).resolve().parents[2]
HOLDING = """
import sys; from pathlib import Path; from vectorstore import Store
with Store.open(Path(sys.argv[1])) as store, store.writing():
    print("held", flush=True); sys.stdin.readline()
"""
ADDING = """
import sys, time; from pathlib import Path; from faults.made import made; from vectorstore import Store
with Store.open(Path(sys.argv[1])) as store:
    for number in range(int(sys.argv[2]), int(sys.argv[3])):
        store.add(made(number)); print(number, time.time(), flush=True)
"""
CHANGING = """
import sys; from itertools import count; from pathlib import Path
from faults.made import made; from vectorstore import Store
with Store.open(Path(sys.argv[1])) as store:
    for number in count(200):
        new = made(number)
        store.add(new); store.add(made(number % 40, sections=7 + number % 3))
        if number % 5 == 0: store.remove(new.id)
        print(number, flush=True)
"""
"""Adds reports, replaces the first forty in turn, removes some."""
FILLING = """
import sys, time
from pathlib import Path
from faults.made import made
from vectorstore import Store, StoreError

kept, said = 0, []
with Store.open(Path(sys.argv[1]), create=True) as store:
    for number in range(0, 100000, 10):
        began = time.time()
        try:
            store.add_many([made(number + n) for n in range(10)])
            kept = len(store.entries())
        except StoreError as error:
            said.append(f"{time.time() - began:.2f} {error}")
            if len(said) == 2:
                break
    there = len(store.entries())
    print(*said, kept, there >= kept and (not kept or bool(store.search("新建教室", 3))), sep="\\n")
"""


def _python(code: str, *arguments: object) -> subprocess.Popen[str]:
    path = os.pathsep.join(str(folder) for folder in (ROOT, ROOT / "benchmarks"))
    return subprocess.Popen(
        [sys.executable, "-c", code, *map(str, arguments)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": path},
    )


def _refused(work: Callable[[], object]) -> tuple[str, float]:
    """The sentence with which ``work`` is refused ("" if it is not), and after how many seconds."""
    from vectorstore import StoreError

    began = time.perf_counter()
    try:
        work()
    except StoreError as error:
        return str(error), time.perf_counter() - began
    return "", time.perf_counter() - began


def two_writers(folder: Path) -> Row:
    from vectorstore import Store

    fill(folder, 3)
    with _python(HOLDING, folder) as first:
        assert first.stdout is not None
        first.stdout.readline()
        with Store.open(folder) as second:
            said, took = _refused(lambda: second.add(made(77)))
        first.communicate("\n")
    with Store.open(folder) as store:
        kept = not whole(store) and len(store.entries()) == 3
    good = kept and took < 1 and f"进程号 {first.pid}" in said
    return Row(
        "两个程序同时写", "后来的 1 秒内被拒，说出前一个的进程号", f"{took:.2f} 秒：{said}", good, {"s": took}
    )


def ingest_elsewhere(folder: Path, count: int = 15) -> Row:
    """A page asks on while another process ingests: how long until it finds each report."""
    from vectorstore import Store

    fill(folder, 5)
    worst, errors, asked = 0.0, 0, 0
    with Store.open(folder) as page:
        page.search("教室", 3)
        writer = _python(ADDING, folder, 100, 100 + count)
        assert writer.stdout is not None
        for line in writer.stdout:
            number, written = line.split()
            while f"{number}.txt" not in {entry.source for entry in page.entries()}:
                time.sleep(0.01)
            (report_id,) = (e.id for e in page.entries() if e.source == f"{number}.txt")
            while report_id not in {p.report_id for p in page.dense_search(f"第{number}号县 教室", 400)}:
                if time.time() - float(written) > 20:
                    break
            worst = max(worst, time.time() - float(written))
            found = page.search(f"第{number}号县", 5)
            asked += 1
            errors += any(p.text != page.text(p.report_id, p.start, p.end) for p in found) or not found
        writer.communicate()
        wrong = whole(page)
    good = worst < 2 and not errors and not wrong
    measured = f"{asked} 份至多 {worst:.2f} 秒后找得到，出错 {errors} {wrong}"
    return Row("开着网页，别处在入库", "2 秒内看到新的，不出错", measured, good, {"worst_s": worst})


@contextmanager
def _small_disk(folder: Path, megabytes: int) -> Iterator[list[str]]:
    """The words before a command that make ``folder`` a disk of its own to it; [] where that cannot be."""
    folder.mkdir(parents=True, exist_ok=True)
    words = ["unshare", "--mount", "--map-root-user"] if os.geteuid() else ["unshare", "--mount"]
    mount = f'mount -t tmpfs -o size={megabytes}m none "{folder}" && exec "$@"'
    command = [*words, "sh", "-c", mount, "sh"]
    able = (
        bool(shutil.which("unshare"))
        and not subprocess.run([*command, "true"], capture_output=True).returncode
    )
    yield command if able else []


def disk_full(folder: Path, sizes: tuple[int, ...] = (4, 24, 32)) -> Row:
    said, good = [], True
    for size in sizes:
        with _small_disk(folder, size) as command:
            if not command:
                return Row("磁盘满", "5 秒内说清", "这台机器不能另挂磁盘，没有测", True)
            path = os.pathsep.join(str(part) for part in (ROOT, ROOT / "benchmarks"))
            done = subprocess.run(
                [*command, sys.executable, "-c", FILLING, str(folder / "store")],
                cwd=ROOT, capture_output=True, text=True, timeout=120, env={**os.environ, "PYTHONPATH": path},
            )  # fmt: skip
            lines = done.stdout.splitlines()
            said += lines[:2]
            good &= len(lines) == 4 and lines[3] == "True" and (size < 16 or int(lines[2]) > 0)
            good &= all(float(line.split()[0]) < 5 and "空间" in line for line in lines[:2])
    return Row("磁盘满", "5 秒内一句中文；已确认的还在", "；".join(said[-2:]), good, {"said": said})


def folder_gone(folder: Path) -> Row:
    from vectorstore import Store

    fill(folder, 3)
    with Store.open(folder) as store:
        store.search("教室", 3)
        shutil.rmtree(folder)
        said, took = _refused(lambda: store.add(made(50)))
        read, again = _refused(lambda: store.search("教室", 3))
    good = max(took, again) < 5 and all(str(folder) in line for line in (said, read)) and not folder.exists()
    return Row(
        "文件夹被删", "5 秒内一句中文，说出路径", f"{took:.2f} 秒：{said}", good, {"s": took, "read": read}
    )


@contextmanager
def chroma_server(path: Path, port: int = 0) -> Iterator[tuple[str, subprocess.Popen[bytes]]]:
    """A Chroma server: its address and its process."""
    if not port:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = probe.getsockname()[1]
    program = Path(sys.executable).with_name("chroma")
    command = [str(program), "run", "--path", str(path), "--host", "127.0.0.1", "--port", str(port)]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        until = time.monotonic() + 30
        while time.monotonic() < until:
            try:
                socket.create_connection(("127.0.0.1", port), 1).close()
                break
            except OSError:
                time.sleep(0.05)
        yield f"http://127.0.0.1:{port}", process
    finally:
        process.send_signal(signal.SIGCONT)
        process.terminate()
        process.wait(10)


def server(folder: Path, deadline: float = 10.0, late: float = 2.0) -> Row:
    """A server that hangs, is stopped, and comes back, while questions are asked.

    ``deadline`` holds while it does not answer; ``late`` are the seconds by which it may be missed.
    """
    from vectorstore import Store, chroma

    usual = chroma._DEADLINE
    figures: dict[str, float] = {}
    answered = True

    def asked(name: str, store: Store) -> None:
        nonlocal answered
        began = time.perf_counter()
        answered &= bool(store.dense_search("教室", 3)) and bool(store.search("教室", 3))
        answered &= bool(store.find_facts(["资金"]))
        figures[name] = time.perf_counter() - began

    with chroma_server(folder / "served") as (url, process):
        with Store.open(folder / "store", create=True, chroma_url=url) as store:
            store.add_many([made(n) for n in range(5)])
            asked("up", store)
            process.send_signal(signal.SIGSTOP)
            chroma._DEADLINE = deadline
            asked("hung", store)
            asked("hung_again", store)
        with Store.open(folder / "store", chroma_url=url) as store:
            asked("hung_at_opening", store)
            said, figures["hung_writing"] = _refused(lambda: store.add(made(60)))
            process.send_signal(signal.SIGCONT)
            process.terminate()
            process.wait(60)
            stopped, figures["stopped_writing"] = _refused(lambda: store.add(made(60)))
            chroma._DEADLINE = usual
            with chroma_server(folder / "served", int(url.rpartition(":")[2])):
                began = time.perf_counter()
                back = store.add(made(60)) == "新增" and not whole(store)
                figures["back"] = time.perf_counter() - began
    slowest = max(figures.values())
    good = (
        answered and back and "CHROMA_URL" in said and "CHROMA_URL" in stopped and slowest < deadline + late
    )
    measured = f"至多等 {slowest:.1f} 秒，其间都有回答：{answered}，自行恢复：{back}"
    return Row("Chroma 服务器停了或不应答", "10 秒为限；关键词与数字照答；自行恢复", measured, good, figures)
