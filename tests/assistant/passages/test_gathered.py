"""What goes together is quoted together, and what a question only asks with is none of what it is about."""

import pytest
from genre import written
from towns import assistant_over

THRUSH_2024 = written(
    "新增挂牌企业2家，晨曦生物登陆北交所，远帆机电挂牌新三板。\n\n"
    "山货节出圈以后，县里抓细停车引导、明码标价、夜间巡逻等公共服务保障，游客好评不断。\n\n"
    "攻克薄壁铸件成形、低温釉料两项行业卡脖子难题。\n\n"
    "东环快速路建成通车。西岭隧道完成招标。\n\n"
    "我们也清醒看到，工作中还存在不少问题和不足。一是产业根基不牢。链主企业偏少。"
    "二是城市品质不高。背街小巷破旧，老城排水能力弱。三是作风不实。少数干部怕担责。"
    "年初确定的指标中，进出口总额不及预期。",
    "打造“三廊一港”。\n\n今年办好10件民生实事。一是改造公厕。新改建公厕12座。"
    "二是助老就餐。新开老年食堂9家。三是助残康复。建成残疾人托养中心，为400户家庭改造坡道。\n\n"
    "办好15项民生工程。教育工程2项：一中扩建和职校迁建。卫生工程1项：妇幼保健院搬迁。\n\n"
    "发展冷链物流业。引进冷链龙头企业，建设产地冷库30座，推动果蔬错峰销售，让好货卖上好价钱。"
    "支持邮政快递进村，打通上行通道，实现乡镇集配中心全覆盖，让农户少跑路多增收。\n\n"
    "疏浚青溪河、白沙河、柳叶河等3条河，治理老城水患。\n\n"
    "云台工业园完成园区主干道路[2]建设。\n\n"
    "名词解释\n\n1.“三廊一港”：是指滨河绿廊、文创走廊、运动长廊和数字港。\n\n"
    "[2]云台工业园主干道路：即滨江路至学府街。",
    place="鸫坪县",
    year=2024,
)


@pytest.fixture(scope="module")
def bot(tmp_path_factory):
    """The assistant over one county's report."""
    with assistant_over(tmp_path_factory.mktemp("gathered"), (THRUSH_2024,)) as opened:
        yield opened


@pytest.mark.parametrize(
    ("question", "said", "not_said"),
    [
        ("鸫坪县2024年十件民生实事里，针对残疾人的那件要干什么", ("托养中心",), ("公厕", "食堂")),
        ("2024年鸫坪县15项民生工程里，教育和卫生方面各安排了什么", ("职校迁建", "妇幼保健院"), ()),
        ("鸫坪县2023年山货节火了之后，县政府在公共服务上做了哪些保障", ("停车引导",), ()),
        ("2023年鸫坪县攻克了哪些卡脖子难题", ("低温釉料",), ("链主",)),
        ("鸫坪县承认城市品质方面还有哪些短板", ("背街小巷",), ("链主", "怕担责")),
        ("2023年鸫坪县有哪些指标没达到年初目标", ("进出口",), ()),
        ("2023年鸫坪县新增的挂牌企业是哪几家", ("晨曦生物", "远帆机电"), ()),
        ("鸫坪县“三廊一港”具体包括什么", ("运动长廊", "数字港"), ()),
        ("鸫坪县云台工业园2024年要建的主干路是从哪儿到哪儿", ("滨江路", "学府街"), ()),
        ("鸫坪县2024年要疏浚哪3条河", ("青溪河", "柳叶河"), ()),
        ("鸫坪县2024年打算用哪些办法发展冷链物流业", ("产地冷库", "集配中心"), ("公厕",)),
        ("2023年西岭隧道进展到哪一步了，鸫坪县", ("招标",), ()),
        ("鸫坪县2023年有哪些快速路建成或通车", ("东环快速路",), ()),
    ],
)
def test_what_belongs_together_is_quoted(bot, question, said, not_said):
    answer = bot.ask(question)
    assert answer.answered
    assert all(word in answer.text for word in said)
    assert not any(word in answer.text for word in not_said)


@pytest.mark.parametrize(
    "question",
    [
        "鸫坪县2024年十件民生实事里，针对流浪动物的那件要干什么",
        "鸫坪县2024年在海上风电方面有什么动作",
        "鸫坪县“五湖四港”具体包括什么",
        "鸫坪县2024年要疏浚哪5条渠",
    ],
)
def test_what_is_not_there_is_refused(bot, question):
    assert not bot.ask(question).answered


def test_problems_of_what_the_report_does_not_admit_are_refused(bot):
    assert not bot.ask("鸫坪县承认医疗方面还有哪些短板").answered


@pytest.mark.parametrize("asked", ["自己检讨了哪些不足和短板", "工作中还存在哪些问题", "自揭了哪些短板"])
def test_problems_as_a_whole_are_told_however_they_are_asked(bot, asked):
    answer = bot.ask(f"鸫坪县2024年报告里{asked}")
    assert all(word in answer.text for word in ("产业根基", "城市品质", "作风"))


def test_how_and_how_much_are_told_by_one_sentence(bot):
    answer = bot.ask("鸫坪县2024年冷链物流业怎么发展，产地冷库要建多少座")
    assert "30座" in answer.text
    assert "龙头企业" in answer.text


@pytest.mark.parametrize("subject", ["低空物流", "海上物流", "航空物流"])
def test_a_kind_of_it_that_the_report_never_names_is_refused(bot, subject):
    assert not bot.ask(f"鸫坪县2024年在{subject}方面有什么打算").answered
