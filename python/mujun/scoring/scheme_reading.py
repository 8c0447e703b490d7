"""A scheme file read and checked, part by part."""

from __future__ import annotations

import itertools
from collections.abc import Mapping
from typing import Any

from mujun.errors import MujunError
from mujun.scoring.scheme_schema import (
    Base,
    Column,
    Content,
    Exempt,
    GradeClass,
    Grading,
    Indicator,
    Reader,
    finite,
    forms,
    missing_rules,
    roles,
)


def content_of(table: Mapping[str, Any], name: str) -> Content:
    """Read a scheme; `name` is what messages call it until it has said its own."""
    reader = Reader(table, name)
    name = reader.take("name", str)
    reader.where = name
    content = Content(
        name=name,
        title=reader.take("title", str, name),
        scope=reader.take("scope", str, ""),
        source=reader.words("source"),
        total=reader.number("total"),
        firm=reader.words("firm"),
        unknown=_reasons(reader, "unknown"),
        assumed=_reasons(reader, "assumed"),
        columns=_columns(reader),
        indicators=_indicators(reader),
        grading=grading_of(reader.raw("grades"), f"{name}: grades"),
        exempt=_exempt(reader),
        examples=tuple(reader.take("example", list, [])),
    )
    reader.done()
    _check_names(content)
    _check_open(content)
    _check_weights(content)
    return content


def _reasons(reader: Reader, part: str) -> dict[str, str]:
    table = reader.take(part, dict, {})
    for key, why in table.items():
        if not isinstance(why, str) or not why:
            raise MujunError(f"{reader.where}: {part}: {key} must say why")
    return table


def _columns(reader: Reader) -> tuple[Column, ...]:
    columns = []
    for name, table in reader.take("columns", dict, {}).items():
        own = Reader(table, f"{reader.where}: column {name}")
        columns.append(
            Column(
                name=name,
                also=own.words("also"),
                unit=own.take("unit", str, ""),
                zero_is_missing=own.choice("zero", ("error", "missing"), "error") == "missing",
                role=own.choice("role", ("", *roles), ""),
            )
        )
        own.done()
    return tuple(columns)


def _indicators(reader: Reader) -> tuple[Indicator, ...]:
    tables = reader.take("indicator", list, [])
    if not tables:
        raise MujunError(f"{reader.where}: a scheme needs at least one [[indicator]]")
    return tuple(_indicator(table, reader.where) for table in tables)


def _indicator(table: object, where: str) -> Indicator:
    reader = Reader(table, f"{where}: an indicator")
    name = reader.take("name", str)
    reader.where = f"{where}: indicator {name}"
    ratio = reader.words("ratio")
    if len(ratio) not in {0, 2}:
        raise MujunError(f"{reader.where}: ratio must name a numerator and a denominator")
    numerator, denominator = ratio or ("", "")
    missing, penalty = _missing(reader)
    indicator = Indicator(
        name=name,
        also=reader.words("also"),
        numerator=numerator,
        denominator=denominator,
        unit=reader.take("unit", str, ""),
        weight=reader.number("weight", least=0),
        form=reader.choice("form", forms, "ratio"),
        better=reader.choice("better", ("more", "less"), "more"),
        base=base_of(reader.raw("base"), reader.where),
        start=reader.number("from", 0, least=0) or 0,
        steps=_steps(reader),
        cap=reader.number("cap", least=0),
        floor=reader.number("floor"),
        missing=missing,
        penalty=penalty,
    )
    reader.done()
    _check_form(indicator, reader.where)
    return indicator


def _missing(reader: Reader) -> tuple[str, float]:
    rule = reader.raw("missing")
    if rule is None:
        return "", 0
    if isinstance(rule, Mapping):
        own = Reader(rule, f"{reader.where}: missing")
        points = own.number("penalty", least=0)
        own.done()
        if points is None:
            raise MujunError(f"{reader.where}: missing = {rule!r} must say penalty = points")
        return "penalty", points
    if rule not in missing_rules:
        raise MujunError(
            f"{reader.where}: missing = {rule!r} must be one of {', '.join(missing_rules)}, "
            "or { penalty = points }"
        )
    return str(rule), 0


def base_of(said: object, where: str) -> Base | None:
    """Read a base: a number, or `{ mean = "firms", factor = 2 }`."""
    if said is None:
        return None
    if isinstance(said, Base):
        return said
    if isinstance(said, Mapping):
        reader = Reader(said, f"{where}: base")
        mean = reader.choice("mean", ("firms", "totals"), "firms")
        factor = reader.number("factor", 1)
        reader.done()
        number = 1.0 if factor is None else factor
    else:
        mean, number = "", finite(said, f"{where}: base")
    if number <= 0:
        raise MujunError(f"{where}: base = {said!r} must be above 0")
    return Base(number=number, mean=mean)


def _steps(reader: Reader) -> tuple[tuple[float, float], ...]:
    steps = []
    for step in reader.take("steps", list, []):
        if not isinstance(step, list) or len(step) != 2:
            raise MujunError(f"{reader.where}: steps: {step!r} must be [times the base, points]")
        steps.append((finite(step[0], f"{reader.where}: steps"), finite(step[1], f"{reader.where}: steps")))
    if any(after[0] <= before[0] for before, after in itertools.pairwise(steps)):
        raise MujunError(f"{reader.where}: steps must rise")
    return tuple(steps)


def _check_form(indicator: Indicator, where: str) -> None:
    form = indicator.form
    if (form == "steps") != bool(indicator.steps):
        raise MujunError(f'{where}: steps and form = "steps" belong together')
    if form != "min-max" and indicator.start:
        raise MujunError(f'{where}: from is of form = "min-max"')
    if not indicator.needs_base and indicator.base is not None:
        raise MujunError(f"{where}: form = {form!r} has no base")
    if not indicator.needs_weight and indicator.weight is not None:
        raise MujunError(f"{where}: form = {form!r} has no weight")
    if not indicator.needs_weight and (indicator.cap is not None or indicator.floor is not None):
        raise MujunError(f"{where}: cap and floor are times the weight, which form = {form!r} has not")
    if indicator.better == "less" and form in {"steps", "points"}:
        raise MujunError(f"{where}: form = {form!r} says by its points which is better")
    if indicator.start > 100:
        raise MujunError(f"{where}: from = {indicator.start:g} must be 100 or less")


def grading_of(said: object, where: str) -> Grading:
    """Read how firms are graded: the table of a scheme file, or shares by class."""
    if said is None:
        return Grading()
    if isinstance(said, Mapping) and "by" not in said:
        said = {"by": "share", "classes": [{"name": name, "share": share} for name, share in said.items()]}
    reader = Reader(said, where)
    by = reader.choice("by", ("share", "threshold"), "share")
    tables = reader.take("classes", list)
    last = len(tables) - 1
    grading = Grading(
        by=by,
        classes=tuple(_class(table, by, where, is_last=at == last) for at, table in enumerate(tables)),
        rounding=reader.choice("rounding", ("down", "nearest", "up"), "down"),
        ties=reader.choice("ties", ("up", "down"), "up"),
    )
    reader.done()
    _check_classes(grading, where)
    return grading


def _class(table: object, by: str, where: str, *, is_last: bool) -> GradeClass:
    reader = Reader(table, f"{where}: a class")
    name = reader.take("name", str)
    reader.where = f"{where}: class {name}"
    bound = reader.number("share", least=0) if by == "share" else reader.number("at_least")
    if bound is None and not (by == "threshold" and is_last):
        raise MujunError(f"{reader.where}: {'share' if by == 'share' else 'at_least'} is missing")
    one = GradeClass(
        name=name,
        bound=0 if bound is None else bound,
        meaning=reader.take("meaning", str, ""),
        exit=reader.take("exit", bool, False),
    )
    reader.done()
    return one


def _check_classes(grading: Grading, where: str) -> None:
    names = [one.name for one in grading.classes]
    if len(names) < 2 or len(set(names)) < len(names):
        raise MujunError(f"{where}: give two classes or more, each once")
    bounds = [one.bound for one in grading.classes]
    if grading.by == "share" and abs(sum(bounds) - 100) > 1e-9:
        raise MujunError(f"{where}: the shares add up to {sum(bounds):g}%, not to all firms: {_sum(bounds)}")
    if grading.by == "threshold" and bounds[:-1] != sorted(bounds[:-1], reverse=True):
        raise MujunError(f"{where}: the classes must come from the best: {', '.join(names)}")


def _exempt(reader: Reader) -> Exempt:
    own = Reader(reader.take("exempt", dict, {}), f"{reader.where}: exempt")
    exempt = Exempt(
        grade=own.take("grade", str, ""),
        meaning=own.take("meaning", str, ""),
        scored=own.take("scored", bool, False),
        who=own.words("who"),
    )
    own.done()
    return exempt


def _check_names(content: Content) -> None:
    names = [one.name for one in content.indicators]
    for name in names:
        if names.count(name) > 1:
            raise MujunError(f"{content.name}: indicator {name} stands twice")
    raw = {column.name for column in content.columns if not column.role}
    for one in content.indicators:
        for column in filter(None, (one.numerator, one.denominator)):
            if column not in raw:
                raise MujunError(
                    f"{content.name}: indicator {one.name}: {column} is not under [columns], which says its "
                    "unit"
                )


def _check_open(content: Content) -> None:
    open_parts = (("base", "bases", content.open_bases), ("weight", "weights", content.open_weights))
    for one, many, names in open_parts:
        if names and many not in content.unknown:
            raise MujunError(
                f"{content.name}: indicator {names[0]} has no {one}: give it, or say under [unknown] why the "
                f"{many} are left open"
            )


def _check_weights(content: Content) -> None:
    most = [one.most for one in content.indicators]
    known = [points for points in most if points is not None]
    total = 100.0 if content.total is None else content.total
    if len(known) == len(most) and abs(sum(known) - total) > 1e-9:
        raise MujunError(
            f"{content.name}: the weights add up to {sum(known):g}, not {total:g}: {_sum(known)}"
        )


def _sum(numbers: list[float]) -> str:
    return " + ".join(f"{number:g}" for number in numbers)
