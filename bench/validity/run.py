"""Prints how true Detente has been to what happened: every figure that is measured, its interval, and the one to beat.

    python3 bench/validity/run.py --data FOLDER [--detente PROGRAM] [--check] [--full]

FOLDER holds any of these tables, or others of the same columns under any name: `ethprio_ceasefires.csv`, `fortna_civil_1989_2004.csv`, `pad_agreements.csv` (how long agreements last),
`casino_deals.csv`, `dnd_deals.csv` (on which package people settle), `deu_issues_long.csv` (what bodies decide), `conflict_questions_all.csv` (the outlook). The cases whose end is known are in
this repository. What is missing is said, and the rest is scored. Where a country is left out of the fit numpy and scipy are needed; without them that is said too.

`--check` ends with 1 where a figure is worse than the one kept in `figures.json` by more than its tolerance. Figures of other data are not held against kept ones, and that is said. With
`UPDATE=1` in the environment it keeps what it finds instead. `--full` prints after the table all that each script has to tell.

Intervals are for 95 %, those of bodies for 90 %. It takes about half a minute, building the program aside. Ends with 75 where nothing could be scored.
"""

import argparse
import collections
import csv
import hashlib
import json
import os
import pathlib
import shutil
import signal
import subprocess
import sys
import tempfile
import tomllib

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))
import cases
import collective
import durability
import outlook
import settlement

KEPT = HERE / "figures.json"
# The figures of the cases are kept where `tests/validity_cases.py` holds the program to them; here their names there.
KEPT_CASES = HERE / "cases.json"
OF_CASES = {"cases.top_share": "settled_top_share", "cases.brier": "brier"}
# The tables, and the columns by which each is known under another name and without which it cannot be scored.
COLUMNS = {
    "ethprio_ceasefires.csv": ("location", "ucdp_dyad", "decl", "start", "ended", "days", "ev", "side", "fixed", "ceasefire_class"),
    "fortna_civil_1989_2004.csv": ("cname", "days", "ev", "treaty", "truce", "victory", "pk_dumC"),
    "pad_agreements.csv": ("conflict_name", "days", "ev", "pko"),
    "casino_deals.csv": ("v1_Food", "v1_Water", "v1_Firewood", "v2_Food", "v2_Water", "v2_Firewood", "a1_Food", "a1_Water", "a1_Firewood", "agreed"),
    "dnd_deals.csv": ("status", "count0", "count1", "count2", "v1_0", "v1_1", "v1_2", "v2_0", "v2_1", "v2_2", "a1_0", "a1_1", "a1_2"),
    "deu_issues_long.csv": ("issue", "proposal", "actor", "position", "salience", "weight", "reference_point", "outcome"),
    outlook.FILE: ("source", "id", "question", "asked", "probability", "outcome"),
}
WARS = ("fortna_civil_1989_2004.csv",)
TABLES_OF = {"ceasefires": ("ethprio_ceasefires.csv",), "agreements": ("pad_agreements.csv",)}
# One line of the table. `better`: whether less or more is better, none where neither is. `room`: by how much it may be worse before that counts.
Figure = collections.namedtuple("Figure", "id what value low high beside better room files")


def figure(key, what, numbers, beside="", better="less", room=0.003, files=()):
    value, low, high = numbers
    return Figure(key, what, value, low, high, beside, better, room, files)


def header(file):
    with file.open(newline="", encoding="utf-8", errors="replace") as text:
        return next(csv.reader(text), [])


def staged(folder, place):
    """Puts each table that is there under its own name into a folder, and says what is missing."""
    there = {file.name: header(file) for file in sorted(folder.glob("*.csv"))}
    for name, columns in COLUMNS.items():
        lacks = lambda file: [column for column in columns if column not in there[file]]
        alike = [file for file in there if file not in COLUMNS and not lacks(file)]
        if name in there and lacks(name):
            yield f"{name} has no column {', '.join(lacks(name))}: not scored"
        elif name in there or len(alike) == 1:
            found = name if name in there else alike[0]
            (place / name).symlink_to((folder / found).resolve())
            if found != name:
                yield f"{found} has the columns of {name}, and is scored as that"
        elif alike:
            yield f"{name} is missing, and {', '.join(alike)} all have its columns: not scored"
        else:
            yield f"{name} is missing: not scored"


def program(said):
    """The program that was named, or that was built; else it is built."""
    if said:
        if not shutil.which(said):
            raise SystemExit(f"there is no program {said}")
        return said
    built = pathlib.Path(os.environ.get("CARGO_TARGET_DIR", cases.ROOT / "target")) / "release/detente"
    if not built.exists():
        if not shutil.which("cargo"):
            raise SystemExit(f"there is no {built}, and no cargo to build it with: name the program with --detente")
        print("building the program (cargo build --release -p detente-cli) …", file=sys.stderr)
        if subprocess.run(["cargo", "build", "--release", "--locked", "-p", "detente-cli"], cwd=cases.ROOT).returncode:
            raise SystemExit("the program could not be built")
    return str(built)


def seen(folder, files):
    """What to add where a figure is of the very tables that were at hand when it was fitted."""
    kept = json.loads(KEPT.read_text(encoding="utf-8"))["tables"] if KEPT.exists() else {}
    return "; seen in fitting" if all(kept.get(name) == digest(folder / name) for name in files) else ""


def of_durability(folder, _):
    sets = {name: spells for name, read in durability.SETS.items() if (spells := read(folder))}
    laws = {(law["form"], law["class"]): law for law in tomllib.loads(durability.SHIPPED.read_text(encoding="utf-8"))["baselines"]}
    try:
        import durability_fit
    except ImportError as why:
        durability_fit = None
        yield f"one country left out of the fit: not scored, {why}"
    for name, spells in sets.items():
        # Both tables on wars are of the same wars, so they are scored once.
        if name == "wars-peacekeepers":
            continue
        files = TABLES_OF.get(name, WARS)
        places = sorted({row["place"] for row in spells if row["kind"] != "unclear"})
        elsewhere = {place: durability_fit.laws(name, "lognormal", [row for row in spells if row["place"] != place]) for place in places} if durability_fit else {}
        for day in durability.DAYS:
            score = lambda chance, day=day: durability.sampled(durability.brier(spells, day, chance))
            of_class, of_all = (score(lambda row, by=by: durability.others(spells, day, row["place"], by and row["class"]))[0] for by in ("class", None))
            beside = f"to beat: class {of_class:.3f}, base rate {of_all:.3f}" + (f"; aim: below {durability.AIMS[day]}" if name == "ceasefires" else "")
            if elsewhere:
                yield figure(f"brier.{name}.left_out.{day}", f"{name}: broken by day {day}, country left out, Brier", score(lambda row: 1 - durability.survival(elsewhere[row["place"]][row["class"]], day)), beside, files=files)
            yield figure(f"brier.{name}.shipped.{day}", f"{name}: broken by day {day}, as shipped, Brier", score(lambda row: 1 - durability.survival(laws["lognormal", row["class"]], day)), beside + seen(folder, files), files=files)
    for name, rows, pair, whole in durability.RATIOS:
        some = [row for row in rows(folder) if row["class"] in pair]
        if some and (found := durability.cox(some, pair[1])):
            yield figure(f"ratio.{pair[1]}", f"hazard ratio: {name}", found, f"of the whole set: {whole}", None)
    for name, spells in sets.items():
        for group in durability.classes(spells):
            some = [row for row in spells if row["class"] == group]
            for day in durability.DAYS:
                curves = ", ".join(f"{form} {durability.survival(laws[form, group], day):.2f}" for form in ("lognormal", "weibull", "constant"))
                yield figure(f"survival.{name}.{group}.{day}", f"held on day {day}, {group}: Kaplan-Meier", durability.kaplan_meier(some, day), f"fitted: {curves}", None)


def of_cases(*_):
    folders = [path.parent for path in sorted((cases.ROOT / "cases").glob("*/outcome.toml"))]
    found = cases.measured({folder.name: cases.judged(folder, json.loads((folder / "forecast.json").read_text())) for folder in folders})
    top, first, lines = found["settled_in_top_tenth"], found["first_in_the_way_named"], found["red_lines_held"]
    spread = lambda one: (one["mean"], *one["interval"])
    if top["of"]:
        yield figure("cases.top_tenth", f"settled package in the top tenth, {top['count']} of {top['of']}", (top["count"] / top["of"], *top["interval"]),
                     f"to beat: half-way rule {found['half_way_in_top_tenth']}; aim: 9 of 12", "more", 0)
        yield figure("cases.top_share", "its top share, mean", spread(found["settled_top_share"]), f"to beat: half-way rule {found['half_way_top_share']['mean']:.3f}; by chance .5")
    yield figure("cases.brier", "agreement or none, Brier", spread(found["brier"]), f"to beat: base rate of the other cases {found['brier_base_rate_of_the_others']['mean']:.3f}")
    yield figure("cases.in_the_way", f"what stood in the way, first named, {first['count']} of {first['of']}", (first["count"] / first["of"], *first["interval"]), f"to beat: by lot {first['by_lot']:.1f}", "more", 0)
    if lines["of"]:
        yield figure("cases.red_lines", f"red lines that held, {lines['count']} of {lines['of']}", (lines["count"] / lines["of"], *lines["interval"]), f"by the priors of the rules {lines['by_prior']:.1f}", None)


def of_settlement(folder, detente):
    files = settlement.tables_in(folder)
    for table in settlement.scored(detente, files, fit=True)["tables"]:
        name, layout = pathlib.Path(table["file"]).name, table["layout"]
        scores = {score["way"]: score for score in table["scores"]}
        simple = settlement.interval(scores["product_of_shares"]["each"])[0]
        beside = f"to beat: product of shares {simple:.2f}; aim: {settlement.AIM[layout]}"
        for way, words in (("held_out_own", "fitted anew, held out"), (settlement.OWN[layout], "as shipped")):
            if way in scores:
                yield figure(f"settlement.{layout}.{way}", f"{layout}: package settled on, {words}, nats", settlement.interval(scores[way]["each"]), beside + (seen(folder, (name,)) if words == "as shipped" else ""), room=0.01, files=(name,))


def of_collective(folder, detente):
    rows = collective.read(detente, folder / "deu_issues_long.csv")
    files, mean = ("deu_issues_long.csv",), collective.mean
    found = collective.errors(rows)
    best = collective.best_simple(found)
    measured = lambda figure_of, some=rows: collective.sampled(some, figure_of)
    yield figure("collective.error", "distance of the middle, of 100", measured(lambda some: mean(map(collective.error, some))), f"to beat: {best} {found[best]:.1f}; aim: 22.9{seen(folder, files)}", room=0.2, files=files)
    yield figure("collective.gain", f"the same less {best}", measured(lambda some: mean(collective.error(row) - collective.error(row, best) for row in some)), "below 0: better", room=0.2, files=files)
    yield figure("collective.crps", "the whole prediction, CRPS, of 100", measured(lambda some: mean(row["score"] for row in some)), "a point's is its distance", room=0.2, files=files)
    for key, share in (("half", 50), ("most", 90)):
        yield figure(f"collective.inside.{key}", f"inside the range for {share} %, in %", measured(lambda some, key=key: 100 * mean(collective.inside(row, key) for row in some)), f"aim: {share}", None, files=files)
    sided = [row for row in rows if collective.side(row)]
    weight = measured(lambda some: mean((collective.share_above(row) - collective.side(row)[1]) ** 2 for row in some), sided)[0]
    yield figure("collective.side", "above 50 or below, Brier", measured(lambda some: mean((collective.side(row)[0] - collective.side(row)[1]) ** 2 for row in some), sided), f"to beat: share of weight {weight:.3f}", files=files)


def of_outlook(folder, detente):
    asked, notes = outlook.prepared(folder, detente)
    yield from (f"left out: {note}" for note in notes)
    if bare := sum(not q["coded"] for q in asked):
        yield f"{bare} of {len(asked)} questions have no coding, and get the prior of their wording"
    for key, words, some in (("all", "all questions", asked), ("crowd", "questions with a crowd's chance", [q for q in asked if q["crowd"] is not None])):
        if not some:
            continue
        says = dict(outlook.forecasters(some))
        for score, name, room in ((outlook.brier, "Brier", 0.003), (outlook.nats, "nats", 0.01)):
            of = {who: outlook.sampled(some, lambda q, who=who: score(says[who](q), q["happened"])) for who in says}
            rivals = ", ".join(f"{who.removeprefix('the ').removesuffix(' of the other subjects')} {of[who][0]:.3f}" for who in ("the crowd", "the priors alone", "base rate of the other subjects", "always one half") if who in of)
            yield figure(f"outlook.{key}.{name}", f"{words} ({len(some)}), {name}", of["the outlook"], f"to beat: {rivals}", room=room, files=(outlook.FILE,))
    import outlook_fit
    heard = [q for q in outlook.single(asked) if q["shifts"]]
    if len({q["group"] for q in heard}) > 2:
        free, span = outlook_fit.fitted(heard, outlook_fit.whole, (1.0,))[0], outlook_fit.intervals(heard, outlook_fit.whole, (1.0,))[0]
        yield figure("outlook.exponent.free", "exponent on the weights of claims, free", (free, *span), "1: what is shipped", None, files=(outlook.FILE,))
        yield figure("outlook.exponent.convention", "the same, held above 0: the convention", outlook_fit.convention(heard), "1: what is shipped", None, files=(outlook.FILE,))


# A title, what yields the figures (and, as text, what could not be scored), the tables of which it needs at least one, whether it asks the program, and the script that tells all of it.
SECTIONS = (
    ("Would it last?", of_durability, ("ethprio_ceasefires.csv", "fortna_civil_1989_2004.csv", "pad_agreements.csv"), False, "durability"),
    ("Cases whose end is known", of_cases, (), False, "cases"),
    ("On which package do people settle?", of_settlement, ("casino_deals.csv", "dnd_deals.csv"), True, "settlement"),
    ("What would a body decide? (intervals for 90 %)", of_collective, ("deu_issues_long.csv",), True, "collective"),
    ("Does evidence move the outlook rightly?", of_outlook, (outlook.FILE,), True, "outlook"),
)


def why_not(error, folder):
    """One sentence on what went wrong."""
    if isinstance(error, KeyError):
        return f"{error} is missing"
    return " ".join(str(error).replace(f"{folder}{os.sep}", "").split()) or type(error).__name__


def section(title, of, tables, folder, detente):
    """Prints a section, and gives its figures back."""
    print(f"\n{title}")
    found = []
    try:
        for one in of(folder, detente):
            if isinstance(one, str):
                print(f"  {one}")
                continue
            found.append(one)
            print(f"  {one.what:<60} {one.value:7.3f}  {f'({one.low:.3f} to {one.high:.3f})':<20} {one.beside}".rstrip())
    except (Exception, SystemExit) as error:  # one table that cannot be read must not keep the others from being scored
        there = [name for name in tables if (folder / name).exists()]
        print(f"  NOT SCORED{', ' + ', '.join(there) if there else ''}: {why_not(error, folder)}")
    return found


def digest(file):
    return hashlib.sha256(file.read_bytes()).hexdigest()


def kept_of(found, folder):
    """What is kept: figures that can get worse, and of which tables they are."""
    tables = {name: digest(folder / name) for one in found for name in one.files}
    figures = {one.id: {"value": round(one.value, 6), "better": one.better, "tolerance": one.room, "tables": list(one.files)} for one in found if one.better and one.files}
    return {"tables": tables, "figures": figures}


def worse(found, folder):
    """What is worse than kept, what is of other data, and how many figures were compared."""
    kept, fell, other, compared = json.loads(KEPT.read_text(encoding="utf-8")), [], set(), 0
    of_cases = json.loads(KEPT_CASES.read_text(encoding="utf-8"))
    before_of = kept["figures"] | {key: {"value": of_cases[name], "tolerance": 0.005} for key, name in OF_CASES.items()}
    for one in found:
        before = before_of.get(one.id)
        if not one.better or before is None:
            continue
        unlike = [name for name in one.files if kept["tables"].get(name) != digest(folder / name)]
        if unlike:
            other.update(unlike)
            continue
        compared += 1
        by = (one.value - before["value"]) * (1 if one.better == "less" else -1)
        if by > before["tolerance"] + 1e-6:
            fell.append(f"{one.what}: {one.value:.3f}, was {before['value']:.3f}")
    return fell, sorted(other), compared


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--data", required=True, type=pathlib.Path, help="the folder of tables")
    arguments.add_argument("--detente", help="the program; without it target/release/detente, which is built if need be")
    arguments.add_argument("--check", action="store_true", help="end with 1 where a figure is worse than the kept one")
    arguments.add_argument("--full", action="store_true", help="print all that each script has to tell as well")
    said = arguments.parse_args()
    if not said.data.is_dir():
        arguments.error(f"{said.data} is no folder")
    if hasattr(signal, "SIGPIPE"):
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    found, detente = [], None
    with tempfile.TemporaryDirectory() as place:
        folder = pathlib.Path(place)
        for note in staged(said.data, folder):
            print(note)
        scored = [part for part in SECTIONS if not part[2] or any((folder / name).exists() for name in part[2])]
        if any(part[3] for part in scored):
            try:
                detente = program(said.detente)
            except SystemExit as why:
                print(f"{why}: what asks the program is not scored")
                scored = [part for part in scored if not part[3]]
        print("\nLess is better for Brier scores, nats, distances and CRPS; an interval that holds the figure to beat leaves open which is better.")
        for title, of, tables, *_ in scored:
            found += section(title, of, tables, folder, detente)
        if said.full:
            for *_, asks, script in scored:
                print(f"\n==== {script}.py", flush=True)
                words = [] if script == "cases" else ["--data", str(folder)]
                subprocess.run([sys.executable, str(HERE / f"{script}.py"), *words, *(["--detente", detente] if asks else [])])
        if not found:
            print("nothing could be scored")
            return 75
        if not said.check:
            return 0
        if os.environ.get("UPDATE"):
            KEPT.write_text(json.dumps(kept_of(found, folder), indent=2) + "\n", encoding="utf-8")
        fell, other, compared = worse(found, folder)
    print(f"\n{compared} figures held against the kept ones" + (f"; of other data than those kept: {', '.join(other)}" if other else ""))
    print("\n".join(f"WORSE: {line}" for line in fell) if fell else "none is worse")
    return int(bool(fell))


if __name__ == "__main__":
    sys.exit(main())
