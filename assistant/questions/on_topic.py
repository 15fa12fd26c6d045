"""An open question on a topic, whatever its words and their order: on what, and whether done or planned.

Each clause is read from both its ends: what asks, and what names the government, its report, its work or
a time is taken off. Where one thing is left over all clauses, the question is on that thing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reports.indicators import find_names
from reports.patterns import regex

from .asking import QUANTITY
from .problems import LACK

_DEED = (
    "举措|措施|办法|做法|手段|抓手|路径|路子|对策|行动|举动|动作|动静|[新好硬实高妙绝狠真]招数?|招数|招|点子|功夫|力气|(?<=[些么])力|政策|(?<!民生)(?<![件项])实事|大事|事情|事(?![项业故件务])|制度|"
    "经验|工作"
)
_AIM = "打算|安排|部署|计划|任务清单|任务|目标|要求|思路|主攻方向|清单"
_OUTCOME = (
    "成效|成果|成绩单|(?<!高考)(?<!考试)成绩|成就|答卷|进展|进度|变化|亮点|起色|效果|结果|"
    "落实情况|完成情况|开展情况"
)
_WORDING = (
    "内容|论述|阐述|说法|表述|描述|提法|信息|话|重点|要点|态度|位置|总结|回顾|情况|状况|现状|依据|原文|部分"
)
_OF_WORK = (
    "(?:(?:工作|具体|主要|重点|重大|重要|(?<![更创革翻])新|(?<![扩壮做])大|好|有效|实际|突出|"
    "总体|相关|有关|值得[一-鿿]{1,3}的)的?)*"
)
_NOUN = f"{_OF_WORK}(?:{_DEED}|{_AIM}|{_OUTCOME}|{_WORDING})"
_NOUNS = f"{_NOUN}(?:(?:和|与|及|以及|、|或){_NOUN})*"
_WHAT = "(?:什么样?的?|哪些个?|哪几[个项条点]?|何种?|怎样的|怎么样的|几[条点])"
_WHERE = "(?:哪里|哪儿|何处|(?:哪些|什么)(?:地方|方面|程度|位置|样子?))"
_HOW = "(?:怎么个?样?|怎样|如何|作何)"
_WHETHER = "(?:有没有|有无|是否有?|是不是有?)"
_TO_DO = (
    "(?:(?:推进|推动|开展|采取|采用|出台|推出|实施|落实|执行|取得|收获|提出|提到|提及|指出|谈到|讲到|说到|涉及|制定|确定|布置|部署|安排|发生|"
    "出现|体现|表现|交出|拿出|付出|组织|履行|完成|做好|抓好|办好|搞好|干好|论述|阐述|谈论|看待|对待|重视|关注|关心|承诺|支持|促进|加强"
    "|做|抓|搞|干|办|弄|讲|说|谈|写|找|持|有|是)(?:到|出|在|成)?(?:了|过|着)?|(?:整|提|(?<![规限])定|下|出|交|走|放|看|持|找)(?:到|出|在)?(?:了|过|着))"
)
_WILL = (
    "(?:打算|准备|计划|拟|将要?|(?<![运冬残博览介谈商协展峰茶赛盛园动交洽])会(?![议展场客员计])|要|想要?|继续|接着|"
    "进一步|力争|争取|承诺)"
)
_ADV = (
    "(?:都|又|还|也|再|就(?!业|医|学|读|近)|到底|究竟|具体|主要|分别|已经?|曾|一共|挺|很|比较|特别|"
    "重点|着重|现在|目前|眼下|当前|分条|分点)"
)
_DOES = f"(?:{_WILL}|{_ADV})*{_TO_DO}(?:(?:或|和|、){_TO_DO})*"
_WELL = "(?:做|抓|搞|干|办|弄|整|推进|发展|建设|落实|进行|开展)得"


def _words(*words: str) -> tuple[re.Pattern[str], ...]:
    return tuple(map(regex, words))


# what is taken off at either end of a clause
_EITHER = _words(
    "(?:过去|刚过去)的?(?:这|的)?一年[里中来]?|上一?年度|[这那]一?年|接下来|下一?步|下一?阶段|今后(?:一年|一个时期)?|(?:新的|未来)一年|年内|"
    "全年|(?:年底|底|末)之?前|[这那]边|一年|展望|回头看",
    f"{_WHETHER}(?:{_WHAT})?(?:{_NOUNS})|[提讲说谈做抓搞写]没[提讲说谈做抓搞写]到?|重视?不重视",
    f"(?:{_DOES}|(?:{_WILL}|{_ADV})+|[提定下出交看](?:在|到|出)?)(?:些|点|一[份个])?(?:{_WHAT}(?:{_NOUNS}|{_WILL}*{_TO_DO}的?)|{_WHERE})|放在{_WHAT}位置",
    f"{_HOW}(?:[走弄]|提(?![高升出质倡炼取])|整(?![治改合顿修])|)|[靠用拿凭][着了]?{_WHAT}(?:{_NOUN}|[来去]?(?={_TO_DO}))|从{_WHERE}(?:入手|着手|发力)?",
    "(?:请|烦请|麻烦|给我|试|简要|简单|详细|扼要|分点|分条)*(?:[试简概阐]述|介绍|说明|梳理|归纳|总结|概括|整理|列出|列举|列(?=一)|讲讲|说说|谈谈)(?:一?下|一份)?",
    "(?:自治[区州县旗]|[省市县区州盟旗]|人民)?政府(?!自身|职能|采购|债|投资|服务|治理|效能|购买|性|引导|和社会)|官方|《?(?:最新的?)?(?:政府)?(?:工作)?报告》?(?:的?口径|[里中]面?)?",
    '(?<=\\s)里(?=\\s|$|具体|都|又)|(?:我们?|本人)(?:问的?是?)?|咱们?|想?(?:要|了解|知道|问)(?:一下)?|听说|据说|时候?|[的\\s“”"、]',
    _WILL,
    _ADV,
)
_FRONT = _EITHER + _words(
    f"{_DOES}(?<![做办有是找持])|{_WHETHER}(?=.*(?:关于|相关|有关|方面))|是(?={_HOW}|什么|哪)|{_WILL}*[做办]的",
    f"{_WHAT}{_NOUNS}",
    f'(?:{_NOUNS})(?=[的\\s”"时]|$)|(?:{_NOUNS})[里中上](?=\\s|$|是|怎)',
    f"(?:{_DOES})(?:些|点)?{_WHAT}(?=$|[和与跟及有关]|[^，,]{{2,14}}(?:方面|领域|相关)的?(?:{_NOUN})$)",
    f"{_WHERE}{_DOES}|和(?=.*有关)",
    "在(?!建|校|编|岗|册|线|职)|对于|对(?!外|口|标|接|付|症|冲)|关于|有关|围绕|针对|为了?(?!民)|从|按照?|给|把|将(?!军)|就(?!业|医|学|读|近)|跟|与|以",
)
_BACK = _EITHER + _words(
    _NOUNS,
    f"(?:{_WILL}|{_ADV}|{_HOW}|所|\\s)+{_DOES}|{_DOES}(?:{_NOUNS})|[是在](?=\\s)|是(?={_HOW})",
    f"(?:{_NOUNS})(?:都|主要|具体|分别)*(?:是|有|包括|在|体现在)?(?:{_WHAT}|{_WHERE})",
    f"(?!(?:{_ADV})*[有是])(?:{_DOES})(?:些|点)?{_WHAT}",
    "方面|领域|[这那][一两三]?(?:块|项|件)(?:工作|事情?)?|上面?|相关|有关|的问题",
    f"(?:方面|领域|上)?帮(?:到|上)?了?(?:[一-鿿]{{2,3}})??{_WHAT}忙|(?:方面|领域|上)[给为替帮]了?[^和与、帮]{{2,3}}(?:[和与、][^和与、帮]{{2,3}})?(?=帮|$)|{_WELL}|没有|来着|[呢吗啊呀吧不了没所]",
)
_LACKING = (
    *_FRONT,
    *_BACK,
    *_words(
        f"(?:{LACK})",
        f"{_DOES}|{_WHAT}|和|与|及|、",
        "认为|自身|发展|前进|道路|经济(?:社会)?|(?:存在|面临|遇到|坦言|坦承|承认|清醒|认识|意识|看|反映)到?|所|突出|[里中]|自己|当地|本地|之处|还|上",
    ),
)
_CLAUSES = regex("[，,。；;：:？?！!（()）]+")
_ISSUE = regex("的?问题$")
# 别讲打算, 只看完成的: what is to be left out, and what alone is meant
_LEFT_OUT = regex("^\\s*(?:别|不要|不用|不看|不讲|光[说讲看])")
_ALONE = regex("^\\s*(?:我?只|仅)(?:看|要|问|讲|说)")
_TELLS = "[述绍明理纳括]|列[出举]"
_ASKS = regex(f"{_WHAT}|{_WHERE}|{_HOW}|有没有|有无|是否|不重视|没[提讲说谈写]|{_NOUN}|{_TELLS}")
# what a thing that is asked about has no word of
_NO_THING = regex(
    "[了过吗呢吧啊]|[谁哪几多]|什么|怎|如何|为何|为啥|何时|是否|有没有|百分|[一-鿿]得|增长|下降|目标|发生|出现|^[是有没和与及或、等由得获被受]|负责|分管|牵头|[提讲说写达]到|完成|包括|规定|在(?![建校编岗线职册])|^[一二三四五六七八九十\\d]+[个大条]|[\\d一二三四五六七八九十][件项]|^最(?!低)|^(?:预期|总体|整体|年度|(?:经济社会)?发展|政府|治理|建设|改造|保护|管理|整治)$|(?:局|委|厅|办公室|委员会|公司)$"
)
_NAMED = regex("(?:工作)?(?<![些个么])(?:方面|领域)")
_LEAST, _MOST = 2, 14
_DONE = regex(
    f"(?<!提出)(?<![讲说写提谈到及定])了|过(?!程|渡|剩|硬|境)|已|回顾|[抓做]的|{_HOW}(?![说讲写谈论看描表提]){_DOES}?\\s*的(?:\\s|$)|{_WELL}|{_OUTCOME}|过去|上一?年度"
)
_AHEAD = regex(
    f"打算|准备|拟|[将会想]|(?<![主重需必])要(?!点)|继续|争取|承诺|{_AIM}|接下来|下一|今后|新的一年|未来|年内|底之?前"
)
_LACK = regex(LACK)
_LACKED = regex(
    f"(?P<of>[^，,]{{2,14}}?)(?:方面|领域|工作|上)?(?:存在|面临)?的?(?:{LACK})(?:(?:[、和与及]|以及)?(?:{LACK}))*"
)
# what is done about problems is no problem
_ABOUT_THEM = regex(
    f"举措|措施|办法|做法|对策|政策|打算|安排|部署|计划|任务|思路|行动|进展|[怎如][么何样][抓干做办搞推]|为什么|为何|原因|{_OUTCOME}"
)
_WRITTEN = regex("报告|关于|[相有]关|[写讲说提]")
_SET = regex("目标|指标|要求|任务(?!清单)")
_TOLD_HOW = regex(f"{_WHAT}|{_HOW}|{_WHETHER}|没有|{_TELLS}")
_AIMED = regex("目标|指标|要求")
_PLAINLY = regex(f"{_WHAT}|{_HOW}{_DOES}|{_HOW}[的走]|{_TELLS}|{_DEED}|{_AIM}|{_OUTCOME}")
_GOES_ON = regex("呢[？?]?\\s*$")
# 怎么缓解停车的难题: it is no problem that is asked for
_SOLVES = regex("解决|缓解|破解|化解|治理|克服|整治|攻克|消除|补齐")
_TOLD = regex(f"{_WHAT}|{_HOW}(?:看|讲|说|评|描述|总结)")
# 惠企政策, 推动某产业: what the thing itself may be called, and what hardly says more than it
_MAY_BE_NAMED = regex("政策|制度|经验|事|任务|工作|推进|推动|加强|促进|部署|支持")


@dataclass(frozen=True, slots=True)
class OnTopic:
    """``text`` asks the same in plain words, of ``thing``; it is empty where all that is lacking is meant."""

    thing: str
    text: str

    def says_more(self, content: str) -> bool:
        """Whether the ``content`` that another reading finds holds words that only ask."""
        said = content.replace(" ", "")
        around = said.replace(self.thing, "", 1)
        return (around != said and bool(_MAY_BE_NAMED.sub("", around))) or not self.thing


def on_topic(rest: str, relative: Sequence[int]) -> OnTopic | None:
    """What an open question asks, of whose folded words ``rest`` are left without places and years.

    None where it asks for anything else than what is done, planned or written on one thing, or is lacking.
    """
    clauses = [c for c in _CLAUSES.split(rest) if c.strip() and not _LEFT_OUT.match(c)]
    alone = [c for c in clauses if _ALONE.match(c)] if len(clauses) > 1 else []
    clauses = [c for c in clauses if c not in alone]
    whole = " ".join(clauses)
    lacking = _LACK.search(whole) and _ASKS.search(whole) and not _ABOUT_THEM.search(whole)
    if lacking and all(_reached(c, _steps(c, _LACKING)) == len(c) for c in clauses):
        return OnTopic("", "政府工作中存在哪些问题和不足")
    parted = [_parted(clause) for clause in clauses]
    if len(parted) > 1:
        # 防汛问题，政府怎么说: 问题 is what is spoken of
        parted = [(t if around.strip() else _ISSUE.sub("", t), around) for t, around in parted]
    left = [thing for thing, _ in parted if thing]
    said = " ".join((*alone, *(around for _, around in parted)))
    if len(left) != 1 or not _ASKS.search(said) or "分别" in said:
        return None
    thing = left[0]
    if find_names(thing) and (QUANTITY.search(thing) or not _PLAINLY.search(said)):
        return None  # 财政收入怎么样
    if _SET.search(said) and not _TOLD_HOW.search(said):
        return None  # 就业的任务: how much
    if _AIMED.search(said) and (find_names(thing) or _GOES_ON.search(rest)):
        return None  # 就业的目标是什么, 签约目标呢: a figure
    if not _LEAST <= len(thing) <= _MOST or _NO_THING.search(thing):
        return None
    if "内容" in said and not _WRITTEN.search(said):
        return None  # 改革包括哪些内容: what it consists of
    if re.search(f'[“"]{re.escape(thing)}', rest):
        return None  # “三个突破”的内容: what the name stands for
    lack = _LACKED.fullmatch(thing)
    if lack and _TOLD.search(said) and not (_ABOUT_THEM.search(said) or _SOLVES.search(thing)):
        return OnTopic(lack["of"], f"在{lack['of']}方面存在哪些问题")
    ahead = 0 in relative or (-1 not in relative and _AHEAD.search(said))
    done = not ahead and (-1 in relative or _DONE.search(said))
    asked = "有哪些打算" if ahead else "做了哪些工作" if done else "有哪些举措"
    return OnTopic(thing, f"在{thing}方面{asked}")


def _parted(clause: str) -> tuple[str, str]:
    """(what is left of a clause, what was taken off at its ends)."""
    front = _reached(clause, _steps(clause, _FRONT))
    steps = _steps(clause, _BACK)
    back = len(clause)
    ends = {back}
    for start in range(len(clause) - 1, front - 1, -1):
        if steps[start] & ends:
            ends.add(start)
            back = start
    if named := _NAMED.search(clause, front):
        back = max(back, named.start())  # 惠企政策方面: its own name
    return clause[front:back], f"{clause[:front]} {clause[back:]}"


def _reached(clause: str, steps: Sequence[set[int]]) -> int:
    """How far a clause is taken off from its start."""
    reached = {0}
    for start in range(len(clause)):
        if start in reached:
            reached |= steps[start]
    return max(reached)


def _steps(clause: str, words: Iterable[re.Pattern[str]]) -> list[set[int]]:
    """For each place in a clause where the words end that begin there."""
    return [{m.end() for w in words if (m := w.match(clause, at))} for at in range(len(clause))]
