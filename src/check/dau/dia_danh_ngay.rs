//! Place and date of issue (mục II, khoản 4).

use super::nhan_dien::{ap_dung, goc, la_loai};
use crate::check::{Ho, Kiem, Rule, Soi, ViDu};
use crate::diag::Code;
use crate::model::ban_thao::LoaiTu;
use crate::model::ban_thao::chu::hoa_het;
use crate::model::ngay::thang_in;
use crate::model::van_ban::capitalise;
use crate::model::{BanThao, Chu, Doan, O};
use chrono::NaiveDate;

const KHOAN_4A: &str = "NĐ 30/2020/NĐ-CP, Phụ lục I, phần I, mục II, khoản 4 điểm a";
const KHOAN_4B: &str = "NĐ 30/2020/NĐ-CP, Phụ lục I, phần I, mục II, khoản 4 điểm b";
const KHOAN_4C: &str = "NĐ 30/2020/NĐ-CP, Phụ lục I, phần I, mục II, khoản 4 điểm c";

static DANG_SO: Code = Code::tra_lai("ngay-ban-hanh-dang-so").theo(KHOAN_4B);
static THIEU_CHU: Code = Code::tra_lai("ngay-ban-hanh-khong-du").theo(KHOAN_4B);
static THIEU_0: Code = Code::tra_lai("ngay-thang-thieu-khong").theo(KHOAN_4B);
static THUA_0: Code = Code::canh_bao("thang-thua-khong").theo(KHOAN_4B);
static KHONG_CO: Code = Code::tra_lai("ngay-ban-hanh-khong-co").theo(KHOAN_4B);
static DAU_PHAY: Code = Code::tra_lai("dia-danh-dau-phay").theo(KHOAN_4C);
static VIET_HOA: Code = Code::tra_lai("dia-danh-viet-hoa").theo(KHOAN_4C);
static VIET_TAT: Code = Code::canh_bao("dia-danh-viet-tat").theo(KHOAN_4A);
static THIEU_NOI: Code = Code::tra_lai("thieu-dia-danh").theo(KHOAN_4A);
static CHU_THUONG: Code = Code::canh_bao("ngay-thang-viet-hoa").theo(KHOAN_4C);

/// "ngày 14/02/2017".
pub static NGAY_DANG_SO: Rule = Rule {
    code: &DANG_SO,
    ho: Ho::Dau,
    vi_sao: "Thời gian ban hành văn bản phải được viết đầy đủ: ngày … tháng … năm ….",
    vi_du: &[ViDu::o(O::DiaDanhNgay, "Cao Bằng, ngày 14/02/2026", "Cao Bằng, ngày 14 tháng 02 năm 2026")],
    kiem: Kiem::BanThao(dang_so),
};

/// One of day, month, year is missing.
pub static NGAY_KHONG_DU: Rule = Rule {
    code: &THIEU_CHU,
    ho: Ho::Dau,
    vi_sao: "Thời gian ban hành văn bản phải được viết đầy đủ: đủ các chữ ngày, tháng, năm và năm đủ bốn chữ số.",
    vi_du: &[
        ViDu::o(O::DiaDanhNgay, "Cao Bằng, ngày 14 tháng 02", "Cao Bằng, ngày 14 tháng 02 năm 2026"),
        ViDu::o(O::DiaDanhNgay, "Cao Bằng, ngày 14 tháng 02 năm 26", "Cao Bằng, ngày     tháng 02 năm 2026"),
    ],
    kiem: Kiem::BanThao(khong_du),
};

/// A zero is missing.
pub static NGAY_THIEU_0: Rule = Rule {
    code: &THIEU_0,
    ho: Ho::Dau,
    vi_sao: "Đối với những số thể hiện ngày nhỏ hơn 10 và tháng 1, 2 phải ghi thêm số 0 phía trước.",
    vi_du: &[ViDu::o(O::DiaDanhNgay, "Cao Bằng, ngày 5 tháng 2 năm 2026", "Cao Bằng, ngày 05 tháng 02 năm 2026")],
    kiem: Kiem::BanThao(thieu_0),
};

/// A zero too many.
pub static THANG_THUA_0: Rule = Rule {
    code: &THUA_0,
    ho: Ho::Dau,
    vi_sao: "Chỉ ngày nhỏ hơn 10 và tháng 1, 2 ghi thêm số 0; tháng 3 đến tháng 9 thì không.",
    vi_du: &[ViDu::o(O::DiaDanhNgay, "Cao Bằng, ngày 14 tháng 04 năm 2026", "Cao Bằng, ngày 14 tháng 4 năm 2026")],
    kiem: Kiem::BanThao(thua_0),
};

/// A date that no calendar has.
pub static NGAY_KHONG_CO: Rule = Rule {
    code: &KHONG_CO,
    ho: Ho::Dau,
    vi_sao: "Ngày, tháng, năm văn bản được ban hành phải có trong lịch.",
    vi_du: &[ViDu::o(O::DiaDanhNgay, "Cao Bằng, ngày 31 tháng 4 năm 2026", "Cao Bằng, ngày 30 tháng 4 năm 2026")],
    kiem: Kiem::BanThao(khong_co),
};

/// The comma behind the place.
pub static DIA_DANH_PHAY: Rule = Rule {
    code: &DAU_PHAY,
    ho: Ho::Dau,
    vi_sao: "Sau địa danh có dấu phẩy (,).",
    vi_du: &[ViDu::o(O::DiaDanhNgay, "Cao Bằng ngày 14 tháng 02 năm 2026", "Cao Bằng, ngày 14 tháng 02 năm 2026")],
    kiem: Kiem::BanThao(dau_phay),
};

/// Capitals of the place.
pub static DIA_DANH_HOA: Rule = Rule {
    code: &VIET_HOA,
    ho: Ho::Dau,
    vi_sao: "Địa danh viết chữ in thường, các chữ cái đầu của địa danh phải viết hoa.",
    vi_du: &[
        ViDu::o(O::DiaDanhNgay, "Cao bằng, ngày 14 tháng 02 năm 2026", "Cao Bằng, ngày 14 tháng 02 năm 2026"),
        ViDu::o(O::DiaDanhNgay, "CAO BẰNG, ngày 14 tháng 02 năm 2026", "Cao Bằng, ngày 14 tháng 02 năm 2026"),
    ],
    kiem: Kiem::BanThao(viet_hoa),
};

/// "TP. HCM".
pub static DIA_DANH_TAT: Rule = Rule {
    code: &VIET_TAT,
    ho: Ho::Dau,
    vi_sao: "Địa danh là tên gọi chính thức của đơn vị hành chính; đơn vị đặt theo tên người, chữ số, sự kiện lịch sử ghi đầy đủ: Thành phố Hồ Chí Minh, Quận 1.",
    vi_du: &[ViDu::o(
        O::DiaDanhNgay,
        "TP. HCM, ngày 14 tháng 02 năm 2026",
        "Thành phố Hồ Chí Minh, ngày 14 tháng 02 năm 2026",
    )],
    kiem: Kiem::BanThao(viet_tat),
};

/// No place.
pub static THIEU_DIA_DANH: Rule = Rule {
    code: &THIEU_NOI,
    ho: Ho::Dau,
    vi_sao: "Trước ngày, tháng, năm là địa danh nơi cơ quan ban hành văn bản đóng trụ sở.",
    vi_du: &[ViDu::o(O::DiaDanhNgay, "Ngày 14 tháng 02 năm 2026", "Cao Bằng, ngày 14 tháng 02 năm 2026")],
    kiem: Kiem::BanThao(thieu_dia_danh),
};

/// "Ngày", "Tháng", "Năm" in capitals behind the place.
pub static NGAY_VIET_HOA: Rule = Rule {
    code: &CHU_THUONG,
    ho: Ho::Dau,
    vi_sao: "Địa danh và thời gian ban hành được trình bày bằng chữ in thường; chỉ các chữ cái đầu của địa danh viết hoa.",
    vi_du: &[ViDu::o(O::DiaDanhNgay, "Cao Bằng, Ngày 14 Tháng 02 Năm 2026", "Cao Bằng, ngày 14 tháng 02 năm 2026")],
    kiem: Kiem::BanThao(ngay_viet_hoa),
};

/// The line taken apart, by pieces.
struct Dong<'a> {
    doan: &'a Doan,
    chu: &'a Chu,
    /// Behind the last piece of the place, its comma not counted.
    noi: usize,
    /// The words "ngày", "tháng", "năm".
    ngay: Option<usize>,
    thang: Option<usize>,
    nam: Option<usize>,
    /// First and last piece of "14/02/2017".
    so: Option<(usize, usize)>,
}

impl<'a> Dong<'a> {
    fn doc(doan: &'a Doan) -> Dong<'a> {
        let chu = doan.chu.as_ref();
        let find = |word: &str, from: usize| (from..chu.tu.len()).find(|n| chu.nho(*n) == word);
        let ngay = find("ngày", 0);
        let from = ngay.unwrap_or(0);
        let thang = find("tháng", from);
        // "năm" may be a word of a place: only the one behind the month counts, or the last.
        let nam = find("năm", thang.or(ngay).unwrap_or(0));
        let first_number = (from..chu.tu.len()).find(|n| is_number(chu, *n));
        let so = first_number.and_then(|n| {
            let joint = |n: usize| matches!(chu.viet(n), "/" | "-" | ".");
            let two = joint(n + 1) && is_number(chu, n + 2);
            let three = two && joint(n + 3) && is_number(chu, n + 4);
            (two && (three || nam.is_some())).then_some((n, if three { n + 4 } else { n + 2 }))
        });
        let begin = ngay.or(first_number).or(thang).unwrap_or(chu.tu.len());
        let noi =
            (0..begin).rev().find(|n| chu.tu.get(*n).is_some_and(|tu| tu.loai != LoaiTu::Dau)).map_or(0, |n| n + 1);
        Dong { doan, chu, noi, ngay, thang, nam, so }
    }

    /// The number behind one of the words.
    fn sau(&self, word: Option<usize>) -> Option<usize> {
        word.map(|n| n + 1).filter(|n| is_number(self.chu, *n))
    }

    fn gia_tri(&self, at: Option<usize>) -> Option<u32> {
        self.chu.viet(at?).parse().ok()
    }
}

fn is_number(chu: &Chu, n: usize) -> bool {
    chu.tu.get(n).is_some_and(|tu| tu.loai == LoaiTu::So)
}

/// The lines of drafts that bear a date of issue.
fn cac_dong(ban: &BanThao) -> impl Iterator<Item = Dong<'_>> {
    // A biên bản has no such line; a date in it is something else.
    let governed = ap_dung(ban) && !la_loai(ban, &["biên bản"]);
    goc(ban, O::DiaDanhNgay).take(1).filter(move |_| governed).map(Dong::doc)
}

fn dang_so(ban: &BanThao, soi: &mut Soi<'_>) {
    for dong in cac_dong(ban) {
        let Some((first, last)) = dong.so else { continue };
        let number = |n: usize| dong.chu.viet(n).parse::<u32>().ok();
        let (d, m) = (number(first), number(first + 2));
        let y = if last == first + 4 { number(last) } else { dong.gia_tri(dong.sau(dong.nam)) };
        let start = dong.ngay.filter(|n| n + 1 == first).unwrap_or(first);
        let end = if last == first + 4 { last } else { dong.sau(dong.nam).unwrap_or(last) };
        let range = dong.chu.khoang(start, end);
        let message = "thời gian ban hành viết là “ngày … tháng … năm …”";
        match (d, m, y) {
            (Some(d), Some(m), Some(y)) if y >= 1945 && NaiveDate::from_ymd_opt(y as i32, m, d).is_some() => {
                soi.sua(&DANG_SO, dong.doan, range, message, format!("ngày {d:02} tháng {} năm {y}", thang_in(m)));
            }
            _ => soi.bao(&DANG_SO, dong.doan, range, message),
        }
    }
}

fn khong_du(ban: &BanThao, soi: &mut Soi<'_>) {
    for dong in cac_dong(ban).filter(|dong| dong.so.is_none()) {
        let (d, m, y) = (dong.sau(dong.ngay), dong.sau(dong.thang), dong.sau(dong.nam));
        let all = 0..dong.chu.text.len();
        let missing = match (dong.ngay, dong.thang, dong.nam) {
            (None, _, _) => "thiếu chữ “ngày”",
            (_, None, _) => "thiếu chữ “tháng”",
            (_, _, None) => "thiếu năm",
            _ => "",
        };
        if !missing.is_empty() {
            let finding = soi.tai(&THIEU_CHU, dong.doan, all, format!("thời gian ban hành {missing}"));
            soi.push(finding.advice("viết dạng: ngày 14 tháng 02 năm 2026"));
            continue;
        }
        // A slot left for văn thư has no day; a year that is begun ("20…") is one too.
        match y {
            Some(y) if dong.chu.viet(y).len() < 4 && !matches!(dong.chu.viet(y + 1), "." | "…" | "_") => {
                soi.bao(&THIEU_CHU, dong.doan, dong.chu.khoang(y, y), "năm ban hành ghi đủ bốn chữ số");
            }
            None if d.is_some() && m.is_some() => {
                let range = dong.nam.map_or(all, |n| dong.chu.khoang(n, n));
                soi.bao(&THIEU_CHU, dong.doan, range, "thời gian ban hành thiếu năm");
            }
            _ => {}
        }
    }
}

fn thieu_0(ban: &BanThao, soi: &mut Soi<'_>) {
    for dong in cac_dong(ban).filter(|dong| dong.so.is_none()) {
        if let Some(at) = dong.sau(dong.ngay).filter(|n| dong.chu.viet(*n).len() == 1) {
            let right = format!("0{}", dong.chu.viet(at));
            soi.sua(&THIEU_0, dong.doan, dong.chu.khoang(at, at), "ngày nhỏ hơn 10 ghi thêm số 0 phía trước", right);
        }
        if let Some(at) = dong.sau(dong.thang).filter(|n| matches!(dong.chu.viet(*n), "1" | "2")) {
            let right = format!("0{}", dong.chu.viet(at));
            soi.sua(&THIEU_0, dong.doan, dong.chu.khoang(at, at), "tháng 1, 2 ghi thêm số 0 phía trước", right);
        }
    }
}

fn thua_0(ban: &BanThao, soi: &mut Soi<'_>) {
    for dong in cac_dong(ban).filter(|dong| dong.so.is_none()) {
        let Some(at) = dong.sau(dong.thang) else { continue };
        let text = dong.chu.viet(at);
        if let Some(month) =
            text.strip_prefix('0').filter(|m| m.len() == 1 && matches!(m.as_bytes().first(), Some(b'3'..=b'9')))
        {
            soi.sua(
                &THUA_0,
                dong.doan,
                dong.chu.khoang(at, at),
                "tháng 3 đến tháng 9 không thêm số 0",
                month.to_owned(),
            );
        }
    }
}

fn khong_co(ban: &BanThao, soi: &mut Soi<'_>) {
    for dong in cac_dong(ban) {
        let (d, m, y, first, last) = match dong.so {
            Some((first, last)) if last == first + 4 => {
                let number = |n: usize| dong.gia_tri(Some(n));
                (number(first), number(first + 2), number(last), first, last)
            }
            Some(_) => continue,
            None => {
                let (d, m, y) = (dong.sau(dong.ngay), dong.sau(dong.thang), dong.sau(dong.nam));
                let (Some(first), Some(last)) = (d.or(m), y.or(m).or(d)) else { continue };
                (dong.gia_tri(d), dong.gia_tri(m), dong.gia_tri(y), first, last)
            }
        };
        // What is open is taken as it can be: a leap year, a long month.
        let year = y.and_then(|y| i32::try_from(y).ok()).filter(|y| *y >= 1000).unwrap_or(2024);
        if (d.is_some() || m.is_some()) && NaiveDate::from_ymd_opt(year, m.unwrap_or(1), d.unwrap_or(1)).is_none() {
            let range = dong.chu.khoang(first, last);
            soi.bao(&KHONG_CO, dong.doan, range, "không có ngày này trong lịch");
        }
    }
}

fn dau_phay(ban: &BanThao, soi: &mut Soi<'_>) {
    for dong in cac_dong(ban).filter(|dong| dong.noi > 0) {
        let next = dong.noi;
        if dong.chu.viet(next) == "," {
            continue;
        }
        let place = dong.chu.khoang(0, dong.noi - 1);
        let Some(words) = dong.chu.text.get(place.clone()) else { continue };
        // Dots are a slot for the place.
        let mark = dong.chu.tu.get(next).is_some_and(|tu| tu.loai == LoaiTu::Dau);
        if mark && matches!(dong.chu.viet(next), "…" | "_") {
            continue;
        }
        let range = if mark { place.start..dong.chu.khoang(next, next).end } else { place.clone() };
        soi.sua(&DAU_PHAY, dong.doan, range, "sau địa danh có dấu phẩy", format!("{words},"));
    }
}

/// Common nouns within the name of a place: "Thành phố Hồ Chí Minh".
const DANH_TU: [&str; 10] = ["phố", "trấn", "xã", "phường", "huyện", "khu", "và", "đặc", "tỉnh", "thôn"];

fn viet_hoa(ban: &BanThao, soi: &mut Soi<'_>) {
    for dong in cac_dong(ban).filter(|dong| dong.noi > 0) {
        let range = dong.chu.khoang(0, dong.noi - 1);
        let Some(words) = dong.chu.text.get(range.clone()) else { continue };
        let letters = (0..dong.noi).filter(|n| dong.chu.tu.get(*n).is_some_and(|tu| tu.loai == LoaiTu::Chu));
        let small = letters.clone().any(|n| !dong.chu.hoa_dau(n) && (n == 0 || !DANH_TU.contains(&dong.chu.nho(n))));
        let shout = letters.clone().count() >= 2 && hoa_het(words) && words.chars().count() > 6;
        if small || shout {
            let right = words.split(' ').enumerate().map(hoa_dau_tu).collect::<Vec<_>>().join(" ");
            let message = "địa danh viết chữ thường, hoa các chữ cái đầu";
            soi.sua(&VIET_HOA, dong.doan, range, message, right);
        }
    }
}

fn viet_tat(ban: &BanThao, soi: &mut Soi<'_>) {
    for dong in cac_dong(ban).filter(|dong| dong.noi > 0) {
        let range = dong.chu.khoang(0, dong.noi - 1);
        let small: Vec<&str> = (0..dong.noi).map(|n| dong.chu.nho(n)).filter(|piece| *piece != ".").collect();
        let of_hcm = matches!(
            small.as_slice(),
            ["tp" | "tphcm", "hcm"] | ["hcm" | "tphcm"] | ["tp", "hồ", "chí", "minh"] | ["hồ", "chí", "minh"]
        );
        if of_hcm {
            let right = "Thành phố Hồ Chí Minh";
            soi.sua(&VIET_TAT, dong.doan, range, "địa danh đặt theo tên người ghi đầy đủ", right);
        } else if let ["tp" | "tx" | "tt" | "h" | "q" | "p" | "x", _, ..] = small.as_slice() {
            soi.bao(&VIET_TAT, dong.doan, dong.chu.khoang(0, 0), "địa danh không viết tắt");
        }
    }
}

fn thieu_dia_danh(ban: &BanThao, soi: &mut Soi<'_>) {
    for dong in cac_dong(ban).filter(|dong| dong.noi == 0) {
        // A slot of dots is there to be filled.
        if let Some(ngay) = dong.ngay.filter(|n| *n == 0) {
            let finding =
                soi.tai(&THIEU_NOI, dong.doan, dong.chu.khoang(ngay, ngay), "trước ngày, tháng, năm thiếu địa danh");
            soi.push(finding.advice("viết dạng: Cao Bằng, ngày 14 tháng 02 năm 2026"));
        }
    }
}

fn ngay_viet_hoa(ban: &BanThao, soi: &mut Soi<'_>) {
    for dong in cac_dong(ban).filter(|dong| dong.noi > 0) {
        for at in [dong.ngay, dong.thang, dong.nam].into_iter().flatten() {
            if dong.chu.hoa_dau(at) {
                let right = dong.chu.nho(at).to_owned();
                soi.sua(&CHU_THUONG, dong.doan, dong.chu.khoang(at, at), format!("“{right}” viết chữ thường"), right);
            }
        }
    }
}

/// The nth word of a place with its first letter alone in capitals; common nouns within a name in small letters.
fn hoa_dau_tu((index, word): (usize, &str)) -> String {
    let small = word.to_lowercase();
    if index > 0 && DANH_TU.contains(&small.as_str()) { small } else { capitalise(&small) }
}
