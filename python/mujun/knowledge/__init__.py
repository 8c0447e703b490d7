"""What mujun knows: indicators, units, regions and words, to look at and to add to."""

from mujun.knowledge.base import Finding, Knowledge, lookup
from mujun.knowledge.lists import columns, digest, indicators, regions, units
from mujun.knowledge.places import region

__all__ = ["Finding", "Knowledge", "columns", "digest", "indicators", "lookup", "region", "regions", "units"]
