"""Says what the cases whose end is known look like where their doubtful red lines are written as red lines. Seen afterwards: no forecast is made anew.

    python3 bench/validity/red_lines.py --detente target/release/detente

The cases were coded when a red line that may not be meant could not be said: it is a cost of 1 that hangs on an open question. Here each such cost becomes
`never = [{ option = …, if = "the question" }]`, with the same question, prior and claims; and once more with a question for each side, whether it is ready to settle ([0.3, 0.7]), on
which all its lines depend as well (`unless`). Printed: in which share of the worlds a deal exists, and whether the issue that historians name first is among the first two named: as sealed, by the issues on which
a concession helps; and by the red lines and other conditions that block most often.
"""

import argparse
import json
import pathlib
import re
import sys
import tempfile
import tomllib

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
import forecast as forecasts

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent


def costs(case):
    """(side, issue, options, question) of every cost of 1 that hangs on an open question and on one issue alone."""
    for name, proposition in case.get("propositions", {}).items():
        for path in dict.fromkeys([*proposition.get("when_true", {}), *proposition.get("when_false", {})]):
            found = re.fullmatch(r"interactions\[(\d+)\]\.value", path)
            rule = found and case["interactions"][int(found[1]) - 1]
            if rule and len(rule["when"]) == 1:
                [(issue, options)] = rule["when"].items()
                yield rule["of"], issue, options if isinstance(options, list) else [options], name


def recoded(text, ready):
    """The case with its doubtful red lines as such."""
    case = tomllib.loads(text)
    lines, sides = {}, []
    for side, issue, options, question in costs(case):
        for option in options:
            beside = f', unless = "ready_{side}"' if ready else ""
            lines.setdefault((side, issue), {}).setdefault(json.dumps(option, ensure_ascii=False), f'if = "{question}"{beside}')
            sides += [side] if side not in sides else []
    # The costs are taken away, and the questions amend nothing any more.
    text = re.sub(r"^when_(true|false) = \{ \"interactions\[.*\n", "", text, flags=re.M)
    text = re.sub(r"(\[\[interactions\]\]\n(?:(?!\n\n).)*?value = )-1\n", r"\g<1>0\n", text, flags=re.S)
    for (side, issue), options in lines.items():
        written = "never = [" + ", ".join(f"{{ option = {option}, {rests} }}" for option, rests in options.items()) + "]\n"
        head = f"[positions.{side}.{issue}]\n"
        if head in text:
            text = text.replace(head, head + written, 1)
        else:
            text += f"\n{head}{written}"
    if ready:
        text += "".join(f'\n[propositions.ready_{side}]\ntext = "{side} is ready to settle"\nprior = [0.3, 0.7]\n' for side in sides)
    return text


def told(detente, folder):
    """The share of worlds with a deal, the issues by concession, and the issues of the red lines that block most often."""
    deals = forecasts.asked(detente, "deals", folder, "--draws", forecasts.DRAWS, "--seed", forecasts.SEED)["deals"]
    conditions = deals["blockers"]["conditions"]
    conditions.sort(key=lambda c: -c["only"]["value"] - c["one_of_several"]["value"])
    lines = list(dict.fromkeys(c["issue"] for c in conditions if c["issue"]))
    # Where red lines leave nothing else there is no margin to widen.
    deals["central"]["sticking_points"] = [point for point in deals["central"]["sticking_points"] if point["margin_after"] is not None]
    return deals["zone_probability"]["value"], forecasts.issues_in_the_way(deals["central"]), lines


def main():
    reads = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    reads.add_argument("--detente", type=pathlib.Path, default=ROOT / "target/release/detente")
    words = reads.parse_args()
    kept = [path.parent for path in sorted((ROOT / "cases").glob("*/outcome.toml"))]
    brier, hits, lined, n = [0.0] * 3, [0] * 3, [0] * 3, 0
    for folder in kept:
        text = (folder / "case.toml").read_text()
        outcome = tomllib.loads((folder / "outcome.toml").read_text())
        first = outcome["in_the_way"][0]
        row = []
        for place, version in enumerate((text, recoded(text, False), recoded(text, True))):
            with tempfile.TemporaryDirectory() as made:
                (pathlib.Path(made) / "case.toml").write_text(version)
                deal, named, lines = told(words.detente, pathlib.Path(made))
            brier[place] += (deal - outcome["agreed"]) ** 2
            hits[place] += first in named[:2]
            lined[place] += first in lines[:2]
            row.append(f"{deal:.2f} {', '.join(named[:2])} | {', '.join(lines[:2]) or '–'}")
        n += 1
        print(f"{folder.name:<22} {'agreed' if outcome['agreed'] else 'failed':<7} historians: {first:<12} " + "  ‖  ".join(row), flush=True)
    for name, place in (("as sealed", 0), ("as red lines", 1), ("and ready to settle", 2)):
        print(f"{name:<22} Brier {brier[place] / n:.3f}; first in the way among the first two issues by concession {hits[place]} of {n}, among those of the red lines that block {lined[place]}")


if __name__ == "__main__":
    main()
