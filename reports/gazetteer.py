"""China's administrative divisions, national level to county, for reports and questions.

The names are jionlp's (Apache-2.0): its dictionary of divisions and its list of changes. The two
files are read straight from the installed package, since importing it costs several times more
than reading them (it loads a tokeniser, numpy and requests, and prints a banner).
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from importlib.util import find_spec
from operator import add
from pathlib import Path

from reports.patterns import regex

NATION, PROVINCE, CITY, COUNTY = "国", "省", "市", "县"
LEVELS = (NATION, PROVINCE, CITY, COUNTY)

# Possessive: the file has 700,000 rows, nearly all of them below the county and not read.
_ROW = regex(rb"\n(\t{0,2}+)([^\t\n]++)\t(\d{6})\t([^\t\r\n]++)")
_NATION_NAMES = ("国务院", "中央人民政府", "全国", "中国", "中华人民共和国")
_NATION_NOISE = regex(r"全国(?:人大|人民代表|政协|文明|百|先进|重点|示范|性)|中国(?:式|特色|共产党|梦|人民)")
# What an autonomous place is called for short, besides its name without any suffix: 恩施州, 长阳县.
_SHORT_FORMS = (("自治区", "自治区"), ("自治州", "州"), ("自治县", "县"), ("自治旗", "旗"))
# Not places that give a report: the dictionary's own groups.
_GROUPS = regex(r"^(?:省|市)直辖|^县$|岛礁")
# Division names that are far oftener ordinary words in government text (measured on 1,131 reports:
# found where neither the place nor its parents are meant); as a short name they need a context.
_WORDS = frozenset(
    re.findall(
        r"\S+",
        """
        合作 新建 和政 解放 新兴 振兴 平安 通道 惠民 新和 公安 前进 富民 安居 友好 新平 平和 港口 大新 大通
        富裕 增城 大安 惠农 互助 青山 安定 同心 新城 民和 城中 延长 金山 大城 大兴 乐业 大关 和平 平原 宏伟
        工农 新市 运河 市中 政和 清水 同德 小金 金水 东方 复兴 南部 古城 安宁 同仁 迁安 三江 上高 海港 利通
        滨海 爱民 清新 杂多 兴业 双城 江干 金安 资兴 和布 温泉 友谊 江海 资中 融安 光明 凤凰 和龙 东风 太平
        高要 新安 和顺 兴国 长安 建水 河口 新华 建平
        """,
    )
)
_AFTER_WORD = regex(
    r"$|[\s?？,，、的呢A-Za-z]|(?:19|20)\d\d|今年|去年|前年|近|地区生产|生产总值|一般公共|财政|规上|社零|固投|固定资产"
)
_BEFORE_NAME = regex(r"[\W\d年月日在的对和与及比是表]")
# Short forms of development zones are common nouns: 高新区, 示范区, 产业园.
_ZONE_SHORT = regex(r"(?:新|范|税|园|开|理|流)区$|业园$|空港$|^离岛$")
# Bodies with a government's work and reports that the dictionary of divisions leaves out.
_BESIDES = (
    ("新疆生产建设兵团", ("新疆维吾尔自治区",), "兵团"),
    ("雄安新区", ("河北省",), "雄安"),
)


@dataclass(frozen=True, slots=True)
class Place:
    """A division. ``parents`` are the full names above it from the outermost (河南省, 平顶山市).

    ``level`` is one of ``LEVELS``; ``short`` the name without its suffix (卫东). ``current`` is
    today's name where ``name`` is a former one, else empty.
    """

    name: str
    parents: tuple[str, ...]
    level: str
    short: str
    current: str = ""

    @property
    def full(self) -> str:
        """The name with the parents before it: 河南省平顶山市卫东区."""
        return "".join(self.parents) + self.name


@dataclass(frozen=True, slots=True)
class Mention:
    """A place name in a text: its half-open span and all the places that it may mean.

    A name with its parent before it (保定高阳) is one mention. ``exact`` says that the last part
    is a full name (高阳县), not a short one.
    """

    start: int
    end: int
    places: tuple[Place, ...]
    exact: bool = True


def lookup(name: str) -> tuple[Place, ...]:
    """The places that ``name`` may mean, higher levels first; empty when there is none.

    Takes full and short names, current and former, with or without parents before them
    (平顶山市卫东区). 国务院, 全国, 中国 and 中央人民政府 are the national level, named 国务院.
    """
    name = re.sub(r"\s+", "", name)
    index = _index()
    found = index.full.get(name, ()) + index.short.get(name, ())
    if found:
        return _ordered(found)
    mentions = _merge(name, list(_scan(name, short=True)))
    whole = [m for m in mentions if m.start == 0 and m.end == len(name)]
    return whole[0].places if whole else ()


def find(text: str, *, short: bool = False) -> tuple[Mention, ...]:
    """The place names of ``text`` in order, longest match first, not overlapping.

    ``short`` accepts short names too (卫东, 驻马店), which is meant for questions: in running text
    many of them are ordinary words.
    """
    mentions = _merge(text, list(_scan(text, short=short)))
    return tuple(m for m in mentions if _credible(text, m))


def children(place: Place) -> tuple[Place, ...]:
    """The divisions directly under ``place``, former ones left out."""
    return _index().children.get((*place.parents, place.name), ())


@dataclass(frozen=True, slots=True)
class _Index:
    full: dict[str, tuple[Place, ...]]
    short: dict[str, tuple[Place, ...]]
    children: dict[tuple[str, ...], tuple[Place, ...]]
    lengths: dict[str, tuple[int, ...]]


@lru_cache(maxsize=1)
def _index() -> _Index:
    listed = [*_current(), *((Place(name, over, CITY, short), ()) for name, over, short in _BESIDES)]
    current = [place for place, _ in listed]
    names = {place.name for place in current}
    former = [p for p in (*_changed(), *_renamed(current)) if p.name not in names]
    full: dict[str, dict[Place, None]] = {}
    short: dict[str, dict[Place, None]] = {}
    below: dict[tuple[str, ...], list[Place]] = {}
    for place in current:
        below.setdefault(place.parents, []).append(place)
    for place in (*current, *former):
        full.setdefault(place.name, {})[place] = None
        for suffix, form in _SHORT_FORMS:
            if place.name.endswith(suffix):
                full.setdefault(place.short + form, {}).setdefault(place)
    for place, others in listed:
        for name in others:
            full.setdefault(name, {}).setdefault(place)
    # A former name's short form is nearly always the current one's: it counts only where it is not.
    shorts = {place.short for place in current}
    for place in current + [p for p in former if p.short not in shorts]:
        if place.short != place.name and len(place.short) > 1 and not _ZONE_SHORT.search(place.short):
            short.setdefault(place.short, {})[place] = None
    nation = Place("国务院", (), NATION, "全国")
    for name in _NATION_NAMES:
        full[name] = {nation: None}
    return _Index(
        {name: _ordered(tuple(places)) for name, places in full.items()},
        {name: _ordered(tuple(places)) for name, places in short.items()},
        {parents: tuple(places) for parents, places in below.items()},
        _lengths([*full, *short]),
    )


def _lengths(names: list[str]) -> dict[str, tuple[int, ...]]:
    """First two characters of a name to the lengths of the names that begin so, longest first."""
    lengths: dict[str, set[int]] = {}
    for name in names:
        lengths.setdefault(name[:2], set()).add(len(name))
    return {key: tuple(sorted(found, reverse=True)) for key, found in lengths.items()}


def _ordered(places: tuple[Place, ...]) -> tuple[Place, ...]:
    return tuple(sorted(dict.fromkeys(places), key=lambda p: (LEVELS.index(p.level), bool(p.current))))


def _data(name: str) -> bytes:
    """A dictionary file of the jionlp package: plain, or zipped as its wheel ships it."""
    spec = find_spec("jionlp")
    if spec is None or not spec.submodule_search_locations:
        raise ModuleNotFoundError("没有安装 jionlp，请先运行 pip install -r requirements.txt。")
    folder = Path(spec.submodule_search_locations[0], "dictionary")
    plain = folder / f"{name}.txt"
    if plain.exists():
        return plain.read_bytes()
    with zipfile.ZipFile(folder / f"{name}.zip") as archive:
        return archive.read(f"{name}.txt")


def _current() -> Iterator[tuple[Place, tuple[str, ...]]]:
    """Today's divisions, each with the further names that it goes by (克州)."""
    province = city = ""
    for tabs, raw_name, _code, raw_short in _ROW.findall(b"\n" + _data("china_location")):
        name = raw_name.decode()
        *others, short = raw_short.decode().split("/")
        if not tabs:
            province, city = name, ""
            yield Place(name, (), PROVINCE, short), tuple(others)
        elif len(tabs) == 1:
            # A municipality stands once more under itself; province-run counties under a group.
            city = "" if name == province or _GROUPS.search(name) else name
            if city:
                yield Place(name, (province,), CITY, short), tuple(others)
        elif not _GROUPS.search(name):
            over = (province, city) if city else (province,)
            yield Place(name, over, COUNTY, short), tuple(others)


def _changed() -> Iterator[Place]:
    """Former names from the list of changes: 襄樊市 (now 襄阳市), 盘县 (now 盘州市)."""
    for line in _data("china_location_change").decode().splitlines():
        old, _, new = line.partition("=>")
        cells, targets = old.split("\t")[2:], new.split("\t")
        names, shorts = cells[::2], cells[1::2]
        if len(names) == len(targets) and len(names) > 1 and names[-1] != targets[-1]:
            level = COUNTY if len(names) == 3 else CITY
            yield Place(names[-1], tuple(names[:-1]), level, shorts[-1], targets[-1])


def _renamed(current: list[Place]) -> Iterator[Place]:
    """Names before the change of status that most divisions went through: 徐水县, 驻马店地区."""
    for place in current:
        for now, before in (("区", "县"), ("市", "县"), ("区", "市")):
            if place.level == COUNTY and place.name == place.short + now and len(place.short) > 1:
                yield replace(place, name=place.short + before, current=place.name)
        if place.level == CITY and place.name == place.short + "市":
            yield replace(place, name=place.short + "地区", current=place.name)


def _scan(text: str, *, short: bool) -> Iterator[Mention]:
    index = _index()
    end = 0
    # every pair of characters is looked up without a step of Python's own: a text has some 16,000
    for at, lengths in enumerate(map(index.lengths.get, map(add, text, text[1:]))):
        if lengths is None or at < end:
            continue
        for length in lengths:
            name = text[at : at + length]
            exact = name in index.full
            if len(name) == length and (exact or (short and name in index.short)):
                places = index.full.get(name, ()) if exact else index.short[name]
                end = at + length
                yield Mention(at, end, places, exact)
                break


def _merge(text: str, mentions: list[Mention]) -> list[Mention]:
    """Join a name to its parent's right before it, keeping the readings that agree."""
    merged: list[Mention] = []
    for mention in mentions:
        before = merged[-1] if merged and merged[-1].end == mention.start else None
        if before:
            over = {name for place in before.places for name in (place.name, place.current)} - {""}
            inside = tuple(p for p in mention.places if over & set(p.parents))
            if inside:
                merged[-1] = Mention(before.start, mention.end, inside, mention.exact)
                continue
        merged.append(mention)
    return merged


def _credible(text: str, mention: Mention) -> bool:
    run = text[mention.start : mention.end]
    if mention.places[0].level == NATION:
        return not _NATION_NOISE.match(text, mention.start)
    if mention.exact:
        if len(run) > 2:
            return True
        # 城区 and 矿区 are divisions somewhere and ordinary words elsewhere; 范县 is also the end of 示范县.
        before = text[mention.start - 1 : mention.start]
        return run.endswith("县") and (not before or bool(_BEFORE_NAME.match(before)))
    return run not in _WORDS or bool(_AFTER_WORD.match(text, mention.end))
