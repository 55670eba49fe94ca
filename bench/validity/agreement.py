"""How far two codings of the same case agree: the case file, and `second-coding.toml` beside it, by somebody who saw a page without names only.

    python3 bench/validity/agreement.py                     # every case that has a second coding; says which have none

Told for each case and over all: the rank correlation (Kendall's tau-b) of the importance of the issues, that (Spearman's rho) of what the options are worth, at the
middle of each range, and the share of ranges that overlap (options; no deal; the chance that a red line is meant, against its prior). What both fix at 0 and 1 because it is a
side's own demand and its opposite agrees by construction, so that the correlation and the overlap are also told without it. The intervals resample cases (2,000 times, seed 1),
and with fewer than three cases there is none.
"""

import argparse
import json
import pathlib
import random
import sys
import tomllib

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
import forecast as forecasts

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
LETTERS = "abcdefghijklmnopqrstuvwxyz"
SEATS = "UVWXYZ"


def span(number):
    """Low and high of a number or a range."""
    return (number[0], number[-1]) if isinstance(number, list) else (number, number)


def middle(number):
    return number[1] if isinstance(number, list) and len(number) == 3 else sum(span(number)) / 2


def overlap(one, other):
    (low, high), (least, most) = span(one), span(other)
    return low <= most and least <= high


def places(order):
    """The place of each issue in an order of importance; those that tie share the mean of theirs."""
    found, next_place = {}, 1
    for group in order:
        group = group if isinstance(group, list) else [group]
        for issue in group:
            found[issue] = next_place + (len(group) - 1) / 2
        next_place += len(group)
    return found


def kendall(pairs):
    """Kendall's tau-b of pairs of numbers; None where one side ties everything."""
    alike = apart = ties_one = ties_other = 0
    for i, (a, b) in enumerate(pairs):
        for c, d in pairs[i + 1:]:
            one, other = a - c, b - d
            if one * other > 0:
                alike += 1
            elif one * other < 0:
                apart += 1
            elif one == 0 and other != 0:
                ties_one += 1
            elif other == 0 and one != 0:
                ties_other += 1
    root = ((alike + apart + ties_one) * (alike + apart + ties_other)) ** 0.5
    return (alike - apart) / root if root else None


def ranked(numbers):
    order = sorted(numbers)
    return [(order.index(n) + 1 + len(order) - order[::-1].index(n)) / 2 for n in numbers]


def spearman(pairs):
    """Spearman's rho of pairs of numbers; None where one side is constant."""
    if len(pairs) < 2:
        return None
    one, other = (ranked(side) for side in zip(*pairs))
    mean = (len(pairs) + 1) / 2
    above = sum((a - mean) * (b - mean) for a, b in zip(one, other))
    below = (sum((a - mean) ** 2 for a in one) * sum((b - mean) ** 2 for b in other)) ** 0.5
    return above / below if below else None


def worths(position, issue_id, options):
    """What each option is worth, as the case says it, or None."""
    table = position.get(issue_id)
    if table is None:
        return None
    if "values" in table:
        return [table["values"][str(option) if str(option) in table["values"] else option] for option in options]
    if "points" in table:
        at = {point[0]: point[1] for point in table["points"]}
        return [at.get(option) for option in options]
    ideal, worst = middle(table["ideal"]), middle(table["worst"])
    return [min(1, max(0, (option - worst) / (ideal - worst))) for option in options]


def comparison(case, second, never):
    """What both codings say of the same things, side by side."""
    principals = [party for party, table in case["parties"].items() if table["role"] == "principal"]
    issues = list(case["issues"])
    number_of = {str(place): issue for place, issue in enumerate(issues, start=1)}
    found = {"importance": [], "options": [], "no_deal": [], "meant": []}
    for seat, party in zip(SEATS, principals):
        position, other = case["positions"][party], second[seat]
        found["no_deal"].append((position["no_deal"], other["no_deal"]))
        if "importance" in position:
            ours, theirs = places(position["importance"]), places(other["importance"])
            both = [(ours[issue], theirs[number]) for number, issue in number_of.items() if issue in ours and number in theirs]
            found["importance"].append(both)
        for number, issue in number_of.items():
            options = forecasts.options_of(issue, case["issues"][issue])
            ours, theirs = worths(position, issue, options), other["values"].get(number)
            if ours is not None and theirs is not None:
                found["options"] += [(one, theirs[LETTERS[place]]) for place, one in enumerate(ours) if one is not None]
        for letter, proposition in never.get(seat, {}).items():
            if letter in other.get("meant", {}):
                found["meant"].append((case["propositions"][proposition]["prior"], other["meant"][letter]))
    return found


def figures(found):
    """The figures of one case, or of several put together."""
    def mean(numbers):
        numbers = [number for number in numbers if number is not None]
        return sum(numbers) / len(numbers) if numbers else None
    between = [(a, b) for a, b in found["options"] if not (a in (0, 1) and b in (0, 1))]
    def share(pairs):
        return mean([float(overlap(a, b)) for a, b in pairs])
    return {
        "importance, tau-b (mean over parties)": mean([kendall(pairs) for pairs in found["importance"]]),
        "options, rho": spearman([(middle(a), middle(b)) for a, b in found["options"]]),
        "options between the ends, rho": spearman([(middle(a), middle(b)) for a, b in between]),
        "options, ranges that overlap": share(found["options"]),
        "options between the ends, ranges that overlap": share(between),
        "no deal, ranges that overlap": share(found["no_deal"]),
        "red lines, ranges that overlap": share(found["meant"]),
    }


def together(several):
    return {key: [pair for found in several for pair in found[key]] for key in several[0]}


def main():
    reads = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    reads.add_argument("--json", action="store_true")
    words = reads.parse_args()
    pages = tomllib.loads((pathlib.Path(__file__).parent / "second/pages.toml").read_text())
    compared, without, known = {}, [], []
    for page in pages.values():
        folder = ROOT / "cases" / page["case"]
        file = folder / "second-coding.toml"
        if not file.exists():
            without.append(page["case"])
            continue
        second = tomllib.loads(file.read_text())
        if second.get("recognised", False) is not False:
            known.append(page["case"])
        compared[page["case"]] = comparison(tomllib.loads((folder / "case.toml").read_text()), second, page["never"])
    told = {name: figures(found) for name, found in compared.items()}
    if compared:
        told["all"] = figures(together(list(compared.values())))
    if len(compared) >= 3:
        chance, drawn = random.Random(1), []
        for _ in range(2000):
            drawn.append(figures(together(chance.choices(list(compared.values()), k=len(compared)))))
        told["all, 95 %"] = {}
        for key in drawn[0]:
            numbers = sorted(one[key] for one in drawn if one[key] is not None)
            told["all, 95 %"][key] = [numbers[int(len(numbers) * 0.025)], numbers[int(len(numbers) * 0.975)]] if numbers else None
    if words.json:
        print(json.dumps({"agreement": told, "recognised": known, "without": without}, indent=2))
        return 0
    for name, row in told.items():
        print(name + (" (recognised by the second coder)" if name in known else ""))
        for key, value in row.items():
            shown = "–" if value is None else " to ".join(f"{n:.2f}" for n in value) if isinstance(value, list) else f"{value:.2f}"
            print(f"  {key:48} {shown}")
    if without:
        print("no second coding: " + ", ".join(without))
    return 0


if __name__ == "__main__":
    sys.exit(main())
