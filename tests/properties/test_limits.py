"""The table "Limits" of SECURITY.md: what is over one is told, what is under one is read in linear time."""

import time

import pytest

import mujun as mj
from mujun import _core
from mujun.page.html.visible import visible

SENTENCE = "今年一季度，全县财政总收入12.5亿元，同比增长8.2%。"
BODY = f"<body><p>{SENTENCE}</p>"


def test_the_longest_page():
    longest = " " * (_core.longest_page - 1) + "。"
    mj.Document.from_text(longest)
    with pytest.raises(mj.MujunError, match=r"note has 134,217,729 characters: .* cut it"):
        mj.Document.from_text(longest + "。", name="note")
    with pytest.raises(mj.MujunError, match="more than 134217728 characters"):
        mj.parse_number(longest + "。")


def test_a_page_that_is_too_long_is_one_bad_page_among_many():
    pages = [("long", " " * _core.longest_page + "。"), ("good", SENTENCE)]
    facts = mj.extract_many(pages, published="2019-05-10")
    assert [fact.page for fact in facts] == ["good", "good"]
    [notice] = [notice for notice in facts.notices if notice.code == "unreadable_page"]
    assert notice.page == "long"


@pytest.mark.parametrize("tag", ["div", "b", "table><tr><td", "ul><li", "a href=x"])
def test_the_deepest_html(tag):
    """Nothing is read by recursion, so the depth has no limit of its own."""
    depth = 20_000 // (1 + tag.count(">"))
    page = mj.read(f"<html><body>{f'<{tag}>' * depth}<p>{SENTENCE}".encode(), published="2019-05-10")
    assert {fact.text for fact in mj.extract(page)} >= {"12.5亿元", "8.2%"} or tag.startswith("a ")


@pytest.mark.parametrize("opening", ["（", "“", "(((", "《", "[", "$", "**"])
def test_the_deepest_brackets(opening):
    facts = mj.extract(opening * 300_000 + SENTENCE, published="2019-05-10")
    assert [fact.text for fact in facts][-1:] == ["8.2%"]


def test_the_most_figures():
    """A page of nothing but figures: each has its row, or its notice."""
    count = 100_000
    facts = mj.extract("财政总收入1亿元，" * count, published="2019-05-10")
    assert len(facts) == count


# What takes more than its share of time by the page's square, should anything be gone over again and again:
# each is a page's text of about as many characters as asked for.
def filled(unit):
    return lambda size: unit * (size // len(unit))


HOSTILE_TEXTS = {
    "sentences": filled(SENTENCE),
    "digits": filled("1234567890"),
    "numerals": filled("一二三四五六七八九十百千万亿零点半"),
    "magnitudes": filled("万亿"),
    "commas": filled("1,"),
    "list": filled("1、"),
    "brackets": filled("（"),
    "quotes": filled("“"),
    "periods": filled("2019年1-"),
    "years": filled("今年"),
    "regions": filled("路桥区"),
    "villages": filled("村"),
    "firms": filled("有限公司"),
    "names": filled("简称“甲”"),
    "verbs": filled("增长"),
    "respectively": filled("分别"),
    "among": filled("其中"),
    "spaces": filled("亩 均 "),
    "lines": filled("1\n"),
    "headings": filled("标题\n\n"),
    "bylines": filled("经济\n张三 李四\n税收。\n"),
    "cells": filled("税收\n12.5\n"),
    "markup": filled("\\mathrm{"),
    "links": filled("[a]("),
    "mojibake": filled("äº©"),
    "broken": filled("\ufffd"),
    "anchors": filled("该公司"),
    "percent": filled("增长5%、"),
}


def seconds(work, *arguments):
    """Measure our own work on the processor, which other processes hardly lengthen; the least of three."""
    spent = []
    for _ in range(3):
        start = time.process_time()
        work(*arguments)
        spent.append(time.process_time() - start)
    return min(spent)


def read(text):
    mj.extract(text, published="2019-05-10", subject="路桥区")


@pytest.mark.parametrize("make", HOSTILE_TEXTS.values(), ids=list(HOSTILE_TEXTS))
def test_text_is_read_in_linear_time(make):
    """Four times the text takes about four times as long; what goes by the square takes sixteen."""
    size = 50_000
    short, long = make(size), make(4 * size)
    assert seconds(read, long) < 8 * seconds(read, short) + 0.05


HOSTILE_HTML = {
    "style letters": lambda size: f"<html><style>{'a' * size}</style>{BODY}",
    "style comments": lambda size: f"<html><style>{'/*' * (size // 2)}</style>{BODY}",
    "style rules": lambda size: f"<html><style>{'@{' * (size // 2)}</style>{BODY}",
    "style sheets": lambda size: f"<html>{'<style>a{}</style>' * (size // 18)}{BODY}",
    "hidden classes": lambda size: f"<html><style>.a{{display{' ' * size}</style>{BODY}",
    "attributes": lambda size: f"<html><body><p style='{'display ' * (size // 8)}'>{SENTENCE}",
    "class": lambda size: f"<html><body><p class='{'a' * size}'>{SENTENCE}",
    "metas": lambda size: f"<html><head>{'<meta name=date content=20>' * (size // 27)}</head>{BODY}",
    "title": lambda size: f"<html><title>{'2019-1-1 ' * (size // 9)}</title>{BODY}",
    "heads": lambda size: (
        "<html><body><table>"
        + "".join(f"<tr><td>a{row}<td>b{row}" for row in range(size // 20))
        + f"<tr><td>x<td>12</table>{SENTENCE}"
    ),
    "broken tags": lambda size: f"<html><body>{'<a><b><p>' * (size // 9)}{SENTENCE}",
    "entities": lambda size: f"<html><body>{'&#' * (size // 2)}{SENTENCE}",
}


@pytest.mark.parametrize("make", HOSTILE_HTML.values(), ids=list(HOSTILE_HTML))
def test_html_is_read_in_linear_time(make):
    size = 10_000
    short, long = make(size), make(4 * size)
    assert seconds(visible, long, "page") < 8 * seconds(visible, short, "page") + 0.1


def test_a_megabyte():
    """A page that is full of figures, as text and as HTML; the bound leaves room for slower machines."""
    line = SENTENCE * 20
    text = f"{line}\n" * (1_000_000 // len(f"{line}\n".encode()))
    html = f"<body>{f'<p>{line}</p>' * (1_000_000 // len(f'<p>{line}</p>'.encode()))}".encode()
    assert len(mj.extract(text)) > 25_000
    assert seconds(read, text) < 1.5
    assert seconds(mj.read, html) < 1.5
