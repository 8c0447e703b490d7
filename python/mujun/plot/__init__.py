"""Charts of facts, panels and scores, by Altair (the extra `plot`); their labels are Chinese.

Every function gives an Altair chart: Jupyter shows it, it can be changed like any other, and `to_dict()` is
its Vega-Lite specification. `save` writes it as PNG or SVG without a browser.
"""

from mujun.plot.growth import growth
from mujun.plot.moves import transitions
from mujun.plot.progress import progress
from mujun.plot.quadrant import quadrant
from mujun.plot.ranking import grades, per_mu
from mujun.plot.saving import save, use_fonts

__all__ = ["grades", "growth", "per_mu", "progress", "quadrant", "save", "transitions", "use_fonts"]
