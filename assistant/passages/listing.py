"""Sentences that list what a question asks for: so many of a kind (哪三条赛道), things of one (哪些商品)."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from reports.patterns import regex
from reports.text import plain

from ..evidence.matching import Need
from ..questions.counted import numerals
from ..questions.numerals import COUNTS
from ..questions.slots import Slots
from .spoken import kind_names, kinds_asked

_MEASURE = "[大个项条座种类家所点件块支位处款张场名项片步样]"
_SO_MANY = regex(
    rf"哪(?P<n>[二两三四五六七八九十])(?P<m>{_MEASURE})?(?:的)?(?P<noun>(?![个大种类点步样](?:$|[，,。？?；;]))[一-鿿]{{1,8}}?)"
    r"(?=$|[，,。？?；;]|(?:被|成|获|评|入选|是|通过|实现|建成|完成|要|将|得到|拿到|在)[一-鿿])"
)
_JOINT = regex("、|以及|和|与|及")
_LEAD = regex("^.*(?:瞄准|聚焦|围绕|坚持|突出|推进|推动|实施|建设|发展|打造|规划布局|布局|深化)")
_ENDS = 2
# Kinds whose members go by names of their own: what lists them need not say the word.
_NAMELESS = regex(
    r"(?:哪(?:些|几[个家项条种类户座款]?)|什么)(?P<kind>(?:[一-鿿]{0,4}?)"
    r"(?:企业|公司|项目|商品|产品|线路|路线|机构|单位|地方|地区|平台|品牌|作物|品种|部门|技术|成果|事项|内容|国家|[国省]道)"
    r"(?:(?:或者?|和|、)(?:企业|公司|项目|产品|单位|工程))?)"
)
_ITEM = regex("一(?:是|要|、)|[(（]?[1一][)）.、．]")
_STEP = "[一二两三四五六七八九十](?:年|步)"
_STEPS = regex(rf"(?<![十百今明去前后第]){_STEP}(?:(?:、|，|和|与){_STEP})+")
_EACH = regex("各|分别|都")
_LIGHTER = 0.2
_LEAST = 4


@dataclass(frozen=True, slots=True)
class Listing:
    """As many things of a kind as a question asks for: ``count`` at least 2, ``noun`` folded, never empty.

    With ``steps`` (一年, 两年, 五年) what is asked for is what stands at each of them.
    """

    count: int
    noun: str
    steps: tuple[str, ...] = ()

    def told(self, text: str) -> bool:
        """Whether a folded sentence lists just as many: before their number, after it, or ending alike."""
        if self.steps:
            return all(re.search(f"{step}(?![，。、])", text) for step in self.steps)
        return self.noun in text and (self._numbered(text) or self._ending_alike(text))

    def kinds(self, end: str) -> list[str]:
        """What its kind may be called: 产业集群或集聚区 is either of the two; ``end`` of all else."""
        either = re.split("或者?|和|、", self.noun)
        return [kind[-2:] for kind in either] if len(either) > 1 else [end]

    def _numbered(self, text: str) -> bool:
        said = rf"(?:{numerals(self.count)}){_MEASURE}?[^，。；：、:]{{0,8}}?{re.escape(self.noun)}"
        for match in re.finditer(said, text):
            before = re.split("[，,。；;：:]", text[: match.start()])[-1]
            if "、" in before and len(_JOINT.split(_LEAD.sub("", before))) == self.count:
                return True
            after = re.match(
                "[^，。；、]{0,6}?(?:[：:(（]|——|包括|分别[是为]|[，,]?即)([^。]+)", text[match.end() :]
            )
            if after and _ITEM.match(after[1]):
                continue  # 一是…。二是…: the others follow
            if after and len(re.findall("[、；;，,]", after[1])) >= self.count - 1:
                return True
        return False

    def _ending_alike(self, text: str) -> bool:
        end = re.escape(self.noun[-_ENDS:])
        name = rf"[^，。；：、:,;和与及]{{1,12}}?{end}"
        listed = re.compile(rf"{name}(?:(?:、|和|与|及|以及){name})+")
        return any(len(_JOINT.split(m.group())) == self.count for m in listed.finditer(text))


def listing_asked(slots: Slots) -> Listing | None:
    """The things that a question asks for by their number (哪六大领域); None where it names none."""
    text = plain(slots.text)
    run = _STEPS.search(text) if _EACH.search(text) else None
    steps = tuple(dict.fromkeys(re.findall(_STEP, run.group()))) if run else ()
    if len(steps) > 1:
        return Listing(len(steps), steps[0], steps)
    found = _SO_MANY.search(text)
    if found is None or COUNTS[found["n"]] < 2:
        return None
    return Listing(COUNTS[found["n"]], found["noun"])


def without_kind(slots: Slots, need: Need) -> Need | None:
    """The need with the kind that is asked for (哪些企业, 哪些商品) weighing little; None without one."""
    found = _NAMELESS.search(plain(slots.text))
    if found is None:
        return None
    at = need.content.find(found["kind"])
    if at < 0 or len(need.content.replace(" ", "")) - len(found["kind"]) < _LEAST:
        return None
    spans = range(at, at + len(found["kind"]))
    weights = tuple(w * _LIGHTER if i in spans else w for i, w in enumerate(need.weights))
    weak = need.weak | frozenset(spans)
    return replace(need, weights=weights, total=sum(weights) or 1.0, weak=weak)


def lists(slots: Slots, text: str) -> bool:
    """Whether a folded sentence names several things in a row, of the kind asked for where names show it."""
    return "、" in text and (kinds_asked(slots.text) is None or bool(kind_names(text, slots.text)))
