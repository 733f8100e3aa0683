//! Lines of a body to the chunks that blocks are made of: what begins a block, and what joins the line before it.

use super::place::locate;
use crate::diag::{Diagnostic, Files, Located, Place, Sink, code};
use crate::model::draft::Lines;
use crate::model::numbering::{DIEM, is_roman};
use crate::model::{BlockKind, BoCuc};
use std::ops::Range;

/// What begins a block.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Marker {
    /// `#` to `####`.
    Heading(usize),
    /// `1.`, `a)`, `Điều 1.` with the number as typed.
    Numbered(BlockKind, String),
    /// `-` is 1, `+` is 2.
    Gach(u8),
    /// `> `
    Quote,
    /// `|`
    Table,
    /// A plain paragraph.
    None,
}

/// The lines of one block, joined.
pub struct Chunk {
    /// What it begins with.
    pub marker: Marker,
    /// Its words, without the marker.
    pub text: String,
    /// From its first line to its last.
    pub place: Place,
    /// The lines it was joined from.
    pub pieces: Vec<Piece>,
}

/// One line of a chunk.
pub struct Piece {
    /// Where its words begin in the chunk's text.
    at: usize,
    /// The line, trimmed, and where in it those words begin.
    line: String,
    from: usize,
    place: Place,
}

impl Piece {
    /// The line as it stands in the body, and its place.
    pub fn line(&self) -> (&str, &Place) {
        (&self.line, &self.place)
    }
}

impl Chunk {
    fn new(marker: Marker, line: &str, rest: &str, place: Place) -> Chunk {
        let mut chunk = Chunk { marker, text: String::new(), place: place.clone(), pieces: Vec::new() };
        chunk.push(line, rest, place);
        chunk
    }

    fn push(&mut self, line: &str, rest: &str, place: Place) {
        if place.file == self.place.file && place.span.end > self.place.span.start {
            self.place.span.end = place.span.end;
        }
        let from = line.len() - rest.len();
        self.pieces.push(Piece { at: self.text.len(), line: line.to_owned(), from, place });
        self.text.push_str(rest);
    }

    /// Characters of the longest stretch that is laid out in one piece: the paragraph, or a row of the table.
    pub fn longest(&self) -> Option<usize> {
        match self.marker {
            Marker::Table => self.pieces.iter().map(|piece| piece.line.chars().count()).max(),
            _ => Some(self.text.chars().count()),
        }
    }

    /// The place of a range of the chunk's text; it ends on the line it begins on.
    pub fn locate(&self, files: &Files, range: &Range<usize>) -> Place {
        let index = self.pieces.partition_point(|piece| piece.at <= range.start).saturating_sub(1);
        let Some(piece) = self.pieces.get(index) else { return self.place.clone() };
        let start = (range.start - piece.at + piece.from).min(piece.line.len());
        let end = (start + range.len()).min(piece.line.len());
        locate(files, &piece.place, &piece.line, &(start..end))
    }

    /// The marker itself: the first sign or word of the first line.
    pub fn marker_place(&self, files: &Files) -> Place {
        let Some(piece) = self.pieces.first() else { return self.place.clone() };
        let length = piece.line.find(' ').unwrap_or(piece.line.len());
        locate(files, &piece.place, &piece.line, &(0..length))
    }
}

/// Cuts a body into chunks. A marker begins one only after a blank line or a line that ends in `.`, `;` or `:`.
pub fn chunks(lines: Lines, bo_cuc: BoCuc, files: &Files, sink: &mut Sink) -> Vec<Chunk> {
    let mut done: Vec<Chunk> = Vec::new();
    let mut current: Option<Chunk> = None;
    let mut may_begin = true;
    for Located { value, place } in lines {
        let line = value.trim();
        if line.is_empty() {
            done.extend(current.take());
            may_begin = true;
            continue;
        }
        let is = |wanted: Marker| current.as_ref().is_some_and(|c| c.marker == wanted);
        let (in_table, in_quote) = (is(Marker::Table), is(Marker::Quote));
        if in_quote && line == ">" {
            // A blank line of the quotation: its next paragraph begins.
            done.extend(current.take());
            may_begin = true;
            continue;
        }
        let mut found = marker(line, bo_cuc);
        if in_quote && found.0 == Marker::Quote {
            // A number or dash of the quoted text begins a paragraph as one of ours does, but is neither read nor counted.
            if may_begin && marker(found.1, bo_cuc).0 != Marker::None {
                done.extend(current.take());
            }
            may_begin = true;
        }
        if !may_begin && !in_table {
            if stuck(&found.0) {
                sink.push(no_blank_line(&found.0, locate(files, &place, line, &(0..line.len()))));
            } else {
                found = (Marker::None, line);
            }
        } else if let Some((length, message, advice)) = slip(line, &found.0).filter(|_| typed(files, &place, line)) {
            let place = locate(files, &place, line, &(0..length));
            sink.push(Diagnostic::new(&code::DAU_VAN_BAN, message).at(place).advice(advice));
        }
        let (marker, rest) = found;
        let same = |marker: &Marker| current.as_ref().is_some_and(|c| c.marker == *marker);
        let joins = match marker {
            Marker::None => current.is_some() && !in_table,
            Marker::Table | Marker::Quote => same(&marker),
            _ => false,
        };
        match &mut current {
            Some(chunk) if joins => {
                // A backslash at a line's end asks for a line break.
                chunk.text.push(if in_table || chunk.text.ends_with('\\') { '\n' } else { ' ' });
                chunk.push(line, rest, place);
            }
            _ => {
                done.extend(current.take());
                current = Some(Chunk::new(marker, line, rest, place));
            }
        }
        may_begin = line.ends_with(['.', ';', ':']);
        if matches!(current, Some(Chunk { marker: Marker::Heading(_), .. })) {
            done.extend(current.take());
            may_begin = true;
        }
    }
    done.extend(current);
    done
}

/// A title or a table never stands in the middle of a sentence: there it is a blank line that is missing.
fn stuck(marker: &Marker) -> bool {
    matches!(marker, Marker::Heading(_) | Marker::Table)
}

fn no_blank_line(marker: &Marker, place: Place) -> Diagnostic {
    let what = if *marker == Marker::Table { "bảng" } else { "tiêu đề" };
    Diagnostic::new(&code::DAU_VAN_BAN, format!("{what} này dính vào đoạn ở trên"))
        .at(place)
        .advice(format!("để một dòng trống trước {what}"))
}

/// Whether the line begins as the author typed it, and not with a value that came in.
fn typed(files: &Files, place: &Place, line: &str) -> bool {
    files.slice(place).chars().next() == line.chars().next()
}

/// A sign at the beginning of a block that is nearly a marker: the length to point at, what is wrong, what to write.
fn slip(line: &str, marker: &Marker) -> Option<(usize, String, String)> {
    if *marker != Marker::None {
        return None;
    }
    let sign = line.chars().next()?;
    let hashes = line.len() - line.trim_start_matches('#').len();
    let words = line.trim_start_matches(sign);
    let letter = words.chars().next().is_some_and(char::is_alphabetic);
    let first: String = words.split(' ').next().unwrap_or_default().chars().take(20).collect();
    match sign {
        '#' if letter => {
            let advice = format!("viết: {} {first} …", "#".repeat(hashes));
            Some((hashes, "sau dấu # thiếu dấu cách nên dòng này không thành tiêu đề".to_owned(), advice))
        }
        '-' | '+' if letter && line.len() == words.len() + 1 => {
            let message = format!("sau dấu {sign} thiếu dấu cách nên dòng này không thành gạch đầu dòng");
            Some((1, message, format!("viết: {sign} {first} …")))
        }
        '*' | '•' | '·' | '–' | '—' | '●' | '▪' if words.starts_with(' ') => {
            let message = format!("dấu {sign} ở đầu dòng không thành gạch đầu dòng");
            Some((
                sign.len_utf8(),
                message,
                format!(
                    "viết: -{} …",
                    words.split_at(1).0.to_owned() + words.trim_start().split(' ').next().unwrap_or_default()
                ),
            ))
        }
        _ => None,
    }
}

/// The marker a line begins with, and the words after it.
fn marker(line: &str, bo_cuc: BoCuc) -> (Marker, &str) {
    let hashes = line.len() - line.trim_start_matches('#').len();
    if hashes > 0
        && let Some(rest) = line[hashes..].strip_prefix(' ')
    {
        return (Marker::Heading(hashes), rest.trim());
    }
    for (prefix, marker) in [("- ", Marker::Gach(1)), ("+ ", Marker::Gach(2)), ("> ", Marker::Quote)] {
        if let Some(rest) = line.strip_prefix(prefix) {
            return (marker, rest.trim_start());
        }
    }
    if line.starts_with('|') {
        return (Marker::Table, line);
    }
    if let Some((kind, so, rest)) = number(line)
        && !rest.is_empty()
        && (matches!(kind, BlockKind::Khoan | BlockKind::Diem) || (kind == BlockKind::Dieu && bo_cuc == BoCuc::Dieu))
    {
        return (Marker::Numbered(kind, so), rest);
    }
    (Marker::None, line)
}

/// A typed number at the beginning of a line or title: its kind, the number, the words after it.
pub fn number(text: &str) -> Option<(BlockKind, String, &str)> {
    let (first, rest) = text.split_once(' ').unwrap_or((text, ""));
    let rest = rest.trim_start();
    if let Some(so) = first.strip_suffix('.') {
        if !so.is_empty() && so.len() <= 3 && so.bytes().all(|b| b.is_ascii_digit()) {
            return Some((BlockKind::Khoan, so.to_owned(), rest));
        }
        if is_roman(so) {
            return Some((BlockKind::Muc, so.to_owned(), rest));
        }
    }
    if let Some(so) = first.strip_suffix(')')
        && DIEM.contains(&so)
    {
        return Some((BlockKind::Diem, so.to_owned(), rest));
    }
    let words = [
        ("Phần ", BlockKind::Phan),
        ("Chương ", BlockKind::Chuong),
        ("Tiểu mục ", BlockKind::TieuMuc),
        ("Mục ", BlockKind::Muc),
        ("Điều ", BlockKind::Dieu),
    ];
    for (word, kind) in words {
        if let Some(after) = text.strip_prefix(word) {
            let (so, rest) = after.split_once(' ').unwrap_or((after, ""));
            let so = so.trim_end_matches(['.', ':']);
            let numeric = !so.is_empty() && so.len() <= 3 && so.bytes().all(|b| b.is_ascii_digit());
            if numeric || is_roman(so) {
                return Some((kind, so.to_owned(), rest.trim_start()));
            }
        }
    }
    None
}
