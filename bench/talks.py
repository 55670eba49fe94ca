"""The same talks through NegMAS and through `detente-talks`, by the same rules, side by side; prints a table.

    cargo build --release -p detente-talks --example timed
    python3 bench/talks.py                     # a few minutes, nearly all of them NegMAS's
    python3 bench/talks.py --repeat 1          # each negotiation of NegMAS once

Scenarios are generated: four issues of ten options, 10^4 packages; *opposed*: what an option is worth to one it costs the other, on weights of
their own (seed 1). A negotiation of NegMAS is measured in processor seconds from an empty mechanism to its end, one of Detente from a scenario that has been
read and sorted; what that takes once stands in a row of its own. Of several runs the least counts. Both must come to the same end, and the script ends with
1 where they do not. NegMAS comes from PyPI, into a temporary environment unless the Python that runs this has it.
"""

import argparse
import importlib.util
import json
import pathlib
import random
import subprocess
import sys
import tempfile
import time
import warnings

# This folder has a `negmas.py` of its own, which must not be taken for the package.
sys.path = [folder for folder in sys.path if pathlib.Path(folder).resolve() != pathlib.Path(__file__).resolve().parent]

ROOT = pathlib.Path(__file__).resolve().parent.parent
OPTIONS, ISSUES = 10, 4
CURVES = {"boulware": ("BoulwareTBNegotiator", 4.0), "linear": ("LinearTBNegotiator", 1.0), "conceder": ("ConcederTBNegotiator", 0.25)}
RUNS = [
    ("boulware", "conceder", 100), ("boulware", "boulware", 100), ("linear", "linear", 100), ("micro", "micro", 100),
    ("hybrid", "boulware", 100), ("boulware", "conceder", 1000), ("boulware", "boulware", 1000), ("tough", "tough", 1000),
]


def again_with_negmas():
    """Runs this script in an environment that has NegMAS."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([sys.executable, "-m", "venv", folder], check=True)
        python = pathlib.Path(folder) / "bin" / "python"
        subprocess.run([python, "-m", "pip", "install", "-q", "negmas==0.16.0"], check=True)
        return subprocess.run([python, __file__, *sys.argv[1:]]).returncode


def tables(chance, opposed):
    first = [[chance.random() for _ in range(OPTIONS)] for _ in range(ISSUES)]
    second = [[1 - value for value in row] for row in first] if opposed else [[chance.random() for _ in range(OPTIONS)] for _ in range(ISSUES)]
    weighed = []
    for values in (first, second):
        weights = [chance.random() for _ in range(ISSUES)]
        weighed.append([[value * weight / sum(weights) for value in row] for row, weight in zip(values, weights)])
    return weighed


def agent(name, party):
    if name in CURVES:
        curve = {"kind": "poly", "max": 1.0, "exponent": CURVES[name][1]}
        return {"party": party, "strategy": "time", "curve": curve, "eps": 1e-4, "space": "rational"}
    return {"party": party, "strategy": name, **({"repeat": "last"} if name == "micro" else {})}


def record(worths):
    return {
        "scenario": {
            "issues": [{"name": f"i{k}", "values": [f"v{v}" for v in range(OPTIONS)]} for k in range(ISSUES)],
            "parties": [{"name": f"p{i}", "reserve": 0.0, "tables": table} for i, table in enumerate(worths)],
        },
        "runs": [
            {"id": f"{a} and {b}, {steps}", "n_steps": steps, "agents": [agent(a, 0), agent(b, 1)]} for a, b, steps in RUNS
        ],
    }


def rival(worths, names, steps):
    """One negotiation of NegMAS: seconds, steps and agreement."""
    import negmas.sao as sao
    from negmas import make_issue, make_os
    from negmas.preferences import LinearAdditiveUtilityFunction
    from negmas.preferences.value_fun import TableFun

    classes = {"micro": "MiCRONegotiator", "hybrid": "HybridNegotiator", "tough": "ToughNegotiator"}
    space = make_os([make_issue(list(range(OPTIONS)), name=f"i{k}") for k in range(ISSUES)])
    began = time.process_time()
    mechanism = sao.SAOMechanism(outcome_space=space, n_steps=steps)
    for table, name in zip(worths, names):
        values = [TableFun(dict(enumerate(row))) for row in table]
        worth = LinearAdditiveUtilityFunction(values=values, weights=[1.0] * ISSUES, outcome_space=space, reserved_value=0.0)
        party = getattr(sao, CURVES[name][0] if name in CURVES else classes[name])()
        mechanism.add(party, ufun=worth)
    state = mechanism.run()
    seconds = time.process_time() - began
    return seconds, state.step, None if state.agreement is None else [int(value) for value in state.agreement]


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--repeat", type=int, default=3, help="how often each negotiation of NegMAS is held")
    options.add_argument("--timed", default=ROOT / "target/release/examples/timed", help="the example of detente-talks")
    options = options.parse_args()
    if importlib.util.find_spec("negmas") is None:
        return again_with_negmas()
    warnings.filterwarnings("ignore")
    same = True
    print("| scenario | talks, rounds | NegMAS | Detente | ratio | the same end |\n|---|---|---|---|---|---|")
    for kind in ("opposed", "random"):
        worths = tables(random.Random(1), kind == "opposed")
        with tempfile.TemporaryDirectory() as folder:
            file = pathlib.Path(folder) / "talks.json"
            file.write_text(json.dumps(record(worths)))
            output = subprocess.run([options.timed, file], check=True, capture_output=True, text=True).stdout
        told = {line["id"]: line for line in map(json.loads, output.splitlines())}
        for a, b, steps in RUNS:
            name = f"{a} and {b}, {steps}"
            held = [rival(worths, (a, b), steps) for _ in range(options.repeat)]
            seconds, own = min(seconds for seconds, *_ in held), told[name]
            # Where MiCRO has to repeat an offer, NegMAS draws one by chance: steps and agreement then hang on it.
            agrees = any(end == own["agreement"] for _, _, end in held)
            same &= agrees
            ratio = seconds / own["seconds"]
            print(f"| {kind} | {name} | {seconds:.3f} s | {own['seconds'] * 1e6:.1f} µs | {ratio:,.0f} | {'yes' if agrees else 'no'} |")
        print(f"| {kind} | read and sorted, once | in each | {told['scenario']['seconds'] * 1e3:.2f} ms | | |")
    return 0 if same else 1


if __name__ == "__main__":
    sys.exit(main())
