"""Checks an LLM's answer sentence by sentence against the evidence that it was given.

A sentence stands when every figure in it is printed in an evidence sentence for the same place,
year, indicator and direction, every quoted run stands in the evidence, and its words come from
there. Otherwise it is withdrawn, and the report's own words take its place.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from reports.indicators import aliases_of, find_names
from reports.numerals import chinese_value

from .claims import MARK, Carried, Claim, Claims, read_claims
from .material import Item, Known, Material, compact
from .places import PlaceIndex, short_name
from .select import RESULTS, unit_fits
from .slots import Slots

_PREFIX = re.compile(r"\s*(?:[-*•·]\s+|\d{1,2}[.、)）](?!\d)\s*|[（(]\d{1,2}[)）]\s*|[|])?\s*")
_END = re.compile(r"[\s。！？!?；;|]*$")
_UP = re.compile(r"增长|上升|提高|增加|提升|上涨|扩大|新增|多")
_DOWN = re.compile(r"下降|减少|降低|回落|下滑|缩减|负增长|跌|压减|缩短|少")
_CHANGED = re.compile(
    r"(?:(?:同比|比[^,]{1,6}|较[^,]{1,6})(?:多|少|高|低)?|增长|上升|提高|增加|提升|下降|减少|降低|增幅|增速|涨幅|降幅)(?:了|达到|达|为|是)*$"
)
_MARGIN = re.compile(r"(?:比|较)[^,]{1,6}(?:多|少|高|低|增加|减少|提高|下降|降低|提前)了?$")
_TARGET = re.compile(r"目标|计划|预期|力争|争取|拟|将|要|安排|确保|打算|预计|以上|新的一年|今年")
_AIM = re.compile(r"目标|计划|力争|争取|拟|将(?!近)")
_DONE = re.compile(r"完成|实现|实际|已|达到了|建成")
_SURELY_DONE = re.compile(
    r"实际(?:完成|达到|实现|新增|为|是)|已经?(?:完成|实现|达到|建成|新增)|(?:完成|实现|达到|建成|新增)了"
)
_FIGURE = re.compile(r"\d[\d.]*[^\d，。；、,;(\[\n]{0,6}")
_SUM = re.compile(r"（([^（）]*[−＋][^（）]*)＝([\d.]+)）")
_MORE = re.compile(r"(.*?)比(.*?)(多|高|大|少|低|小)")
_NOTHING = re.compile(
    r"(?:没有|未|没)(?:找到|提到|提及|写明|给出|涉及|披露|说明|列出|载明|明确|直接)|无法(?:回答|确定|得知|判断)|找不到|并无|查不到|没有.{0,20}(?:数据|信息|内容|资料|答案)"
)
_FRAME = re.compile(
    r"根据|依据|按照|报告|资料|数据|显示|指出|提到|如下|具体|主要|包括|其中|以下|方面|几个|情况|总体|来看|综上|总的|此外|另外|同时|"
    r"有关|相关|问题|工作|以及|分别|分|别为|达到|达|为|是|在|的|了|和|与|等|将|对|于|并|也|还|都|中|及|从|其|这|该|全年|全区|全市|全县|当地|政府"
)
_WORDS = re.compile(r"[^\w]|[\d_]")
_LEAK = 14
ENOUGH_WORDS = 0.34


@dataclass(frozen=True, slots=True)
class Checked:
    """A sentence after its check. ``text`` holds marks by evidence number; ``""`` where it is dropped.

    ``reason`` says why it was withdrawn, ``""`` where it stands; ``empty`` that it says there is
    nothing in the reports.
    """

    text: str
    reason: str = ""
    empty: bool = False


class Checker:
    """Checks the sentences of one answer, in order; what one says of place and year carries over."""

    def __init__(
        self,
        material: Material,
        slots: Slots,
        places: PlaceIndex,
        *,
        asked: str,
        rules: str = "",
        own_words: Sequence[str] = (),
    ) -> None:
        self._items = {i.number: i for i in material.items}
        self._material, self._slots, self._asked = material, slots, compact(asked)
        self._rules = compact(rules)
        self._names = _names(places, material, slots)
        # Where an answer names no place, it speaks of those that were asked for.
        self._carried = Carried(places=slots.places)
        self._own = list(own_words)
        self._chosen = {compact(f) for f in _FIGURE.findall(compact("\n".join(own_words)))}
        self._used: set[int] = set()
        self._told = "\n".join((*(i.compact for i in material.items), self._asked))
        self._all = "\n".join(i.around for i in material.items)
        self._sums = [(*m.groups(), line) for line in material.sums for m in _SUM.finditer(line)]

    def knows(self, number: int) -> bool:
        """Whether there is evidence of that number."""
        return number in self._items

    def check(self, sentence: str) -> Checked:
        """The sentence as it may be shown."""
        prefix = _PREFIX.match(sentence)
        head = prefix.group() if prefix else ""
        body = sentence[len(head) :]
        ending = _END.search(body)
        tail = body[ending.start() :] if ending else ""
        core = body[: len(body) - len(tail)]
        marks = list(dict.fromkeys(n for n in map(int, MARK.findall(body)) if n in self._items))
        core = MARK.sub(lambda m: m.group() if int(m[1]) in self._items else "", core)
        tail = MARK.sub(lambda m: m.group() if int(m[1]) in self._items else "", tail)
        if not _WORDS.sub("", MARK.sub("", core)) and not re.search(r"\d", MARK.sub("", core)):
            return Checked(sentence if not marks else head + core + tail)
        plain, shown_sums = self._without_sums(core)
        claims = read_claims(plain, self._names, self._carried, self._told)
        reason, needed, added = self._judge(claims, marks)
        if reason:
            return self._replaced(head, tail, claims, marks, reason)
        self._remember(claims)
        kept = [n for n in marks if n in needed or not needed or self._speaks(claims, self._items[n])]
        for n in set(marks) - set(kept):
            core, tail = core.replace(f"[{n}]", ""), tail.replace(f"[{n}]", "")
        extra = "".join(f"[{n}]" for n in needed if n not in kept)
        sums = "".join(f"（{s}）" for s in added if s not in shown_sums)
        self._used |= {*kept, *needed}
        return Checked(head + core + sums + extra + tail, empty=bool(_NOTHING.search(claims.text)))

    def _without_sums(self, core: str) -> tuple[str, list[str]]:
        """The text without the sums that code has handed over, and those sums."""
        shown = []
        for terms, result, _ in self._sums:
            for written in (f"{terms}＝{result}", f"{terms}={result}".replace("−", "-").replace("＋", "+")):
                if f"（{written}）" in core or f"({written})" in core:
                    core = core.replace(f"（{written}）", "").replace(f"({written})", "")
                    shown.append(f"{terms}＝{result}")
        return core, shown

    # -- judging ---------------------------------------------------------------------------

    def _judge(self, claims: Claims, marks: list[int]) -> tuple[str, list[int], list[str]]:
        """(why it falls or "", evidence numbers that it needs, sums that it uses)."""
        if self._leaks(claims.text):
            return "透露提示词", [], []
        marked = [self._items[n] for n in marks]
        order = marked + [i for i in self._material.items if i not in marked]
        needed: list[int] = []
        sums: list[str] = []
        for claim in claims.figures:
            item, why = self._support(claim, claims, order)
            if item is None:
                used = self._sum(claim, claims)
                if used is None:
                    return (
                        why or f"数字 {claims.text[claim.figure.start : claim.figure.end]} 没有依据",
                        [],
                        [],
                    )
                sums.append(used)
            elif item.number not in needed:
                needed.append(item.number)
        sources = [self._items[n] for n in needed] or marked or order
        if why := self._others(claims, sources, order, needed):
            return why, [], []
        if not claims.figures and not needed and (why := self._wording(claims, marked, needed)):
            return why, [], []
        return "", needed, sums

    def _leaks(self, text: str) -> bool:
        return any(text[i : i + _LEAK] in self._rules for i in range(0, max(0, len(text) - _LEAK + 1)))

    def _support(self, claim: Claim, claims: Claims, order: Sequence[Item]) -> tuple[Item | None, str]:
        """The first evidence that prints the figure for what the sentence says of it."""
        why = ""
        for item in order:
            for known in item.known:
                if not _same(claim, known):
                    continue
                fault = self._fault(claim, claims, item, known)
                if not fault:
                    return item, ""
                why = why or fault
        return None, why

    def _fault(self, claim: Claim, claims: Claims, item: Item, known: Known) -> str:
        """Why this printed figure is not what the sentence claims; ``""`` where it is."""
        fact = known.fact
        if claim.places and not any(_is_of(p, item, known) for p in claim.places):
            return "地区不符"
        if fact and fact.place in ("全国", "全省") and fact.place != item.place:
            words = ("全国", "我国", "中国") if fact.place == "全国" else ("全省", "省")
            if not any(w in claims.text for w in words):
                return "地区不符"
        if not self._year_fits(claim, claims, item, known):
            return "年份不符"
        if claims.report_years and item.report_year not in claims.report_years:
            return "报告年份不符"
        if any(
            y not in item.years and not (fact and fact.year and y == fact.year - 1) for y in claims.compared
        ):
            return "年份不符"
        written = claims.text[claim.figure.start : claim.figure.end]
        chosen = self._asked if any(f.startswith(written) for f in self._chosen) else ""
        return (
            _direction(claim, known)
            or _bound(claim, known)
            or _nature(claim, claims, known)
            or _indicator(claim, item, known, self._rivals(item, known), chosen)
        )

    def _rivals(self, item: Item, known: Known) -> list[Known]:
        """Figures of other sentences of which the same could be said: one place, year, nature, unit."""
        fact = known.fact
        if fact is None:
            return []
        return [
            k
            for other in self._material.items
            if other is not item and other.place == item.place
            for k in other.known
            if k.fact
            and k.figure.base_unit == known.figure.base_unit
            and k.figure.normal != known.figure.normal
            and (k.fact.year, k.fact.nature, k.fact.measure) == (fact.year, fact.nature, fact.measure)
        ]

    def _year_fits(self, claim: Claim, claims: Claims, item: Item, known: Known) -> bool:
        fact, year = known.fact, item.report_year
        own: Collection[int] = (
            {fact.year} if fact and fact.year else item.years or ({year, year - 1} if year else set())
        )
        period = fact.period if fact else ""
        spans = [_absolute(span, year) for span in claim.years]
        if any(_covers(span, own, period, item) for span in spans):
            return True
        if claims.years and spans:
            return False
        # Nothing is said here: the year is the one asked for, or a plan's own.
        if fact and fact.nature in ("目标", "计划") and _TARGET.search(claims.text):
            return True
        slots = self._slots
        if slots.years:
            return any(y in own for y in slots.years)
        if slots.span:
            return any(slots.span[0] <= y <= slots.span[1] for y in own)
        return not spans

    def _sum(self, claim: Claim, claims: Claims) -> str | None:
        """The sum (a−b＝c) that the figure is the result of, where the sentence says it rightly."""
        number = re.match(r"[\d.]+", claims.text[claim.figure.start :])
        for terms, result, line in self._sums:
            if (
                number
                and number.group() == result
                and self._unit_in(claim, line, result)
                and self._sides(claim, line)
            ):
                return f"{terms}＝{result}"
        return None

    @staticmethod
    def _unit_in(claim: Claim, line: str, result: str) -> bool:
        stated = re.search(re.escape(result) + r"([^\d（，。；]*)（", line)
        unit = claim.figure.multiplier + claim.figure.unit
        return stated is None or compact(stated[1]).startswith(unit) if unit else True

    def _sides(self, claim: Claim, line: str) -> bool:
        """Whether more and less are on the same sides as in the computed line."""
        truth = _MORE.search(compact(line))
        if truth is None:
            return bool(re.search(r"合计|一共|共|总|之和|加起来", claim.clause))
        said = _MORE.search(claim.clause)
        if said is None:
            return bool(re.search(r"相差|差距|差额|之差|差了|差", claim.clause))

        def tokens(text: str) -> set[str]:
            read = read_claims(text, self._names, Carried())
            return {t.place for t in read.places} | {str(t.years) for t in read.years}

        high, low = tokens(truth[1]), tokens(truth[2])
        left, right = tokens(said[1]), tokens(said[2])
        if said[3] in "少低小":
            left, right = right, left
        high, low = high - low, low - high
        return bool((left & high or right & low) and not left & low and not right & high)

    def _others(
        self, claims: Claims, sources: Sequence[Item], order: Sequence[Item], needed: list[int]
    ) -> str:
        """Quotes, other numbers, counts, places and years of the sentence."""
        for quote in claims.quotes:
            item = next((i for i in (*sources, *order) if _holds(i, quote)), None)
            if item is None and quote.strip("。，；") not in self._asked:
                return "引文不在报告里"
            if item is not None and quote in item.compact and item.number not in needed and len(quote) > 6:
                needed.append(item.number)
        for number in claims.numbers:
            printed = re.compile(rf"(?<![\d.]){re.escape(number)}(?![\d])")
            if not any(printed.search(i.around.replace(",", "")) for i in sources) and not printed.search(
                self._asked
            ):
                return f"数字 {number} 没有依据"
        for numeral, unit in claims.small:
            value = chinese_value(numeral)
            if not any(_counts(i, numeral, unit, value) for i in (*sources, *order)):
                return f"数字 {numeral}{unit} 没有依据"
        for word in claims.loose:
            if not any(word in i.compact for i in sources):
                return f"“{word}”没有依据"
        if claims.figures or _NOTHING.search(claims.text):
            return ""
        for token in claims.places:
            if not any(_is_of(token.place, i, None) for i in sources):
                return "地区不符"
        return self._bare_years(claims, sources)

    def _bare_years(self, claims: Claims, sources: Sequence[Item]) -> str:
        for token in claims.years:
            first, last = token.years or (0, 0)
            if first <= 0:
                continue
            for item in sources:
                year = item.report_year or 0
                if {first, last} <= item.years | {year, year - 1} or f"{first}" in item.around:
                    break
            else:
                return "年份不符"
        wrong = claims.report_years and not any(i.report_year in claims.report_years for i in sources)
        return "报告年份不符" if wrong else ""

    def _wording(self, claims: Claims, marked: Sequence[Item], needed: list[int]) -> str:
        """A sentence without figures: its words must come from the evidence, whose mark it gets."""
        if _NOTHING.search(claims.text):
            return ""
        words = self._content(claims)
        if len(words) < 4:
            return ""
        if claims.text.endswith(":") and share(words, self._all + self._asked) >= ENOUGH_WORDS:
            # It announces what follows, which brings its own marks.
            return ""
        best = max(self._material.items, key=lambda i: share(words, i.around), default=None)
        if any(share(words, i.around) >= ENOUGH_WORDS for i in marked):
            return ""
        if best is not None and share(words, best.around) >= (0.5 if marked else ENOUGH_WORDS):
            needed.append(best.number)
            return ""
        # A summing-up speaks of several sentences at once.
        if share(words, self._all) >= 0.6:
            return ""
        return "与报告内容不符"

    def _content(self, claims: Claims) -> str:
        text = claims.text
        for token in sorted((*claims.places, *claims.years), key=lambda t: -t.start):
            text = text[: token.start] + "　" + text[token.end :]
        return _WORDS.sub("　", _FRAME.sub("　", text)).strip("　")

    def _speaks(self, claims: Claims, item: Item) -> bool:
        return share(self._content(claims), item.around) >= 0.3

    # -- what follows ----------------------------------------------------------------------

    def _remember(self, claims: Claims) -> None:
        places, years = tuple(t.place for t in claims.places), tuple(t.years for t in claims.years if t.years)
        self._carried = Carried(places or self._carried.places, years or self._carried.years)

    def _replaced(self, head: str, tail: str, claims: Claims, marks: Sequence[int], reason: str) -> Checked:
        """The report's own words in place of a sentence that does not hold."""
        ending = "\n" if "\n" in tail else ""
        own = "\n".join(self._own)
        own_marks = set(map(int, MARK.findall(own)))
        self._own.clear()
        if own and not own_marks <= self._used:
            self._used |= own_marks
            return Checked(f"{head}{own}{ending}", reason)
        item = self._nearest(claims, marks)
        if item is None:
            return Checked("", reason)
        self._used.add(item.number)
        year = f"{item.report_year}年" if item.report_year else ""
        return Checked(
            f"{head}{item.place}{year}报告原文：“{_inert(item.text)}”[{item.number}]{ending}", reason
        )

    def _nearest(self, claims: Claims, marks: Sequence[int]) -> Item | None:
        """The evidence for what the sentence speaks of, of the place and time asked for."""
        words = self._content(claims)
        slots = self._slots

        def fits(item: Item) -> bool:
            at_place = not slots.places or item.place in slots.places
            years = {f.year for f in item.facts} | item.years
            return at_place and (not slots.years or not years or bool(years & set(slots.years)))

        choice = [i for i in self._material.items if fits(i) and i.number not in self._used]
        best = max(choice, key=lambda i: share(words, i.around) + 0.1 * (i.number in marks), default=None)
        return best if best and share(words, best.around) >= 0.2 else None


def _names(places: PlaceIndex, material: Material, slots: Slots) -> list[tuple[str, str]]:
    """(compact name, place): full names of all places of the store, short ones of those in play."""
    near = {i.place for i in material.items} | set(slots.places)
    names = {compact(p): p for p in places.parents}
    for place in near:
        names.setdefault(compact(short_name(place)), place)
    return sorted(names.items(), key=lambda n: -len(n[0]))


def _same(claim: Claim, known: Known) -> bool:
    """Whether two printed figures are one: same number, same unit."""
    a, b = claim.figure, known.figure
    if a.value != b.value:
        return False
    if not a.unit and not a.multiplier:
        return True
    if a.multiplier != b.multiplier:
        return False
    if not a.unit:
        return True
    if not b.unit:
        # 150万农村人口 is told as 150万人, never as 150万公里.
        return a.unit in known.after
    return unit_fits(a.base_unit, b.base_unit) >= 0.9


def _is_of(place: str, item: Item, known: Known | None) -> bool:
    fact_place = known.fact.place if known and known.fact else ""
    return place in (item.place, fact_place) or compact(place) in item.compact


def _absolute(span: tuple[int, int], report_year: int | None) -> tuple[int, int]:
    """去年 and 今年 as years of the report that they are said in."""
    return span if span[0] > 0 or not report_year else (report_year + span[0], report_year + span[1])


def _covers(span: tuple[int, int], own: Collection[int], period: str, item: Item) -> bool:
    first, last = span
    if first == last:
        # A period's figure may be told by its last year.
        return first in own
    if len(period) == 9:
        return (int(period[:4]), int(period[5:])) == span
    return {first, last} <= item.years or last in own


def _direction(claim: Claim, known: Known) -> str:
    """增长 against 下降: the last such word before the figure, on both sides."""
    if _CHANGED.search(claim.before) and known.fact and known.fact.measure == "水平":
        # 增长9796人 of a figure that is no growth.
        return "" if _CHANGED.search(known.before) else "口径不符"
    if _MARGIN.search(known.before) and not _turn(claim.before[-14:]):
        return "口径不符"
    said, printed = _turn(claim.before[-14:]), _turn(known.before[-14:])
    return "增减相反" if said and printed and said != printed else ""


def _turn(text: str) -> str:
    words = [(m.start(), "+") for m in _UP.finditer(text)] + [(m.start(), "-") for m in _DOWN.finditer(text)]
    return max(words)[1] if words else ""


def _bound(claim: Claim, known: Known) -> str:
    said, printed = claim.figure.bound, known.figure.bound
    if known.fact and known.fact.bound:
        printed = known.fact.bound
    if not said or said == "~" or said[0] == printed[:1]:
        return ""
    return "限定词不符"


def _nature(claim: Claim, claims: Claims, known: Known) -> str:
    """A target told as a result, or a result as a target."""
    nature = known.fact.nature if known.fact else ""
    done = _DONE.search(claim.clause) and not _AIM.search(claims.text) and not _DONE.search(known.before)
    if nature in ("目标", "计划") and (done or _SURELY_DONE.search(claim.clause)):
        return "把目标当成了结果"
    if (
        nature in RESULTS
        and nature != "预计"
        and _AIM.search(claim.before[-12:])
        and not _AIM.search(known.before)
    ):
        return "把结果当成了目标"
    return ""


def _indicator(claim: Claim, item: Item, known: Known, rivals: Sequence[Known], asked: str) -> str:
    """The words beside the figure must be those that stand beside it in the report."""
    words = re.split(r"[，。；,;：:]", claim.before)[-1] + "　" + claim.after
    if len(_bare(words)) < 2:
        words = claim.before + "　" + claim.after
    for place in (item.place, short_name(item.place)):
        words = words.replace(place, "　")
    fact = known.fact
    own = compact(f"{fact.indicator}{fact.clause}" if fact else "") + known.before + known.after
    said = {m.name for m in find_names(words)}
    if fact and fact.name and said and fact.name not in said:
        near = {m.name for m in find_names(own)}
        if not said & near or (known.before and not said & {m.name for m in find_names(known.before)}):
            return "指标不符"
    bare = _bare(words)
    if len(bare) < 3:
        return ""
    aliases = "\n".join(aliases_of(fact.name)) if fact and fact.name else ""
    mine = share(bare, own + "\n" + aliases)
    printed = known.before[-16:] + "　" + known.after + "　" + (fact.indicator if fact else "")
    beside = share(bare, printed + "\n" + aliases)
    beaten = [
        share(bare, k.before[-16:])
        for k in item.known
        if k is not known and not _close(k, known) and len(_bare(k.before)) >= 3
    ]
    if beaten and max(beaten) - beside >= 0.25:
        return "指标不符"
    if any(share(bare, k.before[-16:]) - beside >= 0.4 for k in rivals):
        return "指标不符"
    # Nothing in common with the figure's own words, where it has some.
    if beside == 0 and len(_bare(known.before[-16:] + known.after)) >= 3 and share(bare, asked) < 0.6:
        return "指标不符"
    # What the facts chose for the question may be told in the question's own words.
    if share(bare, asked) < 0.6 and mine < 0.25 and share(bare, item.compact + "\n" + aliases) < 0.4:
        return "指标不符"
    return ""


def _close(a: Known, b: Known) -> bool:
    """Whether one of two figures has no words of its own and shares the other's (13个、1591户)."""
    return any(len(_bare(k.before)) < 2 and len(_bare(k.after)) < 2 for k in (a, b))


def _bare(words: str) -> str:
    """Words without years, punctuation and the frame of a sentence; gaps are wide spaces."""
    plain = re.sub(r"\d{4}年|去年|今年|上年|目标|预计|同比|增长|下降|比|较", "　", words)
    return re.sub("　+", "　", _WORDS.sub("　", _FRAME.sub("　", plain))).strip("　")


def share(words: str, text: str) -> float:
    """The share of the words' character pairs that stand in ``text``."""
    pairs = {words[i : i + 2] for i in range(len(words) - 1) if "　" not in words[i : i + 2]}
    if not pairs:
        return 0.0
    return sum(1 for p in pairs if p in text) / len(pairs)


def _holds(item: Item, quote: str) -> bool:
    """Whether the quoted run stands in the evidence; … stands for words left out."""
    text = _unquoted(item.around)
    return all(_unquoted(part) in text for part in re.split(r"…+|\.{3,}", quote.strip("。，；、：")) if part)


def _unquoted(text: str) -> str:
    return re.sub(r"[“”\"'‘’「」『』]", "", text)


def _counts(item: Item, numeral: str, unit: str, value: float | None) -> bool:
    if f"{numeral}{unit}" in item.compact:
        return True
    same = (k.figure.value == value and (k.figure.unit in ("", unit) or unit == "个") for k in item.known)
    return any(same)


def _inert(text: str) -> str:
    from .cleaning import clean

    return re.sub(r"[“”]", lambda m: "‘" if m.group() == "“" else "’", clean(text))
