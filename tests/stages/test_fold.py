"""The matching copy: what is left out and turned in it, and that it leads back to the page."""

import pytest

import mujun as mj
from mujun import _core


def fold(text):
    """The copy, after a look at its way back."""
    copy, origin = _core.stages.fold(text)
    assert len(origin) == len(copy) + 1
    assert origin[-1] == len(text)
    assert origin == sorted(origin)
    return copy


@pytest.mark.parametrize(
    ("page", "copy"),
    [
        # width and compatibility forms
        ("１２．５亿元，增长８％", "12.5亿元，增长8%"),
        ("面积３０㎡、长５㎞、㈠", "面积30m2、长5km、(一)"),
        ("全角　空格\u00a0与\u2003空格", "全角 空格 与 空格"),
        ("ＧＤＰ﹪", "GDP%"),
        # what would run into the digits beside it keeps its form
        ("3½亩、10⁸元、12.5²、5m²", "3½亩、10⁸元、12.5²、5m2"),
        ("…①⒈", "…①⒈"),
        # radicals that PDFs hold for characters, variants that ICU leaves
        ("⻓江⺠营⻋间", "长江民营车间"),
        ("産業滙總、擡升、峯會", "产业汇总、抬升、峰会"),
        # invisible characters
        ("规上\u00ad工业\u200b增加\ufeff值\u2060", "规上工业增加值"),
        ("一\r\n二\r三\u2028四", "一\n二\n三\n四"),
        # beyond the plane
        ("\U00020000亩😀", "\ufffd亩\ufffd"),
    ],
)
def test_forms(page, copy):
    assert fold(page) == copy


@pytest.mark.parametrize(
    ("page", "copy"),
    [
        ("規上工業總產值、畝均稅收、個百分點、萬億", "规上工业总产值、亩均税收、个百分点、万亿"),
        ("著力打造", "着力打造"),
        ("圍繞著項目、隨著政策", "围绕着项目、随着政策"),
        ("著名企業成效顯著", "著名企业成效显著"),
        ("乾隆、乾縣、乾旱、葡萄乾", "乾隆、乾县、干旱、葡萄干"),
        ("瞭望、瞭解、一目瞭然", "瞭望、了解、一目了然"),
        ("單幹、幹部、骨幹", "单干、干部、骨干"),
        ("藉助平台，一片狼藉", "借助平台，一片狼藉"),
        ("剃發、銀髮經濟、乾淨", "剃发、银发经济、干净"),
        ("干部乾果干部", "干部干果干部"),
        ("著", "著"),
    ],
)
def test_script(page, copy):
    assert fold(page) == copy


def test_wording_of_hong_kong_and_taiwan():
    facts = mj.extract("本地生產總值1.2萬億元，按年增長2.3%，按月下跌0.4%，高於上年1.5個百分點。")
    assert [(f.value, f.unit, f.basis) for f in facts][:3] == [
        (1.2e12, "元", None),
        (2.3, "%", "yoy"),
        (-0.4, "%", "mom"),
    ]
    assert facts[3].unit == "百分点"


@pytest.mark.parametrize(
    ("page", "copy"),
    [
        ("項(xiàng)目", "项目"),
        ("機（jī）制", "机制"),
        ("轉(zhuǎn)型發(fā)展(zhǎn)", "转型发展"),
        ("綠(lǜ)色、優(yōu)化、規(gui)模", "绿色、优化、规模"),
        ("調(dia\u0300o)整", "调整"),
        ("重慶(chóng qìng)市", "重庆市"),
        # no glosses
        ("产量(kg)、面积(m2)、(xiàng)", "产量(kg)、面积(m2)、(xiàng)"),
        ("税收(VAT)、数字(一)、空()", "税收(VAT)、数字(一)、空()"),
        ("未完(xiàng", "未完(xiàng"),
        ("税(abcdefghijklmnopqrstuvwxyz)", "税(abcdefghijklmnopqrstuvwxyz)"),
    ],
)
def test_glosses(page, copy):
    assert fold(page) == copy


@pytest.mark.parametrize("vowel", "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü")
def test_a_tone_on_any_vowel(vowel):
    assert fold(f"項(x{vowel}n)目") == "项目"


@pytest.mark.parametrize(
    ("page", "copy"),
    [
        # within words, numbers and clauses
        ("亩 均税收", "亩均税收"),
        ("规上|工业增加值", "规上工业增加值"),
        ("县里设立重点发展引导 资金，列入预算。", "县里设立重点发展引导资金，列入预算。"),
        ("流转土地7 .3 万亩", "流转土地7.3 万亩"),
        ("流转土地7. 3万亩", "流转土地7.3万亩"),
        ("流转土地1 8 6 0亩", "流转土地1860亩"),
        ("流转土地 1 2 . 5 亩", "流转土地 12.5 亩"),
        ("新增企业12 345家", "新增企业12345家"),
        ("增长8 .2%", "增长8.2%"),
        # between cells, names, headings, list numbers and dates
        ("产值 12 345 678", "产值 12 345 678"),
        ("产值12 345", "产值12 345"),
        ("1. 3个项目", "1. 3个项目"),
        ("记者 张三 李四", "记者 张三 李四"),
        ("突出重点 打造样板", "突出重点 打造样板"),
        ("2019-05-10 10:40", "2019-05-10 10:40"),
        ("增长1.2 3.4%", "增长1.2 3.4%"),
        ("| 产值 | 12 | 34 |", "| 产值 | 12 | 34 |"),
        ("|工业|增加值|12|", "|工业|增加值|12|"),
    ],
)
def test_gaps(page, copy):
    assert fold(page) == copy


@pytest.mark.parametrize(
    ("page", "copy"),
    [
        ("[财政总收入](http://a.cn/b?c=1)12.5亿元", "财政总收入12.5亿元"),
        ("![图](a.png)财政[总收入]()", "财政总收入"),
        ("**12.5**亿元*注", "12.5亿元*注"),
        ("[1](2)、[注]、(见附件)、[甲](乙)、[丙](x", "[1](2)、[注]、(见附件)、[甲](乙)、[丙](x"),
        ("增长$12.5\\%$，产值$ 1 2 . 5 $亿元", "增长12.5%，产值12.5亿元"),
        ("$1{,}234.5$万元、1{,}234万元", "1,234.5万元、1,234万元"),
        ("面积$5\\mathrm{~km}^{2}$、\\mathrm{kg}、增长8\\%", "面积5km2、kg、增长8%"),
        ("$$12.5$$亿元、$3\\sim5\\%$", "12.5亿元、3~5%"),
        ("产值$44.5\\text{亿元}$", "产值44.5亿元"),
        # what is no formula, and what would change the number
        ("US$12亿、$5和$8、$5-$8、$x$", "US$12亿、$5和$8、$5-$8、$x$"),
        ("$10^{8}$元", "10^8元"),
        ("{甲}、\\unknown{乙}", "{甲}、\\unknown{乙}"),
    ],
)
def test_markup(page, copy):
    assert fold(page) == copy


def noticed(text):
    return [(n.code, n.text) for n in mj.extract(text).notices if n.code in ("repaired_text", "damaged_text")]


# Of an even number of characters, so that UTF-8's bytes make pairs.
SOUND = "全区实现规上工业增加值，税务部门介绍"


@pytest.mark.parametrize(
    ("once", "read_as"),
    [("utf-8", "gbk"), ("utf-8", "gb18030"), ("utf-8", "latin-1"), ("gbk", "latin-1"), ("gbk", "cp1252")],
)
def test_mojibake(once, read_as):
    damaged = SOUND.encode(once).decode(read_as)
    page = f"5月，{damaged}12.5亿元。"
    assert fold(page) == f"5月，{SOUND}12.5亿元。"
    assert noticed(page) == [("repaired_text", damaged)]


def test_windows_1252_has_no_character_for_some_bytes():
    damaged = "亩均税收".encode().decode("cp1252", "replace")
    assert fold(damaged) == "亩\ufffd税收"
    assert [code for code, _ in noticed(damaged)] == ["repaired_text", "damaged_text"]
    assert fold("亩均税收".encode().decode("cp1252", "ignore")) == "亩\ufffd税收"


@pytest.mark.parametrize("quotation", ["“", "”", "》", "』"])
@pytest.mark.parametrize(
    "said", ["街道主任李明說", "县税务局长王芳介紹", "能在街道層面解決", "企业负责人王強說"]
)
def test_a_byte_lost_between_two_sentences(quotation, said):
    # 。 and the mark behind it begin with the same byte; one of the two is lost. The last character ends with
    # a byte of ASCII, which sets the pairs right again.
    data = ("。" + quotation + said).encode("gbk")[1:]
    damaged = data.decode("gbk").replace("！", "!", 1)
    assert damaged.startswith("!")
    page = f"项目进展顺利{damaged},税收12.5亿元。"
    assert fold(page) == f"项目进展顺利。{quotation}{fold(said)},税收12.5亿元。"
    assert noticed(page) == [("repaired_text", damaged)]


def test_a_byte_lost_before_a_figure():
    # No byte of ASCII ends a pair here: the last character loses its second, and gets a question mark.
    damaged = "。”县税务局长王芳介绍".encode("gbk")[1:-1].decode("gbk") + "?"
    page = f"项目进展顺利{damaged}12.5亿元。"
    assert fold(page) == "项目进展顺利。”县税务局长王芳介\ufffd12.5亿元。"
    assert [code for code, _ in noticed(page)] == ["repaired_text", "damaged_text"]


@pytest.mark.parametrize(
    "page",
    [
        "加油!把握新机遇，本着服务群众的宗旨！不忘初心！报表如下！多方位发展",
        "鋼板產量、鋼材銷售、涓涓细流汇成江河、浜江路",
        "café résumé naïve Zürich São Tomé Ærø 12×3°C·±",
        "Россия ёлка ãã",
        "为什么?因为投入12亿元??",
        "为什么??因为投入12亿元??",
    ],
)
def test_sound_text_is_not_repaired(page):
    assert noticed(page) == []


@pytest.mark.parametrize(
    ("page", "damaged", "copy"),
    [
        ("收入\ufffd\ufffd12亿元", "\ufffd\ufffd", "收入\ufffd\ufffd12亿元"),
        ("财政总??入12亿元", "??", "财政总\ufffd\ufffd入12亿元"),
        ("收入锟斤拷12亿元", "锟斤拷", "收入\ufffd\ufffd12亿元"),
        ("收入ï¿½ï¿½12亿元", "ï¿½ï¿½", "收入\ufffd\ufffd12亿元"),
        ("收入鐨瞾锺瀨寴瀬燘龘12亿元", "鐨瞾锺瀨寴瀬燘龘", "收入镄瞾锺濑寴瀬燘龘12亿元"),
    ],
)
def test_what_is_lost_is_noticed_and_not_invented(page, damaged, copy):
    assert noticed(page) == [("damaged_text", damaged)]
    assert fold(page) == copy


def test_a_byte_order_mark_that_came_as_text():
    assert fold("ï»¿税收12亿元") == "税收12亿元"


def test_mentions_in_what_was_damaged_lie_on_the_damage():
    damaged = "亿元，同比增长".encode().decode("latin-1")
    text = f"财政总收入12.5{damaged}8.2%。"
    amount, growth = mj.extract(text)
    assert (amount.value, amount.unit) == (12.5e8, "元")
    assert text[amount.start : amount.end] == amount.text == "12.5" + "亿元".encode().decode("latin-1")
    assert (growth.measure, growth.basis, growth.text) == ("growth", "yoy", "8.2%")


REPEATED = [
    "1234567890",
    "1 ",
    "字 ",
    "(",
    "（a",
    "[",
    "[a](",
    "](",
    "$1",
    "\\",
    "{",
    "!本",
    "！保",
    "著",
    "|",
    "\ufffd",
]
REPEATED += ["ã‚«", "Ä¶", "鋼", "浜╁潎", "锟斤拷", "亩 均", "12. 5", "\u0300", "项(xiàng", "?"]


@pytest.mark.parametrize("piece", REPEATED)
def test_folding_is_linear(piece, assert_linear):
    size = 400_000 // len(piece)
    once, twice = piece * size, piece * size * 2
    assert_linear(lambda: _core.stages.fold(once), lambda: _core.stages.fold(twice))


ENCODED = {e: ("財政總收入12.5億元。" * 40_000).encode(e) for e in ["utf-8", "gb18030", "utf-16-le", "big5"]}


@pytest.mark.parametrize("once", [*ENCODED.values(), b"\xff" * 200_000], ids=[*ENCODED, "garbage"])
def test_decoding_is_linear(once, assert_linear):
    twice = once * 2
    assert_linear(lambda: _core.decode(once), lambda: _core.decode(twice))
