"""Open questions on a topic: on what they are, and whether on what was done, is planned, or is lacking."""

import pytest

from assistant.questions.on_topic import on_topic
from assistant.questions.places import PlaceIndex
from assistant.questions.understand import read_question
from reports.records import Identity
from vectorstore.records import ReportEntry

PLACES = PlaceIndex([ReportEntry("a", "", Identity("卫东区", (), 2024), "txt", "text", 1, 1, 1, 100, "")])
DONE, PLANNED, EITHER = "做了哪些工作", "有哪些打算", "有哪些举措"


@pytest.mark.parametrize(
    ("question", "thing", "asked"),
    [
        ("试述卫东区2023年围绕河道清淤所采取的主要举措及成效。", "河道清淤", DONE),
        ("2023年这一年，卫东区是怎么抓夜市管理的？", "夜市管理", DONE),
        ("卫东区去年夜市管理方面的亮点有哪些呢", "夜市管理", DONE),
        ("卫东区政府在报告里回顾2023年工作时，是怎么总结夜市管理的？", "夜市管理", DONE),
        ("只看已经完成的，不看计划：卫东区2023年夜市管理做了什么？", "夜市管理", DONE),
        ("卫东区2023年抓夜市管理，抓出了什么结果？", "夜市管理", DONE),
        ("试述卫东区对2024年夜市管理工作的总体思路与具体部署。", "夜市管理", PLANNED),
        ("今年夜市管理有没有新安排？我问的是卫东区", "夜市管理", PLANNED),
        ("卫东区年内夜市管理有什么要推进的", "夜市管理", PLANNED),
        ("2024年《政府工作报告》给卫东区的夜市管理定了哪些任务？", "夜市管理", PLANNED),
        ("别讲打算，卫东区2023年夜市管理已经做了什么", "夜市管理", DONE),
        ("卫东区对夜市管理重视不重视，体现在哪里？", "夜市管理", EITHER),
        ("围绕夜市管理，卫东区政府有哪些具体抓手？", "夜市管理", EITHER),
        ("卫东区《政府工作报告》对夜市管理有哪些论述？", "夜市管理", EITHER),
        ("卫东区对外开放的政策措施", "对外开放", EITHER),
        ("卫东区政府自身建设上有什么好招", "政府自身建设", EITHER),
        ("卫东区治扬尘有什么实招硬招", "治扬尘", EITHER),
        ("今年茶博会有没有新安排？我问的是卫东区", "茶博会", PLANNED),
        ("2023年卫东区在贷款融资方面给企业和农户帮了哪些忙", "贷款融资", DONE),
        ("卫东区2023年在夜市管理上帮了摊主什么忙", "夜市管理", DONE),
    ],
)
def test_the_thing_is_what_no_word_of_asking_or_of_government_is(question, thing, asked):
    slots = read_question(question, PLACES)
    assert slots.text.endswith(f"在{thing}方面{asked}")
    assert thing in slots.content.replace(" ", "")
    assert (slots.nature == "目标") == (asked == PLANNED)


@pytest.mark.parametrize(
    "question",
    [
        "卫东区《政府工作报告》指出了哪些突出矛盾和问题？",
        "试述卫东区政府所认识到的2023年发展中的主要制约因素。",
        "卫东区发展的难点痛点，官方是怎么讲的？",
        "政府眼下最头疼的事是啥，卫东区的",
        "光说成绩不行，卫东区政府提没提困难？具体是哪些？",
    ],
)
def test_what_is_lacking_on_the_whole_is_asked_in_many_words(question):
    assert read_question(question, PLACES).text.endswith("政府工作中存在哪些问题和不足")


@pytest.mark.parametrize(
    "asked",
    [
        "哪些企业在夜市摆摊",  # names
        "“三个突破”的具体内容是什么",  # what a name stands for
        "12件民生实事分别是哪些",  # items
        "由某局长分管的工作有哪些",  # a duty
        "有没有发生食品安全事故",  # an event
        "拿什么去申报世界遗产",  # what with
        "签约目标呢",  # a figure, after another
        "高考成绩排在哪里",  # a rank
        "怎么解决停车的难题",  # what is done about a problem is no problem
    ],
)
def test_what_asks_for_something_else_is_left_as_it_is(asked):
    told = on_topic(asked, ())
    assert told is None or ("问题" not in told.text and told.thing == "解决停车的难题")


def test_a_topic_is_split_at_no_verb_of_its_own():
    assert on_topic("中小学食堂怎么安排的", ()).thing == "中小学食堂"
    assert on_topic("惠企政策方面做了哪些工作", ()).thing == "惠企政策"
    assert on_topic("就业搞得怎么样", ()).thing == "就业"
