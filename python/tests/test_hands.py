"""Several hands at one case: cases side by side, versions put together, readings laid over each other."""

from __future__ import annotations

import json
import pickle
from pathlib import Path

import pytest

import detente as dt

from test_sitting import command


@pytest.fixture
def three(port: dt.Case, tmp_path: Path) -> list[Path]:
    """A case in three versions that part ways at one place."""
    mine = port.set({"positions.port.no_deal": 0.5, "positions.union.no_deal": [0.2, 0.4]})
    theirs = port.set({"positions.union.no_deal": [0.6, 0.7], "title": "The harbour"})
    paths = []
    for name, case in (("base", port), ("mine", mine), ("theirs", theirs)):
        case.write(tmp_path / f"{name}.toml")
        paths.append(tmp_path / f"{name}.toml")
    return paths


def test_versions_are_put_together(three: list[Path], tmp_path: Path) -> None:
    merged = dt.merge(*three)
    (conflict,) = merged.conflicts
    assert (conflict.path, conflict.base, conflict.mine.value, conflict.theirs.value) == (
        "positions.union.no_deal", "[0.3, 0.6]", "[0.2, 0.4]", "[0.6, 0.7]",
    )
    assert not merged.settled and merged.sound
    assert merged.case.title == "The harbour" and merged.case["positions.port.no_deal"] == "0.5"
    assert merged.case["positions.union.no_deal"] == "[0.3, 0.6]"
    settled = merged.take({"positions.union.no_deal": "theirs"})
    assert settled.settled and settled.case["positions.union.no_deal"] == "[0.6, 0.7]"
    # A side for all, and otherwise where it is said otherwise.
    others = dt.merge(*three, take="theirs")
    assert others.case == dt.read(three[2]) and others.settled
    otherwise = others.take({"positions.union.no_deal": "mine"})
    assert otherwise == dt.merge(*three, take={"": "theirs", "positions.union.no_deal": "mine"})
    assert otherwise.case["positions.union.no_deal"] == "[0.2, 0.4]" and otherwise.case.title == "The harbour"
    assert settled.to_dict() == json.loads(
        command("merge", *three, "--take", "positions.union.no_deal=theirs", "--json")
    )
    assert dt.merge(*map(dt.read, three)).to_dict() == merged.to_dict()
    assert "<section" in merged.to_html() and pickle.loads(pickle.dumps(merged)).to_dict() == merged.to_dict()
    settled.write(tmp_path / "out")
    assert dt.read(tmp_path / "out") == settled.case
    with pytest.raises(FileExistsError):
        merged.write(tmp_path / "out")
    merged.write(tmp_path / "out", overwrite=True)


def test_versions_with_faults(three: list[Path], tmp_path: Path) -> None:
    base, mine, theirs = three
    broken = tmp_path / "broken.toml"
    broken.write_text(theirs.read_text() + "\n[positions.union\n")
    with pytest.raises(dt.CaseError) as raised:
        dt.merge(base, mine, broken)
    assert raised.value.faults and raised.value.faults[0].span is not None
    with pytest.raises(dt.CaseError):
        dt.merge(base, mine, tmp_path / "nowhere.toml")
    with pytest.raises(dt.AskedAmiss, match="nothing differs at"):
        dt.merge(base, mine, theirs, take={"positions.port.pay": "mine"})
    with pytest.raises(dt.AskedAmiss, match="takes no side"):
        dt.merge(base, mine, theirs, take={"title": "ours"})  # type: ignore[dict-item]


def test_versions_that_are_sound_alone_and_not_together(three: list[Path], port: dt.Case, tmp_path: Path) -> None:
    base, mine, theirs = three
    # One gives an option another name, the other says more of the one that was.
    port.rename("issues.shifts.options[2]", "longer").write(mine, overwrite=True)
    port.set("positions.port.shifts.never", ["shorter"]).write(theirs, overwrite=True)
    unsound = dt.merge(base, mine, theirs)
    assert unsound.sound is False and not unsound.settled
    assert [fault.message for fault in unsound.faults]
    with pytest.raises(dt.CaseError) as raised:
        unsound.write(tmp_path / "unsound.toml")
    assert [fault.message for fault in raised.value.faults] == [fault.message for fault in unsound.faults]
    assert not (tmp_path / "unsound.toml").exists()


def test_readings_are_laid_over_each_other(three: list[Path], port: dt.Case) -> None:
    found = dt.overlay(three, draws=100, pool="linear")
    assert found.to_dict() == json.loads(command("overlay", *three, "--draws", 100, "--pool", "linear", "--json"))
    assert found.readers == ("base", "mine", "theirs")
    assert {place.path for place in found.places} == {"positions.port.no_deal", "positions.union.no_deal", "title"}
    place = next(place for place in found.places if place.path == "positions.union.no_deal")
    assert place.says == ("[0.3, 0.6]", "[0.2, 0.4]", "[0.6, 0.7]")
    assert found.pooled is not None and found.pooled.rule == "linear"
    pooled = found.pooled_case
    assert pooled.sit(draws=10).deals.draws == 10
    assert pooled["positions.union.no_deal"] == next(
        value.written for value in found.pooled.values if value.path == "positions.union.no_deal"
    )
    assert "<section" in (found._repr_html_() or "")
    named = dt.overlay({"Anna": port, "Ben": dt.read(three[1])}, draws=20)
    assert named.readers == ("Anna", "Ben") and named.pooled is None
    with pytest.raises(dt.NoAnswer, match="no rule was named"):
        named.pooled_case
    assert pickle.loads(pickle.dumps(named)).to_dict() == named.to_dict()
    assert dt.overlay([port, port], draws=5).places == ()


def test_readings_that_cannot_be_laid_over_each_other(three: list[Path], port: dt.Case) -> None:
    with pytest.raises(dt.AskedAmiss, match="1 readings? (is|are) named, and from 2 to 10"):
        dt.overlay([port])
    with pytest.raises(dt.AskedAmiss, match="from 2 to 10"):
        dt.overlay(three[0])
    with pytest.raises(dt.AskedAmiss, match="from 2 to 10"):
        dt.overlay([])
    with pytest.raises(dt.AskedAmiss, match="11 readings are named"):
        dt.overlay([port] * 11)
    with pytest.raises(dt.AskedAmiss, match="not `mean`"):
        dt.overlay([port, port], pool="mean")
    three[1].write_text("case = 1\n")
    with pytest.raises(dt.CaseError):
        dt.overlay(three)


def test_cases_side_by_side(three: list[Path], port: dt.Case) -> None:
    found = dt.compare(three[0], three[1], draws=50)
    assert found.to_dict() == json.loads(command("compare", three[0], three[1], "--draws", 50, "--json"))
    assert found == port.sit(draws=50).against(dt.read(three[1]))
    assert found.to_csv() == command("compare", three[0], three[1], "--draws", 50, "--csv")
