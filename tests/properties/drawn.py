"""Pages of our own making, drawn for the properties that hold of every page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import strategies as st

if TYPE_CHECKING:
    import mujun as mj

PUBLISHED = "2019-05-10"
# Words that are written otherwise in Traditional characters, and which.
TRADITIONAL = str.maketrans(
    "区县镇财总规业产资实现万亿长减点个项达农贸额处设与医药标准从为张华东桥计稳进济亩该运税经开别费会",
    "區縣鎮財總規業產資實現萬億長減點個項達農貿額處設與醫藥標準從為張華東橋計穩進濟畝該運稅經開別費會",
)

subjects = st.sampled_from(["路桥区", "天台县", "全区", "该县", "新桥镇", ""])
one_place = st.sampled_from(["路桥区", "全区", "该区", ""])  # of whatever name, the same
indicators = st.sampled_from(
    ["财政总收入", "规上工业增加值", "固定资产投资", "社会消费品零售总额", "出口总额", "农业总产值"]
)
numbers = st.tuples(st.integers(1, 9999), st.integers(0, 99)).map(lambda parts: f"{parts[0]}.{parts[1]:02}")
rates = st.tuples(st.integers(0, 60), st.integers(1, 9)).map(lambda parts: f"{parts[0]}.{parts[1]}")
periods = st.sampled_from(["今年一季度", "2018年", "1-4月", "去年", "截至4月底"])


@st.composite
def sentences(draw: st.DrawFn, places: st.SearchStrategy[str] = subjects) -> str:
    """Draw what pages tell of: an amount and its growth, a count, parts of a whole, a list."""
    lead = draw(periods) + "，" + draw(places)
    name, other = draw(indicators), draw(indicators)
    number, rate, second = draw(numbers), draw(rates), draw(rates)
    verb = draw(st.sampled_from(["增长", "下降"]))
    return lead + draw(
        st.sampled_from(
            [
                f"{name}{number}亿元，同比{verb}{rate}%。",
                f"实现{name}{number}万元，其中{other}{rate}万元。",
                f"{name}和{other}分别{verb}{rate}%和{second}%。",
                f"亩均税收达到{rate}万元/亩，比上年提高{second}万元/亩。",
                f"{name}完成年度计划的{rate}%，高于全省{second}个百分点。",
                f"新增规上企业{int(float(rate)) + 1}家。",
            ]
        )
    )


# No figure, and no place, time, indicator, goal or list that others could lean on.
who = st.sampled_from(["与会人员", "大家", "代表们", "工作人员", "相关负责人", "群众", "干部职工", "志愿者"])
how = st.sampled_from(["", "纷纷", "认真", "一致", "热烈地", "深入"])
did = st.sampled_from(
    ["进行了讨论", "表示要再接再厉", "听取了意见", "参观了展厅", "交流了经验", "给予了肯定", "提出了建议"]
)
scene = st.sampled_from(
    [
        "现场气氛十分热烈。",
        "会议还部署了下一步工作。",
        "这离不开各方的支持。",
        "营商环境好不好，企业说了算。",
        "一系列举措落地见效。",
        "一直以来，服务不断优化。",
        "“进一扇门、办所有事”成为现实。",
        "统一思想，才能步调一致！",
        "如何破题？",
        "招商引资是经济工作的生命线；项目建设是硬道理。",
    ]
)
plain = st.tuples(who, how, did, st.sampled_from("。！")).map("".join) | scene

paragraphs = st.lists(sentences(), min_size=1, max_size=3).map("".join)


@st.composite
def articles(draw: st.DrawFn) -> str:
    """Draw an article with its title and its author, as newspapers print them."""
    place = draw(st.sampled_from(["路桥区", "天台县", "仙居县"]))
    title = place + draw(st.sampled_from(["经济运行开局良好", "项目建设全面提速", "工业经济稳中有进"]))
    body = draw(st.lists(paragraphs, min_size=1, max_size=3))
    return "\n".join([title, draw(st.sampled_from(["张华", "王小东 李明"])), *body])


def told(facts: mj.Facts) -> list[dict[str, object]]:
    """Give what the facts say, in plain values; what is null is None."""
    return facts.to_dicts()


def without(rows: list[dict[str, object]], *columns: str) -> list[dict[str, object]]:
    """Leave columns out."""
    return [{name: value for name, value in row.items() if name not in columns} for row in rows]


def moved(rows: list[dict[str, object]], by: int) -> list[dict[str, object]]:
    """Give the rows of a page that has so many characters more before it."""
    places = ("start", "end", "evidence_start", "evidence_end")
    return [row | {name: row[name] + by for name in places} for row in rows]
