"""A number that is cited, but with another unit, is not supported; altered answers never pass the check."""

import random
import re
from dataclasses import dataclass

import pytest

from assistant.proof.verify import computed, unsupported
from assistant.records import Citation

STORED = "全县总产值195.8亿元，增长6.2%，提高0.7个百分点；培训12345人，建水库3座，复垦0.46万亩，治沟24处。"
WHOLE = Citation(1, "r", "r.txt", "报告", "青山县", 2024, (), STORED, 0, len(STORED))


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("总产值195.8万元[1]。", "195.8万元"),
        ("总产值195.8元[1]。", "195.8元"),
        ("总产值195.8万亿元[1]。", "195.8万亿元"),
        ("总产值195.8亿美元[1]。", "195.8亿美元"),
        ("增长6.2个百分点[1]。", "6.2个百分点"),
        ("增长6.2亿元[1]。", "6.2亿元"),
        ("提高0.7%[1]。", "0.7%"),
        ("培训12345万人[1]。", "12345万人"),
        ("培训12345户[1]。", "12345户"),
        ("复垦0.46亩[1]。", "0.46亩"),
        ("治沟24公里[1]。", "24公里"),
    ],
)
def test_a_cited_number_with_another_unit_is_named(text, unit):
    assert unsupported(text, [WHOLE], "") == [unit]


@pytest.mark.parametrize(
    "text",
    [
        "总产值195.8亿元[1]，增长6.2%[1]，提高0.7个百分点[1]。",
        "总产值１９５．８亿元[1]，增长6.2％[1]。",
        "培训12,345人[1]。",
        "复垦0.46 万亩[1]，治沟24处[1]，建水库3座[1]。",
    ],
)
def test_the_same_number_with_its_own_unit_is_supported(text):
    assert unsupported(text, [WHOLE], "") == []


def test_a_number_that_stands_with_two_units_may_be_said_with_either():
    quote = "增长6%，植树6万亩。"
    both = Citation(1, "r", "r.txt", "报告", "青山县", 2024, (), quote, 0, len(quote))
    assert unsupported("植树6万亩[1]，增长6%[1]。", [both], "") == []
    assert unsupported("植树6亩[1]。", [both], "") == ["6亩"]


def test_each_of_several_wrong_units_is_named():
    text = "总产值195.8万元[1]，增长6.2个百分点[1]，培训12345人[1]。"
    assert unsupported(text, [WHOLE], "") == ["195.8万元", "6.2个百分点"]


def test_a_shown_division_supports_its_result_only_where_it_is_right():
    assert computed("是2倍（160.5÷80.25≈2）。") == {"2", "160.5", "80.25"}
    assert computed("是1.25倍（25÷20≈1.25）。") == {"1.25", "25", "20"}
    assert computed("是1.5倍（25÷20≈1.5）。") == set()
    assert computed("是1.25倍（25÷0≈1.25）。") == set()


# --- two hundred altered answers

NUMBER = re.compile(r"\d+(?:\.\d+)?")
MULTIPLIED = {"亿": "万", "万": "亿", "": "万"}
OTHERS = ("公顷", "吨", "台", "公里", "亿美元", "户")


@dataclass(frozen=True)
class Said:
    """An answer with one figure of it taken apart: number, multiplier, unit."""

    question: str
    text: str
    citations: tuple[Citation, ...]
    number: str
    multiplier: str
    unit: str

    @property
    def figure(self):
        """As the answer prints it."""
        return self.number + self.multiplier + self.unit

    def altered(self, figure):
        """The answer's text with another figure in the place of its own."""
        at = self.text.rindex(self.figure)
        return self.text[:at] + figure + self.text[at + len(self.figure) :]


def said(bot):
    """The assistant's own answers to a question about each figure of its reports."""
    found = []
    for report in map(bot.store.report, sorted(e.id for e in bot.store.entries())):
        for fact in report.facts:
            kind = "增速" if fact.measure == "增速" else ""
            aim = "目标" if fact.nature == "目标" else ""
            question = f"{report.identity.place}{fact.year}年{fact.indicator}{kind}{aim}是多少"
            answer = bot.ask(question)
            parts = re.fullmatch(r"(\d+(?:\.\d+)?)([万亿]?)(\D+?)(?:以[上内]|左右)?", fact.figure)
            if answer.answered and parts and "".join(parts.groups()) in answer.text:
                found.append(Said(question, answer.text, answer.citations, *parts.groups()))
    return found


def digits_swapped(one, rng):
    digits = list(one.number)
    places = [i for i, c in enumerate(digits) if c.isdigit()]
    a, b = (rng.choice(places), rng.choice(places))
    if digits[a] == digits[b]:
        digits[a] = rng.choice([c for c in "123456789" if c != digits[a]])
    else:
        digits[a], digits[b] = digits[b], digits[a]
    return "".join(digits) + one.multiplier + one.unit


def multiplied(one, rng):
    if one.unit in ("%", "个百分点"):
        return ""
    return one.number + MULTIPLIED[one.multiplier] + one.unit


def percent_for_points(one, rng):
    return one.number + {"%": "个百分点", "个百分点": "%"}[one.unit] if one.unit in ("%", "个百分点") else ""


def decimals_cut(one, rng):
    if "." not in one.number:
        return ""
    whole, decimals = one.number.split(".")
    kept = decimals[: rng.randrange(len(decimals))]
    return (f"{whole}.{kept}" if kept else whole) + one.multiplier + one.unit


def other_unit(one, rng):
    return one.number + rng.choice([u for u in OTHERS if u != one.multiplier + one.unit])


KINDS = (digits_swapped, multiplied, percent_for_points, decimals_cut, other_unit)


def by_chance_true(one, figure):
    """Whether the altered figure is one that a quote, a head, the question or a date holds."""
    quotes = re.sub(r"[\s,，]", "", "".join(c.quote for c in one.citations))
    number = NUMBER.match(figure).group()
    heads = "".join(c.title + "".join(c.section) for c in one.citations)
    printed = NUMBER.findall(one.question + heads + one.text.replace(one.figure, ""))
    return re.search(rf"(?<![\d.]){re.escape(figure)}", quotes) is not None or number in printed


def test_of_two_hundred_altered_answers_none_passes(bot):
    """Digits exchanged or replaced, 万 for 亿, 个百分点 for %, decimals cut, the unit of another quantity.

    The right figure beside another year or another place is not promised by this check (the choice
    of facts answers for those), so no such answer is made. Left out too is an altered figure that
    by chance is one that the cited sentence, its heads or the question print: heads' numbers may be
    repeated with any unit.
    """
    rng = random.Random(20240215)
    answers = said(bot)
    assert len(answers) >= 20
    for one in answers:
        assert unsupported(one.text, one.citations, one.question) == []
    tried = dict.fromkeys((kind.__name__ for kind in KINDS), 0)
    passed = []
    while sum(tried.values()) < 200:
        kind = KINDS[sum(tried.values()) % len(KINDS)]
        one = rng.choice(answers)
        figure = kind(one, rng)
        if not figure or figure == one.figure or by_chance_true(one, figure):
            continue
        tried[kind.__name__] += 1
        text = one.altered(figure)
        if not unsupported(text, one.citations, one.question):
            passed.append((kind.__name__, text, one.figure))
    assert set(tried.values()) == {40}
    assert passed == []
