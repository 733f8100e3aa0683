//! The body tree to calls of the functions of `templates/the_thuc.typ`, one per kind of block.

use super::escape::push_escaped;
use super::{bang, chu};
use crate::model::{Block, BlockKind, BoCuc, Inline, NoiDung};

/// Typst markup of a body in three parts, because the end of a document is set together with its signature.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Body {
    /// All blocks but the last two.
    pub dau: String,
    /// The last but one; empty if there is only one block.
    pub ap_cuoi: String,
    /// The last block.
    pub cuoi: String,
}

/// Writes bodies of one document.
pub struct Writer<'a> {
    /// Names of persons, which are not torn apart.
    pub ten: &'a [String],
    /// How the body is divided.
    pub bo_cuc: BoCuc,
    /// Whether the pages lie on their side.
    pub ngang: bool,
}

impl Writer<'_> {
    /// Writes a body.
    pub fn write(&self, noi_dung: &NoiDung) -> Body {
        let mut blocks = Vec::new();
        for block in &noi_dung.blocks {
            flatten(block, 1, &mut blocks);
        }
        let mut body = Body::default();
        let count = blocks.len();
        for (i, (level, block)) in blocks.into_iter().enumerate() {
            let out = match count - i {
                1 => &mut body.cuoi,
                2 => &mut body.ap_cuoi,
                _ => &mut body.dau,
            };
            self.block(out, block, level);
            if count - i > 2 {
                out.push('\n');
            }
        }
        body
    }

    fn block(&self, out: &mut String, block: &Block, level: usize) {
        let so = block.so.as_str();
        let words = Some(block.inlines.as_slice());
        let title = block.tieu_de.as_deref();
        match (block.kind, self.bo_cuc) {
            (BlockKind::Phan, _) => self.titled(out, "phan", level, &format!("Phần {so}"), block),
            (BlockKind::Chuong, _) => self.titled(out, "chuong", level, &format!("Chương {so}"), block),
            (BlockKind::Muc, BoCuc::Dieu) => self.titled(out, "muc_dieu", level, &format!("Mục {so}"), block),
            (BlockKind::TieuMuc, _) => self.titled(out, "tieu_muc", level, &format!("Tiểu mục {so}"), block),
            // "Số thứ tự và tiêu đề của mục": capitals, bold (mục V, 6b).
            (BlockKind::Muc, BoCuc::Muc) => {
                self.line(out, &format!("muc(cap: {level})"), &format!("{so}. "), title, true);
            }
            (BlockKind::Dieu, _) if title.is_some() => {
                self.line(out, &format!("dieu(cap: {level})"), &format!("Điều {so}. "), title, false);
            }
            // "Điều 1. Thành lập …" of a quyết định has no title: only its number is bold (mẫu 1.2).
            (BlockKind::Dieu, _) => self.line(out, &format!("dieu_loi_van[Điều\u{a0}{so}.]"), "", words, false),
            // "Nếu khoản có tiêu đề, số thứ tự và tiêu đề … trên một dòng riêng … đậm" (mục II.6đ).
            (BlockKind::Khoan, _) if title.is_some() => {
                self.line(out, &format!("khoan_tieu_de(cap: {level})"), &format!("{so}. "), title, false);
            }
            (BlockKind::Diem, _) if title.is_some() => {
                self.line(out, &format!("diem_tieu_de(cap: {level})"), &format!("{so}) "), title, false);
            }
            (BlockKind::Khoan, _) => self.line(out, "khoan", &format!("{so}. "), words, false),
            (BlockKind::Diem, _) => self.line(out, "diem", &format!("{so}) "), words, false),
            (BlockKind::Gach, _) if so == "+" => self.line(out, "gach_con", "+ ", words, false),
            (BlockKind::Gach, _) => self.line(out, "gach", "- ", words, false),
            (BlockKind::TrichDan, _) => self.line(out, "trich_dan", "", words, false),
            (BlockKind::Doan, _) => self.line(out, "doan", "", words, false),
            (BlockKind::Bang, _) => self.table(out, block),
        }
    }

    /// A part whose word and number stand on a line of their own above the title.
    fn titled(&self, out: &mut String, function: &str, level: usize, so: &str, block: &Block) {
        out.push_str(&format!("#{function}(cap: {level})["));
        push_escaped(out, so);
        out.push_str("][");
        self.inlines(out, block.tieu_de.as_deref().unwrap_or_default(), true);
        out.push(']');
    }

    fn line(&self, out: &mut String, function: &str, so: &str, words: Option<&[Inline]>, upper: bool) {
        out.push('#');
        out.push_str(function);
        out.push('[');
        push_escaped(out, so);
        self.inlines(out, words.unwrap_or_default(), upper);
        out.push(']');
    }

    fn inlines(&self, out: &mut String, items: &[Inline], upper: bool) {
        for item in items {
            match item {
                Inline::Text(text) if upper => chu::push(out, text, self.ten, true),
                Inline::Text(text) => chu::push(out, text, self.ten, false),
                Inline::Dam(inner) => self.wrapped(out, "strong", inner, upper),
                Inline::Nghieng(inner) => self.wrapped(out, "emph", inner, upper),
                Inline::XuongDong => out.push_str("#linebreak();"),
            }
        }
    }

    fn wrapped(&self, out: &mut String, function: &str, inner: &[Inline], upper: bool) {
        out.push('#');
        out.push_str(function);
        out.push('[');
        self.inlines(out, inner, upper);
        out.push_str("];");
    }

    fn table(&self, out: &mut String, block: &Block) {
        out.push_str(&format!("#bang({}, (", bang::columns(block, self.ngang)));
        let columns = block.can_cot.len();
        for row in &block.rows {
            out.push_str(if bang::may_break(row) { "(true, " } else { "(false, " });
            for i in 0..columns {
                out.push('[');
                self.inlines(out, row.get(i).map(Vec::as_slice).unwrap_or_default(), false);
                out.push_str("],");
            }
            out.push_str("),");
        }
        out.push_str("))");
    }
}

/// Blocks in reading order, each with the level its title has in the outline: levels never skip.
fn flatten<'a>(block: &'a Block, level: usize, out: &mut Vec<(usize, &'a Block)>) {
    out.push((level, block));
    let below = level + usize::from(block.tieu_de.is_some());
    for child in &block.children {
        flatten(child, below, out);
    }
}
