"""All settings, read from the environment and from ``.env``."""

from __future__ import annotations

from pathlib import Path

from pydantic import Field, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict


class Settings(BaseSettings):
    """Every setting, by its environment variable's name in lower case (``STORE`` → ``store``)."""

    model_config = SettingsConfigDict(env_file=".env", env_file_encoding="utf-8", extra="ignore", frozen=True)

    store: Path = Path("store")
    """Folder of the catalogue and, embedded, of Chroma."""
    chroma_url: str = ""
    """``http://host:8000`` of a Chroma server; empty: embedded."""
    embedding_model: str = ""
    """A sentence-transformers model (hub name or folder); empty: the one that ships."""

    indicators: Path | None = None
    """The user's own table of indicator names, beside ``reports/indicators.toml``."""
    sayings: Path | None = None
    """The user's own table of sayings, beside ``assistant/questions/sayings.toml``."""

    llm_model: str = ""
    """Model of an OpenAI-compatible endpoint; empty: the embedded default answers."""
    llm_base_url: str = ""
    """``http://localhost:11434/v1``; empty: OpenAI's own."""
    llm_api_key: SecretStr = SecretStr("")
    llm_timeout: float = Field(60.0, gt=0)
    """Seconds for a whole answer of the LLM, retries included."""
    llm_max_tokens: int = Field(1024, gt=0)
    """Tokens of a reply, thinking included."""
    llm_retries: int = Field(2, ge=0)
    """Repeated attempts after a passing failure."""
    llm_max_evidence: int = Field(40, gt=0)
    """Evidence sentences handed to the LLM."""
    llm_concurrency: int = Field(16, gt=0)
    """Calls to the endpoint at the same time."""

    max_question: int = Field(2000, gt=0)
    """Characters of a question."""
    max_file_mb: int = Field(50, gt=0)
    """Megabytes of a report file."""

    ui_host: str = "127.0.0.1"
    ui_port: int = 7860
    ui_read_only: bool = False
    """Whether the page only shows: no uploads, corrections or removals by anyone."""
    ui_auth: SecretStr = SecretStr("")
    """``user:password`` of the one who may change what is in the store; empty: see ``SECURITY.md``."""
    ui_mcp: bool = False
    """Whether the page offers its endpoints as MCP tools; needs ``requirements-mcp.txt``."""
