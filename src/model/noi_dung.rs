//! The body as a tree (Phụ lục I, phần I, mục II, khoản 6 điểm c to e). Every output format and every rule walks it.

use crate::diag::Place;

/// A whole body.
#[derive(Debug, Clone, Default)]
pub struct NoiDung {
    /// Top-level blocks.
    pub blocks: Vec<Block>,
}

/// What a block is. The order is that of the decree, from the largest part to the smallest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum BlockKind {
    /// "Phần I"
    Phan,
    /// "Chương I"
    Chuong,
    /// "I." in scheme `muc`, "Mục 1" in scheme `dieu`.
    Muc,
    /// "Tiểu mục 1"
    TieuMuc,
    /// "Điều 1."
    Dieu,
    /// "1."
    Khoan,
    /// "a)"
    Diem,
    /// "-", under it "+".
    Gach,
    /// A plain paragraph.
    Doan,
    /// A table: rows of cells.
    Bang,
    /// A quotation, for example of amended text.
    TrichDan,
}

/// Where the words of a column stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CanCot {
    /// `:---`, or nothing said.
    Trai,
    /// `:---:`
    Giua,
    /// `---:`
    Phai,
}

/// A part of the body.
#[derive(Debug, Clone)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// The number as the author typed it, if he did.
    pub so_go: Option<String>,
    /// The number the program counted and prints, for example `II`, `3`, `đ`; empty for unnumbered kinds.
    pub so: String,
    /// The title, for parts that have one.
    pub tieu_de: Option<Vec<Inline>>,
    /// The words of the block itself.
    pub inlines: Vec<Inline>,
    /// What stands under it.
    pub children: Vec<Block>,
    /// Rows and cells of a table.
    pub rows: Vec<Vec<Vec<Inline>>>,
    /// Where the words of each column of a table stand.
    pub can_cot: Vec<CanCot>,
    /// The lines it was written on.
    pub place: Place,
}

impl Block {
    /// An empty block of a kind.
    pub fn new(kind: BlockKind, place: Place) -> Self {
        Block {
            kind,
            so_go: None,
            so: String::new(),
            tieu_de: None,
            inlines: Vec::new(),
            children: Vec::new(),
            rows: Vec::new(),
            can_cot: Vec::new(),
            place,
        }
    }

    /// Calls `visit` with this block and everything under it, in reading order.
    pub fn walk<'a>(&'a self, visit: &mut impl FnMut(&'a Block)) {
        visit(self);
        for child in &self.children {
            child.walk(visit);
        }
    }
}

impl NoiDung {
    /// Calls `visit` with every block in reading order.
    pub fn walk<'a>(&'a self, visit: &mut impl FnMut(&'a Block)) {
        for block in &self.blocks {
            block.walk(visit);
        }
    }
}

/// A run of words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Inline {
    /// Plain text, taken literally.
    Text(String),
    /// `**đậm**`
    Dam(Vec<Inline>),
    /// `*nghiêng*`
    Nghieng(Vec<Inline>),
    /// A line break the author asked for.
    XuongDong,
}

/// The words of a run, without marks; a line break counts as a space.
pub fn plain_text(inlines: &[Inline]) -> String {
    let mut out = String::new();
    for inline in inlines {
        match inline {
            Inline::Text(text) => out.push_str(text),
            Inline::Dam(inner) | Inline::Nghieng(inner) => out.push_str(&plain_text(inner)),
            Inline::XuongDong => out.push(' '),
        }
    }
    out
}
