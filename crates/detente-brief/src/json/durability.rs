//! The `durability` section.

use detente_durability::{COMPARED_DAY, Contribution, FindingEntry, SurvivalAt};
use detente_model::{Band, Case};
use serde_json::{Value, json};

use crate::compose::lasting::{Lasting, PackageLife};

pub(super) fn section(found: &Lasting) -> Value {
    json!({
        "packages": found.packages.iter().map(|each| package(&found.case, each)).collect::<Vec<_>>(),
        "findings": found.findings.iter().map(|entry| finding(entry)).collect::<Vec<_>>(),
        "headline": found.headline,
    })
}

fn package(case: &Case, package: &PackageLife) -> Value {
    let life = &package.life;
    json!({
        "outcome": super::outcome(case, &package.outcome),
        "letter": package.letter,
        "survival": life.survival.iter().map(survival).collect::<Vec<_>>(),
        "median_days": band(life.median_days),
        "baseline_median_days": band(life.baseline_median_days),
        "factors": life.contributions.iter().map(factor).collect::<Vec<_>>(),
        "warnings": life.warnings,
    })
}

fn survival(at: &SurvivalAt) -> Value {
    json!({
        "days": at.days,
        "median": at.probability.median,
        "interval": [at.probability.low, at.probability.high],
        "mean": at.mean,
    })
}

fn factor(factor: &Contribution) -> Value {
    let later = factor.later.map(|(day, ratio)| json!({ "from_day": day, "hazard_ratio": band(ratio) }));
    json!({
        "name": factor.name,
        "hazard_ratio": band(factor.hazard_ratio),
        "later": later,
        "survival_gain": { "days": COMPARED_DAY, "median": factor.survival_gain.median,
            "interval": [factor.survival_gain.low, factor.survival_gain.high] },
        "median_times": band(factor.median_times),
        "part": factor.part,
        "finding": factor.finding,
        "warning": factor.warning,
    })
}

fn finding(entry: &FindingEntry) -> Value {
    json!({
        "id": entry.id,
        "finding": entry.finding,
        "citation": entry.citation,
        "estimated_on": entry.estimated_on,
        "transfers": entry.transfers,
        "because": entry.because,
    })
}

fn band(band: Band) -> Value {
    json!({ "median": band.median, "interval": [band.low, band.high] })
}
