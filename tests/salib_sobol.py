"""Figures of SALib against which the Sobol indices of detente-deals are checked.

    python3 -m venv oracle && oracle/bin/pip install SALib
    oracle/bin/python tests/salib_sobol.py

writes crates/detente-deals/tests/salib/*.json: the points, what a function is worth there, and the indices that SALib
estimates from these values. The Rust tests compute both again and never need Python. Ishigami's function is the usual yardstick;
the small case is one of two parties, two issues and six packages, its margin found here by trying them all.
"""

import json
import pathlib

import numpy as np
from SALib.analyze import sobol as analyse
from SALib.sample import sobol as sample

OUT = pathlib.Path(__file__).resolve().parent.parent / "crates/detente-deals/tests/salib"


def ishigami(u):
    x = np.pi * (2 * u - 1)
    return np.sin(x[0]) + 7 * np.sin(x[1]) ** 2 + 0.1 * x[2] ** 4 * np.sin(x[0])


def margin(u):
    """Party one wants much of both issues, party two little; both reservations and the weights of one are uncertain."""
    one_no_deal, two_no_deal = 0.2 + 0.6 * u[0], 0.1 + 0.4 * u[1]
    weights = np.array([0.2 + 0.6 * u[2], 0.3 + 0.4 * u[3]])
    weights = weights / weights.sum()
    middle = 0.1 + 0.8 * u[4]
    best = -np.inf
    for first, second in ((i, j) for i in range(2) for j in range(3)):
        one = weights[0] * [0, 1][first] + weights[1] * [0, middle, 1][second]
        two = 0.5 * [1, 0][first] + 0.5 * [1, 0.5, 0][second]
        best = max(best, min(one - one_no_deal, two - two_no_deal))
    return best


def figures(name, function, groups, rows, seed):
    names = [f"x{i}" for i in range(len(groups))]
    problem = {"num_vars": len(names), "names": names, "bounds": [[0, 1]] * len(names), "groups": groups}
    points = sample.sample(problem, rows, calc_second_order=False, scramble=True, seed=seed)
    values = np.array([function(point) for point in points])
    outputs = {"value": values}
    if function is margin:
        outputs["positive"] = (values >= 0).astype(float)
    order = list(dict.fromkeys(groups))
    indices = {}
    for output, y in outputs.items():
        found = analyse.analyze(problem, y, calc_second_order=False, num_resamples=10, seed=1)
        indices[output] = {"first": list(found["S1"]), "total": list(found["ST"])}
    record = {"groups": [[i for i, g in enumerate(groups) if g == o] for o in order], "rows": rows,
              "points": points.tolist(), "values": values.tolist(), "indices": indices}
    OUT.mkdir(parents=True, exist_ok=True)
    (OUT / f"{name}.json").write_text(json.dumps(record) + "\n")


figures("ishigami", ishigami, ["a", "b", "c"], 64, 1)
figures("case", margin, ["one", "two", "weights", "weights", "middle"], 64, 2)
