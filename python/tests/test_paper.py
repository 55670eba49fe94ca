"""PDF, by a program of the machine: here one that the test writes."""

import os
import pathlib

import detente as dt
import pytest

CAIRO = pathlib.Path(__file__).resolve().parents[2] / "cases/cairo-2024"

BROWSER = """#!/bin/sh
for a in "$@"; do case "$a" in --print-to-pdf=*) echo '%PDF-1.4 of a page' > "${a#*=}";; esac; done
"""
WORD_PROCESSOR = """#!/bin/sh
for a in "$@"; do case "$a" in *.docx) echo '%PDF-1.4 of a document' > "${a%.docx}.pdf";; esac; done
"""

pytestmark = pytest.mark.skipif(os.name != "posix", reason="the programs are scripts of a shell")


def program(folder, name, script):
    (folder / name).write_text(script)
    (folder / name).chmod(0o755)


def test_without_a_program_nothing_is_written(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    sitting = dt.read(CAIRO).sit(draws=20, progress=False)
    kept = tmp_path / "kept.pdf"
    kept.write_text("of yesterday")
    for printing in (sitting.to_pdf, sitting.deals.to_pdf, sitting.extract().to_pdf, sitting.text().to_pdf):
        with pytest.raises(dt.NoAnswer, match="LibreOffice, and none is found on this machine"):
            printing(kept)
    assert kept.read_text() == "of yesterday"
    with pytest.raises(dt.NoAnswer, match="no section of its own"):
        sitting.deals.central.to_pdf(kept)


def test_a_browser_prints_pages_and_a_word_processor_documents(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    program(tmp_path, "chromium", BROWSER)
    program(tmp_path, "soffice", WORD_PROCESSOR)
    sitting = dt.read(CAIRO).sit(draws=20, progress=False)
    file = tmp_path / "out.pdf"
    for printing, of in [
        (sitting.to_pdf, "page"),
        (sitting.deals.to_pdf, "page"),
        (sitting.extract().to_pdf, "page"),
        (lambda path: sitting.text().to_pdf(path, since="2"), "document"),
    ]:
        printing(file)
        assert file.read_text() == f"%PDF-1.4 of a {of}\n"
        file.unlink()
