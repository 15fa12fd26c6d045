"""The chain's steps as LangChain runnables: called straight, or told to who listens."""

from __future__ import annotations

from typing import Any

from langchain_core.callbacks import BaseCallbackHandler
from langchain_core.runnables import RunnableLambda

from assistant.steps import Step


class Listener(BaseCallbackHandler):
    """Keeps the names of the runs that LangChain tells it of."""

    def __init__(self) -> None:
        self.started: list[str] = []
        self.ended: list[Any] = []

    def on_chain_start(self, *_: Any, name: str = "", **__: Any) -> None:
        self.started.append(name)

    def on_chain_end(self, outputs: Any, **_: Any) -> None:
        self.ended.append(outputs)


def _doubled(number: int) -> int:
    return 2 * number


def more(number: int) -> int:
    return number + 1


def test_steps_join_one_another_and_other_runnables() -> None:
    chain = Step(_doubled) | Step(more) | RunnableLambda(str)
    assert chain.invoke(4) == "9"
    assert chain.batch([1, 2]) == ["3", "5"]
    assert list(chain.stream(4)) == ["9"]


def test_who_listens_is_told_of_every_step() -> None:
    listener = Listener()
    assert (Step(_doubled) | Step(more)).invoke(3, {"callbacks": [listener]}) == 7
    assert listener.started == ["RunnableSequence", "doubled", "more"]
    assert listener.ended == [6, 7, 7]
    assert Step(more).invoke(3, {"callbacks": [listener]}) == 4
    assert listener.started[3:] == ["more"]
