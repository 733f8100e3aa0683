//! Words typed twice, and words broken in two.

use super::am_tiet::la_am_tiet;
use super::{DIEU_12, am_tiet};
use crate::check::dau_cau::la_van;
use crate::check::{Ho, Kiem, Rule, Soi, ViDu};
use crate::diag::Code;
use crate::model::ban_thao::LoaiTu;
use crate::model::{Chu, Doan};

static C_LAP: Code = Code::canh_bao("lap-tu").theo(DIEU_12);
static C_TACH: Code = Code::canh_bao("chu-bi-tach").theo(DIEU_12);

/// "của của", "thực hiện thực hiện".
pub static LAP_TU: Rule = Rule {
    code: &C_LAP,
    ho: Ho::ChinhTa,
    vi_sao: "Từ gõ hai lần liền nhau. Từ láy (luôn luôn, dần dần) và hai từ ghép chung một tiếng (quy trình trình duyệt) thì không.",
    vi_du: &[
        ViDu::noi_dung("Nhiệm vụ của của các đơn vị.", "Từng bước lập quy trình trình Giám đốc; luôn luôn chủ động."),
        ViDu::noi_dung("Các đơn vị tổ chức tổ chức kiểm tra.", "Các đơn vị tổ chức kiểm tra."),
    ],
    kiem: Kiem::Doan(lap_tu),
};

/// "Trin h", "th ực".
pub static CHU_TACH: Rule = Rule {
    code: &C_TACH,
    ho: Ho::ChinhTa,
    vi_sao: "Một âm tiết bị khoảng trắng cắt đôi, thường do gõ nhầm hoặc do số hóa.",
    vi_du: &[ViDu::noi_dung("Quy trin h th ực hiện.", "Quy trình thực hiện theo điểm c khoản 2 và mục b.")],
    kiem: Kiem::Doan(chu_tach),
};

/// Words of grammar that never stand twice.
fn never_twice(word: &str) -> bool {
    matches!(
        word,
        "các"
            | "những"
            | "của"
            | "và"
            | "cho"
            | "với"
            | "trong"
            | "trên"
            | "theo"
            | "để"
            | "là"
            | "được"
            | "bị"
            | "không"
            | "tại"
            | "do"
            | "bởi"
            | "vì"
            | "thì"
            | "mà"
            | "này"
            | "khi"
            | "nhằm"
            | "hoặc"
            | "đã"
            | "đang"
            | "sẽ"
            | "phải"
            | "cần"
            | "về"
            | "một"
            | "mỗi"
            | "việc"
            | "đối"
            | "sau"
            | "trước"
            | "đến"
            | "còn"
            | "cũng"
            | "nếu"
            | "như"
            | "rằng"
            | "nên"
            | "đó"
            | "vào"
            | "bằng"
            | "cùng"
            | "giữa"
            | "thuộc"
            | "gồm"
    )
}

fn lap_tu(doan: &Doan, soi: &mut Soi<'_>) {
    if !la_van(doan) {
        return;
    }
    let chu = &doan.chu;
    let word = |n: usize| chu.tu.get(n).is_some_and(|tu| tu.loai == LoaiTu::Chu);
    let mut n = 0;
    while n + 1 < chu.tu.len() {
        let one = chu.nho(n);
        if word(n) && chu.bam(n) == chu.bam(n + 1) && never_twice(one) && lower_again(chu, n, 1) {
            let right = chu.viet(n).to_owned();
            soi.sua(&C_LAP, doan, chu.khoang(n, n + 1), format!("lặp từ “{one}”"), right);
            n += 2;
        } else if word(n) && word(n + 1) && word(n + 2) && chu.bam(n) == chu.bam(n + 2) && twice(chu, n) {
            let words = chu.text.get(chu.khoang(n, n + 1)).unwrap_or_default().to_owned();
            soi.sua(&C_LAP, doan, chu.khoang(n, n + 3), format!("lặp từ “{words}”"), words);
            n += 4;
        } else {
            n += 1;
        }
    }
}

/// Whether two words stand twice, neither a name nor a way of speaking: "từng bước từng bước", "ngày này ngày khác".
fn twice(chu: &Chu, n: usize) -> bool {
    chu.nho(n + 1) == chu.nho(n + 3)
        && chu.nho(n) != chu.nho(n + 1)
        && chu.tu.get(n + 3).is_some_and(|tu| tu.loai == LoaiTu::Chu)
        && lower_again(chu, n, 2)
        && !matches!(chu.nho(n), "từng" | "ngày" | "ngàn" | "đời" | "lớp" | "rất" | "nhiều")
        && chu.nho(n).chars().count() > 1
}

/// Whether what comes the second time is written as small as the first: "của Của" begins a title, "HỘI Hội" a name.
fn lower_again(chu: &Chu, n: usize, count: usize) -> bool {
    (0..count).all(|i| {
        let (Some(first), Some(second)) = (chu.tu.get(n + i), chu.tu.get(n + i + count)) else { return false };
        let start = (i == 0 && first.hoa_dau && !second.hoa_dau) || first.hoa_dau == second.hoa_dau;
        start && (first.hoa_het == second.hoa_het || chu.viet(n + i).chars().count() == 1 || chu.in_hoa())
    })
}

fn chu_tach(doan: &Doan, soi: &mut Soi<'_>) {
    if !la_van(doan) {
        return;
    }
    let chu = &doan.chu;
    for n in 0..chu.tu.len().saturating_sub(1) {
        let (a, b) = (chu.viet(n), chu.viet(n + 1));
        let one_space = chu.tu.get(n).zip(chu.tu.get(n + 1)).is_some_and(|(a, b)| a.cuoi + 1 == b.dau);
        if !one_space || !(lone(a) || tail(b)) {
            continue;
        }
        let letters = |n: usize| chu.tu.get(n).is_some_and(|tu| tu.loai == LoaiTu::Chu);
        if !letters(n) || !letters(n + 1) || touches(chu, n) {
            continue;
        }
        let joined = format!("{a}{b}");
        let cut = cut_end(a, b);
        if (broken(chu, n, a, b) && !joined.is_ascii() || cut) && la_am_tiet(&joined) {
            soi.sua(&C_TACH, doan, chu.khoang(n, n + 1), format!("“{a} {b}” bị tách rời"), joined);
        }
    }
}

/// Letters that begin a syllable and are none.
fn lone(word: &str) -> bool {
    // "ngh" is the longest.
    word.len() <= 3
        && matches!(
            word.to_lowercase().as_str(),
            "b" | "c"
                | "ch"
                | "d"
                | "đ"
                | "g"
                | "gh"
                | "h"
                | "k"
                | "kh"
                | "l"
                | "m"
                | "n"
                | "ng"
                | "ngh"
                | "nh"
                | "ph"
                | "qu"
                | "r"
                | "s"
                | "t"
                | "th"
                | "tr"
                | "v"
                | "x"
        )
}

/// Letters that end a syllable and are none.
fn tail(word: &str) -> bool {
    matches!(word, "c" | "ch" | "m" | "n" | "ng" | "nh" | "p" | "t" | "h" | "g")
}

/// Whether the two are halves of one word rather than a word and a letter that stands for something.
fn broken(chu: &Chu, n: usize, a: &str, b: &str) -> bool {
    if tail(b) {
        // "điểm c", "nhóm n", "khoảng 5 m": a letter of a list, a unit. Halves of what is no word are sure.
        let half = !la_am_tiet(a) && !a.chars().all(char::is_uppercase);
        return half || (b.chars().count() > 1 && !matches!(b, "ch" | "ng"));
    }
    // "th ực": two letters stand for nothing; one may be a point, a class, an unknown.
    let small = a.chars().all(char::is_lowercase) || n == 0;
    let rest = b
        .chars()
        .next()
        .is_some_and(|c| !am_tiet::tach_thanh(c).0.is_ascii() || "aeiouy".contains(am_tiet::tach_thanh(c).0));
    let sure = a.chars().count() > 1 || (!la_am_tiet(b) && !b.is_ascii());
    small && rest && sure && b.chars().all(char::is_lowercase) && chu.nho(n) != "v"
}

/// "Trin h", "khôn g": the last letter of "nh", "ch", "ng" alone; "khoản h", "phần g" are points of a list.
fn cut_end(a: &str, b: &str) -> bool {
    let listed = ["khoản", "phần", "bản", "đoạn", "tuyến", "hạn", "mục", "bậc", "cực", "tổn", "lớn", "nhân"];
    let small = a.chars().skip(1).all(char::is_lowercase) && a.chars().count() > 2;
    small
        && match b {
            "h" => a.ends_with(['n', 'c']) && !listed.contains(&a.to_lowercase().as_str()),
            "g" => a.ends_with('n') && !listed.contains(&a.to_lowercase().as_str()),
            _ => false,
        }
}

/// Whether a mark is set against either of them: "a)", "c.", "đ/c".
fn touches(chu: &Chu, n: usize) -> bool {
    let near = |a: usize, b: usize| chu.tu.get(a).zip(chu.tu.get(b)).is_some_and(|(a, b)| a.cuoi == b.dau);
    let dotted = |n: usize| matches!(chu.viet(n), ")" | "." | "/" | "-" | "'" | "’" | "&" | "_");
    (n > 0 && near(n - 1, n) && dotted(n - 1))
        || (near(n + 1, n + 2) && matches!(chu.viet(n + 2), ")" | "/" | "-" | "'" | "’"))
}
