"""What people say for what reports write: the shipped table, the user's own, and what they change."""

from collections.abc import Iterator

import pytest
from genre import written
from towns import assistant_over

from assistant.errors import BadSayings
from assistant.questions.sayings import (
    alike_spans,
    as_reported,
    as_written,
    thesaurus,
    use_sayings,
    weak_spans,
    without_asking,
)
from assistant.questions.slots import Slots
from reports.text import plain

TOWN = written(
    "全县地区生产总值160.5亿元，增长7%。粮食总产量突破25万吨。接待游客310万人次。"
    "松涛岭晋级国家4A级旅游景区。新建停车场5处。"
    "新改建农村公路31公里。出口额2.6亿元。实现劳务输出4.1万人。雁回沟水库除险加固投资830万元。"
    "中心城区新增集中供热面积12万平方米，总供热面积达95万平方米。完成“双改”工程1500户。"
    "黄花达到3.3万亩。绿氢产量突破1万吨。跨境电商进出口额4亿元。"
    "城乡低保标准分别提高到710元/月、5900元/年。陶瓷、纺织、食品等产业产值达46亿元。\n\n"
    "[1]双改：即危房改造、厕所改造。",
    "地区生产总值增长6.5%。新增公共充电桩800个。",
    place="临禾县",
    year=2024,
)


@pytest.fixture(autouse=True)
def _shipped_only() -> Iterator[None]:
    yield
    use_sayings(None)


@pytest.mark.parametrize(
    ("said", "written_"),
    [
        ("许诺新建几所", "计划新建几所"),
        ("吞吐量冲多少", "吞吐量计划多少"),
        ("要再添几家", "要新增几家"),
        ("产量跨过多少", "产量突破多少"),
        ("都是啥", "是哪些"),
        ("吸引外资", "实际利用外资"),
    ],
)
def test_what_is_said_is_put_as_reports_write_it(said: str, written_: str) -> None:
    assert as_written(said) == written_


def test_words_of_asking_are_left_out() -> None:
    assert without_asking("一共开工多少个来着").split() == ["开工多少个"]


def test_a_word_is_looked_for_as_the_report_has_it() -> None:
    assert as_reported("招揽游人", "全年接待游客") == ("接待游客", "--游客")
    assert as_reported("招揽游人", "招揽游人无数") == ("招揽游人", "--游人")


def test_the_longest_saying_counts_and_what_begins_inside_it() -> None:
    spans = alike_spans("农村道路", "改造农村公路40公里")
    assert spans[0][:2] == (0, 4)
    assert "农村公路" in spans[0][2]
    assert alike_spans("松涛岭", "松涛岭") == []


def test_a_shorter_saying_counts_where_the_report_uses_no_form_of_the_longest() -> None:
    # 招老师 has forms (招聘教师) that this text lacks, 老师 has one that it uses
    assert alike_spans("招老师", "引进教师30人") == [(1, 3, ("教师",))]


def test_the_thesaurus_never_says_a_word_for_itself() -> None:
    table = thesaurus()
    assert len(table) > 3000
    assert [said for said, forms in table.items() if said in forms or not all(forms)] == []


def test_the_thesaurus_is_written_as_words_are_compared() -> None:
    words = [w for said, forms in thesaurus().items() for w in (said, *forms)]
    assert [w for w in words if plain(w) != w or len(w) < 2] == []


def test_weak_words_are_the_whole_words_only() -> None:
    assert weak_spans("评上4a") == {0, 1}
    assert weak_spans("评4a上") == set()


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("临禾县2023年GDP盘子有多大", "160.5亿元"),
        ("2023年临禾粮食产量跨过了多少万吨", "25万吨"),
        ("2023年临禾招揽了多少游客", "310万人次"),
        ("临禾县2024年许诺新添多少个公共充电桩", "800个"),
        ("2023年临禾盖了几处停车场", "5处"),
        ("2023年临禾哪个景区新评上了国家4A", "松涛岭"),
        ("2023年临禾新修改建了多少公里农村道路", "31公里"),
        ("2023年临禾卖到国外的有多少亿元", "2.6亿元"),
        ("2023年临禾外出打工的有多少人", "4.1万人"),
        ("2023年临禾集中供热总共有多大面积", "95万平方米"),
        ("2023年临禾厕所改造了多少户", "1500户"),
        ("2023年临禾农村低保标准是多少", "5900元"),
        ("2023年临禾陶瓷、纺织、食品产业产值多少", "46亿元"),
        ("2023年临禾城里多了多少个停车场", "5处"),
        ("临禾县2023年生产总值比2022年增长百分之几", "7%"),
        ("2023年临禾黄花种植面积是多少", "3.3万亩"),
        ("“双改”工程指什么", "危房改造、厕所改造"),
    ],
)
def test_questions_as_people_ask_them(tmp_path, question: str, told: str) -> None:
    with assistant_over(tmp_path, [TOWN]) as bot:
        answer = bot.ask(question)
        assert answer.answered
        assert told in answer.text


@pytest.mark.parametrize(
    "question",
    [
        "2023年临禾雁回沟接待游客多少万人次",
        "单看陶瓷，临禾县2023年产值是多少",
        "临和2023年新建停车场几处",
        "栖霞洼景区2023年接待游客多少万人次",
        "临禾县2023年柠檬产量多少万吨",
        "临禾县2023年进出口总额多少亿元",
    ],
)
def test_a_part_is_not_told_by_the_whole(tmp_path, question: str) -> None:
    with assistant_over(tmp_path, [TOWN]) as bot:
        answer = bot.ask(question)
        assert not answer.answered, answer.text


def test_what_is_planned_beside_a_plan_is_told_by_the_plan(tmp_path) -> None:
    later = written("新建绿道31公里。新建公园9座。", "新建绿道40公里。", place="临禾县", year=2025)
    plan = written("新建公园5座。", "新建公园12座、绿道20公里。", place="临禾县", year=2024)
    with assistant_over(tmp_path, [plan, later]) as bot:
        answer = bot.ask("临禾县2024年计划新建公园多少座、绿道多少公里")
        assert "12座" in answer.text
        assert "20公里" in answer.text
        assert "31公里" not in answer.text


def test_a_weak_word_alone_asks_for_nothing(tmp_path) -> None:
    with assistant_over(tmp_path, [TOWN]) as bot:
        assert not bot.ask("临禾县2023年评上了多少个").answered


def test_the_users_own_table_counts_beside_the_shipped_one(tmp_path) -> None:
    own = tmp_path / "own.toml"
    own.write_text('[written]\n"新增" = ["杵起"]\n[weak]\nwords = ["楞个"]\n', encoding="utf-8")
    assert as_written("杵起几个") == "杵起几个"
    use_sayings(own)
    assert as_written("杵起几个，再添几家") == "新增几个，新增几家"
    assert weak_spans("楞个") == {0, 1}


@pytest.mark.parametrize(
    "text", ["[written", '[other]\na = ["b"]', '[weak]\nwords = "b"', '[alike]\na = [""]']
)
def test_a_table_of_another_format_is_refused_in_a_sentence(tmp_path, text: str) -> None:
    own = tmp_path / "own.toml"
    own.write_text(text, encoding="utf-8")
    with pytest.raises(BadSayings, match="口语对照表"):
        use_sayings(own)
    assert as_written("啥") == "什么"


def test_a_missing_table_is_named() -> None:
    with pytest.raises(BadSayings, match="没有这个文件"):
        use_sayings("没有这个文件.toml")


def test_slots_keep_the_question_as_it_was_asked(tmp_path) -> None:
    with assistant_over(tmp_path, [TOWN]) as bot:
        query = bot.ask("临禾县2024年许诺新添多少个公共充电桩").query
        assert query is not None
        assert query.question == "临禾县2024年许诺新添多少个公共充电桩"
        assert query.nature == "目标"
    assert Slots("", "").content == ""


def test_what_no_single_year_tells_the_years_together_may(tmp_path) -> None:
    town = written("五年来，撤并站所24个。城镇新增就业3100人。", place="临禾县", year=2024)
    with assistant_over(tmp_path, [town]) as bot:
        answer = bot.ask("2019到2023年临禾县撤并了多少个站所")
        assert answer.answered
        assert "24个" in answer.text
        assert "没有找到" not in answer.text


def test_a_second_thing_asked_in_a_word_is_of_the_same_matter(tmp_path) -> None:
    town = written("服装电商销售量5000件、交易额40万元。技术合同成交额30.5万元。", place="临禾县", year=2024)
    with assistant_over(tmp_path, [town]) as bot:
        answer = bot.ask("临禾县2023年服装电商销售多少件，成交多少钱")
        assert "5000件" in answer.text
        assert "30.5万元" not in answer.text
