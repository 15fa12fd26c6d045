"""Figures asked for in everyday talk: 挖了多少方, 卖了几宗, 能产多少, and a share of an indicator."""

import pytest
from genre import written
from towns import assistant_over

LANSHAN_2024 = written(
    "全年一般公共预算收入完成12.4亿元，税收占比71.3%。全口径减税降费3.6亿元。\n"
    "整治河塘9条，新建改造拦水堰14座，清淤38万立方米，护坡6.2万平方米。\n"
    "数据中心、实验室分别新增12家和7家，累计分别达到95家和46家。\n"
    "茶业电商平台注册用户4100余家，交易额超过2.7亿元。\n"
    "建成3000吨硅材料项目一期专业化厂房，具备年产800吨生产能力。\n"
    "为152家企业授信贷款8.4亿元。支付职工医保金4.2亿元、居民医保金2.1亿元、居民养老金3100万元。\n"
    "收储土地1600亩，已出让土地5宗、410亩。帮助企业融资31亿元。\n"
    "新建智能化停车场4处，新增机动车停车位930个。失业人员再就业2210人。\n"
    "企业登记压缩至3个小时，缩短审批时间6个工作日。整治违法占地330亩。\n"
    "城镇居民可支配收入33700元，农村居民可支配收入17900元。\n"
    "第三产业增加值87亿元。老年公寓建设推进，社会化养老机构发展到7家。新签约项目31个、总投资198亿元。\n"
    "工业投资占固定资产投资比重64%，工业技术改造投资占工业投资比重72.6%。",
    "实际利用外商直接投资2600万美元。建成5个标准化乡镇文化中心、23个村级文化活动室。\n"
    "启动硅材料项目后续2200吨产能厂房建设。\n"
    "新引进亿元以上项目52个，其中超10亿元项目3个、超5亿元项目6个。\n"
    "拟安排重点项目140个，总投资380亿元，年度计划投资175亿元。\n"
    "全面完成2022年纳入省定计划的26个老旧小区改造任务，推动17个新纳入计划老旧小区开工建设。\n"
    "新开工城中村改造9个、1380户。推动公厕增量提质。抓好南门路等4个农贸市场改造提升。",
    place="蓝杉县",
    year=2024,
)


@pytest.fixture(scope="module")
def lanshan(tmp_path_factory):
    """The assistant over one county's report."""
    with assistant_over(tmp_path_factory.mktemp("talk"), (LANSHAN_2024,)) as opened:
        yield opened


@pytest.mark.parametrize(
    ("question", "figures"),
    [
        ("蓝杉县2023年税收占财政收入的比重是多少", ["71.3%"]),
        ("蓝杉县2023年数据中心一共有多少家", ["95家"]),
        ("蓝杉县2023年数据中心新增多少家", ["12家"]),
        ("蓝杉县2023年税收占几成", ["71.3%"]),
        ("蓝杉县2023年给企业减了多少税费", ["3.6亿元"]),
        ("蓝杉县2023年整治河塘挖走了多少方淤泥", ["38万立方米"]),
        ("蓝杉县那个茶业网上交易平台有多少注册用户", ["4100余家"]),
        ("蓝杉县硅材料项目现在一年能产多少吨", ["800吨"]),
        ("蓝杉县2023年卖出去几宗、多少亩地", ["5宗", "410亩"]),
        ("蓝杉县2023年帮企业融到多少资金", ["31亿元"]),
        ("蓝杉县2023年建了几处智能停车场，新增多少车位", ["4处", "930个"]),
        ("蓝杉县2023年多少下岗失业人员重新就业", ["2210人"]),
        ("蓝杉县2023年有多少企业拿到了授信贷款", ["152家"]),
        ("蓝杉县2023年居民医保和职工医保一共支付多少", ["2.1亿元", "4.2亿元", "6.3亿元"]),
        ("蓝杉县2023年服务业增加值多少", ["87亿元"]),
        ("蓝杉县2023年整治河塘清淤量", ["38万立方米"]),
        ("蓝杉县2023年工业投资占固投多大比重", ["64%"]),
        ("在蓝杉县办企业登记要几个小时", ["3个小时"]),
        ("蓝杉县2023年审批时间缩短了几天", ["6个工作日"]),
        ("蓝杉县2023年整治违法占地多少亩", ["330亩"]),
        ("蓝杉县2024年打算吸引外商直接投资多少美元", ["2600万美元"]),
        ("2024年蓝杉县计划建好几个标准化乡镇文化中心，村里的文化活动室建几个", ["5个", "23个"]),
        ("2024年蓝杉县安排了多少个重点项目，总投资多少，年内要投多少", ["140个", "380亿元", "175亿元"]),
        ("2024年蓝杉县新引进超5亿元项目几个", ["6个"]),
        ("2024年蓝杉县要完成多少个省定老旧小区改造，新纳入的有几个", ["26个", "17个"]),
    ],
)
def test_everyday_talk_is_answered(lanshan, question, figures):
    answer = lanshan.ask(question)
    assert answer.answered, answer.text
    assert all(figure in answer.text for figure in figures), answer.text


def test_the_same_thing_is_counted_otherwise(lanshan):
    asked = "2024年蓝杉县新开工改造几个城中村"
    first = lanshan.ask(asked)
    assert "9个" in first.text
    answer = lanshan.ask("户数呢", history=[(asked, first.text)])
    assert answer.answered
    assert "1380户" in answer.text


def test_what_says_no_more_than_the_deed_is_no_answer(lanshan):
    assert not lanshan.ask("2024年蓝杉县计划改造公厕多少座").answered


@pytest.mark.parametrize(
    "question", ["蓝杉县敬老院有多少张床位", "蓝杉县2023年新签约项目平均每个投资多少亿元"]
)
def test_what_is_counted_or_averaged_is_told(lanshan, question):
    assert not lanshan.ask(question).answered


def test_another_phase_of_the_works_is_no_answer(lanshan):
    answer = lanshan.ask("蓝杉县硅材料项目三期一年能产多少吨")
    assert not answer.answered


def test_two_incomes_are_set_against_each_other(lanshan):
    answer = lanshan.ask("蓝杉县2023年城镇居民可支配收入比农村居民高出多少元")
    assert answer.answered
    assert "15800" in answer.text
