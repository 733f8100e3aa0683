//! The number (mục II, khoản 3 điểm a, c): how "Số: 13/KH-SYT" is typed up to the stroke.

use super::ky_hieu::Dong;
use super::nhan_dien::{ap_dung, goc, la_loai, quy_pham};
use crate::check::{Ho, Kiem, Rule, Soi, ViDu};
use crate::diag::Code;
use crate::model::{BanThao, Doan, O};

const KHOAN_3C: &str = "NĐ 30/2020/NĐ-CP, Phụ lục I, phần I, mục II, khoản 3 điểm c";

static CHU_SO: Code = Code::tra_lai("chu-so").theo(KHOAN_3C);
static KHOANG: Code = Code::canh_bao("so-co-khoang-trang").theo(KHOAN_3C);
static NHO: Code = Code::tra_lai("so-nho-hon-muoi").theo(KHOAN_3C);
static CO_NAM: Code = Code::tra_lai("so-co-nam").theo("NĐ 30/2020/NĐ-CP, Phụ lục I, phần I, mục II, khoản 3 điểm a, c");
static KHONG_SO: Code =
    Code::canh_bao("so-khong-phai-chu-so").theo("NĐ 30/2020/NĐ-CP, Phụ lục I, phần I, mục II, khoản 3 điểm a");

/// The word "Số" and its colon.
pub static CHU_SO_HAI_CHAM: Rule = Rule {
    code: &CHU_SO,
    ho: Ho::Dau,
    vi_sao: "Từ “Số” được trình bày bằng chữ in thường; sau từ “Số” có dấu hai chấm (:).",
    vi_du: &[
        ViDu::o(O::SoKyHieu, "Số 13/KH-SYT", "Số: 13/KH-SYT"),
        ViDu::o(O::SoKyHieu, "SỐ: 13/KH-SYT", "Số: 13/KH-SYT"),
    ],
    kiem: Kiem::BanThao(chu_so),
};

/// Spaces inside number and symbol.
pub static KHOANG_TRANG: Rule = Rule {
    code: &KHOANG,
    ho: Ho::Dau,
    vi_sao: "Giữa số và ký hiệu có dấu gạch chéo (/), giữa các nhóm chữ viết tắt có dấu gạch nối (-), không cách chữ. Dấu cách còn lại khi số được điền vào chỗ chừa sẵn cũng phải bỏ.",
    vi_du: &[
        ViDu::o(O::SoKyHieu, "Số: 13 /KH-SYT", "Số: 13/KH-SYT"),
        ViDu::o(O::SoKyHieu, "Số: 13/ KH - SYT", "Số:      /KH-SYT"),
    ],
    kiem: Kiem::Doan(khoang_trang),
};

/// A number below ten without its zero.
pub static NHO_HON_10: Rule = Rule {
    code: &NHO,
    ho: Ho::Dau,
    vi_sao: "Với những số nhỏ hơn 10 phải ghi thêm số 0 phía trước.",
    vi_du: &[ViDu::o(O::SoKyHieu, "Số: 4/KH-SYT", "Số: 04/KH-SYT")],
    kiem: Kiem::Doan(nho_hon_10),
};

/// The year between number and symbol, as instruments of law have it.
pub static SO_CO_NAM: Rule = Rule {
    code: &CO_NAM,
    ho: Ho::Dau,
    vi_sao: "Chỉ văn bản quy phạm pháp luật ghi năm giữa số và ký hiệu; văn bản hành chính ghi số/ký hiệu.",
    vi_du: &[ViDu::o(O::SoKyHieu, "Số: 13/2026/KH-SYT", "Số: 13/KH-SYT")],
    kiem: Kiem::BanThao(co_nam),
};

/// A number with letters.
pub static KHONG_PHAI_SO: Rule = Rule {
    code: &KHONG_SO,
    ho: Ho::Dau,
    vi_sao: "Số của văn bản là số thứ tự trong năm, ghi bằng chữ số Ả Rập.",
    vi_du: &[ViDu::o(O::SoKyHieu, "Số: 13a/KH-SYT", "Số: 13/KH-SYT")],
    kiem: Kiem::Doan(khong_phai_so),
};

fn chu_so(ban: &BanThao, soi: &mut Soi<'_>) {
    if !ap_dung(ban) {
        return;
    }
    for doan in goc(ban, O::SoKyHieu).take(1) {
        let chu = &doan.chu;
        let dong = Dong::doc(chu);
        let (0, Some(last)) = (dong.bat_dau(), dong.tu_so) else { continue };
        let word = chu.viet(last);
        let range = chu.khoang(last, last);
        if !dong.hai_cham {
            // "Số. 13": the full stop stands where the colon should.
            let wrong_mark = matches!(chu.viet(last + 1), "." | ";" | ",") && dong.so == Some(last + 2);
            let range = if wrong_mark { chu.khoang(last, last + 1) } else { range };
            soi.sua(&CHU_SO, doan, range, "sau từ “Số” có dấu hai chấm", "Số:");
        } else if word != "Số" && chu.nho(last) == "số" {
            soi.sua(&CHU_SO, doan, range, "từ “Số” viết chữ thường, hoa chữ đầu", "Số");
        }
    }
}

fn khoang_trang(doan: &Doan, soi: &mut Soi<'_>) {
    if doan.o != O::SoKyHieu {
        return;
    }
    let dong = Dong::doc(&doan.chu);
    // A blank slot is left for văn thư before the stroke.
    let first = dong.so.unwrap_or(dong.dau);
    if dong.het <= dong.dau {
        return;
    }
    let range = doan.chu.khoang(first, dong.het - 1);
    let Some(written) = doan.chu.text.get(range.clone()) else { return };
    if written.contains(char::is_whitespace) {
        let right: String = written.split_whitespace().collect();
        soi.sua(&KHOANG, doan, range, "số, ký hiệu viết liền, không có dấu cách", right);
    }
}

fn nho_hon_10(doan: &Doan, soi: &mut Soi<'_>) {
    if doan.o != O::SoKyHieu {
        return;
    }
    let dong = Dong::doc(&doan.chu);
    let Some(so) = dong.so else { return };
    let text = doan.chu.viet(so);
    if text.len() == 1 && text != "0" && dong.het > dong.dau {
        let right = format!("0{text}");
        soi.sua(&NHO, doan, doan.chu.khoang(so, so), "số nhỏ hơn 10 ghi thêm số 0 phía trước", right);
    }
}

fn co_nam(ban: &BanThao, soi: &mut Soi<'_>) {
    if quy_pham(ban) || la_loai(ban, &["hợp đồng", "bản ghi nhớ", "bản thỏa thuận"]) {
        return;
    }
    for doan in goc(ban, O::SoKyHieu).take(1) {
        let dong = Dong::doc(&doan.chu);
        let Some(nam) = dong.nam else { continue };
        if !quy_pham_theo_ky_hieu(&dong) {
            let year = doan.chu.viet(nam).to_owned();
            let message = format!("văn bản hành chính không ghi năm {year} giữa số và ký hiệu");
            soi.sua(&CO_NAM, doan, doan.chu.khoang(nam, nam + 1), message, "");
        }
    }
}

/// Whether a symbol with a year is right: "12/2026/QĐ-UBND", "05/2026/NQ-HĐND" are instruments of law.
fn quy_pham_theo_ky_hieu(dong: &Dong<'_>) -> bool {
    let groups: Vec<&str> = dong.nhom().collect();
    match groups.first().copied().unwrap_or_default() {
        "NĐ" | "TT" | "TTLT" | "L" | "PL" | "NQLT" => true,
        "QĐ" | "QD" => groups[1..].iter().any(|g| ["UBND", "TTg", "TTG", "KTNN", "CTN"].contains(g)),
        "NQ" => groups[1..]
            .iter()
            .any(|g| g.contains("HĐND") || g.starts_with("UBTVQH") || g.starts_with("QH") || *g == "CP"),
        "CT" => groups[1..].iter().any(|g| ["UBND", "TTg"].contains(g)),
        _ => false,
    }
}

fn khong_phai_so(doan: &Doan, soi: &mut Soi<'_>) {
    if doan.o != O::SoKyHieu {
        return;
    }
    let dong = Dong::doc(&doan.chu);
    let Some(so) = dong.so else { return };
    if !doan.chu.viet(so).bytes().all(|b| b.is_ascii_digit()) {
        soi.bao(&KHONG_SO, doan, doan.chu.khoang(so, so), "số của văn bản chỉ ghi bằng chữ số");
    }
}
