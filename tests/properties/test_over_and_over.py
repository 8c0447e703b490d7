"""Words of the knowledge over and over: whatever they are, a page of them takes hardly longer than prose."""

import time
import tomllib
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

import mujun as mj

KNOWLEDGE = Path(__file__).parents[2] / "cpp" / "knowledge"
PROSE = "今年一季度，全县财政总收入12.5亿元，同比增长8.2%，其中税收3亿元。"
SIZE = 12_000


def surfaces() -> list[str]:
    rows = [
        row
        for file in KNOWLEDGE.glob("*.toml")
        for table in tomllib.loads(file.read_text(encoding="utf-8")).values()
        for row in table
    ]
    found = {surface for row in rows for surface in row.get("surfaces", [])}
    return sorted(found | {row["name"] for row in rows if "name" in row})


signs = st.sampled_from("一二两三百千万亿零半第前倒数首每翻约近多几年月日至从由和的％%()“”「[{$-—·但其")
names = st.sampled_from(["全区", "该市", "路桥区", "本省", "新桥镇", "海纳公司", "该公司", "税收", "增幅"])
words = st.one_of(signs, names, st.sampled_from(surfaces()))
between = st.sampled_from(["", "、", "，", "的", "1", "5%", "3亿元", "。", " ", "\n", "(", "和", "路桥区"])
pieces = st.lists(st.tuples(words, between), min_size=1, max_size=3).map(
    lambda parts: "".join(sum(parts, ()))
)


def seconds(piece: str) -> float:
    """Give the processor's time for a page of a piece over and over."""
    page = (piece * (SIZE // len(piece) + 1))[:SIZE]
    start = time.process_time()
    mj.extract(page, published="2019-05-10", subject="路桥区")
    return time.process_time() - start


@settings(max_examples=2000)
@given(pieces)
def test_pieces_over_and_over_take_linear_time(piece):
    """A page that is gone over again for each of its words takes hundreds of times as long as prose."""
    quick = 0.05  # no page of the size takes so long that is read once; prose is timed beside those that do
    assert any(spent < quick or spent < 20 * seconds(PROSE) for spent in (seconds(piece) for _ in range(3)))
