//! Where files come from: the project's own folder first, what is built into the program second.

use crate::assets;
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Files that are read with other bytes than they have on the disk, by their real paths.
pub type Thay = Arc<BTreeMap<PathBuf, Vec<u8>>>;

/// A project: the nearest folder above a campaign that holds `data/`, else the current folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Project {
    root: PathBuf,
    thay: Thay,
}

impl Project {
    /// The project that a campaign file belongs to.
    pub fn of(campaign: &Path) -> Project {
        let absolute = std::path::absolute(campaign).unwrap_or_else(|_| campaign.to_owned());
        let above = |sign: &dyn Fn(&Path) -> bool| absolute.ancestors().skip(1).find(|folder| sign(folder));
        let root = above(&|folder| folder.join("data").is_dir());
        // Drafts need no data; their folder may have settings all the same.
        let root = root.or_else(|| above(&|folder| folder.join("vanthu.yaml").is_file()));
        Project { root: root.map_or_else(|| PathBuf::from("."), Path::to_owned), thay: Thay::default() }
    }

    /// The same project, some of its files as they would be.
    #[must_use]
    pub fn voi(self, thay: Thay) -> Project {
        Project { thay, ..self }
    }

    /// A file by its path on the disk, as it is or as it would be; never more than `max` bytes and one.
    pub fn bytes(&self, path: &Path, max: usize) -> io::Result<Cow<'static, [u8]>> {
        match self.changed(path) {
            Some(bytes) => Ok(Cow::Owned(bytes.clone())),
            None => read(path, max),
        }
    }

    fn changed(&self, path: &Path) -> Option<&Vec<u8>> {
        if self.thay.is_empty() {
            return None;
        }
        self.thay.get(&path.canonicalize().ok()?)
    }

    /// The project of the current folder.
    pub fn here() -> Project {
        Project::of(Path::new("chien_dich.yaml"))
    }

    /// The bytes of a file by its path from the root (`templates/van_ban.typ`), own file first. A path that leads out
    /// of the project, by `..` or by a link, is not found.
    pub fn read(&self, path: &str) -> io::Result<Cow<'static, [u8]>> {
        let shipped = assets::file(path);
        if let Some(own) = self.own(path) {
            let bytes = self.changed(&own).map_or_else(|| std::fs::read(&own), |bytes| Ok(bytes.clone()))?;
            // A copy of the shipped file is the shipped file, which needs no second look.
            return Ok(shipped.filter(|of| **of == *bytes).map_or(Cow::Owned(bytes), Cow::Borrowed));
        }
        shipped.map(Cow::Borrowed).ok_or_else(|| io::ErrorKind::NotFound.into())
    }

    /// Where a file of the project's own would stand, by its path from the root.
    pub fn at(&self, path: &str) -> PathBuf {
        self.root.join(path)
    }

    /// The path of the project's own copy of a file, if it has one.
    pub fn own(&self, path: &str) -> Option<PathBuf> {
        let inside = self.contain(&self.root.join(path))?;
        inside.is_file().then_some(inside)
    }

    /// `path` with its links followed, if it lies in the project.
    pub fn contain(&self, path: &Path) -> Option<PathBuf> {
        // Most files are looked for in vain.
        let real = path.canonicalize().ok()?;
        let root = self.root.canonicalize().ok()?;
        real.starts_with(root).then_some(real)
    }

    /// Names of the files in a folder, own and embedded together, sorted, each once.
    pub fn list(&self, folder: &str) -> Vec<String> {
        let mut names: Vec<String> = assets::list(folder).into_iter().map(str::to_owned).collect();
        if let Ok(entries) = std::fs::read_dir(self.root.join(folder)) {
            names.extend(
                entries.flatten().filter(|e| e.path().is_file()).filter_map(|e| e.file_name().into_string().ok()),
            );
        }
        names.sort_unstable();
        names.dedup();
        names
    }
}

/// Reads a file from the disk, but never more than the program is willing to look at: a wrong path may name a video or
/// a device without end. At most `max` bytes and one.
pub fn read(path: &Path, max: usize) -> io::Result<Cow<'static, [u8]>> {
    let file = std::fs::File::open(path)?;
    if file.metadata()?.is_dir() {
        return Err(io::ErrorKind::IsADirectory.into());
    }
    let mut bytes = Vec::new();
    file.take(max as u64 + 1).read_to_end(&mut bytes)?;
    Ok(Cow::Owned(bytes))
}
