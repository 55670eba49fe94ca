//! When two spellings are one name.

/// A name in small letters with single spaces: names differ in case and spacing without differing.
///
/// ```
/// assert_eq!(detente_model::folded_name(" Southern  FRONT"), "southern front");
/// ```
pub fn folded_name(name: &str) -> String {
    name.split_whitespace().map(str::to_lowercase).collect::<Vec<_>>().join(" ")
}
