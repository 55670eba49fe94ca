//! A version as a file: what is read again says the same.

use std::fmt::Write;

use detente_model::{Case, Citation};

use crate::version::{Bracket, Clause, Objection, Piece, TextVersion, Ties, Wording};

impl TextVersion {
    /// The version as Markdown, to be kept as a file in the folder `text`.
    pub fn to_markdown(&self, case: &Case) -> String {
        let mut out = String::from("---\n");
        let mut line = |key: &str, value: &str| out.push_str(&format!("{key}: {}\n", one_line(value)));
        if let Some(title) = &self.title {
            line("title", title);
        }
        line("date", &self.date.to_string());
        line("by", &self.by);
        if let Some(note) = &self.note {
            line("note", note);
        }
        out.push_str("---\n");
        for article in &self.articles {
            let own = article.clauses.first().filter(|clause| clause.heading().is_empty());
            let heading = article.heading();
            if !heading.is_empty() || own.is_some() {
                let braces = own
                    .map_or_else(String::new, |clause| braces(case, clause, &article.title, &article.number));
                let _ = writeln!(out, "\n# {heading}{braces}");
            }
            for clause in &article.clauses {
                if !clause.heading().is_empty() {
                    let braces = braces(case, clause, &clause.title, &clause.number);
                    let _ = writeln!(out, "\n## {}{braces}", clause.heading());
                }
                let words = words(case, clause);
                if !words.is_empty() {
                    let _ = writeln!(out, "\n{words}");
                }
                for objection in &clause.objections {
                    let _ = writeln!(out, "\n{}", objected(case, objection));
                }
            }
        }
        out
    }
}

fn one_line(value: &str) -> String {
    value.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What stands behind a heading.
fn braces(case: &Case, clause: &Clause, title: &str, number: &str) -> String {
    let usual = crate::read::id_of_title(if title.is_empty() { number } else { title });
    let id = (clause.id != usual).then(|| format!("#{}", clause.id));
    let ties = Some(clause.ties.shown(case)).filter(|ties| !ties.is_empty());
    let inside: Vec<String> = id.into_iter().chain(ties).collect();
    if inside.is_empty() { String::new() } else { format!(" {{{}}}", inside.join(", ")) }
}

fn words(case: &Case, clause: &Clause) -> String {
    let mut out = String::new();
    for piece in &clause.body {
        match piece {
            Piece::Words(words) => out.push_str(&escaped(words)),
            Piece::Bracket(bracket) => out.push_str(&bracketed(case, bracket)),
        }
    }
    // A sign that would make a line something else than words.
    let kept: Vec<String> =
        out.split("\n\n")
            .map(|paragraph| {
                if paragraph.starts_with(['#', '>']) {
                    format!("\\{paragraph}")
                } else {
                    paragraph.to_owned()
                }
            })
            .collect();
    kept.join("\n\n")
}

fn bracketed(case: &Case, bracket: &Bracket) -> String {
    // A bracket that was written alone is written so again.
    let alone = matches!(&bracket.wordings[..], [words, nothing]
        if !words.struck && !words.words.is_empty() && *nothing == Wording::default());
    let shown = if alone { &bracket.wordings[..1] } else { &bracket.wordings[..] };
    let wordings = shown.iter().map(|wording| {
        let ties = if wording.ties == Ties::default() {
            String::new()
        } else {
            format!("{{{}}}", wording.ties.shown(case))
        };
        let said = format!("[{}]{ties}", escaped(&wording.words));
        if wording.struck { format!("~~{said}~~") } else { said }
    });
    wordings.collect::<Vec<_>>().join(" / ")
}

fn escaped(words: &str) -> String {
    let mut out = String::new();
    for c in words.chars() {
        if matches!(c, '\\' | '[' | ']' | '{' | '}' | '~') {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

fn objected(case: &Case, objection: &Objection) -> String {
    let cited = |cite: &Citation| {
        let place = cite.locator.as_ref().map_or_else(String::new, |place| format!("#{place}"));
        format!("@{}{place}", case.source(cite.source).id)
    };
    let cites: Vec<String> = objection.cites.iter().map(cited).collect();
    let cites = if cites.is_empty() { String::new() } else { format!(" [{}]", cites.join("; ")) };
    let words = one_line(&objection.words);
    format!("> {}, since {}: {words}{cites}", case.actor_name(objection.by), objection.since)
}
