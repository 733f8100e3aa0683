//! Years and periods against the year of the document.

use super::ngay::year;
use super::{CoNgay, cau, co_tu, khoang};
use crate::check::{Ho, Kiem, Rule, Soi, ViDu};
use crate::diag::Code;
use crate::model::{BanThao, Chu, O};

static CODE_CHUA: Code = Code::canh_bao("giai-doan-chua-bat-dau");

/// A movement under way whose period begins after the document's year.
pub static CHUA_BAT_DAU: Rule = Rule {
    code: &CODE_CHUA,
    ho: Ho::ThoiGian,
    vi_sao: "Phong trào đang thực hiện không thể thuộc giai đoạn bắt đầu sau năm của văn bản.",
    vi_du: &[ViDu::noi_dung(
        "Đẩy mạnh phong trào thi đua “Chung sức xây dựng nông thôn mới” giai đoạn 2031 - 2035.",
        "Đẩy mạnh phong trào thi đua “Chung sức xây dựng nông thôn mới” giai đoạn 2026 - 2030.",
    )],
    kiem: Kiem::TuDien,
};

static CODE_QUA: Code = Code::goi_y("giai-doan-da-qua");

/// What goes on in a period that is over.
pub static DA_QUA: Rule = Rule {
    code: &CODE_QUA,
    ho: Ho::ThoiGian,
    vi_sao: "Việc “tiếp tục”, “đẩy mạnh” mà giai đoạn đã hết trước năm của văn bản: xem lại giai đoạn.",
    vi_du: &[ViDu::noi_dung(
        "Tiếp tục thực hiện phong trào thi đua “Chung sức xây dựng nông thôn mới” giai đoạn 2016 - 2020.",
        "Tiếp tục thực hiện phong trào thi đua “Chung sức xây dựng nông thôn mới” giai đoạn 2026 - 2030.",
    )],
    kiem: Kiem::TuDien,
};

static CODE_NAM: Code = Code::canh_bao("nam-khac-nam-van-ban");

/// A plan for a year that is over.
pub static NAM_KHAC: Rule = Rule {
    code: &CODE_NAM,
    ho: Ho::ThoiGian,
    vi_sao: "Kế hoạch của một năm đã qua là dấu hiệu trích yếu của văn bản cũ còn sót; trích yếu và nội dung cùng nói một năm.",
    vi_du: &[ViDu::o(O::TrichYeu, "Phát động thi đua năm 2025", "Phát động thi đua năm 2026")],
    kiem: Kiem::TuDien,
};

pub(super) fn soi(ban: &BanThao, all: &[CoNgay<'_>], soi: &mut Soi<'_>) {
    if let Some(nam) = ban.nam() {
        for one in all.iter().filter(|one| one.doan.o == O::NoiDung) {
            periods(ban, one, nam, soi);
        }
    }
    subject(ban, all, soi);
}

fn periods(ban: &BanThao, one: &CoNgay<'_>, nam: i32, soi: &mut Soi<'_>) {
    let chu = one.chu();
    if !chu.thuong.contains("giai đoạn") {
        return;
    }
    for (n, from, to, last) in khoang::spans(chu) {
        if !khoang::named(chu, n, &[["giai", "đoạn"]]) {
            continue;
        }
        let sentence = cau(chu, n);
        let head = sentence.start.min(n)..n;
        let running = co_tu(chu, head.clone(), &[&["phong", "trào"], &["cuộc", "vận", "động"]])
            || co_tu(chu, head.clone(), &[&["tiếp", "tục"], &["đẩy", "mạnh"]]);
        let planned = co_tu(
            chu,
            sentence.clone(),
            &[
                &["chuẩn", "bị"],
                &["dự", "thảo"],
                &["đề", "xuất"],
                &["tầm", "nhìn"],
                &["định", "hướng"],
                &["xây", "dựng", "kế", "hoạch"],
                &["phát", "động", "mới"],
                &["dự", "kiến"],
                &["nhiệm", "kỳ"],
                &["quy", "hoạch"],
                &["làm", "cơ", "sở"],
            ],
        );
        let own = ban.o(O::TrichYeu).any(|doan| doan.chu.text.contains(&from.to_string()));
        let near = from == nam + 1 && ban.ngay.is_some_and(|ngay| ngay.thang.unwrap_or(12) >= 11);
        let range = chu.khoang(n, last);
        if from > nam && running && !planned && !own && !near {
            let message = format!("giai đoạn {from} - {to} bắt đầu sau năm của văn bản ({nam})");
            soi.bao(&CODE_CHUA, one.doan, range, message);
        } else if to < nam
            && co_tu(chu, head, &[&["tiếp", "tục"], &["đẩy", "mạnh"]])
            && !co_tu(chu, sentence, &[&["tổng", "kết"], &["đánh", "giá"], &["kết", "quả"], &["số"]])
        {
            soi.bao(&CODE_QUA, one.doan, range, format!("giai đoạn {from} - {to} đã hết vào năm của văn bản ({nam})"));
        }
    }
}

/// The year that ends the subject: "Phát động thi đua năm 2017".
fn subject(ban: &BanThao, all: &[CoNgay<'_>], soi: &mut Soi<'_>) {
    let mut subjects = all.iter().filter(|one| one.doan.o == O::TrichYeu);
    let (Some(subject), None) = (subjects.next(), subjects.next()) else { return };
    let chu = subject.chu();
    let years: Vec<usize> = (0..chu.tu.len()).filter(|n| chu.nho(*n) == "năm" && year(chu, n + 1).is_some()).collect();
    let [at] = years.as_slice() else { return };
    let Some(nam) = year(chu, at + 1) else { return };
    if at + 2 < chu.tu.len() || !khoang::spans(chu).is_empty() {
        return;
    }
    let past = co_tu(
        chu,
        0..chu.tu.len(),
        &[
            &["tổng", "kết"],
            &["sơ", "kết"],
            &["đánh", "giá"],
            &["kết", "quả"],
            &["quyết", "toán"],
            &["khắc", "phục"],
            &["báo", "cáo"],
            &["kiểm", "tra"],
            &["kiểm", "điểm"],
            &["xếp", "loại"],
            &["xét"],
            &["thanh", "tra"],
            &["công", "khai"],
            &["kỷ", "niệm"],
        ],
    );
    if let Some(own) = ban.nam()
        && matches!(ban.ten_loai(), "kế hoạch" | "chương trình" | "phương án")
        && nam < own
        && !past
    {
        let range = chu.khoang(*at, at + 1);
        return soi.bao(
            &CODE_NAM,
            subject.doan,
            range,
            format!("{} năm {nam} mà văn bản ban hành năm {own}", ban.ten_loai()),
        );
    }
    // The same words with another year in the body.
    let Some(core) =
        chu.thuong.get(..chu.khoang(0, at.saturating_sub(1)).end).filter(|core| core.split(' ').count() >= 4)
    else {
        return;
    };
    let core = core.trim_start_matches("v/v ").trim_start_matches("về việc ");
    for one in all.iter().filter(|one| one.doan.o == O::NoiDung) {
        other_year(one, core, nam, soi);
    }
}

fn other_year(one: &CoNgay<'_>, core: &str, nam: i32, soi: &mut Soi<'_>) {
    let chu: &Chu = one.chu();
    for (start, _) in chu.thuong.match_indices(core) {
        let end = start + core.len();
        let Some(n) = chu.tu.iter().position(|tu| tu.dau >= end) else { continue };
        let Some(other) = (chu.nho(n) == "năm").then(|| year(chu, n + 1)).flatten().filter(|other| *other != nam)
        else {
            continue;
        };
        // Last year's is often named beside this one's.
        let told = co_tu(chu, cau(chu, n), &[&["kết", "quả"], &["tổng", "kết"], &["đã"], &["so", "với"], &["số"]]);
        if !told {
            let message = format!("trích yếu ghi năm {nam}, ở đây ghi năm {other}");
            soi.bao(&CODE_NAM, one.doan, chu.khoang(n, n + 1), message);
        }
    }
}
