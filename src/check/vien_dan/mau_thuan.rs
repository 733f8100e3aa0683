//! Citations against each other and against what is known of instruments of law.

use super::co_quan;
use super::doc::VienDan;
use super::du_lieu;
use crate::check::{Ho, Kiem, Rule, Soi, ViDu};
use crate::diag::Code;
use crate::model::du_kien::{HieuLuc, VanBanPhapLuat};
use crate::model::lich::viet_so;
use crate::model::{BanThao, O};
use chrono::{Datelike, NaiveDate};

static CODE_HAI: Code = Code::tra_lai("vien-dan-mau-thuan").theo(super::KHOAN_6B);

/// One document with two dates or two symbols.
pub static MAU_THUAN: Rule = Rule {
    code: &CODE_HAI,
    ho: Ho::VienDan,
    vi_sao: "Một văn bản chỉ có một ngày ban hành và một ký hiệu; hai lần viện dẫn khác nhau thì có một lần sai.",
    vi_du: &[
        ViDu::noi_dung(
            "Thực hiện Kế hoạch số 234/KH-UBND ngày 16 tháng 01 năm 2026 của UBND tỉnh về cải cách hành chính năm 2026.\nCác đơn vị báo \
             cáo kết quả thực hiện Kế hoạch số 234/KH-UBND ngày 18/01/2026.",
            "Thực hiện Kế hoạch số 234/KH-UBND ngày 16 tháng 01 năm 2026 của UBND tỉnh về cải cách hành chính năm 2026.\nCác đơn vị báo \
             cáo kết quả thực hiện Kế hoạch số 234/KH-UBND.",
        ),
        ViDu::noi_dung(
            "Thực hiện Nghị quyết số 144/NQ-HĐND ngày 08 tháng 12 năm 2025 của HĐND tỉnh về nhiệm vụ năm 2026.\nCác đơn vị báo cáo kết \
             quả thực hiện Nghị quyết số 144/2025/NQ-HĐND ngày 08 tháng 12 năm 2025 của HĐND tỉnh về nhiệm vụ năm 2026.",
            "Thực hiện Nghị quyết số 144/NQ-HĐND ngày 08 tháng 12 năm 2025 của HĐND tỉnh về nhiệm vụ năm 2026.\nCác đơn vị báo cáo kết \
             quả thực hiện Nghị quyết số 144/NQ-HĐND.",
        ),
    ],
    kiem: Kiem::TuDien,
};

static CODE_NAM: Code = Code::tra_lai("nam-khac-ky-hieu").theo(super::KHOAN_6B);

/// "Nghị định số 30/2020/NĐ-CP ngày 05/3/2021".
pub static NAM_KHAC_KY_HIEU: Rule = Rule {
    code: &CODE_NAM,
    ho: Ho::VienDan,
    vi_sao: "Năm trong số của văn bản quy phạm pháp luật là năm ban hành.",
    vi_du: &[ViDu::noi_dung(
        "Thực hiện Thông tư số 38/2018/TT-BYT ngày 30 tháng 11 năm 2019 của Bộ trưởng Bộ Y tế hướng dẫn công tác thi đua, khen thưởng.",
        "Thực hiện Thông tư số 38/2018/TT-BYT ngày 30 tháng 11 năm 2018 của Bộ trưởng Bộ Y tế hướng dẫn công tác thi đua, khen thưởng.",
    )],
    kiem: Kiem::TuDien,
};

static CODE_SAU: Code = Code::tra_lai("vien-dan-van-ban-sau").theo(super::KHOAN_6B);

/// A document of a later day.
pub static VAN_BAN_SAU: Rule = Rule {
    code: &CODE_SAU,
    ho: Ho::VienDan,
    vi_sao: "Văn bản viện dẫn phải đã ban hành: ngày của nó không thể sau ngày của văn bản này.",
    vi_du: &[ViDu::noi_dung(
        "Thực hiện Kế hoạch số 234/KH-UBND ngày 16 tháng 02 năm 2026 của UBND tỉnh về cải cách hành chính năm 2026.",
        "Thực hiện Kế hoạch số 234/KH-UBND ngày 16 tháng 01 năm 2026 của UBND tỉnh về cải cách hành chính năm 2026.",
    )],
    kiem: Kiem::TuDien,
};

static CODE_NGAY: Code = Code::canh_bao("vien-dan-sai-ngay").theo(super::KHOAN_6B);

/// Another date than the one known.
pub static SAI_NGAY: Rule = Rule {
    code: &CODE_NGAY,
    ho: Ho::VienDan,
    vi_sao: "Ngày ban hành ghi khác ngày trong danh mục văn bản (data/van_ban_phap_luat.yaml).",
    vi_du: &[ViDu::noi_dung(
        "Thực hiện Nghị định số 30/2020/NĐ-CP ngày 06 tháng 3 năm 2020 của Chính phủ về công tác văn thư.",
        "Thực hiện Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư.",
    )],
    kiem: Kiem::TuDien,
};

static CODE_HET: Code = Code::canh_bao("can-cu-het-hieu-luc").theo(super::KHOAN_6A);

/// A basis that is no longer in force.
pub static HET_HIEU_LUC: Rule = Rule {
    code: &CODE_HET,
    ho: Ho::VienDan,
    vi_sao: "Căn cứ ban hành là văn bản đang có hiệu lực vào ngày của văn bản (Luật Ban hành văn bản quy phạm pháp luật).",
    vi_du: &[ViDu::o(
        O::CanCu,
        "Căn cứ Nghị định số 110/2004/NĐ-CP ngày 08 tháng 4 năm 2004 của Chính phủ về công tác văn thư.",
        "Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư.",
    )],
    kiem: Kiem::TuDien,
};

/// Looks for contradictions.
pub fn soi(ban: &BanThao, all: &[VienDan<'_>], soi: &mut Soi<'_>) {
    for (index, one) in all.iter().enumerate() {
        let day = one.ngay.and_then(|ngay| ngay.du());
        year(one, soi);
        if let (Some(day), Some(own)) = (day, ban.ngay)
            && own.surely_before(&day.into())
            && one.doan.o != O::PhuLuc
            && !one.la_chinh_no(ban)
        {
            let message = format!("{} ngày {} sau ngày của văn bản này ({})", one.ten(), viet_so(day), own.viet_so());
            soi.bao(&CODE_SAU, one.doan, date_range(one), message);
        } else if !known(one, day, soi) {
            let before = all.get(..index).unwrap_or_default();
            against(one, day, before, soi);
        }
        if let Some(own) = &ban.ngay
            && is_basis(one)
            && let Some(law) = du_lieu::tim(one, soi).filter(|law| du_lieu::chac(law) || du_lieu::het_lau(law, own))
        {
            in_force(one, law, law.hieu_luc(own), soi);
        }
    }
}

/// The words of the date, or the symbol when there is none.
fn date_range(one: &VienDan<'_>) -> std::ops::Range<usize> {
    one.ngay.map_or(one.chu().khoang(one.ky_hieu.dau, one.ky_hieu.cuoi), |ngay| one.chu().khoang(ngay.dau, ngay.cuoi))
}

fn year(one: &VienDan<'_>, soi: &mut Soi<'_>) {
    if let (Some(of_symbol), Some(ngay)) = (one.ky_hieu.nam, one.ngay)
        && let Some(nam) = ngay.nam
        && nam != of_symbol
    {
        let message = format!("“{}” ban hành năm {of_symbol}, không phải năm {nam}", one.ky_hieu.chuan());
        soi.bao(&CODE_NAM, one.doan, one.chu().khoang(ngay.dau, ngay.cuoi), message);
    }
}

/// Compares with the date in the data; whether they differ.
fn known(one: &VienDan<'_>, day: Option<NaiveDate>, soi: &mut Soi<'_>) -> bool {
    let law = du_lieu::tim(one, soi).filter(|law| du_lieu::chac(law));
    let (Some(law), Some(day)) = (law, day) else { return false };
    let Some(right) = law.ngay_ban_hanh.filter(|right| *right != day && right.year() == day.year()) else {
        return false;
    };
    let message = format!("{} ban hành ngày {}, không phải {}", one.ten(), viet_so(right), viet_so(day));
    soi.bao(&CODE_NGAY, one.doan, date_range(one), message);
    true
}

/// Compares with the citations before it.
fn against(one: &VienDan<'_>, day: Option<NaiveDate>, before: &[VienDan<'_>], soi: &mut Soi<'_>) {
    let Some(day) = day.filter(|_| !one.ky_hieu.so.is_empty()) else { return };
    let zero = |so: &'_ str| so.trim_start_matches('0').to_owned();
    for other in before {
        let Some(other_day) = other.ngay.and_then(|ngay| ngay.du()) else { continue };
        let same_number = zero(other.ky_hieu.so) == zero(one.ky_hieu.so) && other.loai == one.loai;
        let same_agency = match (other.ten_co_quan(), one.ten_co_quan()) {
            (Some(a), Some(b)) => co_quan::cung_mot(a, b),
            _ => true,
        };
        if !same_number || !same_agency {
            continue;
        }
        let same_symbol = other.ky_hieu.chu() == one.ky_hieu.chu();
        // A number is given once a year: two days of one year contradict each other, and so do two years of one day.
        let typo = other_day.year() == day.year() || (other_day.day() == day.day() && other_day.month() == day.month());
        if same_symbol && other_day != day && (typo || one.ky_hieu.nam.is_some()) {
            let message = format!("{} ghi ngày {}, ở trên ghi ngày {}", one.ten(), viet_so(day), viet_so(other_day));
            let (place, _) = other.doan.cho(soi.ctx.files, date_range(other));
            let finding = soi.tai(&CODE_HAI, one.doan, date_range(one), message);
            return soi.push(finding.also(place, "ngày ghi ở trên"));
        }
        let last = |one: &VienDan<'_>| one.ky_hieu.nhom.last().map(|s| s.to_uppercase());
        if !same_symbol && other_day == day && last(one) == last(other) && one.ten_co_quan().is_some() {
            let (a, b) = (one.ky_hieu.chuan(), other.ky_hieu.chuan());
            let range = one.chu().khoang(one.ky_hieu.dau, one.ky_hieu.cuoi);
            let message = format!("{} ngày {} ghi ký hiệu “{a}”, ở trên ghi “{b}”", one.loai.ten, viet_so(day));
            let (place, _) = other.doan.cho(soi.ctx.files, other.chu().khoang(other.ky_hieu.dau, other.ky_hieu.cuoi));
            let finding = soi.tai(&CODE_HAI, one.doan, range, message);
            return soi.push(finding.also(place, "ký hiệu ghi ở trên"));
        }
    }
}

/// Whether a document rests on the citation: a legal basis, or the opening "Thực hiện …".
fn is_basis(one: &VienDan<'_>) -> bool {
    !one.trong && (one.doan.o == O::CanCu || (one.doan.o == O::NoiDung && one.chu().khop(0, &["căn", "cứ"])))
}

/// Says that an instrument is not in force. In a campaign, citations by key are looked at where they are written.
fn in_force(one: &VienDan<'_>, law: &VanBanPhapLuat, hieu_luc: HieuLuc, soi: &mut Soi<'_>) {
    let range = one.chu().khoang(one.dau, one.ky_hieu.cuoi);
    bao_hieu_luc(one.doan, range, law, &hieu_luc, soi);
}

/// The finding about an instrument that is not in force.
pub fn bao_hieu_luc(
    doan: &crate::model::Doan,
    range: std::ops::Range<usize>,
    law: &VanBanPhapLuat,
    hieu_luc: &HieuLuc,
    soi: &mut Soi<'_>,
) {
    let (place, exact) = doan.cho(soi.ctx.files, range);
    if !exact && soi.ctx.nam.is_some() {
        return;
    }
    let message = match hieu_luc {
        HieuLuc::Het { tu, .. } => format!("{} hết hiệu lực từ ngày {}", law.lan_sau(), viet_so(*tu)),
        HieuLuc::ChuaCo { tu } => {
            format!("{} có hiệu lực từ ngày {}, sau ngày của văn bản này", law.lan_sau(), viet_so(*tu))
        }
        _ => return,
    };
    let mut finding = crate::diag::Diagnostic::new(&CODE_HET, message).at(place);
    if let (HieuLuc::Het { thay, .. }, Some(laws)) = (hieu_luc, soi.ctx.kho.phap_luat.as_ref()) {
        for law in thay.iter().filter_map(|ma| laws.get(ma)) {
            finding = finding.advice(format!("nay là: {}", law.lan_dau()));
        }
    }
    soi.push(finding);
}
