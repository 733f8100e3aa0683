//! Reads a draft and checks it, as the command does.

use std::borrow::Cow;
use vanthu::ban_thao;
use vanthu::check::{self, Context, Ho, Kho, Luoi, RULES, TuDien};
use vanthu::diag::{Diagnostic, Files, Sink};
use vanthu::load;
use vanthu::model::{BanThao, Doan, O, Reference};
use vanthu::project::Project;

/// A draft, and what was found in it.
pub struct DaSoi {
    pub ban: Option<BanThao>,
    pub files: Files,
    pub thay: Vec<Diagnostic>,
}

fn luoi<T: 'static>(read: fn(&Project, &mut Files, &mut Sink) -> Option<T>) -> Luoi<T> {
    Luoi::new(Box::new(move || read(&Project::here(), &mut Files::default(), &mut Sink::default())))
}

/// Reads and checks.
pub fn soi(name: &str, bytes: &[u8]) -> DaSoi {
    let project = Project::here();
    let (mut files, mut sink) = (Files::default(), Sink::default());
    let reference = Reference::load(&project, &mut files, &mut sink).expect("shipped data");
    let tables = load::kiem_tra::bang_tu(&project, &mut files, &mut sink);
    let kho = Kho {
        tu_dien: TuDien::new(tables, check::code).0,
        phap_luat: luoi(load::du_kien::phap_luat),
        ky_niem: luoi(load::du_kien::ky_niem),
        tinh_thanh: luoi(load::du_kien::tinh_thanh),
        the_thuc: luoi(load::kiem_tra::the_thuc),
    };
    let ban = ban_thao::doc(name, Ok(Cow::Borrowed(bytes)), &reference, &mut files, &mut sink);
    if let Some(ban) = &ban {
        let nguon = ban.nguon;
        let context = Context { files: &files, nam: None, in_duoc: None, reference: &reference, kho: &kho, nguon };
        check::ban_thao(ban, &context, &mut sink);
    }
    DaSoi { ban, thay: sink.into_sorted(), files }
}

impl DaSoi {
    /// What is said of looks: rule, line, message.
    pub fn trinh_bay(&self) -> Vec<(&'static str, usize, String)> {
        let of_looks = |name: &str| RULES.iter().any(|rule| rule.code.name == name && rule.ho == Ho::TrinhBay);
        let ours = self.thay.iter().filter(|finding| of_looks(finding.code.name));
        let line = |finding: &Diagnostic| finding.place.as_ref().map_or(0, |place| self.files.line_column(place).0);
        ours.map(|finding| (finding.code.name, line(finding), finding.message.clone())).collect()
    }

    /// The components in order, each once.
    pub fn thanh_phan(&self) -> Vec<O> {
        let mut all: Vec<O> = self.doan().iter().map(|doan| doan.o).collect();
        all.dedup();
        all
    }

    /// The paragraphs.
    pub fn doan(&self) -> &[Doan] {
        self.ban.as_ref().map_or(&[], |ban| &ban.doan)
    }
}
