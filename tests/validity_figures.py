"""Fails where the coding of the dated questions breaks its own rules, or where the script that prints every figure does not say what is missing.

    python3 tests/validity_figures.py                               # without the program: what asks it is left out, and said
    python3 tests/validity_figures.py target/release/detente

Needs no data: the tables here are made up. That no figure has got worse is checked on data, by `python3 bench/validity/run.py --data FOLDER --check`.
"""

import csv
import datetime
import json
import pathlib
import subprocess
import sys
import tempfile
import tomllib

ROOT = pathlib.Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "bench/validity"))
import outlook
import outlook_fit
import run

DAY = datetime.date
WORDINGS = (
    ("Will the two ports sign before 1 May 2014?", DAY(2014, 1, 8), DAY(2014, 4, 30)),
    ("A truce by March 31, 2026?", DAY(2025, 12, 25), DAY(2026, 3, 31)),
    ("Truce broken by October 31?", DAY(2025, 10, 16), DAY(2025, 10, 31)),
    ("A deal by April 30?", DAY(2025, 12, 1), DAY(2026, 4, 30)),
    ("A treaty before 2018", DAY(2014, 9, 8), DAY(2017, 12, 31)),
    ("A treaty in 2019.", DAY(2019, 1, 2), DAY(2019, 12, 31)),
    ("Withdrawal from the treaty of 1979 by 1 April 2012?", DAY(2012, 1, 9), DAY(2012, 4, 1)),
    ("Between 3 October 2011 and 1 November 2011?", DAY(2011, 10, 4), DAY(2011, 11, 1)),
    ("The truce will not last.", DAY(2017, 1, 23), None),
)
QUESTION = {"name", "keys", "asked", "group", "kind", "class", "since", "because", "until", "conditions", "claims"}
CLAIM = {"day", "stance", "strength", "grade", "text", "at"}


def codings():
    """Every coding obeys the rules, and holds neither a crowd's chance nor an outcome."""
    keys = set()
    for question in tomllib.loads(outlook.CODED.read_text(encoding="utf-8"))["questions"]:
        name = question["name"]
        yield from outlook.faults(question)
        if unknown := set(question) - QUESTION:
            yield f"{name}: {sorted(unknown)} has no place in a coding"
        for claim in question["claims"]:
            if set(claim) - CLAIM or claim["stance"] not in ("for", "against") or claim["strength"] not in ("weak", "moderate", "strong"):
                yield f"{name}: a claim is not as the rules have it: {claim}"
        if question["kind"] not in ("breaks", "comes", "decision") or ("class" in question) != (question["kind"] == "breaks"):
            yield f"{name}: kind and class do not go together"
        for key in question["keys"]:
            if key in keys:
                yield f"{key} is coded twice"
            keys.add(key)
    late = {"name": "late", "asked": DAY(2020, 1, 1), "claims": [{"day": DAY(2020, 1, 1), "stance": "for", "text": "too late"}]}
    if not list(outlook.faults(late)):
        yield "a fact of the day on which a question was asked is let through"


def wordings():
    for text, asked, wanted in WORDINGS:
        if (found := outlook.deadline(text, asked)) != wanted:
            yield f"“{text}” asked on {asked} ends on {found}, not on {wanted}"


def fits():
    """An exponent that made the outcomes is found again, and a claim turned round is its mirror."""
    shift, asked = 1.2, []
    for number in range(400):
        for happened, share in ((1, outlook.chance_of(0.5 * shift)), (0, 1 - outlook.chance_of(0.5 * shift))):
            if number < round(400 * share):
                asked.append({"name": str(len(asked)), "group": str(number % 20), "prior": 0.5, "shifts": [(shift, "weak, B2")], "happened": happened, "said": outlook.chance_of(shift)})
    (found,) = outlook_fit.fitted(asked, outlook_fit.whole, (1.0,))
    if abs(found - 0.5) > 0.02:
        yield f"an exponent of 0.5 is fitted as {found:.3f}"
    middle, low, high = outlook_fit.convention(asked)
    if not low < 0.5 < high or abs(middle - 0.5) > 0.05:
        yield f"an exponent of 0.5 is {middle:.3f} ({low:.3f} to {high:.3f}) by the convention"


def table(file, rows):
    with file.open("w", newline="", encoding="utf-8") as text:
        writer = csv.DictWriter(text, rows[0].keys())
        writer.writeheader()
        writer.writerows(rows)


def ran(folder, program, *more):
    words = [sys.executable, str(ROOT / "bench/validity/run.py"), "--data", str(folder), "--detente", program, *more]
    done = subprocess.run(words, capture_output=True, text=True)
    return done.returncode, done.stdout, done.stderr


def told(program):
    """What is missing is said, and the rest is scored."""
    with tempfile.TemporaryDirectory() as place:
        folder = pathlib.Path(place)
        truces = [{"conflict_name": f"Valley {number % 7}", "days": 40 * number + 20, "ev": number % 2, "pko": 0} for number in range(21)]
        table(folder / "truces of the valleys.csv", truces)
        table(folder / "deu_issues_long.csv", [{"issue": "1", "proposal": "1"}])
        asked = [{"source": "made up", "id": number, "question": "Will the ports agree by 1 May 2020?", "asked": f"2020-0{number}-01", "probability": "", "outcome": number % 2} for number in (1, 2, 3)]
        table(folder / outlook.FILE, asked)
        code, out, err = ran(folder, program)
        wanted = ["truces of the valleys.csv has the columns of pad_agreements.csv", "deu_issues_long.csv has no column actor", "dnd_deals.csv is missing", "agreements: broken by day 365, as shipped, Brier", "agreement or none, Brier"]
        wanted += ["3 of 3 questions have no coding", "all questions (3), Brier"] if pathlib.Path(program).exists() else ["what asks the program is not scored"]
        yield from (f"run.py does not say “{words}”:\n{out}{err}" for words in wanted if words not in out)
        if code or err:
            yield f"run.py ends with {code}: {err}"
        asked[1]["asked"] = "1 February"
        table(folder / outlook.FILE, asked)
        code, out, err = ran(folder, program)
        if code or err or (pathlib.Path(program).exists() and "“1 February” is no day" not in out):
            yield f"run.py on a day that is none ends with {code}:\n{out}{err}"
        if ran(folder / "nowhere", program)[0] != 2:
            yield "run.py takes a folder that is not there"


def checks():
    """A figure that is worse by more than its tolerance is found, and one that is better is not; what is of other data is not compared."""
    before, tolerance = json.loads(run.KEPT_CASES.read_text(encoding="utf-8"))["brier"], 0.005
    with tempfile.TemporaryDirectory() as place:
        folder = pathlib.Path(place)
        table(folder / outlook.FILE, [{"source": "made up"}])
        for by, wanted in ((2 * tolerance, 1), (-2 * tolerance, 0), (0.0, 0)):
            figure = run.figure("cases.brier", "agreement or none", (before + by, 0, 1))
            fell, _, compared = run.worse([figure], folder)
            if (len(fell), compared) != (wanted, 1):
                yield f"a figure that moved by {by} is found {len(fell)} times to be worse"
        other = run.figure("outlook.all.Brier", "questions", (9.0, 0, 9), files=(outlook.FILE,))
        if run.worse([other], folder) != ([], [outlook.FILE], 0):
            yield "a figure of other data is held against a kept one"


def main():
    program = sys.argv[1] if len(sys.argv) > 1 else str(ROOT / "no program")
    wrong = [line for part in (codings(), wordings(), fits(), told(program), checks()) for line in part]
    print("\n".join(wrong) if wrong else "dated questions and the script of all figures: as they should be")
    return int(bool(wrong))


if __name__ == "__main__":
    sys.exit(main())
