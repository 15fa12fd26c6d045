"""Of the same things another one, or the same at another stage, is not what is asked for."""

import pytest
from genre import written
from towns import assistant_over

from assistant.figures.siblings import of_another_one, of_another_stage

REVIEW = (
    "列入计划的65个重点项目已投资47.3亿元。其中竣工项目完成投资18.6亿元，续建项目完成投资15.2亿元。"
    "总投资66.4亿元的42个项目签约，总投资33.7亿元的31个项目开工。"
    "陶瓷新材料产业集群加快壮大。生物化工产业集群产值突破400亿元。"
)


@pytest.fixture(scope="module")
def county(tmp_path_factory):
    """The assistant over one county's report."""
    with assistant_over(
        tmp_path_factory.mktemp("siblings"), (written(REVIEW, "粮食产量20万吨。"),)
    ) as opened:
        yield opened


@pytest.mark.parametrize(
    ("before", "question", "figure"),
    [
        ("", "青山县2023年重点项目里续建项目完成投资多少", "15.2亿"),
        ("青山县2023年重点项目里竣工项目完成投资多少", "续建项目呢", "15.2亿"),
        ("", "青山县2023年签约项目总投资多少", "66.4亿"),
        ("", "青山县2023年开工项目总投资多少", "33.7亿"),
        ("青山县2023年签约了多少个项目", "总投资呢", "66.4亿"),
        ("", "青山县2023年生物化工产业集群产值多少", "400亿"),
    ],
)
def test_the_stage_and_the_thing_asked_of_are_told(county, before, question, figure):
    answer = county.ask(question, history=[(before, "")] if before else [])
    assert answer.answered
    assert figure in answer.text


def test_what_another_thing_produced_is_not_told(county):
    answer = county.ask("青山县2023年陶瓷新材料产业集群产值多少")
    assert "400" not in answer.text.split("报告里相近的是")[0]


def test_a_stage_is_said_in_other_words():
    assert not of_another_stage("完工项目个数", "62个项目全部竣工", "")
    assert not of_another_stage("开工项目投资", "完成投资5亿元", "36个项目动工，完成投资5亿元")
    assert of_another_stage("开工项目投资", "续建项目完成投资5亿元", "")
    assert of_another_stage("水利项目 新开工", "实施水利项目27个", "实施水利项目27个，新开工11个")
    assert not of_another_stage("水利项目 新开工", "新开工11个", "实施水利项目27个，新开工11个")
    assert not of_another_stage("水库投资", "续建项目完成投资5亿元", "")


def test_only_a_name_of_ones_own_is_held_against_another():
    assert of_another_one("光伏产业集群产值", "生物化工产业集群产值突破400亿元")
    assert not of_another_one("特色产业集群产值", "生物化工产业集群产值突破400亿元")
    assert not of_another_one("生物化工产业集群产值", "化工产业集群产值突破400亿元")
    assert not of_another_one("光伏产业集群产值", "产值突破400亿元")
