"""The store's search as a LangChain retriever, narrowed by the places and years of the question."""

from collections.abc import Iterator

import pytest
from langchain_core.documents import Document
from langchain_core.runnables import RunnableLambda

from assistant import ReportRetriever
from vectorstore import Store


@pytest.fixture(scope="module")
def store(county_store) -> Iterator[Store]:
    """The two counties' store, opened once."""
    with Store.open(county_store) as opened:
        yield opened


def test_passages_come_as_documents_that_say_where_they_stand(store):
    found = ReportRetriever(store=store).invoke("青山县2023年新增就业多少")
    assert found
    for document in found:
        meta = document.metadata
        assert {"source", "place", "report_year", "section", "start", "end"} <= set(meta)
        (entry,) = [e for e in store.entries() if e.source == meta["source"]]
        assert store.text(entry.id, meta["start"], meta["end"]) == document.page_content
    assert "4630人" in found[0].page_content


@pytest.mark.parametrize(
    ("question", "places"),
    [
        ("青山县招商引资", {"青山县"}),
        ("白水县森林覆盖率", {"白水县"}),
        ("青山县和白水县森林覆盖率", {"青山县", "白水县"}),
    ],
)
def test_the_places_named_narrow_the_search(store, question, places):
    found = ReportRetriever(store=store, k=8).invoke(question)
    assert {d.metadata["place"] for d in found} == places


def test_the_year_named_narrows_the_search_to_the_reports_that_may_cover_it(store):
    found = ReportRetriever(store=store, k=8).invoke("青山县2022年新增就业多少")
    assert {d.metadata["report_year"] for d in found} == {2023}
    assert any("4120人" in d.page_content for d in found)


def test_k_is_the_number_of_passages(store):
    assert len(ReportRetriever(store=store, k=1).invoke("新增就业")) == 1
    assert len(ReportRetriever(store=store, k=3).invoke("新增就业")) == 3


def test_it_takes_its_place_in_a_chain(store):
    chain = ReportRetriever(store=store, k=2) | RunnableLambda(
        lambda found: [d.metadata["source"] for d in found]
    )
    assert set(chain.invoke("白水县2023年地区生产总值")) == {"白水县2024.txt"}
    batches = ReportRetriever(store=store, k=1).batch(["青山县新增就业", "白水县新增就业"])
    assert all(isinstance(found[0], Document) for found in batches)


@pytest.mark.parametrize(
    ("question", "report"),
    [
        ("青山县2023年城镇新增就业完成多少", 2024),
        ("青山县2023年城镇新增就业目标是多少", 2023),
    ],
)
def test_the_report_that_tells_of_the_year_as_it_is_asked_for_comes_first(store, question, report):
    found = ReportRetriever(store=store, k=4).invoke(question)
    scores = [d.metadata["score"] for d in found]
    assert found[0].metadata["report_year"] == report
    assert scores == sorted(scores, reverse=True)
