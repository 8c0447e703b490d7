"""Economic indicators out of Chinese local-government text, as one tidy fact table."""

import lazy_loader

from mujun.reading.extract import extract as extract

# The public names are those of __init__.pyi. All but reading are imported when they are first asked for
# (SPEC 1 of Scientific Python): who reads pages does not wait for charts, panels and scores.
__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
