"""What several folders of tests share."""

import pytest

import mujun as mj

TEXT = """平塘镇一季度经济运行情况

今年一季度，全镇财政总收入12.5亿元，同比增长8.2%。
截至3月底，全镇规上企业121家，盘活土地1860亩，亩均税收从5万元提高到20万元。
其中，塘东村、塘西村分别实现村集体收入120万元、95万元。
全年力争完成固定资产投资5%至8%的增长。
"""


@pytest.fixture(scope="session")
def page() -> mj.Document:
    return mj.Document.from_text(TEXT, name="平塘.txt", published="2019-05-10")


@pytest.fixture(scope="session")
def facts(page) -> mj.Facts:
    found = mj.extract(page)
    assert len(found) >= 6
    return found


@pytest.fixture(scope="session", params=["some", "none"])
def any_facts(request, facts) -> mj.Facts:
    """Every consumer must read a table without rows too."""
    return facts if request.param == "some" else facts[:0]
