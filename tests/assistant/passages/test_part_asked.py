"""Of a section, a list or a question of several things, the part that is asked for is told."""

import pytest
from genre import written
from towns import assistant_over

HERON = written(
    "城南建材市场开业，引来三十家商户。\n\n"
    "我们也清醒看到，还存在不少问题和不足：骨干企业偏少，产业链条偏短；老街停车不便；少数干部作风拖沓。",
    "今年重点抓好三件事：一是夯实装备强县之基。引进铸造中心，改造车间六座。组建技工联盟。"
    "二是美化街巷。栽种行道树。三是守护平安。添置消防车。\n\n"
    "（一）加快打造湖东新增长点，提升农村面貌\n\n"
    "推进村容整治。拆除旧猪圈，粉刷院墙。\n推进湖东片区发展。建设湖东码头和粮油加工园。\n推进厕所改造。建公厕八座。\n\n"
    "（二）强化交通保障\n\n"
    "整修客运站候车厅。新建北湾至石桥铁路、石桥至柳林铁路支线。续建东岭铁路12公里。更换公交车40辆，调整线路。\n\n"
    "（三）守住底线\n\n"
    "防范化解房地产市场风险，用好白名单。防范化解政府债务风险，一笔一策还本。防范化解民间融资风险，严查非法集资。"
    "举办消防演练。\n\n"
    "（四）繁荣文旅\n\n"
    "弘扬青瓷文化。复建古窑两座，开办青瓷学堂。\n\n强化宣传营销，与三家旅行社合办专列。\n\n"
    "做好招聘。举办招聘会二十场，建零工驿站四处。",
    place="苍鹭县",
    year=2024,
)


@pytest.fixture(scope="module")
def bot(tmp_path_factory):
    with assistant_over(tmp_path_factory.mktemp("part_asked"), [HERON]) as opened:
        yield opened


@pytest.mark.parametrize(
    ("question", "said", "not_said"),
    [
        ("苍鹭县2024年怎么夯实装备强县之基？", ("铸造中心", "技工联盟"), ("行道树", "消防车")),
        ("苍鹭县准备如何打造湖东新增长点？", ("码头",), ("猪圈", "公厕")),
        ("苍鹭县2024年在铁路建设方面有哪些安排？", ("北湾", "东岭"), ("公交车",)),
        ("楼市、政府欠债、民间借贷这些风险，苍鹭县打算怎么防？", ("白名单", "还本", "非法集资"), ()),
        ("苍鹭县打算怎么把青瓷文化发扬光大？", ("古窑",), ("旅行社",)),
        ("为了把外省客人拉到苍鹭来，县里打算怎么搞宣传营销？", ("旅行社",), ("古窑",)),
        ("苍鹭县觉得自己的产业还差在哪儿？", ("骨干企业",), ("古窑",)),
    ],
)
def test_the_part_asked_for_is_told(bot, question, said, not_said):
    told = bot.ask(question)
    assert told.answered
    assert all(word in told.text for word in said)
    assert not any(word in told.text for word in not_said)


def test_what_is_asked_beside_is_told_too(bot):
    told = bot.ask("苍鹭县2024年怎么弘扬青瓷文化？还有招聘方面有什么安排？")
    assert "古窑" in told.text
    assert "招聘会" in told.text
