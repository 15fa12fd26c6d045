"""What the indicators page shows: chart, table, matrix and CSV of a trend."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path
from xml.etree import ElementTree

import pytest

from assistant.records import Cell, Citation
from pages.desk import Desk
from pages.figures import _indicators, drawing, read, trend_of
from pages.messages import open_for
from pages.plot import chart, titled
from pages.trend import Trend, csv_of, joined, matrix, table
from tests.county import PLACE, REPORTS

SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    from vectorstore import Store

    path = tmp_path_factory.mktemp("county") / "store"
    with Store.open(path, create=True) as store:
        store.add_many(REPORTS)
    return Desk(path)


def cell(year: int, value: float, nature: str = "实绩", **told: object) -> Cell:
    cited = Citation(year, "r", "甲.txt", "甲县报告", "甲县", year, (), f"第{year}句", year, year + 1)
    kept = {"unit": "人", "text": f"{value:g}人", "measure": "水平", "citation": cited}
    return Cell("甲县", "新增就业", year, nature, value, **(kept | told))  # type: ignore[arg-type]


def shapes(svg: str, tag: str, kind: str) -> list[ElementTree.Element]:
    return [one for one in ElementTree.fromstring(svg).iter(SVG + tag) if kind in one.get("class", "")]


def test_a_line_breaks_where_a_year_is_missing() -> None:
    svg = chart([cell(year, 100.0 + year % 7) for year in (2015, 2016, 2017, 2019, 2021, 2022)], "新增就业")
    lines = [line.get("points", "").split() for line in shapes(svg, "polyline", "result")]
    assert [len(points) for points in lines] == [3, 2]
    dots = [dot for dot in shapes(svg, "circle", "result") if dot.get("data-pick")]
    assert len(dots) == 6
    assert dots[3].get("data-pick") == "read:0:2019"


def test_only_figures_of_one_unit_and_measure_are_drawn_and_in_one_unit() -> None:
    cells = [
        cell(2020, 12122.0),
        cell(2021, 8800.0, text="0.88万人"),
        cell(2022, 6.0, measure="增速", unit="%"),
    ]
    svg = chart(cells, "新增就业")
    assert titled(cells, "新增就业") == "新增就业（万人）"
    first, second = (dot for dot in shapes(svg, "circle", "result") if dot.get("data-pick"))
    assert float(first.get("cy", "")) < float(second.get("cy", ""))
    assert "2022" not in "".join(dot[0].text or "" for dot in (first, second))
    assert chart([], "新增就业") == ""


def test_the_axis_has_the_unit_of_the_reports_where_all_tell_it() -> None:
    farmland = [
        cell(2020, 1.5e6, unit="平方米", text="2250亩"),
        cell(2021, 2e6, unit="平方米", text="3000亩"),
    ]
    assert titled(farmland, "高标准农田") == "高标准农田（亩）"
    assert ">3000<" in chart(farmland, "高标准农田").replace("3,000", "3000")
    mixed = [*farmland, cell(2022, 2.5e6, unit="平方米", text="250公顷")]
    assert titled(mixed, "高标准农田") == "高标准农田（万平方米）"
    roads = [cell(2020, 12e3, unit="米", text="12公里"), cell(2021, 9e3, unit="米", text="9公里")]
    assert titled(roads, "公路") == "公路（公里）"


def test_indicators_in_the_reports_own_words_follow_the_standard_ones(sample_store: Path) -> None:
    samples = Desk(sample_store)
    offered = _indicators(samples, ["卫东区"])
    own = "引进亿元以上项目"
    assert offered.index("城镇新增就业") < offered.index(own)
    assert len(offered) == len(set(offered)) > len(samples.assistant.indicators(["卫东区"]))
    trend, shown = drawing(samples, ["卫东区"], [own])
    assert {cell.year: cell.text for cell in trend.cells if cell.citation and cell.nature == "实绩"}[
        2023
    ] == "49个"
    assert "<svg" in shown


@pytest.mark.parametrize("values", [(5.0,), (0.0, 0.0), (-3.2, 6.5), (1e13, 9e12), (0.02, 0.021)])
def test_every_figure_stands_inside_the_picture(values: tuple[float, ...]) -> None:
    svg = chart([cell(2000 + at, value) for at, value in enumerate(values)], "新增就业")
    _, _, _, height = map(float, ElementTree.fromstring(svg).get("viewBox", "").split())
    for dot in shapes(svg, "circle", "result"):
        assert 0 < float(dot.get("cy", "")) < height
        assert 0 < float(dot.get("cx", "")) < 720


def test_a_target_stands_beside_its_result_with_met_or_not(desk: Desk) -> None:
    shown = drawing(desk, [PLACE], ["城镇新增就业", "地区生产总值增速"])[1]
    rows = {
        re.sub("<[^>]+>", "|", row)
        for row in re.findall("<tr>(.*?)</tr>", shown)
        if 'data-pick="read:' in row
    }
    told = {tuple(filter(None, row.split("|"))) for row in rows}
    assert (PLACE, "2021", "4120人", "4000人", "完成") in told
    assert (PLACE, "2023", "5&#46;2&#37;", "没有报告") in told
    assert (PLACE, "2021", "6&#46;4&#37;", "6&#37;以上", "完成") in told
    assert "未完成" not in shown


def test_the_matrix_tells_which_report_covers_a_year(desk: Desk) -> None:
    entries = desk.assistant.store.entries()
    shown = matrix(entries, [PLACE, "白水县"])
    assert "实绩见2024年政府工作报告" in shown
    assert re.findall(r'<th scope="col">(\d+)</th>', shown) == ["2024", "2023", "2022", "2021", "2020"]
    first = shown.split("</tr>")[1]
    assert first.count("●") == 3
    assert first.count("○") == 3
    assert matrix(entries, ["乌有县"]) == ""


def test_the_csv_reads_back_with_figures_and_sentences(desk: Desk) -> None:
    data = csv_of(trend_of(desk, [PLACE, "白水县"], ["城镇新增就业", "地区生产总值增速"]))
    assert data.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"))))
    one = next(
        row for row in rows if (row["地区"], row["指标"], row["年份"]) == (PLACE, "城镇新增就业", "2021")
    )
    assert (one["实绩"], one["实绩数值"], one["目标"], one["完成情况"]) == (
        "4120人",
        "4120",
        "4000人",
        "完成",
    )
    assert "4120人" in one["实绩原句"]
    assert one["单位"] == "人"
    assert {row["地区"] for row in rows} == {PLACE, "白水县"}
    assert all(row["实绩"] or row["目标"] for row in rows)


def test_a_cell_that_a_spreadsheet_would_run_is_kept_from_it() -> None:
    told = csv_of(Trend((cell(2020, 5.0, text="=1+1"), cell(2021, 6.0, text="-5.2%")))).decode("utf-8-sig")
    assert "'=1+1" in told
    assert ",-5.2%," in told


def test_nothing_of_a_report_acts_in_the_table() -> None:
    shown = table(Trend((cell(2020, 5.0, text="<img src=x onerror=alert(1)>5人"),)), "新增就业")
    assert "<img" not in shown
    assert "5人" in shown


def test_citations_of_several_indicators_are_numbered_through(desk: Desk) -> None:
    trend = joined(desk.assistant.series([PLACE], name) for name in ("城镇新增就业", "地区生产总值增速"))
    assert [one.number for one in trend.citations] == list(range(1, len(trend.citations) + 1))
    assert len({(one.report_id, one.start) for one in trend.citations}) == len(trend.citations)
    for number in (1, len(trend.citations)):
        shown = read(desk, trend, number)
        assert f'<mark class="shown" data-number="{number}">' in shown
    assert read(desk, trend, 999) == ""


def test_a_missing_store_and_an_unknown_indicator_are_told(desk: Desk, tmp_path: Path) -> None:
    assert "ingest&#46;py" in drawing(Desk(tmp_path / "none"), [PLACE], ["城镇新增就业"])[1]
    assert "没有找到这个指标" in drawing(desk, [PLACE], ["火星基地"])[1]
    assert "选好地区和指标" in drawing(desk, [], [])[1]


def test_another_page_opens_a_trend_by_an_attribute() -> None:
    assert open_for(["青山县"], '"><script>').count('"') == 2
