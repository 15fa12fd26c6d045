"""Makes the embedding that ships: ``python -m vectorstore.train_embedding ../shared/corpus``.

A static embedding (a vector per piece of a word, averaged over the text) trained on the reports
themselves, with no other model's help: heads, and questions after facts, are drawn to the passages
that they stand over or are answered by. Figures are masked, years are kept. Every tenth report is
kept out of training and scores the result.
"""

from __future__ import annotations

import hashlib
import logging
import random
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from reports.records import Chunk, Report

from .dense import searched_text
from .embeddings import MODEL, StaticEmbedder
from .ingesting import find_files, read_files

if TYPE_CHECKING:
    from tokenizers import Tokenizer

Pair = tuple[str, str]
"""What is asked, and the text that answers."""

VOCABULARY = 24_000
DIMENSION = 256
BATCH = 512
RATE = 0.02
WEIGHTS = (3, 7)
"""How often a batch is of heads, and how often of facts."""
LONGEST = 64
"""Pieces of a text that one training step looks at."""
_SPREAD = 0.1
_AT_ONCE = 20_000
_CLAUSES = 150_000
_YEARS = range(1949, 2051)
_SPARE = 10
# a year says which report or plan is meant and stays a word; other figures are all one word
_FIGURE = r"(?<![0-9.])(?!(?:19|20)[0-9]{2}(?![0-9.]))[0-9]+(?:\.[0-9]+)?"
_QUESTIONS = (
    *("{}是多少", "{}多少", "{}达到多少", "{}情况", "{}增长多少", "{}目标是多少", "{}完成了多少", "{}"),
    *("{}有多少", "{}完成情况怎么样"),
)
_OPEN = ("如何{}", "{}有哪些举措", "怎样{}", "在{}方面做了什么", "{}", "{}的主要做法", "{}取得了哪些成效")

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Material:
    """What a set of reports gives: training pairs of each kind, and questions with their chunk."""

    heads: list[Pair]
    facts: list[Pair]
    questions: list[tuple[str, int]]
    chunks: list[str]


def gather(reports: Iterable[Report], chance: random.Random) -> Material:
    """Pairs from the structure and the facts of reports."""
    found = Material([], [], [], [])
    for report in reports:
        base = len(found.chunks)
        found.chunks.extend(searched_text(chunk) for chunk in report.chunks)
        for chunk in report.chunks:
            if chunk.path:
                head = chance.choice(_OPEN).format(chunk.path[-1].strip("。"))
                found.heads.append((head, chunk.text.removeprefix(chunk.path[-1])))
        for asked, at in _asked(report, chance):
            found.facts.append((asked, found.chunks[base + at]))
            found.questions.append((asked, base + at))
    return found


def _asked(report: Report, chance: random.Random) -> Iterator[tuple[str, int]]:
    """Questions after facts, with the place of the chunk that answers."""
    for fact in report.facts:
        at = _chunk_at(report.chunks, fact.start)
        if at is None or not fact.indicator:
            continue
        words = chance.choice([w for w in (fact.indicator, fact.name, fact.before.strip("，、；。 ")) if w])
        year = f"{fact.year}年" if fact.year and chance.random() < 0.5 else ""
        yield year + chance.choice(_QUESTIONS).format(words), at


def _chunk_at(chunks: Sequence[Chunk], offset: int) -> int | None:
    return next((at for at, chunk in enumerate(chunks) if chunk.start <= offset < chunk.end), None)


def train_tokenizer(texts: Sequence[str], chance: random.Random) -> Tokenizer:
    """Pieces of words, learnt from clauses; figures other than years become one piece."""
    from tokenizers import Regex, Tokenizer, models, normalizers, pre_tokenizers, trainers

    tokenizer: Any = Tokenizer(models.Unigram())
    tokenizer.normalizer = normalizers.Sequence(
        [
            *(normalizers.NFKC(), normalizers.Lowercase()),
            *(normalizers.Replace(Regex(r"\s+"), ""), normalizers.Replace(Regex(_FIGURE), "0")),
        ]
    )
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence(
        [
            pre_tokenizers.Split(Regex(r"[^\p{L}\p{N}%]+"), "removed"),
            pre_tokenizers.Split(Regex(r"(?:19|20)[0-9]{2}|[0-9]+|%"), "isolated"),
        ]
    )
    clauses = sorted({clause for text in texts for clause in text.replace("。", "，").split("，") if clause})
    chosen = chance.sample(clauses, min(_CLAUSES, len(clauses)))
    trainer = trainers.UnigramTrainer(
        vocab_size=VOCABULARY,
        special_tokens=["[UNK]"],
        unk_token="[UNK]",
        max_piece_length=6,
        show_progress=False,
    )
    # often enough that each year becomes one piece
    tokenizer.train_from_iterator([*chosen, *(str(year) for year in _YEARS for _ in range(500))], trainer)
    return tokenizer


def train(tokenizer: Tokenizer, material: Material, steps: int, seed: int) -> Any:
    """Weights, float32 of shape (vocabulary, dimension)."""
    import torch
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.sentence_transformer.losses import MultipleNegativesRankingLoss
    from sentence_transformers.sentence_transformer.modules import StaticEmbedding

    torch.manual_seed(seed)
    module = StaticEmbedding(tokenizer, embedding_dim=DIMENSION)
    module.embedding.weight.data.mul_(_SPREAD)
    model = SentenceTransformer(modules=[module], device="cpu")
    loss = MultipleNegativesRankingLoss(model)
    optimizer = torch.optim.Adam(model.parameters(), lr=RATE)
    schedule = torch.optim.lr_scheduler.LinearLR(optimizer, 1.0, 0.02, steps)
    pieces = _Pieces(tokenizer, material, seed)
    for step, pairs in enumerate(_batches(material, steps, random.Random(seed))):
        value = loss([pieces.features([pair[side] for pair in pairs]) for side in (0, 1)], torch.empty(0))
        optimizer.zero_grad()
        value.backward()
        optimizer.step()
        schedule.step()
        if step % 200 == 0:
            log.info("step %d of %d, loss %.3f", step, steps, value.item())
    return module.embedding.weight.detach().numpy()


class _Pieces:
    """The texts' token ids, made once; of a long text each step sees another sample."""

    def __init__(self, tokenizer: Any, material: Material, seed: int) -> None:
        import numpy as np

        self._chance = np.random.default_rng(seed)
        pairs = (*material.heads, *material.facts)
        texts = list(dict.fromkeys(text for pair in pairs for text in pair))
        self._ids = {}
        for start in range(0, len(texts), _AT_ONCE):
            some = texts[start : start + _AT_ONCE]
            for text, found in zip(
                some, tokenizer.encode_batch_fast(some, add_special_tokens=False), strict=True
            ):
                self._ids[text] = np.array(found.ids or [0], np.int32)

    def features(self, texts: Sequence[str]) -> dict[str, Any]:
        """What the model takes: all ids in a row, and where each text begins."""
        import numpy as np
        import torch

        ids = [self._ids[text] for text in texts]
        ids = [self._chance.choice(i, LONGEST, replace=False) if len(i) > LONGEST else i for i in ids]
        starts = np.cumsum([0, *(len(i) for i in ids[:-1])])
        return {
            "input_ids": torch.from_numpy(np.concatenate(ids)).long(),
            "offsets": torch.from_numpy(starts),
        }


def _batches(material: Material, steps: int, chance: random.Random) -> Iterator[list[Pair]]:
    """Batches of one kind each, so that pairs compete with their like."""
    kinds = [material.heads, material.facts]
    for _ in range(steps):
        (kind,) = chance.choices(kinds, weights=WEIGHTS)
        pairs = chance.sample(kind, min(BATCH, len(kind)))
        # a text that is there twice would count as its own wrong answer
        yield list({answer: (asked, answer) for asked, answer in pairs}.values())


def save(folder: Path, tokenizer: Any, weights: Any) -> None:
    """Writes weights as float16, the tokenizer, and the fingerprint by which stores know the model."""
    import numpy as np
    from safetensors.numpy import save as to_bytes

    folder.mkdir(parents=True, exist_ok=True)
    data = to_bytes({"embedding.weight": weights.astype(np.float16)})
    (folder / "model.safetensors").write_bytes(data)
    tokenizer.save(str(folder / "tokenizer.json"), pretty=False)
    digest = hashlib.sha256(data + (folder / "tokenizer.json").read_bytes())
    (folder / "fingerprint").write_text(digest.hexdigest()[:32] + "\n", "ascii")


def score(embedder: StaticEmbedder, material: Material, k: int = 5, most: int = 4000) -> float:
    """Share of the questions whose chunk is among the ``k`` nearest of all chunks."""
    import numpy as np

    chunks = embedder.encode_documents(material.chunks)
    questions = material.questions[:: max(len(material.questions) // most, 1)]
    asked = embedder.encode_documents([question for question, _ in questions])
    right = np.array([at for _, at in questions])
    near = asked @ chunks.T
    better = (near > near[np.arange(len(right)), right][:, None]).sum(1)
    return float((better < k).mean())


def main(
    corpus: Annotated[Path, typer.Argument(help="报告文件夹")],
    out: Annotated[Path, typer.Option(help="模型文件夹")] = MODEL,
    steps: Annotated[int, typer.Option(help="训练步数")] = 3000,
    seed: Annotated[int, typer.Option(help="随机种子")] = 7,
) -> None:
    """由报告训练内置的向量模型，并在没有参加训练的报告上评分。"""
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s", stream=sys.stderr)
    reports = [item.report for item in read_files(find_files([corpus])) if item.report is not None]
    log.info("%d reports", len(reports))
    spare, taught = reports[::_SPARE], [r for at, r in enumerate(reports) if at % _SPARE]
    material = gather(taught, random.Random(seed))
    tokenizer = train_tokenizer([report.text for report in taught], random.Random(seed))
    log.info("tokenizer: %d pieces", tokenizer.get_vocab_size())
    save(out, tokenizer, train(tokenizer, material, steps, seed))
    held_out = gather(spare, random.Random(seed))
    result = score(StaticEmbedder(out), held_out)
    typer.echo(
        f"未参加训练的 {len(spare)} 份报告、{len(held_out.chunks)} 个段落：命中前 5 的问题占 {result:.1%}"
    )


if __name__ == "__main__":
    typer.run(main)
