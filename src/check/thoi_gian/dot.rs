//! Stages that follow each other, a paragraph each: "Đợt 1: …", "Đợt 2: …".

use super::ngay::Ngay;
use super::{CoNgay, khoang};
use crate::check::{Ho, Kiem, Rule, Soi, ViDu};
use crate::diag::Code;
use crate::model::BanThao;
use crate::model::lich::viet_so;
use chrono::NaiveDate;

static CODE_GIAO: Code = Code::canh_bao("dot-giao-nhau");

/// One stage begins on the day the one before ends, or earlier.
pub static GIAO_NHAU: Rule = Rule {
    code: &CODE_GIAO,
    ho: Ho::ThoiGian,
    vi_sao: "Các đợt nối tiếp nhau không có ngày chung: đợt sau bắt đầu sau ngày kết thúc đợt trước.",
    vi_du: &[ViDu::noi_dung(
        "Đợt 1: Từ ngày 01/3/2026 đến ngày 31/5/2026.\nĐợt 2: Từ ngày 31/5/2026 đến ngày 02/9/2026.",
        "Đợt 1: Từ ngày 01/3/2026 đến ngày 31/5/2026.\nĐợt 2: Từ ngày 01/6/2026 đến ngày 02/9/2026.",
    )],
    kiem: Kiem::TuDien,
};

static CODE_THIEU: Code = Code::canh_bao("dot-thieu-ngay-bat-dau");

/// A stage with its last day only, among others that have both.
pub static THIEU_NGAY: Rule = Rule {
    code: &CODE_THIEU,
    ho: Ho::ThoiGian,
    vi_sao: "Mỗi đợt ghi cả ngày bắt đầu và ngày kết thúc, như các đợt khác trong văn bản.",
    vi_du: &[ViDu::noi_dung(
        "Đợt 1: Đến ngày 31/5/2026.\nĐợt 2: Từ ngày 01/6/2026 đến ngày 02/9/2026.",
        "Đợt 1: Từ ngày 01/3/2026 đến ngày 31/5/2026.\nĐợt 2: Từ ngày 01/6/2026 đến ngày 02/9/2026.",
    )],
    kiem: Kiem::TuDien,
};

/// A stage.
struct Dot<'a> {
    ten: &'a str,
    so: u32,
    one: &'a CoNgay<'a>,
    tu: Option<(Ngay, NaiveDate)>,
    den: Option<(Ngay, NaiveDate)>,
}

pub(super) fn soi(ban: &BanThao, all: &[CoNgay<'_>], soi: &mut Soi<'_>) {
    let stages: Vec<Dot<'_>> = all.iter().filter_map(|one| stage(ban, one)).collect();
    for (n, here) in stages.iter().enumerate() {
        let of_series = |other: &&Dot<'_>| other.ten == here.ten && other.so != here.so;
        if let (None, Some((den, _))) = (here.tu, here.den)
            && stages.iter().filter(of_series).any(|other| other.tu.is_some())
        {
            let chu = here.one.chu();
            let first =
                if den.dau > 0 && matches!(chu.nho(den.dau - 1), "đến" | "hết") { den.dau - 1 } else { den.dau };
            let finding = soi.tai(&CODE_THIEU, here.one.doan, chu.khoang(first, den.cuoi), "thiếu ngày bắt đầu");
            soi.push(finding.advice("viết: từ ngày … đến ngày …"));
        }
        let Some(before) = n.checked_sub(1).and_then(|n| stages.get(n)) else { continue };
        if before.ten != here.ten || before.so + 1 != here.so {
            continue;
        }
        if let (Some((den, end)), Some((tu, start))) = (before.den, here.tu)
            && start <= end
        {
            let chu = here.one.chu();
            let (place, _) = before.one.doan.cho(soi.ctx.files, before.one.chu().khoang(den.dau, den.cuoi));
            let message =
                format!("bắt đầu ngày {} mà {} trước kết thúc ngày {}", viet_so(start), here.ten, viet_so(end));
            let finding = soi.tai(&CODE_GIAO, here.one.doan, chu.khoang(tu.dau, tu.cuoi), message);
            soi.push(finding.also(place, "ngày kết thúc ở trên"));
        }
    }
}

/// The stage that a paragraph tells.
fn stage<'a>(ban: &BanThao, one: &'a CoNgay<'a>) -> Option<Dot<'a>> {
    let chu = one.chu();
    let (last, ten) = match [chu.nho(0), chu.nho(1)] {
        ["đợt" | "bước" | "vòng" | "tuần", _] => (0, chu.nho(0)),
        ["giai", "đoạn"] => (1, "giai đoạn"),
        _ => return None,
    };
    let so = number(chu.viet(last + 1))?;
    let year = |ngay: &Ngay| ngay.nam.or(ban.nam());
    let range = khoang::ranges(one).next();
    let (tu, den) = match range {
        Some((from, to)) => {
            let end = to.tron(year(to)?)?;
            let start = from.tron(from.nam.unwrap_or(chrono::Datelike::year(&end)))?;
            (Some((*from, start)), Some((*to, end)))
        }
        None => {
            let only = one.ngay.iter().find(|ngay| ngay.ngay.is_some())?;
            let word = |back: usize| only.dau.checked_sub(back).map_or("", |n| chu.nho(n));
            let day = only.tron(year(only)?)?;
            match word(1) {
                "từ" => (Some((*only, day)), None),
                "đến" | "hết" if only.dau <= last + 5 => (None, Some((*only, day))),
                _ => return None,
            }
        }
    };
    Some(Dot { ten, so, one, tu, den })
}

fn number(word: &str) -> Option<u32> {
    let roman = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"];
    let place = roman.iter().position(|number| *number == word).and_then(|n| u32::try_from(n + 1).ok());
    word.parse().ok().filter(|n| *n < 60).or(place)
}
