"""Holds what the evidence engine says of dated questions against how they ended.

    python3 bench/validity/outlook.py --data FOLDER [--detente PROGRAM] [--fit]

FOLDER has `conflict_questions_all.csv`: questions on ceasefires and deals with the day on which they were asked, a crowd's chance (some have none) and the outcome. The claims are
those of `outlook-questions.toml`, coded by `outlook-coding.md`; each question becomes a case as of the day it was asked, which `detente outlook` is asked about, so that what
is scored is what is shipped. A question without a coding gets its prior alone. `--fit` writes the dated convention `outlook-convention.toml` to standard output instead (how far the
weights of claims would have to be moved: `outlook_fit.py`).

Intervals are the middle 95 % of 2,000 samples drawn from the subjects, with all questions of each. Ends with 75 where the file is not there.
"""

import argparse
import collections
import csv
import datetime
import json
import math
import pathlib
import random
import re
import subprocess
import sys
import tempfile
import tomllib

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))
import durability
from cases import clopper_pearson

FILE = "conflict_questions_all.csv"
CODED = HERE / "outlook-questions.toml"
SAMPLES = 2000
# Rules 1 to 3 of outlook-coding.md.
LEAST_DAYS, UNKNOWN_DAYS, WINDOW, MOST_A_SIDE = 30, 365, 180, 3
PRIOR_WITHIN = (0.01, 0.99)
BINS = (0, 0.1, 0.25, 0.5, 0.75, 1)
MONTHS = {month: number for number, month in enumerate(
    ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"), start=1)}
NAMED = "|".join(MONTHS)
DATES = re.compile(rf"(before )?(?:(\d{{1,2}}) ({NAMED})(?: (\d{{4}}))?|({NAMED}) (\d{{1,2}})\b(?:, ?(\d{{4}}))?|(?<=before )(\d{{4}})|(?:in|end of) (\d{{4}}))", re.IGNORECASE)
BREAKS = re.compile(r"\b(broken|collapse|violate|not (?:hold|last)|hold not)\b", re.IGNORECASE)


def deadline(text, asked):
    """The last day that a question's wording names after the day it was asked; none where it names none."""
    found = []
    for before, day, month, year, month_us, day_us, year_us, before_year, in_year in DATES.findall(text):
        if before_year:
            found.append(datetime.date(int(before_year) - 1, 12, 31))
        elif in_year:
            found.append(datetime.date(int(in_year), 12, 31))
        else:
            number, named, stated = (day, month, year) if month else (day_us, month_us, year_us)
            try:
                when = datetime.date(int(stated or asked.year), MONTHS[named.lower()], int(number))
                when = when if stated or when >= asked else when.replace(year=when.year + 1)
            except ValueError:
                continue
            found.append(when - datetime.timedelta(days=1) if before else when)
    found = [when for when in found if when >= asked]
    return max(found) if found else None


def prior(question, laws):
    """Rules 1 and 2: from the calendar alone."""
    asked, until = question["asked"], question.get("until")
    ahead = (until - asked).days if until else 365
    age = max((asked - question["since"]).days, LEAST_DAYS) if "since" in question else UNKNOWN_DAYS
    if question["kind"] == "decision":
        chance = 0.5
    elif question["kind"] == "breaks":
        law = laws["lognormal", question.get("class", "cessation")]
        chance = 1 - durability.survival(law, age + ahead) / durability.survival(law, age)
    else:
        chance = ahead / (ahead + age) if ahead > 0 else 0
    chance /= 2 ** (question.get("conditions", 1) - 1)
    return min(max(chance, PRIOR_WITHIN[0]), PRIOR_WITHIN[1])


def faults(question):
    """What a coding does that the rules forbid."""
    asked, sides = question["asked"], collections.Counter()
    for claim in question.get("claims", []):
        sides[claim["stance"]] += 1
        if claim["day"] >= asked:
            yield f"{question['name']}: “{claim['text']}” became public on {claim['day']}, not before the question was asked on {asked}"
        if (asked - claim["day"]).days > WINDOW:
            yield f"{question['name']}: “{claim['text']}” is more than {WINDOW} days older than the question"
    for stance, number in sides.items():
        if number > MOST_A_SIDE:
            yield f"{question['name']}: {number} claims {stance}, at most {MOST_A_SIDE}"


def rows_of(folder):
    """The rows of the table as dictionaries; the column `resolved` is not read."""
    with (folder / FILE).open(newline="", encoding="utf-8") as text:
        return [{key: row[key] for key in ("source", "id", "question", "asked", "probability", "outcome")} for row in csv.DictReader(text)]


def day_of(key, text):
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        raise SystemExit(f"{key}: “{text}” is no day, which is written like 2024-07-12") from None


def share_of(key, text):
    try:
        share = float(text)
    except ValueError:
        share = math.nan
    if not 0 <= share <= 1:
        raise SystemExit(f"{key}: “{text}” is no chance, which is a number from 0 to 1")
    return share


def questions(rows):
    """Each row with its coding, or with what its wording says where it has none; rows that cannot be used, with why."""
    coded = {key: question for question in tomllib.loads(CODED.read_text(encoding="utf-8"))["questions"] for key in question["keys"]}
    found, left_out = [], []
    for row in rows:
        key = f"{row['source']} {row['id']}"
        question = dict(coded.get(key, {"name": key, "group": key, "kind": "breaks" if BREAKS.search(row["question"]) else "comes"}))
        if row["asked"]:
            asked = day_of(key, row["asked"])
            if question.setdefault("asked", asked) != asked:
                raise SystemExit(f"{key}: the table says that it was asked on {asked}, the coding was made for {question['asked']}")
        if "asked" not in question or row["outcome"] not in ("0", "1"):
            left_out.append(f"{key}: {'no outcome' if 'asked' in question else 'no day on which it was asked'}")
            continue
        if key not in coded:
            question["until"] = deadline(row["question"], question["asked"])
        crowd = share_of(key, row["probability"]) if row["probability"] else None
        found.append({**question, "key": key, "coded": key in coded, "text": row["question"], "crowd": crowd, "happened": int(row["outcome"])})
    return found, left_out


def case(question, chance):
    """The question as a case file."""
    quoted = lambda text: json.dumps(text, ensure_ascii=False)
    lines = ["case = 1", f"title = {quoted(question['name'])}", f"as_of = {question['asked']}", ""]
    # A case wants two who could agree; none of the figures asked for hangs on who they are.
    lines += [line for side in ("one", "other") for line in (f"[parties.{side}]", f"name = {quoted(side)}", 'role = "principal"', "")]
    lines += ["[propositions.asked]", f"text = {quoted(question['text'])}", f"prior = {chance!r}", ""]
    for number, claim in enumerate(question.get("claims", []), start=1):
        lines += [f"[sources.s{number}]", f"title = {quoted(claim.get('at', 'known'))}", f"published = {claim['day']}", ""]
        lines += ["[[claims]]", f'id = "c{number}"', f"said = {claim['day']}", f"reported = {claim['day']}", f'source = "s{number}"', f"text = {quoted(claim['text'])}",
                  'on = "asked"', f'stance = "{claim["stance"]}"', f'strength = "{claim["strength"]}"', f'grade = "{claim["grade"]}"', ""]
    return "\n".join(lines)


def answered(program, asked, laws):
    """Each question with what the engine says of it: prior, posterior, and by how much each claim shifts the log-odds."""
    with tempfile.TemporaryDirectory() as place:
        for number, question in enumerate(asked):
            question["prior"] = prior(question, laws)
            folder = pathlib.Path(place) / str(number)
            folder.mkdir()
            (folder / "case.toml").write_text(case(question, question["prior"]), encoding="utf-8")
            told = subprocess.run([str(program), "outlook", str(folder), "--draws", "1", "--json"], capture_output=True, text=True)
            if told.returncode:
                raise SystemExit(f"{question['name']}: {told.stderr}")
            outlook = json.loads(told.stdout)["outlook"]
            question["said"] = outlook["propositions"][0]["central"]
            # In the order of the coding, whatever order they are told in.
            weighed = {claim["id"]: (claim["log_likelihood_ratio"], claim["ground"]) for claim in outlook["claims"]}
            question["shifts"] = [weighed[f"c{place}"] for place in range(1, len(question.get("claims", [])) + 1)]
    return asked


def odds(chance):
    return math.log(chance / (1 - chance))


def chance_of(log_odds):
    return 1 / (1 + math.exp(-log_odds)) if log_odds > -700 else 0.0


def brier(chance, happened):
    return (chance - happened) ** 2


def nats(chance, happened):
    return -math.log(max(chance if happened else 1 - chance, 1e-12))


def sampled(asked, figure):
    """The mean of a figure over questions, with the interval that drawing the subjects anew leaves."""
    by = collections.defaultdict(list)
    for question in asked:
        by[question["group"]].append(figure(question))
    groups, chance = list(by.values()), random.Random(1)
    drawn = sorted(sum(map(sum, some)) / sum(map(len, some)) for some in (chance.choices(groups, k=len(groups)) for _ in range(SAMPLES)))
    every = [value for group in groups for value in group]
    return sum(every) / len(every), drawn[SAMPLES // 40], drawn[-1 - SAMPLES // 40]


def elsewhere(asked):
    """For each subject the share of the questions on the others that came about."""
    total, known = collections.Counter(), collections.Counter()
    for question in asked:
        known[question["group"]] += 1
        total[question["group"]] += question["happened"]
    rest = lambda group: sum(known.values()) - known[group]
    return {group: (sum(total.values()) - total[group]) / rest(group) if rest(group) else 0.5 for group in known}


def forecasters(asked):
    """Whom the outlook is held against: a name, and the chance that they give to a question."""
    rates = elsewhere(asked)
    often = sum(question["happened"] for question in asked) / len(asked)
    yield "the outlook", lambda q: q["said"]
    if all(q["crowd"] is not None for q in asked):
        yield "the crowd", lambda q: q["crowd"]
    yield "the priors alone", lambda q: q["prior"]
    yield "every claim turned round", lambda q: chance_of(2 * odds(q["prior"]) - odds(q["said"]))
    yield "base rate of the other subjects", lambda q: rates[q["group"]]
    yield f"base rate in hindsight, {often:.2f}", lambda q: often
    yield "always one half", lambda q: 0.5


def told(name, figures, beside=""):
    print(f"  {name:<46} {figures[0]:6.3f}   ({figures[1]:.3f} to {figures[2]:.3f})   {beside}".rstrip())


def scores(title, asked):
    print(f"\n{title}: {len(asked)} questions on {len({q['group'] for q in asked})} subjects, {sum(q['happened'] for q in asked)} came about")
    for score, name in ((brier, "Brier"), (nats, "logarithmic score, nats")):
        print(f" {name}")
        everyone = dict(forecasters(asked))
        for who, says in everyone.items():
            told(who, sampled(asked, lambda q, says=says: score(says(q), q["happened"])))
        for who in [who for who in ("the crowd", "the priors alone") if who in everyone]:
            told(f"the outlook less {who}", sampled(asked, lambda q, who=who: score(q["said"], q["happened"]) - score(everyone[who](q), q["happened"])), "below 0: better")


def reliability(asked):
    print("\nOf questions given …, came about")
    for low, high in zip(BINS, BINS[1:]):
        some = [q for q in asked if low <= q["said"] < high or q["said"] == high == 1]
        if some:
            came, mean = sum(q["happened"] for q in some), sum(q["said"] for q in some) / len(some)
            least, most = clopper_pearson(came, len(some))
            print(f"  {low:.0%} to {high:.0%}, {mean:.0%} in the mean: {came} of {len(some)} ({least:.0%} to {most:.0%})")


def single(asked):
    """Each question once, where two collections have it."""
    return list({question["name"]: question for question in asked}.values())


def prepared(folder, program):
    """All that is needed to score: the questions answered by the program, and notes on what was left out."""
    asked, notes = questions(rows_of(folder))
    wrong = [fault for question in asked for fault in faults(question)]
    if wrong:
        raise SystemExit("\n".join(wrong))
    laws = {(law["form"], law["class"]): law for law in tomllib.loads(durability.SHIPPED.read_text(encoding="utf-8"))["baselines"]}
    return answered(program, asked, laws), notes


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--data", required=True, type=pathlib.Path)
    arguments.add_argument("--detente", default="target/release/detente")
    arguments.add_argument("--fit", action="store_true", help="write the dated convention anew")
    said = arguments.parse_args()
    if not (said.data / FILE).exists():
        print(f"NOT RUN: {said.data / FILE} is not there")
        return 75
    asked, notes = prepared(said.data, said.detente)
    if not asked:
        print(f"NOT RUN: no question of {said.data / FILE} can be used")
        return 75
    import outlook_fit
    if said.fit:
        print(outlook_fit.written(single(asked)), end="")
        return 0
    bare = sum(not q["coded"] for q in asked)
    print(f"{len(asked)} questions; {bare} without a coding, which get the prior of their wording" + "".join(f"\n  left out: {note}" for note in notes))
    scores("All", asked)
    crowded = [q for q in asked if q["crowd"] is not None]
    if crowded:
        scores("With a crowd's chance", crowded)
    reliability(asked)
    outlook_fit.told(single(asked))
    return 0


if __name__ == "__main__":
    sys.exit(main())
