#!/usr/bin/env python3
"""Counts the instructions of the two commonest verbs, and fails when one takes a tenth more than recorded.

    cargo build --release -p detente-cli
    python3 tests/instructions.py            # compares with bench/instructions.json
    python3 tests/instructions.py --record   # writes what it counts there

Time depends on the machine and on what else it does; the number of instructions on one thread does not, to well below 1 %.
It is counted by valgrind's callgrind, which is installed by apt-get if it is missing; where that fails nothing was checked,
which is said, and the exit code is 75. A figure that falls by more than a tenth is only told: record it, so that it stays.
"""

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
RECORDED = ROOT / "bench" / "instructions.json"
COMMANDS = {
    "brief": ["brief", "cases/cairo-2024", "--draws", "200"],
    "deals": ["deals", "cases/cairo-2024", "--draws", "200"],
}
ALLOWED = 0.10
NOTHING_CHECKED = 75


def valgrind():
    """Whether valgrind is there, or could be installed."""
    if shutil.which("valgrind"):
        return True
    for command in (["apt-get", "update"], ["apt-get", "install", "-y", "valgrind"]):
        try:
            subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
        except OSError:
            return False
    return shutil.which("valgrind") is not None


def count(binary, arguments):
    """Instructions of one run on one thread."""
    with tempfile.TemporaryDirectory() as folder:
        command = ["valgrind", "--tool=callgrind", f"--callgrind-out-file={folder}/out", str(binary), *arguments]
        environment = {**os.environ, "RAYON_NUM_THREADS": "1", "NO_COLOR": "1", "COLUMNS": "80"}
        run = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    found = re.search(r"Collected\s*:\s*(\d+)", run.stderr)
    if run.returncode != 0 or not found:
        sys.exit(f"{' '.join(command)} failed with {run.returncode}:\n{run.stderr[-2000:]}")
    return int(found.group(1))


def main():
    binary = Path(os.environ.get("DETENTE", ROOT / "target" / "release" / "detente"))
    if not binary.exists():
        sys.exit(f"there is no {binary}: run `cargo build --release -p detente-cli` first")
    if not valgrind():
        print("nothing was checked: valgrind is not there and could not be installed")
        sys.exit(NOTHING_CHECKED)
    counted = {verb: count(binary, arguments) for verb, arguments in COMMANDS.items()}
    if "--record" in sys.argv[1:]:
        recorded = {
            verb: {
                "command": "RAYON_NUM_THREADS=1 valgrind --tool=callgrind target/release/detente " + " ".join(arguments),
                "instructions": counted[verb],
            }
            for verb, arguments in COMMANDS.items()
        }
        RECORDED.write_text(json.dumps(recorded, indent=2) + "\n")
        print(f"recorded: {counted}")
        return
    recorded = json.loads(RECORDED.read_text())
    failed = False
    for verb, instructions in counted.items():
        before = recorded[verb]["instructions"]
        change = instructions / before - 1
        line = f"{verb}: {instructions:,} instructions, recorded {before:,} ({change:+.1%})"
        if change > ALLOWED:
            failed = True
            line += ": too many; find out why, or record the new figure with --record and say why in the commit"
        elif change < -ALLOWED:
            line += ": far fewer; record the new figure with --record, so that they stay fewer"
        print(line)
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
