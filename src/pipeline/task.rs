//! What is asked of a run, how it is going, what came of it.

use super::Xet;
use crate::diag::{Diagnostic, Files, Sink};
use crate::typeset::Format;
use sha2::{Digest as _, Sha256};
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

/// What to do with a campaign.
#[derive(Debug, Clone, Default)]
pub struct Task {
    /// Only these documents, by id or as `id/row`; empty means all.
    pub only: Vec<String>,
    /// Where and as what to write; `None` only checks.
    pub output: Option<(PathBuf, Vec<Format>)>,
    /// How many documents are made at a time; 0 counts as 1.
    pub jobs: usize,
    /// Whether any error means that nothing is written.
    pub strict: bool,
    /// Only the documents of one part of the work.
    pub shard: Option<Shard>,
    /// Whether pages are laid out and checked also where nothing is written.
    pub trang: bool,
    /// How findings are weighed, and which are shown.
    pub xet: Xet,
}

impl Task {
    /// Whether what was found keeps a document from being made: what cannot be printed always, an error of thể thức where
    /// the task is strict.
    pub fn refuses(&self, found: &Sink) -> bool {
        found.has_errors() || (self.strict && found.has_loi())
    }
}

/// The k-th of n parts of a run, so that several processes or machines share it. Which part a document is in depends on
/// its name alone, never on what else there is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shard {
    /// From 1.
    pub k: u64,
    /// How many parts.
    pub n: u64,
}

impl Shard {
    /// Reads `2/8`.
    pub fn parse(text: &str) -> Option<Shard> {
        let (k, n) = text.split_once('/')?;
        let (k, n) = (k.trim().parse().ok()?, n.trim().parse().ok()?);
        (k >= 1 && k <= n).then_some(Shard { k, n })
    }

    /// Whether a document of this name is in the part.
    pub fn has(&self, name: &str) -> bool {
        let digest = Sha256::digest(name.as_bytes());
        let number = digest.iter().take(8).fold(0, |number: u64, byte| number << 8 | u64::from(*byte));
        number % self.n == self.k - 1
    }
}

/// How far a run is, for who shows it; and the way to end it early.
#[derive(Debug, Default)]
pub struct Watch {
    total: AtomicUsize,
    done: AtomicUsize,
    stopped: AtomicBool,
}

impl Watch {
    /// Ends the run after the documents that are being made.
    pub fn stop(&self) {
        self.stopped.store(true, Ordering::Relaxed);
    }

    /// Whether it was told to end.
    pub fn is_stopped(&self) -> bool {
        self.stopped.load(Ordering::Relaxed)
    }

    /// Documents done, and documents in all.
    pub fn done(&self) -> (usize, usize) {
        (self.done.load(Ordering::Relaxed), self.total.load(Ordering::Relaxed))
    }

    pub(super) fn begin(&self, total: usize) {
        self.done.store(0, Ordering::Relaxed);
        self.total.store(total, Ordering::Relaxed);
    }

    pub(super) fn one_done(&self) {
        self.done.fetch_add(1, Ordering::Relaxed);
    }
}

/// A file of a document.
#[derive(Debug)]
pub struct Written {
    /// Where.
    pub path: PathBuf,
    /// Pages of its document.
    pub pages: usize,
    /// Whether its document is one of the rows of a list.
    pub row: bool,
    /// Whether it was there already, made from the same.
    pub unchanged: bool,
}

/// What came of a campaign.
#[derive(Debug, Default)]
pub struct Outcome {
    /// The texts that the findings point into.
    pub files: Files,
    /// Everything found, in the order of the files.
    pub findings: Vec<Diagnostic>,
    /// Suggestions that were found and are not among them, because nobody asked for any.
    pub hidden: usize,
    /// Ids of all documents of the campaign.
    pub ids: Vec<String>,
    /// The files, in the order of the documents.
    pub written: Vec<Written>,
    /// Documents that were to be made and were not, because the run was told to end.
    pub left: usize,
    /// Documents that were not made because something in them is wrong.
    pub refused: usize,
    /// Files of earlier runs whose documents are in the campaign no more.
    pub left_over: Vec<PathBuf>,
    /// Which of [`Task::only`] are there.
    pub found_only: Vec<String>,
}
