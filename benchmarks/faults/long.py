"""What takes long: many cycles, many askers, a large store that breaks."""

from __future__ import annotations

import os
import random
import resource
import signal
import threading
import time
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

from faults.apart import apart
from faults.made import QUESTIONS, THINGS, as_near, fill, made, text_of, whole
from faults.others import CHANGING, _python
from faults.rows import Row

if TYPE_CHECKING:
    from assistant import Answer

KEPT = 20
LARGE = 600
"""Made reports with about ten thousand chunks."""
_LEVEL_MB = 60.0
"""What may come on top in the second half of a long run. Chroma 1.5.9's native part keeps some 30 KB of
every write and deletion of a report, half a megabyte of every reopening, until the process ends: a bare
client of it went from 57 to 90 MB in 600 cycles; embedding, catalogue and keyword index kept nothing."""
_A_REPORT_MB = 0.1
"""What a report more may take in memory: its vectors and its place in the indexes."""


def _size(folder: Path) -> float:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) / 1e6


def _resident() -> float:
    with open("/proc/self/statm", encoding="ascii") as file:
        return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6


def _cycled(folder: Path, cycles: int) -> dict[str, Any]:
    from vectorstore import Store

    sizes, memory, wrong = [], [], ""
    with Store.open(fill(folder, KEPT)) as store:
        before = [p.text for p in store.search("第3号县教室", 3)]
        for cycle in range(cycles):
            store.add(made(1000 + cycle, source="new.txt"))  # new, then removed
            store.add(made(9000 + cycle, source="15.txt"))  # replaces the former
            (new,) = (entry.id for entry in store.entries() if entry.source == "new.txt")
            store.remove(new)
            if cycle % max(cycles // 20, 1) == 0:
                sizes.append(_size(folder))
                memory.append(_resident())
                wrong = wrong or whole(store)
        if len(store.entries()) != KEPT or [p.text for p in store.search("第3号县教室", 3)] != before:
            wrong = wrong or "答案变了"
        swollen = _size(folder)
        store.compact()
        wrong = wrong or whole(store)
    return {"sizes": sizes, "memory": memory, "wrong": wrong, "end": swollen, "compact": _size(folder)}


def cycles(folder: Path, count: int) -> Row:
    done = apart(_cycled, folder, count, seconds=1800).value or {"wrong": "进程中止"}
    if "sizes" not in done:
        return Row("反复入库、替换、删除", "大小与内存持平", done["wrong"], False)
    half = len(done["sizes"]) // 2
    early, late = max(done["sizes"][:half]), max(done["sizes"][half:])
    grown = max(done["memory"][half:]) - max(done["memory"][2:half])
    good = not done["wrong"] and late < 1.5 * early + 4 and grown < _LEVEL_MB
    measured = (
        f"{count} 轮：前半至多 {early:.1f} MB，后半 {late:.1f} MB，"
        f"内存前半至多 {max(done['memory'][2:half]):.0f} MB，后半 {max(done['memory'][half:]):.0f} MB，"
        f"--compact 后 {done['compact']:.1f} MB {done['wrong']}"
    )
    return Row("反复入库、替换、删除", "大小与内存持平，答案不变", measured, good, done)


def _timed(work: Callable[[], str]) -> tuple[str, float, float]:
    """What ``work`` returns, the seconds that it took, and those of the processor."""
    began, busy = time.perf_counter(), _processor()
    return work(), time.perf_counter() - began, _processor() - busy


def _processor() -> float:
    """Seconds of the processor that this process and those it waited for have had."""
    used = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(one.ru_utime + one.ru_stime for one in used)


def _within(seconds: float, wall: float, processor: float) -> bool:
    """Whether a promise of so many seconds was kept; on a machine that others use, by the processor's."""
    busy = os.getloadavg()[0] > (os.cpu_count() or 1)
    return (processor if busy else wall) < seconds


def _first_search(folder: Path) -> tuple[str, float, float]:
    from vectorstore import Store

    def ask() -> str:
        with Store.open(folder) as store:
            return "" if store.dense_search("教室", 5) else "没有结果"

    return _timed(ask)


def _written_and_killed(folder: Path, number: int) -> None:
    from vectorstore import Store, vector_index

    # killed when all is written but nothing is marked as sound yet
    vector_index.VectorIndex.settle = lambda self: os.kill(os.getpid(), signal.SIGKILL)  # type: ignore[method-assign]
    with Store.open(folder) as store:
        store.add(made(number))


def large(folder: Path, count: int = LARGE) -> Row:
    """A large store reopened after a kill, and with its HNSW files gone."""
    apart(fill, folder, count, seconds=600)
    apart(_written_and_killed, folder, 90001)
    wrong, opened, opening = apart(_first_search, folder).value or ("进程中止", 0.0, 0.0)
    for path in (folder / "chroma").rglob("data_level0.bin"):
        path.write_bytes(bytes(path.stat().st_size))
    bad, rebuilt, rebuilding = apart(_first_search, folder).value or ("进程中止", 0.0, 0.0)
    whole_again, near = apart(_asked_whole, folder).value or ("进程中止", 0)
    wrong = wrong or bad or whole_again
    good = not wrong and _within(5, opened, opening) and _within(60, rebuilt, rebuilding)
    measured = f"{count} 份：被杀后 {opened:.1f} 秒重开（处理器 {opening:.1f} 秒），"
    measured += f"坏后 {rebuilt:.1f} 秒重建并答（处理器 {rebuilding:.1f} 秒），"
    measured += f"抽查的向量都找得到，最近的五个与逐一比较同样近的 {near:.0%} {wrong}"
    figures = {"opened_s": opened, "rebuilt_s": rebuilt, "as_near": near}
    figures |= {"opening_processor_s": opening, "rebuilding_processor_s": rebuilding}
    return Row("一万个段落：重开与重建", "5 秒重开，60 秒重建", measured, good, figures)


def _asked_whole(folder: Path) -> tuple[str, float]:
    """What is wrong with a store, and which share of the nearest are as near as by comparison with all.

    Among thousands of passages that are all but alike, as these are, HNSW does not find every one.
    """
    from vectorstore import Store, health

    with Store.open(folder) as store:
        ids = sorted(entry.id for entry in store.entries())
        near = sum(as_near(store, question, ids) for question in QUESTIONS) / (5 * len(QUESTIONS))
        wrong, index = whole(store, exact=False), store._dense.index
        sample = index._kept.sample()
        collection = index._collection
    return wrong or health.ailment(folder, collection, *sample), near


def _wrong_citations(answer: Answer) -> int:
    """How many citations are not what stands there in the version of the report that they name."""
    wrong = 0
    for citation in answer.citations:
        number = int(citation.source.removesuffix(".txt"))
        texts = [text_of(number, sections) for sections in (7, 8, 9)]
        cited = [text for text in texts if sha256(text.encode()).hexdigest().startswith(citation.report_id)]
        wrong += not cited or cited[0][citation.start : citation.end] != citation.quote
        wrong += citation.place != f"第{number}号县"
    return wrong


def load(folder: Path, seconds: float, askers: int = 30) -> Row:
    """Many ask in one process while another adds, replaces and removes reports."""
    from assistant import Assistant

    fill(folder, 40)
    until = time.monotonic() + seconds
    asked, cited, unanswered, errors, wrong = [0], [0], [0], [], [0]
    memory: list[float] = []
    with Assistant.open(folder) as bot:

        def ask(number: int) -> None:
            dice = random.Random(number)
            while time.monotonic() < until:
                place = dice.randrange(40)
                year = 2000 + place % 25
                question = dice.choice(
                    (
                        f"第{place}号县{year - 1}年新添{dice.choice(THINGS)}多少处",
                        f"第{place}号县的短板有哪些",
                    )
                )
                try:
                    answer = bot.ask(question)
                    wrong[0] += _wrong_citations(answer)
                    cited[0] += len(answer.citations)
                    unanswered[0] += not answer.text
                except Exception as error:  # noqa: BLE001 - whatever it is, it is counted and shown
                    errors.append(repr(error))
                asked[0] += 1

        threads = [threading.Thread(target=ask, args=(number,)) for number in range(askers)]
        with _python(CHANGING, folder) as writer:
            for thread in threads:
                thread.start()
            # However little of the processor is left to this thread, there is something to compare.
            while time.monotonic() < until or len(memory) < 3:
                time.sleep(min(1.0, seconds / 10))
                memory.append(_resident())
            for thread in threads:
                thread.join()
            writer.terminate()
            written = len((writer.stdout.read() if writer.stdout else "").splitlines())
    third = max(len(memory) // 3, 1)
    grown = max(memory[-third:]) - max(memory[:third])
    level = grown < _LEVEL_MB + _A_REPORT_MB * written
    good = level and cited[0] > 0 and not (errors or wrong[0] or unanswered[0])
    measured = (
        f"{seconds:.0f} 秒 {asked[0]} 问，引文 {cited[0]} 处，其间入库、更新各 {written} 份："
        f"报错 {len(errors)}，引文错 {wrong[0]}，没有应答 {unanswered[0]}，"
        f"内存 {max(memory[:third]):.0f} → {max(memory[-third:]):.0f} MB"
    )
    figures = {"asked": asked[0], "ingested": written, "errors": errors[:5], "memory": memory}
    return Row(f"{askers} 人同时问，同时入库与更新", "不出错，引文无误，内存持平", measured, good, figures)
