//! `detente brief`: the main job.

use std::ops::ControlFlow;
use std::sync::{Arc, Mutex, PoisonError};

use detente_brief::answers::{BriefAnswer, ExtractAnswer};
use detente_brief::{ExtractChoice, ExtractStep, Sitting, page, render};

use crate::arguments::BriefArguments;
use crate::files::{is_standard_output, write_file};
use crate::output::{Failure, page_width, print, print_json, say};
use crate::paper::{Printable, printed};
use crate::progress::{Bar, Steps};

pub fn run(arguments: &BriefArguments) -> Result<(), Failure> {
    if arguments.json && arguments.html.as_deref().is_some_and(is_standard_output) {
        return Err(Failure::said(
            "`--json` and `--html -` would both go to standard output; name a file for one of them",
        ));
    }
    let (sitting, bar) = super::sit(&arguments.case, &arguments.draws)?;
    if arguments.extract.extract {
        return extract(arguments, &sitting, bar);
    }
    let sitting = super::about(sitting, &arguments.package)?;
    let brief = sitting.brief().map_err(Failure::said)?;
    let judged = super::judged(&sitting, &arguments.package)?;
    super::write_worlds(&sitting, arguments.worlds.as_deref())?;
    drop(bar);
    let shown = if arguments.full { page::brief_with_annex(&brief) } else { page::brief(&brief) };
    let shown = shown.judging(judged.as_deref());
    on_paper(arguments, &shown)?;
    if let Some(path) = &arguments.html {
        let html = render::html(&shown);
        if is_standard_output(path) {
            return print(&html);
        }
        write_file(path, &html)?;
    }
    if arguments.json {
        print_json(&BriefAnswer::of(&brief).judging(judged.as_deref()))
    } else {
        print(&render::terminal(&shown, page_width()))
    }
}

/// Writes what is shown as a document for Word and as a PDF, if they are asked for.
fn on_paper(arguments: &BriefArguments, shown: &page::Page) -> Result<(), Failure> {
    let document = || render::docx(shown).map_err(|error| error.to_string());
    if let Some(path) = &arguments.docx {
        write_file(path, document().map_err(Failure::said)?)?;
    }
    if let Some(path) = &arguments.pdf {
        let choices = [Printable::Page(&render::html(shown)), Printable::Document(&document)];
        write_file(path, printed(&choices).map_err(Failure::said)?)?;
    }
    Ok(())
}

/// The extract for one reader to standard output or into a file, and what it gives away to whoever asked for it: on standard error, or as JSON.
fn extract(arguments: &BriefArguments, sitting: &Sitting, bar: Bar) -> Result<(), Failure> {
    let asked = &arguments.extract;
    let choice = ExtractChoice {
        sections: asked.sections.iter().map(|id| id.trim().to_owned()).collect(),
        annex: arguments.full,
        without_parties: asked.without.clone(),
        sources: !asked.no_sources,
        notes: !asked.no_notes,
    };
    // Until the page is made the bar counts worlds, and from then on what is judged.
    let (making, judging) = (Mutex::new(Some(bar)), Steps::new("judged"));
    let told = |step: ExtractStep<'_>| {
        match step {
            ExtractStep::Offered(_) => {}
            ExtractStep::Made(_) => drop(making.lock().unwrap_or_else(PoisonError::into_inner).take()),
            ExtractStep::Judged { done, of } => judging.moved(done, of),
        }
        ControlFlow::Continue(())
    };
    let extract = sitting.extract_step_by_step(&choice, &Arc::default(), &told).map_err(Failure::said)?;
    drop((making, judging));
    let to_a_file = match &arguments.html {
        Some(path) if is_standard_output(path) => {
            print(&render::html(&extract.page))?;
            true
        }
        Some(path) => {
            write_file(path, render::html(&extract.page))?;
            true
        }
        None => false,
    };
    on_paper(arguments, &extract.page)?;
    if arguments.json {
        return print_json(&ExtractAnswer::of(&extract));
    }
    if !to_a_file && arguments.docx.is_none() && arguments.pdf.is_none() {
        print(&render::terminal(&extract.page, page_width()))?;
    }
    say(&render::terminal(&page::extract_account(&extract), page_width()));
    Ok(())
}
