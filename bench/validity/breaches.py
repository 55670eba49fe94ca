"""What a breach says: by how much a killing in a quiet raises the risk that fighting comes back.

    python3 bench/validity/breaches.py --data FOLDER

FOLDER has `btselem_fatalities.csv`, a table of people killed with the columns `date_of_event`, `event_location_region`, `killed_by` and `ammunition` (B'Tselem's record of Israel, the West
Bank and Gaza has them). Where `ethprio_ceasefires.csv` is there too, the same is told of quiets that began with an agreement. Nobody's name is read. Intervals are the middle 95 % of 1,000
samples drawn from quiets. Ends with 75 where the table or numpy is missing.
"""

import argparse
import collections
import csv
import datetime
import math
import pathlib
import random
import sys

SAMPLES = 1000
# From the day on which Israel had left Gaza; before it there was no line between the two.
FIRST = datetime.date(2005, 9, 12)
# From the end of the first of the larger wars there was a fence, rockets of longer reach and a blockade: a period with a risk of its own.
LATER = datetime.date(2009, 1, 18)
FROM_GAZA = ("rocket", "mortar", "missile", "grad", "qassam")
# Fighting: so many killed, on both sides together, within three days. Days of fighting that lie a week apart or less are of one bout.
MANY, WITHIN, APART = 10, 3, 7
# What was agreed between Israel and Hamas, Islamic Jihad or all groups together, as the record of ceasefires names pairs.
PAIRS = ("477.0", "478.0", "480.0", "481.0", "-1.0")


def killed(folder):
    """How many people were killed on each day in Gaza, or in Israel by what was fired from it, whoever killed them."""
    file = folder / "btselem_fatalities.csv"
    if not file.exists():
        return []
    each = collections.Counter()
    with file.open(newline="", encoding="utf-8-sig") as text:
        for row in csv.DictReader(text):
            fired = row["killed_by"] == "Palestinian civilians" and any(word in row["ammunition"].lower() for word in FROM_GAZA)
            if row["event_location_region"] == "Gaza Strip" or (row["event_location_region"] == "Israel" and fired):
                each[datetime.date.fromisoformat(row["date_of_event"][:10])] += 1
    last = max(each, default=FIRST)
    return [each[FIRST + datetime.timedelta(days)] for days in range((last - FIRST).days + 1)]


def bouts(each, many):
    """First and last day of each bout of fighting."""
    fighting = set()
    for day in range(len(each) - WITHIN + 1):
        some = each[day:day + WITHIN]
        if some[0] and sum(some) >= many:
            fighting.update(range(day, day + max(i for i, count in enumerate(some) if count) + 1))
    found = []
    for day in sorted(fighting):
        if found and day - found[-1][1] <= APART:
            found[-1][1] = day
        else:
            found.append([day, day])
    return found


def quiets(each, many):
    """From the day after a bout to the next: first day, day of the return, whether there was one."""
    found = bouts(each, many)
    ends = [(before[1] + 1, after[0], True) for before, after in zip(found, found[1:])]
    return ends + ([(found[-1][1] + 1, len(each), False)] if found else [])


def agreed(each, folder, many):
    """From the day after a truce was to begin to the return of fighting; a truce within another that still held is the same."""
    file = folder / "ethprio_ceasefires.csv"
    if not file.exists():
        return []
    with file.open(newline="", encoding="utf-8") as text:
        rows = [row for row in csv.DictReader(text) if row["location"] == "Israel" and row["ucdp_dyad"] in PAIRS and row["start"]]
    begun = {datetime.date.fromisoformat(row["start"]) for row in rows if row["side"] in ("2", "3")} | {LATER}
    found = []
    for day in sorted((start - FIRST).days + 1 for start in begun if start >= FIRST):
        if found and day <= found[-1][1]:
            continue
        end = next((at for at in range(day, len(each)) if each[at] and sum(each[at:at + WITHIN]) >= many), len(each))
        found.append((day, end, end < len(each)))
    return found


def days(each, spells, look, lag=0):
    """One row for each day of a quiet: which quiet, its age, whether somebody was killed in it in the days looked at before, the period, whether fighting came back."""
    for number, (first, end, back) in enumerate(spells):
        for day in range(first, min(end + back, len(each))):
            before = each[max(first, day - lag - look):max(first, day - lag)]
            yield number, math.log(day - first + 1), float(any(before)), float(day > (LATER - FIRST).days), float(back and day == end)


def ratio(rows, by_period=True):
    """Hazard ratio of a day after a killing against one without, and of each against the mean of both; by Newton's method.

    The hazard of a day is exp(a + b · ln(age) + c · killed + d · period); a period in which nothing came back is left out of it.
    """
    both = by_period and all(any(row[4] for row in rows if row[3] == period) for period in (0.0, 1.0))
    table = np.array([(1.0, age, before, later)[:4 if both else 3] for _, age, before, later, _ in rows])
    back = np.array([row[4] for row in rows])
    beta = np.zeros(table.shape[1])
    beta[0] = -5.0
    for _ in range(80):
        hazard = np.exp(np.clip(table @ beta, -30, 5))
        chance = np.maximum(-np.expm1(-hazard), 1e-12)
        slope = table.T @ np.where(back > 0, hazard * np.exp(-hazard) / chance, -hazard)
        bend = (table * (hazard * hazard * np.exp(-hazard) / chance)[:, None]).T @ table
        step = np.clip(np.linalg.solve(bend + 1e-9 * np.eye(len(beta)), slope), -2, 2)
        beta += step
        if abs(step).max() < 1e-8:
            break
    found, share = math.exp(beta[2]), table[:, 2].mean()
    mean = 1 - share + share * found
    return found, found / mean, 1 / mean


def with_intervals(rows, by_period=True):
    """The same with the middle 95 % of samples of quiets."""
    groups = collections.defaultdict(list)
    for row in rows:
        groups[row[0]].append(row)
    groups, chance, drawn = list(groups.values()), random.Random(1), []
    for _ in range(SAMPLES):
        drawn.append(ratio([row for group in chance.choices(groups, k=len(groups)) for row in group], by_period))
    return list(zip(ratio(rows, by_period), *(np.percentile(np.array(drawn), (2.5, 97.5), axis=0))))


def told(name, rows, by_period=True):
    found = with_intervals(rows, by_period)
    after = sum(row[2] for row in rows) / len(rows)
    print(f"  {name:<44} {sum(row[4] for row in rows):3.0f}   {after:.2f}   " + "   ".join(f"{middle:5.2f} ({low:.2f} to {high:.2f})" for middle, low, high in found))


def main():
    global np
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--data", required=True, type=pathlib.Path)
    folder = arguments.parse_args().data
    each = killed(folder)
    if not each:
        print(f"NOT RUN: no btselem_fatalities.csv in {folder}")
        return 75
    try:
        import numpy as np
    except ImportError as why:
        print(f"NOT RUN: {why}")
        return 75
    last = FIRST + datetime.timedelta(len(each) - 1)
    print(f"{sum(each)} people killed on {sum(count > 0 for count in each)} of {len(each)} days, {FIRST} to {last}")
    print(f"\n  {'':<44} returns, share of quiet days after a killing; hazard after one against none,")
    print(f"  {'':<44} after one against the mean of both, after none against the mean of both")
    all_of_them = quiets(each, MANY)
    told("quiets: ten killed in three days end them", list(days(each, all_of_them, 7)))
    told("  both periods as one", list(days(each, all_of_them, 7)), by_period=False)
    for many in (5, 20):
        told(f"  {many} killed end them", list(days(each, quiets(each, many), 7)))
    for look in (3, 14):
        told(f"  killed within {look} days", list(days(each, all_of_them, look)))
    told("  the last two days not looked at", list(days(each, all_of_them, 7, 2)))
    for many in (10, 5, 20):
        if found := agreed(each, folder, many):
            told(f"quiets that began with a truce, {len(found)}, {many} killed", list(days(each, found, 7)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
