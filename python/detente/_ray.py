"""An executor on a cluster of Ray."""

from __future__ import annotations

import threading
from concurrent.futures import Executor, Future
from typing import Any, Callable, Dict, Optional, TypeVar

from ._errors import DetenteError

T = TypeVar("T")

# How often a cluster is asked to let somebody in. The proxy of a Ray client begins a process for each; now and then that one dies between its fork
# and its first step, and the next one does not.
KNOCKS = 3
NOT_BEGUN = "Starting Ray client server failed"


def _enter(ray: Any, **how: Any) -> None:
    for knock in range(1, KNOCKS + 1):
        try:
            ray.init(**how)
            return
        except (ConnectionError, RuntimeError) as error:
            if knock == KNOCKS or NOT_BEGUN not in str(error):
                raise
            ray.shutdown()


class RayExecutor(Executor):
    """Gives work to a cluster of [Ray](https://docs.ray.io): `detente.sweep(…, on=detente.RayExecutor("ray://head:10001"))`.

    Every node needs Python, Ray and this package in the same versions as here. Work whose worker or node dies is given out again by Ray, and
    by the sweep where Ray gives up. `detente.sweep(…, on="ray://head:10001")` makes one and closes it.

    Args:
        address: `"ray://host:10001"` for a cluster elsewhere, `"host:6379"` from one of its machines; without it the cluster that runs on
            this machine or that the environment names in `RAY_ADDRESS`.
        cpus: How many processors a piece of work is counted as.
        **init: What `ray.init` is called with besides, as `runtime_env`.
    """

    def __init__(self, address: Optional[str] = None, *, cpus: float = 1, **init: Any) -> None:
        try:
            import ray
        except ImportError as error:
            raise ImportError(f"a sweep on a cluster takes Ray: pip install 'detente[ray]' ({error})") from None
        self._ray: Any = ray
        self._began = not ray.is_initialized()
        if self._began:
            _enter(ray, address=address or "auto", log_to_driver=False, **{"logging_level": "WARNING", **init})
        self._work = ray.remote(num_cpus=cpus, max_retries=3, retry_exceptions=False)(_call)
        self._cpus = cpus
        self._lock = threading.Lock()
        self._flying: Dict[Any, Any] = {}
        self._closed = False
        try:
            self._same_version()
        except BaseException:
            self.shutdown(wait=False)
            raise

    def _same_version(self) -> None:
        from ._detente import __version__

        try:
            there = self._ray.get(self._work.remote(_version, (), {}))
        except Exception as error:
            raise DetenteError(f"a worker of the cluster cannot use the package `detente`: {error}") from error
        if there != __version__:
            raise DetenteError(f"the cluster has detente {there} and this machine {__version__}; a sweep takes the same on both")

    @property
    def workers(self) -> int:
        """How many pieces of work the cluster does at a time, at this moment."""
        return max(1, int(self._ray.cluster_resources().get("CPU", 1) / self._cpus))

    def submit(self, fn: Callable[..., T], /, *args: Any, **kwargs: Any) -> Future[T]:
        """Gives out one call."""
        if self._closed:
            raise RuntimeError("the executor was shut down")
        ref = self._work.remote(fn, args, kwargs)
        inner: Future[Any] = ref.future()
        outer: Future[T] = Future()
        outer.set_running_or_notify_cancel()
        with self._lock:
            self._flying[outer] = ref

        def arrived(inner: Future[Any]) -> None:
            with self._lock:
                self._flying.pop(outer, None)
            error = inner.exception()
            if error is None:
                outer.set_result(inner.result())
            else:
                outer.set_exception(_told(error))

        inner.add_done_callback(arrived)
        return outer

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """Takes no more work, and leaves the cluster if this executor joined it. What was given out is waited for, or taken back."""
        self._closed = True
        with self._lock:
            left = list(self._flying.items())
        if wait and not cancel_futures:
            for future, _ in left:
                future.exception()
        else:
            for _, ref in left:
                self._ray.cancel(ref, force=False)
        if self._began:
            self._began = False
            self._ray.shutdown()


def _call(fn: Callable[..., Any], args: Any, kwargs: Any) -> Any:
    return fn(*args, **kwargs)


def _version() -> str:
    from ._detente import __version__

    return __version__


def _told(error: BaseException) -> BaseException:
    """What Ray raised: the error of the work itself, or that its worker is lost."""
    from ray import exceptions

    from ._sweep_run import Lost

    if isinstance(error, exceptions.RayTaskError):
        cause = getattr(error, "cause", None)
        return cause if isinstance(cause, BaseException) else error
    if isinstance(error, exceptions.RayError):
        return Lost(str(error))
    return error
