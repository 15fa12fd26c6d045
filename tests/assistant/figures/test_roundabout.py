"""Single figures asked for in everyday wordings, each put as reports name it."""

import pytest
from genre import report
from towns import assistant_over

from assistant.questions.kinds import unit_asked
from assistant.questions.spoken import as_asked
from assistant.questions.wordings.roundabout import ROUNDABOUT
from assistant.questions.wordings.turns import turned

TOWN = report(
    "一、2023年工作回顾\n\n"
    "三次产业结构调整为12：40：48。规上工业增加值增速一路走高，比年初提高了21.5个百分点。"
    "财政科技支出增长64%。发放计生奖励资金835万元，兑现企业创新奖励资金2640万。"
    "脱贫群众年人均纯收入增长11.2%。新改建农村公路310公里。\n\n"
    "服装总部、设计中心分别新增12家和4家，累计分别达到87家和29家。"
    "盘活土地60亩，用于长虹面业二期项目，预计年产值9亿元。\n\n"
    "投资3亿欧元的轴承项目落户开发区。接待入境游客0.9万人次。白石机场吞吐量41万人次，铁路旅客发送量230万人次。全员劳动生产率提高到18万元/人。"
    "青江牌水泵销量12万台、出口3.4万台。",
    place="青石县",
    year=2024,
)


@pytest.fixture(scope="module")
def bot(tmp_path_factory):
    with assistant_over(tmp_path_factory.mktemp("everyday_amounts"), (TOWN,)) as opened:
        yield opened


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("青石县2023年一产、二产、三产的比例是几比几比几？", "12：40：48"),
        ("2023年青石县一二三产业之比是多少", "12：40：48"),
        ("跟年初相比，青石县23年规模以上工业增加值增速提升了多少个点？", "21.5个百分点"),
        ("23年青石县在科技上的财政支出增长了多少？", "64%"),
        ("青石县2023年计划生育奖励一共发了多少钱", "835万元"),
        ("2023年青石县兑现给企业的创新奖励资金是多少钱？", "2640万"),
        ("青石县已脱贫群众的人均年纯收入，23年比上一年涨了百分之几", "11.2%"),
        ("2023年青石县新建和改建的农村公路加起来有多长？", "310公里"),
        ("青石县的服装总部，到2023年总共有多少家了？", "87家"),
        ("长虹面业二期要是投产，预计年产值能到什么水平", "9亿元"),
        ("落户青石县的那个轴承项目，投资额是什么数", "3亿欧元"),
        ("青石县2023年白石机场运了多少旅客", "41万人次"),
        ("青石县2023年铁路运送了多少旅客", "230万人次"),
        ("青石县2023年全员劳动生产率达到什么水平", "18万元/人"),
        ("青江牌水泵2023年往国外卖了多少台", "3.4万台"),
        ("青石县2023年青江牌水泵卖到国外多少台", "3.4万台"),
    ],
)
def test_it_is_told(bot, question, told):
    answer = bot.ask(question)
    assert answer.answered
    assert told in answer.text


@pytest.mark.parametrize(
    ("said", "read"),
    [
        ("锦绣广场这个2017年引进来的项目，总共要投多少钱", "2017年引进来的锦绣广场项目总投资多少钱"),
        ("青石县每人每年补几百元", "青石县每人每年补多少元"),
        ("东区公园的完工时限是到哪个月底", "东区公园的完工时限是到几月底"),
        ("2023年招引了几个项目，一共投多少", "2023年招引了几个项目，一共投多少"),
        ("两座电站总投资和税收加起来多少亿", "两座电站总投资和税收加起来多少亿"),
        ("青石县一产、二产、三产各占多大比重", "青石县一产、二产、三产各占多大比重"),
    ],
)
def test_how_it_is_read(said, read):
    assert turned(said, ROUNDABOUT) == read


def test_communes_are_no_country_people():
    assert as_asked("农村人民公社有多少个") == "农村人民公社有多少个"


def test_old_people_are_no_money():
    assert unit_asked("领到高龄津贴的老年人有几万") == ""
    assert unit_asked("高龄津贴发了几万") == "元"


def test_what_guests_spent_is_told_by_no_number_of_them(bot):
    assert not bot.ask("23年青石县入境旅游消费额达到什么数").answered
