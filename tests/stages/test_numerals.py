"""Numbers as pages write them, each kind by name."""

import pytest

import mujun as mj
from mujun._core import stages


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("44.5亿", 4_450_000_000),
        ("1,100", 1_100),
        ("1,100,000", 1_100_000),
        ("一万五千", 15_000),
        ("3万4000", 34_000),
        ("1亿2300万", 123_000_000),
        ("１千２百", 1_200),
        ("1.5千", 1_500),
        ("十二万三千", 123_000),
        ("12万三千", 123_000),
        ("一万五千亿", 1_500_000_000_000),
        ("二十万亿", 20_000_000_000_000),
        ("一千二百三十四万五千六百七十八亿", 1_234_567_800_000_000),
        ("零点五", 0.5),
        ("一百二十三点四五", 123.45),
        ("一‧四七", 1.47),
        ("○‧六七", 0.67),
        ("二〇一九", 2019),
        ("廿三", 23),
        ("卅", 30),
        ("两百", 200),
        ("三万五", 35_000),
        ("三万零五", 30_005),
        ("一百一", 110),
        ("壹仟贰佰万", 12_000_000),
        ("玖仟參佰貳拾壹萬", 93_210_000),
        ("壹拾參", 13),
        ("31.55萬億", 31_550_000_000_000),
        ("200 万", 2_000_000),
        ("7 .3万", 73_000),
        ("几百", 100),
        ("数十亿", 1_000_000_000),
        ("100余亿", 10_000_000_000),
        ("4万多亿", 4_000_000_000_000),
        ("-3.2", -3.2),
    ],
)
def test_numbers(text, value):
    assert mj.parse_number(text) == value


@pytest.mark.parametrize(
    "text",
    ["", "亩", "十足", "3.", "12,34", "两三", "1万2万", "亿万", "3万亩", "1234567890123456789", "十参"],
)
def test_what_is_no_single_number_is_refused(text):
    with pytest.raises(ValueError, match="is no number"):
        mj.parse_number(text)


def test_a_number_beyond_eighteen_digits_is_a_notice_and_no_value():
    [notice] = stages.quantities("流水12345678901234567890元入账")
    assert notice == {"notice": "number_out_of_range", "text": "12345678901234567890"}


@pytest.mark.parametrize(
    ("text", "precision"),
    [
        ("44.5亿元", 5_000_000),
        ("44.50亿元", 500_000),
        ("4000万元", 5_000),
        ("3万4000元", 0.5),
        ("一万五千亿元", 50_000_000_000),
        ("10.9%", 0.05),
        ("0.5吨标准煤/万元", 0.000005),
    ],
)
def test_precision_is_half_a_unit_of_the_last_digit_written(text, precision):
    assert mj.parse_quantity(text)["precision"] == precision
