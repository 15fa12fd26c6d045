"""The samples are what the README says: marked, readable, our own words, and good for its questions."""

import re
from pathlib import Path

import pytest

from reports import make_report, read_document, read_report

ROOT = Path(__file__).resolve().parent.parent
SAMPLES = sorted((ROOT / "samples").iterdir())
LONGEST_COMMON_RUN = 40  # characters: names of sessions and lists of offices reach 36
IDENTITIES = {
    "卫东区2018.html": ("卫东区", 2018, "政府工作报告", "安保亮"),
    "卫东区2021.docx": ("卫东区", 2021, "政府工作报告", "张伟"),
    "卫东区2022责任分解.txt": ("卫东区", 2022, "责任分解通知", ""),
    "卫东区2024.md": ("卫东区", 2024, "政府工作报告", "宋建立"),
    "山城区2024摘要.txt": ("山城区", 2024, "政府工作报告摘要", ""),
}


def questions() -> list[str]:
    """The questions of the README's table."""
    rows = re.findall(r"^\| (.+?) \| .+? \|$", (ROOT / "README.md").read_text(encoding="utf-8"), re.M)
    return rows[rows.index("问题") + 1 : rows.index("格式")]


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)
def test_every_sample_says_that_it_is_no_official_text(path):
    assert "示例摘编，非官方原文" in read_document(path).text[:200]


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)
def test_every_sample_is_read_for_what_it_is(path):
    report = read_report(path)
    told = report.identity
    assert (told.place, told.year, told.kind, told.speaker) == IDENTITIES[path.name]
    assert len(report.sections) > 10
    assert len(report.facts) > 20
    assert "首页" not in report.text
    assert "页脚" not in report.text


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)
def test_no_sample_copies_the_real_texts(path, shared):
    def squeeze(text: str) -> str:
        return re.sub(r"\s+", "", text)

    own = squeeze(read_document(path).text)
    runs = {own[at : at + LONGEST_COMMON_RUN] for at in range(len(own) - LONGEST_COMMON_RUN + 1)}
    for real in (shared / "reports").glob("*.txt"):
        text = squeeze(real.read_text(encoding="utf-8"))
        assert not [run for run in runs if run in text], real.name


def test_the_first_question_is_cited_to_its_section(sample_store):
    from assistant import Assistant

    with Assistant.open(sample_store) as bot:
        answer = bot.ask("2023年卫东区新增就业多少")
    assert answer.answered
    assert "9796人" in answer.text
    (citation,) = answer.citations
    assert citation.source == "卫东区2024.md"
    assert any("民生福祉" in head for head in citation.section)
    text = make_report(read_document(ROOT / "samples" / citation.source), source=citation.source).text
    assert text[citation.start : citation.end] == citation.quote
    assert "9796人" in citation.quote


@pytest.mark.parametrize("question", questions())
def test_every_question_of_the_readme_is_answered_but_the_one_that_cannot_be(question, sample_store):
    from assistant import Assistant

    with Assistant.open(sample_store) as bot:
        answer = bot.ask(question)
    assert answer.answered == (not question.startswith("湛河区"))
    assert bool(answer.citations) == answer.answered
