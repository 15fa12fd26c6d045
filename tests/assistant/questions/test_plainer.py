"""Roundabout wordings become the words that most people ask with; what only looks like one stays."""

from types import SimpleNamespace

import pytest
from towns import COUNTIES, assistant_over, check

from assistant.questions.in_full import in_full
from assistant.questions.places import PlaceIndex
from assistant.questions.wordings.plainer import PLAINER
from assistant.questions.wordings.roundabout import ROUNDABOUT
from assistant.questions.wordings.said_once import SAID_ONCE
from assistant.questions.wordings.turns import turned


@pytest.fixture(scope="module")
def towns(tmp_path_factory):
    """The assistant over two counties' reports."""
    with assistant_over(tmp_path_factory.mktemp("plainer"), COUNTIES) as opened:
        yield opened


@pytest.mark.parametrize(
    ("said", "plain"),
    [
        ("其中工业占了百分之几", "其中工业占了百分之几"),
        ("2013年咱们国家的稻谷产量", "2013年我国的稻谷产量"),
        ("换成2018年的话是多少", "那2018年是多少"),
        ("大桥修到哪一步了，通车没有", "大桥通车没有"),
        ("2023年发没发生过矿难，几起", "2023年发生过矿难吗"),
        ("工业投资增长速度在全省名次如何", "工业投资增速在全省排第几"),
        ("经济增长中，消费贡献了几成", "消费对经济增长的贡献率是多少"),
        ("一产、二产、三产各占多大比重", "三次产业结构是多少"),
        ("用电量在全省占到百分之几", "用电量占全省百分之几"),
        ("肉牛养到几万头以上", "肉牛养殖几万头"),
        ("水库有几座，跟2019年比增加了几座", "水库有几座，比2019年增加了几座"),
        ("跟上一年比，2019年投资增速多少", "2019年投资增速多少"),
        ("来了多少游客，总共几万人次", "来了几万人次游客"),
        ("有个镇入选了百强镇，是哪个镇", "哪个镇入选了百强镇"),
        ("哪个镇入选了2023年的百强镇", "2023年哪个镇入选了百强镇"),
        ("花在水利上的钱有多少", "用于水利的支出有多少"),
        ("居民平均能活到多少岁", "人均预期寿命多少岁"),
        ("寿命多少岁，“十三五”末的数，跟五年前比长了几岁", "“十三五”末寿命多少岁，比五年前提高几岁"),
        ("空气质量优良的日子有几天", "空气优良天数有几天"),
        ("更换的供热管道总长是多少", "更换的供热管道有多长"),
        ("总投资超五十亿的新项目几个", "50亿元以上新项目几个"),
        ("从越南往回运的榴莲有几万吨", "回运的越南榴莲有几万吨"),
        ("给企业减掉的税费一共多少", "减税降费一共多少"),
        ("GDP增长目标是几个点，实际增速又是几个点，超了没有", "GDP增长目标是几个点，实际是几个点"),
        ("就业目标定了多少，最后完成了多少人，达标了吗", "就业目标定了多少，最后完成了多少人"),
        ("引水渠在芦溪境内那一段进展到什么阶段了", "引水渠芦溪段到哪一步了"),
        ("给农户搞了些什么特色保险，都叫什么“保”", "给农户搞了哪些特色保险"),
        ("哪两座湖泊的水质退出了劣五类？", "哪两座湖摆脱了劣V类水质？"),
        ("哪几条河流甩掉了劣Ⅴ类的帽子", "哪几条河摆脱了劣V类水质"),
        ("脱贫人数比2012年少了几万", "脱贫人数比2012年少了几万人"),
        ("茶产业有什么安排，准备从哪些方面抓？", "茶产业有什么安排？"),
        ("水库有几座？同2019年相比增加了几座", "水库有几座？比2019年增加了几座"),
        ("芦溪县没有发生溃坝事故，一连保持了多少年", "芦溪县连续多少年没有发生溃坝事故"),
        ("芦溪县引进省外资金，一共引来多少亿元", "芦溪县引进省外资金多少亿元"),
        ("芦溪县陶瓷厂卖了多少亿的货", "芦溪县陶瓷厂销售收入多少亿元"),
        ("芦溪县茶叶网店卖出了多少亿的销售额", "芦溪县茶叶网店销售额多少亿元"),
        ("芦溪县拿到“瞪羚”称号的企业有几家", "芦溪县“瞪羚”企业有几家"),
        ("芦溪县瞪羚企业累计有几家", "芦溪县瞪羚企业一共有几家"),
        ("村民负担平均下降了百分之几", "村民负担平均减轻百分之几"),
        ("给企业降低了多少负担", "给企业减轻多少负担"),
        ("瞪羚企业净增加几家", "瞪羚企业净增几家"),
        ("2018年绿化率多少，比2017年上升几个百分点", "2018年绿化率多少，比上年上升几个百分点"),
    ],
)
def test_roundabout_wordings(said, plain):
    assert turned(said, PLAINER, SAID_ONCE) == plain


@pytest.mark.parametrize(
    ("said", "plain"),
    [
        ("这里面，地方收入占了多少钱", "其中地方收入有多少钱"),
        ("芦溪县2023年总产量是个什么数", "芦溪县2023年总产量是多少"),
        ("外贸总额什么数，增长多少", "外贸总额是多少，增长多少"),
        ("供热这一块，改造了多少公里", "供热改造了多少公里"),
        ("论用电量，芦溪县2023年排第几", "芦溪县2023年用电量排第几"),
        ("就用电量来说，芦溪县2023年增长多少", "用电量芦溪县2023年增长多少"),
        ("打算新增几千人", "打算新增多少人"),
        ("到2021年为止，芦溪县水库有几座", "截至2021年，芦溪县水库有几座"),
    ],
)
def test_roundabout_questions_in_full(said, plain):
    luxi = SimpleNamespace(identity=SimpleNamespace(place="芦溪县", parents=(), year=2024, speaker=""))
    assert in_full(said, PlaceIndex([luxi])) == plain


@pytest.mark.parametrize(
    "question",
    [
        "什么数字经济项目开工了",
        "论坛办了几场",
        "几千瓦的机组",
        "超百亿的企业有几家",
        "水库有多少座，增加了多少座",
        "到2021年为止的五年新增就业多少",
        "2018年绿化率多少，比2014年上升几个百分点",
        "瞪羚企业累计新增几家",
        "利息负担减少了多少亿元",
        "这几千年的古城",
        "GDP增长目标是多少，实际利用外资增速是多少",
        "人均收入比2012年多了几万",
        "景区推出了些什么",
        "境外游客来了几万人次",
    ],
)
def test_what_stays(question):
    assert turned(question, PLAINER, SAID_ONCE) == question


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("城镇新增就业这一项，临禾县2023年是多少", "3300人"),
        ("论粮食产量，临禾县2023年达到几万吨", "25万吨"),
        ("临禾县2023年城镇新增就业的人数，具体是几个", "3300人"),
        ("临禾县2023年粮食产量增长了几个点", "25%"),
        ("临禾县23年PM2.5均值是几微克每立方米", "32微克"),
        ("临禾县2023年空气优良的日子有几天", "305天"),
    ],
)
def test_they_are_answered(towns, question, told):
    check(towns.ask(question), told)


def test_a_share_without_its_whole_is_reckoned_from_nothing(towns):
    assert "÷" not in towns.ask("临禾县2023年高新技术企业占比是百分之几").text


@pytest.mark.parametrize(
    ("said", "plain"),
    [
        ("白石水库比原计划早多少天下闸", "白石水库提前多少天下闸"),
        ("望松桥比合同工期提前了几个月通的车", "望松桥提前几个月通车"),
        ("2023年比计划多收多少天的租", "2023年比计划多收多少天的租"),
        ("2023年靠旅游业挣了多少", "2023年旅游收入多少"),
        ("2023年旅游赚了多少外汇", "2023年旅游赚了多少外汇"),
        ("飞机现在能飞到多少个城市", "通航城市有多少个"),
        ("松山机场2023年进出了多少旅客", "松山机场2023年旅客吞吐量多少"),
        ("竹编2023年做到了多大产值", "竹编2023年产值多少"),
        ("旧桥拆了重建花了多少钱", "旧桥拆除重建花了多少钱"),
    ],
)
def test_what_is_ahead_of_plan_earned_or_flown_to_is_put_as_reports_count_it(said, plain):
    assert turned(said, ROUNDABOUT) == plain


def test_a_share_of_what_lies_above_is_one_of_the_whole():
    entry = SimpleNamespace(
        identity=SimpleNamespace(place="临禾市", parents=("青江省",), year=2024, leaders=(), speaker="")
    )
    places = PlaceIndex([entry])
    for whole in ("青江全省的", "青江省的", "青江", "全省的"):
        assert in_full(f"临禾市2023年产煤多少吨，占{whole}几成", places).endswith("占全省的几成")
    assert in_full("临禾市2023年产煤多少吨，占青江煤炭的几成", places).endswith("占青江煤炭的几成")
