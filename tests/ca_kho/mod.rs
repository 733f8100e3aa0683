//! Hard cases: long names and lists, long documents, wide tables, signatures at every place of a page. Each is rendered and
//! read back: every word is there and in order, nothing overlaps or leaves the text area.

mod bang;
mod dai;
mod dau_trang;
mod giu_lien;
mod ket;

use crate::support::pdf::{Line, Page, Pdf};
use crate::support::project::TestProject;

/// The text area (Phụ lục I, phần I, mục I.3), mm from the top left corner of a page that is `width` wide.
const TREN: f64 = 20.0;
const TRAI: f64 = 30.0;
const PHAI_LE: f64 = 15.0;
const DUOI_LE: f64 = 20.0;
/// Rounding.
const MM: f64 = 0.3;

/// Words of a body, as an office writes them.
pub const CAU: &str =
    "phong trào thi đua phải thiết thực, cụ thể và gắn với nhiệm vụ của từng cơ quan, đơn vị trong ngành";

/// An agency of the tests; `ten` and `chu_quan` are lists of printed lines.
pub fn co_quan(ten: &[&str], chu_quan: &[&str]) -> String {
    let list = |lines: &[&str]| lines.iter().map(|l| format!("\"{l}\"")).collect::<Vec<_>>().join(", ");
    let chu_quan = if chu_quan.is_empty() { String::new() } else { format!("chu_quan: [{}]\n", list(chu_quan)) };
    format!(
        "ten: [{}]\n{chu_quan}ten_goi: Sở Y tế\nviet_tat: SYT\ndia_danh: Cao Bằng\nche_do: thu_truong\n\
         dung_dau: Giám đốc\ndia_chi:\n  - \"Địa chỉ: số 01, đường Hoàng Đình Giong, tỉnh Cao Bằng\"\n  - \"ĐT: 0206.3000.000\"\n\
         nguoi:\n  nguyen_van_a: {{ho_ten: Nguyễn Văn A, chuc_vu: Giám đốc}}\n",
        list(ten)
    )
}

/// A document; `fields` stand before its body.
pub struct VanBan<'a> {
    pub co_quan: String,
    pub fields: &'a str,
    pub noi_nhan: Option<Vec<String>>,
    pub body: String,
    pub sau: &'a str,
}

impl Default for VanBan<'_> {
    fn default() -> Self {
        VanBan {
            co_quan: co_quan(&["SỞ Y TẾ"], &["UBND TỈNH CAO BẰNG"]),
            fields: "loai: kế hoạch\nso: 13\nngay: 12/7/2027\ntrich_yeu: Phát động phong trào thi đua\nnguoi_ky: nguyen_van_a",
            noi_nhan: Some(["A", "B", "C"].map(str::to_owned).to_vec()),
            body: CAU.to_owned(),
            sau: "",
        }
    }
}

impl VanBan<'_> {
    /// Renders, and looks at what holds for every page.
    pub fn pdf(&self) -> Pdf {
        let mut text = String::from("chien_dich: Thử\nnam: 2027\nco_quan: thu\nvan_ban:\n  v:\n");
        let mut push = |lines: &str| lines.lines().for_each(|line| text.push_str(&format!("    {line}\n")));
        push(self.fields);
        if let Some(list) = &self.noi_nhan {
            push(&format!("noi_nhan:\n  - {}", list.join("\n  - ")));
        }
        if !self.body.is_empty() {
            push(&format!("noi_dung: |\n{}", indent(&self.body)));
        }
        push(self.sau);
        let project = TestProject::new().file("data/co_quan/thu.yaml", &self.co_quan).file("c.yaml", text);
        let rendered = project.render("c.yaml");
        assert!(rendered.outcome.findings.is_empty(), "{}", rendered.messages());
        let pdf = rendered.pdf();
        pdf.pages.iter().enumerate().for_each(|(i, page)| sound(i + 1, page));
        pdf
    }
}

pub fn indent(body: &str) -> String {
    body.lines().map(|line| if line.is_empty() { "\n".to_owned() } else { format!("  {line}\n") }).collect()
}

/// Whether a line is the page number in the top margin.
fn is_number(line: &Line) -> bool {
    line.baseline_mm < TREN && line.text.chars().all(|c| c.is_ascii_digit())
}

/// The lines of a page but its number.
pub fn lines(page: &Page) -> Vec<&Line> {
    page.lines().iter().filter(|line| !is_number(line)).collect()
}

/// Nothing lies outside the text area, no two lines of text lie over one another.
fn sound(number: usize, page: &Page) {
    let all = lines(page);
    for line in &all {
        let frame = line.bold && line.text.chars().all(|c| !c.is_lowercase()) && line.baseline_mm < TREN;
        let inside = line.x0_mm > TRAI - MM
            && line.x1_mm < page.width_mm - PHAI_LE + MM
            && (line.baseline_mm > TREN || frame)
            && line.baseline_mm < page.height_mm - DUOI_LE + MM;
        assert!(inside, "page {number}: outside the margins: {:?} {} {}", line.text, line.x0_mm, line.baseline_mm);
    }
    // Capitals with marks reach some 0.75 em up, "g" 0.2 em down.
    let em = |line: &Line| line.size_pt * 25.4 / 72.0;
    for (i, a) in all.iter().enumerate() {
        for b in &all[i + 1..] {
            let apart_x = a.x1_mm < b.x0_mm + MM || b.x1_mm < a.x0_mm + MM;
            let (up, low) = if a.baseline_mm < b.baseline_mm { (a, b) } else { (b, a) };
            let apart_y = low.baseline_mm - 0.75 * em(low) >= up.baseline_mm + 0.2 * em(up);
            assert!(apart_x || apart_y, "page {number}: {:?} lies over {:?}", a.text, b.text);
        }
    }
}

/// All words of all pages, page numbers left out.
pub fn words(pdf: &Pdf) -> String {
    let texts = pdf.pages.iter().flat_map(|page| lines(page)).map(|line| line.text.as_str());
    texts.collect::<Vec<_>>().join(" ").split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Every one of `pieces` is printed, in this order.
#[track_caller]
pub fn in_order<'a>(text: &str, pieces: impl IntoIterator<Item = &'a str>) {
    let mut rest = text;
    for piece in pieces {
        let Some((_, after)) = rest.split_once(piece) else {
            panic!("“{piece}” is lost or out of order in “{rest}”")
        };
        rest = after;
    }
}

/// The lines from the first that contains `from` to the last that contains `to`.
pub fn between<'a>(page: &'a Page, from: &str, to: &str) -> Vec<&'a Line> {
    let all = lines(page);
    let at = |text: &str| all.iter().position(|l| l.text.contains(text));
    let start = at(from).unwrap_or_else(|| panic!("no line with “{from}”"));
    let end = all.iter().rposition(|l| l.text.contains(to)).unwrap_or_else(|| panic!("no line with “{to}”"));
    all[start..=end].to_vec()
}

/// Wrapped lines are about as long as one another: the last at least half of the longest.
#[track_caller]
pub fn balanced(lines: &[&Line]) {
    let length = |line: &Line| line.x1_mm - line.x0_mm;
    let longest = lines.iter().map(|l| length(l)).fold(0.0, f64::max);
    for line in lines {
        assert!(length(line) >= 0.5 * longest, "“{}” is too short beside the others", line.text);
    }
}
