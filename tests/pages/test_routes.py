"""The real routes: uploads, logins, and what hostile requests get."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from http.client import HTTPConnection
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlsplit

import httpx
import pytest

from pages.uploads import MAX_BYTES
from tests.browser import served

TEXT = """青山县2024年政府工作报告

各位代表：

现在，我代表县人民政府向大会报告工作。

一、2023年工作回顾

全年城镇新增就业{jobs}人，新建小学3所。
"""
AUTH = "guanli:correct-horse"


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory, sample_store: Path) -> Path:
    return shutil.copytree(sample_store, tmp_path_factory.mktemp("uploads") / "store")


@pytest.fixture(scope="module")
def open_page(store: Path) -> Iterator[str]:
    with served(store) as url:
        yield url


@pytest.fixture(scope="module")
def closed_page(store: Path) -> Iterator[str]:
    with served(store, UI_AUTH=AUTH) as url:
        yield url


@pytest.fixture
def visitor() -> Iterator[Callable[[str], httpx.Client]]:
    """Opens pages as a browser with cookies of its own does."""
    clients: list[httpx.Client] = []

    def visit(url: str) -> httpx.Client:
        clients.append(httpx.Client(base_url=url, trust_env=False, timeout=60))
        clients[-1].get("/")
        return clients[-1]

    yield visit
    for client in clients:
        client.close()


Visit = Callable[[str], httpx.Client]


def send(client: httpx.Client, name: str, data: bytes, **headers: str) -> httpx.Response:
    return client.post(f"/uploads?name={quote(name, errors='surrogatepass')}", content=data, headers=headers)


def event(client: httpx.Client, function: int, *data: Any) -> str:
    """What the queue answers to a function that is called by its number."""
    body = {"data": data, "fn_index": function, "session_hash": "s" * 11, "trigger_id": None}
    joined = client.post("/gradio_api/queue/join", json=body)
    if joined.status_code != 200:
        return joined.text
    said = ""
    with client.stream("GET", "/gradio_api/queue/data", params={"session_hash": "s" * 11}) as stream:
        for line in stream.iter_lines():
            said += line + "\n"
            if '"process_completed"' in line or '"close_stream"' in line:
                break
    return json.dumps(
        json.loads(f"[{','.join(re.findall(r'^data: (.*)$', said, re.M))}]"), ensure_ascii=False
    )


def functions(url: str) -> dict[str, int]:
    """The numbers of the page's functions, by the part whose event calls them."""
    config = httpx.get(url + "config", trust_env=False).json()
    names = {part["id"]: part["props"].get("elem_id") for part in config["components"]}
    return {
        f"{names.get(target)}.{what}": number
        for number, one in ((one["id"], one) for one in config["dependencies"])
        for target, what in one["targets"]
        if one["backend_fn"]
    }


def test_a_file_is_received_and_its_kind_is_checked(visitor: Visit, open_page: str) -> None:
    client = visitor(open_page)
    report = TEXT.format(jobs=3111).encode()
    assert send(client, "青山县.txt", report).json()["token"]
    for name, data, said in [
        ("a.zip", b"PK\x03\x04", "不收"),
        ("a", b"x", "不收"),
        ("a.txt.exe", b"MZ", "不收"),
        ("a.docx", b"%PDF-1.7", "PDF"),
        ("a.pdf", b"PK\x03\x04", "Word"),
        ("a.png", report, "损坏"),
        ("a.txt", b"\x7fELF" + bytes(99), "程序"),
        ("a.txt", b"\x1f\x8b\x08" + bytes(99), "压缩包"),
    ]:
        reply = send(client, name, data)
        assert reply.status_code == 415
        assert said in reply.json()["reason"]


def test_a_file_too_large_is_refused_at_once(visitor: Visit, open_page: str) -> None:
    client = visitor(open_page)
    began = time.monotonic()
    address = urlsplit(open_page)
    announced = HTTPConnection(str(address.hostname), address.port, timeout=60)
    announced.putrequest("POST", "/uploads?name=a.txt")
    announced.putheader("Content-Length", str(MAX_BYTES + 1))
    announced.putheader("Cookie", f"report_visitor={client.cookies['report_visitor']}")
    announced.endheaders()
    refused = announced.getresponse()  # before anything of the file is sent
    assert refused.status == 413
    assert "20 MB" in refused.read().decode()
    announced.close()
    assert time.monotonic() - began < 30

    def endless() -> Iterator[bytes]:
        for _ in range(MAX_BYTES // 2**20 + 1):
            yield b"a" * 2**20

    counted = client.post("/uploads?name=a.txt", content=endless())
    assert counted.status_code == 413
    assert client.post("/gradio_api/queue/join", content=bytes(3 * 2**20)).status_code == 413


def test_uploads_need_a_visitor_and_an_origin_of_their_own(visitor: Visit, open_page: str) -> None:
    stranger = visitor(open_page)
    stranger.cookies.clear()
    assert send(stranger, "a.txt", b"x").status_code == 403
    client = visitor(open_page)
    foreign: tuple[dict[str, str], ...] = (
        {"origin": "https://evil.example"},
        {"origin": "null"},
        {"sec-fetch-site": "cross-site"},
    )
    for headers in foreign:
        assert send(client, "a.txt", b"x", **headers).status_code == 403
        for path in (
            "/gradio_api/queue/join",
            "/gradio_api/call/ask",
            "/gradio_api/run/ask",
            "/login",
            "/logout",
        ):
            reply = client.post(path, json={"data": ["问"]}, headers=headers)
            assert reply.status_code == 403
            assert "别的网站" in reply.text
    own = open_page.rstrip("/")
    assert send(client, "a.txt", b"x", origin=own).status_code == 200


def test_a_page_reached_under_a_foreign_name_changes_nothing(visitor: Visit, open_page: str) -> None:
    client = visitor(open_page)
    rebound = {"host": "evil.example", "origin": "http://evil.example"}
    assert send(client, "a.txt", b"x", **rebound).status_code == 403


def test_one_visitor_cannot_take_another_s_upload(visitor: Visit, open_page: str) -> None:
    first, second = visitor(open_page), visitor(open_page)
    token = send(first, "青山县2024.txt", TEXT.format(jobs=3222).encode()).json()["token"]
    take = functions(open_page)["shelf-take.submit"]
    told = [f"{token}#1", "", "", None, "", None]
    assert "已经不在了" in event(second, take, *told)
    assert "已入库" in event(first, take, *told)


def test_functions_called_by_their_number_check_the_right_themselves(
    visitor: Visit, closed_page: str, store: Path
) -> None:
    from vectorstore import Store

    with Store.open(store) as opened:
        before = opened.entries()
    client = visitor(closed_page)
    assert send(client, "a.txt", b"x").status_code == 403
    numbers = functions(closed_page)
    report = before[0].id
    for name, data in {
        "shelf-take.submit": ["a" * 22 + "#1", "", "", None, "", None],
        "shelf-save.click": [report, "卫东区", "1999", "", None],
        "shelf-renew.click": [report, "", None],
        "shelf-remove.click": [report, True, "", None],
    }.items():
        assert "请先登录" in event(client, numbers[name], *data), name
    assert before[0].source not in event(client, numbers["shelf-pick.submit"], f"edit:{report}#1")
    with Store.open(store) as opened:
        assert opened.entries() == before


def test_only_who_has_logged_in_may_upload(visitor: Visit, closed_page: str) -> None:
    client = visitor(closed_page)
    assert "管理员登录" in client.get("/login").text
    wrong = client.post("/login", data={"user": "guanli", "password": "wrong-horse"})
    assert wrong.status_code == 429
    assert re.search(r"请 \d+ 秒后再试", wrong.text)
    until = time.monotonic() + 60
    while time.monotonic() < until:
        reply = client.post("/login", data={"user": "guanli", "password": "correct-horse"})
        if reply.status_code == 303:
            break
        time.sleep(0.3)
    cookie = reply.headers["set-cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=Strict" in cookie
    assert send(client, "a.txt", b"x").status_code == 200
    client.post("/logout")
    assert send(client, "a.txt", b"x").status_code == 403


# By "method path": what it answers to who is not logged in. A route that is not here is new: look at it.
ROUTES = json.loads((Path(__file__).parent / "routes.json").read_text(encoding="utf-8"))


def test_every_route_and_what_it_answers_without_a_login(closed_page: str, tmp_path: Path) -> None:
    found = answers(closed_page)
    assert found == ROUTES


# In a process of its own: Gradio leaves an event loop behind.
LIST = """import gradio as gr
from gradio.routes import App
with gr.Blocks() as page: gr.Markdown("")
own = list(App.create_app(page).routes)
own += [route for one in own if hasattr(one, "original_router") for route in one.original_router.routes]
for one in own:
    for method in getattr(one, "methods", None) or (): print(method, one.path)"""


def answers(url: str) -> dict[str, int]:
    """The status of every route of Gradio's and of ours, with placeholders filled in."""
    listed = subprocess.run([sys.executable, "-c", LIST], capture_output=True, text=True, check=True).stdout
    routes = {tuple(line.split(" ")) for line in listed.splitlines()}
    routes |= {("POST", path) for path in ("/uploads", "/login", "/logout")}
    routes |= {("GET", path) for path in ("/uploads", "/login", "/logout", "/original/0123")}
    status = {}
    with httpx.Client(base_url=url, trust_env=False, timeout=60) as client:
        for method, path in sorted(routes):
            address = re.sub(r"\{[^}]*\}", "x", path)
            if "heartbeat" in path:  # stays open
                continue
            with client.stream(method, address, json={} if method == "POST" else None) as reply:
                status[f"{method} {path}"] = reply.status_code
    return status


@pytest.mark.parametrize(
    "path",
    [
        *("/etc/passwd", "ui.py", ".env", "requirements.txt", "store/catalogue.sqlite3", "../ui.py"),
        *("http://127.0.0.1:9/", "https://example.com/", "HTTP://127.0.0.1:9/"),
    ],
)
def test_no_file_of_the_server_and_no_other_address_is_handed_over(open_page: str, path: str) -> None:
    for prefix in ("gradio_api/file=", "file=", "gradio_api/proxy=", "gradio_api/file/"):
        reply = httpx.get(open_page + prefix + quote(path, safe=":/."), trust_env=False)
        assert reply.status_code in (403, 404, 405), (prefix, path)
        assert "root:" not in reply.text
        assert "import" not in reply.text


@pytest.mark.parametrize(
    "name",
    [
        "../../../../etc/cron.d/x.txt",
        "a\0.txt",
        "报" * 300 + ".txt",
        "<img src=x onerror=alert(1)>.txt",
        "con.txt",
    ],
)
def test_a_hostile_name_goes_through_the_route_as_a_plain_one(
    visitor: Visit, open_page: str, name: str
) -> None:
    client = visitor(open_page)
    token = send(client, name, TEXT.format(jobs=len(name)).encode()).json()["token"]
    said = event(client, functions(open_page)["shelf-take.submit"], f"{token}#1", "", "", None, "", None)
    assert "已入库" in said or "已更新" in said or "内容" in said
    assert "<img" not in said
    assert "/etc/" not in said
