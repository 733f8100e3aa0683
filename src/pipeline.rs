//! The whole way from a campaign file to documents on disk. Every front end calls this; the steps know only their
//! inputs and never call one another.

mod ban_thao;
mod dau_vao;
mod kho;
mod lo;
mod sua;
mod task;
mod xet;

pub use ban_thao::KiemBanThao;
pub use sua::{Sua, TepSua};
pub use task::{Outcome, Shard, Task, Watch, Written};
pub use xet::{Xet, codes};

use crate::check::{self, Kho};
use crate::diag::{Diagnostic, Files, Sink};
use crate::load::{self, Reference};
use crate::merge::Templates;
use crate::model::{CauHinh, VanBan};
use crate::project::{Project, Thay};
use crate::resolve::{Resolver, Viec};
use crate::typeset::{self, Base, PhongChu};
use dau_vao::DauVanTay;
use lo::{Lo, Output};
use std::path::Path;
use std::sync::OnceLock;
use xet::Loc;

/// What is built once and serves every campaign of a project.
pub struct Pipeline {
    pub(crate) project: Project,
    pub(crate) reference: Reference,
    pub(crate) templates: Templates,
    pub(crate) kho: Kho,
    pub(crate) base: Base,
    cau_hinh: CauHinh,
    /// The data and the Typst files that everything is made with.
    files: Files,
    van_tay: OnceLock<DauVanTay>,
}

impl Pipeline {
    /// Reads what a project needs. On failure, the texts and findings that say why.
    pub fn open(project: Project, font_dir: Option<&Path>) -> Result<Pipeline, Outcome> {
        let (mut files, mut sink) = (Files::default(), Sink::default());
        let reference = Reference::load(&project, &mut files, &mut sink);
        let kho = kho::kho(&project, &mut files, &mut sink);
        let cau_hinh = load::cau_hinh::cau_hinh(&project, &codes(), &mut files, &mut sink);
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
                Ok(Pipeline { project, reference, templates, kho, base, cau_hinh, files, van_tay: OnceLock::new() })
            }
            _ => Err(Outcome { files, findings: sink.into_sorted(), ..Outcome::default() }),
        }
    }

    /// Reads some of the project's files as they would be.
    pub fn voi(&mut self, thay: Thay) {
        self.project = self.project.clone().voi(thay);
    }

    /// Runs one campaign. A mistake in the file or in a head stops all of its documents, a mistake in one document or row
    /// only that one; either way every mistake is found.
    pub fn run(&self, campaign: &Path, task: &Task, watch: &Watch) -> Outcome {
        let (mut files, mut sink) = (Files::default(), Sink::default());
        let mut outcome = Outcome::default();
        let draft = load::campaign(&self.project, &self.reference, campaign, &mut files, &mut sink);
        let loc = Loc::new(&task.xet, &self.cau_hinh, &files);
        if let Some(draft) = &draft {
            outcome.ids = draft.van_ban.iter().map(|d| d.id.value.clone()).collect();
            let resolver = Resolver::new(draft, &self.reference, &files, &mut sink);
            check::bo(&resolver.bo, &mut sink);
            loc.loc(&mut sink);
            let output = match task.refuses(&sink) {
                true => Ok(None),
                false => Output::open(self, &resolver, &files, task),
            };
            let output = output.map_err(|finding| sink.push(finding)).unwrap_or_default();
            // From here on what is wrong is a row's or a document's own, and stops nothing else.
            let bad_rows = draft.danh_sach.iter().flat_map(|list| &list.danh_sach.hong);
            bad_rows.for_each(|bad| sink.push(bad.clone()));
            let viec = self.chosen(&resolver, task, &mut outcome, &mut sink);
            let nho = check::Nho::default();
            let lo = Lo { pipeline: self, resolver: &resolver, files: &files, task, watch, output, nho, loc: &loc };
            self.made(&lo, &viec, &mut outcome, &mut sink);
            if draft.danh_sach.iter().all(|list| list.danh_sach.hong.is_empty()) {
                // While a row is wrong, its earlier file is not left over.
                outcome.left_over = lo.left_over(&resolver.viec());
            }
        }
        // Documents that are made again only when something of them changed are not looked at each time.
        let all = task.only.is_empty() && task.shard.is_none() && task.output.is_none() && !sink.has_errors();
        (outcome.findings, outcome.hidden) = loc.xong(sink, all);
        outcome.files = files;
        outcome
    }

    /// The documents that a task asks for. A row whose number another document has is none of them.
    fn chosen(&self, resolver: &Resolver<'_>, task: &Task, outcome: &mut Outcome, sink: &mut Sink) -> Vec<Viec> {
        let mut viec = resolver.viec();
        let is_row = |only: &String| only.contains('/') && viec.iter().any(|v| resolver.ten_tep(*v) == *only);
        let named = |only: &&String| outcome.ids.contains(only) || is_row(only);
        outcome.found_only = task.only.iter().filter(named).cloned().collect();
        let wanted = |viec: &Viec| {
            let id = resolver.bo.dau.get(viec.index).map(|dau| &dau.id.value);
            let name = resolver.ten_tep(*viec);
            let asked_for = |id: &String| task.only.is_empty() || task.only.contains(id) || task.only.contains(&name);
            id.is_some_and(asked_for) && task.shard.is_none_or(|shard| shard.has(&name))
        };
        viec.retain(wanted);
        let rows = resolver.numbered_rows();
        let places: Vec<_> = rows.iter().filter_map(|(viec, dau)| Some((&resolver.dong(*viec)?.place, dau))).collect();
        for twice in check::trung_so_dong(&resolver.bo, &places, sink) {
            viec.retain(|viec| rows.get(twice).is_none_or(|(other, _)| other != viec));
        }
        viec
    }

    /// Makes the documents; with `strict`, they appear only when nothing at all is wrong.
    fn made(&self, lo: &Lo<'_>, viec: &[Viec], outcome: &mut Outcome, sink: &mut Sink) {
        let mut kets = lo.run(viec);
        let facts: Vec<_> = kets.iter_mut().filter_map(|(_, ket)| ket.su_kien.take()).collect();
        check::khop(&lo.resolver.bo, &facts, sink);
        outcome.left = viec.len() - kets.len();
        outcome.refused = kets.iter().filter(|(_, ket)| lo.task.refuses(&ket.found)).count();
        let sound = outcome.left == 0 && outcome.refused == 0 && !lo.task.refuses(sink);
        if sound && let Err(finding) = lo.publish(&kets) {
            sink.push(finding);
        }
        for (_, ket) in kets {
            if sound || !lo.task.strict {
                outcome.written.extend(ket.written);
            }
            sink.append(ket.found);
        }
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
