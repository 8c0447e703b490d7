"""HTML pages: what a reader sees, and nothing lost of it."""

import datetime as dt
import sys
import time
from pathlib import Path

import pytest

import mujun as mj

SAMPLES = Path(__file__).parents[1] / "samples"

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


def shown(body: str) -> list[str]:
    return mj.read(body.encode(), html=True).text.split("\n")


def rows(name: str) -> list[tuple[object, ...]]:
    facts = mj.extract(mj.read(SAMPLES / name))
    return [(fact.text, fact.indicator, fact.subject, fact.measure, fact.value, fact.unit) for fact in facts]


def test_a_page_of_semantic_elements():
    """Its hidden figures, its banner, its navigation, its neighbours and its footer give no row."""
    page = mj.read(SAMPLES / "yunxi.html")
    assert page.title == "云溪镇上半年工业经济稳步向好"
    assert page.published == dt.date(2021, 7, 16)
    assert [row[0] for row in rows("yunxi.html")] == [
        "36.8亿元",
        "14.2%",
        "5.1亿元",
        "7.5%",
        "46家",
        "128亩",
        "18万元",
        "21.5万元",
        "12个",
    ]


def test_a_page_laid_out_by_tables_and_breaks():
    page = mj.read(SAMPLES / "shitang.html")
    assert page.published == dt.date(2020, 4, 20)
    assert rows("shitang.html") == [
        ("215亩", "盘活存量建设用地", "石塘镇", "level", 215, "亩"),
        ("38亩", "盘活存量建设用地", "石塘镇", "change", 38, "亩"),
        ("1.26亿元", "财政收入", "石塘镇", "level", 1.26e8, "元"),
        ("5.8%", "财政收入", "石塘镇", "growth", 5.8, "%"),
        ("17家", "企业", "石塘镇", "level", 17, "家"),
        ("4.2万平方米", "腾出厂房", "石塘镇", "level", 42000, "平方米"),
        ("20万元", "亩均税收", "石塘镇", "level", 200000, "元"),
    ]


def test_a_table_with_gaps():
    """A figure stays under its own column's head, whatever is missing before it."""
    assert rows("baota.html") == [
        ("412.6", "地区生产总值", "宝塔区", "level", 4.126e10, "元"),
        ("6.3", "地区生产总值", "宝塔区", "growth", 6.3, "%"),
        ("150.2", "工业增加值", "宝塔区", "level", 1.502e10, "元"),
        ("-1.4", "工业增加值", "宝塔区", "growth", -1.4, "%"),
        ("10.5", "固定资产投资", "宝塔区", "growth", 10.5, "%"),
        ("361,800", "财政总收入", "宝塔区", "level", 3.618e9, "元"),
        ("4.0", "财政总收入", "宝塔区", "growth", 4.0, "%"),
        ("48260", "城镇居民人均可支配收入", "宝塔区", "level", 48260, "元"),
        ("5.2", "城镇居民人均可支配收入", "宝塔区", "growth", 5.2, "%"),
    ]


def test_heads_over_heads_and_names_over_rows():
    table = """<table>
        <tr><th rowspan="2">序号</th><th rowspan="2">镇</th><th colspan="2">工业</th></tr>
        <tr><th>产值(亿元)</th><th>增速(%)</th></tr>
        <tr><td>1</td><td rowspan="2">东山镇</td><td>12</td><td>3</td></tr>
        <tr><td>2</td><td>14</td><td>5</td></tr>
        <tr><td colspan="4">二、街道</td></tr>
        <tr><td>3</td><td>西山街道</td><td>16</td><td>-</td></tr></table>"""
    assert shown(table) == [
        "序号\t镇\t工业",
        "\t\t产值(亿元)\t增速(%)",
        "1\t东山镇\t12\t3",
        "2\t东山镇\t14\t5",
        "二、街道",
        "3\t西山街道\t16\t-",
    ]


def test_a_table_that_lays_out_the_page_keeps_its_order():
    assert shown(
        "<table><tr><td>甲。<table><tr><td>乙。</td></tr></table></td><td>丙1。</td></tr></table>"
    ) == [
        "甲。",
        "乙。",
        "丙1。",
    ]


@pytest.mark.parametrize(
    ("body", "lines"),
    [
        ("<p>财政\n  收入</p>", ["财政收入"]),  # a line break in the source parts no word
        ("<p>GDP\n  growth 8%</p>", ["GDP growth 8%"]),
        ("<div>甲<div>乙</div>丙</div>", ["甲", "乙", "丙"]),
        ("<pre>甲\n乙</pre>", ["甲", "乙"]),
        ("<p>&#20137;&nbsp;&amp;&lt;亩&gt;</p>", ["亩\xa0&<亩>"]),
        ("<p>甲<ruby>项<rp>(</rp><rt>xiang</rt><rp>)</rp></ruby>目</p>", ["甲项目"]),
        ("<p>甲</p><div style='DISPLAY: None'>乙</div><script>丙</script><style>丁</style><!--戊-->", ["甲"]),
        ("<p>甲<template>乙</template><noscript>丙</noscript><select><option>丁</select></p>", ["甲"]),
        (
            "<style>#a,.b{display:none} .c p{display:none}</style><p id=a>甲<p class='x b'>乙<p class=c>丙",
            ["丙"],
        ),
        ("<p>文<xml><w:View>0</w:View></xml>字<span style='mso-hide:all'>9</span></p>", ["文字"]),
        ('<p class=\\"a\\" style=\\"display: none\\">甲<\\/p><p>乙<\\/p>', ["乙"]),  # cut out of JSON
        ("甲\n乙\n<p>丙</p>", ["甲", "乙", "丙"]),  # a text with an element in it
    ],
)
def test_what_is_shown(body, lines):
    assert shown(body) == lines


def test_an_article_hidden_until_its_script_has_run_is_read():
    article = "一季度全镇财政收入3.2亿元，同比增长5%。"
    assert shown(f'<p>欢迎。</p><div style="visibility: hidden">{article}</div>') == ["欢迎。", article]


def test_a_link_that_is_never_closed_hides_nothing():
    assert shown("<a href=#top><p>一季度财政收入3.2亿元。</p><p>同比增长5%。</p>") == [
        "一季度财政收入3.2亿元。",
        "同比增长5%。",
    ]


@pytest.mark.parametrize(
    ("head", "body", "day"),
    [
        ('<meta name="publishdate" content="2019-05-10">', "", dt.date(2019, 5, 10)),
        (
            '<script type="application/ld+json">{"datePublished": "2019-05-10"}</script>',
            "",
            dt.date(2019, 5, 10),
        ),
        ("", "<h1>标题</h1><div>2019年5月1日 来源：日报</div>", dt.date(2019, 5, 1)),
        ("", "<h1>加油，椒江！</h1><p>发布时间：2019-05-10 08:32</p>", dt.date(2019, 5, 10)),
        ('<meta http-equiv="last-modified" content="2024-10-25">', "", None),
        ('<meta property="article:modified_time" content="2024-10-25">', "", None),
        ("", "<div>今天是2024年10月25日</div><h1>标题</h1>", None),
    ],
)
def test_the_day_is_the_one_that_the_page_declares(head, body, day):
    """Neither an event's day, nor the footer's, nor the day when the page was fetched or last touched."""
    rest = "<p>2018年12月31日，全区解决问题57个。</p><ul><li><a href=x>旧闻</a> 2017-01-02</li></ul>"
    footer = "<p>GMT+8, 2024-10-25 14:22</p>"
    page = f"<html><head><title>x</title>{head}</head><body>{body}{rest}{footer}</body></html>"
    assert mj.read(page.encode()).published == day


def test_the_address_of_a_saved_page_tells_its_day():
    page = mj.read(
        b"<html><body><p>x</p></body></html>", name="https://www.example.org/art/2019/05/10/art_1.html"
    )
    assert page.published == dt.date(2019, 5, 10)


SHAPES = {
    "nested": lambda n: "<html><body>" + "<div class='a'>" * n + "税收3亿元。" + "</div>" * n,
    "tables": lambda n: "<table><tr><td>1<td>" * n + "税收3亿元。",
    "inline": lambda n: "<p>" + "<span>税收3亿元。" * n,
    "links": lambda n: "<p>税收3亿元。" + "<a href=x>更多" * n,
    "rows": lambda n: "<table>" + "<tr><td rowspan=9>税收<td colspan=9>3<td>4" * n + "</table>",
    "digits": lambda n: "<p>" + "1234567890" * (10 * n),
    "one line": lambda n: "<p>" + "税收3亿元，" * (10 * n),
}


@pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES)
def test_time_is_linear_in_size(shape):
    """Ten thousand of anything, four times as slow as a quarter of it and not sixteen times."""

    def seconds(count: int) -> float:
        page = shape(count).encode()
        start = time.process_time()
        mj.read(page, html=True)
        return time.process_time() - start

    seconds(100)
    assert seconds(10_000) < 10 * seconds(2_500) + 0.5
