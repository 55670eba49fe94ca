//! The same question about many things at once, on all threads.
//!
//! What rayon makes of a closure is compiled again for each; here it is compiled for one, and everything else is passed to it.

use std::sync::OnceLock;

use rayon::prelude::*;

use crate::DealsError;

/// What `find` says of each number below `count`, in order.
pub(crate) fn each<T: Send + Sync>(count: usize, find: &(dyn Fn(usize) -> T + Sync)) -> Vec<T> {
    let found: Vec<OnceLock<T>> = (0..count).map(|_| OnceLock::new()).collect();
    spread(count, &|i| {
        // Nobody else has this place.
        let _ = found[i].set(find(i));
    });
    found.into_iter().filter_map(OnceLock::into_inner).collect()
}

/// What is gathered over all numbers below `count`, in any order: `gather` takes in one, `add` brings two gatherings together.
///
/// # Errors
/// The error about the first number, in its part, that has one.
pub(crate) fn gathered<A: Send + Sync>(
    count: usize,
    nothing: &(dyn Fn() -> A + Sync),
    gather: &(dyn Fn(&mut A, usize) -> Result<(), DealsError> + Sync),
    add: &dyn Fn(&mut A, A),
) -> Result<A, DealsError> {
    let part = count.div_ceil(rayon::current_num_threads() * PARTS_A_THREAD).max(1);
    let parts = each(count.div_ceil(part), &|k| {
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

fn spread(count: usize, run: &(dyn Fn(usize) + Sync)) {
    (0..count).into_par_iter().for_each(run);
}
