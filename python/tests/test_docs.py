"""The examples of `docs/python.md` run, in order, and give what the page shows."""

from __future__ import annotations

import doctest
import os
import re
import shutil
from pathlib import Path
from typing import Any

import pytest


def blocks(page: str) -> list[tuple[int, str]]:
    """The Python blocks of a page, each with its line."""
    found = []
    for match in re.finditer(r"^```python\n(.*?)^```", page, re.S | re.M):
        found.append((page[: match.start()].count("\n") + 1, match.group(1)))
    return found


@pytest.mark.filterwarnings("ignore")
def test_the_page_is_true(root: Path, tmp_path: Path) -> None:
    for library in ("numpy", "pandas", "polars", "pyarrow"):
        pytest.importorskip(library)
    page = (root / "docs" / "python.md").read_text(encoding="utf-8")
    for case in ("cairo-2024", "gaza-2023"):
        shutil.copytree(root / "cases" / case, tmp_path / "cases" / case)
    parser = doctest.DocTestParser()
    names: dict[str, Any] = {}
    runner = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE)
    before = os.getcwd()
    os.chdir(tmp_path)
    try:
        for line, block in blocks(page):
            test = parser.get_doctest(block, names, f"docs/python.md:{line}", "docs/python.md", line)
            runner.run(test, clear_globs=False)
            names.update(test.globs)
    finally:
        os.chdir(before)
    results = runner.summarize(verbose=False)
    assert results.attempted > 20 and results.failed == 0
