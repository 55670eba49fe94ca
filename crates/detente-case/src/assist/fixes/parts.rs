//! Parts of a case that do not go together: too much, too little, or twice.

use super::at::Mender;
use crate::code::Code;
use crate::edit::layout::{How, Id};
use crate::format::{Kind, Names};
use crate::text::quoted;
use crate::write::{Key, Value};

impl Mender<'_, '_> {
    pub(super) fn of_parts(&mut self) {
        match self.code() {
            Code::OptionsOrRange | Code::NoOptions | Code::NoIssues | Code::MixedOptions => self.issues(),
            Code::MissingPosition | Code::SilentAudience | Code::UnusedPosition | Code::TooFewPrincipals => {
                self.parties();
            }
            Code::PositionWithoutWeights
            | Code::WeightsAndImportance
            | Code::ValuesWithoutWeight
            | Code::WeightWithoutValues => self.weighing(),
            Code::Valuation | Code::MissingValue => self.valuation(),
            Code::ClaimBearing | Code::ClaimEvent => self.claim(),
            Code::GuaranteeTable | Code::HazardRatio | Code::NotNumeric | Code::Schedule => self.terms(),
            Code::Formula | Code::MissingPreferences | Code::Ranking | Code::Conflict => self.conflict(),
            Code::TwoRelations => {
                if let Some(table) = self.here().and_then(|id| self.layout.node(id).parent) {
                    self.take_out_keys(table, &["over", "as_much_as"]);
                }
            }
            Code::TwoLives => {
                if let Some(table) = self.here().and_then(|id| self.layout.node(id).parent) {
                    self.take_out_keys(table, &["shape", "life", "broke_after", "broke_between", "held_for"]);
                }
            }
            // What is said for nothing, or cannot be, goes.
            Code::DuplicateOption
            | Code::DuplicateIssue
            | Code::RefusesEverything
            | Code::QuotaWithoutAudience
            | Code::ContinuousIssue
            | Code::ConditionalRedLine
            | Code::NothingFeasible
            | Code::EmptyCondition
            | Code::IdleComparison
            | Code::ComparisonsContradict
            | Code::ComparisonsClashAtTimes
            | Code::ComparedUnlike
            | Code::NoFeasibleState
            | Code::InfeasibleStatusQuo
            | Code::ConflictWithoutMoves
            | Code::AmendsNothing
            | Code::NotAmendable
            | Code::AmendedTwice
            | Code::AmendedByTwo
            | Code::Commitment
            | Code::CommitmentReport => self.superfluous(),
            _ => {}
        }
    }

    /// The thing at which the fault points, or the entry of a list in which it stands.
    fn superfluous(&mut self) {
        let Some(id) = self.here() else { return };
        self.take_out(id);
        if let Some(member) = self.member_around(id) {
            self.take_out(member);
        }
    }

    fn issues(&mut self) {
        let Some(id) = self.here() else { return };
        let layout = self.layout;
        match self.code() {
            Code::OptionsOrRange => {
                let issue = self.shaped(id, "issue").unwrap_or(id);
                self.take_out_keys(issue, &["range", "options"]);
                if layout.child(issue, "options").is_none() {
                    self.add(issue, "options", "[\"yes\", \"no\"]");
                }
            }
            Code::NoOptions => self.set(id, "[\"yes\", \"no\"]"),
            Code::NoIssues => self.add_at_end(
                "add an issue to fill in",
                "[issues.agree]\nname = \"Agree\"\noptions = [\"yes\", \"no\"]\n",
            ),
            _ => {
                // All options in words.
                let Some(list) = layout.node(id).parent else { return };
                let edits: Vec<_> = layout
                    .node(list)
                    .children
                    .iter()
                    .filter(|id| layout.number(**id).is_some())
                    .filter_map(|id| layout.value(*id))
                    .map(|span| (span, Value::from(layout.slice(span)).to_string()))
                    .collect();
                self.fix("write all options in words", edits);
            }
        }
    }

    fn parties(&mut self) {
        let layout = self.layout;
        let id = self.slice().trim_matches(['"', '\'']).to_owned();
        match self.code() {
            Code::TooFewPrincipals => {
                for named in layout.named(Names::Party).into_iter().take(20) {
                    self.must_sign(named.node, &named.id);
                }
            }
            Code::UnusedPosition => {
                if let Some(party) = layout.declared(Names::Party, &id) {
                    self.must_sign(party.node, &id);
                }
                self.superfluous();
            }
            _ => {
                let heading = format!("[positions.{}]", Key::from(&id).as_str());
                let title = format!("add {}", quoted(&heading));
                self.add_at_end(&title, &format!("{heading}\nno_deal = [0, 1]\n"));
                if self.code() == Code::SilentAudience {
                    self.superfluous();
                }
            }
        }
    }

    /// Makes a party one that must sign.
    fn must_sign(&mut self, party: Id, name: &str) {
        let Some(role) = self.layout.child(party, "role") else { return };
        if self.layout.text_of(role).as_deref() != Some("principal")
            && let Some(span) = self.layout.value(role)
        {
            self.fix(
                format!("say that {} must sign", quoted(name)),
                vec![(span, String::from("\"principal\""))],
            );
        }
    }

    fn weighing(&mut self) {
        let Some(id) = self.here() else { return };
        let Some(position) = self.shaped(id, "position") else { return };
        let layout = self.layout;
        let issues = |of: Id| -> Vec<String> {
            let valued = |id: &Id| {
                let says = ["values", "ideal", "points"].iter().any(|key| layout.child(*id, key).is_some());
                layout.node(*id).key.clone().filter(|_| says)
            };
            layout.node(of).children.iter().filter_map(valued).collect()
        };
        match self.code() {
            Code::WeightsAndImportance => self.take_out_keys(position, &["weights", "importance"]),
            Code::WeightWithoutValues => self.take_out(id),
            Code::PositionWithoutWeights => {
                let tie = format!("[{}]", Value::list(issues(position)).as_str());
                self.add(position, "importance", &tie);
            }
            _ => {
                let Some(weights) = layout.child(position, "weights") else {
                    if let Some(order) = layout.child(position, "importance") {
                        let named: Vec<String> = layout
                            .ids()
                            .filter_map(|id| {
                                layout.is_within(id, order).then(|| layout.text_of(id)).flatten()
                            })
                            .collect();
                        for issue in issues(position).into_iter().filter(|issue| !named.contains(issue)) {
                            self.append(order, Value::from(issue).as_str());
                        }
                    }
                    return;
                };
                let missing: Vec<(String, String)> = issues(position)
                    .into_iter()
                    .filter(|issue| layout.child(weights, issue).is_none())
                    .map(|issue| (issue, String::from("0")))
                    .collect();
                self.add_all(weights, &missing);
            }
        }
    }

    fn valuation(&mut self) {
        let Some(id) = self.here() else { return };
        let Some(table) = self.shaped(id, "issue position") else { return };
        let layout = self.layout;
        let issue = layout.node(table).key.clone().unwrap_or_default();
        if self.code() == Code::MissingValue {
            let Some(values) = layout.child(table, "values") else { return };
            let missing: Vec<(String, String)> = layout
                .options(&issue)
                .iter()
                .map(|option| crate::assist::pattern::key_of(option))
                .filter(|option| layout.child(values, option).is_none())
                .map(|option| (option, String::from("[0, 1]")))
                .collect();
            self.add_all(values, &missing);
            // Options in numbers may be written in another way.
            for one in missing {
                self.add(values, &one.0, &one.1);
            }
            return;
        }
        let has = |key: &str| layout.child(table, key).is_some();
        for (there, missing) in [("ideal", "worst"), ("worst", "ideal")] {
            if !has(there) || has(missing) {
                continue;
            }
            // The other end of what is on the table.
            let stated = layout.child(table, there).and_then(|id| layout.number(id));
            let mut ends: Vec<f64> =
                layout.options(&issue).iter().filter_map(|option| option.parse().ok()).collect();
            ends.sort_by(f64::total_cmp);
            let far = |x: &f64| stated.map_or(0.0, |stated| (x - stated).abs());
            let ends = [ends.first().copied(), ends.last().copied()].into_iter().flatten();
            if let Some(end) = ends.max_by(|a, b| far(a).total_cmp(&far(b))) {
                self.add(table, missing, Value::from(end).as_str());
            }
            self.take_out_keys(table, &[there]);
        }
        self.take_out_keys(table, &["values", "points"]);
        if let (Some(ideal), Some(worst)) = (layout.child(table, "ideal"), layout.child(table, "worst")) {
            self.take_out_all(&[ideal, worst]);
        }
    }

    fn claim(&mut self) {
        let Some(id) = self.here() else { return };
        let Some(claim) = self.shaped(id, "claim") else { return };
        let layout = self.layout;
        let has = |key: &str| layout.child(claim, key).is_some();
        if has("on") && !has("stance") && !has("likelihood_ratio") {
            self.add(claim, "stance", "\"for\"");
            self.add(claim, "stance", "\"against\"");
        }
        if has("quantity") && !has("value") {
            self.add(claim, "value", "1");
        }
        if has("dataset") || has("code") || has("precision") || has("until") {
            self.add(claim, "kind", "\"event\"");
        }
        if has("kind") {
            let wanted = [("dataset", "\"…\""), ("precision", "\"unknown\"")];
            let missing: Vec<(String, String)> = wanted
                .into_iter()
                .filter(|(key, _)| !has(key))
                .map(|(key, value)| (key.to_owned(), value.to_owned()))
                .collect();
            self.add_all(claim, &missing);
            // A claim that says what it bears on, and no row of a data set.
            let keys = [
                "kind",
                "dataset",
                "code",
                "actors",
                "location",
                "precision",
                "until",
                "deaths",
                "retrieved",
            ];
            let there: Vec<Id> = keys.iter().filter_map(|key| layout.child(claim, key)).collect();
            let bearing = ["on", "stance", "strength", "likelihood_ratio", "quantity", "value", "counting"];
            let said: Vec<Id> = bearing.iter().filter_map(|key| layout.child(claim, key)).collect();
            if self.code() == Code::ClaimBearing && !said.is_empty() {
                self.take_out_all(&said);
                self.take_out_all(&there);
            }
        }
        if has("quantity") && has("on") {
            let keys =
                |keys: &[&str]| keys.iter().filter_map(|key| layout.child(claim, key)).collect::<Vec<Id>>();
            self.take_out_all(&keys(&["quantity", "value", "counting"]));
            self.take_out_all(&keys(&["on", "stance", "strength", "likelihood_ratio"]));
        }
        self.take_out(id);
    }

    fn terms(&mut self) {
        let Some(id) = self.here() else { return };
        let layout = self.layout;
        match self.code() {
            Code::HazardRatio => {
                if let Some(factor) = self.shaped(id, "factor") {
                    self.add(factor, "hazard_ratio", "[0.5, 1]");
                }
            }
            Code::GuaranteeTable => {
                let exchange = self.child_of_root("exchange");
                let issue = exchange
                    .and_then(|exchange| layout.text_of(layout.child(exchange, "guarantee")?))
                    .and_then(|issue| issue.strip_prefix("issue:").map(str::to_owned));
                let options: Vec<String> = issue
                    .map(|issue| {
                        layout.options(&issue).iter().map(|o| crate::assist::pattern::key_of(o)).collect()
                    })
                    .unwrap_or_default();
                let table = exchange.and_then(|exchange| layout.child(exchange, "guarantee_table"));
                if let Some(table) = table {
                    let missing: Vec<(String, String)> = options
                        .into_iter()
                        .filter(|option| layout.child(table, option).is_none())
                        .map(|option| (option, String::from("{ }")))
                        .collect();
                    self.add_all(table, &missing);
                    self.take_out(table);
                } else {
                    let mut lines = String::from("[exchange.guarantee_table]\n");
                    for option in options {
                        lines.extend([Key::quoted(&option).as_str(), " = {}\n"]);
                    }
                    let title = "add `[exchange.guarantee_table]`, in which a breach costs nobody anything";
                    self.add_at_end(title, &lines);
                }
            }
            Code::NotNumeric if self.at_key().is_none() => {
                for issue in layout.named(Names::Issue) {
                    let first = layout.options(&issue.id).into_iter().next();
                    if first.is_some_and(|option| option.parse::<f64>().is_ok()) {
                        self.set(id, Value::from(format!("issue:{}", issue.id)).as_str());
                    }
                }
                self.set(id, "1");
            }
            Code::Schedule => {
                let table = match layout.node(id).how {
                    How::Braces(_) | How::Section => id,
                    _ => self.shaped(id, "schedule").unwrap_or(id),
                };
                self.take_out_keys(table, &["every", "on", "steps", "stages"]);
                for (key, value) in [("every", "1"), ("stages", "1")] {
                    if layout.child(table, key).is_none() {
                        self.add(table, key, value);
                    }
                }
                if let (Some(stages), Some(every)) =
                    (layout.child(table, "stages"), layout.child(table, "every"))
                {
                    self.take_out_all(&[stages, every]);
                }
                if layout.node(id).key.is_none() {
                    self.take_out(id);
                }
            }
            _ => self.take_out(id),
        }
    }

    fn conflict(&mut self) {
        let layout = self.layout;
        if self.code() == Code::MissingPreferences {
            let party = self.slice().trim_matches(['"', '\'']).to_owned();
            let by = |node: Id| layout.child(node, "by").and_then(|by| layout.text_of(by));
            // The fault points at a move of the party.
            let party = layout.declared(Names::Move, &party).and_then(|its| by(its.node)).unwrap_or(party);
            let moves: Vec<String> = layout
                .named(Names::Move)
                .into_iter()
                .filter(|named| by(named.node).as_deref() == Some(party.as_str()))
                .map(|named| named.id)
                .collect();
            let list = format!(
                "[{}]",
                Value::list(moves.iter().map(String::as_str)).as_str().trim_matches(['[', ']'])
            );
            let conflict = self.child_of_root("conflict");
            if let Some(preferences) = conflict.and_then(|conflict| layout.child(conflict, "preferences")) {
                self.add(preferences, &party, &list);
            } else if let Some(conflict) = conflict {
                let table = format!("{{ {} = {list} }}", Key::from(&party).as_str());
                self.add(conflict, "preferences", &table);
            }
            return;
        }
        if let Some(id) = self.at_value() {
            // A list with one statement in it is that statement.
            if let (How::List(_), [only]) = (layout.node(id).how, &layout.node(id).children[..])
                && layout.node(id).key.is_none()
            {
                let only = layout.inline(*only);
                self.set(id, &only);
            }
            if let Some(text) = layout.text_of(id)
                && let Some(sure) = text.trim().strip_prefix('?')
            {
                self.set(id, Value::from(sure.trim()).as_str());
            }
            // Without the entry in which it stands.
            self.take_out(id);
            if let Some(pair) = layout.node(id).parent.filter(|pair| layout.node(*pair).key.is_none()) {
                self.take_out(pair);
            }
            return;
        }
        if let Some(id) = self.at_key() {
            self.take_out(id);
            return;
        }
        // Inside of a statement.
        let around = layout.ids().find(|id| {
            layout.value(*id).is_some_and(|span| span.start < self.span.start && self.span.end <= span.end)
                && layout.text_of(*id).is_some()
        });
        let Some(id) = around.filter(|id| matches!(layout.kind(*id), Some(kind) if has_formula(kind))) else {
            return;
        };
        if let Some(text) = layout.text_of(id) {
            self.set(id, Value::from(format!("{text})")).as_str());
        }
        self.take_out(id);
    }
}

fn has_formula(kind: &Kind) -> bool {
    match kind {
        Kind::Formula => true,
        Kind::Either(kinds) => kinds.iter().any(has_formula),
        _ => false,
    }
}
