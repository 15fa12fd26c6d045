"""Where a report admits its problems: the one run of sentences that says most of what is lacking."""

from __future__ import annotations

from reports.patterns import regex

from ..evidence.admitted import PROBLEMS, REMEDY
from ..evidence.pieces import number_of
from ..evidence.prepared import Evidence

_TELLS = regex(
    "(?:清醒|深刻|充分|清楚|正确|客观|理性|冷静|辩证)[地的]?(?:认识|看|意识|分析|把握)|(?:认识|看|意识)到|正视|直面|"
    "(?:存在|面临|面对|还有|仍有)[^。]{0,40}(?:困难|问题|不足|短板|差距|挑战|矛盾|制约|薄弱环节|缺点)|"
    "(?:困难|问题|不足|短板|矛盾|差距|挑战|缺点)[^。]{0,12}(?:主要|集中|突出|：|:)|不足之处"
)
_LACKS = regex(
    "不(?:够|足|强|高|优|大|快|牢|稳|多|平衡|充分|协调|合理|完善|到位|适应|扎实|健全|均衡|活|宽松|长|可持续|良|深|严|匹配|相称|"
    "理想|实|明显|顺|畅|全|细|紧|作为|担当|容|能忽视|可忽视|敢为|想为|会为|少|小|及|尽|如)|"
    "薄弱|滞后|欠缺|短缺|短板|弱项|困难|压力|亟[待需须]|有待|差距|[仍还尚]需|艰巨|严峻|制约|偏(?:低|小|少|弱|重|旧|短|慢|大)|"
    "(?:较|太|过)[低小少弱差重多慢窄]|缺乏|缺少|任重道远|隐患|乏力|粗放|尚未|没有|难以|未能|还未|下滑|落后|矛盾|问题|欠账|瓶颈|"
    "[小少低弱差慢窄难重]$|难度|承压|繁重|缺口|吃紧|紧张|爬坡|依然|提升空间|艰苦|单一|脆弱|趋紧|加剧|下行|腐败|形式主义|官僚主义|淡薄|挑战|失误|缺点|不作为|攻坚期|阵痛|"
    "尚待|不能(?:很好地|完全)?适应|(?:需要?|应)(?:进一步|继续)?(?:加以)?(?:改进|提高|加大|加强)"
)
_DOES = regex(
    "^(?:[、并和要将]|必须|我们|着力|切实|加快|加大|推进|坚持|解决|补齐|破解|防范|完善|加强|努力|强化|统筹|积极|全面|深入|"
    "帮助|帮扶|支持|助力|推行|坚决|认真|有效|进一步|紧盯|聚焦|妥善|推动|集中|大力|持续|扎实|抓好|抢抓|严格|紧紧|实施|成功|较好)(?!.*(?:有待|不够|不足|尚需|仍需|还需|亟待|艰巨))"
)
_ENDS = regex(
    "^(?:对(?:此|这些|上述|以上|于(?:这些|上述|以上)|存在)|(?:所有)?这些|认真(?:克服|解决|研究)|我们务必|在今后的?工作|这些(?:困难|问题|矛盾|不足)|针对(?:这些|以上|上述|存在)|面对(?:这些|以上|困难|问题|挑战)|"
    "(?:今后|下一步)|(?:因此|为此|所以)|我们(?:要|将|必须|一定|有|坚信|相信|既|应|决)|上述(?:问题|困难)|以上(?:问题|困难)|解决(?:这些|好)|"
    "产生这些|造成这些|各位代表[，,：:！!]*$|各位代表[!！,，](?!.*(?:问题|困难|不足))|党中央|(?:同时|但是?)[，,]?我们(?:也)?(?:要|更)?(?:看到|坚信|拥有|具备)[^。]*(?:机遇|优势|有利))"
)
_OPENING = regex(
    "^[(（]?[一二三四五六七八九十]{1,3}(?:[)）、]|是)|"
    "^[^。；]{0,24}(?:同时|清醒|深刻|充分)[^，。；]{0,10}[，,](?:我们[^，。；]{0,12}[，,])?"
)
_NOTE = regex(r"[\[【〔［]\s*\d{1,3}\s*[\]】〕］]|注\d*[:：]")
_AFTERWARDS = regex("[，,；;](?:对此|对这些|这些问题)")
_CLAUSES = regex("[，,；;。：:！!]")
_SOBER = regex("清醒")
_SEEN = regex("清醒地?(?:认识|看|意识)到?[^。；]{0,24}(?:困难|问题|不足|短板|挑战|矛盾)")
_ANNOUNCES = regex(
    "(?:清醒|深刻|充分|清楚|正确|客观|理性|冷静)[地的]?(?:认识|看|意识)|(?:困难|问题|不足|短板|矛盾|差距|挑战)[^，。]{0,6}[。:：]?$"
)
_MOST = 24
_NEAR = 4
_BACK = 12
_LEAST = 3.0
_STRONG = 2.0
_UNANNOUNCED = 2.0
_FALSE = 0.8


def admission(evidence: Evidence) -> tuple[int, int] | None:
    """The half-open range of the sentences in which a report admits its problems; None where it does not."""
    if "admission" not in evidence.kept:
        evidence.kept["admission"] = _found(evidence)
    found: tuple[int, int] | None = evidence.kept["admission"]
    return found


def _found(evidence: Evidence) -> tuple[int, int] | None:
    best, chosen = _LEAST, None
    for first, text in enumerate(evidence.sentences):
        announced = _TELLS.search(text) or PROBLEMS.search(text)
        # what no word announces must say the more
        if not (announced or number_of(text) == 1) or _ends(text) or _is_note(evidence, first):
            continue
        last, weight = _run(evidence, first)
        weight -= 0.0 if announced else _UNANNOUNCED
        if weight > best:
            best, chosen = weight, (first, last)
    return _widened(evidence, *chosen) if chosen else None


def _widened(evidence: Evidence, first: int, last: int) -> tuple[int, int]:
    """The run from the sentence that announces it to the one before the remedy, where those stand near."""
    sentences, report = evidence.sentences, evidence.report.sentences
    section = report[first].section
    for index in range(first - 1, max(-1, first - 1 - _BACK), -1):
        if report[index].section != section or lacking(sentences[index]) < -_STRONG:
            break
        if _ANNOUNCES.search(sentences[index]) and not _ends(sentences[index]):
            first = index
            break
    for index in range(last, min(len(sentences), last + _NEAR + 1)):
        if report[index].section != section or _ends(sentences[index]):
            return first, index
        if number_of(sentences[index]) > 1 or sentences[index].startswith("—"):
            last = index + 1
    return first, last


def _run(evidence: Evidence, first: int) -> tuple[int, float]:
    """Where the run from a sentence on ends, and how much it says that is lacking."""
    sentences, report = evidence.sentences, evidence.report.sentences
    weight = lacking(sentences[first]) + _STRONG * (PROBLEMS.search(sentences[first]) is not None)
    weight += _SOBER.search(sentences[first]) is not None
    best, end = weight, first + 1
    for index in range(first + 1, min(len(sentences), first + _MOST)):
        text = sentences[index]
        if report[index].section != report[first].section or _ends(text):
            break
        weight += lacking(text) + (1.0 if number_of(text) > 1 else 0.0)
        if weight >= best:
            best, end = weight, index + 1
        elif weight < best - _STRONG:
            break
    return end, best


def _is_note(evidence: Evidence, index: int) -> bool:
    sentence = evidence.report.sentences[index]
    return _NOTE.match(evidence.report.text[sentence.start : sentence.end].lstrip()) is not None


def _ends(text: str) -> bool:
    # 我们必须清醒看到存在的问题 ends nothing
    return bool(REMEDY.match(text) or _ENDS.match(text)) and not _SEEN.search(text)


def lacking(text: str) -> float:
    """How many clauses of a folded sentence say what is lacking, less those that do not."""
    said = _AFTERWARDS.split(_OPENING.sub("", text))[0]
    clauses = [c for c in _CLAUSES.split(said) if c]
    lack = sum(1 for c in clauses if _LACKS.search(c) and not _DOES.match(c))
    return lack - _FALSE * (len(clauses) - lack)
