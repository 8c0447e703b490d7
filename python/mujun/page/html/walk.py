"""One way through the tree of an HTML page: its lines, its blocks, its tables; what is hidden is not read."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING, Any, TypeAlias

from mujun.page.html.blocks import Block, Line
from mujun.page.html.tables import Cell, Table, lines_of, most_columns, most_rows

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

Node: TypeAlias = Any  # resiliparse's, which is an extra

# fmt: off
unread = frozenset({
    "audio", "button", "canvas", "datalist", "head", "iframe", "math", "noscript", "object", "option", "rp",
    "rt", "script", "select", "style", "svg", "template", "textarea", "video", "xml",
})
blocks = frozenset({
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog",
    "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5",
    "h6", "header", "hr", "legend", "li", "main", "menu", "nav", "ol", "p", "pre", "section", "summary",
    "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
})
# fmt: on
beside_tags = frozenset({"aside", "footer", "nav"})
beside_roles = frozenset({"navigation", "contentinfo", "complementary", "search"})
# Words of classes and ids, as English and as the initials or the pinyin of Chinese.
beside_names = re.compile(
    r"footer|copyright|breadcrumb|sidebar|pagination|friendlink|recommend|related|navbar|"
    r"\b(?:\w*nav|\w*menu|foot|crumbs?|side|aside|share|pager|toolbar|banner|logo|adverts?|ads?|comments?"
    r"|hotnews|weizhi|dqwz|daohang|yqlj|banquan|xgyd)\b"
)
not_displayed = re.compile(r"\bdisplay\s*:\s*none|\bmso-hide\s*:\s*all", re.IGNORECASE)
invisible = re.compile(r"\bvisibility\s*:\s*hidden", re.IGNORECASE)
css_display = re.compile(r"\bdisplay\s*:\s*(\w+)", re.IGNORECASE)
css_name = re.compile(r"[.#]([\w-]+)")
white_space = re.compile(r"[ \t\r\n\f]+")
name_joint = re.compile(r"(?<=[a-z])(?=[A-Z])|[\W_\d]+")


def _hidden_by_sheet(tree: Node) -> set[str]:
    """Classes and ids that a style sheet of the page hides by a rule of their own, and none shows again."""
    hidden: set[str] = set()
    shown: set[str] = set()
    for selectors, declarations in itertools.chain.from_iterable(map(_css_rules, _sheets(tree))):
        display = css_display.search(declarations)
        if display is None:
            continue
        for selector in selectors.split(","):
            if display[1].lower() != "none":
                shown.update(css_name.findall(selector))
            elif name := css_name.fullmatch(selector.strip()):
                hidden.add(name[1])
    return hidden - shown


def _sheets(tree: Node) -> Iterator[str]:
    # A list of found nodes takes time in the square of its length, so the way through the tree is our own.
    if tree.document.query_selector("style") is None:
        return
    for node, _, enters in _steps(tree.document, lambda _node: False):
        if enters and node.tag == "style":
            yield node.text or ""


def _css_rules(sheet: str) -> Iterator[tuple[str, str]]:
    """Each rule's selectors and declarations, without what holds only on paper or on small screens.

    A sheet is gone through once, whatever it holds.
    """
    first, *parts = sheet.split("/*")
    text = first + "".join(part.partition("*/")[2] for part in parts)
    depth = 0  # of blocks that are open: a rule inside of @media is none for every reader
    for piece in text.split("}"):
        opened = piece.count("{")
        if depth == 0 and opened == 1:
            selectors, _, declarations = piece.partition("{")
            selectors = selectors.rpartition(";")[2]
            if not selectors.lstrip().startswith("@"):
                yield selectors, declarations
        depth = max(0, depth + opened - 1)


def _steps(root: Node, is_unread: Callable[[Node], bool]) -> Iterator[tuple[Node, int, bool]]:
    """Each node with its depth when it is entered (True) and left (False).

    There is no recursion: pages nest as deep as they like.
    """
    node, depth = root, 0
    while True:
        below = None
        if depth == 0 or not is_unread(node):
            yield node, depth, True
            below = node.first_child
            if below is None:
                yield node, depth, False
        if below is not None:
            node, depth = below, depth + 1
            continue
        while depth > 0 and (after := node.next) is None:
            node, depth = node.parent, depth - 1
            yield node, depth, False
        if depth == 0:
            return
        node = after


class Walk:
    """The lines and blocks of a page in one way through its tree."""

    def __init__(self, tree: Node, *, keeps_lines: bool) -> None:
        self.lines: list[Line] = []
        self.blocks: list[Block] = []
        self._pieces: list[str] = []  # of the line that is read
        self._linked = 0  # characters of it
        self._links = 0  # that are open; so too the next
        self._preformatted = 0
        self._heading = 0
        self._tables: list[Table] = []
        self._blocks: list[Block] = []
        self._hidden = _hidden_by_sheet(tree)
        for node, depth, enters in _steps(tree.body, self._is_unread) if tree.body is not None else ():
            if node.tag == "#text":
                if enters:
                    self._read(
                        node.value or "", in_lines=self._preformatted > 0 or (keeps_lines and depth == 1)
                    )
            elif enters:
                self._enter(node)
            else:
                self._leave(node)
        self._break()

    def _is_unread(self, node: Node) -> bool:
        tag: str = node.tag
        if tag.startswith("#"):
            return tag != "#text"
        if tag in unread or tag.startswith(("w:", "m:")):
            return True
        if not node.attrs:
            return False
        return (
            "hidden" in node.attrs
            or node.getattr("aria-hidden") == "true"
            or not_displayed.search(node.getattr("style") or "") is not None
            or (bool(self._hidden) and not self._hidden.isdisjoint(_names(node).split()))
        )

    def _read(self, text: str, *, in_lines: bool) -> None:
        first, *others = text.split("\n") if in_lines else (text,)
        self._pieces.append(first)
        if self._links:
            self._linked += len(white_space.sub("", first))
        for line in others:
            self._break()
            self._read(line, in_lines=False)

    def _break(self) -> None:
        text = white_space.sub(_one_space, "".join(self._pieces)).strip(" ")
        if text.strip():
            self.lines.append(Line(text, self._linked, "h1" if self._heading else ""))
        self._pieces.clear()
        self._linked = 0

    def _enter(self, node: Node) -> None:
        tag = node.tag
        if tag == "br":
            self._break()
        elif tag == "a":
            self._links += "href" in node.attrs
        if tag not in blocks:
            return
        self._break()
        names = _names(node) if node.attrs else ""
        style = node.getattr("style") or "" if node.attrs else ""
        self._blocks.append(
            Block(
                len(self.lines),
                len(self.lines),
                is_beside=tag in beside_tags or (bool(node.attrs) and node.getattr("role") in beside_roles),
                # Some sites hide their article until a script has run: it is judged by what it holds.
                may_be_beside=beside_names.search(_words(names)) is not None
                or invisible.search(style) is not None,
            )
        )
        if tag == "table":
            for table in self._tables[-1:]:
                table.holds_tables = True
            self._tables.append(Table(len(self.lines), len(self.blocks)))
        elif self._tables and tag == "tr":
            self._tables[-1].rows.append([])
        elif self._tables and tag in ("td", "th"):
            self._tables[-1].cell_start = len(self.lines)
        self._preformatted += tag == "pre"
        self._heading += tag == "h1"

    def _leave(self, node: Node) -> None:
        tag = node.tag
        if tag == "a":
            self._links -= "href" in node.attrs
        if tag not in blocks:
            return
        self._break()
        if self._tables and tag in ("td", "th"):
            self._end_cell(node)
        elif self._tables and tag == "caption":
            self._tables[-1].first_line = len(self.lines)
        elif tag == "table":
            self._end_table(self._tables.pop())
        self._preformatted -= tag == "pre"
        self._heading -= tag == "h1"
        block = self._blocks.pop()
        block.end = len(self.lines)
        if block.end > block.start:
            self.blocks.append(block)

    def _end_cell(self, node: Node) -> None:
        table = self._tables[-1]
        if table.holds_tables or not table.rows:
            return
        words = "\n".join(line.text for line in self.lines[table.cell_start :])
        text = white_space.sub(_one_space, words).strip()
        table.rows[-1].append(
            Cell(text, _span(node, "colspan", most_columns), _span(node, "rowspan", most_rows))
        )

    def _end_table(self, table: Table) -> None:
        own = self.lines[table.first_line :]
        if not table.has_figures or sum(line.linked for line in own) * 2 > sum(
            len(line.text) for line in own
        ):
            return
        del self.lines[table.first_line :]
        del self.blocks[table.first_block :]
        self.lines += [Line(text, is_cell=True) for text in lines_of(table)]


def _names(node: Node) -> str:
    return f"{node.getattr('class') or ''} {node.getattr('id') or ''}"


def _words(names: str) -> str:
    """Part the words of names: leftNav, left-nav and left_nav2 alike."""
    return name_joint.sub(" ", names).lower()


def _span(node: Node, attribute: str, most: int) -> int:
    value = node.getattr(attribute) or "1" if node.attrs else "1"
    return min(max(int(value), 1), most) if value.isdecimal() and len(value) < 9 else 1


def _one_space(run: re.Match[str]) -> str:
    """White space is one space, but a line break between two Han characters parts no words."""
    text, start, end = run.string, run.start(), run.end()
    is_break = "\n" in run.group() and start > 0 and end < len(text)
    return "" if is_break and text[start - 1] > "\u2e7f" and text[end] > "\u2e7f" else " "
