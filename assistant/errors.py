"""The errors of this room. Each message is one Chinese sentence that says what to do next.

AssistantError
├── BadQuestion       empty, or over the length limit
├── BadSayings        a table of sayings that is missing or not of its format
├── PromptError       a prompt with a missing or unknown variable
├── SettingsError     a setting that cannot be used
└── LLMError          the LLM endpoint failed (asking falls back to the embedded default)
"""

from __future__ import annotations


class AssistantError(Exception):
    """Base of everything that this room raises on purpose."""


class BadQuestion(AssistantError):
    """The question is empty or too long."""


class BadSayings(AssistantError):
    """A table of sayings is missing or not of the shipped one's format."""


class PromptError(AssistantError):
    """A prompt is missing, or its variables do not match what it is given."""


class SettingsError(AssistantError):
    """A setting cannot be used."""


class LLMError(AssistantError):
    """The LLM endpoint failed."""
