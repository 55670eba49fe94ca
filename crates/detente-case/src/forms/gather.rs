//! From the layout of a text to its forms.

use std::collections::BTreeMap;

use super::{
    AudienceForm, ClaimForm, Forms, IssueForm, NoForms, NumberForm, OptionForm, PartyForm, PointForm,
    PositionForm, PropositionForm, SourceForm, StandForm, ValueForm, WeightForm,
};
use crate::edit::kind::{declared, member, under};
use crate::edit::layout::{How, Id, Layout, ROOT};
use crate::edit::path::{Paths, printed};
use crate::edit::{EditFault, sound};
use crate::format::{Bounds, Kind};
use crate::write;

/// The most steps of a range that are listed one by one: as many as an issue can have.
const MOST_STEPS: f64 = 10_000.0;

/// Reads the forms of a text.
///
/// # Errors
/// The text is not sound TOML.
pub fn of(text: &str) -> Result<Forms, NoForms> {
    sound(text).map_err(EditFault::Broken)?;
    let Some(layout) = Layout::of(text) else { return Ok(Forms::default()) };
    let paths = Paths::of(&layout);
    let gathering = Gathering { layout: &layout, paths: &paths };
    Ok(gathering.forms())
}

struct Gathering<'l> {
    layout: &'l Layout<'l>,
    paths: &'l Paths,
}

impl Gathering<'_> {
    fn forms(&self) -> Forms {
        let issues: Vec<IssueForm> =
            self.named(ROOT, "issues").into_iter().map(|(id, at)| self.issue(id, at)).collect();
        let positions = self
            .named(ROOT, "positions")
            .into_iter()
            .map(|(of, at)| self.position(of, at, &issues))
            .collect();
        let name = |at, id: &str| self.text(at, "name").unwrap_or_else(|| id.to_owned());
        let party = |(id, at): (String, Id)| PartyForm {
            path: self.path(at),
            name: name(at, &id),
            role: self.text(at, "role").unwrap_or_default(),
            line: self.line(at),
            id,
        };
        let audience = |(id, at): (String, Id)| AudienceForm {
            path: self.path(at),
            name: name(at, &id),
            of: self.text(at, "of").unwrap_or_default(),
            veto: self.truth(at, "veto"),
            line: self.line(at),
            id,
        };
        let proposition = |(id, at): (String, Id)| PropositionForm {
            path: self.path(at),
            text: self.text(at, "text").unwrap_or_else(|| id.clone()),
            prior: self.number(at, "prior"),
            line: self.line(at),
            id,
        };
        let source = |(id, at): (String, Id)| SourceForm {
            title: self.text(at, "title").unwrap_or_else(|| id.clone()),
            id,
        };
        Forms {
            parties: self.named(ROOT, "parties").into_iter().map(party).collect(),
            audiences: self.named(ROOT, "audiences").into_iter().map(audience).collect(),
            positions,
            propositions: self.named(ROOT, "propositions").into_iter().map(proposition).collect(),
            claims: self.members(ROOT, "claims").into_iter().map(|at| self.claim(at)).collect(),
            sources: self.named(ROOT, "sources").into_iter().map(source).collect(),
            others: self.others(),
            about: about(),
            issues,
        }
    }

    /// The tables under a key by their ids, in the order of the file.
    fn named(&self, table: Id, key: &str) -> Vec<(String, Id)> {
        self.members(table, key)
            .into_iter()
            .filter_map(|id| Some((self.layout.node(id).key.clone()?, id)))
            .collect()
    }

    /// What stands in the table or the list under a key, in the order of the file.
    fn members(&self, table: Id, key: &str) -> Vec<Id> {
        let found = self.layout.child(table, key);
        found.map(|found| self.layout.node(found).children.clone()).unwrap_or_default()
    }

    fn path(&self, at: Id) -> String {
        self.paths.path(self.layout, at)
    }

    fn line(&self, at: Id) -> usize {
        self.layout.shown(at).map_or(0, |span| self.layout.line_of(span.start))
    }

    /// What is written at a place, if it stands in one piece.
    fn written(&self, at: Id) -> Option<String> {
        self.layout.value(at).map(|span| self.layout.slice(span).to_owned())
    }

    fn text(&self, table: Id, key: &str) -> Option<String> {
        self.layout.text_of(self.layout.child(table, key)?)
    }

    /// A text or a day.
    fn word(&self, table: Id, key: &str) -> Option<String> {
        let at = self.layout.child(table, key)?;
        self.layout.text_of(at).or_else(|| self.written(at))
    }

    fn truth(&self, table: Id, key: &str) -> bool {
        let found = self.layout.child(table, key).and_then(|at| self.written(at));
        found.as_deref() == Some("true")
    }

    fn texts(&self, table: Id, key: &str) -> Option<Vec<String>> {
        let list = self.layout.child(table, key)?;
        let members = self.layout.node(list).children.iter();
        Some(members.filter_map(|at| self.layout.text_of(*at)).collect())
    }

    fn number(&self, table: Id, key: &str) -> Option<NumberForm> {
        self.number_at(self.layout.child(table, key)?)
    }

    fn number_at(&self, at: Id) -> Option<NumberForm> {
        let bounds = self.layout.kind(at).and_then(bounds);
        let finite = |x: f64| x.is_finite().then_some(x);
        Some(NumberForm {
            path: self.path(at),
            parts: self.parts(at),
            stated: self.written(at)?,
            // What must be above 0 has the least number there is as its bound: 0 for whoever drags.
            least: bounds.and_then(|bounds| finite(bounds.least)).map(|x| if x < 1e-300 { 0.0 } else { x }),
            most: bounds.and_then(|bounds| finite(bounds.most)),
            line: self.line(at),
        })
    }

    /// The numbers of which an uncertain number is made, if it is a number at all.
    fn parts(&self, at: Id) -> Vec<f64> {
        let node = self.layout.node(at);
        match node.how {
            How::Scalar(_) => self.exact(at).into_iter().collect(),
            How::List(_) => {
                let parts: Option<Vec<f64>> = node.children.iter().map(|part| self.exact(*part)).collect();
                parts.filter(|parts| parts.len() <= 3).unwrap_or_default()
            }
            How::Braces(_) | How::Section | How::Dotted | How::Sections => Vec::new(),
        }
    }

    /// A number that is written as one.
    fn exact(&self, at: Id) -> Option<f64> {
        let written = self.written(at)?;
        let value = toml::de::DeValue::parse(&written).ok()?;
        number_of(value.get_ref()).filter(|x| x.is_finite())
    }

    /// What an option says, as paths and people know it.
    fn option_text(&self, at: Id) -> Option<String> {
        self.layout.text_of(at).or_else(|| self.exact(at).map(|x| (x + 0.0).to_string()))
    }

    fn issue(&self, id: String, at: Id) -> IssueForm {
        let path = self.path(at);
        let listed = self.layout.child(at, "options").map(|list| self.layout.node(list).children.clone());
        let range = self.layout.child(at, "range");
        let options: Vec<OptionForm> = match &listed {
            Some(options) => options
                .iter()
                .filter_map(|option| {
                    let (text, written) = (self.option_text(*option)?, self.written(*option)?);
                    Some(OptionForm { text, written, path: Some(self.path(*option)) })
                })
                .collect(),
            None => range.map(|range| self.steps(range)).unwrap_or_default(),
        };
        let first = listed.as_ref().and_then(|options| options.first());
        IssueForm {
            numeric: listed.is_none() || first.is_some_and(|first| self.layout.text_of(*first).is_none()),
            ranged: listed.is_none() && range.is_some(),
            name: self.text(at, "name").unwrap_or_else(|| id.clone()),
            unit: self.text(at, "unit"),
            options_path: format!("{path}.options[]"),
            line: self.line(at),
            options,
            path,
            id,
        }
    }

    /// The steps of a range; none if it is continuous, or cannot be stepped through.
    fn steps(&self, range: Id) -> Vec<OptionForm> {
        let end = |key| self.layout.child(range, key).and_then(|at| self.exact(at));
        let (Some(from), Some(to), Some(step)) = (end("from"), end("to"), end("step")) else {
            return Vec::new();
        };
        let steps = ((to - from) / step).round();
        if !(step > 0.0 && (0.0..MOST_STEPS).contains(&steps)) {
            return Vec::new();
        }
        let scale = from.abs().max(to.abs());
        let option = |i: usize| {
            let text = (write::as_written(from + i as f64 * step, scale) + 0.0).to_string();
            OptionForm { written: text.clone(), text, path: None }
        };
        (0..=steps as usize).map(option).collect()
    }

    fn position(&self, of: String, at: Id, issues: &[IssueForm]) -> PositionForm {
        let path = self.path(at);
        let weight = |(issue, at): (String, Id)| Some(WeightForm { issue, weight: self.number_at(at)? });
        let no_deal = self.number(at, "no_deal");
        PositionForm {
            no_deal: no_deal.filter(|number| !number.parts.is_empty()),
            no_deal_stated: self.layout.child(at, "no_deal").and_then(|at| self.written(at)),
            weights: self.named(at, "weights").into_iter().filter_map(weight).collect(),
            importance: self.layout.child(at, "importance").map(|list| self.order(list)),
            cite: self.texts(at, "cite"),
            note: self.text(at, "note"),
            stands: issues.iter().map(|issue| self.stand(at, &path, issue)).collect(),
            line: self.line(at),
            path,
            of,
        }
    }

    /// An order in which some may be alike.
    fn order(&self, list: Id) -> Vec<Vec<String>> {
        let group = |at: &Id| match self.layout.text_of(*at) {
            Some(one) => vec![one],
            None => self.layout.node(*at).children.iter().filter_map(|at| self.layout.text_of(*at)).collect(),
        };
        let groups = self.layout.node(list).children.iter().map(group);
        groups.filter(|group: &Vec<String>| !group.is_empty()).collect()
    }

    fn stand(&self, position: Id, above: &str, issue: &IssueForm) -> StandForm {
        let path = format!("{above}.{}", printed(&issue.id));
        let mut stand = StandForm {
            issue: issue.id.clone(),
            at_most_path: format!("{path}.at_most"),
            at_least_path: format!("{path}.at_least"),
            ..StandForm::default()
        };
        let at = self.layout.child(position, &issue.id);
        let values = at.and_then(|at| self.layout.child(at, "values"));
        stand.values = issue.options.iter().map(|option| self.value(values, &path, option)).collect();
        stand.path = path;
        let Some(at) = at else { return stand };
        stand.there = true;
        stand.valued = values.is_some();
        stand.ideal = self.number(at, "ideal");
        stand.worst = self.number(at, "worst");
        stand.points = self.members(at, "points").into_iter().filter_map(|point| self.point(point)).collect();
        stand.never = self.members(at, "never").iter().filter_map(|at| self.option_text(*at)).collect();
        let doubtful = self.members(at, "never").into_iter().filter_map(|at| self.layout.child(at, "option"));
        stand.perhaps_never = doubtful.filter_map(|at| self.option_text(at)).collect();
        stand.at_most = self.number(at, "at_most");
        stand.at_least = self.number(at, "at_least");
        stand.cite = self.texts(at, "cite");
        stand.note = self.text(at, "note");
        stand.line = self.line(at);
        stand
    }

    fn value(&self, values: Option<Id>, stand: &str, option: &OptionForm) -> ValueForm {
        let number = option.text.parse::<f64>().ok();
        let same = |key: &str| {
            key == option.text
                || matches!((number, key.trim().parse::<f64>()), (Some(x), Ok(y)) if (x - y).abs() <= 1e-9 * x.abs().max(1.0))
        };
        let found = values.and_then(|values| {
            self.layout.child(values, &option.text).or_else(|| {
                let mut keys = self.layout.node(values).children.iter().copied();
                keys.find(|at| self.layout.node(*at).key.as_deref().is_some_and(same))
            })
        });
        ValueForm {
            option: option.text.clone(),
            written: option.written.clone(),
            path: match found {
                Some(found) => self.path(found),
                None => format!("{stand}.values.{}", write::Key::quoted(&option.text).as_str()),
            },
            value: found.and_then(|found| self.number_at(found)),
        }
    }

    /// A point is known by what it is worth; where it lies is its first member.
    fn point(&self, point: Id) -> Option<PointForm> {
        let [at, worth] = self.layout.node(point).children[..] else { return None };
        let path = self.path(point);
        let lies = NumberForm { path: format!("{path}[1]"), ..self.number_at(at)? };
        let worth = NumberForm { path, least: Some(0.0), most: Some(1.0), ..self.number_at(worth)? };
        Some(PointForm { at: lies, worth })
    }

    fn claim(&self, at: Id) -> ClaimForm {
        let word = |key| self.word(at, key);
        ClaimForm {
            path: self.path(at),
            id: word("id"),
            text: word("text"),
            said: word("said"),
            reported: word("reported"),
            by: word("by"),
            party: word("party"),
            role: word("role"),
            source: word("source"),
            origin: word("origin"),
            on: word("on"),
            stance: word("stance"),
            strength: word("strength"),
            likelihood_ratio: self.number(at, "likelihood_ratio"),
            quantity: word("quantity"),
            value: self.number(at, "value"),
            grade: word("grade"),
            draft: self.truth(at, "draft"),
            line: self.line(at),
        }
    }

    /// The numbers that stand in no other form.
    fn others(&self) -> Vec<NumberForm> {
        const SHOWN: [&str; 4] = ["positions", "claims", "issues", "propositions"];
        let mut found = Vec::new();
        let tables = &self.layout.node(ROOT).children;
        let shown = |at: &Id| self.layout.node(*at).key.as_deref().is_some_and(|key| SHOWN.contains(&key));
        let mut open: Vec<Id> = tables.iter().rev().copied().filter(|at| !shown(at)).collect();
        while let Some(at) = open.pop() {
            if self.layout.is_number(at) {
                found.extend(self.number_at(at).filter(|number| !number.parts.is_empty()));
            } else {
                open.extend(self.layout.node(at).children.iter().rev());
            }
        }
        found
    }
}

fn number_of(value: &toml::de::DeValue<'_>) -> Option<f64> {
    use toml::de::DeValue;
    match value {
        DeValue::Integer(integer) => {
            i128::from_str_radix(integer.as_str(), integer.radix()).ok().map(|i| i as f64)
        }
        DeValue::Float(float) => float.as_str().parse().ok(),
        _ => None,
    }
}

/// The bounds of a number that a place asks for.
fn bounds(kind: &'static Kind) -> Option<Bounds> {
    match kind {
        Kind::Number(bounds) => Some(*bounds),
        Kind::Either(kinds) => kinds.iter().find_map(bounds),
        _ => None,
    }
}

/// What the format says of each key that a form shows.
fn about() -> BTreeMap<String, String> {
    let whole = Kind::Table(&crate::format::CASE);
    let mut about = BTreeMap::new();
    let Kind::Table(shape) = whole else { return about };
    let tables = ["parties", "audiences", "ratification", "issues", "positions", "propositions", "claims"];
    for key in shape.keys.iter().filter(|key| tables.contains(&key.name)) {
        let Some(table) = of_members(&key.kind) else { continue };
        tell(&mut about, key.name, table);
        if let Kind::Table(shape) = table
            && let Some((_, others)) = shape.others
        {
            tell(&mut about, "stands", others);
        }
    }
    about
}

/// What the members of a list or of a table by name are.
fn of_members(kind: &'static Kind) -> Option<&'static Kind> {
    member(kind).or_else(|| under(kind, "…"))
}

fn tell(about: &mut BTreeMap<String, String>, table: &str, kind: &'static Kind) {
    for key in declared(Some(kind)) {
        about.insert(format!("{table}.{}", key.name), key.about.to_owned());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const CASE: &str = r#"
case = 1
[parties.a]
name = "A"
[issues.pay]
range = { from = 0, to = 1, step = 0.5 }
[issues.crew]
options = ["own \"staff\"", "mixed.or"]
[issues.dues]
range = { from = 0, to = 10 }
[positions.a]
no_deal = { pay = 1 }
importance = ["pay", ["crew", "dues"]]
[positions.a.pay]
values = { 0 = 0, "0.50" = [0.1, 0.2], 1 = [0.2, 0.3, 0.4] }
never = [0]
[positions.a.dues]
points = [[0, 0], [[4, 5], [0.5, 0.6]], [10, 1]]
at_most = 9
cite = []
slip = 3
[exchange]
pledge_days = "issue:pay"
calm_value_per_day = { a = [0, 1] }
"#;

    #[test]
    fn whatever_has_a_place_is_found_in_a_case_with_faults() {
        let forms = of(CASE).unwrap_or_default();
        let options: Vec<&str> = forms.issues[0].options.iter().map(|option| option.text.as_str()).collect();
        assert_eq!(options, ["0", "0.5", "1"]);
        let position = &forms.positions[0];
        assert_eq!(position.no_deal, None);
        assert_eq!(position.no_deal_stated.as_deref(), Some("{ pay = 1 }"));
        assert_eq!(position.importance, Some(vec![vec!["pay".into()], vec!["crew".into(), "dues".into()]]));
        let [pay, crew, dues] = &position.stands[..] else { panic!("{:?}", position.stands) };
        let parts = |stand: &StandForm| -> Vec<Vec<f64>> {
            stand.values.iter().filter_map(|value| value.value.as_ref()).map(|n| n.parts.clone()).collect()
        };
        assert_eq!(parts(pay), [vec![0.0], vec![0.1, 0.2], vec![0.2, 0.3, 0.4]]);
        assert_eq!(pay.never, ["0"]);
        assert!(!crew.there && crew.values.iter().all(|value| value.value.is_none()));
        assert_eq!(dues.points[1].at.parts, [4.0, 5.0]);
        assert_eq!(dues.points[1].worth.parts, [0.5, 0.6]);
        assert_eq!(dues.cite, Some(Vec::new()));
        let others: Vec<&str> = forms.others.iter().map(|number| number.path.as_str()).collect();
        assert_eq!(others, ["exchange.calm_value_per_day.a"]);
        assert!(forms.about.contains_key("claims.strength") && forms.about.contains_key("stands.at_most"));
    }

    #[test]
    fn every_path_leads_to_what_is_told_of_it() {
        let text = crate::template();
        let forms = of(text).unwrap_or_default();
        let places = crate::edit::paths(text).unwrap_or_default();
        let mut seen = 0;
        let mut told = |number: &NumberForm| {
            seen += 1;
            let place = places.iter().find(|place| place.path == number.path);
            // Where a point lies is listed with the point.
            assert!(
                place.is_some_and(|place| place.text == number.stated) || number.path.ends_with("][1]"),
                "{number:?}: {place:?}"
            );
        };
        for position in &forms.positions {
            position.no_deal.iter().for_each(&mut told);
            position.weights.iter().for_each(|one| told(&one.weight));
            for stand in &position.stands {
                stand.values.iter().filter_map(|value| value.value.as_ref()).for_each(&mut told);
                [&stand.ideal, &stand.worst, &stand.at_most, &stand.at_least]
                    .into_iter()
                    .flatten()
                    .for_each(&mut told);
                stand.points.iter().for_each(|point| told(&point.worth));
            }
        }
        forms.others.iter().for_each(&mut told);
        assert!(seen > 10, "only {seen} numbers");
    }

    #[test]
    fn an_option_without_a_value_can_be_given_one() {
        let forms = of(CASE).unwrap_or_default();
        for value in &forms.positions[0].stands[1].values {
            let edit = crate::edit::Edit::put(&value.path, "0.5");
            let text = crate::edit::rewrite(CASE, &[edit]).map(|(text, _)| text).unwrap_or_default();
            let after = of(&text).unwrap_or_default();
            let stated = after.positions[0].stands[1].values.iter().find(|one| one.option == value.option);
            assert_eq!(stated.and_then(|one| one.value.as_ref()).map(|n| n.parts.clone()), Some(vec![0.5]));
        }
    }
}
