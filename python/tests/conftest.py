"""What all tests stand on: the real case of the repository, and one of a few lines."""

from __future__ import annotations

from pathlib import Path
from typing import Any

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


def harbour(title: str = "A harbour", **more: Any) -> dt.Case:
    """A port and a union over wages and hours, with whatever tables a test adds."""
    return dt.Case.build(
        title,
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
        **more,
    )


@pytest.fixture(scope="session")
def port() -> dt.Case:
    return harbour()


@pytest.fixture(scope="session")
def exchanging() -> dt.Case:
    """The harbour, where what is agreed is carried out step by step and may break."""
    lots = [
        {"name": "shifts given up", "from": "port", "count": 6, "worth": {"union": [0.8, 1], "port": [0.1, 0.4]}},
        {"name": "ships unloaded", "from": "union", "count": 8, "worth": {"port": [0.6, 0.9], "union": [0.1, 0.3]}},
    ]
    exchange = {"pledge_days": 30, "guarantee": {"port": [0, 4], "union": [0, 4]}, "war_gain_per_day": {"port": [0.1, 0.6]}, "lots": lots}
    factor = {"name": "somebody who watches", "when": {"shifts": "shorter"}, "hazard_ratio": [0.3, 0.9]}
    durability = {"baseline": {"median_days": [60, 200]}, "factors": [factor]}
    return harbour("A harbour at work", exchange=exchange, durability=durability)
