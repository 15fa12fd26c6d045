"""The list of character pairs that tells the genre's words from a speaker's own."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from reports import genre
from reports.genre import genre_pairs, make_list
from reports.text import plain

ROOT = Path(genre.__file__).resolve().parent.parent


@pytest.mark.parametrize("word", ["农村", "就业", "投资", "增长", "财政", "教育", "乡村振兴", "营商环境"])
def test_what_reports_speak_of_is_in_the_list(word):
    assert {word[i : i + 2] for i in range(len(word) - 1)} <= genre_pairs()


@pytest.mark.parametrize("word", ["咋样", "哪儿", "几栋", "盖了", "啥时"])
def test_how_people_ask_is_not(word):
    assert word not in genre_pairs()


def test_every_entry_is_a_folded_pair_of_chinese_characters():
    pairs = genre_pairs()
    assert len(pairs) > 5000
    assert all(re.fullmatch("[一-鿿]{2}", pair) for pair in pairs)
    assert all(plain(pair) == pair for pair in pairs)


def test_the_file_is_sorted_and_each_first_character_has_one_line():
    lines = (ROOT / "reports" / "genre_pairs.txt").read_text(encoding="utf-8").splitlines()
    firsts = [line[0] for line in lines]
    assert firsts == sorted(set(firsts))
    for line in lines:
        assert list(line[1:]) == sorted(set(line[1:]))
    assert sum(len(line) - 1 for line in lines) == len(genre_pairs())


def write(folder, texts):
    folder.mkdir(parents=True, exist_ok=True)
    for number, text in enumerate(texts):
        (folder / f"{number}.txt").write_text(text, encoding="utf-8")


def test_a_pair_counts_once_per_report_and_from_thirty_reports_on(tmp_path):
    write(tmp_path, ["修路，植树。"] * 29 + ["修路 修路 修路"])
    assert make_list(tmp_path) == "修路\n"


def test_traditional_characters_marks_and_other_signs_are_folded_away(tmp_path):
    write(tmp_path, ["農業12a，修「路」"] * 30)
    assert make_list(tmp_path) == "修路\n农业\n"


def test_one_line_holds_all_that_follow_a_character(tmp_path):
    write(tmp_path / "north", ["农村，农业，农民"] * 15)
    write(tmp_path / "south", ["农村，农业，农民"] * 15)
    assert make_list(tmp_path) == "农业村民\n"


def test_an_empty_folder_makes_an_empty_list(tmp_path):
    assert make_list(tmp_path) == ""


def test_the_list_is_read_only_when_it_is_needed():
    code = "import reports.genre as g; assert g.genre_pairs.cache_info().currsize == 0"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert genre_pairs() is genre_pairs()
