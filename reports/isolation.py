"""Takes from a process what the reading of files does not need: other files, networks, other processes.

Linux alone has the means: Landlock for files (5.13 and later; 6.12 for signals too), seccomp for sockets.
Neither needs a right, and both hold for whatever the process starts. What a system lacks is left out.
"""

from __future__ import annotations

import contextlib
import ctypes
import errno
import os
import platform
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

_NO_NEW_PRIVILEGES, _SET_SECCOMP, _FILTER = 38, 22, 2
_CREATE, _ADD, _RESTRICT = 444, 445, 446  # Landlock's calls, the same on every machine
_EXECUTE, _WRITE_FILE, _READ_FILE, _READ_DIR = 1, 2, 4, 8
_REMOVE_FILE, _MAKE_SOCKET, _TRUNCATE = 1 << 5, 1 << 9, 1 << 14
_READING = _EXECUTE | _READ_FILE | _READ_DIR
_OF_FILES = _EXECUTE | _WRITE_FILE | _READ_FILE | _TRUNCATE | 1 << 15
_FIRST = (1 << 13) - 1  # all that the first Landlock knows
_SINCE = ((2, 1 << 13), (3, _TRUNCATE), (5, 1 << 15))
"""What later ones know besides: moving between folders, truncating, control of devices."""
_TCP, _ABSTRACT_AND_SIGNALS = 3, 3

_SYSTEM = (
    *("/usr", "/lib", "/lib32", "/lib64", "/bin", "/sbin", "/nix/store", "/sys/devices/system"),
    *("/proc/self", "/proc/cpuinfo", "/proc/meminfo", "/proc/stat", "/proc/filesystems", "/proc/sys/vm"),
    *("/dev/null", "/dev/zero", "/dev/random", "/dev/urandom"),
    *("/etc/ld.so.cache", "/etc/ld.so.conf", "/etc/ld.so.conf.d", "/etc/alternatives", "/etc/localtime"),
    *("/etc/fonts", "/etc/libreoffice", "/etc/passwd", "/etc/group", "/etc/nsswitch.conf"),
    *("/var/lib/libreoffice", "/var/spool/libreoffice"),
)
"""What Python, its libraries and LibreOffice are made of; nothing of a user's."""
_ARCHITECTURES = {"x86_64": (0xC000003E, 41), "aarch64": (0xC00000B7, 198)}
"""The kernel's name of each, and its number of ``socket``."""
_IO_URING = 425  # opens sockets without that call
_FOREIGN = 0x40000000  # calls in another numbering
_LOCAL = 1  # sockets that are files


class _Ruleset(ctypes.Structure):
    _fields_ = (("files", ctypes.c_uint64), ("net", ctypes.c_uint64), ("scoped", ctypes.c_uint64))


class _Beneath(ctypes.Structure):
    _pack_ = 1
    _layout_ = "ms"
    _fields_ = (("allowed", ctypes.c_uint64), ("parent", ctypes.c_int32))


class _Head(ctypes.Structure):
    _fields_ = (("version", ctypes.c_uint32), ("process", ctypes.c_int))


class _Capabilities(ctypes.Structure):
    _fields_ = tuple((name, ctypes.c_uint32) for name in ("effective", "permitted", "inheritable"))


class _Instruction(ctypes.Structure):
    _fields_ = (
        *(("code", ctypes.c_uint16), ("then", ctypes.c_uint8)),
        *(("otherwise", ctypes.c_uint8), ("value", ctypes.c_uint32)),
    )


class _Program(ctypes.Structure):
    _fields_ = (("length", ctypes.c_uint16), ("first", ctypes.POINTER(_Instruction)))


def isolate(readable: Iterable[Path], writable: Path, *, office: bool = False) -> frozenset[str]:
    """From now on this thread, and what it starts, reads only ``readable`` and what programs are made of.

    It writes only inside ``writable``. ``office`` lets LibreOffice have its local socket in ``/tmp``,
    where it can delete the user's files then.
    Returns what holds: ``files`` and ``network``, as far as the system can; to be called before
    there are other threads.
    """
    if sys.platform != "linux":
        return frozenset()
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.prctl(_NO_NEW_PRIVILEGES, 1, 0, 0, 0):
        return frozenset()
    # root without its powers, which reach around the rules: any process's environment, to begin with
    libc.capset(ctypes.byref(_Head(0x20080522, 0)), (_Capabilities * 2)())
    held = {"files"} if _only_files(libc, readable, writable, office) else set()
    if _no_sockets(libc, office):
        held.add("network")
    return frozenset(held)


def programs() -> Iterator[Path]:
    """Where this Python and its packages lie."""
    yield from map(Path, (sys.prefix, sys.base_prefix, sys.exec_prefix))
    yield from (Path(path) for path in sys.path if path and "site-packages" in path)
    yield from Path("/opt").glob("libreoffice*")


def _only_files(libc: ctypes.CDLL, readable: Iterable[Path], writable: Path, office: bool) -> bool:
    version = libc.syscall(_CREATE, None, 0, 1)
    if version < 1:
        return False
    handled = _FIRST | sum(bits for since, bits in _SINCE if version >= since)
    rules = _Ruleset(handled, _TCP, _ABSTRACT_AND_SIGNALS)
    size = 24 if version >= 6 else 16 if version >= 4 else 8
    ruleset = libc.syscall(_CREATE, ctypes.byref(rules), size, 0)
    if ruleset < 0:
        return False
    try:
        for path in (*map(Path, _SYSTEM), *programs(), *readable):
            _allow(libc, ruleset, path, _READING & handled)
        _allow(libc, ruleset, Path(os.devnull), (_READING | _WRITE_FILE | _TRUNCATE) & handled)
        if office:
            _allow(libc, ruleset, Path("/tmp"), _MAKE_SOCKET | _REMOVE_FILE)
        _allow(libc, ruleset, writable, handled)
        return libc.syscall(_RESTRICT, ruleset, 0) == 0
    finally:
        os.close(ruleset)


def _allow(libc: ctypes.CDLL, ruleset: int, path: Path, access: int) -> None:
    """Allows access to a file or to all beneath a folder; one that is not there needs no leave."""
    with contextlib.suppress(OSError):
        opened = os.open(path, os.O_PATH | os.O_CLOEXEC)
        try:
            rule = _Beneath(access if path.is_dir() else access & _OF_FILES, opened)
            libc.syscall(_ADD, ruleset, 1, ctypes.byref(rule), 0)
        finally:
            os.close(opened)


def _no_sockets(libc: ctypes.CDLL, local: bool) -> bool:
    """Has every new socket refused, of whatever kind; with ``local`` all but those that are files."""
    if platform.machine() not in _ARCHITECTURES:
        return False
    architecture, socket = _ARCHITECTURES[platform.machine()]
    load, equal, at_least, end = 0x20, 0x15, 0x35, 0x06
    steps = (
        (load, 0, 0, 4),
        (equal, 0, 7, architecture),
        (load, 0, 0, 0),
        (at_least, 5, 0, _FOREIGN),
        (equal, 4, 0, _IO_URING),
        (equal, 0, 2, socket),
        (load, 0, 0, 16),  # its first argument
        (equal, 0, 1, _LOCAL if local else 0),
        (end, 0, 0, 0x7FFF0000),  # go on
        (end, 0, 0, 0x00050000 | errno.EACCES),
    )
    instructions = (_Instruction * len(steps))(*(_Instruction(*step) for step in steps))
    program = _Program(len(steps), instructions)
    return libc.prctl(_SET_SECCOMP, _FILTER, ctypes.byref(program), 0, 0) == 0
