"""Embedding models: the static one that ships, and any sentence-transformers model.

Vectors are float32 rows of length 1, so that their dot product is the cosine.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from .errors import EmbeddingMismatch, EmbeddingUnavailable

if TYPE_CHECKING:
    import numpy as np

MODEL = Path(__file__).parent / "model"
"""Folder of the embedding that ships."""
OnEmbed = Callable[[int], None]
"""Called with the number of texts that were embedded since the last call."""


class Embedder(Protocol):
    """Turns texts into vectors. ``fingerprint`` changes whenever its vectors would."""

    @property
    def name(self) -> str: ...
    @property
    def dimension(self) -> int: ...
    @property
    def fingerprint(self) -> str: ...
    def encode_documents(self, texts: Sequence[str], on_embed: OnEmbed | None = None) -> np.ndarray: ...
    def encode_query(self, text: str) -> np.ndarray: ...


@dataclass(frozen=True, slots=True)
class Stamp:
    """Which embedding made a store's vectors; an empty ``fingerprint`` is not known yet."""

    name: str
    fingerprint: str = ""


def stamp(model: str) -> Stamp:
    """The stamp of a model without loading it; "" is the one that ships."""
    if not model:
        return Stamp("builtin", _shipped_fingerprint())
    folder = Path(model)
    return Stamp(folder.resolve().name if folder.is_dir() else model)


def mismatch(stored: str, wanted: str) -> EmbeddingMismatch:
    """The error for a store whose vectors another embedding made."""
    former = "清空 EMBEDDING_MODEL" if stored == "builtin" else f"设 EMBEDDING_MODEL={stored}"
    if stored == wanted:
        return EmbeddingMismatch(
            f"资料库的向量出自另一版的 {stored} 模型，请运行 python ingest.py --rebuild 用现在的模型重建。"
        )
    return EmbeddingMismatch(
        f"资料库是用向量模型 {stored} 建立的，现在设置的是 {wanted}：请{former}，用原来的模型打开；"
        "或运行 python ingest.py --rebuild 改用现在的模型。"
    )


def load(model: str) -> Embedder:
    """Loads a model: "" is the one that ships, else a hub name or a folder.

    Raises EmbeddingUnavailable.
    """
    return SentenceTransformerEmbedder(model) if model else StaticEmbedder(MODEL)


def _shipped_fingerprint() -> str:
    try:
        return (MODEL / "fingerprint").read_text("ascii").strip()
    except OSError as error:
        raise EmbeddingUnavailable(
            f"缺少内置的向量模型：{MODEL}。请重新下载本程序，或用 EMBEDDING_MODEL 指定一个模型。"
        ) from error


class StaticEmbedder:
    """The mean of the vectors of a text's tokens; needs neither torch nor a download."""

    name = "builtin"

    def __init__(self, folder: Path) -> None:
        import numpy as np
        from safetensors import SafetensorError
        from safetensors.numpy import load_file
        from tokenizers import Tokenizer

        try:
            self.fingerprint = (folder / "fingerprint").read_text("ascii").strip()
            self._weights = load_file(folder / "model.safetensors")["embedding.weight"].astype(np.float32)
            self._tokenizer: Any = Tokenizer.from_file(str(folder / "tokenizer.json"))
        except (OSError, SafetensorError, KeyError) as error:
            raise EmbeddingUnavailable(
                f"内置的向量模型已损坏：{folder}。请重新下载本程序，或用 EMBEDDING_MODEL 指定一个模型。"
            ) from error
        self._tokenizer.no_padding()
        self._tokenizer.no_truncation()

    @property
    def dimension(self) -> int:
        return int(self._weights.shape[1])

    def encode_documents(self, texts: Sequence[str], on_embed: OnEmbed | None = None) -> np.ndarray:
        """Float32, shape (len(texts), dimension). A text without a known token is all zeros."""
        import numpy as np

        vectors = np.zeros((len(texts), self.dimension), np.float32)
        for i, encoding in enumerate(
            self._tokenizer.encode_batch_fast(list(texts), add_special_tokens=False)
        ):
            if encoding.ids:
                vectors[i] = self._weights[encoding.ids].mean(0)
        if on_embed:
            on_embed(len(texts))
        return unit(vectors)

    def encode_query(self, text: str) -> np.ndarray:
        """Float32, shape (dimension,)."""
        vector: np.ndarray = self.encode_documents([text])[0]
        return vector


class SentenceTransformerEmbedder:
    """Any sentence-transformers model; its own prompts tell questions from passages."""

    BATCH = 32
    """As the library has it: on a processor larger batches only add padding."""

    def __init__(self, model: str) -> None:
        import logging

        logging.getLogger("sentence_transformers").setLevel(logging.WARNING)
        from sentence_transformers import SentenceTransformer

        self.name = stamp(model).name
        try:
            self._model: Any = SentenceTransformer(model)
        except (OSError, ValueError, RuntimeError, ImportError) as error:
            raise EmbeddingUnavailable(
                f"无法加载向量模型 {model}，请检查名称、文件夹或网络，或清空 EMBEDDING_MODEL 改用内置模型。"
            ) from error
        self.fingerprint = _weights_digest(self._model)
        self._instruction = self._model.prompts.get("query") or _published_instruction(self.name)

    @property
    def dimension(self) -> int:
        return int(self._model.get_embedding_dimension())

    def encode_documents(self, texts: Sequence[str], on_embed: OnEmbed | None = None) -> np.ndarray:
        """Float32, shape (len(texts), dimension)."""
        import numpy as np

        vectors = np.zeros((len(texts), self.dimension), np.float32)
        # Texts of one length go together, as in the model's own encode: what is padded costs as much.
        order = sorted(range(len(texts)), key=lambda at: -len(texts[at]))
        step = self.BATCH * 8
        for start in range(0, len(order), step):
            some = order[start : start + step]
            vectors[some] = self._model.encode_document(
                [texts[at] for at in some], batch_size=self.BATCH, show_progress_bar=False
            )
            if on_embed:
                on_embed(len(some))
        return unit(vectors)

    def encode_query(self, text: str) -> np.ndarray:
        """Float32, shape (dimension,)."""
        asked = self._model.encode_query([text], prompt=self._instruction, show_progress_bar=False)
        vector: np.ndarray = unit(asked)[0]
        return vector


def unit(vectors: np.ndarray) -> np.ndarray:
    """The rows at length 1, as float32; rows of zeros stay so."""
    import numpy as np

    vectors = np.asarray(vectors, np.float32)
    norms = np.linalg.norm(vectors, axis=1, keepdims=True)
    result: np.ndarray = vectors / np.where(norms > 0, norms, 1)
    return result


def _published_instruction(name: str) -> str:
    """The instruction that BGE's authors publish apart from the model's files; "" for others."""
    bge = "bge-" in name.lower() and "-zh" in name.lower()
    return "为这个句子生成表示以用于检索相关文章：" if bge else ""


def _weights_digest(model: Any) -> str:
    """A digest of samples of every weight: the same on every machine, other after any training."""
    digest = hashlib.sha256()
    for name, tensor in sorted(model.state_dict().items()):
        flat = tensor.detach().flatten()
        sample = flat[:: max(len(flat) // 64, 1)][:64].float().cpu().numpy()
        digest.update(f"{name}{tuple(tensor.shape)}".encode())
        digest.update(sample.tobytes())
    return digest.hexdigest()[:32]
