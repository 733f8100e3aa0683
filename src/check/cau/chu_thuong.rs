//! Sentences and paragraphs that begin in small letters.

use crate::check::noi_dung::than::{Ket, bi_ngat, cac_than, dau_thuong, ket, la_gach, la_tron, trich_dan};
use crate::check::{Ho, Kiem, Rule, Soi, ViDu};
use crate::diag::{Code, Severity};
use crate::model::ban_thao::{Chu, LoaiTu};
use crate::model::van_ban::capitalise;
use crate::model::{BanThao, BlockKind, Doan, O};

static CAU: Code = Code::tra_lai("cau-chu-thuong").theo("NĐ 30/2020/NĐ-CP, Phụ lục II, mục I");

/// A sentence behind a full stop that begins in small letters.
pub static CAU_CHU_THUONG: Rule = Rule {
    code: &CAU,
    ho: Ho::VietHoa,
    vi_sao: "“Viết hoa chữ cái đầu âm tiết thứ nhất của một câu hoàn chỉnh: Sau dấu chấm câu (.); sau dấu chấm hỏi (?); sau dấu chấm than (!) và khi xuống dòng.”",
    vi_du: &[ViDu::noi_dung(
        "Các đơn vị tổ chức đăng ký thi đua. thủ trưởng đơn vị chịu trách nhiệm.",
        "Các đơn vị tổ chức đăng ký thi đua. Thủ trưởng đơn vị chịu trách nhiệm.",
    )],
    kiem: Kiem::Doan(cau_chu_thuong),
};

static DOAN: Code = Code::tra_lai("doan-chu-thuong").theo("NĐ 30/2020/NĐ-CP, Phụ lục II, mục I");

/// A paragraph that begins in small letters.
pub static DOAN_CHU_THUONG: Rule = Rule {
    code: &DOAN,
    ho: Ho::VietHoa,
    vi_sao: "Viết hoa chữ cái đầu “khi xuống dòng”.",
    vi_du: &[ViDu::noi_dung(
        "1. Tổ chức đăng ký thi đua.\n2. tổ chức bình xét, khen thưởng.",
        "1. Tổ chức đăng ký thi đua.\n2. Tổ chức bình xét, khen thưởng.",
    )],
    kiem: Kiem::BanThao(doan_chu_thuong),
};

/// What a full stop shortens rather than ends.
const VIET_TAT: [&str; 44] = [
    "vv", "tp", "tx", "tt", "th", "ths", "ts", "bs", "bsck", "pgs", "gs", "ks", "cn", "ds", "tr", "vd", "gđ", "pgđ",
    "sđt", "đt", "st", "no", "mr", "ms", "mrs", "dr", "inc", "co", "ltd", "etc", "vol", "fig", "cf", "vs", "www",
    "jsc", "dt", "nxb", "q", "p", "tel", "fax", "kg", "ubnd",
];

fn cau_chu_thuong(doan: &Doan, soi: &mut Soi<'_>) {
    if !matches!(doan.o, O::NoiDung | O::CanCu) {
        return;
    }
    let chu = &doan.chu;
    for n in 1..chu.tu.len().saturating_sub(1) {
        if !matches!(chu.viet(n), "." | "?" | "!") || !ends_sentence(chu, n) || !begins_small(chu, n + 1) {
            continue;
        }
        let Some(range) = chu.tu.get(n + 1).map(|tu| tu.range()) else { continue };
        let word = chu.viet(n + 1);
        let message = format!("câu mới sau dấu “{}” viết hoa chữ đầu: “{word}”", chu.viet(n));
        // Words that go on with the sentence before: the full stop may be what is wrong.
        if matches!(
            word,
            "nhằm" | "để" | "và" | "với" | "do" | "mà" | "nên" | "thì" | "trong" | "theo" | "từ" | "của" | "gồm"
        ) {
            let finding = soi
                .tai(&CAU, doan, range, message)
                .advice(format!("viết “{}”, hoặc đổi dấu chấm thành dấu phẩy", capitalise(word)));
            soi.push(finding);
        } else {
            soi.sua(&CAU, doan, range, message, capitalise(word));
        }
    }
}

/// Whether the mark at n ends a sentence: behind a word that is no abbreviation, with a space behind it.
fn ends_sentence(chu: &Chu, n: usize) -> bool {
    let (Some(mark), Some(next), Some(before)) =
        (chu.tu.get(n), chu.tu.get(n + 1), n.checked_sub(1).and_then(|b| chu.tu.get(b)))
    else {
        return false;
    };
    if next.dau <= mark.cuoi || before.cuoi != mark.dau {
        return false;
    }
    let word = chu.nho(n - 1);
    match before.loai {
        LoaiTu::Chu => {
            let typed = chu.viet(n - 1);
            let capitals = typed.chars().skip(1).any(char::is_uppercase);
            word.chars().count() >= 2 && !capitals && word.chars().any(is_vowel) && !VIET_TAT.contains(&word)
        }
        // "năm 2017. nhằm", not "1. mục đích".
        LoaiTu::So => word.len() == 4 && n >= 3,
        LoaiTu::Dau => matches!(word, ")" | "”" | "%"),
    }
}

fn is_vowel(c: char) -> bool {
    !c.is_ascii() && c != 'đ' || matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'y')
}

/// Whether a Vietnamese word in small letters stands at n: no unit, no "a)".
fn begins_small(chu: &Chu, n: usize) -> bool {
    let Some(tu) = chu.tu.get(n).filter(|tu| tu.loai == LoaiTu::Chu) else { return false };
    let word = chu.text.get(tu.range()).unwrap_or_default();
    let small = word.chars().all(char::is_lowercase) && word.chars().any(is_vowel);
    // Addresses: "moh. gov. vn", "a@b.c".
    small && !matches!(chu.viet(n + 1), ")" | "." | "@" | "/") && word.chars().count() >= 2
}

fn doan_chu_thuong(ban: &BanThao, soi: &mut Soi<'_>) {
    if !ban.go_tay() {
        return;
    }
    for than in cac_than(ban) {
        if !than.iter().any(|d| dau_thuong(&d.chu)) {
            continue;
        }
        let quoted = trich_dan(&than, soi.ctx.files);
        for (at, doan) in than.iter().enumerate() {
            if !dau_thuong(&doan.chu) || quoted.get(at).copied().unwrap_or(false) || doan.chu.so_am_tiet() < 2 {
                continue;
            }
            let Some(severity) = weight(&than, at, doan) else { continue };
            let Some(range) = doan.chu.tu.first().map(|tu| tu.range()) else { continue };
            let word = capitalise(doan.chu.viet(0));
            let mut finding =
                soi.tai(&DOAN, doan, range.clone(), "xuống dòng thì viết hoa chữ đầu").advice(format!("viết: {word}"));
            finding.severity = severity;
            let (place, exact) = doan.cho(soi.ctx.files, range);
            if exact {
                finding.fix = Some(crate::diag::Fix { place, text: word });
            }
            soi.push(finding);
        }
    }
}

/// How sure it is that a paragraph in small letters is wrong; `None` where it is not.
fn weight(than: &[&Doan], at: usize, doan: &Doan) -> Option<Severity> {
    let before = at.checked_sub(1).and_then(|i| than.get(i));
    if la_gach(doan) || doan.loai == BlockKind::Diem {
        // Items that all begin small go on with their lead; one among many is a slip.
        let same = |d: &&&Doan| {
            d.loai == doan.loai
                && d.so.chars().next().is_some_and(char::is_alphabetic) == (doan.loai == BlockKind::Diem)
        };
        let near = |d: &&&Doan| la_gach(d) || d.loai == BlockKind::Diem || la_tron(d);
        let back = than.get(..at).unwrap_or_default().iter().rev().take(100).take_while(near).filter(same);
        let on = than.get(at + 1..).unwrap_or_default().iter().take(100).take_while(near).filter(same);
        let (mut small, mut large) = (1, 0);
        back.chain(on).for_each(|d| if dau_thuong(&d.chu) { small += 1 } else { large += 1 });
        return (large > small).then_some(Severity::CanhBao);
    }
    if doan.loai == BlockKind::Khoan && !doan.so.is_empty() {
        let listed = matches!(ket(&doan.chu), Ket::ChamPhay | Ket::Phay);
        return (!listed).then_some(Severity::Loi);
    }
    if !la_tron(doan) {
        return None;
    }
    let before = before?;
    let open = bi_ngat(before, doan) || before.tieu_de || ket(&before.chu) != Ket::Cham;
    (!open).then_some(Severity::Loi)
}

#[cfg(test)]
mod tests {
    use crate::check::noi_dung::thu::tim;

    #[test]
    fn full_stops_that_end_no_sentence() {
        for text in [
            "Bệnh viện TP. hồ tiêu; v.v. và các đơn vị; ThS. nguyễn; tr. ba; mục 1. mục đích.",
            "Truy cập www.moh.gov.vn để biết; gửi thư đến soyte@caobang.gov.vn.",
            "Tỷ lệ 1.500 người... còn lại 20% tiếp tục điều trị. COVID-19 còn diễn biến.",
        ] {
            assert!(tim("cau-chu-thuong", text).is_empty(), "{text}");
        }
        assert_eq!(
            tim("cau-chu-thuong", "Kết thúc đợt một năm 2017. nhằm tiếp tục thi đua (đợt hai). các đơn vị nộp."),
            ["nhằm", "các"]
        );
    }

    #[test]
    fn paragraphs_in_small_letters() {
        assert_eq!(tim("doan-chu-thuong", "Các đơn vị thực hiện.\nsở Y tế tổng hợp báo cáo."), ["sở"]);
        assert!(tim("doan-chu-thuong", "Thành phần gồm:\n- đại diện Sở Y tế;\n- đại diện các đơn vị.").is_empty());
        assert_eq!(tim("doan-chu-thuong", "Nội dung:\n- Tổ chức thi;\n- Bình xét;\n- tổng kết phong trào."), ["tổng"]);
        assert!(tim("doan-chu-thuong", "Các đơn vị thực hiện tốt công tác của tỉnh\nlần VI.").is_empty());
    }
}
