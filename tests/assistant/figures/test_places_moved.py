"""Ranks and by how many places they moved, shares told behind the whole, changes told against a year."""

import pytest
from towns import assistant_over, written

RIVERSIDE = written(
    "全县地区生产总值完成88.4亿元，增长6.2%，居全市第6位，比上年提高2个位次；"
    "固定资产投资增长9.7%，全市第4，比上年提高5个位次。"
    "一般公共预算收入完成7.3亿元，税收占比61.8%。\n\n"
    "在全国百强县创新榜上排名上升7位、居第83位。"
    "全县乡镇卫生院床位数比1998年增长三倍。\n\n"
    "莲塘特产商城注册用户3100家，交易额突破2.4亿元。清淤河道18万立方米，治理沟渠5条。"
    "回运俄粮12万吨。减税降费0.9亿元。全省营商环境评价排位跃升13个位次。\n\n"
    "优良天数达到288天，占比近八成。城乡年低保标准分别提高至8040元、6120元。"
    "城镇、农村居民人均可支配收入分别达到39800元、19600元。",
    place="清浦县",
    year=2024,
)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("清浦县2023年GDP增速比上年提高了几个位次？", ["提高2个位次"]),
        ("清浦县2023年固定资产投资增速居全市第几位，提高了几个位次？", ["第4", "提高5个位次"]),
        ("清浦县2023年固定资产投资全市排第几？比上年进了几位？", ["第4", "提高5个位次"]),
        ("清浦县2023年百强县创新榜排名上升了几位", ["上升7位"]),
        ("清浦县2023年百强县创新榜排第几", ["第83位"]),
        ("清浦县2023年财政收入里税收占到几成？", ["61.8%"]),
        ("清浦县2023年乡镇卫生院床位数比1998年增长几倍？", ["增长三倍"]),
        ("莲塘特产商城有多少注册用户，做成了多少钱的生意？", ["3100家", "2.4亿元"]),
        ("清浦县2023年挖走了多少方淤泥", ["18万立方米"]),
        ("清浦县2023年回运的俄罗斯粮食有多少", ["12万吨"]),
        ("2023年清浦县给企业减掉的税费一共有多少钱", ["0.9亿元"]),
        ("清浦县2023年营商环境评价排位往前提了几位", ["13个位次"]),
        ("清浦县2023年有多少天空气好", ["288天"]),
        ("清浦县2023年城里低保一年多少钱，农村的呢", ["8040元", "6120元"]),
        ("清浦县2023年农民可支配收入是多少元", ["19600元"]),
    ],
)
def test_what_is_asked_in_other_words_is_told(tmp_path, question, told):
    with assistant_over(tmp_path, (RIVERSIDE,)) as bot:
        answer = bot.ask(question)
    assert answer.answered
    assert all(figure in answer.text for figure in told), answer.text


def test_places_moved_are_no_rank(tmp_path):
    with assistant_over(tmp_path, (RIVERSIDE,)) as bot:
        answer = bot.ask("清浦县2023年一般公共预算收入增速提高了几个位次？")
    assert not answer.answered


def test_one_growth_is_no_answer_to_two(tmp_path):
    with assistant_over(tmp_path, (RIVERSIDE,)) as bot:
        answer = bot.ask("清浦县2023年乡镇卫生院床位数比1998年增长几倍？村医人数呢？")
    assert not answer.answered
