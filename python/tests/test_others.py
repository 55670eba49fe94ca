"""Tournaments, bodies in which many have a say, settlements, findings; and that generated code is in step."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

import detente as dt

from test_sitting import command


def test_a_tournament(root: Path, cairo: dt.Case, tmp_path: Path) -> None:
    house = root / "crates" / "detente-cli" / "tests" / "sessions" / "tournament.in" / "house.toml"
    ways = ["boulware", "micro", "time 0.5"]
    found = dt.tournament([house], ways, rounds=20, traces=tmp_path / "said.jsonl")
    printed = json.loads(command("tournament", house, "--strategies", ",".join(ways), "--rounds", 20, "--json"))
    assert found.to_dict() == printed
    assert found == dt.tournament({"house": dt.read(house)}, ways, rounds=20, threads=1)
    said = [json.loads(line) for line in (tmp_path / "said.jsonl").read_text().splitlines()]
    assert len(said) == found.tournament.negotiations
    assert "<section" in found.to_html()
    with pytest.raises(dt.AskedAmiss, match="did you mean `boulware`"):
        dt.tournament([house], ["boulwar"])
    with pytest.raises(dt.AskedAmiss, match="alternating"):
        dt.tournament([house], ways, protocol="shouting")
    assert "boulware" in dt.ways()


def test_talks(root: Path, cairo: dt.Case) -> None:
    case = cairo.insert("talks", {}) if "talks" not in cairo.paths else cairo
    assert case.sit(draws=20, progress=False).talks.to_dict()


def test_a_body(tmp_path: Path, root: Path) -> None:
    table = tmp_path / "body.csv"
    table.write_text("Actor,Capability,Position,Salience\nNorth,10,0,50\nSouth,20,100,70\nEast,10,40,90\n")
    found = dt.collective(table)
    assert found.to_dict() == json.loads(command("collective", table, "--json"))
    assert "<section" in found.to_html()
    with pytest.raises(dt.AskedAmiss, match="no such model|model"):
        dt.collective(table, model="a crystal ball")
    table.write_text("Actor,Capability,Position,Salience\nNorth,10,zero,50\n")
    with pytest.raises(dt.AskedAmiss, match="line 2"):
        dt.collective(table)


def test_published_findings() -> None:
    assert dt.findings().to_dict() == json.loads(command("durability", "--findings", "--json"))


def test_typed_answers_are_what_the_schema_makes(root: Path) -> None:
    subprocess.run([sys.executable, root / "python" / "generate_answers.py", "--check"], check=True)


def test_linspace() -> None:
    assert dt.linspace(0, 1, 5) == [0, 0.25, 0.5, 0.75, 1]
    assert dt.linspace(0.1, 1, 10)[-1] == 1
    with pytest.raises(ValueError):
        dt.linspace(0, 1, 1)
