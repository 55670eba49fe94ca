"""Doing a sweep: which points can be, which packages are recommended at them, and the tasks, on disk and on an executor."""

from __future__ import annotations

import json
import time
from concurrent.futures import Executor
from typing import Any, Dict, List, Mapping, Optional, Sequence, Tuple

from ._case import Path
from ._errors import CaseError, DetenteError, NoAnswer
from ._progress import Told
from ._sweep_figures import Counts, columns_of
from ._sweep_plan import Plan, Task
from ._sweep_run import On, done, executor
from ._sweep_task import Chosen, choose, made, run

SECONDS = 2.0
"""About how long a task is to take. What it takes to give one out is some thousandths of that."""

MOST_TRIED = 64
"""With so many points at most it is tried how long worlds take."""


def counted(
    plan: Plan, on: On, to: Optional[Path], worlds_a_task: Optional[int], in_flight: Optional[int], told: Optional[Told]
) -> Tuple[Counts, Mapping[int, str]]:
    """What was counted at each point of a sweep, and the points that are no sound case, each with what is wrong."""
    pool, ours = executor(on)
    try:
        return _on(plan, pool, to, worlds_a_task, in_flight, told)
    finally:
        if ours and pool is not None:
            pool.shutdown(wait=False, cancel_futures=True)


def _on(
    plan: Plan, pool: Optional[Executor], to: Optional[Path], worlds_a_task: Optional[int], in_flight: Optional[int], told: Optional[Told]
) -> Tuple[Counts, Mapping[int, str]]:
    faults = dict(_faulty(plan))
    sound = [number for number in range(len(plan.points)) if number not in faults]
    store, begun = None, None
    if to is not None:
        from ._sweep_store import Store

        store = Store(to)
        begun = store.open(plan)
        if begun is not None:
            worlds_a_task = begun
    _recommend(plan, sound, faults, store, pool, in_flight)
    sound = [number for number in sound if number not in faults]
    if not sound:
        raise NoAnswer(f"at no point of the sweep is there a package to ask about: {next(iter(faults.values()))}")
    size = worlds_a_task or _worlds_a_task(plan, sound)
    tasks = plan.tasks(sound, size)
    accepts = [f"accepts.{place}.{side}" for place in range(len(plan.packages)) for side in (*plan.sides, "all")]
    measures = [column for place in range(len(plan.packages)) for one in plan.measures for column in columns_of(f"{one}.{place}") if column]
    counts = Counts(len(plan.points), len(plan.blocks), accepts, measures)
    left = {task.number: task for task in tasks}
    if store is not None:
        if begun is None:
            store.begin(plan, size, made([("point", "counts", range(len(plan.points))), *inputs_of(plan)]))
        for number, columns in store.finished():
            if number in left:
                counts.add(columns)
                del left[number]
    whole = sum(map(_worlds_of, tasks))
    ready = whole - sum(map(_worlds_of, left.values()))
    if told is not None:
        told(ready, whole)
    for found in done(list(left.values()), pool, in_flight):
        if store is not None:
            store.keep(found)
        columns = {name: found.sums.column(name) for name in found.sums.columns}
        counts.add(columns)
        ready += _worlds_of(left[found.number])
        if told is not None:
            told(ready, whole)
    if not counts.seen[sound].all():
        raise DetenteError("some tasks of the sweep were not done")
    return counts, faults


def _recommend(
    plan: Plan, sound: Sequence[int], faults: Dict[int, str], store: Any, pool: Optional[Executor], in_flight: Optional[int]
) -> None:
    """Looks for the recommended package of each point, if it is asked about: wherever the tasks are done, and once."""
    choices = plan.choices(sound)
    asked = {choice.number: choice for choice in choices}
    known: Dict[int, Chosen] = {} if store is None else {one.number: one for one in store.chosen(choices)}
    for found in done([choice for choice in choices if choice.number not in known], pool, in_flight, choose):
        known[found.number] = found
        if store is not None:
            store.keep_chosen(asked[found.number], found)
    for number in asked:
        package, fault = known[number].package, known[number].fault
        if package is not None:
            plan.recommended[number] = package
        else:
            faults[number] = str(fault)


def _worlds_of(task: Task) -> int:
    return len(task.points) * sum(draws for _, _, draws in task.blocks)


def _faulty(plan: Plan) -> Mapping[int, str]:
    """The points that are no sound case, each with what is wrong."""
    from . import _detente

    texts = [case.text for case in plan.cases.values()]
    faults = {}
    first: Optional[CaseError] = None
    for number, point in enumerate(plan.points):
        try:
            if point.changes:
                case = _detente.parse_case(texts[point.case], "case.toml", list(point.changes))
                # What the tests cannot be asked about is found before worlds are drawn for it.
                refused = [one["message"] for one in json.loads(case.checked())["refusals"]] if plan.measures else []
                refused = [said for said in refused if said.startswith(("`[exchange]`", "`[durability]`"))]
                if refused:
                    faults[number] = refused[0]
        except CaseError as error:
            first = first or error
            faults[number] = next((fault.message for fault in error.faults), str(error))
    if first is not None and len(faults) == len(plan.points) - 1:
        # Where no value makes a case, something is wrong with the path.
        raise first
    return faults


def _worlds_a_task(plan: Plan, sound: Sequence[int]) -> int:
    """How many worlds take about as long as a task should, on one core of this machine, found by trying with some of the points."""
    points = plan.tasks(sound[:MOST_TRIED], 10**12)[0]
    draws = 1
    # The first time cases are read and made ready, which later tasks find done.
    run(points._replace(blocks=((0, 0, draws),), worlds=False))
    while True:
        began = time.process_time()
        run(points._replace(blocks=((0, 0, draws),), worlds=False))
        took = time.process_time() - began
        worlds = draws * len(points.points)
        if took > 0.1 or draws >= plan.draws:
            return max(1, int(worlds * SECONDS / max(took, 1e-4)))
        draws *= 4


def inputs_of(plan: Plan) -> List[Tuple[str, str, Any]]:
    columns: List[Tuple[str, str, Any]] = []
    for place, axis in enumerate(plan.axes):
        cells = [None if not point.labels else point.labels[place] for point in plan.points]
        numbers = all(isinstance(cell, float) for cell in cells if cell is not None)
        columns.append((axis.name, "perhaps" if numbers else "names", cells))
    return columns
