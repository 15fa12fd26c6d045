from __future__ import annotations

from pathlib import Path

import pytest

from reports.identity import identify
from reports.repair import repair

REAL = Path(__file__).resolve().parents[3] / "shared" / "reports"

FULL = """政府工作报告
——2019年3月2日在米易县第五届人民代表大会第三次会议上
米易县人民政府代县长 李 明
各位代表：
请审议县政府的报告。
一、2018年工作回顾
全县修路三条。
二、2019年工作安排
再修两条。
"""


def test_a_report_with_a_full_head() -> None:
    found = identify(FULL)
    assert (found.place, found.parents) == ("米易县", ("四川省", "攀枝花市"))
    assert (found.year, found.review_years, found.plan_years) == (2019, (2018,), (2019,))
    assert (found.kind, found.title) == ("政府工作报告", "政府工作报告")
    assert (found.speaker, found.speaker_role) == ("李明", "代县长")
    assert found.date == "2019-03-02"
    assert found.session == "米易县第五届人民代表大会第三次会议"


def test_a_colon_may_stand_between_the_office_and_the_name() -> None:
    head = (
        "临禾县2004年政府工作报告\n——2004年1月6日在临禾县第五届人民代表大会第二次会议上\n"
        "县长：韩　春\n各位代表：\n"
    )
    found = identify(head)
    assert (found.speaker, found.speaker_role) == ("韩春", "县长")


def test_what_the_user_says_overrides_the_text() -> None:
    found = identify(FULL, filename="某县_2001.txt", place="平顶山市卫东区", year=2020)
    assert (found.place, found.parents, found.year) == ("卫东区", ("河南省", "平顶山市"), 2020)
    assert identify(FULL, place="云上高新区").place == "云上高新区"


def test_the_text_wins_over_the_file_name() -> None:
    found = identify(FULL, filename="博野县_2010.txt")
    assert (found.place, found.year) == ("米易县", 2019)


def test_the_file_name_tells_what_the_text_does_not() -> None:
    found = identify("各位代表：\n修路三条，种树一万棵。\n", filename="保定市博野县_2021.txt")
    assert (found.place, found.parents, found.year) == ("博野县", ("河北省", "保定市"), 2021)


def test_nothing_known_stays_empty() -> None:
    found = identify("")
    assert (found.place, found.parents, found.year, found.date, found.session) == ("", (), None, "", "")
    assert (found.review_years, found.plan_years) == ((), ())


def test_without_a_title_the_names_around_decide() -> None:
    text = (
        "各位代表：\n我代表市人民政府作报告。\n一、2023年回顾\n"
        + "三亚的海更蓝了，吉阳区、天涯区、海棠区和崖州区各有新码头，海口市的朋友也来了。\n" * 3
        + "谱写三亚新篇章，全市上下同心，争做全省第一。\n"
    )
    found = identify(text)
    assert (found.place, found.parents, found.year) == ("三亚市", ("海南省",), 2024)


def test_a_province_is_not_its_cities() -> None:
    text = (
        "各位代表：\n我代表省政府作报告。\n"
        + "郑州、洛阳、开封、新乡、许昌各有进步，河南更好，全省有力。\n" * 4
    )
    assert identify(text).place == "河南省"


@pytest.mark.parametrize(
    ("around", "parents"),
    [
        ("与宽城区、南关区、绿园区相邻，长春市支持我们。", ("吉林省", "长春市")),
        ("与海淀区、丰台区、通州区相邻，北京市支持我们。", ("北京市",)),
        ("风调雨顺。", ()),
    ],
)
def test_a_name_of_several_places_is_settled_by_its_neighbours(around: str, parents: tuple[str, ...]) -> None:
    text = f"2022年朝阳区政府工作报告\n各位代表：\n{around}\n一、2021年回顾\n"
    found = identify(text)
    assert (found.place, found.parents, found.year) == ("朝阳区", parents, 2022)


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("标题：二00二年政府工作报告\n年份：2009\n各位代表：", 2002),
        ("标题：二O一一年政府工作报告\n年份：2014\n各位代表：", 2011),
        ("——二〇二六年一月二十七日在县十届人民代表大会第一次会议上\n各位代表：", 2026),
        ("各位代表：\n一、２０１５年工作回顾\n修了路。", 2016),
        ("各位代表：\n刚刚过去的2007年，我们修了路。", 2008),
        (
            "2023年12月20日在县九届人民代表大会第三次会议上\n各位代表：\n2023年工作回顾\n2024年工作安排\n",
            2024,
        ),
        ("各位代表：\n我向第八届全国人民代表大会第二次会议报告。", 1994),
        ("各位代表：\n這一年，國務院受託向第一屆全國人民代表大會第三次會議報告。", 1956),
    ],
)
def test_the_year_in_its_many_forms(text: str, year: int) -> None:
    assert identify(text).year == year


def test_the_state_council() -> None:
    text = "政府工作报告\n——2016年3月5日在第十二届全国人民代表大会第四次会议上\n国务院总理 王一\n各位代表："
    found = identify(text)
    assert (found.place, found.parents) == ("国务院", ())
    assert (found.speaker_role, found.speaker) == ("总理", "王一")
    assert found.session == "第十二届全国人民代表大会第四次会议"


def test_a_visit_of_the_premier_makes_no_state_council() -> None:
    text = "各位代表：\n我代表鄂州市人民政府作报告。\n国务院总理来鄂州看过机场。\n2023年回顾\n"
    assert identify(text).place == "鄂州市"


def test_five_years_behind_and_ahead() -> None:
    opening = "年米易县政府工作报告\n各位代表：\n"
    text = f"2021{opening}一、2020年工作和“十三五”成就回顾\n好。\n二、“十四五”主要目标\n好。\n"
    found = identify(text)
    assert found.review_years == (2016, 2017, 2018, 2019, 2020)
    assert found.plan_years == (2021, 2022, 2023, 2024, 2025)
    text = f"2017{opening}一、过去五年的回顾\n好。\n二、今后五年目标任务\n好。\n"
    found = identify(text)
    assert found.review_years == (2012, 2013, 2014, 2015, 2016)
    assert found.plan_years == (2017, 2018, 2019, 2020, 2021)


def test_kinds() -> None:
    notice = (
        "米易县人民政府办公室\n关于2022年政府工作报告任务分解的通知\n各单位：\n请于2022年9月1日前报送。\n"
    )
    found = identify(notice)
    assert (found.kind, found.year, found.place) == ("责任分解通知", 2022, "米易县")
    assert (found.review_years, found.plan_years, found.date) == ((), (2022,), "")
    assert found.title == "关于2022年政府工作报告任务分解的通知"
    summary = identify("米易县2023年政府工作报告（摘要）\n修路三条。\n")
    assert (summary.kind, summary.year) == ("政府工作报告摘要", 2023)
    assert identify("米易县2020年国民经济和社会发展统计公报\n修路三条。\n").kind == "其他"


def test_a_session_that_passed_the_report_on_its_day_is_its_own() -> None:
    head = "政府工作报告2009年2月8日米易县第四届人民代表大会第二次会议通过米易县人民政府县长李明\n"
    found = identify(head + "一、2008年工作回顾\n全县修路三条。\n")
    assert found.session == "米易县第四届人民代表大会第二次会议"


def test_an_earlier_session_is_not_the_reports_own() -> None:
    assert identify("一、2014年工作回顾\n完成了县九届人大二次会议确定的目标。\n").session == ""


@pytest.mark.parametrize(
    ("number", "place", "parents", "year", "kind", "speaker", "role", "date"),
    [
        ("000", "卫东区", ("河南省", "平顶山市"), 2024, "政府工作报告", "宋建立", "区长", "2024-01-23"),
        ("001", "卫东区", ("河南省", "平顶山市"), 2021, "政府工作报告", "张伟", "区长", "2021-02-23"),
        ("002", "卫东区", ("河南省", "平顶山市"), 2018, "政府工作报告", "安保亮", "代区长", "2018-01-18"),
        ("003", "山城区", ("河南省", "鹤壁市"), 2024, "政府工作报告摘要", "", "", "2024-02-07"),
        ("004", "卫东区", ("河南省", "平顶山市"), 2022, "责任分解通知", "", "", ""),
    ],
)
def test_the_real_reports(
    number: str,
    place: str,
    parents: tuple[str, ...],
    year: int,
    kind: str,
    speaker: str,
    role: str,
    date: str,
) -> None:
    files = sorted(REAL.glob(f"{number}_*.txt"))
    if not files:
        pytest.skip(f"the real reports are not in {REAL}")
    found = identify(repair(files[0].read_text(encoding="utf-8")).text, filename=files[0].name)
    assert (found.place, found.parents, found.year, found.kind) == (place, parents, year, kind)
    assert (found.speaker, found.speaker_role, found.date) == (speaker, role, date)


def test_a_report_given_for_a_district_is_the_district_s_though_the_file_names_the_city() -> None:
    text = (
        "各位代表：\n现在，我代表区人民政府，向大会报告工作，请予审议。\n一、2023年工作回顾\n"
        "黄山区的旅游越办越好。黄山区新修了两条路。到年底，黄山区的茶园都有了牌子。\n"
    )
    found = identify(text, filename="黄山市_2024.txt")
    assert (found.place, found.parents[-1]) == ("黄山区", "黄山市")
    assert identify(text.replace("黄山区", "全区"), filename="黄山市_2024.txt").place == "黄山市"
