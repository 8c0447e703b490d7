"""The lines of an HTML page and which of them stand beside its text: navigation, side columns, footers."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass

sentence_end = re.compile(r"[。；;]")
call = re.compile(r"[！？!?]")
longest_title = 40  # characters; it may call out, too
longest_line_of_links = 0.5  # the share of linked characters from which a line is one
nothing_but_links = 0.95  # an index page, or a link that is never closed: links tell nothing
most_beside = 0.5  # a part that holds more of the page's sentences than this is no side column
main_share = 0.7  # the main part holds at least this share of the sentences
least_prose = 0.3  # with less of it the page is no article but a poster: nothing is judged by sentences
# A part without sentences and with two of these is a footer.
furniture = re.compile(
    r"版权所有|版权声明|备案|ICP|公网安备|网站标识码|主办单位|主办[:：]|承办单位|承办[:：]|技术支持|网站地图|联系我们"
    r"|友情链接|访问|访客|浏览次数|许可证|分辨率|不良信息|邮编|邮政编码|Copyright|©|关于我们|网站声明",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Line:
    """A line of the page as it is shown."""

    text: str
    linked: int = 0  # characters in links
    tag: str = ""  # h1 for the page's heading
    is_cell: bool = False  # of a table of figures

    @property
    def is_prose(self) -> bool:
        """Tell whether it holds a sentence that is not a link."""
        calls = len(self.text) > longest_title and call.search(self.text) is not None
        return not self.is_link and (calls or sentence_end.search(self.text) is not None)

    @property
    def is_link(self) -> bool:
        """Tell whether it mostly leads elsewhere."""
        return not self.is_cell and self.linked >= longest_line_of_links * len(self.text)


@dataclass(slots=True)
class Block:
    """A block element: its half-open range of lines, and what its tag or name says."""

    start: int
    end: int
    is_beside: bool = False  # by its tag or role
    may_be_beside: bool = False  # by its class or id


class _Sums:
    """Sums over any range of lines in constant time."""

    def __init__(self, values: list[int]) -> None:
        self._sums = [0, *itertools.accumulate(values)]

    def of(self, start: int, end: int) -> int:
        return self._sums[end] - self._sums[start]

    @property
    def total(self) -> int:
        return self._sums[-1]


def main_lines(lines: list[Line], blocks: list[Block]) -> list[Line]:
    """Keep the page's text and leave out what stands beside it."""
    length = [len(line.text) for line in lines]
    all_text = _Sums(length)
    if sum(line.linked for line in lines) >= nothing_but_links * all_text.total:
        for line in lines:
            line.linked = 0
    tells = [line.is_cell or line.is_prose for line in lines]
    told = _Sums([size * telling for size, telling in zip(length, tells, strict=True)])
    linked = _Sums([size * line.is_link for line, size in zip(lines, length, strict=True)])
    marks = _Sums([0 if telling else _marks(line) for line, telling in zip(lines, tells, strict=True)])

    beside = [0] * (len(lines) + 1)  # +1 where a part that is left out begins, -1 where it ends
    main = Block(0, len(lines))
    for block in blocks:
        size, weight = all_text.of(block.start, block.end), told.of(block.start, block.end)
        is_list_of_links = size > 0 and linked.of(block.start, block.end) >= longest_line_of_links * size
        is_footer = marks.of(block.start, block.end) >= 2
        if block.is_beside or (
            weight <= most_beside * told.total
            and (block.may_be_beside or (weight == 0 and (is_list_of_links or is_footer)))
        ):
            beside[block.start] += 1
            beside[block.end] -= 1
        if weight >= main_share * told.total and block.end - block.start <= main.end - main.start:
            main = block
    tail = _tail(tells, marks)
    is_article = told.total >= least_prose * (all_text.total - linked.total) > 0
    heading = _heading(lines)

    def stays(at: int, depth: int) -> bool:
        line = lines[at]
        if depth > 0 or line.is_link or at >= tail:
            return False
        is_outside = (is_article and at >= main.end) or at < heading
        return tells[at] or not is_outside

    return [
        line
        for at, (line, depth) in enumerate(zip(lines, itertools.accumulate(beside), strict=False))
        if stays(at, depth)
    ]


def _marks(line: Line) -> int:
    return len(set(furniture.findall(line.text)))


def _tail(tells: list[bool], marks: _Sums) -> int:
    """Find where a footer begins that is no block of its own: below the last sentence and the last table."""
    end = len(tells)
    last = next((at for at in reversed(range(end)) if tells[at]), -1) + 1
    if marks.of(last, end) < 2:
        return end
    return next(at for at in range(last, end) if marks.of(at, at + 1))


def _heading(lines: list[Line]) -> int:
    """Find the page's one heading; above it stands the site's banner, often with today's date."""
    places = [at for at, line in enumerate(lines) if line.tag == "h1" and not line.is_link]
    return places[0] if len(places) == 1 else 0
