//! Anniversaries: their count, their days, and whether they are still to come.

use super::ngay::{Ngay, year};
use super::{CoNgay, cau, co_tu, ke_lai};
use crate::check::{Ho, Kiem, Rule, Soi, ViDu};
use crate::diag::Code;
use crate::model::ban_thao::LoaiTu;
use crate::model::du_kien::{DaKiem, DoTin, Lich, NgayKyNiem};
use crate::model::lich::viet_so;
use crate::model::{BanThao, Chu, O};
use chrono::Datelike;
use std::ops::Range;

static CODE_SO: Code = Code::tra_lai("sai-so-nam-ky-niem");

/// "kỷ niệm 66 năm … (27/02/1955 - 27/02/2020)".
pub static SAI_SO_NAM: Rule = Rule {
    code: &CODE_SO,
    ho: Ho::ThoiGian,
    vi_sao: "Số năm kỷ niệm là năm kỷ niệm trừ năm gốc.",
    vi_du: &[
        ViDu::noi_dung(
            "Kỷ niệm 70 năm Ngày Thầy thuốc Việt Nam (27/02/1955 - 27/02/2026).",
            "Kỷ niệm 71 năm Ngày Thầy thuốc Việt Nam (27/02/1955 - 27/02/2026).",
        ),
        ViDu::noi_dung("Kỷ niệm 60 năm Ngày Thầy thuốc Việt Nam.", "Kỷ niệm 71 năm Ngày Thầy thuốc Việt Nam."),
    ],
    kiem: Kiem::TuDien,
};

static CODE_NGAY: Code = Code::canh_bao("sai-ngay-ky-niem");

/// "Ngày Thầy thuốc Việt Nam 28/02".
pub static SAI_NGAY: Rule = Rule {
    code: &CODE_NGAY,
    ho: Ho::ThoiGian,
    vi_sao: "Ngày ghi sau tên khác ngày kỷ niệm trong danh mục (data/ngay_ky_niem.yaml).",
    vi_du: &[ViDu::noi_dung("Chào mừng Ngày Thầy thuốc Việt Nam 28/02.", "Chào mừng Ngày Thầy thuốc Việt Nam 27/02.")],
    kiem: Kiem::TuDien,
};

static CODE_QUA: Code = Code::canh_bao("su-kien-da-qua");

/// "chào mừng ngày thành lập Đảng" in a plan of 14 February.
pub static DA_QUA: Rule = Rule {
    code: &CODE_QUA,
    ho: Ho::ThoiGian,
    vi_sao: "Văn bản giao việc để “chào mừng” một ngày đã qua khi ban hành.",
    vi_du: &[ViDu::noi_dung(
        "Thi đua lập thành tích chào mừng Ngày thành lập Đảng Cộng sản Việt Nam.",
        "Thi đua lập thành tích chào mừng Ngày Quốc tế Phụ nữ.",
    )],
    kiem: Kiem::TuDien,
};

static CODE_TEN: Code = Code::canh_bao("ten-ngay-ky-niem").theo("NĐ 30/2020/NĐ-CP, Phụ lục II, mục V, khoản 5");

/// "ngày Quốc phòng toàn dân".
pub static TEN_NGAY: Rule = Rule {
    code: &CODE_TEN,
    ho: Ho::ThoiGian,
    vi_sao: "Tên ngày lễ, ngày kỷ niệm ghi đúng tên trong văn bản đặt ra ngày ấy.",
    vi_du: &[ViDu::noi_dung("Kỷ niệm ngày Quốc phòng toàn dân 22/12.", "Kỷ niệm ngày hội Quốc phòng toàn dân 22/12.")],
    kiem: Kiem::TuDien,
};

pub(super) fn soi(ban: &BanThao, one: &CoNgay<'_>, soi: &mut Soi<'_>) {
    let chu = one.chu();
    if !chu.thuong.contains("ngày") && !chu.thuong.contains("kỷ niệm") && !chu.thuong.contains("kỉ niệm") {
        return;
    }
    for n in 0..chu.tu.len() {
        match chu.nho(n) {
            "năm" if n > 0 => count(ban, one, n, soi),
            "ngày" if chu.tu.get(n + 1).is_some_and(|tu| tu.loai == LoaiTu::Chu) => {
                let Some((words, day)) = name_at(one, n, soi) else { continue };
                let behind = chu.tu.iter().position(|tu| tu.dau >= words.end).unwrap_or(chu.tu.len());
                day_behind(one, behind, day, soi);
                past(ban, one, n, behind, day, soi);
            }
            _ => {}
        }
    }
}

/// The commemoration whose name stands at a piece, if its data are sure.
fn name_at<'a>(one: &CoNgay<'_>, n: usize, soi: &Soi<'a>) -> Option<(Range<usize>, &'a NgayKyNiem)> {
    let start = one.chu().tu.get(n)?.dau;
    let (range, day) = soi.ctx.kho.ky_niem.as_ref()?.tai(&one.chu().text, start)?;
    (day.do_tin == DoTin::Cao || day.da_kiem == DaKiem::Co).then_some((range, day))
}

/// "65 năm Ngày Thầy thuốc Việt Nam (27/2/1955 - 27/2/2020)": `n` is "năm".
fn count(ban: &BanThao, one: &CoNgay<'_>, n: usize, soi: &mut Soi<'_>) {
    let chu = one.chu();
    let word = chu.viet(n - 1);
    let Some(years) = word.parse::<i32>().ok().filter(|years| word.len() <= 4 && (1..=2000).contains(years)) else {
        return;
    };
    let named = (chu.nho(n + 1) == "ngày").then(|| name_at(one, n + 1, soi)).flatten();
    let said = (n >= 3 && matches!(chu.nho(n - 3), "kỷ" | "kỉ") && chu.nho(n - 2) == "niệm") || named.is_some();
    if !said {
        return;
    }
    let range = chu.khoang(n - 1, n);
    if let Some((from, to)) = years_behind(one, n + 1) {
        if to - from != years {
            let message = format!("từ năm {from} đến năm {to} là {} năm, không phải {years} năm", to - from);
            return soi.bao(&CODE_SO, one.doan, range, message);
        }
        if let Some((words, day)) = &named
            && let Some(first) = day.nam_goc.filter(|first| *first != from && day.dem_nam)
        {
            let range = words.clone();
            soi.bao(&CODE_NGAY, one.doan, range, format!("{} tính từ năm {first}, không phải năm {from}", day.ten));
        }
        return;
    }
    if let (Some((_, day)), Some(nam)) = (named, ban.nam())
        && let Some(first) = day.nam_goc.filter(|_| day.dem_nam)
        && !(nam - 1..=nam + 1).contains(&(first + years))
    {
        let message = format!("năm {nam} là {} năm {}, không phải {years} năm", nam - first, day.ten);
        soi.bao(&CODE_SO, one.doan, range, message);
    }
}

/// The years in the parentheses that follow within the same clause.
fn years_behind(one: &CoNgay<'_>, from: usize) -> Option<(i32, i32)> {
    let chu = one.chu();
    let open = (from..(from + 25).min(chu.tu.len()))
        .take_while(|n| !matches!(chu.viet(*n), ";" | "." | "," | "“"))
        .find(|n| chu.viet(*n) == "(")?;
    let close = (open..(open + 16).min(chu.tu.len())).find(|n| chu.viet(*n) == ")")?;
    let inside: Vec<i32> = (open..close).filter_map(|n| year(chu, n)).collect();
    let joined = (open..close).any(|n| matches!(chu.nho(n), "-" | "–" | "đến"));
    match inside.as_slice() {
        [a, b] if joined => Some((*a, *b)),
        _ => None,
    }
}

/// A day in figures right behind the name.
fn day_behind(one: &CoNgay<'_>, behind: usize, day: &NgayKyNiem, soi: &mut Soi<'_>) {
    let chu = one.chu();
    let at = if matches!(chu.viet(behind), "(" | "-" | "ngày") { behind + 1 } else { behind };
    let Some(written) = Ngay::tai(chu, at).filter(|written| written.ngay.is_some() && day.lich == Lich::Duong) else {
        return;
    };
    let (Some((_, d)), m) = (written.ngay, written.thang.1) else { return };
    // "Ngày … 15 - 17/3": the days of a celebration.
    if (d, m) != (day.ngay, day.thang) && !fraction(chu, &written) {
        let range = chu.khoang(written.dau, written.cuoi);
        soi.bao(&CODE_NGAY, one.doan, range, format!("{} là ngày {:02}/{}", day.ten, day.ngay, day.thang));
    }
}

fn fraction(chu: &Chu, written: &Ngay) -> bool {
    written.nam.is_none() && matches!(chu.nho(written.cuoi + 1), "số" | "tổng" | "đến" | "-")
}

/// "chào mừng" a day that was before the document.
fn past(ban: &BanThao, one: &CoNgay<'_>, n: usize, behind: usize, day: &NgayKyNiem, soi: &mut Soi<'_>) {
    let chu = one.chu();
    let Some(own) = ban.ngay.and_then(|ngay| ngay.tron()) else { return };
    if one.doan.o != O::NoiDung || ke_lai(ban) || day.lich != Lich::Duong {
        return;
    }
    let sentence = cau(chu, n);
    let head = sentence.start..n;
    let to_come = co_tu(chu, head.clone(), &[&["chào", "mừng"], &["hướng", "tới"], &["tiến", "tới"]]);
    // Work that is still to be done for it.
    let task = co_tu(
        chu,
        sentence.clone(),
        &[
            &["thi", "đua"],
            &["thành", "tích"],
            &["phát", "động"],
            &["tổ", "chức"],
            &["đợt"],
            &["tuyên", "truyền"],
            &["hoạt", "động"],
        ],
    );
    let told = co_tu(chu, sentence, &[&["tổng", "kết"], &["sơ", "kết"], &["kết", "quả"], &["đã"], &["vừa"], &["số"]]);
    let Some(of_year) = day.ngay(own.year()) else { return };
    let written = Ngay::tai(chu, behind).or_else(|| Ngay::tai(chu, behind + 1)).and_then(|written| written.nam);
    // Long past days are next year's.
    let days = (own - of_year).num_days();
    if to_come && task && !told && (1..=120).contains(&days) && written.is_none_or(|nam| nam == own.year()) {
        let range = chu.khoang(n, behind.saturating_sub(1));
        let message = format!("ngày {} đã qua khi văn bản ban hành ngày {}", viet_so(of_year), viet_so(own));
        soi.bao(&CODE_QUA, one.doan, range, message);
    }
}
