"""The source reader: a whole report as HTML, with the cited sentences of one answer marked in it.

Like the messages, it lets a report's characters through only as :func:`pages.messages.plain`.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import deque
from collections.abc import Iterator, Sequence

from assistant.records import Citation
from pages.messages import named, open_for, plain
from reports.records import Report, Section
from reports.repair import View, repair


def reading(
    report: Report,
    citations: Sequence[Citation],
    number: int,
    turn: int,
    trends: Sequence[tuple[str, str]] = (),
) -> str:
    """The report of citation ``number`` as HTML, with all ``citations`` that stand in it marked.

    ``trends``: places and indicators that the cited sentence has figures of; each opens its trend.

    ``turn`` is the place of the answer in the conversation; the page's script takes it, with the
    number of a citation, to ask for the citation before or after this one.
    """
    shown = next(citation for citation in citations if citation.number == number)
    view = repair(report.text)
    here = [citation for citation in citations if citation.report_id == report.id]
    body = "".join(_sections(report, view, here, number))
    name = plain(named(shown))
    return (
        f'<article class="reading" tabindex="-1" aria-label="报告原文" data-key="{turn}:{number}">'
        f"<header>{_head(shown, citations, turn, report.id)}{_outline(report)}{_trends(trends)}</header>"
        f'<div class="text" tabindex="0" role="region" aria-label="{name}">{body}</div></article>'
    )


def excuse(reason: str) -> str:
    """The panel where the report cannot be shown, with the reason."""
    close = '<button type="button" class="close" data-pick="close">关闭</button>'
    bar = f'<div class="bar"><p class="title excuse">{plain(reason)}</p>{close}</div>'
    return (
        '<article class="reading" tabindex="-1" aria-label="报告原文" data-key="">'
        f"<header>{bar}</header></article>"
    )


def _head(shown: Citation, citations: Sequence[Citation], turn: int, report_id: str) -> str:
    """The report's title, where the citation stands, the way to its neighbours, and the file itself."""
    numbers = [citation.number for citation in citations]
    at = numbers.index(shown.number)

    def step(label: str, by: int) -> str:
        to = at + by
        pick = f'data-pick="read:{turn}:{numbers[to]}"' if 0 <= to < len(numbers) else "disabled"
        return f'<button type="button" class="step" {pick}>{label}</button>'

    page = f"第 {shown.page} 页" if shown.page else ""
    where = " · ".join(filter(None, (" › ".join(shown.section), page, shown.source)))
    return (
        f'<div class="bar"><h2 class="title">{plain(named(shown))}</h2>'
        '<button type="button" class="close" data-pick="close">关闭</button></div>'
        f'<p class="where">{plain(where)}</p>'
        f'<div class="bar steps">{step("上一处", -1)}'
        f'<span class="at">出处 {at + 1} / {len(numbers)}</span>{step("下一处", 1)}'
        f'<a class="original" href="original/{report_id}" download title="下载原文件">下载</a></div>'
    )


def _trends(trends: Sequence[tuple[str, str]]) -> str:
    buttons = "".join(
        f'<button type="button" {open_for([place], words)} title="看趋势">{plain(words)}</button>'
        for place, words in trends
    )
    return f'<p class="trends"><span>看趋势</span>{buttons}</p>' if buttons else ""


def _outline(report: Report) -> str:
    heads = "".join(
        f'<li class="level{min(section.level, 4)}"><button type="button" data-section="{section.ordinal}">'
        f"{plain(_title(report, section))}</button></li>"
        for section in report.sections
    )
    return f'<details class="outline"><summary>目录</summary><ol>{heads}</ol></details>' if heads else ""


def _sections(report: Report, view: View, here: Sequence[Citation], number: int) -> Iterator[str]:
    ends = [end for _, end in view.paragraphs]
    whole = Section(0, (), 0, 0, len(report.text))
    pages = deque((view.to_view(page.start), page.number) for page in report.pages)
    for section in report.sections or (whole,):
        yield f'<section id="section-{section.ordinal}" data-section="{section.ordinal}">'
        if section.path:
            level = min(section.level + 2, 6)
            yield f"<h{level}>{plain(section.title)}</h{level}>"
        start, end = view.to_view(section.body), view.to_view(section.end)
        for first, last in view.paragraphs[bisect_right(ends, start) :]:
            if first >= end:
                break
            turned = 0
            while pages and pages[0][0] <= max(first, start):
                turned = pages.popleft()[1]
            if turned:
                yield f'<p class="page">第 {turned} 页</p>'
            run = _run(view, max(first, start), min(last, end), here, number)
            if run:
                yield f"<p>{run}</p>"
        yield "</section>"


def _run(view: View, start: int, end: int, here: Sequence[Citation], number: int) -> str:
    """The view's ``[start, end)``, the cited parts of it marked; where two overlap, the shown one wins."""
    spans: list[tuple[int, int, int]] = []
    for citation in sorted(here, key=lambda citation: citation.number != number):
        first, last = (max(start, view.to_view(citation.start)), min(end, view.to_view(citation.end)))
        if first < last and all(last <= other[0] or first >= other[1] for other in spans):
            spans.append((first, last, citation.number))
    parts = []
    for first, last, cited in sorted(spans):
        parts.append(plain(view.text[start:first]))
        kind = ' class="shown"' if cited == number else ""
        parts.append(f'<mark{kind} data-number="{cited}">{plain(view.text[first:last])}</mark>')
        start = last
    return "".join((*parts, plain(view.text[start:end])))


def _title(report: Report, section: Section) -> str:
    return section.title or ("开头" if section.start == 0 else f"第 {section.ordinal + 1} 节")
