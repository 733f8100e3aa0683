//! Drafts that people already have: read and checked, without what laying out needs. No fonts, no templates.

use super::Outcome;
use super::kho;
use super::xet::{self, Loc, Xet};
use crate::ban_thao;
use crate::check::{self, Context, Kho, Rule, ViDu, quy_dinh};
use crate::diag::{Diagnostic, Files, Sink};
use crate::load;
use crate::model::{BanThao, CauHinh, Reference};
use crate::project::{Project, Thay};
use std::borrow::Cow;
use std::io;
use std::path::Path;

/// A Word file with pictures is larger than its words; how much of these is read its reader decides.
const MAX_BYTES: usize = 64 << 20;

/// What is built once and serves every draft of a project.
pub struct KiemBanThao {
    project: Project,
    reference: Reference,
    kho: Kho,
    cau_hinh: CauHinh,
}

impl KiemBanThao {
    /// Reads what a project needs. On failure, the texts and findings that say why.
    pub fn open(project: Project) -> Result<KiemBanThao, Outcome> {
        let (mut files, mut sink) = (Files::default(), Sink::default());
        let reference = Reference::load(&project, &mut files, &mut sink);
        let kho = kho::kho(&project, &mut files, &mut sink);
        let cau_hinh = load::cau_hinh::cau_hinh(&project, &xet::codes(), &mut files, &mut sink);
        match reference {
            Some(reference) if !sink.has_errors() => Ok(KiemBanThao { project, reference, kho, cau_hinh }),
            _ => Err(Outcome { files, findings: sink.into_sorted(), ..Outcome::default() }),
        }
    }

    /// Reads some of the drafts as they would be.
    pub fn voi(&mut self, thay: Thay) {
        self.project = self.project.clone().voi(thay);
    }

    /// What a rule says of its own wrong examples, one after another; nothing of those that need a campaign.
    pub fn vi_du(&self, rule: &Rule) -> Vec<Vec<Diagnostic>> {
        let of = |example: &ViDu| {
            let (mut files, mut sink) = (Files::default(), Sink::default());
            if let ViDu::BanThao { nen, o, sai, .. } = example {
                let ban = check::nen(&self.reference, *nen, o, sai, &mut files);
                self.check(&ban, &files, &mut sink);
            }
            let found = sink.into_sorted().into_iter();
            found.filter(|finding| finding.code.name == rule.code.name).collect()
        };
        rule.vi_du.iter().map(of).collect()
    }

    fn check(&self, ban: &BanThao, files: &Files, sink: &mut Sink) {
        let context =
            Context { files, nam: None, in_duoc: None, reference: &self.reference, kho: &self.kho, nguon: ban.nguon };
        check::ban_thao(ban, &context, sink);
    }

    /// Checks a draft on the disk.
    pub fn tep(&self, path: &Path, options: &Xet) -> Outcome {
        self.run(&path.display().to_string(), self.project.bytes(path, MAX_BYTES), options)
    }

    /// Checks one draft; `name` is how the user calls it, and its ending says what it is.
    pub fn run(&self, name: &str, bytes: io::Result<Cow<'_, [u8]>>, options: &Xet) -> Outcome {
        let (mut files, mut sink) = (Files::default(), Sink::default());
        if let Some(ban) = ban_thao::doc(name, bytes, &self.reference, &mut files, &mut sink) {
            self.check(&ban, &files, &mut sink);
            if options.theo_ngay && quy_dinh::cu(ban.ngay) {
                sink.each(quy_dinh::ha);
            }
        }
        let (findings, hidden) = Loc::new(options, &self.cau_hinh, &files).xong(sink, true);
        Outcome { files, findings, hidden, ..Outcome::default() }
    }
}
