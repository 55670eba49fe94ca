"""Fits the prediction of `detente collective` anew, and scores it on decisions that were left out.

    python3 bench/validity/collective_fit.py --data FOLDER

Needs numpy and scipy; ends with 75 where they or the file are missing. What is printed last goes into `CONVENTION` of `crates/detente-collective/src/prediction.rs`. The prediction is written
down a second time here, so the two can be held against each other: `collective.py` scores the one of the program.
"""

import argparse
import csv
import pathlib
import sys

try:
    import numpy as np
    from scipy.optimize import minimize
    from scipy.special import ndtr
except ImportError as why:
    print(f"NOT RUN: {why}")
    sys.exit(75)

GRID = np.linspace(0, 100, 101)
STEP = GRID[1] - GRID[0]
# What keeps a weight from running off where the data say little.
PENALTY = 0.002


def read(file):
    groups = {}
    for row in csv.DictReader(open(file, newline="")):
        groups.setdefault(row["issue"], []).append(row)
    issues = []
    for rows in groups.values():
        if not rows[0]["outcome"]:
            continue
        stands = np.array([[float(row[key]) for key in ("position", "salience", "weight")] for row in rows if row["position"] and row["salience"]])
        stands = stands[(stands[:, 1] > 0) & (stands[:, 2] > 0)]
        weight = stands[:, 1] * stands[:, 2]
        places = np.unique(stands[:, 0])
        decided = float(rows[0]["outcome"])
        issues.append({
            "proposal": rows[0]["proposal"],
            "decided": decided,
            "centre": float((weight * stands[:, 0]).sum() / weight.sum()),
            "places": places,
            "at_most": (places[None, :] <= GRID[:, None] + 1e-9).astype(float),
            "was": (GRID >= decided - 1e-9).astype(float),
        })
    return issues


def chances(issue, theta):
    stands, falls, wide, anywhere = theta
    pull = np.exp(-falls * np.abs(issue["places"] - issue["centre"]) / 100)
    parts = np.exp([stands, 0, anywhere])
    parts /= parts.sum()
    wide = np.exp(np.clip(wide, 0.5, 4.5))
    to = lambda place: ndtr((place - issue["centre"]) / wide)
    bell = (to(GRID) - to(0)) / (to(100) - to(0))
    return parts[0] * (issue["at_most"] @ (pull / pull.sum())) + parts[1] * bell + parts[2] * GRID / 100


def crps(issue, chance):
    return ((chance - issue["was"]) ** 2).sum() * STEP


def fit(issues):
    def loss(theta):
        return np.mean([crps(issue, chances(issue, theta)) for issue in issues]) + PENALTY * (theta[0] ** 2 + theta[1] ** 2 + theta[3] ** 2)
    return minimize(loss, [1, 2.5, 2.2, 0], method="BFGS", options={"maxiter": 60, "gtol": 1e-3}).x


def quantile(chance, share):
    return GRID[min(np.searchsorted(chance, share - 1e-9), len(GRID) - 1)]


def inside(issue, chance, cut):
    return quantile(chance, cut) <= issue["decided"] <= quantile(chance, 1 - cut)


def cut(issues, theta, holds):
    """The most that can be cut off at either end so that the range still held so many."""
    found = [(issue, chances(issue, theta)) for issue in issues]
    cuts = [share for share in np.arange(0.005, 0.5, 0.005) if np.mean([inside(*one, share) for one in found]) >= holds]
    return max(cuts, default=0.005)


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--data", required=True, type=pathlib.Path)
    file = arguments.parse_args().data / "deu_issues_long.csv"
    if not file.exists():
        print(f"NOT RUN: {file} is not there")
        return 75
    issues = read(file)
    scores = []
    for seed in range(3):
        proposals = sorted({issue["proposal"] for issue in issues})
        np.random.default_rng(seed).shuffle(proposals)
        fold = {proposal: at % 5 for at, proposal in enumerate(proposals)}
        for out in range(5):
            kept = [issue for issue in issues if fold[issue["proposal"]] != out]
            theta = fit(kept)
            cuts = cut(kept, theta, 0.5), cut(kept, theta, 0.9)
            for issue in issues:
                if fold[issue["proposal"]] == out:
                    chance = chances(issue, theta)
                    scores.append([
                        crps(issue, chance), abs(quantile(chance, 0.5) - issue["decided"]), abs(issue["centre"] - issue["decided"]),
                        inside(issue, chance, cuts[0]), inside(issue, chance, cuts[1]),
                    ])
    names = ["CRPS", "mean distance of the middle", "mean distance of the compromise", "inside the range for half", "inside the range for nine tenths"]
    print("Left out by fifths of the proposals, three times:")
    for name, score in zip(names, np.mean(scores, 0)):
        print(f"  {name:<36} {score:.3f}")
    theta = fit(issues)
    print("\nFitted on all:")
    print(f"  stands {np.exp(theta[0]):.3f}, falls {theta[1]:.3f}, wide {np.exp(theta[2]) / 100:.3f}, anywhere {np.exp(theta[3]):.3f}, cut [{cut(issues, theta, 0.5):.3f}, {cut(issues, theta, 0.9):.3f}]")
    return 0


if __name__ == "__main__":
    sys.exit(main())
