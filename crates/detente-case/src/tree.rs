//! The TOML tree with the place of everything in it.

use toml::de::{DeTable, DeValue};

use crate::text::Span;

/// A value and where it stands.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Node<'t> {
    pub(crate) value: &'t DeValue<'t>,
    pub(crate) span: Span,
}

/// A key, where it stands, and its value.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Entry<'t> {
    pub(crate) key: &'t str,
    pub(crate) key_span: Span,
    pub(crate) node: Node<'t>,
}

/// A table and where it stands.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Table<'t> {
    map: &'t DeTable<'t>,
    pub(crate) span: Span,
}

impl<'t> Table<'t> {
    pub(crate) fn new(map: &'t DeTable<'t>, span: Span) -> Self {
        Self { map, span }
    }

    pub(crate) fn entry(self, key: &str) -> Option<Entry<'t>> {
        self.map.get_key_value(key).map(|(key, value)| Entry {
            key: key.get_ref(),
            key_span: key.span().into(),
            node: Node { value: value.get_ref(), span: value.span().into() },
        })
    }

    pub(crate) fn get(self, key: &str) -> Option<Node<'t>> {
        self.entry(key).map(|entry| entry.node)
    }

    /// In file order.
    pub(crate) fn entries(self) -> impl Iterator<Item = Entry<'t>> {
        self.map.iter().map(|(key, value)| Entry {
            key: key.get_ref(),
            key_span: key.span().into(),
            node: Node { value: value.get_ref(), span: value.span().into() },
        })
    }

    /// The entries of the table under a key; nothing if there is none.
    pub(crate) fn entries_of(self, key: &str) -> impl Iterator<Item = Entry<'t>> {
        self.get(key).and_then(Node::table).into_iter().flat_map(Table::entries)
    }

    /// The members of the list under a key; nothing if there is none.
    pub(crate) fn list_of(self, key: &str) -> impl Iterator<Item = Node<'t>> {
        self.get(key).into_iter().flat_map(Node::list)
    }

    pub(crate) fn text(self, key: &str) -> Option<&'t str> {
        self.get(key).and_then(Node::text)
    }

    pub(crate) fn len(self) -> usize {
        self.map.len()
    }

    pub(crate) fn is_empty(self) -> bool {
        self.map.is_empty()
    }
}

impl<'t> Node<'t> {
    pub(crate) fn table(self) -> Option<Table<'t>> {
        self.value.as_table().map(|map| Table::new(map, self.span))
    }

    pub(crate) fn is_list(self) -> bool {
        self.value.is_array()
    }

    /// The members, if it is a list; nothing otherwise.
    pub(crate) fn list(self) -> impl Iterator<Item = Node<'t>> {
        self.value
            .as_array()
            .into_iter()
            .flat_map(|list| list.iter())
            .map(|value| Node { value: value.get_ref(), span: value.span().into() })
    }

    /// The members of a list, or the value itself.
    pub(crate) fn one_or_more(self) -> Vec<Node<'t>> {
        if self.is_list() { self.list().collect() } else { vec![self] }
    }

    pub(crate) fn text(self) -> Option<&'t str> {
        self.value.as_str()
    }

    pub(crate) fn truth(self) -> Option<bool> {
        self.value.as_bool()
    }

    /// An integer or a float; one too large to be written as a float is infinite.
    pub(crate) fn number(self) -> Option<f64> {
        match self.value {
            DeValue::Integer(integer) => {
                let exact = i128::from_str_radix(integer.as_str(), integer.radix()).map(|i| i as f64);
                Some(exact.unwrap_or(f64::INFINITY))
            }
            DeValue::Float(float) => float.as_str().parse().ok(),
            _ => None,
        }
    }

    /// A whole number that is not negative.
    pub(crate) fn whole(self) -> Option<usize> {
        match self.value {
            DeValue::Integer(integer) => usize::from_str_radix(integer.as_str(), integer.radix()).ok(),
            _ => None,
        }
    }

    /// A day without a time.
    pub(crate) fn date(self) -> Option<jiff::civil::Date> {
        let DeValue::Datetime(moment) = self.value else { return None };
        let date = moment.date.filter(|_| moment.time.is_none() && moment.offset.is_none())?;
        jiff::civil::Date::new(
            i16::try_from(date.year).ok()?,
            i8::try_from(date.month).ok()?,
            i8::try_from(date.day).ok()?,
        )
        .ok()
    }

    /// A day or a time as it is written.
    pub(crate) fn moment(self) -> Option<String> {
        let DeValue::Datetime(moment) = self.value else { return None };
        Some(moment.to_string())
    }

    /// What it is, for a sentence: "found text".
    pub(crate) fn what(self) -> &'static str {
        match self.value {
            DeValue::String(_) => "text",
            DeValue::Integer(_) => "a whole number",
            DeValue::Float(_) => "a number",
            DeValue::Boolean(_) => "a yes-or-no value",
            DeValue::Datetime(moment) if moment.time.is_none() => "a date",
            DeValue::Datetime(_) => "a time",
            DeValue::Array(_) => "a list",
            DeValue::Table(_) => "a table",
        }
    }
}
