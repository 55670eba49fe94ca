//! Cases between two principals, for tests that write one: Alpha, whose id is `a`, and Beta, whose id is `b`.

/// A case of that title with the issues and positions that `rest` adds.
pub fn alpha_and_beta(title: &str, rest: &str) -> String {
    format!(
        r#"case = 1
title = "{title}"
as_of = 2025-01-01
[parties.a]
name = "Alpha"
role = "principal"
[parties.b]
name = "Beta"
role = "principal"
{rest}"#
    )
}
