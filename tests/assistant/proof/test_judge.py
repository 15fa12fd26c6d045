"""What a claim's words must find in the evidence, and what the trees make of it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from genre import written
from llm_server import Scripted, model_over

from assistant import Assistant
from assistant.proof.covering import Zone, essential, letters, pieces, runs
from assistant.proof.judge import likely

REPORT = written(
    "新能源汽车产量12.6万辆、增长31.5%，工业机器人产量4.2万套、增长18.4%。"
    "东河县陶瓷、西山县纺织、南坪县竹艺等产业集群入选省级特色名录，北川县获评国家园林县城。"
    "新签约五亿元以上项目36个，其中10亿元以上9个、50亿元以上2个。"
    "岭口镇接待游客80万人次。棚户区改造主体完工1.2万套。",
    "新能源汽车产量增长30%左右。",
)
OPEN = "青山县2023年的工作成绩有哪些"


@pytest.fixture(scope="module")
def bot(model: Scripted, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with model_over(model, tmp_path_factory.mktemp("judged") / "store", REPORT) as opened:
        yield opened


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("规上工业增加值目标增长9%左右", "规模以上工业增加值"),
        ("2023年,全年共完成投资额", "投资额"),
        ("有效发明专利拥有量", "有效发明专利拥有量"),
        ("数据中心", "数据中心"),
    ],
)
def test_what_claims_nothing_is_left_out_and_names_are_kept_whole(text: str, left: str) -> None:
    assert essential(text).replace("　", "").replace("%", "").removeprefix("共") == left


def test_a_zone_tells_which_characters_it_holds() -> None:
    zone = Zone(["新能源汽车产量", "贷款余额"])
    assert runs(zone.mask("新能源汽车销量"), "新能源汽车销量") == ["销量"]
    assert zone.share("汽车产量") == 1.0
    assert zone.joints("汽车贷款") == 1
    assert letters("达到的了") == 0


def test_a_limit_belongs_to_the_words() -> None:
    text = "新签约10亿元以上项目9个"
    (piece, *_) = pieces(text, [(3, 9), (11, 13)])
    assert "①⓪亿元" in piece.words
    assert "①⓪亿元" not in essential("新签约5亿元以上项目")


@pytest.mark.parametrize(
    "said",
    [
        "2023年，青山县新能源汽车产量12.6万辆，增长31.5%",
        "工业机器人产量达到4.2万套，同比增长18.4%",
        "新签约五亿元以上项目36个，其中10亿元以上的9个",
        "北川县获评国家园林县城",
    ],
)
def test_the_truth_in_other_words_stands(said: str, bot: Assistant, model: Scripted) -> None:
    model.say(f"{said}。")
    assert said in _shown(bot)


@pytest.mark.parametrize(
    "said",
    [
        "2023年，青山县新能源汽车销量12.6万辆",
        "2023年，青山县汽车产量12.6万辆",
        "2023年，青山县工业机器人产量增长31.5%",
        "东河县竹艺产业集群入选省级特色名录",
        "东河县获评国家园林县城",
        "新签约10亿元以上项目36个",
        "棚户区改造完工1.2万套",
        "2023年，青山县年均接待游客80万人次",
    ],
)
def test_what_the_evidence_does_not_say_gives_way(said: str, bot: Assistant, model: Scripted) -> None:
    model.say(f"{said}。")
    assert said not in _shown(bot)


def _shown(bot: Assistant) -> str:
    import re

    return re.sub(r"\[\d+\]", "", bot.ask(OPEN).text)


def test_more_that_nothing_supports_is_never_likelier() -> None:
    import json

    from assistant.proof.judge import TREES

    for kind, told in json.loads(TREES.read_text(encoding="utf-8")).items():
        plain = dict.fromkeys(told["marks"], 0.0)
        for mark in ("strange", "dropped", "replaced"):
            assert likely(kind, {**plain, mark: 6.0}) <= likely(kind, plain)
