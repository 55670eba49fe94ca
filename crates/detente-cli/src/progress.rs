//! A bar on standard error for whatever takes longer than a second.

use std::sync::{Arc, OnceLock};
use std::time::{Duration, Instant};

use detente_model::Progress;

use indicatif::{ProgressBar, ProgressStyle};

/// Shows how many steps are done once a second has passed; the bar goes when this is dropped. Nothing is shown where nobody watches.
pub struct Steps {
    /// What is done in each step: `worlds`, `judged`.
    of_what: &'static str,
    started: Instant,
    shown: OnceLock<ProgressBar>,
}

impl Steps {
    /// No step yet.
    pub fn new(of_what: &'static str) -> Self {
        Self { of_what, started: Instant::now(), shown: OnceLock::new() }
    }

    /// So many steps are done of those that there are, as far as known.
    pub fn moved(&self, done: u64, expected: u64) {
        if let Some(bar) = self.shown.get() {
            bar.set_length(expected.max(done));
            bar.set_position(done);
        } else if self.started.elapsed() > PATIENCE {
            self.shown.get_or_init(|| {
                let template = format!("{{bar:40}} {{pos}} of {{len}} {}, {{eta}} left", self.of_what);
                let style = ProgressStyle::with_template(&template);
                let bar = ProgressBar::new(expected.max(done));
                style.map_or_else(|_| bar.clone(), |style| bar.clone().with_style(style))
            });
        }
    }
}

impl Steps {
    /// Takes the bar away.
    fn cleared(&self) {
        if let Some(bar) = self.shown.get() {
            bar.finish_and_clear();
        }
    }
}

impl Drop for Steps {
    fn drop(&mut self) {
        self.cleared();
    }
}

/// The steps of a sitting, which are worlds. The bar goes when this is dropped, though the sitting goes on.
pub struct Bar {
    shown: Arc<Steps>,
}

impl Drop for Bar {
    fn drop(&mut self) {
        self.shown.cleared();
    }
}

/// How long nothing is shown.
const PATIENCE: Duration = Duration::from_secs(1);

impl Bar {
    /// A bar of worlds, and the progress that moves it.
    pub fn new() -> (Self, Progress) {
        Self::of("worlds")
    }

    /// The same of other things, by their name.
    pub fn of(what: &'static str) -> (Self, Progress) {
        let shown = Arc::new(Steps::new(what));
        let moving = Arc::clone(&shown);
        (Self { shown }, Progress::heard(move |done, expected| moving.moved(done, expected)))
    }
}
