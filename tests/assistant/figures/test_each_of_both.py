"""Two figures set against each other: of town and country, of a plan and what came of the year before."""

import pytest
from towns import PLACES, assistant_over, written

from assistant.questions.in_full import in_full
from assistant.questions.kinds import unit_asked

YUNXIU = written(
    "城镇居民人均可支配收入36500元，农民人均纯收入19200元。城镇新增就业2.4万人。\n"
    "城乡低保标准提高到每月820元和610元。最低工资标准调整到每月1930元。\n"
    "保障性住房基本建成400套，新开工建设1050套。县内高速公路总里程达90公里。\n"
    "为3600名劳动者追回工资5300万元。白鹭新材在港交所成功上市。农民工总量8.3万人，其中外出农民工5.1万人。",
    "城镇新增就业2万人以上。加快保障性住房建设，基本建成500套，新开工700套以上。\n"
    "城乡居民基础养老金再提高15元。",
    place="云岫县",
    year=2024,
)


@pytest.fixture(scope="module")
def yunxiu(tmp_path_factory):
    """The assistant over one county's report."""
    with assistant_over(tmp_path_factory.mktemp("both"), (YUNXIU,)) as opened:
        yield opened


@pytest.mark.parametrize(
    ("question", "shown"),
    [
        ("云岫县2023年城里人和农民的收入差多少", "17300元（36500−19200＝17300）"),
        ("2023年云岫县农民和城里人的人均收入相差多少元？", "17300元（36500−19200＝17300）"),
        ("云岫县城市和农村的低保每月各多少钱，差多少？", "210元（820−610＝210）"),
        ("云岫县农村低保比城市低保每月少多少", "210元（820−610＝210）"),
        ("云岫县2024年城镇新增就业要做到多少，比2023年实际完成的少多少？", "0.4万人（2.4−2＝0.4）"),
        ("云岫县2024年计划新增就业跟2023年实际新增就业相比如何？", "0.4万人（2.4−2＝0.4）"),
        ("云岫县2024年保障房计划新开工的套数跟2023年实际开工比，多了还是少了", "350套（1050−700＝350）"),
    ],
)
def test_both_are_told_and_how_far_they_are_apart(yunxiu, question, shown):
    answer = yunxiu.ask(question)
    assert answer.answered
    assert shown in answer.text


@pytest.mark.parametrize(
    ("question", "figure"),
    [
        ("云岫县最低工资一个月多少钱，2023年调到多少了？", "1930元"),
        ("云岫县2024年居民基础养老金再提高多少钱", "15元"),
        ("云岫县境内高速公路总共有多少公里", "90公里"),
    ],
)
def test_what_is_asked_once_more_or_planned_is_one_figure(yunxiu, question, figure):
    answer = yunxiu.ask(question)
    assert answer.answered
    assert figure in answer.text
    assert "没有找到" not in answer.text


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("云岫县2023年帮打工的讨回多少欠薪", ["5300万元"]),
        ("云岫县2023年有家企业在香港上市了，叫啥", ["白鹭新材"]),
        ("云岫县2023年农民工总数有多少人，其中出去打工的多少", ["8.3万人", "5.1万人"]),
    ],
)
def test_what_people_say_is_what_the_report_writes(yunxiu, question, told):
    answer = yunxiu.ask(question)
    assert answer.answered
    assert all(words in answer.text for words in told)


def test_one_exchange_is_not_another(yunxiu):
    assert not yunxiu.ask("云岫县2023年有家企业在深圳上市了，叫啥").answered


def test_what_it_was_and_what_it_came_to_are_two(yunxiu):
    assert not yunxiu.ask("云岫县最低工资原来一个月多少钱，2023年调到多少了？").answered


@pytest.mark.parametrize(
    "question", ["临禾县城镇和农村建设怎么抓", "临禾县城市和农村哪个收入增得快", "临禾县农村和城市低保多少人"]
)
def test_other_questions_of_town_and_country_stay(question):
    assert in_full(question, PLACES) == question


@pytest.mark.parametrize(
    ("question", "unit"),
    [
        ("新增就业打算做到多少，比上年少几万", ""),
        ("稳就业投了多少亿", "元"),
        ("城区人口到2023年达到多少万", ""),
    ],
)
def test_persons_are_no_money(question, unit):
    assert unit_asked(question) == unit
