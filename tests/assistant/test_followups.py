"""What a short follow-up takes over from the question before it, and what it says anew."""

import pytest

from assistant.contrasts import contrasted, measured_by, of_all
from assistant.followup import complete
from assistant.places import PlaceIndex
from assistant.resolving import resolve
from assistant.understand import read_question
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
