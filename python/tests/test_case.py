"""Cases: read, written in code, edited, checked, in and out of other formats."""

from __future__ import annotations

import datetime
import pickle
from pathlib import Path

import pytest

import detente as dt


def test_a_case_says_what_it_is_about(cairo: dt.Case) -> None:
    assert cairo.title == "Gaza: the talks in Cairo on a truce and an exchange"
    assert cairo.as_of == datetime.date(2024, 2, 14)
    assert [party.id for party in cairo.parties if party.principal] == ["israel", "hamas"]
    truce = next(issue for issue in cairo.issues if issue.id == "truce")
    assert truce.unit == "days" and truce.options == (7, 42, 90, 135, 180, 365, 3650)
    assert cairo.check() == ()
    assert cairo.checked().contents is not None


def test_every_fault_comes_with_its_place(cairo: dt.Case) -> None:
    broken = cairo.text.replace('of = "israel"', 'of = "isreal"', 1).replace("title =", "titel =", 1)
    with pytest.raises(dt.CaseError) as raised:
        dt.parse(broken, "mine.toml")
    faults = raised.value.faults
    assert raised.value.file == "mine.toml"
    assert {fault.code for fault in faults} >= {"detente::unknown_party"}
    unknown = next(fault for fault in faults if fault.code == "detente::unknown_party")
    assert unknown.help == "did you mean `israel`?"
    assert unknown.span is not None
    line = broken.splitlines()[unknown.span.line - 1]
    assert "isreal" in line and line[unknown.span.column - 1 :].startswith('"isreal"')
    assert "did you mean" in str(raised.value)
    assert isinstance(raised.value, ValueError)
    again = pickle.loads(pickle.dumps(raised.value))
    assert again.faults == faults


def test_check_tells_of_errors_and_does_not_raise(tmp_path: Path) -> None:
    file = tmp_path / "case.toml"
    file.write_text("case = 1\n")
    assert any(fault.severity == "error" for fault in dt.check(file))
    with pytest.raises(dt.CaseError):
        dt.read(tmp_path / "nothing-here")


def test_an_edit_leaves_everything_else_as_it_is(cairo: dt.Case) -> None:
    edited = cairo.set("positions.israel.no_deal", [0.4, 0.5])
    assert cairo["positions.israel.no_deal"] == "[0.4, 0.6]"
    assert edited["positions.israel.no_deal"] == "[0.4, 0.5]"
    different = [
        (before, after) for before, after in zip(cairo.text.splitlines(), edited.text.splitlines()) if before != after
    ]
    assert len(different) == 1
    both = cairo.set({"positions.israel.no_deal": 0.45, "positions.hamas.note": None})
    assert "positions.hamas.note" not in both.paths
    assert cairo.remove("positions.hamas.note") != cairo
    assert cairo.rename("issues.release.options[2]", "four stages").text.count("four stages") > 1
    with pytest.raises(dt.CaseError) as raised:
        cairo.set("positions.isreal.no_deal", 0.4)
    assert raised.value.faults
    with pytest.raises(dt.CaseError):
        cairo.set("positions.israel.no_deal", "many")


def test_values_of_numpy_and_of_days_are_values(cairo: dt.Case) -> None:
    numpy = pytest.importorskip("numpy")
    assert cairo.set("positions.israel.no_deal", numpy.float64(0.25))["positions.israel.no_deal"] == "0.25"
    assert cairo.set("positions.israel.no_deal", numpy.array([0.25, 0.5]))["positions.israel.no_deal"] == "[0.25, 0.5]"
    earlier = cairo.set("sources.dispatch.published", datetime.date(2024, 2, 13))
    assert earlier["sources.dispatch.published"] == "2024-02-13"
    for amiss in (float("nan"), float("inf"), 2**70):
        with pytest.raises(ValueError):
            cairo.set("positions.israel.no_deal", amiss)
    with pytest.raises(TypeError):
        cairo.set("sources.dispatch.published", datetime.datetime(2024, 2, 13))
    with pytest.raises(TypeError):
        cairo.set("positions.israel.truce.never", {"a", "b"})


def test_a_case_is_built_in_code(port: dt.Case) -> None:
    assert port.title == "A harbour"
    assert [issue.options for issue in port.issues] == [(0, 2, 4), ("as now", "shorter")]
    assert port == dt.parse(port.text)
    with pytest.raises(dt.CaseError):
        dt.Case.build("Nobody", "2025-01-01", parties={}, issues={"pay": {"name": "Pay", "options": [1, 2]}})


def test_what_is_built_is_what_is_read(cairo: dt.Case) -> None:
    tomllib = pytest.importorskip("tomllib")
    tables = tomllib.loads(cairo.text)
    tables.pop("case")
    built = dt.Case.build(tables.pop("title"), tables.pop("as_of"), parties=tables.pop("parties"), **tables)
    first, second = (case.sit(draws=50, seed=3).deals.to_dict() for case in (cairo, built))
    assert first == second


def test_odd_texts_are_kept(port: dt.Case) -> None:
    for odd in ('Quotes " and \\ and é', "A\ttab", "שלום", "# no comment = [1]"):
        assert port.set("parties.port.name", odd).parties[0].name == odd
        assert port.rename("issues.shifts.options[2]", odd).issues[1].options == ("as now", odd)


def test_cases_travel(cairo: dt.Case, tmp_path: Path) -> None:
    assert pickle.loads(pickle.dumps(cairo)) == cairo
    cairo.write(tmp_path / "copy")
    assert dt.read(tmp_path / "copy").text == cairo.text
    with pytest.raises(FileExistsError):
        cairo.write(tmp_path / "copy")


@pytest.mark.parametrize(
    ("reader", "folder", "names"),
    [
        (dt.from_genius, "genius", ["garden.xml", "garden-tenant.xml", "garden-owner.xml"]),
        (dt.from_gmcr, "gmcr", ["water.gmcr"]),
    ],
)
def test_files_of_other_tools_become_cases(root: Path, reader: object, folder: str, names: list[str]) -> None:
    files = [root / "crates" / "detente-foreign" / "tests" / "files" / folder / name for name in names]
    assert callable(reader)
    case = reader(files if len(files) > 1 else files[0], as_of="2024-01-01")
    assert case.as_of == datetime.date(2024, 1, 1)
    with pytest.raises(dt.AskedAmiss, match="detente.from_"):
        dt.from_negmas(files)


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("format", ["negmas", "geniusweb"])
def test_out_and_in_again(cairo: dt.Case, tmp_path: Path, format: str) -> None:
    written = getattr(cairo, f"to_{format}")(tmp_path)
    assert len(written) == 3
    back = getattr(dt, f"from_{format}")(written)
    assert len([party for party in back.parties if party.principal]) == 2
    with pytest.raises(FileExistsError):
        getattr(cairo, f"to_{format}")(tmp_path)


def test_what_a_format_cannot_hold_is_said(cairo: dt.Case) -> None:
    with pytest.warns(UserWarning) as said:
        cairo.export("negmas")
    assert any("red lines are left out" in str(one.message) for one in said)
    with pytest.raises(dt.AskedAmiss):
        cairo.export("excel")


def test_reports_and_events_become_drafts(root: Path, cairo: dt.Case) -> None:
    report = "Israel rejected the proposal on 10 February. Hamas said on Monday that it would release 40 people."
    drafts = cairo.drafts_from_report(report, "2024-02-13", source="wire", title="A wire report")
    assert drafts.drafts and drafts.notes
    with_them = drafts.added()
    assert with_them.text.startswith(cairo.text.rstrip()) and "[sources.wire]" in with_them.text
    again = with_them.drafts_from_report(report, "2024-02-13", source="wire")
    assert again.drafts == () and again.added() is with_them
    with pytest.raises(dt.AskedAmiss, match="knows nothing after"):
        cairo.drafts_from_report(report, "2024-03-01")

    folder = root / "crates" / "detente-cli" / "tests" / "sessions" / "events.in"
    strait = dt.read(folder / "strait.toml")
    events = strait.drafts_from_events(folder / "ged.csv", "ucdp", strait.as_of)
    assert {draft.kind for draft in events.drafts} == {"event"}
    assert len(events.added().text) > len(strait.text)
    with pytest.raises(dt.AskedAmiss, match="ucdp"):
        strait.drafts_from_events(folder / "ged.csv", "excel", strait.as_of)


def test_values_for_one_look(root: Path) -> None:
    looked = dt.read(root / "cases" / "cairo-2024", set={"positions.israel.no_deal": 0.5})
    assert [value.path for value in looked.sit(draws=10).deals.case.set or ()] == ["positions.israel.no_deal"]
