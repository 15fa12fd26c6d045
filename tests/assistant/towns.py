"""More invented reports: namesakes, a province with a city in it, a county of many kinds of figures.

The province and its city bear real names, because the gazetteer tells which stands in which; their
figures are invented like all others.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from genre import report, written

from assistant import Assistant
from assistant.questions.places import PlaceIndex
from assistant.records import Answer
from reports.records import Identity, Report
from vectorstore.records import ReportEntry

XIKOU_COUNTY_2013 = written(
    "全县地区生产总值61.3亿元，增长9.4%。城镇新增就业1830人。",
    place="溪口县",
    year=2013,
)
XIKOU_COUNTY_2014 = written(
    "全县地区生产总值66.7亿元，增长8.8%。城镇新增就业1910人。建成竹编交易市场和水产批发市场。",
    place="溪口县",
    year=2014,
)
XIKOU_DISTRICT_2023 = written(
    "全区地区生产总值142.9亿元，增长5.2%。城镇新增就业3370人。",
    "城镇新增就业3500人以上。",
    place="溪口区",
    year=2023,
)
NAMESAKES = (XIKOU_COUNTY_2013, XIKOU_COUNTY_2014, XIKOU_DISTRICT_2023)

SHAANXI_2024 = written(
    "全省地区生产总值33100亿元，增长4.4%。城镇新增就业42.6万人。"
    "西安开通中欧班列4980列，宝鸡新建标准化厂房37万平方米。新建改建农村公路5200公里。\n\n"
    "在西安带动下，全省一般公共预算收入3437亿元，增长3.9%。",
    "城镇新增就业40万人以上。",
    place="陕西省",
    year=2024,
)

LINHE_2023 = written(
    "全县地区生产总值150亿元，增长5%。粮食产量20万吨。城镇新增就业3000人。空气优良天数291天。",
    "全县目标：地区生产总值增长6%以上。",
    place="临禾县",
    year=2023,
)
LINHE_2024 = written(
    "全县地区生产总值160.5亿元，增长7%，总量居全省第12位。牧区经济总量达到23.7亿元。"
    "粮食产量25万吨，增长25%。固定资产投资完成98.4亿元。"
    "常住人口城镇化率56.8%，比上年提高1.3个百分点。\n\n"
    "城镇居民人均可支配收入38200元，增长4.6%；农村居民人均可支配收入20500元，增长6.9%。"
    "城镇新增就业3300人。\n\n"
    "实施重点项目72个，完成投资41.5亿元。新认定高新技术企业9家，总数达到31家。"
    "为185家企业发放贷款6.4亿元。\n\n"
    "空气优良天数305天，比2019年增加27天；PM2.5平均浓度32微克/立方米。"
    "选派12名医护人员支援武汉。\n\n"
    "县人民医院完成迁建，县文化馆被评为国家一级馆，全县荣获全国双拥模范县称号，旅游环线开工建设。",
    "全县目标：地区生产总值增长6.5%。城镇新增就业3200人以上。\n\n开工建设智慧停车场5处。",
    place="临禾县",
    year=2024,
)
DONGPING_2024 = written(
    "全县地区生产总值80.25亿元，增长6.1%。城镇新增就业1500人。粮食产量12.5万吨。",
    place="东坪县",
    year=2024,
)
COUNTIES = (LINHE_2023, LINHE_2024, DONGPING_2024)

NOTICE_2024 = report(
    "临政办〔2024〕11号\n\n临禾县人民政府办公室\n\n关于分解2024年政府工作报告重点任务的通知\n\n各乡镇：\n\n"
    "一、民生实事\n\n"
    "1.新建口袋公园6处。\n\n责任领导：郑大江、吴小河\n\n牵头单位：县城市管理局\n\n"
    "责任单位：柳林路街道办事处\n\n"
    "2.改造乡镇敬老院4所。\n\n责任领导：郑大江\n\n牵头单位：县民政局\n\n"
    "3.疏浚灌溉渠道55公里。\n\n牵头单位：县水利局\n\n配合单位：县财政局\n\n"
    "4.举办秋季招聘会8场。\n\n责任领导：吴小河、郑大江\n\n牵头单位：县人力资源和社会保障局\n",
    place="临禾县",
    year=2024,
    source="临禾县2024责任分解.txt",
)

FIVE_YEARS_2022 = report(
    "政府工作报告\n\n——2022年2月18日在临禾县第九届人民代表大会第一次会议上\n\n县长　韩春生\n\n各位代表：\n\n"
    "现在，我代表县人民政府报告工作，请予审议。\n\n"
    "一、过去五年工作回顾\n\n五年来，城镇新增就业累计1.4万人。\n\n"
    "二、2022年工作安排\n\n城镇新增就业2900人以上。\n",
    place="临禾县",
    year=2022,
)


PLACES = PlaceIndex(
    [
        ReportEntry(f"{place}2024", "", Identity(place, (), 2024), "txt", "text", 1, 1, 1, 100, "")
        for place in ("临禾县", "东坪县")
    ]
)


@contextmanager
def assistant_over(folder: Path, reports: Sequence[Report]) -> Iterator[Assistant]:
    """The embedded assistant over a new store of ``reports`` in ``folder``."""
    from vectorstore import Store

    path = folder / "store"
    with Store.open(path, create=True) as store:
        store.add_many(reports)
    with Assistant.open(path) as opened:
        yield opened


def check(answer: Answer, *figures: str) -> None:
    """Answered, verified, and each figure stands in the text and in the quote that its clause cites."""
    assert answer.answered
    assert answer.verified
    quotes = {c.number: c.quote for c in answer.citations}
    for figure in figures:
        (number,) = re.findall(rf"(?<![\d.]){re.escape(figure)}[^\[；\n]*\[(\d+)\]", answer.text)
        assert figure in quotes[int(number)]
