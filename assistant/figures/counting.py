"""What a question says that it counts: a figure that counts or measures something else is no answer."""

from __future__ import annotations

from collections.abc import Sequence

from reports.patterns import regex
from reports.text import plain

from ..evidence.fits import COUNTED
from ..evidence.matching import BEFORE, Need
from ..evidence.prepared import Evidence, FactText
from ..questions.slots import Slots

_OF_WHAT = regex("(?:多少|几)[张辆台盏株棵艘架床]([一-鿿]{2,4})(?=$|[，,。？?；;])")
_NOUN_ASKED = regex(f"(?:多少|几)[{''.join(sorted(COUNTED))}]((?:(?!了)[一-鿿]){{2,6}})(?=$|[，,。？?；;])")
_NOUN = regex("[一-鿿]{2,6}")
_AVERAGE = regex("平均(?:每|一)[个家户项亩村所座]|每[个家户项座]平均")
_AVERAGED = regex("平均|[人户亩村]均|每")
_PHASE = regex("(?<![第一二三四五六七八九十])[一二三四五六]期(?=$|[^间末限货刊待])")
_ABLE = regex("产能|生产能力|年产|[能可]以?(?:生?产|做出?)(?=多少)")
_DEEDS = regex("改造|新建|建设|建成|完成|提升|整治|治理|实施|推进|启动|开工|新增|改建|修建")


def counts_another(slots: Slots, need: Need, item: FactText) -> bool:
    """Whether what is counted by another measure word (小区85个) has no word asked for (多少辆公交车)."""
    own = item.near + item.after
    counted = _OF_WHAT.search(slots.text)
    if counted and need.content.endswith(counted[1]):
        # 多少张床位: what is counted is told by no number of homes
        end = len(need.content)
        forms = [s for said in need.alike if said.end == end for s in said.spellings]
        if not any(word in own + item.clause for word in (need.content[-2:], *forms)):
            return True
    pairs = [pair for _, pair in need.pairs]
    # 改造公厕几座 is not told of by what says no more than 改造
    things = [pair for pair in pairs if not _DEEDS.fullmatch(pair)]
    return not any(pair in own for pair in things or pairs) and not any(s in own for s in need.said)


def of_another_noun(slots: Slots, need: Need, item: FactText, evidence: Evidence) -> bool:
    """Whether the noun behind a count (120个国家) is another than the one asked for (多少个标准箱).

    The one asked for, or another word for it, then stands nowhere in the figure's sentence.
    """
    counted = _NOUN_ASKED.search(slots.text)
    behind = _NOUN.match(item.after) if counted else None
    if not counted or not behind or not need.content.endswith(counted[1]):
        return False
    noun = behind.group()
    if noun[:2] not in plain(item.fact.indicator) or noun[:2] in need.content or set(counted[1]) & set(noun):
        return False
    end, sentence = len(need.content), evidence.sentence(item.sentence)
    forms = [s for said in need.alike if said.end == end for s in said.spellings]
    return not any(word in sentence for word in (need.content[-2:], *forms))


def of_all_together(slots: Slots, item: FactText) -> bool:
    """Whether an average is asked for (平均每个投资多少) and a figure is what all of them come to."""
    return _AVERAGE.search(slots.text) is not None and not _AVERAGED.search(item.clause)


def of_another_phase(need: Need, zones: Sequence[str]) -> bool:
    """Whether one phase of works is asked about (项目二期) and nothing around a figure names it."""
    phase = _PHASE.search(need.content)
    return phase is not None and not any(phase.group() in zone for zone in zones[: BEFORE + 1])


def of_another_metal(slots: Slots, item: FactText) -> bool:
    """Whether medals of one metal are asked for (几枚银牌) and the figure is of another (3金)."""
    asked = _METAL.findall(slots.text)
    return bool(asked) and item.fact.unit in ("金", "银", "铜") and item.fact.unit not in asked


_METAL = regex("[金银铜](?=牌)")


def made_otherwise(slots: Slots, item: FactText) -> bool:
    """Whether it is asked how much can be made, and a figure only names the works (2000吨项目一期)."""
    told = item.fact.indicator + item.fact.before + item.after
    return _ABLE.search(slots.text) is not None and "产" not in told
