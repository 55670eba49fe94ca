//! `detente sweep`: a case through a range of values.

use std::process::{Command, Stdio};
use std::sync::Arc;

use detente_brief::answers::{SweepAnswer, tables};
use detente_brief::{Options, SweepCase, page, render};
use detente_case::edit::{Over, Setting, parse_with, read_with};

use crate::arguments::{Chosen, SweepArguments};
use crate::files::write_file;
use crate::output::{Failure, page_width, print, print_json, say, shown};

/// The most cases of one sweep.
const MOST_POINTS: usize = 1_000;

pub fn run(arguments: &SweepArguments) -> Result<(), Failure> {
    if let Some(address) = &arguments.on {
        return on_a_cluster(arguments, address);
    }
    let over = arguments.over.as_slice();
    if over.len() > 2 {
        return Err(Failure::said("a sweep goes over one path or two: say `--over` once or twice"));
    }
    let points = points(over);
    if points.len() > MOST_POINTS {
        return Err(Failure::said(format!(
            "these are {} cases, more than the {MOST_POINTS} of one sweep; take fewer steps",
            points.len()
        )));
    }
    let view = &arguments.case.view;
    let base =
        read_with(&arguments.case.case, &view.set).map_err(|report| Failure::Faults(Box::new(report)))?;
    if !base.reading.report.is_clean() {
        say(&shown(&base.reading.report));
    }
    let mut first_fault = None;
    let cases: Vec<_> = points
        .iter()
        .map(|settings| {
            let values = settings.iter().filter_map(|setting| setting.value.clone()).collect();
            let read = parse_with(base.reading.report.name(), &base.text, settings);
            let case = read.map(|read| Arc::new(read.reading.case)).map_err(|report| {
                let fault = report.faults().iter().find(|fault| fault.is_error());
                let said = fault.map_or_else(|| report.count(), |fault| fault.message.clone());
                first_fault.get_or_insert(report);
                said
            });
            SweepCase { values, case }
        })
        .collect();
    // Where no value makes a case, something is wrong with the path.
    if let Some(report) = first_fault.filter(|_| cases.iter().all(|point| point.case.is_err())) {
        return Err(Failure::Faults(Box::new(report)));
    }
    let options =
        Options { as_of: view.as_of, ..Options::drawing(arguments.draws.draws, arguments.draws.seed) };
    let (sitting, bar) = super::sit_with(base.reading.case, options);
    let paths = over.iter().map(|over| over.path.clone()).collect();
    let found = sitting.sweep(paths, cases).map_err(Failure::said)?;
    drop(bar);
    let shown = page::sweep(&found);
    if let Some(path) = &arguments.html {
        write_file(path, render::html(&shown))?;
    }
    let answer = SweepAnswer::of(&found);
    match arguments.form.chosen() {
        Chosen::Text => print(&render::terminal(&shown, page_width())),
        Chosen::Json => print_json(&answer),
        Chosen::Csv => print(&tables::sweep(&answer).to_csv()),
    }
}

/// Every combination of values, the last path fastest.
fn points(over: &[Over]) -> Vec<Vec<Setting>> {
    over.iter().fold(vec![Vec::new()], |points, over| {
        let with = |point: &Vec<Setting>| {
            let point = point.clone();
            over.settings().map(move |setting| point.iter().cloned().chain([setting]).collect())
        };
        points.iter().flat_map(with).collect()
    })
}

/// Names the Python that has the package; the package says it when the command came with it.
const PYTHON: &str = "DETENTE_PYTHON";

/// Hands a sweep over to the Python package, which speaks to clusters.
fn on_a_cluster(arguments: &SweepArguments, address: &str) -> Result<(), Failure> {
    let view = &arguments.case.view;
    let set: Vec<_> = view.set.iter().map(|set| (&set.path, &set.value)).collect();
    let over: Vec<_> = arguments.over.iter().map(|over| (&over.path, &over.values)).collect();
    let packages: Vec<_> = (arguments.packages.iter())
        .map(|package| {
            package.split_once('=').map_or((package.as_str(), None), |(name, what)| (name, Some(what)))
        })
        .collect();
    let asked = serde_json::json!({
        "case": arguments.case.case,
        "set": set,
        "over": over,
        "packages": packages,
        "measures": arguments.measures,
        "day": view.as_of.map(|day| day.to_string()),
        "draws": arguments.draws.draws,
        "seed": arguments.draws.seed,
        "on": address,
        "to": arguments.to,
        "form": match arguments.form.chosen() {
            Chosen::Text => "text",
            Chosen::Json => "json",
            Chosen::Csv => "csv",
        },
    });
    let python = std::env::var_os(PYTHON).unwrap_or_else(|| "python3".into());
    let there = Command::new(&python)
        .args(["-c", "import detente"])
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status();
    if !there.is_ok_and(|status| status.success()) {
        return Err(Failure::said(format!(
            "a sweep on a cluster is done by the Python package of Detente, which `{}` does not have: `pip install 'detente[ray]'` from a \
             clone or a wheel, or name the Python that has it in {PYTHON}",
            python.to_string_lossy()
        )));
    }
    let done = Command::new(&python)
        .args(["-m", "detente._sweep_command", &asked.to_string()])
        .stdin(Stdio::null())
        .status()
        .map_err(Failure::said)?;
    // What went wrong there was said there.
    if done.success() { Ok(()) } else { Err(Failure::Silent) }
}
