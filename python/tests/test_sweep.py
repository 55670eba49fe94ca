"""Sweeps: the same bytes whatever they run on, nothing lost and nothing twice, and figures that are right."""

from __future__ import annotations

import json
import math
import os
import signal
import subprocess
import sys
import time
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import pytest

import detente as dt

pytest.importorskip("numpy")

OVER = {"positions.port.no_deal": [0.2, [0.4, 0.9], [0.3, 0.8]], "positions.union.no_deal": [[0.3, 0.7], [0.35, 0.65]]}
DRAWS = 400


def parts(sweep: dt.Sweep) -> Any:
    """All that a sweep says, as bytes."""
    return [table._table.parts() for table in (sweep.points, sweep.effects, sweep.shares)]


@pytest.fixture(scope="module")
def alone(port: dt.Case) -> dt.Sweep:
    return dt.sweep(port, OVER, draws=DRAWS)


def rows(table: dt.Table) -> list[dict[str, Any]]:
    return [dict(zip(table.columns, row)) for row in table]


# What it finds


def test_each_point_is_what_a_sitting_finds(port: dt.Case, alone: dt.Sweep) -> None:
    told = rows(alone.points)
    assert len(told) == 7 and len(alone) == 6
    for row in told:
        worlds = alone.case(row["point"]).sit(draws=DRAWS).worlds([], find="margin")
        zones, margins = worlds.column("zone_exists"), worlds.column("margin")
        assert row["zone"] == zones.sum() / DRAWS
        assert row["margin"] == pytest.approx(math.fsum(margins) / DRAWS, abs=1e-12)
        assert row["zone.low"] <= row["zone"] <= row["zone.high"]
    assert [row["positions.port.no_deal"] for row in told] == [None, *["0.2"] * 2, *["[0.4, 0.9]"] * 2, *["[0.3, 0.8]"] * 2]
    assert alone.case(1)["positions.port.no_deal"] == "0.2" and alone.case(0) == port


def test_differences_are_paired(port: dt.Case) -> None:
    # A hundredth on one side moves few worlds; of two sets of worlds of their own, the interval would be some 0.1 wide.
    swept = rows(dt.sweep(port, {"positions.port.no_deal": [[0.29, 0.6], [0.3, 0.6]]}, draws=1000).points)
    moved, same = swept[1], swept[2]
    assert 0 < moved["margin.difference.low"] <= moved["margin.difference"] <= moved["margin.difference.high"]
    assert moved["zone.difference.high"] - moved["zone.difference.low"] < 0.04 < swept[0]["zone.high"] - swept[0]["zone.low"]
    # Where no world differs the difference is 0, but not for certain.
    assert same["zone.difference"] == 0 and 0 < same["zone.difference.high"] < 0.005 and same["margin.difference"] == 0


def test_effects_are_means_over_the_others(alone: dt.Sweep) -> None:
    points = rows(alone.points)[1:]
    middle = sum(row["zone"] for row in points) / 6
    for row in rows(alone.effects):
        mine = [p["zone"] for p in points if str(p[row["input"]]) == row["value"]]
        assert row["zone"] == pytest.approx(sum(mine) / len(mine) - middle, abs=1e-12)
        assert row["zone.low"] <= row["zone"] <= row["zone.high"]
    assert len(alone.effects) == 5


def test_shares_of_a_grid_are_those_of_its_variance(alone: dt.Sweep) -> None:
    first, second = rows(alone.shares)
    for outcome in ("zone", "margin"):
        alone_, together = first[f"{outcome}.alone"], first[f"{outcome}.together"]
        # Two inputs: what is not due to the one alone is due to the other, together with it.
        assert alone_ + second[f"{outcome}.together"] == pytest.approx(1, abs=1e-9)
        assert 0 <= alone_ <= together <= 1


def test_sobol_indices_of_drawn_points(port: dt.Case) -> None:
    over = {"positions.port.no_deal": dt.between(0.1, 0.7), "positions.union.no_deal": dt.between(0.39, 0.41), "inert": {"a": {}, "b": {}}}
    swept = dt.sweep(port, over, draws=40, sobol=32)
    assert len(swept) == 32 * 5
    wide, narrow, inert = rows(swept.shares)
    assert wide["margin.together"] > 0.8 > 0.2 > narrow["margin.together"]
    assert inert["margin.together"] == 0
    with pytest.raises(dt.NoAnswer):
        swept.effects


def test_days_seeds_cases_and_values_that_move_together(port: dt.Case) -> None:
    other = port.set("positions.port.no_deal", 0.5)
    both = ("positions.port.no_deal", "positions.union.no_deal")
    swept = dt.sweep({"now": port, "later": other}, {both: [(0.3, 0.4), (0.4, 0.3)]}, seeds=[1, 2], days=["2025-03-01"], draws=50)
    assert swept.inputs == ["case", "day", "seed", " & ".join(both)] and len(swept) == 8
    told = rows(swept.points)
    assert told[1]["case"] == "now" and told[-1]["case"] == "later" and told[2]["seed"] == 1.0 and told[3]["seed"] == 2.0
    # With both no deals certain both cases are the same, in the same worlds.
    assert [row["margin"] for row in told[1:5]] == [row["margin"] for row in told[5:9]]


def test_a_point_that_is_no_case_says_why(port: dt.Case) -> None:
    swept = dt.sweep(port, {"positions.port.no_deal": [0.4, 7]}, draws=50)
    row = rows(swept.points)[2]
    assert row["zone"] is None and row["fault"]
    with pytest.raises(dt.NoAnswer, match="point 2"):
        swept.shares
    with pytest.raises(dt.CaseError):
        dt.sweep(port, {"positions.port.no_dael": [0.4, 0.5]}, draws=50)


def test_a_path_that_counts_in_no_world_is_refused(cairo: dt.Case) -> None:
    # An open question says where the red line lies, whether it is true or false.
    path = "positions.israel.truce.at_most"
    for refused in (lambda: dt.sweep(cairo, {path: [60, 90]}, draws=20), lambda: cairo.sit(draws=20).sweep({path: [60, 90]})):
        with pytest.raises(dt.AskedAmiss, match="advanced"):
            refused()
    swept = dt.sweep(cairo, {"propositions.advanced.prior": [0, 1]}, draws=100)
    never, always = (row["zone"] for row in rows(swept.points)[1:])
    assert never < always


def test_who_accepts_a_package_is_what_worlds_say(port: dt.Case) -> None:
    case = port
    sides = [party.id for party in case.parties if party.principal]
    best = case.sit(draws=DRAWS).deals.packages[0]
    swept = dt.sweep(case, OVER, draws=DRAWS, packages={"best": best.outcome})
    for row in rows(swept.points):
        sitting = swept.case(row["point"]).sit(draws=DRAWS)
        judged = sitting.judged(best.outcome)
        assert row["best"] == judged.all.value and row["best.low"] <= row["best"] <= row["best.high"]
        assert [row[f"best.{side}"] for side in sides] == [judged.principals[side].signs_share.value for side in sides]
    assert {"best", "best.low", f"best.{sides[0]}"} <= set(swept.effects.columns)
    assert "best.alone" in swept.shares.columns


# How packages fare on the three tests

FARES = {
    "exchange.war_gain_per_day.port": [0.1, [0.2, 1.2]],
    "durability.factors.somebody who watches.hazard_ratio": [0.4, [0.5, 1]],
}
MEASURES = ["enforceable", "durable", "survival", "all_three"]


@pytest.fixture(scope="module")
def fared(exchanging: dt.Case) -> dt.Sweep:
    return dt.sweep(exchanging, FARES, draws=DRAWS, packages={"outline": "pay=2,shifts=shorter", "best": None}, measures=MEASURES)


def test_how_packages_fare_is_what_sittings_say(fared: dt.Sweep) -> None:
    told = rows(fared.points)
    for row in told:
        sitting = fared.case(row["point"]).sit(draws=DRAWS)
        tests = sitting.three_tests
        best = next(package for package in tests.packages if package.package == tests.best)
        assert best.enforceable is not None
        assert [row["best"], row["best.enforceable"]] == [best.acceptable.value, best.enforceable.value]
        assert row["best.all_three"] == pytest.approx(best.all_three, abs=1e-12)
        assert [row["best.all_three.low"], row["best.all_three.high"]] == pytest.approx(list(best.all_three_interval), abs=1e-9)
        assert row["best.package"] == ",".join(f"{issue}={option}" for issue, option in best.outcome.items())
        survival = sitting.durability("pay=2,shifts=shorter").packages[0].survival
        assert [row["outline.durable"], row["outline.survival"]] == pytest.approx([survival[-2].mean, survival[-1].mean], abs=1e-12)
        for name in fared.fares:
            assert row[f"{name}.low"] <= row[name] <= row[f"{name}.high"]
    # What differs in the exchange alone has the same durability, for all that the draws can say; and the other way round.
    assert told[1]["outline.durable"] == told[3]["outline.durable"] != told[2]["outline.durable"]
    assert told[1]["outline.enforceable"] == told[2]["outline.enforceable"] != told[3]["outline.enforceable"]
    assert {"outline.all_three", "best.survival.low"} <= set(fared.effects.columns)
    alone = rows(fared.shares)[0]
    assert alone["outline.durable.alone"] == 0 < alone["outline.enforceable.alone"]


def test_what_is_not_asked_for_is_not_there(exchanging: dt.Case, tmp_path: Path) -> None:
    pytest.importorskip("pyarrow")
    import pyarrow.parquet

    over = {"exchange.pledge_days": [20, 40]}
    dt.sweep(exchanging, over, draws=50, to=tmp_path / "plain", worlds=True)
    blocks = pyarrow.parquet.read_table(next((tmp_path / "plain" / "blocks").glob("*.parquet")))
    assert blocks.column_names == ["point", "block", "draws", "known", "zones", "margins", "margin_sum"]
    assert "measures" not in json.loads((tmp_path / "plain" / "plan.json").read_text(encoding="utf-8"))["sweep"]
    measured = dt.sweep(exchanging, over, draws=50, to=tmp_path / "tested", worlds=True, measures=["durable"], worlds_a_task=60)
    worlds = pyarrow.concat_tables([pyarrow.parquet.read_table(file) for file in sorted((tmp_path / "tested" / "worlds").glob("*.parquet"))])
    first = [cell for point, cell in zip(worlds.column("point").to_pylist(), worlds.column("durable.0").to_pylist()) if point == 1]
    assert rows(measured.points)[1]["best.durable"] == pytest.approx(math.fsum(first) / 50, abs=1e-12)
    # The same again is read from the disk, packages that were recommended too.
    again = dt.sweep(exchanging, over, draws=50, to=tmp_path / "tested", worlds=True, measures=["durable"])
    assert parts(again) == parts(measured)
    with pytest.raises(ValueError, match="measures"):
        dt.sweep(exchanging, over, draws=50, to=tmp_path / "tested", worlds=True, packages={"best": None})


def test_tests_that_a_case_has_no_material_for_have_no_figure(port: dt.Case, exchanging: dt.Case) -> None:
    row = rows(dt.sweep(port, {"positions.port.no_deal": [0.3, 0.4]}, draws=50, measures=MEASURES).points)[1]
    assert row["best.enforceable"] is row["best.durable"] is row["best.survival.low"] is None
    assert row["best.all_three"] == row["best"]
    # A pledge that makes no sense is told of that point.
    swept = dt.sweep(exchanging, {"exchange.lots.shifts given up.count": [3, -3]}, draws=20, measures=["enforceable"])
    wrong = rows(swept.points)[2]
    assert wrong["fault"] and wrong["zone"] is None and rows(swept.points)[1]["fault"] is None


def test_processes_change_nothing_of_how_packages_fare(exchanging: dt.Case, fared: dt.Sweep) -> None:
    packages = {"outline": "pay=2,shifts=shorter", "best": None}
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as pool:
        there = dt.sweep(exchanging, FARES, draws=DRAWS, packages=packages, measures=MEASURES, on=pool, worlds_a_task=300)
    assert parts(there) == parts(fared)


@pytest.mark.parametrize(
    "asked",
    [
        {"over": OVER, "measures": "durable"},
        {"over": OVER, "measures": ["lasting"]},
        {"over": OVER, "packages": {"zone": None}},
        {"over": {}},
        {"over": {"positions.port.no_deal": []}},
        {"over": {"positions.port.no_deal": [0.3, 0.3]}},
        {"over": OVER, "draws": 0},
        {"over": OVER, "find": "best"},
        {"over": OVER, "sobol": 4},
        {"over": OVER, "worlds": True},
        {"over": OVER, "on": 0},
        {"over": {"positions.port.no_deal": range(400), "positions.union.no_deal": range(400)}},
    ],
)
def test_what_makes_no_sense_is_refused(port: dt.Case, asked: dict[str, Any]) -> None:
    with pytest.raises(ValueError):
        dt.sweep(port, **asked)


# Wherever it runs


@pytest.mark.parametrize("worlds_a_task", [1, 37, 150, 400, 1000, 10**6])
def test_how_it_is_cut_changes_nothing(port: dt.Case, alone: dt.Sweep, worlds_a_task: int) -> None:
    assert parts(dt.sweep(port, OVER, draws=DRAWS, worlds_a_task=worlds_a_task)) == parts(alone)


class Backwards(ThreadPoolExecutor):
    """Does the last first."""

    def submit(self, fn: Any, /, *args: Any, **kwargs: Any) -> Any:
        return super().submit(_later, len(self._threads) == 0, fn, *args, **kwargs)


def _later(first: bool, fn: Any, *args: Any, **kwargs: Any) -> Any:
    time.sleep(0.05 if first else 0)
    return fn(*args, **kwargs)


def test_threads_and_their_order_change_nothing(port: dt.Case, alone: dt.Sweep) -> None:
    with Backwards(2) as pool:
        assert parts(dt.sweep(port, OVER, draws=DRAWS, on=pool, worlds_a_task=100)) == parts(alone)


@pytest.mark.parametrize("method", ["spawn", "fork"] if sys.platform == "linux" else ["spawn"])
def test_processes_change_nothing(port: dt.Case, alone: dt.Sweep, method: str) -> None:
    # The parent of forked processes has computed before, on threads that they do not have.
    with ProcessPoolExecutor(2, mp_context=get_context(method)) as pool:
        assert parts(dt.sweep(port, OVER, draws=DRAWS, on=pool, worlds_a_task=200)) == parts(alone)


def test_no_more_is_in_flight_than_was_said(port: dt.Case) -> None:
    most = [0]

    class Counting(ThreadPoolExecutor):
        def submit(self, fn: Any, /, *args: Any, **kwargs: Any) -> Any:
            future = super().submit(fn, *args, **kwargs)
            flying.append(future)
            most[0] = max(most[0], sum(not one.done() for one in flying))
            return future

    flying: list[Any] = []
    with Counting(2) as pool:
        dt.sweep(port, OVER, draws=DRAWS, on=pool, worlds_a_task=40, in_flight=3)
    assert len(flying) > 20 and 1 <= most[0] <= 3


# What is killed


def _die_once(mark: str) -> None:
    """Ends its process the first time that it is called."""
    try:
        os.close(os.open(mark, os.O_CREAT | os.O_EXCL))
    except FileExistsError:
        return
    os.kill(os.getpid(), signal.SIGKILL)


class Deadly(ProcessPoolExecutor):
    """One of its processes is killed in the middle of the fourth task."""

    mark = ""
    given = 0

    def submit(self, fn: Any, /, *args: Any, **kwargs: Any) -> Any:
        self.given += 1
        return super().submit(_perhaps_deadly, self.mark if self.given == 4 else "", fn, *args, **kwargs)


def _perhaps_deadly(mark: str, fn: Any, *args: Any) -> Any:
    if mark:
        _die_once(mark)
    return fn(*args)


@pytest.mark.skipif(sys.platform == "win32", reason="signals are sent in another way there")
def test_a_killed_worker_loses_nothing(port: dt.Case, alone: dt.Sweep, tmp_path: Path) -> None:
    pytest.importorskip("pyarrow")
    with Deadly(2, mp_context=get_context("spawn")) as pool:
        pool.mark = str(tmp_path / "died")
        assert parts(dt.sweep(port, OVER, draws=DRAWS, on=pool, to=tmp_path / "kept", worlds_a_task=200)) == parts(alone)
    assert (tmp_path / "died").exists()
    assert_once(tmp_path / "kept")


def assert_once(folder: Path) -> None:
    """Every point and block is on disk, once."""
    import pyarrow.parquet

    table = pyarrow.concat_tables([pyarrow.parquet.read_table(file) for file in sorted((folder / "blocks").glob("*.parquet"))])
    cells = list(zip(table.column("point").to_pylist(), table.column("block").to_pylist()))
    assert len(cells) == len(set(cells)) == 7 * 200
    assert sum(table.column("draws").to_pylist()) == 7 * DRAWS
    assert not list((folder / "unfinished").iterdir())


DRIVER = """
import sys, time
import detente as dt
from python.tests.conftest import harbour
from python.tests.test_sweep import DRAWS, OVER
if __name__ == "__main__":
    def slowly(done, of):
        print(done, flush=True)
        time.sleep(0.1)
    dt.sweep(harbour(), OVER, draws=DRAWS, to=sys.argv[1], worlds_a_task=100, worlds=True, progress=slowly)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="signals are sent in another way there")
@pytest.mark.parametrize("end", [signal.SIGKILL, signal.SIGINT])
def test_a_killed_driver_goes_on_from_the_disk(port: dt.Case, alone: dt.Sweep, tmp_path: Path, root: Path, end: signal.Signals) -> None:
    pytest.importorskip("pyarrow")
    script, folder = tmp_path / "driver.py", tmp_path / "kept"
    script.write_text(DRIVER, encoding="utf-8")
    where = {**os.environ, "PYTHONPATH": os.pathsep.join([str(root), os.environ.get("PYTHONPATH", "")])}
    driver = subprocess.Popen([sys.executable, str(script), str(folder)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=where)
    assert driver.stdout is not None
    for _ in range(9):
        driver.stdout.readline()
    driver.send_signal(end)
    driver.wait(timeout=60)
    driver.stdout.close()
    done = sorted((folder / "blocks").glob("*.parquet"))
    assert 0 < len(done) < 28
    # A file that was cut off by the machine itself is done anew.
    done[0].write_bytes(done[0].read_bytes()[:100])
    written = {file: file.stat().st_mtime_ns for file in done[1:]}
    again = dt.sweep(port, OVER, draws=DRAWS, to=folder, worlds=True, worlds_a_task=77)
    assert parts(again) == parts(alone)
    assert written == {file: file.stat().st_mtime_ns for file in done[1:]}
    assert_once(folder)
    # Worlds as well, once each.
    import pyarrow.parquet

    table = pyarrow.concat_tables([pyarrow.parquet.read_table(file) for file in sorted((folder / "worlds").glob("*.parquet"))])
    assert len(set(zip(table.column("point").to_pylist(), table.column("draw").to_pylist()))) == table.num_rows == 7 * DRAWS
    with pytest.raises(ValueError, match="another sweep"):
        dt.sweep(port, OVER, draws=DRAWS + 1, to=folder)


def test_it_can_be_read_while_it_runs(port: dt.Case, tmp_path: Path) -> None:
    polars, duckdb = pytest.importorskip("polars"), pytest.importorskip("duckdb")
    heard: list[int] = []

    def look(done: int, of: int) -> None:
        if 0 < done < of and not heard:
            blocks = str(tmp_path / "kept" / "blocks" / "*.parquet")
            heard.append(polars.scan_parquet(blocks).select(polars.col("draws").sum()).collect().item())
            heard.append(duckdb.sql(f"select sum(draws) from '{blocks}'").fetchall()[0][0])
            heard.append(done)

    dt.sweep(port, OVER, draws=DRAWS, to=tmp_path / "kept", worlds_a_task=100, progress=look)
    assert heard[0] == heard[1] == heard[2]


def test_an_error_of_the_work_itself_ends_it(root: Path) -> None:
    # It has moves and no issues.
    nothing = dt.read(root / "cases" / "prisoners-dilemma-1950")
    with ThreadPoolExecutor(2) as pool, pytest.raises(dt.NoAnswer):
        dt.sweep({"nothing": nothing}, seeds=[1, 2], draws=10, worlds_a_task=5, on=pool)


# From the command line


def test_the_command_hands_over_and_says_when_it_cannot(root: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "detente", "sweep", str(root / "cases" / "cairo-2024"), "--over", "positions.israel.no_deal=0.3,0.4"]
    command += ["--draws", "50", "--on", "ray://127.0.0.1:1"]
    without = subprocess.run(command, capture_output=True, text=True, env={**os.environ, "DETENTE_PYTHON": "no-such-python"})
    assert without.returncode == 1 and "pip install" in without.stderr and "no-such-python" in without.stderr


def test_what_is_handed_over_is_answered(root: Path) -> None:
    from detente import _sweep_command

    asked: dict[str, Any] = {"case": str(root / "cases" / "cairo-2024"), "set": [["positions.hamas.no_deal", "0.3"]], "day": None, "draws": 50, "seed": 1}
    asked |= {"over": [["positions.israel.no_deal", ["0.3", "[0.3, 0.4]"]]], "on": None, "to": None}
    told = json.loads(_sweep_command.answer({**asked, "form": "json"}))
    assert [point["positions.israel.no_deal"] for point in told["points"]] == [None, "0.3", "[0.3, 0.4]"]
    assert _sweep_command.answer({**asked, "form": "csv"}).count("\n") == 3
    assert "as it stands" in _sweep_command.answer({**asked, "form": "text"})
