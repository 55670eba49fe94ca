"""One task of a sweep, on whichever machine: some points in some blocks of draws, counted."""

from __future__ import annotations

import functools
import math
import os
from typing import Any, Dict, Iterator, List, NamedTuple, Optional, Sequence, Tuple

from ._errors import NoAnswer
from ._sweep_plan import Choice, Task
from ._table import Table, _table_of


class Done(NamedTuple):
    """What a task found."""

    number: int
    sums: Table
    """One row a point and block: `point`, `block`, `draws`; `known` and `zones`, in how many of them it is known whether a deal exists and in
    how many one does; `margins` and `margin_sum`, of how many the margin is known and the sum of these; and of each package, counted from 0, in how many
    each principal accepts it and all do, as `accepts.0.israel` and `accepts.0.all`. Of the measures asked for, and each package: `durable.0.known`, in how many
    it is known; `durable.0.sum` and `durable.0.squares`, the sum of the chances and of their squares; of `enforceable.0`, which is yes or no, in how many it holds itself, as
    `enforceable.0.holds`."""
    worlds: Optional[Table]
    """One row a world: `point`, `draw`, `zone_exists`, `margin`, who accepts each package, and the measures of each."""


class Chosen(NamedTuple):
    """What was recommended at a point."""

    number: int
    package: Optional[str]
    """In words, complete."""
    fault: Optional[str]
    """Why there is none."""


def made(columns: Sequence[Tuple[str, str, Any]]) -> Table:
    """A table of columns: each with its name, its kind (`counts`, `numbers`, `perhaps` with NaN for what is not known, `truths` likewise, `names`
    with `None` for those not known), and its cells."""
    import numpy

    parts: List[Tuple[str, str, bytes, List[str]]] = []
    for name, kind, cells in columns:
        names: List[str] = []
        if kind == "counts":
            cells = numpy.asarray(cells, dtype="<u8").tobytes()
        elif kind == "numbers":
            cells = numpy.asarray(cells, dtype="<f8").tobytes()
        elif kind == "perhaps":
            numbers = numpy.asarray([math.nan if one is None else one for one in cells] if isinstance(cells, list) else cells, dtype="<f8")
            there = ~numpy.isnan(numbers)
            cells = numpy.where(there, numbers, 0.0).astype("<f8").tobytes() + there.astype("u1").tobytes()
        elif kind == "truths":
            truths = numpy.asarray(cells, dtype="<f8")
            cells = numpy.where(numpy.isnan(truths), 2, truths).astype("u1").tobytes()
        else:
            names = list(dict.fromkeys(one for one in cells if one is not None))
            places = {one: place for place, one in enumerate(names)}
            cells = numpy.asarray([-1 if one is None else places[one] for one in cells], dtype="<i4").tobytes()
        parts.append((name, kind, cells, names))
    table: Table = _table_of(parts)
    return table


def _keep_to_one_thread(driver: Optional[int]) -> None:
    """In a process that is not the one that asked, each worker keeps to one thread: there is one worker a core."""
    if driver is not None and driver != os.getpid():
        os.environ.setdefault("RAYON_NUM_THREADS", "1")


def choose(choice: Choice, driver: Optional[int] = None) -> Chosen:
    """Looks for the package that a sitting with the case of a point recommends."""
    _keep_to_one_thread(driver)
    from . import _detente

    case = _detente.parse_case(choice.text, "case.toml", list(choice.changes))
    try:
        return Chosen(choice.number, _detente.recommended(case, choice.seed, choice.day, choice.draws), None)
    except NoAnswer as error:
        return Chosen(choice.number, None, str(error))


def run(task: Task, driver: Optional[int] = None) -> Done:
    """Does a task."""
    _keep_to_one_thread(driver)
    import numpy

    first = task.blocks[0][1]
    count = sum(block[2] for block in task.blocks)
    rows: List[Tuple[int, ...]] = []
    sums: List[float] = []
    measured: Dict[str, List[Any]] = {}
    kept: List[Tuple[Any, ...]] = []
    accepts: List[str] = []
    for numbers, variants in _together(task.texts, task.points):
        table = Table(variants.judged(first, count, task.find, list(task.measures)))
        zones = table.column("zone_exists").reshape(len(numbers), count)
        margins = table.column("margin").reshape(len(numbers), count) if task.find == "margin" else numpy.full((len(numbers), count), math.nan)
        accepts = [name for name in table.columns if name.startswith("accepts.")]
        accepted = [table.column(name).reshape(len(numbers), count) for name in accepts]
        measures = [name for name in table.columns if name.partition(".")[0] in task.measures]
        fares = [table.column(name).reshape(len(numbers), count) for name in measures]
        for row, number in enumerate(numbers):
            for block, start, draws in task.blocks:
                some = slice(start - first, start - first + draws)
                zone, margin = zones[row, some], margins[row, some]
                known = margin[~numpy.isnan(margin)]
                there, exist = (~numpy.isnan(zone)).sum(), (zone == 1).sum()
                rows.append((number, block, draws, int(there), int(exist), len(known), *(int(cells[row, some].sum()) for cells in accepted)))
                # `fsum` rounds once, so that the sum is the same on every machine and however long a block is.
                sums.append(math.fsum(known.tolist()))
                for measure, found in zip(measures, fares):
                    for column, figure in _summed(measure, found[row, some]):
                        measured.setdefault(column, []).append(figure)
        if task.worlds:
            points = numpy.repeat(numpy.asarray(numbers), count)
            drawn = numpy.tile(numpy.arange(first, first + count), len(numbers))
            kept.append((points, drawn, zones.ravel(), margins.ravel(), *(cells.ravel() for cells in (*accepted, *fares))))
    names = ("point", "block", "draws", "known", "zones", "margins", *accepts)
    columns: List[Tuple[str, str, Any]] = [(name, "counts", column) for name, column in zip(names, zip(*rows))]
    worlds = None
    if kept:
        told = [("point", "counts"), ("draw", "counts"), ("zone_exists", "truths"), ("margin", "perhaps")]
        told += [(name, "truths") for name in accepts]
        told += [(name, "truths" if _is_yes_or_no(name) else "perhaps") for name in measures]
        cells = [numpy.concatenate(parts) for parts in zip(*kept)]
        worlds = made([(name, kind, column) for (name, kind), column in zip(told, cells) if name != "margin" or task.find == "margin"])
    columns.append(("margin_sum", "numbers", sums))
    columns += [(name, "counts" if isinstance(cells[0], int) else "numbers", cells) for name, cells in measured.items()]
    return Done(task.number, made(columns), worlds)


def _is_yes_or_no(measure: str) -> bool:
    return measure.startswith("enforceable.")


def _summed(name: str, cells: Any) -> Iterator[Tuple[str, Any]]:
    """What is kept of a measure of a package in the worlds of a block."""
    import numpy

    known = cells[~numpy.isnan(cells)]
    yield f"{name}.known", len(known)
    if _is_yes_or_no(name):
        yield f"{name}.holds", int((known == 1).sum())
    else:
        yield f"{name}.sum", math.fsum(known.tolist())
        yield f"{name}.squares", math.fsum((known * known).tolist())


def _together(texts: Sequence[str], points: Sequence[Tuple[Any, ...]]) -> Iterator[Tuple[List[int], Any]]:
    """The points of a task, those together that draw the same: of one case, day and seed."""
    groups: Dict[Tuple[int, Optional[str], int], List[Tuple[Any, ...]]] = {}
    for number, case, changes, day, seed, packages in points:
        groups.setdefault((case, day, seed), []).append((number, changes, packages))
    for (case, day, seed), members in groups.items():
        yield [number for number, _, _ in members], _variants(texts[case], tuple(member[1:] for member in members), day, seed)


@functools.lru_cache(maxsize=2)
def _variants(text: str, members: Tuple[Any, ...], day: Optional[str], seed: int) -> Any:
    """Variants of a case: of each what it changes, and the packages that it is asked about."""
    # Tasks with the same points follow each other in a process: their cases are read and made ready once.
    from . import _detente

    cases = [_detente.parse_case(text, "case.toml", list(changes)) for changes, _ in members]
    return _detente.Variants(cases, seed, day, [list(packages) for _, packages in members])
