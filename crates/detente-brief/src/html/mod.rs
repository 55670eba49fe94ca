//! A brief as one self-contained page.
//!
//! The page loads nothing: style and plots are inline, there is no script, and a content security policy forbids the
//! rest. Each section has one file under `section/` that gathers what it shows, and one template under `template/`
//! that says how; a section without material is `None` and leaves no trace. Plots are drawn under `plot/`.
//! Everything that comes from the case is escaped, by the template engine or by the plots themselves.

mod notes;
mod parties;
mod plot;
mod section;

use minijinja::syntax::SyntaxConfig;
use minijinja::value::Serde;
use minijinja::{AutoEscape, Environment, UndefinedBehavior, Value};
use serde::Serialize;

use self::notes::Notes;
use self::parties::Faces;
use self::section::{
    durability, evidence, exchange, grounds, head, homes, matrix, obstacles, packages, sources, space,
    stability, three_tests,
};
use crate::brief::Brief;

/// Why a page could not be written.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum HtmlError {
    /// A template could not be filled in.
    #[error("the page could not be composed: {0}")]
    Template(#[from] minijinja::Error),
}

/// Every template with the name by which the others include it.
const TEMPLATES: [(&str, &str); 15] = [
    ("page.html", include_str!("template/page.html")),
    ("parts.html", include_str!("template/parts.html")),
    ("head.html", include_str!("template/head.html")),
    ("space.html", include_str!("template/space.html")),
    ("packages.html", include_str!("template/packages.html")),
    ("three_tests.html", include_str!("template/three_tests.html")),
    ("matrix.html", include_str!("template/matrix.html")),
    ("obstacles.html", include_str!("template/obstacles.html")),
    ("homes.html", include_str!("template/homes.html")),
    ("exchange.html", include_str!("template/exchange.html")),
    ("durability.html", include_str!("template/durability.html")),
    ("stability.html", include_str!("template/stability.html")),
    ("evidence.html", include_str!("template/evidence.html")),
    ("grounds.html", include_str!("template/grounds.html")),
    ("sources.html", include_str!("template/sources.html")),
];

const STYLE: &str = include_str!("template/style.css");

/// What the page shows, section by section, in reading order.
#[derive(Serialize)]
struct Page {
    style: Value,
    head: head::Head,
    space: Option<space::Space>,
    packages: Option<packages::Packages>,
    three_tests: Option<three_tests::Section>,
    matrix: Option<matrix::Matrix>,
    obstacles: Option<obstacles::Obstacles>,
    homes: Option<homes::Homes>,
    exchange: Option<exchange::Exchange>,
    durability: Option<durability::Durability>,
    stability: Option<stability::Stability>,
    evidence: Option<evidence::Section>,
    grounds: Option<grounds::Grounds>,
    sources: Option<sources::Sources>,
}

/// Writes a brief as one HTML file.
///
/// The result is also well-formed XML (after its first line), holds no script and refers to nothing outside
/// itself. The same brief gives the same bytes.
///
/// # Errors
/// If a template cannot be filled in; see [`HtmlError`].
pub fn page(brief: &Brief) -> Result<String, HtmlError> {
    let faces = Faces::of(brief);
    // Sections take their note references in the order in which a reader meets them.
    let mut notes = Notes::default();
    let page = Page {
        style: Value::from_safe_string(STYLE.to_owned()),
        head: head::section(brief, &faces),
        space: space::section(brief, &faces),
        packages: packages::section(brief, &faces),
        three_tests: three_tests::section(brief),
        matrix: matrix::section(brief, &faces, &mut notes),
        obstacles: obstacles::section(brief, &faces),
        homes: homes::section(brief),
        exchange: exchange::section(brief, &faces),
        durability: durability::section(brief),
        stability: stability::section(brief, &faces),
        evidence: evidence::section(brief, &mut notes),
        grounds: grounds::section(brief, &mut notes),
        sources: sources::section(&brief.case, &notes),
    };
    let html = environment()?.get_template("page.html")?.render(Value::from(Serde(&page)))?;
    // A number keeps its per cent sign beside it where a line ends.
    Ok(html.replace(" %", "\u{a0}%"))
}

fn environment() -> Result<Environment<'static>, minijinja::Error> {
    let mut environment = Environment::new();
    environment.set_auto_escape_callback(|_| AutoEscape::Html);
    environment.set_undefined_behavior(UndefinedBehavior::SemiStrict);
    environment.set_syntax(SyntaxConfig::builder().trim_blocks(true).lstrip_blocks(true).build()?);
    for (name, source) in TEMPLATES {
        environment.add_template(name, source)?;
    }
    Ok(environment)
}
