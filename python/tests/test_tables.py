"""Tables: what data frames make of them, and that tables of parts are parts of the table."""

from __future__ import annotations

import csv
import io
import os
import pickle
from pathlib import Path

import pytest

import detente as dt
from detente import _tasks

from test_sitting import command


def test_the_worlds_are_those_that_the_command_writes(root: Path, sitting: dt.Sitting, tmp_path: Path) -> None:
    command("deals", root / "cases" / "cairo-2024", "--draws", 200, "--worlds", tmp_path / "worlds.csv")
    written = list(csv.DictReader(io.StringIO((tmp_path / "worlds.csv").read_text())))
    table = sitting.worlds()
    assert table.columns == list(written[0])
    assert len(table) == len(written) == 200
    for row, line in zip(table.rows(), written):
        for name, cell in zip(table.columns, row):
            if isinstance(cell, bool):
                assert line[name] == str(cell).lower()
            elif isinstance(cell, (int, float)):
                assert float(line[name]) == cell
            else:
                assert line[name] == (cell or "")


def test_polars_reads_a_table(sitting: dt.Sitting) -> None:
    polars = pytest.importorskip("polars")
    table = sitting.worlds()
    frame = polars.DataFrame(table)
    assert frame.shape == table.shape
    assert frame.equals(table.to_polars())
    assert frame["zone_exists"].mean() == pytest.approx(sitting.deals.zone_probability.value, abs=0)
    assert frame["best.truce"].dtype == polars.Float64
    assert sitting.packages.to_polars()["letter"].to_list()[:2] == ["A", "B"]


@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="asks Linux how much memory is used")
def test_polars_copies_no_numbers(cairo: dt.Case) -> None:
    polars = pytest.importorskip("polars")

    def used() -> int:
        return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")

    polars.DataFrame(cairo.sit(draws=10, progress=False).worlds(find="inputs"))
    table = cairo.sit(draws=100_000, progress=False).worlds(find="inputs")
    before = used()
    frame = polars.DataFrame(table)
    assert frame.estimated_size() > 50_000_000
    assert used() - before < 10_000_000


def test_pandas_reads_a_table(sitting: dt.Sitting) -> None:
    pandas = pytest.importorskip("pandas")
    pytest.importorskip("pyarrow")
    table = sitting.worlds()
    frame = table.to_pandas()
    assert isinstance(frame, pandas.DataFrame) and frame.shape == table.shape
    margins = [row[table.columns.index("margin")] for row in table]
    assert [None if pandas.isna(margin) else margin for margin in frame["margin"]] == margins
    assert list(frame["best.release"].cat.categories) == ["all at once", "most at once", "three stages", "six stages"]


def test_pyarrow_reads_a_table_where_it_stands(sitting: dt.Sitting) -> None:
    pyarrow = pytest.importorskip("pyarrow")
    table = sitting.worlds()
    first, second = pyarrow.table(table), table.to_arrow()
    assert first == second and first.num_rows == 200
    address = [one.column("margin").chunk(0).buffers()[1].address for one in (first, second)]
    assert address[0] == address[1], "both look at the same memory: nothing was copied"


def test_duckdb_reads_a_table(sitting: dt.Sitting) -> None:
    duckdb = pytest.importorskip("duckdb")
    pytest.importorskip("pyarrow")
    worlds = sitting.worlds().to_arrow()
    share = duckdb.sql("select avg(zone_exists::int) from worlds").fetchall()
    assert worlds.num_rows == 200 and share == [(pytest.approx(sitting.deals.zone_probability.value),)]


def test_numpy_sees_columns_as_arrays(sitting: dt.Sitting) -> None:
    numpy = pytest.importorskip("numpy")
    worlds = sitting.worlds()
    margin = worlds.column("margin")
    assert margin.shape == (200,) and margin.dtype == numpy.float64
    both = worlds.to_numpy(["margin", "zone_exists"])
    assert both.shape == (200, 2) and numpy.array_equal(both[:, 0], margin, equal_nan=True)
    assert numpy.nanmean(both[:, 1]) == sitting.deals.zone_probability.value
    with pytest.raises(KeyError):
        worlds.column("nothing")
    with pytest.raises(dt.AskedAmiss):
        worlds.column("best.release")


def test_a_world_as_arrays(cairo: dt.Case) -> None:
    numpy = pytest.importorskip("numpy")
    scenario = cairo.scenario()
    assert scenario.parties == ["israel", "hamas"]
    assert scenario.values.shape == (len(scenario.packages), 2)
    assert scenario.packages.shape == (numpy.prod(scenario.shape), len(scenario.issues))
    # No interactions between options in this case: the worth of a package is the weighted sum of its options.
    for party in range(2):
        summed = sum(
            scenario.weights[party, issue] * scenario.option_values[issue][party, scenario.packages[:, issue]]
            for issue in range(len(scenario.issues))
        )
        assert numpy.allclose(summed, scenario.values[:, party], atol=1e-6)
    signs = scenario.acceptable
    assert (scenario.values[signs] >= scenario.no_deal - 1e-9).all()
    assert not scenario.feasible.all() and (scenario.feasible | ~signs).all()
    assert scenario.package(0)["release"] == "all at once"
    drawn = cairo.scenario(draw=3, seed=5)
    assert not numpy.array_equal(drawn.values, scenario.values)


def test_the_frontier_is_what_nothing_betters(port: dt.Case) -> None:
    numpy = pytest.importorskip("numpy")
    scenario, frontier = port.scenario(), port.sit(draws=10).deals.frontier
    values = scenario.values
    bettered = [(values >= one).all(axis=1) & (values > one).any(axis=1) for one in values]
    best = {tuple(one) for one, by in zip(values, bettered) if not by.any()}
    assert {tuple(row) for row in frontier.to_numpy(["value.port", "value.union"])} == best
    assert numpy.array_equal(port.sit(draws=10).deals.all_packages.to_numpy(["value.port", "value.union"]), values)


def test_tables_of_parts_are_parts_of_the_table(cairo: dt.Case) -> None:
    whole = _tasks.run(cairo.text, None, 0, 600, 7)
    assert whole == cairo.sit(draws=600, seed=7).worlds(find="margin")
    for cut in (1, 255, 256, 257, 599):
        parts = [_tasks.run(cairo.text, None, 0, cut, 7), _tasks.run(cairo.text, {}, cut, 600 - cut, 7)]
        assert [row for part in parts for row in part] == list(whole)
    assert len(_tasks.run(cairo.text, None, 5, 0, 7)) == 0


def test_settings_of_a_task(port: dt.Case) -> None:
    path = "positions.port.no_deal"
    found = _tasks.run(port.text, {"set": {path: 0.5}, "find": "zone", "numbers": [path]}, 0, 10, 1)
    assert found.columns == ["draw", path, "zone_exists"]
    assert {row[1] for row in found} == {0.5}
    with pytest.raises(ValueError, match="no setting"):
        _tasks.run(port.text, {"seed": 1}, 0, 10, 1)


def test_tables_travel(sitting: dt.Sitting) -> None:
    for table in (sitting.worlds(), sitting.packages, sitting.deals.frontier):
        again = pickle.loads(pickle.dumps(table))
        assert again == table and list(again) == list(table)
        pyarrow = pytest.importorskip("pyarrow")
        assert pyarrow.table(again).schema == pyarrow.table(table).schema
    with pytest.raises(ValueError):
        pickle.loads(pickle.dumps(sitting.packages).replace(b"numbers", b"nombres"))


def test_a_table_shows_its_first_rows(sitting: dt.Sitting) -> None:
    worlds = sitting.worlds()
    assert "200 rows, of which the first 10" in worlds._repr_html_()
    assert repr(worlds).startswith("<Table of 200 rows and ")
