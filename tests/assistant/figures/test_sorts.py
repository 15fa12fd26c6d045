"""Which figure of one sort is asked for: another industry's or kind's is no answer."""

import pytest
from genre import written
from towns import assistant_over

QINGHE_2024 = written(
    "工业稳步向好，新增规模以上服务业企业17家，新增外贸备案企业26家。\n"
    "智能家电产业实现营收820亿元，龙头项目带动有力。\n"
    "现代物流园区入驻企业41家。全年实施工业技改项目63个。\n"
    "新型农业经营主体达到2630个，农民合作社1180家，家庭农场553家。细颗粒物年均浓度31微克/立方米。\n"
    "新增4个街道、2.3万农村学生纳入营养改善计划。\n"
    "动漫从业人员达到4200人。微型渔船保有量940艘。发放临时救助金630万元。\n"
    "渡口由412个精简到268个。研学基地、露营基地分别新认定6家和9家，累计分别达到31家和45家。\n"
    "工业用电量增长8.6%、连续7个月居全市前列。黄梅戏《将军令》在外巡演37场。\n"
    "召开亲清恳谈会18场，收到商户提出的问题345个、已解决291个。\n"
    "夜间集市累计客流7.2万人次、消费额1.8亿元。企业用电、用气价格分别下降4.3%、9.7%。",
    "新引进亿元以上文旅项目14个。果蔬加工业力争实现年产值45.6亿元。\n"
    "云计算中心机柜规模达到3万个、上架率达到65%。避险搬迁88户312人。\n"
    "力争动漫从业人员突破5000人。",
    place="清禾县",
    year=2024,
)


@pytest.fixture(scope="module")
def qinghe(tmp_path_factory):
    """The assistant over one county's report."""
    with assistant_over(tmp_path_factory.mktemp("sorts"), (QINGHE_2024,)) as opened:
        yield opened


@pytest.mark.parametrize(
    ("question", "figure"),
    [
        ("清禾县2023年新增规上工业企业多少家", "17家"),
        ("清禾县2023年舰船智能家电产业营收多少", "820亿元"),
        ("清禾县新材料产业2023年营收多少", "820亿元"),
        ("清禾县化工园区2023年入驻企业多少家", "41家"),
        ("清禾县2023年微型渔船产量多少艘", "940艘"),
        ("清禾县2023年发放低保金多少万元", "630万元"),
    ],
)
def test_another_of_its_sort_is_only_shown_as_near(qinghe, question, figure):
    answer = qinghe.ask(question)
    assert not answer.answered
    assert figure not in answer.text or "相近" in answer.text


@pytest.mark.parametrize(
    ("question", "figure"),
    [
        ("清禾县2023年新增规上服务业企业多少家", "17家"),
        ("清禾县智能家电产业2023年营收多少", "820亿元"),
        ("清禾县物流园区2023年入驻企业多少家", "41家"),
        ("清禾县2023年实施技改项目多少个", "63个"),
        ("清禾县2023年有多少个家庭农场", "553家"),
        ("清禾县2023年微型渔船保有量多少", "940艘"),
        ("清禾县黄梅戏《将军令》在外巡演了几场", "37场"),
        ("清禾县2023年渡口精简到多少个", "268个"),
        ("清禾县2023年渡口少了多少个", "144个"),
        ("清禾县23年PM2.5年均浓度降到多少", "31微克"),
    ],
)
def test_the_thing_itself_is_answered(qinghe, question, figure):
    answer = qinghe.ask(question)
    assert answer.answered
    assert figure in answer.text


@pytest.mark.parametrize(
    ("question", "figures"),
    [
        ("清禾县2024年果蔬加工业力争实现多少年产值", ("45.6亿元",)),
        ("清禾县动漫从业人员离2024年的目标还差多少人", ("4200人", "5000人", "800人")),
        ("清禾县2023年恳谈会开了几场？商户提的问题解决掉多少个？", ("18场", "291个")),
        ("清禾县夜间集市2023年一共带来多少消费额", ("1.8亿元",)),
        ("清禾县2023年企业用气便宜了百分之几", ("9.7%",)),
        ("清禾县2023年研学基地和露营基地累计各有多少家", ("31家", "45家")),
        ("清禾县到2023年底，认定的研学基地和露营基地累计各有多少家", ("31家", "45家")),
        ("清禾县2023年新认定的研学基地和露营基地各多少家", ("6家", "9家")),
        ("清禾县2024年要避险搬迁几户、多少口人", ("88户", "312人")),
        ("清禾县云计算中心2024年机柜规模要达到多少个，上架率呢", ("3万个", "65%")),
    ],
)
def test_each_of_what_is_asked_is_told(qinghe, question, figures):
    answer = qinghe.ask(question)
    assert answer.answered, answer.text
    assert all(figure in answer.text for figure in figures)
