"""Counts how often what was given a chance came about, band by band: what a brief says beside figures of each kind.

    python3 bench/validity/track_record.py --data FOLDER [--write]

FOLDER as for `durability.py`; the agreements of a country are told by what the others say (needs numpy and scipy: without them, or without a file, it ends with 75).
The cases whose end is known are in this repository. Each agreement counts once: a ceasefire by whether it outlasted 180 days, a civil war's end or a peace agreement by
whether it outlasted 730, the days on which a brief compares packages. `--write` keeps the counts in `track_record.json`; a test of `detente-brief` holds what the program says in
step with it.
"""

import argparse
import datetime
import json
import pathlib
import subprocess
import sys

import durability

ROOT = pathlib.Path(__file__).resolve().parents[2]
KEPT = pathlib.Path(__file__).with_suffix(".json")
# Ends of the bands of a chance.
BANDS = (0.2, 0.4, 0.6, 0.8, 1.0)
KINDS = (("ceasefires", ("ceasefires",), 180), ("peace", ("wars", "agreements"), 730))


def banded(pairs):
    """For each band how many were given a chance in it, what they were given on average, and how many came about."""
    rows, least = [], 0.0
    for most in BANDS:
        some = [(p, y) for p, y in pairs if least <= p < most or p == most == 1.0]
        given = sum(p for p, _ in some) / len(some) if some else None
        rows.append({"from": least, "to": most, "of": len(some), "given": given and round(given, 3), "came_about": sum(y for _, y in some)})
        least = most
    return rows


def told_elsewhere(sets, names, day):
    """(chance of outlasting the day, whether it did) for every agreement with a clear end, its country left out."""
    import durability_fit

    pairs = []
    for name in names:
        spells = sets.get(name, [])
        known = [row for row in spells if durability.outcome(row, day) is not None]
        for place in sorted({row["place"] for row in known}):
            laws = durability_fit.laws(name, "lognormal", [row for row in spells if row["place"] != place])
            for row in known:
                if row["place"] == place:
                    pairs.append((durability.survival(laws[row["class"]], day), int(durability.outcome(row, day) == 0.0)))
    return pairs


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--data", required=True, type=pathlib.Path)
    arguments.add_argument("--write", action="store_true", help="keep the counts")
    arguments = arguments.parse_args()
    sets = {name: spells for name, read in durability.SETS.items() if (spells := read(arguments.data))}
    try:
        import durability_fit  # noqa: F401
    except ImportError:
        sets = {}
    if not all(name in sets for _, names, _ in KINDS for name in names):
        print(f"NOT RUN: not all records of agreements are in {arguments.data}, or numpy and scipy are missing")
        return 75
    answer = subprocess.run([sys.executable, str(ROOT / "bench/validity/cases.py"), "--json"], capture_output=True, text=True, check=True)
    cases = json.loads(answer.stdout)["as committed"]["cases"].values()
    found = {
        "measured": datetime.date.today().isoformat(),
        "deal": {"bands": banded([(case["deal"], int(case["agreed"])) for case in cases])},
    }
    for kind, names, day in KINDS:
        found[kind] = {"day": day, "bands": banded(told_elsewhere(sets, names, day))}
    for kind, told in found.items():
        for band in told["bands"] if kind != "measured" else ():
            print(f"{kind:<12} given {band['from']:.1f} to {band['to']:.1f}: {band['came_about']} of {band['of']} came about; given on average {band['given']}")
    if arguments.write:
        KEPT.write_text(json.dumps(found, indent=2) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
