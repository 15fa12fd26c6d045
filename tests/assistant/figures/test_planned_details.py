"""What a plan tells where only it is there: its details answer, its aims are no results."""

import pytest
from genre import written
from towns import assistant_over

PLAN = (
    "加快建设石湾60兆瓦光伏发电项目。财政按照65%比例分担科技型中小企业贷款风险。推动镇街医院100%设立康复科室。"
    "精品产业平台制造业投资增长15%以上。生产总值增长6%，森林覆盖率达到41%。用三年时间治理沙化草场30万亩。"
)


@pytest.fixture(scope="module")
def stone(tmp_path_factory):
    told = written("粮食产量22万吨。", PLAN, place="石湾县", year=2024)
    with assistant_over(tmp_path_factory.mktemp("stone"), (told,)) as opened:
        yield opened


@pytest.mark.parametrize(
    ("question", "figure"),
    [
        ("石湾县2024年加快建设的石湾光伏发电项目装机多大？", "60兆瓦"),
        ("2024年石湾县财政按多大比例分担科技型中小企业贷款风险？", "65%"),
        ("2024年石湾县要求镇街医院设立康复科室的比例达到多少？", "100%"),
        ("精品产业平台的制造业投资，石湾县2024年要求增长多少？", "15%"),
        ("石湾县从2024年起用三年时间治理多少万亩沙化草场？", "30万亩"),
        ("石湾县2024年计划用三年时间治理多少沙化草场？", "30万亩"),
    ],
)
def test_a_detail_of_the_plan_answers_and_is_called_a_target(stone, question, figure):
    answer = stone.ask(question)
    assert answer.answered
    assert figure in answer.text
    assert "目标" in answer.text


@pytest.mark.parametrize(
    "question",
    [
        "石湾县2024年生产总值增长多少？",
        "石湾县2024年森林覆盖率是多少？",
        "石湾县2024年实际治理了多少沙化草场？",
        "石湾县2024年精品产业平台制造业投资增长了多少？",
    ],
)
def test_an_aim_is_no_result(stone, question):
    assert not stone.ask(question).answered
