"""Numbered names told by how sentences open, by one list of their kind, or written in another order."""

import pytest
from genre import written
from towns import assistant_over

TOWN = written(
    "全县地区生产总值160.5亿元，增长7%。",
    "为完成上述任务，务必紧盯项目落地。今年再签约12个项目。务必紧盯民生改善。新建学校2所。"
    "务必紧盯安全底线。开展排查3轮。务必紧盯作风转变。精简会议。\n\n"
    "到2030年，全面建成工贸强城、宜业新城、书香名城，人民生活更加富足。\n\n"
    "推进水源保护三大工程，守住水缸。实施水库扩容工程，增加库容。实施管网改造工程，减少漏损。"
    "实施河岸整治工程，恢复湿地。\n\n"
    "深刻领会上级“三个牢记”的要求。牢记使命担当，干字当头。\n\n"
    "牢记群众冷暖，多办实事。\n\n"
    "谋划长远，形成“一港三镇”布局。河口深水港，扩建泊位。柳溪文创名镇，修缮老街。北岭康养小镇，建设步道。"
    "东坪花木重镇，办好花市。\n\n"
    "抓好农业“三新”，加快培育新农人，办好夜校；推广新品种，建设基地；示范新农机，开展补贴。\n\n"
    "帮助企业“结伴出行”。组织企业参展5次。在外地设立服务点。办好订货会。",
    place="临禾县",
    year=2024,
)


@pytest.fixture(scope="module")
def bot(tmp_path_factory):
    with assistant_over(tmp_path_factory.mktemp("opening"), [TOWN]) as opened:
        yield opened


@pytest.mark.parametrize(
    ("question", "parts"),
    [
        ("“四个务必紧盯”具体有哪四个？临禾县2024年讲的", ("项目落地", "民生改善", "安全底线", "作风转变")),
        ("2030年临禾县目标里说的三个“城”分别是啥城", ("工贸强城", "宜业新城", "名城")),
        ("临禾县“一港三镇”的布局都包括哪些？分别列一下", ("深水港", "柳溪", "北岭", "东坪")),
        ("临禾县2024年做农业工作提了“三新”，具体指哪三个", ("新农人", "新品种", "新农机")),
        ("临禾县2024年在帮助企业“结伴出行”上有哪些举措", ("参展", "服务点", "订货会")),
        ("2024年临禾县说要实施三大水源保护工程，是哪三个", ("水库扩容", "管网改造", "河岸整治")),
    ],
)
def test_the_parts_are_told(bot, question, parts):
    told = bot.ask(question)
    assert told.answered
    assert all(part in told.text for part in parts)


def test_a_name_of_others_is_not_told_by_what_opens_alike(bot):
    assert not bot.ask("临禾县2024年“三个牢记”是哪三个").answered
