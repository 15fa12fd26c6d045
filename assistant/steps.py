"""A step of the chain as a LangChain runnable that costs next to nothing where nobody listens."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from langchain_core.runnables import Runnable, RunnableConfig


class Step(Runnable[Any, Any]):
    """Calls ``work``, with LangChain's callbacks and traces where the caller asked for any.

    ``RunnableLambda`` looks at the function's signature and sets up callbacks at every call, which
    together took a third of an answer's time.
    """

    def __init__(self, work: Callable[[Any], Any]) -> None:
        self._work = work
        self.name = work.__name__.strip("_")

    def invoke(self, input: Any, config: RunnableConfig | None = None, **_: Any) -> Any:
        """The result of ``work``; the runs of a traced chain show it under the name of ``work``."""
        callbacks = (config or {}).get("callbacks")
        if getattr(callbacks, "handlers", callbacks):
            return self._call_with_config(self._work, input, config)
        return self._work(input)
