"""Chroma, the index of the vectors: embedded in the store's folder, or a server.

Only ids and vectors go there; texts and everything else stay in the catalogue, from which the
collection can always be made anew. An id names the version of its report, so that what an
interrupted write left behind is recognised and passed over.
"""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar
from urllib.parse import urlsplit

from .deadline import within
from .errors import ServerUnavailable, StoreDamaged, StoreError, StoreNotWritable

if TYPE_CHECKING:
    import numpy as np

FOLDER = "chroma"
_DEADLINE = 10.0
"""Seconds for any answer of a server, the first one included."""
_RESERVE = 16 * 2**20
"""Bytes that are left free on the disk: what chroma leaves half-written there is lost."""
_HNSW = {"space": "cosine", "max_neighbors": 16, "ef_construction": 200, "ef_search": 500}


T = TypeVar("T")


class ChromaIndex:
    """One collection of vectors, by cosine."""

    def __init__(self, folder: Path, collection: str, url: str = "") -> None:
        """Opens or makes the collection. ``folder`` is the store's, unused with a server's ``url``.

        Raises ServerUnavailable, or StoreDamaged where the embedded files cannot be opened.
        """
        self._url = url
        self._folder = folder / FOLDER
        self._name = collection
        self._client, self._collection, self._batch = self._ask(self._started)

    def _started(self) -> tuple[Any, Any, int]:
        client = self._connect()
        try:
            return client, self._get(client), int(client.get_max_batch_size())
        except BaseException:
            client.close()
            raise

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

    def _get(self, client: Any) -> Any:
        return client.get_or_create_collection(
            self._name, embedding_function=None, configuration={"hnsw": _HNSW}
        )

    def _ask(self, work: Callable[[], T]) -> T:
        """What ``work`` returns; a server is given its deadline, and errors come out as the room's."""
        with self._errors():
            return within(_DEADLINE, work) if self._url else work()

    @contextmanager
    def _errors(self) -> Iterator[None]:
        import httpx
        from chromadb.errors import ChromaError

        try:
            yield
        except (ChromaError, httpx.HTTPError, sqlite3.Error, OSError, ValueError, KeyError) as error:
            raise self._explained(error) from error
        except BaseException as error:
            # how chroma's native part says that it met what it thought impossible
            if type(error).__name__ != "PanicException":
                raise
            raise self._explained(error) from error

    def _explained(self, error: BaseException) -> StoreError:
        if self._url:
            return ServerUnavailable(
                f"向量服务器没有应答：{self._url}。请先启动它（chroma run），或清空 CHROMA_URL。"
            )
        text = " ".join(str(error).split())
        if "disk is full" in text or "No space" in text or self._free() < _RESERVE // 4:
            return self._full()
        return StoreDamaged(
            f"向量库无法使用：{self._folder}（{text}）。请运行 python ingest.py --rebuild 重建。"
        )

    def _free(self) -> int:
        try:
            return shutil.disk_usage(self._folder.parent).free
        except OSError:
            return _RESERVE

    def _full(self) -> StoreNotWritable:
        return StoreNotWritable(f"磁盘快满了，没有写入：{self._folder}。请腾出空间后再试。")

    def count(self) -> int:
        return self._ask(lambda: int(self._collection.count()))

    def upsert(self, ids: Sequence[str], vectors: np.ndarray) -> None:
        """Keeps vectors, float32 of shape (len(ids), dimension).

        Raises StoreNotWritable, before anything is written, where the disk is nearly full.
        """
        if not self._url and self._free() < _RESERVE + 3 * vectors.nbytes:
            raise self._full()
        for start in range(0, len(ids), self._batch):
            part = slice(start, start + self._batch)
            some = {"ids": list(ids[part]), "embeddings": vectors[part]}
            self._ask(partial(self._collection.upsert, **some))

    def delete(self, ids: Sequence[str]) -> None:
        for start in range(0, len(ids), self._batch):
            self._ask(partial(self._collection.delete, ids=list(ids[start : start + self._batch])))

    def query(self, vector: np.ndarray, k: int) -> list[tuple[str, float]]:
        """The nearest ``(id, cosine)``, nearest first."""
        found = self._ask(
            lambda: self._collection.query(query_embeddings=vector[None], n_results=k, include=["distances"])
        )
        return [(i, 1.0 - d) for i, d in zip(found["ids"][0], found["distances"][0], strict=True)]

    def vectors(self, ids: Sequence[str]) -> tuple[list[str], np.ndarray]:
        """Those of ``ids`` that are held, and their vectors, float32 of shape (found, dimension)."""
        import numpy as np

        found = self._ask(lambda: self._collection.get(ids=list(ids), include=["embeddings"]))
        return list(found["ids"]), np.asarray(found["embeddings"], np.float32)

    def clear(self) -> None:
        """Empties the collection, so that another dimension fits in as well."""
        self._ask(lambda: self._client.delete_collection(self._name))
        self._collection = self._ask(lambda: self._get(self._client))

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
