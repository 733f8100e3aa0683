//! The rows of a CSV. The rules are those of Excel, which the `csv` crate shares; it does not say where a cell stands, nor
//! that a quote never closes, and would take all rows after it for one cell.

use super::phan_cach::phan_cach;
use super::{Bang, Hang, MAX_COT, MAX_DONG, MAX_O, O, QUA_DONG, QUA_O, mot_dong, qua_lon};
use crate::diag::{Diagnostic, FileId, Files, Place, Sink, code};
use std::ops::Range;

/// A quoted cell longer than this never closes, in bytes: Excel has no room for more in a cell.
const MAX_QUOTED: usize = 1 << 17;

/// One record of a CSV, in bytes of its text.
pub(super) struct Record {
    pub span: Range<usize>,
    /// Between the separators; of a quoted cell what is inside its quotes.
    pub o: Vec<Raw>,
    /// The quote that does not close; the record is cut at the end of its line, and has no cells.
    pub mo: Option<usize>,
}

/// A cell as written.
pub(super) struct Raw {
    pub span: Range<usize>,
    pub quoted: bool,
}

/// Goes over the records of a text.
pub(super) struct Records<'a> {
    text: &'a str,
    at: usize,
    /// `None`: a list of one column, whose texts may hold any sign.
    separator: Option<u8>,
}

impl<'a> Records<'a> {
    pub(super) fn new(text: &'a str, from: usize, separator: Option<u8>) -> Self {
        Records { text, at: from, separator }
    }

    /// The first byte at or after `from` that ends a cell without quotes.
    fn end(&self, from: usize) -> usize {
        let rest = &self.text.as_bytes()[from..];
        rest.iter().position(|&b| b == b'\n' || Some(b) == self.separator).map_or(self.text.len(), |n| from + n)
    }

    fn skip_blanks(&self, from: usize) -> usize {
        let rest = &self.text.as_bytes()[from..];
        from + rest.iter().take_while(|&&b| b == b' ' || b == b'\t' && self.separator != Some(b'\t')).count()
    }

    /// The quote that closes a cell: the first that is not doubled. A separator or the end of the line must follow it,
    /// else an earlier quote was one too many.
    fn close(&self, from: usize) -> Option<usize> {
        let bytes = self.text.as_bytes();
        let mut at = from;
        loop {
            at += bytes[at..].iter().take(MAX_QUOTED).position(|&b| b == b'"')?;
            if bytes.get(at + 1) != Some(&b'"') {
                break;
            }
            at += 2;
            if at - from > MAX_QUOTED {
                return None;
            }
        }
        let after = self.skip_blanks(at + 1);
        (after == self.end(after)).then_some(at)
    }
}

impl Iterator for Records<'_> {
    type Item = Record;

    fn next(&mut self) -> Option<Record> {
        let start = self.at;
        if start >= self.text.len() {
            return None;
        }
        let mut o = Vec::new();
        loop {
            let word = self.skip_blanks(self.at);
            let (raw, end) = if self.text.as_bytes().get(word) == Some(&b'"') {
                let Some(close) = self.close(word + 1) else {
                    let line = self.text[word..].find('\n').map_or(self.text.len(), |n| word + n);
                    self.at = line + 1;
                    return Some(Record { span: start..line, o: Vec::new(), mo: Some(word) });
                };
                (Raw { span: word + 1..close, quoted: true }, self.skip_blanks(close + 1))
            } else {
                let end = self.end(self.at);
                (Raw { span: self.at..end, quoted: false }, end)
            };
            // One more than can be used tells that there are too many.
            if o.len() <= MAX_COT {
                o.push(raw);
            }
            self.at = end + 1;
            if self.text.as_bytes().get(end).is_none_or(|&b| b == b'\n') {
                return Some(Record { span: start..end, o, mo: None });
            }
        }
    }
}

/// The table in a text that is kept.
pub(super) fn bang(file: FileId, files: &Files, sink: &mut Sink) -> Option<Bang> {
    let text = files.text(file);
    let (from, separator) = phan_cach(text);
    let (mut hang, mut cells) = (Vec::new(), 0);
    for (index, record) in Records::new(text, from, separator).enumerate() {
        let row = row(text, file, index + 1, &record);
        if row.loi.is_empty() && row.o.iter().all(|o| o.chu.is_empty()) {
            continue;
        }
        cells += row.o.len();
        let place = Place { file, span: row.span.clone() };
        let too_many = match () {
            () if hang.len() > MAX_DONG => QUA_DONG.to_owned(),
            () if cells > MAX_O => QUA_O.to_owned(),
            () if row.o.len() > MAX_COT => format!("dòng {} có hơn {MAX_COT} cột", row.so),
            () => {
                hang.push(row);
                continue;
            }
        };
        sink.push(qua_lon(&too_many, place));
        return None;
    }
    Some(Bang { file, csv: true, hang })
}

fn row(text: &str, file: FileId, so: usize, record: &Record) -> Hang {
    let loi = record.mo.map(|at| {
        Diagnostic::new(&code::SAI_KIEU, "dấu ngoặc kép mở ô này không có dấu đóng, hoặc sau dấu đóng còn chữ")
            .at(Place { file, span: at..at + 1 })
            .advice("ô bắt đầu bằng \" phải hết bằng \"; dấu \" ở giữa ô viết hai lần, ví dụ \"Trường \"\"A\"\"\"")
    });
    let o = record.o.iter().map(|raw| cell(text, raw)).collect();
    Hang { so, span: record.span.clone(), o, loi: loi.into_iter().collect() }
}

fn cell(text: &str, raw: &Raw) -> O {
    let written = &text[raw.span.clone()];
    let start = raw.span.end - written.trim_start().len();
    let span = start..start + written.trim().len();
    let mut chu = mot_dong(&text[span.clone()]);
    if raw.quoted && chu.contains("\"\"") {
        chu = chu.replace("\"\"", "\"");
    }
    // ="00123": how programs keep Excel from dropping the zeros.
    if let Some(inner) = chu.strip_prefix("=\"").and_then(|rest| rest.strip_suffix('"')) {
        chu = inner.trim().to_owned();
    }
    O { chu, span }
}
