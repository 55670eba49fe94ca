//! The text into which two texts of one origin go together, line by line: it keeps the order, the layout and the comments of both.
//!
//! What comes out need not say the right thing, nor be TOML: where both changed the same lines it has those of the first. What a case
//! says is woven judgement by judgement ([`super::weave`]), and this text is then brought to say that.

use super::align::{Stretch, aligned, stretches};

/// The lines of both.
pub(super) fn together(base: &str, mine: &str, theirs: &str) -> String {
    let [base, mine, theirs] =
        [base, mine, theirs].map(|text| text.split_inclusive('\n').collect::<Vec<&str>>());
    let changed = |side: &[&str]| stretches(&aligned(&base, side), base.len(), side.len());
    let (by_me, by_them) = (changed(&mine), changed(&theirs));
    let mut woven: Vec<&str> = Vec::new();
    let mut at = 0;
    for clash in clashes(&by_me, &by_them) {
        woven.extend(&base[at..clash.from.start]);
        let mine = lines_of(&base, &clash.from, &clash.mine, &mine);
        let theirs = lines_of(&base, &clash.from, &clash.theirs, &theirs);
        match (clash.mine.is_empty(), clash.theirs.is_empty()) {
            (true, _) => woven.extend(theirs),
            (_, true) => woven.extend(mine),
            _ if mine == theirs => woven.extend(mine),
            // Both put something in at one place: both stay, in an order that does not hang on who is who.
            _ if clash.from.is_empty() => {
                let (first, second) = if mine <= theirs { (mine, theirs) } else { (theirs, mine) };
                woven.extend(first);
                woven.extend(second);
            }
            _ => woven.extend(mine),
        }
        at = clash.from.end;
    }
    woven.extend(&base[at..]);
    let mut text = String::new();
    for line in woven {
        // What was the last line of a text is perhaps no longer the last.
        if !text.is_empty() && !text.ends_with('\n') {
            text.push_str(if text.contains("\r\n") { "\r\n" } else { "\n" });
        }
        text.push_str(line);
    }
    text
}

/// Lines of the origin that one or both have otherwise.
struct Clash {
    from: std::ops::Range<usize>,
    mine: Vec<Stretch>,
    theirs: Vec<Stretch>,
}

/// The stretches of both, those put together that have lines in common or put something in at the same place.
fn clashes(mine: &[Stretch], theirs: &[Stretch]) -> Vec<Clash> {
    let mut all: Vec<(bool, &Stretch)> = mine
        .iter()
        .map(|stretch| (true, stretch))
        .chain(theirs.iter().map(|stretch| (false, stretch)))
        .collect();
    all.sort_by_key(|(_, stretch)| (stretch.from.start, stretch.from.end));
    let mut found: Vec<Clash> = Vec::new();
    for (by_me, stretch) in all {
        let joins = |last: &Clash| {
            stretch.from.start < last.from.end
                || stretch.from.is_empty() && last.from.is_empty() && stretch.from.start == last.from.start
        };
        if !found.last().is_some_and(joins) {
            found.push(Clash { from: stretch.from.clone(), mine: Vec::new(), theirs: Vec::new() });
        }
        let Some(clash) = found.last_mut() else { continue };
        clash.from.end = clash.from.end.max(stretch.from.end);
        if by_me { clash.mine.push(stretch.clone()) } else { clash.theirs.push(stretch.clone()) }
    }
    found
}

/// What one of them has in the place of some lines of the origin.
fn lines_of<'t>(
    base: &[&'t str],
    from: &std::ops::Range<usize>,
    changed: &[Stretch],
    side: &[&'t str],
) -> Vec<&'t str> {
    let (mut lines, mut at) = (Vec::new(), from.start);
    for stretch in changed {
        lines.extend(&base[at..stretch.from.start]);
        lines.extend(&side[stretch.to.clone()]);
        at = stretch.from.end;
    }
    lines.extend(&base[at..from.end]);
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_of_both_stay() {
        let base = "a\nb\nc\nd\n";
        assert_eq!(together(base, "A\nb\nc\nd\n", "a\nB\nc\nd\n"), "A\nB\nc\nd\n");
        assert_eq!(together(base, "a\nb\nc\nd\ne\n", "a\nb\nc\nd\nf\n"), "a\nb\nc\nd\ne\nf\n");
        assert_eq!(together(base, "a\nx\nc\nd\n", "a\ny\nc\nd\n"), "a\nx\nc\nd\n");
        assert_eq!(together(base, "a\nd\n", base), "a\nd\n");
        assert_eq!(together("a", "a\nb", "c\na"), "c\na\nb");
        assert_eq!(together("", "", ""), "");
    }
}
