"""How right Detente was on cases whose end is known: reads `forecast.json` and, sealed until then, `outcome.toml` of every case that has both.

    python3 bench/validity/cases.py                                    # the forecasts as they were committed
    python3 bench/validity/cases.py --detente target/release/detente   # … and what the program says of the same cases today
    python3 bench/validity/cases.py --detente … --tied                 # … and with every party's issues tied in importance
    python3 bench/validity/cases.py --json                             # for programs and tests

Three things are measured, each beside the one to beat:

* the place of the settled package among all, by the share of worlds in which all would sign (top share: 0 best, 1 worst, half for chance; ties split). Beside it
  the same for a rule that knows nobody's wishes: the more issues are settled half-way, at neither end of their options, the better;
* agreement or none: Brier score of the chance that any deal is acceptable to all, and of the best single package's, beside that of the base rate of the other
  cases, and of a coin;
* red lines that an open question says may not be meant: in how many agreements they held, beside the prior that the rules of coding gave them;
* what stood in the way: whether the issue that historians name first is among the two that the forecast names first, beside two drawn by lot.

Intervals: for counts exact (Clopper–Pearson, 95 %), for means by resampling cases (10,000 times, seed 1). With few cases they are wide, and that is the finding.
"""

import argparse
import itertools
import json
import math
import pathlib
import random
import sys
import tempfile
import tomllib

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
import forecast as forecasts

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
RESAMPLES = 10_000
TOP = 0.1


def binomial_tail(n, k, p):
    """The probability of k or more of n."""
    return sum(math.comb(n, i) * p**i * (1 - p) ** (n - i) for i in range(k, n + 1))


def clopper_pearson(k, n, level=0.95):
    """The exact interval of a share of which k of n were seen."""
    def root(above):
        low, high = 0.0, 1.0
        for _ in range(60):
            mid = (low + high) / 2
            low, high = (low, mid) if above(mid) else (mid, high)
        return (low + high) / 2
    tail = (1 - level) / 2
    least = 0.0 if k == 0 else root(lambda p: binomial_tail(n, k, p) > tail)
    most = 1.0 if k == n else root(lambda p: 1 - binomial_tail(n, k + 1, p) < tail)
    return [least, most]


def resampled(numbers):
    """The mean of numbers and its interval over resampled cases."""
    if not numbers:
        return None
    chance = random.Random(1)
    means = sorted(sum(chance.choices(numbers, k=len(numbers))) / len(numbers) for _ in range(RESAMPLES))
    return {"mean": sum(numbers) / len(numbers), "interval": [means[int(RESAMPLES * 0.025)], means[int(RESAMPLES * 0.975)]]}


def half_way(case, package):
    """How many issues of a package are settled at neither end of their options."""
    ends = {issue: (options[0], options[-1]) for issue, options in
            ((issue, forecasts.options_of(issue, table)) for issue, table in case["issues"].items())}
    return sum(option not in ends[issue] for issue, option in package.items())


def settled_rank(case, made, settled):
    """Rank and number of packages of what was settled, by the forecast and by the rule of half-way."""
    issues = made["columns"][:-2]
    if set(settled) != set(issues):
        raise SystemExit(f"the outcome settles {sorted(settled)}, the case has {sorted(issues)}")
    rows = {tuple(row[:-2]): row for row in made["packages"]}
    wanted = tuple(settled[issue] for issue in issues)
    if wanted not in rows:
        raise SystemExit(f"{wanted} is no package of the case")
    scores = [half_way(case, dict(zip(issues, row[:-2]))) for row in made["packages"]]
    plain = dict(zip((tuple(row[:-2]) for row in made["packages"]), forecasts.ranks(scores)))
    return rows[wanted][-1], plain[wanted], len(rows), rows[wanted][-2]


def red_lines(case, settled):
    """For each open question on which a cost of 1 or more hangs: its prior, and whether the settled package keeps clear of what it forbids.

    The cost may stand in the case and be taken away `when_false`, or be put there `when_true`.
    """
    found = []
    for name, proposition in case.get("propositions", {}).items():
        meant, not_meant = proposition.get("when_true", {}), proposition.get("when_false", {})
        rules = []
        for path in dict.fromkeys([*meant, *not_meant]):
            if path.startswith("interactions["):
                rule = case["interactions"][int(path[len("interactions["):path.index("]")]) - 1]
                with_it, without = meant.get(path, rule["value"]), not_meant.get(path, rule["value"])
                rules += [rule] if isinstance(with_it, (int, float)) and with_it <= -1 and without == 0 else []
        if rules:
            prior = proposition["prior"]
            middle = sum(prior[::len(prior) - 1]) / 2 if isinstance(prior, list) else prior
            found.append({"line": name, "prior": middle, "held": not forecasts.excluded(settled, rules)})
    return found


def judged(folder, made):
    """What can be said of one case, its outcome opened."""
    case = tomllib.loads((folder / "case.toml").read_text())
    outcome = tomllib.loads((folder / "outcome.toml").read_text())
    named, told = made["in_the_way"]["issues"], outcome["in_the_way"]
    issues = len(case["issues"])
    found = {
        "agreed": outcome["agreed"],
        "deal": made["deal"]["value"],
        "best_package": max(row[-2] for row in made["packages"]),
        "named": named[:2],
        "historians": told,
        "first_named": told[0] in named[:2],
        "first_by_lot": min(2, issues) / issues,
        "unknown_issues": [issue for issue in told if issue not in case["issues"]],
    }
    if found["unknown_issues"]:
        raise SystemExit(f"{folder}: no issue is called {found['unknown_issues']}")
    if outcome["agreed"]:
        rank, plain, packages, share = settled_rank(case, made, outcome["settled"])
        found["red_lines"] = red_lines(case, outcome["settled"])
        found |= {"rank": rank, "packages": packages, "top_share": rank / packages, "acceptable": share, "half_way_top_share": plain / packages}
    return found


def brier(pairs):
    return [(chance - happened) ** 2 for chance, happened in pairs]


def measured(cases):
    """Every figure over all cases."""
    agreed = [case for case in cases.values() if case["agreed"]]
    lines = [line for case in agreed for line in case["red_lines"]]
    held = sum(line["held"] for line in lines)
    tops = [case["top_share"] for case in agreed]
    plain = [case["half_way_top_share"] for case in agreed]
    happened = [float(case["agreed"]) for case in cases.values()]
    others = [(sum(happened) - one) / (len(happened) - 1) if len(happened) > 1 else 0.5 for one in happened]
    hits = sum(case["first_named"] for case in cases.values())
    in_top = sum(top <= TOP for top in tops)
    lots = [case["first_by_lot"] for case in cases.values()]
    # The chance that drawing two issues by lot names as many or more.
    by_lot = sum(
        math.prod(p if hit else 1 - p for p, hit in zip(lots, pattern))
        for pattern in itertools.product((0, 1), repeat=len(lots)) if sum(pattern) >= hits
    )
    return {
        "cases": len(cases),
        "agreed": len(agreed),
        "settled_in_top_tenth": {"count": in_top, "of": len(tops), "interval": clopper_pearson(in_top, len(tops)) if tops else None},
        "settled_top_share": resampled(tops),
        "half_way_top_share": resampled(plain),
        "half_way_in_top_tenth": sum(top <= TOP for top in plain),
        "brier": resampled(brier(zip([case["deal"] for case in cases.values()], happened))),
        "brier_best_package": resampled(brier(zip([case["best_package"] for case in cases.values()], happened))),
        "brier_base_rate_of_the_others": resampled(brier(zip(others, happened))),
        "brier_base_rate_in_hindsight": (lambda p: p * (1 - p))(sum(happened) / len(happened)),
        "red_lines_held": {
            "count": held,
            "of": len(lines),
            "interval": clopper_pearson(held, len(lines)) if lines else None,
            "by_prior": sum(line["prior"] for line in lines),
        },
        "first_in_the_way_named": {"count": hits, "of": len(cases), "interval": clopper_pearson(hits, len(cases)), "by_lot": sum(lots), "as_many_by_lot": by_lot},
    }


def tied(folder, into):
    """The same case with every party's issues tied in importance, in a folder of its own."""
    text = (folder / "case.toml").read_text()
    case = tomllib.loads(text)
    lines = []
    party = None
    for line in text.splitlines():
        if line.startswith("["):
            parts = line.strip("[]").split(".")
            party = parts[1] if parts[0] == "positions" and len(parts) == 2 else None
        if party and line.startswith("importance = ["):
            order = case["positions"][party]["importance"]
            flat = [issue for group in order for issue in (group if isinstance(group, list) else [group])]
            line = "importance = [" + json.dumps(flat) + "]"
        lines.append(line)
    copy = into / folder.name
    copy.mkdir()
    (copy / "case.toml").write_text("\n".join(lines) + "\n")
    return copy


def shown(name, cases, figures):
    """The figures as text."""
    print(f"\n{name}\n")
    print(f"{'case':22} {'ended':8} {'deal':>6} {'best':>6} {'rank':>13} {'top share':>9} {'half-way':>9}  first in the way: historians / forecast")
    for key, case in cases.items():
        rank = f"{case['rank']:g} of {case['packages']}" if case["agreed"] else "–"
        top, plain = (f"{case[k]:.3f}" if case["agreed"] else "–" for k in ("top_share", "half_way_top_share"))
        ended = "agreed" if case["agreed"] else "none"
        print(f"{key:22} {ended:8} {case['deal']:6.3f} {case['best_package']:6.3f} {rank:>13} {top:>9} {plain:>9}  {', '.join(case['historians'])} / {', '.join(case['named'])}")
    def mean(one):
        return f"{one['mean']:.3f} ({one['interval'][0]:.3f}–{one['interval'][1]:.3f})" if one else "–"
    top, first = figures["settled_in_top_tenth"], figures["first_in_the_way_named"]
    print()
    print(f"settled package in the top tenth   {top['count']} of {top['of']} ({top['interval'][0]:.2f}–{top['interval'][1]:.2f}); half-way rule {figures['half_way_in_top_tenth']}; by chance {TOP * top['of']:.1f}; aim 9 of 12")
    print(f"its top share, mean                {mean(figures['settled_top_share'])}; half-way rule {mean(figures['half_way_top_share'])}; by chance 0.5")
    print(f"Brier, any deal                    {mean(figures['brier'])}; best package {mean(figures['brier_best_package'])}")
    print(f"Brier to beat                      base rate of the other cases {mean(figures['brier_base_rate_of_the_others'])}; base rate in hindsight {figures['brier_base_rate_in_hindsight']:.3f}; a coin 0.250")
    lines = figures["red_lines_held"]
    if lines["of"]:
        print(f"red lines that held in agreements  {lines['count']} of {lines['of']} ({lines['interval'][0]:.2f}–{lines['interval'][1]:.2f}); by the priors of the rules {lines['by_prior']:.1f}")
    print(f"first in the way among two named   {first['count']} of {first['of']} ({first['interval'][0]:.2f}–{first['interval'][1]:.2f}); by lot {first['by_lot']:.1f}, as many or more with chance {first['as_many_by_lot']:.2f}")


def main():
    reads = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    reads.add_argument("--detente", type=pathlib.Path, help="the program, to ask again today")
    reads.add_argument("--tied", action="store_true", help="with --detente: also with all issues of a party tied")
    reads.add_argument("--json", action="store_true")
    words = reads.parse_args()
    folders = [path.parent for path in sorted((ROOT / "cases").glob("*/outcome.toml"))]
    if not folders:
        raise SystemExit("no case has an outcome")
    tables = {"as committed": {folder.name: judged(folder, json.loads((folder / "forecast.json").read_text())) for folder in folders}}
    if words.detente:
        tables["today"] = {folder.name: judged(folder, forecasts.forecast(words.detente, folder)) for folder in folders}
        if words.tied:
            with tempfile.TemporaryDirectory() as place:
                copies = {folder: tied(folder, pathlib.Path(place)) for folder in folders}
                tables["issues tied"] = {folder.name: judged(folder, forecasts.forecast(words.detente, copy)) for folder, copy in copies.items()}
    answer = {name: {"figures": measured(cases), "cases": cases} for name, cases in tables.items()}
    if words.json:
        print(json.dumps(answer, indent=2))
    else:
        for name, table in answer.items():
            shown(name, table["cases"], table["figures"])
    return 0


if __name__ == "__main__":
    sys.exit(main())
