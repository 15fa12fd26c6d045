"""doc and wps: LibreOffice turns them into docx, where it is installed."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
import tempfile
from dataclasses import replace
from pathlib import Path

from reports.errors import DamagedFile, MissingProgram
from reports.readers import word
from reports.readers.sniff import expect
from reports.records import Document

_PROGRAMS = ("soffice", "libreoffice")
_SECONDS = 25.0  # less than a sandbox waits, so that LibreOffice is ended by who started it


def read(path: Path, data: bytes, max_bytes: int, *, seconds: float = _SECONDS) -> Document:
    """A doc or wps file by way of docx; ``seconds`` is how long the conversion may take.

    Raises ``MissingProgram`` without LibreOffice, ``DamagedFile`` where it cannot convert.
    """
    expect(path, data, "ole", "rtf", "zip")
    program = next(filter(None, map(shutil.which, _PROGRAMS)), None)
    if program is None:
        raise MissingProgram(
            f"读取《{path.name}》需要 LibreOffice，请先安装（Debian/Ubuntu：sudo apt install "
            "libreoffice-writer），或用 Word、WPS 另存为 .docx 再试。"
        )
    with tempfile.TemporaryDirectory() as folder:
        converted = _convert(program, path, data, Path(folder), seconds)
        if converted is None:
            raise DamagedFile(
                f"《{path.name}》转换失败，文件可能已损坏或设有密码，请用 Word、WPS 另存为 .docx 再试。"
            )
        return replace(word.read(path, converted, max_bytes), format=path.suffix[1:].lower())


def _convert(program: str, path: Path, data: bytes, folder: Path, seconds: float) -> bytes | None:
    """The docx that LibreOffice makes of ``data``; None where it makes none in time."""
    source = folder / f"report{path.suffix.lower()}"  # a plain name, whatever the file's own is
    source.write_bytes(data)
    target = folder / "out"
    command = [
        program,
        # A profile of its own: with the user's, a running LibreOffice would swallow the call.
        f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        "--headless",
        "--norestore",
        "--convert-to",
        "docx",
        "--outdir",
        str(target),
        str(source),
    ]
    process = subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
    )
    try:
        process.wait(timeout=seconds)
    except subprocess.TimeoutExpired:
        return None
    finally:
        _end(process)
    result = target / "report.docx"
    return result.read_bytes() if result.is_file() else None


def _end(process: subprocess.Popen[bytes]) -> None:
    """Ends LibreOffice with the children that it leaves behind: its program is a launcher."""
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()
