"""Everyday words for amounts, limits and choices become the usual ones; what only looks like one stays."""

import pytest
from towns import COUNTIES, assistant_over, check

from assistant.questions.asking import asks_in
from assistant.questions.wordings.everyday import EVERYDAY
from assistant.questions.wordings.turns import turned


@pytest.fixture(scope="module")
def towns(tmp_path_factory):
    """The assistant over two counties' reports."""
    with assistant_over(tmp_path_factory.mktemp("everyday"), COUNTIES) as opened:
        yield opened


@pytest.mark.parametrize(
    ("said", "usual"),
    [
        ("芦溪县2023年农民收入是几块钱", "芦溪县2023年农民收入是几元"),
        ("发了几万块补贴", "发了几万元补贴"),
        ("分成几块", "分成几块"),
        ("绿地有几多平米", "绿地有多少平方米"),
        ("好几多年没修的路", "好几多年没修的路"),
        ("到2023年底为止，有几家工厂", "截至2023年底，有几家工厂"),
        ("到2023年为止的五年里，一共修了几条路", "到2023年为止的五年里，一共修了几条路"),
        ("2021年开始，县里每年拨多少钱", "从2021年起县里每年拨多少钱"),
        ("下辖的镇里，产值首次过亿的是哪一个", "哪个镇产值首次过亿"),
        ("全市的县当中，最早通高速的是哪个县", "全市哪个县最早通高速"),
        ("某省境内哪座城市先通地铁", "某省哪个市先通地铁"),
        ("办过一场灯会，是什么灯会", "办过哪场灯会"),
        ("入驻东山产业园的企业有几家", "东山产业园入驻企业有几家"),
        ("粮食总产几万吨？到这一年是连续第几年增产", "粮食总产多少万吨，粮食是几连增"),
        ("实施了几个省、市重点项目", "实施了几个省市重点项目"),
        ("教育这块，县财政的支出", "县财政教育支出"),
        ("教育，县财政的支出要加到多少", "县财政教育支出要增加到多少"),
        ("失业率的控制目标，上限是百分之几", "失业率的控制目标，百分之几"),
        ("鹤有几个群、几只", "鹤有几群、几只"),
        ("零售额同比增减情况如何，变动百分之几", "零售额是涨了还是跌了，幅度是百分之几"),
        ("粮食产量定了什么目标", "粮食产量目标是多少"),
        ("播种面积和粮食产量各定了什么目标", "播种面积和粮食产量目标各是多少"),
        ("芦溪县今年定了什么目标", "芦溪县今年定了什么目标"),
        ("招商方面定了什么目标", "招商方面定了什么目标"),
        ("茶叶产值定了多高的增长目标", "茶叶产值增长目标是多少"),
        ("给一产、二产分别定了多高的增长目标", "给一产、二产分别定了多高的增长目标"),
    ],
)
def test_everyday_words_become_the_usual_ones(said, usual):
    assert turned(said, EVERYDAY) == usual


def test_what_is_invested_in_one_thing_is_no_other_investment():
    of = [ask.content for ask in asks_in("农村公路建设的里程和投资额分别是多少", "figure")]
    assert of == ["农村公路建设的里程", "农村公路建设的投资额"]
    assert [a.content for a in asks_in("固定资产投资和总产值各是多少", "figure")][1] == "总产值"


def test_growth_after_a_rank_is_asked_for_beside_it():
    assert [a.measure for a in asks_in("生产总值增速第几，增速几何", "figure")] == ["位次", "增速"]
    assert [a.measure for a in asks_in("零售额做到多少，同比增幅几何", "figure")] == ["水平", "增速"]


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("临禾县2023年农村居民人均可支配收入是几块钱", "20500元"),
        ("到2023年底为止，临禾县有几多家高新技术企业", "31家"),
        ("临禾县2024年城镇新增就业定了什么目标", "3200人"),
        ("临禾县2023年地区生产总值做到了多少，同比增幅几何", "7%"),
    ],
)
def test_they_are_answered(towns, question, told):
    check(towns.ask(question), told)


def test_two_indicators_before_one_growth_are_asked_for_alike():
    asked = asks_in("生产总值和固定资产投资增长多少", "figure")
    assert [(a.content, a.measure) for a in asked] == [("生产总值", "增速"), ("固定资产投资", "增速")]
    assert [a.measure for a in asks_in("生产总值和增速是多少", "figure")] == ["水平", "增速"]
