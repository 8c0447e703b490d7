"""Writes what the fuzzer starts from: `python3 start.py REPOSITORY OUT`.

OUT/dictionary.txt: the words of the knowledge files, as libFuzzer reads them.
OUT/fuzz/rule_words.inc: the words of screening rules, for the target that parses them.
OUT/seeds/TARGET/: the repository's own samples and sentences, in the encodings that pages come in.
"""

from __future__ import annotations

import sys
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

ENCODINGS = ["utf-8", "gb18030", "big5hkscs", "utf-16-le"]
SIGNS = [
    *"。，、；：（）“”%％‰",
    "\n",
    "\u3000",
    "<table><tr><td>",
    "<meta charset=gbk>",
    "同比",
    "分别",
    "其中",
]


def load(file: Path) -> dict[str, Any]:
    """Read a TOML file."""
    with file.open("rb") as opened:
        return tomllib.load(opened)


def strings(value: object, key: str = "") -> Iterator[tuple[str, str]]:
    """Give every text of a TOML file with the key that it stands under."""
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from strings(inner, name)
    elif isinstance(value, list):
        for inner in value:
            yield from strings(inner, key)
    elif isinstance(value, str):
        yield key, value


def words(knowledge: Path) -> list[str]:
    """Give the surfaces of all entries, and signs that change what is read."""
    files = [load(file) for file in sorted(knowledge.glob("*.toml"))]
    surfaces = {text for file in files for key, text in strings(file) if key == "surfaces"}
    return sorted(surfaces) + SIGNS


def quoted(word: str) -> str:
    """Write a word as a dictionary of libFuzzer has it."""
    return '"' + "".join(f"\\x{byte:02x}" for byte in word.encode()) + '"'


def sentences(tests: Path) -> list[str]:
    """Give the texts of the sentences that the tests read."""
    files = [load(file) for file in sorted((tests / "sentences").glob("*.toml"))]
    return [text for file in files for key, text in strings(file) if key == "text"]


def pages(tests: Path) -> list[bytes]:
    """Give the sample pages."""
    return [
        file.read_bytes()
        for file in sorted((tests / "samples").rglob("*"))
        if file.suffix in {".txt", ".html"}
    ]


def examples(knowledge: Path, key: str) -> list[str]:
    """Give the texts that the knowledge files show their words by."""
    files = [load(file) for file in sorted(knowledge.rglob("*.toml"))]
    return [text for file in files for name, text in strings(file) if name == key]


def write_seeds(folder: Path, seeds: Iterable[bytes]) -> None:
    """Write each seed as a file."""
    folder.mkdir(parents=True, exist_ok=True)
    for number, seed in enumerate(seeds):
        (folder / f"{number:05}").write_bytes(seed)


def rule_words(knowledge: Path) -> str:
    """Write the words of rules as assignments of C++."""
    rules = load(knowledge / "rules" / "words.toml")
    lists = {"all": rules["all"], "any": rules["any"], **rules["words"]}
    return "".join(
        f"words.{name} = {{" + ", ".join(f'u"{word}"' for word in listed) + "};\n"
        for name, listed in lists.items()
    )


def main(repository: Path, out: Path) -> None:
    """Write all of it."""
    knowledge, tests = repository / "cpp" / "knowledge", repository / "tests"
    out.mkdir(parents=True, exist_ok=True)
    (out / "dictionary.txt").write_text("".join(quoted(word) + "\n" for word in words(knowledge)), "utf-8")
    texts = sentences(tests)
    rules = examples(knowledge / "rules", "text")
    short = [text.encode() for text in examples(knowledge, "text")]
    write_seeds(out / "seeds" / "text", [*pages(tests), *(text.encode() for text in texts)])
    write_seeds(
        out / "seeds" / "bytes",
        [b"\0" + page for page in pages(tests)]
        + [b"\0" + text.encode(name, "ignore") for text in texts[::4] for name in ENCODINGS],
    )
    write_seeds(out / "seeds" / "numbers", short)
    write_seeds(out / "seeds" / "periods", short)
    write_seeds(out / "seeds" / "rules", (rule.encode() for rule in rules))
    for target in ("schemes", "frames", "spellout"):
        write_seeds(out / "seeds" / target, (bytes(range(start, 256)) * 4 for start in range(0, 256, 32)))
    (out / "fuzz").mkdir(exist_ok=True)
    (out / "fuzz" / "rule_words.inc").write_text(rule_words(knowledge), "utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
