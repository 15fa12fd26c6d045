"""Every figure is found with its unit and bound, and what only looks like one is left."""

import time

import pytest
from genre import PIECES
from hypothesis import given
from hypothesis import strategies as st

from reports.figures import find_figures
from reports.text import fold


def read(text):
    """(as printed, value, unit with multiplier, bound) of each figure."""
    folded = fold(text)
    return [(text[f.start : f.end], f.value, f.multiplier + f.unit, f.bound) for f in find_figures(folded)]


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("新增就业9796人", ("9796人", 9796, "人", "")),
        ("城镇新增就业0.88万人", ("0.88万人", 0.88, "万人", "")),
        ("生产总值165亿元", ("165亿元", 165, "亿元", "")),
        ("实际利用外资3140万美元", ("3140万美元", 3140, "万美元", "")),
        ("增长6.5%", ("6.5%", 6.5, "%", "")),
        ("增长６．５％", ("６．５％", 6.5, "%", "")),
        ("提高1.2个百分点", ("1.2个百分点", 1.2, "个百分点", "")),
        ("自然增长率4.5‰", ("4.5‰", 4.5, "‰", "")),
        ("浓度41微克/立方米", ("41微克/立方米", 41, "微克/立方米", "")),
        ("电池产能40.5GWh，", ("40.5GWh", 40.5, "gwh", "")),
        ("算力达5.1万P", ("5.1万P", 5.1, "万p", "")),
        ("接种疫苗44.3万剂次", ("44.3万剂次", 44.3, "万剂次", "")),
        ("发电3.2亿千瓦时", ("3.2亿千瓦时", 3.2, "亿千瓦时", "")),
        ("吞吐120万标准箱", ("120万标准箱", 120, "万标准箱", "")),
        ("投入1,234.5万元", ("1,234.5万元", 1234.5, "万元", "")),
        ("培训12，345人", ("12，345人", 12345, "人", "")),
        ("占地1.2万平方公里", ("1.2万平方公里", 1.2, "万平方公里", "")),
        ("植树一百二十万株", ("一百二十万株", 1_200_000, "株", "")),
        ("新增两千零五十人", ("两千零五十人", 2050, "人", "")),
        ("覆盖率百分之五十二点三", ("百分之五十二点三", 52.3, "%", "")),
        ("自然增长率降到千分之六点一", ("千分之六点一", 6.1, "‰", "")),
        ("提高五点二个百分点", ("五点二个百分点", 5.2, "个百分点", "")),
        ("占比约3成", ("3成", 3, "成", "~")),
        ("居全省第三", ("第三", 3, "位", "")),
        ("吞吐量位列世界第三", ("第三", 3, "位", "")),
        ("分别居开发区考核第四、第六位", ("第六位", 6, "位", "")),
        ("位居全市第2位", ("第2位", 2, "位", "")),
        ("综合排名第3位", ("第3位", 3, "位", "")),
        ("增长8.1%，第4位", ("第4位", 4, "位", "")),
        ("固定资产投资增长-1.5%", ("-1.5%", -1.5, "%", "")),
        ("生产原煤200万-250万吨", ("200万-250万吨", 200, "万吨", "")),
        ("补助8000-1万元", ("8000-1万元", 8000, "元", "")),
        ("日用电500千瓦时", ("500千瓦时", 500, "千瓦时", "")),
        ("架线三百二十千米", ("三百二十千米", 320, "千米", "")),
        ("三次产业结构为28.3:43.9:27.8", ("28.3:43.9:27.8", 28.3, "", "")),
        ("三次产业结构调整为12：40：48", ("12：40：48", 12, "", "")),
        ("产值之比提升到2.5∶1", ("2.5∶1", 2.5, "", "")),
        ("城乡居民收入比缩小到2.54", ("2.54", 2.54, "", "")),
        ("一季度的-4.2%，", ("-4.2%", -4.2, "%", "")),
        ("均值低于每立方米31微克。", ("31微克", 31, "微克", "")),
        ("每斤涨2分钱", ("2分钱", 2, "分钱", "")),
        ("抽检700批次以上", ("700批次以上", 700, "批次", ">=")),
        ("连续6个季度靠前", ("6个季度", 6, "个季度", "")),
        ("约8.3万市民参训", ("8.3万", 8.3, "万", "~")),
        ("12万国有职工", ("12万", 12, "万", "")),
        ("比计划的900亿元多出", ("900亿元", 900, "亿元", "")),
        ("引进过50亿项目", ("50亿", 50, "亿", ">")),
    ],
)
def test_a_figure_is_read_whole(text, figure):
    assert read(text)[-1] == figure


@pytest.mark.parametrize(
    ("text", "base"),
    [
        ("居全省第三", "位"),
        ("综合排名第3位", "位"),
        ("配备校医3位", "人"),
        ("走访居民代表3位", "人"),
        ("稳居同类县区14位", "位"),
        ("收入比缩小到2.54", "比"),
        ("产值之比为1.68∶1", "比"),
        ("评分达到9.54", ""),
        ("3金7银", "枚"),
        ("200万-250万吨", "公斤"),
    ],
)
def test_the_base_unit_says_what_is_counted(text, base):
    assert {f.base_unit for f in find_figures(fold(text))} == {base}


def test_medals_are_counted_apart():
    assert [(f[0], f[1]) for f in read("收获11金8银12铜")] == [("11金", 11), ("8银", 8), ("12铜", 12)]


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("增长7%以上", ">="),
        ("不低于7%", ">="),
        ("不少于300件", ">="),
        ("失业率4.5%以内", "<="),
        ("不超过4.5%", "<="),
        ("不高于4.5%", "<="),
        ("低于4.5%", "<="),
        ("增长6%左右", "~"),
        ("约300家", "~"),
        ("近300家", "~"),
        ("超过200亿元", ">"),
        ("突破4万家", ">"),
        ("逾200亿元", ">"),
        ("320余家", ">"),
        ("5000余万元", ">"),
        ("30多个", ">"),
        ("3000多户", ">"),
        ("增长7%", ""),
    ],
)
def test_a_bound_is_kept(text, bound):
    assert [f[3] for f in read(text)] == [bound]


def test_a_trailing_bound_belongs_to_the_figure():
    (figure,) = find_figures("增长7%以上，")
    assert (figure.start, figure.core_end, figure.end) == (2, 4, 6)


@pytest.mark.parametrize(
    "text",
    [
        "2023年",
        "3月15日",
        "第11届",
        "十二届",
        "2020—2023年",
        "PM2.5浓度",
        "G310国道",
        "5G网络",
        "五四路",
        "十里铺镇",
        "第一产业",
        "第一、第二产业",
        "“1+3+N”体系",
        "两个园区",
        "三个一批",
        "平政办〔2022〕4号",
        "亿元以上项目",
        "上世纪90年代",
        "8:30开会",
        "把民生放在第一位",
        "12345热线",
        "12345市长热线",
        "第二，抓项目",
        "总投资五亿二期工程",
        "建成220国道和105省道",
        "国道327线改造",
        "服务体系3.0版",
        "行动方案2.0",
        "运用“2%工作法”",
        "落实“3个60%”",
        "汲取“3·21”事故教训",
        "985高校",
        "出席20国集团峰会",
        "推进220千伏城北变电站",
        "3人制篮球场",
        "360度全景",
        "实施4大工程",
        "旭日1—2气田",
    ],
)
def test_what_only_looks_like_a_figure_is_none(text):
    assert read(text) == []


def test_all_figures_of_a_sentence_come_in_order():
    text = "地区生产总值111亿元，增长7.5%；办理建议62件、提案74件，新增“四上”单位41家。"
    assert [f[0] for f in read(text)] == ["111亿元", "7.5%", "62件", "74件", "41家"]


def test_both_ends_of_a_range_are_one_figure():
    assert [f[0] for f in read("增长13.5%至14%，引进10-15个，投资3.5至4.2亿元")] == [
        "13.5%至14%",
        "10-15个",
        "3.5至4.2亿元",
    ]


MIX = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)


@given(
    st.one_of(MIX, st.text(max_size=60), st.text("0123456789.,，%万亿元个点第年月日至—-（）", max_size=60))
)
def test_figures_never_raise_and_stand_in_order_in_the_text(text):
    folded = fold(text)
    assert len(folded) == len(text)
    end = 0
    for figure in find_figures(folded):
        assert end <= figure.start < figure.core_end <= figure.end <= len(text)
        assert any(
            c.isdigit() or c in "零〇一二两三四五六七八九十百千万亿首榜番半"
            for c in folded[figure.start : figure.core_end]
        )
        end = figure.end


@pytest.mark.parametrize(
    "piece", ["增长7.5%，", "9", "1,234", "第二", "百分之", "12:", "3—", "三百", "三百人", "28.3:"]
)
def test_the_time_is_linear_in_the_length(piece):
    def spent(copies: int) -> float:
        text = piece * copies
        start = time.process_time()
        find_figures(text)
        return time.process_time() - start

    # Eight times the text in well under 64 times the time; the constant forgives a busy machine.
    assert spent(16_000) < 24 * spent(2_000) + 0.5


def test_a_point_set_in_the_middle_is_a_decimal_point() -> None:
    (grown,) = find_figures("投资增长14·1%")
    assert (grown.value, grown.unit) == (14.1, "%")
    (between,) = find_figures("占2·5—3·5%")
    assert between.value == 2.5
    assert [f.value for f in find_figures("吸取“4·14”事故的教训")] != [4.14]


def test_a_step_that_is_climbed_counts_no_machines():
    from reports.units import WHOLE_UNIT

    assert "台(?!阶)" in WHOLE_UNIT
    assert [f.unit for f in find_figures("迈上5万亿台阶,新购20台。")] == ["", "台"]


@given(
    st.integers(100, 999), st.sampled_from(["国道", "省道", "县道"]), st.sampled_from(["", "线", "改建段"])
)
def test_the_number_of_a_road_is_no_figure(number, road, rest):
    assert read(f"建成{number}{road}{rest}") == read(f"建成{road}{number}{rest}") == []


@given(st.lists(st.integers(1, 99), min_size=2, max_size=4))
def test_places_risen_by_are_counted_alike(places):
    text = "考核排名分别提升" + "、".join(f"{n}位" for n in places)
    assert [(f.value, f.base_unit) for f in find_figures(text)] == [(n, "位") for n in places]


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("会员首次突破万户，", ("万户", 1, "万户", ">")),
        ("年交易额破百亿。", ("百亿", 100, "亿", "")),
        ("货运量超千万吨、增长5", ("千万吨", 1000, "万吨", ">")),
        ("走访近千名老人", ("千名", 1000, "名", "~")),
        ("赋能上百家企业", ("百家", 100, "家", "")),
        ("选派百名医生下乡", ("百名", 100, "名", "")),
        ("惠及千余人", ("千余人", 1000, "人", ">")),
        ("收入迈上万亿元台阶", ("万亿元", 1, "万亿元", ">")),
        ("总投资超百亿元的码头", ("百亿元", 100, "亿元", ">")),
        ("占全市1/4左右", ("1/4左右", 25, "%", "~")),
        ("占四分之三以上", ("四分之三以上", 75, "%", ">=")),
        ("压减近一半", ("一半", 50, "%", "~")),
        ("工程量过半。", ("半", 50, "%", ">")),
        ("产值三年翻了一番多", ("一番多", 1, "番", ">=")),
        ("销量实现翻番，", ("番", 1, "番", "")),
        ("口岸数量居内陆首位，", ("首位", 1, "位", "")),
        ("满意度全市第1", ("第1", 1, "位", "")),
        ("跻身全省三甲，", ("三甲", 3, "位", "<=")),
        ("排名进入全国前十，", ("前十", 10, "位", "<=")),
        ("稳居全市前3位，", ("前3位", 3, "位", "<=")),
    ],
)
def test_a_figure_without_a_digit_of_its_own_is_read(text, figure):
    found = read(text)[0]
    assert (found[0], found[1], found[2].replace("位", ""), found[3]) == (
        figure[0],
        figure[1],
        figure[2].replace("位", ""),
        figure[3],
    )


@pytest.mark.parametrize(
    "text",
    [
        "培育营收超百亿元的企业",
        "服务千家万户",
        "百家争鸣",
        "百万吨级码头",
        "选派百名专家工程",
        "前三季度",
        "把环保摆在各项工作首位",
        "提升首位度",
        "翻番计划",
        "实现双过半，",
        "四分之一世纪",
        "几十万个家庭",
        "通过三甲医院评审",
        "安全第一、预防为主",
    ],
)
def test_what_only_sizes_or_praises_is_no_figure(text):
    assert read(text) == []


@given(
    st.sampled_from(["破", "突破", "超过", "逾"]),
    st.sampled_from(["百", "千", "万", "百万", "千万", "亿", "百亿", "千亿", "万亿"]),
    st.sampled_from(["元", "人次", "吨", "户"]),
)
def test_a_magnitude_is_worth_what_it_says(reached, magnitude, unit):
    from reports.numerals import chinese_value

    (bare,) = find_figures(f"总量{reached}{magnitude}{unit}，")
    factor = 1000 if unit == "吨" else 1
    assert bare.normal == chinese_value(magnitude) * factor
    assert not find_figures(f"培育{reached}{magnitude}元的商场")


@given(st.integers(1, 9), st.integers(2, 9))
def test_a_fraction_is_a_share(over, under):
    found = find_figures(f"占全国的{over}/{under}，")
    assert [f.value for f in found] == ([round(100 * over / under, 2)] if over < under else [])


def test_the_mark_that_a_figure_has_passed_is_no_second_one():
    assert [f[0] for f in read("存款达到108亿元，首次突破百亿元大关，增长6%。")] == ["108亿元", "6%"]
    assert [f[0] for f in read("存款首次突破百亿元，达到108亿元。")] == ["百亿元", "108亿元"]
