"""Roundabout wordings become the words that most people ask with; what only looks like one stays."""

import pytest
from towns import COUNTIES, assistant_over, check

from assistant.questions.plainer import plainer


@pytest.fixture(scope="module")
def towns(tmp_path_factory):
    """The assistant over two counties' reports."""
    with assistant_over(tmp_path_factory.mktemp("plainer"), COUNTIES) as opened:
        yield opened


@pytest.mark.parametrize(
    ("said", "plain"),
    [
        ("这里面，地方收入占了多少钱", "其中地方收入有多少钱"),
        ("其中工业占了百分之几", "其中工业占了百分之几"),
        ("芦溪县2023年总产量是个什么数", "芦溪县2023年总产量是多少"),
        ("外贸总额什么数，增长多少", "外贸总额是多少，增长多少"),
        ("换成2018年的话是多少", "那2018年是多少"),
        ("供热这一块，改造了多少公里", "供热，改造了多少公里"),
        ("论用电量，芦溪县2023年排第几", "用电量，芦溪县2023年排第几"),
        ("就用电量来说，芦溪县2023年增长多少", "用电量，芦溪县2023年增长多少"),
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
        ("打算新增几千人", "打算新增几人"),
    ],
)
def test_roundabout_wordings(said, plain):
    assert plainer(said) == plain


@pytest.mark.parametrize(
    "question",
    [
        "什么数字经济项目开工了",
        "论坛办了几场",
        "几千瓦的机组",
        "超百亿的企业有几家",
        "水库有多少座，增加了多少座",
        "这几千年的古城",
    ],
)
def test_what_stays(question):
    assert plainer(question) == question


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
