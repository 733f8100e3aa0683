//! Drafts that people already have: Word, text, Markdown, the text of a PDF, to the same view that rules have of a
//! campaign's document. Readers make lines; [`tach`] finds the components in them.

pub mod docx;
pub mod tach;

use crate::diag::{Files, Place, Sink};
use crate::model::ban_thao::{DangDoan, DangTrang, ViTri};
use crate::model::{BanThao, BlockKind, Chu, Doan, Nguon, O, Reference};

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

/// STUB
pub fn doc(
    name: &str,
    bytes: std::io::Result<std::borrow::Cow<'_, [u8]>>,
    _reference: &Reference,
    files: &mut Files,
    sink: &mut Sink,
) -> Option<BanThao> {
    let file = crate::load::keep(name, bytes, files, sink)?;
    let mut at = 0;
    let mut doan = Vec::new();
    for line in files.text(file).split_inclusive('\n') {
        let words = line.trim_end();
        let place = Place { file, span: at..at + words.len() };
        if !words.is_empty() && !crate::load::bo_qua::la_chu_thich(words) {
            doan.push(Doan {
                o: O::NoiDung,
                loai: BlockKind::Doan,
                so: String::new(),
                tieu_de: false,
                cap: 0,
                kem: 0,
                chu: std::sync::Arc::new(Chu::new(words)),
                place,
                vi_tri: ViTri::Nguyen(vec![(0, at)]),
                dang: None,
            });
        }
        at += line.len();
    }
    Some(BanThao {
        nguon: Nguon::Chu,
        doan,
        loai: None,
        so: None,
        ky_hieu: None,
        ngay: None,
        co_quan: None,
        place: Place { file, span: 0..0 },
        trang: None,
    })
}
