"""The outline: which stretch of a report stands under which heads."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from reports import heads
from reports.heads import Head
from reports.records import Section
from reports.repair import View

CLOSING = "结束语"
NOTES = "名词解释"
_INLINE = re.compile(
    r"(?<=[。！？])\s*(?:([一二三四五六七八九十]{1,3})、|[（(]([一二三四五六七八九十]{1,3})[)）])(?!.{0,2}[；，])"
)
_INLINE_FROM = 200  # paragraphs shorter than this hold no heads in their midst
_FRONT = 40  # blocks among which the address to the deputies is looked for
_CALL = re.compile(r"让我们|紧密团结|团结起来|携手|不负|奋力谱写|再创|谢谢大家|而努力奋斗")


@dataclass(frozen=True, slots=True)
class _Mark:
    """A place where a section begins; ``rank`` None for text that goes back to the enclosing head."""

    start: int
    body: int
    rank: int | None
    title: str = ""
    keep: int = heads.MAIN  # for rank None: the innermost rank that stays open


@dataclass
class _Open:
    """The heads that are open, outermost first."""

    ranks: list[int] = field(default_factory=list)
    titles: list[str] = field(default_factory=list)

    def push(self, rank: int, title: str) -> None:
        self.close(rank)
        self.ranks.append(rank)
        self.titles.append(title)

    def close(self, rank: int) -> None:
        while self.ranks and self.ranks[-1] >= rank:
            self.ranks.pop()
            self.titles.pop()


def outline(view: View) -> tuple[Section, ...]:
    """The sections of a view in order, contiguous, covering the whole stored text.

    Text before the first head is a section with the empty path. A paragraph that leaves a run-in
    head or the numbered points behind (各位代表！…) opens another section of the enclosing head.
    """
    marks = _marks(view)
    opened = _Open()
    found: list[tuple[int, int, tuple[str, ...]]] = []
    for mark in marks:
        if mark.rank is None:
            opened.close(mark.keep + 1)
        else:
            opened.push(mark.rank, mark.title)
        path = tuple(opened.titles)
        if mark.rank is None and found and found[-1][2] == path:
            continue
        found.append((mark.start, mark.body, path))
    return _sections(view, found)


def _sections(view: View, found: list[tuple[int, int, tuple[str, ...]]]) -> tuple[Section, ...]:
    length = view.length
    if not found or found[0][0] > 0:
        found.insert(0, (0, 0, ()))
    sections = []
    for ordinal, (start, body, path) in enumerate(found):
        begin = view.to_stored(start, start)[0] if ordinal else 0
        last = ordinal + 1 == len(found)
        end = length if last else view.to_stored(found[ordinal + 1][0], found[ordinal + 1][0])[0]
        inside = view.to_stored(body, body)[0] if body > start else begin
        sections.append(Section(ordinal, path, begin, min(max(inside, begin), end), end))
    return tuple(sections)


def _blocks(view: View) -> list[tuple[int, int]]:
    """Paragraphs, cut further before heads that stand in the midst of a long one."""
    blocks = []
    expected = {"": 0, "(": 0}
    for start, end in view.paragraphs:
        first = heads.label(view.text[start : min(end, start + 16)])
        if first and first[0] in (heads.MAIN, heads.SUB):
            expected["" if first[0] == heads.MAIN else "("] = first[1]
            if first[0] == heads.MAIN:
                expected["("] = 0
        at = start
        if end - start >= _INLINE_FROM:
            for match in _INLINE.finditer(view.text, start, end):
                number = heads.label(match.group().strip())
                kind = "" if match.group(1) else "("
                if not number or number[1] not in (1, expected[kind] + 1):
                    continue
                expected[kind] = number[1]
                if not kind:
                    expected["("] = 0
                blocks.append((at, match.start()))
                at = match.end() - len(match.group().lstrip())
        blocks.append((at, end))
    return [(a, b) for a, b in blocks if a < b]


def _marks(view: View) -> list[_Mark]:
    blocks = _blocks(view)
    texts = [view.text[a:b] for a, b in blocks]
    numbered = [heads.labelled(text, start) for text, (start, _) in zip(texts, blocks, strict=True)]
    front = _front(texts, numbered)
    closing = _closing(texts, numbered)
    marks: list[_Mark] = []
    notes = False
    for at, ((start, end), text) in enumerate(zip(blocks, texts, strict=True)):
        if at > front and heads.is_notes(text):
            notes = True
            marks.append(_Mark(start, end, 0, NOTES))
        elif notes:
            continue
        elif at == closing:
            marks.append(_Mark(start, start, 0, CLOSING))
        else:
            marks += _block_marks(view, blocks, texts, numbered, at, front)
    return marks


def _block_marks(
    view: View,
    blocks: list[tuple[int, int]],
    texts: list[str],
    numbered: list[Head | None],
    at: int,
    front: int,
) -> Iterator[_Mark]:
    (start, end), text, head = blocks[at], texts[at], numbered[at]
    if head:
        yield _Mark(head.start, head.body, head.rank, head.title)
        return
    if at <= front:
        return
    if _is_unnumbered(texts, numbered, at):
        yield _Mark(start, end, _unnumbered_rank(texts, numbered, at), text.strip())
        return
    size = heads.run_in(text)
    if size and (
        len(text) >= size + 20 or (len(text) == size and len(texts[at + 1 : at + 2] and texts[at + 1]) >= 60)
    ):
        title = text[:size].strip("—― ·•●◆。")
        yield _Mark(start, start + size, heads.RUN_IN, title)
        if len(text) > size:
            return
    elif heads.TURN.match(text):
        yield _Mark(start, start, None, keep=heads.MAIN)
    elif at and heads.run_in(texts[at - 1]) and len(texts[at - 1]) > heads.run_in(texts[at - 1]):
        yield _Mark(start, start, None, keep=heads.RUN_IN - 1)


def _front(texts: list[str], numbered: list[Head | None]) -> int:
    """The index of the last block of the front matter; -1 where the text begins at once.

    That is the address to the deputies, or else whatever stands before the first long block.
    """
    for at, text in enumerate(texts[:_FRONT]):
        if heads.ADDRESS.match(text) or (heads.ADDRESS.search(text) and len(text) < 120):
            return at
    for at, text in enumerate(texts[:_FRONT]):
        if numbered[at] or len(text) > 60 or heads.strong(text):
            return at - 1
    return -1


def _closing(texts: list[str], numbered: list[Head | None]) -> int:
    """The index of the block where the closing words begin; -1 where there are none."""
    limit = len(texts)
    for at, text in enumerate(texts):
        if heads.is_notes(text) and at > 3:
            limit = at
            break
    for at in range(limit - 1, max(limit - 8, 0), -1):
        if numbered[at]:
            return -1
        if heads.ADDRESS.match(texts[at]) and len(texts[at]) > 8 and _CALL.search(texts[at]):
            return at
    return -1


def _is_unnumbered(texts: list[str], numbered: list[Head | None], at: int) -> bool:
    text = texts[at].strip()
    following = texts[at + 1] if at + 1 < len(texts) else ""
    if heads.strong(text):
        return bool(following)
    if not heads.unnumbered(text) or not following:
        return False
    before = texts[at - 1] if at else ""
    lists = heads.unnumbered(before) and heads.unnumbered(following)
    return not lists and (len(following) >= 40 or bool(numbered[at + 1]))


def _unnumbered_rank(texts: list[str], numbered: list[Head | None], at: int) -> int:
    """Above the numbered heads that begin anew after it, below those that go on counting."""
    last = next((head for head in reversed(numbered[:at]) if head and head.rank <= heads.SUB), None)
    for later in range(at + 1, len(texts)):
        head = numbered[later]
        if head and head.rank <= heads.SUB:
            if head.number == 1:
                return head.rank - 5
            return head.rank + 5
        if heads.strong(texts[later].strip()):
            break
    if last and not heads.strong(texts[at].strip()):
        return last.rank + 5
    return heads.UNNUMBERED
