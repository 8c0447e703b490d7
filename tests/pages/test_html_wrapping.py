"""A page says the same in HTML as in text, whatever stands around it."""

from html import escape

import corpus
import pytest

import mujun as mj

PAGES = [
    "000_64e987b482b87f78",
    "001_def972900ae67657",
    "002_1b7599a5965865b6",
    "003_f41a400056dfc90f",
    "004_c8e6372cd944abed",
    "1015",
    "1016",
]
FIELDS = ["indicator", "subject", "value", "unit", "measure", "status", "period_start", "period_end"]

LINKS = [f'<a href="/list/{n}.html">邻县{n}月税收{n}.8亿元，同比增长{n}.3%</a>' for n in range(1, 9)]
FOOTER = [
    "某县人民政府办公室主办",
    "地址：人民路123号",
    "邮编：300000 电话：0000-82456789",
    "网站标识码0000040001",
    "备案号05012345",
    "访问量1234567人次",
    "建议使用1024*768分辨率浏览",
    "版权所有 2003-2020",
]


def semantic(lines: list[str]) -> str:
    body = "".join(f"<p>{line}</p>\n" for line in lines)
    links = "".join(f"<li>{link}</li>" for link in LINKS)
    footer = "".join(f"<p>{line}</p>" for line in FOOTER)
    return f"""<!DOCTYPE html><html><head><title>新闻</title></head><body>
        <nav><ul>{links}</ul></nav><main><article>{body}</article></main>
        <aside><h3>热点</h3><p>共有热点77条。</p></aside><footer>{footer}</footer></body></html>"""


def named_blocks(lines: list[str]) -> str:
    body = "".join(f"<div class='para'>{line}</div>" for line in lines)
    return f"""<html><body><div class="top-nav">今日新闻33条</div><div id="content">{body}</div>
        <div class="rightSidebar">热度99度</div><div class="footer">访客55人</div></body></html>"""


def blocks_and_breaks(lines: list[str]) -> str:
    """Nothing tells the parts apart but what they hold."""
    return f"""<html><body><div>{" ".join(LINKS)}</div><div>{"<br>".join(lines)}</div>
        <div>{"<br/>".join(LINKS)}</div><div>{"<br>".join(FOOTER)}</div></body></html>"""


def one_block(lines: list[str]) -> str:
    return f"<html><body><div>{'<br>'.join(LINKS + lines + LINKS + FOOTER)}</div></body></html>"


def saved_from_word_in_a_layout_table(lines: list[str]) -> str:
    empty = '<span lang="EN-US" style="font-size:16.0pt"><o:p>&nbsp;</o:p></span>'
    body = "".join(f'<p class="MsoNormal">{empty}{line}<o:p></o:p></p>' for line in lines)
    return f"""<html><body><form><table width="980"><tr><td colspan="2">{"|".join(LINKS)}</td></tr>
        <tr><td>{"<br>".join(LINKS)}</td><td>{body}</td></tr>
        <tr><td colspan="2">{"<br>".join(FOOTER)}</td></tr></table></form></body></html>"""


def beside_a_table_of_links(lines: list[str]) -> str:
    rows = "".join(f"<tr><td>{link}</td><td>{link}</td></tr>" for link in LINKS)
    return f"<html><body><table>{rows}</table><p>{'</p><p>'.join(lines)}</p></body></html>"


def fragment(lines: list[str]) -> str:
    return "".join(f"<p>{line}</p>" for line in lines)


def fragment_in_lines(lines: list[str]) -> str:
    """A text with a stray element: its lines stay lines."""
    return "<span></span>\n" + "\n".join(lines)


WRAPPINGS = [
    semantic,
    named_blocks,
    blocks_and_breaks,
    one_block,
    saved_from_word_in_a_layout_table,
    beside_a_table_of_links,
    fragment,
    fragment_in_lines,
]


def meaning(facts: mj.Facts) -> list[tuple[object, ...]]:
    return [tuple(getattr(fact, field) for field in FIELDS) for fact in facts]


@pytest.mark.parametrize("wrap", WRAPPINGS, ids=lambda wrap: wrap.__name__)
@pytest.mark.parametrize("name", PAGES)
def test_a_wrapped_page_gives_the_same_facts(facts, name, wrap):
    text = (corpus.PAGES / f"{name}.txt").read_text(encoding="utf-8")
    lines = [escape(line.strip()) for line in text.splitlines() if line.strip()]
    wrapped = mj.read(wrap(lines).encode(), published=corpus.labelled()[name])
    assert meaning(mj.extract(wrapped)) == meaning(facts[name])


# Where a page's table begins, where the text goes on, and how many columns the table has.
TABLES = {"1015": ("指标名称", "", 4), "1016": ("指         标", "全市完成地方财政收入", 3)}


def with_spacers(cells: list[str], tag: str) -> str:
    """A row as word processors save it, with empty cells between the full ones."""
    return (
        "<tr>"
        + "".join(f"<{tag}><p>{cell}<o:p></o:p></p></{tag}><td> &nbsp;</td>" for cell in cells)
        + "</tr>"
    )


def plain(cells: list[str], tag: str) -> str:
    return "<tr>" + "".join(f"<{tag}>{cell}</{tag}>" for cell in cells) + "</tr>"


@pytest.mark.parametrize("row", [plain, with_spacers])
@pytest.mark.parametrize("name", TABLES)
def test_a_table_gives_the_same_facts(facts, name, row):
    first, after, width = TABLES[name]
    text = (corpus.PAGES / f"{name}.txt").read_text(encoding="utf-8")
    start = text.index(first)
    end = text.index(after, start) if after else len(text)
    cells = [line.strip() for line in text[start:end].splitlines() if line.strip()]
    head, *rows = [cells[at : at + width] for at in range(0, len(cells), width)]
    table = row(head, "th") + "".join(row(cells, "td") for cells in rows)
    above, below = (fragment(part.split("\n")) for part in (text[:start], text[end:]))
    page = f"<html><body><div>{above}<table>{table}</table>{below}</div></body></html>"
    document = mj.read(page.encode(), published=corpus.labelled()[name])
    assert meaning(mj.extract(document)) == meaning(facts[name])
