"""Which five-year plan a report looks back on or sets out; what is planned, and by whom, in spoken words."""

from dataclasses import replace

import pytest
from genre import written
from towns import assistant_over

from assistant.questions.kinds import nature_asked
from assistant.questions.nation import asked_of, said_in
from assistant.questions.places import PlaceIndex
from assistant.questions.placing import leads
from assistant.questions.spoken import as_asked
from assistant.questions.times import span_in
from assistant.questions.understand import read_question
from assistant.resolving import resolve
from reports.records import Identity
from vectorstore.records import ReportEntry

ENTRIES = tuple(
    ReportEntry(f"青松县{year}", "", Identity("青松县", (), year), "txt", "text", 1, 1, 1, 100, "")
    for year in (2025, 2026)
)
PLACES = PlaceIndex(ENTRIES)


@pytest.fixture(scope="module")
def pines(tmp_path_factory):
    told = written(
        "“十一五”以来，全县公路里程翻了一番。全县生产总值86亿元，增长9.5%。",
        "“十二五”规划纲要草案已经拟好，请一并审议。粮食产量22万吨以上。",
        place="青松县",
        year=2011,
    )
    with assistant_over(tmp_path_factory.mktemp("pines"), (told,)) as opened:
        yield opened


@pytest.mark.parametrize(
    ("question", "told", "other"),
    [
        (
            "青松县2011年那份报告回顾的是哪一年、哪个五年规划时期？",
            "“十一五”（2006—2010年）",
            "十二五",
        ),
        (
            "青松县2011年的报告回顾的是哪一年，还专门说明了哪个五年规划？",
            "“十二五”（2011—2015年）",
            "十一五",
        ),
    ],
)
def test_the_plan_that_a_report_speaks_of_is_told_and_cited(pines, question, told, other):
    answer = pines.ask(question)
    assert answer.answered
    assert answer.query.task == "meta"
    assert "回顾的是2010年的工作" in answer.text
    assert told in answer.text
    assert other not in answer.text
    assert answer.text.count("回顾的是2010年") == 1
    assert any(told[:5] in c.quote for c in answer.citations)


def test_a_plan_that_the_report_does_not_name_is_refused(tmp_path):
    told = written("粮食产量20万吨。", "粮食产量22万吨以上。", place="青松县", year=2013)
    with assistant_over(tmp_path, (told,)) as bot:
        answer = bot.ask("青松县2013年的政府工作报告说明了哪个五年规划？")
    assert not answer.answered
    assert "五年规划" in answer.text


@pytest.mark.parametrize(
    ("question", "nature"),
    [
        ("2006年新增就业计划多少人？", "目标"),
        ("2006年计划多少公里农村路要改造？", "目标"),
        ("2006年新增就业完成计划多少？", ""),
        ("税收占计划多少？", ""),
    ],
)
def test_how_many_are_planned_asks_for_the_target(question, nature):
    assert nature_asked(question) == nature


def test_until_a_year_counts_back_from_it():
    assert span_in("到2005年的两年间修了多少公里路") == ((2004, 2005), " 修了多少公里路")
    assert span_in("两年来修了多少公里路")[0] == (-2, -1)


def test_since_a_year_counts_on_from_it():
    assert span_in("2004年以来的三年修了多少公里路") == ((2004, 2006), " 修了多少公里路")
    assert span_in("2004年以来修了多少公里路")[0] is None


def test_the_nation_that_gives_is_the_place_and_not_what_is_asked():
    assert asked_of("国家", "1995年", "给粮食产量定的目标是多少", leads=True)
    assert not asked_of("国家", "1995年", "级开发区有多少家", leads=True)
    assert said_in("国家给农村学校配电脑", 0, 2) == 3
    assert asked_of("国家", "“十四五”末", "的森林覆盖率目标是多少", leads=True)
    assert not asked_of("国家", "2022年", "的公园有几座", leads=True)
    assert leads("“十四五”末")
    assert as_asked("县里给粮食产量定的目标是多少") == "县里粮食产量定的目标是多少"
    assert as_asked("县里给学校配了多少台电脑") == "县里给学校配了多少台电脑"


def test_a_thing_in_a_word_and_then_its_period_are_two_questions():
    first = "青松县2025年城镇居民人均可支配收入增长多少？"
    slots, _ = resolve("那农村居民呢？“十四五”期间年均又是多少？", [first], PLACES, ENTRIES)
    one, other = slots.parts
    assert one.content == other.content == "农村居民人均可支配收入"
    assert (one.years, one.span) == ((2025,), None)
    assert other.span == (2021, 2025)


def test_how_much_more_than_the_year_before_names_no_subject():
    slots, _ = resolve("比上一年多出多少？", ["青松县2026年教育支出安排多少？"], PLACES, ENTRIES)
    assert slots.content == read_question("青松县2026年教育支出安排多少？", PLACES).content
    assert slots.measure == "增速"


def test_a_report_named_with_a_later_year_plans_it():
    have = tuple(replace(ENTRIES[0], identity=Identity("青松县", (), year)) for year in (2017, 2022))
    asked = "青松县2017年政府工作报告提出，2021年公路里程要超过多少公里"
    assert resolve(asked, [], PlaceIndex(have), have)[0].nature == "目标"
    planned = resolve("青松县2021年公路里程要超过多少公里", [], PlaceIndex(have), have)[0]
    assert planned.nature == "目标"
    assert [reading.nature for reading in planned.otherwise] == [""]
    reviewed = (replace(ENTRIES[0], identity=Identity("青松县", (), 2022)),)
    assert not resolve("青松县2021年公路里程要超过多少公里", [], PlaceIndex(reviewed), reviewed)[0].nature
