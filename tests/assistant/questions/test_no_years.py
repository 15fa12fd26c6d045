"""Numbers with a unit are no years, and sums of money that tell how large a project is are no unit."""

from __future__ import annotations

import pytest

from assistant.questions.places import PlaceIndex
from assistant.questions.understand import read_question


@pytest.mark.parametrize(
    ("question", "years"),
    [
        ("2031年新引进2000万元以上项目多少个", (2031,)),
        ("2031年扶持2000多户商户，涉及多少人", (2031,)),
        ("2031年1900个泊位里新建多少个", (2031,)),
        ("2031、2032年粮食产量", (2031, 2032)),
        ("2000年粮食产量", (2000,)),
        ("1963文创园一年收入多少", ()),
        ("2031年港口吞吐量恢复到2019年的百分之几", (2031,)),
        ("人均产值要比2030年翻几番", ()),
        ("2031年翻新了几座泊位", (2031,)),
    ],
)
def test_a_number_with_its_unit_is_no_year(question: str, years: tuple[int, ...]) -> None:
    assert read_question(question, PlaceIndex(())).years == years


@pytest.mark.parametrize(
    ("question", "unit"),
    [
        ("2031年动工多少个亿元港口项目", "个"),
        ("2031年港口投资多少个亿", "元"),
        ("2031年有几个亿元产业园区", "个"),
    ],
)
def test_projects_of_so_much_money_are_counted(question: str, unit: str) -> None:
    assert read_question(question, PlaceIndex(())).unit == unit
