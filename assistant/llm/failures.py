"""What went wrong at an LLM endpoint, in one Chinese sentence that says what to set.

Nothing that the endpoint sent is repeated: it may hold the key, or markup.
"""

from __future__ import annotations

import base64
import re
import time
from collections.abc import Mapping
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from ..errors import LLMError

if TYPE_CHECKING:
    import openai


@dataclass(frozen=True, slots=True)
class Fault:
    """A failure understood. ``wait`` is the Retry-After in seconds, ``counts`` whether it speaks
    against the endpoint (and not only against this one request)."""

    message: str
    retry: bool = False
    wait: float = 0.0
    counts: bool = True


class LLMFault(LLMError):
    """An LLMError with what the caller needs to decide on a retry."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.message)
        self.fault = fault


def mend_base_url(url: str) -> str:
    """The endpoint as the client wants it: with scheme and ``/v1``, without a trailing slash, and without
    the user name and password, which the client would log.

    Raises LLMFault where it is no http address.
    """
    address = url.strip()
    if not address:
        return "https://api.openai.com/v1"
    if "://" not in address:
        local = re.match(r"(?:localhost|\d+\.\d+\.\d+\.\d+|\[|[^/.]+(?::|$))", address)
        address = ("http://" if local else "https://") + address
    address = re.sub(r"/(?:chat/)?completions/*$", "", address)
    # Ollama's own road, on its own port, beside the compatible one.
    address = re.sub(r"(:11434)/api(?:/chat|/generate)?/*$", r"\1", address)
    try:
        parts = urlsplit(address)
        usable = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        usable = False
    if not usable:
        raise LLMFault(
            Fault("LLM_BASE_URL 不是可用的网址，请写成 http://localhost:11434/v1 的样子。", counts=False)
        )
    address = (
        address.replace(f"{parts.netloc.rpartition('@')[0]}@", "", 1) if "@" in parts.netloc else address
    )
    if not any(re.match(r"v\d", part) for part in parts.path.split("/")):
        address = address.rstrip("/") + "/v1"
    return address.rstrip("/")


def basic_auth(url: str) -> dict[str, str]:
    """The header for a user name and password that stand in the address; empty where none do."""
    user, at, _ = urlsplit(url.strip()).netloc.rpartition("@")
    if not at:
        return {}
    return {"Authorization": f"Basic {base64.b64encode(unquote(user).encode()).decode()}"}


def shown_address(url: str) -> str:
    """The endpoint for a message: no user name, password, query or fragment."""
    parts = urlsplit(url)
    host = parts.hostname or ""
    if ":" in host:
        host = f"[{host}]"
    port = f":{parts.port}" if parts.port else ""
    return f"{parts.scheme}://{host}{port}{parts.path}"


def explain(error: BaseException, address: str, model: str) -> Fault:
    """The fault behind any exception that the client lets through."""
    import openai

    where = f"大模型接口 {address}"
    if isinstance(error, LLMFault):
        return error.fault
    if isinstance(error, openai.APIStatusError):
        return _status(error, where, model)
    if isinstance(error, openai.APITimeoutError) or "timeout" in type(error).__name__.lower():
        return timeout(address)
    if isinstance(error, openai.APIConnectionError):
        return Fault(f"{where} 连接不上：请检查 LLM_BASE_URL，并确认服务已启动、网络可达。", retry=True)
    if isinstance(error, openai.APIError) and not isinstance(error, openai.APIResponseValidationError):
        return Fault(f"{where} 在回答途中报错：请稍后再试，或检查服务端日志。", retry=True)
    if any(t.__module__.startswith(("httpx", "httpcore")) for t in type(error).__mro__):
        return cut(address)
    return strange(address)


def _status(error: openai.APIStatusError, where: str, model: str) -> Fault:
    code = error.status_code
    if code == 401:
        return Fault(f"{where} 拒绝了密钥（401）：请检查 LLM_API_KEY。")
    if code == 402:
        return Fault(f"{where} 账户余额不足（402）：请充值，或更换 LLM_API_KEY。")
    if code == 403:
        return Fault(f"{where} 不允许使用（403）：请检查 LLM_API_KEY 的权限和 LLM_MODEL。")
    if code == 404:
        return Fault(f"{where} 没有模型 {model} 或没有这个地址（404）：请检查 LLM_MODEL 和 LLM_BASE_URL。")
    if code == 429:
        wait = retry_after(error.response.headers)
        return Fault(
            f"{where} 请求过多或额度用完（429）：请稍后再试，或检查账户额度。", retry=True, wait=wait
        )
    if code >= 500:
        wait = retry_after(error.response.headers)
        return Fault(f"{where} 服务出错（{code}）：请稍后再试，或检查服务端。", retry=True, wait=wait)
    if code == 408:
        return Fault(f"{where} 超时（408）：请稍后再试，或加大 LLM_TIMEOUT。", retry=True)
    return Fault(f"{where} 不接受这个请求（{code}）：请检查 LLM_MODEL 和 LLM_MAX_TOKENS。", counts=False)


def retry_after(headers: Mapping[str, str]) -> float:
    """Seconds that a Retry-After header asks for (number or HTTP date); 0 without one."""
    value = headers.get("retry-after", "").strip()
    if not value:
        return 0.0
    try:
        return max(0.0, float(value))
    except ValueError:
        pass
    try:
        return max(0.0, parsedate_to_datetime(value).timestamp() - time.time())
    except (TypeError, ValueError):
        return 0.0


def timeout(address: str) -> Fault:
    """No whole answer in time."""
    return Fault(f"大模型接口 {address} 没有按时答完：请检查服务，或加大 LLM_TIMEOUT。")


def cut(address: str) -> Fault:
    """The connection broke in mid-answer."""
    return Fault(f"大模型接口 {address} 的回答中途断了：请检查网络或服务端后再试。", retry=True)


def empty(address: str, model: str) -> Fault:
    """A reply without any text."""
    return Fault(f"大模型接口 {address} 回了空内容：请检查 LLM_MODEL（{model}）是不是对话模型。", retry=True)


def strange(address: str) -> Fault:
    """A reply that is no chat completion, such as a web page."""
    return Fault(f"大模型接口 {address} 返回的不是 OpenAI 格式的内容：请检查 LLM_BASE_URL，通常以 /v1 结尾。")


def busy(address: str) -> Fault:
    """All slots for concurrent calls stayed taken."""
    return Fault(
        f"大模型接口 {address} 正忙，同时提问太多：请稍后再试，或加大 LLM_CONCURRENCY。", counts=False
    )
