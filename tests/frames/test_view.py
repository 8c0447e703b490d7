"""The view: what it shows is the page and its facts, whole and escaped, and its links lead where they say."""

import re
import sys
from pathlib import Path

import pytest

import mujun as mj
from mujun.view import fragment
from mujun.view.markup import element

sys.path.insert(0, str(Path(__file__).parent))  # dom.py

from dom import Node, ids, parsed, shown_text


@pytest.fixture(scope="module")
def shown(facts) -> Node:
    return parsed(mj.explain(facts))


def test_the_text_is_the_pages(shown, page):
    assert shown_text(shown) == page.text


def test_every_figure_is_marked_where_it_stands(shown, facts):
    marks = {node.attributes["id"]: node for node in shown.all("mark", "a")}
    assert len(marks) == len(facts)
    for row, fact in enumerate(facts):
        mark = marks[f"mujun-0-m{row}"]
        assert mark.text() == fact.text
        assert fact.status in mark.classes


def test_the_reading_tells_every_column(shown, facts):
    told = {
        node.attributes["id"]: [part.text() for part in node.all() if part.tag in {"b", "i"}]
        for node in shown.all("card")
    }
    marks = {node.attributes["id"]: node for node in shown.all("mark", "a")}
    for row, fact in enumerate(facts):
        card = told[marks[f"mujun-0-m{row}"].attributes["aria-describedby"]]
        assert card[0] == fact.indicator
        assert card[1].endswith(fact.unit)
        lines = dict(zip(card[2::2], card[3::2], strict=True))
        for name in ("measure", "status", "rule"):
            assert lines[name] == getattr(fact, name)
        assert lines["code"] == (fact.indicator_code or "–")
        assert lines["subject"] == " ".join(filter(None, (fact.subject, fact.region_code)))
        assert lines.get("basis") == fact.basis
        assert lines.get("reference") == fact.reference
        assert lines["qualifier"] == fact.qualifier.replace("_", " ")
        assert (str(fact.period_end) in lines["period"]) == (fact.period_end is not None)
        assert lines["confidence"].startswith(f"{fact.confidence:.2f}")
        assert lines["entries"].split() == facts.explain(row)["entries"]


def test_the_table_has_a_row_a_fact(shown, facts):
    (body,) = shown.all(tag="tbody")
    rows = [[cell.text() for cell in row.all(tag="td")] for row in body.all(tag="tr")]
    assert [row[0] for row in rows] == [str(number) for number in range(len(facts))]
    assert [row[1] for row in rows] == [fact.indicator for fact in facts]
    values = [row[3] for row in rows]
    assert "12.5亿元" in values
    assert "5%–8%" in values
    assert {"2019-Q1", "2019-03-31", "2019"} <= {row[5] for row in rows}


def test_sorting_never_mixes_units(shown, facts):
    ranks = [int(node.attributes["data-rank"]) for node in shown.all("value", "td")]
    ordered = [fact for _, fact in sorted(zip(ranks, facts, strict=True), key=lambda pair: pair[0])]
    keys = [(fact.base_unit, fact.base_value) for fact in ordered]
    assert keys == sorted(keys)
    assert len(set(ranks)) == len(set(keys))


def test_links_lead_to_what_there_is(shown):
    assert len(set(ids(shown))) == len(ids(shown))
    known = set(ids(shown))
    links = [node for node in shown.all() if "href" in node.attributes]
    assert links
    assert {node.attributes["href"].removeprefix("#") for node in links} <= known
    assert {node.attributes["aria-describedby"] for node in shown.all("mark", "a")} <= known


def test_a_mention_and_its_row_lead_to_each_other(shown):
    places = {node.attributes["id"]: node for node in shown.all() if "id" in node.attributes}
    for mark in shown.all("mark", "a"):
        row = places[mark.attributes["href"].removeprefix("#")]
        assert places[row.attributes["href"].removeprefix("#")] is mark


def test_two_outputs_share_no_id(facts):
    first, second = parsed(fragment(facts)), parsed(fragment(facts))
    assert ids(first)
    assert not set(ids(first)) & set(ids(second))


def test_a_page_is_the_same_every_time(facts):
    assert mj.explain(facts) == mj.explain(facts)


def test_a_document_shows_its_own_facts(page, facts):
    assert mj.explain(page) == mj.explain(facts)
    assert shown_text(parsed(page._repr_html_())) == page.text


def test_the_day_that_the_periods_hang_on_is_told():
    """Facts keep the day that they were read with, whoever gave it, and pages keep their own."""
    text = "青禾镇开局良好\n发布时间：2024-04-22\n今年一季度，全镇财政总收入12.5亿元。"
    own = mj.Document.from_text(text)
    for facts, day in (
        (mj.extract(own), "2024-04-22"),
        (mj.extract(own, published="2019-05-10"), "2019-05-10"),
    ):
        (about,) = parsed(mj.explain(facts)).all("about")
        assert f"published {day}" in about.text()
        assert facts[0].period_end.isoformat() == f"{day[:4]}-03-31"
    assert str(own.published) == "2024-04-22"
    assert {fact.page for fact in own.renamed("new")._own_facts} == {"new"}


def test_a_notebook_shows_what_the_page_shows(facts):
    (view,) = parsed(facts._repr_html_()).all("view")
    (alone,) = parsed(mj.explain(facts)).all("view")
    assert view.text() == alone.text()
    assert parsed(mj.explain(facts)._repr_html_()).all("view")[0].text() == alone.text()


def test_without_styles_a_line_stands_for_all(facts):
    root = parsed(facts._repr_html_())
    assert root.all("fallback")[0].text().startswith(repr(facts))
    assert root.all("view")[0].attributes["style"] == "display: none"


def test_nothing_is_fetched(facts):
    shown = mj.explain(facts)
    assert not re.search(r"https?:|//[a-z]|\burl\(|@import|\bsrc=|<link", shown)
    assert "default-src 'none'" in shown


def test_saved_as_it_is(facts, tmp_path):
    mj.explain(facts).save(tmp_path / "page.html")
    assert (tmp_path / "page.html").read_text(encoding="utf-8") == mj.explain(facts)


HOSTILE = """<script>alert(1)</script></div></details>"><img src=x onerror=alert(2)> &lt;b&gt; {prefix} %s
今年，<b onclick='x'>全镇</b>"财政总收入"12.5亿元，'><svg/onload=alert(3)>增长8.2%。\0\u202e终
"""


def test_hostile_text_is_only_text():
    page = mj.Document(
        HOSTILE, name="\"><script>alert('name')</script>", title="</title><script>alert('title')</script>"
    )
    facts = mj.extract(page, subject="<img src=x>")
    assert len(facts)
    for html in (mj.explain(facts), facts._repr_html_(), page._repr_html_()):
        root = parsed(html)
        ours = parsed(mj.explain(mj.extract("今年，全镇财政总收入12.5亿元，增长8.2%。")))
        known = {name for node in ours.all() for name in node.attributes}
        assert {node.tag for node in root.all()} <= {node.tag for node in ours.all()} | {"pre"}
        assert {name for node in root.all() for name in node.attributes} <= known | {"style"}
        assert len(root.all(tag="script")) == 1
        assert shown_text(root) == HOSTILE.replace("\0", "\ufffd")


def test_attributes_are_escaped_too():
    hostile = "\"'><script>alert(1)</script>&amp;"
    (made,) = parsed(element("p", title=hostile, css="card")).all()
    assert made.attributes == {"class": "mujun-card", "title": hostile}


def test_what_utf8_cannot_say_is_marked(tmp_path):
    shown = mj.explain(mj.extract("财政\ud800总收入5亿元。"))
    shown.save(tmp_path / "page.html")
    assert shown_text(parsed(shown)) == "财政\ufffd总收入5亿元。"


def test_lines_keep_their_characters():
    """A reader of HTML makes one character of CR LF: the first is written so that it stays."""
    text = "财政总收入5亿元。\r\n同比增长8%。\r\n"
    assert shown_text(parsed(mj.explain(mj.extract(text)))) == text
    assert "\r\n" not in mj.explain(mj.extract(text))
