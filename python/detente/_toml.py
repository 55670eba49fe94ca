"""Python values as TOML: what a case file would have in their place."""

from __future__ import annotations

import datetime
import json
import math
import re
from typing import Any, List, Mapping, Sequence, Tuple

_BARE = re.compile(r"[A-Za-z0-9_-]+\Z")


def key(name: Any) -> str:
    """A key, in quotes where it needs them."""
    if not isinstance(name, str):
        if isinstance(name, bool) or not isinstance(name, (int, float)):
            raise TypeError(f"a key is a text, not {name!r}")
        name = inline(name)
    return name if _BARE.match(name) else text(name)


def text(value: str) -> str:
    """A text in quotes."""
    # JSON escapes all that TOML asks to be escaped, but for the character that deletes.
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


def inline(value: Any) -> str:
    """A value on one line: numbers, texts, dates, truths, lists and mappings of them; what NumPy has of these as well."""
    if isinstance(value, str):
        return text(str(value))
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        if not -(2**63) <= value < 2**63:
            raise ValueError(f"{value} is beyond the whole numbers of a case")
        return str(int(value))
    if isinstance(value, float):
        if math.isnan(value) or math.isinf(value):
            raise ValueError(f"{value} is no figure: a case takes finite numbers")
        return repr(float(value))
    if isinstance(value, datetime.datetime):
        raise TypeError(f"a case knows days and no hours: {value!r} should be a `datetime.date`")
    if isinstance(value, datetime.date):
        return value.isoformat()
    if isinstance(value, Mapping):
        inside = ", ".join(f"{key(name)} = {inline(one)}" for name, one in value.items())
        return f"{{ {inside} }}" if inside else "{}"
    if value is None:
        raise TypeError("`None` is no value of a case; leave the key out, or take it out with `case.remove(path)`")
    if hasattr(value, "tolist"):
        # NumPy's scalars and arrays, pandas' and polars' columns have it.
        return inline(value.tolist())
    if hasattr(value, "to_list"):
        return inline(value.to_list())
    if isinstance(value, (set, frozenset)):
        raise TypeError("a set has no order, so the same case could be written in two ways: give a list")
    try:
        members = list(value)
    except TypeError:
        raise TypeError(f"a case has no place for {type(value).__name__}: {value!r}") from None
    return "[" + ", ".join(inline(one) for one in members) + "]"


def _is_table(value: Any) -> bool:
    return isinstance(value, Mapping)


def _is_tables(value: Any) -> bool:
    return isinstance(value, Sequence) and not isinstance(value, str) and bool(value) and all(map(_is_table, value))


def document(tables: Mapping[str, Any]) -> str:
    """A whole case file: tables under headings, what is small on one line."""
    lines: List[str] = []

    def write(path: Tuple[str, ...], table: Mapping[str, Any], heading: str) -> None:
        def stands_alone(value: Any) -> bool:
            # Below `positions.port` an issue without a table of its own stands on one line.
            return _is_table(value) and (len(path) < 2 and bool(value) or any(map(_is_table, value.values())))

        small = {name: one for name, one in table.items() if not stands_alone(one) and not (len(path) < 2 and _is_tables(one))}
        if heading and (small or not table):
            lines.append("")
            lines.append(heading)
        for name, one in small.items():
            lines.append(f"{key(name)} = {inline(one)}")
        for name, one in table.items():
            if name in small:
                continue
            below = (*path, key(name))
            dotted = ".".join(below)
            if _is_table(one):
                write(below, one, f"[{dotted}]")
            else:
                for member in one:
                    write_member(dotted, member)

    def write_member(dotted: str, member: Mapping[str, Any]) -> None:
        lines.append("")
        lines.append(f"[[{dotted}]]")
        for name, one in member.items():
            lines.append(f"{key(name)} = {inline(one)}")

    write((), tables, "")
    return "\n".join(lines).lstrip("\n") + "\n"
