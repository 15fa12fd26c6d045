"""Words of a question that say nothing of what is asked, and those that do."""

from __future__ import annotations

import random

import pytest

from assistant.questions.places import PlaceIndex
from assistant.questions.shortened import PLACE, YEAR, features, shortened, signs_and_spans
from assistant.training.fillings import Form
from assistant.training.forms import kept, signs_of


@pytest.fixture(scope="module")
def places() -> PlaceIndex:
    return PlaceIndex(())


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        (
            "手头在写调研稿，需要山东省2031年旅游收入的确切数字，劳驾告知。",
            "山东省2031年旅游收入",
            "调研稿",
        ),
        ("同事让我核对一下，山东省2031年粮食产量到底是多少来着", "山东省2031年粮食产量", "同事"),
        ("山东省2031年高新技术企业一共有多少家", "一共有多少家", "——"),
    ],
)
def test_what_says_nothing_is_left_out(places: PlaceIndex, question: str, said: str, unsaid: str) -> None:
    short = shortened(question, places)
    assert said in short
    assert unsaid not in short


def test_places_and_years_are_one_sign_each_and_stay(places: PlaceIndex) -> None:
    question = "请问山东省2031年的外贸"
    signs, spans = signs_and_spans(question, places)
    assert signs == f"请问{PLACE}{YEAR}的外贸"
    assert [question[a:b] for a, b in spans] == ["请", "问", "山东省", "2031年", "的", "外", "贸"]
    assert len(features(signs)) == len(signs)
    assert "山东省2031年" in shortened(question, places)


def test_nothing_is_made_of_nothing(places: PlaceIndex) -> None:
    assert shortened("", places) == ""


def test_the_shortest_form_tells_which_characters_stay() -> None:
    told = kept("麻烦说下【地】的【指标】是多少", "【地】【指标】多少")
    assert [char for char, stays in told if stays] == ["【地】", "【指标】", "多", "少"]


def test_a_filled_form_is_labelled_by_its_shortest_form() -> None:
    form = Form("a", "劳驾，【地】【年】【指标】有【几】", ("水平",), (), "【地】【年】【指标】【几】")
    signs, labels = signs_of(form, ["粮食产量"] * 3, random.Random(1))
    stay = "".join(sign for sign, label in zip(signs, labels, strict=True) if label == "K")
    assert stay.startswith(f"{PLACE}{YEAR}粮食产量")
    assert "劳驾" not in stay
