"""Shared parts of the tests: the closed network, the clean environment and stores of real reports."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import settings
from pytest_socket import socket_allow_hosts

from tests.browser import address, chromium, visit

__all__ = ["address", "chromium", "visit"]

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
TABLES = pytest.StashKey[list[str]]()
LOOPBACK = ["127.0.0.1", "::1", "localhost"]

# Blank instead of removed: a variable outweighs a developer's .env, an absent one does not.
BLANK = ("LLM_MODEL", "LLM_BASE_URL", "LLM_API_KEY", "EMBEDDING_MODEL", "CHROMA_URL")
REMOVED = ("LLM_", "EMBEDDING_", "CHROMA_", "STORE", "UI_", "MAX_", "OPENAI_", "LANGSMITH_", "LANGCHAIN_")
OFFLINE = {
    "HF_HUB_OFFLINE": "1",
    "TRANSFORMERS_OFFLINE": "1",
    "ANONYMIZED_TELEMETRY": "False",
    "GRADIO_ANALYTICS_ENABLED": "False",
    # Programs started by a test are outside pytest-socket; a dead proxy closes the network for them.
    "HTTP_PROXY": "http://127.0.0.1:9",
    "HTTPS_PROXY": "http://127.0.0.1:9",
    "ALL_PROXY": "http://127.0.0.1:9",
    "NO_PROXY": "127.0.0.1,localhost,::1",
}


def pytest_configure(config: pytest.Config) -> None:
    """Cleans the environment before any test or fixture reads it."""
    for name in list(os.environ):
        if name.startswith(REMOVED):
            del os.environ[name]
    os.environ.update(dict.fromkeys(BLANK, ""))
    for name, value in OFFLINE.items():
        os.environ[name] = value
        if name.endswith("_PROXY"):
            os.environ[name.lower()] = value
    # The same cases in every run, on a machine as busy as it likes; others with HYPOTHESIS_PROFILE=search.
    settings.register_profile("same", derandomize=True, deadline=None, database=None)
    settings.register_profile("search", deadline=None, max_examples=1000)
    settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "same"))
    config.stash[TABLES] = []


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--tables", action="store_true", help="prints the tables that tests have made")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """The tables that tests have made, where they are asked for."""
    if config.getoption("--tables"):
        for table in config.stash[TABLES]:
            terminalreporter.write_line(f"\n{table}")


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    """Closes the network for each test and the fixtures it sets up: loopback only."""
    socket_allow_hosts(list(LOOPBACK), allow_unix_socket=True)


@pytest.fixture(scope="session")
def tables(request: pytest.FixtureRequest) -> list[str]:
    """Tables of what tests have measured, printed at the end with ``--tables``."""
    return request.config.stash[TABLES]


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real reports beside the project; the test is skipped where it is missing."""
    if not (SHARED / "reports").is_dir():
        pytest.skip("needs the real reports in ../shared")
    return SHARED


def _ingested(path: Path, files: list[Path]) -> Path:
    from reports import read_report
    from vectorstore import Store

    with Store.open(path, create=True) as store:
        for file in files:
            store.add(read_report(file))
    return path


@pytest.fixture(scope="session")
def sample_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Folder of a store that holds ``samples/``. Shared by all tests: read it, never write to it."""
    files = sorted(path for path in (ROOT / "samples").iterdir() if path.suffix != ".jsonl")
    return _ingested(tmp_path_factory.mktemp("sample") / "store", files)


@pytest.fixture(scope="session")
def real_store(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Folder of a store that holds the five real reports. Shared by all tests: never write to it."""
    files = sorted((shared / "reports").glob("*.txt"))
    return _ingested(tmp_path_factory.mktemp("real") / "store", files)
