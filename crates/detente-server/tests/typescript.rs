//! The TypeScript types of the protocol are those of the Rust types.

#![allow(clippy::unwrap_used, reason = "a test fails where anything is missing")]

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

use detente_server::protocol::*;
use ts_rs::{Config, TS, TypeVisitor};

/// Declarations by name, and the names that the other file of types declares.
struct Declarations {
    config: Config,
    answers: String,
    declared: BTreeMap<String, String>,
    borrowed: Vec<String>,
}

impl TypeVisitor for Declarations {
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        // What is built into the language has no file of its own.
        if T::output_path().is_none() {
            return;
        }
        let name = T::ident(&self.config);
        if self.declared.contains_key(&name) || self.borrowed.contains(&name) {
            return;
        }
        if self.answers.contains(&format!("export type {name} =")) {
            self.borrowed.push(name);
            return;
        }
        let told = format!("{}export {}\n", T::docs().unwrap_or_default(), T::decl(&self.config));
        self.declared.insert(name, told);
        T::visit_dependencies(self);
    }
}

#[test]
fn the_typescript_types_are_in_step() {
    let types = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../app/types");
    let answers = std::fs::read_to_string(types.join("answers.ts")).unwrap();
    let config = Config::new().with_large_int("number");
    let mut all = Declarations { config, answers, declared: BTreeMap::new(), borrowed: Vec::new() };
    all.visit::<Refusal>();
    all.visit::<Opening>();
    all.visit::<FileAsked>();
    all.visit::<FileOpened>();
    all.visit::<DraftToKeep>();
    all.visit::<SaveAsked>();
    all.visit::<Saved>();
    all.visit::<ChangedOutside>();
    all.visit::<FileChanged>();
    all.visit::<EditsAsked>();
    all.visit::<Edited>();
    all.visit::<TextAsked>();
    all.visit::<Ledger>();
    all.visit::<CaseForms>();
    all.visit::<LookAsked>();
    all.visit::<Checked>();
    all.visit::<HeadTold>();
    all.visit::<SectionTold>();
    all.visit::<AnswerTold>();
    all.visit::<ProgressTold>();
    all.visit::<LookDone>();
    all.visit::<PlaceAsked>();
    all.visit::<Completed>();
    all.visit::<Hovered>();
    all.visit::<detente_case::begin::Answers>();
    all.visit::<Begun>();
    all.visit::<ImportAsked>();
    all.visit::<Imported>();
    all.visit::<PageAsked>();
    all.visit::<PageMade>();
    all.visit::<DocumentAsked>();
    all.visit::<DocumentMade>();
    all.visit::<ExtractChosen>();
    all.visit::<ExtractAsked>();
    all.visit::<ExtractOffered>();
    all.visit::<ExtractPreview>();
    all.visit::<ExtractJudging>();
    all.visit::<ExtractMade>();
    all.visit::<LookedAt>();
    all.visit::<Days>();
    all.visit::<OutlookTold>();
    all.visit::<StrikeAsked>();
    all.visit::<StrikeTold>();
    all.visit::<DayAfterFound>();
    all.visit::<IntakeAsked>();
    all.visit::<IntakeRead>();
    all.visit::<TakeAsked>();
    all.visit::<ConflictTold>();
    all.visit::<StateAsked>();
    all.visit::<StateExplained>();
    all.visit::<CompareAsked>();
    all.visit::<DifferencesTold>();
    all.visit::<ComparedTold>();
    all.visit::<DifferenceTold>();
    all.visit::<RemoveAsked>();
    all.visit::<PackageAsked>();
    all.visit::<PackageTold>();
    all.visit::<TestedTold>();
    all.visit::<CarriedTold>();
    all.visit::<MapAsked>();
    all.visit::<PackagesMap>();
    all.visit::<PackagesKept>();
    all.visit::<KeepAsked>();
    all.visit::<OneTextAsked>();
    all.visit::<OneTextLaid>();
    all.visit::<OneTextFound>();
    all.visit::<SettleTextAsked>();
    all.visit::<TextSettledTold>();
    all.visit::<VersionsAsked>();
    all.visit::<VersionDocumentAsked>();
    all.visit::<MarkedAsked>();
    all.visit::<MarkedRead>();
    all.visit::<MarksTakeAsked>();
    all.visit::<MarksTaken>();
    all.visit::<MergeAsked>();
    all.visit::<OverlayAsked>();
    all.visit::<OverlaidTold>();
    all.visit::<PooledMade>();
    all.borrowed.sort();
    let mut file = String::from(
        "// What the browser and the server of detente say to each other. Written from the Rust types in\n\
         // `crates/detente-server/src/protocol/`; `UPDATE=1 cargo test -p detente-server --test typescript` writes it anew.\n\
         //\n// Places in a text are counted in UTF-16 code units.\n\n",
    );
    writeln!(file, "import type {{ {} }} from \"./answers\";", all.borrowed.join(", ")).unwrap();
    for told in all.declared.values() {
        write!(file, "\n{told}").unwrap();
    }
    let path = types.join("protocol.ts");
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(&path, &file).unwrap();
    }
    let there = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(
        there == file,
        "app/types/protocol.ts is not in step: UPDATE=1 cargo test -p detente-server --test typescript"
    );
}
