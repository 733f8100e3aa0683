//! Laws: by their names only, with a date when they are legal bases (mục II.6a, 6b).

use super::du_lieu::{chac, het_lau};
use super::ky_hieu::KyHieu;
use super::loai::Loai;
use super::mau_thuan;
use crate::check::thoi_gian::ngay::{Ngay, year};
use crate::check::{Ho, Kiem, Rule, Soi, ViDu};
use crate::diag::Code;
use crate::model::ban_thao::chu::thanh_cu;
use crate::model::du_kien::VanBanPhapLuat;
use crate::model::lich::viet_so;
use crate::model::{BanThao, Chu, Doan, O};
use chrono::Datelike;

static CODE_SO: Code = Code::canh_bao("luat-ghi-so").theo(super::KHOAN_6B);

/// "Luật Thi đua, khen thưởng số 06/2022/QH15".
pub static GHI_SO: Rule = Rule {
    code: &CODE_SO,
    ho: Ho::VienDan,
    vi_sao: "“… riêng Luật, Pháp lệnh không ghi số, ký hiệu, cơ quan ban hành”; “đối với Luật và Pháp lệnh chỉ ghi tên loại và tên của \
             Luật, Pháp lệnh”.",
    vi_du: &[ViDu::noi_dung(
        "Các đơn vị thực hiện Luật Thi đua, khen thưởng số 06/2022/QH15.",
        "Các đơn vị thực hiện Luật Thi đua, khen thưởng.",
    )],
    kiem: Kiem::TuDien,
};

static CODE_NGAY: Code = Code::canh_bao("can-cu-luat-thieu-ngay").theo(super::KHOAN_6A);

/// "Căn cứ Luật Thi đua, khen thưởng năm 2022".
pub static THIEU_NGAY: Rule = Rule {
    code: &CODE_NGAY,
    ho: Ho::VienDan,
    vi_sao: "Căn cứ ghi “ngày tháng năm ban hành văn bản”, luật cũng vậy: “Căn cứ Luật Tổ chức Chính phủ ngày 19 tháng 6 năm 2015;”.",
    vi_du: &[ViDu::o(
        O::CanCu,
        "Căn cứ Luật Thi đua, khen thưởng năm 2022.",
        "Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022.",
    )],
    kiem: Kiem::TuDien,
};

static CODE_NAM: Code = Code::canh_bao("luat-sai-nam").theo(super::KHOAN_6A);

/// A year in which there was no such law.
pub static SAI_NAM: Rule = Rule {
    code: &CODE_NAM,
    ho: Ho::VienDan,
    vi_sao: "Năm hay ngày của luật không có trong danh mục văn bản (data/van_ban_phap_luat.yaml); tên luật sửa đổi phải là tên của chính nó.",
    vi_du: &[ViDu::noi_dung(
        "Các đơn vị thực hiện Luật sửa đổi, bổ sung một số điều của Luật Thi đua, khen thưởng năm 2009.",
        "Các đơn vị thực hiện Luật sửa đổi, bổ sung một số điều của Luật Thi đua, khen thưởng năm 2013.",
    )],
    kiem: Kiem::TuDien,
};

/// Looks at the laws of a draft.
pub fn soi(ban: &BanThao, soi: &mut Soi<'_>) {
    let mut opening = true;
    for doan in ban.doan.iter().filter(|doan| matches!(doan.o, O::TrichYeu | O::CanCu | O::NoiDung)) {
        opening &= doan.o != O::NoiDung || (doan.so.is_empty() && !doan.tieu_de);
        let chu: &Chu = &doan.chu;
        if !chu.thuong.contains("luật") && !chu.thuong.contains("pháp lệnh") {
            continue;
        }
        for n in 0..chu.tu.len() {
            let Some((_, last)) = Loai::tai(chu, n).filter(|(loai, _)| loai.la_luat() && chu.hoa_dau(n)) else {
                continue;
            };
            // "Bộ luật" is found at "Bộ".
            if n > 0 && matches!(chu.nho(n - 1), "bộ" | "pháp" | "kỷ" | "dự" | "đạo" | "thảo" | "án") {
                continue;
            }
            number(doan, last, soi);
            let basis = n == 2
                && opening
                && (chu.khop(0, &["căn", "cứ"]) || (chu.khop(0, &["thực", "hiện"]) && year_behind(chu, last)));
            if basis {
                date(doan, n, last, soi);
            }
            known(ban, doan, n, basis || doan.o == O::CanCu, soi);
        }
    }
}

/// Where the words about a law end.
fn clause_end(chu: &Chu, from: usize) -> usize {
    let ends = |n: usize| {
        matches!(chu.viet(n), ";" | "." | ":" | "(" | "”")
            || (matches!(chu.nho(n), "," | "và") && Loai::tai(chu, n + 1).is_some() && chu.hoa_dau(n + 1))
    };
    (from..chu.tu.len()).find(|n| ends(*n)).unwrap_or(chu.tu.len())
}

/// A symbol behind a law's name.
fn number(doan: &Doan, last: usize, soi: &mut Soi<'_>) {
    let chu: &Chu = &doan.chu;
    let end = clause_end(chu, last + 1).min(last + 40);
    let Some(so) = (last + 1..end).find(|n| chu.nho(*n) == "số" && KyHieu::tai(chu, n + 1).is_some()) else { return };
    // "sửa đổi Luật X và Nghị quyết số …": the number of another.
    if (last + 1..so).any(|n| chu.hoa_dau(n) && Loai::tai(chu, n).is_some()) {
        return;
    }
    let Some(symbol) = KyHieu::tai(chu, so + 1).filter(|symbol| symbol.nhom.iter().any(|nhom| nhom.contains("QH")))
    else {
        return;
    };
    let message = "luật, pháp lệnh không ghi số, ký hiệu";
    match so == last + 1 {
        true => soi.bao(&CODE_SO, doan, chu.khoang(so, symbol.cuoi), message),
        false => {
            let start = chu.tu.get(so - 1).map_or(0, |tu| tu.cuoi);
            let range = start..chu.khoang(so, symbol.cuoi).end;
            soi.sua(&CODE_SO, doan, range, message, "");
        }
    }
}

/// Whether the clause has a year.
fn year_behind(chu: &Chu, last: usize) -> bool {
    (last + 1..clause_end(chu, last + 1)).any(|n| chu.nho(n) == "năm" && year(chu, n + 1).is_some())
}

/// A law as a basis has its date.
fn date(doan: &Doan, n: usize, last: usize, soi: &mut Soi<'_>) {
    let chu: &Chu = &doan.chu;
    let end = clause_end(chu, last + 1);
    if (last + 1..end).any(|n| chu.nho(n) == "ngày") {
        return;
    }
    let range = chu.khoang(n, end.saturating_sub(1));
    let words = chu.text.get(range.clone()).unwrap_or_default();
    let mut finding = soi.tai(&CODE_NGAY, doan, range, format!("căn cứ “{words}” không có ngày ban hành"));
    let mut versions = of_name(chu, n, soi).into_iter().filter(|law| chac(law)).peekable();
    let year = (last + 1..end).find_map(|n| year(chu, n));
    let right = versions.find(|law| year.is_some() && law.ngay_ban_hanh.map(|day| day.year()) == year);
    finding = match right {
        Some(law) => finding.advice(format!("viết: {}", law.can_cu())),
        None => finding.advice("viết: Căn cứ Luật … ngày … tháng … năm …"),
    };
    soi.push(finding);
}

/// The laws in the data whose name stands from a piece on: those of the longest name.
fn of_name<'a>(chu: &Chu, n: usize, soi: &Soi<'a>) -> Vec<&'a VanBanPhapLuat> {
    let Some(laws) = soi.ctx.kho.phap_luat.as_ref() else { return Vec::new() };
    let mut found: (usize, Vec<&VanBanPhapLuat>) = (0, Vec::new());
    for law in laws.iter().filter(|law| law.la_luat()) {
        let Some(length) = same_name(chu, n, law) else { continue };
        match length.cmp(&found.0) {
            std::cmp::Ordering::Greater => found = (length, vec![law]),
            std::cmp::Ordering::Equal => found.1.push(law),
            std::cmp::Ordering::Less => {}
        }
    }
    found.1
}

/// How many pieces of the paragraph a name takes, commas aside.
fn same_name(chu: &Chu, n: usize, law: &VanBanPhapLuat) -> Option<usize> {
    let mut at = n;
    let comma = |word: &str| word == ",";
    let words = law.loai.split(' ').chain(law.ten.split([' ', ',']));
    for word in words.filter(|word| !word.is_empty()) {
        while comma(chu.viet(at)) {
            at += 1;
        }
        if thanh_cu(chu.nho(at)) != thanh_cu(&word.to_lowercase()) {
            return None;
        }
        at += 1;
    }
    Some(at - n)
}

/// Years and dates of a law against the data.
fn known(ban: &BanThao, doan: &Doan, n: usize, basis: bool, soi: &mut Soi<'_>) {
    let chu: &Chu = &doan.chu;
    let found = of_name(chu, n, soi);
    let Some(first) = found.first() else { return };
    let mut at = n + same_name(chu, n, first).unwrap_or(0);
    // "Luật Tổ chức chính quyền địa phương số 77/2015/QH13 ngày …": the date stands behind the number.
    let symbol = (chu.nho(at) == "số").then(|| KyHieu::tai(chu, at + 1)).flatten();
    let of_symbol = symbol.as_ref().and_then(|symbol| Some((symbol.cuoi, symbol.nam?)));
    at = symbol.map_or(at, |symbol| symbol.cuoi + 1);
    if found.iter().any(|law| law.ngay_ban_hanh.is_none()) {
        return;
    }
    let mut mentioned = Vec::new();
    if chu.nho(at) == "ngày"
        && let Some(ngay) = Ngay::tai(chu, at)
        && let Some(day) = ngay.du()
    {
        let same_year =
            found.iter().filter(|law| chac(law) && law.ngay_ban_hanh.is_some_and(|known| known.year() == day.year()));
        let known: Vec<_> = same_year.filter_map(|law| law.ngay_ban_hanh).collect();
        if let [right] = known.as_slice()
            && *right != day
        {
            let message = format!("{} ban hành ngày {}, không phải {}", first.lan_sau(), viet_so(*right), viet_so(day));
            soi.bao(&CODE_NAM, doan, chu.khoang(ngay.dau, ngay.cuoi), message);
        }
        mentioned.push((ngay.cuoi, day.year()));
    } else if chu.nho(at) == "năm" {
        mentioned.extend(year(chu, at + 1).map(|nam| (at + 1, nam)));
    } else if chu.nho(at) == "các" && chu.nho(at + 1) == "năm" {
        let years = (at + 2..chu.tu.len()).take_while(|n| matches!(chu.nho(*n), "," | "và") || year(chu, *n).is_some());
        mentioned.extend(years.filter_map(|n| Some((n, year(chu, n)?))));
    } else {
        mentioned.extend(of_symbol);
    }
    for (piece, nam) in &mentioned {
        wrong_year(doan, (n, *piece), *nam, &found, soi);
    }
    if let (true, Some(own), [(_, nam)]) = (basis, &ban.ngay, mentioned.as_slice()) {
        let version = found.iter().filter(|law| law.ngay_ban_hanh.is_some_and(|day| day.year() == *nam));
        if let [law] = version.collect::<Vec<_>>().as_slice()
            && (chac(law) || het_lau(law, own))
        {
            mau_thuan::bao_hieu_luc(doan, chu.khoang(n, at - 1), law, &law.hieu_luc(own), soi);
        }
    }
}

fn wrong_year(doan: &Doan, (n, piece): (usize, usize), nam: i32, found: &[&VanBanPhapLuat], soi: &mut Soi<'_>) {
    let years = |laws: &[&VanBanPhapLuat]| -> Vec<i32> {
        laws.iter().filter_map(|law| Some(law.ngay_ban_hanh?.year())).collect()
    };
    let mut all = years(found);
    let earliest = all.iter().min().copied().unwrap_or(i32::MAX);
    // A law is also called by the year in which it was amended.
    if let Some(laws) = soi.ctx.kho.phap_luat.as_ref() {
        let amended = found.iter().flat_map(|law| &law.sua_doi_boi).filter_map(|ma| laws.get(ma));
        all.extend(amended.filter_map(|law| Some(law.ngay_ban_hanh?.year())));
    }
    if nam <= earliest || all.contains(&nam) || !found.iter().any(|law| chac(law)) {
        return;
    }
    let Some(name) = found.first().map(|law| law.lan_sau()) else { return };
    let known: Vec<String> = years(found).iter().map(ToString::to_string).collect();
    let range = doan.chu.khoang(piece, piece);
    let message = format!("không có “{name}” năm {nam}; danh mục có năm {}", known.join(", "));
    let _ = n;
    soi.bao(&CODE_NAM, doan, range, message);
}

static CODE_TEN: Code = Code::tra_lai("viet-hoa-ten-luat").theo("NĐ 30/2020/NĐ-CP, Phụ lục II, mục V, khoản 6");

/// "Luật Thi đua, Khen thưởng".
pub static TEN_LUAT: Rule = Rule {
    code: &CODE_TEN,
    ho: Ho::VienDan,
    vi_sao: "“Viết hoa chữ cái đầu của tên loại văn bản và chữ cái đầu của âm tiết thứ nhất tạo thành tên gọi của văn bản … Ví dụ: Bộ luật \
             Hình sự, Luật Tổ chức Quốc hội”.",
    vi_du: &[
        ViDu::noi_dung(
            "Các đơn vị thực hiện Luật Thi đua, Khen thưởng.",
            "Các đơn vị thực hiện Luật Thi đua, khen thưởng.",
        ),
        ViDu::noi_dung(
            "Các đơn vị thực hiện Luật phòng chống tác hại rượu bia.",
            "Các đơn vị thực hiện Luật Phòng, chống tác hại của rượu, bia.",
        ),
    ],
    kiem: Kiem::TuDien,
};

static CODE_SUA: Code =
    Code::tra_lai("ten-luat-sua-doi").theo("NĐ 30/2020/NĐ-CP, Phụ lục I, phần I, mục II, khoản 6 điểm b");

/// "Luật sửa đổi bổ sung một số điều".
pub static TEN_SUA_DOI: Rule = Rule {
    code: &CODE_SUA,
    ho: Ho::VienDan,
    vi_sao: "Tên luật, nghị định sửa đổi có dấu phẩy: “sửa đổi, bổ sung một số điều của …”.",
    vi_du: &[ViDu::noi_dung(
        "Các đơn vị thực hiện Luật sửa đổi bổ sung một số điều của Luật Dược.",
        "Các đơn vị thực hiện Luật sửa đổi, bổ sung một số điều của Luật Dược.",
    )],
    kiem: Kiem::TuDien,
};
