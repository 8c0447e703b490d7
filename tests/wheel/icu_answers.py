"""What the installed mujun makes of ICU's data, part by part: prints a digest of all answers of each.

Run where the whole ICU is and where the wheel's own is, it must print the same.
"""

import hashlib
import itertools
import json
import sys
from collections.abc import Iterator

from mujun import _core

SENTENCE = "今年一季度，全鎮財政總收入12.5億元，同比增長8.2%，規模以上工業企業畝均稅收達到6.1萬元。"


def pairs() -> bytes:
    """Every pair that a double-byte encoding may hold, a line each: what is no character spoils no other."""
    return b"\n".join(map(bytes, itertools.product(range(0x80, 0x100), range(0x30, 0x100))))


def fours() -> bytes:
    """The four-byte sequences of GB18030: all of the basic plane, then one of each hundred beyond."""
    leads = [
        *itertools.product(range(0x81, 0x85), range(0x30, 0x3A)),
        *itertools.product(range(0x90, 0xE4), [0x30]),
    ]
    return b"\n".join(
        bytes((a, b, c, d)) for a, b in leads for c in range(0x81, 0xFF) for d in range(0x30, 0x3A)
    )


def answers() -> Iterator[tuple[str, object]]:
    for encoding in _core.encodings():
        data = pairs() + fours() if encoding == "gb18030" else pairs()
        yield f"decode {encoding}", _core.decode(data, encoding)
    found = {
        name: _core.decode(SENTENCE.encode(name))[:2]
        for name in ("utf-16-le", "utf-16-be", "big5", "gb18030")
    }
    yield "detect", found


def digest(answer: object) -> str:
    return hashlib.sha256(repr(answer).encode("utf-8", "surrogatepass")).hexdigest()


if __name__ == "__main__":
    json.dump({name: digest(answer) for name, answer in answers()}, sys.stdout, indent=1)
