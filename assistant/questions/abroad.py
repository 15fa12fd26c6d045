"""Countries and their groups, and trade with one of them: part of all the trade that a report tells of."""

from __future__ import annotations

from reports.patterns import regex

COUNTRIES = regex(
    "美国|英国|法国|德国|日本|韩国|朝鲜|俄罗斯|蒙古国|印度尼西亚|印尼|印度|越南|老挝|柬埔寨|缅甸|泰国|马来西亚|新加坡|菲律宾|"
    "巴基斯坦|孟加拉|尼泊尔|斯里兰卡|哈萨克斯坦|乌兹别克斯坦|吉尔吉斯斯坦|塔吉克斯坦|土库曼斯坦|阿富汗|伊朗|沙特|阿联酋|卡塔尔|"
    "土耳其|以色列|埃及|肯尼亚|埃塞俄比亚|尼日利亚|南非|坦桑尼亚|摩洛哥|意大利|西班牙|葡萄牙|荷兰|比利时|瑞士|瑞典|挪威|芬兰|丹麦|"
    "波兰|捷克|匈牙利|塞尔维亚|希腊|白俄罗斯|乌克兰|奥地利|爱尔兰|加拿大|墨西哥|巴西|阿根廷|智利|秘鲁|古巴|澳大利亚|新西兰"
)
_TRADE_WITH = regex(
    f"(?P<whom>{COUNTRIES.pattern}|东盟|欧盟|非洲|拉美|中亚|中东|东南亚|香港|澳门|台湾|港澳台?)"
    "(?:之间|两国|双边|方面)?的?(?:双边)?(?:货物|服务|外贸|对外)?(?:进出口|出口|进口|贸易|投资)"
)


def traded_with_another(asked: str, sentence: str) -> bool:
    """Whether trade with one country is asked for that ``sentence``, of all trade, does not name.

    中蒙贸易 and 对俄出口 name it by its first character.
    """
    if (found := _TRADE_WITH.search(asked)) is None or found["whom"] in sentence:
        return False
    return regex(f"[对与同]{found['whom'][0]}|中{found['whom'][0]}(?:双边)?贸易").search(sentence) is None
