"""Regular expressions that are compiled when they are first used.

The rooms hold some 1,500 patterns and a question uses a third of them: compiling them all at import
would take as long as everything else in a cold answer.
"""

from __future__ import annotations

import re
from typing import Any, AnyStr, cast

_OFTEN = ("search", "match", "fullmatch", "finditer", "findall", "sub", "subn", "split")


class _Late:
    """Stands for ``re.compile(pattern, flags)`` and becomes it with the first use.

    The methods of the compiled pattern are kept on the object, so that later calls cost nothing more.
    """

    def __init__(self, pattern: str | bytes, flags: int) -> None:
        self.pattern = pattern
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):  # copy and pickle ask for what a pattern has no need of
            raise AttributeError(name)
        compiled = re.compile(self.pattern, self._flags)
        for method in _OFTEN:
            self.__dict__[method] = getattr(compiled, method)
        return getattr(compiled, name)

    def __repr__(self) -> str:
        return f"regex({self.pattern!r})"


def regex(pattern: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """Return what ``re.compile`` would, compiled with its first use; a faulty one raises re.error then.

    The ``re`` of its matches is the compiled pattern, not this object: compare the two by their text.
    """
    return cast("re.Pattern[AnyStr]", _Late(pattern, flags))
