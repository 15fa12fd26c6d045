"""Puts report files into the store, and looks after it: ``python ingest.py --help``."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from rich.console import Console
    from rich.table import Table

    from vectorstore import ReportEntry, Store

METHODS = {"text": "文字", "ocr": "OCR", "mixed": "混合"}
FACT_COLUMNS = ("指标", "标准名", "数字", "时期", "性质", "口径", "归一值", "单位", "原句")

app = typer.Typer(add_completion=False, pretty_exceptions_enable=False)


@app.command()
def main(
    paths: Annotated[list[Path] | None, typer.Argument(help="报告文件或文件夹", show_default=False)] = None,
    store: Annotated[Path | None, typer.Option(help="资料库文件夹（默认取 STORE，否则 store）")] = None,
    place: Annotated[str, typer.Option(help="这些报告的地区，以此为准")] = "",
    year: Annotated[int | None, typer.Option(help="这些报告的年份，以此为准")] = None,
    list_: Annotated[bool, typer.Option("--list", help="列出资料库里的报告")] = False,
    remove: Annotated[str, typer.Option(help="删除这份报告（编号，可只写开头）", metavar="ID")] = "",
    rebuild: Annotated[bool, typer.Option("--rebuild", help="由目录重建向量库，也用于更换向量模型")] = False,
    compact: Annotated[bool, typer.Option("--compact", help="收回删除和更新留下的磁盘空间")] = False,
    facts: Annotated[str, typer.Option(help="列出这份报告的数字（编号或文件名）", metavar="REPORT")] = "",
    csv: Annotated[bool, typer.Option("--csv", help="与 --facts 同用：输出 CSV")] = False,
) -> None:
    """把政府工作报告读入资料库：txt、md、docx、pdf、图片、html，文件夹会逐层查找。"""
    from rich.console import Console

    from assistant.settings import Settings
    from reports.errors import ReportError
    from reports.indicators import use_table
    from vectorstore import Store, StoreError

    errors = Console(stderr=True, soft_wrap=True, highlight=False)
    chosen = [bool(paths), list_, bool(remove), rebuild, compact, bool(facts)]
    if sum(chosen) != 1:
        errors.print("请给出报告文件或文件夹，或者 --list、--remove、--rebuild、--compact、--facts 之一。")
        raise typer.Exit(2)
    settings = Settings()
    folder = store or settings.store
    try:
        use_table(settings.indicators)
        with Store.open(
            folder,
            embedding_model=settings.embedding_model,
            chroma_url=settings.chroma_url,
            create=bool(paths),
            any_embedding=not paths,
        ) as opened:
            if paths:
                code = _ingest(opened, paths, place, year, settings.max_file_mb * 2**20)
            elif facts:
                code = _facts(opened, facts, csv)
            else:
                code = _care(opened, remove, rebuild=rebuild, compact=compact)
    except (StoreError, ReportError) as error:
        errors.print(str(error), markup=False)
        code = 1
    raise typer.Exit(code)


def _console() -> Console:
    from rich.console import Console

    # a pipe has no width of its own; folding tables there would break what reads them
    return Console(highlight=False, width=None if sys.stdout.isatty() else 200)


def _ingest(store: Store, paths: Sequence[Path], place: str, year: int | None, max_bytes: int) -> int:
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    from vectorstore import find_files, ingest_paths

    console = _console()
    files = find_files(paths)
    if not files:
        console.print("没有找到报告文件，请检查路径。")
        return 1
    columns = (TextColumn("正在入库"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    results = []
    with Progress(*columns, console=console, transient=True) as progress:
        task = progress.add_task("", total=len(files))
        for result in ingest_paths(store, files, place=place, year=year, max_bytes=max_bytes):
            results.append(result)
            progress.advance(task)
    failed = [result for result in results if result.entry is None]
    if len(failed) < len(results):
        console.print(_table(((r.entry, r.status) for r in results if r.entry), "状态"))
    for result in failed:
        console.print(f"未收入 {result.path}：{result.reason}", markup=False, soft_wrap=True)
    console.print(f"共 {len(results)} 个文件，收入 {len(results) - len(failed)}，失败 {len(failed)}。")
    return 1 if failed else 0


def _table(rows: Iterable[tuple[ReportEntry, str]], last: str) -> Table:
    from rich.table import Table

    table = Table("报告", "地区", "年份", "类别", "节", "段落", "数字", "读法", last)
    for entry, status in rows:
        identity = entry.identity
        table.add_row(
            *(entry.source, "".join((*identity.parents, identity.place)), str(identity.year or "")),
            *(identity.kind, str(entry.sections), str(entry.chunks), str(entry.facts)),
            *(METHODS.get(entry.method, entry.method), status),
        )
    return table


def _care(store: Store, remove: str, *, rebuild: bool, compact: bool) -> int:
    console = _console()
    if remove:
        entry = _find(store, remove)
        store.remove(entry.id)
        console.print(f"已删除 {entry.source}（{entry.id}）。", markup=False)
    elif rebuild:
        store.rebuild()
        console.print("向量库已由目录重建。")
    elif compact:
        before, after = store.compact()
        console.print(f"资料库已压缩：{before / 1e6:.1f} MB → {after / 1e6:.1f} MB。")
    else:
        entries = store.entries()
        console.print(_table(((entry, entry.id) for entry in entries), "编号"))
        console.print(f"共 {len(entries)} 份报告。")
    return 0


def _find(store: Store, wanted: str) -> ReportEntry:
    """The one report with that id, beginning of an id, or file name. Raises ReportNotFound."""
    from vectorstore import ReportNotFound

    entries = store.entries()
    exact = [entry for entry in entries if wanted in (entry.id, entry.source)]
    found = exact or [entry for entry in entries if entry.id.startswith(wanted)]
    if len(found) != 1:
        why = "不止一份报告符合" if found else "资料库里没有报告符合"
        raise ReportNotFound(f"{why} {wanted}，请用 python ingest.py --list 查看编号。")
    return found[0]


def _facts(store: Store, wanted: str, csv: bool) -> int:
    entry = _find(store, wanted)
    text = store.report(entry.id).text
    rows = []
    for stored in store.facts([entry.id]):
        fact = stored.fact
        sentence = "".join(text[fact.sentence_start : fact.sentence_end].split())
        rows.append(
            (
                *(fact.indicator, fact.name, fact.figure, fact.period, fact.nature, fact.measure),
                *(f"{fact.normal:.12g}", fact.base_unit, sentence),
            )
        )
    if csv:
        import csv as writer

        writer.writer(sys.stdout).writerows([FACT_COLUMNS, *rows])
        return 0
    from rich.table import Table

    table = Table(*FACT_COLUMNS[:-1])
    for row in rows:
        table.add_row(*row[:-1])
    console = _console()
    console.print(table)
    console.print(f"{entry.source}：{len(rows)} 个数字。", markup=False)
    return 0


if __name__ == "__main__":
    app()
