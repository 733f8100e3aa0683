//! What becomes of findings before anyone sees them: the project's own weights, rules put aside, comments that silence,
//! suggestions that nobody asked for.

use crate::check::{RULES, quy_dinh};
use crate::diag::{Code, Diagnostic, Files, Place, Severity, Sink, code};
use crate::load::bo_qua::{self, BoQua};
use crate::load::cau_hinh::{not_to_be_silenced, unknown};
use crate::model::{CauHinh, Muc};
use std::sync::atomic::{AtomicBool, Ordering};

/// How findings are weighed in a run, and which are shown.
#[derive(Debug, Clone, Default)]
pub struct Xet {
    /// Rules put aside, by name.
    pub bo_qua: Vec<String>,
    /// Whether suggestions are shown.
    pub goi_y: bool,
    /// Whether an older document is said to be one.
    pub ghi_chu: bool,
    /// Whether findings about thể thức in a document older than NĐ 30 are suggestions.
    pub theo_ngay: bool,
}

/// Every kind of finding of a check: rules first.
pub fn codes() -> Vec<&'static Code> {
    RULES.iter().map(|rule| rule.code).chain(code::ALL.iter().copied()).collect()
}

/// What a run lets through, and as what. It looks at the findings of each document by itself, so that a strict run refuses
/// only what counts, and knows in the end which comments silenced nothing.
pub struct Loc<'a> {
    xet: &'a Xet,
    cau_hinh: &'a CauHinh,
    ghi_chu: Vec<GhiChu>,
    /// What is wrong with comments.
    sai: Vec<Diagnostic>,
}

/// A rule that a comment names.
struct GhiChu {
    code: &'static Code,
    /// What the comment is about.
    cho: Place,
    place: Place,
    used: AtomicBool,
}

impl<'a> Loc<'a> {
    /// Reads the comments of all texts.
    pub fn new(xet: &'a Xet, cau_hinh: &'a CauHinh, files: &Files) -> Loc<'a> {
        let mut loc = Loc { xet, cau_hinh, ghi_chu: Vec::new(), sai: Vec::new() };
        let texts = files.texts().filter(|(_, _, text)| text.contains(bo_qua::TU));
        for comment in texts.flat_map(|(file, ..)| bo_qua::bo_qua(files, file)) {
            loc.read(comment);
        }
        loc
    }

    fn read(&mut self, comment: BoQua) {
        if comment.ly_do.is_empty() || comment.quy_tac.is_empty() {
            let finding = Diagnostic::new(&code::BO_QUA, "ghi chú bo-qua phải có tên quy tắc và lý do");
            let advice = "viết: bo-qua tên-quy-tắc: lý do, ví dụ bo-qua so-thu-tu: trích nguyên văn";
            self.sai.push(finding.at(comment.place).advice(advice));
            return;
        }
        let codes = codes();
        for name in comment.quy_tac {
            let known = codes.iter().copied().find(|code| code.name == name.value);
            let Some(code) = known.filter(|code| !code.chan) else {
                let why = known.map_or_else(|| unknown(&name.value, &codes), not_to_be_silenced);
                let why = Diagnostic { code: &code::BO_QUA, severity: code::BO_QUA.severity, ..why };
                self.sai.push(why.at(name.place));
                continue;
            };
            let cho = Place { file: comment.place.file, span: comment.span.clone() };
            self.ghi_chu.push(GhiChu { code, cho, place: name.place, used: AtomicBool::new(false) });
        }
    }

    /// Whether a rule is off for the whole run.
    fn off(&self, code: &Code) -> bool {
        self.cau_hinh.kiem_tra.get(code.name) == Some(&Muc::Tat) || self.xet.bo_qua.iter().any(|name| name == code.name)
    }

    /// Weighs findings and takes out those that are silenced.
    pub fn loc(&self, sink: &mut Sink) {
        sink.retain(|finding| finding.code.chan || self.keep(finding));
    }

    fn keep(&self, finding: &mut Diagnostic) -> bool {
        let meant = |g: &&GhiChu| {
            let here = |p: &Place| p.file == g.cho.file && g.cho.span.contains(&p.span.start);
            g.code.name == finding.code.name && finding.place.as_ref().is_some_and(here)
        };
        let mut silenced = false;
        for comment in self.ghi_chu.iter().filter(meant) {
            comment.used.store(true, Ordering::Relaxed);
            silenced = true;
        }
        if silenced || self.off(finding.code) {
            return false;
        }
        // What `theo_ngay` has made a suggestion stays one.
        let lowered = finding.severity < finding.code.severity;
        if let Some(Muc::La(severity)) = self.cau_hinh.kiem_tra.get(finding.code.name).filter(|_| !lowered) {
            finding.severity = *severity;
        }
        true
    }

    /// The findings to show, in the order of their places, and how many suggestions are not among them. `tron` says that
    /// every document was looked at, so that a comment which silenced nothing has nothing to silence.
    pub fn xong(mut self, mut sink: Sink, tron: bool) -> (Vec<Diagnostic>, usize) {
        std::mem::take(&mut self.sai).into_iter().for_each(|finding| sink.push(finding));
        for comment in &self.ghi_chu {
            if tron && !comment.used.load(Ordering::Relaxed) && !self.off(comment.code) {
                let message = format!("ghi chú này không bỏ qua gì: ở đây không có chỗ nào phạm {}", comment.code.name);
                sink.push(
                    Diagnostic::new(&code::BO_QUA_THUA, message).at(comment.place.clone()).advice("xóa ghi chú này"),
                );
            }
        }
        self.loc(&mut sink);
        let (mut hidden, mut noted) = (0, false);
        let mut out = sink.into_sorted();
        out.retain(|finding| {
            if self.xet.ghi_chu && finding.code.name == quy_dinh::QUY_DINH_CU.code.name {
                return !std::mem::replace(&mut noted, true);
            }
            let hide = finding.severity == Severity::GoiY && !self.xet.goi_y;
            hidden += if hide { finding.stands_for } else { 0 };
            !hide
        });
        (out, hidden)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    static HOA: Code = Code::tra_lai("viet-hoa-nhan-dan");
    static NAM: Code = Code::canh_bao("nam-ban-hanh");
    static MUC: Code = Code::goi_y("so-thu-tu");

    const TEXT: &str = "a: nhân dân\nb: nhân dân  # bo-qua viet-hoa-nhan-dan: trích\n";

    /// A finding for each time the word is there, of each of the codes.
    fn found(text: &str, codes: &[&'static Code]) -> (Files, Vec<Diagnostic>) {
        let mut files = Files::default();
        let file = files.add("a.yaml", text.to_owned());
        let word = "nhân dân";
        let at = text.match_indices(word).map(|(at, _)| Place { file, span: at..at + word.len() });
        let all = at.flat_map(|place| codes.iter().map(move |code| Diagnostic::new(code, "sai").at(place.clone())));
        let all = all.collect();
        (files, all)
    }

    fn names(options: &Xet, cau_hinh: &CauHinh, text: &str, codes: &[&'static Code]) -> (Vec<String>, usize) {
        weighed(options, cau_hinh, text, codes, true)
    }

    fn weighed(
        options: &Xet,
        cau_hinh: &CauHinh,
        text: &str,
        codes: &[&'static Code],
        tron: bool,
    ) -> (Vec<String>, usize) {
        let (files, findings) = found(text, codes);
        let mut sink = Sink::default();
        findings.into_iter().for_each(|finding| sink.push(finding));
        let loc = Loc::new(options, cau_hinh, &files);
        loc.loc(&mut sink);
        let (out, hidden) = loc.xong(sink, tron);
        (out.iter().map(|d| format!("{} {}", d.code.name, d.severity.ma())).collect(), hidden)
    }

    #[test]
    fn suggestions_are_counted_and_shown_when_asked_for() {
        let none = CauHinh::default();
        let (shown, hidden) = names(&Xet::default(), &none, "nhân dân", &[&HOA, &MUC]);
        assert_eq!((shown.as_slice(), hidden), (&["viet-hoa-nhan-dan loi".to_owned()][..], 1));
        let all = Xet { goi_y: true, ..Xet::default() };
        let (shown, hidden) = names(&all, &none, "nhân dân", &[&HOA, &MUC]);
        assert_eq!((shown.len(), hidden), (2, 0));
    }

    #[test]
    fn a_project_weighs_and_a_run_puts_aside() {
        let kiem_tra =
            [(HOA.name, Muc::La(Severity::CanhBao)), (NAM.name, Muc::Tat), (MUC.name, Muc::La(Severity::Loi))];
        let own = CauHinh { kiem_tra: kiem_tra.into() };
        let (shown, _) = names(&Xet::default(), &own, "nhân dân", &[&HOA, &NAM, &MUC]);
        assert_eq!(shown, ["viet-hoa-nhan-dan canh_bao", "so-thu-tu loi"]);
        let aside = Xet { bo_qua: vec![MUC.name.to_owned()], ..Xet::default() };
        assert_eq!(names(&aside, &own, "nhân dân", &[&HOA, &MUC]).0, ["viet-hoa-nhan-dan canh_bao"]);
    }

    #[test]
    fn a_comment_silences_its_rule_on_its_line_only() {
        let none = CauHinh::default();
        let (shown, hidden) = names(&Xet::default(), &none, TEXT, &[&HOA, &NAM]);
        assert_eq!(shown, ["viet-hoa-nhan-dan loi", "nam-ban-hanh canh_bao", "nam-ban-hanh canh_bao"]);
        assert_eq!(hidden, 0);
        // Nothing there for it to silence.
        assert_eq!(names(&Xet::default(), &none, TEXT, &[&NAM]).1, 1);
        assert_eq!(weighed(&Xet::default(), &none, TEXT, &[&NAM], false).1, 0);
    }

    #[test]
    fn a_comment_needs_a_reason_and_a_rule_that_can_be_silenced() {
        let none = CauHinh::default();
        for comment in
            ["bo-qua viet-hoa-nhan-dan", "bo-qua: vì thế", "bo-qua viet-hoa-nhan-da: vì thế", "bo-qua khoa-la: vì thế"]
        {
            let (shown, _) = names(&Xet::default(), &none, &format!("a: nhân dân  # {comment}\n"), &[&HOA]);
            assert_eq!(shown, ["viet-hoa-nhan-dan loi", "bo-qua-thieu-ly-do canh_bao"], "{comment}");
        }
    }

    #[test]
    fn what_keeps_a_document_from_being_made_is_always_shown() {
        let own = CauHinh { kiem_tra: [("khoa-la", Muc::Tat)].into() };
        let aside = Xet { bo_qua: vec!["khoa-la".to_owned()], ..Xet::default() };
        assert_eq!(names(&aside, &own, "nhân dân", &[&code::KHOA_LA]).0, ["khoa-la loi"]);
    }

    #[test]
    fn an_older_document_is_said_to_be_one_once() {
        static CU: Code = Code::goi_y("quy-dinh-cu");
        let note = Xet { ghi_chu: true, ..Xet::default() };
        assert_eq!(
            names(&note, &CauHinh::default(), "nhân dân, nhân dân", &[&CU]),
            (vec!["quy-dinh-cu goi_y".to_owned()], 0)
        );
        assert_eq!(names(&Xet::default(), &CauHinh::default(), "nhân dân", &[&CU]).0, [""; 0]);
    }
}
