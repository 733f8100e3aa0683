//! What a zip file is, and whether it stays small when it is unpacked: a workbook of 30 KB can hold gigabytes.

use super::LUU_LAI;
use std::io::{self, Cursor, Read as _, Write, copy};
use zip::ZipArchive;

/// The most that all parts of a workbook may unpack to, in bytes; 100,000 rows are some 60 MB.
const MAX: u64 = 256 << 20;

const CHEP: &str = "chép bảng sang Excel rồi lưu thành .xlsx";
const LIBRE: &str = "mở tệp bằng LibreOffice hoặc Excel, lưu thành kiểu Excel (.xlsx)";

/// What a zip file is.
pub(super) enum Goi {
    /// Perhaps a workbook; whether any of its sheets has merged cells.
    BangTinh { gop: bool },
    /// Something else: what, and advice.
    Khac(&'static str, &'static str),
    /// A zip file cut short or damaged.
    Hong,
    /// More than the program is willing to read.
    QuaLon,
}

/// Looks at the parts of a zip file.
pub(super) fn xem(bytes: &[u8]) -> Goi {
    let Ok(mut zip) = ZipArchive::new(Cursor::new(bytes)) else { return Goi::Hong };
    let names: Vec<String> =
        zip.file_names_raw().map(|name| String::from_utf8_lossy(name).to_lowercase().replace('\\', "/")).collect();
    let has = |part: &str| names.iter().any(|name| name == part);
    match () {
        () if has("word/document.xml") => return Goi::Khac("tệp Word (.docx)", CHEP),
        () if has("ppt/presentation.xml") => return Goi::Khac("tệp PowerPoint (.pptx)", CHEP),
        () if has("xl/workbook.bin") => return Goi::Khac("bảng tính kiểu nhị phân (.xlsb)", LUU_LAI),
        () if has("mimetype") && has("content.xml") => return Goi::Khac("tệp LibreOffice (.ods, .odt)", LIBRE),
        () if !has("[content_types].xml") => return Goi::Khac("tệp nén", "giải nén rồi ghi tên tệp bảng ở trong"),
        () => {}
    }
    if zip.decompressed_size().is_none_or(|size| size > u128::from(MAX)) {
        return Goi::QuaLon;
    }
    let (mut left, mut gop) = (MAX, false);
    for (index, name) in names.iter().enumerate() {
        let Ok(part) = zip.by_index(index) else { return Goi::Hong };
        let mut seen = Seen::default();
        // The sizes that a zip file tells of itself may be wrong.
        let Ok(size) = copy(&mut part.take(left + 1), &mut seen) else { return Goi::Hong };
        if size > left {
            return Goi::QuaLon;
        }
        left -= size;
        if name.ends_with("sharedstrings.xml") && told_count(&seen.head) > size / SHORTEST {
            return Goi::Hong;
        }
        gop |= seen.gop;
    }
    Goi::BangTinh { gop }
}

/// What is looked for in a part while it is unpacked.
#[derive(Default)]
struct Seen {
    /// The first bytes.
    head: Vec<u8>,
    /// Whether cells are merged.
    gop: bool,
    /// The end of what came before.
    tail: Vec<u8>,
}

/// A text of the table of texts is at least `<si/>`, in bytes.
const SHORTEST: u64 = 5;
const HEAD: usize = 1024;
const GOP: &[u8] = b"mergeCell";

impl Write for Seen {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.head.extend(bytes.iter().take(HEAD - self.head.len()));
        if !self.gop {
            self.tail.extend(bytes.iter().take(GOP.len()));
            let has = |text: &[u8]| text.windows(GOP.len()).any(|part| part == GOP);
            self.gop = has(&self.tail) || has(bytes);
            let end = if bytes.len() < GOP.len() { &self.tail } else { bytes };
            self.tail = end[end.len().saturating_sub(GOP.len() - 1)..].to_vec();
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// How many texts the table of texts says it has; room for so many is taken at once.
fn told_count(head: &[u8]) -> u64 {
    let head = String::from_utf8_lossy(head);
    let told = head.split_once("uniqueCount").map(|(_, rest)| rest.trim_start_matches(['=', '"', '\'', ' ']));
    let digits: String = told.unwrap_or("0").chars().take_while(char::is_ascii_digit).collect();
    digits.parse().unwrap_or(u64::MAX)
}
