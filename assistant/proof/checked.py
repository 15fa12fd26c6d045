"""What became of a sentence of a model, and what the user is told of the whole."""

from __future__ import annotations

from dataclasses import dataclass

CORRECTED = "有{}句与报告不符，已换成报告原文或略去。"
LED = "大模型的回答没有用到查到的数据，查到的已放在最前。"
CUT_SHORT = "已显示的是断开前核对过的部分，后面的没有收到。"
TOO_LONG = "回答写到了长度上限，后面的没有写完：可加大 LLM_MAX_TOKENS 再问。"


@dataclass(frozen=True, slots=True)
class Checked:
    """A sentence after its check. ``text`` holds marks by evidence number; ``""`` where it is dropped.

    ``reason`` says why it was withdrawn, ``""`` where it stands; ``empty`` that it says there is
    nothing in the reports.
    """

    text: str
    reason: str = ""
    empty: bool = False
