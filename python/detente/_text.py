"""The text of a deal: the draft that the parties criticise, its versions, and what comes back marked from a word processor."""

from __future__ import annotations

import datetime
import json
import os
from typing import TYPE_CHECKING, Any, Dict, Iterator, NamedTuple, Optional, Tuple, Union

from . import _detente
from ._shown import Path, Shown, found, write_bytes, write_new
from .answers import ArticleTold, CaseFault, ClauseTold, MarksAnswer, MarkTold, TextAnswer


class Version:
    """One version of a text: what is on the table on one day, as its author wrote it."""

    __slots__ = ("_raw",)

    def __init__(self, raw: _detente.Version) -> None:
        self._raw = raw

    @property
    def name(self) -> str:
        """The name of its file, without the ending."""
        return self._raw.name

    @property
    def date(self) -> datetime.date:
        """Its day."""
        return datetime.date.fromisoformat(self._raw.date)

    @property
    def by(self) -> str:
        """Who wrote it."""
        return self._raw.by

    @property
    def title(self) -> Optional[str]:
        """What the text is called."""
        return self._raw.title

    @property
    def note(self) -> Optional[str]:
        """A remark of whoever wrote it."""
        return self._raw.note

    @property
    def articles(self) -> Tuple[ArticleTold, ...]:
        """Its articles with their clauses, in reading order: words, open brackets, objections. Whose red lines are crossed is for a sitting to say
        (`Sitting.text`), and empty here."""
        return tuple(ArticleTold(article) for article in json.loads(self._raw.articles()))

    @property
    def clauses(self) -> Tuple[ClauseTold, ...]:
        """The clauses of all articles."""
        return tuple(clause for article in self.articles for clause in article.clauses)

    @property
    def markdown(self) -> str:
        """The text of its file, as `docs/text-format.md` describes it."""
        return self._raw.markdown()

    def to_docx(self, path: Path, *, since: Union[str, Version, None] = None) -> None:
        """Writes it as a document for word processors: what is open in brackets, objections as comments. `DealText.marked` reads it when it comes back.

        Args:
            path: The file.
            since: Mark what changed since this version of the text.
        """
        write_bytes(path, self._raw.docx(since.name if isinstance(since, Version) else since))

    def to_pdf(self, path: Path, *, since: Union[str, Version, None] = None) -> None:
        """Makes the same document a PDF with tags and bookmarks, by LibreOffice.

        Raises:
            NoAnswer: If LibreOffice is not on the machine.
        """
        write_bytes(path, self._raw.pdf(since.name if isinstance(since, Version) else since))

    def write(self, path: Path) -> None:
        """Writes its Markdown into a file.

        Raises:
            FileExistsError: If the file is there; a version that is there stays as it is.
        """
        write_new(path, self.markdown)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Version):
            return NotImplemented
        return (self.name, self.markdown) == (other.name, other.markdown)

    def __hash__(self) -> int:
        return hash((self.name, self.markdown))

    def __repr__(self) -> str:
        return f"<Version {self.name!r} of {self.date} by {self.by!r}>"


class Accepted(NamedTuple):
    """A new version of marks that were accepted."""

    version: Version
    """The version: as old as the youngest mark in it, and with a note of where its marks came from. No file has it yet: `DealText.add` writes it."""
    not_taken: Dict[int, str]
    """The numbers of accepted marks that could not be taken, each with why."""


class Marks(MarksAnswer):
    """What somebody marked in a document: `marks`, each to be accepted or not. Nothing is taken by itself."""

    __slots__ = ("_raw",)

    def __init__(self, raw: _detente.Marks) -> None:
        super().__init__(*found(raw.told()))
        self._raw = raw

    def accept(self, *marks: Union[int, MarkTold, str]) -> Accepted:
        """A new version with some marks taken into it. Words that somebody wants otherwise become a wording beside the one on the table, in brackets; a
        comment becomes an objection.

        Args:
            marks: The marks or their numbers; `"all"` for all.

        Raises:
            AskedAmiss: If no mark has such a number, or one is younger than the case.
        """
        if not marks:
            raise ValueError('no mark was accepted: name marks by their numbers, or say "all"')
        numbers = []
        for mark in marks:
            if isinstance(mark, str):
                if mark != "all":
                    raise ValueError(f'marks are accepted by their numbers, or with "all", and not with {mark!r}')
                version, not_taken = self._raw.accept(None)
                return Accepted(Version(version), dict(not_taken))
            numbers.append(mark.number if isinstance(mark, MarkTold) else mark)
        if any(number < 1 for number in numbers):
            raise ValueError("marks are numbered from 1")
        version, not_taken = self._raw.accept(numbers)
        return Accepted(Version(version), dict(not_taken))

    def __iter__(self) -> Iterator[MarkTold]:
        return iter(self.marks)

    def __len__(self) -> int:
        return len(self._data["marks"])

    def __getitem__(self, place: int) -> MarkTold:
        return self.marks[place]

    def __reduce__(self) -> Any:
        return (MarksAnswer, (self.to_dict(),))


class DealText:
    """The text of a deal with all its versions: the files of the folder `text` beside the case. `Case.deal_text` reads it."""

    __slots__ = ("_raw",)

    def __init__(self, raw: _detente.DealText) -> None:
        self._raw = raw

    @property
    def versions(self) -> Tuple[Version, ...]:
        """The versions by their days, the earliest first."""
        return tuple(Version(version) for version in self._raw.versions())

    @property
    def latest(self) -> Version:
        """The version as it stands: the last."""
        return Version(self._raw.version(None))

    def version(self, name: str) -> Version:
        """The version that goes by a name: `"3"`, or `"v3"` for it.

        Raises:
            AskedAmiss: If there is none.
        """
        return Version(self._raw.version(name))

    def __getitem__(self, name: str) -> Version:
        return self.version(name)

    def __iter__(self) -> Iterator[Version]:
        return iter(self.versions)

    def __len__(self) -> int:
        return len(self.versions)

    def check(self) -> Tuple[CaseFault, ...]:
        """What is probably not meant in its versions, each with its file, place and a hint. A text with errors cannot be read at all."""
        return tuple(CaseFault(fault) for fault in json.loads(self._raw.warnings()))

    def marked(self, document: Path, *, version: Optional[str] = None, by: Optional[str] = None) -> Marks:
        """What a delegation marked in a document of the text that was given out: words struck out or written in, and comments, each at its clause.

        Args:
            document: The `.docx` that came back.
            version: The version that was given out; without it the one of which the document says that it was made.
            by: On whose behalf comments are taken: a party or an audience, by its id or name. Without it, whoever the document names.

        Raises:
            AskedAmiss: If the file is no such document, or nobody is called so.
        """
        with open(document, "rb") as file:
            content = file.read()
        return Marks(self._raw.marked(content, os.path.basename(os.fspath(document)), version, by))

    def add(self, version: Version, name: Optional[str] = None) -> str:
        """Writes a version into the folder of the text, and gives the path of its file. What was read before does not know it: read the text anew.

        Args:
            version: The version.
            name: Its name; without it one that no version has, `"4"` after `"3"`.

        Raises:
            FileExistsError: If there is a version of this name; it stays as it is.
        """
        path = os.path.join(self._raw.folder, f"{self._raw.next_name() if name is None else name}.md")
        version.write(path)
        return path

    def __repr__(self) -> str:
        return f"<DealText of {len(self)} versions, the last {self.latest!r}>"


class Text(TextAnswer):
    """What a sitting finds of a version of the text, as it stands or settled on a package."""

    __slots__ = ("_made",)

    def __init__(self, data: Dict[str, Any], shown: Shown, made: _detente.Version) -> None:
        super().__init__(data, shown)
        self._made = made

    @property
    def wording(self) -> Version:
        """The version that is told of; with a package, as it would read settled on that."""
        return Version(self._made)

    @property
    def markdown(self) -> str:
        """The same as the text of a file."""
        return self.wording.markdown

    def to_docx(self, path: Path, *, since: Union[str, Version, None] = None) -> None:
        """Writes the text itself, not what is told of it, as a document for word processors; `since` as in `Version.to_docx`."""
        self.wording.to_docx(path, since=since)

    def to_pdf(self, path: Path, *, since: Union[str, Version, None] = None) -> None:
        """The same as a PDF; `since` and what is needed as in `Version.to_pdf`."""
        self.wording.to_pdf(path, since=since)

    def __reduce__(self) -> Any:
        return (TextAnswer, (self.to_dict(),))
