"""Messages between a process that reads files and the one that waits for it.

What comes back is unpickled with the records of this room as its only classes: a parser that was
taken over can send a wrong report, but nothing that runs.
"""

from __future__ import annotations

import io
import pickle
import struct
from typing import Any, BinaryIO

from reports import records
from reports.readers.steps import Step

_LENGTH = struct.Struct(">I")
_MOST = 256 * 2**20
_CLASSES: dict[tuple[str, str], type] = {
    (kind.__module__, kind.__qualname__): kind
    for kind in (
        *(records.Chunk, records.Document, records.Duty, records.Fact, records.Identity, records.Page),
        *(records.Report, records.Section, records.Sentence, Step),
    )
}


def packed(message: Any) -> bytes:
    """A message with its length before it."""
    data = pickle.dumps(message, protocol=5)
    return _LENGTH.pack(len(data)) + data


def requested(stream: BinaryIO) -> Any:
    """The next message of the process that gives the orders; None at the stream's end."""
    head = stream.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        return None
    return pickle.loads(stream.read(_LENGTH.unpack(head)[0]))


class _Records(pickle.Unpickler):
    def find_class(self, module: str, name: str) -> Any:
        found = _CLASSES.get((module, name))
        if found is None:
            raise pickle.UnpicklingError(f"{module}.{name} is no record")
        return found


def unpacked(data: bytes) -> Any:
    """The message in ``data``. Raises ``pickle.UnpicklingError`` where it is more than records."""
    return _Records(io.BytesIO(data)).load()


class Receiver:
    """Puts messages together from what a pipe gives piece by piece."""

    def __init__(self) -> None:
        self._data = bytearray()

    def feed(self, data: bytes) -> None:
        self._data += data

    @property
    def ready(self) -> bool:
        """Whether a whole message is there. Raises ``pickle.UnpicklingError`` over 256 MB."""
        if len(self._data) < _LENGTH.size:
            return False
        size = _LENGTH.unpack_from(self._data)[0]
        if size > _MOST:
            raise pickle.UnpicklingError(f"a message of {size} bytes")
        return len(self._data) >= _LENGTH.size + size

    def take(self) -> Any:
        """The first message; there must be one."""
        end = _LENGTH.size + _LENGTH.unpack_from(self._data)[0]
        data = bytes(self._data[_LENGTH.size : end])
        del self._data[:end]
        return unpacked(data)
