//! What one change of a package would do to the three tests.

use detente_deals::DealSpace;
use detente_model::{Case, IssueId, Package, Progress, Worlds};

use super::trial::results;
use super::{Gain, Results, Test, TestsError, together};
use crate::words;

/// A package that differs from the best one on a single issue.
#[derive(Debug, Clone, PartialEq)]
pub struct Change {
    /// The issue.
    pub issue: IssueId,
    /// The option taken instead.
    pub option: usize,
    /// The package.
    pub package: Package,
    /// How it fares.
    pub results: Results,
    /// How the package without the change fares in the same worlds.
    pub before: Results,
    /// By how much the change raises the probability of passing all tests, world by world.
    pub gain: Gain,
}

/// A test that moves by less has not been mended.
const NOTABLE: f64 = 0.02;
/// Changes that are told in a sentence.
const TOLD: usize = 2;

/// Every feasible change on one issue, those that pass all three most often first; of equals those that help the weakest test
/// most.
pub(super) fn changes(
    worlds: &Worlds,
    draws: u64,
    base: &Package,
    progress: &Progress,
) -> Result<Vec<Change>, TestsError> {
    let case = worlds.case();
    let space = DealSpace::new(worlds.central())?;
    let mut changed: Vec<(IssueId, usize, Package)> = Vec::new();
    for (k, issue) in case.issues.iter().enumerate() {
        for option in (0..issue.options.len()).filter(|option| base.option(IssueId(k)) != *option) {
            let mut package = base.clone();
            package.0[k] = option as u16;
            if space.is_feasible(&package) {
                changed.push((IssueId(k), option, package));
            }
        }
    }
    let mut packages: Vec<&Package> = vec![base];
    packages.extend(changed.iter().map(|(_, _, package)| package));
    let mut found = results(worlds, draws, &packages, progress)?;
    let base_tried = found.remove(0);
    let before = base_tried.results.clone();
    let weakest = before.weakest();
    let mut changes: Vec<Change> = changed
        .into_iter()
        .zip(found)
        .map(|((issue, option, package), tried)| Change {
            issue,
            option,
            package,
            gain: tried.gain_over(&base_tried),
            results: tried.results,
            before: before.clone(),
        })
        .collect();
    changes.sort_by(|a, b| {
        let key = |change: &Change| (change.results.all_three, change.results.on(weakest));
        let ((x, u), (y, v)) = (key(a), key(b));
        y.total_cmp(&x).then(v.total_cmp(&u))
    });
    Ok(changes)
}

/// Which changes would mend a test, in a sentence. A change is advised only if it raises the chance of passing all tests together, beyond what
/// luck in the draws could do: what mends one test and spoils another is no help.
pub(super) fn sentence(case: &Case, letter: &str, test: Test, changes: &[Change]) -> Option<String> {
    let before = &changes.first()?.before;
    let mends = |change: &&Change| change.results.on(test) >= before.on(test) + NOTABLE;
    let mut helpful: Vec<&Change> =
        changes.iter().filter(mends).filter(|change| change.gain.is_sure()).collect();
    // The sort is stable: of equals the one that does more for this test comes first.
    helpful.sort_by(|a, b| b.results.on(test).total_cmp(&a.results.on(test)));
    helpful.sort_by(|a, b| b.gain.mean.total_cmp(&a.gain.mean));
    if helpful.is_empty() {
        return Some(if changes.iter().any(|change| mends(&change)) {
            format!(
                "Some single change of {letter} would mend that and spoil as much elsewhere: none raises the chance of passing all tests \
                 together."
            )
        } else {
            format!("No change of {letter} on a single issue would mend that.")
        });
    }
    let told: Vec<String> = helpful
        .iter()
        .take(TOLD)
        .map(|change| {
            let issue = case.issue(change.issue);
            format!(
                "{} on {} ({}; all together {} → {})",
                words::named(&words::option(case, issue, change.option)),
                words::named(&issue.name),
                effect(before, &change.results),
                together(before),
                together(&change.results)
            )
        })
        .collect();
    Some(format!("It would be mended most by {}.", told.join(", then by ")))
}

/// What a change does to each test that the case has: `signed in 31 → 12 %, holds itself in 40 → 71 %`.
pub(crate) fn effect(before: &Results, after: &Results) -> String {
    let mut parts = Vec::new();
    for (test, name) in
        [(Test::Acceptable, "signed"), (Test::Enforceable, "carried through"), (Test::Durable, "lasting")]
    {
        let stated = match test {
            Test::Acceptable => true,
            Test::Enforceable => before.enforceable.is_some(),
            Test::Durable => before.durable.is_some(),
        };
        let (was, is) = (words::percent(before.on(test)), words::percent(after.on(test)));
        if stated && was != is {
            parts.push(format!("{name} {was} → {is}"));
        }
    }
    if parts.is_empty() { "no test changes".to_owned() } else { parts.join(", ") }
}
