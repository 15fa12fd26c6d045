"""What a short follow-up takes over from the question before it, and what it says anew."""

import pytest
from genre import written
from towns import assistant_over

from assistant.questions.contrasts import carries_other, contrasted, in_place_of, measured_by, of_all
from assistant.questions.followup import complete
from assistant.questions.in_full import in_full
from assistant.questions.places import PlaceIndex
from assistant.questions.understand import read_question
from assistant.resolving import resolve
from reports.records import Identity
from vectorstore.records import ReportEntry

ENTRIES = tuple(
    ReportEntry(f"青松县{year}", "", Identity("青松县", (), year), "txt", "text", 1, 1, 1, 100, "")
    for year in (2023, 2024)
)
PLACES = PlaceIndex(ENTRIES)


def after(first, *questions):
    """The last of ``questions``, completed by those before it."""
    slots = complete(read_question(first, PLACES), None)
    for question in questions:
        slots = complete(read_question(question, PLACES), slots)
    return slots


@pytest.mark.parametrize(
    "question",
    [
        "那今年想突破多少",
        "2024年要冲到多少",
        "今年想超过多少",
        "2024年要迈上多少的台阶",
        "2024年不低于多少",
        "今年希望达到多少",
        "到时候要做到多少",
        "下一步，2024年要做到多少",
        "这个数2024年打算到多少",
        "这一项2024年的目标值呢",
        "2024年下达的任务数是多少",
    ],
)
def test_words_of_aiming_and_pointing_name_no_subject(question):
    assert after("青松县2023年中药材产值多少亿元", question).content == "中药材产值"


def test_a_subject_beside_words_of_when_is_kept():
    slots = after("青松县2025年中药材产值要达到多少", "那到时候蔬菜面积要做到多大")
    assert "蔬菜" in slots.content
    assert "时候" not in slots.content


def test_the_goal_of_what_was_signed_is_of_the_same_thing():
    slots = after("青松县2023年签约引进了多少个项目", "总投资多少亿", "2024年的签约目标呢")
    assert "签约引进" in slots.content
    assert "总投资" in slots.content
    assert slots.unit == "元"


def test_the_goal_of_another_stage_is_of_the_same_things():
    content = after("青松县2024年要签几个亿元以上项目", "那落地的目标呢").content
    assert "落地" in content
    assert "亿元以上项目" in content
    assert "目标" not in content


def test_the_deed_said_anew_replaces_the_one_before():
    assert after("青松县2023年创建了多少个星级幸福院", "2024年打算再建几个").content == "星级幸福院"
    # The deed says what kind of houses is asked for.
    assert "引进" in after("青松县2023年引进了多少名硕士", "2024年准备再引进多少").content


@pytest.mark.parametrize(
    ("first", "then", "content"),
    [
        ("青松县2023年新增国家级非遗工坊多少家", "省级的呢", "新增省级非遗工坊"),
        ("青松县2023年接待国内游客多少人次", "那入境游客呢", "接待入境游客"),
        ("青松县2023年新增公办学位多少个", "民办的呢", "新增民办学位"),
        ("青松县2023年签约项目多少个", "开工的呢", "开工项目"),
        ("青松县2023年建成投产项目多少个", "开工的呢", "开工项目"),
        ("青松县2023年夏粮产量多少", "秋粮呢", "秋粮产量"),
        ("青松县2023年油菜产量多少", "种植面积呢", "油菜种植面积"),
    ],
)
def test_another_kind_of_the_same_thing(first, then, content):
    assert after(first, then).content.replace(" ", "") == content


def test_another_kind_is_counted_alike_and_another_quantity_is_not():
    assert after("青松县2023年新增国家级非遗工坊多少家", "省级的呢").unit == "家"
    assert after("青松县2023年油菜产量多少吨", "种植面积呢").unit != "吨"


def test_nothing_is_swapped_for_a_word_of_another_subject():
    assert contrasted("省级财政", "新增国家级非遗工坊", ()) == ""
    assert contrasted("民办", "新增学位", ()) == ""
    assert measured_by("面积", "改造小区") == ""
    assert measured_by("人均", "粮食产量") == ""


def test_all_there_are_are_not_only_the_new_ones():
    assert of_all("新增 种植大户", "总数达到多少") == "种植大户"
    assert of_all("新增 种植大户", "占多少") == "新增 种植大户"
    # The standard indicator is what its name says.
    assert of_all("城镇新增就业", "总量多少") == "城镇新增就业"


def test_value_and_rank_are_both_asked_for():
    slots, _ = resolve("技改投资呢，在全省排第几", ["青松县2023年民间投资增长多少"], PLACES, ENTRIES)
    assert [part.measure for part in slots.parts] == ["增速", "位次"]
    assert all("技改投资" in part.content for part in slots.parts)


@pytest.mark.parametrize(
    ("first", "question", "content"),
    [
        ("青松县2023年恒泰机械出口增长多少", "利税呢", "恒泰机械利税"),
        ("青松县2023年规上工业营业收入多少", "利润呢", "规上工业利润"),
    ],
)
def test_another_quantity_stands_in_the_old_ones_place(first, question, content):
    assert after(first, question).content == content


@pytest.mark.parametrize(
    ("new", "earlier"),
    [
        ("公路", "城东大桥投资"),
        ("农村公路", "青松高速投资"),
        ("白石水库", "城东工业园区产值"),
        ("白石园区", "城东园区"),
    ],
)
def test_no_unlike_thing_stands_in_anothers_place(new, earlier):
    assert in_place_of(new, earlier) == ""


def test_what_a_port_carries_of_the_other_kind_is_not_told():
    assert carries_other("机场货邮吞吐量", "机场旅客吞吐量达到92万人次")
    assert not carries_other("机场旅客吞吐量", "客货运吞吐量分别达92万人次、3万吨")
    assert not carries_other("机场旅客吞吐量", "突破92万人次")


@pytest.mark.parametrize(
    ("first", "question", "content", "unit"),
    [
        ("青松县2023年城东工业园区产值要达到多少", "白石经济开发区呢", "白石经济开发区产值", ""),
        ("青松县2023年城东工业园区有多少家企业入园", "白石那个园区呢", "白石园区 企业入园", "家"),
        ("青松县2023年改造棚户区多少平方米", "老旧小区呢", "老旧小区", "平方米"),
        ("青松县2023年交付安置房多少套", "今年还要完工多少套", "还完工 交付安置房", "套"),
    ],
)
def test_a_follow_up_may_be_read_otherwise(first, question, content, unit):
    (other, *_) = resolve(question, (first,), PLACES, ENTRIES)[0].otherwise
    assert (other.content, other.unit) == (content, unit)


@pytest.mark.parametrize("question", ["GDP呢", "那银海市呢", "城东工业园区产值2022年是多少"])
def test_what_names_all_it_asks_is_read_once(question):
    first = "青松县2023年城东工业园区产值要达到多少"
    assert resolve(question, (first,), PLACES, ENTRIES)[0].otherwise == ()


def test_the_other_reading_answers_only_where_the_first_does_not(tmp_path):
    review = "县城工业园区入园企业124家，实现产值71亿元。白石产业园区年底完成产值40亿元，新建厂房6座。"
    with assistant_over(tmp_path, (written(review, "城镇新增就业3000人。"),)) as bot:
        history = [("青山县2023年县城工业园区产值多少", "")]
        answer = bot.ask("白石产业园区呢", history=history)
        assert "40亿元" in answer.text
        assert "71" not in answer.text
        refused = bot.ask("红柳产业园区呢", history=history)
        assert not refused.answered


def test_the_years_part_of_an_investment_is_not_its_total(tmp_path):
    plan = "安排重点项目48个，总投资96.5亿元，年度计划投资21.4亿元。"
    with assistant_over(tmp_path, (written("粮食产量20万吨。", plan),)) as bot:
        history = [("青山县2024年安排多少个重点项目", ""), ("总投资多少", "")]
        assert "21.4亿元" in bot.ask("那年度计划投资多少", history=history).text
        assert "96.5亿元" in bot.ask("总投资多少", history=history[:1]).text
        assert "21.4亿元" in bot.ask("青山县2024年重点项目年度投资多少").text


def test_what_is_asked_of_a_thing_newly_named_is_of_it_alone(tmp_path):
    plan = "城东小学等3所小学扩建投资530万元；新建河西幼儿园等8所公办幼儿园，投资1600万元。"
    with assistant_over(tmp_path, (written("粮食产量20万吨。", plan),)) as bot:
        history = [("青山县2024年城东小学等小学扩建要投多少钱", "")]
        text = bot.ask("公办幼儿园呢，投资多少、建几所", history=history).text
        assert "1600万元" in text
        assert "8所" in text
        assert "530万" not in text


def test_a_growth_printed_without_its_sign_answers_how_many_per_cent(tmp_path):
    with assistant_over(tmp_path, (written("农民人均纯收入2526元，增长6.5。粮食产量20万吨。"),)) as bot:
        history = [("青山县2023年农民人均纯收入多少元", "")]
        assert "6.5" in bot.ask("比上年涨了百分之几", history=history).text
        assert not bot.ask("青山县2023年粮食产量增长百分之几").answered


@pytest.mark.parametrize(
    ("first", "question", "measure"),
    [
        ("青松县2023年工业增加值增长多少", "完成了多少", "水平"),
        ("青松县2023年工业增加值增长多少", "那完成了多少亿元", "水平"),
        ("青松县2024年工业增加值增长目标是多少", "完成了多少", "增速"),
        ("青松县2023年工业增加值增长多少", "2022年完成了多少", "增速"),
    ],
)
def test_how_much_was_done_is_no_growth(first, question, measure):
    assert after(first, question).measure == measure


@pytest.mark.parametrize(
    ("first", "question", "content"),
    [
        ("青松县2023年获批国家临床重点专科几个", "省级的呢", "获批省级临床重点专科"),
        ("青松县2023年列省重大项目有多少个", "市级的呢", "市级重大项目"),
    ],
)
def test_the_rank_of_what_is_counted_is_replaced(first, question, content):
    assert after(first, question).content == content


@pytest.mark.parametrize(
    ("first", "question", "content"),
    [
        ("青松县2023年人工造林多少亩", "2024年打算再种多少", "人工造林"),
        ("青松县2023年人工造林多少亩", "2024年还要造多少", "人工造林"),
        ("青松县2023年重点项目多少个", "2024年谋划几个", "重点项目"),
        ("青松县2023年生产总值多少亿元", "这个总量在全省排第几位", "生产总值"),
        ("青松县2023年生产总值多少亿元", "在世界上排第几名", "生产总值"),
        ("青松县2023年药材产值多少亿元", "占全省的比例呢", "药材产值"),
        ("青松县2023年认定示范工坊多少家", "2024年准备申报几家", "示范工坊"),
    ],
)
def test_deeds_ranks_and_shares_name_no_subject(first, question, content):
    assert after(first, question).content == content


def test_a_share_of_another_thing_keeps_its_name():
    assert after("青松县2023年药材产值多少亿元", "外销占全县的比重是多少").content == "外销"


def test_each_of_the_last_two_is_asked_for_again():
    before = ["青松县2023年新修塘坝多少座", "水窖呢"]
    slots, _ = resolve("这两样2024年的目标分别是多少", before, PLACES, ENTRIES)
    assert [part.content for part in slots.parts] == ["新修塘坝", "水窖"]
    assert {part.nature for part in slots.parts} == {"目标"}
    assert {part.years for part in slots.parts} == {(2024,)}
    assert slots.sides is None


def test_the_two_of_one_question_are_asked_for_again():
    slots, _ = resolve("它们比上年各增长多少", ["青松县2023年存款余额、贷款余额分别是多少"], PLACES, ENTRIES)
    assert [part.measure for part in slots.parts] == ["增速", "增速"]


def test_nothing_is_asked_of_each_where_only_one_thing_was_spoken_of():
    slots, _ = resolve("这两样2024年的目标分别是多少", ["青松县2023年新修塘坝多少座"], PLACES, ENTRIES)
    assert slots.parts == ()


def test_a_result_and_the_goal_after_it_are_both_asked_for():
    slots, _ = resolve("增长多少？2024年的目标呢？", ["青松县2023年生产总值多少"], PLACES, ENTRIES)
    assert [part.nature for part in slots.parts] == ["", "目标"]
    assert {part.content for part in slots.parts} == {"生产总值"}


def test_another_thing_asked_for_in_a_word_is_asked_for_too():
    slots, _ = resolve("新增停车位多少个？充电桩呢？", ["青松县2023年改造老旧小区多少个"], PLACES, ENTRIES)
    assert [part.content for part in slots.parts] == ["新增停车位", "充电桩"]


def test_what_is_still_to_be_done_is_planned():
    slots, _ = resolve("2024年再完成多少亩", ["青松县2023年人工造林多少亩"], PLACES, ENTRIES)
    assert slots.nature == "目标"


@pytest.mark.parametrize(
    ("first", "question", "content"),
    [
        ("青松县2023年创建了多少个美丽庭院", "2024年还准备再打造多少个", "美丽庭院"),
        ("青松县2023年高标准农田多少亩", "今年打算再建和改造多少", "高标准农田"),
        ("青松县2023年造林多少亩", "今年目标面积呢", "造林"),
        ("青松县2023年体育馆项目总投资多少", "建筑面积多大", "体育馆项目建筑面积"),
        ("青松县2023年生产总值增长多少", "财政收入又到了多少", "财政收入"),
        ("青松县2023年重点项目总投资多少", "年内要投下去多少", "重点项目投资"),
        ("青松县2023年谋划亿元以上项目多少个", "50亿以上的呢", "谋划50亿以上项目"),
        ("青松县2023年改造旧街区多少平方米", "预算是多少钱", "改造旧街区"),
        ("青松县2023年造林多少亩", "近三年加起来呢", "造林"),
    ],
)
def test_deeds_quantities_and_adverbs_are_of_what_was_spoken_of(first, question, content):
    assert after(first, question).content == content


def test_a_growth_by_the_year_is_that_of_several_years(tmp_path):
    review = (
        "粮食总产量增长2.1%。2023年财政收入完成6.4亿元，是2018年的1.9倍，年均增长13.7%；"
        "新落地项目19个、总投资51亿元，新签约项目30个、总投资88亿元。"
    )
    with assistant_over(tmp_path, (written(review, "粮食总产量增长3%。"),)) as bot:
        history = [("青山县2023年财政收入多少", "")]
        assert "13.7%" in bot.ask("五年年均增速呢", history=history).text
        assert "13.7%" in bot.ask("2018年以来年均增长多少", history=history).text
        assert not bot.ask("青山县2023年粮食总产量年均增长多少").answered
        both = bot.ask("落地的呢？一共投资多少", history=[("青山县2023年新签约项目多少个", "")]).text
        assert "19个" in both
        assert "51亿元" in both


def test_what_fell_since_the_end_of_a_plan_is_of_the_years_after_it():
    slots = after("跟十二五末比，青松县2020年工业废水下降多少", "废渣呢")
    assert slots.span == (2016, 2020)
    assert slots.years == ()


def test_the_output_of_farms_is_not_that_of_factories(tmp_path):
    with assistant_over(tmp_path, (written("农业总产值增长4.4%。粮食产量20万吨。"),)) as bot:
        history = [("青山县2023年农业总产值增长多少", "")]
        assert not bot.ask("工业总产值呢", history=history).answered


def test_what_repeats_the_figure_before_is_not_told_of_another_thing(tmp_path):
    review = "招聘教师126人。白石园区实现营业收入80亿元、税收4亿元，城东园区现有企业31家。"
    with assistant_over(tmp_path, (written(review, "粮食总产量增长3%。"),)) as bot:
        assert not bot.ask("招聘医生呢", history=[("青山县2023年招聘教师多少人", "")]).answered
        history = [("青山县2023年白石园区税收多少", "")]
        assert not bot.ask("城东园区的税收呢", history=history).answered


def test_another_thing_after_how_many_is_asked_for_its_number_and_no_growth():
    assert after("青松县2023年小学生有多少人", "幼儿园的孩子呢？").measure == "水平"
    assert after("青松县2023年财政收入增长多少", "存款余额呢？").measure == "增速"


@pytest.mark.parametrize("own", ["省级", "省级的新增", "省级的又新增", "省级认定"])
def test_those_of_a_lower_rank_may_be_said_to_be_added(own):
    assert contrasted(own, "新增国家级绿色车间", ()) == "新增省级绿色车间"
    assert contrasted(own, "新增国家专精特新小巨人企业", ()) == "新增省级专精特新"


@pytest.mark.parametrize(
    ("first", "then", "year"),
    [
        ("青松县2022年新建公厕多少座", "明年打算建多少", 2023),
        ("青松县2024年计划新建公厕多少座", "明年呢", 2025),
    ],
)
def test_next_year_is_counted_from_the_year_asked_about(first, then, year):
    slots = after(first, then)
    assert (slots.years, slots.relative) == ((year,), ())
    assert "公厕" in slots.content


def test_a_part_of_this_year_is_of_the_same_thing_and_nothing_planned():
    slots = after("青松县2023年工业产值增长多少", "今年一季度呢")
    assert slots.content == "一季度 工业产值"
    assert (slots.years, slots.nature, slots.measure) == ((2024,), "", "增速")
    slots = after("青松县2023年工业产值增长多少", "那前三季度呢")
    assert (slots.content, slots.years, slots.measure) == ("前三季度 工业产值", (2023,), "增速")


@pytest.mark.parametrize(
    "question",
    [
        "下一年民生实事里又安排了多少",
        "2024年的计划里又安排了多少",
        "今年十件实事里打算建多少",
        "2024年的重点任务中呢",
    ],
)
def test_where_it_is_planned_names_no_subject(question):
    slots = after("青松县2023年新建公厕多少座", question)
    assert "公厕" in slots.content
    assert slots.years == (2024,)


@pytest.mark.parametrize(
    "question", ["产业方面呢", "产业上难在哪", "产业上呢，难在哪儿", "产业方面问题出在哪"]
)
def test_problems_are_asked_of_a_field(question):
    slots = after("青松县有哪些短板和问题", question)
    assert "产业" in slots.content
    assert "问题" in slots.content
    assert "难在" not in slots.content


@pytest.mark.parametrize(
    "question",
    [
        "2024年的目标定在什么区间",
        "2024年目标区间是什么",
        "2024年的目标设在哪个区间",
        "2024年定在什么范围",
        "2024年目标定的是个什么范围",
    ],
)
def test_the_range_of_a_target_is_how_high_it_is(question):
    full = in_full(question, PLACES)
    slots = after("青松县2023年工业增加值增速是多少", full)
    assert slots.content == "工业增加值"
    assert (slots.nature, slots.measure, slots.task) == ("目标", "增速", "figure")


def test_all_projects_are_those_of_what_was_asked_about():
    content = after("青松县2024年便民实事有几大类", "一共多少个项目").content
    assert "便民实事" in content
    assert "项目" in content


@pytest.mark.parametrize("question", ["用了多长时间", "前后花了多长时间"])
def test_how_long_it_took_names_no_subject(question):
    slots = after("青松县2023年老车站搬迁用了多少工人", question)
    assert "搬迁" in slots.content
    assert "时间" not in slots.content


@pytest.mark.parametrize(
    ("question", "content"),
    [
        ("2024年的目标是达到多少", "茶叶产量"),
        ("稻谷产量达到多少", "稻谷产量"),
        ("到位的专项债券有多少", "专项债券"),
    ],
)
def test_how_much_there_is_asks_for_no_rank(question, content):
    slots = after("青松县2023年茶叶产量有多少吨", "在全市排第几位", question)
    assert slots.measure != "位次"
    assert content in slots.content


def test_a_rank_of_another_thing_is_taken_over():
    assert after("青松县2023年茶叶产量排全市第几位", "那蔬菜产量呢").measure == "位次"


@pytest.mark.parametrize("question", ["下一年定的目标呢", "次年制定的目标是多少", "第二年定下的目标呢"])
def test_the_goal_set_for_the_next_year(question):
    slots = after("青松县2023年工业增加值增速是多少", question)
    assert (slots.content, slots.years, slots.measure) == ("工业增加值", (2024,), "增速")


def test_how_large_it_was_asks_for_no_growth():
    slots = after("青松县2024年打算让国企资产总额增长多少", "上一年底家底有多大")
    assert (slots.content, slots.years, slots.measure) == ("国企资产总额", (2023,), "水平")


def test_the_quantity_aimed_at_is_of_the_same_thing():
    assert after("青松县2023年粮食总产量是多少", "2024年的目标产量呢").names == ("粮食产量",)


def test_key_projects_of_another_rank():
    slots = after("青松县2023年省重点项目完成投资多少", "市重点呢")
    assert slots.content.replace(" ", "") == "市重点项目投资"
    assert slots.unit == "元"


@pytest.mark.parametrize(
    ("first", "question", "content", "years"),
    [
        ("青松县2023年松湖水质是几类", "2024年将如何继续推进治理", "松湖 推进 治理", (2024,)),
        ("青松县2023年肉鹅养殖产值多少", "为了把这个产业做起来，当年采取了哪些举措", "肉鹅养殖", (2023,)),
        ("青松县2023年竹器签约了几个项目", "明年有什么打算", "竹器", (2024,)),
        ("青松县2023年茶叶产量多少吨", "下一步怎么发展", "茶叶 发展", (2024,)),
        ("青松县2023年茶叶产量多少吨", "采取了什么措施", "茶叶", (2023,)),
    ],
)
def test_an_open_question_goes_on_about_the_thing_that_was_asked_of(first, question, content, years):
    slots = after(first, question)
    assert slots.content == content
    assert slots.task == "open"
    assert slots.years == years or slots.relative


@pytest.mark.parametrize(
    "question", ["2024年有哪些重点工作", "2024年怎么发展竹器产业", "2024年的目标是什么", "那竹器呢"]
)
def test_what_names_a_subject_or_asks_of_all_is_not_gone_on(question):
    assert "茶叶" not in after("青松县2023年茶叶产量多少吨", question).content or "目标" in question


def test_what_was_done_for_a_thing_asks_for_no_figure():
    assert after("青松县2023年护林投资多少", "为了保护古松做了什么").task == "open"
