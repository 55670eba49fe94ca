//! Where two case files differ: figure by figure, text by text, whatever their layout, order and comments.
//!
//! Tables are compared key by key, members of lists that have an `id` or a `name` by it, other lists of tables place by place; a list of
//! plain values, and a number however it is written, is one figure. What one file alone has, a party or a claim with all that
//! is in it, is one difference.

use detente_model::Case;

use super::layout::{How, Id, Layout, ROOT};
use super::path::Paths;
use super::{Edit, EditFault, apply, sound};

/// A place at which two files say different things.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// The path.
    pub path: String,
    /// What the first file says, as a value on one line; `None` where it says nothing.
    pub before: Option<String>,
    /// What the second file says.
    pub after: Option<String>,
    /// The list of which it is a member, where one file alone has it.
    member_of: Option<String>,
}

impl Difference {
    /// The edit of the first file that makes this difference alone.
    pub fn made(&self) -> Edit {
        self.from(self.after.as_ref())
    }

    /// The edit of the second file that takes back this difference alone.
    pub fn unmade(&self) -> Edit {
        self.from(self.before.as_ref())
    }

    fn from(&self, value: Option<&String>) -> Edit {
        match (value, &self.member_of) {
            (None, _) => Edit::remove(&self.path),
            (Some(value), Some(list)) => Edit::insert(format!("{list}[]"), value),
            (Some(value), None) => Edit::put(&self.path, value),
        }
    }
}

/// Where two texts differ, in the order of the first, what the second alone has behind its fellows. Comments, layout and the order of
/// tables count for nothing.
///
/// ```
/// use detente_case::{edit::differences, template};
///
/// let other = template().replace("no_deal = [0.2, 0.4]", "no_deal = 0.3");
/// let found = differences(template(), &other).unwrap();
/// assert_eq!(found[0].path, "positions.towns.no_deal");
/// assert_eq!((found[0].before.as_deref(), found[0].after.as_deref()), (Some("[0.2, 0.4]"), Some("0.3")));
/// assert_eq!(found.len(), 1);
/// ```
///
/// # Errors
/// One of them is not TOML.
pub fn differences(before: &str, after: &str) -> Result<Vec<Difference>, EditFault> {
    for text in [before, after] {
        sound(text).map_err(EditFault::Broken)?;
    }
    let (Some(first), Some(second)) = (Layout::of(before), Layout::of(after)) else { return Ok(Vec::new()) };
    let mut looking = Looking {
        names: (Paths::of(&first), Paths::of(&second)),
        first: &first,
        second: &second,
        found: Vec::new(),
    };
    looking.tables(ROOT, ROOT);
    Ok(looking.found)
}

/// A difference with what comes of it alone.
#[derive(Debug, Clone)]
pub struct Variant {
    /// The difference.
    pub difference: Difference,
    /// The first file with this difference alone, or what is wrong with that, in a sentence.
    pub alone: Result<Case, String>,
    /// The second file without it, or what is wrong with that.
    pub without: Result<Case, String>,
}

/// Each difference of two texts, with the first text in which it alone is made, and the second in which it alone is taken back.
///
/// # Errors
/// One of them is not TOML.
pub fn variants(before: &str, after: &str) -> Result<Vec<Variant>, EditFault> {
    let case = |text: &str, edit: Edit| {
        let edited = apply(text, &[edit]).map_err(|fault| {
            let first = fault.faults().iter().find(|fault| fault.is_error());
            first.map_or_else(|| fault.to_string(), |first| first.message.clone())
        });
        edited.map(|edited| edited.reading.case)
    };
    let found = differences(before, after)?;
    let variant = |difference: Difference| Variant {
        alone: case(before, difference.made()),
        without: case(after, difference.unmade()),
        difference,
    };
    Ok(found.into_iter().map(variant).collect())
}

struct Looking<'a> {
    first: &'a Layout<'a>,
    second: &'a Layout<'a>,
    names: (Paths, Paths),
    found: Vec<Difference>,
}

impl Looking<'_> {
    /// Two things at one path.
    fn pair(&mut self, one: Id, two: Id) {
        if self.first.says_the_same(one, self.second, two) {
            return;
        }
        let table = |layout: &Layout<'_>, id: Id| {
            matches!(layout.node(id).how, How::Braces(_) | How::Section | How::Dotted)
        };
        let number = self.first.is_number(one) || self.second.is_number(two);
        if !number && table(self.first, one) && table(self.second, two) {
            self.tables(one, two);
        } else if !number && is_list_of_tables(self.first, one) && is_list_of_tables(self.second, two) {
            self.lists(one, two);
        } else {
            self.differ(Some(one), Some(two), false);
        }
    }

    fn tables(&mut self, one: Id, two: Id) {
        for child in &self.first.node(one).children {
            let key = self.first.node(*child).key.as_deref().unwrap_or_default();
            match self.second.child(two, key) {
                Some(twin) => self.pair(*child, twin),
                None => self.differ(Some(*child), None, false),
            }
        }
        for child in &self.second.node(two).children {
            let key = self.second.node(*child).key.as_deref().unwrap_or_default();
            if self.first.child(one, key).is_none() {
                self.differ(None, Some(*child), false);
            }
        }
    }

    /// Members by their names; those without by their places among those without.
    fn lists(&mut self, one: Id, two: Id) {
        let (ours, theirs) = (named(self.first, one), named(self.second, two));
        for (name, member) in &ours {
            match theirs.iter().find(|(other, _)| other == name) {
                Some((_, twin)) => self.pair(*member, *twin),
                None => self.differ(Some(*member), None, true),
            }
        }
        for (name, member) in &theirs {
            if ours.iter().all(|(other, _)| other != name) {
                self.differ(None, Some(*member), true);
            }
        }
    }

    fn differ(&mut self, one: Option<Id>, two: Option<Id>, member: bool) {
        let (first, second) = (self.first, self.second);
        let at = |id: Option<Id>, layout: &Layout<'_>, names: &Paths| {
            id.map(|id| (names.path(layout, id), layout.node(id).parent))
        };
        let known = at(one, first, &self.names.0)
            .map(|(path, list)| (path, list.map(|l| self.names.0.path(first, l))));
        let known = known.or_else(|| {
            let (path, list) = at(two, second, &self.names.1)?;
            Some((path, list.map(|list| self.names.1.path(second, list))))
        });
        let Some((path, list)) = known else { return };
        self.found.push(Difference {
            path,
            before: one.map(|id| first.inline(id)),
            after: two.map(|id| second.inline(id)),
            member_of: list.filter(|_| member),
        });
    }
}

/// Whether a list holds tables, and so members that have paths of their own.
fn is_list_of_tables(layout: &Layout<'_>, id: Id) -> bool {
    let members = &layout.node(id).children;
    match layout.node(id).how {
        How::Sections => true,
        How::List(_) => {
            !members.is_empty()
                && members.iter().all(|member| matches!(layout.node(*member).how, How::Braces(_)))
        }
        _ => false,
    }
}

/// The members of a list, each under a name that no other has.
fn named(layout: &Layout<'_>, list: Id) -> Vec<(String, Id)> {
    let mut names: Vec<(String, Id)> = Vec::new();
    let mut nameless = 0;
    for member in &layout.node(list).children {
        let own = layout.name_of(*member).filter(|name| names.iter().all(|(other, _)| other != name));
        let name = own.unwrap_or_else(|| {
            nameless += 1;
            // No id holds a line break.
            format!("\n{nameless}")
        });
        names.push((name, *member));
    }
    names
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::rewrite;
    use crate::{parse, template};

    /// Another case of the same kind: figures, a red line, an order, a claim and texts changed.
    fn other() -> String {
        let edits = [
            Edit::set("title", "\"Winter water\""),
            Edit::set("positions.upland.no_deal", "0.5"),
            Edit::remove("positions.upland.release.at_most"),
            Edit::set("positions.delta.importance", r#"["payment", ["term", "monitoring"], "release"]"#),
            Edit::insert(
                "claims[]",
                r#"{ id = "new", by = "upland", text = "We could wait", reported = 2025-05-19 }"#,
            ),
        ];
        rewrite(template(), &edits).map_or_else(|fault| panic!("{fault}"), |(text, _)| text)
    }

    #[test]
    fn each_difference_alone_leads_from_one_text_towards_the_other_and_all_together_there() {
        let (before, after) = (template(), other());
        let found = differences(before, &after).unwrap();
        assert!(found.len() >= 4, "{found:?}");
        let mut text = before.to_owned();
        let mut back = after.clone();
        for difference in &found {
            text = rewrite(&text, &[difference.made()]).unwrap().0;
            back = rewrite(&back, &[difference.unmade()]).unwrap().0;
            // Made and taken back, it is no difference.
            let made = rewrite(before, &[difference.made()]).unwrap().0;
            assert_eq!(differences(before, &made).unwrap().len(), 1, "{difference:?}");
        }
        assert_eq!(differences(&text, &after).unwrap(), []);
        assert_eq!(differences(&back, before).unwrap(), []);
    }

    #[test]
    fn layout_comments_and_the_order_of_tables_are_no_difference() {
        let plain = "a = 0.50\nb = [1, 2]\n[t]\nx = 1\n[[l]]\nid = \"p\"\n[[l]]\nid = \"q\"\n";
        let other = "b = [ 1.0, # one\n 2 ]\na = 0.5\nt = { x = 1 }\nl = [{ id = \"q\" }, { id = \"p\" }]\n";
        let found = differences(plain, other).unwrap();
        assert_eq!(found, [], "{found:?}");
        let case = apply(template(), &[]).unwrap();
        assert_eq!(parse("case.toml", &case.text).unwrap().case, case.reading.case);
    }
}
