"""A sweep on a real cluster of Ray: three nodes on this machine, one of which is killed in the middle."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any, Iterator

import pytest

import detente as dt

# Nothing is opened but on 127.0.0.1: Ray would take an address of this machine that others can reach.
os.environ.setdefault("RAY_ENABLE_WINDOWS_OR_OSX_CLUSTER", "0")
os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")
pytest.importorskip("ray")
pytest.importorskip("grpc")
pytest.importorskip("pyarrow")

OVER = {"positions.israel.no_deal": [0.2, 0.4, [0.3, 0.5]], "positions.hamas.no_deal": [0.3, 0.4]}
NODE = {"num_cpus": 1, "node_ip_address": "127.0.0.1", "object_store_memory": 80_000_000}


@pytest.fixture(scope="module")
def cluster() -> Iterator[Any]:
    from ray.cluster_utils import Cluster

    # The port of those who speak to a cluster from elsewhere.
    with socket.create_server(("127.0.0.1", 0)) as free:
        client = free.getsockname()[1]
    cluster: Any = Cluster(initialize_head=True, head_node_args={**NODE, "include_dashboard": False, "ray_client_server_port": client})
    cluster.client = client
    try:
        for _ in range(2):
            cluster.add_node(wait=False, **NODE)
        cluster.wait_for_nodes()
        yield cluster
    finally:
        cluster.shutdown()


def test_a_killed_node_loses_nothing(cairo: dt.Case, cluster: Any, tmp_path: Path, root: Path) -> None:
    draws = 3000
    alone = dt.sweep(cairo, OVER, draws=draws)
    doomed = list(cluster.worker_nodes)[0]
    killed: list[threading.Thread] = []

    def kill(done: int, of: int) -> None:
        if done >= of / 4 and not killed:
            killed.append(threading.Thread(target=cluster.remove_node, args=(doomed,), kwargs={"allow_graceful": False}))
            killed[0].start()

    swept = dt.sweep(cairo, OVER, draws=draws, on=cluster.address, to=tmp_path / "kept", worlds_a_task=500, progress=kill)
    killed[0].join()
    assert [table._table.parts() for table in (swept.points, swept.effects, swept.shares)] == [
        table._table.parts() for table in (alone.points, alone.effects, alone.shares)
    ]
    import pyarrow.parquet

    table = pyarrow.concat_tables([pyarrow.parquet.read_table(file) for file in sorted((tmp_path / "kept" / "blocks").glob("*.parquet"))])
    assert len(set(zip(table.column("point").to_pylist(), table.column("block").to_pylist()))) == table.num_rows == 7 * 200

    # The same from the command line, on the two nodes that are left.
    command = [sys.executable, "-m", "detente", "sweep", str(root / "cases" / "cairo-2024"), "--draws", "200", "--json"]
    command += ["--over", "positions.israel.no_deal=0.2,0.4", "--on", f"ray://127.0.0.1:{cluster.client}"]
    told = subprocess.run(command, capture_output=True, text=True)
    assert told.returncode == 0, told.stderr
    expected = dt.sweep(cairo, {"positions.israel.no_deal": [0.2, 0.4]}, draws=200).points
    assert json.loads(told.stdout)["points"] == [dict(zip(expected.columns, row)) for row in expected]


def test_a_cluster_that_could_not_let_somebody_in_is_asked_again() -> None:
    from detente._ray import KNOCKS, NOT_BEGUN, _enter

    class Ray:
        def __init__(self, failures: int, why: str) -> None:
            self.failures, self.why, self.knocks = failures, why, 0

        def init(self, **how: Any) -> None:
            self.knocks += 1
            if self.knocks <= self.failures:
                raise ConnectionAbortedError(self.why)

        def shutdown(self) -> None:
            pass

    late = Ray(KNOCKS - 1, f"Initialization failure from server: {NOT_BEGUN}. See the logs.")
    _enter(late, address="ray://head:10001")
    assert late.knocks == KNOCKS
    for failures, why, knocks in [(KNOCKS, NOT_BEGUN, KNOCKS), (1, "the versions differ", 1)]:
        never = Ray(failures, why)
        with pytest.raises(ConnectionAbortedError, match=why):
            _enter(never, address="ray://head:10001")
        assert never.knocks == knocks
