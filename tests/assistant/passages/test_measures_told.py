"""Lists that follow the sentence which announces them, and measures rather than what only names a matter."""

import pytest
from genre import written
from towns import assistant_over

RIVER = written(
    "全县地区生产总值142.6亿元，增长6.2%。荣获“全省花木之乡”“省级书香县城”、省第五届“清洁水岸”、"
    "“省夜市经济试点奖”等一系列荣誉称号，擦亮了全省普法先进集体、全省粮库管理先进县、全省夜校先进单位的牌子，"
    "在全省县域晒评中连续两个季度名列同类县前茅，得到社会各界和广大客商的一致好评，也让全县干部群众更加坚定了信心决心，为今后的发展积蓄了底气和力量。"
    "渡口街道荣获“全市先锋街道”称号。\n\n"
    "我们必须清醒看到存在的问题和不足。产业链条不长，龙头企业偏少，财政收支矛盾突出。我们将认真解决。",
    "今年经济社会发展的主要目标是：北岭片区面貌明显改善；地区生产总值增长6%。"
    "统筹推动乡镇园区归并、集镇道路改造、水库除险加固、村级电网增容等重点工作落实，确保全年任务圆满完成。\n\n"
    "坚决推进园区归并。理顺“一园三片”管理体制，实行末位退出，清理闲置厂房。\n\n"
    "加快北岭片区发展。用好对口协作资金，在北岭片区布局一批梨园和冷库。\n\n"
    "招商做到“三个紧盯”：紧盯龙头企业，主动上门，送去政策，力争签约项目6个。紧盯返乡客商，办好恳谈会。紧盯配套环节，补齐链条。\n\n"
    "构建“12+N”供水体系。“1”即青石水库，开工扩容。“2”即东西两座水厂，年内通水。\n\n"
    "继续办好8件惠民小事。进一步做好档案、方志、气象、地震、慈善、红十字、民族、宗教、外事等工作。\n\n"
    "防范风险隐患，守牢安全底线。严防生产事故风险，排查工地。严防债务风险，化解存量。严防火灾风险，巡护山林。\n\n"
    "落实办赛要求，高标准抓好省花会筹办工作，改造会展场馆。",
    place="临川县",
    year=2024,
)


@pytest.fixture(scope="module")
def bot(tmp_path_factory):
    with assistant_over(tmp_path_factory.mktemp("measures"), [RIVER]) as opened:
        yield opened


@pytest.mark.parametrize(
    ("question", "parts"),
    [
        ("临川2024年招商要做到哪“三个紧盯”？", ("龙头企业", "返乡客商", "配套环节")),
        ("临川县“12+N”供水体系具体包括哪些内容？", ("青石水库", "东西两座水厂")),
        ("临川县2023年获得了哪些荣誉称号？", ("花木之乡", "书香县城")),
        ("临川县政府承认当地发展还有哪些不足之处", ("产业链条不长", "收支矛盾")),
        ("临川县2024年推进乡镇园区归并有哪些具体做法？", ("末位退出",)),
        ("2024年临川将采取哪些举措加快北岭片区发展？", ("对口协作", "冷库")),
        ("临川2024年如何防范风险隐患，重点严防哪几类风险？", ("生产事故", "债务", "火灾")),
        ("2024年临川将如何筹备第八届省花会？", ("会展场馆",)),
    ],
)
def test_what_is_asked_is_told_whole(bot, question, parts):
    told = bot.ask(question)
    assert told.answered
    assert all(part in told.text for part in parts)


def test_things_that_are_only_counted_are_not_told_by_a_row_of_others(bot):
    assert not bot.ask("临川2024年要办的8件惠民小事具体是哪八件").answered
