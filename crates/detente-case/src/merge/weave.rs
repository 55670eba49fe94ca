//! Three readings of one case woven into one: what one side changed is taken, what both changed alike too, and where they part ways the
//! judgement of the common origin stays and the place is told.

use std::collections::BTreeSet;

use super::align::{aligned, stretches};
use super::said::{Said, What};
use super::{Side, Take};

/// A place at which both sides departed from the origin, in different ways.
#[derive(Debug, Clone)]
pub(super) struct Parted {
    pub(super) path: String,
    pub(super) base: Option<Said>,
    pub(super) mine: Option<Said>,
    pub(super) theirs: Option<Said>,
    /// The side that was chosen for it, if one was.
    pub(super) taken: Option<Side>,
}

/// A place at which the result differs from the origin, and by whom.
#[derive(Debug, Clone)]
pub(super) struct Moved {
    pub(super) path: String,
    pub(super) base: Option<String>,
    pub(super) now: Option<String>,
    /// `None` for both alike.
    pub(super) by: Option<Side>,
}

/// What is woven, and what was found on the way.
#[derive(Debug)]
pub(super) struct Weaver<'t> {
    takes: &'t [Take],
    pub(super) used: BTreeSet<usize>,
    pub(super) parted: Vec<Parted>,
    pub(super) moved: Vec<Moved>,
}

type At<'s> = Option<&'s Said>;

impl<'t> Weaver<'t> {
    pub(super) fn new(takes: &'t [Take]) -> Self {
        Self { takes, used: BTreeSet::new(), parted: Vec::new(), moved: Vec::new() }
    }

    /// What stands at one place in the end; `None` for nothing.
    pub(super) fn weave(&mut self, base: At<'_>, mine: At<'_>, theirs: At<'_>) -> Option<Said> {
        if mine == theirs {
            if base != mine {
                self.moves(base, mine, None);
            }
            return mine.cloned();
        }
        let path = path_of(base, mine, theirs);
        let take = self.taken(&path).filter(|_| !self.is_said_below(&path, [base, mine, theirs]));
        if let Some((at, side)) = take {
            self.used.insert(at);
            let (of, other) = match side {
                Side::Mine => (mine, theirs),
                Side::Theirs => (theirs, mine),
            };
            if base != other {
                self.part(path, [base, mine, theirs], Some(side));
            }
            if base != of {
                self.moves(base, of, Some(side));
            }
            return of.cloned();
        }
        match (base.map(|said| &said.what), mine.map(|said| &said.what), theirs.map(|said| &said.what)) {
            (Some(What::Table(b, _)), Some(What::Table(m, named)), Some(What::Table(t, _))) => {
                self.tables(mine, [b.as_slice(), m, t], *named)
            }
            (None, Some(What::Table(m, true)), Some(What::Table(t, _))) => {
                self.tables(mine, [&[], m.as_slice(), t], true)
            }
            (Some(What::Members(b)), Some(What::Members(m)), Some(What::Members(t))) => {
                self.members(mine, [b.as_slice(), m, t])
            }
            (None, Some(What::Members(m)), Some(What::Members(t))) => {
                self.members(mine, [&[], m.as_slice(), t])
            }
            _ if base == mine => {
                self.moves(base, theirs, Some(Side::Theirs));
                theirs.cloned()
            }
            _ if base == theirs => {
                self.moves(base, mine, Some(Side::Mine));
                mine.cloned()
            }
            (Some(What::Set(b)), Some(What::Set(m)), Some(What::Set(t))) => {
                self.sets([base, mine, theirs], [b.as_slice(), m, t])
            }
            (None, Some(What::Set(m)), Some(What::Set(t))) => {
                self.sets([base, mine, theirs], [&[], m.as_slice(), t])
            }
            _ => {
                self.part(path, [base, mine, theirs], None);
                base.cloned()
            }
        }
    }

    fn part(&mut self, path: String, [base, mine, theirs]: [At<'_>; 3], taken: Option<Side>) {
        let [base, mine, theirs] = [base, mine, theirs].map(Option::<&Said>::cloned);
        self.parted.push(Parted { path, base, mine, theirs, taken });
    }

    fn moves(&mut self, base: At<'_>, now: At<'_>, by: Option<Side>) {
        let path = path_of(base, now, now);
        let shown = |said: At<'_>| said.map(|said| said.shown.clone());
        self.moved.push(Moved { path, base: shown(base), now: shown(now), by });
    }

    /// Whether a side was chosen for something that belongs to a place, which counts there instead of the one that was chosen for all of it.
    fn is_said_below(&self, path: &str, [base, mine, theirs]: [At<'_>; 3]) -> bool {
        let parts =
            |said: At<'_>| matches!(said.map(|said| &said.what), Some(What::Table(..) | What::Members(_)));
        let below = |take: &Take| match take.path.strip_prefix(path) {
            Some(rest) if path.is_empty() => !rest.is_empty(),
            Some(rest) => rest.starts_with(['.', '[']),
            None => false,
        };
        [base, mine, theirs].into_iter().all(parts) && self.takes.iter().any(below)
    }

    /// The side that was chosen for a place, or for something that it belongs to; the nearest counts.
    fn taken(&self, path: &str) -> Option<(usize, Side)> {
        let covers = |take: &Take| {
            path.strip_prefix(take.path.as_str())
                .is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '[']))
                || take.path.is_empty()
        };
        let fitting = self.takes.iter().enumerate().filter(|(_, take)| covers(take));
        fitting.max_by_key(|(at, take)| (take.path.len(), *at)).map(|(at, take)| (at, take.side))
    }

    fn tables(&mut self, like: At<'_>, [b, m, t]: [&[(String, Said)]; 3], named: bool) -> Option<Said> {
        fn at<'s>(entries: &'s [(String, Said)], key: &str) -> At<'s> {
            entries.iter().find(|(other, _)| other == key).map(|(_, said)| said)
        }
        let mut seen = BTreeSet::new();
        let mut woven = Vec::new();
        for (key, _) in b.iter().chain(m).chain(t) {
            if seen.insert(key.as_str()) {
                let said = self.weave(at(b, key), at(m, key), at(t, key));
                woven.extend(said.map(|said| (key.clone(), said)));
            }
        }
        Some(Said::table(like?, woven, named))
    }

    /// Lists of tables: those with names by their names, the others by what they say, in order.
    fn members(&mut self, like: At<'_>, lists: [&[(Option<String>, Said)]; 3]) -> Option<Said> {
        fn at<'s>(list: &'s [(Option<String>, Said)], name: &str) -> At<'s> {
            list.iter().find(|(other, _)| other.as_deref() == Some(name)).map(|(_, said)| said)
        }
        let [b, m, t] = lists;
        let mut seen = BTreeSet::new();
        let mut woven: Vec<(Option<String>, Said)> = Vec::new();
        for name in b.iter().chain(m).chain(t).filter_map(|(name, _)| name.as_deref()) {
            if seen.insert(name) {
                let said = self.weave(at(b, name), at(m, name), at(t, name));
                woven.extend(said.map(|said| (Some(name.to_owned()), said)));
            }
        }
        let nameless = |list: &'_ [(Option<String>, Said)]| -> Vec<Said> {
            list.iter().filter(|(name, _)| name.is_none()).map(|(_, said)| said.clone()).collect()
        };
        let [b, m, t] = [nameless(b), nameless(m), nameless(t)];
        woven.extend(self.nameless(&b, &m, &t).into_iter().map(|said| (None, said)));
        Some(Said::made(like?, What::Members(woven)))
    }

    fn nameless(&mut self, base: &[Said], mine: &[Said], theirs: &[Said]) -> Vec<Said> {
        let (by_me, by_them) = (Fates::of(base, mine), Fates::of(base, theirs));
        let mut woven = Vec::new();
        for place in 0..=base.len() {
            let new = |fates: &Fates, side: &[Said]| -> Vec<Said> {
                fates.new.get(place).into_iter().flatten().map(|j| side[*j].clone()).collect()
            };
            let (from_me, from_them) = (new(&by_me, mine), new(&by_them, theirs));
            let both = !from_me.is_empty() && !from_them.is_empty();
            let mut added: Vec<Said> = Vec::new();
            for (said, by) in from_me.iter().map(|said| (said, Side::Mine)).chain(
                from_them.iter().filter(|said| !from_me.contains(said)).map(|said| (said, Side::Theirs)),
            ) {
                let alike = by == Side::Mine && from_them.contains(said);
                self.moves(None, Some(said), (!alike).then_some(by));
                added.push(said.clone());
            }
            if both {
                // An order that does not hang on who is who.
                added.sort_by(|a, b| a.meant().cmp(b.meant()));
            }
            woven.extend(added);
            if let Some(one) = base.get(place) {
                let now = |fates: &Fates, side: &'_ [Said]| -> Option<Said> {
                    fates.kept.get(place).copied().flatten().and_then(|j| side.get(j).cloned())
                };
                let (mine, theirs) = (now(&by_me, mine), now(&by_them, theirs));
                woven.extend(self.weave(Some(one), mine.as_ref(), theirs.as_ref()));
            }
        }
        woven
    }

    /// Lists whose members count one by one: what both have left, and what either has added.
    fn sets(&mut self, [base, mine, theirs]: [At<'_>; 3], [b, m, t]: [&[Said]; 3]) -> Option<Said> {
        let stays = |said: &&Said| m.contains(said) && t.contains(said);
        let mut woven: Vec<Said> = b.iter().filter(stays).cloned().collect();
        let mut added: Vec<Said> = m.iter().chain(t).filter(|said| !b.contains(said)).cloned().collect();
        added.sort_by(|a, b| a.meant().cmp(b.meant()));
        added.dedup();
        woven.extend(added);
        let said = Said::made(mine.or(theirs)?, What::Set(woven));
        self.moves(base, Some(&said), None);
        Some(said)
    }
}

/// What became of the members of a list on one side.
struct Fates {
    /// The place that each member has there, with what may have been changed in it; `None` if it is gone.
    kept: Vec<Option<usize>>,
    /// What is new, before each place and behind the last.
    new: Vec<Vec<usize>>,
}

impl Fates {
    fn of(base: &[Said], side: &[Said]) -> Self {
        let meant = |list: &[Said]| list.iter().map(|said| said.meant().to_owned()).collect::<Vec<String>>();
        let pairs = aligned(&meant(base), &meant(side));
        let mut fates = Self { kept: vec![None; base.len()], new: vec![Vec::new(); base.len() + 1] };
        for (i, j) in &pairs {
            fates.kept[*i] = Some(*j);
        }
        for stretch in stretches(&pairs, base.len(), side.len()) {
            let both = stretch.from.len().min(stretch.to.len());
            for k in 0..both {
                fates.kept[stretch.from.start + k] = Some(stretch.to.start + k);
            }
            fates.new[stretch.from.end].extend(stretch.to.start + both..stretch.to.end);
        }
        fates
    }
}

/// Where a place is: as the origin calls it, or else as whoever has it does, the same whoever is who.
fn path_of(base: At<'_>, mine: At<'_>, theirs: At<'_>) -> String {
    let called = |said: At<'_>| said.map(|said| said.path.clone());
    called(base).or_else(|| called(mine).into_iter().chain(called(theirs)).min()).unwrap_or_default()
}
