"""Hand-written answers of an LLM, true and false, from the files of ``said/``; half of them held out.

The rules of the check are tuned on one half only: what the other half measures is how they carry over.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from llm_server import Reply

from assistant import Answer

SAID = Path(__file__).with_name("said")
CORPUS = Path(__file__).resolve().parents[3] / "shared" / "corpus"
FRESH = ("fresh_a", "fresh_b", "fresh_c", "fresh_d", "fresh_e", "fresh_f", "whole")
"""Sets over reports of the corpus; all but the last were written before they were measured first."""
UNSEEN = ("fresh_g",)
"""Sets that the trees have not learnt from."""
Half = Literal["dev", "held", "all"]
_FALSE = re.compile(r"⟦(.*?)⟧")
_FIGURE = re.compile(r"\d[\d.]*")
_MARK = re.compile(r"\[[\dn]+\]")


@dataclass(frozen=True)
class Spoken:
    """A question and what the scripted LLM answers. ``false`` is what is untrue in it, ``""``: nothing.

    ``reckoned``: one figure of a true answer is the LLM's own sum, which no report prints.
    """

    question: str
    text: str
    false: str = ""
    reckoned: bool = False

    def script(self, request: dict[str, Any]) -> Reply:
        """The reply, its marks numbered as the prompt numbers the evidence."""
        return Reply(numbered(self.text, request["messages"][-1]["content"]), piece=16)


def load(name: str, half: Half = "all") -> list[Spoken]:
    """The answers of ``said/NAME.txt``, every other one held out: true (+), false (-), reckoned (=)."""
    question, found = "", {"+": [], "-": []}  # type: tuple[str, dict[str, list[Spoken]]]
    for line in (SAID / f"{name}.txt").read_text(encoding="utf-8").splitlines():
        sign, rest = line[:1], line[2:].replace("↵", "\n")
        if sign == "?":
            question = rest
        elif sign in "+-=" and rest:
            text = _FALSE.sub(r"\1", rest)
            marked = _FALSE.search(rest)
            false = "" if sign != "-" else marked[1] if marked else text
            found["-" if false else "+"].append(Spoken(question, text, false, sign == "="))
    if half == "all":
        return [one for side in found.values() for one in side]
    return [one for side in found.values() for one in side[half == "held" :: 2]]


def reports_of(name: str) -> list[Path]:
    """The files of the corpus that the answers of ``said/NAME.txt`` are about."""
    lines = (SAID / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    heads = [line.split()[2:] for line in lines if line.startswith("# corpus:")]
    return [CORPUS / f"{file}.txt" for files in heads for file in files]


def numbered(text: str, prompt: str) -> str:
    """``text`` with each ``[n]`` as the number of the evidence line that prints the figures before it."""
    lines = dict(re.findall(r"(?m)^\[(\d+)\]（([^\n]*)$", prompt))
    parts = re.split(r"(\[n\])", text)
    for i, part in enumerate(parts):
        if part == "[n]":
            said = _FIGURE.findall(re.sub(r"\d{4}年", "", parts[i - 1]))
            best = max(lines, key=lambda n: sum(f in lines[n] for f in said), default="1")
            parts[i] = f"[{best}]"
    return "".join(parts)


def bare(text: str) -> str:
    """The text as it is compared: half-width, without marks, shown sums, markup and white space."""
    plain = re.sub(r"（[\d.]+[−＋÷][^（）]*）", "", _MARK.sub("", text))
    return (
        re.sub(r"[\s*`|\u200b]|^#+", "", unicodedata.normalize("NFKC", plain))
        .replace("(", "（")
        .replace(")", "）")
    )


def reached(spoken: Spoken, answer: Answer) -> bool:
    """Whether a false sentence is shown, or what is false in it stands there and in no quote."""
    shown, false = bare(answer.text), bare(spoken.false).rstrip("。")
    sentences = [s for s in re.split(r"[。\n]", bare_lines(spoken.text)) if false in s]
    quoted = bare("".join(c.quote for c in answer.citations))
    return any(s in shown for s in sentences) or (false in shown and false not in quoted)


def bare_lines(text: str) -> str:
    """``bare``, line by line."""
    return "\n".join(bare(line) for line in text.split("\n"))


def kept(spoken: Spoken, answer: Answer) -> bool:
    """Whether a true answer is shown as it was said; marks and sums may be added."""
    return bare(spoken.text) in bare(answer.text)


def handed_over(spoken: Spoken, prompt: str) -> bool:
    """Whether the prompt holds all figures of an answer, so that a model can have said it from there."""
    given = bare(prompt)
    figures = _FIGURE.findall(re.sub(r"\d{4}年", "", bare(spoken.text)))
    missing = [f for f in figures if not re.search(rf"(?<![\d.]){re.escape(f)}(?!\d)", given)]
    return len(missing) <= spoken.reckoned
