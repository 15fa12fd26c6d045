"""A line of the table."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Row:
    """A fault, what is promised, what was measured, and whether the promise was kept."""

    fault: str
    promise: str
    measured: str
    kept: bool
    figures: Mapping[str, Any] = field(default_factory=dict)
