"""The text of a deal: its versions, what a sitting finds of one, and what comes back marked from a word processor."""

from __future__ import annotations

import json
import pickle
import shutil
import zipfile
from pathlib import Path

import pytest

import detente as dt

from test_sitting import command

INSERTED = '<w:ins w:id="900" w:author="Hamas" w:date="{day}T09:00:00Z"><w:r><w:t xml:space="preserve"> Lists are given a day before.</w:t></w:r></w:ins>'


@pytest.fixture
def folder(root: Path, tmp_path: Path) -> Path:
    """A copy of the case of Cairo, to which versions can be added."""
    shutil.copytree(root / "cases" / "cairo-2024", tmp_path / "cairo")
    return tmp_path / "cairo"


def marked_up(document: Path, day: str = "2024-02-13") -> Path:
    """The document with words written into the clause on prisoners, and another name in the place of its author's as a comment."""
    back = document.with_name(f"back-{day}.docx")
    with zipfile.ZipFile(document) as given, zipfile.ZipFile(back, "w") as marked:
        for name in given.namelist():
            content = given.read(name)
            if name == "word/document.xml":
                words = "as many in each stage as people come home in it.</w:t></w:r>"
                text = content.decode()
                assert words in text
                content = text.replace(words, words + INSERTED.format(day=day)).encode()
            marked.writestr(name, content)
    return back


def test_versions_are_read_from_beside_the_case(root: Path, cairo: dt.Case) -> None:
    text = cairo.deal_text()
    assert [version.name for version in text] == ["1", "2", "3"] and len(text) == 3
    assert text.latest == text["3"] == text.version("v3")
    assert str(text.latest.date) == "2024-02-14" and text.latest.by and text.latest.note
    assert text.latest.title == "Terms of a truce and an exchange"
    calm = next(clause for clause in text.latest.clauses if clause.id == "length of the calm")
    assert [objection.by for objection in calm.objections] == ["hamas", "hamas", "israel"]
    bracket = next(piece for piece in calm.pieces if piece.kind == "bracket")
    assert [wording.struck for wording in bracket.wordings or ()] == [False, False, False, True]
    assert text.check() == ()
    assert "Version '3'" in repr(text)
    with pytest.raises(dt.AskedAmiss, match="its versions are `1`, `2`, `3`"):
        text["9"]
    # An edit does not move the case away from its files, and neither does a journey.
    for travelled in (cairo.set("title", "Another"), pickle.loads(pickle.dumps(cairo))):
        assert travelled.deal_text().latest == text.latest
    assert dt.parse(cairo.text).deal_text(root / "cases" / "cairo-2024").latest == text.latest


def test_what_a_text_allows_is_what_the_command_says(folder: Path) -> None:
    sitting = dt.read(folder).sit(draws=60)
    for arguments, found in (
        ((), sitting.text()),
        (("--version", "2"), sitting.text("2")),
        (("--package", "truce=90"), sitting.text(package={"truce": 90})),
    ):
        assert found.to_dict() == json.loads(command("text", folder, "--draws", 60, "--json", *arguments))
    text = sitting.text()
    assert text.wording == dt.read(folder).deal_text().latest
    assert text.brackets and text.allowed.packages
    assert text.to_text() == command("text", folder, "--draws", 60)
    assert "<section" in text.to_html() and text.to_html(whole=True).startswith("<!DOCTYPE html>")
    assert pickle.loads(pickle.dumps(text)).to_dict() == text.to_dict()
    with pytest.raises(dt.NoAnswer, match="no main table"):
        text.to_csv()


def test_two_versions_side_by_side(folder: Path) -> None:
    found = dt.read(folder).sit(draws=60).text_diff("2", "3")
    assert found.to_dict() == json.loads(command("text", "diff", folder, "2", "3", "--draws", 60, "--json"))
    assert (found.before.name, found.after.name) == ("2", "3")
    assert "<section" in (found._repr_html_() or "")
    with pytest.raises(dt.AskedAmiss, match="no version `7`"):
        dt.read(folder).sit(draws=10).text_diff("2", "7")


def test_a_package_is_a_text(folder: Path, tmp_path: Path) -> None:
    sitting = dt.read(folder).sit(draws=20)
    settled = sitting.text(package="truce=90")
    assert settled.markdown == command("text", folder, "--draws", 20, "--package", "truce=90", "--markdown")
    assert settled.settled is not None and settled.settled.package["truce"] == 90
    settled.to_docx(tmp_path / "settled.docx", since="3")
    assert (tmp_path / "settled.docx").read_bytes().startswith(b"PK")
    with pytest.raises(dt.AskedAmiss, match="there is no issue"):
        sitting.text(package="price=3")


def test_a_day_hides_later_versions(folder: Path) -> None:
    with pytest.warns(UserWarning, match="appeared later"):
        sitting = dt.read(folder).sit(draws=10, day="2024-02-08")
    assert sitting.text().version.name == "2"
    with pytest.raises(dt.AskedAmiss, match="no version `3`"):
        sitting.text("3")
    with pytest.warns(UserWarning):
        early = dt.read(folder).sit(draws=10, day="2020-01-01")
    with pytest.raises(dt.AskedAmiss, match="no version of the text is as early as 2020-01-01"):
        early.text()


def test_marks_are_accepted_one_by_one(folder: Path, tmp_path: Path) -> None:
    case = dt.read(folder)
    text = case.deal_text()
    text.latest.to_docx(tmp_path / "out.docx", since="2")
    assert len(text.marked(tmp_path / "out.docx")) == 0
    back = marked_up(tmp_path / "out.docx")
    marks = text.marked(back)
    assert marks.to_dict() == json.loads(command("text", "marked", folder, back, "--json"))
    (mark,) = marks
    assert (mark.number, mark.kind, mark.party, mark.into) == (1, "words", "Hamas", "Lists are given a day before.")
    assert marks[0].clause == "prisoners freed in return" and mark.not_taken is None
    assert "<section" in marks.to_html()
    made = marks.accept(mark)
    assert made.not_taken == {} and made == marks.accept(1) == marks.accept("all")
    assert "[Lists are given a day before.]" in made.version.markdown
    assert "back-2024-02-13.docx" in (made.version.note or "")
    path = text.add(made.version)
    assert Path(path) == folder / "text" / "4.md"
    # What was read stays as it was read.
    assert len(text) == 3 and case.deal_text().latest.markdown == made.version.markdown
    with pytest.raises(FileExistsError):
        text.add(made.version, "4")
    assert case.sit(draws=10).text().version.name == "4"


def test_marks_that_make_no_sense_are_refused(folder: Path, tmp_path: Path) -> None:
    text = dt.read(folder).deal_text()
    letter = tmp_path / "letter.docx"
    letter.write_text("words")
    with pytest.raises(dt.AskedAmiss, match="letter.docx: .*no Word document"):
        text.marked(letter)
    with pytest.raises(FileNotFoundError):
        text.marked(tmp_path / "nowhere.docx")
    text.latest.to_docx(tmp_path / "out.docx")
    back = marked_up(tmp_path / "out.docx")
    with pytest.raises(dt.AskedAmiss, match="nobody in the case is called `Nobody`"):
        text.marked(back, by="Nobody")
    with pytest.raises(dt.AskedAmiss, match="no version `9`"):
        text.marked(back, version="9")
    marks = text.marked(back)
    with pytest.raises(dt.AskedAmiss, match="no mark `2`"):
        marks.accept(1, 2)
    for amiss in ((), (0,), (-1,), ("some",)):
        with pytest.raises(ValueError):
            marks.accept(*amiss)
    with pytest.raises(dt.AskedAmiss, match="move `as_of`"):
        text.marked(marked_up(tmp_path / "out.docx", "2024-02-20")).accept("all")


def test_a_case_without_a_text_says_what_to_make(root: Path, port: dt.Case, tmp_path: Path) -> None:
    with pytest.raises(dt.NoAnswer, match="not read from a folder"):
        port.deal_text()
    port.write(tmp_path / "port")
    for case in (port.deal_text, dt.read(tmp_path / "port").sit(draws=5).text):
        with pytest.raises(dt.NoAnswer, match="has no text|not read from a folder"):
            case()
    with pytest.raises(dt.NoAnswer, match="has no text.*1.md|has no text"):
        port.deal_text(tmp_path / "port")


def test_faults_of_a_version_come_with_their_place(folder: Path) -> None:
    broken = folder / "text" / "3.md"
    broken.write_text(broken.read_text().replace("{truce = 42}", "{truse = 42}"))
    case = dt.read(folder)
    with pytest.raises(dt.CaseError) as raised:
        case.deal_text()
    line = broken.read_text().splitlines().index(next(one for one in broken.read_text().splitlines() if "truse" in one)) + 1
    fault = raised.value.faults[0]
    assert fault.span is not None and fault.span.line == line
    with pytest.raises(dt.CaseError):
        case.sit(draws=5).text()
    (told,) = [fault for fault in dt.check(folder) if fault.severity == "error"]
    assert told.file is not None and Path(told.file) == broken and told.message == fault.message
    (version,) = case.checked().text or ()
    assert version.errors == 1
