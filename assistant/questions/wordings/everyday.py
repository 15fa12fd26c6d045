"""Amounts, limits and choices asked for in everyday words: put as most questions put them."""

from __future__ import annotations

import re

from reports.indicators import find_names
from reports.text import fold

_PLACE = "(?:县区|区县|县市区|县市|市县|市区|县|区|市|乡镇|镇乡|镇|乡|街道|园区|开发区|村)"
_MUCH = "(?:多少|几|百分之)"
_TURNS = (
    # 几块钱, 几万块
    (re.compile("(多少|几)([十百千万亿]*)块钱"), r"\1\2元"),
    (
        re.compile(
            "(多少|几)([百千万亿]+)块(?=$|[，,。？?]|的?[一-鿿]{0,4}(?:[补津]贴|补助|[资奖租佣]金|工资|费用?|税|债|款|钱))"
        ),
        r"\1\2元",
    ),
    (re.compile("(?<!好)几多(?![年个家])"), "多少"),
    (re.compile("(?<=[少几万亿])平米"), "平方米"),
    # 到2024年为止
    (
        re.compile(r"(?:截至|截止)?(?:到|至)?(?<=[到至止])(\d{4}年[底末]?)为止(?!的?[三四五两]年)"),
        r"截至\1",
    ),
    # 2015年开始，每年发多少
    (re.compile(r"(?:打|自|从)?(\d{4}年)(?:开始|以?起)[，,]?(?=[^，,]{0,12}(?:每|按|都))"), r"从\1起"),
    # 下辖的县里，产值最先过百亿的是哪一个
    (
        re.compile(
            rf"(?:(?:下辖|所辖|辖内|管辖|下属|下面|底下)的?|的(?={_PLACE}(?:里|当中|之中)))(?:各|[几两三四五六七八九十]+个?)?(?P<of>{_PLACE})(?:里面?|里头|中间?|当中|之中)?[，,]?"
            r"(?P<what>[^，,多几]{4,30}?)的(?:[县区市镇]|地方)?是(?:哪|什么|谁)(?:里|一?[个座家]?(?:[县区市镇]|地方)?)(?=[？?]?$)"
        ),
        r"哪个\g<of>\g<what>",
    ),
    # 省内哪座城市
    (re.compile("(?<=[省市县区州])(?:(?:全?境|辖区|范围|域)?内|里)的?(?=哪)"), ""),
    (re.compile("哪一?[座个]城市(?:的|里)?(?![更最])"), "哪个市"),
    # 办过一场展会，是什么展会
    (
        re.compile(
            r"(?P<past>过|了)(?:这么|这样)?一(?P<cl>[个场次项条座家届块种所位名件款])(?P<what>[^，,是一]{1,14}?)[，,](?:具体|到底)?(?:它|这)?(?:是|叫)(?:个|做)?"
            r"(?:什么|啥|哪(?:一?(?P=cl))?)(?:名字|样的?)?[一-鿿]{0,4}(?=[？?]?$)"
        ),
        r"\g<past>哪\g<cl>\g<what>",
    ),
    # 入驻园区的企业
    (
        re.compile(
            "(入驻|落户|进驻)(?P<where>[^，,的]{2,14}?(?:园区?|基地|中心|平台|孵化器|市场|小镇|大厦|开发区|高新区))的(?P<who>企业|公司|商户|机构|项目)"
        ),
        r"\g<where>\1\g<who>",
    ),
    # 粮食总产多少，是连续第几年增产: 粮食 is what grew
    (
        re.compile(
            "(?P<crop>粮食?)(?P<first>[^，,。？?]{0,10}?)(?:多少|几)(?P<unit>[一-鿿]{0,4})[，,？?](?:到[^，,]{0,5}年)?(?:[已经又也是为]|实现)*"
            "(?:连续|连着|接连)?第?几(?:个)?(?:年头?|连)(?:连续|连着)?(?P<how>增|丰)[产收]?(?:了|的)?(?=[？?]?$)"
        ),
        r"\g<crop>\g<first>多少\g<unit>，粮食是几连\g<how>",
    ),
    # 几个省、市重点项目: of both together
    (re.compile("((?:几|多少)[个项家](?:国家|省|市)级?)、(?=[省市县]级?[一-鿿]{2})"), r"\1"),
    (re.compile(f"(?<![参增追添附外])加到(?={_MUCH})"), "增加到"),
    # 教育，中央财政的支出: what it spends on that
    (
        re.compile(
            "(?<![等础业前务性])(?P<on>教育|科技|卫生|医疗|社保|社会保障|就业|文化|三农|农业|水利|环保|住房保障)[，,]?"
            "(?P<whose>(?:中央|[省市县区]级?|本级|地方|各级)?财政)的?(?P<what>支出|投入)"
        ),
        r"\g<whose>\g<on>\g<what>",
    ),
    # 上限是百分之几: the figure that is named before
    (
        re.compile(
            f"(?<=[，,])(?:上限|下限|底线|红线|最高线?|最低线?)(?:是|为|定|设|划|在|到|不低于|不超过)*(?={_MUCH})"
        ),
        "",
    ),
    # 几个群、几只
    (re.compile("(?<=[几少])个(?=[群班组](?:[，,、。？?]|$))"), ""),
    # 同比增减情况如何，变动百分之几
    (
        re.compile(
            "(?:同比|比上年)?的?(?:增减|升降|涨跌)(?:情况|状况|幅度)?(?:是|有)?(?:如何|怎么?样|咋样|怎样)"
        ),
        "是涨了还是跌了",
    ),
    (
        re.compile("(?<=[，,])(?:变动|变化|波动)了?(?:幅度)?(?:是|为|有)?(?=百分之|多少个?百?分?点|几个)"),
        "幅度是",
    ),
)


def in_usual_words(asked: str) -> str:
    """``asked`` with each everyday turn of it as most questions put it."""
    for turn, usual in _TURNS:
        asked = turn.sub(usual, asked)
    return _AIM.sub(_aim, asked)


# 产量各定了什么目标
_AIM = re.compile(
    "(?P<of>[^，,]*[一-鿿])(?<![年区县市省州里府各自别都])(?P<each>各自?|分别|都)?[定设]了?(?:个|下)?(?:是?个?(?:什么|啥)|怎样的|多高的)(?:样的?)?(?P<how>增长)?目标(?:值|任务)?(?=[？?]?$)"
)
_ENDS = re.compile("(?:[额量值数率积程]|收入|支出|产出|投资|人口|就业|装机|[存贷客]款?)$")


def _aim(match: re.Match[str]) -> str:
    """The figure aimed at; what is aimed at by the place as a whole stays as it is asked for."""
    of = fold(match["of"])
    names = find_names(of)
    if "、" in of:
        return match.group()  # 给一产、二产、三产分别定了多高的目标: 目标 is of each of them
    if not (_ENDS.search(of) or (names and names[-1].end == len(of))):
        return match.group()
    return f"{match['of']}{match['how'] or ''}目标{'各' if match['each'] else ''}是多少"
