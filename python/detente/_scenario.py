"""One world as arrays, for code of one's own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Dict, List, Tuple, Union

from ._table import Table

if TYPE_CHECKING:
    import numpy
    import numpy.typing


class Scenario:
    """One world of a case as NumPy arrays: every package with what it is worth to each principal, and how that comes about.

    Packages are numbered with the last issue fastest, as `numpy.unravel_index` counts: package `n` takes the options
    `numpy.unravel_index(n, scenario.shape)`.
    """

    parties: List[str]
    """The ids of the principals, in the order of all columns below."""
    issues: List[str]
    """The ids of the issues."""
    options: List[List[Union[str, int, float]]]
    """The options of each issue."""
    shape: Tuple[int, ...]
    """How many options each issue has."""
    packages: numpy.typing.NDArray[numpy.int64]
    """Shape `(packages, issues)`: the option that each package takes on each issue, counted from 0."""
    values: numpy.typing.NDArray[numpy.float64]
    """Shape `(packages, parties)`: what each package is worth to each principal, on its own scale; interactions included."""
    no_deal: numpy.typing.NDArray[numpy.float64]
    """Shape `(parties,)`: what no deal is worth to each, on its own scale. A package worth less is not signed."""
    feasible: numpy.typing.NDArray[numpy.bool_]
    """Shape `(packages,)`: whether a package can be put together at all."""
    acceptable: numpy.typing.NDArray[numpy.bool_]
    """Shape `(packages,)`: whether all accept it, red lines, vetoes and ratification included."""
    weights: numpy.typing.NDArray[numpy.float64]
    """Shape `(parties, issues)`: how much each issue matters to each, as shares of 1."""
    option_values: List[numpy.typing.NDArray[numpy.float64]]
    """For each issue, shape `(parties, options)`: what each option is worth before weighting, 0 to 1."""

    @classmethod
    def _of(cls, world: Dict[str, Any], table: Table) -> Scenario:
        import numpy

        new = cls()
        new.parties = world["parties"]
        new.issues = world["issues"]
        new.options = world["options"]
        new.shape = tuple(len(options) for options in new.options)
        count = len(table)
        places = numpy.unravel_index(numpy.arange(count), new.shape)
        new.packages = numpy.stack(places, axis=1).astype(numpy.int64)
        new.values = table.to_numpy([f"value.{party}" for party in new.parties])
        new.no_deal = numpy.array(world["no_deal"], dtype=numpy.float64)
        new.feasible = table.column("feasible").astype(bool)
        new.acceptable = table.column("acceptable").astype(bool)
        new.weights = numpy.array(world["weights"], dtype=numpy.float64)
        new.option_values = [
            numpy.array([values[place] for values in world["values"]], dtype=numpy.float64) for place in range(len(new.issues))
        ]
        return new

    def package(self, number: int) -> Dict[str, Union[str, int, float]]:
        """A package by its number: the option of each issue."""
        return {issue: options[int(at)] for issue, options, at in zip(self.issues, self.options, self.packages[number])}

    def __repr__(self) -> str:
        return f"<Scenario of {len(self.values)} packages on {len(self.issues)} issues between {', '.join(self.parties)}>"
