"""Differences, ratios and sums of figures, each with its terms shown."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from reports.patterns import regex

from ..evidence.fits import counted_as
from ..evidence.matches import Match
from .goals import fall_of

_LARGE = 1e8
_MULTIPLIED = regex("[十百千万亿]")
_COMPOSED = regex(r"[:：∶](?!1(?![\d.]))")
# What a figure is called in a sentence, and the figure.
Named = tuple[str, Match]


def _amount(match: Match) -> tuple[Decimal, str]:
    return Decimal(str(match.fact.value)), match.fact.unit


def can_be_reckoned(*matches: Match) -> bool:
    """Whether the figures are numbers to reckon with: 12.5:41.2:46.3 is none (2.31:1 is)."""
    return not any(_COMPOSED.search(m.fact.figure) for m in matches)


def _common_unit(a: Match, b: Match) -> tuple[Decimal, Decimal, str]:
    (x, unit_x), (y, unit_y) = _amount(a), _amount(b)
    if unit_x == unit_y or counted_as(unit_x) == counted_as(unit_y):
        if min(abs(x), abs(y)) >= _LARGE and not _MULTIPLIED.match(unit_x):
            # 五千四百零一亿斤 is no 540100000000斤
            return x / int(_LARGE), y / int(_LARGE), f"亿{unit_x}"
        return x, y, unit_x
    # Both are brought to the unit of the first: 0.88万人 and 9796人.
    own, factor = (m.fact.normal / m.fact.value if m.fact.value else 1.0 for m in (a, b))
    # 万亩 is 10000 亩, however long both are in square metres
    times = Decimal(f"{factor / own:.10g}")
    return x, y * times, unit_x or (unit_y if times == 1 else "")


def _falls(a: Match, b: Match) -> bool:
    """Whether both figures tell a fall: they are printed without their sign."""
    return bool(fall_of(a.fact) and fall_of(b.fact))


def _standing(a: Match, b: Match) -> tuple[Decimal, Decimal, str]:
    """Two figures in one unit, a fall beside a rise below zero."""
    x, y, unit = _common_unit(a, b)
    if _falls(a, b):
        return x, y, unit
    return -x if fall_of(a.fact) else x, -y if fall_of(b.fact) else y, unit


def _plain(number: Decimal) -> str:
    text = format(number.normalize(), "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def difference_of(first: Named, second: Named) -> str:
    """Which of two figures is the higher and by how much, with the subtraction shown.

    A fall is below a rise; of two falls the deeper one is named.
    """
    x, y, unit = _standing(first[1], second[1])
    if x == y:
        return f"两者相同，都是{_plain(x)}{unit}。"
    high, low = (first, second) if x > y else (second, first)
    word = "多降" if _falls(first[1], second[1]) else "高" if unit == "%" else "多"
    return f"{high[0]}比{low[0]}{word}{gap_of(first[1], second[1])}。"


def order_of(first: Named, second: Named) -> str:
    """Whether the first of two figures is the higher, without by how much."""
    x, y, unit = _standing(first[1], second[1])
    if x == y:
        return f"两者相同，都是{_plain(x)}{unit}。"
    if _falls(first[1], second[1]):
        return f"{first[0]}比{second[0]}降得{'少多'[x > y]}。"
    rates = all(m.fact.measure == "增速" and "增" not in name for name, m in (first, second))
    return f"{first[0]}{'的增速' * rates}比{second[0]}{('低高' if unit == '%' else '少多')[x > y]}。"


def rise_of(first: Named, second: Named) -> str:
    """Whether the second of two figures is above the first, which it is set against, and by how much."""
    x, y, unit = _standing(first[1], second[1])
    if x == y or _falls(first[1], second[1]):
        return difference_of(first, second)
    word = ("低高" if unit == "%" else "少多")[y > x]
    return f"{second[0]}比{first[0]}{word}{gap_of(first[1], second[1])}。"


def leader_of(first: Named, second: Named) -> str:
    """Which of two figures is the higher, without by how much."""
    x, y, _ = _standing(first[1], second[1])
    return order_of(first, second) if x >= y else order_of(second, first)


def set_against(question: str, first: Named, second: Named) -> str:
    """How two figures stand to each other: which is the higher, and by how much unless only that is asked."""
    which_alone = _WHICH.search(question) and not HOW_FAR.search(question)
    return (leader_of if which_alone else difference_of)(first, second)


HOW_FAR = regex("(?:差|高|低|多|少|超|快|慢)(?:了|出|有)*(?:多少|几)|相差|差距|差多")
_WHICH = regex("哪[一个项边头]*更?[高低多少快慢大小]")
_DECIMALS = 3


def gap_of(a: Match, b: Match) -> str:
    """By how much two figures differ, with the subtraction: 75个百分点（90−15＝75）."""
    x, y, unit = _common_unit(a, b)
    if len(_plain(x - y).partition(".")[2]) > _DECIMALS and unit != b.fact.unit:
        x, y, unit = _common_unit(b, a)  # 3.46万亿元 beside 20059亿元 is told in 亿元
    shown = "个百分点" if unit == "%" else unit
    upper, lower = max(x, y), min(x, y)
    if bool(fall_of(a.fact)) != bool(fall_of(b.fact)):
        # +8% and −3.5% are 11.5 points apart
        gap = _plain(x + y)
        return f"{gap}{shown}（{_plain(upper)}＋{_plain(lower)}＝{gap}）"
    gap = _plain(upper - lower)
    return f"{gap}{shown}（{_plain(upper)}−{_plain(lower)}＝{gap}）"


def rest_of(whole: Match, part: Match) -> tuple[str, str, int]:
    """What ``part`` leaves of ``whole``, how far the two of them are apart, and which is the greater.

    Each with its subtraction; the last is 1 where ``part`` is the greater, -1 where the rest is.
    """
    x, y, unit = _common_unit(whole, part)
    rest = x - y
    upper, lower = max(y, rest), min(y, rest)
    left, apart = (_plain(x - y), _plain(upper - lower))
    return (
        f"{left}{unit}（{_plain(x)}−{_plain(y)}＝{left}）",
        f"{apart}{unit}（{_plain(upper)}−{_plain(lower)}＝{apart}）",
        (y > rest) - (y < rest),
    )


def ratio_of(first: Named, second: Named) -> str:
    """A是B的几倍, to two decimals, with the division shown."""
    x, y, _ = _common_unit(first[1], second[1])
    if not y:
        return ""
    times = (x / y).quantize(Decimal("0.01"))
    return f"{first[0]}是{second[0]}的{_plain(times)}倍（{_plain(x)}÷{_plain(y)}≈{_plain(times)}）。"


def before_change(level: Match, by: Match, sign: int) -> str:
    """What a figure was before it changed ``by`` so much, with the sum: 280.8亿元（570.8−290＝280.8）.

    ``sign`` is 1 for a rise, -1 for a fall, 0 where ``by`` says how many times it is what it was. What is
    reckoned from a rate is rounded, and said to be 约.
    """
    figure, rate = Decimal(str(level.fact.value)), Decimal(str(by.fact.value))
    unit, kind = level.fact.unit, by.fact.base_unit
    if kind in ("%", "倍") and level.fact.base_unit != "%":
        times = rate if sign == 0 else 1 + sign * (rate / 100 if kind == "%" else rate)
        if times <= 0:
            return ""
        was = _plain((figure / times).quantize(Decimal("0.01")))
        return f"约{was}{unit}（{_plain(figure)}÷{_plain(times)}≈{was}）"
    if level.fact.base_unit != "%":
        figure, rate, unit = _common_unit(level, by)
    was = _plain(figure - sign * rate)
    about = "约" if by.fact.bound or level.fact.bound else ""
    return f"{about}{was}{unit}（{_plain(figure)}{'−' if sign > 0 else '＋'}{_plain(rate)}＝{was}）"


def share_of(part: Named, whole: Named) -> str:
    """A占B的百分之几, to one decimal, with the division shown; empty where the part is the greater."""
    x, y, _ = _common_unit(part[1], whole[1])
    if not y or x > y:
        return ""
    share = _plain((x / y * 100).quantize(Decimal("0.1")))
    return f"{part[0]}约占{whole[0]}的{share}%（{_plain(x)}÷{_plain(y)}≈{share}%）。"


def total_of(matches: Sequence[Match]) -> str:
    """合计… with its terms; empty where the figures are not of one kind."""
    first = matches[0]
    # 1.28万亿 beside 8200亿元 is money, too
    large = {m.fact.base_unit for m in matches if m.fact.base_unit or m.fact.normal < _LARGE}
    if len({counted_as(unit) for unit in large}) > 1:
        return ""
    values = []
    for match in matches:
        _, value, unit = _common_unit(first, match)
        values.append(value)
    total = sum(values, Decimal(0))
    return f"合计{_plain(total)}{unit}（{'＋'.join(_plain(v) for v in values)}＝{_plain(total)}）。"
