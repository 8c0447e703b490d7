"""Charts as files, without a browser."""

from __future__ import annotations

import functools
import os
import warnings
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mujun.errors import MujunError
from mujun.plot import style
from mujun.table.files import replacing

if TYPE_CHECKING:
    from types import ModuleType


def save(chart: Any, path: str | os.PathLike[str], *, scale: float = 2) -> None:  # noqa: ANN401 -- any Altair chart
    """Save a chart as .png or .svg.

    Chinese is drawn with a font of the system. Where there is none, a warning says what to do: a .png would
    show boxes, and an .svg does so until it is looked at where there is one.

    Parameters
    ----------
    chart
        An Altair chart.
    path
        Where to; an existing file is replaced once the new one is whole.
    scale
        Pixels of the .png by pixels of the chart: 2 is sharp on most screens.

    Raises
    ------
    MujunError
        Where the ending is neither, or vl-convert is not installed.
    OSError
        Where the file cannot be written.

    Examples
    --------
    >>> import tempfile
    >>> from pathlib import Path
    >>> import mujun as mj
    >>> chart = mj.plot.growth(mj.extract("2018年，路桥区、黄岩区财政总收入分别增长8.1%、6%。"))
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     mj.plot.save(chart, Path(folder, "growth.svg"))
    ...     "路桥区" in Path(folder, "growth.svg").read_text(encoding="utf-8")
    True
    """
    target = Path(path)
    ending = target.suffix.lower()
    if ending not in {".png", ".svg"}:
        raise MujunError(f"{target}: the ending says the kind of picture: .png or .svg")
    if not hasattr(chart, "to_dict"):
        raise MujunError(f"a chart is what mujun.plot gives, not {type(chart).__name__}")
    convert = _converter()
    if not _draws_chinese():
        warnings.warn(
            "no font with Chinese was found, so labels are boxes: install one (Debian: fonts-noto-cjk), or "
            "name a folder that has one by mujun.plot.use_fonts",
            stacklevel=2,
        )
    specification = chart.to_dict()
    if ending == ".png":
        content: bytes = convert.vegalite_to_png(specification, scale=scale)
    else:
        content = convert.vegalite_to_svg(specification).encode()
    with replacing(target) as file:
        file.write(content)


def use_fonts(folder: str | os.PathLike[str]) -> None:
    """Let charts be saved with the fonts of a folder too.

    Raises
    ------
    MujunError
        Where there is no such folder.

    Examples
    --------
    >>> import tempfile
    >>> import mujun as mj
    >>> with tempfile.TemporaryDirectory() as fonts:  # a folder with .ttf or .otf files
    ...     mj.plot.use_fonts(fonts)
    """
    if not Path(folder).is_dir():
        raise MujunError(f"{os.fspath(folder)} is no folder of fonts")
    _converter().register_font_directory(os.fspath(folder))
    _draws_chinese.cache_clear()


def _converter() -> ModuleType:
    try:
        import vl_convert
    except ImportError as error:
        raise MujunError("saving charts needs vl-convert: pip install 'mujun[plot]'") from error
    return vl_convert


@functools.cache
def _draws_chinese() -> bool:
    """Tell whether two characters look different: without a font, both are the same box, or nothing."""
    first, second = (_converter().svg_to_png(_picture(character)) for character in "亩均")
    return bool(first != second)


def _picture(character: str) -> str:
    family = ", ".join(style.fonts)
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40">'
        f'<text x="4" y="32" font-size="28" font-family="{family}">{character}</text></svg>'
    )
