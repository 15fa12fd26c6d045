"""Two things in one question, causes and titles in everyday words, and how a thing is done."""

import pytest
from genre import written
from towns import assistant_over

from assistant.passages.untold import untold

MAPLE_FORD = written(
    "枫津粮库火灾令人痛心。事故的发生，根本原因是值守制度形同虚设，消防巡查流于表面。"
    "设立早茶会商、诉求直通车等机制，解决厂家反映的诉求86个。枫津酱菜腌制技艺被认定为世界灌溉工程遗产。"
    "洗砚河水质达到Ⅱ类，两岸绿道全线贯通。停航9年的老渡口恢复摆渡。",
    "守牢民生底线。严格落实返贫监测和入户排查。坚持帮扶政策不变，对监测户逐户派驻返贫联络员。\n"
    "完善城市功能。实施城东片区积水内涝点整治，新建雨水泵站3座。对停航的渡口逐一评估，能恢复的恢复摆渡。加快第二水厂扩建，保障全城供水安全。\n"
    "深化国有企业改革。推进4户县属国有企业重组，压减管理层级。盘活闲置厂房，争取盘活资产7亿元。\n"
    "打造爆款茶旅线路。以云崖、柳溪、石桥等乡镇为重点，联合茶企推出采摘、研学产品，打造一批爆款民宿。",
    place="枫津县",
    year=2024,
)


@pytest.fixture(scope="module")
def ford(tmp_path_factory):
    """The assistant over one invented county's report."""
    with assistant_over(tmp_path_factory.mktemp("two"), [MAPLE_FORD]) as opened:
        yield opened


@pytest.mark.parametrize(
    ("question", "told"),
    [
        # the kind of what is asked for need not be told with each
        ("枫津县防内涝和保供水在2024年有哪些工程？", ("雨水泵站", "第二水厂")),
        # how much and how
        ("2024年枫津如何深化国有企业改革，盘活资产的目标是多少？", ("4户", "7亿元")),
        ("枫津老渡口停航多少年后恢复摆渡，洗砚河水质怎样？", ("9年", "Ⅱ类")),
        # 怎样 before a deed asks how it is done
        ("枫津2024年怎样防止返贫？", ("入户排查", "联络员")),
        ("枫津粮库火灾，政府说根子出在哪儿？", ("形同虚设",)),
        ("枫津酱菜得了个什么世界级的名头？", ("世界灌溉工程遗产",)),
        ("枫津建立了哪些政府与企业沟通、解决诉求的机制？", ("诉求直通车",)),
        ("枫津怎么打造爆款民宿，重点放在哪几个乡镇？", ("云崖", "研学")),
    ],
)
def test_both_are_told(ford, question, told):
    answer = ford.ask(question)
    assert answer.answered, answer.text
    assert all(words in answer.text for words in told), answer.text


def test_firms_that_are_no_more_than_dealt_with_are_not_asked_for():
    told = "设立早茶会商、诉求直通车等机制。"
    assert not untold("建立了哪些与企业沟通的机制?", told)
    assert not untold("出台了哪些企业帮扶政策?", told)
    assert untold("卖给了哪些企业?", told)


@pytest.mark.parametrize(
    ("question", "told", "untold"),
    [
        # a head that says what is asked is followed by what is done
        ("枫津怎样深化国有企业改革？", ("4户县属国有企业",), "雨水泵站"),
        # the cause stands among what is lacking
        ("枫津粮库火灾的祸根在哪里？", ("流于表面",), "雨水泵站"),
        # what was done tells only which of them are meant
        ("枫津停了航的渡口今年要怎么恢复", ("逐一评估",), "4户"),
    ],
)
def test_no_more_than_is_asked(ford, question, told, untold):
    text = ford.ask(question).text
    assert all(words in text for words in told), text
    assert untold not in text
