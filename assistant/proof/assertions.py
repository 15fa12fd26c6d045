"""What a sentence asserts in words, not figures: ranks, honours, completion, trends, persons, offices.

Each such word must stand in the evidence that the sentence rests on; models add them freely.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from reports.numerals import chinese_value
from reports.patterns import regex

from .claims import Claims
from .comparing import spelt
from .faults import DONE
from .likeness import bare, content, share, strangest
from .material import Item

# What is finished, and the words of the evidence that tell it.
_FINISHED = tuple(
    (regex(said), regex(told))
    for said, told in (
        ("通车", "通车"),
        ("投产|达产|达效", "投产|达产|达效"),
        ("投用|启用|投入使用|投运|开门|营业(?!收入|额)", "投用|启用|使用|投运|运营|开放|开门|营业|迎客|入驻"),
        ("竣工|完工|建成|落成|封顶", "竣工|完工|建|封|改造|完成|修|投用|落成"),
        (
            "(?:超额|圆满|全面|提前|如期|全部)(?:完成|实现|达成|兑现)",
            "(?:超额|圆满|全面|提前|如期|全部)(?:完成|实现|达成|兑现|办)",
        ),
        (
            "(?:达到|实现|完成|超过|高于|好于|符合)了?(?:年初|年度|全年)?(?:预期|目标)(?![是为:]|增|值)",
            "(?:达到|实现|完成|超过|超额|高于|好于|符合)[^,;。]{0,8}(?:预期|目标|任务)",
        ),
        ("已消除|消除了", "消除了|已消除"),
        ("牵头|主办|分管", "牵头|主办|分管"),
    )
)
_BOASTS = regex(
    r"首位|榜首|第一方阵|第一梯队|前列|前茅|领先|领跑|首[个家批例次座条创]|唯一|新高|纪录|冠军|百强|十强|"
    r"最[高大多快好强优佳低少小]|逐年|逐月|连年|连续[一二两三四五六七八九十\d]+[年月届次]|翻番|翻一番|倍增|腰斩|全覆盖|清零|"
    r"[一二两三四五六七八九十]+分之[一二三四五六七八九十]+|国家级|省级|市级|世界级|超过一半|过半|大半|绝大多数"
)
_HONOUR = regex(
    r"(?:被评为|获评|评为|荣获|获得|获批|入选|入围|被授予|授予|跻身|当选|创成|被列入|被确定为|被认定为|被命名为)(?:了|为)?"
    r"([^,，。；;、:：\[]{3,})"
)
_FALLS = regex(r"下滑|下降|降低|减少|负增长|回落|萎缩|衰退|恶化|缩减|倒退|滑坡|赤字|亏损|外流|外迁")
_FELL = regex(_FALLS.pattern + r"|降|压|缩|收窄|改善|关停|淘汰|少|不足|困难|短板|不够")
_PERIOD = regex(r"(十[一二三四]?)五(?=”|’|期间|时期|规划|末|以来|收官|开局|的)")
_ORDINAL = regex(r"第(?:[一二三四五六七八九十百]+|\d+)[次届号期批轮座条所家例项大](?!产业)")
_RANK = regex(
    r"(?<=[一-鿿])第(?:[一二三四五六七八九十]+|\d+)(?![一二三四五六七八九十\d]|产业|[次届号期批轮座条所家例项大])"
)
_RANKS = regex(r"第(?:[一二三四五六七八九十]+|\d+)|首位|榜首")
_NUMBERED = regex(r"第([一二三四五六七八九十]+|\d+)(?![一二三四五六七八九十\d])([一-鿿]{2})")
_SURNAMES = (
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳"
    "鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹姚邵湛汪祁毛禹狄米贝明臧计成戴宋庞熊纪舒屈"
    "项祝董梁杜阮蓝闵席季麻强贾路娄江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯管卢莫经房裘缪解应宗丁宣邓郁单杭洪包诸左石崔"
    "吉龚程邢裴陆荣翁荀羊甄曲封储靳段富巫焦巴弓牧山谷车侯班仰秋仲伊宫宁仇栾甘厉戎祖武符刘景詹束龙叶司黎薄印白蒲邰从鄂索赖卓屠蒙池"
    "乔阴闻党翟谭贡姬申扶堵冉宰雍桑桂濮牛寿通边扈燕冀尚农温别庄晏柴瞿阎慕连习容向古易廖耿满匡国文广东欧利师巩聂晁勾敖融冷辛那简饶曾"
    "关查丰沙养鞠须巢蒯相后荆红游竺权盖益桓公"
)
_OFFICE = "区长|县长|市长|省长|州长|旗长|镇长|书记|主任|局长|部长|厅长|主席|总理|秘书长"
_PERSON = regex(
    rf"(?:由|是|为|称|[,，。；;：:、（(]|^)([{_SURNAMES}][一-鿿]{{1,2}}?)(?:同志)?(?:代|副|常务副)?(?:{_OFFICE})"
    rf"|(?:{_OFFICE})([{_SURNAMES}][一-鿿]{{1,2}})(?=[作在代向说强表指提出所的,，。；、]|$)"
)
_UNIT = regex(
    r"[一-鿿]{2}(?<![格全大开布当结新变破])局(?![面部势])|发改委|"
    r"[一-鿿]{2}(?:办事处|集团|公司|大学|学院|医院|银行|委员会)"
)
_CLAUSE = regex(r"[^,;。、]{4,}")
_MOST = 0.7
_LIGHT = regex(
    r"领域|取得|突破|进展|成效|方面|推进|加快|实现|开展|成功|受到?|得到|影响|之下|仍然?|继续|积极|有序|顺利|稳步|持续|不断|进一步|"
    r"还|均|也|已经?|有所|有了|出现|多项|一批|一系列|各项|全面|着力|努力|包括|要|将|拟|计划|安排"
)
# What an answer says of its own figures.
_META = regex("[两二]者(?:的)?(?:年份|时间|口径|年度|单位)(?:并?不同|不一致|不一)")
LONGEST_STRANGE = 6
"""Characters in a row that the evidence tells nothing of; a paraphrase has fewer."""


def unfounded(
    claims: Claims, sources: Sequence[Item], order: Sequence[Item], asked: str, likest: Sequence[Item] = ()
) -> str:
    """Why a sentence asserts more than its evidence tells; ``""`` where it does not.

    ``sources`` is the evidence that the sentence rests on, ``likest`` with what is likest to its clauses,
    ``order`` all of it.
    """
    text = claims.text
    near = "\n".join(i.around for i in sources)
    everywhere = "\n".join(i.around for i in order)
    beside = "\n".join(i.around for i in likest)
    for said, told in _FINISHED:
        if said.search(text) and not told.search(near) and not said.search(asked):
            return "报告没有这样说"
    for word in _BOASTS.findall(text):
        if (
            word not in near
            and word not in beside
            and word not in asked
            and not (word == "最高" and "新高" in near)
        ):
            return f"“{word}”没有依据"
    for match in _HONOUR.finditer(text):
        if max((share(bare(match[1]), i.around) for i in order), default=0.0) < _MOST:
            return "荣誉没有依据"
    for word in _FALLS.findall(text):
        if not _FELL.search(near) and word not in asked:
            return "增减没有依据"
    for ordinal in _ORDINAL.findall(text):
        if ordinal not in everywhere and ordinal not in asked:
            return f"“{ordinal}”没有依据"
    for number, noun in _NUMBERED.findall(text):
        if f"第{number}{noun}" not in everywhere and re.search(
            f"第[一二三四五六七八九十\\d]+{noun}", everywhere
        ):
            # 第二水厂 of 第三水厂
            return f"“第{number}{noun}”没有依据"
    ranks = set(map(_ranked, _RANKS.findall(near)))
    for rank in _RANK.findall(text):
        if _ranked(rank) not in ranks and rank not in asked:
            return f"“{rank}”没有依据"
    if not claims.figures and all(i.planned for i in sources) and DONE.search(text) and sources:
        return "把目标当成了结果"
    for period in _PERIOD.finditer(text):
        if period.group() not in near and not any(_within(period[1], i.report_year) for i in sources):
            return "时期不符"
    if not claims.figures and _swapped(claims, order):
        return "张冠李戴"
    if strange := _invented(claims, spelt(near) + asked, spelt(everywhere) + asked):
        return f"“{strange}”没有依据"
    return _names(text, everywhere + asked)


def _ranked(words: str) -> float | None:
    """The place in a row that 第二, 第2位 and 首位 name."""
    number = words.removeprefix("第")
    if number in ("首位", "榜首"):
        return 1.0
    return float(number) if number.isdigit() else chinese_value(number)


def _within(number: str, report_year: int | None) -> bool:
    """Whether a report tells of the five-year plan of that number: 十四 is 2021 to 2025."""
    first = 2001 + 5 * ("十", "十一", "十二", "十三", "十四").index(number)
    return report_year is not None and first <= report_year - 1 <= first + 5


def _swapped(claims: Claims, order: Sequence[Item]) -> bool:
    """Whether a clause is one of the report's with the name of its neighbour."""
    for part in _CLAUSE.findall(claims.text):
        if len(part) < 8:
            continue
        pairs = {part[i : i + 2] for i in range(len(part) - 1)}
        for item in order:
            clauses = _CLAUSE.findall(item.compact)
            best = max(clauses, key=lambda clause: share(part, clause), default="")
            left = {pair for pair in pairs if pair not in best}
            if left and len(left) <= len(pairs) * 0.3 and any(all(p in c for p in left) for c in clauses):
                return not any(share(part, other.compact) == 1 for other in order if other is not item)
    return False


def _invented(claims: Claims, near: str, everywhere: str) -> str:
    """The words that come from nowhere: a long run of them, or those on which a figureless sentence ends."""
    words = [_LIGHT.sub("", part) for part in _META.sub("　", content(claims)).split("　")]
    if claims.figures:
        longest = max((strangest(part, everywhere) for part in words), key=len, default="")
        return longest if len(longest) >= LONGEST_STRANGE else ""
    longest = max((strangest(part, near) for part in words), key=len, default="")
    if len(longest) >= LONGEST_STRANGE - 1:
        return longest
    last = strangest(words[-1], near) if words else ""
    return last if len(last) >= 3 and words[-1].endswith(last) else ""


def _names(text: str, known: str) -> str:
    for match in _PERSON.finditer(text):
        if (match[1] or match[2]) not in known:
            return "人名没有依据"
    for unit in _UNIT.findall(text):
        if unit not in known:
            return "单位没有依据"
    return ""
