"""The assistant as it is used from Python: opening, asking, streaming, closing, and what it raises."""

import dataclasses
import threading

import pytest

from assistant import Assistant, BadQuestion, Settings
from reports.records import Document
from vectorstore.errors import StoreDamaged, StoreNotFound

QUESTION = "青山县2023年GDP是多少"


def same(answer):
    """An answer without the time that it took."""
    return dataclasses.replace(answer, elapsed_ms=0.0)


def test_an_answer_has_all_that_is_promised(bot):
    answer = bot.ask(QUESTION)
    assert (answer.answered, answer.mode, answer.verified, answer.notice) == (True, "facts", True, "")
    assert answer.elapsed_ms > 0
    assert answer.query.question == QUESTION
    (c,) = answer.citations
    assert (c.number, c.source, c.place, c.report_year, c.page) == (1, "青山县2024.txt", "青山县", 2024, None)
    assert c.title
    assert c.section[-1].endswith("2023年工作回顾")
    assert bot.store.report(c.report_id).text[c.start : c.end] == c.quote


def test_asking_twice_gives_one_answer(bot):
    assert same(bot.ask(QUESTION)) == same(bot.ask(QUESTION))


def test_history_is_pairs_of_question_and_answer(bot):
    answer = bot.ask("白水县呢", history=[(QUESTION, "195.8亿元")])
    assert "88.5亿元" in answer.text
    assert same(bot.ask("白水县呢", history=((QUESTION, ""),))) == same(answer)


def test_a_long_history_with_empty_turns_is_borne(bot):
    history = [("", ""), ("青山县2022年GDP", "")] * 30 + [(QUESTION, "x" * 5000)]
    assert "88.5亿元" in bot.ask("白水县呢", history=history).text


@pytest.mark.parametrize("question", ["", "   ", "\n\t\u3000"])
def test_an_empty_question_is_refused_with_what_to_do(bot, question):
    with pytest.raises(BadQuestion, match="请输入"):
        bot.ask(question)
    with pytest.raises(BadQuestion):
        list(bot.stream(question))


def test_a_question_over_the_limit_is_refused_with_the_limit(bot):
    with pytest.raises(BadQuestion, match="2000"):
        bot.ask("问" * 10_000)


def test_the_limit_is_a_setting(county_store):
    with Assistant.open(county_store, settings=Settings(max_question=10)) as small:
        assert small.ask("青山县GDP").answered
        with pytest.raises(BadQuestion, match="10"):
            small.ask(QUESTION)


@pytest.mark.parametrize(
    "question",
    ["x" * 2000, "青山县" * 600, "2023年" * 400, "🙂🙂", "\x00\x01", "'; DROP TABLE facts; --", "%s %d {}"],
)
def test_any_question_gets_an_answer(bot, question):
    answer = bot.ask(question)
    assert answer.text
    assert answer.verified


@pytest.mark.parametrize(
    "question", [QUESTION, "青山县和白水县2023年GDP相差多少", "青山县2022年存在哪些问题", "你好"]
)
def test_a_stream_is_the_query_then_the_text_in_pieces_then_the_answer(bot, question):
    events = list(bot.stream(question))
    assert [events[0].kind, events[-1].kind] == ["query", "answer"]
    assert {e.kind for e in events[1:-1]} == {"text"}
    answer = events[-1].answer
    assert "".join(e.text for e in events[1:-1]) == answer.text
    assert events[0].query == answer.query
    assert same(answer) == same(bot.ask(question))


def test_threads_may_share_an_assistant(bot):
    questions = [QUESTION, "白水县2023年GDP", "青山县2022年GDP", "青山县2023年新增就业"] * 5
    expected = [bot.ask(q).text for q in questions]
    found: dict[int, str] = {}

    def work(number, question):
        found[number] = bot.ask(question).text

    threads = [threading.Thread(target=work, args=pair) for pair in enumerate(questions)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [found[i] for i in range(len(questions))] == expected


def test_the_reports_are_listed(bot):
    assert [(e.identity.place, e.identity.year) for e in bot.entries()].count(("青山县", 2024)) == 2


def test_a_report_added_or_removed_is_seen_at_once(tmp_path):
    from genre import report

    from vectorstore import Store

    def made(figure):
        body = f"青山县的报告\n\n一、2023年工作回顾\n\n地区生产总值{figure}亿元。\n"
        return report(body, source="青山县2024.txt")

    with Store.open(tmp_path / "store", create=True) as store, Assistant.open(tmp_path / "store") as reader:
        assert not reader.ask(QUESTION).answered
        store.add(made("77.7"))
        assert "77.7亿元" in reader.ask(QUESTION).text
        store.add(made("78.8"))
        assert "78.8亿元" in reader.ask(QUESTION).text
        store.remove(reader.entries()[0].id)
        assert not reader.ask(QUESTION).answered


def test_a_store_that_is_not_there_says_how_to_make_one(tmp_path):
    with pytest.raises(StoreNotFound, match=r"ingest\.py"):
        Assistant.open(tmp_path / "none")
    assert list(tmp_path.iterdir()) == []


def test_a_damaged_store_says_so(tmp_path):
    from vectorstore import Store

    with Store.open(tmp_path / "store", create=True):
        pass
    (catalogue,) = [p for p in (tmp_path / "store").iterdir() if p.suffix in (".db", ".sqlite", ".sqlite3")]
    catalogue.write_bytes(b"no database" * 1000)
    with pytest.raises(StoreDamaged):
        Assistant.open(tmp_path / "store").ask(QUESTION)


def test_the_setting_names_the_store_where_no_folder_is_given(county_store, monkeypatch):
    monkeypatch.setenv("STORE", str(county_store))
    with Assistant.open() as opened:
        assert "195.8亿元" in opened.ask(QUESTION).text


def test_a_figure_printed_with_spaces_is_quoted_as_printed(tmp_path):
    from reports import make_report
    from vectorstore import Store

    body = "青山县的报告\n\n一、2023年工作回顾\n\n全县地区生产总值达到 195 .8 亿元，财政收入 10. 3 亿元。\n"
    with Store.open(tmp_path / "store", create=True) as store:
        store.add(make_report(Document(body, "txt"), "青山县2024.txt", place="青山县", year=2024))
    with Assistant.open(tmp_path / "store") as reader:
        answer = reader.ask(QUESTION)
    assert answer.answered
    (c,) = answer.citations
    assert body[c.start : c.end] == c.quote
    assert "195.8亿元" in answer.text
