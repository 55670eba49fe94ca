"""A sweep of Cairo on clusters of Ray of one, two and three nodes on this machine; prints the rows of `bench/ray.md`.

    pip install '.[ray]' psutil
    python bench/ray_sweep.py                     # 200 variants, 2,000 worlds each: some minutes on two cores
    python bench/ray_sweep.py --worlds 1000000    # the whole job

Nodes are processes of this machine that open nothing but 127.0.0.1, each with one core to give. What is measured: the clock from the first task
given out to the last taken in; the processor time of the workers, which other work on the machine does not touch; and that of the driver,
which is what bounds a large cluster.
"""

import argparse
import json
import os
import platform
import resource
import tempfile
import time
from pathlib import Path

os.environ["RAY_ENABLE_WINDOWS_OR_OSX_CLUSTER"] = "0"
os.environ["RAY_USAGE_STATS_ENABLED"] = "0"
os.environ["RAYON_NUM_THREADS"] = "1"

import detente as dt

ROOT = Path(__file__).resolve().parent.parent
NODE = {"num_cpus": 1, "node_ip_address": "127.0.0.1", "object_store_memory": 80_000_000}
VARIANTS = {"positions.israel.no_deal": dt.linspace(0.2, 0.6, 20), "positions.hamas.no_deal": dt.linspace(0.2, 0.6, 10)}


def own():
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


def of_workers():
    """Processor time of the workers that this process started."""
    import psutil

    total = 0.0
    for process in psutil.process_iter(["cmdline", "cpu_times"]):
        told = process.info
        if told["cmdline"] and told["cmdline"][0].startswith("ray::") and told["cpu_times"]:
            total += told["cpu_times"].user + told["cpu_times"].system
    return total


def measured(case, on, worlds, a_task, to=None, variants=VARIANTS):
    marks, tasks = [], 0

    def tell(done, of):
        nonlocal tasks
        tasks += done > 0
        # To ask for the workers' time takes longer than a task takes the driver: at the ends alone.
        if done == 0:
            workers = of_workers()
            marks.append((time.perf_counter(), own(), workers, done))
        elif done == of:
            marks.append((time.perf_counter(), own(), of_workers(), done))

    swept = dt.sweep(case, variants, draws=worlds, on=on, worlds_a_task=a_task, to=to, progress=tell)
    (began, cpu, workers, _), (ended, cpu_after, workers_after, done) = marks[0], marks[-1]
    return swept, {"worlds": done, "tasks": tasks, "seconds": ended - began, "driver": cpu_after - cpu, "workers": workers_after - workers}


def main():
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--worlds", type=int, default=2000, help="worlds of each variant")
    asked.add_argument("--a-task", type=int, default=20_000, help="worlds a task")
    how = asked.parse_args()
    from ray.cluster_utils import Cluster

    case = dt.read(ROOT / "cases" / "cairo-2024")
    print(f"{platform.processor() or platform.machine()}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}, Python {platform.python_version()}")
    few = {name: values[:4] for name, values in VARIANTS.items()}
    began = own()
    dt.sweep(case, few, draws=how.worlds, worlds_a_task=how.a_task)
    print(f"one process, one thread: {(own() - began) / (17 * how.worlds) * 1e6:.1f} µs of processor a world", flush=True)

    cluster = Cluster(initialize_head=True, head_node_args={**NODE, "include_dashboard": False})
    expected = None
    try:
        for nodes in (1, 2, 3):
            if nodes > 1:
                cluster.add_node(**NODE)
            with dt.RayExecutor(cluster.address) as on:
                # The workers start, and read the case.
                dt.sweep(case, few, draws=200, on=on, worlds_a_task=400)
                swept, found = measured(case, on, how.worlds, how.a_task)
                found["nodes"] = nodes
                print(json.dumps(found), flush=True)
                told = swept.points._table.parts()
                assert expected is None or told == expected, "other bytes on another number of nodes"
                expected = told
                if nodes == 3:
                    with tempfile.TemporaryDirectory() as folder:
                        # Tasks of next to no work: what one costs the driver, without and with its file.
                        for to in (None, Path(folder) / "kept"):
                            _, small = measured(case, on, 50, 50, to)
                            print(json.dumps({"files": to is not None, **small}), flush=True)
    finally:
        cluster.shutdown()
    began = own()
    _ = (swept.points, swept.effects, swept.shares)
    print(f"the tables of {len(swept)} points: {own() - began:.2f} s of processor")


if __name__ == "__main__":
    main()
