"""Which one it is: the clause with the names answers, a row of rates does not."""

import pytest
from genre import report
from towns import assistant_over

LIXI_2024 = report(
    "（黎溪县2024年的报告，为测试而写）\n\n"
    "一、2023年工作回顾\n\n"
    "（一）产业发展。建材、陶瓷、竹木等行业已成为我县的优势产业，初步形成“三足鼎立”格局。"
    "设备投资增长11%，“清肺颗粒”“安神片”获准生产，实现我县中成药“零”的突破，药材种植扩大到山区六镇。"
    "完成竹木、陶瓷工业园的规划。服装产业迈上新台阶。\n\n"
    "（二）普惠金融。黎溪农商行建起“县—镇—村”三级服务点，推行上门办理。\n\n"
    "（三）卫生健康。县第一医院晋升为三级甲等医院，县第二医院完成改造。\n\n"
    "同时，我们也清醒地看到还存在不少问题：工业底子薄弱，主城道路积水、停车位紧缺等问题亟待解决，干部作风有待改进。\n\n"
    "二、2024年工作安排\n\n"
    "（一）主要目标。生产总值增长6%，工业投资增长9%，外资利用增长8%，财政收入增长5%，居民收入增长6.5%。\n\n"
    "（二）园区建设。规划北部三镇（松口、河湾、桥头）之间的陶瓷整合型工业园，完善路网。"
    "县第三医院争创三级甲等医院。\n\n"
    "（三）城区建设。启动朝晖路东延、柳荫大街北段、滨河大道建设，畅通县城交通。"
    "实施六大产业链行动计划，健全链长机制。推动新材料、新能源、电路、装备、康养、特种纸产业补链强链。"
    "云岑山列入世界地质公园名录。深化工作思路，开工建设一批城建项目。\n\n"
    "（四）教育。深化“老校带薄弱校、新建校”办学，支持市属高校建设一流大学。改造第一幼儿园，建成第二幼儿园，开工建设东门小学附属幼儿园。\n\n",
    place="黎溪县",
    year=2024,
)


@pytest.fixture(scope="module")
def town(tmp_path_factory):
    with assistant_over(tmp_path_factory.mktemp("named"), [LIXI_2024]) as assistant:
        yield assistant


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("黎溪的中成药是靠哪两个药实现零的突破的？", ["清肺颗粒", "安神片"]),
        ("黎溪三足鼎立的优势产业除了建材还有哪些？", ["陶瓷", "竹木"]),
        ("黎溪农商行的三级服务点是哪三级？", ["县—镇—村"]),
        ("黎溪哪家医院升成了三甲？", ["第一医院"]),
        ("黎溪有哪些问题急着要解决？", ["积水", "停车位"]),
        ("黎溪的陶瓷整合型工业园准备放在哪几个镇？", ["松口", "河湾", "桥头"]),
        ("黎溪2024年要启动建设县城哪几条路？", ["朝晖路", "柳荫大街", "滨河大道"]),
        ("黎溪的六大产业链都是哪六个？", ["新材料", "电路", "特种纸"]),
        ("云岑山在国际上得到了什么认可？", ["世界地质公园"]),
        ("黎溪2024年在幼儿园建设上有哪几项安排？", ["第一幼儿园", "第二幼儿园", "东门"]),
    ],
)
def test_what_names_the_thing_answers(town, question, said):
    answer = town.ask(question)
    assert answer.answered, answer.text
    assert all(words in answer.text for words in said), answer.text


@pytest.mark.parametrize(
    "question",
    [
        "黎溪县哪家服装企业上市了？",
        "黎溪县利用外资增长的企业是哪一家？",
        "黎溪2024年要启动建设县城哪几座桥？",
        "黎溪2024年要新建哪所大学？",
    ],
)
def test_what_names_nothing_is_no_answer(town, question):
    answer = town.ask(question)
    assert not answer.answered, answer.text
