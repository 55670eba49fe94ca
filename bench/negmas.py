"""The same generated spaces through NegMAS and through `detente deals`; writes `bench/RESULTS.md`.

    cargo build --release -p detente-cli
    cargo build --release -p detente-deals --example frontier_of_files
    python3 bench/negmas.py                          # all rows; NegMAS where that takes some minutes in all
    python3 bench/negmas.py --write six 6 12         # the files of six parties over 10^12 packages, in the folder six
    python3 bench/negmas.py --list                   # the names of the rows
    python3 bench/negmas.py --only 'random, 10^6' --largest 6    # two minutes more, and that row alone

Each row is kept in `bench/results.json` as soon as it is measured, and a later run replaces only the rows that it measures, so
that long rows can be measured apart. `--only` takes names of rows, more than one if need be.

Each measurement is a process of its own: processor time (user and system, of all threads) and peak memory are those
that the system reports for it. Of several runs the least time is taken, since whatever else a machine does can only add to it.
NegMAS runs from `negmas` of PyPI, installed into a temporary environment unless the Python that runs this has it. `detente` is
measured whole, from its start to the last byte of JSON; for the frontier alone, both are measured inside a running process that
has read the files, without its start.
"""

import argparse
import datetime
import json
import os
import pathlib
import platform
import random
import resource
import signal
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
OPTIONS = 10

# What NegMAS does with a folder: all statistics once, or the Pareto front by its sampler again and again, the quickest counting.
# A sampler may be asked once, so each time takes a new one.
RIVAL = """
import sys, warnings, time
warnings.filterwarnings("ignore")
from negmas.inout import Scenario
from negmas.preferences.pareto_sampler import MOBANOSParetoSampler

def sampled(scenario):
    sampler = MOBANOSParetoSampler()
    sampler.init(*scenario.ufuns)
    return len(list(sampler.pareto_outcomes()))

scenario = Scenario.from_yaml_folder(sys.argv[2])
ask = sampled if sys.argv[1] == "sampler" else lambda scenario: len(scenario.calc_stats().pareto_utils)
# Of what takes minutes the processor's time counts, which other work does not touch; of microseconds the quickest by the clock.
clock = time.perf_counter if sys.argv[1] == "sampler" else time.process_time
times, least, begun = int(sys.argv[3]), float("inf"), time.perf_counter()
while times > 0:
    before = clock()
    found = ask(scenario)
    least = min(least, clock() - before)
    times -= 1
    if time.perf_counter() - begun > 20:
        break
print(found, least)
"""


class Row:
    """A space: how many parties and issues, whether two parties want the opposite of each other, and why NegMAS is not asked."""

    def __init__(self, name, parties, issues, opposed=False, why_not=None):
        self.name, self.parties, self.issues, self.opposed, self.why_not = name, parties, issues, opposed, why_not

    def stats_missing(self, largest):
        """Why `calc_stats()` is not measured; `None` if it is."""
        if self.issues > 7:
            return "it lists every outcome, and beyond 10^7 there are too many"
        if self.issues > largest:
            return "not asked for in this run"
        return None

    def sampler_missing(self):
        """Why the sampler is not measured; `None` if it is."""
        return None if self.parties == 2 else "it takes two parties"


def rows():
    for power in range(4, 8):
        yield Row(f"random, 10^{power}", 2, power)
    for power in range(4, 7):
        yield Row(f"three parties, 10^{power}", 3, power)
    for issues in (10, 15, 20):
        yield Row(f"opposed, {issues} issues", 2, issues, opposed=True)
    yield Row("random, 10^12", 2, 12)
    yield Row("three parties, 10^12", 3, 12)
    yield Row("six parties, 10^6", 6, 6)


def generate(folder, parties, issues, opposed, seed):
    """A space in the files of NegMAS, which Detente reads as well."""
    draw = random.Random(f"{seed} {parties} {issues} {opposed}")
    domain = ["issues:"]
    for k in range(issues):
        values = ", ".join(f'"o{o}"' for o in range(OPTIONS))
        domain.append(f'- name: "i{k}"\n  type: CategoricalIssue\n  values: [{values}]')
    domain.append("name: generated\ntype: CartesianOutcomeSpace\n")
    (folder / "domain.yml").write_text("\n".join(domain))
    tables = [[[draw.random() for _ in range(OPTIONS)] for _ in range(issues)] for _ in range(parties)]
    weights = [[draw.random() for _ in range(issues)] for _ in range(parties)]
    if opposed:
        # Each issue is worth to one exactly what it costs the other, on weights of its own.
        tables[1] = [[1 - v for v in table] for table in tables[0]]
    for i in range(parties):
        total = sum(weights[i])
        lines = [f"name: p{i}\nreserved_value: 0.0\ntype: LinearAdditiveUtilityFunction\nvalues:"]
        for table in tables[i]:
            mapping = ", ".join(f'"o{o}": {v!r}' for o, v in enumerate(table))
            lines.append(f"- type: TableFun\n  mapping: {{{mapping}}}")
        lines.append(f"weights: [{', '.join(repr(w / total) for w in weights[i])}]\n")
        (folder / f"p{i}.yml").write_text("\n".join(lines))


def measured(arguments, limit):
    """Processor seconds, peak memory in MiB and output of a process; `None` if it takes longer than `limit`."""
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        child = subprocess.Popen(arguments, stdout=out, stderr=err,
                                 preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_CPU, (limit, limit + 1)))
        _, status, usage = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
        if child.returncode == -signal.SIGXCPU:
            return None
        if child.returncode:
            err.seek(0)
            sys.exit(f"{' '.join(map(str, arguments))} failed:\n{err.read().decode()}")
        out.seek(0)
        return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, out.read().decode()


def best(arguments, limit, repeat):
    """The run that took least processor time; `None` if one was given up."""
    least = None
    for _ in range(repeat):
        run = measured(arguments, limit)
        if run is None:
            return None
        least = run if least is None or run[0] < least[0] else least
    return least


def python_with_negmas(place):
    # Asked of an isolated interpreter: here the name would be found in this very folder.
    if subprocess.run([sys.executable, "-I", "-c", "import negmas"], stderr=subprocess.DEVNULL).returncode == 0:
        return sys.executable
    subprocess.run([sys.executable, "-m", "venv", place], check=True)
    python = pathlib.Path(place) / "bin/python"
    subprocess.run([python, "-m", "pip", "install", "--quiet", "negmas==0.16.0"], check=True)
    return str(python)


def measure(row, asked, place, python):
    """One row of the table: figures, or in words why there are none."""
    folder = place / row.name.replace(" ", "_").replace("^", "")
    folder.mkdir()
    generate(folder, row.parties, row.issues, row.opposed, asked.seed)
    files = [str(folder / f) for f in ("domain.yml", *(f"p{i}.yml" for i in range(row.parties)))]
    found = {"commit": commit(), "date": f"{datetime.date.today():%d %B %Y}", "seed": asked.seed, "machine": machine()}
    given_up = f"given up after {asked.limit} s"
    ours = best([asked.detente, "deals", *files, "--draws", "1", "--json"], asked.limit, asked.repeat)
    if ours is None:
        found["detente"] = given_up
    else:
        central = json.loads(ours[2])["deals"]["central"]
        found["detente"] = {"seconds": ours[0], "mebibytes": ours[1]}
        found["points"] = central["frontier_size"]
    # The frontier alone, inside a running process.
    alone = measured([asked.inside, *files], asked.limit)
    found["alone"] = given_up if alone is None else {"seconds": float(alone[2].split()[1])}

    def rival(what, missing, repeat):
        if missing or python is None:
            return missing or "not asked for in this run"
        run = measured([python, str(place / "rival.py"), what, str(folder), str(repeat)], asked.limit)
        if run is None:
            return given_up
        points, seconds = run[2].split()[-2:]
        return {"seconds": float(seconds), "mebibytes": run[1], "points": int(points)}

    found["stats"] = rival("stats", row.stats_missing(asked.largest), 1)
    found["sampler"] = rival("sampler", row.sampler_missing(), 100)
    return found


def keep(earlier, row):
    """What was measured earlier stays where this run was not asked for it."""
    for what in ("stats", "sampler"):
        if row[what] == "not asked for in this run" and isinstance(earlier.get(what), dict):
            row[what] = earlier[what]
    return row


def main():
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--only", nargs="+", metavar="ROW", help="measure these rows and keep the others as they are")
    asked.add_argument("--list", action="store_true", help="print the names of the rows and measure nothing")
    asked.add_argument("--largest", type=int, default=5,
                       help="largest space that calc_stats() of NegMAS is to list, as a power of ten (10^6: 2 minutes and "
                            "406 MiB, 10^7: 7 minutes and 3.4 GiB)")
    asked.add_argument("--write", nargs=3, metavar=("DIR", "PARTIES", "ISSUES"),
                       help="write the files of a random space into a new folder and measure nothing")
    asked.add_argument("--alone", action="store_true", help="measure Detente alone: no NegMAS is needed")
    asked.add_argument("--limit", type=int, default=1800, help="processor seconds after which a process is given up")
    asked.add_argument("--repeat", type=int, default=5, help="runs of detente, of which the least is taken")
    asked.add_argument("--seed", type=int, default=1)
    asked.add_argument("--detente", default=str(ROOT / "target/release/detente"))
    asked.add_argument("--results", default=str(ROOT / "bench/results.json"), help="what was measured, row by row")
    asked.add_argument("--out", default=str(ROOT / "bench/RESULTS.md"))
    asked = asked.parse_args()
    names = [row.name for row in rows()]
    if asked.write:
        folder = pathlib.Path(asked.write[0])
        folder.mkdir(parents=True)
        generate(folder, int(asked.write[1]), int(asked.write[2]), False, asked.seed)
        return
    if asked.list:
        print("\n".join(names))
        return
    if unknown := [name for name in asked.only or [] if name not in names]:
        sys.exit(f"no such row: {', '.join(unknown)}; --list prints their names")
    asked.inside = str(pathlib.Path(asked.detente).parent / "examples/frontier_of_files")
    results = pathlib.Path(asked.results)
    kept = json.loads(results.read_text()) if results.exists() else {}
    with tempfile.TemporaryDirectory() as place:
        place = pathlib.Path(place)
        python = None if asked.alone else python_with_negmas(place / "environment")
        (place / "rival.py").write_text(RIVAL)
        for row in rows():
            if asked.only and row.name not in asked.only:
                continue
            kept[row.name] = keep(kept.get(row.name, {}), measure(row, asked, place, python))
            results.write_text(json.dumps(kept, indent=2) + "\n")
            print(row.name, *cells(kept[row.name]), sep=" | ", flush=True)
    worlds = best([asked.detente, "deals", str(ROOT / "cases/cairo-2024"), "--json"], asked.limit, asked.repeat)
    worlds_text = shown({"seconds": worlds[0], "mebibytes": worlds[1]}) if worlds else f"given up after {asked.limit} s"
    pathlib.Path(asked.out).write_text(report([(name, kept[name]) for name in names if name in kept], worlds_text))


def shown(run, memory=True):
    """Seconds to three digits that count, and memory; a dash where there are none."""
    if not isinstance(run, dict):
        return "-"
    seconds = run["seconds"]
    text = f"{seconds:.3g} s" if seconds >= 0.001 else f"{seconds * 1e6:.3g} µs"
    return f"{text}, {run['mebibytes']:.0f} MiB" if memory and "mebibytes" in run else text


def ratio(rival, ours):
    """To three digits that count, and no more behind the point than that takes."""
    if not (isinstance(rival, dict) and isinstance(ours, dict)):
        return "-"
    times = rival["seconds"] / ours["seconds"]
    return f"{times:.3g}" if times < 1000 else f"{times:.0f}"


def cells(row):
    return [
        shown(row["detente"]), str(row.get("points") or "-"), shown(row["stats"]), ratio(row["stats"], row["detente"]),
        shown(row["alone"]), shown(row["sampler"], memory=False), ratio(row["sampler"], row["alone"]),
    ]


def report(rows, worlds):
    seeds = sorted({row["seed"] for _, row in rows})
    lines = [
        "# Deal spaces: Detente and NegMAS side by side",
        "",
        "Ten options an issue, values and weights drawn evenly "
        f"(seed {', '.join(map(str, seeds))}); two parties unless the name says more. *Opposed*: what",
        "an option is worth to one it costs the other, on weights of their own. Repeat:",
        "`cargo build --release -p detente-cli && cargo build --release -p detente-deals --example frontier_of_files &&",
        "python3 bench/negmas.py`; its head says how to measure single rows.",
        "",
        "- **detente deals**: `detente deals --draws 1 --json` as a whole process, from its start to the last byte, with all its",
        "  findings: frontier, zone, count, margin, solutions, sticking points, acceptability. Processor time of all threads, and",
        "  peak memory; the least of several runs.",
        "- **`calc_stats()`** of NegMAS: the processor time of that call alone, and the memory of the process.",
        "- **The frontier alone**, inside a running process that has read the files, the quickest of many times: Detente against",
        "  `MOBANOSParetoSampler` of NegMAS.",
        "- A ratio is the time of NegMAS over that of Detente.",
        "",
        "| space | detente deals | points | NegMAS `calc_stats()` | ratio | frontier alone | `MOBANOSParetoSampler` | ratio |",
        "|---|---|---|---|---|---|---|---|",
    ]
    lines += [f"| {name} | {' | '.join(cells(row))} |" for name, row in rows]
    lines += ["", f"2,000 worlds of the talks in Cairo (`detente deals cases/cairo-2024 --json`, from start to end): {worlds}."]
    lines += ["", "What is not in the table, and why:", ""]
    reasons = {}
    for name, row in rows:
        for what, title in (("detente", "detente deals"), ("stats", "`calc_stats()`"), ("sampler", "`MOBANOSParetoSampler`")):
            if isinstance(row[what], str):
                reasons.setdefault((title, row[what]), []).append(name)
    lines += [f"- {title}, {'; '.join(names)}: {why}." for (title, why), names in reasons.items()] or ["- nothing."]
    differing = [
        f"{name} ({title} {row[what]['points']}, Detente {row['points']})" for name, row in rows
        for what, title in (("stats", "`calc_stats()`"), ("sampler", "`MOBANOSParetoSampler`"))
        if isinstance(row[what], dict) and row[what]["points"] != row.get("points")
    ]
    lines += ["", f"Points found: {'the same on every row' if not differing else 'different on ' + '; '.join(differing)}.", ""]
    for measured_on in dict.fromkeys((row["machine"], row["commit"], row["date"]) for _, row in rows):
        names = [name for name, row in rows if (row["machine"], row["commit"], row["date"]) == measured_on]
        which = "all rows" if len(names) == len(rows) else "; ".join(names)
        lines.append(f"Measured on {measured_on[0]}; commit `{measured_on[1]}`, {measured_on[2]}: {which}.  ")
    return "\n".join(lines) + "\n"


def commit():
    git = subprocess.run(["git", "-C", ROOT, "rev-parse", "--short", "HEAD"], capture_output=True, text=True)
    return git.stdout.strip()


def machine():
    return f"{processor()}, {os.cpu_count()} cores, {platform.system()}, Python {platform.python_version()}"


def processor():
    try:
        lines = pathlib.Path("/proc/cpuinfo").read_text().splitlines()
        return next(line.split(":", 1)[1].strip() for line in lines if line.startswith("model name"))
    except (OSError, StopIteration):
        return platform.processor() or "unknown"


if __name__ == "__main__":
    main()
