"""What other conventions of coding would have made of the same cases: half-way worth more to both sides, issues tied in importance, and both.

    python3 bench/validity/conventions.py --detente target/release/detente [--json] [CASE …] [--half-way 0.2]

This looks back. Nothing in a case or in its forecast is changed by it, and a convention that does well here has been chosen by looking at these cases: it has to be tried on others
before anybody relies on it. A copy of each case is made, in which every range of an option between two demands is shifted up by so much (not beyond 1), for every party
alike; and one in which all issues of a party are tied. The program is asked about every package of every copy, which takes about half an hour for twelve cases.
"""

import argparse
import json
import pathlib
import re
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
import cases
import forecast

RANGE = re.compile(r"\[\s*([0-9.]+)\s*,\s*([0-9.]+)\s*\]")


def shifted(folder, into, by):
    """The same case with options between two demands worth so much more, to everybody."""
    def more(found):
        return "[" + ", ".join(f"{min(1.0, round(float(number) + by, 6)):g}" for number in found.groups()) + "]"
    lines, position = [], False
    for line in (folder / "case.toml").read_text().splitlines():
        if line.startswith("["):
            position = line.startswith("[positions.")
        lines.append(RANGE.sub(more, line) if position and line.startswith("values = ") else line)
    copy = into / folder.name
    copy.mkdir()
    (copy / "case.toml").write_text("\n".join(lines) + "\n")
    return copy


def looked_at(detente, folders, coded, place):
    """Every case as `coded` writes it into a folder under `place`, judged by its outcome."""
    found = {}
    for folder in folders:
        made = forecast.forecast(detente, coded(folder, place))
        found[folder.name] = cases.judged(folder, made)
    return found


def main():
    reads = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    reads.add_argument("--detente", type=pathlib.Path, default=cases.ROOT / "target/release/detente")
    reads.add_argument("--half-way", type=float, nargs="*", default=[0.2], help="by how much more half-way is worth")
    reads.add_argument("folders", nargs="*", type=pathlib.Path, help="cases to look at; all that have an outcome, if none is named")
    reads.add_argument("--json", action="store_true")
    words = reads.parse_args()
    folders = words.folders or [path.parent for path in sorted((cases.ROOT / "cases").glob("*/outcome.toml"))]
    if not folders:
        raise SystemExit("no case has an outcome")
    tables = {"as committed": {f.name: cases.judged(f, json.loads((f / "forecast.json").read_text())) for f in folders}}
    with tempfile.TemporaryDirectory() as scratch:
        scratch = pathlib.Path(scratch)

        def into(name):
            (scratch / name).mkdir()
            return scratch / name
        tables["issues tied"] = looked_at(words.detente, folders, cases.tied, into("tied"))
        for by in words.half_way:
            tables[f"half-way worth {by:g} more"] = looked_at(
                words.detente, folders, lambda folder, place, by=by: shifted(folder, place, by), into(f"half-{by:g}"))
            first = into(f"first-{by:g}")
            tables[f"half-way worth {by:g} more, issues tied"] = looked_at(
                words.detente, folders, lambda folder, place, by=by, first=first: cases.tied(shifted(folder, first, by), place), into(f"both-{by:g}"))
    figures = {name: cases.measured(table) for name, table in tables.items()}
    if words.json:
        print(json.dumps(figures, indent=2))
        return 0
    print(f"{'convention':40} {'top tenth':>10} {'top share, mean':>22} {'Brier':>7}")
    for name, row in figures.items():
        top, share = row["settled_in_top_tenth"], row["settled_top_share"]
        shown = f"{share['mean']:.3f} ({share['interval'][0]:.3f}–{share['interval'][1]:.3f})" if share else "–"
        print(f"{name:40} {top['count']:>4} of {top['of']:<3} {shown:>22} {row['brier']['mean']:>7.3f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
