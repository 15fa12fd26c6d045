"""Questions that words answer: item by item, numbered names, names of a kind, whether something happened."""

import pytest
from genre import report
from towns import assistant_over

LANQIAO_2024 = report(
    "（兰桥县2024年的报告，为测试而写）\n\n"
    "一、2023年工作回顾\n\n"
    "枫林药业、云岭股份先后上市。柏木乡桃源寨村办起全县头家农民画院。"
    "有轨电车3号线投入运营。全国卫生县城复审顺利过关，实现“四连冠”。"
    "与临江区签订协作协议，与望海区、松山区建立伙伴关系。\n\n"
    "去年4月，省里发文，我县退出贫困县名单。全年没有发生较大以上安全事故，群众安全感稳步上升，火灾起数下降12%。\n\n"
    "县中医院晋升为三级医院，填补了全县没有三级医院的空白。蓝石社区获评省级老年友好社区。"
    "工会、共青团、妇联工作都有新进步。\n\n"
    "围绕茶叶、竹木、药材“三棵树”做文章，绿色产业连年增长。“四季花城”建设全面启动。\n\n"
    "我们也清醒认识到，发展中还有不少困难和问题：一是经济底子依旧单薄，支柱企业屈指可数，财政收支之间的矛盾一年比一年尖锐，"
    "靠土地过日子的老办法已经走到尽头。二是城乡之间差距没有明显缩小，乡镇公路、供水、供电等设施陈旧，群众对此意见较大。"
    "过去三年这方面的投入只占应有数额的一半左右，项目储备也不够充分，前期工作推进缓慢，成熟一个开工一个的局面没有形成。"
    "三是办学和看病条件与群众盼望相比还有距离，好老师、好医生留不住，城里学校班额偏大，乡下学校生源流失。"
    "四是个别干部遇事推诿，作风漂浮，办事拖拉，落实打了折扣。对此，我们一定想办法解决。\n\n"
    "二、2024年重点工作\n\n"
    "今年要打好产业、交通、生态三大会战。县城建设以“两馆”为龙头。\n\n"
    "做优五大基地。\n\n"
    "推进新农村、新校园、新社区建设。\n\n"
    "（一）推动茶旅融合\n\n建设茶博园。\n\n（二）办好民生实事\n\n关爱老人。为80岁以上老人免费体检。为独居老人安装烟感报警器。\n\n"
    "三、努力保障\n\n（一）在收入增长上再加劲。多渠道增收。\n\n（二）在文体生活上再加劲。办好赛事。\n\n"
    "（三）在安居乐业上再加劲。建设新居。\n\n"
    "四、加强政府自身建设\n\n"
    "（一）忠诚担当。把政治建设摆在第一位。\n\n（二）依法办事。严格按程序决策。\n\n（三）清廉自律。压减一般性支出。\n\n"
    "名词解释\n\n"
    "[1]“两馆”：县图书馆、县博物馆。\n\n"
    "[2]“七字诀”：看、问、记、查、改、督、评。\n\n"
    "〔共印 260 份〕\n",
    place="兰桥县",
    year=2024,
)


@pytest.fixture(scope="module")
def county(tmp_path_factory):
    """The assistant over one county's report."""
    with assistant_over(tmp_path_factory.mktemp("worded"), [LANQIAO_2024]) as opened:
        yield opened


@pytest.mark.parametrize(
    "question",
    [
        "兰桥县2024年报告讲了哪些困难和问题",
        "兰桥县政府觉得自己还有哪些短处和难处",
        "兰桥县承认自己有哪些不足",
        "兰桥县的弱项有哪些",
    ],
)
def test_each_problem_is_told_and_none_is_left_out_for_length(county, question):
    answer = county.ask(question)
    assert answer.answered
    for told in ("经济底子依旧单薄", "城乡之间差距", "办学和看病条件", "个别干部遇事推诿"):
        assert told in answer.text
    assert "一定想办法" not in answer.text
    assert len(answer.text) < 460


@pytest.mark.parametrize(
    ("question", "parts"),
    [
        ("兰桥县的“三棵树”是哪三棵", ["茶叶", "竹木", "药材"]),
        ("兰桥县今年的三大会战是哪三大", ["产业", "交通", "生态"]),
        ("兰桥县说的两馆是指什么", ["图书馆", "博物馆"]),
        ("兰桥县的七字诀是哪七个字", ["看、问、记"]),
    ],
)
def test_a_numbered_name_is_answered_with_its_parts(county, question, parts):
    answer = county.ask(question)
    assert answer.answered
    assert all(part in answer.text for part in parts)
    assert len(answer.citations) == 1


@pytest.mark.parametrize("question", ["兰桥县的五大基地是哪五大", "兰桥县的九大工程是哪九个"])
def test_a_numbered_name_whose_parts_no_list_gives_is_refused(county, question):
    assert not county.ask(question).answered


@pytest.mark.parametrize(
    ("question", "said", "not_said"),
    [
        ("兰桥县2023年有哪两家企业上市", "枫林药业、云岭股份", "电车"),
        ("兰桥县的农民画院建在哪个村", "桃源寨村", "药业"),
        ("兰桥县2023年投入运行的有轨电车是几号线", "3号线", "药业"),
        ("兰桥县的全国卫生县城是几连冠", "四连冠", "药业"),
        ("兰桥县2023年和哪三个城区签了协议", "望海区、松山区", "药业"),
        ("兰桥县是2023年几月份退出贫困县的", "4月", "事故"),
        ("兰桥县第一家三级医院是哪家医院", "中医院", "妇联"),
    ],
)
def test_which_and_when_are_answered_with_the_name_or_the_time(county, question, said, not_said):
    answer = county.ask(question)
    assert answer.answered
    assert said in answer.text
    assert not_said not in answer.text


def test_a_short_question_after_another_is_answered_as_shortly(county):
    history = [("兰桥县桃源寨村办了什么", "农民画院")]
    answer = county.ask("蓝石社区呢", history)
    assert "老年友好社区" in answer.text
    assert "妇联" not in answer.text


@pytest.mark.parametrize("question", ["兰桥县2023年发生过较大安全事故吗", "2023年兰桥县出没出过较大安全事故"])
def test_whether_something_happened_is_told_by_the_clause_that_denies_it(county, question):
    answer = county.ask(question)
    assert answer.answered
    assert "没有发生" in answer.text
    assert "12%" not in answer.text


def test_what_no_sentence_speaks_of_is_not_said_to_have_happened(county):
    assert not county.ask("兰桥县2023年发生过地震吗").answered


def test_the_heads_below_a_head_answer_what_it_asks_for(county):
    answer = county.ask("兰桥县2024年政府自身建设要做到哪几条")
    for head in ("忠诚担当", "依法办事", "清廉自律"):
        assert head in answer.text
    assert "体检" not in answer.text


def test_items_without_numbers_follow_their_head(county):
    answer = county.ask("兰桥县民生实事里专门关爱老人的有哪两件")
    assert "免费体检" in answer.text
    assert "烟感报警器" in answer.text
    assert "茶博园" not in answer.text


def test_the_copies_printed_are_told_where_the_report_tells_them(county, bot):
    answer = county.ask("兰桥县2024年的报告一共印了多少份")
    assert answer.answered
    assert "260份" in answer.text
    assert "260" in answer.citations[0].quote
    assert not bot.ask("青山县2024年的报告共印了多少份").answered


def test_heads_that_all_say_what_is_asked_about_are_listed_together(county):
    answer = county.ask("兰桥县2024年要在哪几个方面再加劲")
    for head in ("收入增长", "文体生活", "安居乐业"):
        assert head in answer.text


PROVINCE_2024 = report(
    "（陕西省2024年的报告，为测试而写）\n\n一、2023年工作回顾\n\n"
    "宝鸡获评全国康养之城。咸阳加快机场货站建设。城固推广稻鱼共生。\n\n全省荣获绿化先进称号。\n",
    place="陕西省",
    year=2024,
)


def test_the_title_of_a_place_without_a_report_is_told_by_the_report_above_it(tmp_path):
    with assistant_over(tmp_path, [PROVINCE_2024]) as province:
        answer = province.ask("宝鸡2023年获得了什么称号")
        assert answer.answered
        assert "康养之城" in answer.text
        assert "绿化" not in answer.text
        refused = province.ask("咸阳2023年获得了什么称号")
        assert not refused.answered
        assert "咸阳" in refused.text


TABLE_2024 = report(
    "（临泉县2024年的报告，为测试而写）\n\n一、2024年重点工作\n\n扎实办好重点工程。\n\n附表\n2024年重点工程\n"
    "序\n号\n项目名称\n建设内容\n投资\n责任\n单位\n牵头\n领导\n"
    "1\n城西垃圾焚烧厂\n占地80亩，日处理600吨。\n总投资\n2.6亿元\n年底\n住建局\n贺春生\n"
    "2\n县高级中学扩建项目\n新建教学楼两栋。\n总投资\n9000万元\n年内\n教体局\n发改局\n方小岚\n",
    place="临泉县",
    year=2024,
)


@pytest.mark.parametrize(
    ("question", "said", "not_said"),
    [
        ("临泉县2024年垃圾焚烧厂由哪个单位负责、谁牵头", ["住建局", "贺春生"], "方小岚"),
        ("临泉县2024年高级中学扩建要投多少钱，牵头领导是谁", ["9000万元", "方小岚"], "贺春生"),
        ("临泉县2024年高级中学扩建的责任单位有哪些", ["教体局", "发改局"], "住建局"),
    ],
)
def test_a_table_of_a_report_tells_who_is_responsible(tmp_path, question, said, not_said):
    with assistant_over(tmp_path, [TABLE_2024]) as town:
        answer = town.ask(question)
        assert answer.answered
        assert all(word in answer.text for word in said)
        assert not_said not in answer.text
        (citation,) = answer.citations
        assert all(word in citation.quote for word in said)
        assert not town.ask("临泉县2024年跨江大桥由谁负责").answered
