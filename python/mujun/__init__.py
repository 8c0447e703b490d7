"""Economic indicators out of Chinese local-government text, as one tidy fact table."""

from mujun._core import __version__
from mujun.document import Article, Document, Notice
from mujun.errors import MujunError
from mujun.facts import Fact, Facts
from mujun.reading import extract, extract_many, read

__all__ = [
    "Article",
    "Document",
    "Fact",
    "Facts",
    "MujunError",
    "Notice",
    "__version__",
    "extract",
    "extract_many",
    "read",
]
