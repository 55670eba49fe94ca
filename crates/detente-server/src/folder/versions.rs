//! The versions of the text of a case, in the folder `text` beside it: read all at once, and only ever added to.

use std::io::ErrorKind;
use std::path::Path;

use detente_text::{MOST_VERSIONS, TEXT_FOLDER};

use super::{Folder, legible, unreadable, unwritable, well_named};
use crate::limits;
use crate::refusal::Refused;

/// The ending of a version's file.
const ENDING: &str = ".md";

/// A version as it lies on the disk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct VersionOnDisk {
    /// The name of its file, without the ending.
    pub name: String,
    /// What stands in it.
    pub text: String,
}

impl Folder {
    /// All versions, by name; none where the case has no text.
    pub(crate) fn versions(&self) -> Result<Vec<VersionOnDisk>, Refused> {
        let entries = match self.dir.read_dir(TEXT_FOLDER) {
            Ok(entries) => entries,
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Vec::new()),
            Err(error) => return Err(unreadable(TEXT_FOLDER, &error)),
        };
        let mut names: Vec<String> = entries
            .flatten()
            .filter_map(|entry| entry.file_name().into_string().ok())
            .filter(|name| name.ends_with(ENDING))
            .collect();
        if names.len() > MOST_VERSIONS {
            return Err(Refused::unfit(format!(
                "the folder `{TEXT_FOLDER}` holds {} versions, more than the {MOST_VERSIONS} that are read",
                names.len()
            )));
        }
        names.sort();
        let mut versions = Vec::new();
        let mut size = 0;
        for name in names {
            let file = format!("{TEXT_FOLDER}/{name}");
            let Some(bytes) = self.bytes(Path::new(&file), &file)? else { continue };
            size += bytes.len();
            if size > limits::VERSIONS {
                return Err(Refused::unfit(format!(
                    "the versions of the text are larger together than the {} MB that are read here",
                    limits::VERSIONS / 1_000_000
                ))
                .hint("move early versions into another folder"));
            }
            let text = String::from_utf8(bytes)
                .map_err(|_| Refused::unfit(format!("`{}` is not text in UTF-8", legible(&file))))?;
            let name = name.strip_suffix(ENDING).unwrap_or(&name).to_owned();
            versions.push(VersionOnDisk { name, text });
        }
        Ok(versions)
    }

    /// Writes a version whole or not at all, under a name that no other has, and gives the name of its file.
    pub(crate) fn add_version(&self, name: &str, text: &str) -> Result<String, Refused> {
        let name = name.trim();
        let file = format!("{TEXT_FOLDER}/{name}{ENDING}");
        well_named(&format!("{name}{ENDING}"), ENDING).map_err(|why| {
            Refused::unfit(format!("`{}` cannot be the name of a version: {why}", legible(name))).hint(
                "a name is letters, digits, blanks, `-`, `_` and `.`, such as the number of the version",
            )
        })?;
        if let Err(error) = self.dir.create_dir(TEXT_FOLDER)
            && error.kind() != ErrorKind::AlreadyExists
        {
            return Err(unwritable(&file, &error));
        }
        let path = Path::new(&file);
        if self.dir.symlink_metadata(path).is_ok() {
            return Err(Refused::unfit(format!("`{file}` is there already"))
                .hint("give it another name; a version that is there stays as it is"));
        }
        self.replace(path, text.as_bytes()).map_err(|error| unwritable(&file, &error))?;
        Ok(file)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_version_is_added_and_none_is_written_over() {
        let place = tempfile::tempdir().unwrap();
        let folder = Folder::open(place.path()).unwrap();
        assert_eq!(folder.versions().unwrap(), []);
        assert_eq!(folder.add_version("1", "one").unwrap(), "text/1.md");
        assert!(folder.add_version("1", "other").is_err());
        assert_eq!(
            folder.versions().unwrap(),
            [VersionOnDisk { name: "1".to_owned(), text: "one".to_owned() }]
        );
        for name in
            ["", "../2", "a/b", "..", ".hidden", "con", "-x", "a\\b", "x\0", "trailing.", &"x".repeat(200)]
        {
            assert!(folder.add_version(name, "x").is_err(), "{name:?}");
        }
        assert_eq!(std::fs::read_dir(place.path().join("text")).unwrap().count(), 1);
    }

    #[cfg(unix)]
    #[test]
    fn no_link_leads_out() {
        let outside = tempfile::tempdir().unwrap();
        std::fs::write(outside.path().join("1.md"), "secret").unwrap();
        let place = tempfile::tempdir().unwrap();
        let folder = Folder::open(place.path()).unwrap();
        std::os::unix::fs::symlink(outside.path(), place.path().join("text")).unwrap();
        assert!(folder.versions().is_err());
        assert!(folder.add_version("2", "mine").is_err());
        std::fs::remove_file(place.path().join("text")).unwrap();
        std::fs::create_dir(place.path().join("text")).unwrap();
        std::os::unix::fs::symlink(outside.path().join("1.md"), place.path().join("text/1.md")).unwrap();
        assert!(folder.versions().is_err());
        assert!(folder.add_version("1", "mine").is_err());
        assert_eq!(std::fs::read_to_string(outside.path().join("1.md")).unwrap(), "secret");
        assert_eq!(std::fs::read_dir(outside.path()).unwrap().count(), 1);
    }
}
