"""What people say around an open question is none of what it is about: complaints, doubts, arts asked for."""

import pytest
from genre import written
from towns import assistant_over

from assistant.questions.spoken import as_asked

GULL_2024 = written(
    "针对订单萎缩，推行社保缓缴和用电打折，帮助企业克服困难。\n\n"
    "我们也清醒认识到，前进路上还有不少困难。产业底子薄弱，路灯管护存在短板。部分窗口服务意识不强。",
    "坚持不懈治理乱停车。施划泊位600个。开放机关大院夜间停车。\n\n"
    "开展降本增效行动，降低企业用气成本、仓储成本和办税成本。\n\n"
    "严肃查处失职渎职。健全容错机制，把试点中缺少经验的失误，同有令不行的违纪行为区分开来。",
    place="鸥洲县",
    year=2024,
)


@pytest.fixture(scope="module")
def bot(tmp_path_factory):
    with assistant_over(tmp_path_factory.mktemp("open_talk"), (GULL_2024,)) as opened:
        yield opened


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("乱停车太闹心了，鸥洲县2024年准备怎么治？", ("泊位",)),
        ("2024年鸥洲县准备从哪些方面给企业降成本？", ("仓储成本",)),
        ("订单萎缩把厂子折腾得够呛，2023年鸥洲县出了哪些招帮企业扛过去？", ("社保缓缴",)),
        ("县政府在2024年初坦承鸥洲还面临哪些困难和不足？", ("路灯管护",)),
        ("鸥洲县2024年要健全容错机制，哪些失误可以跟违纪区分开？", ("缺少经验",)),
    ],
)
def test_talk_around_the_matter_does_not_hide_it(bot, question, said):
    answer = bot.ask(question)
    assert answer.answered
    assert all(word in answer.text for word in said)


@pytest.mark.parametrize(
    "question",
    ["噪声太闹心了，鸥洲县2024年准备怎么治？", "2023年鸥洲县出了哪些招帮渔民扛过台风？"],
)
def test_what_is_not_told_is_refused(bot, question):
    assert not bot.ask(question).answered


@pytest.mark.parametrize(
    ("said", "read"),
    [
        ("油烟太烦人了，甲县怎么管", "油烟，甲县怎么管"),
        ("扬尘太严重了，甲县有哪些措施", "扬尘，甲县有哪些措施"),
        ("投资太少了，为此甲县很着急", "投资太少了，为此甲县很着急"),
        ("甲县想了什么硬招来留住师傅", "甲县怎么留住师傅"),
        ("甲县凭什么说大桥该建，给了哪些理由？", "甲县为什么大桥该建？"),
        ("甲县立了哪些护林的硬规矩", "甲县有哪些护林的规矩"),
        ("他们人太好了", "他们人太好了"),
        ("甲县出了什么事", "甲县出了什么事"),
    ],
)
def test_turns_of_talk(said, read):
    assert as_asked(said) == read
