"""Names that a question quotes: their note answers, and a name that no report writes is refused."""

import pytest
from genre import written
from towns import assistant_over

from assistant.passages.quoted import asks_what_they_are, names_quoted

PLOVER_2024 = written(
    "建成“两园一廊”。“8813工程”，即新修八条县道、八座桥、一处货场和三座换乘站，年内完工。",
    "优化“一核、双翼、多点”格局。推进“三馆合一”建设。科技馆、档案馆、方志馆和附属广场，明年开工。\n\n"
    "创建1个“书香街区”〔2〕、1个“洁净巷道”〔3〕。\n\n名词解释\n\n"
    "〔1〕“一核、双翼、多点”：一核，即老城片区；双翼，即柳营镇、桥北镇；多点，即其余乡镇。\n\n"
    "〔2〕1个“书香街区”：即文庙街。(见第9页)\n\n〔3〕1个“洁净巷道”：即井台巷。(见第9页)",
    place="鸻川县",
    year=2024,
)


@pytest.fixture(scope="module")
def bot(tmp_path_factory):
    """The assistant over one county's report."""
    with assistant_over(tmp_path_factory.mktemp("quoted"), (PLOVER_2024,)) as opened:
        yield opened


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("鸻川讲的“一核、双翼、多点”，双翼说的是哪两个镇", ("柳营镇", "桥北镇")),
        ("鸻川县“一核双翼多点”具体指什么", ("老城片区",)),
        ("鸻川县2024年要创建的“书香街区”和“洁净巷道”分别在哪儿", ("文庙街", "井台巷")),
        ("鸻川县的“8813工程”都包括哪些建设内容", ("货场", "换乘站")),
        ("鸻川要建的“三馆合一”到底是哪几个馆", ("档案馆", "方志馆")),
    ],
)
def test_what_a_quoted_name_stands_for(bot, question, said):
    answer = bot.ask(question)
    assert answer.answered
    assert all(word in answer.text for word in said)
    assert answer.citations


@pytest.mark.parametrize("question", ["鸻川县“七纵八横”具体指什么", "鸻川县“一山两湖三岛”包括哪些地方"])
def test_a_name_that_no_report_writes_is_refused(bot, question):
    assert not bot.ask(question).answered


def test_names_without_the_signs_in_them():
    assert names_quoted("“一区、两园”和「三港」是什么") == ["一区两园", "三港"]
    assert names_quoted("“十四五”期间有哪些成绩") == []
    assert asks_what_they_are("“三港”指哪三港")
    assert not asks_what_they_are("“三港”投资多少")
    assert not asks_what_they_are("围绕“三港”的扩建，做了哪些工作？")
