//! Writing XML: elements opened and closed, everything escaped where it is written.

use std::fmt::Display;

/// A piece of XML under construction.
pub(crate) struct Xml {
    out: String,
    open: Vec<String>,
    /// Whether the last element that was opened still takes attributes.
    in_tag: bool,
}

impl Xml {
    /// Nothing yet, to stand inside another document.
    pub fn fragment() -> Self {
        Self { out: String::new(), open: Vec::new(), in_tag: false }
    }

    /// Nothing yet but the line that says that it is XML.
    pub fn document() -> Self {
        Self {
            out: "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n".to_owned(),
            ..Self::fragment()
        }
    }

    /// Opens an element.
    pub fn open(&mut self, name: &str) {
        self.end_tag();
        self.out.push('<');
        self.out.push_str(name);
        self.open.push(name.to_owned());
        self.in_tag = true;
    }

    /// Gives the element that was just opened an attribute.
    pub fn attribute<V: Display + ?Sized>(&mut self, name: &str, value: &V) {
        debug_assert!(self.in_tag, "an attribute belongs to an element that was just opened");
        self.out.push_str(&format!(" {name}=\""));
        self.escaped(&value.to_string());
        self.out.push('"');
    }

    /// Words inside the open element.
    pub fn text(&mut self, text: &str) {
        self.end_tag();
        self.escaped(text);
    }

    /// Closes the element that was opened last.
    pub fn close(&mut self) {
        let name = self.open.pop().expect("what is closed was opened");
        if std::mem::take(&mut self.in_tag) {
            self.out.push_str("/>");
        } else {
            self.out.push_str(&format!("</{name}>"));
        }
    }

    /// An element that holds nothing.
    pub fn empty(&mut self, name: &str) {
        self.open(name);
        self.close();
    }

    /// Closes everything that is open.
    pub fn finish(mut self) -> String {
        while !self.open.is_empty() {
            self.close();
        }
        self.out
    }

    fn end_tag(&mut self) {
        if std::mem::take(&mut self.in_tag) {
            self.out.push('>');
        }
    }

    fn escaped(&mut self, text: &str) {
        for letter in text.chars() {
            match letter {
                '&' => self.out.push_str("&amp;"),
                '<' => self.out.push_str("&lt;"),
                '>' => self.out.push_str("&gt;"),
                '"' => self.out.push_str("&quot;"),
                // A reader would turn it into a blank.
                '\n' | '\t' if self.in_tag => self.out.push_str(&format!("&#{};", u32::from(letter))),
                letter => self.out.push(letter),
            }
        }
    }
}
