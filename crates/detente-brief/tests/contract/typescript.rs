//! The TypeScript types.

use std::collections::BTreeMap;
use std::fmt::Write;

use detente_brief::answers::{
    BriefAnswer, CheckAnswer, CollectiveAnswer, CompareAnswer, DealsAnswer, DurabilityAnswer, ExchangeAnswer,
    ExtractAnswer, FindingsAnswer, MarksAnswer, MergeAnswer, OutlookAnswer, OverlayAnswer, SettleAnswer,
    StabilityAnswer, SweepAnswer, TextAnswer, TextDiffAnswer, TournamentAnswer, WatchAnswer,
};
use ts_rs::{Config, TS, TypeVisitor};

use crate::{CONVENTIONS, in_step};

/// Declarations by name.
struct Declarations {
    config: Config,
    declared: BTreeMap<String, String>,
}

impl TypeVisitor for Declarations {
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        // What is built into the language has no file of its own.
        if T::output_path().is_none() {
            return;
        }
        let name = T::ident(&self.config);
        if self.declared.contains_key(&name) {
            return;
        }
        let told = format!("{}export {}\n", T::docs().unwrap_or_default(), T::decl(&self.config));
        self.declared.insert(name, told);
        T::visit_dependencies(self);
    }
}

#[test]
fn the_typescript_types_are_in_step() {
    // Numbers as `JSON.parse` reads them.
    let config = Config::new().with_large_int("number");
    let mut all = Declarations { config, declared: BTreeMap::new() };
    all.visit::<BriefAnswer>();
    all.visit::<CheckAnswer>();
    all.visit::<CompareAnswer>();
    all.visit::<DealsAnswer>();
    all.visit::<DurabilityAnswer>();
    all.visit::<FindingsAnswer>();
    all.visit::<CollectiveAnswer>();
    all.visit::<ExchangeAnswer>();
    all.visit::<ExtractAnswer>();
    all.visit::<MergeAnswer>();
    all.visit::<OutlookAnswer>();
    all.visit::<OverlayAnswer>();
    all.visit::<SettleAnswer>();
    all.visit::<StabilityAnswer>();
    all.visit::<SweepAnswer>();
    all.visit::<MarksAnswer>();
    all.visit::<TextAnswer>();
    all.visit::<TextDiffAnswer>();
    all.visit::<TournamentAnswer>();
    all.visit::<WatchAnswer>();
    let mut file = String::from(
        "// What the verbs of detente print with `--json`. Written from the Rust types in `crates/detente-brief/src/answers/`;\n\
         // `UPDATE=1 cargo test -p detente-brief --test contract` writes it anew.\n//\n",
    );
    for says in CONVENTIONS {
        writeln!(file, "// - {says}").unwrap();
    }
    for told in all.declared.values() {
        write!(file, "\n{told}").unwrap();
    }
    in_step("app/types/answers.ts", &file);
}
