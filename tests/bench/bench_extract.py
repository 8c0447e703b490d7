"""What extraction costs, as a ratio to one pass of Python's `re` over the same text in the same run.

    python tests/bench/bench_extract.py [--characters N] [--pages FOLDER] [--stages PROGRAM] [--peers]

The text is the pages of a folder over and over, once as one document and once as documents of 2,000
characters. Times are the processor's, the best of several; a busy machine changes both sides alike. The
stages are those of `cpp/bench`; the peers are run by a script beside it, each over the pages once.
"""

import argparse
import json
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import numpy as np
from rich.console import Console
from rich.table import Table

ROOT = Path(__file__).parents[2]
NUMBER = re.compile(r"\d+(?:\.\d+)?(?:亿|万)?(?:元|%|亩|个|家)")
DOCUMENT = 2000
START = """
import time
start = time.perf_counter()
import mujun
imported = time.perf_counter()
mujun.extract("2023年，青溪县生产总值增长5.2%。", published="2024-01-20")
print(imported - start, time.perf_counter() - imported)
"""


def seconds(call: Callable[[], object], repeats: int = 3) -> float:
    """The processor's time for a call, the best of several."""
    best = float("inf")
    for _ in range(repeats):
        start = time.process_time()
        call()
        best = min(best, time.process_time() - start)
    return best


def text_of(folder: Path, characters: int) -> str:
    pages = [page.read_text(encoding="utf-8", errors="replace") for page in sorted(folder.glob("*.txt"))]
    if not pages:
        sys.exit(f"bench: no page in {folder}")
    once = "\n".join(pages).replace("\f", " ")
    return (once * (characters // len(once) + 1))[:characters]


def documents_of(text: str) -> list[str]:
    return [text[at : at + DOCUMENT] for at in range(0, len(text), DOCUMENT)]


def read_all(texts: list[str]) -> int:
    import mujun as mj

    return sum(len(mj.extract(text, published="2024-01-20")) for text in texts)


def exponent(lengths: list[int], times: list[float]) -> float:
    """Of the power of the length that the time grows with: 1 is linear."""
    return float(np.polyfit(np.log(lengths), np.log(times), 1)[0])


def growth(table: Table, longest: int) -> None:
    """How the time grows with the length of one document, of four kinds."""
    kinds = {
        "pages": text_of(Path(ARGUMENTS.pages), longest),
        "one sentence": ("全区规上工业总产值和固定资产投资与财政收入" * (longest // 20 + 1))[:longest],
        "figures only": ("增长5.2%，" * (longest // 7 + 1))[:longest],
        "、 only": "、" * longest,
    }
    lengths = [longest // 1000, longest // 100, longest // 10, longest]
    for kind, text in kinds.items():
        parts = [[text[:length]] for length in lengths]
        times = [seconds(partial(read_all, part), 3 if len(part[0]) < longest else 1) for part in parts]
        # The shortest pays for the call itself: how the cost grows shows behind it.
        table.add_row(f"exponent, {kind}", "", f"{exponent(lengths[1:], times[1:]):.2f}", "≤ 1.05")


def stage_costs(program: str, texts: list[str]) -> list[tuple[str, float, str]]:
    """Each stage's characters a second and its allocations, by the C++ benchmark."""
    with tempfile.NamedTemporaryFile("w", encoding="utf-8", suffix=".txt") as file:
        file.write("\f".join(texts))
        file.flush()
        told = subprocess.run([program, file.name, "3"], check=True, capture_output=True, text=True).stdout
    rows = [line.split("\t") for line in told.splitlines()]
    return [(row[0], float(row[1]), f"{row[2]} allocations/1000" if len(row) > 2 else "ms") for row in rows]


def peer_speeds(script: str, folder: str) -> dict[str, float]:
    """Characters a second of every installed peer over the pages."""
    with tempfile.TemporaryDirectory() as scratch:
        out = Path(scratch, "peers.json")
        command = [sys.executable, script, folder, "--json", str(out), "--reps", "1", "--timeout", "300"]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        told = json.loads(out.read_text(encoding="utf-8"))
    speeds = {}
    for row in told:
        files = [file for file in row.get("files", []) if file.get("median_s")]
        if files:
            speeds[row["peer"]] = sum(file["chars"] for file in files) / sum(
                file["median_s"] for file in files
            )
    return speeds


def main() -> None:
    characters = ARGUMENTS.characters
    text = text_of(Path(ARGUMENTS.pages), characters)
    small = documents_of(text)
    table = Table("what", "characters/s", "of the re pass", "asked for", title=f"{characters:,} characters")
    by_re = {
        "one document": characters / seconds(lambda: NUMBER.findall(text)),
        "documents of 2,000": characters / seconds(lambda: [NUMBER.findall(one) for one in small]),
    }
    read_all(small[:1])
    ours = {
        "one document": characters / seconds(lambda: read_all([text]), 2),
        "documents of 2,000": characters / seconds(lambda: read_all(small), 2),
    }
    asked = {"one document": "≥ 1.0", "documents of 2,000": "≥ 0.5"}
    for kind, speed in by_re.items():
        table.add_row(f"re, {kind}", f"{speed:,.0f}", "1", "")
        table.add_row(f"mujun, {kind}", f"{ours[kind]:,.0f}", f"{ours[kind] / speed:.3f}", asked[kind])
    if ARGUMENTS.stages:
        for kind, texts in {"one document": [text], "documents of 2,000": small}.items():
            for stage, speed, unit in stage_costs(ARGUMENTS.stages, texts):
                if unit == "ms":
                    table.add_row(f"first call in C++, {kind}", f"{speed:.1f} ms", "", "≤ 30 ms")
                else:
                    table.add_row(f"  {stage}, {kind}", f"{speed:,.0f}", f"{speed / by_re[kind]:.2f}", unit)
    command = [sys.executable, "-c", START]
    starts = [subprocess.run(command, check=True, capture_output=True, text=True).stdout for _ in range(5)]
    for name, at, limit in (("import mujun", 0, 80), ("first call", 1, 30)):
        fastest = min(float(start.split()[at]) for start in starts) * 1e3
        table.add_row(name, f"{fastest:.0f} ms", "", f"≤ {limit} ms")
    growth(table, min(characters, 10_000_000))
    if ARGUMENTS.peers:
        speeds = peer_speeds(ARGUMENTS.peers, ARGUMENTS.pages)
        for peer, speed in sorted(speeds.items(), key=lambda one: -one[1]):
            table.add_row(
                f"peer: {peer}", f"{speed:,.0f}", "", f"mujun {ours['one document'] / speed:,.0f} ×"
            )
    Console(width=110).print(table)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--characters", type=int, default=20_000_000)
    parser.add_argument("--pages", default=str(ROOT.parent / "shared" / "pages"))
    parser.add_argument("--stages", help="the program of cpp/bench")
    parser.add_argument(
        "--peers",
        nargs="?",
        const=str(ROOT.parent / "shared" / "peers" / "run_peers.py"),
        help="run the installed peers, too; a script that does may be named",
    )
    ARGUMENTS = parser.parse_args()
    main()
