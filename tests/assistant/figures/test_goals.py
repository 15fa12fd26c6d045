"""Whether a target is met by a result."""

import pytest

from assistant.figures.goals import fall_of, is_met, signed
from tests.genre import facts_of, one

# (target as written, its figure, result as written, its figure, met)
PAIRS = [
    ("地区生产总值增长6%以上", "6%以上", "地区生产总值增长6.2%", "6.2%", True),
    ("地区生产总值增长6%以上", "6%以上", "地区生产总值增长5.9%", "5.9%", False),
    ("地区生产总值增长6%左右", "6%左右", "地区生产总值增长5.8%", "5.8%", None),
    ("地区生产总值增长6%左右", "6%左右", "地区生产总值增长4.1%", "4.1%", False),
    ("地区生产总值增长6%", "6%", "地区生产总值下降1.5%", "1.5%", False),
    ("地区生产总值增长6%", "6%", "地区生产总值达到195.8亿元", "195.8亿元", None),
    ("城镇调查失业率控制在5.5%以内", "5.5%以内", "城镇调查失业率5.2%", "5.2%", True),
    ("城镇调查失业率控制在5.5%以内", "5.5%以内", "城镇调查失业率5.7%", "5.7%", False),
    ("城镇登记失业率4%左右", "4%左右", "城镇登记失业率3.1%", "3.1%", True),
    ("居民消费价格涨幅3%左右", "3%左右", "居民消费价格上涨1.2%", "1.2%", True),
    ("城镇新增就业0.46万人以上", "0.46万人以上", "城镇新增就业4630人", "4630人", True),
    ("城镇新增就业不低于4000人", "4000人", "城镇新增就业超过3900人", "3900人", None),
    ("高新技术企业达到20家", "20家", "新增高新技术企业3家", "3家", None),
]


@pytest.mark.parametrize(("target", "aim", "result", "done", "met"), PAIRS)
def test_a_target_is_met_from_its_own_side(
    target: str, aim: str, result: str, done: str, met: bool | None
) -> None:
    planned = facts_of("过去一年稳中有进。", f"今年的主要预期目标是：{target}。")
    told = facts_of(f"全年{result}。")
    goal = next(fact for fact in planned if fact.figure.endswith(aim) or aim in fact.figure)
    reached = next(fact for fact in told if done in fact.figure)
    assert is_met(goal, reached) is met


def test_a_fall_is_below_zero_and_a_deeper_one_meets_its_target() -> None:
    aim = one(facts_of("过去一年稳中有进。", "今年的目标是：单位地区生产总值能耗下降3%。"), "3%")
    deeper = one(facts_of("全年单位地区生产总值能耗下降3.4%。"), "3.4%")
    less = one(facts_of("全年单位地区生产总值能耗下降2.1%。"), "2.1%")
    assert (signed(aim), signed(deeper)) == (-3.0, -3.4)
    assert is_met(aim, deeper) is True
    assert is_met(aim, less) is False


def test_a_burden_that_improves_falls() -> None:
    better = one(facts_of("全年PM2.5平均浓度同比改善8.7%。"), "8.7%")
    assert (fall_of(better), signed(better)) == ("改善", -8.7)
