"""The prompts: text files in ``prompts/`` with named ``$variables``.

A prompt's first line is a comment with its version (``# 版本 1：…``) and is not sent. A literal
dollar sign is written ``$$``.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from string import Template

from assistant.errors import PromptError

PROMPTS = Path(__file__).resolve().parents[2] / "prompts"

# Values are data: with the half-width signs gone, none of them can open or close a prompt's fence.
_HARMLESS = str.maketrans({"<": "＜", ">": "＞"})


@cache
def load_prompt(name: str) -> Template:
    """The prompt of that name, without its version line.

    Raises:
        PromptError: there is no such prompt, its version line is missing, or a ``$`` in it
            names nothing.
    """
    path = PROMPTS / f"{name}.txt"
    if not name.isidentifier() or not path.is_file():
        known = "、".join(sorted(file.stem for file in PROMPTS.glob("*.txt"))) or "（无）"
        raise PromptError(f"没有名为 {name} 的提示词，请检查 prompts 目录，现有：{known}。")
    version, _, body = path.read_text(encoding="utf-8").partition("\n")
    if not version.startswith("# 版本"):
        raise PromptError(f"提示词 {name} 的第一行应写明版本，请改成“# 版本 1：用途”的样子。")
    template = Template(body.strip() + "\n")
    if not template.is_valid():
        raise PromptError(f"提示词 {name} 里有不成变量名的 $，请写成 $$ 或改正变量名。")
    return template


def render(name: str, /, **variables: str) -> str:
    """The prompt with every variable filled in.

    Angle brackets in values become full-width, so that no value can close the prompt's fences.

    Raises:
        PromptError: a variable of the prompt is missing, or one is given that it does not have.
    """
    template = load_prompt(name)
    wanted = set(template.get_identifiers())
    if missing := sorted(wanted - variables.keys()):
        raise PromptError(f"提示词 {name} 缺少变量 {'、'.join(missing)}，请补上。")
    if unknown := sorted(variables.keys() - wanted):
        raise PromptError(f"提示词 {name} 没有变量 {'、'.join(unknown)}，请检查变量名。")
    return template.substitute({key: value.translate(_HARMLESS) for key, value in variables.items()})
