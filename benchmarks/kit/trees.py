"""Boosted trees from examples, as ``assistant/proof/judge.py`` reads them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from kit.examples import Row

if TYPE_CHECKING:
    import numpy as np

ROUNDS = 2
"""How often the figure or sentence that a truth rests on is chosen anew."""
LEARNT: dict[str, dict[str, Any]] = {
    "figure": {"max_iter": 400, "min_samples_leaf": 5},
    "clause": {"max_iter": 300, "min_samples_leaf": 5},
}
# The more of these, the less (the more) likely: whatever the examples say.
LESS = frozenset(
    [
        "own",
        "own_left",
        "own_run",
        "free_left",
        "foreign",
        "foreign_unasked",
        "item_left",
        "strange",
        "strange_run",
        "nowhere",
        "usual",
        "far_left",
        "far_nowhere",
        "dropped",
        "context_dropped",
        "dropped_run",
        "dropped_usual",
        "first_dropped",
        "ends_dropped",
        "limits",
        "context_limits",
        "joints",
        "replaced",
        "asked_dropped",
        "skipped",
        "other_name",
        "moved",
        "narrowed",
        "mixed",
        "far_foreign",
        "left",
        "run",
        "whole",
        "whole_run",
        "heads",
        "both_partial",
        "dropped_start",
        "roles",
        "denied",
        "undenied",
        "usurped",
        "headed",
        "left_in",
        "better",
        "asked_helps",
        "swapped",
    ]
)
MORE = frozenset(
    [
        "margin",
        "rivals",
        "same_name",
        "tail_own",
        "start_own",
        "same_unit",
        "same_value",
        "share",
        "whole_share",
        "start",
        "end",
        "start_best",
        "end_best",
        "ahead_best",
    ]
)


def _fit(rows: Sequence[Row], picks: Sequence[int], kind: str, skip: set[int]) -> Any:
    import numpy as np
    from sklearn.ensemble import HistGradientBoostingClassifier

    marks, right, weights = [], [], []
    for i, row in enumerate(rows):
        if i in skip:
            continue
        chosen = row.values[[picks[i]]] if not row.false else row.values
        marks += [chosen, *(extra[None] for extra, _ in row.extra)]
        right += [not row.false] * len(chosen) + [False] * len(row.extra)
        weights += [row.weight / len(chosen)] * len(chosen) + [weight for _, weight in row.extra]
    names = rows[0].marks
    constraints = [-1 if n in LESS else 1 if n in MORE else 0 for n in names]
    model = HistGradientBoostingClassifier(
        max_depth=3,
        learning_rate=0.07,
        l2_regularization=1.0,
        monotonic_cst=constraints,
        random_state=1,
        **LEARNT[kind],
    )
    return model.fit(np.concatenate(marks), np.array(right), sample_weight=np.array(weights))


def _judged(model: Any, rows: Sequence[Row]) -> list[np.ndarray]:
    import numpy as np

    found = model.predict_proba(np.concatenate([row.values for row in rows]))[:, 1]
    return np.split(found, np.cumsum([len(row.values) for row in rows])[:-1])


def fitted(rows: Sequence[Row], kind: str) -> dict[str, Any]:
    """Trees trained on the rows of a kind, as ``assistant.proof.judge`` reads them.

    A truth rests on the evidence that the trees find likeliest, a falsehood of several figures is that
    of the least likely: both are chosen anew with each round.
    """
    rows = [row for row in rows if row.kind == kind and len(row.values)]
    picks = [row.likest for row in rows]
    skip: set[int] = set()
    model = _fit(rows, picks, kind, skip)
    for _ in range(ROUNDS):
        sure = _judged(model, rows)
        picks = [int(p.argmax()) for p in sure]
        least: dict[str, int] = {}
        for i, row in enumerate(rows):
            if row.false and row.group:
                least.setdefault(row.group, i)
                if sure[i].max() < sure[least[row.group]].max():
                    least[row.group] = i
        skip = {i for i, row in enumerate(rows) if row.false and row.group and least[row.group] != i}
        model = _fit(rows, picks, kind, skip)
    return _told(model, rows[0].marks)


def _told(model: Any, marks: Sequence[str]) -> dict[str, Any]:
    trees = [
        [
            round(float(node["value"]), 6)
            if node["is_leaf"]
            else [
                int(node["feature_idx"]),
                float(node["num_threshold"]),
                int(node["left"]),
                int(node["right"]),
            ]
            for node in grown.nodes
        ]
        for (grown,) in model._predictors
    ]
    return {"marks": list(marks), "start": float(model._baseline_prediction.ravel()[0]), "trees": trees}
