"""A thing that bears a place's name, of which the report of the place above tells: 成都国际航空枢纽.

The place itself has no report; what the report above tells of itself must not stand for the thing. So the
thing is named by the report, and its name stands before the figure.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from reports import gazetteer
from reports.genre import genre_pairs
from reports.patterns import regex
from reports.text import plain
from vectorstore.records import ReportEntry

from ..drafting.drafts import Draft
from ..evidence.matches import Match
from ..evidence.prepared import Shelf
from ..passages.opened import asked_within
from ..questions.contrasts import contrary
from ..questions.places import parents_of, short_name
from ..questions.slots import Slots

WIDER = regex(
    "全[国省市区县州盟旗](?!唯一|第|首|仅|前|领先|率先|最)|我[省市区县州盟旗]|各[省市区县州地]|"
    "[一二三四五六七八九十百\\d]个[省市区县州]"
)
"""What measures more than one place; 全省唯一 measures the place itself."""

_RUN = regex('[市县区州盟旗省]?(?P<quoted>["“「][^"”」]{1,8}["”」])?(?P<run>[一-鿿]{2,14})')
# 花湖机场, 白鹤滩水电站: a name of its own, then what it is.
_OWN = regex(
    "(?P<own>[一-鿿]{2,4}?)(?:国际)?(?P<what>机场|空港|水库|大桥|水电站|电站|隧道|灌区|港区|大学|医院|湿地|煤矿|油田|气田)"
)
_LEAST = 2
_LONG, _OTHERS = 5, 4
_FACED = regex("国际|高新|经济|工业|产业|综合|现代|新型|中心|城市|国家")


def bearing(slots: Slots, entries: Sequence[ReportEntry], shelf: Shelf) -> tuple[Slots, str] | None:
    """The question asked of the report of the place above, with the thing's name as that report writes it.

    None where the question names no such thing, or no report of a place above writes its name.
    """
    if len(slots.unknown_places) != 1 or slots.task in ("meta", "compare", "difference"):
        return None
    place = slots.unknown_places[0]
    above = [e for e in entries if e.identity.place in parents_of(place)]
    word, text = plain(short_name(place)), slots.text
    found = _RUN.match(text, text.find(word) + len(word)) if word in text else None
    if found is None:
        return None
    # 雄安新区中关村科技园: a name as long as that is no other thing's, whose report it may be.
    own = above or [e for e in entries if not _own_name(found["run"])]
    least = _LEAST if above or _of_firm(found["run"]) else _LONG
    run, quoted = found["run"], re.sub(r"\W", "", plain(found["quoted"] or ""))
    texts = {e: _undated(shelf.evidence(e).folded) for e in shelf.narrow(f"{word} {run}", own, 4)}
    firm = re.compile(rf"{re.escape(word + run[:_LEAST])}[一-鿿]{{0,6}}?(?:公司|集团|股份)")
    least = _LEAST if any(map(firm.search, texts.values())) else least
    if (own_name := _own_name(run)) and any(own_name in written for written in texts.values()):
        return asked_within(slots, (), own), own_name
    lengths = range(len(run), least - 1, -1)
    # 河南省尼龙材料联合体, as well as 河南矿机
    words = [plain(place), word] if plain(place) in text else [word]
    names = (w + run[:length] for w in words for length in lengths if _is_name(run[:length]))
    name = next((n for n in names if any(n in written for written in texts.values())), "")
    if not name or (quoted and not any(quoted in _bare(shelf.evidence(e).folded) for e in own)):
        return None
    own = above or [e for e, written in texts.items() if name in written]
    inner = asked_within(slots, (), own)
    at = inner.content.find(run[:_LEAST])
    content = inner.content[: max(at, 0)] + word + inner.content[max(at, 0) :]
    asks = tuple(replace(a, content=_led(word, run, a.content)) for a in slots.asks)
    parts = tuple(replace(asked_within(p, (), own), content=_led(word, run, p.content)) for p in slots.parts)
    return replace(inner, content=content, asks=asks, parts=parts), name


def _of_firm(run: str) -> bool:
    """Whether words after a place's name go on as the name of a firm does: 矿机 of 河南矿机."""
    return _FIRM.match(run) is not None or (run[:_LEAST] not in genre_pairs() and _is_name(run))


_FIRM = regex("矿机|电气|重[机工]|机械|钢铁|石化|药业|软件|纸业|酒业|铝业|水泥")


def _undated(text: str) -> str:
    """A folded text without the days that events are named by: 芦山“6·1”地震."""
    return re.sub(r"\d{1,2}[·.・•]\d{1,2}(?=[一-鿿])", "", text)


def _bare(text: str) -> str:
    return re.sub(r"\W", "", text)


def _led(word: str, run: str, content: str) -> str:
    """``content`` of a part with the place's name before the thing's, where it names the thing."""
    at = content.find(run[:_LEAST])
    return content[:at] + word + content[at:] if at >= 0 else content


def _own_name(run: str) -> str:
    """花湖机场 of 花湖机场货邮吞吐量: what is named with words of its own; else ``""``."""
    own = _OWN.match(run)
    if own is None or _FACED.search(own["own"]):
        return ""
    usual = any(own["own"][i : i + 2] in genre_pairs() for i in range(len(own["own"]) - 1))
    return "" if usual else own.group()


def _is_name(words: str) -> bool:
    """Whether words after a place's name may be of a thing's name, and not what is asked of the place."""
    from reports.indicators import find_names

    return not find_names(words) and not re.match("多少|几|的|是|有|在|实现|完成|达到|全|今年|去年", words)


def tells_of(name: str, asked: Slots, draft: Draft, shelf: Shelf, entries: Sequence[ReportEntry]) -> bool:
    """Whether each figure of a draft stands after ``name``, with nothing wider and no other place between.

    ``asked``: the question; what stands against it is not told of it.
    """
    if not draft.answered or any(contrary(asked.content, match.fact) for match in draft.near):
        return False
    if draft.near:
        return all(_after(name, match) and _asked_of(name, match, asked) for match in draft.near)
    written = {
        r.id: r.text for e in entries if e.identity.place in asked.places if (r := shelf.evidence(e).report)
    }
    for citation in draft.citer.citations:
        # What follows at once may have no subject of its own.
        before = written[citation.report_id][max(0, citation.start - _AROUND) : citation.end]
        if name not in _undated("。".join(plain(before).split("。")[-3:])):
            return False
    return bool(draft.citer.citations)


_AROUND = 160


def _asked_of(name: str, match: Match, asked: Slots) -> bool:
    """Whether a figure's clause says what is asked of the thing: its 利税 is not told by its 出口."""
    item = match.item
    told = item.clause + item.near + item.after + plain(match.fact.indicator)
    wanted = [_of_thing(name, part) for part in ([a.content for a in asked.asks] or [asked.content])]
    return any(sum(c in told for c in words) >= _SHARE * len(words) for words in wanted)


def _of_thing(name: str, content: str) -> str:
    """What is asked of the thing: the content without the words of its name."""
    return "".join(c for c in re.sub(r"\W", "", plain(content)) if c not in name)


_SHARE = 0.6


def _after(name: str, match: Match) -> bool:
    fact, evidence = match.fact, match.evidence
    before = _undated(plain(evidence.report.text[fact.sentence_start : fact.start]))
    if name not in before:
        # 某地灾后重建有序推进。94个项目……: what follows at once, with no subject of its own place
        above = _undated(evidence.sentence(match.item.sentence - 1))
        if name not in above or WIDER.search(above[above.rfind(name) :]):
            return False
        between = before
    else:
        between = before[before.rfind(name) + len(name) :]
    return not of_others(between)


def of_others(words: str) -> bool:
    """Whether folded words name another place in full, or what measures more than one."""
    named = (m for m in gazetteer.find(words, short=True) if m.exact and m.places[0].name != "国务院")
    return WIDER.search(words) is not None or any(named)
