"""Writes what Detente says of a case whose end is known, before that end is looked at: `forecast.json` beside `case.toml`.

    python3 bench/validity/forecast.py --detente target/release/detente cases/camp-david-1978 …
    python3 bench/validity/forecast.py --detente target/release/detente            # every case that has an outcome or a forecast

The file holds the chance that any deal is acceptable to all, every package with the share of worlds in which all would sign it and its rank, the
conditions that stand in the way, the issues in the order in which a concession on them would bring a deal nearer, and on what doubt it hangs. It names the case it was made
from by its SHA-256, so that a case that was changed after its forecast is found out. A forecast that is there already is not overwritten unless
`--again` says so; `--check` writes nothing and says where a forecast made now would differ.

The rank of a package is the mean of the places that it shares with its equals: ties are split, not won. Its top share is rank / packages.
"""

import argparse
import concurrent.futures
import hashlib
import itertools
import json
import pathlib
import subprocess
import sys
import tomllib

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
DRAWS, SEED = 2000, 1
# Each package is one question to the program: more than this would take hours.
MOST_PACKAGES = 20_000


def options_of(issue_id, issue):
    """The options of an issue, as the case writes them."""
    if "options" in issue:
        return issue["options"]
    span = issue["range"]
    if "step" not in span:
        raise SystemExit(f"{issue_id}: a continuous issue has no list of packages; give it a step")
    steps = round((span["to"] - span["from"]) / span["step"])
    whole = all(isinstance(span[key], int) for key in ("from", "to", "step"))
    numbers = [span["from"] + place * span["step"] for place in range(steps + 1)]
    return numbers if whole else [round(number, 9) for number in numbers]


def excluded(package, rules):
    """Whether a rule of `[[infeasible]]` holds for a package."""
    def met(when):
        return all(package[issue] in (asked if isinstance(asked, list) else [asked]) for issue, asked in when.items())
    return any(met(rule["when"]) for rule in rules)


def packages_of(case):
    """Every package that the case allows, as a dictionary by issue."""
    issues = {issue_id: options_of(issue_id, issue) for issue_id, issue in case["issues"].items()}
    found = [dict(zip(issues, chosen)) for chosen in itertools.product(*issues.values())]
    found = [package for package in found if not excluded(package, case.get("infeasible", []))]
    if len(found) > MOST_PACKAGES:
        raise SystemExit(f"{len(found)} packages are more than the {MOST_PACKAGES} that are asked about one by one")
    return found


def asked(detente, *words):
    """The answer of the program as JSON."""
    answer = subprocess.run([str(detente), *map(str, words), "--json"], capture_output=True, text=True)
    if answer.returncode:
        raise SystemExit(f"{' '.join(map(str, words))}: {answer.stderr}")
    return json.loads(answer.stdout)


def acceptance_of(detente, folder, package):
    """In which share of the worlds a package is acceptable to all."""
    words = ",".join(f"{issue}={option}" for issue, option in package.items())
    answer = asked(detente, "deals", folder, "--draws", DRAWS, "--seed", SEED, "--package", words)
    return answer["judged"]["all"]["value"]


def ranks(shares):
    """The rank of each share, the largest first; equals get the mean of their places."""
    places = {}
    for place, share in enumerate(sorted(shares, reverse=True), start=1):
        places.setdefault(share, []).append(place)
    return [sum(places[share]) / len(places[share]) for share in shares]


def issues_in_the_way(central):
    """The issues, first the one on which a concession of one side leaves the widest margin; as listed where they are equal."""
    best = {}
    for point in central["sticking_points"]:
        best[point["issue"]] = max(best.get(point["issue"], -9e9), point["margin_after"])
    return sorted(best, key=lambda issue: -best[issue])


def forecast(detente, folder):
    """What the program says of the case in a folder."""
    text = (folder / "case.toml").read_bytes()
    case = tomllib.loads(text.decode())
    brief = asked(detente, "brief", folder, "--draws", DRAWS, "--seed", SEED)
    deals = brief["deals"]
    packages = packages_of(case)
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        shares = list(pool.map(lambda package: acceptance_of(detente, folder, package), packages))
    rows = [[*package.values(), share, rank] for package, share, rank in zip(packages, shares, ranks(shares))]
    rows.sort(key=lambda row: row[-1])
    conditions = [
        {"condition": c["condition"], "of": c["of"], "issue": c["issue"], "only": c["only"]["value"], "one_of_several": c["one_of_several"]["value"]}
        for c in deals["blockers"]["conditions"]
    ]
    return {
        "case_sha256": hashlib.sha256(text).hexdigest(),
        "as_of": brief["case"]["as_of"],
        "draws": brief["draws"],
        "seed": brief["seed"],
        "deal": {"value": deals["zone_probability"]["value"], "interval": deals["zone_probability"]["interval"]},
        "in_the_way": {
            "issues": issues_in_the_way(deals["central"]),
            "conditions": conditions,
            "drivers": [{"input": d["input"], "name": d["name"], "share": round(d["share"], 4)} for d in deals["drivers"]],
        },
        "headline": brief["headline"],
        "columns": [*case["issues"], "acceptable to all", "rank"],
        "packages": rows,
    }


def written(value):
    """JSON with one package a line."""
    head = {key: part for key, part in value.items() if key != "packages"}
    rows = ",\n".join("    " + json.dumps(row, ensure_ascii=False) for row in value["packages"])
    return json.dumps(head, indent=2, ensure_ascii=False)[:-2] + ',\n  "packages": [\n' + rows + "\n  ]\n}\n"


def main():
    reads = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    reads.add_argument("folders", nargs="*", type=pathlib.Path)
    reads.add_argument("--detente", type=pathlib.Path, default=ROOT / "target/release/detente")
    reads.add_argument("--again", action="store_true", help="overwrite a forecast that is there")
    reads.add_argument("--check", action="store_true", help="write nothing; say what differs")
    words = reads.parse_args()
    kept = [path.parent for path in sorted((ROOT / "cases").glob("*/forecast.json"))]
    differs = False
    for folder in words.folders or kept:
        file = folder / "forecast.json"
        if file.exists() and not (words.again or words.check):
            print(f"{folder}: has a forecast, and keeps it")
            continue
        made = forecast(words.detente, folder)
        if words.check:
            there = json.loads(file.read_text())
            unlike = [key for key in made if json.loads(json.dumps(made[key])) != there.get(key)]
            print(f"{folder}: {'differs in ' + ', '.join(unlike) if unlike else 'as written'}")
            differs |= bool(unlike)
            continue
        file.write_text(written(made))
        print(f"{folder}: a deal in {made['deal']['value']:.1%} of the worlds; {len(made['packages'])} packages")
    return int(differs)


if __name__ == "__main__":
    sys.exit(main())
