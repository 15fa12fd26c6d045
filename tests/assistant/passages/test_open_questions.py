"""Open questions: what is admitted of one field, as many things as are asked for, places beside its own."""

import pytest
from genre import report
from towns import assistant_over

YUNXI_2024 = report(
    "（云溪县2024年的报告，为测试而写）\n\n"
    "一、2023年工作回顾\n\n"
    "（一）交通建设。白鹭江大桥合龙。杨柳江大桥、石门江大桥、新塘江大桥全部通车。\n\n"
    "（二）开放合作。我县同宜宾市共建茶叶检验中心，宜宾市的专家每月来县坐诊。新增上市企业3家。落户最快的松针油项目，从签约到动工只用了25天。招商聚焦闽南、赣东、浙西三大区域。为茶企开产销对接会，当场解决销路难题。开展数字人民币试点，开出首家外币兑换点。受暴雨影响，茶博会推迟到秋天举办。\n\n"
    "（三）农业农村。农村宅基地改革稳步推进。\n\n"
    "（四）社会事业。出台办法，发放育儿补贴，设立生育友好岗。因用地未批，两项民生工程未能按时完成。新增认知障碍照护床位120张。县医院新楼投用。歌曲《山歌新唱》获省级金奖。露营基地获评省级旅游示范点。\n\n"
    "成绩面前，我们自身的短板也不容忽视。一是实体经济不够强，规上企业数量偏少。二是创新平台少，签约项目转化率低。"
    "三是就学难、就医难还没有解决，养老床位紧张，河湖水质治理反复。此外，部分干部担当不够。下一步，我们会正视这些问题，逐项解决。\n\n"
    "二、2024年重点工作\n\n"
    "（一）做强产业。建设三大基地，壮大竹木、茶叶、药材产业。\n\n"
    "（二）帮扶企业。实施四大工程：实施减负工程。落实减税降费，清理涉企收费，降低用电用气成本，让企业轻装上阵。"
    "实施育才工程。举办技能大赛，开办企业家讲堂，引进高技能人才，让企业留得住人。实施数智工程。推动设备换新，建设智能车间。"
    "实施出海工程。组织企业参展，开拓海外市场。\n\n"
    "（五）为民办事。就近买菜。二十个山村居民点全部设点，每天清早送货上门，价格同城里一样。\n\n"
    "（六）布局产业。形成“一港三城”格局。白鹭物流港，联通铁路公路，货畅其流。竹海康养城，依山而建，接待八方客。"
    "松针科技城，引来院所，孵化企业。茶乡文创城，办节会，兴文化。\n\n"
    "（七）守住安全。实施安全守护三大工程，筑牢防线。深入实施桥梁体检工程，逐座排查。启动山洪预警工程，点位到村。"
    "推进老楼加固工程，先急后缓。\n\n"
    "（三）治理河湖。落实河长制，疏浚河道，截污纳管，河湖水质持续改善。\n\n",
    place="云溪县",
    year=2024,
)
YUNXI_2021 = report(
    "云溪县政府工作报告\n（2021年2月3日在云溪县第十届人民代表大会第六次会议上）\n"
    "云溪县人民政府县长 陈云松\n\n"
    "一、“十三五”工作回顾\n\n"
    "五年来，旅游业从小到大。竹海景区升级为4A级景区。温泉镇获评省级旅游名镇。接待游客突破百万人次。\n\n"
    "二、“十四五”目标\n\n旅游收入翻一番。\n\n",
    place="云溪县",
    year=2021,
)
MAIGANG_2024 = report(
    "（麦港市2024年的报告，为测试而写）\n\n"
    "一、2023年工作回顾\n\n"
    "港口吞吐量稳步增长，渔业产值再创新高。\n\n"
    "在看到成绩的同时，我们也清醒认识到：港口腹地还不够宽，海洋产业链条有待延伸；就业、养老等公共服务还有欠账；"
    "机关工作人员服务本领还需提高。\n\n"
    "二、2024年重点工作\n\n"
    "加快港口建设，做强渔业。\n\n",
    place="麦港市",
    year=2024,
)


@pytest.fixture(scope="module")
def towns(tmp_path_factory):
    """The assistant over the reports of a county and a city."""
    with assistant_over(tmp_path_factory.mktemp("open"), [YUNXI_2024, YUNXI_2021, MAIGANG_2024]) as opened:
        yield opened


@pytest.mark.parametrize(
    ("question", "said", "not_said"),
    [
        (
            "云溪县2024年报告承认的主要不足有哪几方面？",
            ["规上企业数量偏少", "养老床位", "担当不够"],
            "正视这些问题",
        ),
        ("云溪县承认创新平台和签约项目方面有哪些短板？", ["转化率低"], "担当不够"),
        ("云溪县在民生方面承认有哪些短板？", ["就学难", "养老床位"], "规上企业"),
        ("麦港市在民生方面承认有哪些短板？", ["欠账"], "渔业产值"),
        ("麦港市在港口方面还有什么差距？", ["腹地还不够宽"], "渔业产值"),
        ("麦港市还存在哪些不足？", ["链条有待延伸", "服务本领"], "渔业产值"),
    ],
)
def test_what_a_report_admits_is_told_of_the_field_asked_about(towns, question, said, not_said):
    answer = towns.ask(question)
    assert answer.answered
    assert all(words in answer.text for words in said), answer.text
    assert not_said not in answer.text


def test_the_sentence_that_names_as_many_of_the_kind_answers(towns):
    answer = towns.ask("云溪县2023年有哪几座跨江大桥通车了")
    assert answer.answered
    assert all(name in answer.text for name in ("杨柳江大桥", "石门江大桥", "新塘江大桥"))


@pytest.mark.parametrize(
    "question",
    ["云溪县哪几个村搞了宅基地改革？", "2023年云溪县新增的上市企业是哪几家？"],
)
def test_a_sentence_that_names_none_of_several_is_no_answer(towns, question):
    assert not towns.ask(question).answered


def test_sentences_that_open_alike_are_the_items_of_a_list(towns):
    answer = towns.ask("云溪县2024年帮扶企业要实施的四大工程分别是什么？")
    assert answer.answered
    assert all(name in answer.text for name in ("减负", "育才", "数智", "出海"))
    assert "降低用电" not in answer.text


def test_what_is_lacking_does_not_tell_how_a_thing_is_done(towns):
    answer = towns.ask("云溪县2024年怎么治理河湖水质？")
    assert answer.answered
    assert "截污纳管" in answer.text
    assert "反复" not in answer.text


@pytest.mark.parametrize(
    ("question", "said"),
    [("云溪县怎么照顾失智长辈？", "认知障碍照护床位"), ("云溪县有哪些文艺作品得了奖？", "山歌新唱")],
)
def test_what_people_call_otherwise_is_found_in_the_words_of_the_report(towns, question, said):
    answer = towns.ask(question)
    assert answer.answered
    assert said in answer.text


def test_why_needs_more_than_the_same_subject(towns):
    assert not towns.ask("云溪县为什么要合并两所医院？").answered


@pytest.mark.parametrize(
    "question",
    [
        "云溪县为什么推迟了县医院新楼的投用？",
        "云溪县为什么没有建成露营基地？",
        "云溪县医院新楼由哪家企业承建？",
        "云溪县和哪所大学共建茶叶检验中心？",
        "云溪县怎么支持电影产业发展？",
    ],
)
def test_what_is_taken_for_granted_and_not_told_is_refused(towns, question):
    assert not towns.ask(question).answered


def test_a_cause_that_is_told_answers_why(towns):
    answer = towns.ask("云溪县为什么推迟举办茶博会？")
    assert answer.answered
    assert "受暴雨影响" in answer.text


def test_digital_money_is_no_figure_and_loses_no_letter(towns):
    answer = towns.ask("云溪县在数字人民币方面有什么首家的做法？")
    assert answer.answered
    assert "外币兑换点" in answer.text


def test_a_short_head_of_a_line_says_what_its_sentences_are_of(towns):
    answer = towns.ask("云溪县怎么让山村居民就近买菜？")
    assert answer.answered
    assert "全部设点" in answer.text


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("云溪县2023年新投用了哪些医疗机构和场馆？", "县医院新楼投用"),
        ("云溪县出台了哪些鼓励生育的政策？", "育儿补贴"),
        ("云溪县2023年没有按时完成的民生项目是什么原因？", "用地未批"),
        ("2023年云溪县给茶企开了什么会解决问题？", "产销对接会"),
    ],
)
def test_words_that_every_report_writes_everywhere_weigh_little(towns, question, said):
    answer = towns.ask(question)
    assert answer.answered
    assert said in answer.text


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("云溪县2023年落户最快的是哪个项目，用了多久？", ["松针油项目", "25天"]),
        ("云溪县招商主要盯着哪三个区域？", ["闽南", "赣东", "浙西"]),
    ],
)
def test_which_with_how_long_and_what_is_aimed_at_are_told_by_their_sentence(towns, question, said):
    answer = towns.ask(question)
    assert answer.answered
    assert all(words in answer.text for words in said), answer.text


def test_the_report_of_whom_a_question_names_tells_its_session(towns):
    answer = towns.ask("陈云松是在云溪县第几届人大几次会议上作报告的？")
    assert answer.answered
    assert "第十届" in answer.text


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("云溪县说的“一港三城”格局，具体是哪一港、哪三城？", ["物流港", "康养城", "科技城", "文创城"]),
        ("云溪县要搞的安全守护三大工程分别是什么？", ["桥梁体检", "山洪预警", "老楼加固"]),
    ],
)
def test_what_is_announced_follows(towns, question, said):
    answer = towns.ask(question)
    assert answer.answered
    assert all(words in answer.text for words in said), answer.text


def test_a_question_that_says_where_to_look_is_none_about_the_report(towns):
    answer = towns.ask("云溪县的茶企产销对接会解决了什么难题？（2024年报告）")
    assert answer.answered
    assert "销路" in answer.text


def test_two_things_each_have_a_sentence_of_their_own(towns):
    answer = towns.ask("云溪县2023年在照顾失智和鼓励生育方面做了什么？")
    assert answer.answered
    assert "照护床位" in answer.text
    assert "育儿补贴" in answer.text


def test_a_period_of_years_is_answered_by_the_reports_that_tell_of_it(towns):
    answer = towns.ask("云溪县“十三五”期间在旅游上拿到了哪些牌子？")
    assert answer.answered
    assert "竹海景区" in answer.text
    assert "温泉镇" in answer.text
    assert "露营基地" not in answer.text


def test_a_place_without_a_report_beside_the_one_asked_about_is_of_what_is_asked(towns):
    answer = towns.ask("云溪县跟宜宾市在合作做些什么？")
    assert answer.answered
    assert "茶叶检验中心" in answer.text
