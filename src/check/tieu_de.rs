//! Type and subject (Phụ lục I, phần I, mục II, khoản 5).

use super::dau::nhan_dien::{ap_dung, cong_van, cua_dang, goc, quy_pham};
use super::{Ho, Kiem, Nen, Rule, Soi, ViDu};
use crate::diag::{Code, Place};
use crate::model::ban_thao::chu::{hoa_dau, hoa_het};
use crate::model::van_ban::capitalise;
use crate::model::{BanThao, Chu, Doan, O};

const KHOAN_5A: &str = "NĐ 30/2020/NĐ-CP, Phụ lục I, phần I, mục II, khoản 5 điểm a";
const KHOAN_5B: &str = "NĐ 30/2020/NĐ-CP, Phụ lục I, phần I, mục II, khoản 5 điểm b";

static CONG_VAN: Code = Code::tra_lai("cong-van-co-ten-loai").theo("NĐ 30/2020/NĐ-CP, Phụ lục III, mẫu 1.5");
static NGOAI: Code = Code::tra_lai("vv-ngoai-cong-van").theo(KHOAN_5B);
static VV: Code = Code::tra_lai("vv-viet-sai").theo(KHOAN_5B);
static VV_HOA: Code = Code::canh_bao("vv-viet-hoa").theo(KHOAN_5B);
static DAU_CUOI: Code = Code::tra_lai("trich-yeu-co-dau-cuoi").theo(KHOAN_5A);
static MOT_DONG: Code = Code::tra_lai("ten-loai-trich-yeu-mot-dong").theo(KHOAN_5B);
static LOAI_HOA: Code = Code::tra_lai("ten-loai-in-thuong").theo(KHOAN_5B);
static TRICH_HOA: Code = Code::tra_lai("trich-yeu-in-hoa").theo(KHOAN_5B);
static DAU_THUONG: Code = Code::canh_bao("trich-yeu-viet-thuong").theo(KHOAN_5B);
static LAP: Code = Code::canh_bao("trich-yeu-lap-ten-loai").theo(KHOAN_5A);
static LA: Code = Code::goi_y("ten-loai-la").theo("NĐ 30/2020/NĐ-CP, Điều 7");

/// The words "CÔNG VĂN" as a title.
pub static CONG_VAN_CO_TEN: Rule = Rule {
    code: &CONG_VAN,
    ho: Ho::TieuDe,
    vi_sao: "Công văn không có tên loại: trích yếu ghi sau “V/v” dưới số, ký hiệu (ô số 5b, mẫu 1.5).",
    vi_du: &[ViDu::o(O::TenLoai, "CÔNG VĂN", "KẾ HOẠCH")],
    kiem: Kiem::BanThao(cong_van_co_ten),
};

/// "V/v" under the name of a type.
pub static VV_NGOAI: Rule = Rule {
    code: &NGOAI,
    ho: Ho::TieuDe,
    vi_sao: "“V/v” chỉ dùng cho trích yếu của công văn; văn bản có tên loại viết “Về việc” hoặc ghi thẳng nội dung.",
    vi_du: &[ViDu::o(O::TrichYeu, "V/v phát động thi đua năm 2026", "Về việc phát động thi đua năm 2026")],
    kiem: Kiem::BanThao(vv_ngoai),
};

/// "V/V", "Về việc", "V/v:" in a công văn.
pub static VV_SAI: Rule = Rule {
    code: &VV,
    ho: Ho::TieuDe,
    vi_sao: "Đối với công văn, trích yếu được trình bày sau chữ “V/v”, không có dấu hai chấm.",
    vi_du: &[ViDu::trong(Nen::CongVan, O::TrichYeu, "V/V: báo cáo kết quả năm 2026", "V/v báo cáo kết quả năm 2026")],
    kiem: Kiem::BanThao(vv_sai),
};

/// A capital behind "V/v".
pub static VV_VIET_HOA: Rule = Rule {
    code: &VV_HOA,
    ho: Ho::TieuDe,
    vi_sao: "Trích yếu đi liền sau “V/v” viết bằng chữ in thường; chỉ tên riêng mới viết hoa.",
    vi_du: &[ViDu::trong(
        Nen::CongVan,
        O::TrichYeu,
        "V/v Triển khai công tác thi đua năm 2026",
        "V/v triển khai công tác thi đua năm 2026",
    )],
    kiem: Kiem::BanThao(vv_viet_hoa),
};

/// A mark at the end of the subject.
pub static TRICH_YEU_DAU: Rule = Rule {
    code: &DAU_CUOI,
    ho: Ho::TieuDe,
    vi_sao: "Trích yếu là một câu ngắn gọn hoặc một cụm từ đứng như tiêu đề, cuối không có dấu câu (các mẫu của Phụ lục III).",
    vi_du: &[ViDu::o(O::TrichYeu, "Phát động thi đua năm 2026.", "Phát động thi đua năm 2026")],
    kiem: Kiem::BanThao(dau_cuoi),
};

/// Type and subject on one line.
pub static MOT_DONG_HAI: Rule = Rule {
    code: &MOT_DONG,
    ho: Ho::TieuDe,
    vi_sao: "Tên loại ở một dòng; trích yếu nội dung văn bản được đặt ngay dưới tên loại văn bản.",
    vi_du: &[ViDu::o(O::TenLoai, "KẾ HOẠCH Phát động thi đua", "KẾ HOẠCH")],
    kiem: Kiem::BanThao(mot_dong),
};

/// The type in small letters.
pub static TEN_LOAI_HOA: Rule = Rule {
    code: &LOAI_HOA,
    ho: Ho::TieuDe,
    vi_sao: "Tên loại văn bản được trình bày bằng chữ in hoa.",
    vi_du: &[ViDu::o(O::TenLoai, "Kế hoạch", "KẾ HOẠCH")],
    kiem: Kiem::BanThao(ten_loai_hoa),
};

/// The subject in capitals.
pub static TRICH_YEU_HOA: Rule = Rule {
    code: &TRICH_HOA,
    ho: Ho::TieuDe,
    vi_sao: "Trích yếu nội dung văn bản được trình bày bằng chữ in thường.",
    vi_du: &[ViDu::o(O::TrichYeu, "PHÁT ĐỘNG THI ĐUA NĂM 2026", "Phát động thi đua năm 2026")],
    kiem: Kiem::BanThao(trich_yeu_hoa),
};

/// The subject begins with a small letter.
pub static TRICH_YEU_THUONG: Rule = Rule {
    code: &DAU_THUONG,
    ho: Ho::TieuDe,
    vi_sao: "Trích yếu dưới tên loại là một dòng riêng, chữ đầu viết hoa như các mẫu: “Về việc …”, “Ban hành …”.",
    vi_du: &[ViDu::o(O::TrichYeu, "về việc phát động thi đua năm 2026", "Về việc phát động thi đua năm 2026")],
    kiem: Kiem::BanThao(trich_yeu_thuong),
};

/// "KẾ HOẠCH / Kế hoạch phát động …".
pub static TRICH_YEU_LAP: Rule = Rule {
    code: &LAP,
    ho: Ho::TieuDe,
    vi_sao: "Tên loại đã ghi ở dòng trên, trích yếu không nhắc lại.",
    vi_du: &[ViDu::o(O::TrichYeu, "Kế hoạch phát động thi đua năm 2026", "Phát động thi đua năm 2026")],
    kiem: Kiem::BanThao(trich_yeu_lap),
};

/// A title that is no type of Điều 7.
pub static TEN_LOAI_LA: Rule = Rule {
    code: &LA,
    ho: Ho::TieuDe,
    vi_sao: "Văn bản hành chính gồm 29 loại ghi ở Điều 7; “thư mời” là giấy mời.",
    vi_du: &[ViDu::o(O::TenLoai, "THƯ MỜI", "KẾ HOẠCH")],
    kiem: Kiem::BanThao(ten_loai_la),
};

/// "V/v" and what looks like it at the beginning of a subject: its last piece.
fn vv(chu: &Chu) -> Option<usize> {
    if chu.khop(0, &["v", "/", "v"]) || chu.khop(0, &["v", ".", "v"]) {
        Some(2)
    } else if chu.nho(0) == "vv" {
        Some(0)
    } else {
        None
    }
}

/// The first line of the subject.
fn dau_trich_yeu(ban: &BanThao) -> Option<&Doan> {
    goc(ban, O::TrichYeu).next()
}

fn cong_van_co_ten(ban: &BanThao, soi: &mut Soi<'_>) {
    for doan in goc(ban, O::TenLoai).filter(|doan| doan.chu.khop(0, &["công", "văn"]) && doan.chu.tu.len() == 2) {
        let range = doan.chu.khoang(0, 1);
        let finding = soi.tai(&CONG_VAN, doan, range, "công văn không ghi tên loại");
        soi.push(finding.advice("bỏ dòng này; trích yếu ghi sau “V/v” dưới số, ký hiệu"));
    }
}

/// Whether a title stands over the subject, so that it is no công văn.
fn co_ten_loai(ban: &BanThao) -> bool {
    !cong_van(ban) && goc(ban, O::TenLoai).next().is_some()
}

fn vv_ngoai(ban: &BanThao, soi: &mut Soi<'_>) {
    if !co_ten_loai(ban) || quy_pham(ban) {
        return;
    }
    for doan in goc(ban, O::TrichYeu) {
        if let Some(last) = vv(&doan.chu) {
            let last = if doan.chu.viet(last + 1) == ":" { last + 1 } else { last };
            let message = "“V/v” chỉ dùng trong công văn";
            soi.sua(&NGOAI, doan, doan.chu.khoang(0, last), message, "Về việc");
        }
    }
}

fn vv_sai(ban: &BanThao, soi: &mut Soi<'_>) {
    if !cong_van(ban) || !ap_dung(ban) || goc(ban, O::TenLoai).next().is_some() {
        return;
    }
    let Some(doan) = dau_trich_yeu(ban) else { return };
    let chu = &doan.chu;
    let Some(mut last) = vv(chu).or_else(|| chu.khop(0, &["về", "việc"]).then_some(1)) else { return };
    if matches!(chu.viet(last + 1), ":" | "." | "-") {
        last += 1;
    }
    // "V/v về việc", "V/v việc": said twice.
    if chu.khop(last + 1, &["về", "việc"]) {
        last += 2;
    } else if chu.nho(last + 1) == "việc" {
        last += 1;
    }
    let range = chu.khoang(0, last);
    if chu.text.get(range.clone()) != Some("V/v") {
        soi.sua(&VV, doan, range, "trích yếu của công văn ghi sau chữ “V/v”", "V/v");
    }
}

fn vv_viet_hoa(ban: &BanThao, soi: &mut Soi<'_>) {
    if !cong_van(ban) {
        return;
    }
    let Some(doan) = dau_trich_yeu(ban) else { return };
    let chu = &doan.chu;
    // A campaign's subject stands behind the "V/v" that the program prints; there the author writes as he likes.
    let Some(first) = vv(chu).map(|last| if chu.viet(last + 1) == ":" { last + 2 } else { last + 1 }) else { return };
    let word = chu.viet(first);
    if !hoa_dau(word) || hoa_het(word) || chu.hoa_dau(first + 1) {
        return;
    }
    let known = soi.ctx.kho.tu_dien.biet(&VV_HOA);
    let begins = |phrase: &String| {
        let mut n = first;
        phrase.split(' ').all(|piece| {
            n += 1;
            chu.nho(n - 1) == piece
        })
    };
    if known.iter().any(begins) {
        let right = chu.nho(first).to_owned();
        soi.sua(&VV_HOA, doan, chu.khoang(first, first), "sau “V/v” viết chữ thường", right);
    }
}

fn dau_cuoi(ban: &BanThao, soi: &mut Soi<'_>) {
    let Some(doan) = goc(ban, O::TrichYeu).last() else { return };
    let chu = &doan.chu;
    let text = chu.text.trim_end();
    let marks = text.len() - text.trim_end_matches(['.', ';', ',', ':', '!', '/']).len();
    // Dots that leave something open are no mark; an abbreviation such as "v.v." keeps its own.
    // What runs on for several lines and several clauses took the body in with it.
    let body = text.chars().count() > 300 || text.contains(". ");
    if marks == 0 || body || text.ends_with("..") || chu.thuong.trim_end().ends_with("v.v.") {
        return;
    }
    soi.sua(&DAU_CUOI, doan, text.len() - marks..text.len(), "cuối trích yếu không có dấu câu", "");
}

fn mot_dong(ban: &BanThao, soi: &mut Soi<'_>) {
    if !ap_dung(ban) || cong_van(ban) {
        return;
    }
    let Some(ten) = goc(ban, O::TenLoai).next() else { return };
    let message = "trích yếu phải ở dòng ngay dưới tên loại";
    // Read as one: the type in capitals, then small letters.
    let chu = &ten.chu;
    if let Some(small) = (1..chu.tu.len()).find(|n| chu.viet(*n).chars().any(char::is_lowercase))
        && chu.hoa_het(0)
        && small >= 2
    {
        let range = chu.khoang(small, chu.tu.len() - 1);
        soi.bao(&MOT_DONG, ten, range, message);
        return;
    }
    let Some(trich) = dau_trich_yeu(ban) else { return };
    let files = soi.ctx.files;
    let (above, _) = ten.cho(files, 0..ten.chu.text.len());
    let (below, _) = trich.cho(files, 0..trich.chu.text.len());
    let follows = above.file == below.file && above.span.end <= below.span.start;
    let gap = Place { file: above.file, span: above.span.end..below.span.start.max(above.span.end) };
    if (follows && !files.slice(&gap).contains('\n')) || above == below {
        soi.bao(&MOT_DONG, trich, 0..trich.chu.text.len(), message);
    }
}

fn ten_loai_hoa(ban: &BanThao, soi: &mut Soi<'_>) {
    if !ap_dung(ban) {
        return;
    }
    for doan in goc(ban, O::TenLoai) {
        let text = doan.chu.text.trim();
        let small = text.chars().filter(|c| c.is_lowercase()).count();
        if small * 2 > text.chars().filter(|c| c.is_alphabetic()).count() && doan.chu.tu.len() <= 5 {
            let range = 0..doan.chu.text.trim_end().len();
            soi.sua(&LOAI_HOA, doan, range, "tên loại viết bằng chữ in hoa", text.to_uppercase());
        }
    }
}

fn trich_yeu_hoa(ban: &BanThao, soi: &mut Soi<'_>) {
    if quy_pham(ban) || cua_dang(ban) {
        return;
    }
    for doan in goc(ban, O::TrichYeu) {
        let chu = &doan.chu;
        let first = vv(chu).map_or(0, |last| if chu.viet(last + 1) == ":" { last + 2 } else { last + 1 });
        let words = chu.tu.get(first).and_then(|tu| chu.text.get(tu.dau..)).unwrap_or_default();
        if hoa_het(words) && chu.so_am_tiet() >= 3 + first {
            let range = chu.khoang(first, chu.tu.len() - 1);
            soi.bao(&TRICH_HOA, doan, range, "trích yếu viết bằng chữ in thường");
        }
    }
}

fn trich_yeu_thuong(ban: &BanThao, soi: &mut Soi<'_>) {
    if !ap_dung(ban) || !co_ten_loai(ban) {
        return;
    }
    let Some(doan) = dau_trich_yeu(ban).filter(|doan| vv(&doan.chu).is_none()) else { return };
    let word = doan.chu.viet(0);
    if word.chars().next().is_some_and(char::is_lowercase) {
        let right = capitalise(word);
        soi.sua(&DAU_THUONG, doan, doan.chu.khoang(0, 0), "chữ đầu của trích yếu viết hoa", right);
    }
}

fn trich_yeu_lap(ban: &BanThao, soi: &mut Soi<'_>) {
    const SAU: [&str; 6] = ["tài", "hóa", "hoá", "số", "viên", "nhanh"];
    let ten = ban.ten_loai();
    if !matches!(ten, "kế hoạch" | "báo cáo" | "thông báo" | "tờ trình" | "quyết định" | "biên bản" | "giấy mời")
    {
        return;
    }
    let Some(doan) = dau_trich_yeu(ban) else { return };
    let pieces: Vec<&str> = ten.split(' ').collect();
    let named = goc(ban, O::TenLoai).next().is_some() || !ban.go_tay();
    if named && doan.chu.khop(0, &pieces) && !SAU.contains(&doan.chu.nho(pieces.len())) {
        let range = doan.chu.khoang(0, pieces.len() - 1);
        soi.bao(&LAP, doan, range, format!("trích yếu nhắc lại tên loại “{ten}”"));
    }
}

fn ten_loai_la(ban: &BanThao, soi: &mut Soi<'_>) {
    if ban.loai.is_some() || quy_pham(ban) || !ap_dung(ban) {
        return;
    }
    for doan in goc(ban, O::TenLoai) {
        let finding = soi.tai(
            &LA,
            doan,
            0..doan.chu.text.trim_end().len(),
            "tên loại này không có trong 29 loại văn bản hành chính",
        );
        soi.push(if doan.chu.khop(0, &["thư", "mời"]) { finding.advice("viết: GIẤY MỜI") } else { finding });
    }
}
