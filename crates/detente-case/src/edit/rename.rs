//! Another name for an option, wherever a case names it: in the list of the issue, in packages and conditions, as the key of a
//! value, in red lines, and in the paths of amendments.

use super::Splice;
use super::layout::{How, Id, Layout, ROOT};
use super::path::{Paths, printed};
use crate::code::Code;
use crate::fault::Fault;
use crate::format::{Kind, Names};
use crate::text::quoted;
use crate::write::Key;

/// The pieces of text that give an option another name; a fault if the thing is no option of an issue.
pub(super) fn rename(layout: &Layout<'_>, option: Id, value: &str) -> Result<Vec<Splice>, Box<Fault>> {
    let (Some(issue), Some(old)) = (issue_of(layout, option), Said::of(layout, option)) else {
        let mut fault = Fault::of_file(Code::UnknownPath, "only an option of an issue can be renamed");
        fault.span = layout.shown(option);
        return Err(Box::new(fault.help("name it in the list of the issue: `issues.pay.options[1]`")));
    };
    let Some(new) = Said::new(value) else {
        let fault = Fault::of_file(Code::NotAValue, format!("{} cannot be an option", quoted(value)));
        return Err(Box::new(fault.help("an option is a text in quotes or a number")));
    };
    let mut splices = Vec::new();
    let paths = Paths::of(layout);
    let is_old_key = |table: Id, key: &str| {
        layout.issue_of_keys(table).as_deref() == Some(issue.as_str()) && old.is_key(key)
    };
    for id in layout.ids() {
        let node = layout.node(id);
        if let How::Scalar(span) = node.how
            && layout.issue_of_option(id) == Some(issue.as_str())
            && Said::of(layout, id).is_some_and(|said| said.is(&old))
        {
            splices.push(Splice { span, text: value.to_owned() });
        }
        let (Some(key), Some(table)) = (&node.key, node.parent) else { continue };
        if is_old_key(table, key) {
            for span in &node.keys {
                let quotes = layout.slice(*span).starts_with(['"', '\'']);
                let key = if quotes { Key::quoted(&new.as_key()) } else { Key::from(new.as_key().as_str()) };
                splices.push(Splice { span: *span, text: key.as_str().to_owned() });
            }
        }
        // An amendment names a number by a path, in which the option may be.
        if matches!(layout.kind(table), Some(Kind::ByName(Names::Path, _)))
            && let Some(amended) = amended(layout, &paths, key, is_old_key, &new)
        {
            let text = Key::quoted(&amended).as_str().to_owned();
            splices.extend(node.keys.iter().map(|span| Splice { span: *span, text: text.clone() }));
        }
    }
    Ok(splices)
}

/// The issue in whose list of options a thing stands.
fn issue_of(layout: &Layout<'_>, option: Id) -> Option<String> {
    let list = layout.node(option).parent?;
    let issue = layout.node(list).parent?;
    let issues = layout.node(issue).parent?;
    let named = layout.node(list).key.as_deref() == Some("options")
        && layout.node(issues).key.as_deref() == Some("issues")
        && layout.node(issues).parent == Some(ROOT);
    layout.node(issue).key.clone().filter(|_| named)
}

/// The path of an amendment with the new name in it; `None` if the old one is not.
fn amended(
    layout: &Layout<'_>,
    paths: &Paths,
    path: &str,
    is_old_key: impl Fn(Id, &str) -> bool,
    new: &Said,
) -> Option<String> {
    let found = layout.find(path).ok()?.id;
    let mut at = found;
    loop {
        let (key, table) = (layout.node(at).key.as_deref(), layout.node(at).parent?);
        if key.is_some_and(|key| is_old_key(table, key)) {
            let (whole, upto) = (paths.path(layout, found), paths.path(layout, at));
            let rest = whole.strip_prefix(&upto)?;
            return Some(format!("{}.{}{rest}", paths.path(layout, table), printed(&new.as_key())));
        }
        at = table;
    }
}

/// What an option says.
#[derive(Debug)]
enum Said {
    Text(String),
    Number(f64),
}

impl Said {
    fn of(layout: &Layout<'_>, id: Id) -> Option<Self> {
        let How::Scalar(span) = layout.node(id).how else { return None };
        Self::new(layout.slice(span))
    }

    fn new(value: &str) -> Option<Self> {
        let read = toml::de::DeValue::parse(value).ok()?;
        let read = read.get_ref();
        if let Some(text) = read.as_str() {
            return Some(Self::Text(text.to_owned()));
        }
        let number = value.replace('_', "").parse::<f64>().ok().filter(|x| x.is_finite())?;
        Some(Self::Number(number))
    }

    fn is(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Text(a), Self::Text(b)) => a == b,
            (Self::Number(a), Self::Number(b)) => same(*a, *b),
            _ => false,
        }
    }

    fn is_key(&self, key: &str) -> bool {
        match self {
            Self::Text(text) => text == key,
            Self::Number(x) => key.trim().parse::<f64>().is_ok_and(|y| same(*x, y)),
        }
    }

    fn as_key(&self) -> String {
        match self {
            Self::Text(text) => text.clone(),
            Self::Number(x) => x.to_string(),
        }
    }
}

/// Allows for the rounding of a range written in decimals.
fn same(x: f64, y: f64) -> bool {
    (x - y).abs() <= 1e-9 * x.abs().max(1.0)
}
