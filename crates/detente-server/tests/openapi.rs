//! The protocol as an `OpenAPI` document, from the Rust types: what `tests/server_api.py` attacks the server by.

#![allow(clippy::unwrap_used, reason = "a test fails where anything is missing")]

use std::path::Path;

use detente_brief::answers::{MergeAnswer, TextDiffAnswer};
use detente_case::begin::Answers;
use detente_server::protocol::*;
use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, SchemaGenerator};
use serde_json::{Map, Value, json};

/// What is known of the paths so far.
struct Paths {
    schemas: SchemaGenerator,
    paths: Map<String, Value>,
}

impl Paths {
    fn refused(&mut self) -> Value {
        let refusal = self.schemas.subschema_for::<Refusal>();
        json!({ "description": "Why not", "content": { "application/json": { "schema": refusal } } })
    }

    fn add(&mut self, path: &str, method: &str, body: Option<Value>, answered: &Value) {
        let refused = self.refused();
        let mut asked = json!({
            "responses": { "200": answered, "default": refused },
            "security": [{ "token": [] }],
        });
        if let Some(body) = body {
            asked["requestBody"] =
                json!({ "required": true, "content": { "application/json": { "schema": body } } });
        }
        self.paths.insert(path.to_owned(), json!({ method: asked }));
    }

    /// A question with an answer.
    fn asks<Q: JsonSchema, A: JsonSchema>(&mut self, path: &str) {
        let question = serde_json::to_value(self.schemas.subschema_for::<Q>()).unwrap();
        let answer = self.schemas.subschema_for::<A>();
        let answered =
            json!({ "description": "The answer", "content": { "application/json": { "schema": answer } } });
        self.add(path, "post", Some(question), &answered);
    }

    /// A question about a file on the disk, which may have been changed by somebody else: then nothing is written.
    fn writes<Q: JsonSchema, A: JsonSchema>(&mut self, path: &str) {
        self.asks::<Q, A>(path);
        let changed = self.schemas.subschema_for::<ChangedOutside>();
        self.paths[path]["post"]["responses"]["409"] = json!({
            "description": "What is on the disk instead", "content": { "application/json": { "schema": changed } },
        });
    }

    /// Something to be had without a question.
    fn gives<A: JsonSchema>(&mut self, path: &str) {
        let answer = self.schemas.subschema_for::<A>();
        let answered =
            json!({ "description": "The answer", "content": { "application/json": { "schema": answer } } });
        self.add(path, "get", None, &answered);
    }

    /// A question whose answer streams.
    fn streams<Q: JsonSchema>(&mut self, path: &str) {
        let question = serde_json::to_value(self.schemas.subschema_for::<Q>()).unwrap();
        // The schema is that of one event. What `data` holds, as JSON, hangs on the word in `event`: the protocol's types say it.
        let event = json!({
            "type": "object",
            "properties": { "event": { "type": "string" }, "data": { "type": "string" } },
            "required": ["event", "data"],
        });
        let answered =
            json!({ "description": "Events", "content": { "text/event-stream": { "schema": event } } });
        self.add(path, "post", Some(question), &answered);
    }
}

#[test]
fn the_document_of_the_protocol_is_in_step() {
    let settings = SchemaSettings::draft2020_12()
        .with(|settings| settings.definitions_path = "/components/schemas".into());
    let mut all = Paths { schemas: settings.into_generator(), paths: Map::new() };
    all.gives::<Opening>("/api/opening");
    all.asks::<FileAsked, FileOpened>("/api/file");
    all.asks::<DraftToKeep, Map<String, Value>>("/api/draft");
    all.writes::<SaveAsked, Saved>("/api/save");
    all.streams::<FileAsked>("/api/watch");
    all.asks::<EditsAsked, Edited>("/api/edits");
    all.streams::<LookAsked>("/api/look");
    all.asks::<TextAsked, Ledger>("/api/ledger");
    all.asks::<TextAsked, CaseForms>("/api/forms");
    all.asks::<PlaceAsked, Completed>("/api/assist/complete");
    all.asks::<PlaceAsked, Option<Hovered>>("/api/assist/hover");
    all.asks::<Answers, Begun>("/api/begin");
    all.asks::<ImportAsked, Imported>("/api/import");
    all.asks::<PageAsked, PageMade>("/api/page");
    all.asks::<DocumentAsked, DocumentMade>("/api/document");
    all.streams::<ExtractAsked>("/api/extract");
    all.asks::<TextAsked, Days>("/api/days");
    all.asks::<LookedAt, Option<OutlookTold>>("/api/outlook");
    all.asks::<StrikeAsked, StrikeTold>("/api/strike");
    all.streams::<LookedAt>("/api/day-after");
    all.asks::<IntakeAsked, IntakeRead>("/api/intake");
    all.asks::<TakeAsked, Edited>("/api/intake/take");
    all.asks::<LookedAt, Option<ConflictTold>>("/api/conflict");
    all.asks::<StateAsked, StateExplained>("/api/conflict/state");
    all.streams::<CompareAsked>("/api/compare");
    all.writes::<RemoveAsked, Map<String, Value>>("/api/remove");
    all.streams::<PackageAsked>("/api/package");
    all.asks::<MapAsked, PackagesMap>("/api/packages/map");
    all.gives::<PackagesKept>("/api/packages/kept");
    all.asks::<KeepAsked, PackagesKept>("/api/packages/keep");
    all.streams::<OneTextAsked>("/api/one-text");
    all.asks::<SettleTextAsked, TextSettledTold>("/api/one-text/settled");
    all.asks::<VersionsAsked, TextDiffAnswer>("/api/one-text/compared");
    all.asks::<VersionDocumentAsked, DocumentMade>("/api/one-text/document");
    all.asks::<MarkedAsked, MarkedRead>("/api/one-text/marked");
    all.asks::<MarksTakeAsked, MarksTaken>("/api/one-text/take");
    all.asks::<MergeAsked, MergeAnswer>("/api/merge");
    all.streams::<OverlayAsked>("/api/overlay");

    // Every path that the server answers to is described.
    let source = include_str!("../src/routes/mod.rs");
    for path in source.split(".route(\"").skip(1).filter_map(|rest| rest.split('"').next()) {
        assert!(all.paths.contains_key(path), "{path} is not described here");
    }
    let document = json!({
        "openapi": "3.1.0",
        "info": {
            "title": "What the workbench in the browser asks its server",
            "version": env!("CARGO_PKG_VERSION"),
            "description": "Generated by `UPDATE=1 cargo test -p detente-server --test openapi`. Not a contract: it changes with the app.",
        },
        "paths": all.paths,
        "components": {
            "schemas": all.schemas.take_definitions(true),
            "securitySchemes": { "token": { "type": "http", "scheme": "bearer" } },
        },
    });
    let file = serde_json::to_string_pretty(&document).unwrap() + "\n";
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../schema/server.openapi.json");
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(&path, &file).unwrap();
    }
    let there = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(
        there == file,
        "schema/server.openapi.json is not in step: UPDATE=1 cargo test -p detente-server --test openapi"
    );
}
