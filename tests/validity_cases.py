"""Fails where the figures of the cases whose end is known get worse, or where one of their files is not what it says it is.

    python3 tests/validity_cases.py                                  # the forecasts as committed
    python3 tests/validity_cases.py target/release/detente           # … and what the program says today: some minutes

Each case must still be the one that its forecast was made from (by its digest), each outcome must speak of the case's issues and options, and no figure may fall behind those in
`bench/validity/cases.json`. A case or a forecast that is added changes the figures: then `UPDATE=1 python3 tests/validity_cases.py` writes them anew, and the difference is
to be read.
"""

import hashlib
import json
import os
import pathlib
import subprocess
import sys
import tomllib

ROOT = pathlib.Path(__file__).resolve().parent.parent
KEPT = ROOT / "bench/validity/cases.json"
# Where the program says anything else today than when a forecast was written, draws may move a figure by this much before it counts as worse.
ROOM = 0.005


def kept_figures(figures):
    """The figures that may not get worse; all such that less is better."""
    return {
        "cases": figures["cases"],
        "settled_top_share": figures["settled_top_share"]["mean"],
        "settled_outside_top_tenth": figures["settled_in_top_tenth"]["of"] - figures["settled_in_top_tenth"]["count"],
        "brier": figures["brier"]["mean"],
        "first_in_the_way_missed": figures["first_in_the_way_named"]["of"] - figures["first_in_the_way_named"]["count"],
    }


def main():
    wrong = []
    for file in sorted((ROOT / "cases").glob("*/forecast.json")):
        made = json.loads(file.read_text())
        text = (file.parent / "case.toml").read_bytes()
        if hashlib.sha256(text).hexdigest() != made["case_sha256"]:
            wrong.append(f"{file.parent.name}: the case is no longer the one that the forecast was made from")
        if str(tomllib.loads(text.decode())["as_of"]) != made["as_of"]:
            wrong.append(f"{file.parent.name}: the forecast is of another day")
    for file in sorted((ROOT / "cases").glob("*/outcome.toml")):
        if not (file.parent / "forecast.json").exists():
            wrong.append(f"{file.parent.name}: an outcome without a forecast")
    asked = [sys.executable, str(ROOT / "bench/validity/cases.py"), "--json"]
    asked += ["--detente", sys.argv[1]] if len(sys.argv) > 1 else []
    # Also fails where an outcome names an issue or an option that the case has not.
    answer = subprocess.run(asked, capture_output=True, text=True)
    if answer.returncode:
        wrong.append(answer.stderr.strip())
    else:
        tables = json.loads(answer.stdout)
        now = {name: kept_figures(table["figures"]) for name, table in tables.items()}
        if os.environ.get("UPDATE"):
            KEPT.write_text(json.dumps(now["as committed"], indent=2) + "\n")
        kept = json.loads(KEPT.read_text())
        for name, figures in now.items():
            room = 1e-9 if name == "as committed" else ROOM
            if figures["cases"] != kept["cases"]:
                wrong.append(f"{name}: {figures['cases']} cases, and the figures kept are of {kept['cases']}; read the new ones and keep them with UPDATE=1")
                continue
            wrong += [f"{name}: {key} is {figures[key]:.4f}, and was {kept[key]:.4f}" for key in kept if key != "cases" and figures[key] > kept[key] + room]
    print("\n".join(wrong) if wrong else "the cases whose end is known: as well as before")
    return int(bool(wrong))


if __name__ == "__main__":
    sys.exit(main())
