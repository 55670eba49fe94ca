"""Several hands at one case: two cases side by side, versions put together, readings laid over each other."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any, Dict, Iterable, List, Mapping, Optional, Tuple, Union

from . import _detente
from ._case import Case, Day, Path, read, write_case
from ._progress import Told
from ._shown import Shown, found
from .answers import CompareAnswer, MergeAnswer, MergeSide, OverlayAnswer

CaseOrPath = Union[Case, Path]
Takes = Union[MergeSide, Mapping[str, MergeSide]]
"""A side for all that is not said otherwise, or sides by the paths at which, and below which, they are taken."""


def _case(case: CaseOrPath) -> Case:
    return case if isinstance(case, Case) else read(case)


def compare(
    before: CaseOrPath,
    after: CaseOrPath,
    *,
    draws: int = 2000,
    seed: int = 1,
    day: Optional[Day] = None,
    progress: Union[bool, Told, None] = None,
) -> CompareAnswer:
    """Two cases side by side in the same worlds: where they differ, what all differences do together, and what each does alone.
    `Sitting.against` does the same for a sitting that is there already.

    Args:
        before: A case, or the path of one.
        after: The other.
        draws: How many worlds to draw; this and the rest as in `Case.sit`.
    """
    return _case(before).sit(draws, seed, day=day, progress=progress).against(_case(after))


class Merged(MergeAnswer):
    """Two versions of a case that go back to one, put together judgement by judgement. Where they part ways the judgement of the base stays until a side
    is taken there."""

    __slots__ = ("_three", "_taken")

    def __init__(self, three: Tuple[CaseOrPath, CaseOrPath, CaseOrPath], taken: Dict[str, MergeSide]) -> None:
        base, mine, theirs = map(_named, three)
        takes = [f"{path}={side}" if path else side for path, side in taken.items()]
        told, page = _detente.merge(base, mine, theirs, takes)
        super().__init__(*found((told, page, None)))
        self._three = three
        self._taken = taken

    @property
    def text(self) -> str:
        """The text of both, line by line, with their order, layout and comments. It holds no mark of any conflict."""
        text: str = self._data["text"]
        return text

    @property
    def settled(self) -> bool:
        """Whether nothing is left to decide or to mend: a side was taken at every conflict, and the result is a sound case."""
        return self.sound is not False and all(conflict.taken for conflict in self.conflicts)

    @property
    def case(self) -> Case:
        """The result as a case.

        Raises:
            CaseError: If it has errors, though each version may be sound: `faults` has them too.
        """
        return Case._of(_detente.parse_beside(self.text, "merged", _named(self._three[1])[0]))

    def take(self, sides: Takes) -> Merged:
        """The same with a side taken at some conflicts: `merged.take({"positions.port.no_deal": "theirs"})`, or `merged.take("mine")` for all that is not
        said otherwise. What was taken before stays taken.

        Raises:
            AskedAmiss: If nothing differs at a path.
        """
        return Merged(self._three, {**self._taken, **_sides(sides)})

    def write(self, path: Path, *, overwrite: bool = False) -> None:
        """Writes the result as a case file; a folder gets a `case.toml`. Nothing is written if it would not be a sound case.

        Raises:
            CaseError: The faults that it would have.
            FileExistsError: If the file is there and is not to be replaced.
        """
        # A file that a case includes is no case of its own, and cannot be read as one.
        if self.sound is not None:
            _ = self.case
        write_case(path, self.text, overwrite)

    def __reduce__(self) -> Any:
        return (MergeAnswer, (self.to_dict(),))


def merge(base: CaseOrPath, mine: CaseOrPath, theirs: CaseOrPath, *, take: Optional[Takes] = None) -> Merged:
    """Two versions of a case that go back to one, put together judgement by judgement.

    Args:
        base: The version to which both go back: a case, or the path of a case file or folder, or of a file that a case includes.
        mine: One version.
        theirs: The other.
        take: A side where the two part ways: as in `Merged.take`, which takes them one by one.

    Raises:
        CaseError: If one of the texts is not TOML. Versions of which one is no sound case can be put together all the same.
        AskedAmiss: If a side is taken where nothing differs.
    """
    return Merged((base, mine, theirs), {} if take is None else _sides(take))


def _sides(take: Takes) -> Dict[str, MergeSide]:
    return {"": take} if isinstance(take, str) else dict(take)


def _named(case: CaseOrPath) -> Tuple[str, Optional[str]]:
    if not isinstance(case, Case):
        return os.fspath(case), None
    folder = case._raw.folder
    name = case.name if folder is None else os.path.join(folder, os.path.basename(case.name))
    return name, case.text


class Overlay(OverlayAnswer):
    """Several people's readings of one case, laid over the first: `places` where they differ, each with what it changes by itself; `readings`, what each
    comes to as a whole; and `pooled`, all of them in one."""

    __slots__ = ("_pooled_case",)

    def __init__(self, data: Dict[str, Any], shown: Shown, pooled_case: Optional[Case]) -> None:
        super().__init__(data, shown)
        self._pooled_case = pooled_case

    @property
    def pooled_case(self) -> Case:
        """All readings in one, as a case.

        Raises:
            NoAnswer: If no rule was named by which to pool them.
        """
        if self._pooled_case is None:
            from ._errors import NoAnswer

            raise NoAnswer('no rule was named by which to pool the readings: `detente.overlay(…, pool="linear")`')
        return self._pooled_case

    def __reduce__(self) -> Any:
        return (OverlayAnswer, (self.to_dict(),))


def overlay(
    readings: Union[Mapping[str, CaseOrPath], Iterable[CaseOrPath]],
    *,
    pool: Optional[str] = None,
    draws: int = 2000,
    seed: int = 1,
    day: Optional[Day] = None,
    progress: Union[bool, Told, None] = None,
) -> Overlay:
    """Several people's readings of one case: where they differ, which differences change an answer and which change none, and all of them pooled. All
    are judged in the same worlds.

    Args:
        readings: From 2 to 10 cases, or paths of case files; as a mapping, each under the name of its reader. The others are laid over the first.
        pool: Also put all readings into one, figure by figure: `"linear"`, the mixture of what they say, so that disagreement shows as doubt (Stone 1961);
            or `"quantiles"`, the means of their quantiles, about as wide as one reading (Vincent 1912).
        draws: How many worlds to draw; this and the rest as in `Case.sit`.

    Raises:
        AskedAmiss: For one reading, or more than 10.
    """
    if isinstance(readings, Mapping):
        names, ones = list(readings), list(readings.values())
    elif isinstance(readings, (str, os.PathLike, Case)):
        names, ones = [], [readings]
    else:
        ones = list(readings)
        names = []
    if not names:
        names = _detente.readers([one.name if isinstance(one, Case) else os.fspath(one) for one in ones])
    cases: List[Case] = [_case(one) for one in ones]
    if not cases:
        from ._errors import AskedAmiss

        raise AskedAmiss("no reading is named, and from 2 to 10 are laid over each other")
    sitting = cases[0].sit(draws, seed, day=day, progress=progress)
    told, pooled = _detente.overlay(sitting._raw, names, [case._raw for case in cases[1:]], pool)
    return Overlay(*found(told), None if pooled is None else Case._of(pooled))
