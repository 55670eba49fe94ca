"""Answers: the same as the JSON, with attributes, pages and tables."""

from __future__ import annotations

import json
import pickle
import subprocess
import sys
from pathlib import Path

import pytest

import detente as dt


def command(*arguments: object) -> str:
    """What the command prints that came with the package."""
    run = [sys.executable, "-m", "detente", *map(str, arguments)]
    return subprocess.run(run, check=True, capture_output=True, encoding="utf-8").stdout


def test_answers_are_those_of_the_command(root: Path, sitting: dt.Sitting) -> None:
    cairo = root / "cases" / "cairo-2024"

    def printed(verb: str) -> dict[str, object]:
        answer: dict[str, object] = json.loads(command(verb, cairo, "--draws", 200, "--json"))
        return answer

    assert sitting.brief.to_dict() == printed("brief")
    assert sitting.deals.to_dict() == printed("deals")["deals"]
    assert sitting.exchange().to_dict() == printed("exchange")["exchange"]
    assert sitting.durability().to_dict() == printed("durability")["durability"]
    assert sitting.stability().to_dict() == printed("stability")["stability"]
    assert sitting.outlook.to_dict() == printed("outlook")["outlook"]
    assert sitting.deals.draws == 200


def test_shares_carry_their_interval(sitting: dt.Sitting) -> None:
    zone = sitting.deals.zone_probability
    assert isinstance(zone, dt.Share)
    assert 0 <= zone.low <= zone.value <= zone.high <= 1 and zone.interval == (zone.low, zone.high)
    data = sitting.deals.to_dict()["zone_probability"]
    assert [zone.value, [zone.low, zone.high]] == [data["value"], data["interval"]]


def test_points_of_a_frontier_come_when_asked_for(sitting: dt.Sitting) -> None:
    points = sitting.deals.central.frontier
    assert points is not None
    table = sitting.deals.frontier
    assert len(points) == len(table) == sitting.deals.central.frontier_size
    first = dict(zip(table.columns, table.rows(0, 1)[0]))
    assert first["release"] == points[0].outcome["release"]
    assert (first["value.israel"], first["value.hamas"]) == points[0].values


def test_packages_are_named_in_words_or_by_their_options(sitting: dt.Sitting) -> None:
    in_words = sitting.judged("truce=90,release=three stages")
    by_options = sitting.judged({"truce": 90, "release": "three stages"})
    assert in_words == by_options
    assert sitting.exchange("B").to_dict()
    with pytest.raises(dt.AskedAmiss, match="there is no issue"):
        sitting.judged("price=3")


def test_a_case_without_material_says_what_to_add(port: dt.Case) -> None:
    sitting = port.sit(draws=10)
    for ask, needed in (
        (lambda: sitting.talks, r"\[talks\]"),
        (lambda: sitting.exchange(), r"\[exchange\]"),
        (lambda: sitting.durability(), r"\[durability\]"),
        (lambda: sitting.stability(), r"\[conflict\]"),
        (lambda: sitting.outlook, r"\[propositions\]"),
        (lambda: sitting.three_tests, "durability"),
    ):
        with pytest.raises(dt.NoAnswer, match=needed):
            ask()


def test_a_variant_is_judged_in_the_same_worlds(cairo: dt.Case, sitting: dt.Sitting) -> None:
    variant = cairo.set("positions.israel.no_deal", [0.4, 0.5])
    compared = sitting.against(variant.sit(draws=200, seed=1))
    assert [difference.path for difference in compared.differences] == ["positions.israel.no_deal"]
    assert compared == sitting.against(variant)
    assert "<svg" in compared.to_html() or "<table" in compared.to_html()
    with pytest.raises(ValueError, match="luck"):
        sitting.against(variant.sit(draws=100, seed=1))


def test_a_sweep_on_this_machine(cairo: dt.Case) -> None:
    sitting = cairo.sit(draws=50)
    swept = sitting.sweep({"positions.israel.no_deal": dt.linspace(0.2, 0.6, 3)})
    assert [point.values["positions.israel.no_deal"] for point in swept.points] == ["0.2", "0.4", "0.6"]
    zones = [point.zone_probability for point in swept.points]
    assert all(zone is not None for zone in zones)
    with pytest.raises(dt.CaseError):
        sitting.sweep({"positions.nobody.no_deal": [0.1]})


def test_sobol_indices(cairo: dt.Case) -> None:
    found = cairo.sit(draws=50).sobol(rows=16)
    assert found.to_dict()


def test_pages_are_pieces_of_html(cairo: dt.Case, sitting: dt.Sitting) -> None:
    brief = sitting._repr_html_()
    assert brief.startswith('<div class="detente-page">') and ".detente-page.detente-page.detente-page {" in brief
    assert "<script" not in brief and "<svg" in brief
    for part in (sitting.deals, sitting.exchange(), sitting.durability(), sitting.stability(), sitting.outlook, sitting.three_tests):
        assert "<section" in (part._repr_html_() or "")
    assert "<svg" in (sitting.deals._repr_html_() or ""), "the picture of the deal space"
    assert sitting.deals.central._repr_html_() is None
    assert sitting.to_html(full=True).startswith("<!DOCTYPE html>")
    assert "Gaza" in sitting.to_text() and "Gaza" in cairo._repr_html_()
    case = cairo.set("title", "<script>alert(1)</script>")
    assert "<script>" not in case._repr_html_() + case.sit(draws=5)._repr_html_()


def test_the_brief_is_handed_over(cairo: dt.Case, tmp_path: Path) -> None:
    sitting = cairo.sit(draws=20, progress=False)
    sitting.to_docx(tmp_path / "brief.docx")
    assert (tmp_path / "brief.docx").read_bytes().startswith(b"PK")
    extract = sitting.extract(["headline", "leading"], sources=False)
    assert extract.html.startswith("<!DOCTYPE html>")
    printed = json.loads(
        command(
            "brief", Path(__file__).parents[2] / "cases" / "cairo-2024", "--draws", 20,
            "--extract", "--sections", "headline,leading", "--no-sources", "--json",
        )
    )
    assert extract.account.to_dict() == printed
    with pytest.raises(dt.NoAnswer):
        sitting.extract(["no-such-section"])


def test_views_show_what_is_in_them(sitting: dt.Sitting) -> None:
    assert repr(sitting.deals.zone_probability).startswith("Share(value=")
    assert repr(sitting.deals).startswith("Deals(parties=")
    assert sitting.deals == sitting.deals and sitting.deals != sitting.brief
    assert pickle.loads(pickle.dumps(sitting.brief)) == sitting.brief
    assert pickle.loads(pickle.dumps(sitting)).deals.to_dict() == sitting.deals.to_dict()
    assert dt.answers.FrontierLine.from_.__doc__


def test_bad_questions_are_refused(cairo: dt.Case) -> None:
    for amiss in ({"draws": 0}, {"seed": -1}, {"interval": 2.0}, {"tolerance": 0.0}):
        with pytest.raises(ValueError):
            cairo.sit(**amiss)
    with pytest.raises(dt.AskedAmiss, match="no day"):
        cairo.sit(day="yesterday")
    with pytest.raises(dt.AskedAmiss, match="no figure"):
        cairo.sit(draws=5).worlds(["positions.nobody.no_deal"])
