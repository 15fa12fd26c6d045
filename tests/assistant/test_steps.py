"""The chain's steps as LangChain runnables: called straight, or told to who listens."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from genre import written
from langchain_core.callbacks import BaseCallbackHandler
from langchain_core.runnables import RunnableLambda
from towns import assistant_over

from assistant.chain import Asked
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


def test_the_chain_is_told_of_as_langchain_runnables(tmp_path: Path) -> None:
    """Where LangChain is loaded, as here, a question runs through the runnable, and who listens is told."""
    with assistant_over(tmp_path, (written("城镇新增就业1830人。", place="白河县", year=2024),)) as bot:
        listener = Listener()
        chain = bot._chain.runnable.with_config(callbacks=[listener])
        answer = chain.invoke(Asked("白河县2023年城镇新增就业多少", ()))
        assert "1830人" in answer.text
        assert listener.started == ["RunnableSequence", "understand", "complete", "answer", "finish"]
        assert bot.ask("白河县2023年城镇新增就业多少").text == answer.text
