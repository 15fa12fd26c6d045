"""How, why and by what measures, in everyday words: paragraphs go on, causes are told, sorts are apart."""

import pytest
from genre import report
from towns import assistant_over

MOSHAN_2024 = report(
    "（墨山县2024年的报告，为测试而写）\n\n"
    "一、2023年工作回顾\n\n"
    "（一）财税。由于外贸订单减少，全年税收入库比预算少收三亿元。县乡两级压减会议经费，共省下八百万元。\n\n"
    "（二）民生。着力治霾。关停砖窑十二座，给公交车换装电机。优良天数增至三百天。就医环境改善。县医院添置彩超。"
    "健全防返贫监测帮扶，安排护林员岗位三百个。保供暖摆在第一位，落实气源两千万方，备足应急煤。\n\n"
    "（三）治理。建立老年车专项治理台账，城区交通事故减少四成。查处非法采砂船九艘，移送六人。退役士兵安置到岗四十人，开办驾驶班两期。变电站扩容一座。"
    "技能大师工作室挂牌，焊工班、电工班轮训六百人，职业院校与五家工厂共建课堂。\n\n"
    "二、2024年重点工作\n\n"
    "2024年主要预期目标是：固定资产投资增长7%；地区生产总值增长5%左右；价格总水平涨幅3%以内；城镇新增就业四千人。"
    "增长目标定在5%左右，主要是兼顾了稳就业的需要和化债的压力。\n\n"
    "（一）稳定市场。保持价格总水平基本稳定。增加鲜菜投放，严查哄抬行为。\n\n"
    "（四）打击犯罪。严厉打击非法采砂行为，营造清朗环境。\n\n"
    "（二）扩大内需。一是扩大居民消费。发放家电补贴，办好年货节。二是稳定投资。推进河堤加固。三是稳住外贸。开行货运班车。\n\n"
    "（三）用好机遇。墨山的有利条件很多，铁路穿境而过，竹资源居全省前列。\n\n"
    "（五）发展环境。山货电商综合试点带来难得机遇，山货电商综合试点必将迎来新的天地。\n\n"
    "（六）农村流通。围绕山货电商综合试点建成冷库两座，培训网店店主百人。变电站地下热水另有他用，加快资源利用。\n\n",
    place="墨山县",
    year=2024,
)


OFFICES = "林业 渔业 商业 教育 卫生 交通 环保 消防 审计 统计 广电 体育 民政 司法 外事"
DEEDS = "制度更加健全 服务更加周到 队伍更加过硬 基础更加牢固 效率明显提高 办法不断更新 成果惠及乡里"
LONG_2024 = report(
    "（长汀岭县2024年的报告，为测试而写）\n\n一、2023年工作回顾\n\n"
    + "".join(
        f"{year}年，{office}工作{deed}，经费开支公开透明。"
        for year in range(2016, 2024)
        for office in OFFICES.split()
        for deed in DEEDS.split()
    )
    + "\n\n加强古树保护，给百年樟树挂牌。整治乱倒渣土，规定渣土车限时进城。扩大跨境电商，新开海外仓。\n\n",
    place="长汀岭县",
    year=2024,
)


@pytest.fixture(scope="module")
def moshan(tmp_path_factory):
    with assistant_over(tmp_path_factory.mktemp("how"), [MOSHAN_2024, LONG_2024]) as assistant:
        yield assistant


@pytest.mark.parametrize(
    ("question", "said"),
    [
        # what follows in the paragraph tells how
        ("墨山县2023年是怎么治霾的？", ["砖窑", "公交车"]),
        # everyday words
        ("墨山县怎么防止返贫？", ["护林员"]),
        ("墨山县怎么保证老百姓冬天不挨冻？", ["气源"]),
        # an indicator is named, but words answer
        ("墨山2024年打算怎么稳住物价？", ["鲜菜", "哄抬"]),
        # what is faced is no measure
        ("墨山县2024年准备怎么推进山货电商综合试点？", ["冷库"]),
        # why, in other words
        ("墨山2024年的增长目标是怎么考虑的？", ["化债"]),
        # one item of a list answers by what stands below it, not by the other items
        ("墨山2024年怎么扩大居民消费？", ["家电补贴"]),
        # what was done is asked for, and not what is planned
        ("墨山县对非法采砂是怎么查处的？", ["九艘"]),
        # how things stand is no matter of opinion
        ("墨山退役士兵安置得好不好，有什么举措？", ["四十人"]),
        # what people call the wrong need not be written
        ("墨山县老年车乱跑的问题治理得怎么样？", ["减少四成"]),
        ("长汀岭县怎么保护古树？", ["樟树"]),
        # the light letter belongs to the word
        ("墨山县有什么有利条件？", ["铁路"]),
    ],
)
def test_answers(moshan, question, said):
    answer = moshan.ask(question)
    assert answer.answered, answer.text
    assert all(word in answer.text for word in said), answer.text


@pytest.mark.parametrize(
    ("question", "left_out"),
    [
        ("墨山县2023年是怎么治霾的？", "彩超"),
        ("墨山2024年打算怎么稳住物价？", "四千人"),
        ("墨山2024年怎么扩大居民消费？", "货运班车"),
    ],
)
def test_what_turns_to_another_matter_is_left_out(moshan, question, left_out):
    assert left_out not in moshan.ask(question).text


@pytest.mark.parametrize(
    "question",
    [
        "墨山县为什么取消年货节？",
        "墨山县核电站建设怎么样了？",
        "墨山县怎么推进房产税改革？",
        "墨山对养老院建设有什么安排？",
        # what is only dealt with alike is not told for what is not written
        "长汀岭县怎么保护江豚？",
        "长汀岭县怎么整治酒驾的？",
        "长汀岭县对盲道建设有什么规定？",
        "长汀岭县怎么推进跨境电商试验区建设？",
    ],
)
def test_what_is_not_told_is_refused(moshan, question):
    answer = moshan.ask(question)
    assert not answer.answered, answer.text
