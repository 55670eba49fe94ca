//! The packages most often acceptable to all, and to whom each is hard.

use detente_model::{Actor, AudienceId, Case, PartyId};

use super::face::Faces;
use super::plot::{Acceptance, Accepted, Data, Illustration, Plot};
use super::table::{Column, ColumnHolds, Table};
use super::wording::{LineManner, Phrase, Piece, Wording, named, told};
use super::{Block, Chance, Section};
use crate::brief::{Deals, LeadingPackage};
use crate::compose::headline::package_id;
use crate::compose::packages::how_found;
use crate::words;

/// Up to how many issues every package is spelled out on a page; beyond, only what sets it apart from the first.
const SPELLED_OUT: usize = 8;

pub(super) fn section(deals: &Deals, faces: &Faces) -> Section {
    let heading = told("The leading packages", "The packages most often acceptable to all");
    let Some(first) = deals.packages.first() else {
        return Section::new("packages", heading, vec![]);
    };
    // Packages that never lead to a deal do not lead.
    let nowhere = first.all.hits == 0;
    let heading = if nowhere { "Packages, none of which leads".into() } else { heading };
    let mut columns = vec![
        Column::words(told("", Piece::Aloud("Letter".to_owned()))).holding(ColumnHolds::Letter),
        Column::of("package").holding(ColumnHolds::Label),
        Column::figures(told("all", "All at once")).holding(ColumnHolds::Verdict),
    ];
    columns.extend((faces.faces.iter().zip(&deals.findings.parties)).map(|(face, party)| {
        let full = Phrase::from(Piece::Party(face.clone()));
        if has_a_home(&deals.case, *party) {
            let named = format!("{}, itself / with home", face.name);
            Column::figures(told(named, full.line(LineManner::Second, "with those who must agree at home")))
        } else {
            Column::figures(full)
        }
    }));
    columns.push(Column::words(named("hardest for")).beside().full());
    let table =
        Table::new(columns).with(deals.packages.iter().map(|package| row(deals, faces, first, package)));
    let table = table.naming(deals.packages.iter().map(|package| Some(package_id(&package.letter))));
    let how_found = how_found(&deals.case, &deals.findings);
    let how = "Share of the worlds drawn in which the package is acceptable, with its 95 % interval. A principal accepts when the \
               package is no worse than no deal, crosses none of its red lines and carries at home.";
    let none = "None of these is acceptable to all in any of the worlds drawn.";
    let mut blocks: Vec<Block> = nowhere.then(|| Block::see(none)).into_iter().collect();
    blocks.extend([
        Block::table(table),
        Block::how(told(
            format!(
                "Share of the worlds drawn in which all, and each, would rather sign than not, with the range that the number of draws \
                 leaves.{}",
                if deals.findings.parties.iter().any(|party| has_a_home(&deals.case, *party)) {
                    " Where two figures stand, the first counts the party alone, the second the party together with those at home who must agree."
                } else {
                    ""
                }
            ),
            std::iter::once(how.to_owned()).chain(how_found.iter().cloned()).collect::<Vec<_>>().join(" "),
        )),
    ]);
    blocks.extend(how_found.into_iter().map(|sentence| Block::how(sentence).short()));
    blocks.push(Block::figure(figure(deals, faces, first)).full());
    Section::new("packages", heading, blocks)
}

/// Whether somebody at home must agree before a party can sign.
fn has_a_home(case: &Case, party: PartyId) -> bool {
    let heard = |id: AudienceId| case.position_of(Actor::Audience(id)).is_some();
    let vetoes = case.audiences_of(party).any(|id| heard(id) && case.audience(id).veto);
    vetoes || case.party(party).quota.is_some() && case.audiences_of(party).any(heard)
}

fn row(deals: &Deals, faces: &Faces, first: &LeadingPackage, package: &LeadingPackage) -> Vec<Wording> {
    let by_difference = deals.case.issues.len() > SPELLED_OUT && package.letter != first.letter;
    let label = if by_difference {
        let differences = words::package_differences(&deals.case, &package.package, &first.package);
        format!("as {}, but {differences}", first.letter)
    } else {
        package.label.clone()
    };
    let mut label = Phrase::from(label);
    if package.agreed {
        label = label.line(LineManner::Second, "acceptable to all in the central world");
    }
    let hardest = match package.hardest.as_slice() {
        [] => "all alike".to_owned(),
        hardest => words::list(&hardest.iter().map(|i| &faces.faces[*i].name).collect::<Vec<_>>()),
    };
    let mut row = vec![
        package.letter.clone().into(),
        told(package.label.clone(), label),
        Chance::from(package.all).into(),
    ];
    let each = package.principals.iter().zip(&package.themselves).zip(&deals.findings.parties);
    row.extend(each.map(|((share, itself), party)| {
        let with_home = Phrase::from(Piece::Chance(Chance::from(*share)));
        if has_a_home(&deals.case, *party) {
            let itself = words::percent(itself.value());
            let line = format!("by itself {itself}");
            told(
                Phrase::from(format!("{itself} / ")).and(Chance::from(*share)),
                with_home.line(LineManner::Second, line),
            )
        } else {
            with_home.into()
        }
    }));
    row.push(hardest.into());
    row
}

/// The same shares as a plot.
fn figure(deals: &Deals, faces: &Faces, first: &LeadingPackage) -> Illustration {
    let each: Vec<String> = (faces.faces.iter().zip(&first.principals))
        .map(|(face, share)| format!("{} in {}", face.name, words::percent(share.value())))
        .collect();
    let see = format!(
        "Package {} is acceptable to all at once in {} of the worlds drawn: to {}. The wider the marks of a package \
         lie apart, the more unevenly it weighs.",
        first.letter,
        words::percent(first.all.value()),
        words::list(&each)
    );
    let accepted = |package: &LeadingPackage| Accepted {
        letter: package.letter.clone(),
        all: package.all.into(),
        each: package.principals.iter().map(|share| share.value()).collect(),
    };
    let plot = Plot {
        id: "acceptance".to_owned(),
        title: "How often each package is acceptable: to all at once, and to each principal".to_owned(),
        desc: see.clone(),
        data: Data::Acceptance(Acceptance {
            faces: faces.faces.clone(),
            rows: deals.packages.iter().map(accepted).collect(),
        }),
    };
    Illustration::new(see, [plot]).read(
        "Bars: acceptable to all at once, with a line for the interval. Marks: acceptable to one principal.",
    )
}
