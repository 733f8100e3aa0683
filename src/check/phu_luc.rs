//! Rules about what goes with a document.

use super::{Ho, Kiem, Rule, Soi, ViDu};
use crate::diag::{Code, Diagnostic};
use crate::model::noi_dung::plain_text;
use crate::model::{LoaiKem, VanBan};

static CODE: Code =
    Code::canh_bao("phu-luc-khong-nhac").theo("NĐ 30/2020/NĐ-CP, Phụ lục I, phần I, mục III, khoản 1 điểm a");

/// The body never speaks of an appendix, or of a document that it issues.
pub static PHU_LUC_KHONG_NHAC: Rule = Rule {
    code: &CODE,
    ho: Ho::ThanhPhanKhac,
    vi_sao: "“Trường hợp văn bản có Phụ lục kèm theo thì trong văn bản phải có chỉ dẫn về Phụ lục đó.”",
    vi_du: &[ViDu::ChienDich {
        sai: "\
noi_dung: |
  Giao chỉ tiêu cho các đơn vị.
phu_luc:
  - ten: Danh sách đơn vị
    noi_dung: |
      1. Bệnh viện Đa khoa tỉnh.
",
        dung: "\
noi_dung: |
  Giao chỉ tiêu cho các đơn vị (Phụ lục kèm theo).
phu_luc:
  - ten: Danh sách đơn vị
    noi_dung: |
      1. Bệnh viện Đa khoa tỉnh.
",
    }],
    kiem: Kiem::VanBan(phu_luc_khong_nhac),
};

fn phu_luc_khong_nhac(van_ban: &VanBan, soi: &mut Soi<'_>) {
    if van_ban.kem_theo.is_empty() {
        return;
    }
    let mut words = String::new();
    van_ban.noi_dung.walk(&mut |block| {
        for inlines in block.tieu_de.iter().chain([&block.inlines]).chain(block.rows.iter().flatten()) {
            words.push_str(&plain_text(inlines).to_lowercase());
            words.push('\n');
        }
    });
    for kem in &van_ban.kem_theo {
        let (said, advice) = match &kem.loai {
            LoaiKem::PhuLuc(so) => (names_appendix(&words, so), format!("({} kèm theo)", kem.goi())),
            LoaiKem::VanBan(loai) => (issues(&words, &loai.ten), format!("Ban hành kèm theo … {}", kem.goi())),
        };
        if !said {
            soi.push(
                Diagnostic::new(&CODE, format!("nội dung không nhắc đến {}", kem.goi()))
                    .at(kem.place.clone())
                    .advice(format!("thêm chỉ dẫn vào chỗ cần đến nó, ví dụ: {advice}")),
            );
        }
    }
}

/// Whether a paragraph of lower-case text issues or approves a document of a type: "ban hành kèm theo Quyết định này Quy chế"
/// (mẫu 1.3), not "theo quy định của pháp luật".
fn issues(text: &str, loai: &str) -> bool {
    text.lines()
        .any(|line| line.contains(&loai.to_lowercase()) && (line.contains("ban hành") || line.contains("phê duyệt")))
}

/// Whether lower-case text speaks of an appendix by its number: "phụ lục ii", "phụ lục i, ii và iii", "phụ lục i đến phụ
/// lục iii", "các phụ lục". One without a number is meant by any "phụ lục".
fn names_appendix(text: &str, so: &str) -> bool {
    const WORD: &str = "phụ lục";
    if so.is_empty() {
        return text.contains(WORD);
    }
    // "các phụ lục" without numbers means all of them.
    let all = |(at, _): (usize, &str)| {
        let next = text[at..].split_whitespace().nth(3).unwrap_or_default();
        !is_roman(next.trim_matches([',', ';', '.', ')']))
    };
    if text.match_indices("các phụ lục").any(all) {
        return true;
    }
    let so = so.to_lowercase();
    text.match_indices(WORD).any(|(at, _)| {
        let numbers =
            text[at + WORD.len()..].split([' ', ',', ';', '.', ')', '-', '\n']).filter(|word| !word.is_empty());
        let listed = |word: &&str| matches!(*word, "và" | "đến" | "phụ" | "lục" | "số") || is_roman(word);
        let mut numbers = numbers.take_while(listed).peekable();
        let words: Vec<&str> = numbers.by_ref().collect();
        let range = words.contains(&"đến").then(|| {
            let mut ends = words.iter().filter(|w| is_roman(w)).map(|w| value(w));
            (ends.next().unwrap_or(0), ends.next_back().unwrap_or(0))
        });
        words.contains(&so.as_str()) || range.is_some_and(|(from, to)| (from..=to).contains(&value(&so)))
    })
}

fn is_roman(word: &str) -> bool {
    !word.is_empty() && word.chars().all(|c| matches!(c, 'i' | 'v' | 'x' | 'l'))
}

fn value(roman: &str) -> u32 {
    let digits: Vec<u32> = roman
        .chars()
        .map(|c| match c {
            'i' => 1,
            'v' => 5,
            'x' => 10,
            _ => 50,
        })
        .collect();
    let signed = |(i, digit): (usize, &u32)| {
        let less = digits.get(i + 1).is_some_and(|next| next > digit);
        if less { -i64::from(*digit) } else { i64::from(*digit) }
    };
    u32::try_from(digits.iter().enumerate().map(signed).sum::<i64>()).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn appendices_are_named_in_many_ways() {
        for (text, so, named) in [
            ("(phụ lục kèm theo)", "", true),
            ("danh sách kèm theo", "", false),
            ("theo phụ lục ii.", "II", true),
            ("theo phụ lục iii.", "II", false),
            ("các phụ lục kèm theo", "IV", true),
            ("phụ lục i, ii và iii kèm theo", "III", true),
            ("các phụ lục i, ii", "III", false),
            ("các phụ lục i, ii", "II", true),
            ("từ phụ lục i đến phụ lục iv", "III", true),
            ("từ phụ lục i đến phụ lục iv", "V", false),
            ("phụ lục i; mục ii", "II", false),
        ] {
            assert_eq!(names_appendix(text, so), named, "{text} {so}");
        }
        assert!(issues("ban hành kèm theo quyết định này quy định", "quy định"));
        assert!(!issues("thực hiện theo quy định của pháp luật", "quy định"));
        assert_eq!(["iv", "ix", "xiv", "xl"].map(value), [4, 9, 14, 40]);
    }
}
