from . import knowledge, plot, sdmx
from ._core import __version__
from .errors import MujunError
from .facts.fact import Fact
from .facts.facts import Facts
from .figures.formulas import (
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
from .figures.panel import Panel
from .knowledge import Knowledge
from .page.document import Article, Document, Notice
from .page.read import read
from .reading.batches import batches, batches_ddl
from .reading.extract import extract
from .reading.many import extract_many
from .reading.to_file import Written, extract_to
from .scoring.rule import Condition, Rule
from .scoring.scheme import Scheme, schemes
from .scoring.score import grade, score
from .scoring.scores import Score, Scores
from .scoring.screen import screen
from .scoring.transitions import Move, Transitions
from .values.parsing import parse_number, parse_period, parse_quantity
from .view import explain

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
    "Written",
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
    "extract_to",
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
