"""The districts that a question and a figure's own words name: 武宣县 is not 金秀瑶族自治县."""

from __future__ import annotations

from functools import lru_cache

from reports import gazetteer


def of_another_district(content: str, own: str) -> bool:
    """Whether a figure's folded words name districts, and none of those that the content names."""
    asked = _districts(content)
    told = _districts(own) if asked else frozenset()
    return bool(told) and not asked & told


@lru_cache(maxsize=2048)
def _districts(text: str) -> frozenset[str]:
    return frozenset(place.name for mention in gazetteer.find(text) for place in mention.places)
