"""Standard names of indicators and their aliases, from ``indicators.toml``."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from .errors import BadTable
from .patterns import regex
from .text import fold

_SHIPPED = Path(__file__).with_name("indicators.toml")
_Table = tuple[dict[str, list[str]], dict[str, str]]  # aliases by name, patterns by name
_own: list[_Table] = []  # the user's own table, once one is used
_used: list[str] = []  # and where it lies


@dataclass(frozen=True, slots=True)
class NameMention:
    """A standard ``name`` written as ``text[start:end]``."""

    name: str
    start: int
    end: int


def use_table(path: Path | str | None) -> None:
    """From now on the user's own table at ``path`` counts beside the shipped one; None or ``""``: no more.

    Raises :class:`reports.errors.BadTable` where the file is missing or not of the shipped one's format;
    the table used before then stays.
    """
    _own[:] = [_read(str(path))] if path else []
    _used[:] = [str(Path(path).absolute())] if path else []
    _table.cache_clear()
    _patterns.cache_clear()


def table_in_use() -> str:
    """The path of the user's own table, ``""`` where none is used: other processes must use it too."""
    return _used[0] if _used else ""


def _read(path: str) -> _Table:
    """A table in a file; raises :class:`BadTable` where it is none."""
    try:
        table = tomllib.loads(Path(path).read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise BadTable(f"读不到指标别名表 {path}，请检查 INDICATORS 写的路径和文件的权限。") from error
    except UnicodeDecodeError as error:
        raise BadTable(f"指标别名表 {path} 不是 UTF-8 编码，请另存为 UTF-8。") from error
    except tomllib.TOMLDecodeError as error:
        raise BadTable(f"指标别名表 {path} 不是正确的 TOML（{error}），请按说明改正。") from error
    names, patterns = table.get("indicators", {}), table.get("patterns", {})
    if not (isinstance(names, dict) and isinstance(patterns, dict)) or table.keys() - {
        "indicators",
        "patterns",
    }:
        raise BadTable(f"指标别名表 {path} 只能有 [indicators] 和 [patterns] 两节，请按说明改正。")
    for name, aliases in names.items():
        if not name.strip() or not isinstance(aliases, list) or not all(map(_is_word, aliases)):
            raise BadTable(
                f'指标别名表 {path} 里“{name}”的别名应写成 ["写法一", "写法二"]，不能为空，请改正。'
            )
    for name, pattern in patterns.items():
        if not isinstance(pattern, str) or not _is_pattern(pattern):
            raise BadTable(f"指标别名表 {path} 里“{name}”的正则表达式有误或能匹配空白，请改正。")
    return names, patterns


def _is_word(alias: object) -> bool:
    return isinstance(alias, str) and bool(alias.strip())


def _is_pattern(pattern: str) -> bool:
    try:
        return not _compiled(pattern).match("")
    except re.error:
        return False


def _compiled(pattern: str) -> re.Pattern[str]:
    """A pattern for folded text; what is escaped (``\\D``) stays as it is."""
    return re.compile(re.sub(r"\\.|[^\\]+", lambda m: m[0] if m[0][0] == "\\" else fold(m[0]), pattern))


def _tables(extra: str) -> list[_Table]:
    """The shipped table and the user's own, in this order."""
    return [_read(str(_SHIPPED)), *_own, *([_read(extra)] if extra else [])]


@lru_cache(maxsize=1)
def _patterns() -> tuple[tuple[re.Pattern[str], str], ...]:
    table: dict[str, str] = {}
    for _, patterns in _tables(""):
        table |= patterns
    return tuple((_compiled(pattern), name) for name, pattern in table.items())


def name_of_pattern(indicator: str) -> str:
    """The standard name of an indicator that is written as a ratio (研发经费占生产总值的比重), or ``""``."""
    return next((name for pattern, name in _patterns() if pattern.search(indicator)), "")


def canonical(text: str) -> str:
    """Folded ``text`` with every ratio that has a standard name written as that name."""
    for pattern, name in _patterns():
        text = pattern.sub(fold(name), text)
    return text


# 规上工业企业6家 counts firms, 规上工业总产值 is output: neither is the value added of 规上工业.
# 人均财政收入, 平均每天新增市场主体: so much for each is another quantity.
_FOR_EACH = regex(
    "(?:[人户亩]均|单位平均|平均每[^，,、]{1,6}|每?[百千万][人户亩](?:拥有)?|每[人户亩](?:拥有)?)$"
)
# 户籍人口城镇化率 is not that of the people who live there.
_REGISTERED = regex("户籍(?:人口)?$")
_NOT_ADDED = regex(
    r"\s?(?:企业|(?:实现|完成)?(?:总?产值|利润|利税|税收|主营|营业|营收)|经济效益|亩均|投资|用电|能耗|耗煤|单位|产销|战略|技改|项目|园区)"
)


@lru_cache(maxsize=4)
def _table(extra: str) -> tuple[re.Pattern[str], dict[str, str]]:
    written: dict[str, str] = {}
    for names, _ in _tables(extra):
        for name, aliases in names.items():
            for alias in (name, *aliases):
                written[fold(alias)] = name
    ordered = sorted(written, key=len, reverse=True)
    return re.compile("|".join(map(re.escape, ordered))), written


def find_names(text: str, *, extra: str = "") -> list[NameMention]:
    """The standard names written in folded ``text``, longest match first, in order.

    ``extra`` is the path of the user's own table of the same format.
    """
    pattern, written = _table(extra)
    found = []
    for match in pattern.finditer(text):
        if match.group().endswith("工业") and _NOT_ADDED.match(text, match.end()):
            continue
        if "居民" not in match.group() and _FOR_EACH.search(text[: match.start()][-10:]):
            continue
        if match.group().endswith("城镇化率") and _REGISTERED.search(text[: match.start()]):
            continue
        if match.group() == "高企" and text.startswith("业", match.end()):
            continue  # 提高企业退休人员养老金
        found.append(NameMention(written[match.group()], match.start(), match.end()))
    return found


def aliases_of(name: str, *, extra: str = "") -> tuple[str, ...]:
    """Every spelling of the standard ``name``, folded, longest first."""
    _, written = _table(extra)
    return tuple(sorted((a for a, n in written.items() if n == name), key=len, reverse=True))
