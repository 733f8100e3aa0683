//! Words that are no syllables of Vietnamese.

use super::DIEU_12;
use super::am_tiet::{AmTiet, la_am_tiet, tach_thanh, xet};
use crate::check::dau_cau::{la_dia_chi, la_van};
use crate::check::{Ho, Kiem, Rule, Soi, ViDu};
use crate::diag::Code;
use crate::model::ban_thao::LoaiTu;
use crate::model::ban_thao::chu::{hoa_dau, hoa_het};
use crate::model::{Chu, Doan};

static C_AM_TIET: Code = Code::canh_bao("sai-am-tiet").theo(DIEU_12);
static C_SAI_CHO: Code = Code::canh_bao("dau-thanh-sai-cho").theo(DIEU_12);
static C_LIEN: Code = Code::canh_bao("viet-lien").theo(DIEU_12);

/// "thưc", "nghành", "trìnhh".
pub static SAI_AM_TIET: Rule = Rule {
    code: &C_AM_TIET,
    ho: Ho::ChinhTa,
    vi_sao: "Chữ không phải âm tiết tiếng Việt: thừa, thiếu chữ cái hoặc thiếu dấu thanh. Từ nước ngoài không dấu, tên \
             riêng, chữ viết tắt thì không xét; từ mượn có dấu ghi ở data/kiem_tra/am_tiet.yaml.",
    vi_du: &[
        ViDu::noi_dung("Thưc hiện nhiệm vụ của nghành.", "Thực hiện nhiệm vụ của ngành tại Đắk Lắk, Krông Pắc."),
        ViDu::noi_dung(
            "Các đơn vị triểnn khai.",
            "Các đơn vị triển khai hệ thống online, tiêm vắcxin cho người H’Mông.",
        ),
    ],
    kiem: Kiem::Doan(tu_la),
};

/// "hòan", "đựơc".
pub static DAU_THANH_SAI_CHO: Rule = Rule {
    code: &C_SAI_CHO,
    ho: Ho::ChinhTa,
    vi_sao: "Dấu thanh đặt trên chữ cái không phải âm chính (hòan, đựơc, qủa): lỗi gõ, máy tìm không ra. “hòa” hay “hoà” đều được.",
    vi_du: &[ViDu::noi_dung("Kế họach được hòan thành.", "Kế hoạch được hoàn thành, xã hội hoá.")],
    kiem: Kiem::TuDien,
};

/// "thựchiện".
pub static VIET_LIEN: Rule = Rule {
    code: &C_LIEN,
    ho: Ho::ChinhTa,
    vi_sao: "Hai âm tiết dính liền do thiếu khoảng trắng.",
    vi_du: &[ViDu::noi_dung("Các đơn vị thựchiện kế hoạch.", "Các đơn vị thực hiện kế hoạch.")],
    kiem: Kiem::TuDien,
};

/// One look at every word finds what the three rules are about.
fn tu_la(doan: &Doan, soi: &mut Soi<'_>) {
    if !la_van(doan) {
        return;
    }
    let chu = &doan.chu;
    let heading = chu.in_hoa();
    for n in 0..chu.tu.len() {
        let word = chu.viet(n);
        if chu.tu.get(n).is_none_or(|tu| tu.loai != LoaiTu::Chu) || word.is_ascii() {
            continue;
        }
        let what = xet(word);
        if what == AmTiet::Dung
            || !readable(chu, n, word, heading)
            || soi.ctx.kho.tu_dien.co_biet(&C_AM_TIET, chu.bam(n))
        {
            continue;
        }
        let here = chu.khoang(n, n);
        match what {
            AmTiet::Dung => {}
            AmTiet::SaiCho(right) => {
                let message = format!("“{word}” đặt dấu thanh sai chỗ");
                soi.sua(&C_SAI_CHO, doan, here, message, right);
            }
            AmTiet::SaiAmDau(right) => soi.sua(&C_AM_TIET, doan, here, format!("“{word}” sai chính tả"), right),
            AmTiet::SaiThanh => {
                let finding = soi.tai(&C_AM_TIET, doan, here, format!("“{word}” thiếu hoặc sai dấu thanh"));
                soi.push(finding.advice("âm tiết kết thúc bằng c, ch, p, t chỉ mang dấu sắc hoặc dấu nặng"));
            }
            // "Bơlốc" is a name.
            AmTiet::Khong if hoa_dau(word) && !heading && !chu.dau_cau(n) && split(word).len() == 1 => {}
            AmTiet::Khong => match split(word).as_slice() {
                [right] => soi.sua(&C_LIEN, doan, here, format!("“{word}” dính liền hai từ"), right.as_str()),
                [_, ..] => soi.bao(&C_LIEN, doan, here, format!("“{word}” dính liền hai từ")),
                [] if one_syllable(chu.nho(n)) => {
                    soi.bao(&C_AM_TIET, doan, here, format!("“{word}” không phải âm tiết tiếng Việt"));
                }
                [] => {}
            },
        }
    }
}

/// Whether a word claims to be Vietnamese: it has a letter only Vietnamese has, and is no name, code or address.
fn readable(chu: &Chu, n: usize, word: &str, heading: bool) -> bool {
    let small = chu.nho(n);
    // Letters of other languages, and of none: "Müller", "café".
    let own = |c: char| {
        let (base, _) = tach_thanh(c);
        base.is_ascii_lowercase() && !"fjwz".contains(base) || "ăâđêôơư".contains(base)
    };
    if !small.chars().all(own) || !small.chars().any(|c| !c.is_ascii() && c != 'đ') || small.ends_with('k') {
        return false;
    }
    // "TTĐT", "HĐND", "CNVCLĐ" have no vowel with a mark; "Ư" alone stands for "Ương".
    let capitals = hoa_het(word);
    let marked = |c: char| !c.is_ascii() && c != 'đ' && !matches!(c, 'ư' | 'ơ' | 'ô' | 'â' | 'ă' | 'ê');
    if capitals && (!(heading || small.chars().any(marked)) || word.chars().count() < 3 || !one_syllable(small)) {
        return false;
    }
    // A capital within: "TPHCMvà", "iOS".
    if !capitals && word.chars().skip(1).any(char::is_uppercase) {
        return false;
    }
    let joined =
        |mark: &str| matches!(mark, "-" | "’" | "'" | "`" | "‘" | "/" | "_" | "@" | "." | "&" | "\\" | "~" | "^");
    let near = |a: usize, b: usize| chu.tu.get(a).zip(chu.tu.get(b)).is_some_and(|(a, b)| a.cuoi == b.dau);
    let before = n > 0 && near(n - 1, n) && joined(chu.viet(n - 1));
    let after = near(n, n + 1) && joined(chu.viet(n + 1)) && (chu.viet(n + 1) != "." || near(n + 1, n + 2));
    if before || after {
        return false;
    }
    let at = chu.tu.get(n).map_or(0, |tu| tu.dau);
    if la_dia_chi(chu.text.get(crate::check::dau_cau::quanh(&chu.text, at)).unwrap_or_default()) {
        return false;
    }
    // Names of places and persons in other tongues of the country: "Krông Pắc", "Brăn".
    capitals || !hoa_dau(word) || (xet(word) != AmTiet::Khong || vietnamese_onset(small)) && stands_alone(chu, n)
}

/// Whether the words beside a capitalised word are not capitalised: it is no part of a longer name.
fn stands_alone(chu: &Chu, n: usize) -> bool {
    let small = |n: usize| chu.tu.get(n).is_none_or(|tu| tu.loai != LoaiTu::Chu) || !chu.hoa_dau(n);
    let moved = matches!(xet(chu.viet(n)), AmTiet::SaiCho(_));
    moved || ((n == 0 || small(n - 1)) && small(n + 1))
}

fn vietnamese_onset(small: &str) -> bool {
    let vowel = |c: char| "aăâeêioôơuưy".contains(tach_thanh(c).0);
    let end = small.find(vowel).unwrap_or(small.len());
    let head = &small[..end];
    head.chars().count() <= 1 || matches!(head, "ch" | "gh" | "kh" | "ng" | "ngh" | "nh" | "ph" | "th" | "tr")
}

/// Whether its vowels stand together, as in a syllable: other words are borrowed, "pôlyme".
fn one_syllable(small: &str) -> bool {
    let vowel = |c: char| "aăâeêioôơuưy".contains(tach_thanh(c).0);
    let mut groups = 0;
    let mut inside = false;
    for c in small.chars() {
        if vowel(c) && !inside {
            groups += 1;
        }
        inside = vowel(c);
    }
    groups == 1 && vietnamese_onset(small)
}

/// The ways to cut the word into two syllables.
fn split(word: &str) -> Vec<String> {
    if word.chars().count() < 5 {
        return Vec::new();
    }
    let marked = |w: &str| !w.is_ascii();
    let long = |w: &str| w.chars().count() >= 2;
    let cuts = word.char_indices().skip(2).filter_map(|(at, _)| Some((word.get(..at)?, word.get(at..)?)));
    cuts.filter(|(a, b)| long(b) && (marked(a) || marked(b)) && la_am_tiet(a) && la_am_tiet(b))
        .map(|(a, b)| format!("{a} {b}"))
        .collect()
}
