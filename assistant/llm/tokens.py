"""How many tokens a text is, on the safe side: the tokenizer of the user's model is not known.

Before an endpoint has reported any usage a bound is used that holds for the byte-pair tokenizers of
today: two tokens for a character outside ASCII (most have one or less for a Chinese character, rare
ones two or three), one for a digit or a sign, one for two letters. Once usage is reported, the bound
is scaled by what the endpoint counted of it, the highest share so far and a tenth more.
"""

from __future__ import annotations

import math
import threading

from reports.patterns import regex

_LETTERS = regex(r"[A-Za-z ]")
_MARGIN = 1.1
_ENOUGH = 50
"""Characters of a prompt from which its usage tells anything: a chat template adds tokens of its own."""


def bound(text: str) -> int:
    """Tokens of ``text`` at most, whatever the tokenizer."""
    ascii_only = text.encode("ascii", "ignore").decode("ascii")
    letters = len(_LETTERS.findall(ascii_only))
    return math.ceil(2 * (len(text) - len(ascii_only)) + (len(ascii_only) - letters) + letters / 2)


class Meter:
    """Counts tokens on the safe side, and learns from the usage that an endpoint reports. Thread-safe."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._share = 0.0

    def learn(self, text: str, tokens: int) -> None:
        """The endpoint has counted ``tokens`` in ``text``; 0 tells nothing."""
        most = bound(text)
        if tokens > 0 and len(text) >= _ENOUGH:
            with self._lock:
                self._share = max(self._share, tokens / most)

    def count(self, text: str) -> int:
        """Tokens of ``text``, rather too many than too few."""
        with self._lock:
            share = self._share
        return math.ceil(bound(text) * (share * _MARGIN if share else 1.0))

    def spent(self, prompt: str, reply: str) -> int:
        """What a call has taken whose usage the endpoint did not report: an estimate."""
        return self.count(prompt) + self.count(reply)
