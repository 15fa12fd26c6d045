"""Who leads and who carries out a task, by the notices that share out the tasks of a report."""

import pytest


@pytest.mark.parametrize(
    ("question", "said", "not_said"),
    [
        ("2022年卫东区高标准农田建设由哪个单位牵头", "区农业农村和水利局", "张世卿"),
        ("卫东区2022年招商引资的责任领导是谁", "张昕媛", "赵飞"),
        ("卫东区2022年老旧小区改造的责任单位有哪些", "天浩公司、东润公司、区城管局", "王建伟"),
        ("卫东区2022年垃圾分类的配合单位是谁", "区商务局、卫东生态环境分局", "王建伟"),
        ("卫东区2022年敬老院建设的责任领导是谁", "王昀灿", "吕可"),
        ("卫东区2022年敬老院由谁负责", "王昀灿", "吕可"),
        ("卫东区2022年垃圾分类哪些部门要配合", "区商务局、卫东生态环境分局", "王建伟"),
        ("卫东区2022年垃圾分类协助的单位是哪些", "区商务局、卫东生态环境分局", "王建伟"),
        ("卫东区2022年垃圾分类有哪几家部门配合区城管局", "区商务局、卫东生态环境分局", "王建伟"),
    ],
)
def test_a_tasks_people_and_units_are_named(sample_bot, question, said, not_said):
    answer = sample_bot.ask(question)
    assert answer.answered
    assert answer.query.task == "duty"
    assert said in answer.text
    assert not_said not in answer.text
    (citation,) = answer.citations
    assert citation.source == "卫东区2022责任分解.txt"
    assert said.split("、")[0] in citation.quote


@pytest.mark.parametrize(
    ("question", "tasks"),
    [
        ("周一山负责哪些任务", ["高标准农田4000亩", "养老驿站12处"]),
        ("县住建局牵头哪些任务", ["供水管网"]),
    ],
)
def test_a_persons_or_units_tasks_are_listed(bot, question, tasks):
    answer = bot.ask(question)
    assert answer.answered
    lines = [line for line in answer.text.splitlines() if line.startswith("- ")]
    assert len(lines) == len(tasks) == len(answer.citations)
    for task, line, citation in zip(tasks, lines, answer.citations, strict=True):
        assert task in line
        assert task in citation.quote


def test_a_part_that_the_notice_leaves_out_is_said_to_be_missing(bot):
    answer = bot.ask("青山县2024年养老驿站的配合单位")
    assert "没有列出配合单位" in answer.text
    assert "县财政局" not in answer.text


@pytest.mark.parametrize(
    ("question", "reason"),
    [
        ("青山县2024年机场由谁负责", "没有找到这项任务"),
        ("白水县2024年高标准农田的责任领导是谁", "责任分解通知"),
        ("青山县2019年高标准农田的责任领导是谁", "责任分解通知"),
    ],
)
def test_a_task_that_no_notice_holds_is_refused(bot, question, reason):
    answer = bot.ask(question)
    assert not answer.answered
    assert reason in answer.text
    assert "周一山" not in answer.text


def test_of_a_field_only_the_tasks_of_that_field_are_told(bot):
    assert "养老驿站" in bot.ask("周一山负责哪些养老方面的工作").text
    answer = bot.ask("周一山负责哪些招商任务")
    assert not answer.answered
    assert "没有列出" in answer.text


def test_a_unit_takes_part_in_tasks(bot):
    answer = bot.ask("县财政局参与哪些任务")
    assert answer.answered
    assert "供水管网" in answer.text
