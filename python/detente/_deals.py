"""The deal space as a sitting hands it over."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Dict

from . import _detente
from ._table import Table
from .answers import CaseNamed, DealSpaceFound

if TYPE_CHECKING:
    from ._sitting import Sitting


class Deals(DealSpaceFound):
    """The deal space: what can be agreed, who would accept it, and what that hangs on.

    Values lie on each party's own scale, 0 to 1 as a rule, and every list of values follows `parties`. In the central world each judgement is
    taken at its middle.
    """

    __slots__ = ("_sitting", "_whole")

    def __init__(self, data: Dict[str, Any], sitting: Sitting, whole: Dict[str, Any]) -> None:
        super().__init__(data, sitting._shown(_detente.Question.Deals()))
        self._sitting = sitting
        self._whole = whole

    @property
    def case(self) -> CaseNamed:
        """The case."""
        return CaseNamed(self._whole["case"])

    @property
    def seed(self) -> int:
        """The seed of the draws."""
        seed: int = self._whole["seed"]
        return seed

    @property
    def draws(self) -> int:
        """How many worlds were drawn."""
        draws: int = self._whole["draws"]
        return draws

    @property
    def frontier(self) -> Table:
        """The packages that no other betters, in the central world, red lines or not.

        Columns: the option of each issue, under its id, and `value.` with the id of each principal, on its own scale. `central.frontier` has the
        same as objects.

        Raises:
            NoAnswer: Where the frontier is too large to list, and no tolerance was given.
        """
        return Table(self._sitting._raw.packages("frontier"))

    @property
    def zone_frontier(self) -> Table:
        """The packages acceptable to all that no other such package betters, in the central world; the columns of `frontier`."""
        return Table(self._sitting._raw.packages("zone_frontier"))

    @property
    def all_packages(self) -> Table:
        """Every package that can be put together, up to 50 million, the last issue fastest, in the central world.

        Columns: those of `frontier`, `feasible`, and `acceptable`, which says whether all accept it.
        """
        return Table(self._sitting._raw.packages("all"))

    def __reduce__(self) -> Any:
        return (DealSpaceFound, (self.to_dict(),))
