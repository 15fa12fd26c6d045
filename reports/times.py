"""Time expressions: which years 去年, “十四五”期间, 两年内 and 2019年以来 say, and what they date."""

from __future__ import annotations

import re
from dataclasses import dataclass

from reports.patterns import regex

from .numerals import chinese_value

# First years of the five-year plans: the 10th (“十五”) began in 2001.
_NAMES = [f"{n}五" for n in "一二三四五六七八九十"] + [f"十{n}五" for n in "一二三四五六"]
_PLANS = {name: 1953 + 5 * i if i < 2 else 1956 + 5 * i for i, name in enumerate(_NAMES)}
_FIRST_YEARS = {"两": 1, "二": 1, "三": 2, "四": 3}  # 头两年 and so on, counted from the first
_PLAN_NAME = "|".join(sorted(_PLANS, key=len, reverse=True))
_N = "一二两三四五六七八九十"

_PART = "(?:上半年|下半年|前三季度|前三个季度|第?[一二三四]季度|1-\\d+月份?)"
TIME = regex(
    rf"(?P<y1>(?:1[89]|20)\d\d)年?(?:-|—|–|~|至|到)(?P<y2>(?:1[89]|20)\d\d)年?"
    rf"|(?P<ya>(?:1[89]|20)\d\d)年[与同和跟](?P<yb>(?:1[89]|20)\d\d)年(?:预计|实际|的)?(?:数字?)?(?:相?比较?|对比)"
    rf"|(?:从|自)?今年(?:起|开始)?[到至](?P<until>(?:19|20)\d\d)年"
    rf"|(?P<year>(?:1[89]|20)\d\d)年(?P<part>{_PART}|底|末)?"
    rf"|[“\"‘]?(?P<plan>{_PLAN_NAME})[”\"’](?!普法|法治宣传|依法治)(?P<planpart>期?末|第一年|[头前][两二]年|[头前]三年|[头前]四年|[头首初]|中期)?|(?P<plan2>{_PLAN_NAME})(?=期间|时期|以来)|第(?P<ordinal>十?[一二三四五六七八九十])个五年(?:计划|规划)(?=期间|时期|的?五年)"
    rf"|(?P<past>(?:过去|前|近|这|最近|此前)的?(?P<n1>[{_N}\d])年(?:来|间|里)?|(?<!\d)(?P<n2>[二两三四五六七八九十]|[2-9]|1\d)年来|(?<!\d)(?P<n3>[二两三四五六七八九十2-9])年间|(?<![第\d])(?P<n5>[三四五3-5])年(?=累计|共|新增|新建|完成|建成|改造|投入|解决|培育|引进|争取|转移|安排|消除|淘汰|关停|关闭|压减)|(?<![第\d])(?P<n7>[两三四2-4])年内|用(?P<n8>[两三四五六2-6])年(?:左右)?的?时间|(?P<five>本届政府(?:任期|五年)?|任期内|届内))"
    rf"|(?P<next>(?:今后|未来|接下来)的?(?P<n4>[{_N}\d])年)|(?P<effort>(?:经过|通过)(?P<n6>[{_N}\d])年的?(?:不懈|共同|持续|艰苦)?(?:努力|奋斗))"
    rf"|(?P<lastyear>去年|上年(?!度)|上一年|过去一年|过去的一年|一年来|一年间)(?P<lastpart>{_PART})?"
    rf"|(?P<thisyear>今年|本年度|新的一年|年内)(?P<thispart>{_PART})?"
    rf"|(?P<wholeyear>全年|年末|年底)|(?P<nextyear>明年)|(?P<onlypart>{_PART}(?=[,，]|当季|单季|的?-?\d|达|增长|增速|下降))"
)
_COMPARED = regex(r"(?:比|较|与|同|和|超|高于|低于|相当于|是|以|在)$")
_CLAUSE_START = regex(
    r"(?:^|[，,；;。：:\n\s（(“\"、！？—]|截至|截止|截止到|到|至|由|从|自|于|在|预计|力争|确保|争取|其中|全[国省市县区州盟旗]|我[省市县区州盟旗]|各位代表|回顾|实现|完成|将|使|经|及|和|与|的|[到至]了|(?:提升|调整|优化|[转演]?变)为)$"
)

# 工业总产值1977年比1976年增长: the time stands behind what is told of it.
_BEHIND = regex(r"(?:总?[值量额数率速]|收入|面积|里程|投资|余额|人口|职工|学生)$")
_SAYS = regex("(?:又|就|已|只)?(?:[比为]|达到?|增加到|提高到|增长|下降|完成|实现)")


@dataclass(frozen=True, slots=True)
class TimeMention:
    """A time expression at ``[start, end)``; ``carries`` if it also governs what follows it."""

    start: int
    end: int
    first: int
    last: int
    part: str
    carries: bool


def number_in(text: str) -> int:
    value = float(text) if text.isdigit() else (chinese_value(text) or 1)
    return int(value)


def years_of(match: re.Match[str], base: int, review: bool) -> tuple[int, int, str]:
    """(first, last, part) of one time expression; ``base`` is the report's year."""
    kind = match.lastgroup
    if match["y1"]:
        return int(match["y1"]), int(match["y2"]), ""
    if match["ya"]:
        earlier, later = sorted((int(match["ya"]), int(match["yb"])))
        return earlier + 1, later, ""  # 2000年与2005年比较: by how much it grew in these years
    if match["until"]:
        return base, int(match["until"]), ""
    if match["year"]:
        year = int(match["year"])
        part = match["part"] or ""
        return year, year, "" if part in ("底", "末") else part
    if plan := match["plan"] or match["plan2"] or (match["ordinal"] and match["ordinal"] + "五"):
        first = _PLANS[plan]
        part = match["planpart"] or ""
        if part.endswith("末"):
            return first + 4, first + 4, ""
        if part:
            return first, first + _FIRST_YEARS.get(part[1:2], 0), ""
        return first, first + 4, ""
    if match["past"]:
        told = next((match[n] for n in ("n1", "n2", "n3", "n5", "n7", "n8") if match[n]), "五")
        count = number_in(told)
        if not review and (match["n5"] or match["n7"] or match["n8"]):
            return base, base + count - 1, ""  # 五年累计新建, 用三年时间建成 within a plan
        return base - count, base - 1, ""
    if match["next"] or match["effort"]:
        return base, base + number_in(match["n4"] or match["n6"]) - 1, ""
    if match["lastyear"]:
        return base - 1, base - 1, match["lastpart"] or ""
    if match["nextyear"]:
        return base + 1, base + 1, ""
    if match["thisyear"]:
        # 年内争取到资金43亿元 in a review: within the year that it reviews
        year = base - 1 if review and match["thisyear"] == "年内" else base
        return year, year, match["thispart"] or ""
    assert kind is not None
    year = base - 1 if review else base
    return year, year, match["onlypart"] or ""


# 二〇二一年 and its variants.
_CHINESE_YEAR = regex("[一二][〇零○九八][〇零○一二三四五六七八九]{2}(?=年)")
_DIGITS = str.maketrans("〇零○一二三四五六七八九", "000123456789")


def with_digits(text: str) -> str:
    """``text``, as long as before, with years in Chinese numerals written in digits."""
    return _CHINESE_YEAR.sub(lambda m: m.group().translate(_DIGITS), text)


def find_times(text: str, base: int, *, review: bool) -> list[TimeMention]:
    """The time expressions of folded ``text`` that say when; comparisons (比上年) are left out.

    ``base`` is the report's year; ``review`` says whether the text looks back (then 全年 is the
    year before it).
    """
    found = []
    text = with_digits(text)
    for match in TIME.finditer(text):
        head = text[max(0, match.start() - 6) : match.start()]
        if _COMPARED.search(head) and not head.endswith(("同时在", "截至")):
            tail = text[match.end() : match.end() + 4]
            within = tail.startswith(("期间", "时期")) or (
                match["past"] and _WITHIN.match(text, match.end() - 1)
            )
            if not (head.endswith("在") and within):
                continue
        behind = (
            (match["year"] or match["onlypart"]) and _BEHIND.search(head) and _SAYS.match(text, match.end())
        )
        if not (behind or _CLAUSE_START.search(head)):
            continue
        if match["past"] and _RECORD.match(text, match.end()):
            continue
        if match["effort"] and (review or match.start() > _OPENS):
            continue  # 通过五年努力，… opens what a plan of those years comes to
        if _TIMES_OF.match(text, match.end()) or (match["year"] and _WHICH_WERE.match(text, match.end())):
            continue
        if (
            not (match["onlypart"] or match["wholeyear"])
            and _OF_THEN[0].search(head)
            and _OF_THEN[1].match(text, match.end())
        ):
            continue
        if match["n7"] and review and _WILL_BE.search(text):
            continue  # 制定两年内完成改造的方案
        if match["plan"] and not match["planpart"] and names_a_plan(text, match):
            continue
        first, last, part = years_of(match, base, review)
        since = match["year"] and text.startswith("以来", match.end())
        if since and (_RECORD.match(text, match.end() + 2) or last >= base - 1):
            if last < base:
                continue  # 自2019年以来首次增长
        elif since:
            last = base - 1  # 2019年以来: from then on
        if last > base + 40 or (first < 1949 and base > 1960):
            continue
        opening = match.start() <= _OPENS or _OPENING.fullmatch(text[: match.start()])
        start_of_sentence = (bool(opening) and not behind) or text[match.start() - 1] in "；;。"
        found.append(
            TimeMention(
                match.start(),
                match.end(),
                first,
                last,
                part,
                start_of_sentence and not _dates_itself_alone(match, since),
            )
        )
    return found


def _dates_itself_alone(match: re.Match[str], since: object) -> bool:
    """Whether a time says of one thing when, and nothing of what follows: 两年内, 到“十五”期末."""
    alone = match["wholeyear"] or match["n7"] or match["n8"] or since
    return bool(alone) or (match["planpart"] or "").endswith("末")


_WILL_BE = regex("制定|方案|规划|计划|力争|确保|目标|要求|将(?!近)")
_OF_PLAN = regex(
    "(?:发展)?(?:规划|计划|纲要|目标|任务|重大|重点|各项|[^，,。；;：:]{0,8}(?:开局|开好局|起好步|开门红|收官|工程|项目|任务|目标|减排))(?!期|时)"
)
_OF_WHAT = regex(
    "(?:落实|实现|完成|确保|编制|制定|实施|纳入|列入|推进|推动|抓好|启动|服务|围绕|对接|谋划|为)$"
)


def names_a_plan(text: str, match: re.Match[str]) -> bool:
    """落实“十五”重大举措, 为“十一五”规划开好局: which plan's, and not when."""
    head = text[max(0, match.start() - 4) : match.start()]
    return _OF_WHAT.search(head) is not None and _OF_PLAN.match(text, match.end()) is not None


_OPENS = 6
# 在这十年中, 在过去五年里
_WITHIN = regex("[里间来]|.(?:的?时间)?[中里内]")
# 十年来首次: it says how rare a thing is.
_RECORD = regex("首次|首度|首个|首家|首位|最|同期|新[高低]|第一|少有|未|以来")
# 达到1978年的3.6倍
_TIMES_OF = regex(r"底?末?的?(?:[\d.]+|[一二两三四五六七八九十点]+)(?:余|多)?倍")
# 恢复到2019年的104.9%: so much of what it was then
_OF_THEN = regex(r"(?:(?:恢复|回升)[到至]|相当于)了?$"), regex(r"(?:同期)?的?(?:同期)?(?:水平)?的?\d[\d.]*%")
# 完成2020年纳入计划的34个小区: it says which ones, not when.
_WHICH_WERE = regex(
    "(?:底|末)?(?:度|已|被|由)?(?:国家|中央|自治区|[省市县区]里?|上级){0,2}(?:已)?(?:纳入|列入|下达|确定|批复|立项|遗留|结转|续建|未完成)[一-鿿“”]{0,10}的(?=\\s*\\d|剩余|全部)"
)
# What may stand before the time that a sentence, and those after it, speak of.
_OPENING = regex(
    r"(?:各位代表|同志们)?[,，:：!！]?(?:[^,，。;；:：\d]{2,12}(?:的是|指出|看到|强调|说明|一提)[,，:：])?(?:回顾|面对|在|刚刚)?(?:刚刚)?(?:过去|走过)?的?(?:这)?"
)
