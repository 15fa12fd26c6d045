"""What a question takes for granted, and whether the sentence found bears it out: a cause, a doer, a kind."""

from __future__ import annotations

import re
from itertools import pairwise

from reports.genre import genre_pairs
from reports.patterns import regex
from reports.text import plain

from ..evidence.admitted import FELL_SHORT_TOLD, admitted_in
from ..evidence.matching import Need
from ..evidence.own_names import lost_name
from ..questions.content import put_for_places
from ..questions.kinds import asks_why
from ..questions.slots import Slots
from .kinds_told import told_as_asked
from .leads import leads_of, short_heads
from .leanings import gives_cause, says_why
from .listing import without_kind
from .quoted import names_quoted
from .ranking import Found
from .spoken import content_for
from .topics import is_general, weigh_open, without_general
from .weighty import share_lost, share_told

_NEXT = 3
_BESIDE = 2
# 为什么(没有)V: the deed whose cause is asked for.
_DEED = regex(
    "(?:为什么|为何)(?:要|会|又|还|能|将|把[一-鿿]{1,8}?)*(?P<no>没有?|未能?|不)?(?P<deed>[一-鿿]{2})"
)
# 白洋淀的死鱼问题, 支持电影产业发展: what the question is about stands before such a word.
_HEAD = regex(
    "(?:的(?P<of>[一-鿿]{2,4}?)(?:问题|难题|管理|产业|行业|事业|治理)?|"
    "(?:^|\\s|支持|发展|推进|解决|治理|加强|扶持)(?P<of2>[一-鿿]{2,4}?)(?:问题|难题|管理|产业|行业|事业|资源)(?:发展|建设)?)"
    "(?:\\s(?:处置|处理|安置|回收|开发|利用|开发利用|保护))?$"
)


def borne_out(slots: Slots, found: Found) -> bool:
    """Whether the sentence tells of what the question takes for granted, where it does so plainly."""
    text = plain(found.text)
    if _head_unheard(slots, found) or _never_written(slots, found) or _end_unheard(slots, found):
        return False
    if any(
        unheard(slots, found)
        for unheard in (_sort_unheard, _core_unheard, _last_deed_unheard, _whole_unheard)
    ):
        return False
    return _cause_told(slots, found, text) and told_as_asked(slots, text)


def name_lost(slots: Slots, found: Found) -> bool:
    """Whether a name that the report writes elsewhere is asked about and not told of here."""
    evidence = found.evidence
    need = weigh_open(content_for(slots, evidence), evidence)
    return lost_name(need, evidence.folded, _around(found))


_LITTLE = 0.55
_LOST = 0.35
_WELL = 0.8


def little_told(slots: Slots, found: Found) -> bool:
    """Whether the words that weigh most stand neither in the sentence nor around it.

    特色小镇 is not told of by 打造特色街区, nor 成功上市 by 成功举办.
    """
    text = plain(found.text)
    if found.covered >= _WELL or any(plain(name) in text for name in names_quoted(slots.question)):
        return False
    need, zones = _asked_and_heads(slots, found)
    need = without_kind(slots, need) or need
    return share_told(need, zones) < _LITTLE and share_lost(need, [*zones, *_around(found)]) >= _LOST


def told_of(slots: Slots, found: Found) -> float:
    """The share of what is asked that the sentence and its heads tell, the rare words weighing most."""
    return share_told(*_asked_and_heads(slots, found))


def _asked_and_heads(slots: Slots, found: Found) -> tuple[Need, list[str]]:
    """What is asked, and the folded sentence with its heads."""
    evidence = found.evidence
    zones = [evidence.sentences[found.index], evidence.paths.get(found.section, "")]
    zones.extend(evidence.sentences[i] for i in leads_of(evidence).get(found.index, ()))
    if (head := short_heads(evidence)[found.index]) >= 0:
        zones.append(evidence.sentences[head])
    return weigh_open(content_for(slots, evidence), evidence), zones


def _around(found: Found) -> list[str]:
    """The folded sentences beside one, its heads, and those that lead it."""
    evidence, sentences = found.evidence, found.evidence.sentences
    beside = sentences[max(0, found.index - _BESIDE) : found.index + _BESIDE + 1]
    leads = (sentences[i] for i in leads_of(evidence).get(found.index, ()))
    return [*beside, evidence.paths.get(found.section, ""), *leads]


def _head_unheard(slots: Slots, found: Found) -> bool:
    """Whether nothing here writes what the question is about, in any words known for it."""
    need = weigh_open(content_for(slots, found.evidence), found.evidence)
    head = _HEAD.search(need.content)
    group = head and ("of" if head["of"] else "of2")
    if head is None or group is None or need.names:
        return False
    start, end = head.span(group)
    if is_general(need.content[start:end]):
        return False
    if any(said.start < end and start < said.end for said in need.alike):
        return False
    pairs = [need.content[i : i + 2] for i in range(start, end - 1)]
    # 污染 is dealt with in other words, 地热资源 in none
    zones = [found.evidence.folded] if head["of"] else [plain(found.text), *_around(found)]
    return not any(pair in zone for pair in pairs for zone in zones)


def _never_written(slots: Slots, found: Found) -> bool:
    """Whether a word is asked about of which the report writes no letter (大熊猫), in no other words either.

    A short text lacks the letters of many words that say what it tells.
    """
    evidence = found.evidence
    if len(evidence.folded) < _LONG:
        return False
    need = weigh_open(content_for(slots, evidence), evidence)
    other = {i for start, end in _known(need) for i in range(start, end)} | need.weak
    if any(code not in evidence.folded for code in _CODE.findall(need.content) if code not in need.said):
        return True  # 5g产业园
    missing = [
        char if char not in evidence.folded and "一" <= char <= "鿿" and i not in other else ""
        for i, char in enumerate(need.content)
    ]
    # 车辆乱跑的问题: how people call what is wrong need not be written
    said = re.compile("的(?:问题|现象|毛病|事情?)")
    return any(
        one and after and not is_general(one + after) and not said.match(need.content, i + 2)
        for i, (one, after) in enumerate(pairwise(missing))
    )


def _end_unheard(slots: Slots, found: Found) -> bool:
    """Whether a short subject ends in a thing built of which nothing here speaks.

    煤矿博物馆 is not told of by a sentence with 物流园.
    """
    need = weigh_open(content_for(slots, found.evidence), found.evidence)
    subject = _BUILDING.sub("", need.content)
    end = len(subject)
    tail = subject[-2:]
    if not 3 <= end <= _SHORT or not _BUILT.search(subject):
        return False
    if any(start < end <= known for start, known in _known(need)) or is_general(tail):
        return False
    around = _around(found)
    # 核电站: a 变电站 is none
    sort = subject[-3:-1]
    if "的" not in sort and sort in genre_pairs() and not any(sort in zone for zone in around):
        return True
    return tail[-1] not in plain(found.text) and not any(tail in zone for zone in around)


_DEALT_WITH = regex("整治|治理|保护|打击|管理|管好|规定|防止|预防|推广|使用|[对在的了把让给]")


def _core_unheard(slots: Slots, found: Found) -> bool:
    """Whether the one short thing that is dealt with is not written in the report, in no other words either.

    保护江豚 is not told of by what only tells of protecting.
    """
    need = weigh_open(content_for(slots, found.evidence), found.evidence)
    if need.names or need.alike or len(found.evidence.folded) < _LONG:
        return False
    left = "".join(w for w in _DEALT_WITH.sub(" ", without_general(need.content)).split())
    if not 2 <= len(left) <= _CORE:
        return False
    return not any(left[i : i + 2] in found.evidence.folded for i in range(len(left) - 1))


_CORE = 3


def _whole_unheard(slots: Slots, found: Found) -> bool:
    """Whether the one word asked about, which the report never writes, is told of by half of it at best.

    汽车拉力赛 is not told of by 汽车下乡, nor 竹产业 by 产业.
    """
    need = weigh_open(content_for(slots, found.evidence), found.evidence)
    words = _DEALT_WITH.sub(" ", without_general(need.content)).split()
    if need.names or len(words) != 1 or len(found.evidence.folded) < _LONG:
        return False
    word, start = words[0], need.content.find(words[0])
    if not 2 <= len(word) <= _WORD or start < 0 or word in found.evidence.folded:
        return False
    text = put_for_places(plain(slots.text), slots.places, "在")
    if not re.search(f"{_BEFORE}{re.escape(word)}{_AFTER}", text):
        return False  # only a matter that the question puts as such: 在养蜂方面, 发展养蜂
    end, zones = start + len(word), _around(found)
    forms = (form for k in need.alike if k.start < end and start < k.end for form in k.spellings)
    if any(form in zone for form in forms for zone in zones):
        return False
    return not all(any(part in zone for zone in zones) for part in (word[:2], word[-2:]))


_WORD = 5
_BEFORE = "(?:^|[在对年]|关于|针对|发展|扶持|支持|扶植|壮大|推广)"
_AFTER = "(?:方面|领域|问题|产业|行业|有(?:什么|哪)|[^,。?]{0,2}(?:怎|如何|有(?:什么|哪)))"


# 哪座水电站: a 变电站 is none; what sort of thing is asked for stands before its kind.
_SORT_ASKED = regex(
    "哪(?:一|几|些|[两三四五六])?[座所条个家]?(?P<sort>[一-鿿]{2})(?:(?:站|厂|学院|比赛|赛事)(?:[一-鿿]{2,4}了)?[？?。]?$|企业|公司)"
)
# 哪家龙头企业: such a sort need not be written beside the name.
_ANY_SORT = regex(
    "[本当外内省市县区]地|知名|著名|重点|大型|中小|小微|龙头|骨干|优[秀势质]|民营|私营|国有|外资|上市|规上|[省市县区央]属|新兴|高新|入驻|"
    "头部|先进|示范|相关|农业|工业|科技|落户|新增|[多那]家|中央|国内|国外|互联|单位|标杆|链主|建筑|食品|制造"
)


def _sort_unheard(slots: Slots, found: Found) -> bool:
    """Whether the sort of thing asked for is told of neither by the sentence nor beside it."""
    asked = _SORT_ASKED.search(plain(slots.text))
    if asked is None or is_general(asked["sort"]) or _ANY_SORT.fullmatch(asked["sort"]):
        return False
    need = weigh_open(content_for(slots, found.evidence), found.evidence)
    at = need.content.rfind(asked["sort"])
    if at < 0 or any(start < at + 2 and at < end for start, end in _known(need)):
        return False
    return not any(asked["sort"] in zone for zone in _around(found))


# 哪家企业上市了: what is said to be done must be written in the report, in some words.
_LAST_DEED = regex(
    "哪[一二两三几些]?[家个所座条位支]?[一-鿿]{2,8}?(?P<deed>[一-鿿]{2})了[？?。]?$|"
    "哪[^，。？]{2,16}被(?P<by>[一-鿿]{2})(?:了|的)?[？?。]?$"
)


def _last_deed_unheard(slots: Slots, found: Found) -> bool:
    """Whether the deed that closes the question is a word that its report never writes."""
    asked = _LAST_DEED.search(plain(slots.text))
    deed = asked and (asked["deed"] or asked["by"])
    if not deed or is_general(deed):
        return False
    # 失火: where the genre does not use the word either, none of its letters stands here
    if deed not in genre_pairs() and any(c in plain(found.text) for c in deed):
        return False
    need = weigh_open(content_for(slots, found.evidence), found.evidence)
    at = need.content.rfind(deed)
    if at < 0 or any(start < at + 2 and at < end for start, end in _known(need)):
        return False
    return deed not in found.evidence.folded


def _known(need: Need) -> list[tuple[int, int]]:
    """The spans ``[start, end)`` of a need that other words are known for."""
    return [*((use.start, use.end) for use in need.names), *((said.start, said.end) for said in need.alike)]


_CODE = regex("(?<![a-z0-9])(?:[a-z][a-z0-9]+|[0-9]+[a-z][a-z0-9]*)(?![a-z0-9])")
_SHORT = 9
_BUILDING = regex("(?:的|新)*(?:建设?|修建|投用|情况)*$")
_LONG = 4000
_BUILT = regex("[一-鿿]{2}[馆院校桥塔寺厂站港]$|(?:试验|示范|保税|先行|合作)区$")


_NOT_SO = regex("(?<!从)未(?!来)|没有|没能|无一|零")
_STOPPED = regex(
    "叫停|停[建工办产业]|取消|推迟|延期|延后|暂停|搁置|放弃|终止|撤销|撤并|作废|流产|下马|倒闭|破产|关停|关闭|中断|缓建|顺延"
)


def _cause_told(slots: Slots, found: Found, text: str) -> bool:
    """为什么推迟: the sentence, or one of those after it, gives a cause, or it tells of the deed."""
    if not asks_why(slots.text):
        return True
    asked = _DEED.search(plain(slots.text))
    if asked and not asked["no"] and asked["deed"] in text:
        return True
    sentences = found.evidence.sentences
    if _STOPPED.search(asked["deed"] if asked else "") and not _STOPPED.search(" ".join(_around(found))):
        return False  # 为什么叫停: nothing here tells that it was stopped
    around = sentences[max(0, found.index - 1) : found.index + _NEXT]
    if asked and asked["no"]:
        if says_why(text) and _NOT_SO.search(text):
            return True  # 因转移及时，未造成伤亡
        # 为什么不够强: what the report admits tells it, or what follows 未能如期完成
        if told_of(slots, found) < _LOST:
            return False
        if found.index in admitted_in(found.evidence):
            return True
        if not FELL_SHORT_TOLD.search(text):
            return False
    return any(map(gives_cause, around))
