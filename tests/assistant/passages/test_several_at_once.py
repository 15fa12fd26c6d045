"""Two or three things asked for at once: listed together, told by no figure; ranks in everyday words."""

import pytest
from genre import written
from towns import assistant_over

from assistant.questions.kinds import measure_asked, unit_asked

SAND_BAY = written(
    "收回批而未建地块1240亩、低效厂房用地310亩。上调孤儿、特困老人补贴到每人每月1500元、960元。"
    "港口粮食加工量突破90万吨，跃居全球第三大粮食加工港。黑脸琵鹭恢复到5群63只。"
    "总投资超百亿元、全长42公里的环湾大道贯通。出口贸易增长6.2%，增速居全省第4位。"
    "技改投资连续27个月保持两位数增长，规上工业增加值增速连续8个季度高于全省。"
    "民宿客房从1200间增加到1950间，年均增长9.4%。连续六年获评平安港口。实现渔业“十三连丰”。"
    "新签超亿元船配项目30个、5亿元以上项目11个。新增绿道18.6公里。完成码头投资27亿元。"
    "海鲜外销额达到52亿元，比2018年增长45.3%，年均增长7.7%。新增外贸企业57家、外卖商户203家。"
    "接待研学学生8.1万人次、实现研学收入1.3亿元，增长21.4%和19.2%。"
    "水产加工值63亿元、居全省第5位；网箱养殖产值41亿元、规模居全省第2位。"
    "谋划海岛项目88个、投资总盘首次超过300亿元、达340亿元。"
    "渔机集团在百强榜排名由88位上升到61位。招聘引进中学教师45人。社区食堂新开19家，养老床位2300张。",
    "完成旅客运送量350万人次、货柜装卸量84万标箱。",
    place="沙湾市",
    year=2024,
)


@pytest.fixture(scope="module")
def city(tmp_path_factory):
    """The assistant over one invented city's report."""
    with assistant_over(tmp_path_factory.mktemp("several"), [SAND_BAY]) as opened:
        yield opened


@pytest.mark.parametrize(
    ("question", "figures"),
    [
        ("2023年沙湾市收回了多少批而未建地块和低效厂房用地", ("1240亩", "310亩")),
        ("2023年沙湾市孤儿和特困老人补贴提到每月多少钱", ("1500元", "960元")),
        ("2024年沙湾市旅客运送量、货柜装卸量要达到多少", ("350万人次", "84万标箱")),
        ("沙湾市2023年粮食加工量多少万吨，在全球排第几？", ("90万吨", "第三")),
        ("沙湾市的黑脸琵鹭现在有多少只，分成几群？", ("63只", "5群")),
        ("沙湾市环湾大道一共多长，花了多少钱？", ("42公里", "百亿元")),
        ("沙湾市2023年出口贸易增速多少，全省排老几？", ("6.2%", "第4")),
        ("沙湾市2023年出口贸易增长多少，名次呢？", ("6.2%", "第4")),
        ("沙湾市技改投资连续多少个月两位数增长", ("27个月",)),
        ("沙湾市渔机集团百强榜排名从多少位升到多少位", ("88位", "61位")),
        ("沙湾市2023年招了多少老师", ("45人",)),
        ("沙湾市民宿客房从多少间增加到多少间，年均增长多少？", ("1200间", "1950间", "9.4%")),
        ("沙湾市2023年新签几个超亿元船配项目，其中5亿元以上的几个", ("30个", "11个")),
        ("沙湾市连续几年获评平安港口？", ("六年",)),
        ("沙湾市2023年海鲜外销额多少，年均增速多少", ("52亿元", "7.7%")),
        ("2023年沙湾市来了多少研学学生、研学收入多少，分别涨多少？", ("8.1万", "1.3亿元", "21.4%", "19.2%")),
        ("沙湾市2023年网箱养殖产值多少亿、全省排第几", ("41亿元", "第2位")),
        ("沙湾市2023年谋划了多少个海岛项目，投资总盘多大？", ("88个", "340亿元")),
        ("2023年沙湾市新增外贸企业几家，外卖商户呢？", ("57家", "203家")),
    ],
)
def test_all_that_is_asked_for_is_told(city, question, figures):
    answer = city.ask(question)
    assert answer.answered, answer.text
    assert all(figure in answer.text.replace(" ", "") for figure in figures), answer.text


def test_what_the_report_does_not_tell_is_said_to_be_missing(city):
    answer = city.ask("沙湾市2023年社区食堂新开了几家，全省排第几？")
    assert not answer.answered
    assert "19家" in answer.text


@pytest.mark.parametrize(
    ("question", "another"),
    [
        ("沙湾市2023年新增绿道多少公里，投资多少亿？", "27亿"),
        ("沙湾市2023年新开社区食堂几家，总数达到多少家？", "2300"),
        ("沙湾市2023年新开社区食堂几家，森林覆盖率达到多少？", "2300"),
    ],
)
def test_what_is_told_of_another_matter_does_not_stand_in(city, question, another):
    answer = city.ask(question)
    assert not answer.answered
    assert another not in answer.text


def test_two_asked_for_each_by_itself_are_not_joined(city):
    answer = city.ask("沙湾市2023年新开社区食堂多少家、招聘护工多少人？")
    assert not answer.answered
    assert "2300" not in answer.text


def test_how_long_in_a_row_is_no_growth():
    assert measure_asked("投资连续几个月增长") == ""
    assert measure_asked("投资增长多少") == "增速"
    assert unit_asked("处置了多少批而未供土地") == ""
