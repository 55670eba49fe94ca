"""Holds what `detente collective` says against decisions that were taken.

    python3 bench/validity/collective.py --data FOLDER [--detente PROGRAM]

FOLDER has `deu_issues_long.csv`: a row for each actor on each issue, with position, salience, weight, reference point and outcome on 0 to 100. What is scored is what the program
prints; nothing is fitted here (`collective_fit.py` does that). Intervals are the middle nine tenths of 1,000 samples drawn from the proposals, with all issues of each. Ends with 75
where the file is not there.
"""

import argparse
import csv
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
    with open(file, newline="") as lines:
        years = {row["issue"]: int(row["year"]) for row in csv.DictReader(lines) if row.get("year")}
    rows = []
    for dossier in json.loads(table.stdout)["dossiers"]:
        found = dossier["predictions"][0]
        if found["decided"] is None:
            continue
        rows.append({
            "proposal": dossier["proposal"] or dossier["name"],
            "rule": dossier["rule"] or "unknown",
            "year": years.get(dossier["name"]),
            "says": {model["model"]: model["says"][0] for model in dossier["models"] if model["says"]},
            "actors": [(a["position"][0], a["salience"][0] / 100, a["capability"]) for a in dossier["actors"]],
            "names": [a["actor"] for a in dossier["actors"]],
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
    return min((model for model in found if not model.startswith(("spatial", "ktab", "challenge", "trades"))), key=found.get)


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


# The enlargement from fifteen members to twenty-five.
ENLARGED = 2004


def kinds(rows):
    """The same by rule of decision, and before and after the enlargement."""
    groups = [(f"By rule: {rule}", [row for row in rows if row["rule"] == rule]) for rule in sorted({row["rule"] for row in rows})]
    dated = [row for row in rows if row["year"]]
    groups.append((f"By period: before {ENLARGED}", [row for row in dated if row["year"] < ENLARGED]))
    groups.append((f"By period: {ENLARGED} and after", [row for row in dated if row["year"] >= ENLARGED]))
    for name, some in groups:
        if not some:
            continue
        print(f"\n{name}, {len(some)} decisions")
        told("the middle of the prediction", some, lambda some: mean(error(row) for row in some))
        told("compromise", some, lambda some: mean(error(row, "compromise") for row in some))
        told("CRPS", some, lambda some: mean(row["score"] for row in some))
        told("inside the range for nine tenths, in %", some, lambda some: 100 * mean(inside(row, "most") for row in some), "", 1)
        sided = [row for row in some if side(row)]
        if sided:
            told("Brier, above 50 or below", sided, lambda some: mean((side(row)[0] - side(row)[1]) ** 2 for row in some), "", 3)


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
    explained(rows)


# The share of all votes that a qualified majority of the Council needed: 62 of 87 with fifteen members, 232 of 321 with twenty-five.
QUALIFIED = {True: 62 / 87, False: 232 / 321}
# Who takes part and has no vote in the Council.
NO_VOTE = ("com", "ep")


def explained(rows):
    """How many of the decisions that leave somebody worse off the rule explains, what saying no costs, and what somebody got in other decisions."""

    def loss(row, actor):
        x = row["actors"][actor][0]
        return (abs(x - row["decided"]) - abs(x - row["status_quo"])) / 100

    def voters(row):
        return [at for at, name in enumerate(row["names"]) if name.lower() not in NO_VOTE]

    def stands_in_the_way(row, lets_pass):
        """Whether those who lose more than they let pass could have blocked it under the rule."""
        against = [at for at in voters(row) if loss(row, at) > lets_pass(row, at) + 1e-9]
        if row["rule"].lower().startswith("unan"):
            return bool(against)
        whole = sum(row["actors"][at][2] for at in voters(row))
        quota = QUALIFIED[len(voters(row)) <= 15]
        return sum(row["actors"][at][2] for at in against) > (1 - quota) * whole + 1e-9

    def balances(of):
        """What each member has got less what it has given, over the decisions of a group, this one included."""
        got = {}
        for row in rows:
            for at in voters(row):
                key = (of(row), row["names"][at])
                got[key] = got.get(key, 0) - loss(row, at)
        return got

    free = lambda row, at: 0.0
    print("\n  Of these, not explained by the rule: those who lose (as shares of the scale) could have blocked")
    told("the rule alone, in % of all", rows, lambda some: 100 * mean(stands_in_the_way(row, free) for row in some), "", 1)
    for cost in (0.1, 0.2, 0.3, 0.5):
        told(f"  and a cost of blocking of {cost}", rows, lambda some, cost=cost: 100 * mean(stands_in_the_way(row, lambda r, a: cost) for row in some), "", 1)
    def before(row, name):
        """What a member has got less what it has given up to the year of a decision."""
        earlier = (other for other in rows if (other["year"] or 0) <= (row["year"] or 0) and name in other["names"])
        return -sum(loss(other, other["names"].index(name)) for other in earlier)

    sets = [("the proposal", lambda row: row["proposal"]), ("decisions up to its year", None), ("all decisions", lambda row: "all")]
    for name, of in sets:
        got = balances(of) if of else {}
        known = {}

        def covered(row, at, got=got, of=of, known=known):
            key = (of(row) if of else row["year"], row["names"][at])
            if key not in known:
                known[key] = got[key] if of else before(row, row["names"][at])
            return 0.0 if known[key] < 0 else 1.0

        told(f"  and a balance over {name}", rows, lambda some, c=covered: 100 * mean(stands_in_the_way(row, c) for row in some), "who gained in sum says yes", 1)
        both = lambda row, at, c=covered: max(0.1, c(row, at))
        told("    both, at a cost of 0.1", rows, lambda some, c=both: 100 * mean(stands_in_the_way(row, c) for row in some), "", 1)


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
