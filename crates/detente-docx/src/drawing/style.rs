//! The part of a style sheet that speaks of drawings: rules whose selector begins with `svg`, and the variables they use.

use std::collections::BTreeMap;

/// What a style sheet says of drawings.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Look {
    rules: Vec<Rule>,
}

/// Something that holds for the elements that a selector names.
#[derive(Debug, Clone, PartialEq)]
struct Rule {
    /// The classes that the drawing as a whole must have.
    whole: Vec<String>,
    /// The name of the element, if the selector says one.
    element: Option<String>,
    /// The classes that the element must have.
    classes: Vec<String>,
    declarations: Vec<(String, String)>,
}

impl Look {
    /// Reads a style sheet. What stands under a condition (`@media`) is left out: a document is read as it was written. So is every rule that does not begin with
    /// `svg` and name one element or its classes.
    #[must_use]
    pub fn read(sheet: &str) -> Self {
        let mut variables: BTreeMap<String, String> = BTreeMap::new();
        let mut rules = Vec::new();
        for (selectors, body) in blocks(&without_remarks(sheet)) {
            let declarations: Vec<(String, String)> = body
                .split(';')
                .filter_map(|one| one.split_once(':'))
                .map(|(name, value)| (name.trim().to_owned(), value.trim().to_owned()))
                .collect();
            if selectors.trim() == ":root" {
                // What comes first is what holds without any condition.
                for (name, value) in declarations {
                    variables.entry(name).or_insert(value);
                }
                continue;
            }
            for selector in selectors.split(',') {
                if let Some((whole, element, classes)) = read_selector(selector) {
                    rules.push(Rule { whole, element, classes, declarations: declarations.clone() });
                }
            }
        }
        for rule in &mut rules {
            for (_, value) in &mut rule.declarations {
                if let Some(name) = value.strip_prefix("var(").and_then(|rest| rest.strip_suffix(')')) {
                    *value = variables.get(name.trim()).cloned().unwrap_or_default();
                }
            }
        }
        // The more classes a rule names the more it counts; of equals the last.
        rules
            .sort_by_key(|rule| (rule.whole.len() + rule.classes.len(), usize::from(rule.element.is_some())));
        Self { rules }
    }

    /// What the style sheet says of a property of an element, if anything.
    pub(super) fn of(&self, whole: &[&str], element: &str, classes: &[&str], property: &str) -> Option<&str> {
        let holds = |rule: &&Rule| {
            rule.element.as_deref().is_none_or(|name| name == element)
                && rule.whole.iter().all(|class| whole.contains(&class.as_str()))
                && rule.classes.iter().all(|class| classes.contains(&class.as_str()))
        };
        let said = |rule: &'_ Rule| rule.declarations.iter().rposition(|(name, _)| name == property);
        let rule = self
            .rules
            .iter()
            .rev()
            .filter(holds)
            .find_map(|rule| said(rule).map(|at| &rule.declarations[at].1))?;
        Some(rule)
    }
}

fn without_remarks(sheet: &str) -> String {
    let mut kept = String::new();
    let mut rest = sheet;
    while let Some((before, after)) = rest.split_once("/*") {
        kept.push_str(before);
        rest = after.split_once("*/").map_or("", |(_, after)| after);
    }
    kept + rest
}

/// The blocks of a sheet that stand under no condition: what they are for, and what they say.
fn blocks(sheet: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let (mut depth, mut head, mut body) = (0_usize, String::new(), String::new());
    for letter in sheet.chars() {
        match letter {
            '{' => {
                depth += 1;
                if depth > 1 {
                    body.push(letter);
                }
            }
            '}' => {
                depth = depth.saturating_sub(1);
                if depth == 0 {
                    let (head, body) = (std::mem::take(&mut head), std::mem::take(&mut body));
                    if !head.trim_start().starts_with('@') {
                        found.push((head, body));
                    }
                } else {
                    body.push(letter);
                }
            }
            _ if depth == 0 => head.push(letter),
            _ => body.push(letter),
        }
    }
    found
}

type Selector = (Vec<String>, Option<String>, Vec<String>);

/// `svg.small text.tick`: the classes of the whole, the element, its classes.
fn read_selector(selector: &str) -> Option<Selector> {
    let parts: Vec<&str> = selector.split_whitespace().collect();
    let [whole, of] = parts.as_slice() else { return None };
    let mut whole = whole.split('.');
    if whole.next() != Some("svg") || of.contains([':', '[', '>', '#', '*', '+', '~']) {
        return None;
    }
    let mut of = of.split('.');
    let element = of.next().filter(|name| !name.is_empty()).map(ToOwned::to_owned);
    Some((whole.map(ToOwned::to_owned).collect(), element, of.map(ToOwned::to_owned).collect()))
}

/// A colour written `#rgb` or `#rrggbb`.
pub(super) fn colour(written: &str) -> Option<[u8; 3]> {
    let digits = written.trim().strip_prefix('#')?;
    let digit = |at: usize| digits.get(at..=at).and_then(|one| u8::from_str_radix(one, 16).ok());
    let pair = |at: usize| digits.get(at..at + 2).and_then(|two| u8::from_str_radix(two, 16).ok());
    match digits.len() {
        3 => Some([17 * digit(0)?, 17 * digit(1)?, 17 * digit(2)?]),
        6 => Some([pair(0)?, pair(2)?, pair(4)?]),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_names_more_counts_more_and_conditions_do_not_count() {
        let look = Look::read(
            "/* svg text { fill: #f00; } */ :root { --ink: #123; }\n@media (prefers-color-scheme: dark) { :root { --ink: #fff; } svg text { fill: #fff; } }
             svg text { fill: var(--ink); font-size: 12px; }\nsvg.small text { font-size: 11px; }\nsvg .tick, svg .says { fill: #777; }\np { fill: #000; }",
        );
        assert_eq!(look.of(&["plot"], "text", &[], "fill"), Some("#123"));
        assert_eq!(look.of(&["plot"], "text", &["tick"], "fill"), Some("#777"));
        assert_eq!(look.of(&["plot", "small"], "text", &["tick"], "font-size"), Some("11px"));
        assert_eq!(look.of(&["plot"], "path", &[], "fill"), None);
        assert_eq!(
            (colour("#fff"), colour("#1c1e21"), colour("red")),
            (Some([255; 3]), Some([0x1c, 0x1e, 0x21]), None)
        );
    }
}
