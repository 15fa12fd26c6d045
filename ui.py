"""Serves the browser pages: ``python ui.py [--host … --port … --store …]``."""

from __future__ import annotations

import contextlib
import io
import json
import os
import tempfile
import threading
from pathlib import Path
from typing import Annotated, Any

import typer

from assistant.settings import Settings
from pages.desk import Desk
from pages.door import Door
from pages.feedback import gold_rows
from pages.guard import ChineseFirst, Guard
from pages.originals import Originals
from pages.rights import Rights, is_loopback
from pages.sessions import lighten, settle
from pages.site import build
from pages.tools import NEEDS_MCP, mcp_is_there, reply_in_json
from pages.uploads import Inbox

PAGES = Path(__file__).parent / "pages"
SHORTEST = 8
"""Characters of an administrator's password."""

app = typer.Typer(add_completion=False)


@app.command()
def main(
    host: Annotated[str, typer.Option(help="监听地址，默认只在本机。")] = "",
    port: Annotated[int, typer.Option(help="监听端口，默认 7860。")] = 0,
    store: Annotated[Path | None, typer.Option(help="报告库所在的文件夹。")] = None,
    export_feedback: Annotated[
        Path | None,
        typer.Option(
            help="不开网页，只把读者评价过的回答写成一份问答集（JSONL）：有用的要再答对，不满意的不许再错。"
        ),
    ] = None,
) -> None:
    """在浏览器里问政府工作报告。"""
    settings = Settings()
    if export_feedback:
        export(store or settings.store, export_feedback)
        return
    host, port = host or settings.ui_host, port or settings.ui_port
    if not 0 < port < 65536:
        typer.echo(f"端口 {port} 不能用，请用 --port 或 UI_PORT 给出 1 到 65535 之间的端口。", err=True)
        raise typer.Exit(1)
    if settings.ui_mcp and not mcp_is_there():
        typer.echo(NEEDS_MCP, err=True)
        raise typer.Exit(1)
    rights = rights_of(settings, host)
    with tempfile.TemporaryDirectory(prefix="gov-report-qa-") as private:
        serve(Desk(store or settings.store), host, port, Path(private), rights, mcp=settings.ui_mcp)


def rights_of(settings: Settings, host: str) -> Rights:
    """Who may change what, by the settings; says so where other computers can open the page.

    Refuses to let them in where neither a login nor read-only was chosen.
    """
    auth = settings.ui_auth.get_secret_value()
    user, _, password = auth.partition(":")
    if auth and (not user or len(password) < SHORTEST):
        typer.echo(f"UI_AUTH 要写成 用户名:密码，密码至少 {SHORTEST} 个字符。", err=True)
        raise typer.Exit(1)
    rights = Rights(read_only=settings.ui_read_only, auth=auth, local=is_loopback(host))
    if not is_loopback(host):
        if not rights.logins and not rights.read_only:
            typer.echo(
                f"监听 {host} 后别的电脑也能打开网页：请先设 UI_AUTH=用户名:密码（登录后才能改动），"
                "或设 UI_READ_ONLY=1（只供查阅）。",
                err=True,
            )
            raise typer.Exit(1)
        who = "登录的管理员可以修改" if rights.logins else "只供查阅，不能入库、更正或删除"
        typer.echo(
            f"注意：监听 {host} 后，别的电脑不用登录就能查阅库中的报告；{who}；只在本机用请去掉 --host。",
            err=True,
        )
    return rights


def export(store: Path, target: Path) -> None:
    """Writes what readers thought of the answers as a question set for ``evaluate.py``."""
    rows = gold_rows(store)
    if not rows:
        typer.echo(f"{store} 里还没有读者评价过、能写成问题的回答，没有写文件。", err=True)
        raise typer.Exit(1)
    try:
        target.write_text(
            "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8"
        )
    except OSError:
        typer.echo(f"{target} 写不了，请换一个位置。", err=True)
        raise typer.Exit(1) from None
    typer.echo(f"已把 {len(rows)} 问写入 {target}。")


def serve(desk: Desk, host: str, port: int, private: Path, rights: Rights, *, mcp: bool = False) -> None:
    """Serves the pages until Ctrl+C. ``private`` is an empty folder for Gradio's own files.

    ``mcp``: the endpoints are offered as MCP tools too, at ``/gradio_api/mcp``.
    """
    # Gradio reads these when it is imported. A proxy must not stand between it and itself.
    os.environ |= {"GRADIO_ANALYTICS_ENABLED": "False", "GRADIO_TEMP_DIR": str(private / "gradio")}
    # It would sum up all earlier calls after every call, for a monitoring page that is switched off here.
    os.environ |= {"GRADIO_ANALYTICS_MAX_EVENTS": "1", "GRADIO_ANALYTICS_CACHE_FREQUENCY": str(10**9)}
    inbox = Inbox(private / "uploads")
    for name in ("NO_PROXY", "no_proxy"):
        os.environ[name] = ",".join(filter(None, (os.environ.get(name), "127.0.0.1,localhost,::1")))
    from starlette.middleware import Middleware

    page = build(desk, rights, inbox)
    try:
        # With MCP it prints lines of its own in English.
        with contextlib.redirect_stdout(io.StringIO()):
            _, address, _ = page.launch(
                server_name=host,
                server_port=port,
                share=False,
                quiet=True,
                prevent_thread_lock=True,
                show_error=False,
                allowed_paths=[],
                strict_cors=True,
                enable_monitoring=False,
                max_file_size="1kb",
                ssr_mode=False,
                pwa=False,
                footer_links=[],
                mcp_server=mcp,
                app_kwargs={
                    "middleware": [
                        Middleware(Guard),
                        Middleware(Door, rights=rights, inbox=inbox),
                        Middleware(Originals, desk=desk),
                        Middleware(ChineseFirst),
                    ],
                    "docs_url": None,
                    "redoc_url": None,
                },
                theme=theme(),
                css_paths=PAGES / "look.css",
                js=(PAGES / "look.js").read_text(encoding="utf-8"),
            )
    except OSError:
        typer.echo(f"{host} 的端口 {port} 打不开（可能已被占用），请用 --port 换一个。", err=True)
        raise typer.Exit(1) from None
    lighten(page)
    settle()
    typer.echo(f"网页已打开：{address} （按 Ctrl+C 结束）")
    if mcp:
        reply_in_json(page)
        typer.echo(f"MCP 工具的地址：{address}gradio_api/mcp/")
    try:
        threading.Event().wait()
    except KeyboardInterrupt:
        page.close(verbose=False)


def theme() -> Any:
    """Paper, ink and one seal red, in the fonts of the reader's own machine."""
    import gradio as gr

    chinese = ("PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC")
    return gr.themes.Base(
        primary_hue=gr.themes.colors.red,
        neutral_hue=gr.themes.colors.stone,
        radius_size=gr.themes.sizes.radius_md,
        font=[*chinese, "system-ui", "sans-serif"],
        font_mono=["ui-monospace", "monospace"],
    )


if __name__ == "__main__":
    app()
