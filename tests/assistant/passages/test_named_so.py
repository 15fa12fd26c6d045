"""Passages asked for by a count without a number, by what is still to be solved, and by a firm's name."""

import pytest
from genre import written
from towns import assistant_over

YUEBIN_2024 = written(
    "湖南矿机在全县率先建成数字化车间，获批省级绿色工厂。\n"
    "河南省高性能玻纤材料创新联合体通过验收。蒲城村成功创建为省级文明村。\n"
    "全面推行河长制，开展清河专项行动。\n"
    "创新实施资金代融、用工代招、手续代办等服务措施，助力企业复工复产。\n\n"
    "同时也清醒认识到，发展中还存在不少问题：一是产业层次不高。大项目少。二是城市治理存在短板。"
    "背街小巷照明差、停车难等问题亟待解决。对于这些问题，我们将认真加以解决。",
    "改造县第一幼儿园，建成县第三幼儿园，开工建设河东小学附属幼儿园。\n启动茶山路工业带建设。引进建设五星级商务酒店。\n"
    "到2035年，建成平安越滨，社会治安防控体系更加完善。",
    place="越滨县",
    year=2024,
)


@pytest.fixture(scope="module")
def yuebin(tmp_path_factory):
    """The assistant over one county's report."""
    with assistant_over(tmp_path_factory.mktemp("named"), (YUEBIN_2024,)) as opened:
        yield opened


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("2024年越滨县准备建哪几所幼儿园", ["第一幼儿园", "第三幼儿园", "河东小学附属幼儿园"]),
        ("越滨县2024年在幼儿园建设上有哪几项安排", ["第一幼儿园", "第三幼儿园"]),
        ("越滨县报告里说城市治理有哪些问题急着要解决", ["停车难"]),
        ("越滨县为了让企业早点复工，推出了哪几种代办服务", ["用工代招", "手续代办"]),
        ("河南省高性能玻纤材料创新联合体进展如何", ["验收"]),
        ("蒲城村2023年获得什么荣誉", ["文明村"]),
        ("越滨县2024年准备引进什么档次的酒店", ["五星级"]),
        ("2035年越滨县的平安越滨建设要达到什么样", ["防控体系"]),
        ("湖南矿机2023年拿到了什么牌子", ["绿色工厂"]),
    ],
)
def test_the_passage_is_quoted(yuebin, question, words):
    answer = yuebin.ask(question)
    assert answer.answered, answer.text
    assert all(word in answer.text for word in words), answer.text


YUEXI_2024 = written(
    "粮食产量8.2万吨。",
    "（一）坚持实干为先，快字当头。建立清单管理。\n（二）坚持民生为本，暖字当头。办好实事。\n"
    "（三）坚持底线为重，稳字当头。排查隐患。",
    place="越西县",
    year=2024,
)


def test_parts_that_open_alike_are_told_by_their_number(tmp_path):
    with assistant_over(tmp_path, (YUEXI_2024,)) as opened:
        answer = opened.ask("2024年越西县提出的哪三个坚持？")
        assert answer.answered
        assert all(word in answer.text for word in ("实干为先", "民生为本", "底线为重"))


def test_a_plan_is_not_told_of_by_what_was_done_before(yuebin):
    assert not yuebin.ask("2024年越滨县打算开展什么清河行动").answered


def test_the_province_itself_is_not_told_of_by_a_firm_named_after_it(yuebin):
    assert not yuebin.ask("湖南2023年地区生产总值多少").answered
