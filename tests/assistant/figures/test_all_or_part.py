"""Several figures asked for at once are all told, or the answer says that it tells only a part."""

import pytest
from genre import written
from towns import assistant_over

from assistant.records import PARTLY

YUNTAI = written(
    "粮食产量从31.5万吨提高到40.2万吨，年均增长5%。\n\n"
    "推窗率由12%提高到19%，窗花合格率比上年提高3.4个百分点。制成风筝总量26.5万只，其中纸风筝8.1万只、居全省第4位。\n\n"
    "茶园整洁度综合排名居全省第2、全国第21。接待游客95万人次、旅游总收入8.6亿元，分别是上年的1.3倍、1.7倍。\n\n"
    "改造老旧小区21万平方米、2600户。总投资36亿元的古城提升行动全面推进，累计完成投资14亿元。"
    "9.3万农村居民喝上放心水。改造提升农村公路77公里。"
    "规上工业增加值增长6.2%，一般公共预算收入增长8.8%。地区生产总值增长5.7%。",
    "改造铜水管41公里、铁气管27公里、竹水槽16公里。改造老旧小区18万平方米、2100户。新建改建农村公路52公里。"
    "地区生产总值增长6%，规上工业增加值增长7.5%，一般公共预算收入增长4.5%。",
    place="云台县",
    year=2024,
)


@pytest.fixture(scope="module")
def yuntai(tmp_path_factory):
    """The assistant over one county's report."""
    with assistant_over(tmp_path_factory.mktemp("all_or_part"), (YUNTAI,)) as opened:
        yield opened


@pytest.mark.parametrize(
    ("question", "shown"),
    [
        ("云台县粮食产量由多少增至多少，年均增速是几个百分点？", ["31.5万吨", "40.2万吨", "5%"]),
        ("云台县2023年推窗率由多少提高到多少，提高了几个百分点？", ["12%", "19%", "7个百分点"]),
        ("云台县2023年推窗率原来多少、现在多少？", ["12%", "19%"]),
        ("云台县2023年窗花合格率提升多少，地区生产总值增长多少？", ["3.4个百分点", "5.7%"]),
        ("云台县2023年一共制成了多少只风筝，里头纸风筝多少", ["26.5万只", "8.1万只"]),
        ("云台县2023年茶园整洁度在全省和全国各排第几？", ["全省第2", "全国第21"]),
        (
            "云台县2023年接待了多少游客、旅游收入多少，各相当于前一年的几倍？",
            ["95万人次", "8.6亿元", "1.3倍", "1.7倍"],
        ),
        ("云台县2024年要改造多少公里铜水管、铁气管和竹水槽？", ["41公里", "27公里", "16公里"]),
        ("云台县2023年有多少农村人喝上了放心水？", ["9.3万"]),
    ],
)
def test_all_that_is_asked_for_is_told(yuntai, question, shown):
    """Each of the figures asked for is told."""
    answer = yuntai.ask(question)
    assert answer.answered, answer.text
    assert all(figure in answer.text for figure in shown), answer.text


@pytest.mark.parametrize(
    ("questions", "shown"),
    [
        (
            ["云台县2023年地区生产总值增长了多少？", "那规上工业增加值和一般公共预算收入呢？"],
            ["6.2%", "8.8%"],
        ),
        (
            ["云台县2024年地区生产总值目标增长多少？", "规上工业增加值和一般公共预算收入呢？"],
            ["7.5%", "4.5%"],
        ),
        (["云台县2023年老旧小区改造了多少平方米、多少户？", "2024年还打算再改多少？"], ["18万", "2100户"]),
        (["云台县2023年改造提升了多少公里农村公路？", "2024年还要新改建多少公里？"], ["52公里"]),
        (["云台县古城提升行动总投资是多少？", "到2023年底已经完成了多少？"], ["14亿元"]),
    ],
)
def test_a_follow_up_asks_for_as_much(yuntai, questions, shown):
    """A follow-up on two things, in two units or of another deed is told in full."""
    *before, question = questions
    history = [(q, yuntai.ask(q).text) for q in before]
    answer = yuntai.ask(question, history=history)
    assert answer.answered, answer.text
    assert all(figure in answer.text for figure in shown), answer.text


def test_one_of_two_is_a_part(yuntai):
    """One figure of two asked for is no whole answer."""
    answer = yuntai.ask("云台县2023年一般公共预算收入增长多少，养蚕多少张？")
    assert not answer.answered
    assert answer.text.startswith(PARTLY)
