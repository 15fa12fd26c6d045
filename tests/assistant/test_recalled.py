"""Follow-ups that set what was just asked against each other, and figures that are reckoned with."""

import pytest
from genre import facts_of, written
from towns import assistant_over

ALDER_2023 = written(
    "全县地区生产总值210.25亿元，增长5.5%。固定资产投资增长6%。新登记经营主体4100户。新修塘坝60座。",
    place="桤木县",
    year=2023,
)
ALDER_2024 = written(
    "全县地区生产总值突破220亿元大关，达到223.75亿元，增长6.1%。固定资产投资增长9.5%。"
    "新登记经营主体5230户。新修塘坝85座。办理县人大代表建议72件、政协提案48件。\n\n"
    "规模以上固定资产投资完成61亿元，按同口径增长8%。",
    "地区生产总值增长6%左右。",
    place="桤木县",
    year=2024,
)
CEDAR_2024 = written(
    "全县地区生产总值12345.67亿元，增长4.9%。新修塘坝40座。金融机构存贷款余额分别达到520亿元、310亿元。",
    "地区生产总值增长6%左右。",
    place="雪松县",
    year=2024,
)


@pytest.fixture(scope="module")
def bot(tmp_path_factory):
    """The assistant over two counties' reports, one with two years."""
    reports = (ALDER_2023, ALDER_2024, CEDAR_2024)
    with assistant_over(tmp_path_factory.mktemp("recalled"), reports) as opened:
        yield opened


@pytest.mark.parametrize(
    ("before", "question", "shown"),
    [
        (["桤木县2023年新修塘坝多少座", "雪松县呢"], "两县差多少", "45座（85−40＝45）"),
        (["桤木县2023年新修塘坝多少座", "雪松县呢"], "谁更多？", "桤木县2023年比雪松县2023年多"),
        (["桤木县2023年新修塘坝多少座", "雪松县呢"], "加起来一共多少座", "合计125座（85＋40＝125）"),
        (["桤木县2022年新修塘坝多少座", "2023年呢"], "涨了多少", "25座（85−60＝25）"),
        (["桤木县2022年新修塘坝多少座", "2023年呢"], "多了还是少了？", "桤木县2023年比桤木县2022年多"),
        (["桤木县2022年新修塘坝多少座"], "那2023年呢，多了还是少了", "桤木县2023年比桤木县2022年多"),
        (["桤木县2022年新修塘坝多少座"], "2023年是多少，多了几座", "25座（85−60＝25）"),
        (["桤木县和雪松县2023年新修塘坝各多少座"], "相差多少", "45座（85−40＝45）"),
        (["桤木县2022年固定资产投资增速"], "2023年呢？高了几个点", "3.5个百分点（9.5−6＝3.5）"),
    ],
)
def test_what_was_asked_before_is_set_against_each_other(bot, before, question, shown):
    history = []
    for earlier in before:
        history.append((earlier, bot.ask(earlier, history=history).text))
    answer = bot.ask(question, history=history)
    assert answer.verified
    assert answer.answered
    assert shown in answer.text
    assert answer.citations


def test_growth_after_one_figure_is_its_growth(bot):
    before = "桤木县2023年地区生产总值是多少"
    answer = bot.ask("增长了多少", history=[(before, bot.ask(before).text)])
    assert "6.1%" in answer.text
    assert "＝" not in answer.text


@pytest.mark.parametrize(
    ("question", "shown"),
    [
        ("桤木县2023年新登记经营主体比上年多了多少户", "1130户（5230−4100＝1130）"),
        ("桤木县2023年地区生产总值比2022年多多少亿元", "13.5亿元（223.75−210.25＝13.5）"),
        ("桤木县和雪松县2023年地区生产总值相差多少", "12121.92亿元（12345.67−223.75＝12121.92）"),
        ("桤木县雪松县两县2023年新修塘坝加起来多少座", "合计125座"),
        ("2024年桤木县和雪松县的地区生产总值增长目标一样吗", "两者相同，都是6%"),
        ("桤木县2023年人大建议、政协提案一共办了多少件", "合计120件（72＋48＝120）"),
        ("雪松县2023年存款余额比贷款余额多多少亿", "210亿元（520−310＝210）"),
        ("桤木县2022年固定资产投资增速和2023年固定资产投资增速差几个百分点", "3.5个百分点"),
    ],
)
def test_figures_of_several_reports_are_reckoned_with(bot, question, shown):
    answer = bot.ask(question)
    assert answer.verified
    assert answer.answered
    assert shown in answer.text


def test_the_year_that_the_last_of_several_names_is_that_of_all(bot):
    text = bot.ask("桤木县地区生产总值、固定资产投资2023年增速分别是多少").text
    assert "6.1%" in text
    assert "9.5%" in text


def test_two_counts_asked_for_apart_are_not_added(bot):
    text = bot.ask("桤木县2023年办理人大建议一共多少件，政协提案多少件").text
    assert "72件" in text
    assert "合计" not in text


def test_rates_after_several_clauses_are_of_what_each_came_to():
    facts = facts_of("接待游客120万人次，实现综合收入9亿元，分别同比增长11%、14%。")
    assert {f.figure: f.indicator for f in facts if f.base_unit == "%"} == {
        "11%": "接待游客",
        "14%": "综合收入",
    }


def test_two_balances_that_one_word_names_are_told_apart():
    facts = facts_of("金融机构存贷款余额分别达到52亿元、31亿元。")
    assert [f.name for f in facts] == ["存款余额", "贷款余额"]
