"""Folding text for matching: a long text by a table, a short one character by character."""

import numpy as np
import pytest

from reports import text

WORDS = "２０２３年，全县 ＧＤＰ“增长”８％；\n臺灣、ﾃｽﾄ！[12]〔3〕\x00（一）"


@pytest.mark.parametrize("more", ["", "\ud800", "\U0002f800", "\U000e0001", "é①㈱"])
def test_a_long_text_folds_as_its_parts_do(more):
    assert np is not None  # with numpy loaded a long text goes by the table
    long = (WORDS + more) * 60
    assert len(long) > text._LONG
    assert text.plain(long) == text.plain(WORDS + more) * 60
    assert text._tabled(long) == long.translate(text._PLAIN)


def test_what_is_folded_away():
    assert text.plain(WORDS) == "2023年,全县gdp增长8%;台湾、テスト!\x00(一)"
    assert text.plain("") == ""
