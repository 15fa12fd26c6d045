"""Chroma, the index of the vectors: embedded in the store's folder, or a server.

Only ids and vectors go there; texts and everything else stay in the catalogue, from which the
collection can always be made anew. An id names the version of its report, so that what an
interrupted write left behind is recognised and passed over.
"""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from .errors import ServerUnavailable, StoreDamaged

if TYPE_CHECKING:
    import numpy as np

FOLDER = "chroma"
_DEADLINE = 10.0
_HNSW = {"space": "cosine", "max_neighbors": 16, "ef_construction": 200, "ef_search": 500}


class ChromaIndex:
    """One collection of vectors, by cosine."""

    def __init__(self, folder: Path, collection: str, url: str = "") -> None:
        """Opens or makes the collection. ``folder`` is the store's, unused with a server's ``url``.

        Raises ServerUnavailable, or StoreDamaged where the embedded files cannot be opened.
        """
        self._url = url
        self._folder = folder / FOLDER
        self._name = collection
        with self._errors():
            self._client: Any = self._connect()
            self._collection: Any = self._get()
            self._batch = int(self._client.get_max_batch_size())

    def _connect(self) -> Any:
        import chromadb

        quiet = chromadb.Settings(anonymized_telemetry=False, allow_reset=False)
        if not self._url:
            return self._open_folder(quiet)
        parts = urlsplit(self._url)
        secure = parts.scheme == "https"
        port = parts.port or (443 if secure else 8000)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise ServerUnavailable(
                f"CHROMA_URL 的写法不对：{self._url}，请写成 http://主机:8000 这样的地址。"
            )
        _knock(self._url)
        client = chromadb.HttpClient(parts.hostname, port, ssl=secure, settings=quiet)
        for session in _sessions(client):
            session.timeout = _DEADLINE  # chroma's own choice is to wait for ever
        return client

    def _open_folder(self, settings: Any) -> Any:
        import chromadb
        from chromadb.api.shared_system_client import SharedSystemClient

        path = str(self._folder)
        try:
            return chromadb.PersistentClient(path, settings=settings)
        except BaseException:
            # else chroma would offer the half-started client again once the folder is mended
            SharedSystemClient._identifier_to_system.pop(path, None)
            raise

    def _get(self) -> Any:
        return self._client.get_or_create_collection(
            self._name, embedding_function=None, configuration={"hnsw": _HNSW}
        )

    @contextmanager
    def _errors(self) -> Iterator[None]:
        import httpx
        from chromadb.errors import ChromaError

        try:
            yield
        except (ChromaError, httpx.HTTPError, sqlite3.Error, OSError, ValueError, KeyError) as error:
            if self._url:
                raise ServerUnavailable(
                    f"向量服务器没有应答：{self._url}。请先启动它（chroma run），或清空 CHROMA_URL。"
                ) from error
            raise StoreDamaged(
                f"向量库无法使用：{self._folder}（{error}）。请运行 python ingest.py --rebuild 重建。"
            ) from error

    def count(self) -> int:
        with self._errors():
            return int(self._collection.count())

    def upsert(self, ids: Sequence[str], vectors: np.ndarray) -> None:
        """Keeps vectors, float32 of shape (len(ids), dimension)."""
        with self._errors():
            for start in range(0, len(ids), self._batch):
                part = slice(start, start + self._batch)
                self._collection.upsert(ids=list(ids[part]), embeddings=vectors[part])

    def delete(self, ids: Sequence[str]) -> None:
        with self._errors():
            for start in range(0, len(ids), self._batch):
                self._collection.delete(ids=list(ids[start : start + self._batch]))

    def query(self, vector: np.ndarray, k: int) -> list[tuple[str, float]]:
        """The nearest ``(id, cosine)``, nearest first."""
        with self._errors():
            found = self._collection.query(query_embeddings=vector[None], n_results=k, include=["distances"])
        return [(i, 1.0 - d) for i, d in zip(found["ids"][0], found["distances"][0], strict=True)]

    def vectors(self, ids: Sequence[str]) -> tuple[list[str], np.ndarray]:
        """Those of ``ids`` that are held, and their vectors, float32 of shape (found, dimension)."""
        import numpy as np

        with self._errors():
            found = self._collection.get(ids=list(ids), include=["embeddings"])
        return list(found["ids"]), np.asarray(found["embeddings"], np.float32)

    def clear(self) -> None:
        """Empties the collection, so that another dimension fits in as well."""
        with self._errors():
            self._client.delete_collection(self._name)
            self._collection = self._get()

    def delete_files(self) -> None:
        """Deletes the embedded files, once closed."""
        shutil.rmtree(self._folder, ignore_errors=True)

    def close(self) -> None:
        sessions = _sessions(self._client) if self._url else []
        self._client.close()
        for session in sessions:  # which chroma leaves open
            session.close()


def _sessions(client: Any) -> list[Any]:
    """The connections of a client to a server; chroma offers no way to set or to close them."""
    return [client._server._session, client._admin_client._server._session]


def _knock(url: str) -> None:
    """Fails within the deadline where no server answers; chroma's own client may wait for minutes."""
    import httpx

    httpx.get(url.rstrip("/") + "/api/v2/heartbeat", timeout=_DEADLINE, trust_env=False).raise_for_status()
