"""Who leads what, searched by who and by what."""

from __future__ import annotations

import pytest

from assistant import Assistant

FARMLAND, PIPES, STATIONS = "新建高标准农田4000亩", "更新城区供水管网", "修建村级养老驿站12处"


def tasks(bot: Assistant, who: str = "", words: str = "") -> list[str]:
    return [one.task.rstrip("。").split("，")[0] for one in bot.duties(who, words)]


@pytest.mark.parametrize(
    ("who", "words", "expected"),
    [
        ("", "", [FARMLAND, PIPES, STATIONS]),
        ("周一山", "", [FARMLAND, STATIONS]),
        ("县水利局", "", [FARMLAND]),
        ("水利局", "", [FARMLAND]),
        ("财政", "", [PIPES]),
        ("", "高标准农田", [FARMLAND]),
        ("", "供水 管网", [PIPES]),
        ("", "养老驿站的建设", [STATIONS]),
        ("周一山", "养老", [STATIONS]),
        ("李二水", "高标准农田", []),
        ("县卫健委", "", []),
        ("", "地铁", []),
    ],
)
def test_tasks_are_found_by_who_and_by_what(
    bot: Assistant, who: str, words: str, expected: list[str]
) -> None:
    assert tasks(bot, who, words) == expected


def test_a_task_tells_its_people_and_its_run_of_the_notice(bot: Assistant) -> None:
    (one,) = bot.duties(words="供水管网")
    assert (one.leaders, one.lead_units, one.support_units) == (("李二水",), ("县住建局",), ("县财政局",))
    assert one.holders == ("李二水", "县住建局", "县财政局")
    assert (one.place, one.year) == ("青山县", 2024)
    stored = bot.store.report(one.citation.report_id).text
    assert stored[one.citation.start : one.citation.end] == one.citation.quote
    assert "供水管网" in one.citation.quote


def test_citations_are_numbered_through(bot: Assistant) -> None:
    assert [one.citation.number for one in bot.duties()] == [1, 2, 3]


def test_a_store_without_notices_has_no_tasks(sample_bot: Assistant) -> None:
    assert sample_bot.duties("周一山") == ()
    assert len(sample_bot.duties()) > 0
