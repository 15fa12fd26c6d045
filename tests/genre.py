"""Short reports in the genre, written for the tests: invented places, invented figures, our own words."""

from __future__ import annotations

from collections.abc import Sequence

from reports import make_report
from reports.records import Document, Fact, Report

HEAD = "（{place}{year}年的报告，为测试而写）\n\n"
REVIEW, PLAN = "一、{last}年工作回顾", "二、{year}年重点工作"


def report(body: str, *, place: str = "青山县", year: int = 2024, source: str = "") -> Report:
    """The whole report made of ``body``; place and year are given, as ``--place`` and ``--year`` do."""
    name = source or f"{place}{year}.txt"
    return make_report(Document(body, "txt"), name, place=place, year=year)


def written(
    review: str, plan: str = "", *, place: str = "青山县", year: int = 2024, source: str = ""
) -> Report:
    """A report of a review of the year before and a plan of the year."""
    text = HEAD.format(place=place, year=year) + REVIEW.format(last=year - 1) + "\n\n" + review + "\n"
    if plan:
        text += "\n" + PLAN.format(year=year) + "\n\n" + plan + "\n"
    return report(text, place=place, year=year, source=source)


def facts_of(review: str, plan: str = "", **told: object) -> tuple[Fact, ...]:
    """The facts of a report written so."""
    return written(review, plan, **told).facts  # type: ignore[arg-type]


def one(facts: Sequence[Fact], figure: str) -> Fact:
    """The one fact printed as ``figure``."""
    found = [fact for fact in facts if fact.figure == figure]
    assert len(found) == 1, [f.figure for f in facts]
    return found[0]


# Pieces of which reports and questions are mixed at random.
# fmt: off
PLACES = (
    "青山县", "青山", "白水县", "南川市", "卫东区", "全市", "全国", "我县", "湛河区", "河南省",
)
TIMES = (
    "2023年", "去年", "今年", "五年来", "“十三五”期间", "到2025年", "2021年上半年", "2019—2022年",
    "二〇二三年", "全年", "今后三年", "前年", "23年",
)
NAMES = (
    "地区生产总值", "GDP", "社零", "固投", "一般公共预算收入", "城镇新增就业", "城乡居民人均可支配收入",
    "三次产业增加值", "森林覆盖率", "PM2.5", "老旧小区改造", "R&D经费投入强度", "农村公路",
)
NUMBERS = (
    "7", "12,345", "12，345", "0.88", "3.5—4.2", "320余", "一百二十人", "五点二", "１２０",
    "百分之七，", "第二，", "-1.5", "1/3", "12:40:48", "9999999999999", "0.5", "两个",
)
UNITS = (
    "亿元", "万人", "%", "％", "个百分点", "件", "公里", "万美元", "位", "万亩", "年", "", "‰",
    "微克/立方米", "倍", "天",
)
WORDS = (
    "分别达到", "同比增长", "下降", "不低于", "以上", "左右", "力争", "预计", "经初步核算，", "累计",
    "占", "居全市第二位", "其中", "由", "提高到", "和", "、", "是多少", "多少亿元", "排第几", "哪些",
    "谁负责", "相差多少", "呢", "完成目标了吗", "增速",
)
MARKS = (
    "，", "。", "；", "：", "、", "\n", "\n\n", "一、2023年工作回顾\n", "（一）稳就业。",
    "二、2024年重点工作\n", "“", "”", "（", "）", " ", "\u3000", "[1]", "？", "", "\t", "🙂", "臺灣",
)
# fmt: on
PIECES = (*PLACES, *TIMES, *NAMES, *NUMBERS, *UNITS, *WORDS, *MARKS)
