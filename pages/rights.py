"""Who may change what is in the store. Everyone who can open the page may read.

1. With ``UI_READ_ONLY`` nobody may.
2. With ``UI_AUTH=user:password`` only who has logged in with these.
3. With neither, only a reader on the machine itself: the page listens on loopback alone, and was
   opened at a loopback address without a proxy between. (A proxy's readers are not on the machine,
   and a foreign site whose name was made to lead here is no loopback address.)
"""

from __future__ import annotations

import hmac
import ipaddress
import secrets
import threading
import time
from collections.abc import Mapping
from dataclasses import dataclass
from http.cookies import CookieError, SimpleCookie
from typing import Any

ADMIN, VISITOR = "report_admin", "report_visitor"
"""The cookies of an administrator who has logged in, and of every browser."""
LASTING = 12 * 3600
"""Seconds after which a login ends."""
_WAIT, _LONGEST = 1.0, 300.0  # seconds after the first wrong login; doubled with each, up to
_SEATS = 1000  # addresses of wrong logins, and logins, that are remembered
_PROXIED = ("forwarded", "x-forwarded-for", "x-forwarded-host", "x-real-ip", "via")

READ_ONLY = "网页设为只供查阅，不能入库、更正或删除报告。"
NOT_LOGGED_IN = "只有管理员可以入库、更正或删除报告，请先登录。"
NOT_HERE = "没有设管理员密码（UI_AUTH）时，只有在运行本程序的电脑上才能入库、更正或删除报告。"


def is_loopback(host: str) -> bool:
    """Whether only this machine can reach ``host``."""
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return host == "localhost"


def host_of(headers: Mapping[str, str]) -> str:
    """The name, without the port, at which a page was opened."""
    host = headers.get("host", "")
    return host if host.endswith("]") else host.rpartition(":")[0] or host


def cookies(headers: Mapping[str, str]) -> dict[str, str]:
    """The cookies of a request, by name."""
    try:
        return {name: morsel.value for name, morsel in SimpleCookie(headers.get("cookie", "")).items()}
    except CookieError:
        return {}


@dataclass
class _Wrong:
    """How often in a row an address logged in wrongly, and when it may try again."""

    times: int = 0
    until: float = 0.0


class Rights:
    """What a request may do, by its headers. Any thread may use it.

    ``auth`` is ``user:password`` or empty; ``local`` says whether the page listens on loopback alone.
    """

    def __init__(self, *, read_only: bool = False, auth: str = "", local: bool = True) -> None:
        self.read_only, self._auth, self._local = read_only, auth, local
        self._lock = threading.Lock()
        self._logins: dict[str, float] = {}
        self._wrong: dict[str, _Wrong] = {}

    @property
    def logins(self) -> bool:
        """Whether there is an administrator who may log in."""
        return bool(self._auth) and not self.read_only

    def refusal(self, headers: Mapping[str, str]) -> str:
        """Why a request with these headers may change nothing, in a sentence; ``""`` where it may."""
        if self.read_only:
            return READ_ONLY
        if self._auth:
            return "" if self.logged_in(headers) else NOT_LOGGED_IN
        proxied = any(name in headers for name in _PROXIED)
        return "" if self._local and is_loopback(host_of(headers)) and not proxied else NOT_HERE

    def refusal_of(self, request: Any) -> str:
        """``refusal`` for a ``gr.Request``; one that came without a request is refused."""
        own = getattr(request, "request", None)
        return self.refusal(own.headers) if own is not None else NOT_LOGGED_IN

    def logged_in(self, headers: Mapping[str, str]) -> bool:
        """Whether the request comes from an administrator."""
        token = cookies(headers).get(ADMIN, "")
        with self._lock:
            return self._logins.get(token, 0.0) > time.monotonic()

    def login(self, address: str, user: str, password: str) -> tuple[str, float]:
        """A new login's token, or ``""`` and the seconds after which ``address`` may try again.

        Before they are over nothing is tried, not even the right password.
        """
        given = f"{user}:{password}".encode("utf-8", "surrogatepass")
        right = hmac.compare_digest(given, self._auth.encode("utf-8", "surrogatepass"))
        now = time.monotonic()
        with self._lock:
            wrong = self._wrong.setdefault(address, _Wrong())
            if wrong.until > now:
                return "", wrong.until - now
            if not (right and self.logins):
                wrong.times += 1
                wait = min(_WAIT * 2 ** min(wrong.times - 1, 20), _LONGEST)
                wrong.until = now + wait
                _keep_newest(self._wrong)
                return "", wait
            del self._wrong[address]
            token = secrets.token_urlsafe(32)
            self._logins[token] = now + LASTING
            _keep_newest(self._logins)
            return token, 0.0

    def logout(self, headers: Mapping[str, str]) -> None:
        """Ends the login of a request."""
        with self._lock:
            self._logins.pop(cookies(headers).get(ADMIN, ""), None)


def _keep_newest(kept: dict[str, Any]) -> None:
    while len(kept) > _SEATS:
        del kept[next(iter(kept))]
