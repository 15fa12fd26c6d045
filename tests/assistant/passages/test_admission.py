"""What a report admits: its run of problems is found whatever announces it, and plans are none of it."""

import pytest
from genre import report
from towns import assistant_over

from assistant.passages.ranking import Found
from assistant.passages.shortcomings import admitted_pieces

# The problems stand in numbered items that no problem word announces; a plan speaks of a shortcoming, too.
CANGSHAN_2024 = report(
    "（苍山县2024年的报告，为测试而写）\n\n"
    "一、2023年工作回顾\n\n"
    "面对困难和挑战，我们迎难而上，全年新增就业5200人。深入开展农田面源治理，不断改善乡村环境。\n\n"
    "各位代表，路还很长。一是产业升级正在爬坡。制衣产业订单不足，装备企业少，新旧动能接续不畅。"
    "二是城镇功能还在补课。停车位缺口较大，老旧管网欠账较多。"
    "三是财力依然吃紧。收支矛盾突出，偿债压力大。四是作风仍需锤炼。个别干部怕担事，办事效率不高。"
    "对此，我们将逐条整改。\n\n"
    "二、2024年重点工作\n\n"
    "（一）补齐体育短板。新建健身步道12公里，改造球场8片。\n\n"
    "（二）建强园区。加快补上园区配套短板，开工标准厂房6栋。\n\n"
    "（三）兜牢底线。走访慰问困难群众，发放临时救助金900万元。建设村级退役军人服务站，开展创业培训。\n\n",
    place="苍山县",
    year=2024,
)
CANGSHAN_2025 = report(
    "（苍山县2025年的报告，为测试而写）\n\n"
    "一、2024年工作回顾\n\n"
    "我们也清醒看到，发展中还有不少问题：外贸订单下滑，消费恢复不快；部分园区产出偏低。我们将认真解决。\n\n",
    place="苍山县",
    year=2025,
)


@pytest.fixture(scope="module")
def bot(tmp_path_factory):
    with assistant_over(tmp_path_factory.mktemp("admission"), [CANGSHAN_2024, CANGSHAN_2025]) as opened:
        yield opened


@pytest.mark.parametrize(
    "question",
    [
        "苍山县2024年报告里讲自己发展还有哪些困难？",
        "2024年苍山县政府认为县里经济发展主要存在哪些毛病？",
        "苍山2024年的短板在哪",
        "苍山县2024年哪些地方做得不够好？",
        "2024年苍山县有什么没做好的地方",
    ],
)
def test_all_problems_are_told_whatever_they_are_called(bot, question):
    told = bot.ask(question)
    assert told.answered
    assert all(word in told.text for word in ("制衣产业", "停车位", "收支矛盾", "怕担事"))
    assert "健身步道" not in told.text
    assert "5200" not in told.text


@pytest.mark.parametrize(
    ("question", "wanted", "unwanted"),
    [
        ("苍山2024年报告怎么讲产业方面的短板？", "制衣产业", "停车位"),
        ("苍山县2024年财政上有什么困难", "偿债压力", "制衣产业"),
        ("2024年苍山县承认制衣行业有哪些毛病？", "订单不足", "停车位"),
        ("苍山县2024年干部作风有哪些不足", "怕担事", "管网"),
    ],
)
def test_of_one_field_its_items_are_told(bot, question, wanted, unwanted):
    told = bot.ask(question)
    assert told.answered
    assert wanted in told.text
    assert unwanted not in told.text


@pytest.mark.parametrize(
    "question", ["苍山县2024年体育方面有哪些短板", "苍山县2024年农业农村方面存在哪些问题"]
)
def test_what_is_planned_or_done_is_no_problem(bot, question):
    assert not bot.ask(question).answered


def test_those_in_need_are_no_problem(bot):
    told = bot.ask("2024年苍山县对退伍军人有什么支持？困难群众怎么救助？")
    assert all(word in told.text for word in ("退役军人服务站", "临时救助金"))
    assert "欠账" not in told.text


def test_the_report_of_the_year_asked_for_tells_first(bot):
    assert "外贸订单" in bot.ask("2025年苍山县存在哪些问题").text
    assert "外贸订单" not in bot.ask("苍山县在2024年1月的报告里承认有什么不足").text


def test_what_is_done_about_a_shortcoming_is_told_by_the_plan(bot):
    told = bot.ask("苍山县2024年怎么补齐体育短板")
    assert told.answered
    assert "健身步道" in told.text


def test_a_follow_up_asks_for_the_problems_of_a_field_or_year(bot):
    said = "苍山县2024年有哪些短板"
    before = [(said, bot.ask(said).text)]
    assert "制衣产业" in bot.ask("产业方面呢", history=before).text
    assert "停车位" not in bot.ask("产业方面呢", history=before).text
    assert "外贸订单" in bot.ask("那2025年呢", history=before).text


# What is to be bettered is lacking, too, where no clause says that it is bad.
CANGSHAN_COUNCIL = report(
    "（苍山县2019年的报告，为测试而写）\n\n"
    "一、2018年工作回顾\n\n"
    "工作有了起色，但还存在不少差距。主要是：走访代表的次数尚待提高；督办力度需要进一步加大；"
    "议案办理应进一步加强；机关建设还不能适应新的要求。这些问题，我们将认真解决。\n\n",
    place="苍山县",
    year=2019,
)


def test_what_is_to_be_bettered_is_lacking(tmp_path):
    with assistant_over(tmp_path, [CANGSHAN_COUNCIL]) as bot:
        told = bot.ask("2019年苍山县的报告检讨了哪些做得不够的地方？")
    assert told.answered
    assert all(word in told.text for word in ("走访代表", "督办力度", "议案办理", "机关建设"))


def test_what_another_report_admits_is_none_of_this_ones_items(bot):
    # the longer report has a sentence where the shorter one has ended
    asked = bot._chain.understood("苍山县的外贸还有哪些短板")
    longer, shorter = sorted(map(asked.shelf.evidence, asked.entries), key=lambda e: -len(e.report.sentences))
    last = len(longer.report.sentences) - 1
    assert last >= len(shorter.report.sentences)
    found = [
        Found(shorter, len(shorter.report.sentences) - 1, 0.7, 0.7, 0.7),
        Found(longer, last, 0.7, 0.6, 0.7),
    ]
    pieces = admitted_pieces(found, 420)
    assert pieces
    assert all(piece.evidence is shorter for piece in pieces)
