//! The whole way from a campaign file to documents on disk. Every front end calls this; the steps know only their
//! inputs and never call one another.

mod dau_vao;
mod lo;

use crate::check;
use crate::diag::{Diagnostic, Files, Sink};
use crate::load::{self, Reference};
use crate::merge::Templates;
use crate::model::VanBan;
use crate::project::Project;
use crate::resolve::{Resolver, Viec};
use crate::typeset::{self, Base, Format, PhongChu};
use dau_vao::DauVanTay;
use lo::{Lo, Output};
use sha2::{Digest as _, Sha256};
use std::path::{Path, PathBuf};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

/// What is built once and serves every campaign of a project.
pub struct Pipeline {
    pub(crate) project: Project,
    pub(crate) reference: Reference,
    pub(crate) templates: Templates,
    pub(crate) base: Base,
    /// The data and the Typst files that everything is made with.
    files: Files,
    van_tay: OnceLock<DauVanTay>,
}

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

    fn begin(&self, total: usize) {
        self.done.store(0, Ordering::Relaxed);
        self.total.store(total, Ordering::Relaxed);
    }

    fn one_done(&self) {
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

impl Pipeline {
    /// Reads what a project needs. On failure, the texts and findings that say why.
    pub fn open(project: Project, font_dir: Option<&Path>) -> Result<Pipeline, Outcome> {
        let (mut files, mut sink) = (Files::default(), Sink::default());
        let reference = Reference::load(&project, &mut files, &mut sink);
        let templates = Templates::load(&project).map_err(|d| sink.push(d)).ok();
        let phong_chu = PhongChu::load(&project, font_dir).map_err(|d| sink.push(d)).ok();
        let mut shared = Vec::new();
        for path in typeset::shared(&project) {
            let file = load::keep(&path, project.read(&path), &mut files, &mut sink);
            shared.push((path, file.map(|f| files.text(f).to_owned()).unwrap_or_default()));
        }
        match (reference, templates, phong_chu) {
            (Some(reference), Some(templates), Some(phong_chu)) if !sink.has_errors() => {
                let base = Base::new(phong_chu, shared);
                Ok(Pipeline { project, reference, templates, base, files, van_tay: OnceLock::new() })
            }
            _ => Err(Outcome { files, findings: sink.into_sorted(), ..Outcome::default() }),
        }
    }

    /// Runs one campaign. A mistake in the file or in a head stops all of its documents, a mistake in one document or row
    /// only that one; either way every mistake is found.
    pub fn run(&self, campaign: &Path, task: &Task, watch: &Watch) -> Outcome {
        let (mut files, mut sink) = (Files::default(), Sink::default());
        let mut outcome = Outcome::default();
        let draft = load::campaign(&self.project, &self.reference, campaign, &mut files, &mut sink);
        if let Some(draft) = draft {
            outcome.ids = draft.van_ban.iter().map(|d| d.id.value.clone()).collect();
            let resolver = Resolver::new(&draft, &self.reference, &files, &mut sink);
            check::bo(&resolver.bo, &mut sink);
            let all = resolver.viec();
            let named = |only: &&String| {
                let row = only.contains('/') && all.iter().any(|viec| resolver.ten_tep(*viec) == **only);
                row || outcome.ids.contains(only)
            };
            outcome.found_only = task.only.iter().filter(named).cloned().collect();
            let mut viec = all.clone();
            viec.retain(|viec| self.is_wanted(&resolver, *viec, task));
            let output = match sink.has_errors() {
                true => None,
                false => Output::open(self, &resolver, &files, task).unwrap_or_else(|finding| {
                    sink.push(finding);
                    None
                }),
            };
            // Rows that are wrong stop nothing else.
            let rows = resolver.numbered_rows();
            let heads: Vec<_> =
                rows.iter().filter_map(|(viec, dau)| Some((&resolver.dong(*viec)?.place, dau))).collect();
            let twice = check::trung_so_dong(&resolver.bo, &heads, &mut sink);
            viec.retain(|viec| !twice.iter().any(|at| rows.get(*at).is_some_and(|(other, _)| other == viec)));
            draft.danh_sach.iter().flat_map(|list| &list.danh_sach.hong).for_each(|bad| sink.push(bad.clone()));
            let lo = Lo { pipeline: self, resolver: &resolver, files: &files, task, watch, output };
            let kets = lo.run(&viec);
            outcome.left = viec.len() - kets.len();
            outcome.refused = kets.iter().filter(|(_, ket)| ket.found.has_errors()).count();
            outcome.left_over = lo.left_over(&all);
            let sound = outcome.left == 0 && !sink.has_errors() && kets.iter().all(|(_, ket)| !ket.found.has_errors());
            if sound && let Err(finding) = lo.publish(&kets) {
                sink.push(finding);
            }
            for (_, ket) in kets {
                if sound || !task.strict {
                    outcome.written.extend(ket.written);
                }
                sink.append(ket.found);
            }
        }
        outcome.files = files;
        outcome.findings = sink.into_sorted();
        outcome
    }

    fn is_wanted(&self, resolver: &Resolver<'_>, viec: Viec, task: &Task) -> bool {
        let id = resolver.bo.dau.get(viec.index).map(|dau| &dau.id.value);
        let chosen =
            |id: &String| task.only.is_empty() || task.only.contains(id) || task.only.contains(&resolver.ten_tep(viec));
        id.is_some_and(chosen) && task.shard.is_none_or(|shard| shard.has(&resolver.ten_tep(viec)))
    }

    /// The Typst source of a document.
    pub fn typst(&self, van_ban: &VanBan) -> Result<String, Diagnostic> {
        self.templates.typst(van_ban, &self.base.phong_chu.ho)
    }

    /// Names and Typst sources of a document's files: itself, and what goes with it as files of their own.
    fn sources(&self, van_ban: &VanBan, name: &str) -> Result<Vec<(String, String)>, Diagnostic> {
        let mut sources = vec![(name.to_owned(), self.typst(van_ban)?)];
        for (index, kem) in van_ban.kem_theo.iter().enumerate().filter(|(_, kem)| kem.tep_rieng) {
            // An id has no hyphen, so no other document has this name.
            let name = format!("{name}-kem-theo-{}", index + 1);
            sources.push((name, self.templates.typst_kem_theo(van_ban, kem, &self.base.phong_chu.ho)?));
        }
        Ok(sources)
    }

    /// Fingerprint of what every document of the project is made with.
    fn van_tay(&self) -> DauVanTay {
        self.van_tay.get_or_init(|| self.fingerprint()).clone()
    }

    fn fingerprint(&self) -> DauVanTay {
        let data = self.files.texts().map(|(_, _, text)| text);
        let texts = data.chain(self.templates.texts());
        let all = texts.fold(DauVanTay::new(), |all, text| all.with(text));
        self.base.phong_chu.bytes().fold(all, |all, font| all.with(font))
    }
}
