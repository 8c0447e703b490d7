"""Pages of our own sentences, made from a seed."""

import random

import pyarrow as pa

PLACES = ["路桥区", "黄岩区", "椒江区", "温岭市", "玉环市"]
SENTENCES = [
    "{year}年，{place}财政总收入{money}亿元，同比增长{rate}%。",
    "{year}年一季度，{place}规上工业增加值{money}亿元，同比下降{rate}%。",
    "今年1-5月，全区盘活土地{count}亩，亩均税收{rate}万元。",
    "其中，{place}、天台县分别新增企业{count}家、{year}家。",
    "全年力争完成固定资产投资{money}亿元以上。",
]


FILLER = "会议强调，要坚持稳中求进，扎实推进各项工作，全面落实各项政策，切实改善民生。"


def words_of(chance):
    return {
        "year": chance.randint(2015, 2023),
        "place": chance.choice(PLACES),
        "money": chance.randint(10, 9999) / 10,
        "rate": chance.randint(1, 300) / 10,
        "count": chance.randint(2, 900),
    }


def long_pages(count, characters=2000, seed=8):
    """Named pages of about that many characters; half of the sentences have figures."""
    chance = random.Random(seed)
    texts = []
    for _ in range(count):
        text = ""
        while len(text) < characters:
            some = chance.choice(SENTENCES) if chance.random() < 0.5 else FILLER
            text += some.format(**words_of(chance))
        texts.append(text[:characters])
    return [(f"page {at}", text) for at, text in enumerate(texts)]


def pages(count, seed=8):
    """A table of pages, of which every fiftieth has no text and every seventieth is blank."""
    chance = random.Random(seed)
    texts = []
    for at in range(count):
        words = words_of(chance)
        text = "".join(sentence.format(**words) for sentence in chance.sample(SENTENCES, 3))
        texts.append(None if at % 50 == 49 else " \n" if at % 70 == 69 else text)
    return pa.table(
        {
            "id": pa.array(range(count), pa.int64()),
            "day": pa.array(["2019-05-10"] * count),
            "text": texts,
        }
    )
