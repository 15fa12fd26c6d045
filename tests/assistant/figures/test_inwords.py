"""Targets set and results told in words, and follow-ups that leave all but the year out."""

import pytest
from genre import written
from towns import assistant_over

PAST = written(
    "全县地区生产总值150亿元，增长5%，居民消费价格指数与上年持平。新增科技型企业21家。居民收入与经济增长同步。",
    "全县目标：地区生产总值增长6%。",
    place="临禾县",
    year=2023,
)
TOWN = written(
    "全县地区生产总值160.5亿元，增长7%。新增科技型企业26家。城镇新增就业3300人。",
    "主要预期目标是：地区生产总值增长6.5%，一般公共预算收入与上年持平，居民收入增长与经济增长基本同步，"
    "规模以上工业增加值增长8%，单位地区生产总值能耗完成上级下达任务。"
    "新增科技型企业30家以上，城镇新增就业3500人。",
    place="临禾县",
    year=2024,
)


@pytest.fixture(scope="module")
def bot(tmp_path_factory):
    with assistant_over(tmp_path_factory.mktemp("worded"), [PAST, TOWN]) as opened:
        yield opened


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("临禾县2024年财政收入打算涨多少", "持平"),
        ("临禾2024年居民收入增长目标是多少", "同步"),
        ("2024年临禾县农村居民收入目标增长多少", ""),
        ("临禾县2024年GDP增长目标是多少", "6.5%"),
        ("临禾县2024年规上工业增加值目标增长多少", "8%"),
    ],
)
def test_a_target_in_words_answers_where_no_figure_does(bot, question, told):
    answer = bot.ask(question)
    assert answer.answered is bool(told)
    assert told in answer.text
    assert not told or answer.verified


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("临禾县2022年物价涨了多少", "持平"),
        ("临禾县2022年居民消费价格涨了没有", "持平"),
        ("临禾县2022年地区生产总值增长了吗", "增长5%"),
        # 持平 is what is aimed at in that year
        ("临禾县2023年财政收入涨了没有", ""),
    ],
)
def test_a_result_in_words_tells_how_it_moved(bot, question, told):
    answer = bot.ask(question)
    assert answer.answered is bool(told)
    assert told in answer.text


def test_a_result_in_words_is_no_target(bot):
    assert "同步" not in bot.ask("临禾县2023年居民收入打算涨多少").text


@pytest.mark.parametrize(
    ("first", "then", "told"),
    [
        ("临禾县2023年新增科技型企业多少家", "2024年至少要再添几家", "30家"),
        ("临禾县2023年新增科技型企业多少家", "今年还打算新添多少家", "30家"),
        ("临禾县2023年城镇新增就业多少人", "2024年呢", "3500人"),
        ("临禾县2023年城镇新增就业多少人", "2024年定的目标更高还是更低，是多少", "3500人"),
        ("临禾县2023年新增科技型企业多少家", "那2022年呢", "21家"),
    ],
)
def test_what_a_follow_up_leaves_out_is_taken_over(bot, first, then, told):
    answer = bot.ask(then, [(first, "")])
    assert answer.answered
    assert told in answer.text


def test_a_planned_year_is_told_as_a_target(bot):
    assert "目标" in bot.ask("2024年呢", [("临禾县2023年城镇新增就业多少人", "")]).text
    assert not bot.ask("2024年实际呢", [("临禾县2023年城镇新增就业多少人", "")]).answered


def test_one_figure_of_town_and_country_answers_for_both(tmp_path):
    both = written("全县地区生产总值9亿元。", "城乡居民收入增长9%。", place="东坪县", year=2024)
    with assistant_over(tmp_path, [both]) as opened:
        answer = opened.ask("东坪县2024年城乡居民收入目标增长多少")
        assert answer.answered
        assert "9%" in answer.text
