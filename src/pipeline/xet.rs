//! What becomes of findings before anyone sees them: the project's own weights, rules put aside, comments that silence,
//! suggestions that nobody asked for.

use crate::check::RULES;
use crate::diag::{Code, Diagnostic, FileId, Files, Severity, code};
use crate::load::bo_qua::{BoQua, bo_qua};
use crate::load::cau_hinh::{not_to_be_silenced, unknown};
use crate::model::{CauHinh, Muc};

/// The one suggestion that is shown unasked.
const LUON_HIEN: &str = "quy-dinh-cu";

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
    /// Whether only a part of the documents is looked at: comments in the others silence nothing then.
    pub mot_phan: bool,
}

/// Every kind of finding of a check: rules first.
pub fn codes() -> Vec<&'static Code> {
    RULES.iter().map(|rule| rule.code).chain(code::ALL.iter().copied()).collect()
}

/// The findings to show, in the order of their places, and how many suggestions are not among them.
pub fn xet(xet: &Xet, cau_hinh: &CauHinh, files: &Files, findings: Vec<Diagnostic>) -> (Vec<Diagnostic>, usize) {
    let mut out = silenced(xet, cau_hinh, files, findings);
    let off = |d: &Diagnostic| {
        let off = cau_hinh.kiem_tra.get(d.code.name) == Some(&Muc::Tat) || xet.bo_qua.iter().any(|n| n == d.code.name);
        off && !d.code.chan
    };
    out.retain(|finding| !off(finding));
    for finding in &mut out {
        // What `theo_ngay` has made a suggestion stays one.
        let lowered = finding.severity < finding.code.severity;
        if let Some(Muc::La(severity)) = cau_hinh.kiem_tra.get(finding.code.name).filter(|_| !lowered) {
            finding.severity = *severity;
        }
    }
    let mut hidden = 0;
    let mut noted = false;
    out.retain(|finding| {
        if xet.ghi_chu && finding.code.name == LUON_HIEN {
            return !std::mem::replace(&mut noted, true);
        }
        let hide = finding.severity == Severity::GoiY && !xet.goi_y;
        hidden += if hide { finding.stands_for } else { 0 };
        !hide
    });
    (out, hidden)
}

/// Takes out what comments silence, and says which comments do not do it.
fn silenced(xet: &Xet, cau_hinh: &CauHinh, files: &Files, mut findings: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let written: Vec<FileId> =
        files.texts().filter(|(_, _, text)| text.contains(crate::load::bo_qua::TU)).map(|(file, ..)| file).collect();
    let comments: Vec<BoQua> = written.into_iter().flat_map(|file| bo_qua(files, file)).collect();
    if comments.is_empty() {
        return findings;
    }
    let codes = codes();
    let mut said = Vec::new();
    for comment in &comments {
        if comment.ly_do.is_empty() || comment.quy_tac.is_empty() {
            let finding = Diagnostic::new(&code::BO_QUA, "ghi chú bo-qua phải có tên quy tắc và lý do");
            said.push(
                finding
                    .at(comment.place.clone())
                    .advice("viết: bo-qua tên-quy-tắc: lý do, ví dụ bo-qua so-thu-tu: trích nguyên văn"),
            );
            continue;
        }
        for name in &comment.quy_tac {
            let Some(code) = codes.iter().find(|code| code.name == name.value).filter(|code| !code.chan) else {
                let why = codes.iter().find(|code| code.name == name.value);
                let why = why.map_or_else(|| unknown(&name.value, &codes), |code| not_to_be_silenced(code));
                let finding = Diagnostic { code: &code::BO_QUA, severity: code::BO_QUA.severity, ..why };
                said.push(finding.at(name.place.clone()));
                continue;
            };
            let meant = |d: &Diagnostic| {
                let here =
                    |p: &crate::diag::Place| p.file == comment.place.file && comment.span.contains(&p.span.start);
                d.code.name == code.name && d.place.as_ref().is_some_and(here)
            };
            let before = findings.len();
            findings.retain(|finding| !meant(finding));
            let off =
                xet.mot_phan || cau_hinh.kiem_tra.get(code.name) == Some(&Muc::Tat) || xet.bo_qua.contains(&name.value);
            if findings.len() == before && !off {
                let message = format!("ghi chú bo-qua này không bỏ qua gì: ở đây không có chỗ nào phạm {}", code.name);
                said.push(
                    Diagnostic::new(&code::BO_QUA_THUA, message).at(name.place.clone()).advice("xóa ghi chú này"),
                );
            }
        }
    }
    findings.extend(said);
    // Last, as before, how many of a kind were left out.
    findings.sort_by_key(|d| (d.stands_for > 1, d.place.as_ref().map(|p| (p.file, p.span.start, p.span.end))));
    findings
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::Place;

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
        let (files, findings) = found(text, codes);
        let (out, hidden) = xet(options, cau_hinh, &files, findings);
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
        let part = Xet { mot_phan: true, ..Xet::default() };
        assert_eq!(names(&part, &none, TEXT, &[&NAM]).1, 0);
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
        static CU: Code = Code::goi_y(LUON_HIEN);
        let note = Xet { ghi_chu: true, ..Xet::default() };
        assert_eq!(
            names(&note, &CauHinh::default(), "nhân dân, nhân dân", &[&CU]),
            (vec!["quy-dinh-cu goi_y".to_owned()], 0)
        );
        assert_eq!(names(&Xet::default(), &CauHinh::default(), "nhân dân", &[&CU]).0, [""; 0]);
    }
}
