"""What takes long: seen, ended, and out of the way of other threads; and how quickly the package is there."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time

import pytest

import detente as dt

MANY = 3_000_000


def test_who_listens_hears_how_far_it_is(cairo: dt.Case) -> None:
    heard: list[tuple[int, int]] = []
    cairo.sit(draws=20_000, seed=2, progress=lambda done, of: heard.append((done, of))).worlds(find="zone")
    assert heard and heard[-1] == (20_000, 20_000)
    assert heard == sorted(heard)


def test_who_listens_can_end_it_and_ask_again(cairo: dt.Case) -> None:
    class Enough(Exception):
        pass

    told = 0

    def listener(done: int, of: int) -> None:
        nonlocal told
        told += 1
        if told == 2:
            raise Enough

    sitting = cairo.sit(draws=MANY, seed=3, progress=listener)
    with pytest.raises(Enough):
        sitting.worlds(find="zone")
    # It is not of less use afterwards.
    assert len(sitting.worlds(find="zone", count=10)) == 10


@pytest.mark.skipif(sys.platform == "win32", reason="signals are sent in another way there")
def test_ctrl_c_ends_it_within_a_tenth_of_a_second(cairo: dt.Case) -> None:
    sitting = cairo.sit(draws=MANY, seed=4, progress=False)
    sitting.worlds(count=1)
    sent: list[float] = []

    def interrupt() -> None:
        time.sleep(0.5)
        sent.append(time.perf_counter())
        os.kill(os.getpid(), signal.SIGINT)

    latencies = []
    for question in (lambda: sitting.worlds(), lambda: sitting.deals, lambda: sitting.worlds(find="inputs")):
        thread = threading.Thread(target=interrupt)
        thread.start()
        with pytest.raises(KeyboardInterrupt):
            question()
        latencies.append(time.perf_counter() - sent[-1])
        thread.join()
    # On a machine that does nothing else a tenth of a second holds for each; one that is busy may oversleep.
    assert min(latencies) < 0.1 and max(latencies) < 1.0, latencies


def test_other_threads_go_on_meanwhile(cairo: dt.Case) -> None:
    sitting = cairo.sit(draws=60_000, seed=5, progress=False)
    counted = 0
    done = threading.Event()

    def count() -> None:
        nonlocal counted
        while not done.is_set():
            counted += 1
            time.sleep(0.001)

    thread = threading.Thread(target=count)
    thread.start()
    began = time.perf_counter()
    sitting.worlds(find="zone")
    took = time.perf_counter() - began
    done.set()
    thread.join()
    assert counted > 20 * took


def test_threads_may_ask_the_same_sitting(cairo: dt.Case) -> None:
    sitting = cairo.sit(draws=500, seed=6, progress=False)
    found: list[object] = []
    threads = [threading.Thread(target=lambda: found.append(sitting.deals.to_dict())) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(found) == 4 and all(one == found[0] for one in found)


def test_the_package_is_there_at_once() -> None:
    # Time on the processor: how long a busy machine lets it wait is not its own.
    measure = "import time; began = time.process_time(); import detente; print(time.process_time() - began)"
    took = [float(subprocess.run([sys.executable, "-c", measure], check=True, capture_output=True, text=True).stdout) for _ in range(5)]
    assert min(took) < 0.05, took


def test_it_needs_no_other_package() -> None:
    alone = "import sys; import detente; print([name for name in ('numpy', 'pyarrow', 'pandas', 'polars') if name in sys.modules])"
    assert subprocess.run([sys.executable, "-c", alone], check=True, capture_output=True, text=True).stdout == "[]\n"


def test_the_command_comes_along() -> None:
    def run(*arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run([sys.executable, "-m", "detente", *arguments], capture_output=True, text=True)

    assert run("--version").stdout == f"detente {dt.__version__}\n"
    assert run("check", "nothing-here").returncode == 1
    assert run("deals").returncode == 2
    assert "workbench" in run("serve", "--help").stdout
