//! The last line of Nơi nhận, "- Lưu: VT, TCCB." (khoản 9 điểm d).

use super::cac_noi;
use crate::check::dau::nhan_dien::{ap_dung, cua_dang, goc, tron_ven};
use crate::check::{Ho, Kiem, Rule, Soi, ViDu};
use crate::diag::Code;
use crate::model::{BanThao, Doan, O};

const KHOAN_9D: &str = "NĐ 30/2020/NĐ-CP, Phụ lục I, phần I, mục II, khoản 9 điểm d";

static THIEU: Code = Code::tra_lai("thieu-luu").theo(KHOAN_9D);
static VT: Code = Code::tra_lai("luu-vt").theo(KHOAN_9D);
static DANG: Code = Code::tra_lai("dong-luu-sai-dang").theo(KHOAN_9D);
static CUOI: Code = Code::tra_lai("luu-khong-o-cuoi").theo(KHOAN_9D);

/// No line Lưu.
pub static THIEU_LUU: Rule = Rule {
    code: &THIEU,
    ho: Ho::NoiNhan,
    vi_sao: "Dòng cuối cùng của Nơi nhận là nơi lưu: “- Lưu: VT, …”.",
    vi_du: &[ViDu::o(O::Luu, "", "- Lưu: VT, TCCB.")],
    kiem: Kiem::BanThao(thieu_luu),
};

/// Lưu without VT, or VT not in the first place.
pub static LUU_VT: Rule = Rule {
    code: &VT,
    ho: Ho::NoiNhan,
    vi_sao: "Chữ “Lưu”, dấu hai chấm (:), tiếp theo là chữ viết tắt “VT”, dấu phẩy (,), chữ viết tắt tên đơn vị soạn thảo.",
    vi_du: &[
        ViDu::o(O::Luu, "- Lưu: VP, TCCB.", "- Lưu: VT, TCCB."),
        ViDu::o(O::Luu, "- Lưu: TCCB, VT.", "- Lưu: VT, TCCB (03 bản)."),
    ],
    kiem: Kiem::BanThao(luu_vt),
};

/// Marks of the line Lưu.
pub static LUU_DANG: Rule = Rule {
    code: &DANG,
    ho: Ho::NoiNhan,
    vi_sao: "Chữ “Lưu” sau có dấu hai chấm (:), tiếp theo là “VT”, dấu phẩy (,), chữ viết tắt tên đơn vị soạn thảo và số lượng bản lưu, cuối cùng là dấu chấm (.).",
    vi_du: &[
        ViDu::o(O::Luu, "- Lưu VT, TCCB.", "- Lưu: VT, TCCB."),
        ViDu::o(O::Luu, "- Lưu: VT; TCCB", "- Lưu: VT, TCCB."),
    ],
    kiem: Kiem::BanThao(dang),
};

/// Lines behind Lưu, or Lưu twice.
pub static LUU_O_CUOI: Rule = Rule {
    code: &CUOI,
    ho: Ho::NoiNhan,
    vi_sao: "Dòng cuối cùng bao gồm chữ “Lưu”; chỉ có một dòng Lưu.",
    vi_du: &[ViDu::o(O::Luu, "- Lưu: VT, TCCB.\n- Lưu: VP.", "- Lưu: VT, TCCB.")],
    kiem: Kiem::BanThao(o_cuoi),
};

/// The piece of the word "Lưu" of a line, and the first behind its colon.
fn doc(doan: &Doan) -> Option<(usize, usize)> {
    let chu = &doan.chu;
    let at = (0..2).find(|n| chu.nho(*n) == "lưu")?;
    Some((at, if chu.viet(at + 1) == ":" { at + 2 } else { at + 1 }))
}

fn thieu_luu(ban: &BanThao, soi: &mut Soi<'_>) {
    let list = cac_noi(ban);
    if !tron_ven(ban)
        || goc(ban, O::Luu).next().is_some()
        || goc(ban, O::NoiNhan).any(|doan| doan.chu.thuong.contains("lưu"))
    {
        return;
    }
    if let Some(last) = list.noi.last() {
        let range = 0..last.cuoi.chu.text.trim_end().len();
        let finding = soi.tai(&THIEU, last.cuoi, range, "Nơi nhận thiếu dòng Lưu ở cuối");
        soi.push(finding.advice("thêm dòng “- Lưu: VT, ….”"));
    }
}

fn luu_vt(ban: &BanThao, soi: &mut Soi<'_>) {
    if cua_dang(ban) {
        return;
    }
    let Some(doan) = goc(ban, O::Luu).next() else { return };
    let (Some((at, first)), chu) = (doc(doan), &doan.chu) else { return };
    let word = chu.viet(first);
    if word.starts_with("VT") || word.is_empty() && ban.go_tay() && first > at + 1 {
        return;
    }
    if chu.nho(first) == "vt" {
        soi.sua(&VT, doan, chu.khoang(first, first), "chữ viết tắt của Văn thư là VT", "VT");
        return;
    }
    let last = chu.tu.len().saturating_sub(1).max(first);
    let later = (first..=last).any(|n| chu.viet(n) == "VT");
    let message = if later { "“VT” đứng ngay sau “Lưu:”" } else { "dòng Lưu thiếu “VT”" };
    let finding = soi.tai(&VT, doan, chu.khoang(first, last), message);
    soi.push(finding.advice("viết dạng: - Lưu: VT, TCCB."));
}

fn dang(ban: &BanThao, soi: &mut Soi<'_>) {
    if !ap_dung(ban) {
        return;
    }
    let lines: Vec<&Doan> = goc(ban, O::Luu).collect();
    for (index, doan) in lines.iter().enumerate() {
        let (Some((at, first)), chu) = (doc(doan), &doan.chu) else { continue };
        if first == at + 1 {
            let other_mark = matches!(chu.viet(at + 1), ";" | "." | "," | "-");
            let range = chu.khoang(at, if other_mark { at + 1 } else { at });
            soi.sua(&DANG, doan, range, "sau chữ “Lưu” có dấu hai chấm", "Lưu:");
        } else if chu.viet(at) != "Lưu" {
            soi.sua(&DANG, doan, chu.khoang(at, at), "chữ “Lưu” viết hoa chữ đầu", "Lưu");
        }
        let after_vt = first + 1;
        if chu.nho(first) == "vt" && matches!(chu.viet(after_vt), ";" | "-" | "." | "/") && after_vt + 1 < chu.tu.len()
        {
            soi.sua(&DANG, doan, chu.khoang(after_vt, after_vt), "sau “VT” có dấu phẩy", ",");
        }
        // A second line goes on where the first has no end.
        let goes_on = lines.get(index + 1).is_some_and(|next| doc(next).is_none()) || viet_tiep(ban, doan);
        let text = chu.text.trim_end();
        // "TN. PL.(90)" closes with the drafter's mark and the number of copies (mẫu 1.4, ô số 12), "(30b)" with neither.
        let marked = text.ends_with(')') && text.rfind('(').is_some_and(|at| text[..at].trim_end().ends_with('.'));
        if !goes_on && !marked && !text.ends_with('.') && !chu.tu.is_empty() {
            let last = chu.tu.len() - 1;
            let mark = matches!(chu.viet(last), ";" | "," | ":");
            let right = if mark { ".".to_owned() } else { format!("{}.", chu.viet(last)) };
            soi.sua(&DANG, doan, chu.khoang(last, last), "dòng Lưu kết thúc bằng dấu chấm", right);
        }
    }
}

/// Whether the line under Lưu goes on with it: "(Nam, 05b)." in parentheses, or small letters.
fn viet_tiep(ban: &BanThao, luu: &Doan) -> bool {
    let at = ban.doan.iter().position(|doan| std::ptr::eq(doan, luu));
    at.and_then(|at| ban.doan.get(at + 1)).is_some_and(|next| {
        let begins = |c: char| c == '(' || c.is_lowercase() || c.is_ascii_digit();
        matches!(next.o, O::NoiNhan | O::DauChi | O::La | O::NoiDung)
            && next.so.is_empty()
            && next.chu.text.trim_start().starts_with(begins)
    })
}

fn o_cuoi(ban: &BanThao, soi: &mut Soi<'_>) {
    let position = |doan: &&Doan| doc(doan).is_some();
    let mut lines = goc(ban, O::Luu).filter(position);
    let Some(first) = lines.next() else { return };
    for again in lines {
        soi.bao(&CUOI, again, 0..again.chu.text.trim_end().len(), "chỉ có một dòng Lưu");
    }
    let Some(at) = ban.doan.iter().position(|doan| std::ptr::eq(doan, first)) else { return };
    let behind = ban.doan[at..].iter().any(|doan| doan.kem == 0 && doan.o == O::NoiNhan && !doan.so.is_empty());
    if behind {
        soi.bao(&CUOI, first, 0..first.chu.text.trim_end().len(), "dòng Lưu phải ở cuối Nơi nhận");
    }
}
