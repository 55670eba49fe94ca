//! The reference of the format: every table and key, and every kind of fault, as Markdown.

use std::fmt::Write;

use crate::code::{Code, Severity};
use crate::expected::wanted;
use crate::format::{CASE, Kind, Shape};

/// Every table with its keys, and every code, made from the declaration of the format.
///
/// ```
/// assert!(detente_case::reference().contains("| `as_of` | yes | a date |"));
/// ```
pub fn reference() -> String {
    let mut page = String::new();
    let mut shapes: Vec<&Shape> = vec![&CASE];
    let mut next = 0;
    while let Some(shape) = shapes.get(next).copied() {
        next += 1;
        for key in shape.keys {
            found(&key.kind, &mut shapes);
        }
        if let Some((_, kind)) = shape.others {
            found(kind, &mut shapes);
        }
        section(&mut page, shape);
    }
    codes(&mut page);
    page
}

/// Adds the tables that a kind is made of, each once.
fn found(kind: &Kind, shapes: &mut Vec<&'static Shape>) {
    match kind {
        Kind::Table(shape) if shapes.iter().all(|known| known.name != shape.name) => shapes.push(shape),
        Kind::List(of) | Kind::ByName(_, of) => found(of, shapes),
        Kind::Either(kinds) => kinds.iter().for_each(|kind| found(kind, shapes)),
        _ => {}
    }
}

fn section(page: &mut String, shape: &Shape) {
    // Writing to a string cannot fail.
    let _ = writeln!(page, "### {}\n\n{}\n", capitalised(shape.name), shape.about);
    let _ = writeln!(page, "| key | needed | value | |\n|---|---|---|---|");
    for key in shape.keys {
        let needed = match key.unless {
            [] => String::from(if key.required { "yes" } else { "" }),
            others => {
                let others: Vec<String> = others.iter().map(|other| format!("`{other}`")).collect();
                format!("unless there is {}", others.join(" or "))
            }
        };
        let _ = writeln!(page, "| `{}` | {needed} | {} | {} |", key.name, described(&key.kind), key.about);
    }
    if let Some((_, kind)) = shape.others {
        let _ = writeln!(
            page,
            "| *issue* | | {} | One table for each issue on which something is stated. |",
            described(kind)
        );
    }
    page.push('\n');
}

/// The kind of a value, with the table that it is made of.
fn described(kind: &Kind) -> String {
    match kind {
        Kind::Table(shape) => format!("a table: {}", shape.name),
        Kind::List(Kind::Table(shape)) => format!("a list of tables: {}", shape.name),
        Kind::ByName(_, of) => match of {
            Kind::Table(shape) => format!("{}: {}", wanted(kind), shape.name),
            of => format!("{}: {}", wanted(kind), wanted(of)),
        },
        Kind::Either(kinds) => kinds.iter().map(described).collect::<Vec<_>>().join("; or "),
        kind => wanted(kind),
    }
}

fn codes(page: &mut String) {
    page.push_str("### Kinds of fault\n\n| code | | |\n|---|---|---|\n");
    for code in Code::ALL {
        let severity = match code.severity() {
            Severity::Error => "",
            Severity::Warning => "warning",
        };
        let _ = writeln!(page, "| `{}` | {severity} | {} |", code.as_str(), code.about());
    }
}

fn capitalised(name: &str) -> String {
    let mut characters = name.chars();
    let first: String = characters.next().into_iter().flat_map(char::to_uppercase).collect();
    first + characters.as_str()
}
