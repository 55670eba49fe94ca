"""What the existence of a deal hangs on: SALib on Detente's worlds, and Detente's own indices.

    pip install detente[sweeps] SALib
    python docs/compare/salib_worlds.py
"""

import detente as dt
import numpy as np
from SALib.analyze import pawn, sobol
from SALib.sample import sobol as sobol_sample

case = dt.read("cases/cairo-2024")
inputs = ["positions.israel.no_deal", "positions.hamas.no_deal", "exchange.day_after.israel"]
bounds = [[0.3, 0.5], [0.2, 0.4], [0.1, 0.5]]

# 1. SALib picks the points, Detente says what becomes of each: a sweep of three paths that move together.
problem = {"num_vars": 3, "names": inputs, "bounds": bounds}
points = sobol_sample.sample(problem, 32, calc_second_order=False, seed=1)
swept = dt.sweep(case, {tuple(inputs): points}, draws=100)
margins = swept.points.column("margin")[1:]
found = sobol.analyze(problem, margins, calc_second_order=False, seed=1)
for name, alone, together in zip(inputs, found["S1"], found["ST"]):
    print(f"SALib    {name:30} alone {alone:5.2f}, together {together:5.2f}")

# 2. Detente does the same by itself.
own = dt.sweep(case, {name: dt.between(*ends) for name, ends in zip(inputs, bounds)}, draws=100, sobol=32).shares
for name, alone, together in zip(inputs, own.column("margin.alone"), own.column("margin.together")):
    print(f"Detente  {name:30} alone {alone:5.2f}, together {together:5.2f}")

# 3. Methods that Detente does not have, on the worlds that it drew: PAWN wants inputs and outputs, and no points of its own.
worlds = case.sit(draws=2000, seed=1).worlds(find="margin")
doubts = [name for name in worlds.columns if name.endswith(".no_deal")]
values, margins = worlds.to_numpy(doubts), worlds.column("margin")
known = ~np.isnan(margins)  # Where red lines leave no package there is none.
values, margins = values[known], margins[known]
limits = [[column.min(), column.max()] for column in values.T]
measured = pawn.analyze({"num_vars": len(doubts), "names": doubts, "bounds": limits}, values, margins, S=8)
for place in np.argsort(measured["median"])[::-1]:
    print(f"PAWN     {doubts[place]:30} {measured['median'][place]:.2f}")
