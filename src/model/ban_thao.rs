//! A document as the careful văn thư has it before her: its components and paragraphs in reading order, whatever it came
//! from, a campaign or somebody's draft. Điều 3 calls a text that is being drafted "bản thảo văn bản".

pub mod bam;
pub mod chu;
pub mod dang;
mod tu_van_ban;

pub use chu::{Chu, LoaiTu, Tu};
pub use dang::{DangDoan, DangTrang};

use super::{BlockKind, LoaiVanBan, NgayVanBan};
use crate::diag::{Files, Place};
use std::ops::Range;
use std::sync::{Arc, OnceLock};

/// What a draft was read from; rules about what the program itself prints are for the others only.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Nguon {
    /// A campaign: letterhead, numbers of the body, final marks of lists are the program's.
    ChienDich,
    /// Plain text or Markdown, perhaps from OCR: no fonts, and letterheads in tables are often lost.
    Chu,
    /// Text of a PDF.
    Pdf,
    /// Word: fonts, sizes, alignment and margins are known.
    Docx,
}

/// Which component a paragraph belongs to: the ô of Phụ lục I, phần I, mục IV.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum O {
    /// Ô 1, first line: "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM".
    QuocHieu,
    /// Ô 1, second line: "Độc lập - Tự do - Hạnh phúc".
    TieuNgu,
    /// Ô 2, the superior agency.
    ChuQuan,
    /// Ô 2, the agency itself.
    CoQuan,
    /// Ô 3: "Số: 13/KH-SYT".
    SoKyHieu,
    /// Ô 4: "Thái Bình, ngày 14 tháng 02 năm 2017".
    DiaDanhNgay,
    /// Ô 5a, first line: "KẾ HOẠCH".
    TenLoai,
    /// Ô 5a or 5b: the subject; in a công văn with its "V/v".
    TrichYeu,
    /// Ô 9a: "Kính gửi: …" and each addressee.
    KinhGui,
    /// "GIÁM ĐỐC SỞ Y TẾ" over the legal bases (mẫu 1.2).
    ThamQuyen,
    /// A legal basis (II.6a).
    CanCu,
    /// Ô 6: the rest of the body, also of appendices.
    NoiDung,
    /// Ô 9b: "Nơi nhận:" and each recipient.
    NoiNhan,
    /// Ô 9b, the last line: "- Lưu: VT, TCCB."
    Luu,
    /// Ô 7a: a line of authority and post, "KT. GIÁM ĐỐC".
    QuyenHan,
    /// Ô 7b: the signer's name.
    HoTen,
    /// The head of an appendix: "Phụ lục I", its title, "(Kèm theo …)".
    PhuLuc,
    /// Marks of urgency and circulation, page numbers, footers: nothing to read.
    DauChi,
    /// What belongs to no component, where a component is expected: words of a stamp between post and name.
    La,
}

/// One paragraph, or one line of a component.
#[derive(Debug, Clone)]
pub struct Doan {
    /// Its component.
    pub o: O,
    /// What kind of part it is, in the body.
    pub loai: BlockKind,
    /// Its number without marks: "II", "1", "1.1", "a"; "-", "+" or another sign of an item; empty for none. Typed in
    /// drafts (its marks, "1)" or "1.", are in `place`), counted in campaigns.
    pub so: String,
    /// Whether it is the title of a part rather than its words.
    pub tieu_de: bool,
    /// Markdown heading level; 0 for none.
    pub cap: u8,
    /// 0 for the document itself, n for its nth appendix.
    pub kem: usize,
    /// Its words, without number, dash and marks of emphasis.
    pub chu: Arc<Chu>,
    /// The whole paragraph in its file, number and all.
    pub place: Place,
    /// How its words lie in the file.
    pub vi_tri: ViTri,
    /// How it looks, where that is known.
    pub dang: Option<Box<DangDoan>>,
}

/// How the words of a paragraph lie in its file.
#[derive(Debug, Clone)]
pub enum ViTri {
    /// Stretches that stand in the file as they are, by first byte: (in the words, in the file). Between them the file
    /// has something else, such as a mark of emphasis or a line break.
    Nguyen(Vec<(usize, usize)>),
    /// Rendered from a template: the words are looked for in the place.
    Tim,
}

impl Doan {
    /// Where a stretch of the words stands in the file, and whether it stands there word for word, so that it can be
    /// replaced.
    pub fn cho(&self, files: &Files, range: Range<usize>) -> (Place, bool) {
        let found = match &self.vi_tri {
            ViTri::Nguyen(segments) => self.mapped(segments, &range),
            ViTri::Tim => self.looked_for(files, &range),
        };
        let Some(span) = found else { return (self.place.clone(), false) };
        let place = Place { file: self.place.file, span };
        let exact = self.chu.text.get(range).is_some_and(|words| files.slice(&place) == words);
        (place, exact)
    }

    fn mapped(&self, segments: &[(usize, usize)], range: &Range<usize>) -> Option<Range<usize>> {
        let at = |offset: usize| {
            let index = segments.partition_point(|(words, _)| *words <= offset).checked_sub(1)?;
            let (words, file) = segments.get(index)?;
            Some(file + (offset - words))
        };
        let start = at(range.start)?;
        let end = if range.is_empty() { start } else { at(range.end - 1)? + 1 };
        Some(start..end.max(start))
    }

    /// The words in the text of the place, where runs of spaces and line breaks count as one space; the nth time when they
    /// are there as often as in the rendered words, else the first.
    fn looked_for(&self, files: &Files, range: &Range<usize>) -> Option<Range<usize>> {
        let words = self.chu.text.get(range.clone())?;
        let text = files.slice(&self.place);
        let all = find_loose(text, words);
        let here = find_loose(self.chu.text.get(..range.start)?, words).len();
        let of_text = find_loose(&self.chu.text, words).len();
        let index = if all.len() == of_text { here } else { 0 };
        let found = all.get(index)?;
        Some(self.place.span.start + found.start..self.place.span.start + found.end)
    }

    /// The number with its mark as it is printed: "II.", "1.", "a)", "-".
    pub fn so_in(&self) -> String {
        match (self.so.as_str(), self.loai) {
            ("", _) => String::new(),
            (_, BlockKind::Gach) | ("-" | "+", _) => self.so.clone(),
            (so, BlockKind::Diem) => format!("{so})"),
            (so, _) => format!("{so}."),
        }
    }
}

/// Every place where `words` stand in `text`, white space of any length and kind counting as a space.
fn find_loose(text: &str, words: &str) -> Vec<Range<usize>> {
    if words.trim().is_empty() {
        return Vec::new();
    }
    if !words.contains(char::is_whitespace) {
        return text.match_indices(words).map(|(at, _)| at..at + words.len()).collect();
    }
    let mut parts = words.split_whitespace();
    let Some(first) = parts.next() else { return Vec::new() };
    let rest: Vec<&str> = parts.collect();
    let whole = |(at, _): (usize, &str)| {
        let mut end = at + first.len();
        for part in &rest {
            let after = text.get(end..)?;
            let trimmed = after.trim_start();
            if trimmed.len() == after.len() || !trimmed.starts_with(part) {
                return None;
            }
            end += after.len() - trimmed.len() + part.len();
        }
        Some(at..end)
    };
    text.match_indices(first).filter_map(whole).collect()
}

/// A whole draft.
#[derive(Debug, Clone)]
pub struct BanThao {
    /// Where it came from.
    pub nguon: Nguon,
    /// Its paragraphs in reading order.
    pub doan: Vec<Doan>,
    /// Its type, if it could be told.
    pub loai: Option<Arc<LoaiVanBan>>,
    /// The digits of its number; `None` is a blank slot, or no number at all.
    pub so: Option<String>,
    /// Its symbol, "KH-SYT"; as typed.
    pub ky_hieu: Option<String>,
    /// Its date of issue as far as it is known.
    pub ngay: Option<NgayVanBan>,
    /// The agency in running text where it is known: "Sở Y tế".
    pub co_quan: Option<String>,
    /// What stands for the document where no word of it is to blame: its first line, or its id in the campaign.
    pub place: Place,
    /// Page size and margins, where they are known.
    pub trang: Option<DangTrang>,
    /// What has been found out about the whole of it; nothing when it is new.
    pub da_xet: DaXet,
}

/// What rule after rule asks about a whole draft, found out once.
#[derive(Debug, Clone, Default)]
pub struct DaXet {
    /// Whether it is a part of a document (see [`BanThao::manh`]).
    manh: OnceLock<bool>,
    /// Whether it is the Party's or a mass organisation's.
    pub cua_dang: OnceLock<bool>,
}

impl BanThao {
    /// A draft of these paragraphs, of which nothing is known yet as a whole; `place` is its first line's.
    pub fn moi(nguon: Nguon, doan: Vec<Doan>, place: Place) -> BanThao {
        BanThao {
            nguon,
            doan,
            loai: None,
            so: None,
            ky_hieu: None,
            ngay: None,
            co_quan: None,
            place,
            trang: None,
            da_xet: DaXet::default(),
        }
    }

    /// The paragraphs of a component.
    pub fn o(&self, o: O) -> impl Iterator<Item = &Doan> {
        self.doan.iter().filter(move |doan| doan.o == o)
    }

    /// Whether a component is there.
    pub fn co(&self, o: O) -> bool {
        self.o(o).next().is_some()
    }

    /// Whether it was typed as it is to be printed, so that marks and numbers are the author's.
    pub fn go_tay(&self) -> bool {
        self.nguon != Nguon::ChienDich
    }

    /// Whether it is a part of a document, or none of the administrative ones: nobody can say of it that a component is
    /// missing. A part shows fewer than two components of the head and the end; an appendix that somebody checks by itself
    /// begins with its own head; laws, decrees and circulars have rules of their own (Điều 1 of NĐ 30 leaves them out).
    pub fn manh(&self) -> bool {
        self.go_tay() && *self.da_xet.manh.get_or_init(|| self.xet_manh())
    }

    fn xet_manh(&self) -> bool {
        const PHAN: [&[O]; 8] = [
            &[O::QuocHieu, O::TieuNgu],
            &[O::CoQuan, O::ChuQuan],
            &[O::SoKyHieu],
            &[O::DiaDanhNgay],
            &[O::TenLoai],
            &[O::TrichYeu],
            &[O::KinhGui],
            &[O::NoiNhan, O::Luu],
        ];
        const QUY_PHAM: [&str; 5] = ["nghị định", "thông tư", "luật", "pháp lệnh", "lệnh"];
        let own = |o: &O| self.o(*o).any(|doan| doan.kem == 0);
        let parts = PHAN.iter().filter(|any| any.iter().any(own)).count();
        let signer = usize::from(own(&O::QuyenHan) || own(&O::HoTen));
        let law = self.o(O::TenLoai).any(|doan| QUY_PHAM.iter().any(|name| doan.chu.thuong.starts_with(name)));
        parts + signer < 2 || law
    }

    /// The paragraphs that are read as prose: subject, legal bases, body.
    pub fn van(&self) -> impl Iterator<Item = &Doan> {
        self.doan.iter().filter(|doan| matches!(doan.o, O::TrichYeu | O::CanCu | O::NoiDung))
    }

    /// The name of its type in lower case; empty when it could not be told.
    pub fn ten_loai(&self) -> &str {
        self.loai.as_ref().map_or("", |loai| loai.ten.as_str())
    }

    /// The year of issue.
    pub fn nam(&self) -> Option<i32> {
        self.ngay.map(|ngay| ngay.nam)
    }
}
