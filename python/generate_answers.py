"""Writes `detente/answers.py`, the typed answers, from `schema/answers.schema.json`.

    python3 python/generate_answers.py            writes the file
    python3 python/generate_answers.py --check    says whether it is what the schema makes, and ends with 1 if not

Needs nothing but Python. CI checks that the file is in step, so that an answer that gains a key gains it in Python.
"""

from __future__ import annotations

import json
import keyword
import re
import sys
import textwrap
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SCHEMA = ROOT / "schema" / "answers.schema.json"
TARGET = ROOT / "python" / "detente" / "answers.py"

# Figures with the doubt about them, which are written by hand in `_figures.py`.
FIGURES = {"Probability": "Share", "Spread": "Spread", "SpreadKnown": "SpreadKnown"}

HEAD = '''"""The answers, typed: the same keys and the same figures as the JSON that the command `detente` prints.

Made by `python/generate_answers.py` from `schema/answers.schema.json`; `docs/json.md` describes the same in one page. Every class is a
view of the JSON, `answer.to_dict()` gives it whole. Values and shares lie between 0 and 1 unless a key says otherwise; a list of values
over parties follows the `parties` of its answer; counts that may be beyond 2**53 are strings of digits.
"""

from __future__ import annotations

from typing import Literal, Mapping, Tuple, Union

from ._figures import Share, Spread, SpreadKnown, _share, _spread, _spread_known
from ._view import View, _by_name, _each, _list, _maybe, _pair, _pairs

'''


def wrapped(text: str, indent: int) -> str:
    """A docstring of some lines."""
    text = text.replace("\\", "\\\\").replace('"""', "'''")
    text = re.sub(r"\b[Nn]ull\b", "`None`", text)
    pad = " " * indent
    paragraphs = [" ".join(part.split()) if not part.lstrip().startswith("- ") else part.strip() for part in text.split("\n\n")]
    lines: list[str] = []
    for paragraph in paragraphs:
        if lines:
            lines.append("")
        if paragraph.startswith("- "):
            for item in paragraph.split("\n- "):
                item = " ".join(item.removeprefix("- ").split())
                lines += textwrap.wrap(item, 118 - indent, initial_indent="- ", subsequent_indent="  ", break_long_words=False)
        else:
            lines += textwrap.wrap(paragraph, 118 - indent, break_long_words=False)
    if len(lines) == 1 and len(lines[0]) + indent < 112:
        last = " " if lines[0].endswith('"') else ""
        return f'{pad}"""{lines[0]}{last}"""\n'
    body = "\n".join(f"{pad}{line}" if line else "" for line in lines).lstrip()
    return f'{pad}"""{body}\n{pad}"""\n'


def constants(definition: dict) -> list[str]:
    return [one["const"] for one in definition["oneOf"]]


def told_apart_by_kind(definition: dict) -> dict:
    """Objects of several kinds as one: what only some kinds have may be missing."""
    ones = definition["oneOf"]
    properties: dict = {}
    for one in ones:
        for key, value in one["properties"].items():
            properties.setdefault(key, value)
    kinds = [one["properties"]["kind"]["const"] for one in ones]
    told = " ".join(f"`{kind}`: {' '.join(one.get('description', '').split())}" for kind, one in zip(kinds, ones))
    properties["kind"] = {"enum": kinds, "description": told}
    required = [key for key in properties if all(key in one.get("required", []) for one in ones)]
    about = definition.get("description", "") + " What does not belong to its `kind` is `None`."
    return {"type": "object", "properties": properties, "required": required, "description": about}


class Reader:
    """How a value of the JSON is read: the Python type, and an expression of the value."""

    def __init__(self, definitions: dict) -> None:
        self.definitions = definitions

    def plain(self, schema: dict) -> bool:
        """Whether a value stands as it is."""
        if "$ref" in schema:
            name = schema["$ref"].rsplit("/", 1)[1]
            return name not in FIGURES and "properties" not in self.definitions[name]
        kind = schema.get("type")
        return kind in ("string", "integer", "number", "boolean") or (
            kind == "object" and isinstance(schema.get("additionalProperties"), dict) and self.plain(schema["additionalProperties"])
        )

    def read(self, schema: dict, value: str) -> tuple[str, str]:
        if "$ref" in schema:
            name = schema["$ref"].rsplit("/", 1)[1]
            if name in FIGURES:
                return FIGURES[name], f"{function(name)}({value})"
            return name, value if self.plain(schema) else f"{name}({value})"
        if "anyOf" in schema:
            others = [one for one in schema["anyOf"] if one.get("type") != "null"]
            if len(others) == 1 and len(schema["anyOf"]) == 2:
                return self.perhaps(others[0], value)
            raise SystemExit(f"a choice that is not understood: {schema}")
        if "enum" in schema:
            return f"Literal[{', '.join(json.dumps(one) for one in schema['enum'])}]", value
        kind = schema.get("type")
        if isinstance(kind, list):
            (only,) = [one for one in kind if one != "null"]
            return self.perhaps({**schema, "type": only}, value)
        if kind in ("string", "integer", "number", "boolean"):
            return {"string": "str", "integer": "int", "number": "float", "boolean": "bool"}[kind], value
        if kind == "array":
            if schema.get("minItems") == schema.get("maxItems") == 2:
                inner, _ = self.read(schema["items"], "_")
                return f"Tuple[{inner}, {inner}]", f"_pair({value})"
            return self.array(schema["items"], value)
        if kind == "object":
            inner_schema = schema["additionalProperties"]
            if self.plain(schema):
                inner, _ = self.read(inner_schema, "_")
                return f"Mapping[str, {inner}]", value
            inner, read = self.read(inner_schema, "one")
            return f"Mapping[str, {inner}]", f"_by_name({self.callable(inner_schema, inner, read)}, {value})"
        raise SystemExit(f"a shape that is not understood: {schema}")

    def array(self, items: dict, value: str) -> tuple[str, str]:
        inner, read = self.read(items, "one")
        if read == "one":
            return f"Tuple[{inner}, ...]", f"_list({value})"
        if read == "_pair(one)":
            return f"Tuple[{inner}, ...]", f"_pairs({value})"
        return f"Tuple[{inner}, ...]", f"_each({self.callable(items, inner, read)}, {value})"

    def callable(self, schema: dict, inner: str, read: str) -> str:
        if read == f"{inner}(one)" or read.endswith("(one)") and "," not in read and "(" not in read[: -len("(one)")]:
            return read[: -len("(one)")]
        return f"lambda one: {read}"

    def perhaps(self, schema: dict, value: str) -> tuple[str, str]:
        inner, read = self.read(schema, "one")
        if read == "one":
            return f"Union[{inner}, None]", value
        return f"Union[{inner}, None]", f"_maybe({self.callable(schema, inner, read)}, {value})"


def function(name: str) -> str:
    return {"Probability": "_share", "Spread": "_spread", "SpreadKnown": "_spread_known"}[name]


def made() -> str:
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    definitions = {
        name: told_apart_by_kind(one) if "oneOf" in one and "properties" in one["oneOf"][0] else one
        for name, one in schema["$defs"].items()
    }
    reader = Reader(definitions)
    aliases: list[str] = []
    classes: list[str] = []
    public: list[str] = []
    for name, definition in sorted(definitions.items()):
        if name in FIGURES:
            continue
        public.append(name)
        about = definition.get("description", "")
        if "properties" not in definition:
            if "oneOf" in definition:
                choices = ", ".join(f'"{choice}"' for choice in constants(definition))
                told = "".join(f"`{one['const']}`: {' '.join(one['description'].split())} " for one in definition["oneOf"] if "const" in one and "description" in one)
                aliases.append((name, f"{name} = Literal[{choices}]\n" + wrapped(f"{about} {told}".strip(), 0)))
            elif "anyOf" in definition:
                types = ", ".join(dict.fromkeys(reader.read(one, "_")[0] for one in definition["anyOf"]))
                aliases.append((name, f"{name} = Union[{types}]\n" + wrapped(about, 0)))
            else:
                kind, _ = reader.read(definition, "_")
                aliases.append((name, f"{name} = {kind}\n" + wrapped(about, 0)))
            continue
        lines = [f"class {name}(View):\n", wrapped(about, 4), "\n    __slots__ = ()\n"]
        required = set(definition.get("required", []))
        for key, value in definition["properties"].items():
            there = f'self._data["{key}"]'
            if key not in required:
                there = f'self._data.get("{key}")'
                kinds = value.get("type")
                nullable = isinstance(kinds, list) or "anyOf" in value
                kind, read = reader.read(value, there) if nullable else reader.perhaps(value, there)
            else:
                kind, read = reader.read(value, there)
            attribute = f"{key}_" if keyword.iskeyword(key) else key
            lines.append(f"\n    @property\n    def {attribute}(self) -> {kind}:\n")
            lines.append(wrapped(value.get("description", ""), 8))
            as_it_is = "  # type: ignore[no-any-return]" if read == there and key in required else ""
            lines.append(f"        return {read}{as_it_is}\n")
        classes.append("".join(lines))
    # An alias may name another one.
    order = {name: place for place, (name, _) in enumerate(aliases)}
    aliases.sort(key=lambda alias: (any(other in alias[1].split("\n")[0].split("=", 1)[1] for other in order), order[alias[0]]))
    named = "".join(f'    "{name}",\n' for name in sorted(public))
    text = HEAD + f"__all__ = [\n{named}]\n\n" + "\n".join(text for _, text in aliases)
    return text + "\n\n" + "\n\n".join(classes)


def main() -> int:
    text = made()
    if "--check" in sys.argv[1:]:
        if not TARGET.exists() or TARGET.read_text(encoding="utf-8") != text:
            print(f"{TARGET.relative_to(ROOT)} is not what the schema makes; run `python3 python/generate_answers.py`")
            return 1
        print(f"{TARGET.relative_to(ROOT)} is what the schema makes")
        return 0
    TARGET.write_text(text, encoding="utf-8")
    print(f"wrote {TARGET.relative_to(ROOT)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
