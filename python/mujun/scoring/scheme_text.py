"""A scheme in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mujun.scoring.scheme_schema import Column, Content, GradeClass, Grading, Indicator


def describe(content: Content) -> str:
    """Say what a scheme does, line by line."""
    return "\n".join(_lines(content))


def _lines(content: Content) -> Iterator[str]:
    yield f"{content.title} ({content.name})"
    if content.scope:
        yield f"Rates {content.scope}."
    yield f"{_total(content)}:"
    yield from (f"  {_indicator(one)}" for one in content.indicators)
    yield from _grades(content.grading)
    yield from _exempt(content)
    if units := [_column(column) for column in content.columns if column.unit]:
        yield "Columns, unless units= says otherwise: " + ", ".join(units)
    told = {"What the sources leave open": content.unknown, "Assumed here": content.assumed}
    for head, reasons in told.items():
        if reasons:
            yield f"{head}:"
            yield from (f"  {part}: {why}" for part, why in reasons.items())
    yield from (f"Source: {source}" for source in content.source)


def _total(content: Content) -> str:
    total = "Score = the sum of"
    by_role = {role: [one.name for one in content.columns if one.role == role] for role in _signs}
    tail = "".join(f" {_signs[role]} {name}" for role, names in by_role.items() for name in names)
    return f"{total} the points{tail}" if tail else f"{total} the points"


_signs = {"factor": "×", "bonus": "+", "malus": "−"}


def _indicator(one: Indicator) -> str:
    ratio = f" = {one.numerator} ÷ {one.denominator}" if one.numerator else ""
    unit = f", {one.unit}" if one.unit else ""
    return f"{one.name}{ratio}{unit}: {_points(one)}{_limits(one)}{_missing(one)}"


def _points(one: Indicator) -> str:
    weight = "(open)" if one.weight is None else f"{one.weight:g}"
    base = "(open)" if one.base is None else str(one.base)
    if one.form == "points":
        return "the points awarded"
    if one.form == "min-max":
        ends = (
            "(most − value) ÷ (most − least)" if one.better == "less" else "(value − least) ÷ (most − least)"
        )
        return f"{weight} × ({one.start:g} + {100 - one.start:g} × {ends}) ÷ 100"
    if one.form == "steps":
        steps = ", ".join(f"{points:g} from {times:g}" for times, points in one.steps)
        return f"points by value ÷ {base}: {steps}"
    return (
        f"{weight} × (2 − value ÷ {base}), not below 0"
        if one.better == "less"
        else f"{weight} × value ÷ {base}"
    )


def _limits(one: Indicator) -> str:
    cap = "" if one.cap is None else f", at most {one.cap:g} × the weight"
    floor = "" if one.floor is None else f", at least {one.floor:g} × the weight"
    return cap + floor


def _missing(one: Indicator) -> str:
    rules = {
        "": "",
        "zero": "; no points where missing",
        "group mean": "; the group's mean points where missing",
        "exempt": "; not rated where missing",
        "penalty": f"; {one.penalty:g} points off where missing",
    }
    return rules[one.missing]


def _grades(grading: Grading) -> Iterator[str]:
    if grading.by == "none":
        yield "No classes."
        return
    if grading.by == "share":
        tied = "better" if grading.ties == "up" else "worse"
        rounding = {"down": "cut off", "nearest": "rounded", "up": "rounded up"}[grading.rounding]
        yield (
            f"Classes by share of all rated firms of a group, parts of a firm {rounding}, equal scores in "
            f"the {tied} class:"
        )
    else:
        yield "Classes by score:"
    yield from (f"  {_class(one, grading, one is grading.classes[-1])}" for one in grading.classes)


def _class(one: GradeClass, grading: Grading, is_last: bool) -> str:
    bound = (
        f"{one.bound:g}%" if grading.by == "share" else "the rest" if is_last else f"{one.bound:g} or more"
    )
    meaning = f" {one.meaning}" if one.meaning else ""
    return f"{one.name}{meaning}: {bound}{', must leave' if one.exit else ''}"


def _exempt(content: Content) -> Iterator[str]:
    exempt = content.exempt
    columns = [column.name for column in content.columns if column.role == "exempt"]
    if not columns and not exempt.who:
        return
    grade = f" {exempt.grade} {exempt.meaning}".rstrip()
    parts = [f"Not rated{grade}" + (f": {'；'.join(exempt.who)}" if exempt.who else "")]
    parts += [f"Column {columns[0]} says which"] if columns else []
    parts += ["They are scored, and not ranked"] if exempt.scored else []
    yield ". ".join(parts) + "."


def _column(column: Column) -> str:
    also = f" (or {', '.join(column.also)})" if column.also else ""
    return f"{column.name}{also} {column.unit}"
