//! Abbreviations that nobody explained.

use super::DIEU_12;
use crate::check::dau_cau::{la_dia_chi, quanh};
use crate::check::{Ho, Kiem, Rule, Soi, ViDu};
use crate::diag::{Code, Severity};
use crate::model::ban_thao::LoaiTu;
use crate::model::ban_thao::bam::bam;
use crate::model::numbering::is_roman;
use crate::model::{BanThao, Chu, Doan, O};
use std::collections::BTreeSet;

static CODE: Code = Code::canh_bao("viet-tat-la").theo(DIEU_12);

/// One neither widely known nor explained in the document.
pub static VIET_TAT: Rule = Rule {
    code: &CODE,
    ho: Ho::ChinhTa,
    vi_sao: "Người nhận phải hiểu chữ viết tắt: chỉ dùng chữ thông dụng hoặc chữ đã giải thích trong văn bản, ví dụ “vệ sinh \
             môi trường (VSMT)”. Chữ thông dụng ghi ở data/kiem_tra/viet_tat.yaml.",
    vi_du: &[
        ViDu::noi_dung(
            "Kiểm tra công tác VSMTQ tại đơn vị.",
            "Kiểm tra vệ sinh môi trường quý (VSMTQ, VSMTT); tổng hợp VSMTQ, VSMTT, BHYT.",
        ),
        ViDu::noi_dung("Bảo đảm vệ sinh ATLD.", "Bảo đảm vệ sinh ATLĐ."),
        ViDu::noi_dung(
            "Kiểm tra kết quả VSMTQ.",
            "Nhân sự có chứng chỉ CCNA, MCSX; trao đổi bằng giao thức SFTPX; máy biến áp 200 MVX; dùng VGCX Mobile.",
        ),
    ],
    kiem: Kiem::BanThao(viet_tat),
};

fn viet_tat(ban: &BanThao, soi: &mut Soi<'_>) {
    let mut told = BTreeSet::new();
    explained(ban, &mut told);
    let known = soi.ctx.kho.tu_dien.biet(&CODE);
    let mut seen: BTreeSet<String> = BTreeSet::new();
    for doan in ban.doan.iter().filter(|doan| looked_at(doan)) {
        let chu = &doan.chu;
        if headline(chu) {
            continue;
        }
        for n in 0..chu.tu.len() {
            let word = chu.viet(n);
            if dotted(chu, n) {
                if seen.insert(word.to_owned()) {
                    let range = chu.khoang(n, n + 2);
                    let words = chu.text.get(range.clone()).unwrap_or_default();
                    soi.bao(&CODE, doan, range.clone(), format!("“{words}” là chữ viết tắt không thông dụng"));
                }
                continue;
            }
            if !abbreviation(chu, n, word)
                || told.contains(word)
                || soi.ctx.kho.tu_dien.co_biet(&CODE, bam(word))
                || !seen.insert(word.to_owned())
            {
                continue;
            }
            let near = known.iter().find(|k| loses_marks(k, word));
            let message = format!("“{word}” là chữ viết tắt không thông dụng, chưa được giải thích");
            match near {
                Some(right) => soi.sua(
                    &CODE,
                    doan,
                    chu.khoang(n, n),
                    format!("“{word}” viết sai chữ viết tắt “{right}”"),
                    right.clone(),
                ),
                None => {
                    let mut finding = soi.tai(&CODE, doan, chu.khoang(n, n), message);
                    // The units of one's own agency know their short names.
                    if doan.o == O::NoiNhan {
                        finding.severity = Severity::GoiY;
                    }
                    soi.push(finding.advice("viết đầy đủ, hoặc ở lần đầu ghi: tên đầy đủ (chữ viết tắt)"));
                }
            }
        }
    }
}

fn looked_at(doan: &Doan) -> bool {
    matches!(doan.o, O::TrichYeu | O::KinhGui | O::CanCu | O::NoiDung | O::NoiNhan)
}

/// A title in capitals throughout has no abbreviations that could be told from its words.
fn headline(chu: &Chu) -> bool {
    let words = chu.tu.iter().filter(|tu| tu.loai == LoaiTu::Chu).count();
    let small = (0..chu.tu.len())
        .filter(|n| chu.tu.get(*n).is_some_and(|tu| tu.loai == LoaiTu::Chu) && !chu.hoa_het(*n))
        .count();
    words >= 2 && small * 3 < words
}

/// Abbreviations that the document explains: "vệ sinh môi trường (VSMT)", "(sau đây gọi tắt là VSMT)", "VSMT: vệ sinh môi
/// trường", and those of its agencies' names.
fn explained<'a>(ban: &'a BanThao, told: &mut BTreeSet<&'a str>) {
    for doan in &ban.doan {
        let chu = &doan.chu;
        for n in 0..chu.tu.len() {
            let word = chu.viet(n);
            if !candidate(word) {
                continue;
            }
            let before = |k: usize| n.checked_sub(k).map(|at| chu.nho(at)).unwrap_or_default();
            let called = matches!(before(1), "là" | "tắt" | ":")
                && (before(2) == "tắt" || before(2) == "gọi" || before(3) == "gọi" || before(3) == "tắt");
            let quoted = matches!(before(1), "“" | "\"") && matches!(before(2), "là" | "tắt" | ":");
            let alone = before(1) == "(" && matches!(chu.viet(n + 1), ")" | ";" | ",");
            // "thở máy không xâm lấn (CPAP, NIPPV)"
            let among = n > 1 && matches!(before(1), "," | ";" | "/") && told.contains(chu.viet(n - 2));
            let among = among && matches!(chu.viet(n + 1), ")" | ";" | "," | "/") && trong_ngoac_don(chu, n);
            let glossed = (n == 0 || matches!(before(1), "-" | ";" | ".")) && matches!(chu.viet(n + 1), ":" | "=");
            let spelled = before(1) == "(" || chu.viet(n + 1) == "(";
            if called || quoted || alone || among || glossed || (spelled && initials(chu, n, word)) {
                told.insert(word);
            }
        }
        if matches!(doan.o, O::SoKyHieu | O::Luu | O::ChuQuan | O::CoQuan) {
            (0..chu.tu.len()).filter(|n| candidate(chu.viet(*n))).for_each(|n| {
                told.insert(chu.viet(n));
            });
        }
    }
}

/// Whether a bracket is open before a piece, with nothing but abbreviations in it.
fn trong_ngoac_don(chu: &Chu, n: usize) -> bool {
    let listed = |at: &usize| candidate(chu.viet(*at)) || matches!(chu.viet(*at), "," | ";" | "/");
    (0..n).rev().take(12).find(|at| !listed(at)).is_some_and(|at| chu.viet(at) == "(")
}

/// "VSMT (vệ sinh môi trường)": the words behind the bracket begin with its letters.
fn initials(chu: &Chu, n: usize, word: &str) -> bool {
    if chu.viet(n + 1) != "(" {
        return false;
    }
    let small = word.to_lowercase();
    let mut letters = small.chars();
    let first = letters.next();
    first.is_some() && chu.nho(n + 2).chars().next() == first && letters.next() == chu.nho(n + 3).chars().next()
}

/// Whether it can be read as a word: a name in capitals, "MISA", "EXCEL", is no abbreviation.
fn readable(word: &str) -> bool {
    let vowel = |c: char| "AEIOUY".contains(c);
    if !word.is_ascii() || !word.contains(vowel) {
        return false;
    }
    let (mut run, mut most) = (0, 0);
    for c in word.chars() {
        run = if vowel(c) { 0 } else { run + 1 };
        most = most.max(run);
    }
    match word.len() {
        3 => word.chars().nth(1).is_some_and(vowel) && most == 1,
        _ => most <= 2 && !word.starts_with(['X', 'Q']),
    }
}

/// Capitals, three and more; with digits behind they are a code.
fn candidate(word: &str) -> bool {
    if word.as_bytes().first().is_none_or(|b| !(b.is_ascii_uppercase() || *b >= 0x80)) {
        return false;
    }
    let count = word.chars().count();
    (2..=10).contains(&count) && word.chars().all(|c| c.is_uppercase() || c == '&')
}

fn abbreviation(chu: &Chu, n: usize, word: &str) -> bool {
    if word.chars().count() < 3
        || readable(word)
        || !candidate(word)
        || (word.bytes().all(|b| b"IVXLC".contains(&b)) && is_roman(word))
        || super::la_am_tiet(word) && !word.is_ascii()
        || ten_rieng(chu, n)
    {
        return false;
    }
    // A symbol, a code, a name of two parts: "13/KH-SYT", "COVID-19", "ISO 9001".
    let near = |a: usize, b: usize| chu.tu.get(a).zip(chu.tu.get(b)).is_some_and(|(a, b)| a.cuoi == b.dau);
    let joins = |n: usize| matches!(chu.viet(n), "/" | "-" | "." | "&" | "_" | "@" | "'" | "’" | "+" | "–");
    if (n > 0 && near(n - 1, n) && joins(n - 1)) || (near(n, n + 1) && joins(n + 1) && near(n + 1, n + 2)) {
        return false;
    }
    let digits = |n: usize| chu.tu.get(n).is_some_and(|tu| tu.loai == LoaiTu::So);
    if digits(n + 1)
        || matches!(
            chu.nho(n.wrapping_sub(1)),
            "mã" | "số" | "chuẩn" | "loại" | "hiệu" | "lớp" | "máy" | "phần" | "mềm" | "model"
        )
    {
        return false;
    }
    // A shout among capitals: the words beside it are capitals too.
    let loud = |n: usize| {
        chu.tu.get(n).is_some_and(|tu| tu.loai == LoaiTu::Chu) && chu.hoa_het(n) && chu.viet(n).chars().count() > 1
    };
    if loud(n + 1) || (n > 0 && loud(n - 1)) {
        return false;
    }
    let at = chu.tu.get(n).map_or(0, |tu| tu.dau);
    let here = chu.text.get(quanh(&chu.text, at)).unwrap_or_default();
    !la_dia_chi(here) && !here.contains('/')
}

/// Whether the words around it make it the name of a thing rather than words cut short: "chứng chỉ CCNA, MCSA", "giao thức
/// FTP", "VGCA Mobile", "200 MVA".
fn ten_rieng(chu: &Chu, n: usize) -> bool {
    let is = |n: usize, loai: LoaiTu| chu.tu.get(n).is_some_and(|tu| tu.loai == loai);
    if n > 0 && is(n - 1, LoaiTu::So) {
        return true;
    }
    // A foreign word behind it: what no Vietnamese syllable can be.
    let foreign = |n: usize| {
        let word = chu.viet(n);
        is(n, LoaiTu::Chu)
            && word.is_ascii()
            && word.len() > 2
            && !candidate(word)
            && !super::la_am_tiet(&word.to_ascii_lowercase())
    };
    if foreign(n + 1) || n > 0 && foreign(n - 1) {
        return true;
    }
    // Back over the other names of the list to the noun that they are names of.
    let listed = |at: usize| candidate(chu.viet(at)) || matches!(chu.viet(at), "," | "và" | "hoặc" | ":" | "“" | "\"");
    let lead = (0..n).rev().take(9).find(|at| !listed(*at));
    lead.is_some_and(|at| {
        let before = at.checked_sub(1).map_or("", |b| chu.nho(b));
        matches!(
            (before, chu.nho(at)),
            ("chứng", "chỉ" | "nhận")
                | ("giao", "thức")
                | ("công", "nghệ")
                | ("kỹ" | "kĩ", "thuật")
                | ("ứng", "dụng")
                | ("thiết", "bị")
                | ("thương", "hiệu")
                | ("nền", "tảng")
                | ("định", "dạng")
                | ("xét", "nghiệm")
                | ("tin", "nhắn")
                | ("ngôn", "ngữ")
                | ("vi", "rút")
                | ("vắc", "xin")
                | ("hoạt", "chất")
                | ("mạng" | "xã", "mạng")
        )
    })
}

/// "T.Tra": a capital, a full stop, a word set against it.
fn dotted(chu: &Chu, n: usize) -> bool {
    let near = |a: usize, b: usize| chu.tu.get(a).zip(chu.tu.get(b)).is_some_and(|(a, b)| a.cuoi == b.dau);
    matches!(chu.viet(n), "T" | "C" | "Đ" | "H" | "K" | "N" | "Ch" | "Th" | "Tr" | "Ph")
        && chu.viet(n + 1) == "."
        && near(n, n + 1)
        && near(n + 1, n + 2)
        && (n == 0 || !near(n - 1, n))
        && matches!(
            chu.viet(n + 2),
            "Tra"
                | "tra"
                | "Phó"
                | "Phòng"
                | "Viên"
                | "viên"
                | "Sát"
                | "Trình"
                | "trình"
                | "Hoạch"
                | "hoạch"
                | "Nghị"
                | "Đoàn"
                | "đoàn"
                | "Sự"
                | "Chính"
                | "Hợp"
                | "Kế"
        )
}

/// "KHHGD" for "KHHGĐ": the same letters with their marks gone.
fn loses_marks(known: &str, word: &str) -> bool {
    known.len() != word.len()
        && known.chars().count() == word.chars().count()
        && known.chars().zip(word.chars()).all(|(k, w)| k == w || plain(k) == w)
}

fn plain(c: char) -> char {
    match c {
        'Đ' => 'D',
        'Ư' => 'U',
        'Ơ' | 'Ô' => 'O',
        'Ă' | 'Â' => 'A',
        'Ê' => 'E',
        c => c,
    }
}
