"""Economic indicators out of Chinese local-government text, as one tidy fact table."""

from mujun import knowledge, plot, sdmx
from mujun._core import __version__
from mujun.errors import MujunError
from mujun.facts.fact import Fact
from mujun.facts.facts import Facts
from mujun.figures.formulas import (
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
from mujun.figures.panel import Panel
from mujun.knowledge import Knowledge
from mujun.page.document import Article, Document, Notice
from mujun.page.read import read
from mujun.reading.batches import batches, batches_ddl
from mujun.reading.extract import extract
from mujun.reading.many import extract_many
from mujun.reading.to_file import Written, extract_to
from mujun.scoring.rule import Condition, Rule
from mujun.scoring.scheme import Scheme, schemes
from mujun.scoring.score import grade, score
from mujun.scoring.scores import Score, Scores
from mujun.scoring.screen import screen
from mujun.scoring.transitions import Move, Transitions
from mujun.values.parsing import parse_number, parse_period, parse_quantity
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
