//! The ruler: what Phụ lục I asks, transcribed, and how distances are compared.

use crate::support::pdf::{Line, Page, Rule};

/// Tolerance of positions, mm.
pub const MM: f64 = 0.3;
/// Tolerance of sizes, pt.
pub const PT: f64 = 0.1;
/// Millimetres in a point.
pub const PT_MM: f64 = 25.4 / 72.0;
/// "Cách mép trái 30 - 35 mm", "mép phải 15 - 20 mm", "mép trên và mép dưới 20 - 25 mm" (I.3): the text area chosen.
pub const TRAI: f64 = 30.0;
pub const PHAI: f64 = 195.0;
pub const TREN: f64 = 20.0;
pub const DUOI: f64 = 277.0;
/// Ascent, descent and line gap of Times New Roman and Tinos, in em: a single line of Word is their sum.
pub const ASCENT: f64 = 1825.0 / 2048.0;
pub const DESCENT: f64 = 443.0 / 2048.0;
pub const GAP: f64 = 87.0 / 2048.0;

/// One row of the table of Phụ lục I, phần I, mục V.
pub struct Dong {
    /// Words on the line.
    pub chu: &'static str,
    /// Size in pt.
    pub co: f64,
    /// "Đứng, đậm", "Nghiêng" …
    pub dam: bool,
    pub nghieng: bool,
}

pub const fn dong(chu: &'static str, co: f64, dam: bool, nghieng: bool) -> Dong {
    Dong { chu, co, dam, nghieng }
}

/// The two letterheads that footnote 1 of mục V allows: "Quốc hiệu cỡ chữ 13, Tiêu ngữ cỡ chữ 14, địa danh và ngày,
/// tháng, năm văn bản cỡ chữ 14 hoặc Quốc hiệu cỡ chữ 12, Tiêu ngữ cỡ chữ 13, địa danh … cỡ chữ 13".
pub struct BoCo {
    pub dau: &'static str,
    pub quoc_hieu: f64,
    pub tieu_ngu: f64,
    pub co_quan: f64,
    pub so: f64,
    pub ngay: f64,
    pub ve_viec: f64,
}

pub const BO_CO: [BoCo; 2] = [
    BoCo { dau: "12_13", quoc_hieu: 12.0, tieu_ngu: 13.0, co_quan: 12.0, so: 13.0, ngay: 13.0, ve_viec: 12.0 },
    BoCo { dau: "13_14", quoc_hieu: 13.0, tieu_ngu: 14.0, co_quan: 13.0, so: 13.0, ngay: 14.0, ve_viec: 13.0 },
];

pub const QUOC_HIEU: &str = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM";
pub const TIEU_NGU: &str = "Độc lập - Tự do - Hạnh phúc";

pub fn centre(line: &Line) -> f64 {
    f64::midpoint(line.x0_mm, line.x1_mm)
}

#[track_caller]
pub fn near(what: &str, measured: f64, expected: f64, tolerance: f64) {
    assert!((measured - expected).abs() <= tolerance, "{what}: measured {measured:.3}, expected {expected:.3}");
}

/// The first rule below a line.
pub fn rule_below<'a>(page: &'a Page, line: &Line) -> &'a Rule {
    let below = |r: &&Rule| {
        r.y_mm > line.baseline_mm && r.y_mm < line.baseline_mm + 5.0 && r.x0_mm < centre(line) && r.x1_mm > centre(line)
    };
    page.rules.iter().find(below).unwrap_or_else(|| panic!("no rule under “{}”: {:?}", line.text, page.rules))
}

/// Baseline distance of two lines of different size with `extra` pt between their line boxes.
pub fn step(above: f64, extra: f64, below: f64) -> f64 {
    (above * (DESCENT + GAP) + extra + below * ASCENT) * PT_MM
}

pub fn for_each_profile(mut check: impl FnMut(&BoCo, f64, u8)) {
    for bo in &BO_CO {
        for co_chu in [13_u8, 14] {
            check(bo, f64::from(co_chu), co_chu);
        }
    }
}

/// Length of a rule.
pub fn length(rule: &Rule) -> f64 {
    rule.x1_mm - rule.x0_mm
}

/// "có độ dài bằng từ 1/3 đến 1/2 độ dài của dòng chữ và đặt cân đối so với dòng chữ" (II.2b, II.5b): the rule under the
/// last of `lines` against the longest of them.
#[track_caller]
pub fn short_rule_under(page: &Page, lines: &[&Line]) {
    let last = lines.last().expect("lines over the rule");
    let longest = lines.iter().map(|l| l.x1_mm - l.x0_mm).fold(0.0, f64::max);
    let rule = rule_below(page, last);
    let ratio = length(rule) / longest;
    assert!((1.0 / 3.0..=0.5).contains(&ratio), "rule under “{}”: {ratio:.3} of the line", last.text);
    near(&format!("rule under “{}”", last.text), f64::midpoint(rule.x0_mm, rule.x1_mm), centre(last), MM);
}

/// Size and style of a line: "cỡ chữ", "kiểu chữ".
#[track_caller]
pub fn styled(line: &Line, co: f64, dam: bool, nghieng: bool) {
    near(&format!("size of “{}”", line.text), line.size_pt, co, PT);
    assert_eq!((line.bold, line.italic), (dam, nghieng), "bold, italic of “{}”: {}", line.text, line.font);
}

/// Middle of the text area, and of a page on its side (I.2).
pub fn middle(page: &Page) -> f64 {
    f64::midpoint(TRAI, page.width_mm - 15.0)
}
