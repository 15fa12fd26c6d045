"""What a thing is measured by, at the end of what is asked: 产值, 面积, 投资完成率."""

from __future__ import annotations

import re

# 甲园区和乙园区的主营业务收入相差多少: what both are measured by stands once.
MEASURED = re.compile(
    r"(?:主营业务|营业|经营|销售|旅游|综合|年|总)?"
    r"(?:收入|产值|产量|投资|税收|面积|里程|人口|人数|销售额|交易额|营业额|利润|增加值|存款|贷款|余额|"
    r"[客吞发产销]\S{0,3}量|容量|规模|价格|标准|(?:投资)?完成率|覆盖率|占比|比重|浓度)$"
)


def without_measure(content: str) -> str:
    """新能源产业规模 without what it is measured by, where a side names another measure of it (产值)."""
    last = MEASURED.search(content)
    return content[: last.start()].strip() if last and last.start() > 1 else content
