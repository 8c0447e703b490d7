"""The view's parts: where a page is cut, folded and cut short, and what is said of its notices."""

import re
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import mujun as mj
from mujun.view.card import Figure
from mujun.view.pieces import cut, section_length, sections
from mujun.view.text import marked_text, open_length

sys.path.insert(0, str(Path(__file__).parent))  # dom.py

from dom import Node, ids, parsed, shown_text


def figures_at(fact: mj.Fact, spans: list[tuple[int, int]]) -> list[Figure]:
    return [Figure(row, fact._replace(start=start, end=end), ()) for row, (start, end) in enumerate(spans)]


def spans_of(length: int) -> st.SearchStrategy[list[tuple[int, int]]]:
    places = st.integers(0, length)
    return st.lists(st.tuples(places, places).map(lambda pair: (min(pair), max(pair))), max_size=8)


@given(st.data())
def test_pieces_are_covered_by_just_their_spans(data):
    length = data.draw(st.integers(1, 30))
    spans = data.draw(spans_of(length))
    pieces = list(cut(length, spans, data.draw(st.lists(st.integers(0, length), max_size=3))))
    assert [piece.start for piece in pieces] == [0, *(piece.end for piece in pieces[:-1])]
    assert pieces[-1].end == length
    for start, end, covering in pieces:
        for at in range(start, end):
            assert set(covering) == {n for n, (first, last) in enumerate(spans) if first <= at < last}


@given(data=st.data())
def test_any_spans_in_any_text(facts, data):
    text = data.draw(st.text(min_size=1).filter(str.strip))
    spans = data.draw(spans_of(len(text)))
    page = mj.Document.from_text(text)
    root = parsed(marked_text(page, figures_at(facts[0], spans), [], "x"))
    assert shown_text(root) == re.sub("[\0\ud800-\udfff]", "\ufffd", text)
    assert sorted(ids(root)) == sorted(set(ids(root)))
    begun = {f"x-m{row}" for row, (start, end) in enumerate(spans) if start < end}
    assert {place for place in ids(root) if place.startswith("x-m")} == begun


LINE = "今年一季度，青禾镇财政总收入12.5亿元，同比增长8.2%。\n"
FILLER = "天气很好，大家都很高兴，没有什么可以说的。\n"


def long_page(lines: int = 300, line: str = LINE) -> mj.Document:
    return mj.Document.from_text("青禾镇一季度经济运行情况\n\n" + line * lines, published="2019-05-10")


def test_sections_are_the_whole_page():
    for page in (long_page(), mj.Document.from_text("没有行" * 3000), mj.Document.from_text("短")):
        parts = sections(page)
        assert [part.start for part in parts] == [0, *(part.end for part in parts[:-1])]
        assert parts[-1].end == len(page.text)
        assert max(part.end - part.start for part in parts) <= 2 * section_length
        assert all(page.text[part.end - 1] == "\n" for part in parts[:-1] if "\n" in page.text)


def test_a_short_page_is_not_folded(shown_folds, page):
    assert shown_folds(mj.extract(page)) == []


@pytest.fixture
def shown_folds():
    def folds(facts: mj.Facts) -> list[Node]:
        return parsed(mj.explain(facts)).all("section", "details")

    return folds


def is_open(fold: Node) -> bool:
    return "open" in fold.attributes


def test_a_long_page_is_folded_and_nothing_of_it_lost(shown_folds):
    page = long_page()
    facts = mj.extract(page)
    folds = shown_folds(facts)
    assert is_open(folds[0])
    assert not is_open(folds[-1])
    assert sum(len(shown_text(fold)) for fold in folds if is_open(fold)) < open_length + 2 * section_length
    assert "".join(shown_text(fold) for fold in folds) == page.text
    counts = [int(fold.all("count")[0].text().split()[0]) for fold in folds]
    assert sum(counts) == len(facts)


def test_what_has_no_figure_stays_folded(shown_folds):
    page = mj.Document.from_text(FILLER * 200 + LINE * 10, published="2019-05-10")
    folds = shown_folds(mj.extract(page))
    for fold in folds:
        assert is_open(fold) == bool(fold.all("mark"))
    nothing = shown_folds(mj.extract(long_page(line=FILLER)))
    assert is_open(nothing[0])


def test_each_article_has_a_fold(shown_folds):
    paragraph = LINE.strip() * 3
    article = f"青禾镇 一季度开局良好\n\n王一\n\n{paragraph}\n\n{paragraph}\n\n（图片由青禾镇提供）\n\n"
    page = mj.Document.from_text(article + article.replace("青禾", "云溪"), published="2019-05-10")
    folds = shown_folds(mj.extract(page))
    titles = [fold.all("beginning")[0].text() for fold in folds]
    assert titles == ["青禾镇 一季度开局良好", "云溪镇 一季度开局良好"]
    assert [fold.all("count")[0].text() for fold in folds] == ["12 figures", "12 figures"]


def test_the_size_is_linear_in_the_page():
    small, large = (len(mj.explain(mj.extract(long_page(lines)))) for lines in (100, 400))
    smallest = len(mj.explain(mj.extract(long_page(1))))
    assert large - smallest < 4.2 * (small - smallest)


def test_notices_lead_to_their_places():
    text = "税收、投资分别增长5%、6%、7%。\n约12.5亿元，约3亿元。\n今年增长8%。"
    facts = mj.extract(text)
    root = parsed(mj.explain(facts))
    (listed,) = root.all("notices")
    assert listed.all(tag="summary")[0].text() == f"{len(facts.notices)} notices"
    places = {node.attributes["id"]: node for node in root.all() if "id" in node.attributes}
    placed = [notice for notice in facts.notices if notice.start < notice.end]
    assert placed
    for link in listed.all(tag="a"):
        place = places[link.attributes["href"].removeprefix("#")]
        assert link.text().startswith(place.text(without="card"))
    assert len(listed.all(tag="a")) == len(placed)
    codes = [node.text() for node in listed.all(tag="code")]
    assert codes == list(dict.fromkeys(notice.code for notice in facts.notices))


def test_what_decoding_noticed_has_its_byte():
    page = mj.read("财政总收入12.5亿元。".encode() + b"\xff" + "同比增长8%。".encode())
    (listed,) = parsed(mj.explain(page)).all("notices")
    assert "undecodable_bytes" in listed.text()
    assert listed.all(tag="a")[0].text() == "\ufffd"


def test_low_confidence_is_marked(facts):
    low = figures_at(facts[0]._replace(confidence=0.49), [(0, 2)])
    high = figures_at(facts[0]._replace(confidence=0.5), [(0, 2)])
    page = facts.documents[0]
    marked = parsed(marked_text(page, low, [], "x"))
    assert "doubtful" in marked.all("mark")[0].classes
    assert "look at it" in marked.text()
    assert "doubtful" not in parsed(marked_text(page, high, [], "x")).all("mark")[0].classes


def many(count: int) -> mj.Facts:
    pages = [(f"page{number}", LINE if number % 2 else FILLER) for number in range(count)]
    return mj.extract_many(pages, published="2019-05-10")


def test_many_pages_are_folds_those_with_figures_first():
    facts = many(6)
    root = parsed(mj.explain(facts))
    folds = root.all("sheet", "details")
    assert [is_open(fold) for fold in folds] == [True] + [False] * 5
    assert [bool(fold.all("mark")) for fold in folds] == [True] * 3 + [False] * 3
    assert shown_text(root) == LINE * 3 + FILLER * 3
    assert len(set(ids(root))) == len(ids(root))
    assert not root.all("rest")


def test_what_is_not_shown_is_said():
    facts = many(6)
    root = parsed(mj.explain(facts, limit=1))
    assert shown_text(root) == LINE
    told = root.all("rest")[0].text()
    assert told.startswith(f"5 more pages with {len(facts) * 2 // 3} figures and 0 notices not shown")
    assert len(root.all(tag="tr")) == 1 + len(facts) // 3


def test_a_selection_shows_its_pages_first():
    facts = many(40)
    last = facts.filter(page="page39")
    root = parsed(mj.explain(last, limit=1))
    assert root.all("title")[-1].text() == "page39"
    assert [node.text() for node in root.all("row", "td")] == [str(row) for row in range(len(last))]


def test_pages_that_cannot_be_read_are_told(tmp_path):
    facts = mj.extract_many([tmp_path / "none.txt"])
    assert "none.txt" in parsed(mj.explain(facts)).all("unread")[0].text()


def test_namesakes_keep_their_notices():
    facts = mj.extract_many([("p", FILLER), ("p", "约12.5亿元。")])
    sheets = parsed(mj.explain(facts)).all("sheet", "details")
    assert [len(sheet.all("notices")) for sheet in sheets] == [0, 1]


def test_no_facts_at_all():
    root = parsed(mj.explain(mj.Facts.concat([])))
    assert root.all("rest")[0].text() == "nothing was read"


def test_wrong_use():
    with pytest.raises(mj.MujunError, match=r"takes Facts or a Document, not str: see mujun\.extract"):
        mj.explain("财政总收入12.5亿元。")  # type: ignore[arg-type]
    with pytest.raises(mj.MujunError, match="limit=0"):
        mj.explain(many(1), limit=0)
