"""Markup in reports, their names, questions and models' answers stays text on every page of the site."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from assistant.records import Answer, Citation, Query
from pages.guard import POLICY
from pages.history import packed
from pages.messages import Turn
from pages.talk import Talk
from tests.browser import ROOT, Visitor, served
from tests.genre import report, written
from tests.payloads import LIVE, PAYLOADS, STRANGER, number, seen_as

PLACE = "青山县"
JOBS = "城镇新增就业"
ALL = list(PAYLOADS.values())
YEARS = range(2020, 2024)
BATCHES = {year: ALL[at :: len(YEARS)] for at, year in enumerate(YEARS)}
FOREIGN = "input[type=password], iframe, object, embed, math, template, meta[http-equiv=refresh]"
"""What the site has none of itself."""

pytestmark = pytest.mark.browser


def ends(payload: str) -> bool:
    """Whether a sentence may end within the payload."""
    return "!" in payload or ";" in payload


def hostile_report(year: int) -> Any:
    """A report with payloads in its name, its heads, its figures and sentences of their own."""
    own = BATCHES[year]
    heads = "\n\n".join(
        f"（{'一二三四五六七八九'[at]}）{payload}便民\n\n建成{payload}站点{at + 2}处。"
        for at, payload in enumerate(own)
    )
    # A sentence may end at these, so what holds one stands last.
    whole = sorted(own, key=ends)
    review = f"{JOBS}{9000 + year}人，{'、'.join(whole)}。\n\n{heads}"
    name = "".join(payload.replace("/", "∕") for payload in own)
    return written(review, f"{JOBS}{9100 + year}人以上。", year=year, source=f"{name}.txt")


def hostile_notice() -> Any:
    """A notice with a payload in each task, its leader and its unit."""
    tasks = "\n\n".join(
        f"{at}.修建{payload}驿站{at}处。\n\n责任领导：周{payload}\n\n牵头单位：县{payload}局"
        for at, payload in enumerate(ALL, 1)
    )
    head = "青政办〔2024〕7号\n\n青山县人民政府办公室\n\n关于分解2024年政府工作报告重点任务的通知\n\n"
    return report(f"{head}各乡镇：\n\n一、驿站建设\n\n{tasks}\n", year=2024, source="青山县2024责任分解.txt")


@pytest.fixture(scope="module")
def hostile_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    from vectorstore import Store

    path = tmp_path_factory.mktemp("hostile") / "store"
    with Store.open(path, create=True) as store:
        store.add_many([*map(hostile_report, YEARS), hostile_notice()])
    return path


@pytest.fixture(scope="module")
def site(hostile_store: Path) -> Iterator[str]:
    with served(hostile_store) as url:
        yield url


@pytest.fixture(scope="module")
def told(tables: list[str]) -> Iterator[dict[str, dict[str, str]]]:
    """What became of each payload on each road; a table of it is printed with ``--tables``."""
    kept: dict[str, dict[str, str]] = {}
    yield kept
    lines = [f"| 写法 | {' | '.join(kept)} |", f"|---|{'---|' * len(kept)}"]
    for name, payload in PAYLOADS.items():
        cells = " | ".join(road.get(number(payload), "—") for road in kept.values())
        lines.append(f"| {name} | {cells} |")
    tables.append("能起作用的标记，逐条路径的结果：\n" + "\n".join(lines))


class Watch:
    """Looks at one visitor's page for payloads that act or that are not shown."""

    def __init__(self, visitor: Visitor, road: dict[str, str]) -> None:
        self.visitor, self.road = visitor, road

    def look(self, payloads: list[str], *regions: str, shown: bool = True) -> None:
        """Notes each payload: 动 acts, 文字 is shown as text in all ``regions``, 不见 is not shown."""
        page = self.visitor.page
        live = [*page.evaluate(LIVE), *map(number, filter(lambda a: "evil" in a, self.visitor.strangers))]
        texts = [seen_as(region) for region in regions]
        for payload in payloads:
            as_text = all(seen_as(payload) in text for text in texts)
            self.road[number(payload)] = "动" if number(payload) in live else "文字" if as_text else "不见"
        assert live == []
        assert self.visitor.strangers == []
        assert self.visitor.errors == []
        assert (
            page.locator("input[type=password], iframe, object, embed, meta[http-equiv=refresh]").count() == 0
        )
        if shown:
            assert [p for p in payloads if self.road[number(p)] != "文字"] == []


@pytest.fixture
def watch(visit: Callable[..., Visitor], told: dict[str, dict[str, str]]) -> Callable[[str, str], Watch]:
    def begin(url: str, road: str) -> Watch:
        return Watch(visit(url, viewport={"width": 1280, "height": 800}), told.setdefault(road, {}))

    return begin


def test_bare_in_a_page_most_of_them_act(chromium: Any, told: dict[str, dict[str, str]]) -> None:
    """What shows that the other tests would see it: the same payloads, as HTML and as Markdown."""
    from markdown_it import MarkdownIt
    from playwright.sync_api import Error

    road, asked = told.setdefault("不加防护", {}), []
    context = chromium.new_context()
    context.on("request", lambda request: asked.append(request.url))
    context.route(f"{STRANGER}/**", lambda route: route.abort())
    for payload in ALL:
        html = MarkdownIt("commonmark", {"html": True}).render(payload)
        page = context.new_page()
        page.on("dialog", lambda dialog: dialog.dismiss())
        page.set_content(f'<!doctype html><body><input value="{payload}">{payload}{html}</body>')
        try:
            live = page.evaluate(LIVE)
        except Error:
            live = [number(payload)]  # it led the page elsewhere
        acts = number(payload) in live or any(number(payload) in url for url in asked)
        road[number(payload)] = "动" if acts else "不动"
        page.close()
    context.close()
    assert sum(state == "动" for state in road.values()) >= 30


def test_an_answer_from_a_hostile_report_and_its_source_are_text(
    watch: Callable[[str, str], Watch], site: str
) -> None:
    asked, cited, read = (watch(site, road) for road in ("问题", "回答与引文", "原文"))
    for year, own in BATCHES.items():
        visitor = cited.visitor
        before = visitor.page.locator("#chat .user-row").count()
        asked.visitor = read.visitor = visitor
        visitor.ask("".join(own))
        asked.look(own, visitor.page.locator("#chat .user-row").nth(before).inner_text())
        reply = visitor.ask(f"{year - 1}年{PLACE}{JOBS}多少人")
        reply.locator("details.source summary").first.click()
        assert f"{9000 + year}人" in reply.inner_text()
        quote = reply.locator("blockquote").first.inner_text()
        cited.look([payload for payload in own if not ends(payload)], quote)
        reply.locator("button.mark").first.click()
        page = visitor.page.locator(f"#reader .reading[data-key='{before + 1}:1']")
        page.locator("mark.shown").first.wait_for()
        page.locator(".outline summary").click()
        read.look(own, page.locator(".text").inner_text(), page.inner_text())
        assert page.locator(".text mark.shown").count() >= 1


def test_a_models_answer_is_text(
    watch: Callable[[str, str], Watch], hostile_store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.syspath_prepend(ROOT / "tests" / "assistant")
    from llm_server import Reply, serving

    with serving() as endpoint:
        settings = {"LLM_MODEL": "m", "LLM_BASE_URL": endpoint.url, "LLM_API_KEY": "k"}
        with served(hostile_store, **settings) as url:
            said = watch(url, "大模型的回答")
            for year, own in BATCHES.items():
                text = f"{PLACE}{year - 1}年{JOBS}{9000 + year}人[1]。" + "".join(f"\n\n{p}" for p in own)
                endpoint.say(Reply(text, piece=7))
                reply = said.visitor.ask(f"{year - 1}年{PLACE}{JOBS}多少人")
                # What the check leaves of it is another matter: it must not act.
                said.look(own, reply.inner_text(), shown=False)
            assert len(endpoint.requests) == len(BATCHES)


def test_a_kept_conversation_full_of_markup_is_text(watch: Callable[[str, str], Watch], site: str) -> None:
    """The messages by themselves, with payloads in every field of an answer."""
    kept = watch(site, "存下的对话")
    turns = []
    for payload in ALL:
        cited = Citation(1, "r", payload, payload, payload, 2024, (payload,), payload, 0, 3)
        query = Query(payload, (payload,), (2023,), indicator=payload, names=(payload,), notes=(payload,))
        answer = Answer(f"{payload}[1]", True, "llm", (cited,), query, payload, suggestions=(payload,))
        turns.append(Turn(payload).answered(replace(answer, verified=False)))
    talk = Talk()
    talk.become("t")
    page = kept.visitor.page
    page.evaluate(
        "text => { localStorage.setItem('talk:t', text); sessionStorage.setItem('talk', 't');"
        " localStorage.setItem('talks', JSON.stringify("
        "[{id: 't', title: JSON.parse(text).turns[3].question, time: 0, chars: 9}])) }",
        packed(talk, turns),
    )
    page.reload()
    rows = page.locator("#chat .bot-row")
    rows.nth(len(ALL) - 1).wait_for()
    page.locator("#talks .list").click()
    for fold in rows.locator("details.source summary").all()[:3]:
        fold.click()
    whole = "\n".join([*rows.all_text_contents(), *page.locator("#chat .user-row").all_text_contents()])
    kept.look(ALL, whole)


def test_the_list_of_reports_is_text(watch: Callable[[str, str], Watch], site: str) -> None:
    listed = watch(site, "报告列表")
    page = listed.visitor.page
    page.get_by_role("tab", name="报告").click()
    rows = page.locator("#shelf-list tbody tr")
    rows.first.wait_for()
    names = page.locator("#shelf-list").inner_text().replace("∕", "/")
    listed.look(ALL, names)
    for own in BATCHES.values():
        rows.filter(has_text=number(own[0])).get_by_role("button").click()
        title = page.locator("#shelf-title").filter(has_text=number(own[0]))
        title.wait_for()
        listed.look(own, title.inner_text().replace("∕", "/"))


def test_the_tables_of_figures_are_text(watch: Callable[[str, str], Watch], site: str) -> None:
    drawn = watch(site, "指标")
    page = drawn.visitor.page
    page.get_by_role("tab", name="指标").click()
    page.locator("#figures-shown .matrix").wait_for()
    page.fill("#figures-places input", PLACE)
    page.get_by_role("option", name=PLACE, exact=True).click()
    for at in range(0, len(ALL), 4):
        four = ALL[at : at + 4]
        for payload in four:
            page.fill("#figures-indicators input", payload)
            page.press("#figures-indicators input", "Enter")
        page.locator("#figures-indicators .token").nth(len(four) - 1).wait_for()
        page.click("#figures-draw")
        page.locator("#figures-shown h2").filter(has_text=number(four[0])).wait_for()
        assert page.locator("#figures-shown section").count() == len(four)
        drawn.look(four, page.locator("#figures-shown").inner_text())
        for _ in four:
            page.focus("#figures-indicators input")
            page.press("#figures-indicators input", "Backspace")
        page.locator("#figures-indicators .token").first.wait_for(state="detached")


def test_the_table_of_duties_is_text(watch: Callable[[str, str], Watch], site: str) -> None:
    listed = watch(site, "分工")
    page = listed.visitor.page
    page.get_by_role("tab", name="分工").click()
    page.locator("#duties-shown .holders").first.wait_for()
    listed.look(ALL[:0])
    page.get_by_label("任务", exact=True).fill("驿站")
    page.keyboard.press("Enter")
    page.locator("#duties-shown tbody tr").nth(len(ALL) - 1).wait_for()
    listed.look(ALL, page.locator("#duties-shown").inner_text())
    page.locator("#duties-shown .task button").first.click()
    page.locator("#duties-reader mark.shown").first.wait_for()
    listed.look(ALL, page.locator("#duties-reader").inner_text())


def test_every_page_forbids_what_is_not_its_own(site: str) -> None:
    import httpx

    wanted = {
        "default-src": "'self'",
        "img-src": "'self' data: blob:",
        "media-src": "'self' data: blob:",
        "connect-src": "'self'",
        "form-action": "'self'",
        "object-src": "'none'",
        "frame-ancestors": "'none'",
        "base-uri": "'self'",
    }
    assert dict(rule.split(" ", 1) for rule in POLICY).items() >= wanted.items()
    for path in ("", "config", "theme.css", "nowhere", "gradio_api/info", "original/0123456789abcdef"):
        headers = httpx.get(site + path, trust_env=False).headers
        assert headers.get_list("content-security-policy") == ["; ".join(POLICY)], path
        assert headers["x-content-type-options"] == "nosniff"


def test_the_policy_stops_what_would_come_from_elsewhere(visit: Callable[..., Visitor], site: str) -> None:
    """Were markup to slip through one day, the browser itself would still ask no other address."""
    visitor = visit(site)
    reached: list[str] = []

    def reach(route: Any) -> None:
        reached.append(route.request.url)
        route.abort()

    visitor.context.route(f"{STRANGER}/**", reach)
    with visitor.page.expect_event("requestfailed", lambda request: "last.png" in request.url):
        visitor.page.evaluate(
            "html => document.body.insertAdjacentHTML('beforeend', html)",
            f"<img src={STRANGER}/a.png><iframe src={STRANGER}/b></iframe><object data={STRANGER}/c></object>"
            f"<link rel=stylesheet href={STRANGER}/d.css><video src={STRANGER}/e.mp4></video>"
            f"<img src={STRANGER}/last.png>",
        )
    assert reached == []
