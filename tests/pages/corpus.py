"""The labelled pages beside the repository, and what the scorer there says of our reading of them."""

import hashlib
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import mujun as mj

SHARED = Path(__file__).parents[3] / "shared"
PAGES = SHARED / "pages"
FLOORS = Path(__file__).parent / "floors.json"


def labelled() -> dict[str, str]:
    """Name of each labelled page → its publication date."""
    lines = (PAGES / "pages.jsonl").read_text(encoding="utf-8").splitlines()
    return {row["page"]: row["published"] for row in map(json.loads, lines)}


def fingerprint() -> str:
    """Of the labelled pages, their dates and labels: floors hold for one corpus only."""
    digest = hashlib.sha256()
    for path in sorted(p for p in PAGES.iterdir() if p.is_file()):
        digest.update(path.name.encode() + b"\0" + hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def extract_all() -> dict[str, mj.Facts]:
    """Every labelled page, read through the public door."""
    return {
        name: mj.extract((PAGES / f"{name}.txt").read_text(encoding="utf-8"), published=published, name=name)
        for name, published in labelled().items()
    }


def score(facts: dict[str, mj.Facts], folder: Path) -> dict[str, float]:
    """The scorer's totals for facts, which are handed over as JSON lines in `folder`."""
    for name, page in facts.items():
        rows = (json.dumps(row, ensure_ascii=False, default=str) for row in page.to_dicts())
        (folder / f"{name}.jsonl").write_text("\n".join(rows), encoding="utf-8")
    command: list[Any] = [sys.executable, SHARED / "score.py", PAGES, "--facts", folder, "--json"]
    report = subprocess.run(command, check=True, capture_output=True, text=True, encoding="utf-8").stdout
    totals: dict[str, float] = json.loads(report.splitlines()[-1])
    return totals
