# cpp/knowledge/schema_regions.py, which is installed here beside the data files.

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

class KnowledgeError(ValueError): ...

@dataclass(frozen=True)
class Region:
    code: str
    name: str
    level: int
    parent: str
    short: str
    valid_from: str
    valid_to: str

def read_regions(path: Path) -> list[Region]: ...
def region_surfaces(regions: Sequence[Region]) -> list[tuple[str, ...]]: ...
