"""The same generated spaces through NegMAS and through `detente deals`, in one run; writes `bench/RESULTS.md`.

    cargo build --release -p detente-cli
    python3 bench/negmas.py                # sizes that take some minutes
    python3 bench/negmas.py --largest 7    # up to 10^7 outcomes: NegMAS alone takes some seven minutes for that

Each measurement is a process of its own: processor time (user and system, of all threads) and peak memory are those
that the system reports for it. NegMAS runs from `negmas` of PyPI, installed into a temporary environment unless the
Python that runs this has it; its start and its loading of the files are measured apart and subtracted, while
`detente` is measured whole, from its start to the last byte of JSON.
"""

import argparse
import datetime
import json
import os
import pathlib
import platform
import random
import resource
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
OPTIONS = 10

# What NegMAS does with a folder: nothing but load it, all statistics, or the Pareto front by its sampler.
RIVAL = """
import sys, warnings, time, os
warnings.filterwarnings("ignore")
from negmas.inout import Scenario
scenario = Scenario.from_yaml_folder(sys.argv[2])
found = 0
before = time.process_time()
if sys.argv[1] == "stats":
    found = len(scenario.calc_stats().pareto_utils)
elif sys.argv[1] == "sampler":
    found = sampled(scenario)
print(found, time.process_time() - before)
"""


def spaces(largest):
    """Name, number of parties, number of issues, and whether the two parties want the opposite of each other."""
    for power in range(4, largest + 1):
        yield f"random, 10^{power}", 2, power, False
    for power in range(4, min(largest, 6) + 1):
        yield f"three parties, 10^{power}", 3, power, False
    yield "opposed, 10 issues", 2, 10, True
    yield "opposed, 15 issues", 2, 15, True
    yield "three parties, 10^12", 3, 12, False


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
    with tempfile.TemporaryFile() as out:
        child = subprocess.Popen(arguments, stdout=out, stderr=subprocess.DEVNULL,
                                 preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_CPU, (limit, limit)))
        _, status, usage = os.wait4(child.pid, 0)
        child.returncode = status
        if status:
            return None
        out.seek(0)
        return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, out.read().decode()


def best(arguments, limit, repeat):
    runs = [measured(arguments, limit) for _ in range(repeat)]
    return None if None in runs else min(runs, key=lambda run: run[0])


def python_with_negmas(place):
    try:
        import negmas  # noqa: F401
        return sys.executable
    except ImportError:
        subprocess.run([sys.executable, "-m", "venv", place], check=True)
        python = pathlib.Path(place) / "bin/python"
        subprocess.run([python, "-m", "pip", "install", "--quiet", "negmas==0.16.0"], check=True)
        return str(python)


def shown(run):
    return "—" if run is None else f"{run[0]:.4f} s, {run[1]:.0f} MiB"


def main():
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--largest", type=int, default=5, help="largest random space, as a power of ten")
    asked.add_argument("--limit", type=int, default=900, help="processor seconds after which a process is given up")
    asked.add_argument("--repeat", type=int, default=3, help="runs of detente, of which the least is taken")
    asked.add_argument("--seed", type=int, default=1)
    asked.add_argument("--detente", default=str(ROOT / "target/release/detente"))
    asked.add_argument("--out", default=str(ROOT / "bench/RESULTS.md"))
    asked = asked.parse_args()
    rows = []
    with tempfile.TemporaryDirectory() as place:
        place = pathlib.Path(place)
        python = python_with_negmas(place / "environment")
        rival = place / "rival.py"
        rival.write_text(SAMPLER + RIVAL)
        for name, parties, issues, opposed in spaces(asked.largest):
            folder = place / name.replace(" ", "_").replace("^", "")
            folder.mkdir()
            generate(folder, parties, issues, opposed, asked.seed)
            files = ["domain.yml", *(f"p{i}.yml" for i in range(parties))]
            ours = best([asked.detente, "deals", *(str(folder / f) for f in files), "--draws", "1", "--json"],
                        asked.limit, asked.repeat)
            stats = measured([python, str(rival), "stats", str(folder)], asked.limit) if issues <= asked.largest else None
            sampler = measured([python, str(rival), "sampler", str(folder)], asked.limit) if parties == 2 else None
            rows.append((name, ours, stats, sampler))
            print(name, shown(ours), shown(stats), shown(sampler), flush=True)
    pathlib.Path(asked.out).write_text(report(asked, rows))


# The sampler merges the issues of a pair of functions, and then names what it found.
SAMPLER = '''
def sampled(scenario):
    from negmas.preferences.pareto_sampler import MOBANOSParetoSampler
    sampler = MOBANOSParetoSampler()
    sampler.init(*scenario.ufuns)
    return len(list(sampler.pareto_outcomes()))
'''


def found(run):
    """How many points the rival found, and its processor seconds without start and loading."""
    number, seconds = run[2].split()[-2:]
    return int(number), float(seconds)


def report(asked, rows):
    git = subprocess.run(["git", "-C", ROOT, "rev-parse", "--short", "HEAD"], capture_output=True, text=True)
    lines = [
        "# Deal spaces: Detente and NegMAS side by side",
        "",
        f"Machine: {processor()}, {os.cpu_count()} cores, {platform.system()}; Python {platform.python_version()};",
        f"commit `{git.stdout.strip()}`; {datetime.date.today():%B %Y}. Repeat:",
        "`cargo build --release -p detente-cli && python3 bench/negmas.py --largest "
        f"{asked.largest} --seed {asked.seed}`.",
        "",
        "Ten options an issue, values and weights drawn evenly. Processor time of all threads, and peak memory. `detente",
        "deals --draws 1 --json` is measured as a whole process, with all its findings: frontier, zone, count, margin,",
        "solutions, sticking points. Of NegMAS the time is that of `calc_stats()`, or of the sampler, alone, without the",
        "start of Python and the loading of files; its memory is that of the process. A dash: not run, or given up.",
        "",
        "| space | detente deals | points | NegMAS `calc_stats()` | ratio | NegMAS `MOBANOSParetoSampler` | points | ratio |",
        "|---|---|---|---|---|---|---|---|",
    ]
    for name, ours, stats, sampler in rows:
        cells = [name, shown(ours)]
        cells.append("—" if ours is None else str(json.loads(ours[2])["deals"]["central"]["frontier_size"]))
        for run, with_points in ((stats, False), (sampler, True)):
            if run is None:
                cells += ["—"] * (3 if with_points else 2)
                continue
            points, seconds = found(run)
            ratio = "—" if ours is None else f"{seconds / max(ours[0], 1e-4):.1f}"
            cells += [f"{seconds:.6f} s, {run[1]:.0f} MiB", *([str(points)] if with_points else []), ratio]
        lines.append(f"| {' | '.join(cells)} |")
    lines += ["", "A ratio is the time of NegMAS over that of Detente; the latter includes its start and reading the files.", ""]
    return "\n".join(lines)


def processor():
    try:
        lines = pathlib.Path("/proc/cpuinfo").read_text().splitlines()
        return next(line.split(":", 1)[1].strip() for line in lines if line.startswith("model name"))
    except (OSError, StopIteration):
        return platform.processor() or "unknown"


if __name__ == "__main__":
    main()
