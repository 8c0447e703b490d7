"""Facts for statistical databases: SDMX-CSV 2.0, and the structure that it refers to."""

from mujun.sdmx.observations import components

__all__ = ["components"]
