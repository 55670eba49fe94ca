//! What changed between two versions: clause by clause, word by word, objection by objection.
//!
//! A clause is the same in both if it has the same id; one whose id is new is still the same as one whose id is gone if they have the same number or
//! are the only two left on the same issues. Words are compared as they are shown, brackets included: the longest sequence of words that both have stays, the rest
//! is out or in (Hunt 1976). Time is the product of the numbers of words that differ; where that is above [`MOST_COMPARED`] the
//! words between the first and the last difference count as changed altogether.

use crate::version::{Clause, Objection, TextVersion};

/// What stays between two changes is told as changed if it is no more words than this.
const FEW_WORDS: usize = 2;

/// Beyond this many pairs of words a change is not looked into more closely.
pub const MOST_COMPARED: usize = 4_000_000;

/// A clause of two versions, one of which may lack it.
#[derive(Debug, Clone, PartialEq)]
pub struct ClauseChange<'a> {
    /// In the first version.
    pub before: Option<&'a Clause>,
    /// In the second.
    pub after: Option<&'a Clause>,
    /// Its words, in order.
    pub words: Vec<WordsChange>,
    /// Objections that the second has and the first has not.
    pub raised: Vec<&'a Objection>,
    /// Objections that the first has and the second has not.
    pub dropped: Vec<&'a Objection>,
}

impl ClauseChange<'_> {
    /// Whether words, what they are tied to, or objections are other than they were.
    pub fn is_change(&self) -> bool {
        self.words_changed() || self.ties_changed() || !self.raised.is_empty() || !self.dropped.is_empty()
    }

    /// Whether words are out or in.
    pub fn words_changed(&self) -> bool {
        self.words.iter().any(|part| part.kind != Kept::Same)
    }

    /// Whether what the clause words, or leaves open, is other than it was.
    pub fn ties_changed(&self) -> bool {
        use crate::allowed::Allowed;
        Allowed::by_clauses(self.before) != Allowed::by_clauses(self.after)
    }
}

/// Words that stay, go or come.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WordsChange {
    /// Which of the three.
    pub kind: Kept,
    /// The words.
    pub words: String,
}

/// What becomes of words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kept {
    /// In both versions.
    Same,
    /// In the first alone.
    Out,
    /// In the second alone.
    In,
}

/// The clauses of two versions side by side: those of the second in its order, then those that are gone.
pub fn changes<'a>(before: &'a TextVersion, after: &'a TextVersion) -> Vec<ClauseChange<'a>> {
    let mut gone: Vec<&Clause> =
        before.clauses().filter(|clause| after.clause(&clause.id).is_none()).collect();
    let new: Vec<&Clause> = after.clauses().filter(|clause| before.clause(&clause.id).is_none()).collect();
    let mut pairs = Vec::new();
    for clause in after.clauses() {
        let same = before.clause(&clause.id).or_else(|| {
            let alike = |a: &Clause, b: &Clause| !a.issues().is_empty() && a.issues() == b.issues();
            let place = gone
                .iter()
                .position(|old| {
                    !old.number.is_empty()
                        && old.number == clause.number
                        && (alike(old, clause) || old.is_unknown() && clause.is_unknown())
                })
                .or_else(|| {
                    let only_new = new.iter().filter(|other| alike(other, clause)).count() == 1;
                    let mut old = (0..gone.len()).filter(|place| alike(gone[*place], clause));
                    let first = old.next().filter(|_| only_new)?;
                    old.next().is_none().then_some(first)
                })?;
            Some(gone.remove(place))
        });
        pairs.push((same, Some(clause)));
    }
    pairs.extend(gone.into_iter().map(|clause| (Some(clause), None)));
    pairs.into_iter().map(|(before, after)| change(before, after)).collect()
}

fn change<'a>(before: Option<&'a Clause>, after: Option<&'a Clause>) -> ClauseChange<'a> {
    let shown = |clause: Option<&Clause>| clause.map_or_else(String::new, Clause::shown);
    let objections = |clause: Option<&'a Clause>| clause.map_or(&[][..], |clause| &clause.objections[..]);
    let same = |a: &Objection, b: &Objection| a.by == b.by && a.since == b.since && a.words == b.words;
    let lacking = |of: Option<&'a Clause>, other: Option<&'a Clause>| -> Vec<&'a Objection> {
        objections(of)
            .iter()
            .filter(|objection| !objections(other).iter().any(|o| same(o, objection)))
            .collect()
    };
    ClauseChange {
        before,
        after,
        words: words_changed(&shown(before), &shown(after)),
        raised: lacking(after, before),
        dropped: lacking(before, after),
    }
}

/// What becomes of words from one text to another.
///
/// ```
/// use detente_text::{Kept, words_changed};
///
/// let found = words_changed("for six weeks from now", "for 135 days from now");
/// let parts: Vec<_> = found.iter().map(|part| (part.kind, part.words.as_str())).collect();
/// assert_eq!(parts, [(Kept::Same, "for"), (Kept::Out, "six weeks"), (Kept::In, "135 days"), (Kept::Same, "from now")]);
/// ```
pub fn words_changed(before: &str, after: &str) -> Vec<WordsChange> {
    let (a, b): (Vec<&str>, Vec<&str>) =
        (before.split_whitespace().collect(), after.split_whitespace().collect());
    let first = a.iter().zip(&b).take_while(|(a, b)| a == b).count();
    let most = a.len().min(b.len()) - first;
    let last = a.iter().rev().zip(b.iter().rev()).take(most).take_while(|(a, b)| a == b).count();
    let (middle_a, middle_b) = (&a[first..a.len() - last], &b[first..b.len() - last]);
    let mut found = Changes::default();
    a[..first].iter().for_each(|word| found.push(Kept::Same, word));
    if middle_a.len().saturating_mul(middle_b.len()) > MOST_COMPARED {
        for word in middle_a {
            found.push(Kept::Out, word);
        }
        for word in middle_b {
            found.push(Kept::In, word);
        }
    } else {
        found.compare(middle_a, middle_b);
    }
    a[a.len() - last..].iter().for_each(|word| found.push(Kept::Same, word));
    readable(found.parts)
}

/// The same change with fewer seams: a few words that both versions have, between longer stretches that go and come, go and come with
/// them, since nobody reads a sentence in splinters.
fn readable(parts: Vec<WordsChange>) -> Vec<WordsChange> {
    let count = |part: &WordsChange| part.words.split(' ').count();
    // Stretches of what changes, with what stays between them.
    let mut stretches: Vec<(bool, Vec<WordsChange>)> = Vec::new();
    for part in parts {
        let changes = part.kind != Kept::Same;
        match stretches.last_mut() {
            Some((true, stretch)) if changes => stretch.push(part),
            _ => stretches.push((changes, vec![part])),
        }
    }
    let size = |(_, stretch): &(bool, Vec<WordsChange>)| stretch.iter().map(count).sum::<usize>();
    let mut joined: Vec<(bool, Vec<WordsChange>)> = Vec::new();
    for (place, stretch) in stretches.iter().enumerate() {
        let (changes, parts) = stretch;
        let splinter = !changes
            && place > 0
            && stretches.get(place + 1).is_some_and(|next| {
                let least = size(&stretches[place - 1]).min(size(next));
                size(stretch) <= FEW_WORDS && size(stretch) < least
            });
        let within = joined.last().is_some_and(|(changes, _)| *changes) && (splinter || *changes);
        match joined.last_mut() {
            Some((_, before)) if within => before.extend(parts.iter().cloned()),
            _ => joined.push((*changes, parts.clone())),
        }
    }
    let mut found = Vec::new();
    for (changes, parts) in joined {
        if !changes {
            found.extend(parts);
            continue;
        }
        for (kind, lacks) in [(Kept::Out, Kept::In), (Kept::In, Kept::Out)] {
            let words: Vec<&str> =
                parts.iter().filter(|part| part.kind != lacks).map(|part| part.words.as_str()).collect();
            if !words.is_empty() {
                found.push(WordsChange { kind, words: words.join(" ") });
            }
        }
    }
    found
}

#[derive(Default)]
struct Changes {
    parts: Vec<WordsChange>,
}

impl Changes {
    fn push(&mut self, kind: Kept, word: &str) {
        match self.parts.last_mut() {
            Some(part) if part.kind == kind => {
                part.words.push(' ');
                part.words.push_str(word);
            }
            _ => self.parts.push(WordsChange { kind, words: word.to_owned() }),
        }
    }

    /// By the longest common sequence; what goes stands before what comes.
    fn compare(&mut self, a: &[&str], b: &[&str]) {
        let width = b.len() + 1;
        // How many words the rests have in common, from each pair of places on.
        let mut common = vec![0u32; (a.len() + 1) * width];
        for i in (0..a.len()).rev() {
            for j in (0..b.len()).rev() {
                common[i * width + j] = if a[i] == b[j] {
                    common[(i + 1) * width + j + 1] + 1
                } else {
                    common[(i + 1) * width + j].max(common[i * width + j + 1])
                };
            }
        }
        let (mut i, mut j) = (0, 0);
        while i < a.len() || j < b.len() {
            if i < a.len() && j < b.len() && a[i] == b[j] {
                self.push(Kept::Same, a[i]);
                i += 1;
                j += 1;
            } else if i < a.len()
                && (j == b.len() || common[(i + 1) * width + j] >= common[i * width + j + 1])
            {
                self.push(Kept::Out, a[i]);
                i += 1;
            } else {
                self.push(Kept::In, b[j]);
                j += 1;
            }
        }
    }
}
