# cpp/knowledge/schema.py, which is installed here beside the data files.

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

from mujun._knowledge.schema_regions import KnowledgeError, Region

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
    def error(self, message: str) -> KnowledgeError: ...
    def text(self, key: str) -> str: ...
    @property
    def direction(self) -> int: ...
    @property
    def factor(self) -> Fraction: ...
    @property
    def ratio(self) -> tuple[str, str]: ...

def word_classes(folder: Path) -> list[str]: ...
def read_entries(path: Path, classes: Sequence[str]) -> list[Entry]: ...
def check_together(entries: Iterable[Entry], regions: Iterable[Region] = ()) -> None: ...
