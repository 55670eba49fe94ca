"""Detente: analysis of negotiations for mediators. Who could sign what, would it hold, would it last?

    import detente as dt

    case = dt.read("cases/cairo-2024")
    sitting = case.sit(draws=2000, seed=1)
    sitting.deals.zone_probability          # Share(value=…, low=…, high=…)
    sitting.worlds().to_polars()            # one row a world drawn
    sitting.against(case.set("positions.israel.no_deal", [0.4, 0.5]))

`docs/python.md` is a tutorial of ten minutes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ._case import (
    Case,
    Draft,
    Drafts,
    Figure,
    Issue,
    Party,
    check,
    from_actors,
    from_foreign,
    from_genius,
    from_geniusweb,
    from_gmcr,
    from_negmas,
    parse,
    read,
    schema,
    template,
)
from ._detente import __version__
from ._errors import AskedAmiss, Cancelled, CaseError, DetenteError, NoAnswer
from ._figures import Share, Spread, SpreadKnown
from ._others import Replayed, collective, findings, linspace, replay, settle, tournament, ways
from ._sitting import Extract, Sitting
from ._table import Table

if TYPE_CHECKING:
    from . import answers as answers
    from ._deals import Deals as Deals
    from ._hands import Merged as Merged
    from ._hands import Overlay as Overlay
    from ._hands import compare as compare
    from ._hands import merge as merge
    from ._hands import overlay as overlay
    from ._ray import RayExecutor as RayExecutor
    from ._scenario import Scenario as Scenario
    from ._sweep import Sweep as Sweep
    from ._sweep import between as between
    from ._sweep import sweep as sweep
    from ._text import Accepted as Accepted
    from ._text import DealText as DealText
    from ._text import Marks as Marks
    from ._text import Text as Text
    from ._text import Version as Version

__all__ = [
    "Accepted",
    "AskedAmiss",
    "Cancelled",
    "Case",
    "CaseError",
    "DealText",
    "Deals",
    "DetenteError",
    "Draft",
    "Drafts",
    "Extract",
    "Figure",
    "Issue",
    "Marks",
    "Merged",
    "NoAnswer",
    "Overlay",
    "Party",
    "RayExecutor",
    "Replayed",
    "Scenario",
    "Share",
    "Sitting",
    "Spread",
    "SpreadKnown",
    "Sweep",
    "Table",
    "Text",
    "Version",
    "__version__",
    "answers",
    "between",
    "check",
    "collective",
    "compare",
    "findings",
    "from_actors",
    "from_foreign",
    "from_genius",
    "from_geniusweb",
    "from_gmcr",
    "from_negmas",
    "linspace",
    "merge",
    "overlay",
    "parse",
    "read",
    "replay",
    "schema",
    "settle",
    "sweep",
    "template",
    "tournament",
    "ways",
]

_LATER = {
    "Accepted": ("_text", "Accepted"),
    "DealText": ("_text", "DealText"),
    "Marks": ("_text", "Marks"),
    "Merged": ("_hands", "Merged"),
    "Overlay": ("_hands", "Overlay"),
    "Text": ("_text", "Text"),
    "Version": ("_text", "Version"),
    "compare": ("_hands", "compare"),
    "merge": ("_hands", "merge"),
    "overlay": ("_hands", "overlay"),
    "answers": ("answers", None),
    "between": ("_sweep", "between"),
    "Deals": ("_deals", "Deals"),
    "RayExecutor": ("_ray", "RayExecutor"),
    "Scenario": ("_scenario", "Scenario"),
    "Sweep": ("_sweep", "Sweep"),
    "sweep": ("_sweep", "sweep"),
}


def __getattr__(name: str) -> Any:
    # What takes longest to import comes when somebody asks for it.
    if name in _LATER:
        from importlib import import_module

        module, inside = _LATER[name]
        found = import_module(f"{__name__}.{module}")
        return found if inside is None else getattr(found, inside)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted(__all__)
