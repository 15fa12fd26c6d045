"""What stands near what is asked for and is not it: another amount, a part of it, what was added to it."""

import pytest
from genre import written
from towns import assistant_over

from assistant.questions.kinds import nature_asked, unit_asked
from assistant.questions.measured import otherwise_measured

LUOHE_2024 = written(
    "全年接待国内游客348万人次，入境过夜游客0.7万人次。\n"
    "宏达冶炼公司营业收入突破120亿元。\n"
    "12个工匠学堂成为全省职教品牌。\n"
    "完成老旧小区改造106个，新增普惠托育机构12家。\n"
    "限上新能源汽车零售额增长60%。\n"
    "公路通车里程新增239公里，达到4245公里；农村公路通车里程2100公里。\n"
    "金融机构各项存款余额比五年前增加109亿元。\n"
    "新开工千万元以上产业项目97个，其中亿元以上产业项目10个。\n"
    "发电装机增加到310万千瓦；天然气加工能力净增16亿立方米，达到21亿立方米。\n"
    "规模以上工业增加值完成16.2亿元，增速16.3%，全市第5，比去年提高9个位次。\n"
    "保费收入是五年前的4倍。农家书屋达到230个。在建铁路里程30公里。PM2.5浓度下降7.8%。\n"
    "清淤25万立方米，选认科技特派员382名。\n"
    "谋划储备项目61个、总投资95亿元。新增个体工商户4819户，新增养老床位241张。\n"
    "31个特色名镇旅游收入达3.3亿元。公办托儿所发展到21所。查处违规收费问题87起。\n"
    "山区搬迁开工住房600户、完工530户。\n"
    "改造城镇棚户区1100套、平房区500套。草场白鹳由上世纪末的30多只恢复到270只。",
    "实施城镇平房区改造515套。",
    place="洛河县",
    year=2024,
)


@pytest.fixture(scope="module")
def luohe(tmp_path_factory):
    """The assistant over one county's report."""
    with assistant_over(tmp_path_factory.mktemp("near"), (LUOHE_2024,)) as opened:
        yield opened


@pytest.mark.parametrize(
    ("question", "figure"),
    [
        ("洛河县2023年入境过夜游客有多少", "0.7万"),
        ("宏达冶炼公司2023年营业收入突破多少", "120亿"),
        ("洛河县2023年有多少个工匠学堂", "12个"),
        ("洛河县2023年改造了几个老旧小区", "106个"),
        ("洛河县2023年新能源汽车零售额涨了多少", "60%"),
        ("洛河县2023年公路通车里程达到多少公里", "4245公里"),
        ("洛河县2023年公路通车里程新增多少公里", "239公里"),
        ("洛河县2023年新开工千万元以上产业项目多少个", "97个"),
        ("洛河县2023年天然气加工能力净增多少", "16亿"),
        ("洛河县2023年天然气加工能力达到多少", "21亿"),
        ("洛河县2023年规模以上工业增加值提高了几个位次", "9个位次"),
        ("洛河县2023年保费收入是五年前的几倍", "4倍"),
        ("洛河县2023年储备项目总投资多少", "95亿"),
        ("洛河县2023年新增养老床位多少张", "241张"),
        ("洛河县2023年山区搬迁完工多少户", "530户"),
    ],
)
def test_what_is_told_is_stated(luohe, question, figure):
    answer = luohe.ask(question)
    assert answer.answered, answer.text
    assert figure in answer.text


@pytest.mark.parametrize(
    "question",
    [
        "洛河县2023年入境旅游消费是多少",
        "宏达冶炼公司2023年净利润是多少",
        "洛河县工匠学堂2023年培训了多少学员",
        "洛河县2023年老旧小区改造惠及多少户居民",
        "洛河县2023年普惠托育机构收了多少孩子",
        "洛河县2023年新能源汽车产量增长了多少",
        "洛河县2023年末存款余额有多少亿元",
        "洛河县2024年计划改造城镇棚户区多少套",
        "洛河县2018年有多少只白鹳",
        "洛河县2023年保费收入有多少",
        "洛河县2023年农家书屋藏书多少册",
        "洛河县2023年新建铁路里程多少公里",
        "洛河县2023年PM2.5平均浓度是多少",
        "洛河县2023年科技特派员带动多少农户",
        "洛河县2023年储备项目完成投资多少",
        "洛河县2023年个体工商户总数有多少",
        "洛河县2023年养老床位总数多少张",
        "洛河县2023年旅游收入是多少亿元",
        "洛河县2023年公办托儿所在园儿童多少",
        "洛河县2023年查处违规收费罚款多少",
    ],
)
def test_what_is_near_is_not_stated_for_it(luohe, question):
    answer = luohe.ask(question)
    assert not answer.answered, answer.text


@pytest.mark.parametrize(
    ("asked", "told", "otherwise"),
    [
        ("甲公司净利润", "甲公司营业收入", True),
        ("新能源汽车产量", "新能源汽车零售额", True),
        ("各项贷款", "各项贷款余额", False),
        ("常住人口", "常住人数", False),
        ("网上销售额", "网上销售收入", False),
    ],
)
def test_a_measure_is_told_apart_from_another(asked, told, otherwise):
    assert otherwise_measured(asked, told) is otherwise


@pytest.mark.parametrize(
    ("question", "unit"),
    [("要回了多少工钱", "元"), ("全市第几位", "")],
)
def test_what_is_asked_for_says_its_unit(question, unit):
    assert unit_asked(question) == unit


def test_a_plan_by_name_is_no_target():
    assert nature_asked("营养改善计划惠及多少学生") == ""
    assert nature_asked("计划改造多少户") == "目标"
