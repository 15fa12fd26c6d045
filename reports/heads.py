"""What a head looks like: labels, where a title ends, and lines that are heads without a label."""

from __future__ import annotations

import re
from dataclasses import dataclass

from reports.patterns import regex

TITLE_LIMIT = 60
_CN = "一二三四五六七八九十"
_DIGITS = {char: value for value, char in enumerate(_CN, 1)}

# rank: smaller is further out
PART, MAIN, INNER, ORDINAL, SUB, ITEM, POINT, RUN_IN = 10, 20, 22, 26, 30, 40, 50, 90
_LABELS: tuple[tuple[int, re.Pattern[str]], ...] = (
    (PART, regex(rf"第([{_CN}]{{1,3}})(?:部分|章|篇)[、，,：:\s]*")),
    (MAIN, regex(rf"([{_CN}]{{1,3}})\s*[、．.](?![{_CN}]+[、产级线])\s*")),
    (ORDINAL, regex(rf"第([{_CN}]{{1,3}})[、，,]\s*")),
    (SUB, regex(rf"[（(〔]\s*([{_CN}]{{1,3}})\s*[)）〕]\s*[、.．]?\s*")),
    (ITEM, regex(r"(\d{1,2})\s*[.．、](?!\d)\s*")),
    (POINT, regex(r"[（(]\s*(\d{1,2})\s*[)）]\s*")),
    (POINT, regex(r"([①-⑳])\s*")),
)
_SENTENCE_END = regex(r"[。！？!?]")
_CLAUSE_END = regex(r"[，。；：！？,;:!?]")
_TOPIC = regex(
    r"(?:回顾|总结|成就|成绩|情况|重点任务|主要任务|重点工作|工作任务|奋斗目标|主要目标|目标任务|预期目标|目标"
    r"|任务|总体要求|要求|总体思路|思路|工作安排|安排|部署|打算|建议|政府自身建设|自身建设|重点|工作|意见|建设)"
)
_BODY_BEGINS = regex(
    r"(?:刚刚)?(?:过去|今年|去年|今后|未来|本届|各位|[一二三四五几十]年|我们|全[市省县区国州盟旗]|做好|根据|按照|面对|当前"
    r"|(?:19|20|二|一九)[\d〇○OoO0一二三四五六七八九]{2,3}年|为?了?实现|要(?!求|点)|必须|把|随着|围绕|坚持|综合|是|从|总的|任重|打铁)"
)
_FIRST_ITEM = regex(r"(?<!\d)1\s*[.．、](?!\d)")
_NOTES = regex(
    r"(?:附件?[一二\d]?[:：]?)?.{0,24}(?:名词解释|名词注释|名词说明|用语解释|用语说明|注释|专有名词|名词术语解释)[）)]?[:：]?$"
)
_OPENING = regex(
    rf"(?:各位|同志们|我们|一年来|[几两三四五]年来|过去|今年|去年|同时|此外|这些|当前|对此|回顾|预计|其中|为此|因此|但是|然而"
    rf"|总之|可以说|[{_CN}]+是|[{_CN}]+要|[{_CN}]+个|[{_CN}]+、|要|总的|事实|实践|这|第[{_CN}]+，|现|下面|此|由此|具体|首先|其次|再次|最后|谢谢|不忘|\W)"
)
_NOT_A_HEAD = regex(
    r"(?:[。；！？，：…、;!?,:]|年\d{1,2}月|https?:|www\.|={3,}|来源|责编|编辑|记者|分享|打印|字号|扫一扫|点击|登录|注册"
    r"|发布|\d{4}-\d\d?|人民代表大会|〔|（此件|[市省县区州]长\s|总理\s|^附件)"
)
_YEAR = r"(?:19|20)\d\d年|[二一][〇○零OoO0九一二三四五六七八]{3}年|“?十[一二三四五]?五”?"
_KIND = r"(?:回顾|总结|重点|任务|安排|目标|要求|工作|情况|部署|思路|建议)"
_PART_TITLE = regex(
    rf"(?:过去|今后)?.{{0,4}}(?:{_YEAR}).{{0,4}}(?:工作回顾|工作总结|重点工作|工作安排|主要任务|重点任务)(?![和与及、的暨安任部])"
)
STRONG = regex(
    rf"(?:关于|对)?(?:过去|今后|未来|本届|上届|五年)?.{{0,6}}(?:{_YEAR}).{{0,24}}{_KIND}$"
    rf"|(?:关于|对)?(?:过去|今后|未来|本届|上届|[五一]年|今年|去年).{{0,24}}{_KIND}$"
    r"|.{0,12}(?:工作回顾|重点工作|主要任务|工作安排|目标任务|总体要求|主要目标|工作重点|工作任务|自身建设)"
    r"(?:和.{2,12})?$"
)
_FIGURE = regex(r"\d|百分之|[一二三四五六七八九十][万亿]")
_ANNOUNCES = regex(r"(?:以下|如下|下列|几点|几个|[一二三四五六七八九十]个方面).{0,8}$")

_QUOTED = regex(r"“[^”]{0,20}”")
ADDRESS = regex(r"各位(?:代表|委员)|同志们")
TURN = regex(
    r"(?:各位(?:代表|委员)|同志们)\s*[，,！!]|(?:在)?(?:肯定|总结|看到).{0,10}成绩.{0,3}同时|同时，我们也?.{0,3}清醒"
)


@dataclass(frozen=True, slots=True)
class Head:
    """A head found at the start of a block of the view.

    ``title`` is view text; ``body`` the view position where the text after the head begins, which
    equals the head's own start where the head cannot be told apart from its sentence; ``label`` is
    the length of the label at the start of ``title``.
    """

    rank: int
    number: int
    title: str
    label: int
    start: int
    body: int


def label(text: str) -> tuple[int, int, int] | None:
    """(rank, number, length) of the numbered label that ``text`` begins with."""
    for rank, pattern in _LABELS:
        match = pattern.match(text)
        if match:
            return rank, _value(match.group(1)), match.end()
    return None


def labelled(block: str, start: int) -> Head | None:
    """The head of a block that begins with a numbered label; ``start`` is its view position."""
    found = label(block[:16])
    if not found:
        return None
    rank, number, size = found
    if rank == ORDINAL and (len(block) > 40 or _CLAUSE_END.search(block[size:])):
        return None
    if not block[size:].strip():
        return Head(rank, number, block.strip("、，：. "), size, start, start + len(block))
    length, apart = _title(block, size, rank)
    title = block[:length].rstrip("。；：，、:;,. \n！!")
    return Head(rank, number, title[:TITLE_LIMIT], size, start, start + (length if apart else 0))


def _title(block: str, size: int, rank: int) -> tuple[int, bool]:
    """How long the title is, its label included, and whether the body begins right after it."""
    ends = _SENTENCE_END.search(block, size, size + TITLE_LIMIT + 30)
    sentence = ends.end() if ends else len(block)
    clause = _CLAUSE_END.search(block, size)
    first = clause.start() if clause else len(block)
    if rank >= ITEM:
        return _item_title(block, size, sentence, first)
    fused = _fused(block, size, first, rank)
    if sentence == len(block) and len(block) <= TITLE_LIMIT and not (fused and block[-1] == "："):
        return len(block), True
    if fused:
        return fused, True
    if clause and clause.group() in "：:" and first - size <= 30:
        return first + 1, True
    if ends and sentence - size <= 45:
        return sentence, True
    if first - size > 40:
        first = size + 30
    return first, False


def _item_title(block: str, size: int, sentence: int, first: int) -> tuple[int, bool]:
    """The same for 1. and ①, which begin a head as often as a whole task: its start is the title."""
    figures = _FIGURE.search(_QUOTED.sub("", block[size:sentence]))
    if sentence - size <= 24 and not figures and (sentence < len(block) or first == len(block)):
        return sentence, True
    if first - size < 6 and first < len(block):
        following = _CLAUSE_END.search(block, first + 1)
        first = following.start() if following else len(block)
    return min(first, size + 40), False


def _fused(block: str, size: int, first: int, rank: int) -> int:
    """Where a title ends that runs into its paragraph without a mark (…工作回顾过去的一年，…); or 0."""
    if rank <= SUB:
        item = _FIRST_ITEM.search(block, size + 4, size + TITLE_LIMIT)
        if item and not _SENTENCE_END.search(block, size, item.start()):
            return item.start()
    if rank > INNER:
        return 0
    for match in _TOPIC.finditer(block, size, min(first, size + 40)):
        end = match.end()
        if end < first and end - size >= 4 and _BODY_BEGINS.match(block, end):
            return end
    known = _PART_TITLE.match(block, size)  # 2022年重点工作, whatever follows
    return known.end() if known and first - known.end() >= 5 else 0


def is_notes(block: str) -> bool:
    """Whether a block is the head of the notes at the end (名词解释)."""
    return len(block) <= 40 and bool(_NOTES.match(block)) and "。" not in block


def unnumbered(block: str) -> bool:
    """Whether a block could be a head that stands on its own line without a label."""
    return 4 <= len(block) <= 40 and not _NOT_A_HEAD.search(block) and not _OPENING.match(block)


def strong(block: str) -> bool:
    """Whether an unnumbered head says by its words that it is one (2022年工作回顾)."""
    return len(block) <= 40 and bool(STRONG.match(block)) and "，" not in block and "：" not in block


def run_in(block: str) -> int:
    """The length of the short first sentence that heads a paragraph, its full stop included; or 0."""
    dash = len(block) - len(block.lstrip("—― ·•●◆"))
    ends = _SENTENCE_END.search(block, dash, dash + 24)
    if not ends or ends.group() != "。" or ends.start() - dash < 4:
        return 0
    sentence = block[dash : ends.start()]
    if _FIGURE.search(_QUOTED.sub("", sentence)) or (
        _OPENING.match(sentence) and not sentence.startswith("“")
    ):
        return 0
    if sentence.count("“") != sentence.count("”") or "：" in sentence or _ANNOUNCES.search(sentence):
        return 0
    return ends.end()


def _value(number: str) -> int:
    """The value of 十二, 12 or ⑫."""
    if number.isdecimal():
        return int(number)
    if number in "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳":
        return ord(number) - ord("①") + 1
    tens, mark, ones = number.rpartition("十")
    if not mark:
        return _DIGITS.get(number, 0)
    return (_DIGITS.get(tens, 1) if tens else 1) * 10 + (_DIGITS.get(ones, 0) if ones else 0)
