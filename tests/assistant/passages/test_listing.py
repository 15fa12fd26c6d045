"""Questions that ask for a list: so many things of a kind, things that names alone tell, parts by place."""

import pytest
from genre import written
from towns import assistant_over

HERON_2024 = written(
    "前瞻产业布局见效，在四大领域先行试点。开发区新引进企业12家。\n\n"
    "鹭洲“小港、弱港、散港”的现状有了改观，港口货物吞吐量增长8%。\n\n"
    "新建成轨道交通线路3条、通车里程超90公里，城市面貌一新。"
    "出行更加便利，地铁2号线北延段、6号线首期建成通车，停车条件不断改善。\n\n"
    "组织名品出海活动，藤编自营出口、活鳗直接进口实现“零突破”。\n\n"
    "科技创新投入不够，研发经费占比、服务业占比没有完成“十四五”规划目标。\n\n"
    "立足“三个示范”总定位，坚持稳中求进。",
    "按照“一区三园”布局，做强产业平台。东部建设木艺园，引来上下游企业。"
    "中部建设渔机基地，发挥龙头带动作用。西部建设温泉康养园，完成道路施工。\n\n"
    "今年重点抓好五个方面的工作：一是扩大内需。二是强化创新。三是深化改革。四是振兴乡村。五是改善民生。\n\n"
    "名词解释\n\n1.前瞻产业四大领域：深海材料、柔性电子、合成蛋白、类脑计算。\n\n"
    "2.“3+4”布局：“4”是指“向林争优”“向渔争优”“向藤争优”“向泉争优”。",
    place="鹭洲县",
    year=2024,
)


@pytest.fixture(scope="module")
def bot(tmp_path_factory):
    """The assistant over one county's report."""
    with assistant_over(tmp_path_factory.mktemp("listing"), (HERON_2024,)) as opened:
        yield opened


@pytest.mark.parametrize(
    ("question", "said", "not_said"),
    [
        ("鹭洲县布局的前瞻产业是哪四大领域", ("柔性电子", "类脑计算"), ("新引进企业",)),
        ("鹭洲县现状被概括为哪三个“港”", ("小港", "散港"), ()),
        ("鹭洲县2023年有哪些地铁线路通车了", ("2号线北延段", "6号线"), ()),
        ("2023年鹭洲县在进出口上哪些商品实现了零突破", ("藤编", "活鳗"), ()),
        ("鹭洲县“十四五”规划里哪几项指标没有完成", ("研发经费",), ()),
        ("鹭洲县“一区三园”里东部、中部、西部各搞什么园区", ("木艺园", "渔机基地", "康养园"), ()),
        ("鹭洲县2024年重点抓哪五个方面的工作", ("扩大内需", "强化创新", "改善民生"), ()),
        ("鹭洲县说的“四向争优”是指哪四个方向", ("向林", "向泉"), ()),
    ],
)
def test_a_list_is_told_whole(bot, question, said, not_said):
    answer = bot.ask(question)
    assert answer.answered
    assert all(word in answer.text for word in said)
    assert not any(word in answer.text for word in not_said)


def test_a_numbered_name_without_its_parts_is_no_answer(bot):
    assert not bot.ask("鹭洲县的“三个示范”总定位分别是什么").answered


CRANE_2023 = written(
    "2019年初，鹤汀被确定为“跨省湿地保护”试点。\n\n"
    "紧扣“一年起好步、三年见成效、五年换新颜”的战略目标，干部群众士气高涨。定下“两大强县战略”，一体谋划。\n\n"
    "全面推进兴林强县战略。林下经济产值增长9%。\n\n全面推进兴渔强县战略。渔业产值增长7%。\n\n"
    "全面推进创新驱动战略。研发投入增长5%。\n\n东岭大学、西浦学院牵头建设省级重点实验室。"
    "南渡技师学院、北桥技师学院获批升格。入统企业达到41家，比上年新增7家。\n\n"
    "推进文明生态村创建，文明生态村覆盖面稳步扩大。\n\n"
    "一年来我们聚力办好三件大事：一是保住古湿地。二是搬迁老厂区。三是接通天然气。",
    "深化与老挝、荷兰、智利等在花卉种植方面合作。支持申报国家国际合作基地。\n\n"
    "深入实施强科教、强工业、强乡村、强县城行动。\n\n“两个不协调”尚未得到根本缓解。消费恢复不快。外贸下滑。",
    place="鹤汀县",
    year=2023,
)


@pytest.fixture(scope="module")
def second(tmp_path_factory):
    """The assistant over another county's report."""
    with assistant_over(tmp_path_factory.mktemp("listing_more"), (CRANE_2023,)) as opened:
        yield opened


@pytest.mark.parametrize(
    ("question", "said", "not_said"),
    [
        ("鹤汀县2019年被确定为什么试点", ("跨省湿地保护",), ()),
        ("鹤汀县的战略目标一年、三年、五年各要做到什么", ("起好步", "见成效", "换新颜"), ()),
        ("鹤汀县的“两大强县战略”是哪两大", ("兴林强县", "兴渔强县"), ("创新驱动",)),
        ("鹤汀县2023年深化和哪些国家的合作", ("老挝", "智利"), ()),
        ("鹤汀县2022年是哪两所高校牵头建设重点实验室", ("东岭大学", "西浦学院"), ()),
        ("鹤汀县2022年获批升格的两所技师学院是哪两所", ("南渡", "北桥"), ()),
        ("鹤汀县2022年聚力办好哪三件大事", ("古湿地", "老厂区", "天然气"), ()),
        ("鹤汀县“强”字当头的四大行动是哪四个", ("强科教", "强县城"), ()),
    ],
)
def test_parts_are_found_where_no_number_names_them(second, question, said, not_said):
    answer = second.ask(question)
    assert answer.answered
    assert all(word in answer.text for word in said)
    assert not any(word in answer.text for word in not_said)


def test_what_only_follows_a_numbered_name_is_none_of_its_parts(second):
    assert not second.ask("鹤汀县说的“两个不协调”是指哪两个不协调").answered


@pytest.mark.parametrize("question", ["鹤汀县2022年有哪几家企业上市", "鹤汀县哪些村被评为全国文明村"])
def test_what_is_not_told_is_not_made_up_of_its_like(second, question):
    assert not second.ask(question).answered


EGRET_2025 = written(
    "白鹭之城美名远扬，入选“全国避暑名城”。成功创建省级园林县城。林草管护工作受到国务院督查激励。\n\n"
    "岭西高铁鹮川段、鹮川北站建成运营，石羊河段行洪区工程开工建设。\n\n"
    "山茶戏剧节永久落户鹮川。建成书屋12个、球场9个，文化设施更加完备。环城绿道三期完工。\n\n"
    "普惠托育受到省政府督查激励。债务管理经验获国务院通报表扬，化解存量债务3亿元。\n\n"
    "开展“三个归属”教育，干部作风持续向好。抓好预警、排查、会商三个环节，提升研判、处置、化解三种能力。",
    "实现全年目标，要重点把握以下几个方面。一要聚焦主业。做大食品加工。二要夯实底盘。补齐设施短板。三要守牢底线。防住各类风险。\n\n"
    "加快G701、G702和农村公路等交通基础设施建设。\n\n"
    "加快风电开发，打造清洁能源产业集群。建设算力中心，打造数字经济产业集聚区。以竹编、陶艺为重点，打造民族工艺产业集聚区。",
    place="鹮川县",
    year=2025,
)


@pytest.fixture(scope="module")
def third(tmp_path_factory):
    """The assistant over a third county's report."""
    with assistant_over(tmp_path_factory.mktemp("listing_third"), (EGRET_2025,)) as opened:
        yield opened


@pytest.mark.parametrize(
    ("question", "said", "not_said"),
    [
        ("鹮川县2024年获得了哪些荣誉", ("避暑名城", "园林县城"), ("书屋",)),
        ("鹮川县2024年哪些工作得到国务院的表扬或激励", ("林草管护", "债务管理"), ("托育",)),
        ("鹮川县2025年重点把握哪几个方面", ("聚焦主业", "夯实底盘", "守牢底线"), ()),
        ("2025年鹮川县要加快哪几条国道建设", ("G701", "G702"), ()),
        ("鹮川县2025年要打造哪三个产业集群或集聚区", ("清洁能源", "数字经济", "民族工艺"), ()),
        ("什么戏剧节永久落户鹮川县", ("山茶戏剧节",), ()),
    ],
)
def test_lists_of_no_fixed_wording(third, question, said, not_said):
    answer = third.ask(question)
    assert answer.answered
    assert all(word in answer.text for word in said)
    assert not any(word in answer.text for word in not_said)


@pytest.mark.parametrize("question", ["鹮川县2024年新开工哪几条高铁", "鹮川县的“三个归属”指哪三个"])
def test_another_deed_and_another_three_are_no_answer(third, question):
    assert not third.ask(question).answered
