"""What people say around a question: greetings, thanks, how they want it answered, where to look."""

from __future__ import annotations

import re

_HELLO = (
    r"(?:(?:[你您]们?|大家|老师|各位)好|[早中下晚][上午]?好|嗨|哈[喽啰]|"
    r"hi|hello|在吗|[小智]*助手|老师|同志)[呀啊哈]?"
)
_SORRY = r"(?:麻烦[你您]?了|打扰[你您]?了?|不好意思|抱歉|劳驾)+"
_I_AM = (
    r"(?:(?:(?:我们?|本人)(?:是|叫)|作为)(?:[一个名位做搞]|(?=[^，,。？?：:\d]{0,14}[人者员生民师家长商户友][，,：:]|[^，,]{1,10}想问))"
    r"|(?:我们?|本人)(?:正?在|准备|打算)[写做搞])[^，,。？?：:\d]{0,14}"
)
_I_LIVE = r"(?:我们?|俺们?|咱们?)(?:老?家)?就?(?:住在?|在)(?=[^，,。？?：:\d]{2,10}[，,])"
_ABOUT = (
    r"(?:一下子?|下子?(?!一[年步个轮期届代阶季]|半年|个月|岗|辖|乡|降|属|拨|放)|个[问事]题?|[一几]个问题)"
)
_TO_KNOW = (
    r"(?:请?教|了解|知道|得知|打听|弄清楚?|搞清楚?|查询|咨询|"
    r"确认|核实|(?<=请)问|问问?(?:大家|各位)?(?!题|[责计询卷政需]))"
)
_I_WISH = r"(?:(?:我们?|俺|咱们?|本人)(?:现在|就)?(?:想要?|需要|要|打算)|想要?|请|麻烦|劳驾|敢)+"
_LOOK = r"(?:[查看找问](?:一?下|[一]?[查看找问]|到|询)|说(?:一?下|一?说|说看)|告诉(?:一?下)?)"
_PLEASE = r"(?:请|麻烦|劳驾|劳烦|拜托|烦请)?(?:[你您])?(?:能不能|能否|可不可以|可否|可以|能)?(?:请|麻烦)?"
_FOR_ME = r"(?:[帮给替]我们?(?![国省市县区州盟乡镇校院])|帮忙|(?:告诉|告知)(?:我们?|一下)?)"
_BY_REPORT = (
    r"(?:根据|按照?|依据|依照|据|从|在|看)?(?:[这该本]份|你们的?|库里的?)?(?:政府工作报告|工作报告|报告|材料|资料)"
    r"(?:里面?|中|上|内|内容)?(?:来看|看|显示|所?[说写讲]|提到|提出|提及|指出|介绍)?(?:的|了|过)?"
)
_STOP = r"[,，.。:：;；!！?？~～、…\s]"
_OPENING = re.compile(
    rf"^(?:(?:{_HELLO}|{_SORRY}|{_I_AM}){_STOP}+|{_I_LIVE}"
    rf"|(?:{_I_WISH}{_TO_KNOW}{_ABOUT}?|{_TO_KNOW}{_ABOUT})(?:关于)?{_STOP}*"
    rf"|{_PLEASE}{_FOR_ME}{_LOOK}?{_STOP}*"
    rf"|(?:请|麻烦)(?:[你您])?{_LOOK}{_STOP}*"
    rf"|{_BY_REPORT}{_STOP}+)",
    re.IGNORECASE,
)
_THANKS = (
    r"(?:非常|十分|万分|先)?(?:谢谢|多谢|感谢|谢了|谢啦|拜谢|thanks|thx)(?:[你您]|大家|各位|老师|了|啦|[!！])*"
    r"|辛苦(?:[你您])?了?|拜托了?|麻烦(?:[你您])?了|在线等|等(?:回复|答案)|求(?:告知|解答?|助|数据|答案)"
)
_PROOF = r"(?:出处|来源|原文|原句|引文|引用|依据|根据)"
_WITH_PROOF = (
    rf"(?:请|麻烦|并|同时|最好|还要|要)*(?:[你您])?(?:能)?(?:给出|给|注明|附上?|标注|标明|写明|说明|提供|带上?|列出|指出)?(?:一?下)?"
    rf"(?:数据|具体|报告|相关)?的?{_PROOF}(?:和{_PROOF})?"
)
_IN_SHORT = (
    r"(?:请|麻烦)?(?:[你您])?(?:直接|简要|简单|简短|尽量|用一句话|一句话|详细|具体|如实|准确|只要?|只需要?|就)+地?"
    r"(?:回答|回复|说明|说|给出?|告诉我|答)?(?:具体)?(?:数字|数据|数值|答案|结果)?(?:一?下|即可|就行|就好|就可以|可以)?"
)
_A_NUMBER = r"(?:请|麻烦)?给(?:我们?)?(?:一?个)?(?:准|具体|确切)?的?(?:数字?|数据|答案|结果|答复|说法)"
_DO_YOU_KNOW = (
    r"(?:[你您]|有人|谁|大家)?(?:知不知道|知道|清楚|了解|晓得)|(?:[你您])?(?:能|可以|能不能|可不可以|能否)?"
    r"(?:[帮给替]我)?(?:告诉我|告知|[查看说](?:一?下|[一]?[查看说]|到))"
)
_TONE = r"(?:吗|吧|呢|啊|呀|哈|嘛|了|哦|噢)?"
_CLOSING = re.compile(
    rf"(?:{_STOP}*[（(]?(?:{_THANKS}){_TONE}|(?:{_STOP}+[（(]?|[（(])(?:{_WITH_PROOF}|{_IN_SHORT}|{_A_NUMBER}|{_DO_YOU_KNOW}|急(?:用|求|急)*){_TONE}"
    rf"|(?<=[少几些么谁里]){_STOP}*(?:{_DO_YOU_KNOW})吗)[)）]?{_STOP}*$",
    re.IGNORECASE,
)
# 请介绍一下, 列出: what comes after is asked about, or its state is.
_TELL = re.compile(
    r"^(?:请|麻烦|劳烦|帮我|给我|[你您])*(?:简要|简单|简短|扼要|详细|具体|全面|如实|准确)*地?"
    r"(?:介绍|说明|讲[解述讲]|说说|谈谈?|[阐概]述|描述|列[举出]|指出|写出)(?:一?下)?(?:关于)?(?![会员团书义稳者])[，,：:\s]*(?=.{4})"
)
_ASKING = re.compile("[多几哪谁吗呢]|什么|怎|如何|为何|是否|有没有|情况|目标|问题|不足|成绩|成就|工作$")
_LEAST = 3
"""Characters that a question has, at least: less is left of small talk alone."""


def to_the_point(question: str) -> str:
    """The question without the courtesies before and after it; small talk alone stays as it is.

    请介绍一下某县的教育 asks for 某县的教育情况.
    """
    asked, last = question.strip(), ""
    while asked != last:
        last = asked
        for courtesy in (_OPENING, _CLOSING):
            left = courtesy.sub("", asked, count=1)
            if len(re.findall(r"\w", left)) >= _LEAST:
                asked = left
    if (of := _TELL.sub("", asked)) != asked:
        return of if _ASKING.search(of) else f"{of.rstrip('。.！!')}情况"
    return asked
