"""Whether a figure is of another thing than the one asked for, as its own words and those around it say.

Each of these guards asks it in its own way: what stands against it (``contrasts``), another stage or
one of the same things (``siblings``), the same quantity of another thing (``things``), another district
(``districts``), a thing that is told of elsewhere, or one that is narrowed to what nobody tells.
"""

from __future__ import annotations

from collections.abc import Sequence

from ..evidence.matching import BEFORE, PATH, SENTENCE, Need
from ..evidence.own_names import lost_name
from ..evidence.prepared import Evidence, FactText
from ..questions.contrasts import contrary
from ..questions.slots import Slots
from .districts import of_another_district
from .siblings import of_another_one, of_another_project, of_another_stage
from .things import of_another_kind, told_here, unqualified

# Below this share in its own sentence, what stood before it speaks of the matter.
ENOUGH_HERE = 0.3


def of_another(slots: Slots, evidence: Evidence, item: FactText, need: Need, zones: Sequence[str]) -> bool:
    """Whether the words that cover the question stand elsewhere, or the name it asks of does.

    ``zones`` are those of :func:`fact_zones`.
    """
    if contrary(slots.content, item.fact):
        return True
    sentence = zones[SENTENCE]
    if of_another_stage(need.content, item.clause, sentence) or of_another_one(need.content, sentence):
        return True
    said = [s for use in need.alike for s in use.spellings]
    if of_another_kind(need.content, item, [sentence, zones[PATH]], zones[BEFORE], said):
        return True
    if of_another_district(need.content, item.near) or of_another_project(need, zones):
        return True
    # 全年预计又是多少: a second thing asked takes its time words from the first.
    if told_here(need, zones, narrowed=not slots.asks) < ENOUGH_HERE or unqualified(need, zones):
        return True
    if of_a_part_behind(need, item, zones):
        return True
    counties = "县域" in need.content and evidence.entry.identity.place[-1:] not in ("县", "旗")
    if counties and not any("县" in zone for zone in zones[: SENTENCE + 1]):
        return True  # what a whole city has is not that of its counties
    near = zones[: BEFORE + 1]
    return lost_name(need, evidence.folded, near, foreign=not slots.places and not slots.inherited)


def of_a_part_behind(need: Need, item: FactText, zones: Sequence[str]) -> bool:
    """制造业外资 for 实际利用外资9亿元，其中制造业占一半: the part is named behind the figure alone."""
    head, _, tail = zones[SENTENCE].partition(item.clause)
    part = tail.partition("其中")[2].partition(";")[0]
    spans = [*((u.start, u.end) for u in need.names), *((u.start, u.end) for u in need.alike)]
    named = {i for span in spans for i in range(*span)}
    if not part or not named:
        return False
    own = [pair for i, pair in need.pairs if i not in named and i + 1 not in named]
    told = (head, item.clause, item.near, zones[PATH])
    return any(pair in part for pair in own) and not any(pair in text for pair in own for text in told)
