"""Scores the chances of packages on settlements that people reached.

    python3 bench/validity/settlement.py --data FOLDER [--detente COMMAND] [--fit] [--convention]

FOLDER holds `casino_deals.csv`, `dnd_deals.csv`, or other tables of the same columns. `detente settle` computes every chance, so that what is scored
is what is shipped; here they are only averaged, with bootstrap intervals over negotiations, beside the figure to beat. `--fit` also fits anew
and scores settlements that were held out. `--convention` prints the Rust source of the coefficients instead.

Exit code 75 if there is nothing to read, 1 if a figure misses its aim.
"""

import argparse
import json
import pathlib
import random
import subprocess
import sys

# Which of the fits is for which table, and the nats to reach on settlements that were not fitted on.
OWN = {"camp": "camp", "items": "items"}
AIM = {"camp": 2.85, "items": 1.22}
ROUNDS = 2000


def interval(values, seed=1):
    """The mean with its 95 % bootstrap interval."""
    chance = random.Random(seed)
    mean = sum(values) / len(values)
    means = sorted(sum(chance.choices(values, k=len(values))) / len(values) for _ in range(ROUNDS))
    return mean, means[int(0.025 * ROUNDS)], means[int(0.975 * ROUNDS) - 1]


def source(fits, tables):
    """The coefficients as Rust."""
    layout = {table["file"]: table["layout"].upper() for table in tables}
    for fit in fits:
        name = layout.get(fit["to"], "POOLED")
        values = [coefficient["value"] for coefficient in fit["coefficients"].values()]
        yield f"pub(super) const {name}: [f64; COUNT] = ["
        yield from (f"    {value:.6}," for value in values)
        yield "];"
        yield f"pub(super) const {name}_COVARIANCE: [f64; COUNT * (COUNT + 1) / 2] = ["
        at = 0
        for row in range(len(values)):
            yield "    " + " ".join(f"{value:.6}," for value in fit["covariance"][at : at + row + 1])
            at += row + 1
        yield "];"


def told(table):
    """Prints one table; whether it reaches its aim."""
    own = OWN[table["layout"]]
    scores = {score["way"]: score for score in table["scores"]}
    print(f"\n{table['file']}: {table['settlements']} settlements of {table['negotiations']} negotiations;"
          f" {table['beyond_the_zone']} beyond what both accept")
    print("  way                    nats (95 %)              first   expected   points off")
    for way, score in scores.items():
        mean, low, high = interval(score["each"])
        mark = " <- shipped for this kind" if way == own else ""
        print(f"  {way:<20} {mean:6.3f} ({low:.3f}-{high:.3f})   {score['first']:6.1%}   {score['first_expected']:6.1%}"
              f"   {score['points_off']:8.2f}{mark}")
    print(f"  to beat: {AIM[table['layout']]} nats; points off their own mean: {table['points_off_their_mean']:.2f}")
    shown = "held_out_own" if "held_out_own" in scores else own
    print(f"  calibration of {shown}: chance up to, packages, settled on, expected +- 2 standard deviations")
    for place in scores[shown]["calibration"]:
        wide = 2 * place["deviation"]
        mark = "" if abs(place["happened"] - place["expected"]) <= wide else "   outside"
        print(f"    {place['at_most']:5.3f}  {place['packages']:6d}  {place['happened']:5d}  {place['expected']:8.1f} +- {wide:.1f}{mark}")
    return scores[shown]["nats"] <= AIM[table["layout"]]


def tables_in(folder):
    """The tables of divisions in a folder."""
    names = ("casino", "dnd")
    return sorted(str(file) for file in folder.glob("*.csv") if file.name.startswith(names)) if folder.is_dir() else []


def scored(program, files, fit):
    """What `detente settle` says of tables, fitted anew as well or not."""
    done = subprocess.run([program, "settle", *files, *(["--fit"] if fit else []), "--json"], capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(done.stderr)
    return json.loads(done.stdout)


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--data", type=pathlib.Path, required=True)
    arguments.add_argument("--detente", default="target/release/detente")
    arguments.add_argument("--fit", action="store_true")
    arguments.add_argument("--convention", action="store_true")
    said = arguments.parse_args()
    files = tables_in(said.data)
    if not files:
        print(f"skipped: no table casino*.csv or dnd*.csv in {said.data}")
        return 75
    answer = scored(said.detente, files, said.fit or said.convention)
    if said.convention:
        print("\n".join(source(answer["fit"]["fits"], answer["tables"])))
        return 0
    print(f"coefficients of {answer['fitted']}")
    for convention in answer["conventions"]:
        print(f"\n{convention['id']}: {convention['over']} ({convention['settlements']} settlements)")
        for name, coefficient in convention["coefficients"].items():
            print(f"  {name:<22} {coefficient['value']:8.2f} +- {1.96 * coefficient['error']:.2f}")
    reached = [told(table) for table in answer["tables"]]
    return 0 if all(reached) else 1


if __name__ == "__main__":
    sys.exit(main())
