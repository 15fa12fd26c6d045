"""What a thing is measured by, at the end of what is asked and of what is told."""

import pytest

from assistant.questions.measured import otherwise_measured


@pytest.mark.parametrize(
    ("asked", "told", "other"),
    [
        ("风电装机总规模", "风电装机容量总规模", False),
        ("风电装机", "风电装机容量总规模", False),
        ("风电装机", "风电产业产值", True),
    ],
)
def test_the_size_of_what_is_installed_is_the_installed_capacity(asked, told, other):
    assert otherwise_measured(asked, told) is other
