"""Loads what `detente export` writes in NegMAS and compares the utilities of every outcome with Detente's own.

Needs the command and, in a virtual environment that it makes in a temporary folder, `negmas` from PyPI:

    python3 tests/negmas_export.py target/debug/detente

Ends with 75 where `negmas` cannot be installed, and so nothing was checked.
"""

import itertools
import json
import os
import pathlib
import subprocess
import sys
import tempfile

# Every contribution is rounded to 1e-12 by Detente; with six issues the sums differ by less than this.
CLOSE = 1e-9
# What a process ends with that could not do its work for want of something outside.
NOT_RUN = 75
ROOT = pathlib.Path(__file__).resolve().parent.parent
FIXTURES = ROOT / "crates/detente-foreign/tests/files"
SCENARIOS = [
    [FIXTURES / "genius" / name for name in ("garden.xml", "garden-tenant.xml", "garden-owner.xml")],
    [FIXTURES / "geniusweb"],
    [FIXTURES / "negmas"],
]


def command(detente, *arguments):
    done = subprocess.run([detente, *map(str, arguments)], capture_output=True, text=True)
    if done.returncode:
        sys.exit(f"{' '.join(map(str, arguments))}\n{done.stderr}")
    return done.stdout


def environment():
    """This process if it has `negmas`, or itself again inside an environment that does."""
    try:
        import negmas  # noqa: F401
    except ImportError:
        if os.environ.get("DETENTE_NEGMAS"):
            sys.exit("negmas is installed but cannot be loaded")
        with tempfile.TemporaryDirectory() as place:
            python = pathlib.Path(place) / "bin/python"
            made = subprocess.run([sys.executable, "-m", "venv", place]).returncode == 0
            if not made or subprocess.run([python, "-m", "pip", "install", "--quiet", "negmas==0.16.0"]).returncode:
                print("NOT RUN: negmas could not be installed from PyPI, so no export was read by it", flush=True)
                sys.exit(NOT_RUN)
            again = subprocess.run([python, *sys.argv], env={**os.environ, "DETENTE_NEGMAS": "1"})
            sys.exit(again.returncode)


def plain(outcome):
    """An outcome with its numbers as text: GeniusWeb has no others."""
    return tuple(str(value) for value in outcome)


def compare(detente, files, place):
    from negmas.inout import Scenario

    compared = 0
    case = place / "case"
    command(detente, "import", *files, "--out", case)
    central = json.loads(command(detente, "deals", case, "--draws", 1, "--json"))["deals"]
    for form, load in (("negmas", Scenario.from_yaml_folder), ("geniusweb", Scenario.from_geniusweb_folder)):
        out = place / form
        command(detente, "export", case, "--format", form, "--out", out)
        scenario = load(out)
        assert scenario is not None, out
        ufuns = {(u.name or "").rsplit(".", 1)[0] if form == "geniusweb" else u.name: u for u in scenario.ufuns}
        named = [next(u for name, u in ufuns.items() if name == party or name.endswith(party)) for party in central["parties"]]
        issues = [issue.name for issue in scenario.outcome_space.issues]
        utilities = {}
        for outcome in itertools.product(*(issue.all for issue in scenario.outcome_space.issues)):
            utilities[plain(outcome)] = [float(u(outcome)) for u in named]
        assert len(utilities) == int(central["outcomes"]), (len(utilities), central["outcomes"])
        # Values of outcomes that Detente prints, and the reservation values.
        points = central["central"]["frontier"] + [
            s for s in central["central"]["solutions"].values() if s
        ]
        for point in points:
            outcome = plain(point["outcome"][issue] for issue in issues)
            for found, expected in zip(utilities[outcome], point["values"]):
                assert abs(found - expected) <= CLOSE, (form, outcome, found, expected)
                compared += 1
        # Every outcome: nothing that NegMAS finds may better the frontier of Detente, and every point of it is found.
        front = {tuple(round(v / CLOSE) for v in point["values"]) for point in central["central"]["frontier"]}
        everything = list(utilities.values())
        efficient = [u for u in everything if not any(
            all(b >= a - CLOSE for a, b in zip(u, v)) and any(b > a + CLOSE for a, b in zip(u, v)) for v in everything)]
        for u in efficient:
            assert any(all(abs(a - b * CLOSE) <= 2 * CLOSE for a, b in zip(u, point)) for point in front), (form, u)
        if form == "negmas":
            for u, r in zip(named, central["central"]["reservation"]):
                assert abs(u.reserved_value - r) <= CLOSE, (form, u.reserved_value, r)
    return compared


def main():
    environment()
    detente = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else ROOT / "target/debug/detente").resolve()
    for files in SCENARIOS:
        with tempfile.TemporaryDirectory() as place:
            compared = compare(detente, files, pathlib.Path(place))
            print(f"{files[0].name}: {compared} utilities agree")


if __name__ == "__main__":
    main()
