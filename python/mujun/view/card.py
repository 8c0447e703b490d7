"""The reading of a figure: what is shown when a person points at it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from mujun.view import wording
from mujun.view.markup import Html, element, joined

if TYPE_CHECKING:
    from mujun.facts.fact import Fact


class Figure(NamedTuple):
    """A row of the fact table, its number, and the knowledge entries that it was read by."""

    row: int
    fact: Fact
    entries: tuple[str, ...]

    @property
    def css(self) -> str:
        """Name the classes that say how sure and how real the figure is."""
        return f"{self.fact.status} doubtful" if wording.is_doubtful(self.fact) else self.fact.status


def reading(figure: Figure) -> Html:
    """Tell all that was read of a figure, under the names of the fact table's columns."""
    fact = figure.fact
    # That code, subject or period are not known is worth a line; the others are left out then.
    told = {
        "code": fact.indicator_code or "–",
        "subject": " ".join(filter(None, (fact.subject, fact.region_code))) or "–",
        "measure": fact.measure,
        "basis": fact.basis,
        "reference": fact.reference,
        "period": wording.days(fact.period_start, fact.period_end) or "–",
        "qualifier": wording.spaced(fact.qualifier),
        "status": fact.status,
        "parent": None if fact.parent is None else f"row {fact.parent}",
        "confidence": wording.confidence(fact) + ", look at it" * wording.is_doubtful(fact),
        "rule": fact.rule,
        "entries": " ".join(figure.entries),
    }
    # Short phrasing elements: a card stands within running text, and there is one for every figure.
    headline = element(
        "span", element("b", fact.indicator), element("b", wording.value(fact)), css="headline"
    )
    lines = [joined(element("b", name), element("i", value)) for name, value in told.items() if value]
    return joined(headline, element("span", *lines, css="reading"))
