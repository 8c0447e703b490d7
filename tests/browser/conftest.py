"""A real Chromium: skipped at home where there is none, and a failure in CI."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

try:
    from playwright.sync_api import sync_playwright
except ModuleNotFoundError:
    sync_playwright = None

NAMES = ("chromium", "chromium-browser", "google-chrome")


@pytest.fixture(scope="session")
def chromium() -> Iterator["Browser"]:
    path = next(filter(None, map(shutil.which, NAMES)), None)
    if path is None or sync_playwright is None:
        reason = "needs Chromium (Debian: chromium) and the extra `browser`"
        if os.environ.get("CI") == "true":
            pytest.fail(reason)
        pytest.skip(reason)
    sandbox = os.geteuid() != 0  # Chromium's sandbox refuses to be started by root
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, chromium_sandbox=sandbox)
        yield browser
        browser.close()


@pytest.fixture
def opened(chromium, tmp_path: Path) -> Iterator[Callable[..., "Page"]]:
    """Opens a page of HTML; whatever it complains of, asks for or pops up fails the test at its end."""
    complaints: list[str] = []
    contexts = []

    def open_page(html: str, *, width: int = 1400, theme: str = "light", scripts: bool = True) -> "Page":
        file = tmp_path / f"page{len(contexts)}.html"
        file.write_text(html, encoding="utf-8")
        context = chromium.new_context(
            viewport={"width": width, "height": 900}, color_scheme=theme, java_script_enabled=scripts
        )
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: complaints.append(message.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("dialog", lambda dialog: (complaints.append(dialog.message), dialog.dismiss()))
        page.on("request", lambda request: request.url == file.as_uri() or complaints.append(request.url))
        page.goto(file.as_uri())
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert complaints == []
