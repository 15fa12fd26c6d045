"""Made reports, stores of them, and whether a store answers as it should."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reports import Report
    from vectorstore import Store

HEADS = ("工业提质", "农业增收", "商贸流通", "城市更新", "乡村建设", "生态治理", "就业社保", "教育医疗")
THINGS = ("厂房", "大棚", "超市", "公园", "村道", "河堤", "招聘会", "教室", "泵站", "书屋", "球场", "路灯")
QUESTIONS = ("新建教室多少间", "村道修了多长", "招聘会办了几场", "河堤加固情况", "财政收入", "困难和问题")


def text_of(number: int, sections: int = 8) -> str:
    """A report in the genre's manner; no two numbers give the same one."""
    place, year = f"第{number}号县", 2000 + number % 25
    parts = [f"{place}{year}年政府工作报告\n\n各位代表：\n\n现在，我代表县人民政府报告工作。\n"]
    for at in range(sections):
        head = HEADS[at % len(HEADS)]
        first, second = THINGS[(number + at) % 12], THINGS[(number * 5 + at * 7 + 3) % 12]
        parts.append(f"\n{'一二三四五六七八九十'[at % 10]}、{head}\n")
        parts.append(
            f"（一）{head}再上台阶。全年新添{first}{number * 13 + at + 7}处，"
            f"投入资金{number * 3 + at}.{at}万元，"
            f"其中{second}{number + at * 11 + 2}处，惠及群众{number * 17 + at + 90}户。\n"
            f"（二）{head}还有短板。{second}老旧的占{(number + at) % 60 + 3}%，"
            f"来年计划翻修{at + number % 9 + 2}处。\n"
        )
    return "".join(parts)


def made(number: int, *, source: str = "", sections: int = 8) -> Report:
    """The report of that text, read as a file would be."""
    from reports import Document, Page, make_report

    text = text_of(number, sections)
    pages = (Page(1, 0, len(text)),)
    document = Document(text=text, format="txt", method="text", pages=pages)
    name = source or f"{number}.txt"
    return make_report(document, name, place=f"第{number}号县", year=2000 + number % 25)


def fill(folder: Path, count: int, *, first: int = 0, sections: int = 8) -> Path:
    """A new store of ``count`` made reports."""
    from vectorstore import Store

    with Store.open(folder, create=True) as store:
        store.add_many(made(first + n, sections=sections) for n in range(count))
    return folder


def whole(store: Store, *, exact: bool = True) -> str:
    """What is wrong with what a store answers, "" where nothing is.

    Every report whole, every search within the reports that there are, with ``exact`` the nearest by
    the index as near as the nearest by comparison with all.
    """
    entries = store.entries()
    ids = {entry.id for entry in entries}
    for entry in entries:
        report = store.report(entry.id)
        if len(report.chunks) != entry.chunks or any(
            report.text[c.start : c.end] != c.text for c in report.chunks
        ):
            return f"{entry.source} 不完整"
    for question in QUESTIONS:
        near = store.dense_search(question, 5)
        if exact and as_near(store, question, sorted(ids)) < 5:
            return f"向量检索“{question}”与逐一比较不同"
        found = store.search(question, 5)
        if ids and not found:
            return f"“{question}”什么都没有找到"
        if not {passage.report_id for passage in [*near, *found]} <= ids:
            return f"“{question}”找到了不在库里的报告"
    return ""


def as_near(store: Store, question: str, ids: Sequence[str]) -> int:
    """How many of the five nearest by the index are as near as those by comparison with all; 5 where all."""
    near = store.dense_search(question, 5)
    all_of_them = store.dense_search(question, 5, ids)
    pairs = zip(near, all_of_them, strict=False)
    return 5 - len(all_of_them) + sum(abs(a.score - b.score) <= 0.005 for a, b in pairs)
