"""HTML pages: what a reader sees, and nothing lost of it."""

import datetime as dt
import sys

import pytest

import mujun as mj

PAGE = """<!DOCTYPE html>
<html><head><meta charset="utf-8"><meta name="PubDate" content="2019-05-10 08:30">
<title>一季度经济运行</title>
<style>p { color: red }</style><script>var figures = "99亿元";</script></head>
<body><nav><a href="/">首页</a> <a href="/list">列表88条</a></nav>
<h1>一季度经济运行</h1>
<p>今年一季度，全区财政总收入<b>约</b>12.5<b>亿</b>元，<br>同比增长<i>8</i>.2%。</p>
<p>&lt;注&gt;工业用地1860亩。</p>
<footer>版权所有 访问77次</footer></body></html>"""


def test_an_html_page_is_found_out():
    page = mj.read(PAGE.encode(), name="p.html")
    assert "约12.5亿元，\n同比增长8.2%。" in page.text  # elements of one character are part of the sentence
    assert "<注>工业用地1860亩。" in page.text
    for hidden in ("99", "88", "77", "color"):
        assert hidden not in page.text
    assert page.title == "一季度经济运行"
    assert page.published == dt.date(2019, 5, 10)


def test_the_facts_of_an_html_page():
    facts = mj.extract(mj.read(PAGE.encode()))
    assert [fact.text for fact in facts] == ["12.5亿元", "8.2%", "1860亩"]
    assert facts[0].qualifier == "about"
    assert facts[0].period_end == dt.date(2019, 3, 31)


def test_the_caller_knows_better():
    page = mj.read(PAGE.encode(), published="2020-05-10")
    assert page.published == dt.date(2020, 5, 10)
    assert mj.read(PAGE.encode(), html=False).text == PAGE
    assert mj.read("增长<b>8</b>%".encode(), html=True).text == "增长8%"


def test_text_is_not_taken_for_html():
    text = "亩均税收<10万元的企业，产值>100万元。"
    assert mj.read(text.encode()).text == text


def test_broken_bytes_keep_their_notices():
    page = mj.read(PAGE.encode().replace("版权".encode(), b"").replace("工业".encode(), b"\xff\xff"))
    places = [(n.start, n.text) for n in page.notices if n.code == "undecodable_bytes"]
    assert places == [(at, "\ufffd") for at, char in enumerate(page.text) if char == "\ufffd"]
    assert len(places) == 2


def test_what_to_do_without_the_extra(monkeypatch):
    monkeypatch.setitem(sys.modules, "htmldate", None)
    with pytest.raises(mj.MujunError, match=r"p is HTML: pip install 'mujun\[html\]'"):
        mj.read(PAGE.encode(), name="p")
