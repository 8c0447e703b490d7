"""The view in use: pointed at, tabbed through, sorted, narrow and wide, light and dark, without scripts."""

from pathlib import Path

import pytest

import mujun as mj
from mujun.view import fragment

SAMPLE = Path(__file__).parents[1] / "samples" / "qinghe.txt"
LINE = "今年一季度，青禾镇财政总收入12.5亿元，同比增长8.2%。\n"
HOSTILE = "<script>alert(1)</script><img src=x onerror=alert(2)>\"'><svg/onload=alert(3)>\n"
EACH_STATUS = (
    "去年，青禾镇财政总收入4.5亿元。今年力争达到5亿元，预计工业投资增长8%左右。"
    "要求新供工业用地亩均税收不低于30万元/亩。"
)
UNBROKEN = "W" * 3000 + "\n"

FITS = """() => [document.documentElement, ...document.querySelectorAll(".mujun-pane")]
  .every(box => box.scrollWidth <= box.clientWidth)"""
TEXT = """() => [...document.querySelectorAll(".mujun-text")].map(block => {
  const copy = block.cloneNode(true);
  copy.querySelectorAll(".mujun-card").forEach(card => card.remove());
  return copy.textContent;
}).join("")"""
GROUND = "() => getComputedStyle(document.querySelector('.mujun-view')).backgroundColor"
CLAUSE = """() => [...(CSS.highlights.get("mujun-evidence") ?? [])]
  .map(range => range.startContainer.data.slice(range.startOffset, range.endOffset)).join("")"""

CARDS = """() => [...document.querySelectorAll(".mujun-card")]
  .filter(card => card.checkVisibility({ visibilityProperty: true })).map(card => card.innerText)"""

LOOK = """mark => {
  const style = getComputedStyle(mark);
  return [style.borderBottomStyle, style.backgroundColor, style.color];
}"""

white, black = "rgb(255, 255, 255)", "rgb(23, 25, 28)"


@pytest.fixture(scope="module")
def sample() -> mj.Facts:
    return mj.extract(mj.read(SAMPLE, published="2024-04-22"))


@pytest.fixture(scope="module")
def long_page() -> mj.Facts:
    text = HOSTILE + UNBROKEN + "\r\n".join([LINE] * 200) + "𠀀" + LINE
    return mj.extract(mj.Document.from_text(text, published="2019-05-10", name=HOSTILE))


def cards(page) -> list[str]:
    """What is shown of the readings."""
    return page.evaluate(CARDS)


def test_the_mouse_shows_the_reading(opened, sample):
    page = opened(mj.explain(sample))
    assert cards(page) == []
    for row in (0, 5, len(sample) - 1):
        page.mouse.move(1, 1)  # a card that is shown may cover the next mark
        page.locator(".mujun-mark[href]").nth(row).hover()
        page.wait_for_timeout(300)
        (told,) = cards(page)
        assert told.startswith(sample[row].indicator)
        assert sample[row].rule in told
    page.mouse.move(1, 1)
    assert cards(page) == []


def test_the_keyboard_shows_the_reading_and_hides_it(opened, sample):
    page = opened(mj.explain(sample))
    for row in (0, 1):
        page.keyboard.press("Tab")
        (told,) = cards(page)
        assert told.startswith(sample[row].indicator)
    page.keyboard.press("Escape")
    assert cards(page) == []
    page.keyboard.press("Tab")
    assert len(cards(page)) == 1
    page.keyboard.press("Shift+Tab")
    assert len(cards(page)) == 1


def test_escape_hides_what_the_mouse_shows_until_it_comes_again(opened, sample):
    page = opened(mj.explain(sample))
    marks = page.locator(".mujun-mark[href]")
    marks.nth(3).hover()
    page.wait_for_timeout(300)
    page.keyboard.press("Escape")
    assert cards(page) == []
    marks.nth(4).hover()
    marks.nth(3).hover()
    page.wait_for_timeout(300)
    assert len(cards(page)) == 1


@pytest.mark.parametrize("width", [400, 800, 1400])
def test_nothing_overflows(opened, sample, long_page, width):
    for facts in (sample, long_page):
        page = opened(mj.explain(facts), width=width)
        page.evaluate("() => document.querySelectorAll('details').forEach(fold => fold.open = true)")
        assert page.evaluate(FITS) or width < 800
        assert page.evaluate("() => document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("width", [400, 800, 1400])
def test_every_reading_is_within_the_window(opened, sample, width):
    page = opened(mj.explain(sample), width=width)
    for mark in page.locator(".mujun-mark[href]").all():
        mark.focus()
        box = page.locator(".mujun-figure:focus-within .mujun-card").bounding_box()
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= width
        assert box["y"] >= 0
        assert box["y"] + box["height"] <= 900


def test_the_table_stands_beside_the_text_where_there_is_room(opened, sample):
    for width, beside in ((1400, True), (800, False)):
        text, rows = (
            box.bounding_box() for box in opened(mj.explain(sample), width=width).locator(".mujun-pane").all()
        )
        assert (rows["x"] >= text["x"] + text["width"]) == beside
        assert (rows["y"] >= text["y"] + text["height"]) != beside


@pytest.mark.parametrize(("theme", "ground"), [("light", white), ("dark", black)])
def test_themes(opened, sample, theme, ground):
    page = opened(mj.explain(sample), theme=theme)
    assert page.evaluate(GROUND) == ground
    for light, notebook in (("true", white), ("false", black)):
        page = opened(f"<body data-jp-theme-light={light}>{fragment(sample)}", theme=theme)
        assert page.evaluate(GROUND) == notebook


def test_each_status_is_told_by_its_line_and_its_colour(opened):
    facts = mj.extract(EACH_STATUS)
    page = opened(f"<style>.notebook a:link {{ color: red }}</style><body class=notebook>{fragment(facts)}")
    looks = []
    for fact in facts:
        marks = page.locator(f".mujun-mark.mujun-{fact.status}").all()
        assert len(marks) == 3  # in the text, in the table, and where they are explained
        (look,) = {tuple(mark.evaluate(LOOK)) for mark in marks}
        looks.append(look)
    lines, grounds, inks = (set(part) for part in zip(*looks, strict=True))
    assert (len(lines), len(grounds), len(inks)) == (4, 4, 1)


def test_the_page_is_shown_character_by_character(opened, long_page):
    assert opened(mj.explain(long_page)).evaluate(TEXT) == long_page.documents[0].text


def test_the_clause_is_marked(opened, sample, long_page):
    for facts in (sample, long_page):
        page = opened(mj.explain(facts))
        for row in (0, 1, len(facts) - 1):
            page.evaluate("() => document.querySelectorAll('details').forEach(fold => fold.open = true)")
            page.locator(".mujun-mark[href]").nth(row).focus()
            assert page.evaluate(CLAUSE) == facts.explain(row)["evidence"]


def test_a_click_sorts(opened, sample):
    page = opened(mj.explain(sample))
    rows = page.locator(".mujun-table tbody tr")
    number = [int(row.locator("td").first.inner_text()) for row in rows.all()]
    assert number == list(range(len(sample)))
    head = page.get_by_role("button", name="confidence")
    for state, reverse in (("ascending", False), ("descending", True)):
        head.click()
        shown = [float(row.locator("td").last.inner_text()) for row in rows.all()]
        assert shown == sorted(shown, reverse=reverse)
        assert page.locator("th[aria-sort]").get_attribute("aria-sort") == state
    page.get_by_role("button", name="row").press("Enter")
    assert [int(row.locator("td").first.inner_text()) for row in rows.all()] == number


def test_a_row_leads_to_its_mention_and_back(opened, long_page):
    page = opened(mj.explain(long_page))
    last = page.locator(".mujun-table td.mujun-row a").last
    mark = page.locator(".mujun-mark[href]").last
    assert not mark.is_visible()
    last.press("Enter")
    mark.wait_for(state="visible")
    assert mark.evaluate("link => link === document.activeElement || link.matches(':target')")
    mark.press("Enter")
    assert last.evaluate("link => link.matches(':target')")
    assert "mujun-here" in page.locator(".mujun-figure").last.get_attribute("class")


def test_folds_open_where_the_browser_does_not_open_them(opened, long_page):
    page = opened(mj.explain(long_page))
    page.evaluate("() => document.addEventListener('click', event => event.preventDefault(), true)")
    mark = page.locator(".mujun-mark[href]").last
    assert not mark.is_visible()
    page.locator(".mujun-table td.mujun-row a").last.press("Enter")
    mark.wait_for(state="visible")


def test_without_scripts(opened, sample):
    page = opened(mj.explain(sample), scripts=False)
    page.locator(".mujun-mark[href]").first.hover()
    page.wait_for_timeout(300)
    assert len(cards(page)) == 1
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.mouse.move(1, 1)
    (told,) = cards(page)
    assert told.startswith(sample[1].indicator)
    assert page.get_by_role("button").count() == 0


def test_two_outputs_in_one_notebook(opened, sample, long_page):
    page = opened(f"<body>{fragment(sample)}{fragment(long_page)}{fragment(sample)}")
    tables = page.locator(".mujun-table")
    tables.nth(0).get_by_role("button", name="confidence").click()
    assert page.locator("th[aria-sort]").count() == 1
    tables.nth(2).locator("td.mujun-row a").nth(7).press("Enter")
    seen = page.locator(":target")
    assert seen.inner_text() == sample[7].text
    assert (
        page.locator(".mujun-view")
        .nth(2)
        .evaluate("(view, seen) => view.contains(seen)", seen.element_handle())
    )
