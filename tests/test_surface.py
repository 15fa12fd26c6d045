"""The public surface of the rooms, and what importing them must not cost."""

import ast
import importlib
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
HEAVY = ("torch", "chromadb", "gradio", "sentence_transformers", "langchain", "jionlp", "rapidocr")


SURFACE = {
    "reports": [
        "Chunk",
        "DamagedFile",
        "Document",
        "Duty",
        "EmptyReport",
        "EncryptedFile",
        "Fact",
        "Identity",
        "MissingProgram",
        "Page",
        "Report",
        "ReportError",
        "Section",
        "Sentence",
        "TooLarge",
        "UnknownIdentity",
        "UnreadableFile",
        "UnsupportedFormat",
        "identify",
        "make_report",
        "read_document",
        "read_report",
        "tidy",
    ],
    "vectorstore": [
        "EmbeddingMismatch",
        "EmbeddingUnavailable",
        "IngestResult",
        "Passage",
        "ReportEntry",
        "ReportNotFound",
        "ServerUnavailable",
        "Store",
        "StoreBusy",
        "StoreDamaged",
        "StoreError",
        "StoreNotFound",
        "StoreNotWritable",
        "StoredFact",
        "find_files",
        "ingest_paths",
    ],
    "assistant": [
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
    ],
}


@pytest.mark.parametrize("room", SURFACE)
def test_the_public_names_are_these_and_sorted(room: str) -> None:
    module = importlib.import_module(room)
    assert module.__all__ == sorted(module.__all__)
    assert module.__all__ == SURFACE[room]


@pytest.mark.parametrize("room", SURFACE)
def test_every_public_name_is_there(room: str) -> None:
    module = importlib.import_module(room)
    for name in module.__all__:
        assert getattr(module, name) is not None
    with pytest.raises(AttributeError, match="no_such_name"):
        module.no_such_name  # noqa: B018


def test_commands_leave_chroma_to_the_store() -> None:
    """import-linter sees packages only; the three commands are single files."""
    for command in ("ingest", "ui", "evaluate"):
        tree = ast.parse((ROOT / f"{command}.py").read_text(encoding="utf-8"))
        found = [node for node in ast.walk(tree) if isinstance(node, ast.Import | ast.ImportFrom)]
        assert found
        assert not [node for node in found if "chromadb" in ast.unparse(node)], command


@pytest.mark.parametrize("module", [*SURFACE, "ingest", "ui", "evaluate"])
def test_importing_is_light_and_touches_nothing(module: str, tmp_path: Path) -> None:
    code = (
        f"import sys; sys.path.insert(0, {str(ROOT)!r}); import {module}; "
        f"print(*[name for name in {HEAVY!r} if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-B", "-c", code], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "", f"import {module} loads {done.stdout}"
    assert done.stderr == ""
    assert list(tmp_path.iterdir()) == []
