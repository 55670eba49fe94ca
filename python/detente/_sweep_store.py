"""A sweep on disk: one Parquet file a finished task, written whole or not at all."""

from __future__ import annotations

import hashlib
import json
import os
import socket
from typing import Any, Dict, Iterator, Optional, Sequence, Tuple

from ._sweep_plan import Choice, Plan
from ._sweep_task import Chosen, Done
from ._table import Table


def _missing(error: ImportError) -> ImportError:
    return ImportError(f"a sweep is kept on disk as Parquet, which takes pyarrow: pip install 'detente[sweeps]' ({error})")


class Store:
    """The folder of one sweep.

    `plan.json` says which sweep it is and how it is cut; `points.parquet` has one row a point; `blocks/` one file a finished task, with one row a
    point and block; `worlds/`, where asked for, one row a world; `chosen/` one file a point of which the recommended package was looked for. Files are made in `unfinished/` and moved when they are whole: whoever reads
    the others meanwhile, with `polars.scan_parquet(folder / "blocks" / "*.parquet")` or DuckDB, sees finished tasks alone.
    """

    def __init__(self, folder: Any) -> None:
        try:
            import pyarrow.parquet  # noqa: F401
        except ImportError as error:
            raise _missing(error) from None
        self.folder = os.fspath(folder)

    def _at(self, *names: str) -> str:
        return os.path.join(self.folder, *names)

    def open(self, plan: Plan) -> Optional[int]:
        """Takes the folder for a sweep. Gives how many worlds its tasks are about, if it was begun before.

        Raises:
            ValueError: If the folder holds another sweep.
        """
        for name in ("blocks", "unfinished", *(("worlds",) if plan.worlds else ())):
            os.makedirs(self._at(name), exist_ok=True)
        self._clear()
        if not os.path.exists(self._at("plan.json")):
            return None
        with open(self._at("plan.json"), encoding="utf-8") as file:
            kept = json.load(file)
        mine = json.loads(plan.text())
        other = sorted(name for name in {**mine, **kept["sweep"]} if kept["sweep"].get(name) != mine.get(name))
        if other:
            raise ValueError(
                f"the folder `{self.folder}` holds another sweep, which has other {', '.join(other)}; name another folder, or remove it"
            )
        worlds: int = kept["worlds_a_task"]
        return worlds

    def begin(self, plan: Plan, worlds_a_task: int, points: Table) -> None:
        """Writes down which sweep it is and how it is cut."""
        self._write("points.parquet", points)
        told = {"sweep": json.loads(plan.text()), "worlds_a_task": worlds_a_task}
        text = json.dumps(told, ensure_ascii=False, indent=1)
        self._move("plan.json", lambda path: _text(path, text))

    def keep(self, done: Done) -> None:
        """Keeps what a task found. Its counts come last: with them it is finished."""
        if done.worlds is not None:
            self._write(os.path.join("worlds", f"{done.number:07}.parquet"), done.worlds)
        self._write(os.path.join("blocks", f"{done.number:07}.parquet"), done.sums)

    def _of_choice(self, choice: Choice) -> str:
        # Under what it hangs on, so that it is found by a sweep that asks the same and by no other.
        from ._detente import __version__

        hangs_on = repr((__version__, *choice[1:]))
        return os.path.join("chosen", f"{hashlib.sha256(hangs_on.encode()).hexdigest()}.json")

    def keep_chosen(self, choice: Choice, chosen: Chosen) -> None:
        """Keeps which package was recommended at a point."""
        os.makedirs(self._at("chosen"), exist_ok=True)
        text = json.dumps({"package": chosen.package, "fault": chosen.fault}, ensure_ascii=False)
        self._move(self._of_choice(choice), lambda path: _text(path, text))

    def chosen(self, choices: Sequence[Choice]) -> Iterator[Chosen]:
        """The choices that were made already."""
        for choice in choices:
            try:
                with open(self._at(self._of_choice(choice)), encoding="utf-8") as file:
                    kept = json.load(file)
            except (OSError, ValueError):
                continue
            yield Chosen(choice.number, kept["package"], kept["fault"])

    def finished(self) -> Iterator[Tuple[int, Dict[str, Any]]]:
        """The tasks that are done, each with the columns of its counts as NumPy arrays. A file that cannot be read is as good as none."""
        import pyarrow
        import pyarrow.parquet

        for name in sorted(os.listdir(self._at("blocks"))):
            stem = name.removesuffix(".parquet")
            if not stem.isdigit():
                continue
            try:
                table = pyarrow.parquet.read_table(self._at("blocks", name))
            except (OSError, pyarrow.ArrowInvalid):
                continue
            yield int(stem), {column: table.column(column).to_numpy() for column in table.column_names}

    def _write(self, name: str, table: Table) -> None:
        import pyarrow
        import pyarrow.parquet

        self._move(name, lambda path: pyarrow.parquet.write_table(pyarrow.table(table), path))

    def _move(self, name: str, write: Any) -> None:
        part = self._at("unfinished", f"{socket.gethostname()}-{os.getpid()}-{os.path.basename(name)}")
        write(part)
        with open(part, "rb+") as file:
            os.fsync(file.fileno())
        os.replace(part, self._at(name))

    def _clear(self) -> None:
        """Removes what a process left half-written that is no more."""
        for name in os.listdir(self._at("unfinished")):
            host, _, rest = name.rpartition("-")[0].rpartition("-")
            if host == socket.gethostname() and rest.isdigit() and not _alive(int(rest)):
                os.remove(self._at("unfinished", name))


def _text(path: str, text: str) -> None:
    with open(path, "w", encoding="utf-8", newline="") as file:
        file.write(text)


def _alive(process: int) -> bool:
    if os.name == "nt":
        # To ask would end the process there; what it left stays.
        return True
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
