"""Cases: read, written in code, checked, edited by path, in and out of other tools' formats."""

from __future__ import annotations

import datetime
import json
import os
from typing import TYPE_CHECKING, Any, Dict, Iterable, List, Mapping, NamedTuple, Optional, Sequence, Tuple, Union

from . import _detente
from ._progress import Told, listener
from ._sitting import Sitting
from ._toml import document, inline

if TYPE_CHECKING:
    from . import answers
    from ._scenario import Scenario
    from ._text import DealText

Path = Union[str, "os.PathLike[str]"]
Day = Union[str, datetime.date]


class Party(NamedTuple):
    """Somebody with a part in the talks."""

    id: str
    name: str
    principal: bool
    """Whether it must sign."""


class Issue(NamedTuple):
    """A question that a deal must settle."""

    id: str
    name: str
    unit: Optional[str]
    """The unit of options that are numbers."""
    continuous: bool
    """Whether it can be settled at any number between two; the options are then its stops."""
    options: Tuple[Union[str, int, float], ...]


class Figure(NamedTuple):
    """A number in the case."""

    path: str
    """Its name: the tables and keys that lead to it."""
    stated: str
    """As the file has it."""
    cite: str
    """What it rests on; empty for a judgement."""
    line: Optional[int]
    """The line of the case file."""


class Draft(NamedTuple):
    """A claim that somebody may accept, change or drop."""

    id: str
    kind: str
    """`"statement"`, `"act"`, `"quantity"` or `"event"`."""
    toml: str
    """As a case file writes it."""


class Drafts(NamedTuple):
    """Drafts of claims that a case does not have yet."""

    case: Case
    drafts: Tuple[Draft, ...]
    toml: str
    """What goes to the end of the case file: the source, if the case does not know it, and the claims."""
    notes: Tuple[str, ...]
    """What a person should know of the reading: what was cut, left out, or there already."""

    @classmethod
    def _of(cls, case: Case, found: Tuple[List[Tuple[str, str, str]], str, List[str]]) -> Drafts:
        drafts, toml, notes = found
        return cls(case, tuple(Draft(*draft) for draft in drafts), toml, tuple(notes))

    def added(self) -> Case:
        """The case with all of them at its end. Nothing that stands in it is touched."""
        return Case._of(_detente.with_drafts(self.case._raw, self.toml)) if self.toml else self.case


def _values(values: Optional[Mapping[str, Any]]) -> List[Tuple[str, Optional[str]]]:
    return [(path, None if value is None else inline(value)) for path, value in (values or {}).items()]


def _day(day: Optional[Day]) -> Optional[str]:
    return day.isoformat() if isinstance(day, datetime.date) else day


class Case:
    """One conflict or negotiation as one person wrote it down, as of one day. It never changes: an edit gives another case.

    `detente.read` and `detente.parse` read one, `Case.build` writes one in code, and `detente.from_genius` and its fellows make one of the files
    of other tools.
    """

    __slots__ = ("_raw", "_told")

    def __init__(self, text: str, name: str = "case.toml") -> None:
        self._told: Optional[Dict[str, Any]] = None
        self._raw = _detente.parse_case(text, name, [])

    @classmethod
    def _of(cls, raw: _detente.Case) -> Case:
        case = object.__new__(cls)
        case._raw = raw
        case._told = None
        return case

    @classmethod
    def build(
        cls,
        title: str,
        as_of: Day,
        *,
        parties: Mapping[str, Mapping[str, Any]],
        issues: Optional[Mapping[str, Mapping[str, Any]]] = None,
        positions: Optional[Mapping[str, Mapping[str, Any]]] = None,
        **tables: Any,
    ) -> Case:
        """Writes a case in code: each argument is the table of a case file of that name, as a mapping, and each list of mappings a list of
        tables. `docs/case-format.md` says what belongs into them; a range is a list of two numbers.

        Raises:
            CaseError: If it is no sound case; places are in the text that the tables make.
        """
        day = datetime.date.fromisoformat(as_of) if isinstance(as_of, str) else as_of
        whole: Dict[str, Any] = {"case": 1, "title": title, "as_of": day, "parties": parties}
        whole.update({"issues": issues or {}, "positions": positions or {}, **tables})
        return cls(document({name: table for name, table in whole.items() if table not in ({}, [], None)}))

    # What it says

    def _described(self) -> Dict[str, Any]:
        if self._told is None:
            self._told = json.loads(self._raw.described())
        return self._told

    @property
    def text(self) -> str:
        """The text of its file."""
        return self._raw.text

    @property
    def name(self) -> str:
        """The name of its file, as faults are told of it."""
        return self._raw.name

    @property
    def title(self) -> str:
        """What it is about."""
        title: str = self._described()["title"]
        return title

    @property
    def as_of(self) -> datetime.date:
        """Nothing later than this day is known to it."""
        return datetime.date.fromisoformat(self._described()["as_of"])

    @property
    def summary(self) -> Optional[str]:
        """A few sentences for the reader."""
        summary: Optional[str] = self._described()["summary"]
        return summary

    @property
    def parties(self) -> Tuple[Party, ...]:
        """Who talks."""
        return tuple(Party(**party) for party in self._described()["parties"])

    @property
    def issues(self) -> Tuple[Issue, ...]:
        """What is on the table."""
        return tuple(Issue(**{**issue, "options": tuple(issue["options"])}) for issue in self._described()["issues"])

    @property
    def figures(self) -> Tuple[Figure, ...]:
        """Every figure, with its ground."""
        header, rows = self._raw.figures()
        told = [dict(zip(header, row)) for row in rows]
        return tuple(Figure(one["path"], one["stated"], one["cite"], int(one["line"]) if one["line"] else None) for one in told)

    @property
    def paths(self) -> Dict[str, str]:
        """Every path that can be edited, with what stands there, as the file has it."""
        return dict(self._raw.paths())

    def __getitem__(self, path: str) -> str:
        """What stands at a path, as the file has it."""
        return self.paths[path]

    # Faults

    def check(self) -> Tuple[answers.CaseFault, ...]:
        """What is probably not meant in it, each with its place and a hint: warnings, for a case with errors cannot be read at all. Behind them the faults
        of the versions of its text, errors among them, each with its `file`. `detente.check` tells of the errors of the case as well, and does not
        raise."""
        from .answers import CaseFault

        checked = self.checked()
        of_text = (CaseFault({"file": version.file, **fault.to_dict()}) for version in checked.text or () for fault in version.faults)
        return (*checked.faults, *of_text)

    def checked(self) -> answers.CheckedCase:
        """The same with what the engines refuse, what is wrong with the versions of its text, and what is in the case."""
        from .answers import CheckedCase

        return CheckedCase(json.loads(self._raw.checked()))

    # Edits

    def set(self, path: Union[str, Mapping[str, Any]], value: Any = None) -> Case:
        """The case with another value at a path, or at several: `case.set("positions.port.no_deal", [0.4, 0.5])`, `case.set({path: value, …})`. Where
        nothing stands yet, the value is added; `None` takes out what stands there. Everything else in the text stays as it is, comments
        included.

        Raises:
            CaseError: If a path leads nowhere or the case would not be sound.
        """
        values = path if isinstance(path, Mapping) else {path: value}
        changes = [("remove" if one is None else "put", place, None if one is None else inline(one)) for place, one in values.items()]
        return Case._of(self._raw.edited(changes))

    def insert(self, path: str, value: Any) -> Case:
        """The case with something added that is not there: a key, or with `claims[]` a member behind the last of a list."""
        return Case._of(self._raw.edited([("insert", path, inline(value))]))

    def remove(self, *paths: str) -> Case:
        """The case without what stands at some paths."""
        return Case._of(self._raw.edited([("remove", path, None) for path in paths]))

    def rename(self, path: str, option: Union[str, int, float]) -> Case:
        """The case with another name for an option, wherever it is named: `case.rename("issues.release.options[2]", "four stages")`."""
        return Case._of(self._raw.edited([("rename", path, inline(option))]))

    # Drafts of claims

    def drafts_from_report(self, report: str, reported: Day, *, source: str = "report", title: str = "A report") -> Drafts:
        """Drafts claims from the text of a report, in English: who said what, what was done, which numbers were named. Each is a draft for a person to
        accept, change or drop.

        Args:
            report: The text.
            reported: The day on which it appeared; the case must know of it.
            source: Its id among the sources of the case.
            title: What it is called if the case does not know the source yet.
        """
        return Drafts._of(self, _detente.drafts_of_report(self._raw, report, str(_day(reported)), source, title))

    def drafts_from_events(
        self,
        table: Path,
        format: str,
        retrieved: Day,
        *,
        actors: Sequence[str] = (),
        first: Optional[Day] = None,
        last: Optional[Day] = None,
        source: Optional[str] = None,
    ) -> Drafts:
        """Drafts claims from a table of events.

        Args:
            table: The file.
            format: `"ucdp"` (UCDP GED), `"acled"` or `"gdelt"`.
            retrieved: When the table was taken from the data set: rows are revised later.
            actors: Only events with one of these actors, as the data set names or codes them.
            first: Only events that may have happened on this day or later.
            last: Only events that may have happened on this day or earlier.
            source: The id of the data set among the sources of the case.
        """
        with open(table, "rb") as file:
            read = file.read()
        found = _detente.drafts_of_events(
            self._raw, read, format, str(_day(retrieved)), list(actors), _day(first), _day(last), source
        )
        return Drafts._of(self, found)

    # The text of the deal

    def deal_text(self, folder: Optional[Path] = None) -> DealText:
        """The text of the deal with all its versions, read anew from the folder `text` beside the file that the case was read from. `text` is the text of
        the case file itself; `Sitting.text` says what a version of the deal's text does.

        Args:
            folder: Another folder that holds `text`; needed for a case that was not read from a file.

        Raises:
            NoAnswer: If there is no text.
            CaseError: If versions have faults: all of them, of all versions.
        """
        from ._text import DealText

        return DealText(_detente.read_text(self._raw, None if folder is None else os.fspath(folder)))

    # A look at it

    def sit(
        self,
        draws: int = 2000,
        seed: int = 1,
        *,
        day: Optional[Day] = None,
        interval: Optional[float] = None,
        tolerance: Optional[float] = None,
        progress: Union[bool, Told, None] = None,
    ) -> Sitting:
        """Sits down with the case. Nothing is computed before it is asked for.

        Args:
            draws: How many worlds to draw, up to 10 million.
            seed: The same seed gives the same figures.
            day: Hide everything that was reported, said or published after this day; without it the day of the case. A warning says what cannot be
                taken back to that day.
            interval: Instead of so many draws, draw until the 95 % interval of the probability of a zone is this narrow to either side, as 0.02 for
                ± 2 per cent.
            tolerance: List frontiers only to within this distance on each party's scale.
            progress: `True` for a bar, `False` for none, or a function that is called with the steps done and the steps expected. By default a bar in a
                notebook and at a prompt.
        """
        if not 1 <= draws <= 10_000_000:
            raise ValueError("from 1 to 10,000,000 worlds can be drawn")
        if not 0 <= seed < 2**64:
            raise ValueError("a seed is a whole number from 0 to 2**64 - 1")
        if interval is not None and not 0.001 <= interval <= 0.5:
            raise ValueError("half the width of an interval lies between 0.001 and 0.5")
        if tolerance is not None and not 0 < tolerance <= 1:
            raise ValueError("a tolerance is above 0 and at most 1 on each party's scale")
        told = listener(progress)
        raw = self._raw.sit(draws, seed, _day(day), interval, tolerance, told)
        if day is not None:
            import warnings

            for note in raw.notes():
                warnings.warn(note, stacklevel=2)
        how = {"draws": draws, "seed": seed, "day": _day(day), "interval": interval, "tolerance": tolerance}
        return Sitting(self, raw, how)

    def scenario(self, draw: Optional[int] = None, seed: int = 1) -> Scenario:
        """One world of it as NumPy arrays: the central one, or a draw."""
        return self.sit(draws=1, seed=seed, progress=False).scenario(draw)

    # Files

    def write(self, path: Path, *, overwrite: bool = False) -> None:
        """Writes the case file; a folder gets a `case.toml`. The versions of its text stay where they are."""
        write_case(path, self.text, overwrite)

    def export(self, format: str, draw: Optional[int] = None, seed: int = 1, *, day: Optional[Day] = None) -> Dict[str, str]:
        """One world as files of another tool, which hold a weighted sum over listed options: what else the case has is left out, and said in a
        warning.

        Args:
            format: `"negmas"` (YAML) or `"geniusweb"` (JSON).
            draw: A draw from the seed instead of the central world.
            day: As in `sit`.

        Returns:
            The text of each file under its name.
        """
        import warnings

        files, losses = self._raw.exported(format, draw, seed, _day(day))
        for loss in losses:
            warnings.warn(loss, stacklevel=2)
        return dict(files)

    def to_negmas(self, folder: Path, draw: Optional[int] = None, seed: int = 1) -> List[str]:
        """Writes one world as YAML files of NegMAS into a folder, and gives their paths; see `export`."""
        return _write_all(folder, self.export("negmas", draw, seed))

    def to_geniusweb(self, folder: Path, draw: Optional[int] = None, seed: int = 1) -> List[str]:
        """Writes one world as JSON files of GeniusWeb into a folder, and gives their paths; see `export`."""
        return _write_all(folder, self.export("geniusweb", draw, seed))

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Case):
            return NotImplemented
        return self.text == other.text

    def __hash__(self) -> int:
        return hash(self.text)

    def __reduce__(self) -> Any:
        return (_travelled, (self.text, self.name, self._raw.folder))

    def __repr__(self) -> str:
        return f"<Case {self.title!r} as of {self.as_of}>"

    def _repr_html_(self) -> str:
        from html import escape

        signs = ", ".join(escape(party.name) for party in self.parties if party.principal)
        issues = "".join(
            f"<li>{escape(issue.name)}: {escape(', '.join(str(option) for option in issue.options))}"
            f"{' ' + escape(issue.unit) if issue.unit else ''}</li>"
            for issue in self.issues
        )
        summary = f"<p>{escape(self.summary)}</p>" if self.summary else ""
        return f"<p><b>{escape(self.title)}</b>, as of {self.as_of}</p>{summary}<p>Must sign: {signs}</p><ul>{issues}</ul>"


def _travelled(text: str, name: str, folder: Optional[str]) -> Case:
    return Case._of(_detente.parse_case(text, name, [], folder))


def write_case(path: Path, text: str, overwrite: bool) -> None:
    """Writes a case file, whole or not at all; a folder gets a `case.toml`."""
    file = os.fspath(path)
    if not file.endswith(".toml"):
        os.makedirs(file, exist_ok=True)
        file = os.path.join(file, "case.toml")
    if os.path.exists(file) and not overwrite:
        raise FileExistsError(f"`{file}` is there already; say `overwrite=True` to replace it")
    part = f"{file}.unfinished-{os.getpid()}"
    with open(part, "w", encoding="utf-8", newline="") as written:
        written.write(text)
    os.replace(part, file)


def _write_all(folder: Path, files: Mapping[str, str]) -> List[str]:
    os.makedirs(folder, exist_ok=True)
    paths = [os.path.join(os.fspath(folder), name) for name in files]
    there = [path for path in paths if os.path.exists(path)]
    if there:
        raise FileExistsError(f"`{there[0]}` is there already; name another folder")
    for path, text in zip(paths, files.values()):
        with open(path, "w", encoding="utf-8", newline="") as written:
            written.write(text)
    return paths


def read(path: Path, *, set: Optional[Mapping[str, Any]] = None) -> Case:
    """Reads a case file, or the folder that holds `case.toml`.

    Args:
        path: The file or the folder.
        set: Values for this look at the case, by their paths; the brief says that they were set. To edit a case, use `case.set`.

    Raises:
        CaseError: All faults of the case at once, with their places.
    """
    return Case._of(_detente.read_case(os.fspath(path), _values(set)))


def parse(text: str, name: str = "case.toml", *, set: Optional[Mapping[str, Any]] = None) -> Case:
    """Reads the text of a case; `name` is what faults call it.

    Raises:
        CaseError: All faults of the case at once, with their places.
    """
    return Case._of(_detente.parse_case(text, name, _values(set)))


def check(path: Path, *, set: Optional[Mapping[str, Any]] = None) -> Tuple[answers.CaseFault, ...]:
    """Every fault of a case file or folder and of the versions of its text, errors and warnings, each with its place and a hint. Does not raise for a faulty
    case.

    Args:
        path: The file or the folder.
        set: As in `read`.
    """
    from ._errors import CaseError

    try:
        return read(path, set=set).check()
    except CaseError as error:
        return error.faults


def template() -> str:
    """The text of a commented case to start from: `detente.parse(detente.template()).write("a-new-folder")`."""
    return _detente.template()


def schema(*, answers: bool = False) -> Dict[str, Any]:
    """The JSON Schema of the case format, for editors and other programs; with `answers` that of the JSON of all answers."""
    found: Dict[str, Any] = json.loads(_detente.schema(answers))
    return found


Files = Union[Path, Iterable[Path]]


def _import(files: Files, as_of: Optional[Day], format: Optional[str]) -> Case:
    import warnings

    from .answers import CaseFault

    paths: Sequence[Path] = [files] if isinstance(files, (str, os.PathLike)) else list(files)
    raw, _, told = _detente.import_case([os.fspath(path) for path in paths], _day(as_of), format)
    for fault in map(CaseFault, json.loads(told)):
        warnings.warn(fault.message, stacklevel=3)
    return Case._of(raw)


def from_foreign(files: Files, as_of: Optional[Day] = None) -> Case:
    """A case from files of another tool, whichever it is: a domain and the profile of each party, a folder that holds them, or a `.gmcr` file.
    What of them a case does not hold is told in warnings.

    Args:
        files: One path or several.
        as_of: The day of the case; the files name none, and without it the case says 1970-01-01.

    Raises:
        CaseError: All faults of the files, with their places.
    """
    return _import(files, as_of, None)


def from_genius(files: Files, as_of: Optional[Day] = None) -> Case:
    """A case from a domain and profiles of Genius (XML); see `from_foreign`."""
    return _import(files, as_of, "genius")


def from_geniusweb(files: Files, as_of: Optional[Day] = None) -> Case:
    """A case from a domain and profiles of GeniusWeb (JSON); see `from_foreign`."""
    return _import(files, as_of, "geniusweb")


def from_negmas(files: Files, as_of: Optional[Day] = None) -> Case:
    """A case from an outcome space and utility functions of NegMAS (YAML or JSON); see `from_foreign`."""
    return _import(files, as_of, "negmas")


def from_gmcr(file: Path, as_of: Optional[Day] = None) -> Case:
    """A case from a conflict of GMCR+ (`.gmcr`); see `from_foreign`."""
    return _import(file, as_of, "gmcr")


def from_actors(file: Path, as_of: Optional[Day] = None) -> Case:
    """A case with a body in which many have a say, from a table of actors in CSV: KTAB's, a long table of decisions, or one with the columns `Actor`,
    `Capability`, `Position`, `Salience`; see `from_foreign`."""
    return _import(file, as_of, "actors")
