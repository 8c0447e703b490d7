"""Economic indicators out of Chinese local-government text, as one tidy fact table."""

from mujun import knowledge
from mujun._core import __version__
from mujun.document import Article, Document, Notice
from mujun.errors import MujunError
from mujun.facts import Fact, Facts
from mujun.knowledge import Knowledge
from mujun.parsing import parse_number, parse_period, parse_quantity
from mujun.reading import extract, extract_many, read

__all__ = [
    "Article",
    "Document",
    "Fact",
    "Facts",
    "Knowledge",
    "MujunError",
    "Notice",
    "__version__",
    "extract",
    "extract_many",
    "knowledge",
    "parse_number",
    "parse_period",
    "parse_quantity",
    "read",
]
