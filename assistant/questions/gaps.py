"""How people ask how far two figures are apart, said as most of them say it: 甲比乙多多少."""

from __future__ import annotations

import re

from reports.patterns import regex

_MOVES = (
    "多|少|高|低|大|小|快|慢|长|短|降|升|涨|跌|超|增加|增长|增|提高|提升|上升|上调|调高|抬高|加码|加快|扩大|"
    "减少|减|下降|降低|下调|调低|压低|压减|压缩|缩减|缩小|缩水|缩|回落|下滑|放缓|放低|收窄"
)
# 多收了多少, 回落几
MOVED_BY = rf"(?:[多少增减降][一-鿿]{{0,2}}?|{_MOVES})[了出来]*(?:大概|大约|约|有|整整)?(?:多少|几)"
_MOVED = regex(MOVED_BY)
# 比…的小，小了多少: the direction is said twice.
_TWICE = regex(
    r"的?(?P<way>多|少|高|低|大|小|快|慢)(?:些|一些|一点|了)?[，,](?:那)?(?=(?P=way)(?:了|出|多少|几))"
)
# 哪个更高，高几个百分点
_WHICH_BY = regex(
    r"[，,]?(?:哪一?个|谁|哪边|哪头|哪一?项)(?:更|的)?(?P<way>[高多大快低少慢])(?:一?些|一?点)?[，,、？?](?P=way)(?:了|出)?(?:大概|大约|约)?(?=多少|几)"
)
# 谁高谁低，差多少 of two sides that 和 joins.
_WHICH = regex(
    r"[，,]?(?:哪个|谁|哪边|哪头|两者|二者|两个|它们)(?:更|的)?(?:高|多|大|快|低|少)?[，,、？?]?(?=(?:相差|差|高|多))"
)
_WITH = regex(
    r"^(?P<before>.*?)(?:与|和|同|跟)(?P<base>[^，,]{2,30}?)(?:(?:相比较?|比起来|相较|对比)[，,]?|(?:比较|[一作]?比)[，,])(?P<rest>.+)$"
)
# 2023年目标和2022年实际比高多少
_SET_BESIDE = regex(
    rf"^(?P<one>.+?)(?:与|和|同|跟)(?P<other>[^，,]{{2,30}}?)(?:相比较?|比起来|相较|对比|[一作]比|比较?)[，,]?(?P<much>(?:要|会|是)?{MOVED_BY}.*)$"
)
# 增速达到了定的目标吗，差几个百分点
_REACHED = regex(
    r"(?P<one>.{4,}?)(?:有没有|是否|是不是)?(?:达到|超过|完成|兑现|实现|够上|跑赢)了?(?P<other>[^，,]*(?:目标|计划|任务|预期|要求|定的数|底线|打算|指标)[^，,]{0,3}?)"
    r"(?:吗|没有|没|了吗|了没有?)?[，,？?](?:还|又)?(?:相?差|多|少|高|低|超|超出)(?:了|出)?(?P<much>(?:多少|几).*)"
)
_LEADS_ON = regex(
    r"[，,](?:那|这|那么|也就是说?|意味着|等于|相当于)*(?:至少|起码|最少|最低|还)?(?:得|要|需要?|须|必须)?(?=[比较])"
)
_AT_LEAST = regex(rf"(?:至少|起码|最少|至多|最多|顶多)(?:要|得|会|应|该)?(?={MOVED_BY})")
_GAP = regex("(?:两者|二者|之间)?(?:相差|差距|差额|差)(?:是|有|为|了)*(?:多少|几)")
_BOTH_OF = {"城乡": ("城镇", "农村"), "进出口": ("出口", "进口"), "存贷款": ("存款", "贷款")}
_INCOMES = regex(
    "城乡(?:居民)?(?:人均)?(?:可支配)?收入(?:之?比|倍差)(?:值|例)?(?:是|为|有)?(?:多少|几比几|几)?$"
)
_APART = regex(
    rf"(?P<both>{'|'.join(_BOTH_OF)})(?P<of>[^，,和与]{{0,14}}?)(?:之间)?的?[，,]?(?:相差|差距|差额|之差|差了?)(?:有|是|了)?(?P<much>多少|几|多大)"
)


def _each_of_both(text: str) -> str:
    """城乡居民收入差多少: the two that one word names, each by itself."""
    if ratio := _INCOMES.search(text):
        town, country = (f"{side}居民人均可支配收入" for side in _BOTH_OF["城乡"])
        return f"{text[: ratio.start()]}{town}是{country}的多少倍"
    match = _APART.search(text)
    if match is None:
        return text
    one, other = (f"{side}{match['of']}" for side in _BOTH_OF[match["both"]])
    return f"{text[: match.start()]}{one}和{other}相差{match['much']}{text[match.end() :]}"


_ROSE = "提高|上调|调高|抬高|增加|上升|加码"
_FELL = "降低|下调|调低|压低|减少|下降|缩水"
# 目标是提高了还是降低了
_MOVED_EITHER = regex(rf"(?:{_ROSE})了?还是(?:{_FELL})了?$|(?:{_FELL})了?还是(?:{_ROSE})了?$")


def said_plainly(text: str) -> str:
    """The question with the two sides said as most people say them: 甲比乙多多少."""
    text = _MOVED_EITHER.sub("高了还是低了", _each_of_both(text))
    text = _AT_LEAST.sub("", _LEADS_ON.sub("", _TWICE.sub("", _WHICH_BY.sub("相差", text))))
    if match := _SET_BESIDE.match(text):
        text = f"{match['one']}比{match['other']}{match['much']}"
    elif match := _WITH.match(text):
        # 与2020年相比，2021年…多了多少
        rest = match["before"] + match["rest"]
        if _MOVED.search(rest):
            text = re.sub(rf"(?={MOVED_BY})", f"比{match['base']}", rest, count=1)
        elif _GAP.match(match["rest"]):
            # 定的增速目标，跟实际增速相比，差距是几个百分点
            text = f"{match['before'].rstrip('，,')}和{match['base']}{match['rest']}"
    text = _REACHED.sub(r"\g<one>比\g<other>多\g<much>", text)
    return _WHICH.sub("", text)
