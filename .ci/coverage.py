"""Tells which lines and branches of cpp/ ran: `python coverage.py BUILD`, a build with gcov's counters.

A line or branch counts as run where it ran in any program; branches that only exceptions take are left out.
"""

from __future__ import annotations

import collections
import gzip
import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

ROOT = Path(__file__).resolve().parents[1]
ROOMS = ("model", "knowledge", "read", "compute", "arrow", "bindings")


class Share(NamedTuple):
    """How many of all ran."""

    ran: int
    all: int

    def __str__(self) -> str:
        return f"{100 * self.ran / max(1, self.all):5.1f} %  ({self.ran} of {self.all})"


def counted(build: Path) -> list[dict[str, Any]]:
    """Give what gcov says of every source, one entry a source and object file."""
    data = sorted(path.resolve() for path in build.rglob("*.gcda"))
    if not data:
        sys.exit(f"nothing was counted in {build}: run the tests first")
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(
            ["gcov", "--json-format", "--branch-probabilities", *data],
            cwd=folder,
            check=True,
            stdout=subprocess.DEVNULL,
        )
        reports = [json.loads(gzip.decompress(path.read_bytes())) for path in Path(folder).glob("*.gz")]
    return [
        file | {"folder": report["current_working_directory"]}
        for report in reports
        for file in report["files"]
    ]


def main(build: Path) -> None:
    """Print the shares by room, the files with the most that did not run, and the whole."""
    lines: dict[tuple[str, int], int] = collections.Counter()
    branches: dict[tuple[str, int, int], int] = collections.Counter()
    for file in counted(build):
        path = (Path(file["folder"]) / file["file"]).resolve()
        if not path.is_relative_to(ROOT / "cpp"):
            continue
        name = path.relative_to(ROOT / "cpp").as_posix()
        for line in file["lines"]:
            lines[name, line["line_number"]] += line["count"]
            taken = [branch["count"] for branch in line["branches"] if not branch["throw"]]
            for at, count in enumerate(taken):
                branches[name, line["line_number"], at] += count
    for room in ROOMS:
        own = [count for (name, *_), count in lines.items() if name.startswith(f"{room}/")]
        ways = [count for (name, *_), count in branches.items() if name.startswith(f"{room}/")]
        print(f"{room:10} lines {share(own)}  branches {share(ways)}")
    least = collections.defaultdict(list)
    for (name, _), count in lines.items():
        least[name].append(count)
    print("\nleast run:")
    for name, counts in sorted(least.items(), key=lambda item: item[1].count(0), reverse=True)[:15]:
        print(f"{share(counts)}  {name}")
    print(f"\nin all     lines {share(lines.values())}  branches {share(branches.values())}")


def share(counts: Iterable[int]) -> Share:
    """Count what ran."""
    listed = list(counts)
    return Share(sum(count > 0 for count in listed), len(listed))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
