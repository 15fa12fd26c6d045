"""Numbered names: all their items, as many names after the place, and a refusal where no list gives them."""

import pytest
from genre import written
from towns import assistant_over

TOWN = written(
    "全县地区生产总值160.5亿元，增长7%。县中医院被农业部评为全国乡村示范单位。",
    "今年着力建设富裕临禾、清新临禾、和睦临禾，让群众满意。\n\n"
    "办好四件民生大事：一是新增就业岗位600个。二是改造水厂2座。三是修建步道9公里。四是新建幼儿园3所。\n\n"
    "巩固三道防火墙。这“三道防火墙”是稳定的根基。\n\n"
    "坚持以发展夯实根基，以改革激活动力，围绕着力稳定种粮面积、着力扩大有效投资、着力改善城乡环境、"
    "着力化解债务风险、着力提升办事效率的要求，我们要以开展粮食产能巩固年、项目攻坚突破年、环境综合整治年"
    "“三个年”活动为抓手，推动全县各项工作再上台阶，不断增强群众的获得感、幸福感、安全感，"
    "以过硬的作风和扎实的成绩向全县人民交上一份满意的答卷，为建设现代化新临禾而努力奋斗。",
    place="临禾县",
    year=2024,
)


@pytest.fixture(scope="module")
def bot(tmp_path_factory):
    with assistant_over(tmp_path_factory.mktemp("listed"), [TOWN]) as opened:
        yield opened


@pytest.mark.parametrize("question", ["临禾县2024年的四件民生大事都包括什么", "临禾2024年四件民生大事都是啥"])
def test_all_the_items_are_told(bot, question):
    told = bot.ask(question)
    assert told.answered
    assert all(word in told.text for word in ("600个", "水厂", "步道", "幼儿园"))


def test_names_after_the_place_are_its_kinds(bot):
    told = bot.ask("2024年提的“三个临禾”指哪三个")
    assert told.answered
    assert all(word in told.text for word in ("富裕临禾", "清新临禾", "和睦临禾"))


def test_of_a_long_sentence_only_the_list_is_quoted(bot):
    told = bot.ask("临禾县2024年“三个年”是哪三个")
    assert told.answered
    assert all(word in told.text for word in ("巩固年", "突破年", "整治年"))
    assert "努力奋斗" not in told.text


def test_a_name_that_no_list_explains_is_not_answered(bot):
    assert not bot.ask("临禾县2024年“三道防火墙”是哪三道").answered


def test_what_a_unit_was_called_is_one_thing(bot):
    told = bot.ask("临禾县中医院2023年被农业部评成了什么")
    assert told.answered
    assert "示范单位" in told.text
    assert "生产总值" not in told.text


OUTPOSTS = written(
    "甲城、乙州、丙港等地5个“飞地园”和丁山、戊江的展示厅同步投用。"
    "在甲城、乙州、丙港、丁山、戊江等地5个“创新驿站”挂牌。"
    "进一步明确“东片文旅联合体”“西片制造联合体”“南片商贸联合体”的分工。",
    "今年继续推进各项工作。",
    place="石桥县",
    year=2024,
)


@pytest.fixture(scope="module")
def quoted_bot(tmp_path_factory):
    with assistant_over(tmp_path_factory.mktemp("quoted_kinds"), [OUTPOSTS]) as opened:
        yield opened


@pytest.mark.parametrize(
    "question",
    ["石桥县的5个“创新驿站”都设在哪些城市？", "石桥5个创新驿站分别在哪几个地方"],
)
def test_the_list_may_stand_before_the_name_and_its_count(quoted_bot, question):
    told = quoted_bot.ask(question)
    assert told.answered
    assert all(word in told.text for word in ("甲城", "丁山", "戊江"))


def test_as_many_quoted_names_of_one_kind_are_the_parts(quoted_bot):
    told = quoted_bot.ask("石桥县三个联合体分别叫什么？")
    assert told.answered
    assert all(word in told.text for word in ("东片文旅", "西片制造", "南片商贸"))
    assert not quoted_bot.ask("石桥县四个联合体是哪四个").answered
