//! A bar on standard error for whatever takes longer than a second.

use std::sync::OnceLock;
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressStyle};

/// Counts steps, and shows a bar once a second has passed. Nothing is shown where nobody watches.
pub struct Progress {
    steps: u64,
    /// Whether fewer steps may do.
    or_fewer: bool,
    started: Instant,
    done: std::sync::atomic::AtomicU64,
    bar: OnceLock<ProgressBar>,
}

impl Progress {
    const PATIENCE: Duration = Duration::from_secs(1);

    pub fn over(steps: u64) -> Self {
        Self { steps, or_fewer: false, started: Instant::now(), done: 0.into(), bar: OnceLock::new() }
    }

    /// Over at most so many steps.
    pub fn up_to(steps: u64) -> Self {
        let mut progress = Self::over(steps);
        progress.or_fewer = true;
        progress
    }

    /// One step more is done; may be called from any thread.
    pub fn step(&self) {
        let done = self.done.fetch_add(1, std::sync::atomic::Ordering::Relaxed) + 1;
        if let Some(bar) = self.bar.get() {
            bar.set_position(done);
        } else if self.started.elapsed() > Self::PATIENCE {
            self.bar.get_or_init(|| {
                let style = ProgressStyle::with_template(if self.or_fewer {
                    "{spinner} {pos} worlds, at most {len}"
                } else {
                    "{bar:40} {pos} of {len} worlds, {eta} left"
                });
                let bar = ProgressBar::new(self.steps);
                style.map_or_else(|_| bar.clone(), |style| bar.clone().with_style(style))
            });
        }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        if let Some(bar) = self.bar.get() {
            bar.finish_and_clear();
        }
    }
}
