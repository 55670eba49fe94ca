//! Packages that a side has compared, and whether what it says of them can all be true.

use std::sync::Arc;

use detente_model::{
    Comparison, IssueId, PositionId, Relation, Share, Weights, Worlds, comparison_constraint, contradiction,
};

use super::Decoder;
use crate::code::Code;
use crate::fault::Fault;
use crate::text::{Span, listed, quoted};
use crate::tree::Entry;

/// In how many worlds drawn the comparisons are tried against each other.
const TRIED: u64 = 256;
/// The seed of these worlds.
const SEED: u64 = 1;
/// How many issues a position can weigh whose weights comparisons restrict: the cost of a draw grows with their cube.
const MOST_WEIGHED: usize = 50;

impl<'t> Decoder<'_, 't> {
    pub(super) fn comparisons(&mut self) {
        for node in self.root.list_of("prefers") {
            let Some(table) = node.table() else {
                self.incomplete = true;
                continue;
            };
            let cite = self.citations(table).unwrap_or_default();
            let of = table.text("of").and_then(|id| self.known.actor(id));
            let (over, equal) = (table.entry("over"), table.entry("as_much_as"));
            if let (Some(over), Some(equal)) = (over, equal) {
                let fault = Fault::new(
                    Code::TwoRelations,
                    equal.key_span,
                    "a comparison says `over` or `as_much_as`, not both",
                );
                self.faults.push(fault.label("the second").related(over.key_span, "the first").help(
                    "keep `over` if the first package is wanted more, `as_much_as` if both are wanted alike",
                ));
                continue;
            }
            let relation = if over.is_some() { Relation::Preferred } else { Relation::Indifferent };
            let this = self.package(table.entry("this"));
            let that = self.package(over.or(equal));
            let (Some(of), Some(this), Some(that)) = (of, this, that) else {
                self.incomplete = true;
                continue;
            };
            self.unheard(of, table.get("of").map_or(node.span, |of| of.span), "comparison");
            if !self.alike(node.span, &this, &that) {
                continue;
            }
            let place = Some(self.place(node.span));
            self.case.comparisons.push(Comparison { of, this, that, relation, cite, place });
        }
    }

    /// One option on each of some issues; `None` with a fault.
    fn package(&mut self, entry: Option<Entry<'t>>) -> Option<Vec<(IssueId, usize)>> {
        let table = entry.and_then(|entry| entry.node.table())?;
        let mut package = Vec::with_capacity(table.len());
        for entry in table.entries() {
            let issue = self.known.issue(entry.key)?;
            package.push((issue, self.option(issue, entry.node)?));
        }
        package.sort_unstable();
        Some(package)
    }

    /// Whether two packages differ, and on issues that both name.
    fn alike(&mut self, span: Span, this: &[(IssueId, usize)], that: &[(IssueId, usize)]) -> bool {
        let names = |package: &[(IssueId, usize)], issue: IssueId| package.iter().any(|(k, _)| *k == issue);
        let lone: Vec<IssueId> = (this.iter().filter(|(k, _)| !names(that, *k)))
            .chain(that.iter().filter(|(k, _)| !names(this, *k)))
            .map(|(k, _)| *k)
            .collect();
        if !lone.is_empty() {
            let ids: Vec<&str> = lone.iter().map(|k| self.case.issue(*k).id.as_str()).collect();
            let message = format!("only one of the two packages says what happens on {}", listed(ids));
            self.faults.push(
                Fault::new(Code::ComparedUnlike, span, message).label("in this comparison").help(
                    "name the same issues in both; issues that neither names are taken to be settled alike",
                ),
            );
            return false;
        }
        if this == that {
            let fault =
                Fault::new(Code::IdleComparison, span, "this comparison is between a package and itself");
            self.faults.push(fault.label("says nothing"));
        }
        true
    }

    /// Tries the comparisons of each position against each other and against the weights stated, in the central world and in worlds drawn.
    pub(super) fn clashes(&mut self) {
        if self.faults.any_error() || self.incomplete || self.case.comparisons.is_empty() {
            return;
        }
        let case = Arc::new(std::mem::take(&mut self.case));
        for position in &case.positions {
            let own: Vec<&Comparison> = case.comparisons.iter().filter(|c| c.of == position.of).collect();
            let Some(first) = own.first() else { continue };
            let weighed = match &position.weights {
                Weights::Stated(list) => list.len(),
                Weights::Order(groups) => groups.iter().map(Vec::len).sum(),
            };
            if weighed > MOST_WEIGHED {
                let message = format!(
                    "{} weighs {weighed} issues; comparisons can restrict the weights of at most {MOST_WEIGHED}",
                    quoted(case.actor_id(position.of))
                );
                self.faults.push(Fault::new(Code::TooMany, span_of(first), message).label("compared here"));
                self.case = Arc::unwrap_or_clone(case);
                return;
            }
        }
        let worlds = Worlds::new(Arc::clone(&case), SEED);
        let central = worlds.central();
        let drawn: Vec<_> = (0..TRIED).map(|draw| worlds.regardless(draw)).collect();
        for i in 0..case.positions.len() {
            let id = PositionId(i);
            let own: Vec<&Comparison> =
                case.comparisons.iter().filter(|c| c.of == case.positions[i].of).collect();
            for comparison in own.iter().filter(|c| c.this != c.that) {
                let silent = |world| comparison_constraint(world, id, comparison).a.iter().all(|a| *a == 0.0);
                if silent(central) && drawn.iter().all(silent) {
                    let message = format!(
                        "this comparison says nothing about the weights of {}: both packages are worth the same whatever they are",
                        quoted(case.actor_id(comparison.of))
                    );
                    self.faults.push(
                        Fault::new(Code::IdleComparison, span_of(comparison), message).label("says nothing"),
                    );
                }
            }
            let failing = drawn.iter().filter(|world| world.contradicted().contains(&id)).count() as u64;
            let in_the_middle = central.contradicted().contains(&id);
            let Some(world) =
                std::iter::once(central).chain(&drawn).find(|world| world.contradicted().contains(&id))
            else {
                continue;
            };
            let Some(blamed) = contradiction(world, id) else { continue };
            let blamed: Vec<&Comparison> = blamed.into_iter().map(|c| &case.comparisons[c]).collect();
            let fatal = in_the_middle || failing == TRIED;
            let fault = clash(case.actor_id(case.positions[i].of), &blamed, fatal, Share::of(failing, TRIED));
            self.faults.push(fault);
        }
        drop((worlds, drawn));
        self.case = Arc::unwrap_or_clone(case);
    }
}

/// The fault of comparisons that cannot all hold.
fn clash(of: &str, blamed: &[&Comparison], fatal: bool, failing: Share) -> Fault {
    let weights = quoted(of);
    let what = match blamed {
        [_] => format!("this comparison contradicts the weights and values stated for {weights}"),
        [_, _] => format!("two comparisons of {weights} and its weights cannot all hold"),
        more => format!("{} comparisons of {weights} and its weights cannot all hold", more.len()),
    };
    let Share { hits, draws } = failing;
    let (code, message) = match (fatal, hits == draws) {
        (true, true) => (Code::ComparisonsContradict, what),
        (true, false) => (
            Code::ComparisonsContradict,
            format!(
                "{what} when every judgement is taken at its middle (nor do they in {hits} of {draws} worlds drawn)"
            ),
        ),
        (false, _) => (
            Code::ComparisonsClashAtTimes,
            format!("{what} in {hits} of {draws} worlds drawn, which are drawn anew"),
        ),
    };
    let help = match (fatal, blamed.len()) {
        (true, 1) => "leave it out, turn it round, or loosen the weights or the importance",
        (true, _) => "without any one of them the others could hold: leave one out, or turn it round",
        (false, _) => "narrow what the options are worth, if what was compared is sure",
    };
    let mut places = blamed.iter().map(|comparison| span_of(comparison));
    let mut fault = Fault::new(code, places.next().unwrap_or(Span::new(0, 0)), message);
    fault = fault.label(if blamed.len() == 1 { "cannot hold" } else { "this one" });
    for place in places {
        fault = fault.related(place, "and this one");
    }
    fault.help(help)
}

fn span_of(comparison: &Comparison) -> Span {
    comparison.place.map_or(Span::new(0, 0), |place| Span::new(place.offset, place.offset + place.len))
}
