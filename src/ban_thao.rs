//! Drafts that people already have: Word, text, Markdown, the text of a PDF, to the same view that rules have of a
//! campaign's document. Readers make lines; [`tach`] finds the components in them.

pub mod chu_thuong;
pub mod docx;
mod dong_tho;
pub mod markdown;
mod mo;
mod noi_dong;
pub mod pdf;
pub mod tach;

pub use mo::doc;

use crate::diag::Place;
use crate::model::ban_thao::{DangDoan, DangTrang, ViTri};

/// A paragraph or line as a reader found it, before anything is known of it.
#[derive(Debug, Clone)]
pub struct DongTho {
    /// Its words without marks of emphasis, list marks still there: "- UBND tỉnh;", "1. Mục đích".
    pub text: String,
    /// The whole line in the draft's text.
    pub place: Place,
    /// How the words lie there.
    pub vi_tri: ViTri,
    /// Markdown heading level, or Word's; 0 for none.
    pub cap: u8,
    /// Whether all of it is bold.
    pub dam: bool,
    /// Whether a blank line stands before it.
    pub cach: bool,
    /// Row and column of the table cell it stands in: (table, row, column), from 0.
    pub o_bang: Option<(usize, usize, usize)>,
    /// How it looks, where the file says so.
    pub dang: Option<Box<DangDoan>>,
}

/// What a reader makes of a file.
#[derive(Debug, Clone, Default)]
pub struct Tho {
    /// Lines in reading order.
    pub dong: Vec<DongTho>,
    /// Page size and margins, where they are known.
    pub trang: Option<DangTrang>,
}
