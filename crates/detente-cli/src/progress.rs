//! A bar on standard error for whatever takes longer than a second.

use std::sync::{Arc, OnceLock};
use std::time::{Duration, Instant};

use detente_model::Progress;

use indicatif::{ProgressBar, ProgressStyle};

/// Shows how far a computation is once a second has passed; the bar goes when this is dropped. Nothing is shown where nobody watches.
pub struct Bar {
    shown: Arc<OnceLock<ProgressBar>>,
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
        let shown = Arc::new(OnceLock::<ProgressBar>::new());
        let (started, bar) = (Instant::now(), Arc::clone(&shown));
        let progress = Progress::heard(move |done, expected| {
            if let Some(bar) = bar.get() {
                bar.set_length(expected.max(done));
                bar.set_position(done);
            } else if started.elapsed() > PATIENCE {
                bar.get_or_init(|| {
                    let style = ProgressStyle::with_template(&format!(
                        "{{bar:40}} {{pos}} of {{len}} {what}, {{eta}} left"
                    ));
                    let bar = ProgressBar::new(expected.max(done));
                    style.map_or_else(|_| bar.clone(), |style| bar.clone().with_style(style))
                });
            }
        });
        (Self { shown }, progress)
    }
}

impl Drop for Bar {
    fn drop(&mut self) {
        if let Some(bar) = self.shown.get() {
            bar.finish_and_clear();
        }
    }
}
