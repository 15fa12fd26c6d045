"""Several topics in one question: of each its best sentence, and of what is not told nothing."""

import pytest
from genre import written
from towns import assistant_over

REED_HARBOUR = written(
    "湿地栈道延伸12公里，沿线添了9处街角花圃，港城绿意更浓。滨水步道与雨水管网联动改造。"
    "完成渔港投资8亿元，避风锚地扩建主体完工。完成灌渠投资3亿元，整修灌渠27条。"
    "海岛小学全部接入千兆光网。主电网延伸到所有海岛。发放海岛用电补贴900万元。",
    "强化产业支撑。培育船配龙头企业4家，推动链条上下游整合。健全梯度培育机制，新增专精特新企业15家。\n"
    "完善出行条件。力争芦滨高铁具备铺轨条件。加快通用机场候机楼扩建。建设候鸟观测站2座。\n"
    "完善服务保障。康养服务中心年内启用，改善失能老人照护。加快骨灰堂建设，倡导海葬、树葬。",
    place="芦港市",
    year=2024,
)


@pytest.fixture(scope="module")
def harbour(tmp_path_factory):
    """The assistant over one invented city's report."""
    with assistant_over(tmp_path_factory.mktemp("joined"), [REED_HARBOUR]) as opened:
        yield opened


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("2024年芦港高铁和机场分别有什么安排？", ("铺轨条件", "候机楼扩建")),
        ("芦港2024年康养中心和骨灰堂这两块都有什么打算", ("康养服务中心", "骨灰堂建设")),
        ("芦港市2023年在渔港和灌渠建设上取得了哪些进展？", ("8亿元", "27条")),
        ("芦港市2024年怎样培育龙头企业和专精特新企业？", ("4家", "15家")),
        # what is complained of belongs to no topic
        ("2024年芦港怎么解决失能老人照护和骨灰堂不足的问题？", ("康养服务中心", "骨灰堂建设")),
        ("芦港前一年在渔港和灌渠建设上有哪些进展？", ("8亿元", "27条")),
        ("2023年芦港海岛的通网和用电有了哪些改善？", ("千兆光网", "延伸到所有海岛")),
    ],
)
def test_each_topic_is_told_of(harbour, question, told):
    answer = harbour.ask(question)
    assert answer.answered, answer.text
    assert all(words in answer.text for words in told), answer.text


@pytest.mark.parametrize(
    ("question", "told", "not_told"),
    [
        ("2024年芦港高铁和赛马场分别有什么安排？", "铺轨条件", "机场"),
        ("芦港2024年候鸟观测站和海水淡化厂这两块怎么建", "观测站2座", "骨灰堂"),
    ],
)
def test_of_a_topic_that_is_not_told_of_nothing_stands_in(harbour, question, told, not_told):
    answer = harbour.ask(question)
    assert answer.answered
    assert told in answer.text, answer.text
    assert not_told not in answer.text


@pytest.mark.parametrize(
    "question",
    [
        "芦港2024年赛马场和航天城分别有什么安排？",
        "芦港2024年海葬和树葬补贴标准分别怎么定的？",  # the deed is told of, the standard not
    ],
)
def test_topics_of_which_none_is_told_of_are_refused(harbour, question):
    assert not harbour.ask(question).answered
