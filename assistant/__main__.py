"""``python -m assistant "问题"``: one question on the command line."""

from __future__ import annotations

import argparse
import json
import sys
from dataclasses import asdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .records import Answer


def main(arguments: list[str] | None = None) -> int:
    """Asks, prints the answer with its citations; exit code 0 answered, 1 refused, 2 could not ask."""
    parser = argparse.ArgumentParser(
        prog="python -m assistant", description="向政府工作报告提问，回答附原文出处。"
    )
    parser.add_argument("question", metavar="问题", help="例如：2023年卫东区新增就业多少")
    parser.add_argument("--store", metavar="文件夹", help="报告库的文件夹（默认取设置 STORE，即 store）")
    parser.add_argument("--json", action="store_true", help="输出 JSON")
    options = parser.parse_args(arguments)

    from reports.errors import ReportError
    from vectorstore.errors import StoreError

    from .api import Assistant
    from .errors import AssistantError

    try:
        with Assistant.open(options.store) as bot:
            answer = bot.ask(options.question)
    except (ReportError, StoreError, AssistantError) as error:
        sys.stderr.write(f"{error}\n")
        return 2
    if options.json:
        sys.stdout.write(json.dumps(asdict(answer), ensure_ascii=False, indent=1) + "\n")
    else:
        sys.stdout.write(_shown(answer))
    return 0 if answer.answered else 1


def _shown(answer: Answer) -> str:
    from reports.repair import tidy

    lines = [answer.text]
    if answer.notice:
        lines.append(f"（{answer.notice}）")
    if answer.tokens:
        lines.append(f"（大模型用了 {answer.tokens} 词元，共 {answer.elapsed_ms / 1000:.1f} 秒）")
    if answer.citations:
        lines.append("")
    for c in answer.citations:
        page = f" 第{c.page}页" if c.page else ""
        year = f"{c.report_year}年" if c.report_year else ""
        lines.append(f"[{c.number}] {c.place}{year}《{c.title}》{page}（{c.source}）")
        if c.section:
            lines.append(f"    {' > '.join(c.section)}")
        lines.append(f"    “{tidy(c.quote)}”")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    raise SystemExit(main())
