//! The sessions in `README.md` and under `tests/sessions` are played back: what the page shows is what the command prints.

#[test]
fn the_documented_sessions_play_as_written() {
    trycmd::TestCases::new().case("../../README.md").case("tests/sessions/*.md");
}
