"""Question in, cited answer out.

``Assistant.open(store).ask(question)``; see :mod:`assistant.records` for what comes back.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .api import Assistant
    from .errors import AssistantError, BadQuestion, LLMError, PromptError, SettingsError
    from .records import Answer, Citation, Event, Query
    from .retriever import ReportRetriever
    from .settings import Settings

_WHERE = {
    "Answer": "records",
    "Assistant": "api",
    "AssistantError": "errors",
    "BadQuestion": "errors",
    "Citation": "records",
    "Event": "records",
    "LLMError": "errors",
    "PromptError": "errors",
    "Query": "records",
    "ReportRetriever": "retriever",
    "Settings": "settings",
    "SettingsError": "errors",
}

__all__ = [
    "Answer",
    "Assistant",
    "AssistantError",
    "BadQuestion",
    "Citation",
    "Event",
    "LLMError",
    "PromptError",
    "Query",
    "ReportRetriever",
    "Settings",
    "SettingsError",
]


def __getattr__(name: str) -> Any:
    if name in _WHERE:
        from importlib import import_module

        return getattr(import_module(f".{_WHERE[name]}", __name__), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
