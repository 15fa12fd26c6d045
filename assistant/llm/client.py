"""The client of an OpenAI-compatible endpoint: plain chat completions, bounded in every way.

langchain's chat model does the talking; this module adds what endpoints that are only nearly
compatible need: a ladder of plainer and plainer requests, retries before the first word, one
deadline for the whole answer, a limit on concurrent calls and a circuit breaker.
"""

from __future__ import annotations

import queue
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from importlib import import_module
from typing import TYPE_CHECKING, Any

from ..errors import LLMError
from . import failures
from .breaker import Breaker
from .failures import Fault, LLMFault, basic_auth, explain, mend_base_url, shown_address
from .tokens import Meter

if TYPE_CHECKING:
    from ..settings import Settings

# From the richest request to the plainest; what worked is remembered.
LADDER = ("stream+usage", "stream", "whole", "bare")
WHOLE = LADDER.index("whole")
# Statuses by which servers refuse a parameter (stream, stream_options, temperature, max_tokens).
_REFUSING = frozenset({400, 405, 406, 415, 422, 501})
_LONGEST_PAUSE = 8.0


@dataclass(frozen=True, slots=True)
class Delta:
    """A piece of the reply. The last has no text but ``finish`` and, where told, ``tokens``: those of
    prompt and reply, and those of the prompt alone (``prompted``)."""

    text: str = ""
    finish: str = ""
    tokens: int = 0
    prompted: int = 0


@dataclass
class _Call:
    """One call on its way: pieces and failures go into ``out``; ``stop`` ends it."""

    prompt: str
    deadline: float
    out: queue.Queue[Delta | Fault]
    stop: threading.Event
    hurried: bool = False
    begun: bool = False

    def put(self, delta: Delta) -> None:
        self.begun = self.begun or bool(delta.text.strip())
        self.out.put(delta)

    def left(self) -> float:
        return self.deadline - time.monotonic()


class LLM:
    """One endpoint and model, as the settings name them. Safe to share between threads."""

    def __init__(self, settings: Settings, *, breaker: Breaker | None = None) -> None:
        self._settings = settings
        self.breaker = breaker or Breaker()
        self.meter = Meter()
        self._slots = threading.BoundedSemaphore(settings.llm_concurrency)
        self._lock = threading.Lock()
        self._models: dict[str, Any] = {}
        self._rung = 0

    @property
    def address(self) -> str:
        """The endpoint as messages show it; raises LLMError where it is no address."""
        return shown_address(mend_base_url(self._settings.llm_base_url))

    def stream(self, prompt: str, *, seconds: float | None = None) -> Iterator[Delta]:
        """The reply to one prompt, piece by piece, within ``llm_timeout`` seconds altogether.

        ``seconds`` is a shorter limit; missing one of less than half the time does not speak against
        the endpoint. Raises LLMError, whose text is one Chinese line for the user, also after the
        first piece (a cut stream, a deadline).
        """
        address = self.address
        if self.breaker.wait():
            raise self._shut()
        whole = self._settings.llm_timeout
        limit = whole if seconds is None else max(0.0, seconds)
        call = _Call(
            prompt, time.monotonic() + limit, queue.Queue(), threading.Event(), hurried=limit < whole / 2
        )
        if not self._slots.acquire(timeout=limit):
            raise LLMFault(failures.busy(address))
        try:
            # Only now: the endpoint may have been found dead by those that were waited for.
            if not self.breaker.allows():
                raise self._shut()
            yield from self._received(call, address)
        finally:
            self._slots.release()

    def _shut(self) -> LLMError:
        wait = int(self.breaker.wait()) + 1
        return LLMError(f"{self.breaker.last}（连续失败，{wait}秒后再试这个接口）")

    def _received(self, call: _Call, address: str) -> Iterator[Delta]:
        # Here, before other threads look for it half loaded: the client asks sys.modules for it.
        with suppress(ImportError):
            import_module("httpx")
        # A thread of its own: only so can a deadline bound name look-ups, trickles and keep-alives.
        threading.Thread(target=self._work, args=(call, address), name="llm", daemon=True).start()
        try:
            while True:
                try:
                    piece = call.out.get(timeout=max(0.0, call.left()))
                except queue.Empty:
                    piece = replace(failures.timeout(address), counts=not call.hurried)
                if isinstance(piece, Fault):
                    if piece.counts:
                        self.breaker.failed(piece.message)
                    raise LLMFault(piece)
                if piece.finish:
                    self.breaker.succeeded()
                    self.meter.learn(call.prompt, piece.prompted)
                yield piece
                if piece.finish:
                    return
        finally:
            call.stop.set()

    def _work(self, call: _Call, address: str) -> None:
        """Runs in the thread: attempts until one works or may not be repeated."""
        from tenacity import RetryCallState, Retrying, retry_if_exception

        def again(error: BaseException) -> bool:
            return (
                isinstance(error, LLMFault)
                and error.fault.retry
                and not call.begun
                and not call.stop.is_set()
            )

        def pause(state: RetryCallState) -> float:
            error = state.outcome.exception() if state.outcome else None
            asked = error.fault.wait if isinstance(error, LLMFault) else 0.0
            return asked or min(0.4 * 2 ** (state.attempt_number - 1), _LONGEST_PAUSE)

        def enough(state: RetryCallState) -> bool:
            spent = state.attempt_number > self._settings.llm_retries
            return spent or state.upcoming_sleep >= call.left()

        def sleep(seconds: float) -> None:
            call.stop.wait(seconds)

        retrying = Retrying(
            retry=retry_if_exception(again), wait=pause, stop=enough, sleep=sleep, reraise=True
        )
        try:
            retrying(self._attempt, call, address)
        except LLMFault as error:
            call.out.put(error.fault)

    def _attempt(self, call: _Call, address: str) -> None:
        """One attempt: down the ladder from the rung that worked last. Raises LLMFault."""
        import openai

        rung = self._rung
        while True:
            last = rung == len(LADDER) - 1
            try:
                if self._run(LADDER[rung], call, address):
                    self._rung = rung
                    return
                fault = failures.empty(address, self._settings.llm_model)
            except openai.APIStatusError as error:
                if not (last or call.begun) and error.status_code in _REFUSING:
                    rung += 1
                    continue
                fault = explain(error, address, self._settings.llm_model)
            except (LLMFault, openai.OpenAIError, OSError, *_network()) as error:
                fault = explain(error, address, self._settings.llm_model)
            # What a reply in another shape breaks inside the client: any of these.
            except (ValueError, TypeError, AttributeError, KeyError, IndexError):
                fault = failures.strange(address)
            # The reply was empty or strange: a server that does not stream may still answer whole.
            if rung >= WHOLE or call.begun or fault.message not in self._unreadable(address):
                raise LLMFault(fault) from None
            rung = WHOLE

    def _unreadable(self, address: str) -> tuple[str, str]:
        return (
            failures.empty(address, self._settings.llm_model).message,
            failures.strange(address).message,
        )

    def _run(self, rung: str, call: _Call, address: str) -> bool:
        """Makes one request; False where the reply was empty."""
        model = self._model(rung)
        if not rung.startswith("stream"):
            message = model.invoke(call.prompt)
            text, (tokens, prompted) = _text(message), _tokens(message)
            if not text.strip():
                return False
            call.put(Delta(text))
            call.put(Delta(finish=_finish(message) or "stop", tokens=tokens, prompted=prompted))
            return True
        finish, tokens, prompted, tail = "", 0, 0, ""
        for chunk in model.stream(call.prompt):
            if call.stop.is_set():
                return True
            finish = _finish(chunk) or finish
            tokens, prompted = map(max, (tokens, prompted), _tokens(chunk))
            if text := _text(chunk):
                tail = (tail + text)[-8:]
                call.put(Delta(text))
        if not call.begun:
            return False
        # A stream that breaks off without an error: no reason to finish, and no end of a sentence.
        if not finish and not tail.rstrip().endswith(("。", "！", "？", "]", "”", "）", ".", "|")):
            raise LLMFault(failures.cut(address))
        call.put(Delta(finish=finish or "stop", tokens=tokens, prompted=prompted))
        return True

    def _model(self, rung: str) -> Any:
        with self._lock:
            if rung not in self._models:
                self._models[rung] = self._made(rung)
            return self._models[rung]

    def _made(self, rung: str) -> Any:
        from langchain.chat_models import init_chat_model

        s = self._settings
        options: dict[str, Any] = {}
        if rung != "bare":
            # max_tokens by this name: nearly compatible servers do not know max_completion_tokens.
            options = {"temperature": 0, "extra_body": {"max_tokens": s.llm_max_tokens}}
        return init_chat_model(
            s.llm_model,
            model_provider="openai",
            base_url=mend_base_url(s.llm_base_url),
            # The client insists on some key; it must not take one from OPENAI_API_KEY for another host.
            api_key=s.llm_api_key.get_secret_value() or "none",
            default_headers=basic_auth(s.llm_base_url) or None,
            timeout=s.llm_timeout,
            max_retries=0,
            stream_usage=rung == "stream+usage",
            use_responses_api=False,
            **options,
        )


def _network() -> tuple[Any, ...]:
    """The errors of the HTTP library that the installed client uses."""
    from langchain_openai._compat import httpx

    return (httpx.HTTPError, httpx.StreamError)


def _text(message: Any) -> str:
    content = message.content
    if isinstance(content, str):
        return content
    return "".join(part.get("text", "") for part in content if isinstance(part, dict))


def _finish(message: Any) -> str:
    return str(message.response_metadata.get("finish_reason") or "")


def _tokens(message: Any) -> tuple[int, int]:
    """Tokens altogether and of the prompt; 0 where they are not told."""
    usage = message.usage_metadata or {}
    return int(usage.get("total_tokens") or 0), int(usage.get("input_tokens") or 0)


Ask = Callable[[str], Iterator[Delta]]
"""What the answerer needs of an LLM: prompt in, pieces out."""
