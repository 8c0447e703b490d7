"""Three firms and a scheme that is small enough to follow by hand."""

# One indicator by a ratio and one by itself: small enough to follow by hand.
MINE = {
    "name": "mine",
    "firm": ["企业"],
    "columns": {
        "税收": {"unit": "万元"},
        "用地面积": {"unit": "亩"},
        "能耗": {"unit": "吨标准煤", "zero": "missing"},
        "加分*": {"role": "bonus"},
        "减分*": {"role": "malus"},
        "修正系数": {"role": "factor"},
        "免评": {"role": "exempt"},
    },
    "indicator": [
        {"name": "亩均税收", "ratio": ["税收", "用地面积"], "unit": "万元/亩", "weight": 60, "base": 20},
        {
            "name": "单位能耗税收",
            "ratio": ["税收", "能耗"],
            "unit": "万元/吨标准煤",
            "weight": 40,
            "base": 0.5,
        },
    ],
    "exempt": {"grade": "T"},
}
FIRMS = {
    "企业": ["甲", "乙", "丙"],
    "税收": [400.0, 90, 60],
    "用地面积": [10.0, 9, 12],
    "能耗": [400.0, 100, 240],
}
HAND = [
    400 / 10 / 20 * 60 + 400 / 400 / 0.5 * 40,
    90 / 9 / 20 * 60 + 90 / 100 / 0.5 * 40,
    60 / 12 / 20 * 60 + 60 / 240 / 0.5 * 40,
]


def mine(**indicator):
    """MINE with something more said of its second indicator."""
    first, second = MINE["indicator"]
    return MINE | {"indicator": [first, second | indicator]}


def points(scores):
    return [row.score for row in scores]
