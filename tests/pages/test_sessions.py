"""Visits that are made as they are needed: what a visitor's page holds stays as Gradio keeps it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.browser import ROOT

# In a process of its own: Gradio leaves an event loop open wherever it is imported.
VISITS = """
import json
import gradio as gr
from gradio.state_holder import StateHolder
from pages.sessions import lighten
with gr.Blocks(analytics_enabled=False) as page:
    state, text = gr.State([]), gr.Textbox(label="first")
    words = [gr.Markdown(str(number)) for number in range(30)]
StateHolder().set_blocks(page)
lighten(page)
one, other = page.state_holder["one"], page.state_holder["other"]
fresh = len(one.config_values)
page.state_holder["one"][state._id].append("甲")
other[state._id] = ["乙"]
states = [page.state_holder[name][state._id] for name in ("one", "other", "third")]
one._update_value_in_config(text._id, "丙")
one._update_config(text._id)
one[words[0]._id] = gr.Markdown("changed", render=False)
print(json.dumps({
    "fresh": fresh,
    "states": states,
    "described": [told for told in one.config_values.values() if told],
    "page": len(page.get_config_file()["components"]) > 30,
    "others": [one[words[0]._id].value, page.state_holder["third"][words[0]._id].value],
    "known": len(one.blocks_config.blocks) == len(page.blocks) > 30,
}))
"""


@pytest.fixture(scope="module")
def visits() -> dict[str, Any]:
    done = subprocess.run(
        [sys.executable, "-c", VISITS], cwd=ROOT, capture_output=True, encoding="utf-8", check=True
    )
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found


def test_each_visitor_keeps_a_state_of_his_own(visits: dict[str, Any]) -> None:
    assert visits["states"] == [["甲"], ["乙"], []]
    assert visits["others"] == ["changed", "0"]


def test_nothing_of_a_visit_is_described_but_the_page_itself_is(visits: dict[str, Any]) -> None:
    assert visits["fresh"] == 0
    assert visits["described"] == []
    assert visits["page"]
    assert visits["known"]


SITE = """
import json, sys
from pathlib import Path
from pages.desk import Desk
from pages.rights import Rights
from pages.site import AT_ONCE, WAITING, build
from pages.uploads import Inbox
desk = Desk(Path(sys.argv[1]))
page = build(desk, Rights(read_only=True, auth="", local=True), Inbox(Path(sys.argv[1])))
queue = page._queue
print(json.dumps({
    "queue": [queue.max_size, queue.default_concurrency_limit] == [WAITING, AT_ONCE],
    "opened": desk._assistant is not None,
    "imported": [name for name in ("vectorstore.store", "assistant.chain") if name in sys.modules],
}))
"""


def test_the_page_is_made_without_the_store_and_keeps_to_its_limits(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", SITE, str(tmp_path)],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    made = json.loads(done.stdout.splitlines()[-1])
    assert made == {"queue": True, "opened": False, "imported": []}
