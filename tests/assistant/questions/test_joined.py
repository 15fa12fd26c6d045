"""Things joined in one clause of a question are asked for one by one."""

import pytest

from assistant.questions.joined import each_joined


@pytest.mark.parametrize(
    ("text", "apart"),
    [
        (
            "新修道路多少公里，新增充电桩和停车泊位各多少个",
            "新修道路多少公里，新增充电桩多少个，停车泊位多少个",
        ),
        ("到年底，研学基地和露营基地累计各有多少个", "到年底，研学基地累计有多少个，露营基地累计有多少个"),
        ("一年运了多少旅客、多少货", "一年运了多少旅客，一年运了多少货"),
        (
            "有多少家企业，自来水普及率和污水处理率分别是多少",
            "有多少家企业，自来水普及率是多少，污水处理率是多少",
        ),
        ("新增充电桩和停车泊位各多少个", "新增充电桩和停车泊位各多少个"),
        ("有多少家企业，产值和税收比上年各增长多少", "有多少家企业，产值和税收比上年各增长多少"),
        ("修了多少公里路", "修了多少公里路"),
    ],
)
def test_each_thing_has_a_clause_of_its_own(text, apart):
    assert each_joined(text) == apart
