"""One task of a large job: a case in a range of draws. For work on many processes and machines.

A task is a pure function of its arguments: the same bytes on any machine, in any order, however the draws are split between tasks. What
tasks give back is a table that travels as Arrow buffers.
"""

from __future__ import annotations

import functools
import json
from typing import Any, Mapping, Optional

from ._case import Case, _values, parse
from ._sitting import Sitting
from ._table import Table

DEFAULTS: Mapping[str, Any] = {"set": None, "day": None, "numbers": None, "find": "margin"}
"""What settings may say. `set`: values by their paths, the case with which is looked at. `day`: everything known later is hidden. `numbers`:
which figures have columns; without it all inputs in doubt. `find`: what is found out about each world, as in `Sitting.worlds`."""


def run(case_text: str, settings: Optional[Mapping[str, Any]], first_draw: int, count: int, seed: int) -> Table:
    """The worlds `first_draw` to `first_draw + count - 1` of a case, one row each: the columns of `Sitting.worlds` without letters.

    Args:
        case_text: The text of the case.
        settings: What of `DEFAULTS` is to be otherwise.
        first_draw: The first draw, counted from 0.
        count: How many draws.
        seed: The seed of the draws.
    """
    unknown = set(settings or {}) - set(DEFAULTS)
    if unknown:
        raise ValueError(f"a task has no setting {', '.join(sorted(unknown))}; there are {', '.join(DEFAULTS)}")
    how = {**DEFAULTS, **(settings or {})}
    set_values = json.dumps(_values(how["set"]))
    sitting = _sitting(case_text, set_values, None if how["day"] is None else str(how["day"]), seed)
    return sitting.worlds(how["numbers"], first=first_draw, count=count, find=how["find"], letters=False)


@functools.lru_cache(maxsize=4)
def _case(case_text: str, set_values: str) -> Case:
    from . import _detente

    values = [(path, value) for path, value in json.loads(set_values)]
    return Case._of(_detente.parse_case(case_text, "case.toml", values)) if values else parse(case_text)


@functools.lru_cache(maxsize=4)
def _sitting(case_text: str, set_values: str, day: Optional[str], seed: int) -> Sitting:
    # Tasks of one case follow each other in a process: the case is read and made ready once.
    return _case(case_text, set_values).sit(draws=1, seed=seed, day=day, progress=False)
