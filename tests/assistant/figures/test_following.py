"""Follow-ups that ask on about what was just told: the answer stands in the sentence of the one before."""

import pytest
from genre import written
from towns import assistant_over

ALDER = written(
    "整修旧院落12处、惠及433户居民。新修乡间步道88公里、其中环湖段31公里。新签茶叶订单76笔、超出年度计划19%。"
    "晴好天数205天，超县里定的目标14天。"
    "镇属作坊完成技改支出17亿元，营业收入46亿元，分别占全县的61.2%和58.4%。"
    "夜游收入增长8.2%，镇域排位全省第6，门票收入增长5.1%，排名全省第9。雾天比上年减少7天。"
    "远郊游客增长6%，其中返乡客73万、增长41%。"
    "省级茶旅节目、市级茶旅节目上座率分别达90%、71%。"
    "引入投资6亿元的茶厂项目4个，邻近两村另投3亿元。百户托位数由2.5个增加到7.5个。新登记茶农570户。"
    "百万元以上竣工茶坊24座；在建茶坊52座，占地93亩。"
    "推进文旅项目64个，其中县镇文旅项目27个。28个茶点完成县镇级改造。"
    "乡镇事项由222项压减至101项，村级事项由140项压减至79项。茶厂用工增长6.2%、高于全国1.7个百分点。"
    "茶园播种面积9万亩，产量4.6万斤。修补旧堤坝17座。评出和美茶户800户。"
    "新增绣娘41人，绣娘总数达322人。科研经费投入6.8亿元、同比增长21%。"
    "新增县级工坊松韵陶艺、溪畔竹编、南坡染坊3家。新办托育点9个。\n\n"
    "红茶、绿茶、白银针产量分别增长7.5%、6.2%、3.1%。",
    "整修旧院落20处。",
    place="桤木县",
    year=2024,
)


@pytest.fixture(scope="module")
def bot(tmp_path_factory):
    """The assistant over one county's report."""
    with assistant_over(tmp_path_factory.mktemp("following"), (ALDER,)) as opened:
        yield opened


def asked(bot, *questions):
    """The answer to the last of ``questions``."""
    history = []
    for question in questions[:-1]:
        history.append((question, bot.ask(question, history=history).text))
    return bot.ask(questions[-1], history=history)


@pytest.mark.parametrize(
    ("first", "question", "figure"),
    [
        ("桤木县2023年整修旧院落多少处", "惠及多少户？", "433户"),
        ("桤木县2023年新修乡间步道多少公里", "其中环湖段多少？", "31公里"),
        ("桤木县2023年新签茶叶订单多少笔", "超出年度计划多少？", "19%"),
        ("桤木县2023年晴好天数多少天", "超县里定的目标几天？", "14天"),
        ("桤木县2023年镇属作坊技改支出多少", "占全县的多少？", "61.2%"),
        ("桤木县2023年镇属作坊营业收入多少", "占全县的多少？", "58.4%"),
        ("桤木县2023年省级茶旅节目上座率多少", "市级的呢？", "71%"),
        ("桤木县2023年百户托位数增加到多少", "原来是多少？", "2.5个"),
        ("桤木县2023年引入茶厂项目多少个", "总投资多少？", "6亿元"),
        ("桤木县2023年百万元以上竣工茶坊多少座", "在建的呢？", "52座"),
        ("桤木县2023年文旅项目推进了多少个", "里头县镇级的占几个？", "27个"),
        ("桤木县2023年茶园播种面积多少亩", "产了多少斤？", "4.6万斤"),
        ("桤木县2023年乡镇事项有多少项", "原来有多少？", "222项"),
        ("桤木县2023年茶厂用工增长多少", "比全国高了多少？", "1.7个百分点"),
        ("桤木县2023年新增绣娘多少人", "加上这些一共多少人？", "322人"),
        ("桤木县2023年科研经费投入多少", "增长呢？", "21%"),
        ("桤木县2023年门票收入增长多少", "在全省排第几？", "第9"),
        ("桤木县2023年远郊游客增长多少", "其中返乡客多少？", "73万"),
    ],
)
def test_what_is_told_beside_the_figure_before_answers(bot, first, question, figure):
    answer = asked(bot, first, question)
    assert answer.answered
    assert answer.verified
    assert figure in answer.text


@pytest.mark.parametrize(
    ("first", "question"),
    [
        ("桤木县2023年整修旧院落多少处", "花了多少钱？"),
        ("桤木县2023年新修乡间步道多少公里", "其中沿江段多少？"),
        ("桤木县2023年新办托育点多少个", "涉及多少户？"),
        ("桤木县2023年雾天减少多少天", "全年一共多少天？"),
        ("桤木县2023年新登记茶农多少户", "总数有多少？"),
    ],
)
def test_the_figure_before_is_no_answer_to_what_it_does_not_tell(bot, first, question):
    assert not asked(bot, first, question).answered


def test_what_was_counted_is_named_where_the_sentence_lists_it(bot):
    answer = asked(bot, "桤木县2023年新增县级工坊多少家", "具体是哪几家？")
    assert answer.answered
    assert "溪畔竹编" in answer.text


def test_a_thing_that_bears_a_places_name_is_of_the_place_spoken_of(bot):
    answer = asked(bot, "桤木县2023年红茶产量增长多少", "白银针呢？")
    assert "3.1%" in answer.text
    assert "7.5%" not in answer.text


def test_whom_another_work_reached_is_not_told(bot):
    assert not asked(bot, "桤木县2023年修补旧堤坝多少座", "惠及多少户？").answered


BIRCH = written(
    "竹器交易额7.3亿元、增长12%。茶油产量4200吨，增长8.5%。山货批发额增长6.5%。"
    "竹编产业规模、漆器产业规模分别达到31亿元、8亿元。渡口货物吞吐量63万吨；集装箱航线3条，吞吐量2.7万标箱。"
    "24个县级重点作坊、85个乡重点作坊分别完成技改投资2.6亿元、1.4亿元。"
    "渔获加工强度3.4%、居湖区各县第五。漆艺工作室17家、占全省的近1/6。湖鲜外运840吨，其中活鲜占比约三分之一。"
    "夜市游客46万人次、总收入1.2亿元，增长30%、40%。湖蟹出口年均增长6%、电商占比超七成。"
    "藕粉产量居各湖区第二。"
    "苇席出口额5.8亿元，由上年居全省第九位上升到第六位。机场旅客吞吐量9.1万人次、增长17.2%，铁路旅客发送量52万人、增长13.6%，增速居全省第二。铁路货物发送量23万吨、增长10%。",
    "竹器交易额达到8亿元。茶油产量稳定在4600吨以上。山货批发额增长7%左右。",
    place="白桦县",
    year=2024,
)


@pytest.fixture(scope="module")
def birch(tmp_path_factory):
    """The assistant over another county's report."""
    with assistant_over(tmp_path_factory.mktemp("birch"), (BIRCH,)) as opened:
        yield opened


@pytest.mark.parametrize(
    ("questions", "figure"),
    [
        (("白桦县2023年竹器交易额增长多少", "2024年力争达到多少"), "8亿元"),
        (("白桦县2023年竹器交易额多少", "比上年增长多少", "明年要到多少"), "8亿元"),
        (("白桦县2023年茶油产量增长多少", "今年要稳定在多少"), "4600吨"),
        (("白桦县2023年山货批发额增长多少", "2024年的目标要达到多少"), "7%"),
        (("白桦县2023年竹编产业规模多少亿元", "漆器呢"), "8亿元"),
        (("白桦县2023年渡口货物吞吐量多少吨", "集装箱呢"), "2.7万标箱"),
        (("白桦县2023年县级重点作坊完成投资多少", "乡重点呢"), "1.4亿元"),
        (("白桦县2023年渔获加工强度多少", "在湖区各县里能排第几"), "第五"),
        (("白桦县2023年漆艺工作室多少家", "占全省的几成"), "1/6"),
        (("白桦县2023年湖鲜外运多少吨", "其中活鲜约占多大比例"), "三分之一"),
        (("白桦县2023年夜市游客多少人次", "挣了多少钱"), "1.2亿元"),
        (("白桦县2023年苇席出口额多少", "在全省排第几位"), "第六"),
        (("白桦县2023年机场旅客吞吐量多少", "坐火车的呢"), "52万人"),
    ],
)
def test_what_is_asked_again_of_a_year_or_a_like_thing_is_what_is_told(birch, questions, figure):
    answer = asked(birch, *questions)
    assert answer.answered
    assert figure in answer.text


def test_a_fraction_of_another_whole_is_no_share_of_what_is_asked(birch):
    answer = asked(birch, "白桦县2023年漆艺工作室多少家", "占全国的几成")
    assert "1/6" not in answer.text or not answer.answered
