"""Fits the general record of how long agreements last; `durability.py` runs it. Needs numpy and scipy.

The logarithm of a life has a location for each class, a spread, and a part that all agreements of one country share:
ln T = location + between * b + spread * e, b standard normal, e standard normal (lognormal) or of the least extreme value (Weibull). The country's part is
summed out by Gauss-Hermite quadrature, so that a country with twenty truces does not speak for twenty. An end that is unclear lies somewhere in its interval with the chance that a
clear end is a break, and says nothing otherwise: it adds ln(1 - p + p F(end of the interval)).
"""

import datetime
import math

import numpy as np
from scipy.optimize import minimize
from scipy.special import log_ndtr

from durability import classes, share_broken

NODES, NODE_WEIGHTS = np.polynomial.hermite_e.hermegauss(21)
LOG_NODE_WEIGHTS = np.log(NODE_WEIGHTS / NODE_WEIGHTS.sum())
# The wars are too few in each country to tell what countries share: there the spread between countries is 0.8 of that within, between what the ceasefires
# (0.92) and the agreements (0.72) have.
SHARED = {"ceasefires": None, "agreements": None, "wars": 0.8, "wars-peacekeepers": 0.8}
KINDS = {"broke": 0, "held": 1, "unclear": 2}


class Likelihood:
    def __init__(self, name, form, spells):
        self.form, self.classes = form, classes(spells)
        self.share, self.shared = share_broken(spells), SHARED[name]
        places = {place: i for i, place in enumerate(sorted({row["place"] for row in spells}))}
        self.y = np.log([row["days"] for row in spells])
        self.kind = np.array([KINDS[row["kind"]] for row in spells])
        self.group = np.array([self.classes.index(row["class"]) for row in spells])
        self.place = np.array([places[row["place"]] for row in spells])
        self.places = len(places)

    def spreads(self, numbers):
        """Spread within a country and between countries."""
        if self.form == "constant":
            return 1.0, 0.0
        spread = math.exp(numbers[len(self.classes)])
        return spread, spread * self.shared if self.shared is not None else math.exp(numbers[len(self.classes) + 1])

    def start(self):
        middle = [max(self.y[self.group == i].mean(), 3.0) + 1 for i in range(len(self.classes))]
        return np.array(middle + [] if self.form == "constant" else middle + [1.0] + ([0.5] if self.shared is None else []))

    def __call__(self, numbers):
        spread, between = self.spreads(numbers)
        location = np.asarray(numbers)[self.group]
        nodes, weights = (np.zeros(1), np.zeros(1)) if between == 0 else (NODES, LOG_NODE_WEIGHTS)
        z = (self.y[None, :] - location[None, :] - between * nodes[:, None]) / spread
        if self.form == "lognormal":
            density, held, broke = -z * z / 2 - math.log(math.sqrt(2 * math.pi)), log_ndtr(-z), log_ndtr(z)
        else:
            risk = np.exp(np.minimum(z, 500))
            density, held, broke = z - risk, -risk, np.log(-np.expm1(-np.maximum(risk, 1e-300)))
        unclear = np.log1p(self.share * np.expm1(broke)) if self.share < 1 else broke
        each = np.where(self.kind == 0, density - math.log(spread), np.where(self.kind == 1, held, unclear))
        sums = np.stack([np.bincount(self.place, row, self.places) for row in each]) + weights[:, None]
        most = sums.max(axis=0)
        return -(np.log(np.exp(sums - most).sum(axis=0)) + most).sum()

    def fit(self):
        return minimize(self, self.start(), method="BFGS", options={"gtol": 1e-6}).x

    def covariance(self, numbers):
        """The inverse of the second derivatives, by central differences."""
        n, step = len(numbers), 1e-3
        bend = np.empty((n, n))
        for i in range(n):
            for j in range(n):
                a, b = np.eye(n)[i] * step, np.eye(n)[j] * step
                bend[i, j] = (self(numbers + a + b) - self(numbers + a - b) - self(numbers - a + b) + self(numbers - a - b)) / (4 * step * step)
        return np.linalg.inv((bend + bend.T) / 2)


def laws(name, form, spells):
    likelihood = Likelihood(name, form, spells)
    numbers = likelihood.fit()
    spread, between = likelihood.spreads(numbers)
    return {group: {"form": form, "location": float(numbers[i]), "spread": spread, "between": between} for i, group in enumerate(likelihood.classes)}


def written(sets):
    """The shipped file."""
    lines = [
        "# How long agreements have lasted elsewhere: a convention of the day below, written by `bench/validity/durability.py --data FOLDER --fit`.",
        "#",
        "# The logarithm of a life in days is location + between * b + spread * e: b standard normal and shared by all agreements of one country; e standard normal",
        "# (lognormal) or of the least extreme value (weibull; constant: spread 1). `covariance` is that of location, ln spread and ln between. `known_from` is the",
        "# year in which the record was published: a case of an earlier day did not know it.",
        "",
        f'fitted_on = "{datetime.date.today().isoformat()}"',
    ]
    known = {"ceasefires": (2022, "ETH/PRIO Civil Conflict Ceasefire Dataset 1989-2020 (Clayton et al. 2022): of two sides or more, without an agreed end"),
             "wars": (2004, "Fortna 2004: civil wars that ended by 1999 and not by a victory, until war again"),
             "wars-peacekeepers": (2004, "Fortna 2004: civil wars that ended by 1999 and not by a victory, until war again"),
             "agreements": (2022, "UCDP Peace Agreement Dataset, 1975-2021: until an agreement fell through")}
    for name, spells in sets.items():
        for form in ("lognormal", "weibull", "constant"):
            likelihood = Likelihood(name, form, spells)
            numbers = likelihood.fit()
            doubt = likelihood.covariance(numbers)
            spread, between = likelihood.spreads(numbers)
            k = len(likelihood.classes)
            for i, group in enumerate(likelihood.classes):
                some = [row for row in spells if row["class"] == group]
                # Which of the fitted numbers each of location, ln spread and ln between is; a constant risk has the first alone.
                parts = [i] if form == "constant" else [i, k, k if likelihood.shared is not None else k + 1]
                full = [[float(doubt[a, b]) if max(x, y) < len(parts) else 0.0 for y, b in enumerate(parts + [0] * (3 - len(parts)))] for x, a in enumerate(parts + [0] * (3 - len(parts)))]
                lines += [
                    "", "[[baselines]]", f'class = "{group}"', f'form = "{form}"', f"location = {numbers[i]:.4f}", f"spread = {spread:.4f}", f"between = {between:.4f}",
                    "covariance = [" + ", ".join("[" + ", ".join(f"{x:.6f}" for x in row) + "]" for row in full) + "]",
                    f"spells = {len(some)}", f"broke = {sum(row['kind'] == 'broke' for row in some)}", f"unclear = {sum(row['kind'] == 'unclear' for row in some)}",
                    f"known_from = {known[name][0]}", f'source = "{known[name][1]}"',
                ]
    return "\n".join(lines) + "\n"
