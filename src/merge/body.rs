//! The body tree to calls of the functions of `templates/the_thuc.typ`, one per kind of block.

use super::escape::push_escaped;
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

/// Writes a body.
pub fn write(noi_dung: &NoiDung, bo_cuc: BoCuc) -> Body {
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
        write_block(out, block, level, bo_cuc);
        if count - i > 2 {
            out.push('\n');
        }
    }
    body
}

/// Blocks in reading order, each with the level its title has in the outline: levels never skip.
fn flatten<'a>(block: &'a Block, level: usize, out: &mut Vec<(usize, &'a Block)>) {
    out.push((level, block));
    let below = level + usize::from(block.tieu_de.is_some());
    for child in &block.children {
        flatten(child, below, out);
    }
}

fn write_block(out: &mut String, block: &Block, level: usize, bo_cuc: BoCuc) {
    let so = block.so.as_str();
    let words = Some(block.inlines.as_slice());
    let title = block.tieu_de.as_deref();
    match (block.kind, bo_cuc) {
        (BlockKind::Phan, _) => titled(out, "phan", level, &format!("Phần {so}"), block),
        (BlockKind::Chuong, _) => titled(out, "chuong", level, &format!("Chương {so}"), block),
        (BlockKind::Muc, BoCuc::Dieu) => titled(out, "muc_dieu", level, &format!("Mục {so}"), block),
        (BlockKind::TieuMuc, _) => titled(out, "tieu_muc", level, &format!("Tiểu mục {so}"), block),
        // "Số thứ tự và tiêu đề của mục": capitals, bold (mục V, 6b).
        (BlockKind::Muc, BoCuc::Muc) => line(out, &format!("muc(cap: {level})"), &format!("{so}. "), title, true),
        (BlockKind::Dieu, _) => line(out, &format!("dieu(cap: {level})"), &format!("Điều {so}. "), title, false),
        // "Nếu khoản có tiêu đề, số thứ tự và tiêu đề … trên một dòng riêng … đậm" (mục II.6đ).
        (BlockKind::Khoan, _) if title.is_some() => {
            line(out, &format!("khoan_tieu_de(cap: {level})"), &format!("{so}. "), title, false);
        }
        (BlockKind::Diem, _) if title.is_some() => {
            line(out, &format!("diem_tieu_de(cap: {level})"), &format!("{so}) "), title, false);
        }
        (BlockKind::Khoan, _) => line(out, "khoan", &format!("{so}. "), words, false),
        (BlockKind::Diem, _) => line(out, "diem", &format!("{so}) "), words, false),
        (BlockKind::Gach, _) if so == "+" => line(out, "gach_con", "+ ", words, false),
        (BlockKind::Gach, _) => line(out, "gach", "- ", words, false),
        (BlockKind::TrichDan, _) => line(out, "trich_dan", "", words, false),
        (BlockKind::Doan, _) => line(out, "doan", "", words, false),
        (BlockKind::Bang, _) => table(out, &block.rows),
    }
}

/// A part whose word and number stand on a line of their own above the title.
fn titled(out: &mut String, function: &str, level: usize, so: &str, block: &Block) {
    out.push_str(&format!("#{function}(cap: {level})["));
    push_escaped(out, so);
    out.push_str("][");
    inlines(out, block.tieu_de.as_deref().unwrap_or_default(), true);
    out.push(']');
}

fn line(out: &mut String, function: &str, so: &str, words: Option<&[Inline]>, upper: bool) {
    out.push('#');
    out.push_str(function);
    out.push('[');
    push_escaped(out, so);
    inlines(out, words.unwrap_or_default(), upper);
    out.push(']');
}

fn inlines(out: &mut String, items: &[Inline], upper: bool) {
    for item in items {
        match item {
            Inline::Text(text) if upper => push_escaped(out, &text.to_uppercase()),
            Inline::Text(text) => push_escaped(out, text),
            Inline::Dam(inner) => wrapped(out, "strong", inner, upper),
            Inline::Nghieng(inner) => wrapped(out, "emph", inner, upper),
            Inline::XuongDong => out.push_str("#linebreak();"),
        }
    }
}

fn wrapped(out: &mut String, function: &str, inner: &[Inline], upper: bool) {
    out.push('#');
    out.push_str(function);
    out.push('[');
    inlines(out, inner, upper);
    out.push_str("];");
}

fn table(out: &mut String, rows: &[Vec<Vec<Inline>>]) {
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
    out.push_str("#bang(");
    out.push_str(&columns.to_string());
    out.push_str(", (");
    for row in rows {
        out.push('(');
        for i in 0..columns {
            out.push('[');
            inlines(out, row.get(i).map(Vec::as_slice).unwrap_or_default(), false);
            out.push_str("],");
        }
        out.push_str("),");
    }
    out.push_str("))");
}
