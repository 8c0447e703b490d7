"""Rewrites floors.json: upward only, unless the labelled pages themselves have changed."""

import json
import math
import sys
import tempfile
from pathlib import Path

import corpus


def rounded_down(value: float) -> float:
    """To four decimals, so that the same reading always passes its own floor."""
    return math.floor(value * 10_000) / 10_000


def main() -> None:
    """Measure, compare, write."""
    record = json.loads(corpus.FLOORS.read_text(encoding="utf-8")) if corpus.FLOORS.exists() else {}
    now = corpus.fingerprint()
    old = record.get("floors", {}) if record.get("corpus") == now else {}
    with tempfile.TemporaryDirectory() as folder:
        totals = corpus.score(corpus.extract_all(), Path(folder))
    floors = {figure: max(rounded_down(value), old.get(figure, 0.0)) for figure, value in totals.items()}
    for figure, value in totals.items():
        before = old.get(figure, 0.0)
        mark = "fell" if value < before else "raised" if floors[figure] > before else "holds"
        sys.stdout.write(f"{figure:10} {before:.4f} → {value:.4f}  {mark}\n")
    corpus.FLOORS.write_text(json.dumps({"corpus": now, "floors": floors}, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
