"""Everyday words for what reports write, in open questions."""

import csv

import pytest
from genre import written
from towns import assistant_over

from assistant.passages import topics
from reports.text import plain

COUNTY = written(
    "新增便民摊点疏导区6处。建成林下菌菇基地。为失能长者上门洗浴。",
    "规范涉企行政检查，推行“扫码入企”。规范占道经营，增设疏导点9处。开展入境旅游推介，培训双语导游。",
    place="青松县",
    year=2025,
)


@pytest.fixture(scope="module")
def county(tmp_path_factory):
    """The assistant over one report in official words."""
    with assistant_over(tmp_path_factory.mktemp("everyday"), (COUNTY,)) as opened:
        yield opened


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("青松县今年打算怎么管小贩", "占道经营"),
        ("青松县今年想怎么吸引老外来旅游", "入境旅游"),
    ],
)
def test_what_people_say_is_told_in_the_words_of_reports(county, question, told):
    answer = county.ask(question)
    assert answer.answered
    assert told in answer.text


def test_every_row_gives_folded_words_and_other_forms_of_them():
    with (topics.EVERYDAY).open(encoding="utf-8", newline="") as lines:
        rows = [row for row in csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE) if row[0][0] != "#"]
    assert len(rows) > 5000
    assert len({said for said, _ in rows}) == len(rows)
    for said, forms in rows:
        assert said == plain(said), said
        assert 2 <= len(said) <= 10, said
        for form in forms.split("|"):
            assert form == plain(form), (said, form)
            assert len(form) >= 2, (said, form)
            assert said not in form, (said, form)
