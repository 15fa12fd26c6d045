"""Other programs' plain roads from texts to passages, each as its documentation shows it.

Run as a command, by the interpreter that has the peers: ``python roads.py ROAD TASK.json OUT.json``.
The task is ``{"texts", "queries", "k", "chunk", "with_text"}``: ``chunk`` characters a chunk (0: the
texts whole). Out come ``chunks``, ``index_s``, ``ms`` a query and ``found``: for each query the
``[number of its text, chunk]`` of the results, best first.
"""

from __future__ import annotations

import json
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

Chunks = list[tuple[int, str]]
Search = Callable[[str], list[int]]

OVERLAP = 50
BATCH = 2000


def split(texts: Sequence[str], size: int) -> Chunks:
    """``(number of the text, chunk)`` by LangChain's usual splitter."""
    if not size:
        return list(enumerate(texts))
    from langchain_text_splitters import RecursiveCharacterTextSplitter

    splitter = RecursiveCharacterTextSplitter(chunk_size=size, chunk_overlap=OVERLAP)
    return [(number, chunk) for number, text in enumerate(texts) for chunk in splitter.split_text(text)]


def embedding() -> Any:
    """The project's own embedding as a LangChain ``Embeddings``."""
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent.parent))
    from langchain_core.embeddings import Embeddings

    from vectorstore import embeddings

    model = embeddings.load("")

    class Same(Embeddings):
        def embed_documents(self, texts: list[str]) -> list[list[float]]:
            return model.encode_documents(texts).tolist()

        def embed_query(self, text: str) -> list[float]:
            return model.encode_query(text).tolist()

    return Same()


def never_zero(vectors: list[list[float]]) -> Any:
    """The vectors for those who divide by their lengths, also by that of a text without a known word."""
    import numpy as np

    made = np.array(vectors, np.float32)
    made[~made.any(axis=1), 0] = 1
    return made


def langchain_chroma(chunks: Chunks, k: int) -> Search:
    from langchain_chroma import Chroma

    store = Chroma(
        collection_name="plain",
        embedding_function=embedding(),
        persist_directory=tempfile.mkdtemp(dir=_folder()),
        collection_metadata={"hnsw:space": "cosine"},
    )
    for start in range(0, len(chunks), BATCH):
        part = chunks[start : start + BATCH]
        store.add_texts(
            [text for _, text in part],
            [{"report": owner} for owner, _ in part],
            ids=[str(start + i) for i in range(len(part))],
        )
    return lambda query: [int(found.id or 0) for found in store.similarity_search(query, k=k)]


def langchain_bm25(chunks: Chunks, k: int) -> Search:
    from langchain_community.retrievers import BM25Retriever

    numbers = [{"number": number} for number in range(len(chunks))]
    retriever = BM25Retriever.from_texts([text for _, text in chunks], numbers, k=k)
    return lambda query: [found.metadata["number"] for found in retriever.invoke(query)]


def langchain_jieba(chunks: Chunks, k: int) -> Search:
    """Chroma and BM25 over jieba's words: what is usually put together for Chinese."""
    import jieba
    from langchain_community.retrievers import BM25Retriever

    jieba.setLogLevel(60)
    dense = langchain_chroma(chunks, k)
    numbers = [{"number": number} for number in range(len(chunks))]
    words = BM25Retriever.from_texts([text for _, text in chunks], numbers, k=k, preprocess_func=jieba.lcut)

    def search(query: str) -> list[int]:
        scores: dict[int, float] = {}
        for found in ([f.metadata["number"] for f in words.invoke(query)], dense(query)):
            for rank, number in enumerate(found):
                scores[number] = scores.get(number, 0.0) + 0.5 / (60 + rank)
        return sorted(scores, key=lambda number: -scores[number])[:k]

    return search


def llamaindex_bm25(chunks: Chunks, k: int) -> Search:
    from llama_index.core.schema import TextNode
    from llama_index.retrievers.bm25 import BM25Retriever

    nodes = [TextNode(id_=str(number), text=text) for number, (_, text) in enumerate(chunks)]
    retriever = BM25Retriever.from_defaults(nodes=nodes, similarity_top_k=min(k, len(nodes)))
    return lambda query: [int(found.node.node_id) for found in retriever.retrieve(query)]


def llamaindex_vectors(chunks: Chunks, k: int) -> Search:
    """LlamaIndex's first example: its own store of vectors in memory, with the project's embedding."""
    from llama_index.core import VectorStoreIndex
    from llama_index.core.base.embeddings.base import BaseEmbedding
    from llama_index.core.schema import TextNode

    model = embedding()

    class Same(BaseEmbedding):  # type: ignore[misc]
        def _get_query_embedding(self, query: str) -> list[float]:
            return model.embed_query(query)

        async def _aget_query_embedding(self, query: str) -> list[float]:
            return model.embed_query(query)

        def _get_text_embedding(self, text: str) -> list[float]:
            return self._get_text_embeddings([text])[0]

        def _get_text_embeddings(self, texts: list[str]) -> list[list[float]]:
            return never_zero(model.embed_documents(texts)).tolist()

    nodes = [TextNode(id_=str(number), text=text) for number, (_, text) in enumerate(chunks)]
    retriever = VectorStoreIndex(nodes, embed_model=Same()).as_retriever(similarity_top_k=k)

    def search(query: str) -> list[int]:
        best_first = sorted(retriever.retrieve(query), key=lambda found: -(found.score or 0.0))
        return [int(found.node.node_id) for found in best_first]

    return search


def haystack_bm25(chunks: Chunks, k: int) -> Search:
    from haystack import Document
    from haystack.components.retrievers.in_memory import InMemoryBM25Retriever
    from haystack.document_stores.in_memory import InMemoryDocumentStore

    store = InMemoryDocumentStore()
    store.write_documents([Document(id=str(number), content=text) for number, (_, text) in enumerate(chunks)])
    retriever = InMemoryBM25Retriever(store, top_k=k)
    return lambda query: [int(found.id) for found in retriever.run(query=query)["documents"]]


def txtai_hybrid(chunks: Chunks, k: int) -> Search:
    from txtai import Embeddings

    model = embedding()

    def transform(texts: list[str]) -> Any:
        return never_zero(model.embed_documents(texts))

    index = Embeddings(method="external", transform=transform, hybrid=True)
    index.index((number, text, None) for number, (_, text) in enumerate(chunks))
    return lambda query: [int(number) for number, _ in index.search(query, k)]


ROADS = {
    "LangChain + Chroma": langchain_chroma,
    "LangChain BM25": langchain_bm25,
    "LangChain + Chroma + jieba": langchain_jieba,
    "LlamaIndex BM25": llamaindex_bm25,
    "LlamaIndex 向量": llamaindex_vectors,
    "haystack BM25": haystack_bm25,
    "txtai hybrid": txtai_hybrid,
}

_FOLDERS: list[tempfile.TemporaryDirectory[str]] = []


def _folder() -> str:
    _FOLDERS.append(tempfile.TemporaryDirectory(ignore_cleanup_errors=True))
    return _FOLDERS[-1].name


def _main(road: str, task_file: str, out_file: str) -> int:
    task = json.loads(Path(task_file).read_text("utf-8"))
    began = time.perf_counter()
    chunks = split(task["texts"], task["chunk"])
    search = ROADS[road](chunks, task["k"])
    index_s = time.perf_counter() - began
    found, times = [], []
    for query in task["queries"]:
        begun = time.perf_counter()
        numbers = search(query)
        times.append((time.perf_counter() - begun) * 1000)
        found.append([(chunks[n][0], chunks[n][1] if task["with_text"] else "") for n in numbers])
    result = {"chunks": len(chunks), "index_s": index_s, "ms": times, "found": found}
    Path(out_file).write_text(json.dumps(result, ensure_ascii=False), encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(_main(*sys.argv[1:]))
