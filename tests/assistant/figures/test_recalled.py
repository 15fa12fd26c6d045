"""Follow-ups that set what was just asked against each other, and figures that are reckoned with."""

import pytest
from genre import facts_of, written
from towns import assistant_over

ALDER_2023 = written(
    "全县地区生产总值210.25亿元，增长5.5%。固定资产投资增长6%。新登记经营主体4100户。新修塘坝60座。",
    place="桤木县",
    year=2023,
)
ALDER_2024 = written(
    "全县地区生产总值突破220亿元大关，达到223.75亿元，增长6.1%。固定资产投资增长9.5%。"
    "新登记经营主体5230户。新修塘坝85座。办理县人大代表建议72件、政协提案48件。\n\n"
    "规模以上固定资产投资完成61亿元，按同口径增长8%。",
    "地区生产总值增长6%左右。",
    place="桤木县",
    year=2024,
)
CEDAR_2024 = written(
    "全县地区生产总值12345.67亿元，增长4.9%。新修塘坝40座。金融机构存贷款余额分别达到520亿元、310亿元。",
    "地区生产总值增长6%左右。",
    place="雪松县",
    year=2024,
)


@pytest.fixture(scope="module")
def bot(tmp_path_factory):
    """The assistant over two counties' reports, one with two years."""
    reports = (ALDER_2023, ALDER_2024, CEDAR_2024)
    with assistant_over(tmp_path_factory.mktemp("recalled"), reports) as opened:
        yield opened


@pytest.mark.parametrize(
    ("before", "question", "shown"),
    [
        (["桤木县2023年新修塘坝多少座", "雪松县呢"], "两县差多少", "45座（85−40＝45）"),
        (["桤木县2023年新修塘坝多少座", "雪松县呢"], "谁更多？", "桤木县2023年比雪松县2023年多"),
        (["桤木县2023年新修塘坝多少座", "雪松县呢"], "加起来一共多少座", "合计125座（85＋40＝125）"),
        (["桤木县2022年新修塘坝多少座", "2023年呢"], "涨了多少", "25座（85−60＝25）"),
        (["桤木县2022年新修塘坝多少座", "2023年呢"], "多了还是少了？", "桤木县2023年比桤木县2022年多"),
        (["桤木县2022年新修塘坝多少座"], "那2023年呢，多了还是少了", "桤木县2023年比桤木县2022年多"),
        (["桤木县2022年新修塘坝多少座"], "2023年是多少，多了几座", "25座（85−60＝25）"),
        (["桤木县和雪松县2023年新修塘坝各多少座"], "相差多少", "45座（85−40＝45）"),
        (["桤木县2022年固定资产投资增速"], "2023年呢？高了几个点", "3.5个百分点（9.5−6＝3.5）"),
    ],
)
def test_what_was_asked_before_is_set_against_each_other(bot, before, question, shown):
    history = []
    for earlier in before:
        history.append((earlier, bot.ask(earlier, history=history).text))
    answer = bot.ask(question, history=history)
    assert answer.verified
    assert answer.answered
    assert shown in answer.text
    assert answer.citations


def test_growth_after_one_figure_is_its_growth(bot):
    before = "桤木县2023年地区生产总值是多少"
    answer = bot.ask("增长了多少", history=[(before, bot.ask(before).text)])
    assert "6.1%" in answer.text
    assert "＝" not in answer.text


@pytest.mark.parametrize(
    ("question", "shown"),
    [
        ("桤木县2023年新登记经营主体比上年多了多少户", "1130户（5230−4100＝1130）"),
        ("桤木县2023年地区生产总值比2022年多多少亿元", "13.5亿元（223.75−210.25＝13.5）"),
        ("桤木县和雪松县2023年地区生产总值相差多少", "12121.92亿元（12345.67−223.75＝12121.92）"),
        ("桤木县雪松县两县2023年新修塘坝加起来多少座", "合计125座"),
        ("2024年桤木县和雪松县的地区生产总值增长目标一样吗", "两者相同，都是6%"),
        ("桤木县2023年人大建议、政协提案一共办了多少件", "合计120件（72＋48＝120）"),
        ("雪松县2023年存款余额比贷款余额多多少亿", "210亿元（520−310＝210）"),
        ("桤木县2022年固定资产投资增速和2023年固定资产投资增速差几个百分点", "3.5个百分点"),
    ],
)
def test_figures_of_several_reports_are_reckoned_with(bot, question, shown):
    answer = bot.ask(question)
    assert answer.verified
    assert answer.answered
    assert shown in answer.text


def test_the_year_that_the_last_of_several_names_is_that_of_all(bot):
    text = bot.ask("桤木县地区生产总值、固定资产投资2023年增速分别是多少").text
    assert "6.1%" in text
    assert "9.5%" in text


def test_two_counts_asked_for_apart_are_not_added(bot):
    text = bot.ask("桤木县2023年办理人大建议一共多少件，政协提案多少件").text
    assert "72件" in text
    assert "合计" not in text


def test_rates_after_several_clauses_are_of_what_each_came_to():
    facts = facts_of("接待游客120万人次，实现综合收入9亿元，分别同比增长11%、14%。")
    assert {f.figure: f.indicator for f in facts if f.base_unit == "%"} == {
        "11%": "接待游客",
        "14%": "旅游综合收入",
    }


def test_two_balances_that_one_word_names_are_told_apart():
    facts = facts_of("金融机构存贷款余额分别达到52亿元、31亿元。")
    assert [f.name for f in facts] == ["存款余额", "贷款余额"]


LARCH_2021 = written(
    "五年来，全县一般公共预算收入由4.2亿元增长到8.6亿元。全县地区生产总值增长6.4%、高于全省0.7个百分点。"
    "农村污水治理率高于全省2.5个百分点。固定资产投资增长5%。\n\n"
    "2006年到2020年，全县粮食产量由12万吨增加到31万吨。\n\n"
    "新签约、开工、纳统亿元以上项目分别达90个、70个、50个。千万元以上技改项目开工33个、竣工21个。"
    "生猪存栏30万头、出栏44万头。新引进500强企业投资项目6个。",
    "生猪出栏50万头。改造农村公厕800座。",
    place="落叶县",
    year=2021,
)


@pytest.fixture(scope="module")
def larch(tmp_path_factory):
    """The assistant over one report that looks back on several years."""
    with assistant_over(tmp_path_factory.mktemp("larch"), (LARCH_2021,)) as opened:
        yield opened


@pytest.mark.parametrize(
    ("before", "question", "shown"),
    [
        (None, "落叶县2020年一般公共预算收入比2015年多了多少亿元", "4.4亿元（8.6−4.2＝4.4）"),
        (None, "从2006年到2020年，落叶县粮食产量增加了多少万吨", "19万吨（31−12＝19）"),
        (None, "落叶县2020年GDP增速比全省高几个百分点", "高于全省0.7个百分点"),
        (None, "落叶县2020年农村污水治理率比全省高多少", "高于全省2.5个百分点"),
        (None, "落叶县2020年纳统亿元以上项目多少个", "50个"),
        (None, "落叶县2020年新引进500强企业投资项目多少个", "6个"),
        ("落叶县2020年GDP增速是多少", "比全省高多少", "高于全省0.7个百分点"),
        ("落叶县2020年千万元以上技改项目开工多少个", "竣工的呢？", "21个"),
        ("落叶县2020年改造农村公厕多少座", "2021年还要改多少座", "800座"),
    ],
)
def test_a_change_that_one_report_tells_is_told(larch, before, question, shown):
    history = [(before, larch.ask(before).text)] if before else []
    answer = larch.ask(question, history=history)
    assert answer.verified
    assert answer.answered
    assert shown in answer.text


def test_both_times_are_told_where_the_second_is_planned(larch):
    before = "落叶县2020年生猪存栏多少头"
    text = larch.ask("出栏呢？2021年又要达到多少", history=[(before, larch.ask(before).text)]).text
    assert "44万头" in text
    assert "50万头" in text


def test_its_own_rate_does_not_tell_how_far_it_is_from_that_of_the_province(larch):
    answer = larch.ask("落叶县2020年固定资产投资增速比全省高几个百分点")
    assert not answer.answered
    assert "没有找到" in answer.text


@pytest.mark.parametrize(
    ("question", "shown"),
    [("其中千万元以上的呢", "33个"), ("其中亿元以上的呢", "12个")],
)
def test_of_two_sizes_the_one_asked_for_is_told(tmp_path_factory, question, shown):
    aspen = written(
        "全县新引进项目150个，引进千万元以上工业项目33个，其中亿元以上先进制造项目12个。",
        place="白杨县",
        year=2024,
    )
    with assistant_over(tmp_path_factory.mktemp("aspen"), (aspen,)) as opened:
        before = "白杨县2023年新引进项目多少个"
        assert shown in opened.ask(question, history=[(before, opened.ask(before).text)]).text


def test_what_a_bank_holds_and_lends_is_set_apart(bot):
    assert "210亿元（520−310＝210）" in bot.ask("雪松县2023年存款比贷款多多少亿").text


def test_of_two_stocks_each_is_told_in_all(tmp_path_factory):
    poplar = written(
        "新增研究院6家、累计达到58家，新增实验室9家、累计达到23家。",
        place="青杨市",
        year=2024,
    )
    with assistant_over(tmp_path_factory.mktemp("poplar"), (poplar,)) as opened:
        assert "35家（58−23＝35）" in opened.ask("截至2023年青杨市的研究院比实验室多几家").text


SPRUCE_2026 = written(
    "十四五时期，货运站联运量达到17万标箱。制造业增加值占地区生产总值比重达30%，"
    "服务业增加值占地区生产总值比重达52%。",
    "到2030年，货运站联运量达到25万标箱。",
    place="云杉市",
    year=2026,
)


@pytest.mark.parametrize(
    ("before", "question", "shown"),
    [
        ("桤木县2023年新修塘坝多少座", "比2022年多多少", "25座（85−60＝25）"),
        ("桤木县2023年新修塘坝多少座", "比雪松县多几座", "45座（85−40＝45）"),
        (None, "桤木县2022、2023年新修塘坝共多少座", "合计145座（60＋85＝145）"),
        (None, "2023年桤木县GDP占雪松县GDP的百分之多少", "1.8%"),
    ],
)
def test_one_figure_is_set_against_another_year_or_place(bot, before, question, shown):
    history = [(before, bot.ask(before).text)] if before else []
    answer = bot.ask(question, history=history)
    assert answer.verified
    assert answer.answered
    assert shown in answer.text


def test_what_there_is_is_set_against_what_is_planned(tmp_path_factory):
    with assistant_over(tmp_path_factory.mktemp("spruce"), (SPRUCE_2026,)) as opened:
        text = opened.ask("从2025年到2030年，云杉市货运站联运量要再增加多少万标箱").text
        assert "8万标箱（25−17＝8）" in text
        shares = opened.ask("云杉市2025年制造业增加值和服务业增加值占GDP的比重相差多少").text
        assert "22个百分点（52−30＝22）" in shares
