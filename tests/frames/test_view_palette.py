"""The view's colours, in both themes: enough contrast to read by, and to see the lines beneath figures.

Contrast as in WCAG 2.2: https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio (text 4.5, other marks 3).
"""

import re
from importlib import resources

import pytest

from mujun.knowledge import dictionary

CSS = resources.files("mujun.view").joinpath("view.css").read_text(encoding="utf-8")
PAIRS = re.findall(r"--mujun-([\w-]+): light-dark\(#(\w{6}), #(\w{6})\);", CSS)
THEMES = {
    "light": {name: light for name, light, _ in PAIRS},
    "dark": {name: dark for name, _, dark in PAIRS},
}

statuses = [code.code for code in dictionary.of("facts")["status"].codes]
on_paper = ("paper", "raised")
on_marks = ("here", *(f"{status}-tint" for status in statuses))


def luminance(colour: str) -> float:
    parts = (int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4))
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def test_the_measure():
    assert contrast("ffffff", "000000") == pytest.approx(21)
    assert contrast("777777", "ffffff") == pytest.approx(4.48, abs=0.005)


@pytest.mark.parametrize("theme", THEMES)
def test_text_is_legible(theme):
    colours = THEMES[theme]
    for ground in (*on_paper, *on_marks):
        assert contrast(colours["ink"], colours[ground]) >= 7, ground
    for name in ("muted", "link", "doubt"):
        for ground in (*on_paper, "here", "actual-tint"):
            assert contrast(colours[name], colours[ground]) >= 4.5, (name, ground)
    for status in statuses:
        assert contrast(colours["doubt"], colours[f"{status}-tint"]) >= 4.5, status


@pytest.mark.parametrize("theme", THEMES)
def test_lines_are_seen(theme):
    colours = THEMES[theme]
    for name in ("focus", *statuses):
        for ground in (*on_paper, "here"):
            assert contrast(colours[name], colours[ground]) >= 3, (name, ground)
    for status in statuses:
        assert contrast(colours[status], colours[f"{status}-tint"]) >= 3, status


def test_every_colour_is_in_the_palette():
    used = set(re.findall(r"var\(--mujun-([\w-]+)\)", CSS))
    assert used == {name for name, _, _ in PAIRS}
    assert not re.search(r"#[0-9a-f]{3,8}\b", re.sub(r"light-dark\([^)]*\)", "", CSS))
