"""What stands around the names of places in a question: whether one leads it, which belong together."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reports.genre import genre_pairs
from reports.indicators import find_names
from reports.patterns import regex

# Short names that a question rather uses as words, where neither a year nor 的 follows: 今年新建的目标.
USUAL = regex(
    "(?:新建|延长|合作|互助|公安|港口|通道|友好|前进|富裕|振兴|复兴|解放)(?![市县区]|的?(?:19|20)?\\d)"
)
# What cities are called besides; names that several share (龙城, 绿城) are left out.
NICKNAMES = {
    "冰城": "哈尔滨市",
    "羊城": "广州市",
    "花城": "广州市",
    "鹏城": "深圳市",
    "蓉城": "成都市",
    "锦城": "成都市",
    "申城": "上海市",
    "魔都": "上海市",
    "泉城": "济南市",
    "星城": "长沙市",
    "榕城": "福州市",
    "鹭岛": "厦门市",
    "甬城": "宁波市",
    "椰城": "海口市",
    "邕城": "南宁市",
    "津门": "天津市",
    "岛城": "青岛市",
    "酒城": "泸州市",
    "鹤城": "齐齐哈尔市",
    "洪城": "南昌市",
}
_LETTERS = (
    "河北:冀 山西:晋 辽宁:辽 吉林:吉 黑龙江:黑 江苏:苏 浙江:浙 安徽:皖 福建:闽 江西:赣 山东:鲁 河南:豫 "
    "湖北:鄂 湖南:湘 广东:粤 海南:琼 四川:川蜀 贵州:黔 云南:滇 陕西:陕 甘肃:甘陇 青海:青"
)
# 闽省, 鄂省: a province by its letter
NICKNAMES |= {
    f"{letter}省": f"{name}省"
    for name, letters in (pair.split(":") for pair in _LETTERS.split())
    for letter in letters
}
_OF_PERSONS = regex("负责|分管|牵头|主管|责任|配合|任务|职务|是谁|担任")


_NO_PLACE = regex(
    "截[至止]|到了?|直到|自从?|早在|就在|在|请问|根据|按照|依据|参照|对照|关于|目前|现在|之前|以前|从"
)


def stranger_in(text: str) -> str:
    """What stands like a place right before a year at the beginning, and is no word; or ``""``."""
    match = re.match(r"([一-鿿]{2,3}?)[市县省州旗]?(?=(?:19|20)\d\d年)", text)
    name = match[1] if match and not _OF_PERSONS.search(text) else ""
    pairs = [name[i : i + 2] for i in range(len(name) - 1)]
    known = _NO_PLACE.match(text) or find_names(name) or any(pair in genre_pairs() for pair in pairs)
    return "" if known or not pairs else name


_Span = tuple[int, int, str]
# 甲市乙市两地
_BOTH = regex("(?:这|那)?[两二三四2-4]个?(?:[省市县区州地城]|地市|者|家)")
_JOINS = regex(r"[和与、比跟及,，;；或较同是]|还是|以及|vs|对比")

# 苏州与上海的合作: the report of the one tells what it does with the other
_WITH = regex("[和与跟同及]$|[携联]手$|联合$|对接$")
_SHARED = (
    "对口|结对|战略|全面|产业|区域|经贸|科技|东西部|山海|深度|双城|同城化?|"
    "交通|文旅|旅游|文化|教育|医疗|园区|人才|劳务|经济|项目|扶贫"
)
_DO_TOGETHER = regex(
    f"[市省州]?(?:之间|双方|两地|两[省市])?的?(?:{_SHARED}){{0,3}}(?:合作(?!社|医疗|金融|银行|化)|协作|对接|结对|帮扶|支援|协同|联动|交往|一体化|融合|互联互通)|"
    "[市省州]?正?在?(?:一起|一道|共同|联手|携手|联合|合力)(?:共)?[建办搞做打推抓谋开设实发申举签出]"
)
_EACH = regex("各|分别|都|谁|哪(?:个|一个|[省市])(?!合作|项目)|更|[相对]比|比较")


def asked_together(
    text: str, spans: list[tuple[int, int, str]], parents: dict[str, tuple[str, ...]]
) -> list[tuple[int, int, str]]:
    """The places asked about: one that only stands in the question (支援武汉, 在河南排第几) is not."""
    kept: list[tuple[int, int, str]] = []
    for span in spans:
        if kept:
            between = text[kept[-1][1] : span[0]]
            above = any(span[2] in parents.get(k[2], ()) for k in kept)
            both = not between and _BOTH.match(text[span[1] :])
            if _WITH.search(between) and _DO_TOGETHER.match(text, span[1]) and not _EACH.search(text):
                continue
            if above or between.endswith("在") or not (both or _JOINS.search(between)):
                continue
        kept.append(span)
    return kept


def partners_in(
    text: str,
    named: Sequence[_Span],
    asked: Sequence[_Span],
    parents: dict[str, tuple[str, ...]],
) -> tuple[str, str] | None:
    """The words for the one place asked about and for the one that stands beside it; None without such.

    What lies above the place, and the nation, measure it and do nothing with it.
    """
    if len(asked) != 1:
        return None
    place = asked[0][2]
    others = [
        s
        for s in named
        if s[2] not in (place, "国务院", *parents.get(place, ())) and place not in parents.get(s[2], ())
    ]
    if len({s[2] for s in others}) != 1:
        return None
    return text[slice(*asked[0][:2])], text[slice(*others[0][:2])]


# 杭州亚运会上安顺籍运动员: where it was held is a part of its name
_EVENT = regex(
    r"(?:第[一二三四五六七八九十百\d]+届)?(?:(?:夏|冬)季?)?"
    "(?:亚残?运会|亚冬会|亚运|冬?残?奥运?会|冬奥|奥运|大运会|全运会|世运会|东亚运动会|世博会|世园会|进博会|服贸会|广交会|东盟博览会|峰会)"
)


def without_events(text: str, spans: list[_Span], unknown: list[_Span]) -> tuple[list[_Span], list[_Span]]:
    """The places named, known and unknown, without those where an event was held, if another is named."""
    held = [s for s in (*spans, *unknown) if _EVENT.match(text, s[1])]
    if not held or len(held) == len(spans) + len(unknown):
        return spans, unknown
    return [s for s in spans if s not in held], [s for s in unknown if s not in held]


_BEFORE_PLACE = regex(
    r"(?:(?:到|截[至止])?(?:1[89]|20)?\d\d年?[底末初]?|[“”\"]?十[一二三四]?五[“”\"]?(?:规划)?(?:期间|时期|期?末|期?初)?|的?[两三四五]年(?:间|里|来)|去年|今年|前年|上年|请问|请|那么|那|[，,、和与跟及比\s]|查一?下|一下|关于|对比|比较|根据|(?:[看按据查]|(?<=年)的?)?(?:政府)?(?:工作)?报告[里中上]?[，,：:]|[看按据查](?=\d)|我想知道|告诉我)*"
)


def leads(before: str) -> bool:
    """Whether nothing but a year or a courtesy stands before: there a question names its place."""
    return _BEFORE_PLACE.fullmatch(before) is not None


# 沿河南岸, 淮河北段
_SIDE_OF = regex("[东南西北][段侧]")
SHORE = regex("[东南西北][岸麓]")
# 甲市场主体, 甲县域经济: the word that begins with what the place is
_WORD_OF_KIND = regex("市场|县域")


def named_in(text: str, names: re.Pattern[str]) -> Iterator[re.Match[str]]:
    """Where ``names`` stand; one that begins within a word yields to the one that begins behind that word.

    平陆运河南宁段 names 南宁, 大运河南段 no place: 河 belongs to 运河.
    """
    at = 0
    while match := names.search(text, at):
        start, at = match.span()
        if start and text[start - 1 : start + 1] in genre_pairs() and not leads(text[:start]):
            later = names.search(text, start + 1)
            if later and later.start() < at:
                at = later.start()
                continue
            if _SIDE_OF.match(text, at - 1):
                continue
        if not SHORE.match(text, at - 1):
            yield match


# 基站数比广东多多少: with its short name, far from the place that it is set against
MORE = regex("还?要?更?[多少高低大小快慢强弱](?:多少|几|了|出|吗|还是)")


def before_town(text: str, start: int, end: int) -> int:
    """Where the name of a place ends: 徐水县城 is the county town of 徐水."""
    kind = text[end - 1 : end + 1] == "县城" or _WORD_OF_KIND.match(text, end - 1)
    return end - (bool(kind) and end - start > 2)
