"""Two articles on one page say together what each says by itself."""

import sys
from pathlib import Path

from hypothesis import given

import mujun as mj

sys.path.insert(0, str(Path(__file__).parent))
from drawn import PUBLISHED, articles, moved, told, without

COUNTED = ("article", "group", "parent")  # numbers that count through the page


def facts_of(text):
    return mj.extract(text, published=PUBLISHED)


@given(articles(), articles())
def test_union(first, second):
    """The second article's title stands between them, as the heading that parts them."""
    joint = "\n\n"
    both = facts_of(first + joint + second)
    own, other = told(facts_of(first)), told(facts_of(second))
    further = moved(other, len(first) + len(joint))
    assert without(told(both), *COUNTED) == without(own, *COUNTED) + without(further, *COUNTED)
    assert [row["article"] for row in told(both)] == [0] * len(own) + [1] * len(other)
    assert [article.title for article in both.documents[0].articles] == [
        first.partition("\n")[0],
        second.partition("\n")[0],
    ]


@given(articles(), articles())
def test_lists_and_totals_stay_within_their_article(first, second):
    rows = told(facts_of(f"{first}\n\n{second}"))
    groups = {(row["article"], row["group"]) for row in rows if row["group"] is not None}
    assert len(groups) == len({group for _, group in groups})
    for row in rows:
        if row["parent"] is not None:
            assert rows[row["parent"]]["article"] == row["article"]
