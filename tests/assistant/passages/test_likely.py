"""The learned judge of open questions: whether a sentence answers though words alone leave it open."""

import json
from dataclasses import replace

import pytest
from genre import written
from towns import assistant_over

from assistant.drafting.drafts import search_words
from assistant.passages.chosen import passage_reports
from assistant.passages.likely import LIKELY, LOOKED_AT, TREES, likeliest, marks_of
from assistant.passages.ranking import find_sentences
from assistant.questions.places import of_places
from assistant.scoring import Gold
from assistant.training.passages import asked_openly

COUNTY = written(
    "完成校园周边道路拓宽4条。推进集体三资专项清理，盘活闲置厂房12处。举办山地自行车邀请赛。",
    "推行涉企检查扫码登记，非必要不入企，减少重复检查。在集市设置法律咨询角，推动纠纷就地化解。"
    "推广秸秆打捆离田，严查露天焚烧。实施村医轮训，巡诊车每周进山。培育夜间市集，引入特色小店。",
    place="青松县",
    year=2025,
)


@pytest.fixture(scope="module")
def county(tmp_path_factory):
    """The assistant over one report in official words."""
    with assistant_over(tmp_path_factory.mktemp("likely"), (COUNTY,)) as opened:
        yield opened


def _found(county, question):
    asked = county._chain.understood(question)
    slots, shelf = asked.slots, asked.shelf
    reports = passage_reports(slots, of_places(asked.entries, slots.places))
    likely = shelf.narrow(search_words(slots), reports, 8)
    return slots, find_sentences(slots, likely, shelf, LOOKED_AT)


def test_the_likeliest_comes_first_and_none_is_lost(county):
    slots, found = _found(county, "青松县今年怎么少去企业检查打扰")
    first, odds = likeliest(slots, found)
    assert "非必要不入企" in first[0].text
    assert 0.0 < odds < 1.0
    assert sorted(f.index for f in first) == sorted(f.index for f in found)
    assert likeliest(slots, []) == ([], 0.0)


def test_everyday_words_are_answered_where_one_sentence_is_likely(county):
    question = "青松县今年怎么让检查少打扰企业"
    slots, found = _found(county, question)
    assert likeliest(slots, found)[1] >= LIKELY
    answer = county.ask(question)
    assert answer.answered
    assert "非必要不入企" in answer.text


@pytest.mark.parametrize(
    "question",
    ["青松县今年怎么让老人坐车不花钱", "青松县今年怎么处理小区里乱叫的狗", "青松县今年怎么让企业少交电费"],
)
def test_what_the_report_does_not_tell_stays_refused(county, question):
    assert not county.ask(question).answered


def test_the_trees_know_every_mark(county):
    slots, found = _found(county, "青松县今年怎么让检查少打扰企业")
    assert list(marks_of(slots, found, 0)) == json.loads(TREES.read_text(encoding="utf-8"))["marks"]


def test_a_training_row_is_right_where_it_holds_what_must_be_told(county):
    gold = Gold(
        id="a",
        kind="passage",
        q="青松县今年怎么让检查少打扰企业",
        must=(("非必要不入企",), ("重复检查",)),
        src=("青松县_2025",),
        history=(),
        answerable=True,
        forbid=(),
    )
    (asked,) = asked_openly(county._chain, gold, "corpus_x_dev")
    assert asked.answerable
    assert [row.right for row in asked.rows].count(True) == 1
    assert [row.best for row in asked.rows] == [True] + [False] * (len(asked.rows) - 1)
    assert not [*asked_openly(county._chain, replace(gold, q="青松县2024年拓宽道路几条"), "corpus_x_dev")]
