"""Two figures asked for of one matter: the one that is told in other words stands beside the other."""

import pytest
from genre import written
from towns import assistant_over, check

from assistant.evidence.matching import weigh
from assistant.evidence.prepared import Evidence
from assistant.figures.beside import name_lost

STONE_BRIDGE = written(
    "全县地区生产总值88.4亿元，增长5.6%。民宿接待游客72万人次，创造综合效益3.4亿元。"
    "到年底，风力、光伏电站分别建到9座和14座。清理违规占用河道的15处隐患，312套、4.6万平方米河边违建厂房全部拆掉。"
    "友好结对城市增至6个国家11个城市。"
    "发放农机补贴2300万元；投入1750万元整治山塘，惠及2.9万人饮用水安全问题得到解决。",
    "城镇新增就业3000人以上。",
    place="石桥县",
    year=2024,
)


@pytest.fixture(scope="module")
def county(tmp_path_factory):
    """The assistant over one invented county's report."""
    with assistant_over(tmp_path_factory.mktemp("pairs"), [STONE_BRIDGE]) as opened:
        yield opened


@pytest.mark.parametrize(
    ("question", "figures"),
    [
        ("石桥县2023年民宿来了多少游客，带来多少收益？", ("72万人次", "3.4亿元")),
        ("石桥县2023年底有多少座风电场站、多少座光伏电站？", ("9座", "14座")),
        ("石桥县2023年拆了多少套违建厂房、多大面积", ("312套", "4.6万平方米")),
        ("石桥县的友好结对城市现在有多少个，分布在几个国家？", ("11个", "6个")),
        ("石桥县2023年多少人的饮用水安全问题得到解决，投了多少钱？", ("2.9万人", "1750万元")),
    ],
)
def test_the_second_stands_beside_the_first(county, question, figures):
    answer = county.ask(question)
    check(answer, *figures)


@pytest.mark.parametrize(
    "question",
    [
        "石桥县2023年民宿来了多少游客，带来多少个岗位？",
        "石桥县2023年民宿来了多少游客，游客满意度达到百分之几？",
    ],
)
def test_what_is_not_beside_it_is_not_told(county, question):
    answer = county.ask(question)
    assert not answer.answered
    assert "3.4亿元" not in answer.text


def test_the_rank_of_the_growth_follows_another_amount(tmp_path):
    county = written(
        "全县地区生产总值88.4亿元，增长5.6%。实际利用外资0.6亿美元；完成进出口2.7亿美元，增长31.5%，增速位居全市第二。",
        place="石桥县",
        year=2024,
    )
    with assistant_over(tmp_path, [county]) as opened:
        first = "石桥县2023年实际利用外资多少？"
        answer = opened.ask("进出口总额呢，增速在市里排第几", history=[(first, opened.ask(first).text)])
    check(answer, "2.7亿美元", "第二")


def test_another_thing_beside_it_is_not_told(county):
    answer = county.ask("石桥县2023年民宿来了多少游客，停车收费多少元？")
    assert not answer.answered
    assert "72万人次" in answer.text
    assert "3.4亿元" not in answer.text


def test_a_standard_indicator_is_named_by_what_answers(tmp_path):
    with assistant_over(tmp_path, [STONE_BRIDGE]) as opened:
        (entry,) = opened.store.entries()
        evidence = Evidence(entry, opened.store.report(entry.id))
    need = weigh("引进外资项目", evidence)
    assert name_lost(need, ["引进乡贤项目38个"])
    assert not name_lost(need, ["利用外资项目6个"])
    assert not name_lost(weigh("乡贤项目", evidence), ["新建厂房6座"])


@pytest.mark.parametrize(
    ("question", "figures", "not_told"),
    [
        ("石桥县到2023年底一共有多少户经营主体，当年净增了多少？", ("5.2万户", "0.4万户"), "3.1万户"),
        ("石桥县2023年重点项目一共几个，投下去多少钱？", ("27个", "18.6亿元"), "94亿元"),
        ("石桥县通用机场2023年运了多少旅客和货物？", ("6.3万人次", "0.8万吨"), "27个"),
    ],
)
def test_the_whole_the_spent_and_the_two_of_one_verb(tmp_path, question, figures, not_told):
    county = written(
        "缓缴税费惠及市场主体3.1万户。全县经营主体净增0.4万户、企业净增0.1万户，总量达到5.2万户。"
        "总投资94亿元的27个重点项目，完成投资18.6亿元。通用机场旅客吞吐量6.3万人次、货邮吞吐量0.8万吨。",
        place="石桥县",
        year=2024,
    )
    with assistant_over(tmp_path, [county]) as opened:
        answer = opened.ask(question)
    check(answer, *figures)
    assert not_told not in answer.text


def test_the_growth_is_of_the_indicator_asked_for(tmp_path):
    county = written(
        "全县旅游人数410万人次、总收入36.5亿元，分别增长52%、61%。",
        place="石桥县",
        year=2024,
    )
    with assistant_over(tmp_path, [county]) as opened:
        answer = opened.ask("2023年石桥县旅游总收入是多少，比上年涨了百分之几？")
    check(answer, "36.5亿元", "61%")
    assert "52%" not in answer.text
