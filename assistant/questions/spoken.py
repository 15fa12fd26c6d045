"""Turns of speech put as they are read: whom people call otherwise than reports, what only asks."""

from __future__ import annotations

import re

# What people call those whom reports call otherwise, and a year that only means "in that year".
_SPOKEN = (
    # （看2024年报告）, 2023年的数: where or when to look, and no word of what is asked.
    (re.compile(r"(?<=[（(])(?:请?看|参[见考]|见|依据|按照?|根据|据|查|以)(?=\d{4}年)"), ""),
    (re.compile(r"(?<=\d年)的(?:数字?|数据|口径|标准)(?=[？?。]?$)"), ""),
    (re.compile("城里人均(?=.{0,4}收入)"), "城镇居民人均"),
    (re.compile("(?:乡下|村里|农村)人均(?=.{0,4}收入)"), "农村居民人均"),
    (re.compile("城里人的?"), "城镇居民"),
    # 掏多少钱来扶持就业
    (
        re.compile("(?:要|会)?[掏砸](?:了|出)?(多少(?:亿|万)?(?:钱|资金))(?:用来|拿来|来|去|用于|用在)?"),
        r"\1",
    ),
    # 2007到2011这几年 is the period by itself.
    (re.compile(r"(?<=\d{4}[-—~至到]\d{4})(年?)(?:这|的)几年(?:间|里|内|来|中)?"), r"\1"),
    (re.compile(r"(?<=\d{4}年[-—~至到]\d{4})(年?)(?:这|的)几年(?:间|里|内|来|中)?"), r"\1"),
    # 存款比贷款多多少: what stands in the banks
    (
        re.compile("(?:(?<=[年末底比和与、的])|^)([存贷]款)(?=比|和|与|、|多少|有多少|各|分别|相差|呢|$)"),
        r"\1余额",
    ),
    (re.compile("脱贫的?人口(?=加|一共|总共|合计|共|是|有|为|多少|各|分别)"), "脱贫"),
    (re.compile("(?:乡下人|农村人(?![口均才员大])|村里人)的?"), "农村居民"),
    (re.compile("一年(?=人均|接待|产|新增)"), ""),
    (re.compile("(?:排|居|列|处)(?:在|于)?(?:什么|哪个|哪一?)(?:位置|位次|名次|位)"), "排第几"),
    (re.compile("(?:[排居列]|位居)?(?:在|到|行)?老几"), "排第几"),
    (re.compile("(?<=[，,、？?])(?:名次|位次|排名)(?:是)?(?=呢?[？?]?$)"), "排第几"),
    # 从2015年的多少涨到2020年的多少: the change until that year
    (
        re.compile(r"从\d{4}年的?(多少|几)([^，,从]{0,8}?[到至成]了?)(\d{4}年)的?(?=多少|几)"),
        r"\3从\1\2",
    ),
    # 从多少位升到多少位
    (re.compile("(?<=[排居列从到升至在国省市县球界])了?(?:多少|几)位(?=$|[，,。？?升上提前跃进到])"), "第几"),
    (re.compile("第(?:几|多少)[位名](?!同学|员)"), "第几"),
    (re.compile("(?:涨|增|增长|升)得(?:快不快|多不多|怎么?样|如何|多快)"), "增速是多少"),
    (
        re.compile(
            "(?:摆|放)在?一?(?:起|块)(?:看|比|说)?|又(?=是|有|要|为|达|占|增)|(?<=年)当年(?=的|增|实|完)"
        ),
        "",
    ),
    # 城里多了多少个停车位 sets nothing against anything.
    (re.compile("^(?!.*(?:[比较差]|高还是低))(.*)多了(?=多少|几)"), r"\1新增"),
    # 农村的呢？增速多少: both are asked for.
    (
        re.compile(
            r"呢[，,？?、 ]*(?=(?:同比)?(?:增速|增幅|涨幅|涨了|增长|比上年)|"
            r"\d{4}年(?:又|还|再|要|打算|计划)|(?:今年|明年|目标|计划)[^，,]{0,12}(?:多少|几))|"
            r"(?<=[一-鿿]的)呢[，,？?、 ]+(?=(?:一共|总共|共)?[^，,]{0,5}(?:多少|几))"
        ),
        "多少，",
    ),
    # 那水利和能源两块呢: how many are named is no word of what is asked
    (
        re.compile(
            "(?<=[一-鿿]{2})(?:这|那)?[两二三四五](?:大?块|个?方面|个?领域|项)(?=(?:又?(?:各|分别)?(?:是|有)?多少)?呢?[？?]?$)"
        ),
        "",
    ),
    (re.compile("城镇居民(?:和|与|跟|、)农村居民(?=的?(?:人均|可支配|收入))"), "城乡居民"),
    (re.compile("多少亿[/／或]?万亿"), "多少亿"),
    (re.compile("(?<=多少)块(?=$|[，,。；;？?])"), "元"),
    (re.compile("(?<=几)个(?=小时|钟头|工作日)"), ""),
    (re.compile("定(?:了|得|的)?多高(?:的)?"), "定了多少"),
    # 给粮食产量定的目标: the target of that
    (
        re.compile(
            "(?<=[年里府省市县区，,])给(?=[^，,。给]{2,14}(?:定|设|制定|设定|确定|提出|下达|立)[了下出]*的?"
            "(?:年度|全年|增长|预期)?(?:目标|任务|指标))"
        ),
        "",
    ),
    # 被确定为什么试点 asks for no cause.
    (
        re.compile(
            "(被[^，。]{1,4}|评选?|命名|更名|认定|列|升格|升级|改制|调整|誉|定位|确定)为什么(?![要会不没还能])"
        ),
        r"\1成什么",
    ),
)


def as_asked(question: str) -> str:
    """``question`` with each turn of speech put as it is read."""
    for pattern, written in _SPOKEN:
        question = pattern.sub(written, question)
    return question
