"""What needs no sitting: tournaments, recorded talks held again, bodies in which many have a say, settlements that people reached, published findings."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING, Iterable, List, Mapping, NamedTuple, Optional, Sequence, Tuple, Union

from . import _detente
from ._case import Case, Path, read
from ._progress import Told, listener
from ._shown import found

if TYPE_CHECKING:
    from . import answers


def ways() -> List[str]:
    """The names of the ways to bargain, one of every kind; `time β` takes any β above 0."""
    return _detente.ways()


def tournament(
    scenarios: Union[Mapping[str, Case], Iterable[Union[Case, Path]]],
    ways: Sequence[str],
    *,
    protocol: str = "alternating",
    rounds: int = 100,
    repetitions: int = 1,
    seed: int = 1,
    self_play: bool = True,
    threads: Optional[int] = None,
    traces: Optional[Path] = None,
    progress: Union[bool, Told, None] = None,
) -> answers.TournamentAnswer:
    """Every way to bargain against every other, on every scenario, in every role.

    Args:
        scenarios: Cases, or paths of case files; as a mapping, each under its name.
        ways: Names of ways to bargain; `"all"` stands for one of every kind.
        protocol: Who may speak when: `"alternating"`, `"simultaneous"` or `"tau"`.
        rounds: After how many rounds talks are over.
        repetitions: How often each negotiation is held in which somebody draws chance.
        seed: The seed of all chance.
        self_play: Whether a way also meets itself; without it there is no game to look at.
        threads: On how many threads; what comes of it does not hang on that.
        traces: A file for everything said in every negotiation, one JSON object a line.
        progress: As in `Case.sit`.
    """
    from .answers import TournamentAnswer

    if isinstance(scenarios, Mapping):
        named = list(scenarios.items())
    else:
        named = []
        for place, scenario in enumerate(scenarios):
            if isinstance(scenario, Case):
                named.append((scenario.title or f"scenario {place + 1}", scenario))
            else:
                name = os.path.basename(os.path.abspath(os.fspath(scenario))).removesuffix(".toml")
                named.append((name, read(scenario)))
    chosen = [way for name in ways for way in (_detente.ways() if name.strip().lower() == "all" else [name])]
    told, said = _detente.tournament(
        [(name, case._raw) for name, case in named],
        chosen,
        protocol,
        rounds,
        repetitions,
        seed,
        self_play,
        threads,
        traces is not None,
        listener(progress),
    )
    if traces is not None and said is not None:
        with open(traces, "w", encoding="utf-8", newline="") as written:
            written.write(said)
    return TournamentAnswer(*found(told))


def collective(
    table: Path, model: Optional[str] = None, *, progress: Union[bool, Told, None] = None
) -> answers.CollectiveAnswer:
    """What a body in which many have a say would decide, from a table of actors: their weight, their place on the question, their concern.
    `Sitting.collective` says it of a case that has such a body.

    Args:
        table: A CSV file.
        model: Only this model: as the answers name them.
        progress: As in `Case.sit`.
    """
    from .answers import CollectiveAnswer

    with open(table, encoding="utf-8") as file:
        text = file.read()
    return CollectiveAnswer(*found(_detente.collective(text, os.fspath(table), model, listener(progress))))


def settle(files: Union[Path, Iterable[Path]], folds: Optional[int] = None, seed: int = 1) -> answers.SettleAnswer:
    """How well the chances of packages do on settlements that people reached: tables of divisions, scored.

    Args:
        files: CSV files.
        folds: Also fit the model anew in so many folds.
        seed: The seed by which rows come into folds.
    """
    from .answers import SettleAnswer

    paths = [files] if isinstance(files, (str, os.PathLike)) else list(files)
    return SettleAnswer(json.loads(_detente.settle([os.fspath(path) for path in paths], folds, seed)))


def findings() -> answers.FindingsAnswer:
    """The published findings on what makes agreements last: what, where from, how far it carries."""
    from .answers import FindingsAnswer

    return FindingsAnswer(*found(_detente.catalogue()))


class Replayed(NamedTuple):
    """A run of recorded talks, held again."""

    id: str
    """The name of the run."""
    verdict: str
    """`"same"` step by step, `"differs"`, or `"not held"`."""
    said: Optional[int]
    """How many things were said, where all are the same."""
    place: Optional[str]
    """Where it differs first: a step and an agent as the record counts them, or the end."""
    recorded: Optional[str]
    """What the record says there."""
    now: Optional[str]
    """What was said there now."""
    because: Optional[str]
    """Why it was not held."""


def replay(file: Path) -> Tuple[Replayed, ...]:
    """Holds the recorded talks of a file again, offer by offer, and says of each run whether it is the same.

    Args:
        file: JSON of the form `detente-talks-oracle/1`.

    Raises:
        AskedAmiss: If it is no such file.
    """
    with open(file, encoding="utf-8") as read:
        runs = _detente.replay(read.read())
    return tuple(Replayed(id, verdict, said, *words) for id, verdict, said, words in runs)


def linspace(start: float, stop: float, count: int) -> List[float]:
    """`count` numbers from `start` to `stop` in equal steps, both ends included: values for a sweep."""
    if count < 2:
        raise ValueError("a range of steps has two ends, so at least 2 numbers")
    step = (stop - start) / (count - 1)
    return [stop if place == count - 1 else start + place * step for place in range(count)]
