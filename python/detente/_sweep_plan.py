"""What a sweep goes over: its axes, the points where their values meet, and the tasks into which points and draws are cut."""

from __future__ import annotations

import hashlib
import json
import random
from typing import Any, Dict, Iterable, Iterator, List, Mapping, NamedTuple, Optional, Sequence, Tuple, Union

from ._case import Case, Day, Path, _day, read
from ._sitting import Package
from ._toml import inline

MOST_POINTS = 100_000
"""The most points of one sweep."""

MOST_TOGETHER = 256
"""The most points that a task draws together: each is a case that a worker keeps ready."""

MEASURES = ("enforceable", "durable", "survival", "all_three")
"""What the three tests say of a package."""

CHOOSING = 2000
"""In the first so many worlds the leading packages are looked for."""

BLOCKS = 200
"""Into so many blocks draws are cut, for intervals; each is counted apart. Fewer draws make fewer blocks."""


class Written(str):
    """A value as a case file has it, in TOML on one line."""


class Between(NamedTuple):
    """All numbers between two: what Sobol indices draw from. `detente.between` makes one."""

    low: float
    high: float


def between(low: float, high: float) -> Between:
    """All numbers from `low` to `high`, each as likely: for a sweep that draws its points, `detente.sweep(…, sobol=256)`."""
    if not low < high:
        raise ValueError("the first of the two numbers is the lower one")
    return Between(float(low), float(high))


class Axis(NamedTuple):
    """Something that goes through values."""

    name: str
    """Its column: a path, `case`, `day`, `seed`, or a name of the user's own."""
    labels: Tuple[Any, ...]
    """How each value stands in the column: a number, or a text."""
    changes: Tuple[Tuple[Tuple[str, Optional[str]], ...], ...]
    """What each value changes in the case: paths with what stands there, in TOML; `None` takes it out. Empty for cases, days and seeds."""


class Point(NamedTuple):
    """One combination of values."""

    labels: Tuple[Any, ...]
    """The label of each axis; nothing in it for the case as it stands."""
    case: int
    """Which of the cases."""
    changes: Tuple[Tuple[str, Optional[str]], ...]
    day: Optional[str]
    seed: int


class Choice(NamedTuple):
    """Looking for the package that is recommended at a point, a pure function of itself."""

    number: int
    """Of the point."""
    text: str
    changes: Tuple[Tuple[str, Optional[str]], ...]
    day: Optional[str]
    seed: int
    draws: int


class Task(NamedTuple):
    """A piece of the work, a pure function of itself: some points in some blocks of draws."""

    number: int
    texts: Tuple[str, ...]
    """The text of each case that its points take."""
    points: Tuple[Tuple[int, int, Tuple[Tuple[str, Optional[str]], ...], Optional[str], int, Tuple[str, ...]], ...]
    """Number of the point, number of its text, changes, day, seed, and the packages of which it is told how they fare, in words, each complete."""
    blocks: Tuple[Tuple[int, int, int], ...]
    """Number of the block, its first draw, how many draws."""
    find: str
    worlds: bool
    measures: Tuple[str, ...]


def _labelled(value: Any) -> Tuple[Any, str]:
    written = str(value) if isinstance(value, Written) else inline(value)
    try:
        plain = json.loads(written)
    except ValueError:
        plain = written
    if isinstance(plain, (int, float)) and not isinstance(plain, bool):
        return float(plain), written
    return (plain if isinstance(plain, str) else written), written


def _axis(name: Union[str, Tuple[str, ...]], values: Any) -> Axis:
    """An axis of `over`: a path with values, several paths that move together, or a name with named changes."""
    if isinstance(values, (str, bytes)):
        raise TypeError(f"`{name}` goes through a list of values, and {values!r} is one")
    if isinstance(values, Mapping):
        # A name of the user's own, with what each value of it changes.
        labels = tuple(str(label) for label in values)
        changes = tuple(
            tuple((path, None if one is None else _labelled(one)[1]) for path, one in change.items()) for change in values.values()
        )
        return Axis(str(name), labels, changes)
    members = list(values)
    if isinstance(name, tuple):
        if any(isinstance(member, (str, bytes)) or len(member) != len(name) for member in members):
            raise ValueError(f"each value of {', '.join(name)} is {len(name)} values, one a path")
        pairs = [[_labelled(one) for one in member] for member in members]
        together = tuple(", ".join(written for _, written in pair) for pair in pairs)
        return Axis(" & ".join(name), together, tuple(tuple(zip(name, (written for _, written in pair))) for pair in pairs))
    both = [_labelled(member) for member in members]
    labels = tuple(label for label, _ in both)
    if not all(isinstance(label, float) for label in labels):
        labels = tuple(label if isinstance(label, str) else written for label, written in both)
    return Axis(name, labels, tuple(((name, written),) for _, written in both))


class Plan:
    """A sweep before it is computed: cases, axes, points, draws."""

    draws: int
    find: str
    worlds: bool
    sobol: Optional[int]
    seed: int
    day: Optional[str]
    drawn: bool
    blocks: List[Tuple[int, int, int]]
    packages: Dict[str, Optional[str]]
    """In words, each complete; `None` for the one that is recommended at each point."""
    sides: List[str]
    measures: Tuple[str, ...]
    recommended: Dict[int, str]
    """The recommended package of each point, once they were looked for."""

    def __init__(
        self,
        cases: Union[Case, Path, Mapping[str, Union[Case, Path]]],
        over: Mapping[Any, Any],
        *,
        draws: int,
        seed: int,
        day: Optional[Day],
        days: Optional[Iterable[Day]],
        seeds: Optional[Iterable[int]],
        find: str,
        sobol: Optional[int],
        worlds: bool,
        packages: Mapping[str, Optional[Package]],
        measures: Iterable[str],
    ) -> None:
        if not 1 <= draws <= 10_000_000:
            raise ValueError("from 1 to 10,000,000 worlds can be drawn")
        if find not in ("zone", "margin"):
            raise ValueError("a sweep finds the `zone`, or also the `margin`")
        if isinstance(measures, str) or set(measures) - set(MEASURES):
            raise ValueError(f"measures are a list of {', '.join(f'`{name}`' for name in MEASURES)}")
        self.measures = tuple(name for name in MEASURES if name in set(measures))
        named = dict(cases) if isinstance(cases, Mapping) else {"": cases}
        self.cases: Dict[str, Case] = {str(name): one if isinstance(one, Case) else read(one) for name, one in named.items()}
        if not self.cases:
            raise ValueError("a sweep takes at least one case")
        self.draws, self.find, self.worlds, self.sobol = draws, find, worlds, sobol
        self.seed, self.day = seed, _day(day)
        self.axes: List[Axis] = []
        if isinstance(cases, Mapping):
            self.axes.append(Axis("case", tuple(self.cases), ((),) * len(self.cases)))
        for what, given in (("day", days), ("seed", seeds)):
            if given is not None:
                labels = tuple(float(int(one)) if what == "seed" else _day(one) for one in given)  # type: ignore[arg-type]
                self.axes.append(Axis(what, labels, ((),) * len(labels)))
        self.drawn = sobol is not None
        own = {name: values for name, values in over.items()}
        for name, values in own.items():
            # Values at a path that an open question overrules, however it is answered, would seem to change nothing.
            for path in () if isinstance(values, Mapping) else (name,) if isinstance(name, str) else name:
                for one in self.cases.values():
                    one._raw.must_count(path)
        if self.drawn:
            self._between = own
            self.axes += [Axis(name if isinstance(name, str) else " & ".join(name), (), ()) for name in own]
        else:
            self.axes += [_axis(name, values) for name, values in own.items()]
            for axis in self.axes:
                if not axis.labels:
                    raise ValueError(f"`{axis.name}` goes through no value")
                if len(set(axis.labels)) < len(axis.labels):
                    raise ValueError(f"`{axis.name}` goes through a value twice")
        if not self.axes:
            raise ValueError("a sweep goes over something: values for a path, days, seeds, or several cases")
        names = [axis.name for axis in self.axes]
        if len(set(names)) < len(names):
            raise ValueError("two axes of a sweep have one name")
        self.points: List[Point] = [Point((), 0, (), self.day, seed)]
        self.points += self._sobol_points() if self.drawn else self._grid()
        self.packages, self.sides = self._asked_about(packages or ({"best": None} if self.measures else {}))
        self.recommended = {}
        self._columns_apart()
        count = min(draws, BLOCKS)
        edges = [number * draws // count for number in range(count + 1)]
        self.blocks = [(number, edges[number], edges[number + 1] - edges[number]) for number in range(count)]

    def _columns_apart(self) -> None:
        """Refuses packages whose columns would have the names of others."""
        columns = ["point", "fault", "zone", "margin", *(axis.name for axis in self.axes)]
        for name, package in self.packages.items():
            columns += [name, *(f"{name}.{one}" for one in (*self.sides, *self.measures, *(() if package else ("package",))))]
        twice = sorted({column for column in columns if columns.count(column) > 1})
        if twice:
            raise ValueError(f"two columns of the sweep would be called `{twice[0]}`; give the package another name")

    def _asked_about(self, packages: Mapping[str, Optional[Package]]) -> Tuple[Dict[str, Optional[str]], List[str]]:
        """The packages in words, what is left out filled in as in the leading package of the first case as it stands; and who may accept them."""
        if not packages:
            return {}, []
        sides = [[party.id for party in case.parties if party.principal] for case in self.cases.values()]
        if any(other != sides[0] for other in sides):
            raise ValueError("the same packages can be asked about in cases with the same principals alone")
        first = next(iter(self.cases.values()))
        sitting = first.sit(draws=min(self.draws, CHOOSING), seed=self.seed, day=self.day, progress=False)
        whole: Dict[str, Optional[str]] = {}
        for name, package in packages.items():
            outcome = {} if package is None else sitting.judged(package).outcome
            whole[str(name)] = ",".join(f"{issue}={_option(option)}" for issue, option in outcome.items()) or None
        return whole, sides[0]

    def _grid(self) -> Iterator[Point]:
        size = 1
        for axis in self.axes:
            size *= len(axis.labels)
        if size > MOST_POINTS:
            raise ValueError(f"these are {size:,} points, more than the {MOST_POINTS:,} of one sweep; take fewer values, or `sobol=`")
        for number in range(size):
            at: List[int] = []
            rest = number
            for axis in reversed(self.axes):
                rest, place = divmod(rest, len(axis.labels))
                at.insert(0, place)
            yield self._point(tuple(at))

    def _point(self, at: Sequence[int]) -> Point:
        labels = tuple(axis.labels[place] for axis, place in zip(self.axes, at))
        changes = tuple(change for axis, place in zip(self.axes, at) for change in axis.changes[place])
        case, day, seed = 0, self.day, self.seed
        for axis, place in zip(self.axes, at):
            if any(axis.changes):
                continue
            if axis.name == "case":
                case = place
            elif axis.name == "day":
                day = axis.labels[place]
            elif axis.name == "seed":
                seed = int(axis.labels[place])
        return Point(labels, case, changes, day, seed)

    def _sobol_points(self) -> List[Point]:
        """Two sets of rows, A and B, and for each axis the rows of A with that value from B (Saltelli 2010): a Latin hypercube, so that each value
        is met as often as it should be."""
        if len(self.cases) > 1 or len(self.axes) != len(self._between):
            raise ValueError("Sobol indices are of values at paths: no cases, days or seeds")
        rows, width = self.sobol or 0, len(self._between)
        if not 8 <= rows <= 65_536:
            raise ValueError("Sobol indices take from 8 to 65,536 rows")
        if rows * (width + 2) > MOST_POINTS:
            raise ValueError(f"these are {rows * (width + 2):,} points, more than the {MOST_POINTS:,} of one sweep; take fewer rows")
        chance = random.Random(f"sobol {self.seed}")
        columns = []
        for _ in range(2 * width):
            order = list(range(rows))
            chance.shuffle(order)
            columns.append([(place + chance.random()) / rows for place in order])
        a, b = columns[:width], columns[width:]

        def point(unit: Sequence[float]) -> Point:
            labels: List[Any] = []
            changes: List[Tuple[str, Optional[str]]] = []
            for (name, values), share in zip(self._between.items(), unit):
                if isinstance(values, Between):
                    number = values.low + share * (values.high - values.low)
                    labels.append(number)
                    changes.append((name, inline(number)))
                else:
                    axis = _axis(name, values)
                    place = min(int(share * len(axis.labels)), len(axis.labels) - 1)
                    labels.append(axis.labels[place])
                    changes += list(axis.changes[place])
            return Point(tuple(labels), 0, tuple(changes), self.day, self.seed)

        points = [point([column[row] for column in a]) for row in range(rows)]
        points += [point([column[row] for column in b]) for row in range(rows)]
        for taken in range(width):
            mixed = [b[place] if place == taken else a[place] for place in range(width)]
            points += [point([column[row] for column in mixed]) for row in range(rows)]
        return points

    def text(self) -> str:
        """What makes it this sweep and no other, as JSON; how it is cut into tasks is no part of it."""
        from ._detente import __version__

        told = {
            "version": __version__,
            "cases": {name: one.text for name, one in self.cases.items()},
            "axes": [axis.name for axis in self.axes],
            "points": hashlib.sha256(repr([tuple(point) for point in self.points]).encode()).hexdigest(),
            "draws": self.draws,
            "seed": self.seed,
            "day": self.day,
            "find": self.find,
            "sobol": self.sobol,
            "worlds": self.worlds,
            "packages": self.packages,
            **({"measures": self.measures} if self.measures else {}),
        }
        return json.dumps(told, ensure_ascii=False, sort_keys=True)

    def choices(self, sound: Sequence[int]) -> List[Choice]:
        """What has to be looked for before the tasks can be: the recommended package of each sound point, if one is asked about."""
        if all(self.packages.values()):
            return []
        texts = [case.text for case in self.cases.values()]
        points = ((number, self.points[number]) for number in sound)
        return [Choice(number, texts[at.case], at.changes, at.day, at.seed, min(self.draws, CHOOSING)) for number, at in points]

    def tasks(self, sound: Sequence[int], worlds_a_task: int) -> List[Task]:
        """The tasks that together are every sound point in every block, each of about so many worlds: as many points as can be together, as they share what
        is drawn, and so many blocks that the worlds come to that."""
        texts = [case.text for case in self.cases.values()]
        tasks: List[Task] = []
        a_block = self.draws / len(self.blocks)
        together = max(1, min(MOST_TOGETHER, len(sound), round(worlds_a_task / a_block)))
        several = -(-len(sound) // together)
        edges = [at * len(sound) // several for at in range(several + 1)] if sound else [0]
        for low, high in zip(edges, edges[1:]):
            numbers = sound[low:high]
            cases = sorted({self.points[number].case for number in numbers})
            points = tuple(
                (
                    number,
                    cases.index(point.case),
                    point.changes,
                    point.day,
                    point.seed,
                    tuple(package or self.recommended[number] for package in self.packages.values()),
                )
                for number, point in ((number, self.points[number]) for number in numbers)
            )
            pieces = max(1, min(len(self.blocks), round(self.draws * len(numbers) / max(worlds_a_task, 1))))
            for piece in range(pieces):
                first, last = (at * len(self.blocks) // pieces for at in (piece, piece + 1))
                blocks = tuple(self.blocks[first:last])
                tasks.append(Task(len(tasks), tuple(texts[one] for one in cases), points, blocks, self.find, self.worlds, self.measures))
        return tasks


def _option(option: Any) -> str:
    return repr(option) if isinstance(option, float) and option != int(option) else str(int(option)) if isinstance(option, float) else str(option)
