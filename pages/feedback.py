"""What readers think of the answers: one line of JSON per verdict, beside the store.

The file only grows. A verdict that is changed, or given a reason, is a further line of the same
``id``, and the last line of an id holds.
"""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from pages.messages import Turn

NAME = "feedback.jsonl"
GOOD, BAD = "有用", "不满意"
WRONG_FIGURE, WRONG_SOURCE, BESIDE, MISSED = "数字不对", "出处不对", "答非所问", "该有的没找到"
REASONS = (WRONG_FIGURE, WRONG_SOURCE, BESIDE, MISSED, "其他")
MAX_REASON = 500
"""Characters of a reason that are kept."""
MAX_BYTES = 20 * 2**20
"""Size of the file from which on nothing is added: visitors must not be able to fill the disk."""

_NEEDED = {"id", "verdict", "q", "text", "answered", "src", "history"}
_lock = threading.Lock()


def keep(
    folder: Path, turns: Sequence[Turn], at: int, verdict: str, reason: str = "", *, own: bool = True
) -> str:
    """Keeps a verdict on turn ``at``; the sentence for the reader says whether it could be kept.

    ``own``: the answer was given in this session. One that comes back from a browser's memory may
    have been changed there, so it is never exported.
    """
    turn = turns[at]
    if not turn.answer:
        return "这一问还没有答完，请等答完再评价。"
    row = {
        "id": turn.id,
        "time": datetime.now(UTC).isoformat(timespec="seconds"),
        "verdict": verdict,
        "reason": reason.strip()[:MAX_REASON],
        "own": own,
        "q": turn.question,
        "history": [[past.question, past.answer.text] for past in turns[:at] if past.answer],
        "text": turn.answer.text,
        "answered": turn.answer.answered,
        "mode": turn.answer.mode,
        "src": list(dict.fromkeys(citation.source for citation in turn.answer.citations)),
        "quotes": [citation.quote for citation in turn.answer.citations],
    }
    file = folder / NAME
    try:
        with _lock:
            if file.exists() and file.stat().st_size > MAX_BYTES:
                return f"{NAME} 已满，这条意见没有存下，请告诉管理员把它移走。"
            with file.open("a", encoding="utf-8") as out:
                out.write(_torn(file) + json.dumps(row, ensure_ascii=False) + "\n")
    except OSError:
        return f"这条意见没有存下，请告诉管理员：文件夹“{folder}”不能写入。"
    return "谢谢，意见已记下。"


def gold_rows(folder: Path) -> list[dict[str, Any]]:
    """What readers thought of the answers, as rows of a question set for ``evaluate.py``.

    An answer that was found useful must hold the same figures again; the question's own are left out.
    Of one that was not, no one knows the right answer: it must not hold its figures again or, where it
    found nothing, must find something. One whose reason says nothing of the kind stays in the file for
    a person to look at.
    """
    latest = {row["id"]: row for row in _rows(folder / NAME)}
    own = [row for row in latest.values() if row.get("own", True)]
    found = (_good(row) if row["verdict"] == GOOD else _bad(row) for row in own)
    return [row for row in found if row]


def _rows(file: Path) -> Iterator[dict[str, Any]]:
    """The lines that are whole: a program that is killed, or a full disk, leaves half a line."""
    for line in file.read_bytes().split(b"\n") if file.exists() else ():
        try:
            row = json.loads(line)
        except ValueError:
            continue
        if isinstance(row, dict) and row.keys() >= _NEEDED:
            yield row


def _torn(file: Path) -> str:
    """A line's end where the last line of the file has none."""
    with file.open("rb") as kept:
        if not kept.seek(0, 2):
            return ""
        kept.seek(-1, 2)
        return "" if kept.read() == b"\n" else "\n"


def _bad(row: dict[str, Any]) -> dict[str, Any] | None:
    """The row of an answer that was not found useful; None where no rule tells that it is wrong."""
    reason = str(row.get("reason", "")).partition("：")[0]
    if row["answered"] and reason in (WRONG_FIGURE, BESIDE) and (told := _figures(row)):
        return _row(row, "value", forbid=told)
    return _row(row, "passage") if reason == MISSED and not row["answered"] else None


def _good(row: dict[str, Any]) -> dict[str, Any]:
    if not row["answered"]:
        return _row(row, "unanswerable", src=row["src"])
    must = [[figure] for figure in _figures(row)]
    return _row(row, "value" if must else "passage", must=must, src=row["src"])


def _figures(row: dict[str, Any]) -> list[str]:
    """The figures of an answer that the question does not hold."""
    from assistant.scoring import figures

    asked = set(figures(row["q"]))
    return [figure for figure in dict.fromkeys(figures(row["text"])) if figure not in asked]


def _row(row: dict[str, Any], kind: str, **judged: Any) -> dict[str, Any]:
    return {
        "id": f"feedback-{row['id'][:8]}",
        "kind": kind,
        "q": row["q"],
        "must": [],
        "src": [],
        "history": [question for question, _ in row["history"]],
        "answerable": kind != "unanswerable",
        "forbid": [],
    } | judged
