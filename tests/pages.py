"""Plays the pages under `docs/` that show commands: what they show is what the command prints. Also follows every link between pages.

    python3 tests/pages.py target/release/detente

A `console` block holds commands (`$ detente …`) and what they print; a line `…` stands for lines left out. A `toml` block below a
comment changes `talks/case.toml`: `<!-- file -->` is all of it, `<!-- add -->` goes to its end, `<!-- instead of: LINE -->` and
`<!-- before: LINE -->` say for which line, or above which. Each page is played in an empty folder, with `cases` beside it.
"""

import os
import re
import shlex
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LINK = re.compile(r"\]\(([^)\s]+)\)")
BLOCK = re.compile(r"(?:<!-- ([^\n]*?) -->\n)?```(\w+)\n(.*?)^```$", re.DOTALL | re.MULTILINE)


def changed(case, how, text):
    """The text of a case after a block below the comment `how`."""
    if how == "file":
        return text
    if how == "add":
        return case + text
    kind, line = how.split(": ", 1)
    if case.count(line + "\n") != 1:
        raise ValueError(f"the case has the line `{line}` {case.count(line)} times")
    return case.replace(line + "\n", text + (line + "\n" if kind == "before" else ""))


def sessions(text):
    """The commands of a console block, each with the lines that it shows."""
    found = []
    for line in text.splitlines():
        if line.startswith("$ "):
            found.append((line[2:].split("  #")[0], []))
        else:
            found[-1][1].append(line)
    return found


def shown_in(shown, printed):
    """Whether the lines shown are those printed, but for the places marked `…`."""
    place, anywhere = 0, False
    part = []
    for line in [*shown, None]:
        if line not in ("…", None):
            part.append(line)
            continue
        if part:
            ends = [len(printed) - len(part)] if line is None else range(place, len(printed) - len(part) + 1)
            starts = [start for start in (ends if anywhere else [place]) if start >= place]
            fits = next((s for s in starts if [p.rstrip() for p in printed[s : s + len(part)]] == part), None)
            if fits is None:
                return "\n".join(part)
            place, part = fits + len(part), []
        anywhere = True
    if shown and shown[-1] != "…" and place != len(printed):
        return f"… and {len(printed) - place} lines more are printed than shown"
    return None


def play(page, program):
    """The faults of one page, and how many commands were played."""
    faults, played = [], 0
    with tempfile.TemporaryDirectory() as folder:
        os.symlink(ROOT / "cases", Path(folder) / "cases")
        case = Path(folder) / "talks" / "case.toml"
        for how, language, text in BLOCK.findall(page.read_text(encoding="utf-8")):
            if language == "toml" and how:
                case.parent.mkdir(exist_ok=True)
                old = case.read_text(encoding="utf-8") if case.exists() else ""
                case.write_text(changed(old, how, text), encoding="utf-8")
            elif language == "text" and how:
                (Path(folder) / how).write_text(text, encoding="utf-8")
            elif language == "console":
                for command, shown in sessions(text):
                    played += 1
                    arguments = [program, *shlex.split(command)[1:]]
                    environment = {**os.environ, "NO_COLOR": "1", "COLUMNS": "100"}
                    run = subprocess.run(arguments, cwd=folder, env=environment, capture_output=True, text=True, check=False)
                    printed = (run.stdout + run.stderr).splitlines()
                    missing = shown_in(shown, printed)
                    if missing is not None:
                        faults.append(f"{page.relative_to(ROOT)}: `{command}` does not print\n{missing}")
    return faults, played


def loose_ends():
    """The links of the project's pages that lead to no file, or to no heading of it."""
    pages = [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]
    for page in pages:
        for target in LINK.findall(page.read_text(encoding="utf-8")):
            if "://" in target:
                continue
            name, _, heading = target.partition("#")
            to = (page.parent / name).resolve() if name else page
            if not to.exists():
                yield f"{page.relative_to(ROOT)}: nothing is at `{target}`"
            elif heading and to.suffix == ".md" and heading not in headings(to):
                yield f"{page.relative_to(ROOT)}: `{to.name}` has no heading `#{heading}`"


def headings(page):
    """The anchors that GitHub gives the headings of a page."""
    lines = re.sub(r"^```.*?^```$", "", page.read_text(encoding="utf-8"), flags=re.DOTALL | re.MULTILINE).splitlines()
    titles = (line.lstrip("#").strip().lower() for line in lines if line.startswith("#"))
    return {re.sub(r"[^\w\- ]", "", title).replace(" ", "-") for title in titles}


def main():
    program = str(Path(sys.argv[1]).resolve())
    pages = sorted(p for folder in ("tutorial", "how-to") for p in (ROOT / "docs" / folder).glob("*.md"))
    count = 0
    found = []
    for page in pages:
        faults, played = play(page, program)
        found += faults
        count += played
    found += loose_ends()
    for fault in found:
        print(f"fault: {fault}")
    print(f"{len(pages)} pages, {count} commands played, {len(found)} faults")
    return 1 if found or count == 0 else 0


if __name__ == "__main__":
    sys.exit(main())
