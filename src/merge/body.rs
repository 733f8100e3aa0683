//! The body tree to calls of the functions of `templates/the_thuc.typ`, one per kind of block.

use super::escape::push_escaped;
use crate::model::{Block, BlockKind, BoCuc, Inline, NoiDung};

/// Typst markup of a body. The last block is wrapped so that it keeps with the signature.
pub fn write(noi_dung: &NoiDung, bo_cuc: BoCuc) -> String {
    let mut blocks: Vec<&Block> = Vec::new();
    noi_dung.walk(&mut |block| blocks.push(block));
    let last = blocks.len().saturating_sub(1);
    let mut out = String::new();
    for (i, block) in blocks.into_iter().enumerate() {
        if i == last {
            out.push_str("#doan_cuoi[");
        }
        write_block(&mut out, block, bo_cuc);
        if i == last {
            out.push(']');
        }
        out.push('\n');
    }
    out
}

fn write_block(out: &mut String, block: &Block, bo_cuc: BoCuc) {
    let so = block.so.as_str();
    match (block.kind, bo_cuc) {
        (BlockKind::Phan, _) => titled(out, "phan", &format!("Phần {so}"), block),
        (BlockKind::Chuong, _) => titled(out, "chuong", &format!("Chương {so}"), block),
        (BlockKind::Muc, BoCuc::Dieu) => titled(out, "muc_dieu", &format!("Mục {so}"), block),
        (BlockKind::TieuMuc, _) => titled(out, "tieu_muc", &format!("Tiểu mục {so}"), block),
        // "Số thứ tự và tiêu đề của mục": capitals, bold (mục V, 6b).
        (BlockKind::Muc, BoCuc::Muc) => line(out, "muc", &format!("{so}. "), block.tieu_de.as_deref(), true),
        (BlockKind::Dieu, _) => line(out, "dieu", &format!("Điều {so}. "), block.tieu_de.as_deref(), false),
        (BlockKind::Khoan, _) => numbered(out, "khoan", &format!("{so}. "), block),
        (BlockKind::Diem, _) => numbered(out, "diem", &format!("{so}) "), block),
        (BlockKind::Gach, _) => {
            let function = if so == "+" { "gach_con" } else { "gach" };
            line(out, function, &format!("{so} "), Some(&block.inlines), false);
        }
        (BlockKind::TrichDan, _) => line(out, "trich_dan", "", Some(&block.inlines), false),
        (BlockKind::Doan, _) => line(out, "doan", "", Some(&block.inlines), false),
        (BlockKind::Bang, _) => table(out, &block.rows),
    }
}

/// A part whose word and number stand on a line of their own above the title.
fn titled(out: &mut String, function: &str, so: &str, block: &Block) {
    out.push('#');
    out.push_str(function);
    out.push('[');
    push_escaped(out, so);
    out.push_str("][");
    inlines(out, block.tieu_de.as_deref().unwrap_or_default(), true);
    out.push(']');
}

/// Khoản and điểm: "Nếu khoản có tiêu đề, số thứ tự và tiêu đề … trên một dòng riêng … đậm" (mục II.6đ).
fn numbered(out: &mut String, function: &str, so: &str, block: &Block) {
    match &block.tieu_de {
        Some(tieu_de) => line(out, &format!("{function}_tieu_de"), so, Some(tieu_de), false),
        None => line(out, function, so, Some(&block.inlines), false),
    }
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
