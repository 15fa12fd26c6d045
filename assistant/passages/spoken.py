"""What people say for what reports write, in questions that words answer and no figure."""

from __future__ import annotations

import re

from reports.patterns import regex
from reports.text import plain

from ..evidence.prepared import Evidence
from ..questions.abroad import COUNTRIES
from ..questions.places import short_name
from ..questions.slots import Slots

# What belongs to the asking and not to what is asked about.
_NOISE = regex(
    r"提出的|(?<=[一-鿿]{2})[干做办搞弄]了些(?=\s|$)|(?:里面?|中)?专门|(?:分成|分为|划分为|分作)了?|(?:政府)?(?:自己)?(?:觉得|认为|承认|坦承|总结)(?:的|了)?(?:自己)?|自己(?=的|$|\s)|"
    r"[讲说谈]到?的?(?=$|\s)|(?<=\s)[讲说谈]到?的?|^[讲说谈]到的?|要?做到$|句话(?=\s|$)|要?求干?$|坚持$|干$|提$|名单$|解释|"
    r"(?<![了过])(?:没|未)(?=\s|$)|没(?:有|能)?(?:全部?|都)(?=$|\s)|(?:问题|毛病)出(?=$|\s)|(?<=[一-鿿]{2})上?动(?=\s*大?(?:动作|手术|真格|脑筋))|(?<=\s)管$|(?<=[一-鿿]{2})[太很]?乱(?=\s|$)|最[晚迟早]|几月(?:份|几[日号])?|的是(?=[一-鿿])|^里(?=\s|$|[东西南北中指目项])|(?<=\s)里(?=[东西南北中])|^[家户](?=企业|公司)|点(?:了|过|到)?名的?(?=\s|$)|被(?:概括|归纳|总结|形容|描述|比喻)(?:为|成)?|"
    r"(?:出没出|发生没发生|发生|出|有)(?:过|了)(?=[一-鿿])|怎么分|(?<=[一-鿿])分$|还(?=有|存|面|\s|$)|"
    r"(?:里|中)(?=\s|$)|(?<![建开铺])设在?(?:地方)?$|地方$|在$|(?:不再|不)(?:算|是)|[一-鿿]?(?:是|叫)$|^是|"
    r"(?<=[一-鿿])是(?=\s)"
)
# What holds a question together around what it is about: 由哪些路围成, 有什么动作, 针对残疾人的那件要干什么.
_SCAFFOLD = regex(
    r"(?:有(?:过|了)?|[作做](?:了|过|出)?)?(?:什么|哪些)?(?:大)?(?:动作|动静|招数|花样|名堂|打法|安排(?!的)|打算|准备|部署|考虑|表态|交代)(?=\s|$)|"
    r"(?:^|(?<=\s))(?:下一?步|下一?阶段|往后|接着|继续(?!教育|医学|深造)|进一步|再)+(?=[一-鿿]{2})|"
    r"(?:结合|联系|合)(?:起来|在一起)(?:搞|干|做|发展)?|(?<=[\s+都])东西|(?:都|分别)(?=\s|东西|$)|"
    r"^说?(?:要|想)?把(?=\s|$|[一-鿿])|(?:[由跟](?=\s|$))|(?<=[一-鿿])[由跟](?=\s)|(?:围|组|构|合)成(?:的)?(?=\s|$)|"
    r"除了[一-鿿、]{1,10}?(?:还|之?外|以外|(?=\s|$))(?:还|另外?|其他|别的)?|"
    r"(?<=[一-鿿]{3})来(?:吸引|留住|带动|拉动|带旺|带火|促进|推动|支持|帮助|方便|拉)[一-鿿]{0,6}(?=\s|$)|"
    r"^(?:针对|对于|关于|围绕|按照?|说|承认|要求?|打算)(?=[一-鿿\s])|(?<=\s)(?:针对|对于|关于|围绕)(?=[一-鿿])|"
    r"(?<=[里中\s])针对|(?:这|那|哪)?(?:件|条|块|桩|档子)(?:事情?)?(?:要|得)?(?:干|做|办|搞)?(?=\s|$)|"
    r"(?<=[一-鿿]{2})出(?=\s)|(?:早点|早日|尽早|尽快|赶快|赶紧|抓紧)(?=[一-鿿]{2})|火了?(?:之后|以后)|(?:之后|以后|后)才?(?:能|会)?(?:做到|实现)?(?=\s|$)|的?时候(?:政府)?|(?<=[化体育游术乐济])类(?=集团|企业|公司|项目|活动|赛事|产品|工程|设施|机构)|(?:区|市|县|省)?政府(?=在|为|对|给|管$)|(?:弄|变|搞|做|办|改|管|建)得更?(?=[一-鿿]{2})|(?<=[一-鿿]{2})(?:些|一些|一点)(?=\s|$)|(?:^|(?<=\s))再(?=[一-鿿]{2})|(?<=[人民户众工生家业])想(?=[一-鿿]{2})|在?公共服务上?(?=\s*(?:保障|$))|"
    r"(?<=[一-鿿]{2})(?:上|方面)(?=\s|$)|(?:主要)?抓(?=\s|$)|(?:保证|担保)(?!金)(?=[一-鿿]{3})|(?:办|做|搞|抓|干|建|走|治|管|整|推进)得(?=\s|$)|得(?:这么?|那么?|这样|如此)?\s?(?:厉害|严重|凶|猛|快|高|低)(?=\s|$)|(?:一下子?)?[这那]么?多?\s?(?:多|大|快|厉害|严重)(?=\s|$)|^[靠凭](?=[一-鿿]{3})|(?:怎么|如何)?(?:治|搞|弄|干|办)(?=\s|$)|"
    # 做茶文化这篇文章, 打绿色食品这张牌
    r"(?:^|(?<=\s))[做打唱念下写][好足强活大]?(?=[一-鿿+]{2,}(?:的|[这那一][篇张台本出盘])大?(?:文章|牌|戏|经|棋)(?:\s|$))|"
    r"(?<=[一-鿿]{2})(?:的|[这那一][篇张台本出盘])大?(?:文章|牌|戏|经|棋)(?=\s|$)|"
    # 把甲新区那一片搞起来, 同乙市的合作
    r"[这那]?一?(?<=[这那一])(?:片|带|块儿?)(?=\s|$|[搞弄做建办](?:\s|$))|^同(?=[一-鿿]{2,10}(?:的|一[起道]|共同|合作))|(?<=[一-鿿]{2})(?:一起|一道|联手|携手|共同)(?=[建办搞做打])|"
    r"(?:落实|推进|进展|开展)(?:到|了)?(?:哪一步|什么程度|事)?(?=$)|(?:^|(?<=\s))[用靠]?(?:办法|法子|措施|举措|手段|招数)(?=[一-鿿]{2})|(?<=[一-鿿])得(?:好不好|好吗|行不行)?(?=\s|$)"
)
# A thing that is asked for by its kind: which company, which village. The word is none of the content.
KIND_ASKED = regex(
    r"(?:哪(?:几|[一二两三四五六])?(?:个|家|所|座|条|位|支|处)?|有(?:一)?家|什么)(?:外地|知名|重点|本地|长江|黄河|[跨过][江海河湖]|大型|国内外?|国外|外资|民营|三甲|中央|高等|(?:城里|市区|城区|县城|农村|乡下)的?)?"
    r"(?P<kind>县市区?|市县|州市|县区|区县|城区|地市|县|区|市|镇|乡|村|社区|街道|旗|"
    r"企业|公司|央企|国企|集团|医院|学校|高校|高速(?:公路)?|高铁|(?:地铁|轨道交通|公交)?线路|地铁线?|铁路|公路|(?:马|道)?路(?![线网段径子])|大桥|机场|园区|景区|(?:证券)?交易所|省区市?|省份|省市|地方)"
)
# (what is said, what reports write): the first that the report uses stands for it.
_SAID = (
    (regex("头一[回次]|第一[回次]"), ("首次", "首度")),
    (regex("第一(?:家|个)(?=[一-鿿])|头一个"), ("首家", "首个", "首次")),
    (regex(r"过了(?=\d)|超过了?(?=\d)"), ("突破", "超过")),
    (regex("搬到|搬去|搬进|搬迁到|迁到"), ("迁驻", "落户", "迁入")),
    (regex("几(?=号[线楼]|连[冠增升降丰])"), ("",)),
    (regex("地铁"), ("地铁", "轨道交通", "轻轨")),
    (regex("由?(?:省|市|县|区)里"), ("",)),
    (regex("帽子(?=[\\s一-鿿]*(?:摘|退))"), ("",)),
    (regex("建成(?=\\s*[一-鿿]{1,2}$)"), ("建设成为", "打造成", "建成")),
    (regex("吃水"), ("饮水", "吃水")),
    (regex("每个县都?通"), ("县县通",)),
    (regex("每个村都?通"), ("村村通",)),
    (regex("每个乡镇?都?通"), ("乡乡通", "乡镇通")),
    (regex("每户(?:人家)?都?通"), ("户户通",)),
    (regex("摘掉|摘了"), ("退出", "摘帽", "脱贫")),
    (regex("签了|签下了?"), ("签订", "签署", "签约")),
    (regex("办(?:下来|完)了?"), ("办理",)),
    (regex("难题"), ("难题", "困难", "问题")),
    (regex("难处|短处|弱点|毛病"), ("困难", "问题", "短板", "难题")),
    (regex("好处|长处"), ("优势",)),
    (regex("(?:前|之前)报(?=$|\\s)|报上[来去]|上报"), ("报送", "上报")),
    (regex("运行"), ("运营", "运行")),
    (regex("被(?=评为|评上|命名|认定|授予|列[为入]|选[为入])"), ("",)),
    (
        regex("(?<![交贯开联直流沟畅])通了?(?=(?:[一-鿿]{2})?(?:大桥|高速|高铁|地铁|铁路|隧道))"),
        ("通车", "开通"),
    ),
    (regex("进了"), ("入选", "列入", "进入")),
    (regex("拿到了?|得了|获得了?|得到了?|评上了?"), ("荣获", "获评", "获得", "获")),
    (regex("的?(?<![花赚挣省值])钱来?(?=$|\\s|从|怎)"), ("资金",)),
    (regex("花在"), ("用于",)),
    (
        regex(
            "(?:刺激|拉动|鼓励|带动|促进|让)(?:老百姓|居民|群众|市民|城乡居民)(?:[多敢])?(?:花钱|消费)|(?:老百姓|居民|群众|市民|人们|大家)(?:多|敢|愿意?|舍得)+(?:花钱|消费)"
        ),
        ("刺激消费", "促消费", "扩大消费", "提振消费", "居民消费"),
    ),
    (regex("老人"), ("老年", "养老")),
    (regex("(?<![一-鿿])促(?![进使成])(?=[一-鿿]{2,4}$)"), ("促进",)),
    (regex("(?<![一-鿿])扩(?![大建容张展])(?=[一-鿿]{2,4}$)"), ("扩大",)),
)


def content_for(slots: Slots, evidence: Evidence) -> str:
    """What a question is about in the words of one report: its content without what only asks."""
    content = slots.content
    kind = KIND_ASKED.search(slots.text)
    if kind:
        word = kind["kind"]
        at = content.find(word)
        # 哪两家企业上市: the companies are asked for; 山区海岛县 stays whole.
        alone = at == 0 or not content[:at].strip() or content[at - 1] in " 在建家和"
        without = content[:at] + " " + content[at + len(word) :]
        told = len(_DEEDS.sub("", without).replace(" ", "")) >= 2
        if (
            at >= 0
            and told
            and not _TELLS_MUCH.match(word)
            and (alone or content[at - 1] + kind.group() in slots.text)
        ):
            content = without
    for place in slots.places:  # 某城要把某城建成…: named once more, it is no word of the content
        name = plain(short_name(place))
        if len(name) > 1 and not _in_a_name(name, content, evidence.folded):
            content = _enough_left(re.compile(re.escape(name)), content)
    if asks_honour(slots.text):
        content = _HONOUR_WORDS.sub(" ", content)
    if _AGAIN.search(plain(slots.text)):
        content = _enough_left(_SO_MANY, content)
    if not _RISES_NAMED.search(slots.question):
        content = _enough_left(_RISES, content)
    content = _enough_left(_EITHER, _enough_left(_SCAFFOLD, _enough_left(_NOISE, content)))
    for pattern, written in _SAID:
        if not pattern.search(content):
            continue
        if (use := next((w for w in written if w in evidence.folded), None)) is not None:
            content = pattern.sub(use, content)
    # 被评为最美岸线: reports say 成为, 获评, 入选; what was won is what is asked about.
    if len((bare := _WON.sub(" ", content)).strip()) >= 3:
        content = bare
    words = [w.strip("的了是有在和与跟及把") for w in content.split()]
    return " ".join(w for w in words if w) or plain(slots.content)


# 把古城搞起来; what 净起来 and 绿起来 are called is asked for in 四个“起来”
_RISES, _RISES_NAMED = regex(r"(?:(?<=[一-鿿]{2})[搞弄做办])?起来(?=\s|$)"), regex('[个“"‘]起来')
# 获批的两所学校是哪两所: how many there are need not be told once more.
_AGAIN = regex("[是为叫]哪[两三四五六七八九十][个家所条座位处名款项]?[？?]?$")
_SO_MANY = regex("的?[两三四五六七八九十](?:个|家|所|条|座|位|处|名|款)(?=[一-鿿]{2,8}$)")


def _in_a_name(name: str, content: str, folded: str) -> bool:
    """Whether a place's name ends a name of the report's own: 平安甲区 is no place."""
    at = content.find(name)
    return at >= 2 and " " not in (own := content[at - 2 : at + len(name)]) and own in folded


def _enough_left(pattern: re.Pattern[str], content: str) -> str:
    """The content without what only asks, as long as something is left of it."""
    left = pattern.sub(" ", content)
    return left if len("".join(left.split())) >= 2 else content


# 争取或推动哪几条铁路: without the kind nothing would be left that tells what is meant.
_DEED = (
    "(?:争取|推动|推进|新?开工|竣工|建成|新建|在建|建设|改建|启动|实施|加快|打造|新增|完成|开通|通车|"
    "开建|谋划|动工|投用|投产|落地|签约|搬迁重建|迁建|重建|扩建|改扩建|搬迁)"
)
_DEEDS = regex(f"{_DEED}|新|要|或|和|的|了|过|有|建|修|在|将|推")
# 开通或通车: either will do, so that neither is asked for by its name.
_EITHER = regex(f"(?:项目)?{_DEED}(?:了)?(?:或者?|、|和|及|还是|\\s)+{_DEED}(?:了)?(?:的)?")


def either_deed(question: str) -> list[str]:
    """The deeds of which a question takes either (开通或通车); empty where it names none so."""
    found = _EITHER.search(question)
    return re.findall(_DEED, found.group()) if found else []


# 获得什么称号: the sentence that tells it need not use the word.
_HONOUR_ASKED = regex(
    "(?:什么|哪[几一二两三四五六七八九十]?[个块项些张])[^，。？?]{0,8}(?:称号|荣誉|奖项?|奖牌|牌子|名号|认可|肯定)"
)
_HONOUR_WORDS = regex(
    "(?:获得?|荣获|拿到?|得到?|评上|摘得|拿下)(?:了|的|过)*(?=\\s|$)|称号|荣誉|奖项?|奖牌|牌子|名号|认可|肯定|在?(?:国际|国内|全国|全省|全市)上(?=\\s|$|得|获|拿)"
)
_HONOUR_TOLD = regex(
    "获评|荣获|成功创建|拿下|入选|获批|获得|命名|授予|评为|认定为|称号|创成|晋升|晋级|升级为|跻身|摘得|[再喜]获|获[全国省]|获[一-鿿]{2,10}批准|列入[一-鿿]{2,12}名[录单]|[一二三四五六七八九十]连冠"
)
_WON = regex("(?:评为|评上|评选为|命名为|认定为|授予|列为|选为)(?:了)?")
_PLACE_KIND = {
    "县市": "县市",
    "县市区": "县市区",
    "市县": "县市",
    "州市": "州市",
    "县区": "县区",
    "区县": "县区",
    "城区": "区",
    "地市": "市",
    "县": "县",
    "区": "区",
    "市": "市",
    "镇": "镇",
    "乡": "乡",
    "村": "村",
    "旗": "旗",
    "社区": "社区",
    "街道": "街道",
}
_COMMON = regex(
    "^(?:[全我本该各每两个的和与及到新]|山|地|园|社|城|市|老|景|小|灾|库|辖|校|厂|片|街|功能|示范|开发|新城|农|乡|上|超|门|夜|股|州|县|省|区|都)?[县市区镇乡村旗州]$"
)
# 文明村, 示范区: a sort of place, and no name.
_SORT = regex("文明|示范|美丽|传统|贫困|重点|先进|特色|行政|自然|模范|试点|个[县市区村镇]$")
# 村史, 市场, 区域: the letter is no end of a name.
_GOES_ON = "[史志民级委容道内里居组场域城直政位间块化]|集体"
_COMPANY = regex(
    "[一-鿿]{2,8}(?:股份|集团|公司|科技|电子|重工|控股|制药|药业|实业|纸业|传动|新材|能源|汽车|星网|中化)"
)
_ROADS = regex("[一-鿿]{2,6}(?:高速(?:公路)?|高铁|铁路|公路|大桥|大道|机场)[一-鿿]{0,3}")
_STREETS = regex("[一-鿿]{1,5}(?:(?<![思道公铁线套出销门网通管])路|街|大道)(?![网面段径灯线由])")
_LINES = regex(
    r"(?:[a-z]?\d+|[a-z])号?线|[一-鿿]{2,4}线(?=[一二三\d北南东西])|[一-鿿]{2,6}(?:铁路|高铁|专线)"
)
_TELLS_MUCH = regex("高铁|地铁|轨道|线路|公交")
_LINES_ASKED = regex(
    "(?:哪些|哪几条)(?P<kind>(?:地铁|轨道交通|轨道|公交)?线路|地铁线?|高铁|高速(?:公路)?|铁路)|哪(?:些|几个)(?P<abroad>国家)|"
    "哪(?:些|几条|[两三四五]条)(?P<numbered>[国省]道)"
)
_SERIAL = regex(r"\d+号[线楼]")
_IN_A_ROW = regex(r"[一二三四五六七八九十\d]+连[冠增升丰优涨]")
_TIME = regex(
    r"\d{4}年|\d{1,2}月|\d{1,2}日|[一二三四五六七八九十]+月|年[底初末中内]|季度|半年|月[底初末]|即将|近日|今年|明年|去年|本年|春节|国庆|五一|“十一”|元旦|端午|中秋|清明|节前|[暑寒]假|开学|汛期|入冬|开春|[供采]暖|年前|期间"
)


def kind_names(text: str, question: str) -> list[str]:
    """The names in a sentence of the kind that a question asks for; empty where it asks for none."""
    if re.search("几号[线楼]", question):
        return _SERIAL.findall(text)
    if re.search("几连", question):
        return _IN_A_ROW.findall(text)
    asked = KIND_ASKED.search(question) or kinds_asked(question)
    if asked is None:
        return []
    kind = next(k for k in asked.groups() if k)
    if kind in ("国道", "省道"):
        return re.findall(rf"{'g' if kind == '国道' else 's'}\d{{2,3}}|\d{{3}}{kind}|{kind}\d{{2,3}}", text)
    if kind == "国家":
        return list(dict.fromkeys(n for n in COUNTRIES.findall(text) if n not in question))
    if letters := _PLACE_KIND.get(kind):
        pattern = f"[一-鿿]{{1,4}}(?:{letters})" if len(kind) > 1 and kind in ("社区", "街道") else ""
        pattern = pattern or f"[一-鿿]{{1,4}}?[{letters}](?!{_GOES_ON})"
        found = re.findall(pattern, text)
        # 四乡（甲、乙）: the names in brackets go without the letter
        listed = re.search(f"[二两三四五六七八九十\\d]个?[{letters}][(（]([^()（）]+)[)）]", text)
        found += [n for n in re.split("、|和|与|及", listed[1]) if 1 < len(n) < 6] if listed else []
        proper = (n for n in dict.fromkeys(found) if not _COMMON.match(n[-2:]) and not _SORT.search(n))
        return [n for n in proper if n not in question]
    if kind in ("企业", "公司", "央企", "国企", "集团"):
        return list(dict.fromkeys(n for n in _COMPANY.findall(text) if n not in question))
    if kind.endswith("交易所"):
        return re.findall("[一-鿿]{1,4}(?:证?交所|交易所)", text)
    if kind == "医院":
        return [n for n in re.findall("[一-鿿]{1,8}医院", text) if n[-5:] not in question]
    if kind in ("学校", "高校"):
        return re.findall("[一-鿿]{1,8}(?:大学|学院|中学|小学|学校|[一二三四五]中)", text)
    if kind.startswith("省") or kind == "地方":
        return []
    if kind in ("路", "马路", "道路"):
        return [n for n in _STREETS.findall(text) if n not in question]
    if kind.endswith("线路") or kind.startswith("地铁"):
        return [n for n in _LINES.findall(text) if n not in question]
    return [n for n in _ROADS.findall(text) if n not in question]


def kinds_asked(question: str) -> re.Match[str] | None:
    """Where a question asks for things of a kind whose names tell what they are (哪些地铁线路)."""
    return _LINES_ASKED.search(question)


def asks_kind(question: str) -> bool:
    """Whether a question asks for a thing of a named kind, or for a serial number."""
    return bool(KIND_ASKED.search(question) or re.search("几号[线楼]|几连", question))


def asks_honour(question: str) -> bool:
    """Whether a question asks which title or prize was won."""
    return bool(_HONOUR_ASKED.search(question))


def tells_honour(text: str) -> bool:
    """Whether a sentence tells of a title or prize that was won."""
    return bool(_HONOUR_TOLD.search(text))


def tells_time(text: str) -> bool:
    """Whether a sentence says when."""
    return bool(_TIME.search(text))
