"""What a world costs in a sweep, by what sets its points apart; prints the rows of `bench/ray.md`.

    pip install .
    python bench/sweep_points.py                       # 20 points of Cairo, 2,000 worlds each, on one thread
    python bench/sweep_points.py --worlds 10000        # with more worlds, and more precisely

By processor time, which other work on the machine does not touch much: what a sweep of twice the worlds takes beyond one of these.
"""

import argparse
import os
import resource
from pathlib import Path

os.environ["RAYON_NUM_THREADS"] = "1"

import detente as dt

ROOT = Path(__file__).resolve().parent.parent
POINTS = 20
PACKAGE = {"outline": "truce=135,release=three stages"}
EVERY = ["enforceable", "durable", "survival", "all_three"]
APART = {
    "what no deal is worth": {"positions.israel.no_deal": dt.linspace(0.2, 0.6, POINTS)},
    "what an option is worth": {"positions.israel.release.values.three stages": dt.linspace(0.1, 0.9, POINTS)},
    "a hazard of durability": {"durability.factors.talks on the day after.hazard_ratio": dt.linspace(0.5, 1.5, POINTS)},
    "a figure of the exchange": {"exchange.war_gain_per_day.israel": dt.linspace(0.2, 1, POINTS)},
    "how likely an open question is": {"propositions.advanced.prior": dt.linspace(0.1, 0.9, POINTS)},
}


def used():
    of_this = resource.getrusage(resource.RUSAGE_SELF)
    return of_this.ru_utime + of_this.ru_stime


def main():
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--worlds", type=int, default=2000, help="worlds of each point, from 2,000 on")
    asked.add_argument("--deals", action="store_true", help="of deals alone, without the three tests")
    how = asked.parse_args()
    case = dt.read(ROOT / "cases" / "cairo-2024")
    kinds = [("zone and margin", {})]
    if not how.deals:
        kinds += [("durable", {"packages": PACKAGE, "measures": ["durable"]}), ("all four measures", {"packages": PACKAGE, "measures": EVERY})]
    for apart, over in APART.items():
        row = []
        for kind, more in kinds:
            dt.sweep(case, over, draws=8, worlds_a_task=10**9, **more)
            marks = [used()]
            for draws in (how.worlds, 2 * how.worlds):
                dt.sweep(case, over, draws=draws, worlds_a_task=10**9, **more)
                marks.append(used())
            # What a sweep costs whatever its worlds, as reading cases and completing packages in its first 2,000, is in both.
            took = (marks[2] - marks[1]) - (marks[1] - marks[0])
            row.append(f"{kind} {took / (how.worlds * (POINTS + 1)) * 1e6:.2f} µs")
        print(f"{apart}: {', '.join(row)}", flush=True)


if __name__ == "__main__":
    main()
