"""Holds what `detente collective` says against decisions that were taken.

    python3 bench/validity/collective.py --data FOLDER [--detente PROGRAM]

FOLDER has `deu_issues_long.csv`: a row for each actor on each issue, with position, salience, weight, reference point and outcome on 0 to 100. What is scored is what the program
prints; nothing is fitted here (`collective_fit.py` does that). Intervals are the middle nine tenths of 1,000 samples drawn from the proposals, with all issues of each. Ends with 75
where the file is not there.
"""

import argparse
import json
import pathlib
import random
import subprocess
import sys

SAMPLES = 1000
# Mean distances that were published, on all 351 decisions: Schneider, Steunenberg and Widgren 2006 and Thomson et al. 2006 for the model of challenges.
PUBLISHED = {"challenge": 26.83}


def sampled(rows, figure):
    """A figure over rows, with the interval that drawing the proposals anew leaves."""
    by_proposal = {}
    for row in rows:
        by_proposal.setdefault(row["proposal"], []).append(row)
    groups = list(by_proposal.values())
    chance = random.Random(1)
    drawn = sorted(figure([row for group in chance.choices(groups, k=len(groups)) for row in group]) for _ in range(SAMPLES))
    return figure(rows), drawn[SAMPLES // 20], drawn[-SAMPLES // 20]


def told(name, rows, figure, beside="", digits=2):
    value, low, high = sampled(rows, figure)
    print(f"  {name:<46} {value:8.{digits}f}   ({low:.{digits}f} to {high:.{digits}f})   {beside}".rstrip())
    return value


def error(row, model=None):
    """How far a model's point was off, of 100; without a model the middle of the prediction."""
    return abs((row["middle"] if model is None else row["says"][model]) - row["decided"])


def inside(row, key):
    """Whether it was decided inside the range for half, or for nine tenths (`most`)."""
    return row[key][0] - 1e-9 <= row["decided"] <= row[key][1] + 1e-9


def mean(numbers):
    numbers = list(numbers)
    return sum(numbers) / len(numbers)


def read(program, file):
    table = subprocess.run([program, "collective", file, "--json"], capture_output=True, text=True)
    if table.returncode != 0:
        sys.exit(table.stderr)
    rows = []
    for dossier in json.loads(table.stdout)["dossiers"]:
        found = dossier["predictions"][0]
        if found["decided"] is None:
            continue
        rows.append({
            "proposal": dossier["proposal"] or dossier["name"],
            "rule": dossier["rule"] or "unknown",
            "says": {model["model"]: model["says"][0] for model in dossier["models"] if model["says"]},
            "actors": [(a["position"][0], a["salience"][0] / 100, a["capability"]) for a in dossier["actors"]],
            **found,
        })
    return rows


def side(row):
    """Whether it was decided above the middle, and the chance that was given to it; none where it was the middle itself."""
    return None if row["decided"] == 50 else (row["above_half"], float(row["decided"] > 50))


def share_above(row):
    above = sum(s * c for x, s, c in row["actors"] if x > 50)
    both = sum(s * c for x, s, c in row["actors"] if x != 50)
    return above / both if both else 0.5


def errors(rows):
    """The mean distance of each model that says something of every decision."""
    models = sorted({model for row in rows for model in row["says"]})
    return {model: mean(error(row, model) for row in rows) for model in models if all(model in row["says"] for row in rows)}


def best_simple(found):
    """The best of the formulas; what bargains in steps, or exchanges, is not one."""
    return min((model for model in found if model not in ("spatial", "ktab", "challenge", "trades")), key=found.get)


def points(rows):
    print("Mean distance of one point from what was decided, of 100")
    found = errors(rows)
    for model in sorted(found, key=found.get):
        beside = f"published: {PUBLISHED[model]}" if model in PUBLISHED else ""
        told(model, rows, lambda some, model=model: mean(error(row, model) for row in some), beside)
    told("always 50", rows, lambda some: mean(abs(50 - row["decided"]) for row in some))
    told("the middle of the prediction", rows, lambda some: mean(error(row) for row in some), "aim: 22.9")
    best = best_simple(found)
    told(
        f"the middle less the best simple one ({best})", rows,
        lambda some: mean(error(row) - error(row, best) for row in some), "below 0: better",
    )


def distributions(rows):
    print("\nThe whole prediction")
    told("CRPS, of 100", rows, lambda some: mean(row["score"] for row in some), "of a point it is the mean distance")
    told("inside the range for half, in %", rows, lambda some: 100 * mean(inside(row, "half") for row in some), "aim: 50", 1)
    told("inside the range for nine tenths, in %", rows, lambda some: 100 * mean(inside(row, "most") for row in some), "aim: 88 to 92", 1)
    told("width of that range, of 100", rows, lambda some: mean(row["most"][1] - row["most"][0] for row in some), "", 1)
    sided = [row for row in rows if side(row)]
    told("Brier, above 50 or below", sided, lambda some: mean((side(row)[0] - side(row)[1]) ** 2 for row in some), "", 3)
    told("  by the share of weight", sided, lambda some: mean((share_above(row) - side(row)[1]) ** 2 for row in some), "", 3)
    rate = mean(side(row)[1] for row in sided)
    told("  always the base rate", sided, lambda some: mean((rate - side(row)[1]) ** 2 for row in some), "", 3)


def kinds(rows):
    for rule in sorted({row["rule"] for row in rows}):
        some = [row for row in rows if row["rule"] == rule]
        print(f"\nBy rule: {rule}, {len(some)} decisions")
        told("the middle of the prediction", some, lambda some: mean(error(row) for row in some))
        told("compromise", some, lambda some: mean(error(row, "compromise") for row in some))
        told("CRPS", some, lambda some: mean(row["score"] for row in some))


def losers(rows):
    """Who would rather have had no decision, and what cost of blocking accounts for that."""
    rows = [row for row in rows if row["status_quo"] is not None]
    if not rows:
        return
    print(f"\nWorse off than if nothing had been decided ({len(rows)} decisions with a reference point)")
    def losses(row):
        return [s * (abs(x - row["decided"]) - abs(x - row["status_quo"])) / 100 for x, s, _ in row["actors"]]
    told("decisions that leave somebody worse off, in %", rows, lambda some: 100 * mean(max(losses(row)) > 1e-9 for row in some), "72 on all", 1)
    for cost in (0.05, 0.1, 0.2, 0.3, 0.5):
        told(f"  by more than a cost of blocking of {cost}", rows, lambda some, cost=cost: 100 * mean(max(losses(row)) > cost + 1e-9 for row in some), "", 1)
    whole = {}
    for row in rows:
        whole.setdefault(row["proposal"], []).append(row)
    def balanced(some):
        seen = {}
        for row in some:
            seen.setdefault(row["proposal"], []).append(row)
        worse = []
        for group in seen.values():
            if len(group) < 2 or len({len(row["actors"]) for row in group}) > 1:
                continue
            total = [sum(each) for each in zip(*(losses(row) for row in group))]
            worse.append(max(total) > 1e-9)
        return 100 * mean(worse) if worse else float("nan")
    told("proposals of several issues, summed over them, in %", rows, balanced, "where the same actors take part in each", 1)


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--data", required=True, type=pathlib.Path)
    arguments.add_argument("--detente", default="target/release/detente")
    arguments = arguments.parse_args()
    file = arguments.data / "deu_issues_long.csv"
    if not file.exists():
        print(f"NOT RUN: {file} is not there")
        return 75
    rows = read(arguments.detente, file)
    print(f"{len(rows)} decisions on {len({row['proposal'] for row in rows})} proposals\n")
    points(rows)
    distributions(rows)
    kinds(rows)
    losers(rows)
    return 0


if __name__ == "__main__":
    sys.exit(main())
