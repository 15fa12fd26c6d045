"""Where sections begin, and how far in: the heads of a whole report, seen together."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from reports import heads
from reports.blocks import split_blocks
from reports.heads import Head
from reports.patterns import regex
from reports.repair import View

CLOSING = "结束语"
NOTES = "名词解释"
ANNEX = "附件"
_ANNEX = regex(r"附件?\s*[一二三四五\d]{0,2}[:：]?$")
_OUTERMOST = 0
_FRONT = 40  # blocks among which the address to the deputies is looked for
_LAST = 8  # blocks among which the closing words are looked for
_CALL = regex(r"让我们|紧密团结|团结起来|携手|不负|奋力谱写|再创|谢谢大家|而努力奋斗")


@dataclass(frozen=True, slots=True)
class Mark:
    """A place where a section begins, in view positions.

    Without a ``title`` the text only goes back to the heads that are further out than ``rank``.
    """

    start: int
    body: int
    rank: int
    title: str = ""


def find_marks(view: View) -> list[Mark]:
    """The marks of a view in order."""
    return _Reader(view.text, split_blocks(view)).marks()


class _Count:
    """Counts 一、二、三 on two levels: many reports begin anew under each of their parts."""

    def __init__(self) -> None:
        self.outer = 0
        self.inner = 0
        self.rank = heads.INNER

    def main(self, number: int, names_itself: bool, below: int) -> int:
        """The rank of a head 一、…; ``names_itself``: its words alone say that it is a part;
        ``below``: the rank of an inner count that begins here."""
        if self.inner:
            onward = number == self.inner + 1 and not (names_itself and number == self.outer + 1)
            if onward or number not in (self.outer + 1, self.outer + 2) or number == 1:
                if number == 1:
                    self.rank = below
                self.inner = number
                return self.rank
        elif number == 1 and self.outer:
            self.inner, self.rank = 1, below
            return self.rank
        self.inner = 0
        self.outer = number
        return heads.MAIN

    def part(self) -> None:
        """A 第一部分 begins: everything below counts anew."""
        self.outer = self.inner = 0

    def unnumbered(self) -> None:
        """A head of the outer level that has lost its number."""
        self.outer += 1
        self.inner = 0


class _Reader:
    """Reads the blocks of one report in order."""

    def __init__(self, text: str, blocks: list[tuple[int, int]]) -> None:
        self.blocks = blocks
        self.texts = [text[a:b] for a, b in blocks]
        self.numbered = [heads.labelled(t, a) for t, (a, _) in zip(self.texts, blocks, strict=True)]
        self.count = _Count()
        self.last: Head | None = None
        self.next_label = self._following(lambda at: self._rank(at) <= heads.SUB)
        self.next_sub = self._following(lambda at: self._rank(at) == heads.SUB)
        self.next_strong = self._following(lambda at: heads.strong(self.texts[at].strip()))

    def _rank(self, at: int) -> int:
        head = self.numbered[at]
        return head.rank if head else heads.RUN_IN

    def _following(self, wanted: Callable[[int], bool]) -> list[int]:
        """For every block the index of the next wanted one after it; 0 where there is none."""
        found, at = [0] * len(self.texts), 0
        for index in range(len(self.texts) - 1, -1, -1):
            found[index] = at
            if wanted(index):
                at = index
        return found

    def marks(self) -> list[Mark]:
        front, closing = self._front(), self._closing()
        found: list[Mark] = []
        notes = False
        for at, (start, end) in enumerate(self.blocks):
            if at > front and _ANNEX.match(self.texts[at]):
                notes = False
                self.count.part()
                found.append(Mark(start, end, _OUTERMOST, ANNEX))
                continue
            if notes or (at > front and heads.is_notes(self.texts[at])):
                if not notes:  # the numbers within the notes are no heads
                    found.append(Mark(start, end, _OUTERMOST, NOTES))
                notes = True
                continue
            if at == closing:
                found.append(Mark(start, start, _OUTERMOST, CLOSING))
                continue
            mark = self._numbered(at) or (self._other(at) if at > front else None)
            if mark and not (mark.rank == heads.RUN_IN and 0 < closing < at):
                found.append(mark)
        return found

    def _numbered(self, at: int) -> Mark | None:
        head = self.numbered[at]
        if not head:
            return None
        rank = head.rank
        if rank == heads.MAIN:
            rank = self.count.main(head.number, heads.strong(head.title[head.label :]), self._inner_rank(at))
        elif rank == heads.PART:
            self.count.part()
        if rank <= heads.SUB:
            self.last = head
        return Mark(head.start, head.body, rank, head.title)

    def _inner_rank(self, at: int) -> int:
        """An inner 一、二、三 stands under the open （二） if that count goes on after it."""
        if not self.last or self.last.rank != heads.SUB:
            return heads.INNER
        later = self.next_sub[at]
        head = self.numbered[later] if later else None
        return heads.SUB + 2 if head and head.number == self.last.number + 1 else heads.INNER

    def _other(self, at: int) -> Mark | None:
        """An unnumbered head, a run-in head, or a paragraph that leaves such a head behind."""
        (start, end), text = self.blocks[at], self.texts[at]
        if self._is_unnumbered(at):
            rank = self._unnumbered_rank(at)
            if rank == heads.MAIN:
                self.count.unnumbered()
            return Mark(start, end, rank, text.strip())
        size = self._run_in(at)
        if size and any(self._run_in(near) for near in (at - 2, at - 1, at + 1, at + 2)):
            return Mark(start, start + size, heads.RUN_IN, text[:size].strip("—―- ·•●◆。"))
        if heads.TURN.match(text):
            return Mark(start, start, heads.RUN_IN if self._counts_on(at) else heads.INNER)
        if 0 < self._run_in(at - 1) < len(self.texts[at - 1]):
            return Mark(start, start, heads.RUN_IN)
        return None

    def _counts_on(self, at: int) -> bool:
        """Whether the numbered heads go on after block ``at`` where they stood before it."""
        head = self.numbered[self.next_label[at]] if self.next_label[at] else None
        last = self.last
        return bool(head and last and head.rank == last.rank and head.number == last.number + 1) and (
            last is None or last.rank == heads.SUB or self.count.inner > 0
        )

    def _run_in(self, at: int) -> int:
        """The length of the run-in head of block ``at``; 0 without one. A lone one is mere prose."""
        if not 0 <= at < len(self.texts):
            return 0
        text = self.texts[at]
        size = 0 if self.numbered[at] else heads.run_in(text)
        following = self.texts[at + 1] if at + 1 < len(self.texts) else ""
        return size if len(text) >= size + 20 or (len(text) == size and len(following) >= 60) else 0

    def _front(self) -> int:
        """The index of the last block of the front matter; -1 where the text begins at once.

        That is the address to the deputies, or else whatever stands before the first long block.
        """
        for at, text in enumerate(self.texts[:_FRONT]):
            if heads.ADDRESS.match(text) or (heads.ADDRESS.search(text) and len(text) < 120):
                return at
        for at, text in enumerate(self.texts[:_FRONT]):
            if self.numbered[at] or len(text) > 60 or heads.strong(text):
                return at - 1
        return -1

    def _closing(self) -> int:
        """The index of the block where the closing words begin; -1 where there are none."""
        limit = len(self.texts)
        for at, text in enumerate(self.texts):
            if at > 3 and heads.is_notes(text):
                limit = at
                break
        for at in range(limit - 1, max(limit - _LAST, 0), -1):
            if self.numbered[at]:
                return -1
            if heads.ADDRESS.match(self.texts[at]) and _CALL.search("".join(self.texts[at : at + 2])):
                return at
        return -1

    def _is_unnumbered(self, at: int) -> bool:
        text = self.texts[at].strip()
        if at + 1 >= len(self.texts):
            return False
        if heads.strong(text):
            return True
        if not heads.unnumbered(text):
            return False
        following = self.texts[at + 1]
        listed = heads.unnumbered(self.texts[at - 1] if at else "") and heads.unnumbered(following)
        return not listed and (len(following) >= 40 or bool(self.numbered[at + 1]))

    def _unnumbered_rank(self, at: int) -> int:
        """Above the numbered heads that begin anew after it, below those that go on counting."""
        is_part = heads.strong(self.texts[at].strip())
        if at and not is_part and heads.strong(self.texts[at - 1].strip()):
            return heads.ORDINAL  # a second line under the head of a part
        later = self.next_label[at]
        head = self.numbered[later] if later and not 0 < self.next_strong[at] < later else None
        if head:
            if head.rank == heads.SUB and head.number == 1 and self.last and not is_part:
                return heads.SUB - 5
            if head.number == 1 and head.rank > heads.PART:
                return heads.MAIN
            if is_part and head.rank == heads.MAIN and not self.last:
                return heads.MAIN
            return head.rank + 5
        return heads.MAIN if is_part or not self.last else self.last.rank + 5
