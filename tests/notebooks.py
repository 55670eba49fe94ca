"""Runs the notebooks, and the code of `docs/compare/`, in a virtual environment of its own; whatever raises fails.

    python3 tests/notebooks.py

Needs PyPI; where it cannot be reached the script says that nothing was checked and ends with 75. `DETENTE_WHEEL` names a wheel that is built
already; without it the package is built from here.
"""

import os
import pathlib
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
NOT_RUN = 75
NEEDS = ["nbclient", "nbformat", "ipykernel", "matplotlib", "pandas", "polars", "pyarrow", "numpy", "lifelines", "SALib", "pygambit"]
# NegMAS pins versions of what the others use, so that it has an environment to itself.
NEGMAS = ["negmas==0.16.0", "numpy"]

RUN = """
import pathlib, sys, time
import nbformat
from nbclient import NotebookClient
for name in sys.argv[1:]:
    began = time.monotonic()
    file = pathlib.Path(name)
    notebook = nbformat.read(file, as_version=4)
    NotebookClient(notebook, timeout=300, kernel_name="python3", resources={"metadata": {"path": str(file.parent)}}).execute()
    print(f"{file.name}: {time.monotonic() - began:.0f} s", flush=True)
"""


def environment(place, wheel, needs):
    """A virtual environment with the package and what else is needed; nothing if PyPI cannot be reached."""
    subprocess.run([sys.executable, "-m", "venv", place], check=True)
    python = place / ("Scripts" if os.name == "nt" else "bin") / "python"
    if subprocess.run([python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *needs]).returncode:
        return None
    subprocess.run([python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", wheel], check=True)
    return python


def main():
    wheel = os.environ.get("DETENTE_WHEEL", ROOT)
    with tempfile.TemporaryDirectory() as folder:
        place = pathlib.Path(folder)
        python, other = environment(place / "all", wheel, NEEDS), environment(place / "negmas", wheel, NEGMAS)
        if python is None or other is None:
            print("NOT RUN: PyPI could not be reached, so that no notebook was run")
            sys.exit(NOT_RUN)
        notebooks = sorted((ROOT / "notebooks").glob("*.ipynb"))
        failed = subprocess.run([python, "-c", RUN, *notebooks]).returncode != 0
        for script in sorted((ROOT / "docs" / "compare").glob("*.py")):
            runner = other if script.name.startswith("negmas") else python
            print(f"-- {script.name}", flush=True)
            failed |= subprocess.run([runner, script], cwd=ROOT).returncode != 0
    sys.exit(1 if failed or not notebooks else 0)


if __name__ == "__main__":
    main()
