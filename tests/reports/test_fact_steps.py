"""What a figure is of where it stands behind a step, a rate of several, an investment; what dates it."""

from genre import facts_of, one, report


def test_what_stands_behind_a_step_is_of_what_passed_it():
    facts = facts_of("全市地区生产总值增长6.2%，高于全省平均水平，站上300亿元台阶、达304.6亿元。")
    assert [(f.figure, f.name, f.measure) for f in facts] == [
        ("6.2%", "地区生产总值", "增速"),
        ("300亿元", "地区生产总值", "水平"),
        ("304.6亿元", "地区生产总值", "水平"),
    ]


def test_an_investment_is_of_the_project_behind_it():
    facts = facts_of("投资6.5亿元的酒厂搬迁项目建成投产；投资33亿元的顺风工业园项目正在建设。")
    assert one(facts, "6.5亿元").indicator == "酒厂搬迁项目投资"
    assert one(facts, "33亿元").indicator == "顺风工业园项目投资"


def test_what_is_to_be_put_into_use_is_planned():
    facts = facts_of("新增就业300人。", "建成投用学校3所。扩建去年建成投用的学校2所。")
    assert one(facts, "3所").nature == "目标"
    assert one(facts, "2所").nature == "实绩"


def test_last_year_in_a_review_of_five_dates_its_own_sentence_alone():
    text = (
        "一、过去五年工作回顾\n\n"
        "五年来，我们迎难而上。去年全县生产总值达到107亿元，年均增长9.7%。累计脱贫6.9万人。\n\n"
        "2023年，我们再接再厉。新建学校7所。\n\n"
        "二、2024年工作安排\n\n新增就业300人。"
    )
    facts = report(text).facts
    assert one(facts, "107亿元").period == "2023"
    assert one(facts, "9.7%").period == "2019-2023"
    assert one(facts, "6.9万人").period == "2019-2023"
    assert one(facts, "7所").period == "2023"


def test_a_report_without_heads_turns_within_its_text():
    review = "".join(f"全年完成项目{n}个，实现产值{n}亿元，取得了明显成效。" for n in range(20, 60))
    plan = "".join(f"力争新建学校{n}所，加快推进园区建设，着力提升能力。" for n in range(60, 100))
    facts = report(review + "\n" + plan).facts
    assert {f.nature for f in facts if f.value < 60} == {"实绩"}
    assert {f.nature for f in facts if f.value >= 62} == {"目标"}
    assert one(facts, "99所").period == "2024"


def test_a_short_sentence_names_what_the_totals_behind_it_are_of():
    facts = facts_of("经营主体稳中培优。总量达1461.4万户，新登记147万户。")
    assert one(facts, "1461.4万户").name == "经营主体"
