"""Builds the wheel of the Python package, installs it in bare virtual environments, and runs its tests there.

    python3 tests/python_package.py            the interpreter that runs this
    python3 tests/python_package.py --all      every interpreter from 3.10 on that is found here
    python3 tests/python_package.py --keep DIR also puts the wheel there, for other checks (`DETENTE_WHEEL`)

Needs PyPI; where it cannot be reached the script says that nothing was checked and ends with 75. `DETENTE_WHEEL` names a wheel that is
built already.
"""

import doctest
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
LATEST = 14
CANNOT_BE_HAD = re.compile(r"No matching distribution|Could not find a version|Failed to establish|Temporary failure|Connection|timed out|No module named (ensurepip|venv)")


class NotHad(Exception):
    """Something that is fetched from PyPI could not be."""


def step(what):
    print(f"-- {what}", flush=True)


def fetched(command, **how):
    """Runs what needs PyPI."""
    got = subprocess.run(command, capture_output=True, text=True, **how)
    if got.returncode != 0:
        said = got.stdout[-3000:] + got.stderr[-3000:]
        if CANNOT_BE_HAD.search(said):
            raise NotHad(said)
        print(said)
        sys.exit(1)
    return got


def wheel(place):
    """The wheel, built as `pip install .` builds it."""
    if "DETENTE_WHEEL" in os.environ:
        return pathlib.Path(os.environ["DETENTE_WHEEL"]).resolve()
    bin = environment(sys.executable, place / "build")
    began = time.monotonic()
    command = [bin / "pip", "wheel", "--disable-pip-version-check", "--no-deps", "-w", place / "wheels", ROOT]
    fetched(command)
    (found,) = (place / "wheels").glob("detente-*.whl")
    step(f"{found.name}: {found.stat().st_size / 1e6:.1f} MB, built in {time.monotonic() - began:.0f} s")
    return found


def environment(python, place):
    """A bare virtual environment."""
    fetched([python, "-m", "venv", place])
    return place / ("Scripts" if os.name == "nt" else "bin")


def install(bin, *what):
    fetched([bin / "pip", "install", "-q", "--disable-pip-version-check", *what])


def interpreters():
    """Interpreters from 3.10 on, each version once: on the path, and those of pyenv."""
    candidates = [shutil.which(f"python3.{minor}{free}") for minor in range(10, LATEST + 1) for free in ("", "t")]
    if shutil.which("pyenv"):
        root = subprocess.run(["pyenv", "root"], capture_output=True, text=True).stdout.strip()
        candidates += sorted(map(str, pathlib.Path(root).glob("versions/3.1*/bin/python3"))) if root else []
    found = {}
    for python in filter(None, candidates):
        ask = "import sys, sysconfig; print(*sys.version_info[:2], sysconfig.get_config_var('Py_GIL_DISABLED') or 0)"
        said = subprocess.run([python, "-c", ask], capture_output=True, text=True)
        version = tuple(map(int, said.stdout.split())) if said.returncode == 0 else ()
        if version[:2] >= (3, 10):
            found.setdefault(version, python)
    return found


def bare(python, built, place):
    """The wheel in an environment that has nothing else: the command with its workbench, and an import."""
    bin = environment(python, place)
    install(bin, "--no-index", built)
    version = subprocess.run([bin / "detente", "--version"], check=True, capture_output=True, text=True).stdout
    subprocess.run([bin / "detente", "brief", ROOT / "cases/cairo-2024", "--draws", "50"], check=True, stdout=subprocess.DEVNULL)
    server = subprocess.Popen([bin / "detente", "serve", ROOT / "cases/cairo-2024", "--no-open"], stdout=subprocess.PIPE, text=True)
    try:
        address = server.stdout.readline().split("/#")[0]
        ask = f"import urllib.request; print('<script' in urllib.request.urlopen('{address}/').read().decode())"
        page = subprocess.run([bin / "python", "-c", ask], check=True, capture_output=True, text=True).stdout
    finally:
        server.terminate()
        server.wait()
    if page != "True\n":
        sys.exit("the workbench did not answer")
    step(f"bare: {version.strip()}, its brief and its workbench")


def tests(bin):
    run = subprocess.run([bin / "python", "-m", "pytest", "-q", "-p", "no:cacheprovider", ROOT / "python/tests"], cwd=ROOT / "python/tests")
    if run.returncode != 0:
        sys.exit(1)


def examples(place):
    """The examples of the page, as a program for the type checkers."""
    page = (ROOT / "docs/python.md").read_text(encoding="utf-8")
    lines = []
    for block in re.findall(r"^```python\n(.*?)^```", page, re.S | re.M):
        for example in doctest.DocTestParser().get_examples(block):
            source = example.source.strip()
            # What shows nothing may be of a call that gives nothing.
            if not example.want:
                lines.append(source)
                continue
            try:
                compile(source, "docs/python.md", "eval")
                source = f"print({source})"
            except SyntaxError:
                pass
            lines.append(source)
    program = place / "examples.py"
    program.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return program


def types(bin, place):
    program = examples(place)
    checks = [
        [bin / "mypy", "--strict", "--config-file", ROOT / "pyproject.toml", "-p", "detente"],
        [bin / "mypy", "--strict", "--config-file", ROOT / "pyproject.toml", program],
        [bin / "pyright", "--pythonpath", bin / "python", program],
        [bin / "pyright", "--verifytypes", "detente", "--ignoreexternal"],
    ]
    # Which package is looked at follows from the first Python on the path, whatever is said beside it.
    found_first = {**os.environ, "PATH": f"{bin}{os.pathsep}{os.environ['PATH']}"}
    for check in checks:
        ran = subprocess.run(check, capture_output=True, text=True, cwd=place, env=found_first)
        said = ran.stdout + ran.stderr
        if ran.returncode != 0:
            print(said[-6000:])
            sys.exit(1)
        step(f"{pathlib.Path(check[0]).name} {check[-1] if check[-1] != program else 'docs/python.md'}: {said.strip().splitlines()[-1]}")


def main():
    step("the typed answers are what the schema makes")
    subprocess.run([sys.executable, ROOT / "python/generate_answers.py", "--check"], check=True)
    with tempfile.TemporaryDirectory() as place:
        place = pathlib.Path(place)
        try:
            built = wheel(place)
            if "--keep" in sys.argv[1:]:
                shutil.copy(built, sys.argv[sys.argv.index("--keep") + 1])
            bare(sys.executable, built, place / "bare")
            bin = environment(sys.executable, place / "whole")
            install(bin, built, "-r", ROOT / "python/requirements-test.txt")
            tests(bin)
            types(bin, place)
            if "--all" in sys.argv[1:]:
                for version, python in sorted(interpreters().items()):
                    if version[:2] == sys.version_info[:2]:
                        continue
                    if version[2]:
                        step(f"{python}: free-threaded, for which this wheel is not made")
                        continue
                    step(f"Python {version[0]}.{version[1]}")
                    bin = environment(python, place / f"python-{version[0]}.{version[1]}")
                    install(bin, built, "pytest", "numpy", "pyarrow")
                    tests(bin)
        except NotHad as why:
            print(f"NOT RUN: what is needed cannot be had from PyPI\n{why}", flush=True)
            return 75
    return 0


if __name__ == "__main__":
    sys.exit(main())
