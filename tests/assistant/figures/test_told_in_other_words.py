"""Figures told in another unit, narrowed by words that say nothing, set against a base, or summed up."""

import pytest
from genre import written
from towns import assistant_over

TOWN = written(
    "航拍无人机飞行7.3万架次。临江港完成集装箱吞吐量41万标准箱。通勤航班起飞2600架次。"
    "获评国家高新企业27家。引进入驻科创园区项目14个。围绕六大优势产业12个细分链条开展招商。"
    "我市健儿在第八届全运会获4枚金牌。城乡居民收入比缩小至1.93∶1。外贸进出口总额90亿元，其中对俄进出口总额21亿元。"
    "云台经开区在全国考评中排全国第61位、西部地区第9位。货运班列开行310列、净增45列。"
    "新增外贸企业18家、总数达到206家。旅游总收入恢复到2019年的112.4%。夏布制品产业营业收入增长达17.5%。"
    "舞狮队登台演出88场，扶持舞狮队6支。渡轮平均候泊时间缩短到2.6天。提高企业退休人员养老金投入3.2亿元。"
    "口哨厂日产量从年初的900只大幅跃升。1957文创园入驻商户39户。全市市场主体8.6万户。"
    "全县高考本科上线863人。公交公司实现减亏540万元。预制菜产值实现52亿元。",
    place="临江市",
    year=2024,
)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("临江航拍无人机2023年飞了多少趟？", "7.3万架次"),
        ("2023年临江港集装箱吞吐量多少万箱？", "41万标准箱"),
        ("2023年临江获评国家高新技术企业多少家？", "27家"),
        ("2023年临江往科创园区里引进了多少个项目？", "14个"),
        ("2023年临江招商盯的是六大优势产业里多少个细分链条？", "12个"),
        ("临江健儿沪上全运会拿了几块金牌？", "4枚"),
        ("2023年临江城乡收入差距缩小到几比一？", "1.93"),
        ("2023年临江与俄罗斯之间的进出口贸易额多少亿元？", "21亿元"),
        ("2023年临江进出口总额多少亿元？", "90亿元"),
        ("临江云台经开区在考评里全国排第几？", "第61位"),
        ("2023年临江货运班列比上年多开了多少列？", "45列"),
        ("2023年临江货运班列开了多少列？", "310列"),
        ("2023年临江外贸企业达到多少家？", "206家"),
        ("2023年临江新增外贸企业多少家？", "18家"),
        ("2023年临江旅游总收入恢复到2019年的什么水平？", "112.4%"),
        ("2023年临江夏布制品产业营业收入增速是多少？", "17.5%"),
        ("2023年临江舞狮队演了多少场？", "88场"),
        ("临江的渡轮现在平均要候泊多久？", "2.6天"),
        ("2023年临江提高企业退休人员养老金投入多少？", "3.2亿元"),
        ("2023年临江口哨厂日产量突破了多少只？", ""),
        ("临江1957文创园入驻商户多少户？", "39户"),
        ("2023年临江市场主体多少户？", "8.6万户"),
        ("2023年临江有多少学生高考过了本科线？", "863人"),
        ("2023年临江公交公司减少亏损多少万元？", "540万元"),
        ("2023年临江县域生产总值是多少？", ""),
        ("临江三棵松项目总共投了多少钱？", ""),
        ("2023年临江预制菜产值多少亿元？给个具体数值", "52亿元"),
    ],
)
def test_what_is_told_in_other_words_is_found(tmp_path, question, told):
    with assistant_over(tmp_path, [TOWN]) as bot:
        answer = bot.ask(question)
    assert answer.answered is bool(told), answer.text
    assert told in answer.text


PLAN = written(
    "五年来，累计与21个国家缔结46对友城。",
    "建议“十五五”时期地区生产总值增速目标设定为年均增长6.2%。",
    place="沙洲省",
    year=2026,
)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("截至2025年，沙洲累计与国外结成多少对友好城市？", "46对"),
        ("“十五五”期间沙洲地区生产总值年均增速的建议目标是多少？", "6.2%"),
    ],
)
def test_what_is_summed_up_and_what_is_proposed(tmp_path, question, told):
    with assistant_over(tmp_path, [PLAN]) as bot:
        answer = bot.ask(question)
    assert answer.answered, answer.text
    assert told in answer.text


def test_a_place_without_a_report_is_not_answered_for_by_another(tmp_path):
    town = written("地区生产总值505亿元，增长6%。", place="临江市", year=2024)
    other = written("地区生产总值2200亿元，增长5%。澜浦开发开放活力迸发。", place="沙洲市", year=2024)
    with assistant_over(tmp_path, [town, other]) as bot:
        assert not bot.ask("2023年澜浦地区生产总值总量是多少亿元？").answered
