"""Keyword search, the fused search, and facts found by words."""

from __future__ import annotations

import math
from collections import Counter

import numpy as np
import pytest

from vectorstore import Store, postings
from vectorstore.fusion import NARROWED, WIDE, fuse, settled
from vectorstore.keyword import K1, B, Weights, fold, query_terms, score_texts, terms_of
from vectorstore.keyword_index import DIRECT

PLACES = [f"{a}{b}县" for a in "甲乙丙丁戊己庚" for b in "东西南北中"]


@pytest.fixture(scope="module")
def many(tmp_path_factory, make_report):
    """Thirty-five reports of as many places."""
    path = tmp_path_factory.mktemp("many") / "store"
    with Store.open(path, create=True) as store:
        store.add_many([make_report(place, 2024, seed=n) for n, place in enumerate(PLACES)])
        yield store


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("新增就业", ["新增", "增就", "就业"]),
        ("PM2.5浓度", ["浓度", "pm2.5"]),
        ("２０２３年GDP 增长8.5%", ["增长", "2023", "gdp", "8.5"]),
        ("民\n 生支出", ["民生", "生支", "支出"]),
        ("水", []),
    ],
)
def test_terms_of_a_text(text, terms):
    assert terms_of(fold(text)) == terms


def test_question_words_do_not_search():
    assert query_terms("2023年新增就业多少") == query_terms("2023年新增就业")
    assert query_terms("为什么") == Counter(["为什", "什么"])


@pytest.mark.parametrize(
    "query", ['"', "*", "就业 OR (", "'; DROP TABLE reports; --", "\x00", "NEAR(", "-", ""]
)
def test_hostile_queries_are_only_words(many, query):
    assert isinstance(many.keyword_search(query, 3), list)
    assert isinstance(many.search(query, 3), list)
    assert len(many.entries()) == len(PLACES)


def test_place_and_section_count_as_text(many):
    best = many.keyword_search("丙南县民生福祉", 1)[0]
    assert many.report(best.report_id).identity.place == "丙南县"
    assert best.path == ("民生福祉",)
    assert best.text == many.text(best.report_id, best.start, best.end)


def test_search_stays_inside_the_given_reports(many):
    ids = [entry.id for entry in many.entries()]
    for some in (ids[:1], ids[: DIRECT + 3]):
        for search in (many.keyword_search, many.dense_search, many.search):
            found = search("新增就业", 50, some)
            assert found
            assert {p.report_id for p in found} <= set(some)
    assert many.search("新增就业", 5, []) == []
    assert many.search("新增就业", 0) == []


def test_postings_and_texts_score_alike(many):
    ids = [entry.id for entry in many.entries()]
    query = "丙南县2024年新增就业人数PM2.5"
    indexed = {(p.report_id, p.ordinal): p.score for p in many.keyword_search(query, 500)}
    for start in range(0, len(ids), DIRECT):
        for p in many.keyword_search(query, 500, ids[start : start + DIRECT]):
            assert p.score == pytest.approx(indexed[p.report_id, p.ordinal], rel=1e-4)


def test_unknown_words_find_nothing(many):
    assert many.keyword_search("zzz 魑魅魍魉", 5) == []


def test_bm25_against_its_definition():
    weights = Weights({"就业": 2.0}, 10.0)
    (score,) = score_texts(["就业就业稳定"], Counter(["就业"]), weights)
    assert score == pytest.approx(2.0 * 2 * (K1 + 1) / (2 + K1 * (1 - B + B * 6 / 10)))


def test_the_joining_words_of_a_question_are_no_terms():
    assert query_terms("学校的位置是哪里") == Counter(["学校", "位置"])
    assert query_terms("的") == Counter()
    assert query_terms("目的") == Counter(["目的"])


def test_posting_lists_hold_every_occurrence():
    lists = dict(postings.build(["就业就业", "稳就业", "2023"]))
    found = lists[postings.term_key("就业")]
    assert postings.frequency(found) == 2
    assert found == bytes([0, 0, 1, 0]) + bytes([2, 1])
    assert postings.frequency(lists[postings.term_key("2023")]) == 1
    assert list(postings.build([])) == []


def test_fused_finds_what_the_keywords_find_first(many):
    query = "戊北县新增就业"
    assert many.search(query, 1)[0].ordinal == many.keyword_search(query, 1)[0].ordinal
    assert [p.leg for p in many.search(query, 3)] == ["fused"] * 3
    scores = [p.score for p in many.search(query, 10)]
    assert scores == sorted(scores, reverse=True)
    assert all(math.isfinite(score) for score in scores)


def test_facts_by_words(many):
    ids = [entry.id for entry in many.entries()]
    everywhere = many.find_facts(["新增就业"], limit=500)
    assert len(everywhere) >= len(PLACES)
    assert all("就业" in stored.fact.clause for stored in everywhere[: len(PLACES)])
    (first, *_) = many.find_facts(["财政收入"], report_ids=ids[:2])
    assert first.fact.indicator == "财政收入"
    assert first.report_id in ids[:2]
    assert many.find_facts([]) == []
    assert many.find_facts(["新增就业"], report_ids=[]) == []


def test_facts_of_a_standard_name(many):
    ids = [entry.id for entry in many.entries()][:3]
    found = many.facts(ids, names=["城镇新增就业人数"])
    assert [stored.fact.indicator for stored in found] == ["新增就业"] * 3


def test_many_single_writes_leave_few_segments(folder, make_report):
    with Store.open(folder, create=True) as store:
        for seed in range(20):
            store.add(make_report(seed=seed, source=f"{seed}.txt"))
        for entry in store.entries()[:15]:
            store.remove(entry.id)
        assert len(store.keyword_search("新增就业", 100)) == 5
        orphans = "SELECT count(*) FROM postings WHERE segment NOT IN (SELECT id FROM segments)"
        with store._catalogue.reading() as db:
            assert db.execute("SELECT count(*) FROM segments").fetchone()[0] <= 8
            assert db.execute(orphans).fetchone()[0] == 0


@pytest.mark.parametrize("blend", [WIDE, NARROWED])
def test_the_cosine_chooses_among_near_ties_and_no_more(blend):
    near = {("a", 0): 0.3, ("b", 0): 0.6}
    assert fuse({("a", 0): 9.0, ("b", 0): 3.0}, near, blend)[0][0] == ("a", 0)
    assert fuse({("a", 0): 9.0, ("b", 0): 8.8}, near, blend)[0][0] == ("b", 0)


def test_the_first_of_the_keyword_search_has_a_lead_over_its_equals():
    keyword = {("a", 0): 5.0, ("b", 0): 4.999, ("c", 0): 4.998}
    scores = dict(fuse(keyword, dict.fromkeys(keyword, 0.5), WIDE))
    assert scores["a", 0] - scores["b", 0] > scores["b", 0] - scores["c", 0] > 0
    assert [key for key, _ in fuse({}, {("a", 0): 0.1, ("b", 0): 0.7}, WIDE)] == [("b", 0), ("a", 0)]


@pytest.mark.parametrize("blend", [WIDE, NARROWED])
def test_settled_only_where_no_further_passage_can_come_in(blend):
    keyword = {("a", n): 9.0 - 2 * n for n in range(4)}
    fused = fuse(keyword, {}, blend)
    for k in range(6):
        outsider = fuse(keyword, {("b", 0): 1.0}, blend)[:k]
        assert settled(fused, k, blend) == (outsider == fused[:k] and len(fused) >= k)


def test_a_settled_search_is_the_search_of_both_legs(many):
    for query in ("丙南县新增就业", "魑魅魍魉", "新增就业多少人", "教育"):
        for k in (1, 5, 40):
            found = {(p.report_id, p.ordinal): p.score for p in many.search(query, k)}
            vector = many._dense.vector(query)
            keyword = {(i, o): s for i, o, s in many._keyword.search(query, 50)}
            near = {(i, o): s for i, o, s in many._dense.search(vector, 500)}
            whole = fuse(keyword, near, WIDE)[:k]
            assert [key for key, _ in whole] == list(found)
            assert list(found.values()) == pytest.approx([score for _, score in whole], abs=2e-3)


def test_the_best_of_all_chunks_and_what_equals_the_last_of_them():
    scores = np.array([0, 3, 1, 5, 0, 4], np.float32)
    assert sorted(postings.best(scores, 2)) == [3, 5]
    assert sorted(postings.best(scores, 9)) == [1, 2, 3, 5]
    assert sorted(postings.best(np.array([2, 1, 2, 2, 0]), 2)) == [0, 2, 3]
    assert postings.best(np.zeros(5), 2).tolist() == []


def test_the_best_of_more_chunks_than_a_segment_has():
    scores = np.random.default_rng(5).random(3 * postings.SEGMENT_LIMIT)
    scores[: postings.SEGMENT_LIMIT] *= 0.9
    assert sorted(postings.best(scores, 50)) == sorted(np.argsort(scores)[-50:])
    scores[: postings.SEGMENT_LIMIT] = 0
    assert sorted(postings.best(scores, 50)) == sorted(np.argsort(scores)[-50:])
    scores[10] = 0.5  # fewer of the first part than are wanted
    assert sorted(postings.best(scores, 50)) == sorted(np.argsort(scores)[-50:])


def test_known_cosines_equal_compared_ones(many):
    vector = many._dense.vector("新增就业多少人")
    ids = [entry.id for entry in many.entries()]
    exact = {(i, at): score for i, at, score in many._dense.search(vector, 200, ids)}
    keys = sorted(exact)[::7]
    assert many._dense.scores(vector, keys) == pytest.approx({key: exact[key] for key in keys}, abs=1e-5)
    assert many._dense.scores(vector, [(ids[0], 9999)]) == {}
    assert many._dense.scores(vector, [("gone", 0)]) == {}
