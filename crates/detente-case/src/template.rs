//! The case that a new folder starts with.

/// The text of a commented case that shows every table of the format and passes every check.
pub fn template() -> &'static str {
    include_str!("template.toml")
}
