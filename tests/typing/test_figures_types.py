"""Functions on figures give their callers what was given them, in the eyes of a type checker too."""

import subprocess
import sys

import pytest

CASES = [
    ("mj.growth(107, 100)", "float"),
    ("mj.growth(np.array([1.0]), 100)", "numpy.ndarray["),
    ("mj.growth(100, pd.Series([1.0]))", "Series[float]"),
    ("mj.contribution(1, 2, 3, 4).rate", "float"),
    ('mj.convert(3, "亩", "公顷")', "float"),
    ("mj.per_mu(np.array([1.0]), 2)", "numpy.ndarray["),
    ("mj.Panel([[1.0]], index='a', columns='x').rank()", "mujun.figures.panel.Panel"),
    ("mj.extract('').panel(period=('2019-01-01', '2019-03-31')).values", "numpy.ndarray["),
]


@pytest.fixture(scope="module")
def revealed(tmp_path_factory) -> list[str]:
    code = tmp_path_factory.mktemp("types") / "use.py"
    lines = [f"reveal_type({expression})" for expression, _ in CASES]
    head = ["import numpy as np", "import pandas as pd", "import mujun as mj"]
    code.write_text("\n".join([*head, *lines]) + "\n", encoding="utf-8")
    command = [sys.executable, "-m", "mypy", "--strict", str(code)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
    return [line for line in done.stdout.splitlines() if "Revealed type" in line]


@pytest.mark.parametrize("case", range(len(CASES)), ids=[expression for expression, _ in CASES])
def test_types_of_what_comes_back(revealed, case):
    assert f'type is "{CASES[case][1]}' in revealed[case] or f".{CASES[case][1]}" in revealed[case]
