"""A sweep of Cairo on clusters of Ray of one, two and three nodes on this machine; prints the rows of `bench/ray.md`.

    pip install '.[ray]' psutil
    python bench/ray_sweep.py                                        # 200 variants, 2,000 worlds each: a minute on two cores
    python bench/ray_sweep.py --worlds 1000000 --to FOLDER           # the whole job; the same again goes on where it was ended
    python bench/ray_sweep.py --worlds 1000000 --nodes 3             # on three nodes alone
    python bench/ray_sweep.py --worlds 10000 --processes 2           # on processes of this machine, without Ray

Nodes are processes of this machine that open nothing but 127.0.0.1, each with one core to give. What is measured: the clock from the first task
given out to the last taken in; the processor time of the workers, which other work on the machine does not touch; and that of the driver,
which is what bounds a large cluster.
"""

import argparse
import json
import multiprocessing
import os
import platform
import resource
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor
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
    """Processor time and memory of the workers that this process started: seconds, and bytes of the largest of them."""
    import psutil

    seconds, largest = 0.0, 0
    for process in psutil.process_iter(["cmdline", "cpu_times", "memory_info", "ppid"]):
        told = process.info
        is_worker = told["ppid"] == os.getpid() or told["cmdline"] and told["cmdline"][0].startswith("ray::")
        if is_worker and told["cpu_times"]:
            seconds += told["cpu_times"].user + told["cpu_times"].system
            largest = max(largest, told["memory_info"].rss)
    return seconds, largest


def measured(case, on, worlds, a_task, to=None, variants=VARIANTS):
    marks, tasks = [], 0

    def tell(done, of):
        nonlocal tasks
        tasks += 1
        # To ask for the workers' time takes longer than a task takes the driver: at the ends alone.
        if not marks or done == of:
            marks.append((time.perf_counter(), own(), *of_workers(), done))

    swept = dt.sweep(case, variants, draws=worlds, on=on, worlds_a_task=a_task, to=to, progress=tell)
    (began, cpu, workers, _, ready), (ended, cpu_after, workers_after, largest, done) = marks[0], marks[-1]
    return swept, {
        "worlds": done - ready,
        "tasks": tasks - 1,
        "seconds": ended - began,
        "driver": cpu_after - cpu,
        "driver_megabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000,
        "workers": workers_after - workers,
        "worker_megabytes": largest / 1e6,
    }


def main():
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--worlds", type=int, default=2000, help="worlds of each variant")
    asked.add_argument("--a-task", type=int, help="worlds a task; by default as many as take two seconds")
    asked.add_argument("--nodes", type=int, nargs="+", default=[1, 2, 3], help="on clusters of so many nodes, ascending")
    asked.add_argument("--processes", type=int, help="on so many processes of this machine, without Ray")
    asked.add_argument("--to", type=Path, help="keep finished tasks in this folder, a folder for each number of nodes, and go on from there")
    how = asked.parse_args()

    case = dt.read(ROOT / "cases" / "cairo-2024")
    print(f"{platform.processor() or platform.machine()}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}, Python {platform.python_version()}")
    few = {name: values[:4] for name, values in VARIANTS.items()}
    began, some = own(), min(how.worlds, 2000)
    dt.sweep(case, VARIANTS, draws=some, worlds_a_task=how.a_task)
    print(f"one process, one thread: {(own() - began) / (201 * some) * 1e6:.2f} µs of processor a world", flush=True)

    def folder(name):
        return None if how.to is None else how.to / name

    if how.processes:
        with ProcessPoolExecutor(how.processes, mp_context=multiprocessing.get_context("spawn")) as on:
            dt.sweep(case, few, draws=200, on=on, worlds_a_task=400)
            swept, found = measured(case, on, how.worlds, how.a_task, folder(f"processes-{how.processes}"))
        print(json.dumps({"processes": how.processes, **found}), flush=True)
        return tables(swept)
    from ray.cluster_utils import Cluster

    cluster = Cluster(initialize_head=True, head_node_args={**NODE, "include_dashboard": False})
    expected, there = None, 1
    try:
        for nodes in how.nodes:
            while there < nodes:
                cluster.add_node(**NODE)
                there += 1
            with dt.RayExecutor(cluster.address) as on:
                # The workers start, and read the case.
                dt.sweep(case, few, draws=200, on=on, worlds_a_task=400)
                swept, found = measured(case, on, how.worlds, how.a_task, folder(f"nodes-{nodes}"))
                found["nodes"] = nodes
                print(json.dumps(found), flush=True)
                told = swept.points._table.parts()
                assert expected is None or told == expected, "other bytes on another number of nodes"
                expected = told
                if nodes == how.nodes[-1]:
                    with tempfile.TemporaryDirectory() as kept:
                        # Tasks of next to no work: what one costs the driver, without and with its file.
                        for to in (None, Path(kept) / "kept"):
                            _, small = measured(case, on, 50, 50, to)
                            print(json.dumps({"files": to is not None, **small}), flush=True)
    finally:
        cluster.shutdown()
    tables(swept)


def tables(swept):
    began = own()
    _ = (swept.points, swept.effects, swept.shares)
    print(f"the tables of {len(swept)} points: {own() - began:.2f} s of processor")


if __name__ == "__main__":
    main()
