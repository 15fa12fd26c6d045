"""Who gave a report, named as the source of what is asked."""

import pytest
from genre import written
from towns import assistant_over

from assistant.questions.speakers import Speakers
from reports.records import Identity
from reports.text import fold
from vectorstore.records import ReportEntry


def entry(place, year, speaker="", role=""):
    """A catalogue entry of a report with the one who gave it."""
    identity = Identity(place, (), year, speaker=speaker, speaker_role=role)
    return ReportEntry(f"{place}{year}", "", identity, "txt", "text", 1, 1, 1, 100, "")


SPEAKERS = Speakers(
    [entry("国务院", year) for year in (2000, 2004, 2011, 2013)]
    + [entry("溪口县", year, "贺远帆", "县长") for year in (2011, 2012)]
    + [entry("青山市", 2012)]
)


@pytest.mark.parametrize(
    ("question", "read"),
    [
        ("温总理最后一次报告里讲，粮食产量多少", "国务院2013年报告里粮食产量多少"),
        ("朱镕基总理2000年的报告里，财政收入多少", "国务院2000年报告里财政收入多少"),
        ("温家宝在2011年说要怎么管住物价", "国务院2011年报告里要怎么管住物价"),
        ("2004年总理报告里怎么改增值税", "2004年国务院报告里怎么改增值税"),
        ("李克强总理首次政府工作报告提出的目标", "国务院2014年报告里目标"),
        ("贺县长2011年报告里讲修了多少路", "溪口县2011年报告里修了多少路"),
        ("溪口县长在2012年的报告里说建几所学校", "溪口县2012年报告里建几所学校"),
        ("溪口县县长在2012年的报告里说建几所学校", "溪口县2012年报告里建几所学校"),
        ("县长在报告里说建几所学校", "溪口县报告里建几所学校"),
    ],
)
def test_the_speaker_named_as_the_source_is_the_report(question, read):
    assert SPEAKERS.as_source(fold(question)).replace(",", "") == fold(read).replace(",", "")


def test_a_surname_without_an_office_names_nobody():
    speakers = Speakers([entry("青山市", 2012, "唐致和")])
    assert speakers.as_source("高唐说的三大工程是哪三个") == "高唐说的三大工程是哪三个"


@pytest.mark.parametrize(
    "question",
    [
        "温家宝总理2011年的报告是在哪次会议上作的",
        "2013年是温家宝总理作的报告吗",
        "2011年溪口县的报告是谁作的",
        "市长信箱办结多少件",
        "贺远帆作的是第几次报告",
    ],
)
def test_a_question_about_the_speaker_stays_as_it_is(question):
    assert SPEAKERS.as_source(fold(question)) == fold(question)


@pytest.fixture(scope="module")
def bot(tmp_path_factory):
    """The assistant over two years' reports of the nation."""
    old = written(
        "农民人均纯收入实际增长4.4%。", "抓紧修建乡村道路，先修山区的道路。", place="国务院", year=2003
    )
    new = written("农民人均纯收入实际增长6.1%。", "继续修建乡村道路。", place="国务院", year=2012)
    with assistant_over(tmp_path_factory.mktemp("premiers"), (old, new)) as opened:
        yield opened


@pytest.mark.parametrize(
    ("question", "shown"),
    [
        ("朱镕基总理最后一次报告里讲，农民人均纯收入上一年实际增长多少", "4.4%"),
        ("温家宝总理报告里说农民人均纯收入上一年增长多少", "6.1%"),
        ("总理在2012年的报告里说农民人均纯收入上一年增长多少", "6.1%"),
    ],
)
def test_the_report_of_the_speaker_answers(bot, question, shown):
    answer = bot.ask(question)
    assert answer.answered
    assert shown in answer.text


def test_a_premier_without_a_report_is_not_answered_by_another(bot):
    assert not bot.ask("温家宝总理最后一次报告里说农民人均纯收入上一年增长多少").answered
