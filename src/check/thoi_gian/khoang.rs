//! Periods and deadlines within one paragraph.

use super::ngay::{Ngay, year};
use super::{CoNgay, cau, co_tu, ke_lai};
use crate::check::{Ho, Kiem, Rule, Soi, ViDu};
use crate::diag::Code;
use crate::model::lich::viet_so;
use crate::model::{BanThao, Chu, NgayVanBan, O};
use chrono::{Datelike, NaiveDate};

static CODE_NGUOC: Code = Code::tra_lai("khoang-thoi-gian-nguoc");

/// "từ ngày 15/3/2026 đến ngày 01/3/2026", "giai đoạn 2025 - 2021".
pub static NGUOC: Rule = Rule {
    code: &CODE_NGUOC,
    ho: Ho::ThoiGian,
    vi_sao: "Thời điểm kết thúc không thể trước thời điểm bắt đầu.",
    vi_du: &[
        ViDu::noi_dung(
            "Thực hiện từ ngày 15/3/2026 đến ngày 01/3/2026.",
            "Thực hiện từ ngày 01/3/2026 đến ngày 15/3/2026.",
        ),
        ViDu::noi_dung("Kế hoạch của giai đoạn 2030 - 2026.", "Kế hoạch của giai đoạn 2026 - 2030."),
    ],
    kiem: Kiem::TuDien,
};

static CODE_NAM_HOC: Code = Code::canh_bao("nam-hoc-khong-lien-tiep");

/// "năm học 2025 - 2027".
pub static NAM_HOC: Rule = Rule {
    code: &CODE_NAM_HOC,
    ho: Ho::ThoiGian,
    vi_sao: "Một năm học gồm hai năm liền nhau.",
    vi_du: &[ViDu::noi_dung("Nhiệm vụ của năm học 2025 - 2027.", "Nhiệm vụ của năm học 2025 - 2026.")],
    kiem: Kiem::TuDien,
};

static CODE_HAN: Code = Code::canh_bao("thoi-han-da-qua");

/// A deadline before the date of issue.
pub static HAN_DA_QUA: Rule = Rule {
    code: &CODE_HAN,
    ho: Ho::ThoiGian,
    vi_sao: "Thời hạn giao cho người nhận phải sau ngày ban hành.",
    vi_du: &[ViDu::noi_dung(
        "Các đơn vị gửi báo cáo về Sở Y tế trước ngày 10/02/2026.",
        "Các đơn vị gửi báo cáo về Sở Y tế trước ngày 10/3/2026.",
    )],
    kiem: Kiem::TuDien,
};

static CODE_DAU: Code = Code::canh_bao("bat-dau-truoc-ngay-ban-hanh");

/// A plan that begins before it is signed.
pub static BAT_DAU_TRUOC: Rule = Rule {
    code: &CODE_DAU,
    ho: Ho::ThoiGian,
    vi_sao: "Việc giao trong văn bản không thể bắt đầu trước ngày ban hành văn bản.",
    vi_du: &[ViDu::noi_dung(
        "Thời gian thực hiện: từ ngày 06/02/2026 đến ngày 31/3/2026.",
        "Thời gian thực hiện: từ ngày 16/02/2026 đến ngày 31/3/2026.",
    )],
    kiem: Kiem::TuDien,
};

pub(super) fn soi(ban: &BanThao, one: &CoNgay<'_>, soi: &mut Soi<'_>) {
    for (from, to) in ranges(one) {
        reversed(one, from, to, soi);
        begins_early(ban, one, from, to, soi);
    }
    years(one, soi);
    if one.doan.o == O::NoiDung && !ke_lai(ban) {
        for ngay in &one.ngay {
            deadline(ban, one, ngay, soi);
        }
    }
}

/// Pairs of dates with nothing but "đến" or a dash between them.
pub(super) fn ranges<'a>(one: &'a CoNgay<'_>) -> impl Iterator<Item = (&'a Ngay, &'a Ngay)> {
    let chu = one.chu();
    one.ngay.windows(2).filter_map(move |pair| {
        let [from, to] = pair else { return None };
        let between = from.cuoi + 1..to.dau;
        let joins =
            |n: usize| matches!(chu.nho(n), "đến" | "tới" | "hết" | "cho" | "-" | "–" | "và") && chu.nho(n) != "và";
        (!between.is_empty() && between.len() <= 3 && between.clone().all(joins)).then_some((from, to))
    })
}

fn reversed(one: &CoNgay<'_>, from: &Ngay, to: &Ngay, soi: &mut Soi<'_>) {
    let key = |ngay: &Ngay| Some((ngay.nam?, ngay.thang.1, ngay.ngay.map(|(_, day)| day)));
    let (Some(a), Some(b)) = (key(from), key(to)) else { return };
    let later = match (a.2, b.2) {
        (Some(_), Some(_)) => a > b,
        _ => (a.0, a.1) > (b.0, b.1),
    };
    if later {
        let chu = one.chu();
        let range = chu.khoang(from.dau, to.cuoi);
        soi.bao(&CODE_NGUOC, one.doan, range, "thời điểm kết thúc trước thời điểm bắt đầu");
    }
}

/// "giai đoạn 2021 - 2025": first piece of the years, both years, last piece.
pub(super) fn spans(chu: &Chu) -> Vec<(usize, i32, i32, usize)> {
    let mut found = Vec::new();
    for n in 0..chu.tu.len() {
        let Some(from) = year(chu, n).filter(|nam| (1900..2200).contains(nam)) else { continue };
        let mut at = n + 1;
        if !matches!(chu.nho(at), "-" | "–" | "—" | "đến") {
            continue;
        }
        at += 1;
        if chu.nho(at) == "năm" {
            at += 1;
        }
        let loose = chu.tu.get(at + 1).is_none_or(|tu| !matches!(chu.text.get(tu.range()), Some("/")));
        if let Some(to) = year(chu, at).filter(|nam| (1900..2200).contains(nam) && loose) {
            found.push((n, from, to, at));
        }
    }
    found
}

/// The words before a span of years that say what it is.
pub(super) fn named(chu: &Chu, n: usize, names: &[[&str; 2]]) -> bool {
    let word = |back: usize| n.checked_sub(back).map_or("", |n| chu.nho(n));
    let back = match (word(1), word(2)) {
        ("năm", "từ") => 2,
        ("năm" | "từ" | "(" | ":", _) => 1,
        _ => 0,
    };
    names.iter().any(|[a, b]| word(back + 2) == *a && word(back + 1) == *b || word(2) == *a && word(1) == *b)
}

fn years(one: &CoNgay<'_>, soi: &mut Soi<'_>) {
    let chu = one.chu();
    for (n, from, to, last) in spans(chu) {
        let range = chu.khoang(n, last);
        if named(chu, n, &[["năm", "học"]]) && to != from + 1 {
            soi.bao(&CODE_NAM_HOC, one.doan, range, format!("năm học bắt đầu năm {from} kết thúc năm {}", from + 1));
        } else if to < from && named(chu, n, &[["giai", "đoạn"], ["nhiệm", "kỳ"], ["thời", "kỳ"], ["niên", "khóa"]])
        {
            soi.bao(&CODE_NGUOC, one.doan, range, "năm kết thúc trước năm bắt đầu");
        }
    }
}

/// Whether a day lies before the date of issue, whatever is open in that.
pub(super) fn before(day: NaiveDate, own: &NgayVanBan) -> bool {
    NgayVanBan::from(day).surely_before(own)
}

fn deadline(ban: &BanThao, one: &CoNgay<'_>, ngay: &Ngay, soi: &mut Soi<'_>) {
    let (Some(own), Some(nam)) = (&ban.ngay, ngay.nam.or(ban.nam())) else { return };
    let Some(day) = ngay.tron(nam).filter(|day| before(*day, own)) else { return };
    // A day without its year may be next year's.
    if ngay.nam.is_none() && own.tron().is_none_or(|own| (own - day).num_days() > 60) {
        return;
    }
    let chu = one.chu();
    let word = |back: usize| ngay.dau.checked_sub(back).map_or("", |n| chu.nho(n));
    let sentence = cau(chu, ngay.dau);
    let head = sentence.start..ngay.dau;
    let latest = co_tu(
        chu,
        ngay.dau.saturating_sub(5)..ngay.dau,
        &[&["chậm", "nhất"], &["hạn", "cuối"], &["hạn", "chót"], &["muộn", "nhất"]],
    );
    let asked = word(1) == "trước"
        && co_tu(
            chu,
            head.clone(),
            &[&["gửi"], &["nộp"], &["báo", "cáo"], &["hoàn", "thành"], &["đăng", "ký"], &["hoàn", "tất"], &["xong"]],
        );
    let told = co_tu(chu, head, &[&["đã"], &["được"], &["theo"], &["phát", "sinh"], &["yêu", "cầu", "tại"]])
        || matches!(chu.nho(0), "thực" | "căn" | "phúc" | "trả" | "tiếp" | "ngày");
    if (latest || asked) && !told {
        let range = chu.khoang(ngay.dau, ngay.cuoi);
        let message = format!("thời hạn {} trước ngày ban hành {}", viet_so(day), own.viet_so());
        soi.bao(&CODE_HAN, one.doan, range, message);
    }
}

fn begins_early(ban: &BanThao, one: &CoNgay<'_>, from: &Ngay, to: &Ngay, soi: &mut Soi<'_>) {
    let Some(own) = &ban.ngay else { return };
    if ke_lai(ban) || one.doan.o != O::NoiDung {
        return;
    }
    let Some(end) = to.du().filter(|end| !before(*end, own)) else { return };
    let Some(start) = from.tron(end.year()).filter(|start| before(*start, own)) else { return };
    let chu = one.chu();
    let whole_year = start.day() == 1 && start.month() == 1;
    // A school year has begun when its plan is signed.
    let school = ban.o(O::TrichYeu).chain(ban.o(O::NoiDung).take(3)).any(|doan| doan.chu.thuong.contains("năm học"));
    let days = own.tron().map_or(0, |own| (own - start).num_days());
    let from_word = from.dau.checked_sub(1).is_some_and(|n| chu.nho(n) == "từ");
    let about_time = chu.nho(0) == "từ" || co_tu(chu, 0..from.dau, &[&["thời", "gian"], &["đợt"], &["thời", "hạn"]]);
    let told = co_tu(
        chu,
        0..chu.tu.len(),
        &[
            &["số", "liệu"],
            &["kết", "quả"],
            &["tính"],
            &["thống", "kê"],
            &["đã"],
            &["thành", "tích"],
            &["niên", "độ"],
            &["phát", "sinh"],
        ],
    );
    if from_word && about_time && !told && !whole_year && !school && days < 200 {
        let range = chu.khoang(from.dau, from.cuoi);
        let message = format!("bắt đầu ngày {}, trước ngày ban hành {}", viet_so(start), own.viet_so());
        soi.bao(&CODE_DAU, one.doan, range, message);
    }
}
