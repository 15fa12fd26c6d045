"""Settings that must not slip, Gradio's and Chroma's; nothing from outside is ever turned into objects."""

from __future__ import annotations

import ast
import json
import re
import socket
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from chromadb.errors import AuthorizationError

from assistant import Assistant
from tests.browser import ROOT
from vectorstore import Store
from vectorstore.chroma import ChromaIndex

ROOMS = ("reports", "vectorstore", "assistant", "pages")
FILES = [*(path for room in ROOMS for path in (ROOT / room).rglob("*.py")), *ROOT.glob("*.py")]

# What ui.py tells Gradio when it would serve, and what it set before.
LAUNCHED = """
import json, os, sys
import gradio as gr
import ui

def launch(page, **given):
    plain = {name: value for name, value in given.items() if isinstance(value, (bool, int, str, list))}
    plain |= {"analytics": page.analytics_enabled, "delete_cache": page.delete_cache}
    plain |= {"queue": page._queue.max_size, "at_once": page._queue.default_concurrency_limit}
    folder = os.path.dirname(os.environ["GRADIO_TEMP_DIR"])
    plain |= {"mode": os.stat(folder).st_mode, "env": os.environ["GRADIO_ANALYTICS_ENABLED"]}
    print(json.dumps(plain), file=sys.stderr)
    raise SystemExit(0)

gr.Blocks.launch = launch
ui.app()
"""


def started(store: Path, *more: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", LAUNCHED, "--store", str(store), "--port", "7999", *more]
    return subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", timeout=120, check=False)


def test_gradio_is_given_nothing_to_share(sample_store: Path) -> None:
    done = started(sample_store)
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stderr.splitlines()[-1])
    wanted = {
        "share": False,
        "server_name": "127.0.0.1",
        "allowed_paths": [],
        "strict_cors": True,
        "enable_monitoring": False,
        "show_error": False,
        "analytics": False,
        "env": "False",
    }
    assert {name: told.get(name) for name in wanted} == wanted
    assert told["delete_cache"]
    assert 0 < told["queue"] <= 64
    assert 0 < told["at_once"] <= told["queue"]
    assert stat.S_IMODE(told["mode"]) == 0o700


def test_other_computers_are_let_in_only_by_a_choice(
    sample_store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    refused = started(sample_store, "--host", "0.0.0.0")
    assert refused.returncode == 1
    assert re.fullmatch(r"[^。\n]*UI_AUTH[^。\n]*UI_READ_ONLY[^。\n]*。\n", refused.stderr)
    monkeypatch.setenv("UI_READ_ONLY", "1")
    assert started(sample_store, "--host", "0.0.0.0").returncode == 0
    monkeypatch.setenv("UI_READ_ONLY", "0")
    monkeypatch.setenv("UI_AUTH", "guanli:correct-horse")
    assert started(sample_store, "--host", "0.0.0.0").returncode == 0


def test_a_question_of_any_length_costs_little_and_is_told(address: str) -> None:
    with httpx.Client(base_url=address, trust_env=False, timeout=60) as client:
        for length, said in ((2001, "2000"), (500_000, "2000")):
            asked = {"data": ["多" * length, None]}
            event = client.post("gradio_api/call/ask", json=asked).json()["event_id"]
            assert said in client.get(f"gradio_api/call/ask/{event}").text
        assert client.post("gradio_api/call/ask", json={"data": ["多" * 900_000, None]}).status_code == 413


def test_a_page_elsewhere_may_read_no_reply(address: str) -> None:
    with httpx.Client(base_url=address, trust_env=False, timeout=60) as client:
        for origin in ("https://evil.example", "null"):
            for path in ("", "config", "gradio_api/info"):
                reply = client.get(path, headers={"origin": origin})
                assert reply.headers.get("access-control-allow-origin") not in (origin, "*")
        assert client.get("monitoring").status_code == 404


# Chroma


@pytest.fixture
def opened(tmp_path: Path, sample_store: Path) -> Iterator[ChromaIndex]:
    import shutil

    with Store.open(shutil.copytree(sample_store, tmp_path / "store")) as store:
        assert store.dense_search("新增就业", 1)
        with store._dense.index.lent() as chroma:
            yield chroma


def test_chroma_may_not_be_reset_sends_nothing_and_persists_in_large_steps(opened: ChromaIndex) -> None:
    settings = opened._client.get_settings()
    assert settings.allow_reset is False
    assert settings.anonymized_telemetry is False
    assert re.fullmatch(r"[A-Za-z0-9-]{3,60}", opened._collection.name)
    assert opened._collection.configuration_json["hnsw"]["sync_threshold"] >= 1000
    with pytest.raises(AuthorizationError, match="disabled"):
        opened._client.reset()


# A planted collection of ours would have the client load the model that it names, and so run its code.
PLANTED = """
import sys, chromadb
from chromadb.utils.embedding_functions import DefaultEmbeddingFunction
client = chromadb.PersistentClient(sys.argv[1], settings=chromadb.Settings(anonymized_telemetry=False))
made = client.create_collection("reports-planted", embedding_function=DefaultEmbeddingFunction())
assert made.configuration_json["embedding_function"]["name"] == "default"
client.close()
"""


def test_the_embedding_function_that_a_collection_names_is_never_made(tmp_path: Path) -> None:
    subprocess.run([sys.executable, "-c", PLANTED, str(tmp_path / "chroma")], check=True, timeout=120)
    index = ChromaIndex(tmp_path, "reports-planted")
    try:
        assert index._collection._embedding_function is None
    finally:
        index.close()


def names(path: Path) -> set[str]:
    """Every name, attribute, keyword and imported module in a file."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            found |= {f"{node.module}", *(f"{node.module}.{alias.name}" for alias in node.names)}
        elif isinstance(node, ast.keyword):
            found.add(node.arg or "")
        elif isinstance(node, ast.Attribute):
            found.add(node.attr)
        elif isinstance(node, ast.Name):
            found.add(node.id)
    return found


def test_chroma_is_never_given_texts_to_embed() -> None:
    for path in FILES:
        assert not names(path) & {"query_texts", "documents_to_embed"}, path


def test_nothing_that_makes_objects_of_data_is_used() -> None:
    """LangChain's loading, pickles, marshal, YAML, shelves; records alone come through ``reports.frames``."""
    forbidden = re.compile(r"langchain\w*\..*\bload|marshal|shelve|dill|yaml|joblib|jsonpickle")
    for path in FILES:
        used = names(path)
        assert not [name for name in used if forbidden.match(name)], path
        own = path.relative_to(ROOT).as_posix()
        if own not in ("reports/frames.py", "reports/sandbox.py"):
            assert "pickle" not in used, path
        assert not used & {"eval", "exec", "allow_pickle"}, path


SERIALISED: Any = {
    "lc": 1,
    "type": "constructor",
    "id": ["langchain_core", "prompts", "PromptTemplate"],
    "kwargs": {"template": "{x.__class__}", "input_variables": ["x"]},
}


def test_what_looks_like_a_serialised_object_is_text(sample_store: Path, address: str) -> None:
    text = json.dumps(SERIALISED)
    with Assistant.open(sample_store) as bot:
        answer = bot.ask(text, history=[(text, text)])
        assert not answer.answered
    with httpx.Client(base_url=address, trust_env=False, timeout=60) as client:
        for data in ([text, [[text, text]]], [SERIALISED, [[SERIALISED, SERIALISED]]]):
            event = client.post("gradio_api/call/ask", json={"data": data}).json()["event_id"]
            assert "<class" not in client.get(f"gradio_api/call/ask/{event}").text


def test_no_port_is_opened_but_the_page_s_own(address: str) -> None:
    port = httpx.URL(address).port
    listening = set()
    for table in ("/proc/net/tcp", "/proc/net/tcp6"):
        if not Path(table).exists():
            pytest.skip("needs /proc")
        for line in Path(table).read_text("ascii").splitlines()[1:]:
            local, state = line.split()[1], line.split()[3]
            host, _, number = local.rpartition(":")
            if state == "0A" and int(number, 16) == port:
                listening.add(host)
    assert listening == {socket.inet_aton("127.0.0.1")[::-1].hex().upper()}
