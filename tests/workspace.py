"""Checks the workspace as `cargo metadata` sees it: every dependency's licence, and the direction of the layers."""

import json
import re
import subprocess
import sys

# Licences under which a dependency may come. An expression passes if some choice in it uses only these.
ALLOWED = {
    "0BSD", "Apache-2.0", "Apache-2.0 WITH LLVM-exception", "BSD-2-Clause", "BSD-3-Clause", "BSL-1.0",
    "CC0-1.0", "ISC", "MIT", "MIT-0", "Unicode-3.0", "Unlicense", "Zlib",
}

# Which crates of the workspace each may use. Faces never depend on each other, engines never on `case`, nor on one another but
# for `talks`, which are held on a deal space, and `watch`, which looks at an exchange under way; `intake` reads reports and tables, and no engine knows it.
ENGINES = {
    "detente-deals", "detente-exchange", "detente-durability", "detente-evidence", "detente-stability", "detente-talks",
    "detente-collective", "detente-watch",
}
LAYERS = {
    "detente-model": set(),
    "detente-case": {"detente-model"},
    # Tables of actors become bodies.
    "detente-foreign": {"detente-model", "detente-case", "detente-collective"},
    **{engine: {"detente-model"} for engine in ENGINES},
    # Talks are held on a deal space: its packages, in its exact units, and its frontier, found once and not a second time.
    # What a tournament of them amounts to is a game.
    "detente-talks": {"detente-model", "detente-deals", "detente-games"},
    # The day after stands on the exchange that is carried out, and on how long such agreements last.
    "detente-watch": {"detente-model", "detente-exchange", "detente-durability"},
    # Nothing of a negotiation: tables of payoffs alone.
    "detente-games": set(),
    # Nothing of a negotiation: documents for word processors alone.
    "detente-docx": set(),
    "detente-intake": {"detente-model", "detente-case"},
    # The text of a deal, read against a case, with faults told as the reader of cases tells them; it goes to Word and comes back.
    "detente-text": {"detente-model", "detente-case", "detente-docx"},
    "detente-brief": {"detente-model", "detente-docx", "detente-text", *ENGINES},
    # A face over the sitting and the readers; of the engines it sees what a sitting's options are made of.
    "detente-server": {
        "detente-model", "detente-docx", "detente-case", "detente-text", "detente-foreign", "detente-brief", "detente-intake", "detente-deals",
    },
    "detente-cli": {
        "detente-model", "detente-case", "detente-foreign", "detente-brief", "detente-intake", "detente-server", "detente-text", "detente-docx",
        *ENGINES,
    },
    # Python: the readers and the sitting, and the command, which comes along. Of the engines it sees what options, tournaments and bodies are
    # made of.
    "detente-py": {
        "detente-model", "detente-case", "detente-foreign", "detente-brief", "detente-server", "detente-cli", "detente-deals",
        "detente-talks", "detente-collective", "detente-intake", "detente-text",
    },
    "detente-bench": {"detente-model", "detente-case", *ENGINES},
}


def licence_passes(expression):
    """Whether an SPDX expression can be met with the allowed licences alone."""
    tokens = re.findall(r"\(|\)|[^\s()]+", expression.replace("/", " OR "))
    position = 0

    def either():
        nonlocal position
        value = both()
        while position < len(tokens) and tokens[position] == "OR":
            position += 1
            value = both() or value
        return value

    def both():
        nonlocal position
        value = one()
        while position < len(tokens) and tokens[position] == "AND":
            position += 1
            value = one() and value
        return value

    def one():
        nonlocal position
        if tokens[position] == "(":
            position += 1
            value = either()
            position += 1
            return value
        name = tokens[position]
        position += 1
        if position + 1 < len(tokens) and tokens[position] == "WITH":
            name += " WITH " + tokens[position + 1]
            position += 2
        return name in ALLOWED

    return either()


def faults(metadata):
    members = set(metadata["workspace_members"])
    for package in metadata["packages"]:
        name = package["name"]
        if package["id"] not in members:
            if not package["license"]:
                yield f"{name} {package['version']} names no licence"
            elif not licence_passes(package["license"]):
                yield f"{name} {package['version']} comes under {package['license']}"
            if package["source"] != "registry+https://github.com/rust-lang/crates.io-index":
                yield f"{name} {package['version']} does not come from crates.io but from {package['source']}"
            continue
        if name not in LAYERS:
            yield f"{name} has no place among the layers; give it one in tests/workspace.py"
            continue
        for dependency in package["dependencies"]:
            used = dependency["name"]
            if used.startswith("detente-") and dependency["kind"] is None and used not in LAYERS[name]:
                yield f"{name} depends on {used}, which is not below it"
        if package["license"] != "MIT OR Apache-2.0":
            yield f"{name} is not under MIT OR Apache-2.0"


def main():
    command = ["cargo", "metadata", "--format-version", "1", "--locked"]
    metadata = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    found = sorted(set(faults(metadata)))
    for fault in found:
        print(f"fault: {fault}")
    print(f"{len(metadata['packages'])} packages checked, {len(found)} faults")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
