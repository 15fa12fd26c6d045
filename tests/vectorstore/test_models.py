"""The embedding that ships, and sentence-transformers models that the tests make."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from vectorstore import EmbeddingUnavailable, Store
from vectorstore.embeddings import MODEL, StaticEmbedder, load, stamp

ROOT = Path(__file__).resolve().parents[2]


def test_shipped_model_makes_unit_vectors():
    embedder = load("")
    vectors = embedder.encode_documents(["城镇新增就业", "全年粮食产量", "☃"])
    assert vectors.shape == (3, embedder.dimension)
    assert vectors.dtype == np.float32
    assert np.linalg.norm(vectors[:2], axis=1) == pytest.approx([1, 1], abs=1e-5)
    assert vectors[2] == pytest.approx(np.zeros(embedder.dimension))
    assert embedder.encode_query("城镇新增就业") == pytest.approx(vectors[0])
    assert embedder.encode_documents([]).shape == (0, embedder.dimension)


def test_shipped_model_is_small_and_known_by_its_fingerprint():
    assert sum(path.stat().st_size for path in MODEL.iterdir()) <= 16 * 2**20
    assert stamp("").fingerprint == load("").fingerprint


def test_shipped_model_puts_like_to_like():
    embedder = load("")
    asked = embedder.encode_query("就业情况怎么样")
    jobs, grain = embedder.encode_documents(["帮助毕业生就业，开发公益岗位。", "粮食总产量创历史新高。"])
    assert asked @ jobs > asked @ grain + 0.1


def test_sentence_transformers_reads_the_shipped_folder_alike():
    from sentence_transformers.sentence_transformer.modules import StaticEmbedding

    module = StaticEmbedding.load(str(MODEL), local_files_only=True)
    text = "一般公共预算收入"
    theirs = module(module.preprocess([text]))["sentence_embedding"][0].detach().numpy()
    ours = StaticEmbedder(MODEL).encode_query(text)
    assert theirs / np.linalg.norm(theirs) == pytest.approx(ours, abs=1e-3)


def test_broken_model_folder(tmp_path):
    with pytest.raises(EmbeddingUnavailable, match="EMBEDDING_MODEL"):
        StaticEmbedder(tmp_path)


def test_unknown_model_is_one_sentence(tmp_path):
    with pytest.raises(EmbeddingUnavailable, match="请检查"):
        load(str(tmp_path / "nowhere"))


def test_model_of_sentence_transformers(folder, tiny_model, make_report):
    counts: list[int] = []
    with Store.open(folder, create=True, embedding_model=str(tiny_model), on_embed=counts.append) as store:
        report = make_report()
        store.add(report)
        assert sum(counts) == len(report.chunks)
        found = store.dense_search("新增就业", 10)
        assert len(found) == len(report.chunks)
        assert found == sorted(found, key=lambda passage: -passage.score)
        assert len(store.search("新增就业", 2, [report.id])) == 2


def test_texts_of_any_lengths_come_back_in_their_order(tiny_model):
    embedder = load(str(tiny_model))
    texts = ["新增就业" * (1 + at * 7 % 11) + f"第{at}段" for at in range(300)]
    told = []
    vectors = embedder.encode_documents(texts, told.append)
    assert sum(told) == len(texts)
    assert len(told) > 1
    for at in (0, 1, 150, 299):
        assert vectors[at] == pytest.approx(embedder.encode_documents([texts[at]])[0], abs=1e-5)
    assert embedder.encode_documents([]).shape == (0, embedder.dimension)


def test_query_prompt_is_the_models_own(tiny_model):
    embedder = load(str(tiny_model))
    plain = embedder.encode_documents(["新增就业"])[0]
    asked = embedder.encode_query("新增就业")
    assert asked == pytest.approx(embedder.encode_documents(["查询：新增就业"])[0], abs=1e-5)
    assert asked @ plain < 0.9999


def test_bge_model_without_prompts_gets_its_published_instruction(tiny_model, tmp_path):
    import shutil

    named = tmp_path / "bge-tiny-zh-v1.5"
    shutil.copytree(tiny_model, named)
    settings = json.loads((named / "config_sentence_transformers.json").read_text())
    settings["prompts"] = {}
    (named / "config_sentence_transformers.json").write_text(json.dumps(settings))
    embedder = load(str(named))
    instruction = "为这个句子生成表示以用于检索相关文章："
    assert embedder.encode_query("就业") == pytest.approx(
        embedder.encode_documents([f"{instruction}就业"])[0], abs=1e-5
    )


def test_fingerprint_tells_trained_weights_apart(tiny_model, tmp_path):
    from sentence_transformers import SentenceTransformer

    model = SentenceTransformer(str(tiny_model), device="cpu")
    next(model.parameters()).data.mul_(1.01)
    model.save(str(tmp_path / "other"), create_model_card=False)
    assert load(str(tmp_path / "other")).fingerprint != load(str(tiny_model)).fingerprint
    assert load(str(tiny_model)).fingerprint == load(str(tiny_model)).fingerprint


def test_reading_a_store_loads_nothing_heavy(folder, make_report):
    with Store.open(folder, create=True) as store:
        store.add(make_report())
    code = (
        "import sys; from pathlib import Path; from vectorstore import Store\n"
        "store = Store.open(Path(sys.argv[1])); ids = [e.id for e in store.entries()]\n"
        "store.report(ids[0]); store.facts(ids); store.find_facts(['就业'], report_ids=ids)\n"
        "store.keyword_search('就业', 3, ids)\n"
        "print(sorted({'chromadb', 'torch', 'numpy', 'sentence_transformers'} & set(sys.modules)))\n"
        "store.search('就业', 3, ids)\n"
        "print(sorted({'chromadb', 'torch', 'sentence_transformers'} & set(sys.modules)))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(folder)], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout == "[]\n[]\n"
