"""Which of several things of one place and year is ahead: each is told, and the one that leads is named."""

import pytest
from genre import written
from towns import assistant_over

PLOVER_2024 = written(
    "全市地区生产总值310亿元，增长5.2%。城乡居民人均可支配收入分别增长4.1%和6.3%。"
    "第一产业增加值40亿元，第二产业增加值150亿元，第三产业增加值120亿元。\n\n"
    "纺织、造船、食品等产业产值分别增长9%、14.5%、11%。办理人大代表建议95件、政协提案130件。\n\n"
    "水利项目完成投资21亿元，交通项目完成投资34亿元。县级财政收入8亿元，财政收入20亿元。\n\n"
    "新增商户9万户、网店4100个，分别增长12%、48%。建成国家级生态村5个、省级18个。\n\n"
    "房地产开发投资下降6.5%，工业投资增长9%，商品房销售额下降2%。渔业产量增长7%、高于全省1.5个百分点，盐业产量增长8.4%、高于全省0.6个百分点，林业产量增长3%、低于全省0.8个百分点。竣工码头项目完成投资6亿元，续建码头项目完成投资9亿元。",
    "固定资产投资增长7%，力争蔬菜产量达到80万吨，社会消费品零售总额增长9%。",
    place="鸻湾市",
    year=2024,
)


@pytest.fixture(scope="module")
def bot(tmp_path_factory):
    """The assistant over one report with several things of each kind."""
    with assistant_over(tmp_path_factory.mktemp("ahead"), (PLOVER_2024,)) as opened:
        yield opened


@pytest.mark.parametrize(
    ("question", "shown"),
    [
        ("鸻湾市2023年建议和提案哪个多", "最多的是政协提案（130件）"),
        ("鸻湾市2023年人大代表建议和政协提案哪个少", "最少的是"),
        ("鸻湾市2023年纺织、造船、食品三个产业产值哪个增长最快", "14.5%"),
        ("鸻湾市2023年纺织、造船、食品三大产业产值，谁增长最快", "最高的是造船"),
        ("鸻湾市2024年社会消费品零售总额目标增速和固定资产投资目标增速比高多少", "2个百分点（9−7＝2）"),
        ("鸻湾市2023年纺织、造船、食品三个产业中产值增长最快的是哪个", "最高的是造船"),
        ("鸻湾市2023年三次产业增加值哪个最大", "最多的是第二产业增加值（150亿元）"),
        ("鸻湾市2023年城镇居民和农村居民收入谁涨得快，快多少", "2.2个百分点（6.3−4.1＝2.2）"),
        ("鸻湾市2023年水利项目和交通项目哪个完成投资多", "最多的是交通项目完成投资（34亿元）"),
        ("鸻湾市2023年新增商户和网店各增长多少，谁增得快", "36个百分点（48−12＝36）"),
        ("鸻湾市2023年国家级和省级生态村一共建成多少个", "合计23个（5＋18＝23）"),
        ("鸻湾市2023年房地产开发投资和工业投资谁增长快？快几个百分点？", "15.5个百分点（9＋6.5＝15.5）"),
        ("鸻湾市2023年房地产开发投资和商品房销售额谁的增速低", "降得最"),
        ("鸻湾市2023年工业投资增速比房地产开发投资高多少", "15.5个百分点（9＋6.5＝15.5）"),
        ("鸻湾市2023年竣工码头项目和续建码头项目一共完成投资多少亿元", "合计15亿元（6＋9＝15）"),
        ("鸻湾市2024年固定资产投资和社会消费品零售总额的增长目标一样吗", "最高的是社会消费品零售总额"),
        ("鸻湾市2023年房地产开发投资和工业投资，哪个增长得快？", "最高的是工业投资（9%）"),
        ("鸻湾市2023年新增商户和网店，哪个增长快", "网店"),
        ("鸻湾市2024年政府工作报告里，2023年建议和提案哪个多", "最多的是政协提案（130件）"),
        ("鸻湾市2023年渔业产量和盐业产量，哪一项增速领先全省更多？", "最多的是渔业产量（1.5个百分点）"),
        ("鸻湾市2023年渔业产量和盐业产量哪项高于全省的幅度更大", "高于全省最多的是渔业产量（1.5个百分点）"),
        ("鸻湾市2024年固定资产投资和社会消费品零售总额的增长目标哪个高", "最高的是社会消费品零售总额（9%）"),
    ],
)
def test_the_one_that_leads_is_named(bot, question, shown):
    answer = bot.ask(question)
    assert answer.verified
    assert answer.answered
    assert shown in answer.text
    assert answer.citations


def test_none_is_named_where_one_of_them_is_not_told(bot):
    answer = bot.ask("鸻湾市2023年水利项目和能源项目哪个完成投资多")
    assert "最多的是" not in answer.text


def test_a_sentence_on_one_of_them_alone_answers_nothing(bot):
    assert not bot.ask("鸻湾市2024年粮食产量和蔬菜产量哪个多").answered


def test_a_rate_tells_no_amount_of_difference(bot):
    answer = bot.ask("鸻湾市2022年和2023年的地区生产总值相差多少亿元")
    assert not answer.answered
    assert "310亿元" in answer.text


def test_a_whole_may_be_named_by_the_end_of_its_part(bot):
    answer = bot.ask("鸻湾市2023年县级财政收入占全市财政收入的比重是多少")
    assert "40%（8÷20≈40%）" in answer.text


HERON_2024 = written(
    "首次突破300亿元大关，地区生产总值达312亿元。全年接待游客90万人次，综合收入7.5亿元，增长12%。\n\n"
    "城镇居民人均可支配收入38200元，农村居民人均可支配收入20500元。工业投资增长21%、全省第4，高于全省9.5个百分点；公路投资增长6%，高于全省1.5个百分点。\n\n"
    "肉、蛋、奶产量分别达30万吨、12万吨、8万吨。1204户3310人脱贫。\n\n"
    "特别是财政收入突破15亿元，公共财政预算收入完成9.4亿元。"
    "县财政用于科技、教育和文化的支出分别为1.2亿元、5亿元和0.8亿元。",
    place="苍鹭县",
    year=2024,
)


@pytest.fixture(scope="module")
def heron(tmp_path_factory):
    """The assistant over a county's report."""
    with assistant_over(tmp_path_factory.mktemp("heron"), (HERON_2024,)) as opened:
        yield opened


@pytest.mark.parametrize(
    ("before", "question", "shown"),
    [
        (None, "苍鹭县2023年旅游综合收入多少", "7.5亿元"),
        (None, "苍鹭县2023年工业投资增速比全省高几个百分点", "高于全省9.5个百分点"),
        (None, "苍鹭县2023年肉、蛋、奶产量合计多少万吨", "合计50万吨（30＋12＋8＝50）"),
        (None, "苍鹭县2023年肉、蛋、奶哪个产量最低", "最少的是奶产量（8万吨）"),
        ("苍鹭县2023年肉产量多少", "蛋呢", "12万吨"),
        (None, "苍鹭县2023年公共财政预算收入完成多少", "9.4亿元"),
        (None, "苍鹭县2023年财政收入突破多少亿元", "15亿元"),
        (None, "苍鹭县2023年县财政用于科技和教育的支出一共多少亿元", "合计6.2亿元（1.2＋5＝6.2）"),
        (None, "苍鹭县2023年城乡居民收入比是多少", "1.86倍（38200÷20500≈1.86）"),
        ("苍鹭县2023年城镇和农村居民人均可支配收入分别是多少", "两者差多少", "38200−20500＝17700"),
        ("苍鹭县2023年城镇和农村居民人均可支配收入分别是多少", "前者是后者的几倍", "1.86倍"),
        (None, "苍鹭县2023年脱贫人口一共多少人", "3310人"),
    ],
)
def test_each_of_several_is_told_by_its_own_figure(heron, before, question, shown):
    history = [(before, heron.ask(before).text)] if before else []
    answer = heron.ask(question, history=history)
    assert answer.verified
    assert answer.answered
    assert shown in answer.text
