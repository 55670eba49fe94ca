"""What `detente sweep … --on ADDRESS` hands over: the sweep as JSON in the first argument, its answer on standard output."""

from __future__ import annotations

import json
import sys
from typing import Any, Dict, List

from . import _detente
from ._case import Case
from ._errors import DetenteError
from ._sweep import sweep
from ._sweep_plan import Written


def answer(asked: Dict[str, Any]) -> str:
    """Does the sweep that was asked for, and writes down its points."""
    case = Case._of(_detente.read_case(asked["case"], [(path, value) for path, value in asked["set"]]))
    over = {path: [Written(value) for value in written] for path, written in asked["over"]}
    bar = sys.stderr.isatty()
    found = sweep(
        case,
        over,
        packages=dict(asked.get("packages", [])),
        measures=asked.get("measures", []),
        draws=asked["draws"],
        seed=asked["seed"],
        day=asked["day"],
        on=asked["on"],
        to=asked["to"],
        progress=bar,
    )
    points = found.points
    rows = points.rows()
    if asked["form"] == "json":
        return json.dumps({"draws": found.draws, "points": [dict(zip(points.columns, row)) for row in rows]}, ensure_ascii=False, indent=2)
    if asked["form"] == "csv":
        import csv
        import io

        text = io.StringIO()
        writer = csv.writer(text, lineterminator="\n")
        writer.writerow(points.columns)
        writer.writerows(["" if cell is None else cell for cell in row] for row in rows)
        return text.getvalue().rstrip("\n")
    return _told(found.inputs, found.fares, points.columns, rows)


def _told(inputs: List[str], fares: List[str], columns: List[str], rows: List[Any]) -> str:
    """The points for a terminal: values; the chance of a deal, and then each chance that was asked for of packages, with its interval and the difference from the
    case as it stands."""
    at = {name: place for place, name in enumerate(columns)}

    def cell(value: Any) -> str:
        return "" if value is None else f"{value:g}" if isinstance(value, float) else str(value)

    def percent(row: Any, name: str, signed: bool = False) -> str:
        value, low, high = (row[at[one]] for one in (name, f"{name}.low", f"{name}.high"))
        sign = "+" if signed else ""
        return "" if value is None else f"{100 * value:{sign}.1f} % ({100 * low:{sign}.1f} to {100 * high:{sign}.1f})"

    heads = [("a deal exists", "zone"), *((name, name) for name in fares)]
    table = [[*inputs, *(head for shown, _ in heads for head in (shown, "difference")), ""]]
    for number, row in enumerate(rows):
        values = ["as it stands", *("" for _ in inputs[1:])] if number == 0 else [cell(row[at[name]]) for name in inputs]
        both = ((percent(row, name), "" if number == 0 else percent(row, f"{name}.difference", True)) for _, name in heads)
        table.append([*values, *(cell for pair in both for cell in pair), row[at["fault"]] or ""])
    widths = [max(len(line[place]) for line in table) for place in range(len(table[0]))]
    return "\n".join("  ".join(one.ljust(width) for one, width in zip(line, widths)).rstrip() for line in table)


def main() -> int:
    """Answers, and gives the exit code."""
    try:
        print(answer(json.loads(sys.argv[1])))
    except (DetenteError, ImportError, ValueError, OSError) as error:
        print(f"error: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("interrupted; what is done is in the folder of `--to`, if one was named", file=sys.stderr)
        return 130
    return 0


if __name__ == "__main__":
    sys.exit(main())
