"""What goes wrong, as exceptions."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Tuple

if TYPE_CHECKING:
    from .answers import CaseFault


class DetenteError(Exception):
    """Anything that this package refuses."""


class CaseError(DetenteError, ValueError):
    """A case that cannot be used: all its faults at once, each with its place and a hint.

    The text of the exception shows the lines of the case with what is wrong on them, as the command `detente check` does.
    """

    file: str
    """The name of the case file; for a text, the name it was given."""

    def __init__(self, told: str, file: str = "", faults: str = "[]") -> None:
        super().__init__(told)
        self.file = file
        self._faults = faults

    @property
    def faults(self) -> Tuple[CaseFault, ...]:
        """The faults by their place; `fault.span.line` and `fault.span.column` count from 1."""
        from .answers import CaseFault

        return tuple(CaseFault(fault) for fault in json.loads(self._faults))

    def __reduce__(self) -> Any:
        return (CaseError, (str(self), self.file, self._faults))


class NoAnswer(DetenteError):
    """A case that has no answer to a question: it lacks the material, or an engine refuses it."""


class AskedAmiss(DetenteError, ValueError):
    """A question that makes no sense for this case: a package, a figure, a way to bargain that is not there."""


class Cancelled(DetenteError):
    """A computation that was ended before it had an answer."""
