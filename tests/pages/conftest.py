"""Real pages stay outside the repository: without them these tests are skipped at home and fail in CI."""

import os
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))  # raise_floors.py and the tests share corpus.py

import corpus


@pytest.fixture(scope="session", autouse=True)
def _pages() -> None:
    if not corpus.PAGES.is_dir():
        reason = "no ../shared/pages beside the repository"
        if os.environ.get("CI") == "true":
            pytest.fail(reason)
        pytest.skip(reason)


@pytest.fixture(scope="session")
def facts(_pages):
    """The facts of each labelled page, by its name."""
    return corpus.extract_all()
