"""HTML of any kind gives a text or a clear error, and facts that slice back to the text."""

import hypothesis.strategies as st
from hypothesis import given, settings

import mujun as mj
from mujun.page.html.visible import visible

TAGS = [
    "html",
    "body",
    "p",
    "div",
    "span",
    "table",
    "tr",
    "td",
    "th",
    "ul",
    "li",
    "h1",
    "br",
    "pre",
    "a",
    "style",
]
TAGS += [
    "script",
    "title",
    "meta",
    "ruby",
    "rt",
    "select",
    "svg",
    "template",
    "nav",
    "footer",
    "caption",
    "b",
]
ATTRIBUTES = [
    "colspan=3",
    "rowspan='99999999'",
    "rowspan=0",
    "hidden",
    "class=nav",
    "id='a b'",
    "href=/",
    "style",
]
ATTRIBUTES += [
    "style='display: none'",
    "name=date content='2019-05-10'",
    "aria-hidden=true",
    "charset=gbk",
    "\0",
]
WORDS = [
    "财政总收入12.5亿元，",
    "同比增长8.2%。",
    "税收",
    "亿元",
    "2019",
    "5.5",
    "&nbsp;",
    "&#0;",
    "&#x110000;",
    "\n",
]
WORDS += [
    ".a{display:none}",
    "/*",
    "*/",
    "@media{",
    "}",
    "<!--",
    "-->",
    "<![CDATA[",
    "]]>",
    "\\",
    '\\"',
    "\ufeff",
]

tags = st.builds(
    lambda close, name, attributes, end: f"<{close}{name} {' '.join(attributes)}{end}",
    st.sampled_from(["", "", "/"]),
    st.sampled_from(TAGS),
    st.lists(st.sampled_from(ATTRIBUTES), max_size=2),
    st.sampled_from([">", ">", ">", "/>", ""]),
)
pieces = tags | tags | st.sampled_from(WORDS) | st.text(max_size=6)
pages = st.lists(pieces, max_size=40).map("".join)


@given(pages)
@settings(max_examples=2 * settings().max_examples)
def test_any_html_is_read_or_refused(html):
    try:
        page = mj.read(html.encode("utf-8", "replace"), html=True)
    except mj.MujunError:
        return
    facts = mj.extract(page)
    for fact in facts:
        assert page.text[fact.start : fact.end] == fact.text
    for notice in facts.notices:
        assert 0 <= notice.start <= notice.end <= len(page.text)


@given(pages)
def test_html_is_shown_the_same_twice(html):
    assert visible(html, "page") == visible(html, "page")


@given(st.lists(st.sampled_from(["p", "div", "section", "article"]), max_size=30))
def test_boxes_around_a_text_change_nothing(names):
    """What the page says is what its text says, however deep it stands."""
    said = "2018年，路桥区财政总收入12.5亿元，同比增长8.2%。"
    opening = "".join(f"<{name}>" for name in names)
    page = mj.read(f"<html><body>{opening}{said}".encode())
    assert page.text == said
