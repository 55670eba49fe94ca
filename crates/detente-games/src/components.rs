//! Directed graphs: which nodes can reach each other, and where walks end.

/// The strongly connected components, each ascending, in the order of their first nodes; by Kosaraju's two passes.
pub(crate) fn components(next: &[Vec<usize>]) -> Vec<Vec<usize>> {
    let mut before = vec![Vec::new(); next.len()];
    for (from, to) in next.iter().enumerate().flat_map(|(from, all)| all.iter().map(move |to| (from, *to))) {
        before[to].push(from);
    }
    let mut finished = Vec::with_capacity(next.len());
    let mut seen = vec![false; next.len()];
    for start in 0..next.len() {
        walk(next, start, &mut seen, |node| finished.push(node));
    }
    let mut seen = vec![false; next.len()];
    let mut found = Vec::new();
    for start in finished.into_iter().rev() {
        let mut component = Vec::new();
        walk(&before, start, &mut seen, |node| component.push(node));
        component.sort_unstable();
        found.push(component);
    }
    found.retain(|component| !component.is_empty());
    found.sort();
    found
}

/// Visits what can be reached from a node and was not seen yet, and tells of each node when all behind it are done.
fn walk(next: &[Vec<usize>], start: usize, seen: &mut [bool], mut done: impl FnMut(usize)) {
    if std::mem::replace(&mut seen[start], true) {
        return;
    }
    let mut path = vec![(start, 0)];
    while let Some((node, at)) = path.last_mut() {
        let Some(to) = next[*node].get(*at) else {
            done(*node);
            path.pop();
            continue;
        };
        *at += 1;
        if !std::mem::replace(&mut seen[*to], true) {
            path.push((*to, 0));
        }
    }
}

/// The components that no edge leaves.
pub(crate) fn closed(next: &[Vec<usize>], components: &[Vec<usize>]) -> Vec<usize> {
    let stays = |component: &Vec<usize>| {
        component.iter().all(|node| next[*node].iter().all(|to| component.binary_search(to).is_ok()))
    };
    (0..components.len()).filter(|c| stays(&components[*c])).collect()
}

/// How many nodes can reach any of some nodes, these included.
pub(crate) fn reaching(next: &[Vec<usize>], goal: &[usize]) -> usize {
    let mut before = vec![Vec::new(); next.len()];
    for (from, to) in next.iter().enumerate().flat_map(|(from, all)| all.iter().map(move |to| (from, *to))) {
        before[to].push(from);
    }
    let mut seen = vec![false; next.len()];
    for node in goal {
        walk(&before, *node, &mut seen, |_| ());
    }
    seen.into_iter().filter(|seen| *seen).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_loop_is_one_component_and_what_leads_to_it_is_none() {
        let next = vec![vec![1], vec![2], vec![1], vec![0, 3]];
        let found = components(&next);
        assert_eq!(found, [vec![0], vec![1, 2], vec![3]]);
        assert_eq!(closed(&next, &found), [1]);
        assert_eq!(reaching(&next, &[1, 2]), 4);
    }
}
