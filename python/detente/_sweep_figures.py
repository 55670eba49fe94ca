"""What a sweep says: shares and margins at each point, differences, main effects, the share of each input, all with intervals.

Draws are cut into up to 200 blocks, the same at every point, and each block is counted apart. A figure is computed from all blocks, and again with each
block left out (the jackknife of Tukey 1958 on groups): how much it moves is how far another set of draws could move it. As all points see the same draws, what
they have in common cancels out of a difference by itself.
"""

from __future__ import annotations

import math
from typing import Any, Callable, Dict, List, Optional, Sequence, Tuple

Array = Any
"""An array of NumPy, float64."""

Z = 1.959963984540054


def student(freedom: int) -> float:
    """Of Student's t, what it is above in 2.5 % of cases (Cornish & Fisher 1938, four terms; right to 1 in 1,000 from 5 degrees on)."""
    z, n = Z, max(freedom, 1)
    first = (z**3 + z) / 4
    second = (5 * z**5 + 16 * z**3 + 3 * z) / 96
    third = (3 * z**7 + 19 * z**5 + 17 * z**3 - 15 * z) / 384
    return z + first / n + second / n**2 + third / n**3


def wilson(count: Array, of: Array) -> Tuple[Array, Array]:
    """The 95 % interval of shares (Wilson 1927); 0 to 1 of nothing."""
    import numpy

    some = numpy.maximum(of, 1)
    share = count / some
    centre = share + Z * Z / (2 * some)
    half = Z * numpy.sqrt(share * (1 - share) / some + Z * Z / (4 * some * some))
    scale = 1 + Z * Z / some
    low, high = numpy.maximum((centre - half) / scale, 0), numpy.minimum((centre + half) / scale, 1)
    # What rounding does at 0 and at 1.
    low, high = numpy.minimum(low, share), numpy.maximum(high, share)
    return numpy.where(of > 0, low, 0.0), numpy.where(of > 0, high, 1.0)


def mean_interval(total: Array, squares: Array, of: Array) -> Tuple[Array, Array]:
    """The 95 % interval of means of chances, from their sums and those of their squares: Wilson's, for as many worlds as a share of yes and no would need
    to be known as well as this mean is (Kish 1965). A sitting says the same of the chance of passing all tests. NaN of nothing."""
    import numpy

    some = numpy.maximum(of, 1)
    mean = total / some
    binary = mean * (1 - mean)
    # What rounding leaves of a variance that is none.
    variance = numpy.maximum(squares / some - mean * mean, 0.0)
    variance = numpy.where(variance < 1e-12 * mean * mean, 0.0, variance)
    with numpy.errstate(invalid="ignore", divide="ignore"):
        worlds = numpy.where(variance > 0, some * numpy.maximum(binary / variance, 1.0), some)
    centre = (mean + Z * Z / (2 * worlds)) / (1 + Z * Z / worlds)
    half = Z / (1 + Z * Z / worlds) * numpy.sqrt(numpy.maximum(binary, 0.0) / worlds + Z * Z / (4 * worlds * worlds))
    low, high = numpy.minimum(numpy.maximum(centre - half, 0), mean), numpy.maximum(numpy.minimum(centre + half, 1), mean)
    # A chance that is the same in every world, and neither none nor all, is known.
    known = (variance <= 0) & (binary > 0)
    low, high = numpy.where(known, mean, low), numpy.where(known, mean, high)
    return numpy.where(of > 0, low, math.nan), numpy.where(of > 0, high, math.nan)


def columns_of(measure: str) -> Tuple[str, str, Optional[str]]:
    """The columns of a measure of a package in the counts: of how many worlds it is known, what is summed up, and its squares."""
    if measure.startswith("enforceable."):
        return f"{measure}.known", f"{measure}.holds", None
    return f"{measure}.known", f"{measure}.sum", f"{measure}.squares"


class Counts:
    """What was counted: arrays of shape `(points, blocks)`."""

    def __init__(self, points: int, blocks: int, accepts: Sequence[str] = (), measures: Sequence[str] = ()) -> None:
        import numpy

        self.seen = numpy.zeros((points, blocks), dtype=bool)
        self.draws, self.known, self.zones, self.margins, self.margin_sum = (numpy.zeros((points, blocks)) for _ in range(5))
        self.accepts = {name: numpy.zeros((points, blocks)) for name in accepts}
        # Under the names that their columns have.
        self.measured = {name: numpy.zeros((points, blocks)) for name in measures}

    def add(self, columns: Dict[str, Array]) -> None:
        """What a task found. The same once more changes nothing."""
        at = (columns["point"].astype(int), columns["block"].astype(int))
        self.seen[at] = True
        for name in ("draws", "known", "zones", "margins", "margin_sum"):
            getattr(self, name)[at] = columns[name]
        for name, cells in (*self.accepts.items(), *self.measured.items()):
            cells[at] = columns[name]

    def shares(self, left_out: Any = None) -> Array:
        """In which share of the worlds a deal exists, at each point; NaN where it is not known in any."""
        return _ratio(self.zones, self.known, left_out)

    def accepting(self, name: str) -> Callable[[Any], Array]:
        """In which share of the worlds somebody accepts a package, at each point."""
        return lambda left_out: _ratio(self.accepts[name], self.draws, left_out)

    def measuring(self, above: str, below: str) -> Callable[[Any], Array]:
        """The mean of a measure at each point, of the worlds in which it is known."""
        return lambda left_out: _ratio(self.measured[above], self.measured[below], left_out)

    def mean_margins(self, left_out: Any = None) -> Array:
        """The mean margin at each point, of the worlds that have one."""
        return _ratio(self.margin_sum, self.margins, left_out)


def _ratio(above: Array, below: Array, left_out: Any) -> Array:
    import numpy

    def total(cells: Array) -> Array:
        # Rounded once, and so the same on every machine.
        if left_out is None:
            return numpy.array([math.fsum(row) for row in cells.tolist()])
        return cells.sum(axis=1) - cells[:, left_out]

    top, bottom = total(above), total(below)
    with numpy.errstate(invalid="ignore", divide="ignore"):
        return numpy.where(bottom > 0, top / bottom, math.nan)


def jackknife(figure: Callable[[Any], Array], blocks: int) -> Tuple[Array, Array]:
    """A figure of all blocks, and its standard error. `figure` is called with `None`, and with each block to leave out."""
    import numpy

    whole = figure(None)
    if blocks < 2:
        return whole, numpy.full_like(whole, math.nan)
    without = numpy.stack([figure(block) for block in range(blocks)])
    # One row after the other, so that the order of the sum is ours.
    middle = without[0].copy()
    for row in without[1:]:
        middle += row
    middle /= blocks
    spread = numpy.zeros_like(middle)
    for row in without:
        spread += (row - middle) ** 2
    return whole, numpy.sqrt(spread * (blocks - 1) / blocks)


def interval(whole: Array, error: Array, blocks: int, least: Any = 0.0) -> Tuple[Array, Array]:
    """The 95 % interval; to either side at least so much."""
    import numpy

    half = numpy.maximum(student(blocks - 1) * error, least)
    return whole - half, whole + half


def nothing_differs(worlds: float) -> float:
    """How far apart two shares may be although no world drawn differs (Wilson 1927)."""
    return Z * Z / (worlds + Z * Z) if worlds > 0 else 1.0


def main_effects(shape: Sequence[int]) -> Callable[[Array], Array]:
    """From a figure at each point of a grid to the effect of each value of each axis: the mean over all others, less the mean of all."""
    import numpy

    def effects(figures: Array) -> Array:
        grid = figures.reshape(shape)
        middle = grid.mean()
        rows = [grid.mean(axis=tuple(other for other in range(len(shape)) if other != axis)) - middle for axis in range(len(shape))]
        return numpy.concatenate(rows)

    return effects


def grid_shares(shape: Sequence[int]) -> Callable[[Array], Array]:
    """From a figure at each point of a grid to the share of its variance that is due to each axis: alone, and then with all others (Sobol 1993)."""
    import numpy

    def shares(figures: Array) -> Array:
        grid = figures.reshape(shape)
        whole = grid.var()
        if not whole > 0:
            # Where a figure is not known at some point, nothing is known of its variance.
            return numpy.full(2 * len(shape), 0.0 * whole)
        alone = [grid.mean(axis=tuple(o for o in range(len(shape)) if o != axis)).var() / whole for axis in range(len(shape))]
        together = [grid.var(axis=axis).mean() / whole for axis in range(len(shape))]
        return numpy.array(alone + together)

    return shares


def drawn_shares(rows: int, width: int) -> Tuple[Callable[[Array], Array], Callable[[Array], Array]]:
    """The same from the points of `Plan._sobol_points`, by the estimators of Jansen (1999): the shares, and their standard error from the rows."""
    import numpy

    def parts(figures: Array) -> Tuple[Array, Array, Array]:
        sets = figures.reshape(width + 2, rows)
        return sets[0], sets[1], sets[2:]

    def of(a: Array, b: Array, mixed: Array) -> Array:
        whole = numpy.concatenate([a, b]).var()
        if not whole > 0:
            return numpy.full(2 * width, 0.0 * whole)
        alone = 1 - ((b - mixed) ** 2).mean(axis=1) / (2 * whole)
        together = ((a - mixed) ** 2).mean(axis=1) / (2 * whole)
        return numpy.concatenate([alone, together])

    def shares(figures: Array) -> Array:
        return of(*parts(figures))

    def error(figures: Array) -> Array:
        a, b, mixed = parts(figures)
        groups = min(rows, 64)
        edges = [group * rows // groups for group in range(groups + 1)]

        def without(group: Any) -> Array:
            keep = numpy.ones(rows, dtype=bool)
            if group is not None:
                keep[edges[group] : edges[group + 1]] = False
            return of(a[keep], b[keep], mixed[:, keep])

        return jackknife(without, groups)[1]

    return shares, error


def plain(cells: Array) -> List[float]:
    """An array as a list."""
    found: List[float] = cells.tolist()
    return found
