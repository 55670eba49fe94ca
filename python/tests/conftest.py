"""What all tests stand on: the real case of the repository, and one of a few lines."""

from __future__ import annotations

from pathlib import Path

import pytest

import detente as dt

ROOT = Path(__file__).resolve().parent.parent.parent


@pytest.fixture(scope="session")
def root() -> Path:
    return ROOT


@pytest.fixture(scope="session")
def cairo() -> dt.Case:
    return dt.read(ROOT / "cases" / "cairo-2024")


@pytest.fixture(scope="session")
def sitting(cairo: dt.Case) -> dt.Sitting:
    return cairo.sit(draws=200, seed=1)


def harbour() -> dt.Case:
    """A port and a union over wages and hours."""
    return dt.Case.build(
        "A harbour",
        "2025-03-01",
        parties={
            "port": {"name": "Port", "role": "principal"},
            "union": {"name": "Union", "role": "principal"},
        },
        issues={
            "pay": {"name": "Pay", "options": [0, 2, 4], "unit": "%"},
            "shifts": {"name": "Shifts", "options": ["as now", "shorter"]},
        },
        positions={
            "port": {
                "no_deal": [0.3, 0.6],
                "weights": {"pay": 0.7, "shifts": 0.3},
                "pay": {"ideal": 0, "worst": 4},
                "shifts": {"values": {"as now": 1, "shorter": 0}},
            },
            "union": {
                "no_deal": [0.3, 0.6],
                "weights": {"pay": 0.5, "shifts": 0.5},
                "pay": {"ideal": 4, "worst": 0},
                "shifts": {"values": {"as now": 0, "shorter": 1}},
            },
        },
    )


@pytest.fixture(scope="session")
def port() -> dt.Case:
    return harbour()
