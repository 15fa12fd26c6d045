"""The same figure asked for with idle words around it, in another order, or with what goes with it."""

import pytest
from genre import written
from towns import assistant_over

REVIEW = (
    "全市经营主体登记存量36.2万户。全社会研究与试验发展经费投入8.4亿元，增长17.5%。"
    "民生支出在一般公共预算支出中占到74.6%。一般公共预算收入41.6亿元，增长5.2%。"
    "规上工业亩均税收、营收分别增长14%和26%。我市健儿在亚运会上夺得4金2银。"
    "全年签约落地项目31个，总投资88.7亿元。推进人民医院建设，门诊楼封顶。"
)


@pytest.fixture(scope="module")
def town(tmp_path_factory):
    """The assistant over one town's report."""
    with assistant_over(
        tmp_path_factory.mktemp("put_otherwise"), (written(REVIEW, "粮食产量20万吨。"),)
    ) as opened:
        yield opened


@pytest.mark.parametrize(
    ("question", "figures"),
    [
        ("青山县2023年登记在册的经营主体共有多少户", ["36.2万户"]),
        ("青山县2023年全社会研发投入的金额是多少", ["8.4亿"]),
        ("青山县2023年研发经费投入比上年增长多少", ["17.5%"]),
        ("青山县2023年一般公共预算支出中用于民生的比例是多少", ["74.6%"]),
        ("青山县2023年一般公共预算收入，总数和涨幅都说说", ["41.6亿", "5.2%"]),
        ("青山县2023年在亚运会上获得几枚奖牌", ["4金2银"]),
        ("青山县2023年在亚运会上获得几枚银牌", ["银牌2枚"]),
    ],
)
def test_it_is_told_all_the_same(town, question, figures):
    answer = town.ask(question)
    assert answer.answered
    assert all(figure in answer.text for figure in figures)


@pytest.mark.parametrize(
    "question",
    [
        "青山县2023年规模以上工业增加值增长百分之几",
        "青山县2023年人民医院项目总投资多少钱",
        "青山县2023年在亚运会上获得几枚铜牌",
    ],
)
def test_the_figure_of_another_thing_is_not_told(town, question):
    assert not town.ask(question).answered
