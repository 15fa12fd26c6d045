"""A follow-up turns to another year or place, steps through the years and points back in many words."""

import pytest
from genre import report, written
from towns import assistant_over

from assistant.questions.in_full import in_full
from assistant.questions.places import PlaceIndex
from assistant.questions.wordings.onward import turned_plainly
from assistant.questions.wordings.pointing import pointed
from assistant.resolving import resolve
from reports.records import Identity
from vectorstore.records import ReportEntry

ENTRIES = tuple(
    ReportEntry(f"{place}{year}", "", Identity(place, (), year), "txt", "text", 1, 1, 1, 100, "")
    for place in ("青松县", "白石县")
    for year in (2023, 2024)
)
PLACES = PlaceIndex(ENTRIES)
FIRST = "青松县2022年新建公厕多少座"


@pytest.mark.parametrize(
    ("question", "place", "year"),
    [
        ("换成23年，建了多少", "青松县", 2023),
        ("那要是换作2023年呢", "青松县", 2023),
        ("如果改成2023年，是多少座", "青松县", 2023),
        ("再看2023年", "青松县", 2023),
        ("那么2023年的话，有几座", "青松县", 2023),
        ("2023年呢，建了多少座", "青松县", 2023),
        ("那白石县呢，2023年新建了多少", "白石县", 2023),
        ("换成白石县，是多少座", "白石县", 2022),
        ("往前推一年呢", "青松县", 2021),
        ("再往前一年是几座", "青松县", 2021),
        ("再早一年是多少", "青松县", 2021),
        ("往后一年是多少座", "青松县", 2023),
        ("后面一年是多少座", "青松县", 2023),
        ("接着说2023年，建了几座", "青松县", 2023),
        ("那白石县同期是多少座", "白石县", 2022),
        ("换成白石县，同一年的是多少座", "白石县", 2022),
        ("隔壁的白石县呢", "白石县", 2022),
        ("再问一下白石县", "白石县", 2022),
        ("下一年也就是2023年，建了几座", "青松县", 2023),
        ("次年（2023年）建了几座", "青松县", 2023),
    ],
)
def test_another_year_or_place(question, place, year):
    slots, _ = resolve(question, [FIRST], PLACES, ENTRIES)
    assert (slots.places, slots.years) == ((place,), (year,))
    assert slots.content.replace(" ", "") == "新建公厕"
    assert not slots.parts


@pytest.mark.parametrize(
    ("question", "before", "plain"),
    [
        ("这件事由谁牵头", "青松县2024年公厕改造由哪位领导负责", "由谁牵头"),
        ("那该项工作的责任领导是谁", "青松县2024年公厕改造由谁牵头", "那责任领导是谁"),
        ("牵头这项任务的单位是哪家", "青松县2024年公厕改造由哪位领导负责", "牵头单位是哪家"),
        ("2023年末，这个比率是多少", "青松县2022年不良贷款率是多少", "2023年末是多少"),
        ("这笔收入又是多少", "青松县2022年旅游收入多少", "又是多少"),
        ("2024年打算靠这个挣多少", "青松县2023年劳务收入多少", "2024年打算挣多少"),
        ("2024年是哪位作的？", "2023年青松县的报告是谁作的", "2024年是哪位作的报告？"),
        ("换个指标，进出口增长多少", FIRST, "那进出口增长多少"),
        ("比上年同期增长多少", FIRST, "比上年同期增长多少"),
        # What the question before did not ask about is none of it.
        ("这笔收入又是多少", "青松县2022年接待游客多少", "这笔收入又是多少"),
        ("2024年是谁做的", "青松县2023年公厕改造由谁负责", "2024年是谁做的"),
        # The two years are set against each other.
        ("2023年呢，是多了还是少了", FIRST, "2023年呢，是多了还是少了"),
        ("改成多少了", FIRST, "改成多少了"),
    ],
)
def test_what_points_back(question, before, plain):
    assert turned_plainly(question, before, PLACES) == plain


@pytest.mark.parametrize(
    ("question", "read"),
    [
        ("青松县2024年公厕定的是什么数", "青松县2024年公厕定的是多少"),
        ("2023年比起2020年增加了几座", "2023年比2020年增加了几座"),
        ("农村居民这边是多少元", "农村居民是多少元"),
        ("财政收入呢，达到多少了", "财政收入达到多少了"),
        ("2024年的底线是多少天", "2024年的目标是多少天"),
        ("公厕呢，2024年要建多少座", "公厕呢，2024年要建多少座"),
        ("永久基本农田保护的底线思维怎么落实", "永久基本农田保护的底线思维怎么落实"),
    ],
)
def test_everyday_turns_in_full(question, read):
    assert in_full(question, PLACES) == read


def test_the_growth_of_another_place_is_of_the_same_subject():
    slots, _ = resolve("那白石县增长了百分之几", ["青松县2023年技改投资增长多少"], PLACES, ENTRIES)
    assert (slots.content, slots.measure) == ("技改投资", "增速")
    slots, _ = resolve("那技改投资增长了几个点", ["青松县2023年进出口增长多少"], PLACES, ENTRIES)
    assert slots.content == "技改投资"


def test_as_many_of_such_things_are_asked_for_again():
    before = ["青松县2023年老城区游园项目有多少个，完成投资多少"]
    slots, _ = resolve("那2024年安排几个项目", before, PLACES, ENTRIES)
    assert slots.content == "老城区游园项目"


def test_each_quantity_of_one_thing():
    slots, _ = resolve("青松县2023年夜市的客流、营业额各增长百分之几", [], PLACES, ENTRIES)
    assert [part.measure for part in slots.parts] == ["增速", "增速"]
    assert all("夜市" in part.content for part in slots.parts)


@pytest.mark.parametrize(
    ("said", "plain"),
    [
        ("跟前一年相比增加了多少座", "比上年增加了多少座"),
        ("同上一年比起来呢，多了几座", "比上年多了几座"),
        ("较前一年增加几座", "比上年增加几座"),
        ("2021年的时候，建了几座", "2021年建了几座"),
        ("那当初定的目标是几座", "那定的目标是几座"),
        ("原先给自己设下的目标是几座", "定的目标是几座"),
        ("2023年的任务量定了多少", "2023年的目标是多少"),
        ("2023年的任务数呢", "2023年的任务呢"),
        ("这里头五亿元以上的有几个", "其中5亿元以上的有几个"),
        ("这些企业里过亿的有几家", "其中过亿的有几家"),
        ("2023年要建多少座？顺便把星级公厕的也列出来", "2023年要建多少座，星级公厕是多少"),
    ],
)
def test_put_plainly(said, plain):
    assert in_full(said, PLACES).rstrip("？") == plain


@pytest.mark.parametrize(
    "question",
    [
        "和2022年相比增加了多少座",
        "2023年目标比上一年实绩低几座",
        "原来的公厕有几座",
        "十几亿元以上的有几个",
        "建设的任务有哪些",
    ],
)
def test_what_is_plain_already_stays(question):
    assert in_full(question, PLACES) == question


def test_a_thing_named_in_short(tmp_path):
    """压采 stands for what the question before asked of, where the reports write it out alone."""
    review = "压减地下水超采120万立方米。工业投资完成36亿元。"
    plan = "压减地下水超采157万立方米。工业投资完成40亿元。规范工资支付。"
    with assistant_over(tmp_path, [written(review, plan, year=2024)]) as bot:

        def told(question, before):
            return bot.ask(question, history=[(before, bot.ask(before).text)])

        water = "青山县2023年压减地下水超采多少万立方米"
        for asked in ("2024年压采目标定在多少", "2024年的压采任务量定了多少", "2024年压采任务数呢"):
            assert "157万立方米" in told(asked, water).text
        assert not told("2024年工资目标是多少", "青山县2023年工业投资多少亿元").answered


@pytest.mark.parametrize(
    ("said", "content", "measure"),
    [
        ("它的同比增幅也给我一下", "竹编产值", "增速"),
        ("光有总量不够，增长速度也要", "竹编产值", "增速"),
        ("该指标的同比增速为多少", "竹编产值", "增速"),
        ("这一数字较上年提高了百分之几", "竹编产值", "增速"),
        ("比头一年多了百分之几", "竹编产值", "增速"),
        ("比上年变化多大", "竹编产值", "增速"),
        ("谢谢，那它涨了多少", "竹编产值", "增速"),
        ("再补一个，竹笋销量的数值。", "竹笋销量", "水平"),
        ("竹笋销量亦请一并说明。", "竹笋销量", "水平"),
        ("还想知道竹笋销量", "竹笋销量", "水平"),
        ("另外，同年的竹笋销量呢", "竹笋销量", "水平"),
        ("我记错了，应该是竹笋销量", "竹笋销量", "水平"),
    ],
)
def test_more_is_asked_for_in_many_words(said, content, measure):
    slots, _ = resolve(said, ["青松县2023年竹编产值是多少"], PLACES, ENTRIES)
    assert (slots.places, slots.years) == (("青松县",), (2023,))
    assert (slots.content, slots.measure or "水平") == (content, measure)


@pytest.mark.parametrize(
    "said",
    [
        "再要白石县的。",
        "不好意思，我问错地方了，应该是白石县。",
        "假如是白石县呢",
        "以白石县论，又是多少",
        "白石县对应的数字是多少",
        "劳驾，白石县的也查一下。",
        "同样的问题，白石县",
    ],
)
def test_another_place_is_asked_about_in_many_words(said):
    slots, _ = resolve(said, ["青松县2023年竹编产值是多少"], PLACES, ENTRIES)
    assert (slots.places, slots.years, slots.content) == (("白石县",), (2023,), "竹编产值")


@pytest.mark.parametrize(
    ("said", "year"),
    [("新的一年要达到多少", 2024), ("来年目标是多少", 2024), ("也请给出2024年的计划值", 2024)],
)
def test_what_is_aimed_at_next(said, year):
    slots, _ = resolve(said, ["青松县去年竹编产值是多少"], PLACES, ENTRIES)
    assert (slots.years, slots.nature, slots.content) == ((year,), "目标", "竹编产值")


def test_answers_after_a_turn(tmp_path):
    reports = (
        written("新建公厕38座。城乡居民人均可支配收入分别达到30100元、15200元，增长4.1%、6.3%。", year=2024),
        written("新建公厕21座。", year=2023),
        report(
            "青政办〔2024〕9号\n\n青山县人民政府办公室\n\n关于分解2024年政府工作报告重点任务的通知\n\n各乡镇：\n\n"
            "1.改造公厕30座。\n\n责任领导：周一山\n\n牵头单位：县城管局\n",
            year=2024,
            source="青山县2024责任分解.txt",
        ),
    )
    with assistant_over(tmp_path, reports) as bot:

        def told(question, *before):
            history = [(q, bot.ask(q).text) for q in before]
            return bot.ask(question, history=history).text

        assert "21座" in told("换成22年，建了多少", "青山县2023年新建公厕多少座")
        assert "21座" in told("再往前一年是几座", "青山县2023年新建公厕多少座")
        assert "县城管局" in told("这事儿由什么单位牵头", "2024年青山县改造公厕由哪位领导负责")
        fields = "2024年青山县计划改造公厕多少座"
        for asked in ("牵头单位和责任领导分别是谁呀", "负责的领导与牵头的单位各是谁"):
            assert "周一山" in told(asked, fields)
            assert "县城管局" in told(asked, fields)
        rural = told("那农村居民这边是多少元，涨了百分之几", "青山县2023年城镇居民人均可支配收入多少")
        assert "15200元" in rural
        assert "6.3%" in rural
        assert "4.1%" not in rural


@pytest.mark.parametrize(
    ("question", "before", "named"),
    [
        ("那条路什么时候通车", ["青松县2023年要修的“松南环”有多长"], "松南环什么时候通车"),
        ("这座桥总投资多少", ["青松县2023年新建的望松大桥多长"], "望松大桥总投资多少"),
        (
            "这些企业2023年的增加值是多少",
            ["青松县2022年有多少家规上工业企业", "比上年多几家"],
            "规上工业企业2023年的增加值是多少",
        ),
        ("这些企业家有多少", ["青松县2022年有多少家规上工业企业"], "这些企业家有多少"),
        ("这座桥什么时候通车", ["青松县2022年财政收入多少"], "这座桥什么时候通车"),
        ("这所学校有多少学生", ["青松县新建松山中学、白石小学"], "这所学校有多少学生"),
    ],
)
def test_a_thing_pointed_at_by_its_kind_is_the_one_spoken_of(question, before, named):
    assert pointed(question, before, PLACES) == named


@pytest.mark.parametrize(
    ("question", "before", "plainly"),
    [
        ("那白石县同一年呢", FIRST, "那白石县呢"),
        ("白石县同一个年份是多少", FIRST, "白石县是多少"),
        ("那是2015年的几倍", FIRST, "是2015年的几倍"),
        ("由此带动的社会投资有多少", FIRST, "带动社会投资有多少"),
        ("松溪线那条跑了几趟", FIRST, "松溪线跑了几趟"),
        ("其中药材那个具体怎么建", "青松县要建哪三个基地", "药材具体怎么建"),
        ("哪天作的", "青松县2024年政府工作报告是谁作的", "报告是哪天作的"),
        ("是哪一位", "青松县2024年政府工作报告哪天作的", "报告是哪一位作的"),
        ("在哪次会议上", "青松县2024年政府工作报告是谁作的", "报告是在哪次会议作的"),
        ("什么时候建成的", "青松县2024年政府工作报告是谁作的", "什么时候建成的"),
        ("哪天作的", FIRST, "哪天作的"),
    ],
)
def test_what_points_at_the_question_before_is_put_plainly(question, before, plainly):
    assert turned_plainly(question, before, PLACES) == plainly


@pytest.mark.parametrize("question", ["该工程总投资多少", "这个工程总投资多少", "该项目总投资多少"])
def test_a_work_pointed_at_is_the_one_named_before(question):
    asked = pointed(question, ["青松县柳河闸改造工程完工了吗"], PLACES)
    assert asked == "柳河闸改造工程总投资多少"
