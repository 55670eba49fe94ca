"""How far the weights of claims would have to be moved for the dated questions: one exponent on all likelihood ratios, or one each for two kinds of claim.

With s the shift of the log-odds that the engine reports for a question and p₀ its prior, `logit p = logit p₀ + e · s`: e = 1 is what is shipped, 0 says that claims tell nothing, below 0 that
they mislead. Two ways:

* by likelihood, e free, with a wide normal prior around 1 (deviation 3), so that samples in which it could run off stay finite; intervals by drawing subjects anew;
* the convention: e above 0, since a claim for something is not evidence against it; before the data ln e is normal around 0 with deviation ln 3, as wide as the bands of Jeffreys (1961) from which
  the table's ratios are taken. Its median and 95 % after the data, each question counting once.

Used by `outlook.py`; plain Python.
"""

import collections
import datetime
import math
import pathlib
import random
import tomllib

from outlook import brier, chance_of, nats, odds, sampled, told as line

KEPT = pathlib.Path(__file__).resolve().parent / "outlook-convention.toml"

SAMPLES = 1000
WIDE = 3.0
# What the kept-back third is drawn with.
SEED = 1


def whole(question):
    return [sum(shift for shift, _ in question["shifts"])]


def by_grade(question):
    """Grounds read like `moderate, B2`."""
    good = sum(shift for shift, ground in question["shifts"] if ground.split(", ")[-1][0] in "AB")
    return [good, sum(shift for shift, _ in question["shifts"]) - good]


def by_strength(question):
    weak = sum(shift for shift, ground in question["shifts"] if ground.startswith("weak"))
    return [weak, sum(shift for shift, _ in question["shifts"]) - weak]


def with_level(question):
    return [*whole(question), 1.0]


# A name, what is multiplied by an exponent each, the names of these, and where each starts (what is shipped).
FITS = (
    ("one exponent", whole, ("all claims",), (1.0,)),
    ("by grade", by_grade, ("graded A or B", "graded C or below"), (1.0, 1.0)),
    ("by strength", by_strength, ("weak", "moderate or strong"), (1.0, 1.0)),
    ("one exponent, and the level of the priors", with_level, ("all claims", "level, in log-odds"), (1.0, 0.0)),
)


def predicted(question, parts, exponents):
    return chance_of(odds(question["prior"]) + sum(e * x for e, x in zip(exponents, parts(question))))


def fitted(asked, parts, start):
    """The exponents of most likelihood: Newton's method, halving steps that make it worse."""
    rows = [(odds(q["prior"]), parts(q), q["happened"]) for q in asked]

    def loss(at):
        plain = sum(nats(chance_of(base + sum(e * x for e, x in zip(at, xs))), y) for base, xs, y in rows)
        return plain + sum((e - s) ** 2 for e, s in zip(at, start)) / (2 * WIDE**2)
    at, now = list(start), loss(start)
    for _ in range(60):
        slope = [(e - s) / WIDE**2 for e, s in zip(at, start)]
        bend = [[(i == j) / WIDE**2 for j in range(len(at))] for i in range(len(at))]
        for base, xs, y in rows:
            p = chance_of(base + sum(e * x for e, x in zip(at, xs)))
            for i, x in enumerate(xs):
                slope[i] += (p - y) * x
                for j, other in enumerate(xs):
                    bend[i][j] += p * (1 - p) * x * other
        if len(at) == 1:
            step = [slope[0] / bend[0][0]]
        else:
            (a, b), (c, d) = bend
            det = a * d - b * c
            step = [(d * slope[0] - b * slope[1]) / det, (a * slope[1] - c * slope[0]) / det]
        size = 1.0
        while size > 1e-6 and loss([e - size * s for e, s in zip(at, step)]) > now:
            size /= 2
        at = [e - size * s for e, s in zip(at, step)]
        now = loss(at)
        if max(abs(size * s) for s in step) < 1e-9:
            break
    return at


# The exponents that are weighed up for the convention, evenly spaced in their logarithm, and how far around 1 they are likely before the data.
GRID = [math.exp(-5 + 7 * step / 280) for step in range(281)]
BEFORE = math.log(3)


def convention(asked):
    """Median and 95 % of an exponent above 0."""
    rows = [(odds(q["prior"]), whole(q)[0], q["happened"]) for q in asked]
    logs = [-sum(nats(chance_of(base + e * x), y) for base, x, y in rows) - (math.log(e) / BEFORE) ** 2 / 2 for e in GRID]
    weights = [math.exp(one - max(logs)) for one in logs]
    marks, found, below = (0.025, 0.5, 0.975), [], 0.0
    for e, weight in zip(GRID, weights):
        below += weight / sum(weights)
        while len(found) < len(marks) and below >= marks[len(found)]:
            found.append(e)
    low, middle, high = found
    return middle, low, high


def by_convention(asked, *_):
    return [convention(asked)[0]]


def in_force():
    """What the table that the engine reckons with has been moved by already."""
    return tomllib.loads(KEPT.read_text(encoding="utf-8"))["in_force"] if KEPT.exists() else 1.0


def groups_of(asked):
    by = collections.defaultdict(list)
    for question in asked:
        by[question["group"]].append(question)
    return list(by.values())


def intervals(asked, parts, start):
    """The middle 95 % of each exponent where the subjects are drawn anew."""
    groups, chance = groups_of(asked), random.Random(1)
    drawn = [fitted([q for group in chance.choices(groups, k=len(groups)) for q in group], parts, start) for _ in range(SAMPLES)]
    return [(lambda one: (one[SAMPLES // 40], one[-1 - SAMPLES // 40]))(sorted(values)) for values in zip(*drawn)]


def left_out(asked, parts, start, fit=fitted):
    """Each question's chance by exponents fitted on the other subjects."""
    found = {}
    for group in sorted({q["group"] for q in asked}):
        exponents = fit([q for q in asked if q["group"] != group], parts, start)
        found |= {q["name"]: predicted(q, parts, exponents) for q in asked if q["group"] == group}
    return found


def kept_back(asked):
    """Two thirds of the questions to fit on and one to try it on, whole subjects each."""
    groups = sorted(groups_of(asked), key=lambda group: group[0]["group"])
    random.Random(SEED).shuffle(groups)
    back = []
    while groups and len(back) < len(asked) / 3:
        back += groups.pop()
    return [q for group in groups for q in group], back


def told(asked):
    asked = [q for q in asked if q["shifts"]]
    if len({q["group"] for q in asked}) < 3:
        print("\nHow far the weights would have to be moved: not fitted, which needs questions with claims on three subjects")
        return
    print(f"\nHow far the weights would have to be moved: {len(asked)} questions with claims, each once; 1 is what is shipped")
    for name, parts, names, start in FITS:
        exponents, spans = fitted(asked, parts, start), intervals(asked, parts, start)
        for part, exponent, (low, high) in zip(names, exponents, spans):
            line(f"{name}: {part}", (exponent, low, high))
    line("convention: one exponent above 0", convention(asked))
    read = [{**q, "shifts": [shift for shift, claim in zip(q["shifts"], q["claims"]) if "at" in claim]} for q in asked]
    print(f"  one exponent, facts known from memory left out {fitted(read, whole, (1.0,))[0]:6.3f}")
    singles = {group[0]["group"]: fitted([q for q in asked if q["group"] != group[0]["group"]], whole, (1.0,))[0] for group in groups_of(asked)}
    least, most = min(singles, key=singles.get), max(singles, key=singles.get)
    print(f"  one exponent, one subject left out: from {singles[least]:.2f} (without {least}) to {singles[most]:.2f} (without {most})")
    collections_of = lambda q: {key.split("/")[0].split(" ")[0] for key in q["keys"]}
    for name in sorted(set().union(*map(collections_of, asked))):
        some = [q for q in asked if collections_of(q) != {name}]
        if len({q["group"] for q in some}) > 2:
            line(f"convention, without the questions of {name}", convention(some))
    print(" on subjects left out, Brier and nats")
    for score in (brier, nats):
        line(f"as shipped ({score.__name__})", sampled(asked, lambda q: score(q["said"], q["happened"])))
        for name, parts, start, fit in [(name, parts, start, fitted) for name, parts, _, start in FITS] + [("convention", whole, (1.0,), by_convention)]:
            found = left_out(asked, parts, start, fit)
            line(f"{name} ({score.__name__})", sampled(asked, lambda q: score(found[q["name"]], q["happened"])))
            line(f"  less as shipped ({score.__name__})", sampled(asked, lambda q: score(found[q["name"]], q["happened"]) - score(q["said"], q["happened"])), "below 0: better")
    fit_on, back = kept_back(asked)
    exponent = by_convention(fit_on)
    print(f" a third kept back: {len(back)} questions, the convention fitted on the other {len(fit_on)} is {exponent[0]:.2f}; Brier")
    rate = sum(q["happened"] for q in fit_on) / len(fit_on)
    for who, says in (("as shipped", lambda q: q["said"]), ("convention", lambda q: predicted(q, whole, exponent)), ("the priors alone", lambda q: q["prior"]), ("base rate of the rest", lambda q: rate)):
        line(who, sampled(back, lambda q: brier(says(q), q["happened"])))


def written(asked):
    """The dated convention."""
    asked, already = [q for q in asked if q["shifts"]], in_force()
    (free,), (span,) = fitted(asked, whole, (1.0,)), intervals(asked, whole, (1.0,))
    middle, low, high = (already * e for e in convention(asked))
    found = left_out(asked, whole, (1.0,), by_convention)
    difference = sampled(asked, lambda q: nats(found[q["name"]], q["happened"]) - nats(q["said"], q["happened"]))
    return f"""# How far the likelihood ratios of claims have to be moved by what dated questions on ceasefires and deals show: their logarithms times `exponent`. Written by
# `bench/validity/outlook.py --data FOLDER --fit`; what it means stands in outlook.md. All exponents are of the table R = 1.5, 3, 10.

fitted_on = {datetime.date.today().isoformat()}
# What the engine reckons with (crates/detente-evidence/src/convention.rs); kept by hand.
in_force = {already}
exponent = {middle:.3f}
interval = [{low:.3f}, {high:.3f}]
questions = {len(asked)}
subjects = {len(groups_of(asked))}
claims = {sum(len(q["shifts"]) for q in asked)}

[likelihood]
# The same without holding it above 0; interval by drawing subjects anew.
exponent = {already * free:.3f}
interval = [{already * span[0]:.3f}, {already * span[1]:.3f}]

[left_out]
# Nats a question, less those with what is in force, where the subject was left out of the fit; below 0 is better.
difference = {difference[0]:.3f}
interval = [{difference[1]:.3f}, {difference[2]:.3f}]
"""
