"""Whether a printed amount is the one that is claimed: the same, in another unit, rounded, or exceeded."""

from __future__ import annotations

from reports.patterns import regex

from ..evidence.fits import unit_fits
from .claims import Claim
from .material import Known

_ABOVE = regex(r"超过?[^,;。]{0,12}的$")
_STEP = regex("元|台阶|大关|关口|门槛|级|行列|$")
ALMOST = regex(r"(?:接近|将近|近)$")
_ROUNDED = 0.03
"""What rounding may take or add, as a share of the amount."""


def same(claim: Claim, known: Known) -> bool:
    """Whether two printed figures are one: same number, same unit, or the same amount in another unit."""
    a, b = claim.figure, known.figure
    if a.value != b.value:
        return converted(claim, known) or rounds(claim, known)
    if not a.unit and not a.multiplier:
        return True
    if a.base_unit == b.base_unit and a.multiplier == b.multiplier and not _alike(a.normal, b.normal):
        # 825公顷 of 825亩
        return False
    if a.multiplier != b.multiplier or {a.base_unit, b.base_unit} == {"%", "百分点"}:
        return False
    if not a.unit:
        return True
    if not b.unit and a.unit == "元":
        return bool(_STEP.match(known.after))
    if not b.unit:
        # 150万农村人口 is told as 150万人, 旅游人次86.5万 as 86.5万人次, neither as 150万公里.
        return a.unit in known.after or known.before.endswith(a.unit)
    return unit_fits(a.base_unit, b.base_unit) >= 0.9


def exceeds(claim: Claim, known: Known) -> bool:
    """超过一万人 of 10439人: a round number that the printed figure is a little above."""
    a, b = claim.figure, known.figure
    rounded = float(f"{a.normal:.1g}") == a.normal
    above = a.bound == ">" or _ABOVE.search(claim.before)
    return bool(above) and rounded and a.base_unit == b.base_unit and a.normal < b.normal <= 1.2 * a.normal


def converted(claim: Claim, known: Known) -> bool:
    """Whether the amount is the printed one in other units: 17900人 of 1.79万人."""
    a, b = claim.figure, known.figure
    return bool(a.unit and a.base_unit == b.base_unit and _alike(a.normal, b.normal))


def _alike(x: float, y: float) -> bool:
    return abs(x - y) <= 1e-9 * max(abs(x), abs(y))


def rounds(claim: Claim, known: Known) -> bool:
    """Whether the amount is the printed one rounded, and is said to be: 约2101亿元, 近7万人 of 6.95万人."""
    a, b = claim.figure, known.figure
    almost = ALMOST.search(claim.before)
    if not a.unit or a.base_unit != b.base_unit or b.bound or not (almost or a.bound == "~") or not b.normal:
        return False
    written = f"{a.value:.10g}"
    step = 10.0 ** -len(written.partition(".")[2]) if "." in written else 1.0
    near = abs(a.normal - b.normal) <= 0.5 * step * abs(a.normal / a.value) if a.value else False
    # 约9% is not what is left of 8.5%.
    near = near and abs(a.normal - b.normal) <= _ROUNDED * abs(b.normal)
    if almost:
        return near and a.normal > b.normal
    return near
