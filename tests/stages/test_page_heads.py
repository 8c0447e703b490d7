"""What stands above a page's text: the site, the crumb, the title and the line that says when it came out."""

import pytest

import mujun as mj

TEXT = "今年一季度，全县税收12亿元，同比增长6.3%。"


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("2024-04-20 09:15　来源：青溪日报", "2024-04-20"),
        ("来源：县统计局　发布时间：2024-04-20 09:15　浏览次数：417　【字体：大 中 小】", "2024-04-20"),
        ("作者：综合股　　发布日期：2024年4月20日　　点击数：1263", "2024-04-20"),
        ("【信息来源：县民生办】【发布日期：2024-04-20】【字号：大 中 小】", "2024-04-20"),
        ("索引号：0114/2024-48　发文日期：2024年04月20日　文号：青政发〔2024〕37号", "2024-04-20"),
        ("成文日期：2024-04-18　发布日期：2024-04-20　有效性：有效", "2024-04-20"),
        ("今天是2024-04-20 星期六", "None"),
        ("上一篇：全县工业运行情况（2024-03-20）", "None"),
        ("来源：县统计局　浏览次数：2024", "None"),
    ],
)
def test_the_day_is_told_above_the_text(line: str, day: str) -> None:
    facts = mj.extract(f"青溪县一季度经济运行情况\n{line}\n{TEXT}")
    assert str(facts.documents[0].published) == day


def test_a_line_of_prose_tells_no_day() -> None:
    facts = mj.extract(f"青溪县一季度经济运行情况\n记者：2024年4月20日，全县完成投资3亿元。\n{TEXT}")
    assert facts.documents[0].published is None


@pytest.mark.parametrize(
    "above",
    [
        "青溪县统计局",
        "首页 > 政务公开 > 统计数据",
        "青溪县自然资源局网站 >> 工作动态",
        "青溪日报 · 经济观察",
        "青溪县人民政府\n您现在的位置：网站首页 / 统计 / 正文",
    ],
)
def test_the_site_is_no_title(above: str) -> None:
    title = "青溪县一季度经济运行平稳"
    facts = mj.extract(f"{above}\n{title}\n发布时间：2024-04-20\n{TEXT}")
    assert [article.title for article in facts.documents[0].articles] == [title]


def test_a_long_title_of_rules_makes_thresholds() -> None:
    title = "青溪县人民政府办公室关于印发《青溪县工业企业亩均效益综合评价及差别化配置资源办法（试行）》的通知"
    [fact] = mj.extract(f"{title}\n2023年3月1日\n入园项目投资强度为300万元/亩。")
    assert (fact.value, fact.status) == (3_000_000, "threshold")


def test_a_text_of_rules_may_report() -> None:
    rules = "青溪县工业用地管理办法\n2022年，全县亩均税收9.6万元。入园项目亩均税收20万元。"
    assert [fact.status for fact in mj.extract(rules, published="2023-03-01")] == ["actual", "threshold"]


def test_a_county_level_city_calls_itself_the_city() -> None:
    page = (
        "2023年上半年温岭市经济运行情况\n来源：温岭市统计局　发布时间：2023-07-28\n"
        "上半年，全市经济回升向好。根据台州市统计局核算，我市生产总值612亿元，增长6.1%，高于台州市平均0.3个百分点。\n"
        "6月末，全市贷款余额1980亿元。"
    )
    assert {fact.subject for fact in mj.extract(page)} == {"温岭市"}


def test_a_field_is_no_owner() -> None:
    page = "青溪县税收增长8%，在台州各县（市、区）中居第3位。上半年，工业投资增长9%。"
    assert {fact.subject for fact in mj.extract(page, published="2023-07-28")} == {"青溪县"}
