//! The same question about many things at once, on all threads, until somebody cancels.
//!
//! What rayon makes of a closure is compiled again for each; here it is compiled for one, and everything else is passed to it.
//!
//! What is cancelled inside a question unwinds, as [`Progress`] says, and rayon catches and raises that again at each of its joins. Were
//! every thing that is still to come to unwind in its turn, thousands of unwindings would make a cancellation late by tens of
//! milliseconds; so nothing more is begun once it was cancelled, and whoever asked unwinds once.

use std::sync::OnceLock;

use rayon::prelude::*;

use crate::Progress;

/// What `find` says of each number below `count`, in order. Does not return if the computation was cancelled.
///
/// ```
/// use detente_model::{Progress, side_by_side, unless_cancelled};
///
/// let progress = Progress::default();
/// assert_eq!(side_by_side::each(4, &progress, &|i| i * i), [0, 1, 4, 9]);
/// progress.cancel();
/// assert!(unless_cancelled(|| side_by_side::each(4, &progress, &|i| i * i)).is_err());
/// ```
pub fn each<T: Send + Sync>(count: usize, progress: &Progress, find: &(dyn Fn(usize) -> T + Sync)) -> Vec<T> {
    let found: Vec<OnceLock<T>> = (0..count).map(|_| OnceLock::new()).collect();
    spread(count, progress, &|i| {
        // Nobody else has this place.
        let _ = found[i].set(find(i));
    });
    found.into_iter().filter_map(OnceLock::into_inner).collect()
}

/// What is gathered over all numbers below `count`, in any order: `gather` takes in one, `add` brings two gatherings together. Does not
/// return if the computation was cancelled.
///
/// # Errors
/// The error about the first number, in its part, that has one.
pub fn gathered<A: Send + Sync, E: Send + Sync>(
    count: usize,
    progress: &Progress,
    nothing: &(dyn Fn() -> A + Sync),
    gather: &(dyn Fn(&mut A, usize) -> Result<(), E> + Sync),
    add: &dyn Fn(&mut A, A),
) -> Result<A, E> {
    let part = count.div_ceil(rayon::current_num_threads() * PARTS_A_THREAD).max(1);
    let parts = each(count.div_ceil(part), progress, &|k| {
        let mut gathering = nothing();
        (k * part..count.min((k + 1) * part)).try_for_each(|i| gather(&mut gathering, i)).map(|()| gathering)
    });
    let mut all = None;
    for gathering in parts {
        match &mut all {
            None => all = Some(gathering?),
            Some(all) => add(all, gathering?),
        }
    }
    Ok(all.unwrap_or_else(nothing))
}

/// Parts for each thread, so that none waits long for the last.
const PARTS_A_THREAD: usize = 8;

fn spread(count: usize, progress: &Progress, run: &(dyn Fn(usize) + Sync)) {
    (0..count).into_par_iter().take_any_while(|_| !progress.is_cancelled()).for_each(run);
    progress.go_on();
}
