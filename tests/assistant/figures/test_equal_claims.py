"""Two figures with one claim are both said; heads that are asked about; figures that the question names."""

import pytest
from genre import written
from towns import LINHE_2024, assistant_over

from assistant.evidence.fits import is_asked_of
from assistant.questions.slots import Slots

SHAHE_2024 = written(
    "城镇新增就业4100人。旅游收入8.2亿元，增长9%。\n\n"
    "（一）生态建设有力推进。治理沙地3万亩。关停小煤窑4处。\n\n"
    "（二）民生保障更加有力。建成养老院3所。\n\n"
    "实现旅游收入8.4亿元。",
    "围绕生态建设，抓好三件事：\n\n"
    "（一）保护水源。整治河道12公里。\n\n"
    "（二）绿化荒山。植树20万株。\n\n"
    "（三）防治大气。淘汰锅炉9台。",
    place="沙河县",
    year=2024,
)


@pytest.fixture(scope="module")
def shahe(tmp_path_factory):
    """The assistant over one report that tells one indicator twice."""
    with assistant_over(tmp_path_factory.mktemp("claims"), (SHAHE_2024,)) as opened:
        yield opened


def test_two_figures_of_one_indicator_are_both_said_and_cited(shahe):
    answer = shahe.ask("沙河县2023年旅游收入多少")
    assert answer.answered
    assert answer.verified
    assert "8.2亿元" in answer.text
    assert "8.4亿元" in answer.text
    assert [figure in c.quote for figure, c in zip(("8.2", "8.4"), answer.citations, strict=True)] == [
        True
    ] * 2


def test_a_figure_told_once_stands_alone(shahe):
    answer = shahe.ask("沙河县2023年城镇新增就业多少")
    assert answer.text == "沙河县2023年城镇新增就业4100人[1]。"


def test_a_section_whose_head_is_asked_about_answers_before_passing_words(shahe):
    answer = shahe.ask("沙河县2023年生态建设做了什么")
    assert answer.answered
    assert "生态建设有力推进" in answer.text.splitlines()[0]
    assert "治理沙地3万亩" in answer.text
    assert "养老院" not in answer.text


def test_heads_that_a_plan_announces_are_listed(shahe):
    answer = shahe.ask("沙河县2024年生态建设抓好哪三件事")
    assert answer.answered
    for head in ("保护水源", "绿化荒山", "防治大气"):
        assert head in answer.text
    assert len(answer.citations) == len(answer.text.splitlines()) == 4


@pytest.mark.parametrize(
    ("content", "figure", "named"),
    [
        ("72个重点项目投资", "72个", True),
        ("重点项目投资", "72个", False),
        ("172个重点项目投资", "72个", False),
        ("72个重点项目投资", "41.5亿元", False),
        ("为185家企业发放贷款", "185家", True),
        ("为185家企业发放贷款", "6.4亿元", False),
    ],
)
def test_a_figure_that_the_question_names_is_not_its_answer(content, figure, named):
    (fact,) = [f for f in LINHE_2024.facts if f.figure == figure]
    assert is_asked_of(Slots("", "", content=content), fact) == named
