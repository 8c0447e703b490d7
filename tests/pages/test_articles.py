"""Several articles on one page, and what stands around an article, on the real pages."""

import corpus
import pytest

import mujun as mj


def test_six_articles_each_with_its_own_facts(facts):
    page = facts["004_c8e6372cd944abed"]
    articles = page.documents[0].articles
    assert len(articles) == 6
    for fact in page:
        assert articles[fact.article].start <= fact.start < fact.end <= articles[fact.article].end
    places = [{fact.subject for fact in page if fact.article == number} for number in range(5)]
    for number, place in enumerate(["苍南", "沿江", "新昌", "凤鸣街道", "南峰街道"]):
        assert any(place in (subject or "") for subject in places[number])
        others = [places[other] for other in range(5) if other != number]
        assert not any(place in (subject or "") for subjects in others for subject in subjects)


def test_nothing_comes_from_crumbs_and_footers(facts):
    for name, last_words in [("000_64e987b482b87f78", "编辑: 方涛"), ("001_def972900ae67657", "编辑:王雅")]:
        text = (corpus.PAGES / f"{name}.txt").read_text(encoding="utf-8")
        assert max(fact.end for fact in facts[name]) < text.index(last_words)
        assert min(fact.start for fact in facts[name]) > text.index("\n")


def test_the_crawl_stamp_is_no_publication_date():
    # Without the caller's date 今年 cannot be resolved; the stamp at the page's foot must not stand in.
    page = mj.extract(mj.read(corpus.PAGES / "002_1b7599a5965865b6.txt"))
    assert all(fact.period_start is None and fact.period_end is None for fact in page)
    assert "no_anchor" in [notice.code for notice in page.notices]


@pytest.mark.parametrize("name", ["000_64e987b482b87f78", "001_def972900ae67657", "1007"])
def test_the_dateline_is_the_publication_date(facts, name):
    page = mj.extract(mj.read(corpus.PAGES / f"{name}.txt"))
    assert [fact.period_end for fact in page] == [fact.period_end for fact in facts[name]]


def test_an_infographic_is_read(facts):
    page = facts["1015"]
    assert len(page) >= 23
    assert {"地区生产总值", "社会消费品零售总额", "城镇化率"} <= {fact.indicator for fact in page}


def test_markdown_titles_part_articles():
    """No place or time of one is the next one's; ## and numbered headings part nothing."""
    page = """# 青溪县2023年经济运行情况

2023年，全县实现地区生产总值136.8亿元。

## 工业

规上工业增加值增长7.5%。

# 一、投资

固定资产投资增长4.1%。

# 松谷县一季度投资情况

一季度，全县固定资产投资增长12.3%。
"""
    facts = mj.extract(page, published="2024-04-20")
    told = [(fact.article, fact.text, fact.subject, str(fact.period_start)) for fact in facts]
    assert told == [
        (0, "136.8亿元", "青溪县", "2023-01-01"),
        (0, "7.5%", "青溪县", "2023-01-01"),
        (0, "4.1%", "青溪县", "2023-01-01"),
        (1, "12.3%", "松谷县", "2024-01-01"),
    ]
    assert facts[0].indicator == "地区生产总值"
