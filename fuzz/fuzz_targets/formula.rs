//! No formula about moves may make the reader panic or hang.

#![no_main]

libfuzzer_sys::fuzz_target!(|formula: &str| {
    let text = format!(
        "case = 1\ntitle = \"t\"\nas_of = 2025-01-01\n[parties.a]\nname = \"A\"\nrole = \"principal\"\n[parties.b]\nname = \"B\"\n\
         role = \"principal\"\n[moves.x]\nby = \"a\"\ntext = \"x\"\n[moves.y]\nby = \"b\"\ntext = \"y\"\n[conflict]\ninfeasible = [{0}]\n\
         [conflict.preferences]\na = [{0}]\nb = [\"x\"]\n",
        detente_case::write::Value::from(formula).as_str()
    );
    let _ = detente_case::parse("case.toml", &text);
});
