//! A batch: all documents of a campaign, by as many workers as there are cores.
//!
//! Workers are plain threads that take the next document from a counter. Typst writes PDFs with rayon, and a rayon thread
//! that waits steals what else there is: were documents tasks of the same pool, one would begin inside another until the
//! stack ends. So each worker owns a pool of one thread.

use super::dau_vao::{self, DauVanTay};
use super::xet::Loc;
use super::{Pipeline, Task, Watch, Written};
use crate::check;
use crate::diag::{Diagnostic, Files, Place, Sink, code};
use crate::model::danh_sach::Dong;
use crate::model::{Nguon, VanBan};
use crate::resolve::{Resolver, Viec};
use crate::typeset::{self, Format};
use crate::write::{Folder, Muc, NhatKy, Tep, hex};
use sha2::{Digest as _, Sha256};
use std::path::PathBuf;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

/// Laying out nested tables recurses deeply.
const STACK: usize = 16 << 20;

/// Where a batch writes, and what it knows of earlier runs.
pub struct Output<'a> {
    pub folder: Folder,
    pub formats: &'a [Format],
    nhat_ky: NhatKy,
    chung: DauVanTay,
}

/// What came of one document.
#[derive(Default)]
pub struct Ket {
    pub found: Sink,
    pub written: Vec<Written>,
    /// A file of it could not be written.
    unwritable: bool,
    /// What it says that other documents must agree with.
    pub su_kien: Option<(usize, check::SuKien)>,
    /// What goes into the journal once all is shown.
    muc: Option<Box<Muc>>,
}

/// A batch.
pub struct Lo<'a> {
    pub pipeline: &'a Pipeline,
    pub resolver: &'a Resolver<'a>,
    pub files: &'a Files,
    pub task: &'a Task,
    pub watch: &'a Watch,
    /// `None` only checks.
    pub output: Option<Output<'a>>,
    /// What the paragraphs that rows share were found to have.
    pub nho: check::Nho,
    /// What is weighed otherwise, and what is silenced.
    pub loc: &'a Loc<'a>,
}

impl<'a> Output<'a> {
    /// Makes the folder and reads its journals.
    pub fn open(
        pipeline: &Pipeline,
        resolver: &Resolver<'_>,
        files: &Files,
        task: &'a Task,
    ) -> Result<Option<Output<'a>>, Diagnostic> {
        let Some((path, formats)) = &task.output else { return Ok(None) };
        let folder = Folder::open(path, &resolver.bo.ten_tep, task.strict)?;
        let nhat_ky = folder.nhat_ky();
        Ok(Some(Output { nhat_ky, folder, formats, chung: dau_vao::chung(pipeline, resolver, files, formats) }))
    }
}

impl Lo<'_> {
    /// Makes the documents; what came of each, in their order. Ends early when it is asked to, or when a file cannot be
    /// written: the next ones could not be either.
    pub fn run(&self, viec: &[Viec]) -> Vec<(Viec, Ket)> {
        self.watch.begin(viec.len());
        let workers = self.task.jobs.clamp(1, viec.len().max(1));
        let next = AtomicUsize::new(0);
        let given_up = AtomicBool::new(false);
        let done: Mutex<Vec<(usize, Ket)>> = Mutex::new(Vec::new());
        let work = || {
            while !self.watch.is_stopped() && !given_up.load(Ordering::Relaxed) {
                let index = next.fetch_add(1, Ordering::Relaxed);
                let Some(viec) = viec.get(index) else { return };
                let ket = self.one(*viec, workers);
                given_up.fetch_or(ket.unwritable, Ordering::Relaxed);
                self.watch.one_done();
                done.lock().unwrap_or_else(std::sync::PoisonError::into_inner).push((index, ket));
            }
        };
        if workers == 1 {
            work();
        } else {
            std::thread::scope(|scope| {
                for _ in 0..workers {
                    scope.spawn(|| match rayon::ThreadPoolBuilder::new().num_threads(1).stack_size(STACK).build() {
                        Ok(pool) => pool.install(work),
                        // Without a pool of its own a worker is slower and as right.
                        Err(_) => work(),
                    });
                }
            });
        }
        let mut done = done.into_inner().unwrap_or_else(std::sync::PoisonError::into_inner);
        done.sort_unstable_by_key(|(index, _)| *index);
        done.into_iter().filter_map(|(index, ket)| Some((*viec.get(index)?, ket))).collect()
    }

    /// Files of earlier runs whose documents are no more: a row that was taken out of its list. `all` are the documents of
    /// the whole campaign, wanted now or not.
    pub fn left_over(&self, all: &[Viec]) -> Vec<PathBuf> {
        let Some(output) = &self.output else { return Vec::new() };
        let made = all.iter().map(|viec| self.resolver.ten_tep(*viec)).collect();
        let files = output.nhat_ky.left_over(output.folder.path(), &made);
        files.into_iter().map(|ten| output.folder.path().join(ten)).collect()
    }

    /// Shows what was made all or nothing, and writes it into the journal.
    pub fn publish(&self, kets: &[(Viec, Ket)]) -> Result<(), Diagnostic> {
        let Some(output) = self.output.as_ref().filter(|_| self.task.strict) else { return Ok(()) };
        let mucs: Vec<&Muc> = kets.iter().filter_map(|(_, ket)| ket.muc.as_deref()).collect();
        output.folder.publish(mucs.iter().flat_map(|muc| &muc.tep).map(|tep| tep.ten.as_str()))?;
        mucs.into_iter().try_for_each(|muc| output.nhat_ky.append(muc))
    }

    fn one(&self, viec: Viec, workers: usize) -> Ket {
        let ma = self.resolver.ten_tep(viec);
        let mut ket = Ket::default();
        let dau_vao = match &self.output {
            Some(output) => {
                let dau_vao = dau_vao::cua(&output.chung, self.resolver, viec, &ma);
                let same = |muc: &Muc| muc.sach && muc.dau_vao == dau_vao;
                if let Some(muc) = output.nhat_ky.unchanged(&ma, output.folder.path(), same) {
                    ket.written = self.written(output, muc, viec);
                    return ket;
                }
                dau_vao
            }
            None => String::new(),
        };
        if let Some(van_ban) = self.resolver.van_ban(viec, &mut ket.found) {
            ket.su_kien = self.checking(|context| {
                let read = check::van_ban(&van_ban, context, &self.nho, &mut ket.found);
                // The rows of a list say the same things; the first speaks for all.
                viec.dong.is_none_or(|row| row == 0).then(|| (viec.index, check::SuKien::cua(&read, context)))
            });
            if self.task.xet.theo_ngay && check::quy_dinh::cu(Some(van_ban.dau.ngay.value)) {
                ket.found.each(check::quy_dinh::ha);
            }
            self.loc.loc(&mut ket.found);
            if let Some(output) = self.output.as_ref().filter(|_| !self.task.refuses(&ket.found))
                && let Err(finding) = self.print(output, viec, &van_ban, (&ma, &dau_vao), workers, &mut ket)
            {
                if finding.code.name == code::GHI.name {
                    ket.unwritable = true;
                }
                ket.found.push(finding);
            }
            if self.task.trang && self.output.is_none() && !self.task.refuses(&ket.found) {
                self.lay_out(&van_ban, &ma, workers, &mut ket);
            }
        }
        self.loc.loc(&mut ket.found);
        if let Some(dong) = self.resolver.dong(viec) {
            ket.found.each(|finding| name_row(finding, dong));
        }
        ket
    }

    /// Runs a check with all that rules may ask.
    fn checking<T>(&self, check: impl FnOnce(&check::Context<'_>) -> T) -> T {
        let in_duoc = |c| self.pipeline.base.phong_chu.covers(c);
        check(&check::Context {
            files: self.files,
            nam: Some(self.resolver.bo.nam),
            in_duoc: Some(&in_duoc),
            reference: &self.pipeline.reference,
            kho: &self.pipeline.kho,
            nguon: Nguon::ChienDich,
        })
    }

    /// Lays out a document that is not written, for what its pages show.
    fn lay_out(&self, van_ban: &VanBan, ma: &str, workers: usize, ket: &mut Ket) {
        let pages = self
            .pipeline
            .typst(van_ban)
            .map(|source| typeset::compile(&self.pipeline.base, &source, ma, workers, &mut ket.found));
        match pages {
            Ok(Some(pages)) => {
                self.checking(|context| check::trang(van_ban, &typeset::trang(&pages), context, &mut ket.found));
            }
            Ok(None) => {}
            Err(finding) => ket.found.push(finding),
        }
    }

    /// Merges, lays out and writes one document, unless what would be laid out has been before.
    fn print(
        &self,
        output: &Output<'_>,
        viec: Viec,
        van_ban: &VanBan,
        (ma, dau_vao): (&str, &str),
        workers: usize,
        ket: &mut Ket,
    ) -> Result<(), Diagnostic> {
        let sources = self.pipeline.sources(van_ban, ma)?;
        let dau = &van_ban.dau;
        let mut muc = Muc {
            ma: ma.to_owned(),
            dau_vao: dau_vao.to_owned(),
            nguon: dau_vao::nguon(self.pipeline, output.formats, &sources, van_ban),
            so: dau.so.as_ref().map(|so| format!("{}/{}", so.value.as_str(), dau.ky_hieu)).unwrap_or_default(),
            ngay: dau.ngay.value.viet_so(),
            sach: false,
            trang_sach: false,
            tep: Vec::new(),
        };
        let same = |old: &Muc| old.trang_sach && old.nguon == muc.nguon;
        if let Some(old) = output.nhat_ky.unchanged(ma, output.folder.path(), same) {
            ket.written = self.written(output, old, viec);
            muc.tep.clone_from(&old.tep);
            muc.trang_sach = true;
            muc.sach = ket.found.is_empty();
            return if muc.sach { output.nhat_ky.append(&muc) } else { Ok(()) };
        }
        let before = ket.found.len();
        for (name, source) in &sources {
            self.file(output, van_ban, (name, source), workers, &mut muc, ket)?;
        }
        if ket.found.has_errors() {
            return Ok(());
        }
        muc.trang_sach = ket.found.len() == before;
        muc.sach = ket.found.is_empty();
        ket.written.iter_mut().for_each(|written| written.row = viec.dong.is_some());
        if self.task.strict {
            ket.muc = Some(Box::new(muc));
            return Ok(());
        }
        output.nhat_ky.append(&muc)
    }

    /// Lays out and writes one file in all its formats. Its Typst source is written first, so that it is there to look at
    /// when a template of the user's own cannot be laid out.
    fn file(
        &self,
        output: &Output<'_>,
        van_ban: &VanBan,
        (name, source): (&str, &str),
        workers: usize,
        muc: &mut Muc,
        ket: &mut Ket,
    ) -> Result<(), Diagnostic> {
        let mut write = |file: String, bytes: &[u8], pages: usize| -> Result<(), Diagnostic> {
            let path = output.folder.write(&file, bytes)?;
            muc.tep.push(Tep { ten: file, sha256: hex(&Sha256::digest(bytes)), trang: pages });
            ket.written.push(Written { path, pages, row: false, unchanged: false });
            Ok(())
        };
        if output.formats.contains(&Format::Typ) {
            write(format!("{name}.typ"), source.as_bytes(), 0)?;
        }
        let base = &self.pipeline.base;
        let Some(pages) = typeset::compile(base, source, name, workers, &mut ket.found) else { return Ok(()) };
        if name == muc.ma {
            self.checking(|context| check::trang(van_ban, &typeset::trang(&pages), context, &mut ket.found));
        }
        for format in output.formats.iter().filter(|f| **f != Format::Typ) {
            for (file, bytes) in typeset::export(&pages, name, &van_ban.dau, *format)? {
                write(file, &bytes, pages.pages().len())?;
            }
        }
        Ok(())
    }

    /// The files of a document that need not be made again.
    fn written(&self, output: &Output<'_>, muc: &Muc, viec: Viec) -> Vec<Written> {
        let written = |tep: &Tep| Written {
            path: output.folder.path().join(&tep.ten),
            pages: tep.trang,
            row: viec.dong.is_some(),
            unchanged: true,
        };
        muc.tep.iter().map(written).collect()
    }
}

/// Says which row a finding is about. An empty cell is mended in the list, so it is shown there.
fn name_row(finding: &mut Diagnostic, dong: &Dong) {
    let row = &dong.place;
    let inside = |at: &Place| at.file == row.file && row.span.start <= at.span.start && at.span.end <= row.span.end;
    match &finding.place {
        Some(at) if inside(at) => {}
        Some(at) if finding.code.name == code::O_TRONG.name => {
            finding.message = format!("dòng {}: {}", dong.so, finding.message);
            finding.also.push((at.clone(), "dùng ở đây".to_owned()));
            finding.place = Some(row.clone());
        }
        Some(_) => finding.dong = Some((row.clone(), vec![dong.so])),
        None => finding.place = Some(row.clone()),
    }
}
