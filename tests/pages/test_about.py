"""The settings page: what is in use, and what is wrong with it; no key is ever shown."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from pages.about import about, told, version
from pages.desk import Desk
from tests.browser import QUESTION, ROOT, Visitor, served


def test_what_is_in_use_is_told(sample_store: Path) -> None:
    known = about(Desk(sample_store))
    assert (known.reports, known.model, known.trouble, known.problem) == (5, "", "", "")
    assert known.chunks > 20
    assert known.facts > 100
    assert known.version == version() != ""
    html = told(Desk(sample_store))
    assert "内置（不用大模型）" in html.replace("&#40;", "(")
    assert "trouble" not in html


def test_only_the_host_of_an_endpoint_is_told(sample_store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LLM_MODEL", "m")
    monkeypatch.setenv("LLM_BASE_URL", "https://user:secret1@llm.example:8443/secret2/v1?key=secret3")
    monkeypatch.setenv("LLM_API_KEY", "secret4")
    desk = Desk(sample_store)
    assert about(desk).host == "llm.example:8443"
    assert "secret" not in told(desk)


def test_a_store_that_is_missing_is_told(tmp_path: Path) -> None:
    known = about(Desk(tmp_path / "none"))
    assert "ingest.py" in known.problem
    assert known.reports == 0


@pytest.mark.browser
def test_a_dead_endpoint_is_shown_with_its_cause(
    visit: Callable[..., Visitor], sample_store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.syspath_prepend(ROOT / "tests" / "assistant")
    from llm_server import Reply, serving

    with serving() as endpoint:
        endpoint.say(Reply(status=401))
        with served(sample_store, LLM_MODEL="m", LLM_BASE_URL=endpoint.url, LLM_API_KEY="k-secret") as url:
            visitor = visit(url)
            page = visitor.page
            page.get_by_role("tab", name="说明").click()
            page.locator("#about").get_by_text("没有发现问题").wait_for()
            assert "127.0.0.1" in page.locator("#about").inner_text()
            page.get_by_role("tab", name="问答").click()
            assert "9796人" in visitor.ask(QUESTION).inner_text()
            page.get_by_role("tab", name="说明").click()
            page.locator("#about .trouble").wait_for()
            assert "LLM_API_KEY" in page.locator("#about .trouble").inner_text()
            assert "k-secret" not in page.content()
            assert not visitor.errors
