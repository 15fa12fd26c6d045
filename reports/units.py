"""Units and measure words of the genre."""

from __future__ import annotations

import re
from collections.abc import Iterable

_WRITTEN = """
    微克/立方米 毫克/立方米 微克每立方米 吨标准煤 标准箱 标箱 teu 千瓦时 千瓦 兆瓦 瓦 千伏安 千伏 伏 平方公里
    平方千米 平方米 立方米 平米 公里 千米 厘米 毫米 米 公顷 亩次 亩 华里 个百分点 百分点 % ‰ 倍 成 美元 欧元
    港元 日元 元/人 元/亩 元/斤 元 人民币
    英镑 新卢布 卢布 人次 人 名 位 户次 户 家次 家 个 项次 项 件次 件 所 座 条 吨
    公斤 千克 斤 担 克 度 辆次 辆 台套 台次 台 套 次 天 年 小时 分钟 岁 场次 场 期 处 栋 幢 张 部 门 种
    类 头 只 羽 株 棵 眼 宗 批 笔 支 艘 架次 架 列 班次 班 床 例 起 单 片 门次 面 口 块 尾 匹 盏 间 册
    本 篇 首 档 轮 届 分贝 分 级 枚 对 节 段 幅 封 层 根 口井 组 团 队 码头泊位 泊位 车位 床位 箱 平方
    立方 册次 票 声 道 环 路 村 镇 县 市 区 省 国 日 厘 项目 大类 方 把 桶 瓶 股 线 趟 宗地 孔 井 座次
    项事 周年 人年 工时 克/千瓦时 小时/年 桩 枪 盘 朵 排 艺 校 站 社 棒 袋
    周岁 份 款 颗 剂次 剂 英寸 千升 延米 蒸吨 标准重量箱 重量箱 吉瓦时 兆瓦时 吉瓦
    微克 毫克 批次 个季度 分钱 毛钱 角钱
    个小时 个工作日 工作日 个月
    kwh mwh gwh twh kw mw gw kv kva mva eflops pflops pf p eb pb tb tbps gbps mbps
"""
UNITS = tuple(_WRITTEN.split())


THINGS = frozenset(
    "个家项件所座条处套栋张台辆场户种类门批起宗笔支期轮届站间株棵艘架班床级单幢口井对片部枚组团村镇县块面道册本篇幅封款位名"
)
"""Measure words of things and people that stand before the noun they count."""


def any_of(units: Iterable[str]) -> str:
    """A pattern for one of ``units``, the longest first; one in letters has no letter behind it (3p, 3pm)."""
    ordered = sorted(set(units), key=lambda unit: (-len(unit), unit))
    return "|".join(re.escape(u) + ("(?![a-z])" if u.isascii() and u.isalpha() else "") for u in ordered)


# What a unit of one character would cut off from the word it begins: 1200亿台阶, 11.2万市民, 330国道.
_BEGINS_A_WORD = {
    "台": "阶",
    "市": "[民场直属级内]",
    "国": "[道家有内际债民集]",
    "省": "[道级属份直]",
    "县": "[域级城道乡]",
    "区": "[域间位]",
    "村": "[民庄]",
    "镇": "街",
    "人": "制",
    "社": "[区会]",
    "站": "点",
    "校": "[园车]",
    "线": "[上下]",
    "路": "[灯径]",
    "方": "[面案阵式]",
    "班": "级",
    "天": "然",
    "部": "[门委]",
    "项": "目",
}


def _whole_unit() -> str:
    units = any_of(UNITS)
    for unit, rest in _BEGINS_A_WORD.items():
        units = re.sub(rf"(?<=\|){unit}(?=\||$)", f"{unit}(?!{rest})", units)
    # 过50亿项目8个: the money counts no projects.
    return units.replace("|项目|", "|(?<!亿)项目|")


WHOLE_UNIT = _whole_unit()
"""A pattern for a unit that begins no other word."""
