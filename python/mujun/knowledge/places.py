"""Which region a name may mean, and what a region is called in full."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from mujun.errors import as_text
from mujun.knowledge import builtin

if TYPE_CHECKING:
    from mujun._knowledge.schema_regions import Region


def region(name: str) -> list[Region]:
    """Find the regions that a name may mean, living ones first; the name may lead with its province or city.

    Examples
    --------
    >>> import mujun as mj
    >>> [(found.code, found.name) for found in mj.knowledge.region("台州路桥区")]
    [('331004', '路桥区')]
    """
    as_text(name, "name")
    found = [candidate for candidate in builtin.regions() if _may_mean(name, candidate)]
    return sorted(found, key=lambda place: (place.valid_to != "", place.level, place.code))


@cache
def is_name_of(name: str, code: str) -> bool:
    """Tell whether a name may mean the region of this code."""
    return any(_may_mean(name, place) for place in builtin.regions() if place.code == code)


def full_name(code: str) -> str:
    """Give a region's name behind those of what it lies in: 浙江省台州市路桥区; empty for an unknown code.

    Examples
    --------
    >>> full_name("331004")
    '浙江省台州市路桥区'
    """
    places = [place for place in builtin.regions() if place.code == code]
    if not places:
        return ""
    place = _living().get(code, places[-1])
    return "".join(holder.name for holder in reversed(_holders(place))) + place.name


@cache
def _living() -> dict[str, Region]:
    return {region.code: region for region in builtin.regions() if not region.valid_to}


def _may_mean(name: str, region: Region) -> bool:
    """Tell whether `name` is the region's name, its stem (路桥), or that behind names of what it lies in."""
    for called in {region.name, region.short, region.name[:-1]}:
        if len(called) < 2 or not name.endswith(called):
            continue
        rest = name.removesuffix(called)
        if not rest or any(_may_mean(rest, holder) for holder in _holders(region)):
            return True
    return False


def _holders(region: Region) -> list[Region]:
    holders = []
    while holder := _living().get(region.parent):
        holders.append(holder)
        region = holder
    return holders
