"""Chroma alone, with the same vectors, texts and metadata that a store keeps.

As a command, ``python raw.py STORE FOLDER OUT.json`` fills a collection in FOLDER and writes the
seconds that ``upsert`` took; making ready what is put in is not counted.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent.parent))

if TYPE_CHECKING:
    import numpy as np

    from vectorstore import Store

NAME = "raw"
_REPORTS = 64
"""Reports that are embedded at once."""


def collection(folder: Path) -> tuple[Any, Any]:
    """The client and its collection, by cosine, otherwise as Chroma comes."""
    import chromadb

    client = chromadb.PersistentClient(str(folder), settings=chromadb.Settings(anonymized_telemetry=False))
    made = client.get_or_create_collection(
        NAME, embedding_function=None, configuration={"hnsw": {"space": "cosine"}}
    )
    return client, made


def _vectors(store: Store) -> Iterator[tuple[list[str], list[str], list[dict[str, Any]], np.ndarray]]:
    """Ids, texts, metadata and vectors of a store's passages, some reports at a time."""
    from vectorstore import embeddings
    from vectorstore.dense import searched_text

    model = embeddings.load("")
    entries = store.entries()
    for start in range(0, len(entries), _REPORTS):
        some = [
            (entry, chunk) for entry in entries[start : start + _REPORTS] for chunk in store.chunks(entry.id)
        ]
        traits = [
            {
                "source": entry.source,
                "place": entry.identity.place,
                "year": entry.identity.year or 0,
                "section": " / ".join(chunk.path),
            }
            for entry, chunk in some
        ]
        ids = [f"{entry.id}:{chunk.ordinal}" for entry, chunk in some]
        vectors = model.encode_documents([searched_text(chunk) for _, chunk in some])
        yield ids, [chunk.text for _, chunk in some], traits, vectors


def fill(store_folder: Path, folder: Path) -> tuple[int, float, float]:
    """Puts a store's passages into a collection; how many, ``upsert``'s seconds, and its processor time."""
    from vectorstore import Store

    client, made = collection(folder)
    most = client.get_max_batch_size()
    count, seconds, work = 0, 0.0, 0.0
    with Store.open(store_folder) as store:
        for ids, texts, traits, vectors in _vectors(store):
            for start in range(0, len(ids), most):
                part = slice(start, start + most)
                begun, used = time.perf_counter(), time.process_time()
                made.upsert(ids[part], vectors[part], traits[part], texts[part])
                seconds += time.perf_counter() - begun
                work += time.process_time() - used
            count += len(ids)
    return count, seconds, work


if __name__ == "__main__":
    done, taken, work = fill(Path(sys.argv[1]), Path(sys.argv[2]))
    told = {"chunks": done, "seconds": taken, "cpu": work}
    Path(sys.argv[3]).write_text(json.dumps(told), encoding="utf-8")
