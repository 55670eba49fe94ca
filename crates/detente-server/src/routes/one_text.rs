//! The text of a deal, which lies in versions beside the case.
//!
//! What is asked about is the case as it stands in the browser; the versions are those on the disk. A version is only ever added.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::PoisonError;

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use detente_brief::answers::{
    ArticleTold, MarksAnswer, ObjectionTold, TextAnswer, TextDiffAnswer, TextSettled, TextVersionNamed,
};
use detente_brief::{Options, Sitting};
use detente_case::report::Report;
use detente_model::{Actor, AudienceId, Case, PartyId};
use detente_text::{
    Marks, Reading, SingleText, TextVersion, accepted, actor_called, marks, objections_until, parse,
    version_given_out,
};
use jiff::civil::Date;

use super::packages::issues;
use super::streamed::{first_then_all, streamed};
use super::{Sent, apart, case_of, options, whole_text};
use crate::folder::Folder;
use crate::limits;
use crate::protocol::{
    ActorListed, DocumentMade, ForeignFault, MarkNotTaken, MarkedAsked, MarkedRead, MarksTakeAsked,
    MarksTaken, ObjectionOnBoard, OneTextAsked, OneTextFound, OneTextLaid, SettleTextAsked, TextSettledTold,
    VersionDocumentAsked, VersionsAsked,
};
use crate::refusal::Refused;
use crate::server::Shared;
use crate::sittings::Seat;
use crate::stream::Gone;
use crate::told_files::{faults_of_files, told_of_file};

/// The folder beside the case in which the versions lie.
const VERSIONS: &str = "text/";

/// The text of the folder, read against a case.
struct Read {
    text: SingleText,
    case: Case,
    warnings: Vec<ForeignFault>,
    /// By what a sitting about both is known.
    known_by: String,
}

/// Reads the text as it was on a day against a case as it stands in the browser.
fn read(case_text: &str, folder: &Folder, day: Option<Date>) -> Result<Read, Refused> {
    let case = case_of(case_text, folder)?;
    let on_disk = folder.versions()?;
    if on_disk.is_empty() {
        return Err(Refused::new(StatusCode::UNPROCESSABLE_ENTITY, "no_text", "the case has no text yet").hint(
            "make the folder `text` beside the case, and in it `1.md`: a header between two lines `---` with `date:` and `by:`, then `# Article` and `## Clause`",
        ));
    }
    let files: Vec<(&str, &str)> =
        on_disk.iter().map(|version| (version.name.as_str(), version.text.as_str())).collect();
    let Reading { text, case: with_stops, reports } =
        parse(&files, &case).map_err(|reports| refused(&reports))?;
    let text = match day {
        Some(day) => text
            .known_on(day)
            .ok_or_else(|| Refused::unfit(format!("no version of the text is as early as {day}")))?,
        None => text,
    };
    let whole = whole_text(case_text, folder);
    // Numbers that the text names on continuous issues make it another case than the one that everything else is asked about.
    let known_by = if with_stops == case {
        whole.into_owned()
    } else {
        let mut hasher = DefaultHasher::new();
        files.hash(&mut hasher);
        format!("{whole}\0{:016x}", hasher.finish())
    };
    Ok(Read {
        text,
        case: with_stops,
        warnings: reports.iter().flat_map(|report| told_of_file(report, VERSIONS)).collect(),
        known_by,
    })
}

/// The faults of the versions in the place of those of a text.
fn refused(reports: &[Report]) -> Refused {
    Refused::faulty(
        "the versions of the text have faults, and nothing can be told of it before they are mended",
        faults_of_files(reports, VERSIONS, "detente::text"),
    )
}

/// The version that goes by a name; the last without one.
fn named<'a>(text: &'a SingleText, name: Option<&str>) -> Result<&'a TextVersion, Refused> {
    let Some(name) = name else { return Ok(text.latest()) };
    text.version(name).ok_or_else(|| {
        let names: Vec<String> = text.versions.iter().map(|version| format!("`{}`", version.name)).collect();
        Refused::unfit(format!("the text has no version `{name}`; its versions are {}", names.join(", ")))
    })
}

/// A seat at the sitting about a text that was read.
fn seat(shared: &Shared, read: &Read, options: Options) -> Result<Seat, Refused> {
    shared.sittings.seat(&read.known_by, options, || Ok(read.case.clone()))
}

/// `POST /api/one-text`
pub(super) async fn text(
    State(shared): State<Shared>,
    Sent(asked): Sent<OneTextAsked>,
) -> Result<Response, Refused> {
    let options = options(&asked.manner)?;
    let place = shared.stream_place()?;
    let sat = shared.clone();
    let (read, version, seat) = apart(move || {
        let read = read(&asked.text, &sat.folder, options.as_of)?;
        let version = named(&read.text, asked.version.as_deref())?.clone();
        let seat = seat(&sat, &read, options)?;
        Ok((read, version, seat))
    })
    .await?;
    Ok(streamed(&shared, place, seat, move |sitting, teller| {
        if teller.tell("laid", &laid(&read, &version, sitting.case())).is_err() {
            return Ok(Err(Gone));
        }
        first_then_all(sitting, |sitting, rough| {
            let found = sitting.text(&read.text, &version, None)?;
            Ok(teller.tell("found", &OneTextFound { answer: TextAnswer::of(&found), rough }))
        })
    }))
}

fn laid(read: &Read, version: &TextVersion, case: &Case) -> OneTextLaid {
    let versions = TextVersionNamed::all(&read.text);
    let actors = actors(case);
    let objections = objections_until(&read.text, version).into_iter().map(|course| ObjectionOnBoard {
        objection: ObjectionTold::of(case, &course.objection),
        clause: course.clause,
        heading: course.heading,
        raised_in: course.raised_in,
        answered_in: course.answered_in,
        reworded_in: course.reworded_in,
    });
    OneTextLaid {
        version: TextVersionNamed {
            name: version.name.clone(),
            date: version.date.to_string(),
            by: version.by.clone(),
        },
        versions,
        title: version.title.clone(),
        note: version.note.clone(),
        articles: ArticleTold::all(case, version, &[]),
        issues: issues(case),
        principals: case.principals().count(),
        actors,
        objections: objections.collect(),
        warnings: read.warnings.clone(),
    }
}

/// Who must sign, then everybody else, in the order of the case.
fn actors(case: &Case) -> Vec<ActorListed> {
    let listed = |actor: Actor| ActorListed {
        id: case.actor_id(actor).to_owned(),
        name: case.actor_name(actor).to_owned(),
    };
    let principals: Vec<PartyId> = case.principals().collect();
    let others = (0..case.parties.len()).map(PartyId).filter(|party| !principals.contains(party));
    let parties = principals.iter().copied().chain(others).map(Actor::Party);
    parties.chain((0..case.audiences.len()).map(|k| Actor::Audience(AudienceId(k)))).map(listed).collect()
}

/// `POST /api/one-text/settled`
pub(super) async fn settled(
    State(shared): State<Shared>,
    Sent(asked): Sent<SettleTextAsked>,
) -> Result<Json<TextSettledTold>, Refused> {
    let options = options(&asked.manner)?;
    apart(move || {
        let read = read(&asked.text, &shared.folder, options.as_of)?;
        let seat = seat(&shared, &read, options)?;
        let computing = seat.computing();
        let sitting = computing.sitting().about(&asked.package)?;
        let (sitting, chosen) = sitting.settling_on(&sitting.package(Some(&asked.package))?)?;
        let text = against(&sitting, &shared.folder, &read)?;
        let version = named(&text, asked.version.as_deref())?;
        let (settled, how) = sitting.text_of_package(&text, version, chosen);
        let case = sitting.case();
        Ok(Json(TextSettledTold {
            articles: ArticleTold::all(case, &settled, &[]),
            settled: TextSettled::of(case, &how),
            version: version.name.clone(),
        }))
    })
    .await
}

/// The text read against the case of a sitting, which knows numbers that somebody asked about beside those of the text.
fn against(sitting: &Sitting, folder: &Folder, read: &Read) -> Result<SingleText, Refused> {
    if sitting.case().issues == read.case.issues {
        return Ok(read.text.clone());
    }
    let on_disk = folder.versions()?;
    let files: Vec<(&str, &str)> =
        on_disk.iter().map(|version| (version.name.as_str(), version.text.as_str())).collect();
    let mut text = parse(&files, sitting.case()).map_err(|reports| refused(&reports))?.text;
    text.versions.retain(|version| read.text.version(&version.name).is_some());
    Ok(text)
}

/// `POST /api/one-text/compared`
pub(super) async fn compared(
    State(shared): State<Shared>,
    Sent(asked): Sent<VersionsAsked>,
) -> Result<Json<TextDiffAnswer>, Refused> {
    let options = options(&asked.manner)?;
    let sat = shared.clone();
    let (read, seat) = apart(move || {
        let read = read(&asked.text, &sat.folder, options.as_of)?;
        named(&read.text, Some(&asked.before))?;
        named(&read.text, Some(&asked.after))?;
        let seat = seat(&sat, &read, options)?;
        Ok(((read, asked.before, asked.after), seat))
    })
    .await?;
    let computing = seat.computing();
    let turn = std::sync::Arc::clone(&shared.computing).acquire_owned().await;
    let found = apart(move || {
        let (read, before, after) = read;
        let (before, after) = (named(&read.text, Some(&before))?, named(&read.text, Some(&after))?);
        let found = computing.sitting().texts_compared(before, after)?;
        drop((computing, turn));
        Ok(Json(TextDiffAnswer::of(&found)))
    })
    .await;
    drop(seat);
    found
}

/// `POST /api/one-text/document`
pub(super) async fn document(
    State(shared): State<Shared>,
    Sent(asked): Sent<VersionDocumentAsked>,
) -> Result<Json<DocumentMade>, Refused> {
    apart(move || {
        let read = read(&asked.text, &shared.folder, None)?;
        let version = named(&read.text, Some(&asked.version))?;
        let since = asked.since.as_deref().map(|name| named(&read.text, Some(name))).transpose()?;
        let bytes = version.to_docx(&read.case, since).map_err(|why| Refused::unfit(why.to_string()))?;
        Ok(Json(DocumentMade { base64: STANDARD.encode(bytes) }))
    })
    .await
}

/// A document that came back, read.
struct CameBack {
    read: Read,
    version: TextVersion,
    marks: Marks,
    on_behalf: Option<Actor>,
}

fn came_back(shared: &Shared, asked: &MarkedAsked) -> Result<CameBack, Refused> {
    let bytes = STANDARD.decode(&asked.document).map_err(|_| {
        Refused::unfit("the document did not arrive as it was sent").hint("drop it once more")
    })?;
    if bytes.len() > limits::DOCUMENT {
        return Err(Refused::unfit(format!(
            "the document is larger than the {} MB that are taken in",
            limits::DOCUMENT / 1_000_000
        ))
        .hint("take the pictures out of it, or use `detente text marked` on the command line"));
    }
    let read = read(&asked.text, &shared.folder, None)?;
    let version = match &asked.version {
        Some(name) => named(&read.text, Some(name))?,
        None => version_given_out(&read.text, &bytes),
    }
    .clone();
    let on_behalf = match asked.by.as_deref() {
        Some(name) => Some(actor_called(&read.case, name).ok_or_else(|| {
            let names: Vec<&str> = read.case.parties.iter().map(|party| party.name.as_str()).collect();
            Refused::unfit(format!("nobody in the case is called `{name}`; there are {}", names.join(", ")))
        })?),
        None => None,
    };
    let marks = marks(&read.case, &version, &bytes).map_err(|why| {
        Refused::unfit(why.to_string())
            .hint("a document that was made here with “Give out in Word” can be read when it comes back")
    })?;
    Ok(CameBack { read, version, marks, on_behalf })
}

/// `POST /api/one-text/marked`
pub(super) async fn marked(
    State(shared): State<Shared>,
    Sent(asked): Sent<MarkedAsked>,
) -> Result<Json<MarkedRead>, Refused> {
    apart(move || {
        let CameBack { read, version, marks, on_behalf } = came_back(&shared, &asked)?;
        Ok(Json(MarkedRead {
            marks: MarksAnswer::of(&read.case, &version, &marks, on_behalf),
            next: read.text.next_name(),
        }))
    })
    .await
}

/// `POST /api/one-text/take`: a new version is written; those that are there stay as they are.
pub(super) async fn take(
    State(shared): State<Shared>,
    Sent(asked): Sent<MarksTakeAsked>,
) -> Result<Json<MarksTaken>, Refused> {
    apart(move || {
        let _turn = shared.saving.lock().unwrap_or_else(PoisonError::into_inner);
        let CameBack { read, version, marks, on_behalf } = came_back(&shared, &asked.marked)?;
        if asked.accept.is_empty() {
            return Err(Refused::unfit("no mark was accepted")
                .hint("choose those that are to go into the new version"));
        }
        let file: String =
            asked.file.chars().filter(|letter| !letter.is_control()).take(limits::NAME).collect();
        let made = accepted(&read.case, &version, &marks, &asked.accept, on_behalf, &file)
            .map_err(|why| Refused::unfit(why.to_string()))?;
        let mut numbers = asked.accept.clone();
        numbers.sort_unstable();
        numbers.dedup();
        if made.not.len() >= numbers.len() {
            let why = made.not.first().map_or_else(String::new, |(_, why)| why.to_string());
            return Err(Refused::unfit(format!(
                "none of these marks could be taken, and nothing was written: {why}"
            )));
        }
        let file = shared.folder.add_version(&asked.name, &made.version.to_markdown(&read.case))?;
        let not_taken =
            made.not.iter().map(|(number, why)| MarkNotTaken { number: *number, because: why.to_string() });
        Ok(Json(MarksTaken { version: asked.name.trim().to_owned(), file, not_taken: not_taken.collect() }))
    })
    .await
}
