"""Whether an answer names a thing and leaves out what is asked of it: names, contents, a cause."""

from __future__ import annotations

import re

from reports.patterns import regex
from reports.text import fold, plain

from ..questions.content import FROM_TO
from ..questions.counted import numerals
from ..questions.slots import Slots
from .kinds_asked import clause_asking, no_kind
from .leanings import gives_cause

_CLAUSE = regex("[,;。\n]")
_MARKS = regex("\\[\\d+\\]")


def untold(question: str, answer: str) -> bool:
    """Whether the quoted ``answer`` plainly leaves out what the question asks for."""
    asked, told = plain(question), plain(_MARKS.sub("", re.sub("”[，、]?“", "、", answer)))
    ways = (_no_cause, no_kind, _only_counted, _no_list, _no_company)
    return any(way(asked, told) for way in ways) or _no_contents(fold(question), told)


def _no_cause(asked: str, told: str) -> bool:
    return _WHY.search(asked) is not None and not gives_cause(told)


_WHY = regex("为什么|为何|为啥|什么原因|原因是|凭什么")


# 打造哪些特色街区 asks less: how many they are answers it.
_ASKS_NAMES = regex(
    "叫(?:什么|啥)|[是有]谁|是什么|什么名|是啥|(?:都|分别|各|[是在同跟与])有?哪|哪[几一二两三四五六七八九家个位\\d]|哪些(?:企业|公司)|\\d[个家名部项座条所位处对款件种].*哪"
)
_COUNTED = regex(
    "(?<!第)(?:\\d+|[一二两三四五六七八九十]+|首|多)[个家名部项座条所位处对款件种类批人支张块宗站大](?:次(?!月))?"
)
_FREE = frozenset("的了为和与等获得新增成被入选评由全市省级国县区我在有是上达到共累计已再")
_LISTS = regex("[、:(]|一(?:是|要)|其中|分别|包括|——|即|共同|均|都")
_GOES_ON = regex("^(?:[一二](?:是|要)|其中|分别[是为]|包括|即)")
_ALIKE, _OWN = 3, 2
_CLAUSES = f"{_CLAUSE.pattern}|(?<=\\d[家名个项座部所位件人])、(?=[^,;、]*\\d[家名个项座部所位件人])"


def _only_counted(asked: str, told: str) -> bool:
    """13项成果都叫什么: 13项成果获奖 counts them; which they are stands neither in it nor beside it."""
    clauses, asked = [c for c in re.split(_CLAUSES, told) if c], clause_asking(asked, _ASKS_NAMES)
    if not clauses or not _ASKS_NAMES.search(asked):
        return False
    at = max(range(len(clauses)), key=lambda i: _shared(asked, clauses[i]))
    clause, after = clauses[at], "".join(clauses[at + 1 : at + 2])
    count = _COUNTED.search(clause)
    if count is None or _LISTS.search(clause) or _shared(asked, clause) < _ALIKE or _GOES_ON.search(after):
        return False
    before, rest = clause[: count.start()], clause[count.end() :]
    if _own(before, asked) or len(_own(rest, asked)) > _OWN:
        return False
    noun = re.match("[一-鿿]{2,}", rest)
    word = noun.group()[-2:] if noun else before[-2:]
    # 新增上市公司3家 beside it names none either
    others = [(i, c) for i, c in enumerate(clauses) if i != at and not _counts_alone(c)]
    if any(
        word in c and (_LISTS.search(c) or 2 * _shared(asked, c) > _shared(asked, clause)) for _, c in others
    ):
        return False
    # 甲首发上市,新增上市公司3家: what stands beside it tells of the same
    same = {clause[i : i + 2] for i in range(len(clause) - 1)} - {word}
    near = [c for i, c in others if abs(i - at) <= _BESIDE]
    return not any(pair in c and pair in asked for c in near for pair in same)


# 国家级企业11家, 15家企业入选: that many, and no name
_ALONE = regex(
    "^(?:新增|新认定|净增|累计|共|培育)?[^、:(]{2,16}\\d+[家名个户](?:以上)?$|^\\d+[家名个户][^、:(]{2,}$"
)


def _counts_alone(clause: str) -> bool:
    clause = clause.partition("、居")[0]
    return _ALONE.search(clause) is not None and not _LISTS.search(clause)


def _shared(asked: str, clause: str) -> int:
    """How many pairs of characters of a clause the question has too."""
    return sum(clause[i : i + 2] in asked for i in range(len(clause) - 1))


def _own(text: str, asked: str) -> list[str]:
    """The characters of a text that tell something and that the question lacks."""
    return [c for c in text if c not in asked and c not in _FREE and not c.isdigit()]


# Kinds of many whose members a sentence that tells them sets in a row.
_NAMED = (
    "企业|公司|单位|国家|国|城市|友城|专业|学校|大学|县|县市|区|镇|乡|村|社区|文物|作品|电影|景区|站|车站|站点|成果|产品|品种|"
    "作物|品牌|法规|条例|公园|园区|路|街|河|湖|水库|桥|医院|地方|地点|人|球员|球队|选手|运动员|协定|航线|线路|机构|平台|"
    "节目|遗址|馆|基地|商品|部门|乡镇|开发区"
)
_MEASURE = "[个家所条座位款项处名部种支件对]"
_MANY = regex(
    f"(?:哪些|哪[几二两三四五六七八九十]{_MEASURE}?)(?:{_NAMED})(?=$|[?,。了受入获被上])|"
    f"(?:{_NAMED})(?:名单|名字)?(?:都|分别|各)?(?:是|有|叫|设)了?(?:哪些|哪几(?:{_MEASURE}|国)|什么名|谁)(?=$|[?,。])|"
    "都叫(?:什么|啥)|(?:设|选在|划进)了?哪(?:些|几)"
)
_ROW = regex("[、:(—–－-]|[一-鿿](?:和|与|及|以及)[一-鿿]")
_AS_MUCH = 0.5
_OFTEN = 2
_EACH = regex("[2-9二两三四五六七八九][家个所条座项],")
_BESIDE = 2


def _no_list(asked: str, told: str) -> bool:
    """成员单位有哪些: no clause that speaks of them, nor one near it, has two things in a row."""
    many = _MANY.search(asked)
    sentences = [[c for c in _CLAUSE.split(sentence) if c] for sentence in re.split("[。\n]", told)]
    most = max((_shared(asked, c) for clauses in sentences for c in clauses), default=0)
    if many is None or not most:
        return False
    kind = re.search(_NAMED, many.group())
    if kind and told.count(kind.group()[-1]) > _OFTEN:
        return False
    for clauses in sentences:
        speaks = [_shared(asked, c) >= _AS_MUCH * most for c in clauses]
        near = (c for i, c in enumerate(clauses) if any(speaks[max(0, i - _BESIDE) : i + _BESIDE + 1]))
        # 新增挂牌企业2家,甲登陆北交所,乙挂牌新三板: a clause for each
        each = _EACH.search(",".join(clauses)) and sum(_shared(asked, c) > 0 for c in clauses) > 1
        if each or any(map(_ROW.search, near)):
            return False
    return True


_COMPANY_ASKED = regex(
    "(?:哪些|哪几家)(?:(?![和与对为帮让给跟])[一-鿿]){0,4}(?:企业|公司|[药车]企)(?![一-鿿]{0,8}(?:政策|措施|举措|机制|办法|活动|行动|制度|问题))|(?:企业|公司|[药车]企)(?:都|分别|主要)?(?:是|有)哪(?:些|[几两三四五]家)|(?:接手|接盘|收购|买下)的?是?哪(?:一|几)?家"
)
_COMPANY = regex(
    "[一-鿿]{2,8}(?:公司|集团|股份|科技|[药实矿酒铝钢]业|控股|资本|银行|电子|能源|材料|食品|生物|重工|医药|制药|机械|化工|智能|"
    "医疗|胶片|乳业|动力|水泥|[钢药矿电汽]$)|、[^,、]{2,8}等?(?:\\d+家|(?<=等)(?:龙头|骨干|知名|重点)?(?:企业|公司))|"
    "[一-鿿]{2,10}等(?:一?大?批|\\d+[余多]?家)[一-鿿\\d]{0,10}(?:企业|公司)|(?:^|[,。;、])[^,。、;]{2,10}(?:成功上市|成为|获评|荣获|入选|挂牌|登陆)"
)


def _no_company(asked: str, told: str) -> bool:
    """卖给了哪些企业: nothing in the answer is called as companies are."""
    if not _COMPANY_ASKED.search(asked):
        return False
    names = (m.group() for m in _COMPANY.finditer(told))
    return not any(len(_own(name, asked)) >= _OWN for name in names)


# 《…宣言》写了哪几条: a document or a method is named, and what it says, or how it is done, is asked for.
_CONTENTS = regex(
    "(?:《(?P<paper>[^》]{3,})》|(?P<name>[一-鿿\\d+”]{2,}(?:工作法|调解法|条例|宣言|法案|公约|章程)))[一-鿿]{0,2}?[，,]?"
    "(?:具体|主要|到底|都|里面?|又|是|共)*"
    "(?:(?:怎么|如何|咋)(?:操作|运作|运行|做|执行|实行|运转|搞|规定|写|说)|"
    "(?:写|规定|讲|提|列|定|约定|包括|包含|载明|明确)(?:了|出)*(?:哪|什么|啥)|"
    "(?:有|的|内容)*(?:是|有)?(?:哪些|哪几条|什么|啥)(?:内容|条|规定|要求|步骤|$))"
)
_EXPLAINS = regex("^[^,]*?(?:[:(]|即|是指|包括|规定|明确|提出|要求|确定|——)")
_NO_CONTENT = regex("\\d|成为|作为|[获被评荣]|施行|出台|推广|典型|实现")
# “1355”工作法这几个数字各指什么: each digit must stand there again.
_DIGITS = regex(
    "(?<!\\d)(?P<digits>\\d{3,6})(?!\\d|年|[个家项万亿]).*(?:数字?(?:各|分别|都|是?指|代表)|各指|分别指|各是什么)"
)


def _no_contents(question: str, told: str) -> bool:
    """Whether of a document or a method that is asked about only its making, or what it won, is told."""
    found = _CONTENTS.search(question)
    if found is None:
        return _no_digits(plain(question), told)
    name = plain(found["paper"] or found["name"])[-_TAIL:]
    for sentence in re.split("[。\n]", told):
        after = sentence.partition(name)[2]
        following = _CLAUSE.split(after)[1:2]
        if _EXPLAINS.search(after) or any(map(_EXPLAINS.match, following)):
            return False
        if after and not found["paper"] and any(c and not _NO_CONTENT.search(c) for c in following):
            return False
    return name in told


def _no_digits(asked: str, told: str) -> bool:
    found = _DIGITS.search(asked)
    if found is None or found["digits"] not in told:
        return False
    after = told.partition(found["digits"])[2]
    each = (f"(?:{numerals(int(d))})(?!\\d|[年月日万亿%.])" for d in found["digits"] if d != "0")
    return not re.match("[^,。]{0,12}(?:[:(]|是指|即|——)", after) and not all(
        re.search(e, after) for e in each
    )


_TAIL = 5


def of_another_change(slots: Slots, quoted: str) -> bool:
    """Whether both ends of a change are asked for and what is quoted does not speak of what changed."""
    if not FROM_TO.search(slots.text) or slots.task != "figure":
        return False
    words, told = plain(slots.content).replace(" ", ""), plain(quoted)
    size = 1 if _TELLS_ENDS.search(told) else 2  # a change that is told may be of 国企 as 国有企业
    runs = [words[i : i + size] for i in range(len(words) - size + 1)]
    return sum(run in told for run in runs) < _SPOKEN_OF * len(runs)


_SPOKEN_OF = 0.55
_TELLS_ENDS = regex(r"[从由][^,，。;；]{0,8}\d[^,，。;；]{0,12}[到至为成]\d")
