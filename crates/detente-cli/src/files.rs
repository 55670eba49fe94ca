//! Files are written whole or not at all.
//!
//! Whatever is written goes into a file of its own first, beside its place and under a name that nobody else uses, reaches the disk,
//! and is then moved into its place in one step. Whoever ends the command, or pulls the plug, at any moment finds the old file or the new
//! one, never a part of it; at most a file that begins with [`UNFINISHED`] is left beside it.

use std::fs;
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};

use tempfile::{Builder, NamedTempFile, TempDir};

use crate::output::Failure;

/// How the name of a file begins that is not yet in its place.
const UNFINISHED: &str = ".detente-unfinished-";

/// Whether a path stands for standard output, as in other commands, and not for a file of that name.
pub fn is_standard_output(path: &Path) -> bool {
    path == Path::new("-")
}

/// Refuses `-` where what is written is not one text; a file of that name is a trap for whoever wants to be rid of it.
fn no_dash(path: &Path) -> Result<(), Failure> {
    let first = path.components().next().is_some_and(|part| part.as_os_str() == "-");
    if first && path.is_relative() {
        return Err(Failure::said(
            "`-` cannot stand for standard output here; name a file or folder, `./-` if one of that name is meant",
        ));
    }
    Ok(())
}

/// Writes a file, in the place of one that may be there.
pub fn write_file(path: &Path, content: impl AsRef<[u8]>) -> Result<(), Failure> {
    no_dash(path)?;
    // A link stays a link: what it leads to is replaced.
    let place = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let written = staged(&place, content.as_ref()).and_then(|part| {
        if let Ok(old) = fs::metadata(&place) {
            if old.is_dir() {
                return Err(ErrorKind::IsADirectory.into());
            }
            part.as_file().set_permissions(old.permissions())?;
        }
        part.persist(&place).map(drop).map_err(|kept| kept.error)
    });
    written.map_err(|error| cannot_write(path, &error))
}

/// Writes a file that must not be there yet; `instead` says what to do if it is.
pub fn write_new(path: &Path, text: &str, instead: &str) -> Result<(), Failure> {
    no_dash(path)?;
    // A link that leads nowhere is there too.
    if path.symlink_metadata().is_ok() {
        return Err(is_there(path, instead));
    }
    let written = staged(path, text.as_bytes())
        .and_then(|part| part.persist_noclobber(path).map(drop).map_err(|kept| kept.error));
    written.map_err(|error| match error.kind() {
        ErrorKind::AlreadyExists => is_there(path, instead),
        _ => cannot_write(path, &error),
    })
}

/// Writes files that must not be there yet into a folder: all of them or none. A folder that is not there comes into its place with
/// everything in it, in one step; into one that is there each file comes whole, and those that came are taken back if one cannot.
pub fn write_all_new(folder: &Path, files: &[(String, String)], instead: &str) -> Result<(), Failure> {
    no_dash(folder)?;
    if folder.symlink_metadata().is_err() {
        return write_folder(folder, files);
    }
    make_folder(folder)?;
    let paths: Vec<PathBuf> = files.iter().map(|(name, _)| folder.join(name)).collect();
    // All are looked for before any is written: half a set is of no use, and looks like a whole one.
    if let Some(path) = paths.iter().find(|path| path.symlink_metadata().is_ok()) {
        return Err(is_there(path, instead));
    }
    for (done, (path, (_, text))) in paths.iter().zip(files).enumerate() {
        if let Err(failure) = write_new(path, text, instead) {
            for written in &paths[..done] {
                let _ = fs::remove_file(written);
            }
            return Err(failure);
        }
    }
    Ok(())
}

/// A new folder with files in it.
fn write_folder(folder: &Path, files: &[(String, String)]) -> Result<(), Failure> {
    let above = above(folder);
    make_folder(above)?;
    let staged: TempDir =
        unfinished(0o777).tempdir_in(above).map_err(|error| cannot_write(folder, &error))?;
    let written = files.iter().try_for_each(|(name, text)| {
        let path = staged.path().join(name);
        fs::write(&path, text).and_then(|()| fs::File::open(&path)?.sync_all())
    });
    written.and_then(|()| fs::rename(staged.path(), folder)).map_err(|error| cannot_write(folder, &error))?;
    // It is no longer where it was made, so there is nothing to clear away.
    let _ = staged.keep();
    Ok(())
}

/// A file with its content, on the disk, beside the place that it is for.
fn staged(place: &Path, content: &[u8]) -> std::io::Result<NamedTempFile> {
    let mut part = unfinished(0o666).tempfile_in(above(place))?;
    part.write_all(content)?;
    part.as_file().sync_all()?;
    Ok(part)
}

/// What is not yet in its place, with the permissions of anything new there: what the user's mask takes away is taken away.
fn unfinished(mode: u32) -> Builder<'static, 'static> {
    let mut builder = Builder::new();
    builder.prefix(UNFINISHED);
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(mode));
    #[cfg(not(unix))]
    let _ = mode;
    builder
}

/// The folder in which a file or folder lies.
fn above(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// Makes a folder and those above it.
pub fn make_folder(folder: &Path) -> Result<(), Failure> {
    no_dash(folder)?;
    fs::create_dir_all(folder).map_err(|error| {
        let shown = folder.display();
        // What stands in the way may be a file further up, or a link that leads nowhere.
        let obstacle = folder.ancestors().find(|path| path.is_symlink() || path.is_file());
        Failure::said(match (obstacle, error.kind()) {
            (Some(link), _) if link.is_symlink() && !link.exists() => format!(
                "cannot make the folder `{shown}`: `{}` is a link that leads nowhere, or back to itself; name another place",
                link.display()
            ),
            (Some(file), _) if file.is_file() => format!(
                "cannot make the folder `{shown}`: `{}` is a file, and was left as it is; name another place",
                file.display()
            ),
            _ => format!("cannot make the folder `{shown}`: {}", reason(&error)),
        })
    })
}

/// The failure of a file that cannot be written.
fn cannot_write(path: &Path, error: &std::io::Error) -> Failure {
    Failure::said(format!("cannot write `{}`: {}", path.display(), reason(error)))
}

/// The failure of a file that would be written over.
pub fn is_there(path: &Path, instead: &str) -> Failure {
    Failure::said(format!("`{}` exists already and was left as it is; {instead}", path.display()))
}

/// Why the system refused, in plain words, and what to do.
pub fn reason(error: &std::io::Error) -> String {
    let known = match error.kind() {
        ErrorKind::PermissionDenied => "permission is denied; name a place where you may write",
        ErrorKind::NotFound => "there is no such folder; is the path spelled as on the disk?",
        ErrorKind::IsADirectory => "it is a folder; name a file",
        ErrorKind::NotADirectory => "a part of the path is a file; name another place",
        ErrorKind::StorageFull => "the disk is full; make room, or name a place on another",
        ErrorKind::ReadOnlyFilesystem => "the disk can only be read; name a place where you may write",
        ErrorKind::InvalidFilename => "the name is too long or cannot be one; name a shorter one",
        _ => {
            let said = error.to_string();
            return said.split_once(" (os error").map_or(said.clone(), |(said, _)| said.to_lowercase());
        }
    };
    known.to_owned()
}
