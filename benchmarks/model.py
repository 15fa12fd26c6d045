"""Ingest with a sentence-transformers model, against the model's bare ``encode`` of the same texts.

    python benchmarks/model.py [--corpus DIR] [--limit N] [--rounds N] [--layers N] [--width N] [--json OUT]

The model is made on the spot, with random weights (bge-small-zh has 4 layers of width 512), for neither its
speed nor anything else measured here depends on what it has learnt. Both roads have the model loaded
and take turns; ingest begins with the files and ends with a store that answers.
"""

from __future__ import annotations

import importlib
import os
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from kit.results import Panel, median, options, save, show
from kit.stores import reports_in
from kit.watch import ROOT

sys.path.insert(0, str(ROOT))
os.environ |= {"HF_HUB_OFFLINE": "1", "TRANSFORMERS_OFFLINE": "1", "TOKENIZERS_PARALLELISM": "false"}

OURS, BARE = "本项目入库", "只有 model.encode"


def made_model(folder: Path, files: Sequence[Path], layers: int, width: int) -> Path:
    """A model whose tokens are the characters of the reports."""
    import torch
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.sentence_transformer.modules import Pooling, Transformer

    bert_of: Any = importlib.import_module("transformers")
    characters = sorted({char for file in files for char in file.read_text("utf-8") if not char.isspace()})
    words = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", *characters]
    (folder / "vocab.txt").write_text("\n".join(words), "utf-8")
    torch.manual_seed(0)
    bert_of.BertTokenizerFast(vocab=str(folder / "vocab.txt")).save_pretrained(folder / "bert")
    shape = {"num_hidden_layers": layers, "hidden_size": width, "intermediate_size": 4 * width}
    heads = max(1, width // 64)
    bert_of.BertModel(
        bert_of.BertConfig(vocab_size=len(words), num_attention_heads=heads, **shape)
    ).save_pretrained(folder / "bert")
    bert = Transformer(str(folder / "bert"), max_seq_length=512)
    model = SentenceTransformer(modules=[bert, Pooling(width)], device="cpu")
    model.save(str(folder / "model"), create_model_card=False)
    return folder / "model"


def spent() -> float:
    """Seconds of processor time of this process and of those that it started and that have ended."""
    return sum(os.times()[:4])


def ours(files: Sequence[Path], model: Path, folder: Path) -> tuple[list[str], float, float]:
    """The texts that were embedded, and the seconds from the files to the store, and of the processor."""
    from vectorstore import Store, ingest_paths
    from vectorstore.dense import searched_text

    with Store.open(folder, create=True, embedding_model=str(model)) as store:
        store.dense_search("城镇新增就业", 1)  # loads the model
        begun, work = time.perf_counter(), spent()
        for _ in ingest_paths(store, files):
            pass
        taken, work = time.perf_counter() - begun, spent() - work
        assert store.dense_search("城镇新增就业", 1), "the store finds nothing"
        texts = [searched_text(chunk) for entry in store.entries() for chunk in store.chunks(entry.id)]
    return texts, taken, work


def bare(encoder: Any, texts: Sequence[str]) -> tuple[float, float]:
    """Seconds of the model's own ``encode``, as it comes, and of the processor."""
    begun, work = time.perf_counter(), spent()
    encoder.encode(list(texts), show_progress_bar=False)
    return time.perf_counter() - begun, spent() - work


def main() -> int:
    parser = options(__doc__, "model")
    parser.add_argument("--limit", type=int, default=12, help="so many reports of all (0: all)")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--layers", type=int, default=2)
    parser.add_argument("--width", type=int, default=256)
    given = parser.parse_args()
    files = reports_in(given.corpus, given.limit)
    rates: dict[str, list[float]] = {OURS: [], BARE: []}
    spared: list[float] = []
    with tempfile.TemporaryDirectory() as folder:
        model = made_model(Path(folder), files, given.layers, given.width)
        from sentence_transformers import SentenceTransformer

        encoder = SentenceTransformer(str(model), device="cpu")
        for number in range(given.rounds):
            texts, taken, work = ours(files, model, Path(folder) / f"store{number}")
            alone, work_alone = bare(encoder, texts)
            rates[OURS].append(len(texts) / taken)
            rates[BARE].append(len(texts) / alone)
            spared.append(work_alone / work)
    ratio = median([own / alone for own, alone in zip(rates[OURS], rates[BARE], strict=True)])
    middle = {name: median(found) for name, found in rates.items()}
    show(
        f"{len(files)} 份报告，{given.layers} 层、{given.width} 维的模型",
        ("", "段落/秒"),
        [[name, rate] for name, rate in middle.items()],
    )
    by_work = 100 * median(spared)
    print(f"本项目 / 只有 encode = {100 * ratio:.0f}%（目标至少 90%），按处理器时间 {by_work:.0f}%")
    panels = [Panel("用 sentence-transformers 模型入库", "段落/秒", middle)]
    save(
        given.json,
        {"reports": len(files), "rates": rates, "ratio": ratio, "cpu_ratio": by_work / 100},
        panels,
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
