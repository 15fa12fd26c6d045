"""One indicator over the years: the chat's own figures, real gaps, targets held against results."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from genre import report, written
from towns import assistant_over

from assistant import Assistant
from assistant.errors import BadQuestion
from assistant.proof.verify import normal
from assistant.records import Cell


def cells(bot: Assistant, indicator: str, *places: str) -> dict[tuple[str, int, str], Cell]:
    """The cells that hold a figure."""
    told = bot.series(places or ("青山县",), indicator)
    return {(cell.place, cell.year, cell.nature): cell for cell in told if cell.citation}


@pytest.mark.parametrize(
    ("indicator", "result", "target", "met"),
    [
        ("地区生产总值增速", "6.2%", "6.5%以上", False),
        ("一般公共预算收入增速", "7.3%", "5%", True),
        ("城镇新增就业", "4630人", "4500人以上", True),
        ("城镇登记失业率", "3.8%", "4.5%以内", True),
    ],
)
def test_results_stand_beside_the_targets_of_their_year(
    bot: Assistant, indicator: str, result: str, target: str, met: bool
) -> None:
    found = cells(bot, indicator)
    done, aim = found["青山县", 2023, "实绩"], found["青山县", 2023, "目标"]
    assert (done.text, aim.text, done.met) == (result, target, met)
    assert done.citation
    assert aim.citation
    assert (done.citation.report_year, aim.citation.report_year) == (2024, 2023)
    assert found["青山县", 2024, "目标"].met is None


def test_every_figure_is_one_that_the_chat_gives(bot: Assistant) -> None:
    places = ("青山县", "白水县")
    for indicator in bot.indicators(places):
        for (place, year, nature), cell in cells(bot, indicator, *places).items():
            goal = "目标" if nature == "目标" else ""
            answer = bot.ask(f"{year}年{place}{indicator}{goal}是多少")
            printed = normal(cell.text.removeprefix("新增").removeprefix("下降").split("（")[0])
            assert answer.answered
            assert printed in normal(answer.text)
            assert cell.citation
            assert cell.citation.quote in {citation.quote for citation in answer.citations}
            assert printed in normal(cell.citation.quote)


def test_a_year_without_a_report_has_no_cell_and_one_without_a_figure_an_empty_one(bot: Assistant) -> None:
    told = {(cell.year, cell.nature): cell for cell in bot.series(["白水县"], "社会消费品零售总额")}
    assert set(told) == {(2023, "实绩"), (2024, "目标")}
    assert told[2023, "实绩"].text == "31亿元（预计数）"
    assert told[2023, "实绩"].value == pytest.approx(31e8)
    empty = told[2024, "目标"]
    assert (empty.text, empty.value, empty.citation) == ("", None, None)


def test_growth_is_no_level_and_a_level_no_growth(bot: Assistant) -> None:
    assert {cell.measure for cell in cells(bot, "地区生产总值").values()} == {"水平"}
    assert {cell.measure for cell in cells(bot, "地区生产总值增速").values()} == {"增速"}
    assert ("青山县", 2023, "目标") not in cells(bot, "地区生产总值")


def test_words_that_are_no_standard_name_are_found_too(bot: Assistant) -> None:
    found = cells(bot, "改造老旧小区")
    assert found["青山县", 2023, "实绩"].text == "1315户"
    assert found["青山县", 2023, "实绩"].met is True


def test_the_indicators_are_those_of_the_places(bot: Assistant) -> None:
    assert "社会消费品零售总额" in bot.indicators(["白水县"])
    assert "城镇登记失业率" not in bot.indicators(["白水县"])
    assert bot.indicators([]) == []
    assert bot.indicators(["青山县"]) == bot.indicators(["青山县"])


def test_what_is_kept_is_forgotten_when_the_store_changes(tmp_path: Path) -> None:
    from vectorstore import Store

    first = written("城镇新增就业3900人。", place="临水县", year=2023)
    with assistant_over(tmp_path, [first]) as bot:
        assert bot.series(["临水县"], "城镇新增就业") == bot.series(["临水县"], "城镇新增就业")
        assert set(cells(bot, "城镇新增就业", "临水县")) == {("临水县", 2022, "实绩")}
        with Store.open(tmp_path / "store") as store:
            store.add(written("城镇新增就业4100人。", place="临水县", year=2024))
        assert ("临水县", 2023, "实绩") in cells(bot, "城镇新增就业", "临水县")


def test_an_empty_indicator_is_refused_and_an_unknown_place_has_nothing(bot: Assistant) -> None:
    with pytest.raises(BadQuestion, match="指标"):
        bot.series(["青山县"], "  ")
    assert bot.series(["乌有县"], "地区生产总值") == ()


@pytest.fixture(scope="module")
def spans(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    """A report that looks back on five years, and one of a year in which an indicator fell."""
    reports = (
        written(
            "五年来，地区生产总值比2017年增长41%，城镇新增就业累计2.1万人。"
            "2022年，地区生产总值达到150亿元，新增高新技术企业3家。",
            "地区生产总值增长6%。",
            place="临水县",
            year=2023,
        ),
        written("地区生产总值下降1.8%。", "地区生产总值增长5%。", place="临水县", year=2024),
    )
    with assistant_over(tmp_path_factory.mktemp("spans"), reports) as opened:
        yield opened


def test_what_several_years_brought_is_no_figure_of_one(spans: Assistant) -> None:
    assert ("临水县", 2022, "实绩") not in cells(spans, "地区生产总值增速", "临水县")
    assert ("临水县", 2022, "实绩") not in cells(spans, "城镇新增就业", "临水县")
    assert cells(spans, "地区生产总值", "临水县")["临水县", 2022, "实绩"].text == "150亿元"


def test_a_sum_under_a_head_on_five_years_is_no_figure_of_the_last(tmp_path: Path) -> None:
    text = (
        "政府工作报告\n\n——2023年2月8日在临水县第十届人民代表大会第一次会议上\n\n各位代表：\n\n"
        "一、过去五年工作回顾\n\n新增城镇就业2.1万人。2022年地区生产总值150亿元，增长6.1%。\n\n"
        "二、2023年工作安排\n\n新增城镇就业4000人。\n"
    )
    with assistant_over(tmp_path, [report(text, place="临水县", year=2023)]) as bot:
        assert set(cells(bot, "城镇新增就业", "临水县")) == {("临水县", 2023, "目标")}
        assert cells(bot, "地区生产总值增速", "临水县")["临水县", 2022, "实绩"].text == "6.1%"


def test_a_fall_is_below_zero_and_what_was_added_is_no_level(spans: Assistant) -> None:
    fall = cells(spans, "地区生产总值增速", "临水县")["临水县", 2023, "实绩"]
    assert (fall.text, fall.value, fall.met) == ("下降1.8%", -1.8, False)
    added = cells(spans, "高新技术企业", "临水县")["临水县", 2022, "实绩"]
    assert (added.text, added.measure) == ("新增3家", "增量")


# Read by hand in the reports: indicator, year, nature → figure.
BY_HAND = {
    ("城镇新增就业", 2017, "实绩"): "12122人",
    ("城镇新增就业", 2018, "目标"): "1万人",
    ("城镇新增就业", 2020, "实绩"): "10439人",
    ("城镇新增就业", 2023, "实绩"): "9796人",
    ("城镇新增就业", 2024, "目标"): "0.88万人",
    ("实际到位省外资金", 2017, "实绩"): "26亿元",
    ("实际到位省外资金", 2018, "目标"): "27亿元",
    ("实际到位省外资金", 2020, "实绩"): "46.11亿元",
    ("实际到位省外资金", 2023, "实绩"): "137.6亿元",
    ("失业人员再就业", 2017, "实绩"): "4938人",
    ("失业人员再就业", 2020, "实绩"): "4748人",
    ("失业人员再就业", 2023, "实绩"): "4070人",
    ("失业人员再就业", 2024, "目标"): "0.35万人",
}


def test_three_indicators_of_the_real_reports_are_as_read_by_hand(real_store: Path) -> None:
    with Assistant.open(real_store) as bot:
        for indicator in dict.fromkeys(name for name, _, _ in BY_HAND):
            found = cells(bot, indicator, "卫东区")
            for (name, year, nature), figure in BY_HAND.items():
                if name == indicator:
                    assert found["卫东区", year, nature].text == figure


@pytest.mark.parametrize(
    ("question", "indicator"),
    [
        ("青山县2023年GDP增速完成目标了吗", "地区生产总值增速"),
        ("青山县2023年城镇新增就业完成目标了吗", "城镇新增就业"),
        ("青山县2023年城镇登记失业率完成目标了吗", "城镇登记失业率"),
    ],
)
def test_the_chat_says_the_same_of_a_target(bot: Assistant, question: str, indicator: str) -> None:
    text = bot.ask(question).text
    met = cells(bot, indicator)["青山县", 2023, "实绩"].met
    assert "完成目标" in text
    assert ("没有完成目标" in text) is (met is False)
