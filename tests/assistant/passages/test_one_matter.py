"""How far an open answer goes on: under one head, to the cause behind, over the points announced."""

import pytest
from genre import written
from towns import assistant_over

HERON_2024 = written(
    "以会展带人气。承办骑行赛3场。\n\n"
    "陶艺、竹编、漆画入选省级乡创集群名单。入选省级老字号2家，陶艺街挂牌。\n\n"
    "规定了节水指标。全县没有实现年初提出的万元产值用水量下降3%的目标。"
    "主要原因是：老旧管网漏损偏高，部分印染厂没有按期技改。\n\n"
    "筹办灯会让我们受益良多。同时，我们也得到了新的体会：\n"
    "第一，必须守住民俗根脉。灯会靠的是老手艺。第二，必须依靠街坊邻里。第三，必须算好长远账。\n\n"
    "查出并纠正了粮库账目虚报。我们深深感受到弄虚作假害人害己，往后不许拿数字换面子。",
    "一是盘活厂房。清理闲置车间30间。推行分层出让。二是打通断头巷道。拓宽打铁街，改造染坊街。"
    "接通北关巷道4条，完善照明。新修骑行道12公里。三是整治集市。规范摊点。\n\n"
    "深化诊疗体制改革。补齐儿科、产科短板，新增病床40张。推进公立医院取消药品加成。"
    "鼓励民间资金兴办护理院。办好戏曲节。\n\n"
    "继续办好六方面民生实事。\n"
    "1.诊疗服务方面。为乡镇配发体检车12台。\n2.老残帮扶方面。为独居老人安装呼叫器300个，为残疾人改造浴室80间。\n"
    "3.校园方面。更换课桌椅4000套。\n4.住得安心方面。加固危房70户。\n5.行得顺畅方面。修补村道26公里。\n"
    "6.文体生活方面。添置健身器材150件。",
    place="鹭汀县",
    year=2024,
)


@pytest.fixture(scope="module")
def bot(tmp_path_factory):
    with assistant_over(tmp_path_factory.mktemp("one_matter"), (HERON_2024,)) as opened:
        yield opened


@pytest.mark.parametrize(
    ("question", "said", "not_said"),
    [
        ("鹭汀县2024年打算怎么打通断头巷道", ("打铁街", "北关", "骑行道"), ("厂房", "车间", "摊点", "集市")),
        ("看病难，鹭汀2024年在公立医院上要改些什么", ("药品加成", "儿科"), ("车间", "骑行道")),
        ("2023年鹭汀县的节水指标为什么没有完成", ("管网漏损", "印染厂"), ()),
        ("鹭汀县2023年总结了哪几点新的体会", ("民俗根脉", "街坊邻里", "长远账"), ("车间",)),
        ("针对粮库账目虚报，鹭汀县在2024年报告里作了哪些反思", ("弄虚作假",), ("灯会",)),
        ("鹭汀县2023年哪些集群入选省级乡创集群名单", ("竹编", "漆画"), ("老字号",)),
        ("鹭汀县2024年民生实事里，看病方面要办哪些事", ("体检车",), ("课桌椅", "呼叫器")),
        ("鹭汀2024年要给老人、残疾人这些困难群体办哪些具体实事", ("呼叫器", "浴室"), ("课桌椅", "村道")),
    ],
)
def test_the_whole_matter_is_told_and_no_other(bot, question, said, not_said):
    answer = bot.ask(question)
    assert answer.answered
    assert all(word in answer.text for word in said)
    assert not any(word in answer.text for word in not_said)


@pytest.mark.parametrize(
    "question",
    [
        "鹭汀县2024年民生实事里，宠物寄养方面要办哪些事",
        "2023年鹭汀县的造林指标为什么没有完成",
    ],
)
def test_what_is_not_told_is_refused(bot, question):
    assert not bot.ask(question).answered
