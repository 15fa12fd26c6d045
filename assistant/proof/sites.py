"""A part told as the whole: what an island, a firm or a town has done is not what its city has."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

from reports.patterns import regex

from .aligning import FRAME, drops, standard
from .material import CLAUSE_ENDS, Item, Known

# Part of the whole: what narrows an indicator to a site, a firm, a trade.
_SITE = regex(
    r"(?:园区?|[城新片园景港社]区|[^全市省县地]区|港|山|岛|湖|河|江|镇|乡|村|县|州|企业|公司|集团|基地|产业|行业|制造业|农业|建筑业|工程|风景区|学校|医院|医疗机构|公路|高速|铁路|机场|湿地|流域|平台|中心|电站|项目|国家)$"
)
_PARTS = regex("入境|出境|过夜|民营|国有|招商|外商")
# A place of its own that a run of clauses speaks of, until 全市 says otherwise.
_SPEAKS_OF = regex(
    r"(?:^|[,;])(?!推进|推动|建设|打造|支持|加快|实施)([一-鿿]{2,6}?(?:镇|乡|村|园区|景区|集团|公司|港区))(?![级域民委])[^;]*$"
)


def narrowed(words: str, told: str, sentence: str, given: str, place: Iterable[str]) -> str:
    """What of ``told`` narrows the same words to a part (普陀山旅游人数), where ``words`` leave it out.

    The sentence may supply it elsewhere, and so may ``given`` (the question, the sentences before),
    unless the words are said of the place as a whole.
    """
    place = tuple(place)
    mine = standard(_last_piece(words))
    theirs = standard(told)
    for name in place:
        mine, theirs = mine.replace(name, ""), theirs.replace(name, "")
    if left_out := [part for part in _PARTS.findall(told) if part not in sentence]:
        return left_out[0]
    core = FRAME.sub("", mine).strip("　")
    plain = FRAME.sub("", theirs)
    if len(core) < 2 or core not in plain:
        return ""
    left = plain[: plain.rfind(core)].split("　")[-1]
    site = left if _SITE.search(left) and len(left) >= 2 else ""
    if not site or re.search(f"[为对向给]{re.escape(left)}", told):
        return ""
    whole = any(name + core in sentence for name in place)
    return (
        site
        if site and not any(w in sentence or (not whole and w in given) for w in (site[-3:], site[:2]))
        else ""
    )


def _last_piece(words: str) -> str:
    return next((p for p in reversed(words.split("　")) if p), "")


def elsewhere(item: Item, known: Known, sentence: str, place: Iterable[str]) -> str:
    """The place of its own that the clauses ahead of a figure speak of, where the sentence leaves it out."""
    clauses = CLAUSE_ENDS.split(known.before)[:-1]
    if item.compact[: known.figure.start - len(known.before)][-1:] not in ("", *",;。:!?"):
        # What follows a figure (73个贫困村退出) is what is counted.
        clauses = clauses[1:]
    ahead = ",".join(clauses)
    found = _SPEAKS_OF.search(ahead)
    if found is None or re.search("全[省市县区州盟旗]", known.before) or found[1] in sentence:
        return ""
    return found[1] if any(name in sentence for name in place) else ""


def partial(sentence: str, figures: Collection[int], items: Iterable[Item], given: str) -> str:
    """The site that a clause without a figure leaves out (旅游人数首破千万 of one island), or ``""``.

    ``figures`` are where the compact sentence has its figures.
    """
    for match in re.finditer(r"[^,;。:!?]{6,}", sentence):
        if any(match.start() <= start < match.end() for start in figures):
            continue
        for item in items:
            words = match.group()
            for name in drops(item):
                words = words.replace(name, "")
            words = re.sub(r"(?:19|20)\d\d年", "", words)
            for clause in CLAUSE_ENDS.split(item.compact):
                at = clause.find(words)
                if len(words) >= 5 and at > 0:
                    left = FRAME.sub("", clause[:at])
                    if _SITE.search(left) and left[-3:] not in given:
                        return left
    return ""
