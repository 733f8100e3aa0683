//! An amount in figures and in words: "18.500.000 đồng (Mười tám triệu đồng)".

use crate::check::soi::Soi;
use crate::check::{Ho, Kiem, Rule, ViDu};
use crate::diag::Code;
use crate::model::Chu;
use crate::model::ban_thao::{Doan, LoaiTu, O};

static CODE: Code = Code::canh_bao("so-tien-khac-chu").theo("NĐ 30/2020/NĐ-CP, Điều 12 khoản 1");

/// The words say another amount than the figures.
pub static SO_TIEN: Rule = Rule {
    code: &CODE,
    ho: Ho::NhatQuan,
    vi_sao: "Số tiền viết bằng số và bằng chữ phải là một; khác nhau thì không ai biết theo số nào.",
    vi_du: &[
        ViDu::noi_dung(
            "Kinh phí: 18.500.000 đồng (Mười tám triệu đồng).",
            "Kinh phí: 18.500.000 đồng (Mười tám triệu năm trăm nghìn đồng).",
        ),
        ViDu::noi_dung(
            "Tổng kinh phí 1.205.000đ (Bằng chữ: Một triệu hai trăm lẻ năm đồng).",
            "Tổng kinh phí 1.205.000đ (Bằng chữ: Một triệu, hai trăm lẻ năm nghìn đồng chẵn); mức 50.000 đồng (mỗi người một suất).",
        ),
    ],
    kiem: Kiem::Doan(so_tien),
};

fn so_tien(doan: &Doan, soi: &mut Soi<'_>) {
    let chu = &doan.chu;
    // Most paragraphs have no parenthesis.
    if doan.o != O::NoiDung || !chu.text.contains('(') {
        return;
    }
    for open in (2..chu.tu.len()).filter(|n| chu.viet(*n) == "(") {
        if !matches!(chu.nho(open - 1), "đồng" | "đ" | "vnđ" | "vnd") && !chu.nho(open - 1).ends_with('đ') {
            continue;
        }
        let Some((from, figures)) = bang_so(chu, open) else { continue };
        let Some((to, words)) = bang_chu(chu, open + 1) else { continue };
        if figures != words {
            let message = format!("bằng số là {} đồng, bằng chữ là {} đồng", nhom(figures), nhom(words));
            let finding = soi.tai(&CODE, doan, chu.khoang(from, to), message);
            soi.push(finding.advice("sửa số hoặc chữ cho đúng số tiền"));
        }
    }
}

/// The amount before a parenthesis: its first piece and its worth; in thousands parted by full stops.
fn bang_so(chu: &Chu, open: usize) -> Option<(usize, u64)> {
    // "500.000đ" has its unit on its last piece.
    let own = chu.nho(open - 1);
    let last = if own.ends_with('đ') && own.len() > 'đ'.len_utf8() { open - 1 } else { open - 2 };
    let digits = |n: usize| chu.tu.get(n).filter(|tu| tu.loai == LoaiTu::So).map(|_| chu.nho(n).trim_end_matches('đ'));
    let mut first = last;
    let mut all = digits(last)?.to_owned();
    let tight = |n: usize| chu.tu.get(n).zip(chu.tu.get(n + 1)).is_some_and(|(a, b)| a.cuoi == b.dau);
    while first >= 2 && chu.viet(first - 1) == "." && tight(first - 2) && tight(first - 1) && all.len() % 3 == 0 {
        let Some(before) = digits(first - 2) else { break };
        all.insert_str(0, before);
        first -= 2;
    }
    // "12,5 đồng" and "2.000.000,5" are left alone.
    let decimal = first.checked_sub(1).is_some_and(|n| chu.viet(n) == ",");
    let number = all.parse().ok().filter(|_| all.len() > 3 && !decimal)?;
    Some((first, number))
}

/// The amount in words from a piece on to "đồng": its last piece and its worth; `None` for any other words.
fn bang_chu(chu: &Chu, from: usize) -> Option<(usize, u64)> {
    let mut n = from;
    if chu.khop(n, &["bằng", "chữ"]) || chu.khop(n, &["viết", "bằng", "chữ"]) {
        n += if chu.nho(n) == "viết" { 3 } else { 2 };
        n += usize::from(chu.viet(n) == ":");
    }
    // All before the last unit, what stands before the next one, and the last figure.
    let (mut all, mut part, mut figure): (u64, u64, Option<u64>) = (0, 0, None);
    // A unit must be smaller than the one before it: "tỷ" begins anew.
    let mut least = u64::MAX;
    let start = n;
    loop {
        let word = chu.nho(n);
        let value = match word {
            "không" | "linh" | "lẻ" => Some(0),
            "một" | "mốt" => Some(1),
            "hai" => Some(2),
            "ba" => Some(3),
            "bốn" | "tư" => Some(4),
            "năm" | "lăm" | "nhăm" => Some(5),
            "sáu" => Some(6),
            "bảy" | "bẩy" => Some(7),
            "tám" => Some(8),
            "chín" => Some(9),
            _ => None,
        };
        match word {
            "," | "và" if n > start => {}
            "đồng" if n > start => {
                let rest = part.checked_add(figure.unwrap_or_default())?;
                return Some((n, all.checked_add(rest)?));
            }
            "mười" => {
                (part, figure) = (part + 10, None);
            }
            "mươi" => {
                (part, figure) = (part.checked_add(figure.take()?.checked_mul(10)?)?, None);
            }
            "trăm" => {
                (part, figure) = (part.checked_add(figure.take()?.checked_mul(100)?)?, None);
            }
            "nghìn" | "ngàn" | "triệu" | "tỷ" | "tỉ" => {
                let unit = match word {
                    "triệu" => 1_000_000,
                    "tỷ" | "tỉ" => 1_000_000_000,
                    _ => 1_000,
                };
                if unit >= least {
                    return None;
                }
                least = unit;
                let count = part.checked_add(figure.take().unwrap_or_default())?;
                all = all.checked_add(count.checked_mul(unit)?)?;
                part = 0;
            }
            // Two figures in a row are read one by one: "hai không hai sáu"; only "lẻ", "linh" stand before another.
            _ => match (value, figure) {
                (Some(value), None | Some(0)) => figure = Some(value),
                _ => return None,
            },
        }
        n += 1;
    }
}

/// A number with full stops between its thousands.
fn nhom(number: u64) -> String {
    let digits = number.to_string();
    let mut out = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push('.');
        }
        out.push(digit);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_in_words_are_read() {
        let read = |text: &str| bang_chu(&Chu::new(text), 0).map(|(_, number)| number);
        for (text, number) in [
            ("Mười tám tỷ năm trăm triệu đồng", 18_500_000_000),
            ("Một trăm hai mươi mốt nghìn đồng", 121_000),
            ("hai triệu không trăm linh năm nghìn đồng", 2_005_000),
            ("bằng chữ: ba mươi tư triệu, sáu trăm ngàn đồng chẵn", 34_600_000),
            ("năm mươi lăm đồng", 55),
        ] {
            assert_eq!(read(text), Some(number), "{text}");
        }
        for text in [
            "mỗi người một suất",
            "năm 2026",
            "hai không hai sáu đồng",
            "một triệu hai tỷ đồng",
            "đồng",
            "một rưỡi đồng",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn amounts_in_figures_are_read() {
        let read = |text: &str| {
            let chu = Chu::new(text);
            let open = (0..chu.tu.len()).find(|n| chu.viet(*n) == "(").expect("a parenthesis");
            bang_so(&chu, open).map(|(_, number)| number)
        };
        assert_eq!(read("là 18.500.000.000đ (x)"), Some(18_500_000_000));
        assert_eq!(read("là 1.205.000 đồng (x)"), Some(1_205_000));
        assert_eq!(read("là 50000 đồng (x)"), Some(50_000));
        assert_eq!(read("là 12,5 đồng (x)"), None);
        assert_eq!(read("Năm 2026. 500 đồng (x)"), None);
        assert_eq!(nhom(18_500_000), "18.500.000");
    }
}
