"""Views of the JSON of answers: attributes instead of keys, made when they are looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Callable, Dict, Mapping, Optional, Tuple, TypeVar

if TYPE_CHECKING:
    from . import _detente
    from ._shown import Path, Shown

T = TypeVar("T")


class Later:
    """A part of an answer that is fetched when somebody looks at it: the points of a frontier can be millions."""

    __slots__ = ("_fetch", "_found")

    def __init__(self, fetch: Callable[[], Any]) -> None:
        self._fetch: Optional[Callable[[], Any]] = fetch
        self._found: Any = None

    def found(self) -> Any:
        if self._fetch is not None:
            self._found = self._fetch()
            self._fetch = None
        return self._found


class View:
    """A part of an answer. Attributes are the keys of the JSON; one that would be a Python keyword has a `_` behind it."""

    __slots__ = ("_data", "_shown")

    _data: Dict[str, Any]
    _shown: Optional[Shown]

    def __init__(self, data: Dict[str, Any], shown: Optional[Shown] = None) -> None:
        self._data = data
        self._shown = shown

    def to_dict(self) -> Dict[str, Any]:
        """The whole of it as the JSON has it: dictionaries, lists, texts and numbers. A copy."""
        found: Dict[str, Any] = _plain(self._data)
        return found

    def to_html(self, whole: bool = False) -> str:
        """The section of the brief that shows it, with its plots, as HTML; nothing for a part that has no section of its own.

        Args:
            whole: As one self-contained page, instead of a piece that stands in another.
        """
        return self._shown.page().html(whole) if self._shown is not None else ""

    def to_text(self, width: int = 100) -> str:
        """The same as the terminal shows it, in so many columns."""
        return self._shown.page().text(width) if self._shown is not None else ""

    def _section(self) -> _detente.Page:
        """The page that shows it, or that there is none."""
        from ._errors import NoAnswer

        if self._shown is None:
            raise NoAnswer("this part of an answer has no section of its own; the answer that it belongs to has")
        return self._shown.page()

    def to_docx(self, path: Path) -> None:
        """Writes the same as a document for word processors.

        Raises:
            NoAnswer: For a part that has no section of its own.
        """
        from ._shown import write_bytes

        write_bytes(path, self._section().docx())

    def to_pdf(self, path: Path) -> None:
        """Prints the same as a PDF with tags and bookmarks, by Chrome, Edge, Chromium or LibreOffice.

        Raises:
            NoAnswer: For a part that has no section of its own, or if none of them is on the machine.
        """
        from ._shown import write_bytes

        write_bytes(path, self._section().pdf())

    def to_csv(self, path: Optional[Path] = None) -> str:
        """The main table of the answer as comma-separated values, as the command prints it with `--csv`: a row of names, keys and figures as in the
        JSON.

        Args:
            path: A file to write it into as well.

        Raises:
            NoAnswer: For an answer that has no such table.
        """
        from ._errors import NoAnswer

        table = self._shown.csv() if self._shown is not None else None
        if table is None:
            raise NoAnswer("this answer has no main table; `to_dict` gives all of it")
        if path is not None:
            with open(path, "w", encoding="utf-8", newline="") as written:
                written.write(table)
        return table

    def _repr_html_(self) -> Optional[str]:
        return self.to_html() if self._shown is not None else None

    def __repr__(self) -> str:
        def short(value: Any) -> str:
            if isinstance(value, Later):
                return "…"
            if isinstance(value, dict):
                return "{…}" if value else "{}"
            if isinstance(value, list):
                return f"[{len(value)}]" if value and isinstance(value[0], (dict, list)) or len(value) > 4 else repr(value)
            text = repr(value)
            return text if len(text) <= 60 else text[:57] + "…'"

        told = ", ".join(f"{key}={short(value)}" for key, value in self._data.items())
        return f"{type(self).__name__}({told})"

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, View):
            return NotImplemented
        return type(self) is type(other) and _plain(self._data) == _plain(other._data)

    def __hash__(self) -> int:
        raise TypeError("an answer holds lists and mappings, and has no hash")

    def __reduce__(self) -> Any:
        return (type(self), (_plain(self._data),))


def _plain(data: Any) -> Any:
    if isinstance(data, Later):
        return _plain(data.found())
    if isinstance(data, dict):
        return {key: _plain(value) for key, value in data.items()}
    if isinstance(data, list):
        return [_plain(value) for value in data]
    return data


def _each(read: Callable[[Any], T], data: Any) -> Tuple[T, ...]:
    return tuple(read(one) for one in data)


def _list(data: Any) -> Tuple[Any, ...]:
    return tuple(data)


def _pair(data: Any) -> Tuple[Any, Any]:
    low, high = data
    return (low, high)


def _pairs(data: Any) -> Tuple[Tuple[Any, Any], ...]:
    return tuple(_pair(one) for one in data)


def _by_name(read: Callable[[Any], T], data: Any) -> Mapping[str, T]:
    return {name: read(one) for name, one in data.items()}


def _maybe(read: Callable[[Any], T], data: Any) -> Optional[T]:
    if isinstance(data, Later):
        data = data.found()
    return None if data is None else read(data)
