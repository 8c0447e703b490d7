"""What several folders of tests share."""

import time

import pytest
from hypothesis import settings

import mujun as mj

# How long an example takes says more of the machine than of mujun. Under sanitizers each takes ten times as
# long: there `--hypothesis-profile=few` tries fewer.
settings.register_profile("all", deadline=None)
settings.register_profile("few", deadline=None, max_examples=15)
settings.load_profile("all")

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


@pytest.fixture
def assert_linear():
    """Tell whether a call of twice the size takes twice as long, and not four times, as by the square.

    The processor's time counts, and the least of several runs: other processes lengthen single ones.
    """

    def seconds(call) -> float:
        start = time.process_time()
        call()
        return time.process_time() - start

    def check(once, twice) -> None:
        short = long = float("inf")
        for _ in range(8):
            short, long = min(short, seconds(once)), min(long, seconds(twice))
            if long < 3.2 * short + 0.02:
                return
        pytest.fail(f"{short:.3f} seconds for one, {long:.3f} for two")

    return check
