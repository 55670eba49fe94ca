"""Holds the general record of how long agreements last against what happened.

    python3 bench/validity/durability.py --data FOLDER [--fit]

FOLDER has `ethprio_ceasefires.csv`, `fortna_civil_1989_2004.csv` and `pad_agreements.csv`; a file that is not there is left out. What is shipped
(`crates/detente-durability/src/baselines.toml`) is scored as it stands by the same formula that the crate has, in plain Python; the same model fitted anew without
the country that is told about needs numpy and scipy (`durability_fit.py`). `--fit` writes the shipped file anew to standard output instead. Intervals are the middle 95 % of 1,000
samples drawn from countries. Ends with 75 where there is no file, or no numpy and scipy.
"""

import argparse
import collections
import csv
import datetime
import math
import pathlib
import random
import sys
import tomllib

SAMPLES = 1000
DAYS = (30, 90, 180, 365)
SHIPPED = pathlib.Path(__file__).resolve().parents[2] / "crates/detente-durability/src/baselines.toml"
# Brier scores of "broken by day t", one country left out: each class's own share (the figures to beat), and everybody's share.
AIMS = {30: 0.162, 90: 0.191, 180: 0.203, 365: 0.209}
# The last day that the record of ceasefires covers.
LAST_DAY = datetime.date(2020, 12, 31)
CLASSES = {"1": "cessation", "2": "preliminary", "3": "definitive"}
ORDER = ("cessation", "preliminary", "definitive", "truce", "treaty", "without-peacekeepers", "with-peacekeepers", "peace-agreement")
# Half a day: what began and ended on one date lasted less than a day and more than nothing.
LEAST = 0.5


def table(folder, name):
    file = folder / name
    if not file.exists():
        return []
    with file.open(newline="", encoding="utf-8") as text:
        return list(csv.DictReader(text))


def date(text):
    return datetime.date.fromisoformat(text) if text else None


def spell(days, broke, group, place, **more):
    return {"days": max(float(days), LEAST), "kind": "broke" if broke else "held", "class": group, "place": place, **more}


def ceasefires(folder):
    """Ceasefires of two sides or more without a day on which they end by agreement. An unclear end lies somewhere until the next ceasefire of the same dyad."""
    rows = table(folder, "ethprio_ceasefires.csv")
    begun = collections.defaultdict(set)
    for row in rows:
        start = date(row["start"]) or date(row["decl"])
        row["from"] = start
        if start:
            begun[row["location"], row["ucdp_dyad"]].add(start)
    spells = []
    for row in rows:
        if row["side"] not in ("2", "3") or row["fixed"] != "0":
            continue
        group, place, start = CLASSES[row["ceasefire_class"]], row["location"], row["from"]
        if row["ended"] != "-1":
            if row["ended"] == "0" and start:
                spells.append(spell((LAST_DAY - start).days, False, group, place))
            elif row["days"]:
                spells.append(spell(row["days"], row["ev"] == "1", group, place, clear_end=True))
        elif start and start < LAST_DAY:
            later = [other for other in begun[place, row["ucdp_dyad"]] if other > start]
            spells.append({"days": float((min([*later, LAST_DAY]) - start).days), "kind": "unclear", "class": group, "place": place})
    return spells


def wars(folder, by):
    """Civil wars that ended without a victory, until war again: by truce and treaty, or without and with peacekeepers."""
    spells = []
    for row in table(folder, "fortna_civil_1989_2004.csv"):
        if row["victory"] != "0.0":
            continue
        if by == "peacekeepers":
            group = {"0.0": "without-peacekeepers", "1.0": "with-peacekeepers"}.get(row["pk_dumC"])
        else:
            group = "treaty" if row["treaty"] == "1.0" else "truce" if row["truce"] == "1.0" else None
        if group:
            spells.append(spell(row["days"], row["ev"] == "1", group, row["cname"].split("-")[0]))
    return spells


def agreements(folder, by="all"):
    """Peace agreements between a government and a movement, until they fell through."""
    spells = []
    for row in table(folder, "pad_agreements.csv"):
        group = "peace-agreement" if by == "all" else "with the clause" if row["pko"] == "1" else "without the clause"
        spells.append(spell(row["days"], row["ev"] == "1", group, row["conflict_name"].split(":")[0]))
    return spells


SETS = {
    "ceasefires": ceasefires,
    "wars": lambda folder: wars(folder, "outcome"),
    "wars-peacekeepers": lambda folder: wars(folder, "peacekeepers"),
    "agreements": agreements,
}


def classes(spells):
    return [group for group in ORDER if any(row["class"] == group for row in spells)]


def share_broken(spells):
    """Of the clear ends, how many were breaks and not replacements or fulfilments: what an unclear end is taken for."""
    ends = [row for row in spells if row.get("clear_end")]
    return sum(row["kind"] == "broke" for row in ends) / len(ends) if ends else 0.0


COUNTED = (("broken on the first day", "broke"), ("held throughout", "held"))


def decided(spells, kind):
    """The same with every unclear end counted one way: broken at once, or held beyond every day that is told."""
    return [{**row, "kind": kind, "days": LEAST if kind == "broke" else DAYS[-1] + 1.0} if row["kind"] == "unclear" else row for row in spells]


def kaplan_meier(spells, day):
    """Survival on a day with its 95 % interval by Greenwood's formula on the scale of log minus log."""
    clear = [row for row in spells if row["kind"] != "unclear"]
    left, doubt = 1.0, 0.0
    for at in sorted({row["days"] for row in clear if row["kind"] == "broke" and row["days"] <= day}):
        risk = sum(row["days"] >= at for row in clear)
        broke = sum(row["kind"] == "broke" and row["days"] == at for row in clear)
        left *= 1 - broke / risk
        doubt += broke / (risk * (risk - broke)) if risk > broke else math.inf
    if not 0 < left < 1:
        return left, left, left
    width = 1.96 * math.sqrt(doubt) / abs(math.log(left))
    return left, left ** math.exp(width), left ** math.exp(-width)


# Equal steps over fourteen deviations: exact to nine digits where the curve is smooth, and no table is needed.
STEPS = [-7 + 14 * i / 200 for i in range(201)]
WEIGHTS = [math.exp(-z * z / 2) for z in STEPS]


def survival(law, day):
    """The formula of the crate: location, spread and spread between places, of the logarithm of the life in days."""
    def left(z):
        return math.erfc(z / math.sqrt(2)) / 2 if law["form"] == "lognormal" else math.exp(-math.exp(min(z, 700)))
    m, s, between = law["location"], law["spread"], law["between"]
    if law["form"] == "lognormal":
        return left((math.log(day) - m) / math.hypot(s, between))
    if between == 0:
        return left((math.log(day) - m) / s)
    return sum(w * left((math.log(day) - m - between * z) / s) for z, w in zip(STEPS, WEIGHTS)) / sum(WEIGHTS)


def outcome(row, day):
    """Whether it was broken by a day; none where nobody can say."""
    if row["kind"] == "unclear":
        return None
    if row["kind"] == "broke" and row["days"] <= day:
        return 1.0
    return 0.0 if row["days"] > day else None


def sampled(rows):
    """A mean of (place, figure), with the interval that drawing places anew leaves."""
    by = collections.defaultdict(list)
    for place, figure in rows:
        by[place].append(figure)
    groups = list(by.values())
    chance = random.Random(1)
    drawn = []
    for _ in range(SAMPLES):
        some = [figure for group in chance.choices(groups, k=len(groups)) for figure in group]
        drawn.append(sum(some) / len(some))
    drawn.sort()
    return sum(figure for _, figure in rows) / len(rows), drawn[SAMPLES // 40], drawn[-1 - SAMPLES // 40]


def told(name, rows, beside=""):
    middle, low, high = sampled(rows)
    print(f"  {name:<46} {middle:6.3f}   ({low:.3f} to {high:.3f})   {beside}".rstrip())


def others(spells, day, place, group=None):
    """The share that broke elsewhere, of one class or of all."""
    known = [outcome(row, day) for row in spells if row["place"] != place and group in (None, row["class"])]
    known = [y for y in known if y is not None]
    return sum(known) / len(known) if known else 0.5


def brier(spells, day, chance):
    return [(row["place"], (chance(row) - outcome(row, day)) ** 2) for row in spells if outcome(row, day) is not None]


def scores(name, spells, laws, fitted, aims):
    clear = [row for row in spells if row["kind"] != "unclear"]
    places = sorted({row["place"] for row in clear})
    left_out = {form: {place: fitted(form, [row for row in spells if row["place"] != place]) for place in places} for form in ("lognormal", "weibull", "constant")} if fitted else {}
    print(f"\nBrier of \"broken by day t\": {name}, {len(clear)} with a clear end in {len(places)} countries")
    for day in DAYS:
        aim = f"aim: below {AIMS[day]}" if aims else ""
        print(f" day {day}, {sum(outcome(row, day) is not None for row in spells)} known")
        told("base rate elsewhere", brier(spells, day, lambda row: others(spells, day, row["place"])))
        told("share of the class elsewhere", brier(spells, day, lambda row: others(spells, day, row["place"], row["class"])))
        for form, by_place in left_out.items():
            told(f"{form}, fitted elsewhere", brier(spells, day, lambda row: 1 - survival(by_place[row["place"]][row["class"]], day)), aim)
        for form in ("lognormal", "weibull", "constant"):
            told(f"{form}, as shipped", brier(spells, day, lambda row: 1 - survival(laws[form, row["class"]], day)), "seen in fitting, if the same file")
        if len(clear) < len(spells):
            for words, kind in COUNTED:
                counted = [row for row in decided(spells, kind) if row["place"] in places]
                told(f"every unclear end {words}", brier(counted, day, lambda row: others(counted, day, row["place"])), "base rate of the same")
                if "lognormal" in left_out:
                    told("  lognormal, fitted elsewhere", brier(counted, day, lambda row: 1 - survival(left_out["lognormal"][row["place"]][row["class"]], day)))


def curves(name, spells, laws):
    print(f"\nSurvival: {name}")
    unclear = sum(row["kind"] == "unclear" for row in spells)
    if unclear:
        print(f"  {unclear} of {len(spells)} ends are unclear; of the clear ones {share_broken(spells):.2f} were breaks")
    for group in classes(spells):
        some = [row for row in spells if row["class"] == group]
        print(f"  {group}, {sum(row['kind'] != 'unclear' for row in some)} clear, {sum(row['kind'] == 'broke' for row in some)} broke")
        print("    Kaplan-Meier, clear ends         " + "   ".join("{:.2f} ({:.2f}-{:.2f})".format(*kaplan_meier(some, day)) for day in DAYS))
        if len(some) > sum(row["kind"] != "unclear" for row in some):
            for words, kind in COUNTED:
                counted = decided(some, kind)
                print(f"    unclear: {words:<24}" + "   ".join(f"{kaplan_meier(counted, day)[0]:.2f}            " for day in DAYS).rstrip())
        for form in ("lognormal", "weibull", "constant"):
            law = laws[form, group]
            print(f"    {form:<33}" + "   ".join(f"{survival(law, day):.2f}            " for day in DAYS).rstrip())


def cox(spells, treated):
    """A hazard ratio by partial likelihood (Cox 1972, ties by Breslow 1974) with its 95 % interval: Newton's method."""
    rows = sorted(((row["days"], row["kind"] == "broke", float(row["class"] == treated)) for row in spells if row["kind"] != "unclear"), reverse=True)
    beta = 0.0
    for _ in range(60):
        slope = bend = total = with_it = 0.0
        i = 0
        while i < len(rows):
            together = [row for row in rows[i:] if row[0] == rows[i][0]]
            i += len(together)
            for _, _, x in together:
                total += math.exp(beta * x)
                with_it += x * math.exp(beta * x)
            mean = with_it / total
            for _, broke, x in together:
                if broke:
                    slope += x - mean
                    bend += mean * (1 - mean)
        if bend <= 0:
            return None
        step = max(-1.0, min(1.0, slope / bend))
        beta += step
        if abs(step) < 1e-10:
            break
    doubt = 1.96 / math.sqrt(bend)
    return math.exp(beta), math.exp(beta - doubt), math.exp(beta + doubt)


RATIOS = (
    ("treaty against truce", lambda folder: wars(folder, "outcome"), ("truce", "treaty"), "0.48 (0.28-0.83)"),
    ("peacekeepers at any time, no victory", lambda folder: wars(folder, "peacekeepers"), ("without-peacekeepers", "with-peacekeepers"), "0.40"),
    ("a clause on peacekeepers in the text", lambda folder: agreements(folder, "clause"), ("without the clause", "with the clause"), "1.19 (0.73-1.94)"),
    ("preliminary against cessation", ceasefires, ("cessation", "preliminary"), "0.78 (0.47-1.29)"),
    ("definitive against preliminary", ceasefires, ("preliminary", "definitive"), "0.19 (0.09-0.39)"),
)


def ratios(folder):
    print("\nHazard ratios, with 95 % intervals; beside them what the whole of each set gave")
    for name, rows, pair, whole in RATIOS:
        some = [row for row in rows(folder) if row["class"] in pair]
        found = cox(some, pair[1]) if some else None
        if found:
            print(f"  {name:<46} {found[0]:6.2f}   ({found[1]:.2f} to {found[2]:.2f})   whole set: {whole}")


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--data", required=True, type=pathlib.Path)
    arguments.add_argument("--fit", action="store_true", help="write the shipped file anew")
    arguments = arguments.parse_args()
    sets = {name: spells for name, read in SETS.items() if (spells := read(arguments.data))}
    if not sets:
        print(f"NOT RUN: no record of agreements in {arguments.data}")
        return 75
    try:
        import durability_fit
    except ImportError:
        durability_fit = None
    if arguments.fit:
        if durability_fit is None:
            print("NOT RUN: fitting needs numpy and scipy", file=sys.stderr)
            return 75
        print(durability_fit.written(sets), end="")
        return 0
    laws = {(law["form"], law["class"]): law for law in tomllib.loads(SHIPPED.read_text(encoding="utf-8"))["baselines"]}
    for name, spells in sets.items():
        curves(name, spells, laws)
    for name, spells in sets.items():
        # Both tables on wars are of the same wars, so they are scored once.
        if name == "wars-peacekeepers":
            continue
        fitted = (lambda form, rows, name=name: durability_fit.laws(name, form, rows)) if durability_fit else None
        scores(name, spells, laws, fitted, name == "ceasefires")
    ratios(arguments.data)
    if durability_fit is None:
        print("\nNOT RUN: one country left out, which needs numpy and scipy")
        return 75
    return 0


if __name__ == "__main__":
    sys.exit(main())
