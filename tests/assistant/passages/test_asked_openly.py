"""Open questions as people put them: what belongs to the asking is no part of what is looked for."""

import pytest
from genre import report
from towns import assistant_over

OFFICES = "林业 渔业 商业 教育 卫生 交通 环保 消防 审计 统计 广电 体育 民政 司法 外事"
DEEDS = "制度更加健全 服务更加周到 队伍更加过硬 基础更加牢固 效率明显提高 办法不断更新 成果惠及乡里"
LONG_2024 = report(
    "（长岭县2024年的报告，为测试而写）\n\n一、2023年工作回顾\n\n"
    + "".join(
        f"{year}年，{office}工作{deed}，经费开支公开透明。"
        for year in range(2016, 2024)
        for office in OFFICES.split()
        for deed in DEEDS.split()
    )
    + "\n\n实施环境保护专项行动，关停小作坊。\n\n",
    place="长岭县",
    year=2024,
)
LANXI_2024 = report(
    "（岚溪县2024年的报告，为测试而写）\n\n"
    "一、2023年工作回顾\n\n"
    "（一）基础设施。岚南高速西延段通车，实现县县通高速。全市首座“蝶形”钢拱桥——柳湾大桥主拱合龙。"
    "供水管网改造竣工，3条街道的排水工程完工。\n\n"
    "（二）社会事业。县第一医院、红石镇中心医院晋升三级甲等医院。"
    "“板凳议事·干部到家”基层调解工作法，入选全省基层治理优秀案例，信访总量明显下降，群众满意度不断提高。\n\n"
    "（四）文化体制。组建出版、演艺集团。兴建东陵物流园、亿丰物流园，建成柳湾变电站，红石煤矿转型升级。办好本科层次职业教育，推进“双高”学科培育，支持高校建设。建立容错机制，让科研人员放手去做。\n\n"
    "（三）战胜旱情。面对少见的连旱，打井四百眼，送水到户，秋粮没有减产。\n\n"
    "发展中，我们积累了区位优势、生态优势。回头看，岚溪有三个优势，一是底子厚，山林多、田地肥、水源足。二是路子清。前几年走的弯路，今后不再走。三是人心齐。\n\n"
    "二、2024年重点工作\n\n"
    "（一）建好园区。按照“一城两园”布局，拉开产业框架。东部建设食品加工园，延长茶油链条。西部建设竹木家居园，引进外地企业。\n\n"
    "（二）兴修水利。水利方面，完成老鹰嘴水库加固、白沙灌区配套工程。\n\n"
    "（三）做强国企。力推县城发公司当好城市运营商，县农投公司当好乡村振兴主力军，县属国企资产再上台阶。\n\n"
    "（四）繁荣文化。创排采茶戏《竹海人家》、话剧《渡口》。办好省级攀岩赛事、山地马拉松。\n\n",
    place="岚溪县",
    year=2024,
)


@pytest.fixture(scope="module")
def towns(tmp_path_factory):
    with assistant_over(tmp_path_factory.mktemp("openly"), [LANXI_2024, LONG_2024]) as assistant:
        yield assistant


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("岚溪是哪条高速通车以后才做到每个县都通高速的？", ["岚南高速"]),
        ("岚溪县柳湾大桥是什么样的桥，2023年修到哪一步了？", ["蝶形", "合龙"]),
        ("岚溪哪几家医院2023年升成了三甲？", ["第一医院", "红石镇"]),
        ("岚溪县的“板凳议事·干部到家”工作法得了什么荣誉？", ["优秀案例"]),
        ("2023年岚溪大旱的时候政府是怎么抗旱的？", ["打井"]),
        ("岚溪县认为自己有哪三个优势？", ["底子厚", "路子清", "人心齐"]),
        ("岚溪县“一城两园”，东、西两块各建什么？", ["食品加工园", "竹木家居园"]),
        ("岚溪2024年水利上要完工哪些工程？", ["老鹰嘴", "白沙灌区"]),
        ("岚溪县属国企各自干什么，分别怎么定位？", ["城市运营商", "主力军"]),
        ("2024年岚溪要创排哪些戏？", ["竹海人家", "渡口"]),
        ("岚溪县怎么让搞科研的人敢闯敢试？", ["容错"]),
        ("岚溪2023年组建了哪几个文化类集团？", ["出版", "演艺"]),
    ],
)
def test_what_belongs_to_the_asking_is_not_looked_for(towns, question, said):
    answer = towns.ask(question)
    assert answer.answered, answer.text
    assert all(words in answer.text for words in said), answer.text


@pytest.mark.parametrize(
    "question",
    [
        "岚溪县龙门大桥是什么样的桥，2023年修到哪一步了？",
        "岚溪哪几家学校2023年升成了本科？",
        "岚溪县的“网格夜话”工作法得了什么荣誉？",
        "2024年岚溪要排练哪些歌剧？",
        "岚溪2023年把哪几家煤矿改成了博物馆？",
        "岚溪2023年哪几家大学进了双高学科？",
        "岚溪2023年支持哪几所小学建设？",
        "岚溪2023年建成了哪座水电站？",
        "2023年岚溪地震的时候政府是怎么抢险的？",
    ],
)
def test_what_no_sentence_tells_stays_refused_however_it_is_put(towns, question):
    assert not towns.ask(question).answered


def test_a_word_of_which_a_report_writes_no_letter_is_not_told_of_by_its_others(towns):
    assert towns.ask("长岭县2023年环境保护搞了什么专项行动？").answered
    assert not towns.ask("长岭县2023年穿山甲保护搞了什么专项行动？").answered
