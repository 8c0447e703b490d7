"""Economic indicators out of Chinese local-government text, as one tidy fact table."""

from mujun import knowledge, plot, sdmx
from mujun._core import __version__
from mujun.batches import batches, batches_ddl
from mujun.document import Article, Document, Notice
from mujun.errors import MujunError
from mujun.facts import Fact, Facts
from mujun.figures import (
    Contribution,
    average_growth,
    base,
    contribution,
    convert,
    growth,
    per_mu,
    ratio_growth,
    two_year_average,
)
from mujun.knowledge import Knowledge
from mujun.panel import Panel
from mujun.parsing import parse_number, parse_period, parse_quantity
from mujun.reading import extract, extract_many, read
from mujun.rule import Condition, Rule
from mujun.scheme import Scheme, schemes
from mujun.scores import Move, Score, Scores, Transitions
from mujun.scoring import grade, score
from mujun.screen import screen
from mujun.view import explain

__all__ = [
    "Article",
    "Condition",
    "Contribution",
    "Document",
    "Fact",
    "Facts",
    "Knowledge",
    "Move",
    "MujunError",
    "Notice",
    "Panel",
    "Rule",
    "Scheme",
    "Score",
    "Scores",
    "Transitions",
    "__version__",
    "average_growth",
    "base",
    "batches",
    "batches_ddl",
    "contribution",
    "convert",
    "explain",
    "extract",
    "extract_many",
    "grade",
    "growth",
    "knowledge",
    "parse_number",
    "parse_period",
    "parse_quantity",
    "per_mu",
    "plot",
    "ratio_growth",
    "read",
    "schemes",
    "score",
    "screen",
    "sdmx",
    "two_year_average",
]
