"""A store of short invented reports, assistants over it and over the samples, and a scripted LLM."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from genre import report, written
from llm_server import KEY, Scripted, serving

from assistant import Assistant, Settings
from reports.records import Report

QINGSHAN_2023 = written(
    "经初步核算，全县地区生产总值达到182.4亿元，增长5.5%。一般公共预算收入9.6亿元，增长4.2%。"
    "城镇新增就业4120人。新建学校6所、养老院2处。"
    "城乡居民人均可支配收入分别达到36500元和19800元，增长5.1%和7.2%。\n\n"
    "工作中还存在不少困难和问题：产业底子薄，龙头企业偏少；县城停车难；干部作风有待改进。",
    "主要预期目标是：地区生产总值增长6.5%以上，一般公共预算收入增长5%；城镇新增就业4500人以上。"
    "改造老旧小区1200户，新修农村公路80公里；城镇登记失业率控制在4.5%以内。\n\n"
    "大力发展寄宿制教育，选派骨干教师到乡镇支教。",
    year=2023,
)
QINGSHAN_2024 = written(
    "全县地区生产总值195.8亿元，同比增长6.2%。一般公共预算收入10.3亿元，增长7.3%。"
    "社会消费品零售总额66.2亿元，增长8.1%。城镇新增就业4630人，失业人员再就业980人。"
    "新修农村公路76公里，改造老旧小区1315户；城镇登记失业率3.8%。\n\n"
    "办理代表建议62件、委员提案74件，办结率100%。空气优良天数302天，森林覆盖率45.2%。\n\n"
    "五年来，累计完成投资620亿元，新增就业2.1万人。",
    "主要预期目标是：地区生产总值增长6%左右，一般公共预算收入增长6%；城镇新增就业0.46万人以上，"
    "城镇登记失业率控制在4%以内。新建学校3所。\n\n"
    "狠抓招商引资，组建三支驻外招商小分队，完善项目首席服务制度。\n\n"
    "青河大桥六月底前建成通车。",
    year=2024,
)
BAISHUI_2024 = written(
    "地区生产总值88.5亿元，增长7.1%。一般公共预算收入4.2亿元，增长3.3%。城镇新增就业2015人。"
    "预计社会消费品零售总额31亿元。森林覆盖率达到61.5%。",
    "地区生产总值增长8%。城镇新增就业2100人。",
    place="白水县",
    year=2024,
)
NOTICE_2024 = report(
    "青政办〔2024〕7号\n\n青山县人民政府办公室\n\n关于分解2024年政府工作报告重点任务的通知\n\n各乡镇：\n\n"
    "一、乡村建设\n\n"
    "1.新建高标准农田4000亩。\n\n责任领导：周一山\n\n牵头单位：县农业农村局\n\n责任单位：县水利局、各乡镇\n\n"
    "2.更新城区供水管网，完成年限：2024年10月底。\n\n责任领导：李二水\n\n牵头单位：县住建局\n\n"
    "配合单位：县财政局\n\n"
    "3.修建村级养老驿站12处。\n\n责任领导：周一山\n\n牵头单位：县民政局\n",
    year=2024,
    source="青山县2024责任分解.txt",
)
REPORTS: tuple[Report, ...] = (QINGSHAN_2023, QINGSHAN_2024, BAISHUI_2024, NOTICE_2024)


@pytest.fixture(scope="session")
def county_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Folder of a store of two counties' reports. Shared by all tests: never write to it."""
    from vectorstore import Store

    path = tmp_path_factory.mktemp("counties") / "store"
    with Store.open(path, create=True) as store:
        store.add_many(REPORTS)
    return path


@pytest.fixture(scope="session")
def bot(county_store: Path) -> Iterator[Assistant]:
    """The embedded assistant over the two counties."""
    with Assistant.open(county_store) as opened:
        yield opened


@pytest.fixture(scope="session")
def sample_bot(sample_store: Path) -> Iterator[Assistant]:
    """The embedded assistant over the samples."""
    with Assistant.open(sample_store) as opened:
        yield opened


@pytest.fixture(scope="module")
def model() -> Iterator[Scripted]:
    """A scripted endpoint that the tests of one module share."""
    with serving() as state:
        yield state


@pytest.fixture
def server() -> Iterator[Scripted]:
    """A scripted endpoint of this test's own."""
    with serving() as state:
        yield state


@pytest.fixture
def opened(sample_store: Path, server: Scripted) -> Iterator[Callable[..., Assistant]]:
    """Opens assistants on the sample store that talk to the scripted server, with settings as given."""
    made: list[Assistant] = []

    def make(**given: object) -> Assistant:
        values = {
            "llm_model": "m",
            "llm_base_url": server.url,
            "llm_api_key": KEY,
            "llm_timeout": 20,
            **given,
        }
        made.append(Assistant.open(sample_store, settings=Settings(_env_file=None, **values)))  # type: ignore[arg-type]
        made[-1].store.search("热身", 1)
        return made[-1]

    yield make
    for bot in made:
        bot.close()
