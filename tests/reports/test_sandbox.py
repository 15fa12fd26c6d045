"""The sandbox itself: its limits hold, nothing of the outside is in it, and nothing but records comes out."""

from __future__ import annotations

import os
import pickle
import shutil
import subprocess
import sys
import time
from pathlib import Path

import files
import hostile
import pytest

from reports import frames, read_report
from reports.errors import DamagedFile, TooLarge, UnknownIdentity
from reports.readers.steps import Step
from reports.records import Report
from reports.sandbox import Limits, Sandbox

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "云溪区.txt"
    path.write_text(files.TEXT, encoding="utf-8")
    return path


def test_what_comes_out_is_what_reading_here_gives(report: Path) -> None:
    with Sandbox() as sandbox:
        made = sandbox.read(report)
        assert made == read_report(report)
        other = sandbox.remake(made, place="卫东区", year=2020)
        assert (other.identity.place, other.identity.year, other.id) == ("卫东区", 2020, made.id)
        assert {fact.place for fact in other.facts} == {"卫东区"}
        with pytest.raises(UnknownIdentity):
            sandbox.remake(Report("x", "a.txt", "今年工作不错。", "txt", "text", made.identity))


def test_recognised_pages_are_told_one_by_one(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(files.pdf_bytes([files.page_image(), files.page_image()]))
    with Sandbox() as sandbox:
        *steps, last = sandbox.watch(path)
    assert steps == [Step("读取"), Step("识别", 1, 2), Step("识别", 2, 2), Step("整理")]
    assert isinstance(last, Report)
    assert last.method == "ocr"


def test_time_that_runs_out_ends_the_process_and_the_next_file_gets_a_new_one(
    report: Path, tmp_path: Path
) -> None:
    busy = hostile.busy_pdf(tmp_path / "a.pdf")
    with Sandbox(Limits(seconds=4)) as sandbox:
        began = time.monotonic()
        with pytest.raises(TooLarge, match="4 秒"):
            sandbox.read(busy)
        assert time.monotonic() - began < 60
        assert sandbox.read(report).source == report.name


def test_memory_that_runs_out_is_told(report: Path) -> None:
    tight = Limits(memory=20 * 2**20, recognising=20 * 2**20)
    with Sandbox(tight) as sandbox, pytest.raises((TooLarge, DamagedFile), match="内存"):
        sandbox.read(report)


def test_a_process_that_is_killed_is_told_and_replaced(report: Path) -> None:
    with Sandbox() as sandbox:
        sandbox.read(report)
        first = sandbox._process
        assert first
        first.kill()
        first.wait()
        assert sandbox.read(report).source == report.name
        assert sandbox._process is not first


def test_nothing_is_left_when_it_is_closed_or_given_up(report: Path) -> None:
    sandbox = Sandbox()
    steps = sandbox.watch(report)
    next(steps)
    process, folder = sandbox._process, sandbox._folder
    assert process
    assert folder
    steps.close()
    assert process.poll() is not None
    assert not Path(folder.name).exists()


def test_secrets_of_the_environment_stay_outside(report: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LLM_API_KEY", "sk-not-for-parsers")
    with Sandbox() as sandbox:
        sandbox.read(report)
        assert sandbox._process
        environment = Path(f"/proc/{sandbox._process.pid}/environ")
        if not environment.exists():
            pytest.skip("needs /proc")
        assert b"sk-not-for-parsers" not in environment.read_bytes()


def test_it_ends_with_the_process_that_started_it(report: Path) -> None:
    code = (
        f"import sys; sys.path.insert(0, {str(ROOT)!r}); from pathlib import Path;"
        "from reports.sandbox import Sandbox; box = Sandbox();"
        f"box.read(Path({str(report)!r})); print(box._process.pid, flush=True);"
        "import os; os.kill(os.getpid(), 9)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    child = int(done.stdout)
    until = time.monotonic() + 60
    while time.monotonic() < until and _alive(child):
        time.sleep(0.2)
    assert not _alive(child)


def _alive(process: int) -> bool:
    try:
        state = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0]
    except (FileNotFoundError, ProcessLookupError):
        return False
    return state != "Z"


class Evil:
    def __reduce__(self) -> tuple[object, tuple[str]]:
        return os.system, ("touch owned",)


@pytest.mark.parametrize("message", [Evil(), [Evil()], {"a": Path("x")}, ValueError("x")])
def test_nothing_but_records_is_unpickled(
    message: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(pickle.UnpicklingError):
        frames.unpacked(pickle.dumps(message))
    assert not (tmp_path / "owned").exists()


def test_messages_are_put_together_from_pieces() -> None:
    receiver = frames.Receiver()
    data = frames.packed(Step("识别", 1, 2)) + frames.packed(("DamagedFile", "坏了。"))
    for at in range(len(data)):
        receiver.feed(data[at : at + 1])
    assert receiver.take() == Step("识别", 1, 2)
    assert receiver.take() == ("DamagedFile", "坏了。")
    assert not receiver.ready
    receiver.feed(b"\xff\xff\xff\xff")
    with pytest.raises(pickle.UnpicklingError):
        assert receiver.ready


def test_old_word_is_converted_within_the_limits(tmp_path: Path) -> None:
    if not shutil.which("soffice"):
        pytest.skip("needs LibreOffice: sudo apt-get install -y --no-install-recommends libreoffice-writer")
    coded = "\\par ".join("".join(f"\\u{ord(char)}?" for char in line) for line in files.LINES)
    path = tmp_path / "旧.doc"
    path.write_text(f"{{\\rtf1\\ansi {coded}}}", encoding="ascii")
    with Sandbox() as sandbox:
        made = sandbox.read(path)
    assert made.format == "doc"
    assert files.REVIEW[1] in made.text
