"""Who holds which tasks: two people together, units by their short names, roles that nobody has."""

import pytest
from genre import report
from towns import FIVE_YEARS_2022, LINHE_2024, NOTICE_2024, assistant_over


@pytest.fixture(scope="module")
def county(tmp_path_factory):
    """The assistant over a county's report and the notice that shares out its tasks."""
    reports = (LINHE_2024, NOTICE_2024, FIVE_YEARS_2022)
    with assistant_over(tmp_path_factory.mktemp("duties"), reports) as opened:
        yield opened


def tasks(answer):
    """The listed tasks without marks."""
    return [line[2:].split("[")[0] for line in answer.text.splitlines() if line.startswith("- ")]


PARK, HOME, CANAL, FAIR = (
    "新建口袋公园6处",
    "改造乡镇敬老院4所",
    "疏浚灌溉渠道55公里",
    "举办秋季招聘会8场",
)


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("郑大江负责哪些任务", [PARK, HOME, FAIR]),
        ("吴小河负责哪些任务", [PARK, FAIR]),
        ("郑大江和吴小河共同负责哪些任务", [PARK, FAIR]),
        ("吴小河和郑大江负责哪些任务", [PARK, FAIR]),
        ("县民政局牵头哪些任务", [HOME]),
        ("民政局牵头哪些任务", [HOME]),
        ("水利局牵头什么工作", [CANAL]),
        ("城市管理局负责哪些工作", [PARK]),
        ("财政局配合哪些任务", [CANAL]),
        ("柳林路街道负责哪些任务", [PARK]),
        ("柳林路街道办事处负责哪些任务", [PARK]),
        ("县人力资源和社会保障局牵头哪些任务", [FAIR]),
        ("哪些工作归吴小河分管", [PARK, FAIR]),
        ("2024年的任务分工里，郑大江管的是哪一块", [PARK, HOME, FAIR]),
        ("由郑大江和吴小河一起抓的事有哪些", [PARK, FAIR]),
        ("吴小河名下都有什么任务", [PARK, FAIR]),
        ("把郑大江分管的任务列出来", [PARK, HOME, FAIR]),
        ("2024年临禾县民政局当牵头单位的任务", [HOME]),
        ("县水利局是哪些任务的牵头单位", [CANAL]),
        ("县人社局牵头的都有啥", [FAIR]),
        ("由县城市管理局当牵头单位的有哪些", [PARK]),
        ("县城管局的任务是什么", [PARK]),
        ("哪些任务需要县财政局参与", [CANAL]),
        ("吴小河的职责是什么", [PARK, FAIR]),
        ("县水利局2024年要做哪些事", [CANAL]),
        ("郑大江和吴小河分别管什么", [PARK, HOME, FAIR, PARK, FAIR]),
    ],
)
def test_the_tasks_of_a_holder_are_listed_and_cited(county, question, expected):
    answer = county.ask(question)
    assert answer.answered
    assert tasks(answer) == expected
    assert len(answer.citations) == len(set(expected))
    for task, citation in zip(dict.fromkeys(expected), answer.citations, strict=True):
        assert task in citation.quote
        assert citation.source == "临禾县2024责任分解.txt"


def test_two_people_are_both_named(county):
    text = county.ask("郑大江和吴小河共同负责哪些任务").text
    head = text.splitlines()[0]
    assert "郑大江" in head
    assert "吴小河" in head


@pytest.mark.parametrize(
    ("question", "role", "told"),
    [
        ("临禾县2024年疏浚渠道的责任领导是谁", "责任领导", "县水利局"),
        ("临禾县2024年口袋公园的配合单位是谁", "配合单位", "县城市管理局"),
    ],
)
def test_a_role_that_the_notice_does_not_list_is_refused_with_what_it_does(county, question, role, told):
    answer = county.ask(question)
    assert not answer.answered
    assert f"没有列出{role}" in answer.text
    assert told in answer.text
    (citation,) = answer.citations
    assert told in citation.quote


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("临禾县2024年疏浚渠道的配合单位是谁", "配合单位：县财政局"),
        ("临禾县2024年口袋公园的责任单位是谁", "责任单位：柳林路街道办事处"),
        ("谁负责敬老院", "责任领导：郑大江"),
        ("敬老院改造这一块是谁在管", "责任领导：郑大江"),
        ("改造敬老院这件事落在谁头上", "责任领导：郑大江"),
        ("秋季招聘会由谁挂帅", "牵头单位：县人"),
        ("郑大江和吴小河谁分管敬老院", "责任领导：郑大江；"),
        ("谁对改造敬老院负责", "责任领导：郑大江"),
        ("疏浚灌溉渠道归口哪个部门", "牵头单位：县水利局"),
        ("口袋公园的主责单位是哪家", "责任单位：柳林路街道办事处"),
        ("招聘会由哪些领导挂帅", "责任领导：吴小河、郑大江"),
        ("分管敬老院的领导是谁", "责任领导：郑大江"),
        ("2024年敬老院改造的分管领导", "责任领导：郑大江"),
        ("2024年通知里第2项任务由谁牵头", "敬老院4所”——责任领导：郑大江"),
    ],
)
def test_a_role_that_it_lists_is_told(county, question, said):
    answer = county.ask(question)
    assert answer.answered
    assert said in answer.text
    assert "没有列出" not in answer.text


# --- what a report says of itself


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("临禾县2022年政府工作报告是在什么会上由谁作的", ("韩春生", "第九届人民代表大会第一次会议")),
        ("临禾县2022年政府工作报告的报告人是谁，哪次会议", ("韩春生", "第九届人民代表大会第一次会议")),
        ("临禾县2022年政府工作报告是第几次会议上作的", ("第九届人民代表大会第一次会议",)),
        ("临禾县2022年政府工作报告什么时候作的", ("2022年2月18日",)),
        ("临禾县2022年报告由谁作", ("县长韩春生",)),
        ("22年临禾县那份政府工作报告，是几月几号在会上作的", ("2022年2月18日",)),
        ("2022年临禾县作政府工作报告，具体日期是几月几号", ("2022年2月18日",)),
        ("2022年临禾县县长韩春生作政府工作报告，是在哪个会议上", ("第九届人民代表大会第一次会议",)),
        ("临禾县九届人大一次会议上作报告的是哪一位", ("县长韩春生",)),
        ("韩春生是哪一年作的政府工作报告", ("2022年2月18日",)),
        ("临禾县2022年政府工作报告的作者", ("县长韩春生",)),
        ("临禾县历年报告的报告人是谁", ("县长韩春生",)),
        ("临禾县2022年人代会的时间", ("2022年2月18日",)),
        ("2022年临禾县的一县之长是谁", ("县长韩春生",)),
        ("临禾县长2022年是谁", ("县长韩春生",)),
        ("临禾县2022年作报告的会议叫什么", ("第九届人民代表大会第一次会议",)),
    ],
)
def test_meeting_speaker_and_day_are_told_and_cited(county, question, said):
    answer = county.ask(question)
    assert answer.answered
    assert answer.query.task == "meta"
    quotes = "".join(c.quote for c in answer.citations)
    for words in said:
        assert words in answer.text
        assert words.removeprefix("县长") in quotes
    assert {c.source for c in answer.citations} == {"临禾县2022.txt"}


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("韩春生2022年作报告时任什么职务", "韩春生时任临禾县县长"),
        ("2024年把任务分解下去的那份通知，发文机关是谁", "临禾县人民政府办公室"),
        ("临禾县2024年的分解通知是谁印发的", "临禾县人民政府办公室"),
        ("2024年临禾县的分解通知是几号文", "临政办〔2024〕11号"),
        ("临禾县2022年政府工作报告部署的是哪一年的工作", "部署的是2022年的工作"),
    ],
)
def test_the_office_the_issuer_and_the_year_planned_are_told(county, question, said):
    answer = county.ask(question)
    assert answer.answered
    assert said in answer.text


@pytest.mark.parametrize("question", ["临禾县八届人大三次会议是哪天开的", "临禾县2022年人代会的会期有几天"])
def test_another_session_and_days_that_are_not_told_are_refused(county, question):
    assert not county.ask(question).answered


def test_the_days_of_a_meeting_are_told(tmp_path):
    text = (
        "临禾县2023年政府工作报告摘要\n\n3月4日至6日，临禾县第九届人民代表大会第二次会议召开，会议审议了各项报告。\n\n"
        "一、2022年工作回顾\n\n全年新建口袋公园4处。\n"
    )
    summary = report(text, place="临禾县", year=2023, source="临禾县2023摘要.txt")
    with assistant_over(tmp_path, (summary,)) as opened:
        answer = opened.ask("临禾县九届人大二次会议的会期是几月几号到几号")
    assert "3月4日至6日" in answer.text
    assert "3月4日至6日" in answer.citations[0].quote


def test_the_years_that_a_report_reviews_are_told(county, sample_bot):
    answer = county.ask("临禾县2024年政府工作报告回顾的是哪一年的工作")
    assert answer.answered
    assert "回顾的是2023年的工作" in answer.text
    assert "2023年" in answer.citations[0].quote
    sample = sample_bot.ask("卫东区2024年政府工作报告回顾的是哪一年的工作")
    assert sample.answered
    assert "回顾的是2023年的工作" in sample.text


def test_an_office_that_the_speaker_does_not_hold_is_refused(county):
    answer = county.ask("临禾县2022年的市长是谁")
    assert not answer.answered
    assert "韩春生" not in answer.text


@pytest.mark.parametrize(
    ("question", "told", "untold"),
    [
        ("临禾县口袋公园由哪几位县领导负责，牵头的是哪个单位", ("郑大江", "吴小河", "城市管理局"), ()),
        ("郑大江负责哪些工作，分别是哪个单位牵头", (PARK, HOME, FAIR, "牵头单位：县民政局"), (CANAL,)),
        ("临禾县乡镇敬老院哪个单位牵头", ("民政局",), ("郑大江",)),
    ],
)
def test_people_and_units_asked_for_together_are_both_named(county, question, told, untold):
    answer = county.ask(question)
    assert answer.answered
    assert all(word in answer.text for word in told)
    assert not any(word in answer.text for word in untold)


def test_a_follow_up_asks_who_does_the_thing_just_asked_about(county):
    before = "临禾县2024年要改造几所乡镇敬老院？"
    first = county.ask(before)
    answer = county.ask("这件事责任领导是谁，哪个单位牵头？", history=[(before, first.text)])
    assert "郑大江" in answer.text
    assert "民政局" in answer.text


def test_a_time_that_the_notice_does_not_tell_is_not_answered_with_the_task(county):
    answer = county.ask("临禾县口袋公园几月底之前完工？")
    assert not answer.answered


@pytest.mark.parametrize("question", ["县水利局在2024年的分工里要干什么", "临禾县哪位领导负责招聘会"])
def test_what_a_unit_is_to_do_and_which_leader_answers_are_read_from_the_notice(county, question):
    answer = county.ask(question)
    assert answer.answered
    assert CANAL in answer.text if "水利" in question else "吴小河、郑大江" in answer.text


def test_a_long_task_is_shown_with_the_clause_that_was_asked_about(tmp_path):
    aims = "，".join(f"第{n}项重点工程按照既定的时间节点有序推进到位" for n in "一二三四五六七八")
    text = (
        "临政办〔2024〕12号\n\n临禾县人民政府办公室\n\n关于分解2024年政府工作报告重点任务的通知\n\n各乡镇：\n\n"
        f"一、总体目标\n\n1.{aims}，城镇新增就业3100人。\n\n责任领导：郑大江\n\n牵头单位：县发展和改革委\n"
    )
    notice = report(text, place="临禾县", year=2024, source="临禾县2024分解.txt")
    with assistant_over(tmp_path, (notice,)) as opened:
        answer = opened.ask("临禾县2024年城镇新增就业的任务目标是多少，归谁负责？")
    assert "城镇新增就业3100人" in answer.text
    assert "郑大江" in answer.text
    assert len(answer.text) < len(text)
