"""Sweeps: a case at every combination of some values, all in the same worlds, on one machine or many."""

from __future__ import annotations

import math
from typing import Any, Callable, Iterable, List, Mapping, NamedTuple, Optional, Sequence, Tuple, Union

from ._case import Case, Day, Path
from ._errors import NoAnswer
from ._progress import Told, listener
from ._sitting import Package
from ._sweep_drive import counted, inputs_of
from ._sweep_figures import columns_of
from ._sweep_plan import Between, Plan, between
from ._sweep_run import On
from ._sweep_task import made
from ._table import Table

__all__ = ["Between", "Sweep", "between", "sweep"]


class Figure(NamedTuple):
    """A figure of every point."""

    name: str
    of: Callable[[Any], Any]
    """From a block to leave out, or `None`, to the figure at each point."""
    hits: Optional[Any]
    """Where it is a share: in how many worlds of each point and block, and of how many. Of a chance that differs from world to world, its sum."""
    worlds: Optional[Any]
    squares: Optional[Any] = None
    """Of such a chance, the sum of its squares."""


class Sweep:
    """What `detente.sweep` found. Tables are Arrow, as everywhere; the same sweep gives the same bytes, whatever it ran on."""

    def __init__(self, plan: Plan, counts: Any, faults: Mapping[int, str]) -> None:
        self._plan = plan
        self._counts = counts
        self._faults = faults

    @property
    def draws(self) -> int:
        """How many worlds were drawn of each point."""
        return self._plan.draws

    @property
    def inputs(self) -> List[str]:
        """What goes through values, as the columns are called."""
        return [axis.name for axis in self._plan.axes]

    @property
    def fares(self) -> List[str]:
        """What is told of packages, as the columns are called: who would sign each, and the measures of it."""
        plan = self._plan
        return [column for name in plan.packages for column in (name, *(f"{name}.{measure}" for measure in plan.measures))]

    def __len__(self) -> int:
        return len(self._plan.points) - 1

    def case(self, point: int) -> Case:
        """The case at a point, counted from 1; 0 is the case as it stands."""
        from . import _detente

        there = self._plan.points[point]
        base = list(self._plan.cases.values())[there.case]
        return Case._of(_detente.parse_case(base.text, base.name, list(there.changes)))

    def _figures(self) -> List[Figure]:
        counts = self._counts
        found = [Figure("zone", counts.shares, counts.zones, counts.known)]
        if self._plan.find == "margin":
            found.append(Figure("margin", counts.mean_margins, None, None))
        for place, package in enumerate(self._plan.packages):
            for side in ("all", *self._plan.sides):
                name = f"accepts.{place}.{side}"
                column = package if side == "all" else f"{package}.{side}"
                found.append(Figure(column, counts.accepting(name), counts.accepts[name], counts.draws))
            for measure in self._plan.measures:
                known, above, squares = columns_of(f"{measure}.{place}")
                cells = counts.measured
                found.append(
                    Figure(f"{package}.{measure}", counts.measuring(above, known), cells[above], cells[known], cells[squares] if squares else None)
                )
        return found

    @property
    def points(self) -> Table:
        """One row a point, the last input fastest; the case as it stands in the first row.

        Columns: `point`; each input; `zone`, in which share of the worlds a deal exists, with `.low` and `.high` (Wilson); `zone.difference` from the
        case as it stands, with `.low` and `.high` (paired: both saw the same worlds); the same for `margin`, the mean of the worlds that have
        one, on the parties' scales, 0 to 1; of each of `packages` the share of worlds in which all accept it, under its name, and in which each principal does,
        as `name.principal`; what was asked for of `measures`, as `name.all_three`; of a recommended package which one it is, as `name.package`; and `fault`, why
        there is no such case. All intervals are 95 %.
        """
        import numpy

        from ._sweep_figures import interval, jackknife, mean_interval, nothing_differs, wilson

        plan, counts, blocks = self._plan, self._counts, len(self._plan.blocks)
        columns = [("point", "counts", range(len(plan.points))), *inputs_of(plan)]
        for name, figure, hits, worlds, squares in self._figures():
            values, error = jackknife(figure, blocks)
            differ, differ_error = jackknife(lambda left, figure=figure: figure(left) - figure(left)[0], blocks)  # type: ignore[misc]
            if hits is not None and worlds is not None:
                if squares is None:
                    low, high = wilson(hits.sum(axis=1), worlds.sum(axis=1))
                else:
                    low, high = mean_interval(*(numpy.array([math.fsum(row) for row in cells.tolist()]) for cells in (hits, squares, worlds)))
                if name.rpartition(".")[2] in plan.measures:
                    low, high = (numpy.where(worlds.sum(axis=1) > 0, end, numpy.nan) for end in (low, high))
                same = numpy.all(hits == hits[0], axis=1)
                least = numpy.where(same, [nothing_differs(float(one)) for one in worlds.sum(axis=1)], 0.0)
            else:
                low, high = interval(values, error, blocks)
                least = numpy.zeros(len(values))
            least[0] = 0.0
            below, above = interval(differ, differ_error, blocks, least)
            missing = counts.seen.sum(axis=1) < blocks
            for column, cells in (
                (name, values),
                (f"{name}.low", low),
                (f"{name}.high", high),
                (f"{name}.difference", differ),
                (f"{name}.difference.low", below),
                (f"{name}.difference.high", above),
            ):
                columns.append((column, "perhaps", numpy.where(missing, numpy.nan, cells)))
        for name, package in plan.packages.items():
            if package is None:
                columns.append((f"{name}.package", "names", [plan.recommended.get(number) for number in range(len(plan.points))]))
        columns.append(("fault", "names", [self._faults.get(number) for number in range(len(plan.points))]))
        return made(columns)

    def _whole(self) -> None:
        if self._faults:
            number, why = next(iter(self._faults.items()))
            raise NoAnswer(f"{len(self._faults)} points of the sweep are no sound case, so that values cannot be weighed up: at point {number}, {why}")

    @property
    def effects(self) -> Table:
        """The main effect of each value of each input: the mean over all values of the others, less the mean of all, with its 95 % interval.

        Columns: `input`, `value`, `zone`, `zone.low`, `zone.high`, and the same for `margin` and for the packages.

        Raises:
            NoAnswer: If points are no sound case, or were drawn.
        """
        from ._sweep_figures import interval, jackknife, main_effects

        self._whole()
        plan, blocks = self._plan, len(self._plan.blocks)
        if plan.drawn:
            raise NoAnswer("where points are drawn, no value is met often enough; `shares` says what each input does")
        of = main_effects([len(axis.labels) for axis in plan.axes])
        columns: List[Tuple[str, str, Any]] = [
            ("input", "names", [axis.name for axis in plan.axes for _ in axis.labels]),
            ("value", "names", [_shown(label) for axis in plan.axes for label in axis.labels]),
        ]
        for name, figure, *_ in self._figures():
            found, error = jackknife(lambda left, figure=figure: of(figure(left)[1:]), blocks)  # type: ignore[misc]
            low, high = interval(found, error, blocks)
            columns += [(name, "perhaps", found), (f"{name}.low", "perhaps", low), (f"{name}.high", "perhaps", high)]
        return made(columns)

    @property
    def shares(self) -> Table:
        """How much of the variance between points is due to each input, alone and together with others (Sobol 1993), with 95 % intervals: of a grid
        over its points, each as likely; where points were drawn (`sobol=`), over all values, by the estimators of Jansen (1999).

        Columns: `input`; `zone.alone` and `zone.together`, each with `.low` and `.high`; the same for `margin` and for the packages. Where nothing varies, all
        are 0.

        Raises:
            NoAnswer: If points are no sound case.
        """
        import numpy

        from ._sweep_figures import drawn_shares, grid_shares, interval, jackknife

        self._whole()
        plan, blocks, width = self._plan, len(self._plan.blocks), len(self._plan.axes)
        columns: List[Tuple[str, str, Any]] = [("input", "names", [axis.name for axis in plan.axes])]
        for name, figure, *_ in self._figures():
            if plan.drawn:
                of, rows_error = drawn_shares(plan.sobol or 0, width)
                by_rows = rows_error(figure(None)[1:])
            else:
                of, by_rows = grid_shares([len(axis.labels) for axis in plan.axes]), 0.0
            found, error = jackknife(lambda left, of=of, figure=figure: of(figure(left)[1:]), blocks)  # type: ignore[misc]
            low, high = interval(found, numpy.sqrt(error**2 + by_rows**2), blocks)
            low, high = numpy.clip(low, 0, 1), numpy.clip(high, 0, 1)
            for place, kind in ((slice(None, width), "alone"), (slice(width, None), "together")):
                for ending, cells in (("", found), (".low", low), (".high", high)):
                    columns.append((f"{name}.{kind}{ending}", "perhaps", cells[place]))
        return made(columns)

    def to_pandas(self) -> Any:
        """`points` as a data frame of pandas."""
        return self.points.to_pandas()

    def to_polars(self) -> Any:
        """`points` as a data frame of polars."""
        return self.points.to_polars()

    def __repr__(self) -> str:
        return f"<Sweep of {len(self)} points over {', '.join(self.inputs)}, {self.draws} worlds each>"

    def _repr_html_(self) -> str:
        from html import escape

        return f"<p>{escape(repr(self)[1:-1])}</p>{self.points._repr_html_()}"


def _shown(label: Any) -> str:
    return f"{label:g}" if isinstance(label, float) else str(label)


def sweep(
    case: Union[Case, Path, Mapping[str, Union[Case, Path]]],
    over: Optional[Mapping[Any, Any]] = None,
    *,
    draws: int = 2000,
    seed: int = 1,
    day: Optional[Day] = None,
    days: Optional[Iterable[Day]] = None,
    seeds: Optional[Iterable[int]] = None,
    find: str = "margin",
    packages: Optional[Mapping[str, Optional[Package]]] = None,
    measures: Iterable[str] = (),
    sobol: Optional[int] = None,
    on: On = None,
    to: Optional[Path] = None,
    worlds: bool = False,
    worlds_a_task: Optional[int] = None,
    in_flight: Optional[int] = None,
    progress: Union[bool, Told, None] = None,
) -> Sweep:
    """A case at every combination of some values, each judged in the same worlds, so that differences are due to the values and not to luck.

    Args:
        case: A case, or a path of one; a mapping of names to cases goes through all of them, in a column `case`.
        over: What goes through which values. A path with its values: `{"positions.israel.no_deal": [0.3, 0.4, [0.3, 0.5]]}`, where a list of two
            numbers is a range. Several paths that move together: `{("a.no_deal", "b.no_deal"): [(0.3, 0.4), (0.4, 0.3)]}`. A name of your own
            with what each of its values changes: `{"guarantor": {"none": {}, "strong": {"exchange.guarantee": 0.4}}}`, where `None` takes something
            out of the case.
        draws: How many worlds of each point.
        seed: The seed of the draws.
        day: Hide everything that became known after this day.
        days: Go through these days, in a column `day`.
        seeds: Go through these seeds, in a column `seed`.
        find: The `"zone"`, whether a deal exists; or also the `"margin"`.
        packages: Packages of which it is found who would accept them, by names of your own: `{"outline": "truce=135,release=three stages"}`. Issues left out
            are as in the leading package of the case as it stands. `None` stands for the package that is recommended, at each point its own: the one
            that does best on all tests, looked for as a sitting with that case does in its first 2,000 worlds, which takes as long as one.
        measures: What the three tests say of these packages; without any, of the recommended one, under the name `best`. A list of `"enforceable"`, in which share
            of the worlds the exchange holds itself, as proposed or in some way where nothing is proposed; `"durable"`, the chance of outliving the day on which
            durability is compared; `"survival"`, that of outliving the last day it is told for; `"all_three"`, the chance of passing every test, as
            `sitting.three_tests` has it. Chances are means over the worlds.
        sobol: Instead of a grid, draw so many rows of points, and find what share each input has over all its values; values may then be
            `detente.between(low, high)`. That makes `sobol × (inputs + 2)` points; 64 is a first look, 512 is precise.
        on: Where it is computed: any `concurrent.futures.Executor`; a number, for so many processes of this machine; or a cluster of Ray by its
            address, `"ray://head:10001"`, `"ray"` for the one that runs here. Without it, on the threads of this process.
        to: A folder in which each finished task is a Parquet file, which can be read while the sweep goes on. The same sweep with the same folder
            goes on from what is there.
        worlds: Also keep every world there, in `worlds/`: one row a point and draw.
        worlds_a_task: About how many worlds a task has. By default as many as take two seconds here. What comes of the sweep does not hang on it.
        in_flight: The most tasks given out at a time; by default two a worker and two.
        progress: As in `Case.sit`; steps are worlds.

    Raises:
        CaseError: If no value of a sweep makes a sound case. Where some do not, their rows say why.
    """
    plan = Plan(
        case,
        over or {},
        draws=draws,
        seed=seed,
        day=day,
        days=days,
        seeds=seeds,
        find=find,
        sobol=sobol,
        worlds=worlds,
        packages=packages or {},
        measures=measures,
    )
    if worlds and to is None:
        raise ValueError("worlds are kept on disk: name a folder with `to=`")
    return Sweep(plan, *counted(plan, on, to, worlds_a_task, in_flight, listener(progress)))
