"""One look at one case: every answer, found once and kept."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Dict, Iterable, Iterator, List, Mapping, Optional, Sequence, Union

from . import _detente
from ._detente import Question
from ._shown import Path, Shown, found, write_bytes
from ._table import Table
from ._view import Later

if TYPE_CHECKING:
    from . import answers
    from ._case import Case
    from ._deals import Deals
    from ._scenario import Scenario
    from ._text import DealText, Text

Package = Union[str, Mapping[str, Union[str, int, float]]]
"""A package: `"truce=90,release=three stages"`, a letter of a leading one with changes to it, `"B,truce=90"`, or a mapping from
issues to options. Issues left out are as in the package that is most likely to be acceptable to all."""


def _counted(number: int, what: str) -> int:
    if not 0 <= number < 2**64:
        raise ValueError(f"a number of {what} is a whole number from 0 on, and not {number}")
    return number


def _in_words(package: Optional[Package]) -> Optional[str]:
    if package is None or isinstance(package, str):
        return package
    return ",".join(f"{issue}={option}" for issue, option in package.items())


class Extract:
    """The brief for one reader."""

    __slots__ = ("account", "_page")

    account: answers.ExtractAnswer
    """What it shows, and what it still gives away: for whoever made it, and never to be handed over with it."""

    def __init__(self, account: answers.ExtractAnswer, page: _detente.Page) -> None:
        self.account = account
        self._page = page

    @property
    def html(self) -> str:
        """The page to hand over: self-contained HTML."""
        return self._page.html(True)

    def to_html(self) -> str:
        """The same as `html`."""
        return self.html

    def to_text(self, width: int = 100) -> str:
        """The extract as the terminal shows it, in so many columns."""
        return self._page.text(width)

    def to_docx(self, path: Path) -> None:
        """Writes the extract as a document for word processors."""
        write_bytes(path, self._page.docx())

    def to_pdf(self, path: Path) -> None:
        """Prints the extract as a PDF, as `Sitting.to_pdf` prints the brief."""
        write_bytes(path, self._page.pdf())

    def __iter__(self) -> Iterator[Any]:
        # `account, html = sitting.extract()`
        return iter((self.account, self.html))

    def __repr__(self) -> str:
        return f"Extract(account={self.account!r})"


class Sitting:
    """One look at one case: its worlds, and every answer, found once and kept. `case.sit()` opens one.

    Nothing is computed before it is asked for. What takes long leaves the interpreter free, shows how far it is, and stops on Ctrl+C. The
    same case, draws and seed give the same answers, to the last digit, on any number of threads and on any machine.
    """

    def __init__(self, case: Case, raw: _detente.Sitting, how: Dict[str, Any]) -> None:
        self._case = case
        self._raw = raw
        self._how = how
        self._kept: Dict[Question, Any] = {}

    @property
    def case(self) -> Case:
        """The case that is looked at."""
        return self._case

    @property
    def seed(self) -> int:
        """The seed of the draws."""
        seed: int = self._how["seed"]
        return seed

    def __repr__(self) -> str:
        how = ", ".join(f"{name}={value}" for name, value in self._how.items() if value is not None)
        return f"<Sitting with {self._case.title!r}: {how}>"

    def _asked(self, question: Question) -> Any:
        if question not in self._kept:
            self._kept[question] = json.loads(self._raw.answer(question))
        return self._kept[question]

    def _shown(self, question: Question) -> Shown:
        return Shown(lambda: self._raw.page(question), lambda: self._raw.csv(question))

    # What there is to tell

    @property
    def brief(self) -> answers.BriefAnswer:
        """Everything that the case has the material for: `detente brief`. A notebook shows the two pages of the brief."""
        from .answers import BriefAnswer

        return BriefAnswer(self._asked(Question.Brief()), self._shown(Question.Brief()))

    @property
    def deals(self) -> Deals:
        """The deal space: in which share of the worlds a deal exists, what blocks it, the frontier, solutions, sticking points."""
        from ._deals import Deals

        data = dict(self._asked(Question.Deals()))

        def points(*path: str) -> Later:
            def fetch() -> Any:
                found = self._asked(Question.Deals(points=True))["deals"]
                for step in path:
                    found = found[step]
                return found

            return Later(fetch)

        found = dict(data["deals"])
        central = dict(found["central"])
        central["frontier"] = points("central", "frontier")
        central["zone"] = {**central["zone"], "frontier": points("central", "zone", "frontier")}
        found["central"] = central
        return Deals(found, self, data)

    def exchange(self, package: Optional[Package] = None) -> answers.ExchangeFound:
        """Would it hold? The exchange that a package would set in motion: schedule, envelope, guarantee needed, longest pledge, remedies."""
        from .answers import ExchangeFound

        question = Question.Exchange(_in_words(package))
        return ExchangeFound(self._asked(question)["exchange"], self._shown(question))

    def durability(self, package: Optional[Package] = None) -> answers.DurabilityFound:
        """Would it last? How long a package would, or the leading ones, at the horizons of the case, in days; and what makes the difference.

        Other horizons are those of another case: `case.set("durability.horizons", [30, 365])`.
        """
        from .answers import DurabilityFound

        question = Question.Durability(_in_words(package))
        return DurabilityFound(self._asked(question)["durability"], self._shown(question))

    def stability(self, explain: Optional[str] = None, want: Optional[str] = None) -> answers.StabilityFound:
        """Why the conflict rests where it does: who could move, who would, who would answer.

        Args:
            explain: A state, by its number, its name, or the moves made in it: why it holds or not comes with the answer.
            want: A state that somebody would like to rest: what would have to change for it comes with the answer.
        """
        from .answers import StabilityFound

        question = Question.Stability(explain, want)
        return StabilityFound(self._asked(question)["stability"], self._shown(question))

    @property
    def outlook(self) -> answers.OutlookFound:
        """What was said and done, what contradicts what, and what it makes of the outlook."""
        from .answers import OutlookFound

        return OutlookFound(self._asked(Question.Outlook())["outlook"], self._shown(Question.Outlook()))

    @property
    def talks(self) -> answers.TalksFound:
        """How the bargaining would go: when and on what they agree, and what would shorten it. They are followed for as many days as the case says:
        `case.set("talks.horizon", 90)`."""
        from .answers import TalksFound

        return TalksFound(self._asked(Question.Talks())["talks"], self._shown(Question.Talks()))

    @property
    def settlement(self) -> answers.SettlementFound:
        """On which package they would settle if they sign one, by a model of what people settle on."""
        from .answers import SettlementFound

        return SettlementFound(self._asked(Question.Settlement()), self._shown(Question.Settlement()))

    @property
    def three_tests(self) -> answers.ThreeTestsFound:
        """How the leading packages fare: would all sign, would it hold, would it last?"""
        from .answers import ThreeTestsFound

        return ThreeTestsFound(self._asked(Question.ThreeTests()), self._shown(Question.ThreeTests()))

    def judged(self, package: Package) -> answers.PackageJudged:
        """A package of one's own: who would sign it, what it lacks, which single change would mend it, how far it lies from the frontier."""
        from .answers import PackageJudged

        question = Question.Judged(_in_words(package) or "")
        return PackageJudged(self._asked(question), self._shown(question))

    def watch(self, package: Optional[Package] = None, *, days: Optional[int] = None) -> answers.WatchFound:
        """The day after: what was promised and what became of it by the day of the sitting, whether each side gains by going on, and what to look at
        next. `case.sit(day="2023-11-26").watch()` tells of that day, and of nothing that was reported later. `to_csv` has one row a commitment.

        Args:
            package: The package that is carried out; without it the one that is most likely to be acceptable to all.
            days: For how many days from then to tell the chance that it lasts; without it, for those that are left of the pledge, else up to the
                last but one of the horizons of the case.

        Raises:
            NoAnswer: If nothing was promised by that day.
        """
        from .answers import WatchFound

        question = Question.Watch(_in_words(package), None if days is None else _counted(days, "days"))
        return WatchFound(self._asked(question)["watch"], self._shown(question))

    def checklist(self, package: Optional[Package] = None) -> answers.WatchFound:
        """What `watch` finds, shown as the checklist that monitors take along: what is open by its day, with boxes for what they see. For `to_html`,
        `to_text`, `to_docx` and `to_pdf`.

        Raises:
            NoAnswer: If nothing was promised by the day of the sitting.
        """
        from .answers import WatchFound

        about = _in_words(package)
        return WatchFound(self._asked(Question.Watch(about))["watch"], self._shown(Question.Watch(about, checklist=True)))

    def collective(
        self, issues: Union[str, Iterable[str]] = (), *, want: Union[str, Mapping[str, Union[str, float]], None] = None
    ) -> answers.BodyFound:
        """What the body of the case, in which many have a say, would decide. `detente.collective` asks the same of a table of actors.

        Args:
            issues: Tell of these issues alone, by their ids.
            want: Places that somebody wants on some issues: `{"toll": 25}`, or the name of an option instead of a number. What would have to shift for
                the middle to reach them comes with the answer.

        Raises:
            NoAnswer: If the case has no body.
        """
        from .answers import BodyFound

        named = [issues] if isinstance(issues, str) else list(issues)
        wanted = [want] if isinstance(want, str) else [f"{issue}={place}" for issue, place in (want or {}).items()]
        question = Question.Body(named, wanted)
        return BodyFound(self._asked(question)["collective"], self._shown(question))

    # The text of the deal

    def text(
        self,
        version: Optional[str] = None,
        *,
        package: Optional[Package] = None,
        text: Optional[DealText] = None,
    ) -> Text:
        """The text of the deal: what it still allows, which open bracket matters most, what stands against which clause. The versions are read anew each
        time; those that are later than the day of the sitting are left out.

        Args:
            version: The name of the version, `"2"`; without it the last.
            package: Settle the version on this package first: every bracket on the wording that words it.
            text: The text; without it the one that lies beside the case, `case.deal_text()`.

        Raises:
            NoAnswer: If the case has no text.
            CaseError: If a version has faults: all of them.
        """
        from ._text import Text

        read = self._case.deal_text() if text is None else text
        told, made = _detente.text_told(self._raw, read._raw, version, _in_words(package))
        return Text(*found(told), made)

    def text_diff(self, before: str, after: str, *, text: Optional[DealText] = None) -> answers.TextDiffAnswer:
        """Two versions of the text: what changed in words, which options that opens or closes, and what it does, each change by itself.

        Args:
            before: The name of the earlier version, `"2"`.
            after: The name of the later one.
            text: As in `text`.
        """
        from .answers import TextDiffAnswer

        read = self._case.deal_text() if text is None else text
        return TextDiffAnswer(*found(_detente.texts_compared(self._raw, read._raw, before, after)))

    def sobol(self, rows: int = 1024) -> answers.SobolFound:
        """What the existence of a deal hangs on, alone and together with others: first-order and total Sobol indices.

        Args:
            rows: Worlds for each input in doubt, or group of weights, and two more; 2 to 65,536.
        """
        from .answers import SobolFound

        return SobolFound(json.loads(self._raw.answer(Question.Deals(sobol=rows)))["deals"]["sobol"])

    # Tables

    @property
    def packages(self) -> Table:
        """The leading packages, the most acceptable first.

        Columns: `letter`; the option of each issue, under its id; `value.` with the id of each principal, on its own scale, in the central world;
        `acceptable.all`, the share of the worlds drawn in which all accept it, with `.low` and `.high`, its 95 % interval; `acceptable.` with
        the id of each principal.
        """
        return Table(self._raw.packages("leading"))

    def worlds(
        self,
        numbers: Optional[Sequence[str]] = None,
        *,
        first: int = 0,
        count: Optional[int] = None,
        find: str = "best",
        letters: Optional[bool] = None,
    ) -> Table:
        """The worlds drawn, one row each.

        Columns: `draw`; each input in doubt by its path, an order of importance by the weight that it gives each issue; `zone_exists`;
        `margin`, on the parties' scales; `best_letter`; `best_acceptable`; and `best.` with the id of each issue, the package that leaves whoever
        gains least the most. A row hangs on the case, the seed and its draw alone, so that tables of parts of the draws are parts of the table of
        all; only letters hang on all draws.

        Args:
            numbers: Only these figures, by their paths, in doubt or not.
            first: The first draw.
            count: How many draws; without it those of the sitting.
            find: What is found out about each world: `"inputs"` alone, also the `"zone"`, also the `"margin"`, or also the `"best"` package. The
                less, the faster.
            letters: Whether a best package that leads has its letter; by default where all draws of the sitting are asked for.
        """
        if letters is None:
            letters = find == "best" and first == 0 and count is None
        paths = None if numbers is None else [numbers] if isinstance(numbers, str) else list(numbers)
        return Table(self._raw.worlds(first, count, paths, find, letters))

    def scenario(self, draw: Optional[int] = None) -> Scenario:
        """One world as NumPy arrays: the central one, or a draw."""
        from ._scenario import Scenario

        return Scenario._of(json.loads(self._raw.world(draw)), Table(self._raw.packages("all", draw)))

    # Beside others

    def against(self, other: Union[Sitting, Case]) -> answers.CompareAnswer:
        """This case beside another: where they differ, what all differences do together, and what each does alone. Both are judged in the same
        worlds, those of this sitting, so that a difference is due to the change and not to luck; each figure says so with an interval.

        Args:
            other: The other case, or a sitting with it that looks at it in the same way.
        """
        from .answers import CompareAnswer

        if isinstance(other, Sitting):
            if other._how != self._how:
                raise ValueError(
                    f"the two are looked at in different ways, so that a difference could be due to luck: {self._how} and {other._how}"
                )
            other = other.case
        return CompareAnswer(*found(self._raw.against(other._raw)))

    def sweep(self, over: Mapping[str, Any]) -> answers.SweepAnswer:
        """What becomes of the case as one or two of its values go through a range, on this machine, all in the same worlds.

        Args:
            over: For each path its values: `{"positions.israel.truce.at_most": range(60, 181, 10)}`.
        """
        from ._toml import inline
        from .answers import SweepAnswer

        paths = list(over)
        if not 1 <= len(paths) <= 2:
            raise ValueError("a sweep goes over one path or two; `detente.sweep` takes more")
        points: List[List[str]] = [[]]
        for path in paths:
            points = [[*point, inline(value)] for point in points for value in over[path]]
        return SweepAnswer(*found(self._raw.sweep(paths, points)))

    # Pages

    def _page(self, full: bool, package: Optional[Package]) -> _detente.Page:
        return self._raw.page(Question.Brief(full, _in_words(package)))

    def to_html(self, full: bool = False, *, package: Optional[Package] = None) -> str:
        """The brief as one self-contained page; with `full` also its annex, with a `package` also what that is worth to each."""
        return self._page(full, package).html(True)

    def to_text(self, full: bool = False, width: int = 100, *, package: Optional[Package] = None) -> str:
        """The brief as the terminal shows it, in so many columns; `full` and `package` as in `to_html`."""
        return self._page(full, package).text(width)

    def to_docx(self, path: Path, full: bool = False, *, package: Optional[Package] = None) -> None:
        """Writes the brief as a document for word processors; `full` and `package` as in `to_html`."""
        write_bytes(path, self._page(full, package).docx())

    def to_pdf(self, path: Path, full: bool = False, *, package: Optional[Package] = None) -> None:
        """Prints the brief as a PDF with tags and bookmarks, by Chrome, Edge, Chromium or LibreOffice; `full` and `package` as in `to_html`.

        Raises:
            NoAnswer: If none of them is on the machine.
        """
        write_bytes(path, self._page(full, package).pdf())

    def extract(
        self,
        sections: Sequence[str] = (),
        *,
        full: bool = False,
        without: Sequence[str] = (),
        sources: bool = True,
        notes: bool = True,
    ) -> Extract:
        """The brief for one reader, and what it still gives away of what is left out.

        Args:
            sections: The sections by their ids, `headline` for the sentences at the head; without it the two pages of the brief.
            full: With the annex, where no sections are named.
            without: Parties that are left out, by id or name.
            sources: Whether it shows sources.
            notes: Whether it shows the remarks of analysts.
        """
        from .answers import ExtractAnswer

        account, page = self._raw.extract(list(sections), full, list(without), sources, notes)
        return Extract(ExtractAnswer(json.loads(account)), page)

    def _repr_html_(self) -> str:
        return self._page(False, None).html(False)

    def __reduce__(self) -> Any:
        how = {name: value for name, value in self._how.items() if name != "progress"}
        return (_sat, (self._case, how))


def _sat(case: Case, how: Dict[str, Any]) -> Sitting:
    return case.sit(**how)
