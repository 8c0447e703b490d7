# cpp/knowledge/schema.py, which is installed here beside the data files.

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

class KnowledgeError(ValueError): ...

@dataclass(frozen=True)
class Entry:
    file: str
    word_class: str
    id: str
    fields: dict[str, str | int | bool | list[str]]
    surfaces: tuple[str, ...]
    examples: tuple[dict[str, str], ...]
    not_examples: tuple[dict[str, str], ...]
    prefer: bool
    source: str
    def text(self, key: str) -> str: ...
    @property
    def direction(self) -> int: ...
    @property
    def factor(self) -> Fraction: ...
    @property
    def ratio(self) -> tuple[str, str]: ...

@dataclass(frozen=True)
class Region:
    code: str
    name: str
    level: int
    parent: str
    short: str
    valid_from: str
    valid_to: str

def word_classes(folder: Path) -> list[str]: ...
def read_entries(path: Path, classes: Sequence[str]) -> list[Entry]: ...
def read_regions(path: Path) -> list[Region]: ...
def region_surfaces(regions: Sequence[Region]) -> list[tuple[str, ...]]: ...
def check_together(entries: Iterable[Entry]) -> None: ...
