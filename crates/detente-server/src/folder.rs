//! The folder that is served. Its files are reached through a handle on it and by checked names, so that no path and no symbolic link
//! leads out of it.

mod versions;

use std::ffi::OsStr;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io::{ErrorKind, Read, Write};
use std::path::{Path, PathBuf};

use axum::http::StatusCode;
use cap_std::ambient_authority;
use cap_std::fs::{Dir, OpenOptions};
use detente_case::{CASE_FILE, LARGEST, SheetFound, Sheets, VARIANTS, case_folder, is_variant};

use crate::limits;
use crate::protocol::{DraftKept, FileKind, FileListed, PackagesKept};
use crate::refusal::Refused;

/// The file in the folder in which packages are kept by name.
pub const PACKAGES: &str = "packages.json";

/// How the name of a kept draft begins.
const DRAFT: &str = ".detente-draft-";
/// How the name of a file begins that is not yet in its place.
const UNFINISHED: &str = ".detente-unfinished-";

/// A folder of cases.
#[derive(Debug)]
pub struct Folder {
    dir: Dir,
    name: String,
    first: String,
}

/// What is on the disk under a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct OnDisk {
    pub text: String,
    pub stamp: String,
}

impl Folder {
    /// The folder at a path, or the one of the case file at the path, which is then the one to begin with: as for the command line, that of a
    /// variant is the one of the case.
    ///
    /// # Errors
    /// The system's, if there is no such folder or it cannot be read.
    pub fn open(path: &Path) -> std::io::Result<Self> {
        let file = match (path.is_dir(), path.is_file()) {
            (true, _) => path.join(CASE_FILE),
            (_, true) => path.to_owned(),
            _ => return Err(ErrorKind::NotFound.into()),
        };
        let folder = case_folder(&file);
        let name = file.file_name().and_then(OsStr::to_str).unwrap_or(CASE_FILE);
        let first = if is_variant(&file) { format!("{VARIANTS}/{name}") } else { name.to_owned() };
        let dir = Dir::open_ambient_dir(&folder, ambient_authority())?;
        let shown = folder.canonicalize().unwrap_or(folder);
        let name =
            shown.file_name().map_or_else(|| "/".to_owned(), |name| name.to_string_lossy().into_owned());
        Ok(Self { dir, name, first })
    }

    /// Its name, without what leads there.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The file to begin with.
    pub fn first(&self) -> &str {
        &self.first
    }

    /// The case files in it, and the variants.
    pub(crate) fn files(&self) -> Vec<FileListed> {
        let mut found = Vec::new();
        for (folder, kind) in [(".", FileKind::Case), (VARIANTS, FileKind::Variant)] {
            let Ok(entries) = self.dir.read_dir(folder) else { continue };
            for entry in entries.flatten().take(limits::FILES) {
                let Ok(name) = entry.file_name().into_string() else { continue };
                let name = if kind == FileKind::Variant { format!("{VARIANTS}/{name}") } else { name };
                if checked(&name).is_ok() && entry.file_type().is_ok_and(|kind| !kind.is_dir()) {
                    found.push(FileListed { name, kind });
                }
            }
        }
        found.sort_by(|a, b| (a.kind as u8, a.name.as_str()).cmp(&(b.kind as u8, b.name.as_str())));
        found
    }

    /// What is in a file; `None` if there is none.
    pub(crate) fn read(&self, name: &str) -> Result<Option<OnDisk>, Refused> {
        let path = checked(name)?;
        let Some(bytes) = self.bytes(&path, name)? else { return Ok(None) };
        let text = String::from_utf8(bytes).map_err(|_| {
            Refused::unfit(format!("`{name}` is not text in UTF-8"))
                .hint("save it as UTF-8 in the editor it comes from")
        })?;
        let stamp = stamp(&text);
        Ok(Some(OnDisk { text, stamp }))
    }

    fn bytes(&self, path: &Path, name: &str) -> Result<Option<Vec<u8>>, Refused> {
        let file = match self.dir.open(path) {
            Ok(file) => file,
            // A link that leads nowhere is there all the same, and is not to be written over as if it were not.
            Err(error) if error.kind() == ErrorKind::NotFound && self.dir.symlink_metadata(path).is_err() => {
                return Ok(None);
            }
            Err(error) => return Err(unreadable(name, &error)),
        };
        let metadata = file.metadata().map_err(|error| unreadable(name, &error))?;
        if !metadata.is_file() {
            return Err(Refused::unfit(format!("`{name}` is no file")).hint("name a file with a case in it"));
        }
        let mut bytes = Vec::new();
        file.take(LARGEST + 1).read_to_end(&mut bytes).map_err(|error| unreadable(name, &error))?;
        if bytes.len() as u64 > LARGEST {
            return Err(Refused::unfit(format!("`{name}` is larger than the 8 MB that are read")));
        }
        Ok(Some(bytes))
    }

    /// A number that is another one whenever a file was written anew; `None` if there is no file.
    pub(crate) fn touched(&self, name: &str) -> Option<(u64, Option<std::time::SystemTime>)> {
        let metadata = self.dir.metadata(checked(name).ok()?).ok()?;
        Some((metadata.len(), metadata.modified().ok().map(cap_std::time::SystemTime::into_std)))
    }

    /// Writes a file whole or not at all, in the place of one that may be there, and gives its stamp.
    pub(crate) fn write(&self, name: &str, text: &str) -> Result<String, Refused> {
        let path = checked(name)?;
        if text.len() as u64 > LARGEST {
            return Err(Refused::unfit("the text is larger than the 8 MB that a case may take"));
        }
        if of_variants(name)
            && let Err(error) = self.dir.create_dir(VARIANTS)
            && error.kind() != ErrorKind::AlreadyExists
        {
            return Err(unwritable(name, &error));
        }
        self.replace(&path, text.as_bytes()).map_err(|error| unwritable(name, &error))?;
        Ok(stamp(text))
    }

    /// Puts bytes in the place of a file. They go into a file of their own first, reach the disk, and are then moved into their place
    /// in one step; a link stays a link, and what it leads to is replaced.
    fn replace(&self, path: &Path, bytes: &[u8]) -> std::io::Result<()> {
        let place = self.dir.canonicalize(path).unwrap_or_else(|_| path.to_owned());
        if self.dir.symlink_metadata(&place).is_ok_and(|at| at.is_symlink() || at.is_dir()) {
            return Err(ErrorKind::PermissionDenied.into());
        }
        let permissions = self.dir.metadata(&place).ok().map(|old| old.permissions());
        let above = place.parent().unwrap_or(Path::new(""));
        let mut random = [0; 8];
        getrandom::fill(&mut random).map_err(|error| std::io::Error::other(error.to_string()))?;
        let unfinished = above.join(format!("{UNFINISHED}{:016x}", u64::from_le_bytes(random)));
        let written = (|| {
            let mut file =
                self.dir.open_with(&unfinished, OpenOptions::new().write(true).create_new(true))?;
            file.write_all(bytes)?;
            if let Some(permissions) = permissions {
                file.set_permissions(permissions)?;
            }
            file.sync_all()?;
            self.dir.rename(&unfinished, &self.dir, &place)
        })();
        if written.is_err() {
            let _ = self.dir.remove_file(&unfinished);
        }
        written
    }

    /// Takes a variant away.
    pub(crate) fn remove_variant(&self, name: &str) -> Result<(), Refused> {
        let path = checked(name)?;
        if !of_variants(name) {
            return Err(Refused::unfit("only a variant can be taken away here"));
        }
        self.dir.remove_file(path).map_err(|error| unwritable(name, &error))
    }

    /// The packages that are kept by name.
    pub(crate) fn packages(&self) -> Result<PackagesKept, Refused> {
        let Some(bytes) = self.bytes(Path::new(PACKAGES), PACKAGES)? else {
            return Ok(PackagesKept::default());
        };
        serde_json::from_slice(&bytes).map_err(|error| {
            Refused::unfit(format!("`{PACKAGES}` cannot be read: {error}"))
                .hint("mend it in an editor, or move it out of the folder to begin anew")
        })
    }

    /// Keeps packages by name.
    pub(crate) fn keep_packages(&self, kept: &PackagesKept) -> Result<(), Refused> {
        let bytes = serde_json::to_vec_pretty(kept).map_err(|error| Refused::internal(error.to_string()))?;
        self.replace(Path::new(PACKAGES), &[bytes.as_slice(), b"\n"].concat())
            .map_err(|error| unwritable(PACKAGES, &error))
    }

    /// The draft that is kept of a file.
    pub(crate) fn draft(&self, name: &str) -> Option<DraftKept> {
        let bytes = self.bytes(&draft_of(name).ok()?, name).ok()??;
        serde_json::from_slice(&bytes).ok()
    }

    /// Keeps a draft of a file, or throws away the one that is kept.
    pub(crate) fn keep_draft(&self, name: &str, draft: Option<&DraftKept>) -> Result<(), Refused> {
        let path = draft_of(name)?;
        match draft {
            Some(draft) => {
                let bytes =
                    serde_json::to_vec(draft).map_err(|error| Refused::internal(error.to_string()))?;
                if bytes.len() as u64 > LARGEST {
                    return Err(Refused::unfit("the text is larger than the 8 MB that a case may take"));
                }
                self.replace(&path, &bytes).map_err(|error| unwritable(name, &error))
            }
            None => match self.dir.remove_file(path) {
                Err(error) if error.kind() != ErrorKind::NotFound => Err(unwritable(name, &error)),
                _ => Ok(()),
            },
        }
    }
}

/// The files that a case of this folder includes. The reader has checked the name; no link leads out of the folder.
impl Sheets for Folder {
    fn sheet(&self, name: &str) -> Result<Option<SheetFound>, String> {
        let bytes = self.bytes(Path::new(name), name).map_err(|refused| refused.said.message)?;
        let Some(bytes) = bytes else { return Ok(None) };
        match String::from_utf8(bytes) {
            Ok(text) => Ok(Some(SheetFound { name: name.to_owned(), text })),
            Err(_) => Err(format!("`{name}` is not text in UTF-8")),
        }
    }
}

/// The path of a file by a name that somebody sent: `NAME.toml`, or `variants/NAME.toml`. Whatever else a path can say is refused.
fn checked(name: &str) -> Result<PathBuf, Refused> {
    let refused = |why: &str| {
        Refused::unfit(format!("`{}` cannot be the name of a file here: {why}", legible(name)))
            .hint("a name is letters, digits, blanks, `-`, `_` and `.`, and ends with `.toml`")
    };
    let (folder, file) = match name.split_once('/') {
        Some((VARIANTS, file)) => (VARIANTS, file),
        Some(_) => return Err(refused("it leads into a folder that is not that of the variants")),
        None => ("", name),
    };
    well_named(file, ".toml").map_err(|why| refused(&why))?;
    Ok(Path::new(folder).join(file))
}

/// Whether a file may go by a name with this ending, wherever in the folder it lies; or why it may not.
fn well_named(file: &str, ending: &str) -> Result<(), String> {
    let Some(stem) = file.strip_suffix(ending) else {
        return Err(format!("it does not end with `{ending}`"));
    };
    if stem.is_empty() || file.len() > limits::NAME {
        return Err("it is empty or too long".to_owned());
    }
    if stem.starts_with(['.', ' ', '-']) || stem.ends_with([' ', '.']) {
        return Err("it begins or ends with a dot or a blank, or begins with a dash".to_owned());
    }
    if !stem.chars().all(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_' | '.' | '\'' | '(' | ')')) {
        return Err("it holds a character that is none of those".to_owned());
    }
    // Names that stand for a device on some systems, whatever follows the first dot.
    let device = stem.split('.').next().unwrap_or(stem).to_ascii_lowercase();
    let numbered = |word: &str| {
        device.strip_prefix(word).is_some_and(|rest| rest.len() == 1 && rest.as_bytes()[0].is_ascii_digit())
    };
    if matches!(device.as_str(), "con" | "prn" | "aux" | "nul") || numbered("com") || numbered("lpt") {
        return Err("it stands for a device".to_owned());
    }
    Ok(())
}

/// Whether a checked name is that of a variant.
fn of_variants(name: &str) -> bool {
    name.split_once('/').is_some_and(|(folder, _)| folder == VARIANTS)
}

/// Where the draft of a file is kept: beside it.
fn draft_of(name: &str) -> Result<PathBuf, Refused> {
    checked(name)?;
    Ok(PathBuf::from(format!("{DRAFT}{}", name.replace('/', "-"))))
}

/// A name without what could disturb a sentence.
fn legible(name: &str) -> String {
    name.chars().take(limits::NAME).map(|c| if c.is_control() { ' ' } else { c }).collect()
}

/// What names a text: texts that differ have different stamps.
pub(crate) fn stamp(text: &str) -> String {
    let mut hasher = DefaultHasher::new();
    text.hash(&mut hasher);
    let once = hasher.finish();
    text.len().hash(&mut hasher);
    format!("{once:016x}{:016x}", hasher.finish())
}

fn unreadable(name: &str, error: &std::io::Error) -> Refused {
    let refused = |why: &str| {
        Refused::new(StatusCode::FORBIDDEN, "unreadable", format!("`{name}` cannot be read: {why}"))
    };
    match error.kind() {
        ErrorKind::PermissionDenied => refused("permission is denied, or it leads out of the folder"),
        ErrorKind::NotFound => refused("it is a link that leads nowhere"),
        ErrorKind::IsADirectory => refused("it is a folder"),
        _ => refused(&error.to_string()),
    }
}

fn unwritable(name: &str, error: &std::io::Error) -> Refused {
    let why = match error.kind() {
        ErrorKind::PermissionDenied => "permission is denied, or it leads out of the folder".to_owned(),
        ErrorKind::StorageFull => "the disk is full".to_owned(),
        ErrorKind::ReadOnlyFilesystem => "the disk can only be read".to_owned(),
        ErrorKind::NotFound => "there is no such file".to_owned(),
        _ => error.to_string(),
    };
    Refused::new(StatusCode::FORBIDDEN, "unwritable", format!("`{name}` cannot be written: {why}"))
        .hint("nothing was lost: the text is still in the browser; make room or give the right to write, and save again")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_lead_elsewhere_are_refused() {
        for name in [
            "../case.toml",
            "/etc/passwd",
            "variants/../case.toml",
            "variants/../../x.toml",
            "variants/a/b.toml",
            "other/a.toml",
            "..\\x.toml",
            "C:\\x.toml",
            "a\0.toml",
            "a\n.toml",
            ".toml",
            ".hidden.toml",
            "case.toml.",
            "case.json",
            "con.toml",
            "LPT1.x.toml",
            "variants/",
            "",
            "-rf.toml",
            "a:b.toml",
        ] {
            assert!(checked(name).is_err(), "{name:?}");
        }
        assert!(checked(&format!("{}.toml", "x".repeat(200))).is_err());
        for name in ["case.toml", "variants/longer truce.toml", "القاهرة.toml", "v1.2 (draft).toml"] {
            assert!(checked(name).is_ok(), "{name:?}");
        }
    }

    #[cfg(unix)]
    #[test]
    fn links_out_of_the_folder_are_refused_and_those_inside_stay() {
        let outside = tempfile::tempdir().unwrap();
        std::fs::write(outside.path().join("secret.toml"), "secret").unwrap();
        let place = tempfile::tempdir().unwrap();
        let link = |to: &Path, name: &str| std::os::unix::fs::symlink(to, place.path().join(name)).unwrap();
        link(&outside.path().join("secret.toml"), "out.toml");
        link(Path::new("nowhere.toml"), "nowhere.toml");
        link(outside.path(), "variants");
        std::fs::write(place.path().join("case.toml"), "one").unwrap();
        link(Path::new("case.toml"), "in.toml");
        let folder = Folder::open(place.path()).unwrap();
        for name in ["out.toml", "variants/secret.toml", "nowhere.toml"] {
            assert!(folder.read(name).is_err(), "{name}");
            assert!(folder.write(name, "mine").is_err(), "{name}");
        }
        assert!(folder.write("variants/new.toml", "mine").is_err());
        assert_eq!(std::fs::read_to_string(outside.path().join("secret.toml")).unwrap(), "secret");
        assert_eq!(std::fs::read_dir(outside.path()).unwrap().count(), 1);
        assert_eq!(folder.read("in.toml").unwrap().unwrap().text, "one");
        folder.write("in.toml", "two").unwrap();
        assert!(place.path().join("in.toml").is_symlink());
        assert_eq!(std::fs::read_to_string(place.path().join("case.toml")).unwrap(), "two");
    }

    #[test]
    fn a_text_comes_back_as_it_was_written() {
        let place = tempfile::tempdir().unwrap();
        let folder = Folder::open(place.path()).unwrap();
        assert_eq!(folder.read("case.toml").unwrap(), None);
        let stamp = folder.write("case.toml", "a = 1\r\n").unwrap();
        assert_eq!(
            folder.read("case.toml").unwrap().unwrap(),
            OnDisk { text: "a = 1\r\n".to_owned(), stamp }
        );
        let draft = DraftKept { text: "b".to_owned(), stamp: None, at: "now".to_owned() };
        folder.keep_draft("case.toml", Some(&draft)).unwrap();
        assert_eq!(folder.draft("case.toml"), Some(draft));
        folder.keep_draft("case.toml", None).unwrap();
        folder.keep_draft("case.toml", None).unwrap();
        assert_eq!(folder.draft("case.toml"), None);
        folder.write("variants/one.toml", "x").unwrap();
        let names: Vec<String> = folder.files().into_iter().map(|file| file.name).collect();
        assert_eq!(names, ["case.toml", "variants/one.toml"]);
        folder.remove_variant("variants/one.toml").unwrap();
        assert!(folder.remove_variant("case.toml").is_err());
        folder.write("variants.toml", "x").unwrap();
        assert!(folder.remove_variant("variants.toml").is_err());
    }

    #[test]
    fn a_variant_is_opened_in_the_folder_of_its_case() {
        let place = tempfile::tempdir().unwrap();
        let variants = place.path().join(VARIANTS);
        std::fs::create_dir(&variants).unwrap();
        let variant = variants.join("longer truce.toml");
        std::fs::write(&variant, "x").unwrap();
        // Without a case above it is a folder like any other.
        assert_eq!(Folder::open(&variant).unwrap().first(), "longer truce.toml");
        std::fs::write(place.path().join("case.toml"), "case").unwrap();
        let folder = Folder::open(&variant).unwrap();
        assert_eq!(folder.first(), "variants/longer truce.toml");
        assert_eq!(folder.read("case.toml").unwrap().unwrap().text, "case");
        let names: Vec<String> = folder.files().into_iter().map(|file| file.name).collect();
        assert_eq!(names, ["case.toml", "variants/longer truce.toml"]);
    }
}
