//! A list of recipients as it was typed: its heading, and each item with the lines that it runs over.

use crate::check::Soi;
use crate::diag::Code;
use crate::model::Doan;

/// One recipient.
#[derive(Debug)]
pub struct Noi<'a> {
    /// Its first line.
    pub dau: &'a Doan,
    /// Its last line.
    pub cuoi: &'a Doan,
    /// Whether it begins with a dash.
    pub gach: bool,
}

/// A list of recipients.
#[derive(Debug, Default)]
pub struct DanhSach<'a> {
    /// The heading, "Kính gửi:" or "Nơi nhận:".
    pub dau: Option<&'a Doan>,
    /// The recipients.
    pub noi: Vec<Noi<'a>>,
}

impl<'a> DanhSach<'a> {
    /// Reads the lines of a component; `heading` tells the heading from the items.
    pub fn doc(lines: impl Iterator<Item = &'a Doan>, heading: impl Fn(&Doan) -> bool) -> DanhSach<'a> {
        let lines: Vec<&Doan> = lines.filter(|doan| !la_ngoac(doan)).collect();
        let dashed = lines.iter().any(|doan| co_gach(doan));
        let mut list = DanhSach::default();
        for doan in lines {
            if list.dau.is_none() && list.noi.is_empty() && heading(doan) {
                list.dau = Some(doan);
                continue;
            }
            let gach = co_gach(doan);
            let begins = match list.noi.last() {
                _ if gach => true,
                None => list.dau.is_none_or(|head| !runs_on(head) || !dashed),
                Some(before) => ket_thuc(before.cuoi) || (!dashed && doan.chu.hoa_dau(0)),
            };
            match list.noi.last_mut() {
                Some(before) if !begins => before.cuoi = doan,
                _ => list.noi.push(Noi { dau: doan, cuoi: doan, gach }),
            }
        }
        list
    }
}

/// Whether the heading's line has words behind its colon that have not come to an end.
fn runs_on(head: &Doan) -> bool {
    let text = head.chu.text.trim_end();
    !text.ends_with([':', ';', '.'])
}

/// Whether a line ends an item.
fn ket_thuc(doan: &Doan) -> bool {
    doan.chu.text.trim_end().ends_with([';', '.'])
}

/// Whether a line begins with a dash or what stands for one.
pub fn co_gach(doan: &Doan) -> bool {
    !doan.so.is_empty() || matches!(doan.chu.viet(0), "-" | "–" | "—" | "+" | "•" | "*" | "·" | "")
}

/// Whether a line is a piece of a brace beside the list: "} (báo".
pub fn la_ngoac(doan: &Doan) -> bool {
    doan.chu.text.trim_start().starts_with(['}', '{', ']', '⎬', '⎭', '⎫'])
}

/// What a recipient is called, to tell whether two are the same: without marks at the end, in small letters.
pub fn ten_goi(doan: &Doan) -> &str {
    doan.chu.thuong.trim().trim_end_matches([';', '.', ',', ' '])
}

impl Noi<'_> {
    /// Reports when the item does not end with a mark.
    pub fn dau_cuoi_la(&self, mark: &str, code: &'static Code, soi: &mut Soi<'_>) {
        let chu = &self.cuoi.chu;
        let text = chu.text.trim_end();
        if text.ends_with(mark) || chu.tu.is_empty() {
            return;
        }
        let last = chu.tu.len() - 1;
        let of_marks = |n: usize| matches!(chu.viet(n), ";" | "." | "," | ":" | "/");
        let mut first = last;
        while first > 0 && of_marks(first) && of_marks(first - 1) {
            first -= 1;
        }
        let (range, right) = if of_marks(last) {
            (chu.khoang(first, last), mark.to_owned())
        } else {
            let range = chu.khoang(last, last);
            let right = format!("{}{mark}", chu.text.get(range.clone()).unwrap_or_default());
            (range, right)
        };
        let name = if mark == "." { "chấm (.)" } else { "chấm phẩy (;)" };
        let which = if mark == "." { "cuối dòng cuối cùng" } else { "cuối mỗi dòng" };
        soi.sua(code, self.cuoi, range, format!("{which} của danh sách có dấu {name}"), right);
    }
}
