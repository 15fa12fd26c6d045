"""Who may change what: by the settings, the address of the page, and a login."""

from __future__ import annotations

import re
import time
from typing import Any

import pytest
import typer
from pydantic import SecretStr

from assistant.settings import Settings
from pages.rights import Rights, host_of, is_loopback
from ui import rights_of

AUTH = "guanli:correct-horse"


def test_the_rule_of_who_may_change() -> None:
    home = {"host": "127.0.0.1:7860"}
    assert Rights().refusal(home) == ""
    assert Rights().refusal({"host": "localhost:7860"}) == ""
    assert Rights().refusal({"host": "[::1]:7860"}) == ""
    for headers in (
        {"host": "evil.example"},
        {"host": "192.0.2.7:7860"},
        {},
        home | {"x-forwarded-for": "192.0.2.7"},
        home | {"forwarded": "for=192.0.2.7"},
    ):
        assert "UI_AUTH" in Rights().refusal(headers)
    assert "UI_AUTH" in Rights(local=False).refusal(home)
    assert "只供查阅" in Rights(read_only=True, auth=AUTH).refusal(home)
    assert "登录" in Rights(auth=AUTH).refusal(home)
    assert Rights(auth=AUTH).refusal_of(None) != ""


@pytest.mark.parametrize(
    ("settings", "host", "refused"),
    [
        ({}, "127.0.0.1", ""),
        ({"ui_auth": AUTH}, "0.0.0.0", "登录"),
        ({"ui_auth": AUTH}, "127.0.0.1", "登录"),
        ({"ui_auth": AUTH, "ui_read_only": True}, "0.0.0.0", "只供查阅"),
        ({"ui_read_only": True}, "0.0.0.0", "只供查阅"),
        ({"ui_read_only": True}, "127.0.0.1", "只供查阅"),
    ],
)
def test_the_rule_by_the_settings_and_the_address(
    settings: dict[str, Any], host: str, refused: str, capsys: pytest.CaptureFixture[str]
) -> None:
    reason = rights_of(Settings(**settings), host).refusal({"host": "127.0.0.1:7860"})
    assert refused in reason
    assert bool(refused) == bool(reason)
    said = capsys.readouterr().err
    assert bool(said) == (host == "0.0.0.0")
    assert ("只供查阅" in said) == (host == "0.0.0.0" and refused != "登录")


def test_other_computers_are_refused_where_neither_login_nor_read_only_is_set(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with pytest.raises(typer.Exit):
        rights_of(Settings(), "0.0.0.0")
    assert re.fullmatch(r"[^。\n]*UI_AUTH[^。\n]*UI_READ_ONLY=1[^。\n]*。\n", capsys.readouterr().err)


@pytest.mark.parametrize("auth", ["nobody", ":password", "user:short", "user:"])
def test_an_administrator_without_a_real_password_is_refused_at_the_start(
    auth: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(typer.Exit):
        rights_of(Settings(ui_auth=SecretStr(auth)), "127.0.0.1")
    assert re.fullmatch(r"UI_AUTH [^。]+。\n", capsys.readouterr().err)


def test_a_login_opens_and_a_logout_closes() -> None:
    rights = Rights(auth=AUTH, local=False)
    token, wait = rights.login("a", "guanli", "correct-horse")
    assert (bool(token), wait) == (True, 0.0)
    headers = {"host": "reports.example", "cookie": f"x=1; report_admin={token}"}
    assert rights.refusal(headers) == ""
    assert rights.refusal({"host": "reports.example", "cookie": "report_admin=guess"})
    rights.logout(headers)
    assert rights.refusal(headers)


def test_wrong_logins_slow_down_and_the_right_one_waits_too(monkeypatch: pytest.MonkeyPatch) -> None:
    now = time.monotonic()
    monkeypatch.setattr(time, "monotonic", lambda: now)
    rights = Rights(auth=AUTH)
    waits = []
    for number in range(12):
        token, wait = rights.login("a", "guanli", f"guess{number}")
        assert not token
        waits.append(wait)
        assert rights.login("a", "guanli", "correct-horse")[0] == "", "too early"
        now += wait
    assert waits == [1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300, 300]
    assert rights.login("b", "guanli", "correct-horse")[0], "another address is not held up"
    assert rights.login("a", "guanli", "correct-horse")[0]


def test_nobody_logs_in_where_there_is_no_administrator() -> None:
    assert Rights().login("a", "", "")[0] == ""
    assert Rights(auth=AUTH, read_only=True).login("a", "guanli", "correct-horse")[0] == ""


@pytest.mark.parametrize(
    ("host", "name"), [("a.example:80", "a.example"), ("[::1]:7860", "[::1]"), ("[::1]", "[::1]"), ("b", "b")]
)
def test_the_host_of_a_request(host: str, name: str) -> None:
    assert host_of({"host": host}) == name
    assert is_loopback(name) == ("::1" in name)
