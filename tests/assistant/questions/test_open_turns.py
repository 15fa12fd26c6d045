"""Open questions in roundabout words are put as they are read, and what only looks like one stays."""

import pytest

from assistant.questions.kinds import task_of
from assistant.questions.spoken import as_asked


@pytest.mark.parametrize(
    ("said", "read"),
    [
        ("青河县报告里有个词叫“两翼”，怎么解释？", "青河县报告的“两翼”是什么意思？"),
        ("青河县有个提法叫“五联”工作法，怎么理解", "青河县的“五联”工作法是什么意思"),
        ("青河县说的“三转”，这里头对应的是哪三个", "青河县说的“三转”，是哪三个"),
        ("青河县建四大片区，分别主打什么产业", "青河县建四大片区，分别是什么产业"),
        ("2024年青河县要着重做好哪六方面工作", "2024年青河县要重点抓好哪六个方面工作"),
        ("青河县政府工作报告里检讨作风，点出了哪些顽疾？", "青河县政府工作报告承认作风，有哪些毛病？"),
        ("青河县新开业的公司都有谁", "青河县新开业的公司有哪几家"),
        ("青河县推了些惠民产品，有哪些", "青河县推了惠民产品，有哪些"),
        ("省发改委给东山新区定了个什么身份？", "东山新区被省发改委明确成什么？"),
        ("青河县怎么把河湾新城这一合作平台做强", "青河县怎么把河湾新城做强"),
        ("青河县怎么让北边几个乡的路好走起来", "青河县怎么让北边乡的路好走起来"),
        ("青河县准备拿什么手艺去申报非遗？又想让哪座塔申遗", "青河县准备把什么手艺申报非遗，哪座塔申遗"),
    ],
)
def test_open_turns(said, read):
    assert as_asked(said) == read


@pytest.mark.parametrize(
    "question",
    [
        "青河县怎么解释“三转”推进慢的原因",
        "审计查出了哪些问题",
        "报告自揭了哪些短板",
        "青河县县长是什么身份",
    ],
)
def test_what_is_no_such_turn(question):
    assert as_asked(question) == question


def test_which_so_many_are_told_in_words_whatever_is_named():
    assert task_of("青河县抓地区生产总值提了“四项”，具体指哪四项", ["青河县"], []) == "open"


@pytest.mark.parametrize(
    ("said", "read"),
    [
        ("青河县做外贸工作提了“四新”，具体指哪四个", "青河县外贸的“四新”，是哪四个"),
        ("青河县2023年新开了的公交线路有哪些", "青河县2023年新开通的公交线路有哪些"),
        ("青河县新开的航线比实际新开的少几条", "青河县新开的航线比实际新开的少几条"),
    ],
)
def test_what_is_put_forward_and_what_is_opened(said, read):
    assert as_asked(said) == read


@pytest.mark.parametrize(
    ("said", "read"),
    [
        ("青河县政府在2022年报告中如何剖析干部作风方面的问题？", "青河县干部作风方面有哪些问题？"),
        ("青河县扶持技校的具体举措涉及哪几所院校", "青河县扶持技校哪几所院校"),
        ("青河县招工匠给什么补贴、多少钱", "青河县招工匠给什么补贴，多少钱"),
        ("青河县粮库火灾，政府说根子出在哪儿？", "青河县粮库火灾的原因是什么？"),
        ("青河县水库建设的进度安排是什么", "青河县水库建设的安排是什么"),
    ],
)
def test_what_is_wrong_and_what_it_is_done_to(said, read):
    assert as_asked(said) == read
