"""A page of HTML as a browser would see it, for the tests of the view."""

from __future__ import annotations

from html.parser import HTMLParser

VOID = {"meta"}


class Node:
    """An element as a browser would see it."""

    def __init__(self, tag: str, attributes: dict[str, str | None]) -> None:
        self.tag = tag
        self.attributes = attributes
        self.children: list[Node | str] = []

    @property
    def classes(self) -> set[str]:
        return {name.removeprefix("mujun-") for name in (self.attributes.get("class") or "").split()}

    def text(self, *, without: str = "") -> str:
        """All text inside, without that of elements of a class."""
        return "".join(
            child if isinstance(child, str) else child.text(without=without)
            for child in self.children
            if isinstance(child, str) or without not in child.classes
        )

    def all(self, css: str = "", tag: str = "") -> list[Node]:
        """Every element inside of a class, or of a name."""
        nodes = [child for child in self.children if isinstance(child, Node)]
        found = []
        for node in nodes:
            if (not css or css in node.classes) and (not tag or node.tag == tag):
                found.append(node)
            found += node.all(css, tag)
        return found


class Parser(HTMLParser):
    """Builds the tree, and holds every element to be closed."""

    def __init__(self) -> None:
        super().__init__()
        self.root = Node("", {})
        self.open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert len(dict(attrs)) == len(attrs)
        node = Node(tag, dict(attrs))
        self.open[-1].children.append(node)
        if tag not in VOID:
            self.open.append(node)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop().tag == tag

    def handle_data(self, data: str) -> None:
        self.open[-1].children.append(data)


def parsed(html: str) -> Node:
    parser = Parser()
    parser.feed(html)
    parser.close()
    assert parser.open == [parser.root]
    return parser.root


def shown_text(root: Node) -> str:
    return "".join(block.text(without="card") for block in root.all("text"))


def ids(root: Node) -> list[str]:
    return [node.attributes["id"] for node in root.all() if "id" in node.attributes]
