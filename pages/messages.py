"""The assistant's records as messages of the chat.

Whatever comes from a report, a model or a user reaches the page only through :func:`plain` or
:func:`marked`, so that nothing of it can act there.
"""

from __future__ import annotations

import json
import re
import string
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any
from uuid import uuid4

from assistant.records import PARTLY, Answer, Citation, Query
from reports.patterns import regex

# Every punctuation mark becomes an entity, so that neither HTML nor Markdown is left in a text;
# characters that hide (zero width) or turn a line round (bidi) go.
_HIDDEN = (*range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x206A), 0xFEFF)
_PLAIN: dict[int, str | None] = {ord(mark): f"&#{ord(mark)};" for mark in string.punctuation}
_PLAIN |= dict.fromkeys(_HIDDEN)
# An answer may hold Markdown's tables, lists and stress; links, pictures, code and HTML stay inert.
_MARKED = {code: entity for code, entity in _PLAIN.items() if chr(code) not in "|-*#.,%()/:"}
_AFTER_LIST = regex(r"^((?:[-*]|\d{1,3}\.) .*)\n(?![-*|\s]|\d{1,3}\. )", re.MULTILINE)
_MARK = regex(r"&#91;(\d{1,3})&#93;([，。、；：）]?)")
_MODES = {"facts": "依据报告数据", "extractive": "摘自报告原文", "llm": "大模型作答"}
_SHOWN_SUGGESTIONS = 3


def plain(text: str) -> str:
    """``text`` as inert characters on one line, for use inside HTML or Markdown."""
    return re.sub(r"\s*\n\s*", "", text.strip()).translate(_PLAIN)


def marked(text: str) -> str:
    """An answer's Markdown with all but tables, lists and stress inert; each [n] is a button."""
    inert = text.translate(_MARKED).replace("://", "&#58;//").replace("www.", "www&#46;")
    inert = _AFTER_LIST.sub(r"\1\n\n", inert)  # else Markdown takes it for more of the last item
    # The mark and the full stop after it stay on one line.
    return _MARK.sub(
        r'<span class="keep"><button type="button" class="mark" value="\1" title="查看出处 \1">'
        r"\1</button>\2</span>",
        inert,
    )


@dataclass(frozen=True, slots=True)
class Turn:
    """One question and what has come of it so far. ``state``: 回答中, 完成 or 停止."""

    question: str
    text: str = ""
    query: Query | None = None
    answer: Answer | None = None
    state: str = "回答中"
    id: str = field(default_factory=lambda: uuid4().hex, compare=False)

    def answered(self, answer: Answer) -> Turn:
        """The finished turn."""
        return replace(self, text=answer.text, query=answer.query or self.query, answer=answer, state="完成")

    def stopped(self) -> Turn:
        """The turn as it stands when the user has had enough; a finished one stays as it is."""
        return self if self.state == "完成" else replace(self, state="停止")

    def changed(
        self, place: str | None, year: int | None, indicator: str | None = None, nature: str | None = None
    ) -> str:
        """A question with what is new of these; ``""`` where nothing is, None stands for what there was.

        Another place or year makes a follow-up (2022年山城区呢), another indicator or nature a
        question of its own.
        """
        query = self.query or Query(self.question)
        new_year = f"{year}年" if year and (year,) != query.years else ""
        new_place = place if place and (place,) != query.places else ""
        asked = (*query.names, query.indicator)[0]
        if (indicator or asked) == asked and (nature or query.nature) == query.nature:
            return f"{new_year}{new_place}呢" if new_year or new_place else ""
        when = new_year or (f"{query.period}年" if query.period.isdigit() else query.period)
        when = when or "、".join(f"{one}年" for one in query.years)
        where = new_place or "和".join(query.places)
        wanted = nature or query.nature
        aim = {"目标": "目标是多少", "实绩": "实际完成多少"}.get(wanted, "是多少")
        return f"{when}{where}{indicator or asked}{aim}"

    def messages(self, verdict: str = "") -> list[dict[str, Any]]:
        """The two messages of the chat, question and reply, as the Chatbot takes them.

        ``verdict``: what the reader thinks of the answer, ``"good"``, ``"bad"`` or ``""``.
        """
        asked = "<br>".join(map(plain, self.question.strip().split("\n")))
        parts = [_chips(self.query, self.answer), marked(self.text), *self._below(verdict)]
        reply: dict[str, Any] = {"role": "assistant", "content": "\n\n".join(filter(None, parts))}
        if self.answer and self.answer.suggestions:
            shown = self.answer.suggestions[:_SHOWN_SUGGESTIONS]
            reply["options"] = [{"value": suggestion, "label": suggestion} for suggestion in shown]
        return [{"role": "user", "content": asked}, reply]

    def _below(self, verdict: str) -> Iterator[str]:
        """What stands under the text: remarks, the badge, the sources."""
        if self.state == "回答中":
            # While it is there, the style sheet shows the button that stops in place of the one that sends.
            yield '<span class="writing">…</span>'
        if self.state == "停止":
            yield '<p class="aside">（已停止）</p>'
        if self.answer:
            # A notice may repeat what was assumed of the question.
            notes = (*(self.query.notes if self.query else ()), *self.answer.notice.split("；"))
            yield "".join(f'<p class="aside">{plain(note)}</p>' for note in dict.fromkeys(notes) if note)
            yield _badge(self.answer)
            yield "".join(map(_source, self.answer.citations))
        if self.state != "回答中":
            yield _acts(self.answer, verdict)


def _chips(query: Query | None, answer: Answer | None) -> str:
    """What was understood of the question, and whether the reports have it."""
    chips = ""
    if answer and not answer.answered:
        lost = "只找到一部分" if answer.text.startswith(PARTLY) else "没有找到依据"
        chips = f'<span class="chip lost">{lost}</span>'
    if query:
        when = query.period or "、".join(map(str, query.years))
        nature = "实绩与目标" if query.nature == "both" else query.nature
        asked = query.names or (query.indicator,)
        slots = (*query.places, f"{when}年" if when.isdigit() else when, *asked, nature)
        chips += "".join(
            f'<button type="button" class="chip act" value="change" title="换一个再问">{plain(slot)}</button>'
            for slot in list(filter(None, slots)) or (["换地区或年份"] if answer else [])
        )
        chips += f'<span class="chip">{plain(query.measure)}</span>' if query.measure else ""
    return f'<div class="chips">{chips}</div>' if chips else ""


def _badge(answer: Answer) -> str:
    """Whether the figures were checked, how the answer came to be, how long it took and how many tokens."""
    if not answer.answered and not answer.tokens:
        return ""
    ms = answer.elapsed_ms
    spent = f"{ms:.0f} 毫秒" if ms < 1000 else f"{ms / 1000:.1f} 秒"
    # What the LLM took is shown where one was asked, also where its answer was not used.
    spent += f" · {answer.tokens} 词元" if answer.tokens else ""
    if not answer.answered:
        # A refusal tells what asking the LLM has taken, and claims no check.
        return f'<div class="foot"><span>没有作答</span><span>{spent}</span></div>'
    checked = (
        ("checked", "✓ 数字已核对") if answer.verified else ("unchecked", "数字未能逐一核对，请以出处为准")
    )
    return (
        f'<div class="foot"><span class="{checked[0]}">{checked[1]}</span>'
        f"<span>{plain(_MODES.get(answer.mode, answer.mode))} · {spent}</span></div>"
    )


def _acts(answer: Answer | None, verdict: str) -> str:
    """What can be done with a reply; look.js does the copying, the page the rest."""
    acts = {"copy": "复制", "again": "重试", "good": "有用", "bad": "不满意"} if answer else {"again": "重试"}
    on = {verdict: " on"} if verdict else {}
    buttons = [
        f'<button type="button" class="act {act}{on.get(act, "")}" value="{act}">{label}</button>'
        for act, label in acts.items()
    ]
    if answer and (wanted := _trend(answer)):
        buttons.append(f'<button type="button" class="act trend" value="{wanted}">看趋势</button>')
    return f'<div class="acts">{"".join(buttons)}</div>'


def _trend(answer: Answer) -> str:
    """The places and the indicator whose trend an answer can open; ``""`` where it gives no figure."""
    from assistant.scoring import figures

    query = answer.query
    if not (answer.answered and query and query.places):
        return ""
    # Without a standard name the question's own words do, if the answer has a figure for them.
    told = set(figures(answer.text)) - set(figures(query.question))
    words = query.names[0] if query.names else query.indicator if told else ""
    if words and query.measure == "增速" and not words.endswith(query.measure):
        words += query.measure
    return plain(json.dumps([query.places, words], ensure_ascii=False)) if words else ""


def _source(citation: Citation) -> str:
    """A citation as a fold that opens to the quote and where it stands."""
    rows = {
        "地区": citation.place,
        "报告年份": f"{citation.report_year} 年" if citation.report_year else "",
        "章节": " › ".join(citation.section),
        "页码": f"第 {citation.page} 页" if citation.page else "",
        "文件": citation.source,
    }
    where = "".join(f"<dt>{name}</dt><dd>{plain(value)}</dd>" for name, value in rows.items() if value)
    section = citation.section[-1] if citation.section else ""
    return (
        f'<details class="source n{citation.number}"><summary><span class="number">{citation.number}</span>'
        f"<span>{plain(named(citation))}</span>"
        f'<span class="section">{plain(section)}</span></summary>'
        f"<blockquote>{plain(citation.quote)}</blockquote><dl>{where}</dl></details>"
    )


def named(citation: Citation) -> str:
    """The report's title, led by the place and the year where it lacks them."""
    title = citation.title or citation.source
    year = f"{citation.report_year}年" if citation.report_year else ""
    return title if citation.place in title else f"{citation.place}{year}{title}"


def open_for(places: Sequence[str], indicator: str) -> str:
    """The attribute of an HTML button on any page that opens the indicators page with a trend drawn."""
    return f'data-figures="{plain(json.dumps([list(places), indicator], ensure_ascii=False))}"'
