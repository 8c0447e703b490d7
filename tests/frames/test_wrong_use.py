"""Arguments of a wrong kind are told by their name, not by what broke further in."""

import pytest

import mujun as mj

FIRMS = {"企业": ["甲"], "score": [96]}
PAGE = "2018年，路桥区财政总收入12.5亿元。"

WRONG = {
    "knowledge='mine.toml' is no knowledge base": lambda: mj.extract(PAGE, knowledge="mine.toml"),
    "subject=3 is no text": lambda: mj.extract(PAGE, subject=3),
    "name=3 is no text": lambda: mj.extract(PAGE, name=3),
    "text=3 is no text": lambda: mj.Document.from_text(3),
    "from_unit=3 is no text": lambda: mj.convert(1, 3, "元"),
    "area_unit=3 is no text": lambda: mj.per_mu(1, 1, area_unit=3),
    "word=3 is no text": lambda: mj.knowledge.lookup(3),
    "name=4 is no text": lambda: mj.knowledge.region(4),
    "confidence='high' is no number": lambda: mj.extract(PAGE).panel(confidence="high"),
    "tolerance=True is no number": lambda: mj.extract(PAGE).progress(tolerance=True),
    "tolerance=200: give points": lambda: mj.extract(PAGE).progress(tolerance=200),
    "takes an iterable of Facts, not of str": lambda: mj.Facts.concat(["facts"]),
    "must be Scores, not int": lambda: mj.grade(FIRMS, "huaian-2024").transitions(3),
    "a scheme is a name of schemes(), a file or a mapping, not 3": lambda: mj.score(FIRMS, 3),
    "a rule is a text such as 年产值不低于5000万元, not 3": lambda: mj.screen(FIRMS, 3),
    "a chart is what mujun.plot gives, not int": lambda: mj.plot.save(3, "growth.png"),
}


@pytest.mark.parametrize("said", WRONG)
def test_wrong_use(said):
    with pytest.raises(mj.MujunError) as raised:
        WRONG[said]()
    assert said in str(raised.value)
