"""What is asked about said first, round amounts, and what only names what is asked of."""

import pytest
from towns import PLACES, assistant_over, check, written

from assistant.questions.in_full import in_full
from assistant.questions.wordings.topics import topic_joined

HEYUAN_2024 = written(
    "一般公共预算收入17.6亿元，增长5.3%；粮食总产量31.2万吨，居全市第2位。\n"
    "民生支出占财政支出的比重达到79.5%。残疾人人均纯收入同比增长11.4%。\n"
    "新铺燃气管网86公里，投资6300万元。新建梯田4.1万亩，累计建成26.7万亩。\n"
    "人均公共绿地面积12.8平方米。债务平台数量压减41.7%。\n"
    "城乡居民人均可支配收入分别为33150元、19870元，分别增长4.9%、7.2%。",
    "主要预期目标是：粮食产量稳定在6.3亿斤以上，实际利用外资5200万美元；"
    "安排水利资金8.2亿元，比上年增加1.1亿元。",
    place="禾源县",
    year=2024,
)


@pytest.fixture(scope="module")
def heyuan(tmp_path_factory):
    """The assistant over one county's report."""
    with assistant_over(tmp_path_factory.mktemp("topics"), (HEYUAN_2024,)) as opened:
        yield opened


@pytest.mark.parametrize(
    ("said", "joined"),
    [
        ("外来投资这项，临禾县2023年到位了多少", "外来投资临禾县2023年到位了多少"),
        ("临禾县2023年粮食产量，打了多少万吨", "临禾县2023年粮食产量打了多少万吨"),
        ("说到绿化，临禾县2023年造了多少亩林", "绿化临禾县2023年造了多少亩林"),
        ("就城镇化率来说，临禾县2023年达到多少", "城镇化率临禾县2023年达到多少"),
        ("梯田这一块，临禾县新建多少亩，累计多少", "梯田临禾县新建多少亩，累计多少"),
        ("关于营商环境，临禾县出台了哪些举措", "营商环境，临禾县出台了哪些举措"),
    ],
)
def test_what_is_asked_about_joins_the_first_ask(said, joined):
    assert topic_joined(said, PLACES) == joined


@pytest.mark.parametrize(
    "said",
    [
        "临禾县2023年粮食产量多少，增长多少",
        "临禾县2023年粮食产量，增长多少",
        "临禾县2023年实施技改，投资多少亿元",
        "GDP，粮食产量，临禾县2023年各是多少",
        "到2023年底，临禾县有多少家超市",
        "拿临禾县2023年收入的目标跟2022年的比，目标少了几亿",
    ],
)
def test_what_asks_of_more_or_of_another_thing_stays(said):
    assert topic_joined(said, PLACES) == said


@pytest.mark.parametrize(
    ("said", "full"),
    [
        ("临禾县2023年投资几千万元", "临禾县2023年投资多少万元"),
        ("临禾县2023年办了几百家企业", "临禾县2023年办了多少家企业"),
        ("临禾县几十年来第一条高速叫什么", "临禾县几十年来第一条高速叫什么"),
        ("临禾县2023年粮食产量是个什么数", "临禾县2023年粮食产量是多少"),
        ("临禾县2023年那一年粮食产量多少，我只要数字", "临禾县2023年粮食产量多少"),
    ],
)
def test_a_round_amount_and_a_number_asked_for_ask_how_much(said, full):
    assert in_full(said, PLACES) == full


@pytest.mark.parametrize(
    ("question", "figures"),
    [
        ("一般公共预算收入这块，禾源县2023年收了几个亿", ("17.6亿元",)),
        ("禾源2023年的财政支出里头，花在民生上的比重有多高", ("79.5%",)),
        ("禾源县2023年残疾人的人均纯收入，同比增幅是多少", ("11.4%",)),
        ("禾源县2023年一般公共预算收入，增长多少", ("17.6亿元", "5.3%")),
        ("粮食总产量，2023年禾源县是几十万吨，排全市第几", ("31.2万吨", "第2")),
        ("禾源县2023年新铺燃气管网有几公里，投进去几千万", ("86公里", "6300万元")),
        ("禾源县2023年新建梯田几万亩？算上以前的一共有多少了", ("4.1万亩", "26.7万亩")),
        ("禾源县2023年每人平均有多大公共绿地", ("12.8平方米",)),
        ("禾源县2023年债务平台的压减比例是多少", ("41.7%",)),
        ("禾源县2023年城镇和农村居民人均可支配收入分别是多少元？哪个增速更高？", ("33150元", "7.2%")),
        ("禾源县2024年粮食产量目标，要稳在几亿斤以上", ("6.3亿斤",)),
        ("实际利用外资这项，禾源县2024年的目标是吸引多少万美元", ("5200万美元",)),
        ("禾源县2024年安排了几亿元水利资金？跟上一年比增加了几亿？", ("8.2亿元", "1.1亿元")),
    ],
)
def test_the_one_thing_asked_for_is_the_whole_answer(heyuan, question, figures):
    answer = heyuan.ask(question)
    check(answer, *figures)
    assert "没有找到" not in answer.text


def test_each_of_several_that_are_named_is_asked_for(heyuan):
    answer = heyuan.ask("禾源县2023年一般公共预算收入，社会消费品零售总额，各是多少")
    assert not answer.answered
    assert "17.6亿元" in answer.text


def test_what_was_asked_for_and_is_not_told_is_missed(heyuan):
    assert not heyuan.ask("禾源县2023年粮食总产量，增长多少").answered
