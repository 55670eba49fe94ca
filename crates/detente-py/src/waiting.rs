//! Long work, with the interpreter free and a hand on the brake.
//!
//! The work runs on a thread of its own. The thread that called waits without holding the interpreter, and takes it a few dozen times a
//! second: to hear of Ctrl+C, and to tell whoever listens how far the work is. Either may end it, by raising; the work then leaves
//! at its next report, a few milliseconds later, and what was raised goes on to the caller.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, Condvar, Mutex, OnceLock, PoisonError};
use std::time::Duration;

use detente_model::Progress;
use pyo3::prelude::*;

use crate::refused::cannot_be;

/// How long the caller waits before it looks up.
const LOOKS_UP: Duration = Duration::from_millis(25);

/// Room for the stack of the work: as much as the main thread of a program has.
const STACK: usize = 8 << 20;

/// Runs `work` on another thread. `told` is called with the steps done and expected, as often as that changes but not more than the caller
/// looks up.
///
/// # Errors
/// What a signal or `told` raised.
pub(crate) fn for_answer<T: Send>(
    py: Python<'_>,
    progress: &Progress,
    told: Option<&Py<PyAny>>,
    work: impl FnOnce() -> T + Send,
) -> PyResult<T> {
    let (done, woken) = (Mutex::new(false), Condvar::new());
    let looked_up = || {
        let done = done.lock().unwrap_or_else(PoisonError::into_inner);
        let waited = woken.wait_timeout_while(done, LOOKS_UP, |done| !*done);
        *waited.unwrap_or_else(PoisonError::into_inner).0
    };
    let in_a_thread = || {
        let found = catch_unwind(AssertUnwindSafe(|| match forked_off() {
            Some(thread) => thread.install(work),
            None => work(),
        }));
        *done.lock().unwrap_or_else(PoisonError::into_inner) = true;
        woken.notify_all();
        found
    };
    let mut last = (progress.done(), progress.expected());
    let mut tell = |py: Python<'_>| -> PyResult<()> {
        let now = (progress.done(), progress.expected());
        if now != std::mem::replace(&mut last, now)
            && let Some(told) = told
        {
            told.call1(py, now)?;
        }
        Ok(())
    };
    let (raised, found) = std::thread::scope(|scope| {
        let started = std::thread::Builder::new().stack_size(STACK).spawn_scoped(scope, in_a_thread);
        let worker = match started {
            Ok(worker) => worker,
            Err(why) => return (Err(cannot_be(py, &why)), None),
        };
        let mut raised = Ok(());
        while !py.detach(looked_up) {
            raised = py.check_signals().and_then(|()| tell(py));
            if raised.is_err() {
                progress.cancel();
                break;
            }
        }
        let found = py.detach(|| worker.join());
        (raised, Some(found))
    });
    raised?;
    match found {
        Some(Ok(Ok(found))) => {
            tell(py)?;
            Ok(found)
        }
        _ => Err(cannot_be(py, &"the computation broke off")),
    }
}

/// In a process that was forked off one that had computed before: a thread of its own to compute on.
///
/// Such a process, a worker of a `multiprocessing` pool on Linux, has none of the threads of its parent, and would wait for ever for work that
/// it gives to these. One thread does, as there is one such process a core; with one, no work is ever taken up in the middle of other work
/// whose answer it waits for.
fn forked_off() -> Option<Arc<rayon::ThreadPool>> {
    static FIRST: OnceLock<u32> = OnceLock::new();
    static THREAD: Mutex<Option<(u32, Arc<rayon::ThreadPool>)>> = Mutex::new(None);
    let here = std::process::id();
    if *FIRST.get_or_init(|| here) == here {
        return None;
    }
    let mut thread = THREAD.lock().unwrap_or_else(PoisonError::into_inner);
    match &*thread {
        Some((process, thread)) if *process == here => Some(Arc::clone(thread)),
        _ => {
            let own = rayon::ThreadPoolBuilder::new()
                .num_threads(1)
                .stack_size(STACK)
                .build()
                .ok()
                .map(Arc::new)?;
            // That of the parent, if it was forked off itself, cannot be ended here.
            std::mem::forget(thread.replace((here, Arc::clone(&own))));
            Some(own)
        }
    }
}
