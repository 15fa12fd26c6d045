"""A sentence that lacks what weighs most in an open question is no answer to it."""

import pytest
from genre import written
from towns import assistant_over

from assistant.passages.weighty import make_list, words_of

LINJIANG_2024 = written(
    "精心打造城市品牌，特色街区提档升级，主街面貌一新。\n"
    "成功举办龙舟邀请赛，成功申报市级非遗项目3个。\n"
    "优化城市路网，实施背街小巷整治工程，城乡面貌明显改善。",
    "打造特色街区2条，办好龙舟邀请赛。\n稳步推进旧货市场搬迁，布局一批充电桩。\n"
    "着力破解融资瓶颈，妥善化解信访积案。\n见缝插针新增停车位600个，鼓励机关车场夜间开放。",
    place="临江县",
    year=2024,
)


@pytest.fixture(scope="module")
def linjiang(tmp_path_factory):
    """The assistant over one county's report."""
    with assistant_over(tmp_path_factory.mktemp("weighty"), (LINJIANG_2024,)) as opened:
        yield opened


@pytest.mark.parametrize(
    "question",
    [
        "临江县2024年打算打造哪几个特色小镇？",
        "临江县2023年有哪几家公司成功上市了？",
        "临江县2024年准备布局哪些未来产业？",
    ],
)
def test_where_the_weightiest_word_is_missing_nothing_is_answered(linjiang, question):
    assert not linjiang.ask(question).answered


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("临江县2024年打算打造哪些特色街区？", "特色街区"),
        ("临江县2023年怎么优化城市路网", "背街小巷整治"),
        ("临江县2024年打算怎么缓解停车难？", "停车位600个"),
    ],
)
def test_where_it_is_told_the_sentence_answers(linjiang, question, said):
    answer = linjiang.ask(question)
    assert answer.answered
    assert said in answer.text


def test_words_do_not_overlap_and_the_rare_weigh_more():
    found = {word.text: word.rarity for word in words_of("打造特色小镇")}
    assert list(found) == ["打造", "特色", "小镇"]
    assert found["小镇"] > found["特色"]
    assert words_of("") == words_of("镇") == []


def test_the_list_is_made_from_a_folder(tmp_path):
    # what stands beside the two words is never the same twice
    lines = [
        f"{chr(0x4E00 + i)}{chr(0x5E00 + i)}{'修渠' if i % 2 else '栽桑'}{chr(0x6E00 + i)}{chr(0x7E00 + i)}间"
        for i in range(400)
    ]
    (tmp_path / "one.txt").write_text("。".join(lines), encoding="utf-8")
    assert make_list(tmp_path) == "0.5 修渠栽桑\n"
