"""Kinds of things asked for by name (which stations, which towns): whether an answer names one."""

from __future__ import annotations

import re

from reports.patterns import regex

from ..questions.abroad import COUNTRIES

# What is asked for, and what an answer that tells it must write.
_KINDS = (
    (
        regex("哪(?:几|些)?章|几章|章节|(?:哪些|哪几|多少)条款"),
        regex("[一二三四五六七八九十\\d]章|章节|条款"),
    ),
    (
        regex("(?:哪|谁)[^,。?]{0,6}(?:球员|队员|教练)|教练是谁"),
        regex("球员|队员|教练|主帅|名将|运动员"),
    ),
    (
        regex("(?:哪些|哪几[件种类]|什么)文物"),
        regex("文物|出土|[青铜玉石陶瓷铁金银漆]器|[一-鿿]{2}件|墓|简牍"),
    ),
    (
        regex("(?:设|开|有)(?:了|设|的)?(?:哪些|哪几个|什么)(?:本科)?专业"),
        regex("[一-鿿]{2,8}(?<!学科)(?<!优势)(?<!特色)专业(?!布局|结构|设置|建设|化)"),
    ),
    (
        regex("(?:哪|什么)[^,。?]{0,6}科室"),
        regex("[一-鿿]科(?![技学研创普室教幻协])|门诊|中心"),
    ),
    # 优化航线网络 names no line, 甲至乙, 直飞丙 and 丙、丁等航线 do
    (
        regex(
            "(?:哪|什么)[^,。?]{0,6}(?:航线|航班)|(?:直飞|飞往|通航|直达|通达|飞)(?:到|往|向)?了?(?:哪|什么)"
        ),
        regex(
            "[一-鿿](?:至|到|—+|-)[一-鿿]{2,8}[^,。]{0,10}航[线班]|(?:直飞|飞往|直航|往返|通达)(?!\\d|[^,。]{0,3}航[线班])[一-鿿]|"
            "、[一-鿿]{2,6}?等?(?:\\d+条|[一-鿿]{0,8})航[线班]|航[线班][(:](?!\\d)|"
            "(?:开通|恢复|开辟|加密|复航)(?![国首直客货新多近远海空]|定期|全货|洲际|境外)[一-鿿]{2,6}航[线班]"
        ),
    ),
)
# Told in other words than the question's own: 第六届某某奖 names no award of it.
_OWN_KINDS = (
    (
        regex("(?:哪(?:些|几)个?|什么)(?:站点|车站|站)(?=$|[?,。])"),
        regex("[一-鿿]站(?![式位立在])"),
    ),
    (regex("(?:哪(?:些|几)[个类]?|什么)奖项"), regex("奖")),
    (
        regex("(?:哪(?:些|几)[个项场]?|什么)[^,。?]{0,8}(?:赛事|比赛|比赛项目)(?=$|[?,。])"),
        regex(
            "(?<![竞比大])赛(?![事场道项会区])|杯|马拉松|运动会|[篮足排网羽乒冰]球?|论坛|"
            "[一-鿿](?<![大小体型级])(?<!重大)(?<!国[际内])(?<!水[准平])(?<!品牌)(?<!体育)(?<![办展的等项])(?:赛事|比赛)"
        ),
    ),
    (
        regex("哪(?:些|几)[个家]?成员|成员(?:单位|企业|国)?(?:都|分别)?(?:有|是)(?:哪|谁)"),
        regex("成员|组成|组建|、"),
    ),
    (
        regex("(?:新建|修建|开工|动工)了?(?:哪(?:几|些))"),
        regex("建|修|开工|动工|竣工|施工|实施|项目|工程|打造|推进|启动"),
    ),
    (
        regex(
            "(?:哪(?:些|几)个?|哪[两三四五六]个|什么)(?:地方|城市|县市区?|县区|区县|市县|县|乡镇|镇|村|街道|省份?|城区)(?=$|[?,。受了入获被上])|"
            "(?:设|选|放|建|开)在了?(?:哪(?:里|儿|些|几|个)|什么地)"
        ),
        regex(
            "[一-鿿]{1,8}(?<![全我各本地城])(?:[省市县镇乡村州盟旗路街湖山港湾岛庄屯寨]|(?<![地园社片城山灾库矿])区|街道|新城|园区|广场|大道|中心|基地)|"
            "[一-鿿]{2,4}、[一-鿿]{2,4}(?:、|和|等)|在[一-鿿]{2,8}[建投落开揭挂成设启举]"
        ),
    ),
)
# 待票选确定后, 另行公布: which they are is yet to be decided
_UNDECIDED = regex("待[^,。]{2,12}(?:确定|决定|公布)|另行(?:公布|通知|确定)|尚未(?:确定|选定|公布)")
_WHICH = regex("哪(?:几|些|[一二两三四五六七八九])|是什么|有谁|是谁|是哪")


def no_kind(asked: str, told: str) -> bool:
    """Whether a folded answer names none of the kind that a folded question asks for."""
    if re.search("哪(?:些|几个?)?国(?:家)?(?=$|[?,。签])", asked) and not COUNTRIES.search(told):
        return True
    if _WHICH.search(asked) and _UNDECIDED.search(told) and told.count("。") <= 1:
        return True
    if any(kind.search(asked) and not tells.search(told) for kind, tells in _KINDS):
        return True
    return any(
        kind.search(asked)
        and not tells.search(_in_other_words(asked, speaking_of(clause_asking(asked, kind), told)))
        for kind, tells in _OWN_KINDS
    )


def clause_asking(asked: str, kind: re.Pattern[str]) -> str:
    """The clause that ``kind`` is found in, where the one before it asks, too: 怎么推进,放在哪几个县."""
    before, comma, clause = asked.rpartition(",")
    own = comma and _ASKS.search(before) and kind.search(clause) and not kind.search(before)
    return clause if own else asked


_ASKS = regex("怎|如何|哪|什么|多少|几[个家项条]")
_AS_MUCH = 0.5
_BESIDE = 1
_CLAUSE = regex("[,;]")


def speaking_of(asked: str, told: str) -> str:
    """The clauses of an answer that speak of what is asked, with those beside them.

    They say at least half as much of the question as the best does; all that follows a colon is of it.
    """
    sentences = [[c for c in _CLAUSE.split(sentence) if c] for sentence in re.split("[。\n]", told)]
    most = max((_shared(asked, c) for clauses in sentences for c in clauses), default=0)
    if not most:
        return told  # it speaks of it in words of its own
    kept: list[str] = []
    for clauses in sentences:
        speaks = [_shared(asked, c) >= _AS_MUCH * most for c in clauses]
        opens = next((i for i, c in enumerate(clauses) if speaks[i] and ":" in c), len(clauses))
        kept += [
            c
            for i, c in enumerate(clauses)
            if i >= opens or any(speaks[max(0, i - _BESIDE) : i + _BESIDE + 1])
        ]
    return ",".join(kept)


def _shared(asked: str, clause: str) -> int:
    return sum(clause[i : i + 2] in asked for i in range(len(clause) - 1))


_RUN = 4


def _in_other_words(asked: str, told: str) -> str:
    """What is told, without the runs of four characters and more that the question says itself."""
    kept = list(told)
    for i in range(len(told) - _RUN + 1):
        if told[i : i + _RUN] in asked:
            kept[i : i + _RUN] = " " * _RUN
    return "".join(kept)
