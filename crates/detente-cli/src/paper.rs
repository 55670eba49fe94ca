//! PDF, printed by a program that is on this machine.
//!
//! A PDF that everybody can read, also with a screen reader, needs letters inside the file, lines and pages set, and tags for headings, tables and
//! pictures. Browsers and word processors do all that, and one of them is on most machines; so none is built into this program. A browser
//! prints the page of the brief as it is laid out for paper; LibreOffice makes a PDF/UA of the document for Word. Either writes tags, bookmarks and the
//! language. The file carries the day on which it was made, and two programs do not make the same bytes.

use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

/// No longer than this is waited for a program.
const LONGEST: Duration = Duration::from_secs(120);
/// How often it is looked whether it has ended.
const LOOK: Duration = Duration::from_millis(20);

/// Names of browsers that print from the command line, all of one family.
const BROWSERS: &[&str] = &[
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "microsoft-edge",
    "microsoft-edge-stable",
    "msedge",
    "brave-browser",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
];
/// Names of LibreOffice.
const WORD_PROCESSORS: &[&str] = &[
    "soffice",
    "libreoffice",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    r"C:\Program Files\LibreOffice\program\soffice.exe",
];

/// Something to print, with what it is made of.
pub enum Printable<'a> {
    /// A page of HTML that needs nothing from elsewhere, for a browser.
    Page(&'a str),
    /// A document for Word, for LibreOffice.
    Document(&'a dyn Fn() -> Result<Vec<u8>, String>),
}

impl Printable<'_> {
    fn programs(&self) -> &'static [&'static str] {
        match self {
            Self::Page(_) => BROWSERS,
            Self::Document(_) => WORD_PROCESSORS,
        }
    }

    fn needs(&self) -> &'static str {
        match self {
            Self::Page(_) => "a browser of the Chromium family (Chrome, Edge, Chromium)",
            Self::Document(_) => "LibreOffice",
        }
    }

    fn printed_by(&self, program: &Path) -> Result<Vec<u8>, String> {
        let folder = tempfile::tempdir().map_err(|error| crate::files::reason(&error))?;
        match self {
            Self::Page(html) => by_browser(program, html, folder.path()),
            Self::Document(document) => by_word_processor(program, &document()?, folder.path()),
        }
    }
}

/// The bytes of a PDF of the first of these for which there is a program.
///
/// # Errors
/// In a sentence, if there is none for any of them, or the one there is fails.
pub fn printed(choices: &[Printable<'_>]) -> Result<Vec<u8>, String> {
    for choice in choices {
        if let Some(program) = choice.programs().iter().find_map(|name| found(name)) {
            return choice.printed_by(&program);
        }
    }
    let needs: Vec<&str> = choices.iter().map(Printable::needs).collect();
    Err(format!(
        "a PDF is printed by {}, and none is found on this machine; install one, or print the page or the document for Word from where you open \
         it",
        needs.join(" or by ")
    ))
}

/// A program by its path, or by its name among the folders in which commands are looked for.
fn found(name: &str) -> Option<PathBuf> {
    let path = Path::new(name);
    if path.is_absolute() {
        return path.is_file().then(|| path.to_owned());
    }
    let name = format!("{name}{}", env::consts::EXE_SUFFIX);
    env::split_paths(&env::var_os("PATH")?)
        // A program in the folder where somebody works is no program of the machine.
        .filter(|folder| folder.is_absolute())
        .map(|folder| folder.join(&name))
        .find(|path| path.is_file())
}

fn by_browser(program: &Path, html: &str, folder: &Path) -> Result<Vec<u8>, String> {
    let (page, pdf) = (folder.join("page.html"), folder.join("page.pdf"));
    write(&page, html.as_bytes())?;
    let arguments = |more: &[&str]| {
        let mut arguments: Vec<OsString> = [
            "--headless",
            "--disable-gpu",
            "--disable-extensions",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--no-first-run",
            "--no-default-browser-check",
            "--no-pdf-header-footer",
            "--export-tagged-pdf",
            "--generate-pdf-document-outline",
        ]
        .iter()
        .chain(more)
        .map(OsString::from)
        .collect();
        arguments.push(joined("--user-data-dir=", &folder.join("profile")));
        arguments.push(joined("--print-to-pdf=", &pdf));
        arguments.push(page.clone().into());
        arguments
    };
    let ended = run(program, &arguments(&[]), folder)?;
    if !pdf.exists() && ended.said.contains("sandbox") {
        // In a container, or for root, it cannot shut itself in, and says so; what it opens is our own page.
        return made(program, &run(program, &arguments(&["--no-sandbox"]), folder)?, &pdf);
    }
    made(program, &ended, &pdf)
}

fn by_word_processor(program: &Path, document: &[u8], folder: &Path) -> Result<Vec<u8>, String> {
    let file = folder.join("page.docx");
    write(&file, document)?;
    let on = r#"{"type":"boolean","value":"true"}"#;
    let filter = format!(
        r#"pdf:writer_pdf_Export:{{"PDFUACompliance":{on},"UseTaggedPDF":{on},"ExportBookmarks":{on}}}"#
    );
    let mut home = OsString::from("-env:UserInstallation=");
    home.push(address(&folder.join("profile")));
    let arguments = [
        home,
        "--headless".into(),
        "--norestore".into(),
        "--convert-to".into(),
        filter.into(),
        "--outdir".into(),
        folder.into(),
        file.into(),
    ];
    let ended = run(program, &arguments, folder)?;
    made(program, &ended, &folder.join("page.pdf"))
}

/// What a program said on standard error before it ended.
struct Ended {
    said: String,
}

/// Runs a program to its end, or ends it when it takes too long.
fn run(program: &Path, arguments: &[OsString], folder: &Path) -> Result<Ended, String> {
    let failed = |why: &dyn std::fmt::Display| format!("`{}` {why}", program.display());
    // A file takes what it says: nobody has to read it meanwhile.
    let heard = folder.join("said.txt");
    let ear = fs::File::create(&heard)
        .map_err(|error| failed(&format_args!("cannot be heard: {}", crate::files::reason(&error))))?;
    let mut child = Command::new(program)
        .args(arguments)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(ear)
        .spawn()
        .map_err(|error| failed(&format_args!("cannot be started: {}", crate::files::reason(&error))))?;
    let begun = Instant::now();
    loop {
        match child.try_wait() {
            Ok(Some(_)) => break,
            Ok(None) if begun.elapsed() < LONGEST => thread::sleep(LOOK),
            ended => {
                // What cannot be waited for is ended; that it may have ended by itself meanwhile is no fault.
                let _ = child.kill();
                let _ = child.wait();
                return Err(match ended {
                    Err(error) => {
                        failed(&format_args!("cannot be waited for: {}", crate::files::reason(&error)))
                    }
                    Ok(_) => failed(&format_args!(
                        "printed nothing within {} seconds, and was ended",
                        LONGEST.as_secs()
                    )),
                });
            }
        }
    }
    Ok(Ended {
        said: fs::read(&heard).map(|said| String::from_utf8_lossy(&said).into_owned()).unwrap_or_default(),
    })
}

/// The PDF that a program was to make.
fn made(program: &Path, ended: &Ended, pdf: &Path) -> Result<Vec<u8>, String> {
    match fs::read(pdf) {
        Ok(bytes) if bytes.starts_with(b"%PDF-") => Ok(bytes),
        _ => {
            let last = ended.said.lines().rev().find(|line| !line.trim().is_empty());
            let last =
                last.map_or_else(String::new, |line| format!("; the last that it said was: {}", line.trim()));
            Err(format!("`{}` made no PDF{last}", program.display()))
        }
    }
}

fn write(path: &Path, content: &[u8]) -> Result<(), String> {
    fs::write(path, content)
        .map_err(|error| format!("cannot write `{}`: {}", path.display(), crate::files::reason(&error)))
}

fn joined(option: &str, path: &Path) -> OsString {
    let mut argument = OsString::from(option);
    argument.push(path);
    argument
}

/// A path as an address of a file, which LibreOffice wants.
fn address(path: &Path) -> String {
    let path = path.to_string_lossy().replace('\\', "/");
    let mut address = String::from(if path.starts_with('/') { "file://" } else { "file:///" });
    for byte in path.bytes() {
        if byte.is_ascii_alphanumeric() || b"/:._-~".contains(&byte) {
            address.push(char::from(byte));
        } else {
            address.push_str(&format!("%{byte:02X}"));
        }
    }
    address
}
