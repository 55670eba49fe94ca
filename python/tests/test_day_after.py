"""The day after, bodies of a case, and what else the command can do: the same as the command says, and as tables and documents."""

from __future__ import annotations

import datetime
import json
from pathlib import Path

import pytest

import detente as dt

from test_sitting import command


def test_the_day_after(root: Path, tmp_path: Path) -> None:
    folder = root / "cases" / "gaza-2023"
    sitting = dt.read(folder).sit(draws=50, day="2023-11-26")
    watch = sitting.watch()
    arguments = ("watch", folder, "--as-of", "2023-11-26", "--draws", 50)
    assert watch.to_dict() == json.loads(command(*arguments, "--json"))["watch"]
    assert watch.day == "2023-11-26" and watch.headline
    assert {commitment.id for commitment in watch.commitments} >= {"home-1", "freed-1"}
    assert watch.to_csv(tmp_path / "watch.csv") == command(*arguments, "--csv")
    assert (tmp_path / "watch.csv").read_text(encoding="utf-8").startswith("id,by,to,what")
    assert watch.to_text() == command(*arguments)
    assert "<section" in watch.to_html() and watch.to_html(whole=True).startswith("<!DOCTYPE html>")
    watch.to_docx(tmp_path / "watch.docx")
    assert (tmp_path / "watch.docx").read_bytes().startswith(b"PK")
    assert sitting.watch(days=10).outlook != watch.outlook
    checklist = sitting.checklist()
    assert checklist.to_dict() == watch.to_dict() and checklist.to_text() == command(*arguments, "--checklist")


def test_days_on_which_there_is_nothing_to_watch(root: Path, port: dt.Case) -> None:
    gaza = dt.read(root / "cases" / "gaza-2023")
    with pytest.raises(dt.NoAnswer, match="nothing was promised"):
        port.sit(draws=5).watch()
    with pytest.warns(UserWarning, match="3 figures of the case cite only sources that appeared later"):
        early = gaza.sit(draws=5, day="2023-11-01")
    with pytest.raises(dt.NoAnswer, match="nothing was promised by 2023-11-01"):
        early.watch()
    with pytest.warns(UserWarning, match="knows nothing after 2023-12-01"):
        late = gaza.sit(draws=5, day="2024-05-01")
    assert late.watch().day == "2023-12-01"
    with pytest.raises(dt.AskedAmiss, match="no day"):
        gaza.sit(draws=5, day="the day after")
    for days in (0, 10**9):
        with pytest.raises(dt.AskedAmiss, match="1 to 36525 days"):
            late.watch(days=days)
    with pytest.raises(ValueError):
        late.watch(days=-1)
    with pytest.raises(dt.AskedAmiss):
        late.watch("price=3")


def test_the_body_of_a_case(root: Path) -> None:
    folder = root / "cases" / "ec-emissions"
    case = dt.read(folder)
    sitting = case.sit(draws=50)
    found = sitting.collective()
    assert found.to_dict() == json.loads(command("collective", folder, "--draws", 50, "--json"))["collective"]
    assert found.to_csv() == command("collective", folder, "--draws", 50, "--csv")
    issue = found.issues[0]
    low, high = issue.scale
    wanted = sitting.collective(issue.issue, want={issue.issue: (low + high) / 2})
    assert [one.issue for one in wanted.issues] == [issue.issue] and "<section" in wanted.to_html()
    with pytest.raises(dt.AskedAmiss, match="decides nothing called `price`"):
        sitting.collective("price")
    with pytest.raises(dt.AskedAmiss, match="on no place of its scale"):
        sitting.collective(want={issue.issue: high + 1})


def test_main_tables_are_those_of_the_command(root: Path, sitting: dt.Sitting, port: dt.Case, tmp_path: Path) -> None:
    cairo = root / "cases" / "cairo-2024"
    for verb, answer in (
        ("deals", sitting.deals),
        ("exchange", sitting.exchange()),
        ("durability", sitting.durability()),
        ("stability", sitting.stability()),
        ("outlook", sitting.outlook),
    ):
        assert answer.to_csv() == command(verb, cairo, "--draws", 200, "--csv")
        assert answer.to_text().strip()
    assert dt.findings().to_csv() == command("durability", "--findings", "--csv")
    swept = port.sit(draws=20).sweep({"positions.port.no_deal": [0.2, 0.4]})
    assert swept.to_csv().splitlines()[0].startswith("positions.port.no_deal,") and len(swept.to_csv().splitlines()) == 3
    held = dt.tournament({"port": port}, ["boulware", "micro"], rounds=10)
    assert held.to_csv().startswith("way,")
    with pytest.raises(dt.NoAnswer):
        sitting.brief.to_csv()
    with pytest.raises(dt.NoAnswer, match="no section of its own"):
        sitting.deals.central.to_docx(tmp_path / "central.docx")
    assert sitting.deals.central.to_text() == ""


def test_a_package_stands_in_the_brief(root: Path, cairo: dt.Case) -> None:
    sitting = cairo.sit(draws=50)
    package = {"truce": 90}
    folder = root / "cases" / "cairo-2024"
    assert sitting.to_text(package=package) == command("brief", folder, "--draws", 50, "--package", "truce=90")
    assert sitting.to_text() == command("brief", folder, "--draws", 50)


def test_an_extract_is_a_document_too(cairo: dt.Case, tmp_path: Path) -> None:
    extract = cairo.sit(draws=20).extract(["headline"])
    account, html = extract
    assert account is extract.account and html == extract.html == extract.to_html()
    extract.to_docx(tmp_path / "extract.docx")
    assert (tmp_path / "extract.docx").read_bytes().startswith(b"PK") and extract.to_text().strip()


def test_schemas_are_those_of_the_command() -> None:
    assert dt.schema() == json.loads(command("schema"))
    assert "WatchAnswer" in dt.schema(answers=True)["$defs"]


def test_recorded_talks_are_held_again(root: Path, tmp_path: Path) -> None:
    with pytest.raises(dt.AskedAmiss, match="no file of recorded talks"):
        nothing = tmp_path / "nothing.json"
        nothing.write_text("{}")
        dt.replay(nothing)
    recorded = root / "crates" / "detente-cli" / "tests" / "sessions" / "talks.in" / "recorded.json"
    same, other = dt.replay(recorded)
    assert same == ("pie/both-evenly", "same", 4, None, None, None, None)
    assert (other.id, other.verdict, other.place) == ("pie/neither", "differs", "step 0, agent 1")
    assert (other.recorded, other.now) == ("agent 1 offers [1]", "agent 1 offers [0]")


def test_a_table_of_actors_becomes_a_case(tmp_path: Path) -> None:
    table = tmp_path / "body.csv"
    table.write_text("Actor,Capability,Position,Salience\nNorth,10,0,50\nSouth,20,100,70\nEast,10,40,90\n")
    case = dt.from_actors(table, as_of="2024-01-01")
    assert case.as_of == datetime.date(2024, 1, 1)
    assert len(case.sit(draws=20).collective().actors) == 3
    with pytest.raises(dt.AskedAmiss, match="detente.from_actors"):
        dt.from_genius(table)
