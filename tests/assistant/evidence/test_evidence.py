"""A report made ready for matching: folded where needed, and no more kept than there is room for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

import pytest

from assistant.evidence.prepared import Evidence, Shelf, _weight
from assistant.questions.places import Entries, of_places
from reports.text import plain
from vectorstore import Store


@pytest.fixture(scope="module")
def store(sample_store: Path) -> Iterator[Store]:
    with Store.open(sample_store) as opened:
        yield opened


@pytest.fixture(scope="module")
def every(store: Store) -> list[Evidence]:
    return [Evidence(entry, store.report(entry.id, chunks=False)) for entry in store.entries()]


def test_every_sentence_is_folded_as_if_alone(every: list[Evidence]) -> None:
    for one in every:
        alone = tuple(plain(one.report.text[s.start : s.end]) for s in one.report.sentences)
        assert one.sentences == alone
        assert one.folded == "\n".join(alone)
        assert tuple(one.sentence(at) for at in range(len(alone))) == alone
        assert one.sentence(-1) == one.sentence(len(alone)) == ""


def test_a_sentence_with_the_mark_between_sentences_in_it_is_folded_too(every: list[Evidence]) -> None:
    from dataclasses import replace

    report = every[0].report
    first = report.sentences[0]
    odd = replace(report, text=report.text[: first.start] + "\x00" + report.text[first.start + 1 :])
    assert Evidence(every[0].entry, odd).sentence(1) == every[0].sentence(1)


def test_a_section_holds_its_own_sentences(every: list[Evidence]) -> None:
    for one in every:
        sections = {s.section for s in one.report.sentences}
        for section in sections:
            own = [
                text
                for s, text in zip(one.report.sentences, one.sentences, strict=True)
                if s.section == section
            ]
            assert one.body(section) == "\n".join(own)
        assert one.body(max(sections) + 1) == ""


def test_the_words_of_a_fact_are_those_around_it(every: list[Evidence]) -> None:
    for one in every:
        assert len(one.facts) == len(one.report.facts) > 0
        for item in one.facts:
            sentence = one.report.sentences[item.sentence]
            assert sentence.start <= item.fact.sentence_start < sentence.end
            assert item.clause == plain(item.fact.clause)
            fact = item.fact
            # The examples before a count (甲、乙等13处公园) are not what is counted.
            examples = fact.before.rstrip().endswith("等") and not fact.indicator.endswith("等")
            assert item.near == plain(fact.indicator if examples else f"{fact.indicator} {fact.before}")
            assert item.words == (item.near, item.after, item.clause, item.lead)
            if item.lead:
                assert item.lead + item.clause in one.sentence(item.sentence)


def test_the_facts_of_a_year_are_all_that_speak_of_it(every: list[Evidence]) -> None:
    for one in every:
        for year in {fact.year for fact in one.report.facts}:
            assert list(one.facts_of(year)) == [item for item in one.facts if item.fact.year == year]
        assert list(one.facts_of(1066)) == []


def test_the_same_fact_read_again_is_equal(store: Store, every: list[Evidence]) -> None:
    again = Evidence(every[0].entry, store.report(every[0].entry.id))
    assert again.facts == every[0].facts
    assert len({*again.facts, *every[0].facts}) == len(again.facts)
    assert again.facts[0] != again.facts[1]


def test_the_shelf_keeps_what_was_used_last_and_no_more_than_it_has_room_for(store: Store) -> None:
    entries = store.entries()
    sizes = [_weight(Shelf(store).evidence(entry)) for entry in entries]
    shelf = Shelf(store, room=sum(sizes[:2]))
    first, second = shelf.evidence(entries[0]), shelf.evidence(entries[1])
    assert shelf.evidence(entries[0]) is first
    assert shelf.evidence(entries[1]) is second
    for entry in entries[2:]:
        shelf.evidence(entry)
    assert shelf.evidence(entries[-1]) is shelf.evidence(entries[-1])
    assert shelf.evidence(entries[0]) is not first
    tight = Shelf(store, room=1)
    assert tight.evidence(entries[0]) is tight.evidence(entries[0])
    assert tight.evidence(entries[1]).report.id == entries[1].id


def test_a_report_comes_whole_or_without_its_chunks(store: Store) -> None:
    entry = store.entries()[0]
    whole, bare = store.report(entry.id), store.report(entry.id, chunks=False)
    assert len(whole.chunks) == entry.chunks > 0
    assert bare.chunks == ()
    rest = [field.name for field in fields(whole) if field.name != "chunks"]
    assert [getattr(whole, name) for name in rest] == [getattr(bare, name) for name in rest]


def test_what_facts_have_in_common_is_kept_once(store: Store) -> None:
    one, other = (store.report(entry.id, chunks=False) for entry in store.entries()[:2])
    for field in ("nature", "base_unit", "measure"):
        values = [getattr(fact, field) for fact in (*one.facts, *other.facts)]
        assert len({id(value) for value in values}) == len(set(values))


def test_reports_by_place_stand_in_the_order_of_all(store: Store) -> None:
    entries = store.entries()
    known = Entries(entries)
    names = [entry.identity.place for entry in entries]
    for wanted in ((names[0],), (names[-1], names[0]), ("无此地",), ()):
        own = [entry for entry in entries if not wanted or entry.identity.place in wanted]
        assert of_places(known, wanted) == of_places(entries, wanted) == own


def test_the_changes_of_a_report_are_looked_for_once(store: Store) -> None:
    from assistant.elsewhere.backward import changes_of

    shelf = Shelf(store)
    for entry in store.entries():
        found = changes_of(shelf.evidence(entry))
        assert changes_of(shelf.evidence(entry)) is found
        alone = changes_of(Evidence(entry, store.report(entry.id)))
        assert [(one.level, one.by, one.base) for one in found] == [
            (one.level, one.by, one.base) for one in alone
        ]
