"""A county of our own for the pages of indicators and duties: three reports, one missing year, a notice."""

from __future__ import annotations

from tests.genre import report, written

PLACE = "青山县"
REPORTS = (
    written(
        "地区生产总值170亿元，增长5.1%。城镇新增就业3900人。",
        "地区生产总值增长6%以上，城镇新增就业4000人，城镇登记失业率控制在4.5%以内。",
        year=2021,
    ),
    written(
        "地区生产总值181.5亿元，增长6.4%。城镇新增就业4120人。城镇登记失业率3.9%。",
        "地区生产总值增长6.5%，城镇新增就业4300人。",
        year=2022,
    ),
    written(
        "地区生产总值195.8亿元，增长5.2%。城镇新增就业4630人。",
        "地区生产总值增长6%左右，城镇新增就业0.46万人以上。",
        year=2024,
    ),
    written("城镇新增就业2015人。", "城镇新增就业2100人。", place="白水县", year=2024),
)
NOTICE = report(
    "青政办〔2024〕7号\n\n青山县人民政府办公室\n\n关于分解2024年政府工作报告重点任务的通知\n\n各乡镇：\n\n"
    "一、乡村建设\n\n"
    "1.新建高标准农田4000亩。\n\n责任领导：周一山\n\n牵头单位：县农业农村局\n\n责任单位：县水利局、各乡镇\n\n"
    "2.更新城区供水管网，完成年限：2024年10月底。\n\n责任领导：李二水\n\n牵头单位：县住建局\n\n"
    "配合单位：县财政局\n\n"
    "3.修建村级养老驿站12处，<b onclick=alert(1)>让老人就近用餐</b>。\n\n责任领导：周一山\n\n"
    "牵头单位：县民政局\n",
    year=2024,
    source="青山县2024责任分解.txt",
)
