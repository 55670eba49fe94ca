"""Attacks the workbench's server by its own OpenAPI document, with schemathesis: whatever it is sent, it answers as the document says.

`python3 tests/server_api.py target/release/detente`; ends with 75 where schemathesis cannot be had. It runs in an environment of its
own, on a copy of a case in a temporary folder, and sends requests to this machine alone.
"""

import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

VERSION = "4.32.5"
EXAMPLES = 25


def main(program):
    root = pathlib.Path(__file__).resolve().parent.parent
    with tempfile.TemporaryDirectory() as place:
        place = pathlib.Path(place)
        got = subprocess.run([sys.executable, "-m", "venv", place / "env"], capture_output=True, text=True)
        if got.returncode == 0:
            got = subprocess.run(
                [place / "env/bin/pip", "install", "-q", "--disable-pip-version-check", f"schemathesis=={VERSION}"],
                capture_output=True, text=True,
            )
        if got.returncode != 0:
            print(f"NOT RUN: schemathesis cannot be had\n{got.stdout[-500:]}{got.stderr[-500:]}", flush=True)
            return 75
        shutil.copytree(root / "cases/prisoners-dilemma-1950", place / "case")
        server = subprocess.Popen([program, "serve", place / "case", "--no-open"], stdout=subprocess.PIPE, text=True)
        try:
            address = re.fullmatch(r"(http://127\.0\.0\.1:\d+)/#token=(\w+)", server.stdout.readline().strip())
            base, token = address.groups()
            attack = [
                place / "env/bin/schemathesis", "run", root / "schema/server.openapi.json", "--url", base,
                "-H", f"Authorization: Bearer {token}", "-H", f"Origin: {base}",
                "--max-examples", str(EXAMPLES), "--seed", "1", "--request-timeout", "20",
                # A watched file streams until somebody leaves, and answers to bodies that are no JSON are told apart by status alone.
                "--exclude-path", "/api/watch",
                "--checks", "not_a_server_error,response_schema_conformance,content_type_conformance,ignored_auth",
            ]
            found = subprocess.run(attack, cwd=place)
            alive = server.poll() is None
        finally:
            server.terminate()
            server.wait()
        if not alive:
            print("the server ended")
        return 0 if found.returncode == 0 and alive else 1


if __name__ == "__main__":
    sys.exit(main(pathlib.Path(sys.argv[1]).resolve()))
