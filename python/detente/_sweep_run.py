"""Tasks on an executor: a few in flight, those of a worker that died given out again, and an end to all of it on Ctrl+C."""

from __future__ import annotations

import os
from collections import deque
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, CancelledError, Executor, Future, ProcessPoolExecutor, wait
from typing import Any, Callable, Deque, Dict, Iterator, Optional, Sequence, Tuple, Union

from ._errors import DetenteError
from ._sweep_task import run

On = Union[None, int, str, Executor]

MOST_TRIES = 5
"""How often a task is given out whose worker died. Chance does not kill the same one so often: it takes too much memory, say."""


class Lost(Exception):
    """A worker died with its task."""


def executor(on: On) -> Tuple[Optional[Executor], bool]:
    """The executor that was meant, and whether it is ours to close."""
    if on is None or isinstance(on, Executor):
        return on, False
    if isinstance(on, bool) or not isinstance(on, (int, str)):
        raise TypeError(f"a sweep runs on an executor, on so many processes, or on the address of a Ray cluster, not on {on!r}")
    if isinstance(on, int):
        if on < 1:
            raise ValueError("a sweep runs on at least 1 process")
        import multiprocessing

        return ProcessPoolExecutor(on, mp_context=multiprocessing.get_context("spawn")), True
    from ._ray import RayExecutor

    return RayExecutor(None if on == "ray" else on), True


def workers(on: Optional[Executor]) -> int:
    """How many tasks an executor does at a time, as far as it says."""
    told = getattr(on, "workers", None) or getattr(on, "_max_workers", None)
    return told if isinstance(told, int) else os.cpu_count() or 1


def _anew(broken: Executor) -> Executor:
    """Another pool like one whose process died, which takes no more work."""
    if not isinstance(broken, ProcessPoolExecutor):
        raise DetenteError("the executor is broken: its workers ended before their work was done")
    how: Any = broken
    return ProcessPoolExecutor(how._max_workers, mp_context=how._mp_context, initializer=how._initializer, initargs=how._initargs)


def done(tasks: Sequence[Any], on: On, in_flight: Optional[int] = None, do: Callable[..., Any] = run) -> Iterator[Any]:
    """Does all tasks and gives what each found as it comes, in any order; each exactly once.

    Args:
        tasks: What is to be done, each with a number.
        on: Where.
        in_flight: The most tasks given out that did not come back.
        do: What does one of them: a pure function of it.
    """
    pool, ours = executor(on)
    if pool is None:
        for task in tasks:
            yield do(task)
        return
    # On threads of this process tasks share its threads; elsewhere a worker has one.
    waiting: Deque[Any] = deque(tasks)
    tries: Dict[int, int] = {}
    flying: Dict[Future[Any], Any] = {}
    most = in_flight if in_flight is not None else 2 * workers(pool) + 2
    if most < 1:
        raise ValueError("at least 1 task must be in flight")
    submit: Callable[..., Future[Any]] = pool.submit

    def back(task: Any, why: BaseException) -> None:
        tries[task.number] = tries.get(task.number, 0) + 1
        if tries[task.number] >= MOST_TRIES:
            raise DetenteError(f"{MOST_TRIES} workers died over one task of the sweep ({why})") from why
        waiting.appendleft(task)

    try:
        while waiting or flying:
            while waiting and len(flying) < most:
                task = waiting.popleft()
                try:
                    flying[submit(do, task, os.getpid())] = task
                except BrokenExecutor as broken:
                    back(task, broken)
                    break
            # A short wait, in which Ctrl+C is heard on every platform.
            finished = wait(flying, timeout=0.25, return_when=FIRST_COMPLETED).done if flying else set()
            died: Optional[BaseException] = None
            for future in finished:
                task = flying.pop(future)
                try:
                    found = future.result()
                except (BrokenExecutor, Lost) as error:
                    back(task, error)
                    died = error if isinstance(error, BrokenExecutor) else died
                except CancelledError as error:
                    raise DetenteError("somebody else took a task of the sweep back") from error
                else:
                    yield found
            if died is not None or (waiting and not flying and not finished):
                # The whole pool is broken; what else was in it comes back as broken or is done.
                for future, task in list(flying.items()):
                    try:
                        found = future.result(timeout=60)
                    except Exception as error:
                        back(task, error)
                    else:
                        yield found
                flying.clear()
                old, pool = pool, _anew(pool)
                if ours:
                    old.shutdown(wait=False, cancel_futures=True)
                ours, submit = True, pool.submit
    finally:
        for future in flying:
            future.cancel()
        if ours:
            pool.shutdown(wait=False, cancel_futures=True)
