"""What is believed to be the figure asked for, and what is only near it."""

import math
import random

import pytest
from towns import assistant_over, written

from assistant.figures import belief
from assistant.training import belief as train_belief

DASHI_2024 = written(
    "工业技改投资增长26.6%，增速全市第二。\n"
    "新增科技型中小企业60家、高新技术企业11家。\n"
    "居民消费券发放5批，拉动消费2.1亿元。\n"
    "脱贫人口人均纯收入增长16.2%。\n"
    "接待游客46万人次。新建农村公路31公里。",
    "主要预期目标是：地区生产总值增长6%。",
    place="大石县",
    year=2024,
)


@pytest.fixture(scope="module")
def dashi(tmp_path_factory):
    """The assistant over one county's report."""
    with assistant_over(tmp_path_factory.mktemp("belief"), (DASHI_2024,)) as opened:
        yield opened


@pytest.mark.parametrize(
    ("question", "figure"),
    [
        ("2023年大石县制造业投资增长多少", "26.6"),
        ("大石县2023年新增规上工业企业有多少家", "60"),
        ("大石县2023年人口自然增长率是多少", "16.2"),
        ("大石县2023年开展促消费活动多少场", "5批"),
    ],
)
def test_another_matter_s_figure_is_not_stated_as_the_answer(dashi, question, figure):
    answer = dashi.ask(question)
    assert not answer.answered, answer.text
    assert "没有找到" in answer.text


@pytest.mark.parametrize(
    ("question", "figure"),
    [
        ("2023年大石县技改投资增速", "26.6%"),
        ("大石县2023年新增多少家科技型中小企业", "60家"),
        ("2023年大石县来了多少游客", "46万人次"),
        ("大石县2023年修了多少公里农村公路", "31公里"),
    ],
)
def test_the_same_matter_in_other_words_is_answered(dashi, question, figure):
    answer = dashi.ask(question)
    assert answer.answered, answer.text
    assert figure in answer.text


def test_the_trees_that_ship_read_every_mark_that_is_taken(dashi):
    asked = dashi._chain.understood("2023年大石县技改投资增速")
    (entry,) = asked.entries
    wanted = train_belief.Wanted((entry,), 2023, "实绩")
    ranked = train_belief.rank(asked.slots, wanted, asked.shelf)
    evidence = ranked[0].evidence
    need = train_belief.weigh(asked.slots.content, evidence)
    marks = belief.marks_of(asked.slots, need, ranked[0], ranked, ranked[:1])
    assert set(belief._trees().marks) == set(marks)
    assert 0.5 < belief.belief(marks) <= 1
    assert belief.belief(marks | {"covered": 0.4, "near": 0.0, "gap": -0.3}) < belief.belief(marks)


def test_trees_are_told_as_they_were_trained():
    chance = random.Random(3)
    rows = []
    for _ in range(300):
        marks = {name: chance.random() for name in ("covered", "near", "gap")}
        right = marks["covered"] + marks["gap"] > 1
        rows.append(train_belief.Row("own", marks, right, best=True, enough=True))
    model = train_belief.fitted(rows, seed=1)
    told = train_belief.told(model, ("covered", "near", "gap"))
    trees = belief.Trees.read(told)
    for row, trained in zip(rows, train_belief.judged(model, rows), strict=True):
        assert trees.odds(row.marks) == pytest.approx(math.log(trained / (1 - trained)), abs=1e-6)
