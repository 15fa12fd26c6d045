"""Whether a sentence does and names what a question takes for granted: a doer, a deed, a title, a kind."""

from __future__ import annotations

import re

from reports.patterns import regex
from reports.text import plain

from ..questions.slots import Slots
from .names_new import named_as_asked
from .spoken import tells_honour

_BY_WHOM = regex(
    "(?:由|是)(?:哪|谁|什么)[一-鿿]{0,6}?(?P<deed>承建|运营|承办|施工|设计|监理|贷款|托管|管理|代建|冠名|赞助|中标|承包)"
)
# Kinds whose names end alike: a sentence that holds no such ending names none of them.
_ENDINGS = {
    "大学|高校|学院|院校": "大学|学院|师范|校区|复旦|清华|北大|浙大|同济|南开|"
    "[科交财农理工师医]大(?![力型道赛会事规])",
    "央企|国企|中央企业": "央企|国企|集团|公司|股份|中国|国(?:电|网|能|投|药|机)|华(?:电|能|润|侨)|"
    "中(?:建|铁|交|电|核|石|海|粮|冶|化|车|煤|信|航|广|节|林|储|植)|大唐|三峡|航天|航空|兵器|宝武|招商局|保利",
    "场馆": "馆|体育场|中心|剧院|剧场|青少年宫",
    "小学": "小学",
    "中学|高中": "中学|高中|附中|[一二三四五六七八九十]中",
    "幼儿园": "幼儿园|幼教",
    "医院": "医院|院区|医学中心|卫生院|保健院|[一-鿿]院(?=[、，。和与])",
    "银行": "银行|农商行|信用社|农信|[建工农中]行",
    "水库": "水库|枢纽|水利工程",
    "大桥|桥": "桥",
    "机场": "机场",
}
_KINDS = [
    (regex(f"哪[一二两三四五几些]?[所家个座条]?(?:{kind})"), regex(ending))
    for kind, ending in _ENDINGS.items()
]


def told_as_asked(slots: Slots, text: str) -> bool:
    """Whether a folded sentence tells of the title, the deed, the doer and the kind that are asked for."""
    told = (_title_told, _deed_told, _made_told, _held_told, _doer_told, _kind_named, named_as_asked)
    return all(tells(slots, text) for tells in told)


def _doer_told(slots: Slots, text: str) -> bool:
    """由哪家企业承建: the sentence says 承建, or by whom."""
    asked = _BY_WHOM.search(slots.text)
    return asked is None or asked["deed"] in text or "由" in text


# 新开工哪几条高铁: what was finished is told in one clause, what was begun in another.
_WAY = "高铁|铁路|高速|地铁|轨道|线路|号线|机场|大桥"
_DEEDS = {
    "开工|动工|开建": "开工|动工|开建|新建|启动建设|破土|启动实施|实施",
    "通车|开通|建成|投用": "通车|开通|建成|投用|投运|运营|贯通|竣工|完工|通航|完成",
}
_DEED_ASKED = regex(rf"(?P<deed>{'|'.join(_DEEDS)})(?:了|的)?(?:哪|什么)[^，。？]{{0,4}}?(?:{_WAY})")


# 哪条高铁通了车: the way is named first.
_DEED_AFTER = regex(rf"哪[一几些两三四五]?条?(?:{_WAY})[^，。？]{{0,4}}?(?P<deed>{'|'.join(_DEEDS)})")


def _deed_told(slots: Slots, text: str) -> bool:
    """Whether one clause tells both of the way and of what was done about it."""
    question = plain(slots.text).replace("通了车", "通车")
    asked = _DEED_ASKED.search(question) or _DEED_AFTER.search(question)
    if asked is None:
        return True
    told = next(forms for words, forms in _DEEDS.items() if asked["deed"] in words.split("|"))
    clauses = re.split("[，,；;。]", text)
    # 高速公路通车里程 tells of no 高铁
    way = "高铁|铁路|客专|专线" if "高铁" in asked.group() else f"{_WAY}|线"
    return any(re.search(told, c) and re.search(way, c) for c in clauses)


# 新建哪所大学: 新建校 in one clause and 大学 in another tell of none that is built.
_MADE_ASKED = regex(
    r"(?:新建|修建|兴建|筹建|[要想]建)(?:了|成)?哪[一二两三四五六几些]?[所家座个条]?(?P<kind>[一-鿿]{2,6})[？?。]?$"
)
_MADE = "新建|筹建|迁建|扩建|改建|兴建|修建|共建|开工|启动|动工|选址|搬迁|迁址|改造"
_DONE_TO = "新建|筹建|迁建|扩建|改建|开工|动工|主体|竣工|投用|建成|落成|项目|工程|落户"


# 申办哪一届: what is not held is no answer.
_HELD_ASKED = regex("(?:申办|承办|举办|主办|举行)了?的?(?:哪|什么)")
_HELD = regex("办|举行|召开|落户|赛|开幕|闭幕")


def _held_told(slots: Slots, text: str) -> bool:
    return _HELD_ASKED.search(plain(slots.text)) is None or _HELD.search(text) is not None


def _made_told(slots: Slots, text: str) -> bool:
    """Whether one clause tells both of the building and of a thing of the kind."""
    asked = _MADE_ASKED.search(plain(slots.text))
    if asked is None:
        return True
    end = next((e for kind, e in _ENDINGS.items() if re.search(f"(?:{kind})$", asked["kind"])), "")
    clauses = re.split("[，,；;。]", text)
    # 深化医院建设 builds none; 建设甲医院, 甲医院项目开工 do
    told = re.compile(f"(?:{_MADE}|建设?(?!.{{0,4}}一流)).*(?:{end})|(?:{end}).{{0,12}}(?:{_DONE_TO})")
    return not end or any(told.search(c) for c in clauses)


# 被评为全国文明村: the title is told of, or some other that was won.
_TITLE = regex("(?:评为|评上|命名为|认定为|授予|获评)了?的?(?P<title>[一-鿿]{4,12})(?=$|[，,。？?的])")


def _title_told(slots: Slots, text: str) -> bool:
    asked = _TITLE.search(plain(slots.text))
    return asked is None or tells_honour(text) or asked["title"] in text


def _kind_named(slots: Slots, text: str) -> bool:
    """哪所大学: the sentence holds the name of one, besides what the question says itself."""
    return all(ending.search(text) for kind, ending in _KINDS if kind.search(slots.text))
