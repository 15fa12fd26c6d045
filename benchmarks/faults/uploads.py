"""Bad files sent to the page as a browser sends them: each gets its reason, and the page goes on."""

from __future__ import annotations

import json
import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

from faults.rows import Row

if TYPE_CHECKING:
    import httpx

ROOT = Path(__file__).resolve().parents[2]
FEW = ("0 bytes", "a docx that lies of its size", "an external entity", "a pdf with a script", "UTF-16")
"""The short run; the browser's tests send others."""
TIMES = 1000
_SENTENCE = re.compile(r"[^。\n]*[一-鿿][^。\n]*。?")
_SAID = re.compile(r'<li data-state="(完成|失败)">.*?<span class="said">(.*?)</span>')


@contextmanager
def _page(store: Path) -> Iterator[httpx.Client]:
    """The page over a store, opened as a browser with a cookie opens it."""
    import httpx

    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "ui.py", "--port", str(port), "--store", str(store)]
    env = os.environ | {"PYTHONUNBUFFERED": "1", "UI_AUTH": "", "UI_READ_ONLY": "0"}
    with subprocess.Popen(command, cwd=ROOT, env=env, stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout
            process.stdout.readline()
            with httpx.Client(base_url=f"http://127.0.0.1:{port}/", trust_env=False, timeout=300) as client:
                client.get("/")
                yield client
        finally:
            process.terminate()


def _number(client: httpx.Client) -> int:
    """The number of the function that takes files in."""
    config = client.get("config").json()
    (part,) = (one["id"] for one in config["components"] if one["props"].get("elem_id") == "shelf-take")
    (number,) = (one["id"] for one in config["dependencies"] if [part, "submit"] in one["targets"])
    return int(number)


def _sent(client: httpx.Client, name: str, data: bytes) -> tuple[str, str]:
    """The token of a file that was received, or the reason why it was not."""
    reply = client.post(f"uploads?name={quote(name, errors='surrogatepass')}", content=data).json()
    return reply.get("token", ""), reply.get("reason", "")


def _taken(client: httpx.Client, number: int, tokens: list[str]) -> list[tuple[str, str]]:
    """The state of each of the files that are read in, and what is said of it."""
    session = os.urandom(6).hex()
    data = [f"{','.join(tokens)}#1", "", "", None, "", None]
    body = {"data": data, "fn_index": number, "session_hash": session, "trigger_id": None}
    client.post("gradio_api/queue/join", json=body).raise_for_status()
    said: list[tuple[str, str]] = []
    with client.stream("GET", "gradio_api/queue/data", params={"session_hash": session}) as stream:
        for line in stream.iter_lines():
            told = json.loads(line[6:]) if line.startswith("data: ") else {}
            shown = json.dumps(told, ensure_ascii=False).replace('\\"', '"')
            if found := _SAID.findall(shown):
                said = [(state, unescape(words)) for state, words in found]
            if told.get("msg") in ("process_completed", "close_stream"):
                break
    return said


def _alive(client: httpx.Client) -> str:
    """What is wrong with the page, "" where it answers."""
    asked = {"data": ["2024年云溪区政府工作报告是谁作的", None]}
    event = client.post("gradio_api/call/ask", json=asked).json()
    reply = client.get(f"gradio_api/call/ask/{event['event_id']}").text
    return "" if "event: complete" in reply and '"text"' in reply else "网页没有应答"


def _wrong(state: str, said: str, expected: str) -> str:
    if state == "完成":
        return "" if "read" in expected else f"收下了：{said}"
    fits = re.search(expected.removeprefix("read|"), said) and expected != "read"
    return "" if fits and _SENTENCE.fullmatch(said) else said or "没有说明"


def uploads(folder: Path, names: tuple[str, ...] | None = None, times: int = TIMES) -> Row:
    """Sends each bad file, files under hostile names, and one file ``times`` times."""
    sys.path.append(str(ROOT / "tests" / "reports"))
    import files
    import hostile

    from vectorstore import Store

    Store.open(folder / "store", create=True).close()
    wrong: dict[str, str] = {}
    slowest = 0.0
    with _page(folder / "store") as client:
        number = _number(client)
        for name in names or tuple(hostile.BAD):
            file, make, expected = hostile.BAD[name]
            path = make(folder / file)
            began = time.monotonic()
            token, said = _sent(client, file, path.read_bytes())
            state, said = _taken(client, number, [token])[-1] if token else ("失败", said)
            slowest = max(slowest, time.monotonic() - began)
            if bad := _wrong(state, said, expected) or _alive(client):
                wrong[name] = bad
            path.unlink()
        for name in hostile.NAMES:
            token, said = _sent(client, name, files.TEXT.encode())
            if token:
                said = _taken(client, number, [token])[-1][1]
            if not said or "<img" in said or "/etc" in said:
                wrong[repr(name)] = said
        statuses = []
        for at in range(0, times, 100):
            some = range(at, min(at + 100, times))
            tokens = [_sent(client, f"{n}.txt", files.TEXT.encode())[0] for n in some]
            statuses += _taken(client, number, tokens)
        wrong |= {"同一份": alive} if (alive := _alive(client)) else {}
    with Store.open(folder / "store") as store:
        same = [entry for entry in store.entries() if store.text(entry.id, 0, 10**6) == files.TEXT]
    if len(same) != 1 or len(statuses) != times or {state for state, _ in statuses} != {"完成"}:
        wrong["同一份"] = f"{len(statuses)} 次，库里 {len(same)} 份"
    count = len(names or hostile.BAD)
    measured = (
        f"{count} 种坏文件、{len(hostile.NAMES)} 个恶意文件名、同一份 {times} 次：不对的 {wrong or 0}，"
        f"最慢 {slowest:.0f} 秒"
    )
    figures = {"kinds": count, "wrong": wrong, "slowest_s": slowest}
    return Row("坏文件经网页上传", "各有原因，网页照常", measured, not wrong, figures)
