"""Each notice there is can be reached, and says where."""

import pytest

import mujun as mj
from mujun import _core

PAGES = {
    "undecodable_bytes": ("财政总收入12.5亿元。".encode() + b"\xff" + "同比增长8%。".encode(), "\ufffd"),
    "wrong_declaration": ('<meta charset="gbk"><p>财政总收入12.5亿元。'.encode(), ""),
    "repaired_text": ("浜╁潎绋庢敹12.5万元。".encode(), "浜╁潎绋庢敹"),
    "damaged_text": ("财政总收\ufffd\ufffd12.5亿元。".encode(), "\ufffd\ufffd"),
    "no_anchor": ("今年一季度，全区财政总收入12.5亿元。".encode(), ""),
    "inferred_period": (
        "工作回顾\n发布日期：2019-02-14\n地区生产总值增长7.6%，财政收入增长8.2%，出口增长5.1%，"
        "进口增长3.3%，工业增加值增长6.4%，固定资产投资增长9%。".encode(),
        "7.6%",
    ),
    "uneven_list": ("财政总收入、税收收入分别增长8.2%、5.1%、3.3%。".encode(), None),
    "unowned_value": ("约12.5亿元。".encode(), "12.5亿元"),
    "ambiguous_region": ("朝阳区实现财政总收入12.5亿元。".encode(), None),
    "number_out_of_range": ("财政总收入12345678901234567890元。".encode(), "12345678901234567890"),
}


def test_every_notice_has_a_page():
    assert set(PAGES) == {code for code, _ in _core.notice_codes()}
    assert all(meaning.endswith(".") for _, meaning in _core.notice_codes())


@pytest.mark.parametrize("code", PAGES)
def test_notice(code):
    data, place = PAGES[code]
    page = mj.read(data, name="p")
    found = [notice for notice in mj.extract(page).notices if notice.code == code]
    assert len(found) == 1
    assert found[0].page == "p"
    assert found[0].message == dict(_core.notice_codes())[code]
    assert page.text[found[0].start : found[0].end] == found[0].text
    if place is not None:
        assert found[0].text == place
