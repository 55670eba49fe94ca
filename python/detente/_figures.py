"""Figures with the doubt about them."""

from __future__ import annotations

from typing import Any, NamedTuple, Tuple


class Share(NamedTuple):
    """A share of the worlds drawn, 0 to 1, with its 95 % interval (Wilson 1927): how far another set of as many draws may be from it."""

    value: float
    """The share, 0 to 1."""
    low: float
    """The lower end of the interval; 0 when nothing was drawn."""
    high: float
    """The upper end of the interval; 1 when nothing was drawn."""

    @property
    def interval(self) -> Tuple[float, float]:
        """Both ends."""
        return (self.low, self.high)

    def __float__(self) -> float:
        return self.value


class Spread(NamedTuple):
    """A figure that differs from world to world."""

    median: float
    """In half of the worlds it is less."""
    low: float
    """In 5 % of the worlds it is less."""
    high: float
    """In 5 % of the worlds it is more."""

    @property
    def interval(self) -> Tuple[float, float]:
        """Both ends: nine tenths of the worlds lie between."""
        return (self.low, self.high)

    def __float__(self) -> float:
        return self.median


class SpreadKnown(NamedTuple):
    """A figure that differs from world to world, and that some worlds may not have."""

    median: float
    """In half of the worlds that have it, it is less."""
    low: float
    """In 5 % of them it is less."""
    high: float
    """In 5 % of them it is more."""
    known_in: int
    """In how many worlds there is such a figure."""

    @property
    def interval(self) -> Tuple[float, float]:
        """Both ends: nine tenths of the worlds that have it lie between."""
        return (self.low, self.high)

    def __float__(self) -> float:
        return self.median


def _share(data: Any) -> Share:
    return Share(data["value"], *data["interval"])


def _spread(data: Any) -> Spread:
    return Spread(data["median"], *data["interval"])


def _spread_known(data: Any) -> SpreadKnown:
    low, high = data["interval"]
    return SpreadKnown(data["median"], low, high, data["known_in"])
