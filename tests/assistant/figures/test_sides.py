"""Two figures set against each other, however the question puts it."""

import pytest
from genre import written
from towns import assistant_over

MILLBROOK_2024 = written(
    "全县一般公共预算收入完成6.35亿元，增长4.5%。固定资产投资增长11%。城镇新增就业4200人。\n\n"
    "肉鸭养殖量突破80万只。新修农村公路96公里。投入9.4亿元办好20项实事。\n\n"
    "消化久闲未拆厂房3.4万平方米。\n\n"
    "货运站完成货物吞吐量40万吨，其中集装箱吞吐量6万吨。\n\n"
    "城乡居民收入分别增长5%和7%。"
    "五年来，城乡居民人均可支配收入从2018年的21000元和9000元分别提高到30000元和15000元。",
    "一般公共预算收入完成6.1亿元。固定资产投资增长7%以上。城镇新增就业4500人以上。\n\n"
    "肉鸭养殖量力争突破110万只。改造农村公路58公里。安排资金7.2亿元，办好15项实事。\n\n"
    "处置久闲未拆厂房1.7万平方米。",
    place="磨溪县",
    year=2024,
)
RIVERBEND_2022 = written(
    "全县一般公共预算收入8.01亿元，增长6%。",
    "今年的目标：一般公共预算收入超10亿，粮食产量稳定增长。",
    place="柳湾县",
    year=2022,
)


@pytest.fixture(scope="module")
def bot(tmp_path_factory):
    """The assistant over two counties' reports."""
    with assistant_over(tmp_path_factory.mktemp("sides"), (MILLBROOK_2024, RIVERBEND_2022)) as opened:
        yield opened


@pytest.mark.parametrize(
    ("question", "shown"),
    [
        ("磨溪县2024年一般公共预算收入的盘子反而比2023年实收的小，小了多少亿元", "6.35−6.1＝0.25"),
        ("磨溪县2024年固定资产投资增速的底线目标比2023年实绩回落几个百分点", "4个百分点（11−7＝4）"),
        ("磨溪县处置久闲未拆厂房，2024年任务与2023年完成量各为多少？", "3.4−1.7＝1.7"),
        ("磨溪县城镇新增就业人数：2023年完成数与2024年目标数有何差异？", "4500−4200＝300"),
        ("磨溪县城镇新增就业，2023年的实际和2024年的目标加一块多少人？", "合计8700人（4500＋4200＝8700）"),
        ("磨溪县肉鸭养殖量，2024年想突破的数比2023年已突破的数多多少万只", "30万只（110−80＝30）"),
        ("磨溪县2024年为办好实事安排的资金比2023年投入的少多少亿", "9.4−7.2＝2.2"),
        ("磨溪县2023年新修的农村公路比2024年打算改造的多出多少公里", "96−58＝38"),
        (
            "磨溪县城镇新增就业2023年多少人，2024年目标定多少，是高了还是低了",
            "磨溪县2024年目标比磨溪县2023年多300人（4500−4200＝300）",
        ),
        (
            "磨溪县2024年固定资产投资打算增长多少，2023年实际增长多少，较上年是快是慢",
            "磨溪县2024年目标比磨溪县2023年低4个百分点（11−7＝4）",
        ),
        (
            "磨溪县2024年城镇新增就业的目标比2023年实际完成数低吗？各是多少？",
            "磨溪县2024年目标比磨溪县2023年多300人（4500−4200＝300）",
        ),
        (
            "磨溪县2023年固定资产投资的实际增速与2024年的增长目标，两者孰高",
            "磨溪县2023年比磨溪县2024年目标高4个百分点（11−7＝4）",
        ),
        ("与2023年实际相比，磨溪县2024年城镇新增就业目标多了多少人", "300人（4500−4200＝300）"),
        ("对照2023年的实绩，磨溪县2024年城镇新增就业目标往上提了多少人", "300人（4500−4200＝300）"),
        ("办实事的资金，磨溪县2024年安排的数跟2023年投入的比，减少了几亿元", "9.4−7.2＝2.2"),
        ("磨溪县2024年城镇新增就业目标高于2023年实际多少人", "300人（4500−4200＝300）"),
        ("磨溪县2024年城镇新增就业的目标和2023年的实绩，两者相差多少人", "300人（4500−4200＝300）"),
        ("磨溪县2024年城镇新增就业要到4500人，那得比2023年多安排多少人", "300人（4500−4200＝300）"),
        ("磨溪县2024年一般公共预算收入的保底数比2023年实收的缩了多少亿元", "6.35−6.1＝0.25"),
        ("磨溪县2024年固投增速目标跟2023年实际比是高了还是低了", "4个百分点（11−7＝4）"),
        ("磨溪县2023年固投增速是多少，2024年目标是更高还是更低", "4个百分点（11−7＝4）"),
        ("柳湾县2022年一般公共预算收入要过10亿，那至少得比2021年多收多少亿", "10−8.01＝1.99"),
    ],
)
def test_a_target_and_a_result_are_set_against_each_other(bot, question, shown):
    answer = bot.ask(question)
    assert answer.verified
    assert answer.answered
    assert shown in answer.text
    assert answer.citations


def test_how_many_times_is_computed_from_the_levels_and_not_from_their_growth(bot):
    answer = bot.ask("2023年磨溪县城镇居民收入是农村居民的几倍")
    assert answer.verified
    assert "2倍（30000÷15000≈2）" in answer.text


def test_a_share_is_computed_from_the_part_and_the_whole(bot):
    answer = bot.ask("磨溪县货运站2023年的集装箱吞吐量占全部货物吞吐量的百分之几")
    assert answer.verified
    assert "15%（6÷40≈15%）" in answer.text


def test_a_level_reached_is_not_told_as_a_rise(bot):
    assert "提高到30000元" in bot.ask("2023年磨溪县城镇居民人均可支配收入多少元").text


def test_one_side_alone_is_no_answer(bot):
    answer = bot.ask("2023年磨溪县肉鸭养殖量是肉鹅养殖量的几倍")
    assert not answer.answered
    assert "＝" not in answer.text
    assert "≈" not in answer.text


def test_from_one_year_to_another_is_one_difference_of_the_two_ends(bot):
    answer = bot.ask("磨溪县城镇居民人均可支配收入从2018年到2023年加了多少元")
    assert answer.verified
    assert "9000元（30000−21000＝9000）" in answer.text
    assert "没有找到" not in answer.text


STONEFORD_2024 = written(
    "全县引进投资过亿元项目，1-11月新引进投资过亿元项目37个。中欧班列到发66列。粮食产量131046吨。"
    "体育健儿在省运会夺得12枚省运会金牌和5枚省残运会金牌。",
    "全县引进投资过亿元项目45个。中欧班列全年到发80列以上。提升改造农村公路15公里。\n\n"
    "筹措2.4亿元实施安居暖心工程。筹措1.3亿元实施出行暖心工程。",
    place="石滩县",
    year=2024,
)
STONEFORD_2021 = written(
    "完成农村公路改造22.5公里。\n\n"
    "五年来，认定总部企业、研发中心分别从17家、8家增加到40家、21家。"
    "2020年全县生产总值达到90亿元，是2015年的1.4倍；一般公共预算收入由3.1亿元增长到5.4亿元。"
    "2020年城镇居民人均可支配收入31000元，农村居民人均可支配收入16000元。"
    "2020年社会保险投入由2015年的1.5亿元增加到3.6亿元。\n\n"
    "2020年地方一般预算收入5.4亿元、支出21.9亿元，分别增长6%和9%。\n\n"
    "2020年治理河道、塘坝、沟渠18公里，绿化荒山24公里。建成托老驿站9个、老年食堂14个。"
    "2020年肉、蛋、奶产量达6万吨、3.5万吨、1.2万吨。",
    "固定资产投资增长7%以上。",
    place="石滩县",
    year=2021,
)


STONEFORD_2022 = written(
    "全县固定资产投资完成58亿元，增长9.5%。粮食产量12.5万吨。", place="石滩县", year=2022
)


@pytest.fixture(scope="module")
def stoneford(tmp_path_factory):
    """The assistant over three reports of one county."""
    reports = (STONEFORD_2024, STONEFORD_2022, STONEFORD_2021)
    with assistant_over(tmp_path_factory.mktemp("stoneford"), reports) as opened:
        yield opened


@pytest.mark.parametrize(
    ("question", "shown"),
    [
        ("石滩县引进投资过亿元项目，2023年前11个月实际数与2024年计划数差多少个", "8个（45−37＝8）"),
        ("石滩县2023年粮食产量比2021年多多少", "6046吨（131046−125000＝6046）"),
        ("石滩县2024年中欧班列的目标比2023年到发数至少多几列", "14列（80−66＝14）"),
        ("石滩县2024年计划改造的农村公路比2020年完成改造的少多少公里", "22.5−15＝7.5"),
        ("石滩县2020年城镇居民和农村居民的人均可支配收入差多少元", "31000−16000＝15000"),
        ("石滩县选手在省运会和省残运会上总共拿了多少块金牌", "合计17枚（12＋5＝17）"),
        ("石滩县2024年安居暖心和出行暖心两项工程筹的钱加起来是多少亿", "2.4＋1.3＝3.7"),
        ("石滩县2024年安居暖心、出行暖心两项工程资金合计多少亿元", "2.4＋1.3＝3.7"),
        ("“十三五”这五年石滩县认定的总部企业净增了多少家", "40−17＝23"),
        ("“十三五”期间石滩县研发中心增加了多少家", "21−8＝13"),
        ("石滩县一般公共预算收入从2015年到2020年增加了多少亿元", "5.4−3.1＝2.3"),
        ("石滩县2020年一般预算支出比一般预算收入多多少亿元", "21.9−5.4＝16.5"),
        ("石滩县2020年一般预算支出增长多少", "增长9%"),
        ("石滩县2020年社会保险投入是2015年的几倍", "2.4倍（3.6÷1.5≈2.4）"),
        ("石滩县2020年建成托老驿站和老年食堂一共多少个", "9＋14＝23"),
        ("石滩县2020年治理河道、塘坝和沟渠一共多少公里", "18公里"),
        ("石滩县2020年肉、蛋、奶三样产量合计多少万吨", "6＋3.5＋1.2＝10.7"),
    ],
)
def test_what_is_told_side_by_side_is_added_and_subtracted(stoneford, question, shown):
    answer = stoneford.ask(question)
    assert answer.verified
    assert answer.answered
    assert shown in answer.text


@pytest.mark.parametrize(
    "question",
    [
        "石滩县2024年安居暖心和助学暖心两项工程筹的钱加起来是多少亿",
        "石滩县2024年航空班线的目标比2023年开行数多几列",
        "石滩县一般公共预算收入从2012年到2020年增加了多少亿元",
    ],
)
def test_what_is_told_of_one_side_alone_is_not_reckoned(stoneford, question):
    answer = stoneford.ask(question)
    assert not answer.answered
    assert "＝" not in answer.text


def test_one_figure_of_all_that_is_listed_is_not_added_to_another(stoneford):
    assert "＋" not in stoneford.ask("石滩县2020年治理河道、塘坝和沟渠一共多少公里").text


def test_months_are_told_as_months(stoneford):
    assert "2023年1-11月" in stoneford.ask("石滩县2023年前11个月引进投资过亿元项目多少个").text


def test_a_target_of_growth_is_set_against_the_growth(stoneford):
    answer = stoneford.ask("石滩县2021年固定资产投资完成目标了吗")
    assert answer.verified
    assert "目标7%" in answer.text
    assert "实际9.5%，完成目标" in answer.text


ALDER_2021 = written(
    "丝绸产业产值超420亿元，丝绸机械及零部件产业产值达260亿元。八大文旅项目完成投资31亿元。"
    "粮食产量12.4亿斤。森林覆盖率由“十二五”末的36.2%提高到44.5%。城镇新增就业累计3.1万人。"
    "新增铁路货线142公里、复线64公里。生产总值增长7.2%。",
    "丝绸产业规模突破500亿元。滚动实施八大文旅项目，总投资90亿元，年度投资25亿元。"
    "粮食产量稳定在12亿斤以上。生产总值增长8%以上。\n\n安排重点建设项目120个，总投资800亿元，年度计划投资210亿元。",
    place="桤林县",
    year=2021,
)


@pytest.fixture(scope="module")
def alder(tmp_path_factory):
    """The assistant over one county's report of the end of a five-year plan."""
    with assistant_over(tmp_path_factory.mktemp("alder"), (ALDER_2021,)) as opened:
        yield opened


@pytest.mark.parametrize(
    ("question", "shown"),
    [
        ("桤林县丝绸产业规模，2021年想达到的数比2020年已有的产值高出多少亿元", "500−420＝80"),
        ("桤林县八大文旅项目2020年实际完成的投资，比2021年安排的年度投资多多少亿元", "31−25＝6"),
        ("桤林县2020年打下的粮食比2021年定的产量底线高出多少亿斤", "12.4−12＝0.4"),
        ("桤林县森林覆盖率“十三五”末比“十二五”末高了多少个百分点", "44.5−36.2＝8.3"),
        ("桤林县2020年新增的铁路货线和复线加起来有多少公里", "142＋64＝206"),
        ("2020年桤林县的生产总值增速达到了2021年定的最低目标吗，差几个百分点", "8−7.2＝0.8"),
        ("桤林县2021年重点项目年度计划投资，比2020年八大文旅项目完成投资多多少亿元", "210−31＝179"),
    ],
)
def test_sides_in_everyday_words_are_told_and_reckoned(alder, question, shown):
    answer = alder.ask(question)
    assert answer.verified
    assert answer.answered
    assert shown in answer.text


LINDEN_2024 = written(
    "发放小微商票贷款671亿元，发放科创知产贷款1110亿元。充电桩总数超过3.7万个。粮食产量55亿斤左右。"
    "第一产业完成11.2亿元，第二产业完成17.4亿元，第三产业完成11亿元。"
    "城镇居民人均可支配收入增长10.4%。农民人均纯收入增长12.1%。实际利用外资720万美元，增长21.9%。新造林7600亩。"
    "\n\n环湖都市圈经济总量达到300亿元。全市生产总值达到480亿元。",
    "粮食产量保持在50亿斤以上。新开通充电桩3500个。新造林3.5万亩。"
    "\n\n加快总投资5300亿元的85个环湖圈重点项目建设。\n\n加快总投资2100亿元的140个海洋重点项目建设。",
    place="椴湖市",
    year=2024,
)
MAPLE_2024 = written(
    "新签约过亿元项目93个，其中百亿级项目12个。新入库过亿元项目54个，其中百亿级项目7个。"
    "入库小微科创企业280户。实施城建项目233个，竣工项目96个。游客接待量超过1亿人次。科教投入7亿元。生产总值增长9.9%。"
    "办理市人大代表议案2件、建议24件和市政协提案42件。地方一般公共预算收入增长5.6%。",
    "备案小微科创企业290户以上。完成省下达的蔬菜产量目标，城镇调查失业率控制在5.5%左右。蔬菜产量25万吨。"
    "游客接待量达到1.15亿人次。安排“三农”支出33亿元。生产总值增长8%左右。"
    "地方一般公共预算收入、一般公共预算总收入均增长5.5%左右。",
    place="枫江市",
    year=2024,
)


@pytest.fixture(scope="module")
def maple(tmp_path_factory):
    """The assistant over one city's report."""
    with assistant_over(tmp_path_factory.mktemp("maple"), (MAPLE_2024,)) as opened:
        yield opened


@pytest.mark.parametrize(
    ("question", "shown"),
    [
        (
            "枫江市2023年百亿级项目新签约数比新入库数多几个",
            "新签约比百亿级项目新入库多5个（12−7＝5）",
        ),
        ("枫江市城建项目2023年竣工数占实施数的比例是多少", "41.2%"),
        ("枫江市2024年要备案的小微科创企业比2023年入库的多多少户", "290−280＝10"),
        ("枫江市2023年人大建议和政协提案合计办理多少件", "24＋42＝66"),
        ("枫江市2024年地方一般公共预算收入增速目标比2023年实际低几个百分点", "5.6−5.5＝0.1"),
        ("枫江市2024年想接待的游客比2023年的1亿人次多多少", "1.15−1＝0.15"),
        ("枫江市2023年科教投入比2024年安排的三农支出少多少亿元", "33−7＝26"),
        ("2024年枫江市政府工作报告定的GDP增速目标比2023年实际增速低几个百分点", "9.9−8＝1.9"),
    ],
)
def test_one_thing_named_once_is_of_both_sides(maple, question, shown):
    answer = maple.ask(question)
    assert answer.verified
    assert answer.answered
    assert shown in answer.text


@pytest.fixture(scope="module")
def linden(tmp_path_factory):
    """The assistant over one city's report."""
    with assistant_over(tmp_path_factory.mktemp("linden"), (LINDEN_2024,)) as opened:
        yield opened


@pytest.mark.parametrize(
    ("question", "shown"),
    [
        ("椴湖市的科创知产贷款比小微商票贷款多发了多少亿元", "1110−671＝439"),
        ("椴湖市2024年粮食产量目标比现在稳定的55亿斤左右少多少亿斤", "55−50＝5"),
        ("椴湖市2023年第一、二、三产业增加值加起来多少亿元", "11.2＋17.4＋11＝39.6"),
        ("椴湖市2023年城镇居民收入增速和农民收入增速，哪个高，高几个百分点", "12.1−10.4＝1.7"),
        ("椴湖市2024年新造林目标比2023年新造林多多少亩", "3.5−0.76＝2.74"),
        ("椴湖市海洋重点项目总投资比环湖圈重点项目总投资少多少亿元", "5300−2100＝3200"),
        ("环湖都市圈经济总量占椴湖市生产总值的比重大约是多少", "62.5%"),
    ],
)
def test_each_figure_is_left_to_the_side_that_it_fits(linden, question, shown):
    answer = linden.ask(question)
    assert answer.verified
    assert answer.answered
    assert shown in answer.text


@pytest.mark.parametrize(
    "question",
    [
        "椴湖市2024年实际利用外资目标比2023年多多少万美元",
        "椴湖市2023年充电桩比2024年要新开通的多多少个",
        "椴湖市充电桩总数比云南多多少万个",
    ],
)
def test_a_side_that_is_not_told_is_not_made_of_another_figure(linden, question):
    assert not linden.ask(question).answered


def test_which_side_is_missing_is_said(maple):
    answer = maple.ask("枫江市2024年蔬菜产量目标比2023年实际多多少万吨")
    assert not answer.answered
    assert "没有找到枫江市2023年的这一项" in answer.text
    assert "25万吨" in answer.text


ROWAN_2022 = written(
    "五年来，新建改扩建中小学16所、幼儿园21所。五年来，办理人大代表建议541件、政协提案644件。",
    "新增城镇就业4400人。规模以上工业增加值增长8%以上。居民人均可支配收入增长7%。",
    place="花楸县",
    year=2022,
)
ROWAN_2023 = written(
    "新增城镇就业4974人。固定资产投资增长24%。办理人大代表建议92件、政协提案115件。"
    "用于民生24.4亿元，是一般公共预算支出的81.2%。社保支出10.6亿元。城乡居民人均可支配收入增长5.8%。",
    "规模以上工业增加值增长10%以上。全体居民人均可支配收入增长6.5%以上。",
    place="花楸县",
    year=2023,
)


@pytest.fixture(scope="module")
def rowan(tmp_path_factory):
    """The assistant over two years' reports of one county."""
    with assistant_over(tmp_path_factory.mktemp("rowan"), (ROWAN_2022, ROWAN_2023)) as opened:
        yield opened


@pytest.mark.parametrize(
    ("question", "shown"),
    [
        ("花楸县2022年实际新增城镇就业比年初确定的任务多多少人", "4974−4400＝574"),
        ("花楸县过去五年新建改扩建的幼儿园比中小学多几所", "21−16＝5"),
        ("花楸县2023年规上工业增加值增速目标与2022年目标相比提高了多少个百分点", "10−8＝2"),
        ("花楸县2023年居民收入目标增速比2022年城乡居民收入实际增速高多少个百分点", "6.5−5.8＝0.7"),
        ("花楸县2022年民生支出里社保支出占多大比重", "43.4%"),
        ("花楸县2022年社保支出占民生支出的百分之几", "43.4%"),
    ],
)
def test_goals_results_and_shares_of_two_years(rowan, question, shown):
    answer = rowan.ask(question)
    assert answer.verified
    assert answer.answered
    assert shown in answer.text


def test_what_several_years_come_to_is_not_set_against_one_year(rowan):
    answer = rowan.ask("花楸县2021年和2022年，哪年办理的政协提案多")
    assert not answer.answered
    assert "−" not in answer.text


ALDERTON_2024 = written(
    "新（改）建农村户厕2.4万户。城镇新增就业5200人。建成高标准农田3100亩。完成9个老旧小区改造、惠及居民880户。"
    "改善农房1.6万户。五年来累计建成高标准农田4.1万亩。\n\n"
    "筹集公租房210套、人才公寓350套。",
    "完成农村户厕改造1.5万户。城镇新增就业不少于4800人。改造提升高标准农田5600亩。新开工老旧小区改造6个、540户。"
    "改善农房1.1万户。\n\n全年交通、水利、能源领域投资分别达23亿元、6亿元、17亿元。",
    place="桤林县",
    year=2024,
)
ALDERTON_2025 = written("城镇新增就业5000人。", "城镇新增就业不少于4500人。", place="桤林县", year=2025)


@pytest.fixture(scope="module")
def alderton(tmp_path_factory):
    """The assistant over one county's reports of two years."""
    with assistant_over(tmp_path_factory.mktemp("alderton"), (ALDERTON_2024, ALDERTON_2025)) as opened:
        yield opened


@pytest.mark.parametrize(
    ("question", "shown"),
    [
        ("桤林县2024年农村户厕改造的任务，比2023年实际新改建的少多少户？", "2.4−1.5＝0.9"),
        ("桤林县2024年城镇新增就业的目标，跟2023年实际新增的人数相差多少？", "5200−4800＝400"),
        ("桤林县2024年准备改造提升的高标准农田，比2023年建成的多多少亩？", "5600−3100＝2500"),
        ("桤林县2024年计划改善的农房户数，比2023年实际改善的少多少？", "1.6−1.1＝0.5"),
    ],
)
def test_what_was_done_is_of_the_thing_that_the_other_side_names(alderton, question, shown):
    answer = alderton.ask(question)
    assert answer.verified
    assert answer.answered
    assert shown in answer.text


@pytest.mark.parametrize("put", ["2025年跟2024年比差多少", "2025年比2024年少多少人"])
def test_a_target_named_before_both_years_is_of_both(alderton, put):
    answer = alderton.ask(f"桤林县城镇新增就业的目标，{put}？")
    assert "4800−4500＝300" in answer.text
    assert answer.text.count("目标：") == 2


def test_what_跟_joins_is_added_up(alderton):
    answer = alderton.ask("桤林县2023年筹集的公租房跟人才公寓加起来是多少套？")
    assert "210＋350＝560" in answer.text


def test_a_follow_up_counts_the_two_that_it_names(alderton):
    before = "桤林县2024年交通领域打算投多少亿元？"
    answer = alderton.ask("那水利和能源两块呢？", history=[(before, alderton.ask(before).text)])
    assert "水利投资6亿元" in answer.text
    assert "17亿元" in answer.text


def test_no_one_figure_stands_for_a_sum_that_is_set_against_another(alderton):
    answer = alderton.ask("桤林县2024年水利、能源两项投资加起来，比2023年筹集的公租房和人才公寓多多少亿元？")
    assert "−" not in answer.text
