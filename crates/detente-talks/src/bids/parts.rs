//! Issues that nothing ties together, and what their options are worth.
//!
//! An interaction, or a combination that cannot be, ties issues together; tied issues are looked at as one with all their joint
//! options that can be. Between such parts the worth of a package is a plain sum.

use detente_model::Combination;

use super::can_be;
use crate::{Layout, Offer, TalksError, Worth, limits};

/// The joint options of issues tied together, in the order in which they are enumerated: what each adds to the worth of a package, in the
/// unit that worth is counted in, and its share of the offer. None crosses a red line.
pub(super) type Part = Vec<(f64, Offer)>;

/// The parts of a party's packages, in the order of their first issues.
pub(super) fn parts_of(worth: &Worth, ruled_out: &[Combination]) -> Result<Vec<Part>, TalksError> {
    let layout = worth.layout();
    let together = worth.together().iter().map(|(when, _)| when);
    let groups = tied(layout.issues(), ruled_out.iter().chain(together));
    groups.iter().map(|group| part(layout, worth, ruled_out, group)).collect()
}

/// Issues grouped by what ties them together.
fn tied<'a>(issues: usize, ties: impl Iterator<Item = &'a Combination>) -> Vec<Vec<usize>> {
    let mut group_of: Vec<usize> = (0..issues).collect();
    for tie in ties {
        let groups: Vec<usize> = tie.0.iter().map(|(issue, _)| group_of[issue.0]).collect();
        if let Some(least) = groups.iter().min() {
            group_of.iter_mut().filter(|group| groups.contains(group)).for_each(|group| *group = *least);
        }
    }
    let of = |group| (0..issues).filter(|issue| group_of[*issue] == group).collect();
    (0..issues).map(of).filter(|group: &Vec<usize>| !group.is_empty()).collect()
}

fn part(
    layout: &Layout,
    worth: &Worth,
    ruled_out: &[Combination],
    group: &[usize],
) -> Result<Part, TalksError> {
    let joint = group.iter().fold(1_u128, |product, k| product.saturating_mul(layout.sizes()[*k] as u128));
    if joint > limits::JOINT_OPTIONS {
        return Err(TalksError::TooTangled { joint, most: limits::JOINT_OPTIONS });
    }
    // What ties issues of other groups says nothing here; an empty combination holds everywhere and belongs to no group.
    let about = |when: &&Combination| when.0.iter().all(|(issue, _)| group.contains(&issue.0));
    let ruled_out: Vec<Combination> = ruled_out.iter().filter(about).cloned().collect();
    let together: Vec<_> = worth.together().iter().filter(|(when, _)| about(&when)).collect();
    let mut options: Part = vec![(0.0, Offer::default())];
    for issue in group {
        let table = worth.table(*issue);
        let grown = options.iter().flat_map(|(sum, offer)| {
            table
                .iter()
                .enumerate()
                .map(move |(option, entry)| (sum + entry, layout.with(offer, *issue, option)))
        });
        options = grown.filter(|(sum, _)| sum.is_finite()).collect();
    }
    options.retain(|(_, offer)| can_be(layout, &ruled_out, offer));
    for (sum, offer) in &mut options {
        let holds = |when: &Combination| {
            !when.0.is_empty()
                && when.0.iter().all(|(issue, options)| options.contains(&layout.option(offer, issue.0)))
        };
        *sum += together.iter().filter(|(when, _)| holds(when)).map(|(_, worth)| worth).sum::<f64>();
    }
    if options.is_empty() { Err(TalksError::NoPackage) } else { Ok(options) }
}
