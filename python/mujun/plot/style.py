"""What all charts share: fonts, colours, sizes, and where Altair comes from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mujun.errors import MujunError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from types import ModuleType

# Fonts that hold Chinese on Linux, macOS and Windows; whoever draws takes the first that is there.
fonts = (
    "Noto Sans CJK SC",
    "Noto Sans SC",
    "Source Han Sans SC",
    "PingFang SC",
    "Microsoft YaHei",
    "WenQuanYi Micro Hei",
    "WenQuanYi Zen Hei",
    "SimHei",
    "sans-serif",
)

# Told apart by every common kind of colour vision (Okabe and Ito, "Color Universal Design", 2008).
blue, sky, orange, green, grey = "#0072B2", "#56B4E9", "#D55E00", "#009E73", "#8A8F98"
pale, ink = "#E3E6EA", "#30343B"

bar_step = 26  # pixels from bar to bar
width = 460


def altair() -> ModuleType:
    """Give Altair, or say where it is to be had."""
    try:
        import altair as alt
    except ImportError as error:
        raise MujunError("charts need Altair: pip install 'mujun[plot]'") from error
    return alt


def expect(value: object, *kinds: type) -> None:
    """Refuse what a chart is not drawn of, with what it is drawn of."""
    if not isinstance(value, kinds):
        wanted = " or ".join(kind.__name__ for kind in kinds)
        raise MujunError(f"this chart is drawn of {wanted}, not of {type(value).__name__}")


def data(rows: Sequence[dict[str, Any]]) -> Any:  # noqa: ANN401 -- Altair's types are known where it is installed
    """Give the rows as data that the chart itself holds."""
    return altair().InlineData(values=list(rows))


def title(text: str, *more: str) -> Any:  # noqa: ANN401
    """Give a title with lines below it; lines without text are left out."""
    return altair().TitleParams(text, subtitle=[line for line in more if line])


def styled(chart: Any) -> Any:  # noqa: ANN401
    """Give the chart its fonts and its frame."""
    return (
        chart.configure(font=", ".join(fonts), background="white")
        .configure_view(stroke=None)
        .configure_axis(
            domainColor=grey, gridColor=pale, labelColor=ink, labelFontSize=12, labelLimit=260,
            tickColor=grey, titleColor=ink, titleFontSize=12, titleFontWeight="normal",
        )
        .configure_title(
            anchor="start", color=ink, fontSize=15, subtitleColor="#5B616B", subtitleFontSize=12, offset=12
        )
        .configure_legend(labelColor=ink, labelFontSize=12, titleColor=ink, titleFontSize=12)
        .configure_header(labelColor=ink, labelFontSize=13, title=None)
    )  # fmt: skip
