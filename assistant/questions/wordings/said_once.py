"""Roundabout wordings of until when, for how long and how many, in the words that most ask with."""

from __future__ import annotations

import re

from reports.patterns import regex

from .turns import END, MUCH, Turns

# 2008年城镇化率多少，比2007年上升几个百分点: than the year before
_THAN_BEFORE = regex(
    r"(?P<asked>(?P<year>(?:19|20)\d\d)年(?:(?!\d{4}).)*[，,；;？?])(?:比|较)(?P<before>(?:19|20)\d\d)年"
    r"(?=(?:增长|上升|提高|提升|下降|增加|减少|回落|降|涨|升|高|低)[出]?了?(?:百分之|(?:多少|几)个?(?:百分|[%％]))(?!.*\d{4}))"
)


def _than_before(match: re.Match[str]) -> str:
    one = int(match["year"]) - int(match["before"]) == 1
    return f"{match['asked']}比上年" if one else match.group()


SAID_ONCE: Turns = (
    # “十四五”结束时, 收官时: at the end of it
    (
        regex(
            '(?<=五)([”"]?)(?:规划|计划)?(?:时期|期间)?(?:结束|收官|收尾|完成|终了|期满)(?:的时候|之时|时)候?'
        ),
        r"\1末",
    ),
    # 没有出现污染天气，一连保持了多少天: how long it has been so
    (
        regex(
            "((?:没有?|未)再?(?:出现|发生|发现)过?[^，,没未]{2,14}?)[，,]?(?:已经?)?"
            "(?:(?:一连|连续|接连|连着|持续)(?:保持|维持|坚持)?|(?:保持|维持|坚持))了?"
            f"({MUCH}(?:天|年|个?月|个小时))了?{END}"
        ),
        r"连续\2\1",
    ),
    # 争取专项资金，总共争来多少钱: the deed said twice
    (
        regex(
            "((?P<deed>[一-鿿])[^，,的多几]{3,16})[，,](?:一共|总共|共|合计|拢共)(?P=deed)"
            f"(?:[来到得取成出下了入]|进来){{0,2}}(?={MUCH})"
        ),
        r"\1",
    ),
    # 卖了多少钱的货, 卖出了多少亿的交易额
    (
        regex(f"卖(?:出去?|掉)?了?({MUCH}(?:万亿|[万亿])?)(?:元|块)?钱?的(?:货物?|东西|商品|产品){END}"),
        r"销售收入\1元",
    ),
    (
        regex(
            f"(?:卖|做|创造|创下|达成)[出成到]?去?了?({MUCH}(?:万亿|[万亿]))元?的([一-鿿]{{0,2}}(?:[交成][易交]额|销售额|营业额|营业收入|销售收入|产值)){END}"
        ),
        r"\2\1元",
    ),
    # 拿到“小巨人”称号的企业: those firms
    (
        regex(
            "(?:拿到|拿下|获得|取得|获评|评上|被评为|得到|拥有|荣获)了?([^，,的拿获取评得拥荣]{3,16}?)(?:企业)?(?:的)?(?:称号|资质|资格|牌子|荣誉|头衔)的企业"
        ),
        r"\1企业",
    ),
    # 农民负担平均下降了百分之几: burdens are made lighter
    (
        regex(f"(?<!利息)负担((?:平均|人均|总体|一?共|总共)*)(?:下降|降低|减少|减)了?(?={MUCH}|百分)"),
        r"负担\1减轻",
    ),
    (regex(f"(?:降低|减少|减掉|降|减)了?({MUCH}[万亿]*(?:元|钱)?)的?负担"), r"减轻\1负担"),
    (regex(f"净增加了?(?={MUCH})"), "净增"),
    # 企业累计有几家: there are so many in all
    (regex(f"累计(?:一?共|总共)?有(?={MUCH}[家户]{END})"), "一共有"),
    (_THAN_BEFORE, _than_before),
)
