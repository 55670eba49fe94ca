"""How an answer is shown: as a page in several forms, and as its main table."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any, Callable, Optional, Tuple, Union

if TYPE_CHECKING:
    from . import _detente

Path = Union[str, "os.PathLike[str]"]


class Shown:
    """The page and the main table of an answer, made when somebody looks."""

    __slots__ = ("page", "csv")

    page: Callable[[], _detente.Page]
    csv: Callable[[], Optional[str]]

    def __init__(self, page: Callable[[], _detente.Page], csv: Callable[[], Optional[str]]) -> None:
        self.page = page
        self.csv = csv


def found(told: Tuple[str, _detente.Page, Optional[str]]) -> Tuple[Any, Shown]:
    """An answer that came with its page: its JSON, and how it is shown."""
    import json

    answer, page, csv = told
    return json.loads(answer), Shown(lambda: page, lambda: csv)


def write_new(path: Path, text: str) -> None:
    """Writes a text file that must not be there yet."""
    with open(path, "x", encoding="utf-8", newline="") as written:
        written.write(text)


def write_bytes(path: Path, content: bytes) -> None:
    """Writes a file, in the place of one that may be there."""
    with open(path, "wb") as written:
        written.write(content)
