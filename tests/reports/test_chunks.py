"""Chunks are runs of the stored text: whole sentences, one section, of a size to search."""

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.chunks import make_chunks
from reports.outline import outline
from reports.records import Chunk
from reports.repair import repair
from reports.sentences import split_sentences

FIVE = Path(__file__).resolve().parents[3] / "shared" / "reports"
SENTENCE = st.integers(1, 220).map(lambda length: "收" * length + "。")
PIECES = st.one_of(
    SENTENCE, st.sampled_from(["\n", "一、去年工作回顾\n", "（一）兴产业\n", "（二）惠民生\n", "　　"])
)
TEXTS = st.lists(PIECES, max_size=60).map("".join)


def chunks_of(stored: str) -> tuple[Chunk, ...]:
    view = repair(stored)
    sections = outline(view)
    return make_chunks(stored, sections, split_sentences(view, sections))


@given(TEXTS)
def test_a_chunk_is_a_run_of_whole_sentences_of_one_section(stored: str) -> None:
    view = repair(stored)
    sections = outline(view)
    sentences = split_sentences(view, sections)
    starts, ends = {one.start for one in sentences}, {one.end for one in sentences}
    found = make_chunks(stored, sections, sentences)
    for ordinal, chunk in enumerate(found):
        assert chunk.ordinal == ordinal
        assert stored[chunk.start : chunk.end] == chunk.text
        assert chunk.start in starts
        assert chunk.end in ends
        section = sections[chunk.section]
        assert section.start <= chunk.start < chunk.end <= section.end
        assert chunk.path == section.path
    for before, after in pairwise(found):
        assert before.end <= after.start


@given(TEXTS)
def test_only_a_single_sentence_is_longer_than_the_limit(stored: str) -> None:
    view = repair(stored)
    sections = outline(view)
    sentences = split_sentences(view, sections)
    for chunk in make_chunks(stored, sections, sentences):
        inside = [one for one in sentences if chunk.start <= one.start < chunk.end]
        assert len(chunk.text) <= 400 or len(inside) == 1


@given(TEXTS)
def test_every_sentence_is_in_a_chunk_or_is_a_head_above_one(stored: str) -> None:
    view = repair(stored)
    sections = outline(view)
    sentences = split_sentences(view, sections)
    found = make_chunks(stored, sections, sentences)
    for one in sentences:
        covered = any(chunk.start <= one.start and one.end <= chunk.end for chunk in found)
        assert covered or one.end <= sections[one.section].body


def test_a_run_in_head_stays_with_its_body() -> None:
    body = "全年落实项目32个，完成投资41亿元，增长9%。" * 2
    stored = f"一、去年工作回顾\n产业更加兴旺。{body}\n城乡更加美丽。{body}"
    found = chunks_of(stored)
    assert [chunk.text[:7] for chunk in found] == ["产业更加兴旺。", "城乡更加美丽。"]
    assert found[0].path == ("一、去年工作回顾", "产业更加兴旺")


def test_a_long_section_is_cut_into_parts_of_like_size() -> None:
    stored = "今年全县安排重点项目，投资稳步增长，群众得到实惠。" * 60
    lengths = [len(chunk.text) for chunk in chunks_of(stored)]
    assert all(200 <= length <= 400 for length in lengths)


@pytest.mark.parametrize("text", ["", "\n\n", "　"])
def test_nothing_makes_no_chunk(text: str) -> None:
    assert chunks_of(text) == ()


@pytest.mark.skipif(not FIVE.is_dir(), reason="the five real reports are not beside the project")
@pytest.mark.parametrize("name", ["000", "001", "002", "003", "004"])
def test_chunks_of_the_real_reports(name: str) -> None:
    stored = next(FIVE.glob(f"{name}_*.txt")).read_text(encoding="utf-8")
    view = repair(stored)
    sections = outline(view)
    found = make_chunks(stored, sections, split_sentences(view, sections))
    roomy = [c for c in found if sections[c.section].end - sections[c.section].body >= 400]
    assert all(stored[chunk.start : chunk.end] == chunk.text for chunk in found)
    assert sum(200 <= len(chunk.text) <= 400 for chunk in roomy) >= 0.85 * len(roomy) - 1
    assert max(len(chunk.text) for chunk in found) <= 450
