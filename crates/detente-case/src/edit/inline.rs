//! A thing in the tree as one value on one line, however the file lays it out: what an edit can put somewhere else, and what two files
//! can be compared by.

use super::layout::{How, Id, Layout};
use crate::write::{Key, Value};

impl Layout<'_> {
    /// A value, a list or a table in TOML on one line, without comments; tables under headings in braces.
    pub(crate) fn inline(&self, id: Id) -> String {
        let node = self.node(id);
        let each = || node.children.iter().map(|child| self.inline(*child)).collect::<Vec<_>>();
        match node.how {
            How::Scalar(span) => match self.text_of(id) {
                Some(text) => Value::from(text).to_string(),
                None => self.slice(span).trim().to_owned(),
            },
            How::List(_) | How::Sections => format!("[{}]", each().join(", ")),
            How::Braces(_) | How::Section | How::Dotted => {
                let entries: Vec<String> = node
                    .children
                    .iter()
                    .filter_map(|child| {
                        let key = Key::from(self.node(*child).key.as_deref()?);
                        Some(format!("{} = {}", key.as_str(), self.inline(*child)))
                    })
                    .collect();
                if entries.is_empty() { "{ }".to_owned() } else { format!("{{ {} }}", entries.join(", ")) }
            }
        }
    }

    /// Whether two things of two files say the same: numbers by what they are, tables in any order of their keys.
    pub(crate) fn says_the_same(&self, id: Id, other: &Layout<'_>, there: Id) -> bool {
        let (one, two) = (self.node(id), other.node(there));
        match (self.is_list(id), other.is_list(there)) {
            (Some(true), Some(true)) => {
                one.children.len() == two.children.len()
                    && one.children.iter().zip(&two.children).all(|(a, b)| self.says_the_same(*a, other, *b))
            }
            (Some(false), Some(false)) => {
                one.children.len() == two.children.len()
                    && one.children.iter().all(|child| {
                        let key = self.node(*child).key.as_deref().unwrap_or_default();
                        other.child(there, key).is_some_and(|twin| self.says_the_same(*child, other, twin))
                    })
            }
            (None, None) => {
                let (one, two) = (self.inline(id), other.inline(there));
                let number = |text: &str| text.replace('_', "").parse::<f64>().ok();
                one == two || number(&one).is_some_and(|x| number(&two) == Some(x))
            }
            _ => false,
        }
    }

    /// Whether a thing is a list; `None` for a single value.
    fn is_list(&self, id: Id) -> Option<bool> {
        match self.node(id).how {
            How::Scalar(_) => None,
            How::List(_) | How::Sections => Some(true),
            How::Braces(_) | How::Section | How::Dotted => Some(false),
        }
    }
}
