"""Who hears how far a long computation is."""

from __future__ import annotations

import sys
import time
from typing import Any, Callable, Optional, Union

Told = Callable[[int, int], Any]
"""Called with the steps done and the steps expected, from the thread that asked, a few dozen times a second at most."""

PATIENCE = 1.0
"""Seconds for which nothing is shown."""


def listener(progress: Union[bool, Told, None]) -> Optional[Told]:
    """Who is told: a function of one's own, a bar (`True`), nobody (`False`); by default a bar where a person waits."""
    if callable(progress):
        return progress
    if progress is None:
        progress = hasattr(sys, "ps1") or "ipykernel" in sys.modules
    return Bar() if progress else None


class Bar:
    """A bar once a second has passed: tqdm's, in a notebook as well, where it is installed, and a line of text where it is not."""

    def __init__(self) -> None:
        self._began: Optional[float] = None
        self._heard = 0.0
        self._from = 0
        self._bar: Any = None

    def __call__(self, done: int, expected: int) -> None:
        now = time.monotonic()
        if self._began is None or now - self._heard > 2 * PATIENCE:
            # Nothing was told for a while: another question begins.
            self._close()
            self._began, self._from = now, done
        self._heard = now
        if now - self._began < PATIENCE:
            return
        if self._bar is None:
            self._bar = _bar(max(expected - self._from, 1))
        self._bar.total = max(expected - self._from, 1)
        self._bar.n = done - self._from
        self._bar.refresh()
        if done >= expected:
            self._close()

    def _close(self) -> None:
        if self._bar is not None:
            self._bar.close()
            self._bar = None
        self._began = None

    def __reduce__(self) -> Any:
        return (Bar, ())


def _bar(total: int) -> Any:
    try:
        from tqdm.auto import tqdm
    except ImportError:
        return _Line(total)
    return tqdm(total=total, unit="world", leave=False)


class _Line:
    """As much of tqdm as is used here, on standard error."""

    def __init__(self, total: int) -> None:
        self.total = total
        self.n = 0

    def refresh(self) -> None:
        sys.stderr.write(f"\r{self.n:,} of {self.total:,} worlds ({self.n / self.total:.0%})")
        sys.stderr.flush()

    def close(self) -> None:
        sys.stderr.write("\r" + " " * 60 + "\r")
        sys.stderr.flush()
