//! The journal of a campaign's folder: which documents were made from what, into which files. Every process appends to a
//! file of its own, so processes that share the work never wait for one another; all of them are merged on reading. A line
//! that a killed process left half written is no line, and its document is made again.

use super::explain;
use crate::diag::Diagnostic;
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};
use std::collections::{HashMap, HashSet};
use std::fs::{File, OpenOptions};
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::time::{Duration, SystemTime};

/// Ending of the journals.
const ENDING: &str = "jsonl";

/// So many journals are read as one from then on.
const MAX_FILES: usize = 16;

/// What nobody has written to for so long belongs to no running process.
pub(super) const ABANDONED: Duration = Duration::from_secs(60 * 60);

/// One document that was made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Muc {
    /// Its id, with the row's key behind a slash.
    pub ma: String,
    /// Fingerprint of all that it was made from, before anything is computed.
    pub dau_vao: String,
    /// Fingerprint of what was laid out.
    pub nguon: String,
    /// Number and symbol, as far as they are known.
    pub so: String,
    /// Date of issue as printed.
    pub ngay: String,
    /// Whether nothing was found in it.
    pub sach: bool,
    /// Whether nothing was found on its pages.
    pub trang_sach: bool,
    /// Its files.
    pub tep: Vec<Tep>,
}

/// One file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tep {
    /// Path from the campaign's folder.
    pub ten: String,
    /// Of its bytes, in hexadecimal.
    pub sha256: String,
    /// Pages of its document.
    pub trang: usize,
}

/// The journals of a folder: what was read, and the one that this process writes.
#[derive(Debug)]
pub struct NhatKy {
    folder: PathBuf,
    known: HashMap<String, Vec<Muc>>,
    own: Mutex<Option<File>>,
}

impl NhatKy {
    /// Reads all journals in `folder`. What cannot be read counts for nothing: its documents are made again.
    pub fn read(folder: &Path) -> NhatKy {
        let mut known: HashMap<String, Vec<Muc>> = HashMap::new();
        let files = journals(folder);
        for path in &files {
            let text = std::fs::read_to_string(path).unwrap_or_default();
            for muc in text.lines().filter_map(|line| serde_json::from_str::<Muc>(line).ok()) {
                let entries = known.entry(muc.ma.clone()).or_default();
                if !entries.contains(&muc) {
                    entries.push(muc);
                }
            }
        }
        let nhat_ky = NhatKy { folder: folder.to_owned(), known, own: Mutex::new(None) };
        if files.len() > MAX_FILES {
            nhat_ky.merge(&files);
        }
        nhat_ky
    }

    /// A document made from the same as now, whose files are all there and as they were written in `output`.
    pub fn unchanged(&self, ma: &str, output: &Path, same: impl Fn(&Muc) -> bool) -> Option<&Muc> {
        let whole = |muc: &&Muc| muc.tep.iter().all(|tep| is_whole(&output.join(&tep.ten), &tep.sha256));
        self.known.get(ma)?.iter().rev().filter(|muc| same(muc)).find(whole)
    }

    /// Files that are still there of documents that are made no more, by their path from `output`, sorted.
    pub fn left_over(&self, output: &Path, made: &HashSet<String>) -> Vec<String> {
        let mut names: Vec<&String> = self.known.keys().filter(|ma| !made.contains(*ma)).collect();
        names.sort_unstable();
        let files = names.into_iter().filter_map(|ma| self.known.get(ma)).flatten().flat_map(|muc| &muc.tep);
        let mut files: Vec<String> =
            files.map(|tep| tep.ten.clone()).filter(|ten| output.join(ten).is_file()).collect();
        files.dedup();
        files
    }

    /// Appends a document to this process's journal.
    pub fn append(&self, muc: &Muc) -> Result<(), Diagnostic> {
        let mut line = serde_json::to_vec(muc).unwrap_or_default();
        line.push(b'\n');
        // A worker that failed while it held the file has left it whole: a line is written by one call.
        let mut own = self.own.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        let file = match own.as_mut() {
            Some(file) => file,
            None => own.insert(self.create()?),
        };
        file.write_all(&line).map_err(|error| explain(&self.folder, &error))
    }

    /// A journal of a name that no other process has, on whatever machine it runs.
    fn create(&self) -> Result<File, Diagnostic> {
        let make = || -> std::io::Result<File> {
            std::fs::create_dir_all(&self.folder)?;
            let named = tempfile::Builder::new()
                .prefix("nhat_ky-")
                .suffix(&format!(".{ENDING}"))
                .make_in(&self.folder, |path| OpenOptions::new().append(true).create_new(true).open(path))?;
            let (file, path) = named.into_parts();
            path.keep().map_err(|error| error.error)?;
            Ok(file)
        };
        make().map_err(|error| explain(&self.folder, &error))
    }

    /// Puts what many old journals say into one. Journals that a process may still be writing to stay.
    fn merge(&self, files: &[PathBuf]) {
        let now = SystemTime::now();
        let old = |path: &&PathBuf| {
            let modified = std::fs::metadata(path).and_then(|meta| meta.modified());
            modified.is_ok_and(|at| now.duration_since(at).is_ok_and(|age| age > ABANDONED))
        };
        let old: Vec<&PathBuf> = files.iter().filter(old).collect();
        let mut names: Vec<&String> = self.known.keys().collect();
        names.sort_unstable();
        let last = names.into_iter().filter_map(|name| self.known.get(name)?.last());
        if old.len() > 1 && last.map(|muc| self.append(muc)).all(|written| written.is_ok()) {
            // One that cannot be removed is read again, which changes nothing.
            old.into_iter().for_each(|path| drop(std::fs::remove_file(path)));
        }
    }
}

/// The journals of a folder, by name.
fn journals(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let mut files: Vec<PathBuf> =
        entries.map(|entry| entry.path()).filter(|path| path.extension().is_some_and(|e| e == ENDING)).collect();
    files.sort_unstable();
    files
}

fn is_whole(path: &Path, sha256: &str) -> bool {
    std::fs::read(path).is_ok_and(|bytes| hex(&Sha256::digest(bytes)) == sha256)
}

/// Bytes as hexadecimal digits.
pub fn hex(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let digit = |n: u8| char::from(DIGITS[usize::from(n & 15)]);
    bytes.iter().flat_map(|byte| [digit(byte >> 4), digit(*byte)]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn muc(ma: &str, dau_vao: &str, tep: &[(&str, &[u8])]) -> Muc {
        let tep = tep.iter().map(|(ten, bytes)| Tep {
            ten: (*ten).to_owned(),
            sha256: hex(&Sha256::digest(bytes)),
            trang: 1,
        });
        Muc {
            ma: ma.to_owned(),
            dau_vao: dau_vao.to_owned(),
            nguon: String::new(),
            so: "13/KH-SYT".to_owned(),
            ngay: "14/02/2027".to_owned(),
            sach: true,
            trang_sach: true,
            tep: tep.collect(),
        }
    }

    #[test]
    fn what_two_processes_wrote_is_merged_and_half_a_line_is_none() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path();
        std::fs::write(path.join("a.pdf"), b"A").expect("a file");
        let (one, two) = (NhatKy::read(path), NhatKy::read(path));
        one.append(&muc("a", "1", &[("a.pdf", b"A")])).expect("a line");
        two.append(&muc("b", "1", &[("b.pdf", b"B")])).expect("a line");
        std::fs::write(path.join("nhat_ky-killed.jsonl"), br#"{"ma":"c","dau_vao":"1","#).expect("a file");
        assert_eq!(journals(path).len(), 3);
        let both = NhatKy::read(path);
        assert!(both.unchanged("a", path, |m| m.dau_vao == "1").is_some());
        assert!(both.unchanged("a", path, |m| m.dau_vao == "2").is_none());
        assert!(both.unchanged("b", path, |_| true).is_none(), "its file is not there");
        assert!(both.unchanged("c", path, |_| true).is_none());
        std::fs::write(path.join("a.pdf"), b"changed").expect("a file");
        assert!(both.unchanged("a", path, |_| true).is_none());
    }
}
