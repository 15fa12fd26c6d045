"""What names the thing asked about and leaves out what is asked of it is no answer."""

import pytest
from genre import report
from towns import assistant_over

from assistant.passages.untold import untold

SUIHE_2024 = report(
    "（穗河县2024年的报告，为测试而写）\n\n"
    "一、2023年工作回顾\n\n"
    "（一）开放合作。新增国际友好城市5对。协助制定地方性法规2部。启动轻轨2号线建设。"
    "首批粮油加工企业晨光米业、乐禾油脂获评省级龙头企业，新增市级龙头企业6家。\n\n"
    "（二）城市建设。《穗河县国土空间规划》获省政府批复。推行“246”网格工作法，调解纠纷312件。"
    "河东收费站提前三年撤站。雁湖机场优化航线网络，新增航线4条，建成至河口段高速公路。\n\n"
    "（三）卫生健康。柳荫医院因设备更新停诊两个月。完成松林医院迁建，新增床位300张。举办大众乒乓球公开赛、"
    "环湖自行车邀请赛等重要赛事。\n\n"
    "二、2024年工作安排\n\n"
    "（一）农业。发展粮油产业，建设油茶基地3万亩。做强汽车配件产业，举办龙舟赛。\n\n"
    "（二）文化。颁布《穗河县古树保护条例》，明确古树认养、巡护和补偿三项制度。\n\n"
    "（三）民生。谋划了一批民生实事，待代表票决确定后组织实施。开通雁湖至金桥货运航线。\n\n",
    place="穗河县",
    year=2024,
)


@pytest.fixture(scope="module")
def town(tmp_path_factory):
    with assistant_over(tmp_path_factory.mktemp("untold"), [SUIHE_2024]) as assistant:
        yield assistant


@pytest.mark.parametrize(
    "question",
    [
        "穗河新增的5对国际友好城市都是哪些？",
        "2023年穗河协助制定的2部地方性法规叫什么名字？",
        "《穗河县国土空间规划》分哪几章？",
        "穗河“246”网格工作法这几个数字各指什么？",
        "穗河河东收费站为什么提前三年撤站？",
        "2023年穗河雁湖机场新增了哪几条航线？",
        "穗河雁湖机场能直飞哪些城市？",
        "穗河松林医院迁建后设哪些科室？",
        "2024年穗河票决的民生实事是哪几件？",
    ],
)
def test_what_is_not_told_is_refused(town, question):
    assert not town.ask(question).answered


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("穗河哪些企业获评省级龙头企业？", "晨光米业"),
        ("《穗河县古树保护条例》规定了哪些内容？", "认养"),
        ("穗河柳荫医院为什么停诊？", "设备更新"),
        ("2024年穗河要开通哪些货运航线？", "至金桥"),
        ("穗河省级龙头企业是哪几家？", "乐禾油脂"),
        ("2023年穗河办了哪些大型体育比赛？", "环湖自行车"),
    ],
)
def test_what_is_told_is_quoted(town, question, said):
    assert said in town.ask(question).text


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("新签的3个协定是同哪几国签的？", "新签3个协定。"),
        ("新签的协定涉及哪几国？", "新签协定12个，贸易便利化水平提升。"),
        ("粮食卖给了哪些企业？", "粮食外销8万吨、占全市四成。"),
        ("轻轨2号线设哪些站？", "启动轻轨2号线建设。"),
        ("“百灵”调解法具体怎么操作？", "“百灵”调解法获评全省典型案例。"),
        ("轻轨2号线设哪些站？", "打通甲路、乙路，启动轻轨2号线建设，改造小区3个。"),
        ("入选省级名单的那3家企业叫什么？", "3家企业入选省级名单，新增市级龙头企业6家、县级11家。"),
        ("第二届金穗奖设哪几个奖项？", "组织第二届金穗奖评选，支持200家中小企业做强。"),
        ("台风“云雀”让哪几个县受灾？", "有力防范强降雨、台风“云雀”等灾害，减少了损失。"),
        ("要办哪些国内体育赛事？", "办好文旅活动，积极申办国内大型赛事。"),
        ("驻外办事处设在哪些地方？", "强化驻外办事处职能，突出产业链招商。"),
        ("油茶联盟有哪些成员单位？", "发起成立油茶联盟，推动加工项目投产。"),
    ],
)
def test_only_named(question, answer):
    assert untold(question, answer)


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("新增的3家上市公司是哪几家？", "江帆股份、远山新材首发上市，海风集团迁入，新增上市公司3家。"),
        ("新签的协定涉及哪几国？", "同泰国、越南新签协定。"),
        ("四个专项年活动都叫什么？", "开展“项目年”“服务年”“作风年”“数字年”四个专项年活动。"),
        ("“百灵”调解法具体怎么操作？", "推行“百灵”调解法，由邻里长上门听取诉求。"),
        ("“12”工程这几个数字各指什么？", "“12”工程：一个园区、两条走廊。"),
    ],
)
def test_told_indeed(question, answer):
    assert not untold(question, answer)
