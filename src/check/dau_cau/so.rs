//! Numbers as Vietnamese writes them: a full stop between thousands, a comma before decimals.

use super::{la_van, sau, truoc};
use crate::check::{Ho, Kiem, Rule, Soi, ViDu};
use crate::diag::Code;
use crate::model::Doan;

static CODE: Code = Code::canh_bao("so-phay-hang-nghin");

/// "1,000,000 đồng".
pub static PHAY_HANG_NGHIN: Rule = Rule {
    code: &CODE,
    ho: Ho::DauCau,
    vi_sao: "Tiếng Việt dùng dấu chấm ngăn các hàng nghìn, dấu phẩy trước phần thập phân: 1.000.000 đồng; 8,5%.",
    vi_du: &[
        ViDu::noi_dung("Mức thưởng là 1,000,000 đồng.", "Mức thưởng là 1.000.000 đồng, tăng 8,125%."),
        ViDu::noi_dung("Mức thưởng là 500,000 đồng.", "Mức thưởng là 500.000 đồng; tổng chi 12,125 tỷ đồng."),
    ],
    kiem: Kiem::Doan(phay_hang_nghin),
};

fn phay_hang_nghin(doan: &Doan, soi: &mut Soi<'_>) {
    let text = doan.chu.text.as_str();
    let bytes = text.as_bytes();
    let digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let between = |w: &[u8]| matches!(w, [b'0'..=b'9', b',', b'0'..=b'9']);
    if !la_van(doan) || !bytes.windows(3).any(between) {
        return;
    }
    let group = |at: usize| bytes.get(at) == Some(&b',') && (1..=3).all(|k| digit(at + k)) && !digit(at + 4);
    let mut at = 0;
    while at < bytes.len() {
        let begins = digit(at) && truoc(text, at).is_none_or(|c| c.is_whitespace() || matches!(c, '(' | ':'));
        let length = bytes.iter().skip(at).take_while(|b| b.is_ascii_digit()).count();
        let mut end = at + length;
        let mut groups = 0;
        while begins && (1..=3).contains(&length) && group(end) {
            (end, groups) = (end + 4, groups + 1);
        }
        let rest = text.get(end..).unwrap_or_default().trim_start().to_lowercase();
        let money = ["đồng", "đ/", "đ.", "đ,", "đ;", "đ ", "vnđ", "vnd"].iter().any(|unit| rest.starts_with(unit));
        let closed = sau(text, end).is_none_or(|c| !c.is_ascii_digit());
        if closed && (groups >= 2 || (groups == 1 && money)) {
            let number = text.get(at..end).unwrap_or_default();
            let message = format!("“{number}” dùng dấu phẩy ngăn hàng nghìn");
            soi.sua(&CODE, doan, at..end, message, number.replace(',', "."));
        }
        at = end.max(at + 1);
    }
}
