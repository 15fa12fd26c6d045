"""Reports made by hand, so that the store is tested apart from what reads files."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest

from reports.records import Chunk, Duty, Fact, Identity, Page, Report, Section, Sentence

PARTS = (
    ("发展成就", "全区生产总值增长{a}%，财政收入{b}亿元。工业稳步回升，新开工厂房{a}座。"),
    ("民生福祉", "城镇新增就业{c}人，新建幼儿园{a}所。发放养老补贴{b}万元，惠及老人{c}名。"),
    ("下步打算", "力争修好乡村道路{b}公里，PM2.5浓度再降{a}%。抓好春耕，盯紧防汛。"),
)

MakeReport = Callable[..., Report]


def _fact(ordinal: int, text: str, figure: str, name: str, section: int, sentence: Sentence) -> Fact:
    start = text.index(figure, sentence.start)
    clause = text[sentence.start : sentence.end]
    value = float("".join(c for c in figure if c.isdigit()))
    return Fact(
        ordinal=ordinal,
        place="青山县",
        indicator=name,
        name="城镇新增就业人数" if "就业" in name else name,
        clause=clause,
        year=2023,
        period="2023",
        nature="实绩",
        measure="水平",
        bound="",
        figure=figure,
        value=value,
        unit=figure[-1],
        normal=value,
        base_unit=figure[-1],
        start=start,
        end=start + len(figure),
        sentence_start=sentence.start,
        sentence_end=sentence.end,
        section=section,
        before="",
        after="",
    )


def make(place: str = "青山县", year: int = 2024, *, seed: int = 3, source: str = "") -> Report:
    """A small whole report; ``seed`` changes its figures and so its id."""
    text = f"{place}{year}年政府工作报告\n"
    sections = [Section(0, (), 0, 0, len(text))]
    sentences = [Sentence(0, len(text), 0)]
    chunks = [Chunk(0, 0, (), 0, len(text), text)]
    facts = []
    for number, (head, body) in enumerate(PARTS, 1):
        start = len(text)
        text += f"{head}\n"
        begin = len(text)
        filled = body.format(a=seed, b=seed * 7 + 100, c=seed * 31 + 2000)
        for part in filled.split("。")[:-1]:
            sentences.append(Sentence(len(text), len(text) + len(part) + 1, number))
            text += part + "。"
        text += "\n"
        sections.append(Section(number, (head,), start, begin, len(text)))
        chunks.append(Chunk(number, number, (head,), start, len(text), text[start:]))
    work = next(s for s in sentences if "新增就业" in text[s.start : s.end])
    facts.append(_fact(0, text, f"{seed * 31 + 2000}人", "新增就业", 2, work))
    money = next(s for s in sentences if "财政收入" in text[s.start : s.end])
    facts.append(_fact(1, text, f"{seed * 7 + 100}亿元", "财政收入", 1, money))
    return Report(
        id=hashlib.sha256(text.encode()).hexdigest()[:16],
        source=source or f"{place}_{year}.txt",
        text=text,
        format="txt",
        method="text",
        identity=Identity(place, ("南川市",), year, (year - 1,), (year,), title="政府工作报告"),
        pages=(Page(1, 0, len(text)),),
        sections=tuple(sections),
        sentences=tuple(sentences),
        chunks=tuple(chunks),
        facts=tuple(facts),
        duties=(Duty(0, "1", "修路", ("张三",), ("交通局",), (), (), "12月底", 0, 5, 0),),
    )


@pytest.fixture(scope="session")
def make_report() -> MakeReport:
    """The function that makes a report."""
    return make


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where a store may be made; it is not there yet."""
    return tmp_path / "store"


@pytest.fixture(scope="session")
def tiny_model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A sentence-transformers model of random weights, a few kilobytes large."""
    import torch
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.sentence_transformer.modules import Pooling, Transformer
    from transformers import BertConfig, BertModel, BertTokenizerFast

    folder = tmp_path_factory.mktemp("models")
    asked = "查询就业新增为这个句子生成表示以用于检索相关文章"
    words = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", *sorted({*asked, *"".join(b for _, b in PARTS)})]
    (folder / "vocab.txt").write_text("\n".join(words), "utf-8")
    torch.manual_seed(0)
    BertTokenizerFast(vocab=str(folder / "vocab.txt")).save_pretrained(folder / "bert")
    shape = {"hidden_size": 32, "num_hidden_layers": 1, "num_attention_heads": 2, "intermediate_size": 64}
    BertModel(BertConfig(vocab_size=len(words), **shape)).save_pretrained(folder / "bert")
    bert = Transformer(str(folder / "bert"), max_seq_length=128)
    model = SentenceTransformer(modules=[bert, Pooling(32)], device="cpu", prompts={"query": "查询："})
    model.save(str(folder / "tiny"), create_model_card=False)
    return folder / "tiny"
