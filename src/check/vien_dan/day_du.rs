//! The first mention of a document is complete, later ones are short (mục II.6b).

use super::doc::{ChoCoQuan, VienDan};
use super::ky_hieu::Dang;
use crate::check::{Ho, Kiem, Rule, Soi, ViDu};
use crate::diag::Code;
use crate::model::{BanThao, O};
use std::collections::BTreeSet;

static CODE_THIEU: Code = Code::canh_bao("vien-dan-thieu-yeu-to").theo(super::KHOAN_6B);

/// "Chỉ thị số 05-CT/TW ngày 15/5/2016 của Bộ Chính trị".
pub static THIEU_YEU_TO: Rule = Rule {
    code: &CODE_THIEU,
    ho: Ho::VienDan,
    vi_sao: "“Khi viện dẫn lần đầu văn bản có liên quan, phải ghi đầy đủ tên loại, số, ký hiệu của văn bản, thời gian ban hành văn bản, tên \
             cơ quan, tổ chức ban hành văn bản và trích yếu nội dung văn bản (đối với Luật và Pháp lệnh chỉ ghi tên loại và tên của \
             Luật, Pháp lệnh)”.",
    vi_du: &[ViDu::noi_dung(
        "Các đơn vị thực hiện Chỉ thị số 05-CT/TW ngày 15 tháng 5 năm 2016 của Bộ Chính trị.",
        "Các đơn vị thực hiện Chỉ thị số 05-CT/TW ngày 15 tháng 5 năm 2016 của Bộ Chính trị về đẩy mạnh học tập và làm theo tư tưởng, \
         đạo đức, phong cách Hồ Chí Minh.",
    )],
    kiem: Kiem::BanThao(super::kiem),
};

static CODE_THU_TU: Code = Code::canh_bao("vien-dan-sai-thu-tu").theo(super::KHOAN_6B);

/// "Kế hoạch số 234/KH-SYT ngày … về … của Sở Y tế".
pub static SAI_THU_TU: Rule = Rule {
    code: &CODE_THU_TU,
    ho: Ho::VienDan,
    vi_sao: "Thứ tự là tên loại, số, ký hiệu, thời gian ban hành, cơ quan ban hành rồi trích yếu: “… ngày 16 tháng 01 năm 2020 của Sở Y \
             tế về công tác cải cách hành chính”.",
    vi_du: &[ViDu::noi_dung(
        "Thực hiện Kế hoạch số 234/KH-UBND ngày 16 tháng 01 năm 2026 về công tác cải cách hành chính của UBND tỉnh.",
        "Thực hiện Kế hoạch số 234/KH-UBND ngày 16 tháng 01 năm 2026 của UBND tỉnh về công tác cải cách hành chính.",
    )],
    kiem: Kiem::TuDien,
};

static CODE_GOP: Code = Code::canh_bao("trich-yeu-gop").theo(super::KHOAN_6B);

/// "Nghị định số A, Nghị định số B của Chính phủ quy định …".
pub static TRICH_YEU_GOP: Rule = Rule {
    code: &CODE_GOP,
    ho: Ho::VienDan,
    vi_sao: "Mỗi văn bản viện dẫn lần đầu có cơ quan ban hành và trích yếu của mình; một trích yếu ghi chung chỉ đúng với một văn bản.",
    vi_du: &[ViDu::noi_dung(
        "Thực hiện Nghị quyết số 05/NQ-HĐND ngày 16 tháng 01 năm 2026, Nghị quyết số 06/NQ-HĐND ngày 20 tháng 01 năm 2026 của HĐND tỉnh \
         về nhiệm vụ năm 2026.",
        "Thực hiện Nghị quyết số 05/NQ-HĐND ngày 16 tháng 01 năm 2026 của HĐND tỉnh về nhiệm vụ năm 2026.",
    )],
    kiem: Kiem::TuDien,
};

static CODE_LAP: Code = Code::goi_y("vien-dan-lap-day-du").theo(super::KHOAN_6B);

/// The whole of it said again.
pub static LAP_DAY_DU: Rule = Rule {
    code: &CODE_LAP,
    ho: Ho::VienDan,
    vi_sao: "“… trong các lần viện dẫn tiếp theo, chỉ ghi tên loại và số, ký hiệu của văn bản đó.”",
    vi_du: &[ViDu::noi_dung(
        "Thực hiện Kế hoạch số 234/KH-UBND ngày 16 tháng 01 năm 2026 của UBND tỉnh về cải cách hành chính năm 2026.\nCác đơn vị báo cáo \
         kết quả thực hiện Kế hoạch số 234/KH-UBND ngày 16 tháng 01 năm 2026 của UBND tỉnh về cải cách hành chính năm 2026.",
        "Thực hiện Kế hoạch số 234/KH-UBND ngày 16 tháng 01 năm 2026 của UBND tỉnh về cải cách hành chính năm 2026.\nCác đơn vị báo cáo \
         kết quả thực hiện Kế hoạch số 234/KH-UBND.",
    )],
    kiem: Kiem::TuDien,
};

/// Looks at what each citation says.
pub fn soi(ban: &BanThao, all: &[VienDan<'_>], soi: &mut Soi<'_>) {
    let grouped = groups(all, soi);
    let mut seen = BTreeSet::new();
    for (index, one) in all.iter().enumerate() {
        let judged = matches!(one.doan.o, O::CanCu | O::NoiDung) && !one.trong && !one.loai.la_luat();
        if !judged || one.ky_hieu.dang == Dang::Nguoc || one.la_chinh_no(ban) {
            continue;
        }
        let key = (one.loai.ten, one.ky_hieu.so.trim_start_matches('0').to_owned(), one.ky_hieu.chu());
        if !one.ky_hieu.so.is_empty() && !seen.insert(key) {
            again(one, soi);
        } else {
            first(one, grouped.contains(&index), soi);
        }
    }
}

/// Citations joined by commas of which only the last has agency and subject.
fn groups(all: &[VienDan<'_>], soi: &mut Soi<'_>) -> BTreeSet<usize> {
    let mut of_groups = BTreeSet::new();
    let mut start = 0;
    while start < all.len() {
        let bare = |one: &VienDan<'_>| {
            one.co_quan.is_none() && one.trich_yeu.is_none() && one.co_ngay && !one.trong && !one.ngoac
        };
        let mut end = start;
        while let (Some(one), Some(next)) = (all.get(end), all.get(end + 1))
            && bare(one)
            && std::ptr::eq(one.doan, next.doan)
            && joined(one, next)
        {
            end += 1;
        }
        if end > start
            && let (Some(first), Some(last)) = (all.get(start), all.get(end))
            && last.co_quan.is_some()
            && matches!(first.doan.o, O::CanCu | O::NoiDung)
        {
            let range = first.chu().khoang(first.dau, last.ky_hieu.cuoi);
            let count = end - start + 1;
            let finding =
                soi.tai(&CODE_GOP, first.doan, range, format!("{count} văn bản ghi chung một cơ quan và trích yếu"));
            soi.push(finding.advice("ghi từng văn bản với cơ quan ban hành và trích yếu của nó"));
            of_groups.extend(start..end);
        }
        start = end + 1;
    }
    of_groups
}

/// Whether nothing but a comma or "và" stands between two citations.
fn joined(one: &VienDan<'_>, next: &VienDan<'_>) -> bool {
    (one.het..next.dau).all(|n| matches!(one.chu().nho(n), "," | "và")) && one.het < next.dau
}

fn again(one: &VienDan<'_>, soi: &mut Soi<'_>) {
    if one.co_ngay && one.cho_co_quan == ChoCoQuan::Dung && one.trich_yeu.is_some() && !one.ngoac {
        let range = one.chu().khoang(one.ky_hieu.cuoi + 1, one.het.saturating_sub(1));
        let finding = soi.tai(&CODE_LAP, one.doan, range, "đã viện dẫn đầy đủ ở trên");
        soi.push(finding.advice(format!("chỉ viết “{}”", one.ten())));
    }
}

fn first(one: &VienDan<'_>, grouped: bool, soi: &mut Soi<'_>) {
    let table = one.doan.dang.as_ref().is_some_and(|dang| dang.trong_bang);
    if one.ngoac || table || one.doan.tieu_de || one.chu().in_hoa() || referred(one) {
        return;
    }
    let late = late_agency(one);
    if one.cho_co_quan == ChoCoQuan::Truoc || late.is_some() {
        let (a, b) = late.or(one.co_quan).unwrap_or((one.dau, one.ky_hieu.cuoi));
        let name = one.chu().text.get(one.chu().khoang(a, b)).unwrap_or_default();
        let message = format!("cơ quan ban hành “{name}” đứng sai chỗ");
        let range =
            one.chu().khoang(one.dau.min(a), one.ky_hieu.cuoi.max(if late.is_some() { one.het - 1 } else { b }));
        let finding = soi.tai(&CODE_THU_TU, one.doan, range, message);
        soi.push(finding.advice(format!("viết: {} ngày … của {name} về …", one.ten())));
    }
    let mut missing = Vec::new();
    if !one.co_ngay && !later_date(one) && !dated_before(one) {
        missing.push("ngày ban hành");
    }
    if one.cho_co_quan == ChoCoQuan::Khong && late.is_none() && !grouped && !proposed(one) && !named_before(one) {
        missing.push("cơ quan ban hành");
    }
    if one.trich_yeu.is_none() && !grouped && !attached(one) && !proposed(one) {
        missing.push("trích yếu");
    }
    if missing.is_empty() {
        return;
    }
    let range = one.chu().khoang(one.dau, one.het.saturating_sub(1).max(one.ky_hieu.cuoi));
    let message = format!("viện dẫn lần đầu thiếu {}", missing.join(", "));
    let finding = soi.tai(&CODE_THIEU, one.doan, range, message);
    let advice = super::du_lieu::tim(one, soi).map(|law| match super::du_lieu::chac(law) {
        true => format!("viết: {}", law.lan_dau()),
        false => format!("theo danh mục, chưa đối chiếu với nguồn: {}", law.lan_dau()),
    });
    soi.push(finding.advice(advice.unwrap_or_else(|| {
        let date = one.ngay.and_then(|ngay| one.chu().text.get(one.chu().khoang(ngay.dau, ngay.cuoi)));
        let (date, name) = (date.unwrap_or("ngày … tháng … năm …"), one.ten_co_quan().unwrap_or("…"));
        format!("viết: {} {date} của {name} về …", one.ten())
    })));
}

/// "Quyết định số … nêu trên", "Kế hoạch số … này".
fn referred(one: &VienDan<'_>) -> bool {
    let chu = one.chu();
    matches!([chu.nho(one.het), chu.nho(one.het + 1)], ["này", _] | ["nêu", "trên"] | ["nói", "trên"])
}

/// "Theo đề nghị của Giám đốc Sở Nội vụ tại Tờ trình số …": who asks, and what for, is the sentence.
fn proposed(one: &VienDan<'_>) -> bool {
    let chu = one.chu();
    let at = one.dau.checked_sub(1).is_some_and(|n| chu.nho(n) == "tại");
    let letter = matches!(
        one.loai.ten,
        "Tờ trình" | "Công văn" | "Văn bản" | "Báo cáo" | "Biên bản" | "Thông báo" | "Thông báo kết luận"
    );
    at && letter && (0..one.dau).any(|n| chu.nho(n) == "của" || (chu.nho(n) == "ý" && chu.nho(n + 1) == "kiến"))
}

/// "chỉ đạo của Thủ tướng Chính phủ tại Chỉ thị số …": whose it is stands right before.
fn named_before(one: &VienDan<'_>) -> bool {
    let chu = one.chu();
    let Some(at) = one.dau.checked_sub(1).filter(|n| chu.nho(*n) == "tại") else { return false };
    (at.saturating_sub(16)..at)
        .any(|n| chu.nho(n) == "của" && super::co_quan::bat_dau(chu, n + 1) && super::co_quan::het(chu, n + 1).0 == at)
}

/// "Ngày 15/8/2023, Hiệu trưởng đã ban hành Quyết định số …".
fn dated_before(one: &VienDan<'_>) -> bool {
    let chu = one.chu();
    let sentence = (0..one.dau).rev().take_while(|n| !matches!(chu.viet(*n), ";" | "."));
    one.cho_co_quan == ChoCoQuan::ChuNgu && sentence.into_iter().any(|n| chu.nho(n) == "ngày")
}

/// "ban hành kèm theo Quyết định số …": the subject is the thing enclosed.
fn attached(one: &VienDan<'_>) -> bool {
    let chu = one.chu();
    let word = |back: usize| one.dau.checked_sub(back).map_or("", |n| chu.nho(n));
    (word(2) == "kèm" && word(1) == "theo")
        || (word(2) == "ban" && word(1) == "hành" && one.trich_yeu.is_none())
        || (word(1) == "theo" && matches!(word(2), "được" | "lập" | "quyết"))
        || matches!(
            [word(2), word(1)],
            ["duyệt", "tại"] | ["hành", "tại"] | ["thế", "cho"] | ["thay", "thế"] | ["bỏ", _]
        )
}

/// A date further on in the same clause.
fn later_date(one: &VienDan<'_>) -> bool {
    let chu = one.chu();
    (one.het..one.het + 12).take_while(|n| !matches!(chu.viet(*n), ";" | "." | "," | "")).any(|n| chu.nho(n) == "ngày")
}

/// The agency behind the subject: "ngày … về … của Sở Y tế".
fn late_agency(one: &VienDan<'_>) -> Option<(usize, usize)> {
    if one.cho_co_quan != ChoCoQuan::Khong || one.trich_yeu.is_none() {
        return None;
    }
    let chu = one.chu();
    let mut at = one.trich_yeu?;
    while at < chu.tu.len() && !matches!(chu.viet(at), ";" | "." | "," | ":" | "(") {
        if chu.nho(at) == "của" && super::co_quan::bat_dau(chu, at + 1) {
            let (end, _) = super::co_quan::het(chu, at + 1);
            return Some((at + 1, end.saturating_sub(1)));
        }
        at += 1;
    }
    None
}
