"""One task of a sweep, on whichever machine: some points in some blocks of draws, counted."""

from __future__ import annotations

import functools
import math
import os
from typing import Any, List, NamedTuple, Optional, Sequence, Tuple

from ._sweep_plan import Task
from ._table import Table, _table_of


class Done(NamedTuple):
    """What a task found."""

    number: int
    sums: Table
    """One row a point and block: `point`, `block`, `draws`; `known` and `zones`, in how many of them it is known whether a deal exists and in
    how many one does; `margins` and `margin_sum`, of how many the margin is known and the sum of these."""
    worlds: Optional[Table]
    """One row a world: `point`, `draw`, `zone_exists`, `margin`."""


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


def run(task: Task, driver: Optional[int] = None) -> Done:
    """Does a task. In a process that is not the one that asked, each worker keeps to one thread: there is one worker a core."""
    if driver is not None and driver != os.getpid():
        os.environ.setdefault("RAYON_NUM_THREADS", "1")
    import numpy

    rows: List[Tuple[int, ...]] = []
    sums: List[float] = []
    worlds: List[Tuple[int, Any, Any, Any]] = []
    for number, text, changes, day, seed in task.points:
        sitting = _sitting(task.texts[text], changes, day, seed)
        first = task.blocks[0][1]
        count = sum(block[2] for block in task.blocks)
        table = sitting.worlds([], first=first, count=count, find=task.find, letters=False)
        zones = table.column("zone_exists")
        margins = table.column("margin") if task.find == "margin" else numpy.full(count, math.nan)
        for block, start, draws in task.blocks:
            some = slice(start - first, start - first + draws)
            zone, margin = zones[some], margins[some]
            known = margin[~numpy.isnan(margin)]
            rows.append((number, block, draws, int((~numpy.isnan(zone)).sum()), int((zone == 1).sum()), len(known)))
            # `fsum` rounds once, so that the sum is the same on every machine and however long a block is.
            sums.append(math.fsum(known.tolist()))
        if task.worlds:
            worlds.append((number, numpy.arange(first, first + count), zones, margins))
    names = ("point", "block", "draws", "known", "zones", "margins")
    columns: List[Tuple[str, str, Any]] = [(name, "counts", column) for name, column in zip(names, zip(*rows))]
    kept = None
    if worlds:
        points = numpy.concatenate([numpy.full(len(drawn), number) for number, drawn, _, _ in worlds])
        which, zone, margin = (numpy.concatenate([one[at] for one in worlds]) for at in (1, 2, 3))
        told: List[Tuple[str, str, Any]] = [("point", "counts", points), ("draw", "counts", which), ("zone_exists", "truths", zone)]
        kept = made(told + ([("margin", "perhaps", margin)] if task.find == "margin" else []))
    return Done(task.number, made([*columns, ("margin_sum", "numbers", sums)]), kept)


@functools.lru_cache(maxsize=64)
def _sitting(text: str, changes: Tuple[Tuple[str, Optional[str]], ...], day: Optional[str], seed: int) -> Any:
    # Tasks with the same point follow each other in a process: its case is read and made ready once.
    from . import _detente
    from ._case import Case

    case = Case._of(_detente.parse_case(text, "case.toml", list(changes)))
    return case.sit(draws=1, seed=seed, day=day, progress=False)
