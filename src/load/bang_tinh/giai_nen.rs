//! What a zip file is, and whether it stays small when it is unpacked: a workbook of 30 KB can hold gigabytes.

use std::io::{Cursor, Read, copy, sink};
use zip::ZipArchive;

/// The most that all parts of a workbook may unpack to, in bytes; 100,000 rows are some 60 MB.
const MAX: u64 = 256 << 20;

/// A part packed smaller than this cannot unpack to more than [`MAX`]: deflate shrinks 1,032 times at best.
const SAFE: u64 = MAX / 1032;

/// What a zip file is.
pub(super) enum Goi {
    /// Perhaps a workbook.
    BangTinh,
    /// Something else: what, in words.
    Khac(&'static str),
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
        () if has("word/document.xml") => return Goi::Khac("tệp Word (.docx)"),
        () if has("ppt/presentation.xml") => return Goi::Khac("tệp PowerPoint (.pptx)"),
        () if has("xl/workbook.bin") => return Goi::Khac("bảng tính kiểu nhị phân (.xlsb)"),
        () if has("mimetype") && has("content.xml") => return Goi::Khac("tệp LibreOffice (.ods, .odt)"),
        () if !has("[content_types].xml") => return Goi::Khac("tệp nén"),
        () => {}
    }
    if zip.decompressed_size().is_none_or(|size| size > u128::from(MAX)) {
        return Goi::QuaLon;
    }
    // The sizes that a zip file tells of itself may be wrong.
    for (index, name) in names.iter().enumerate() {
        let Ok(mut part) = zip.by_index(index) else { return Goi::Hong };
        if part.compressed_size() > SAFE && copy(&mut part.by_ref().take(MAX + 1), &mut sink()).unwrap_or(0) > MAX {
            return Goi::QuaLon;
        }
        drop(part);
        if name.ends_with("sharedstrings.xml") {
            let Ok(part) = zip.by_index(index) else { return Goi::Hong };
            let mut head = Vec::new();
            if part.take(1024).read_to_end(&mut head).is_err() || told_count(&head) > bytes.len() as u64 * 1032 {
                return Goi::Hong;
            }
        }
    }
    Goi::BangTinh
}

/// How many texts the table of texts says it has; room for so many is taken at once.
fn told_count(head: &[u8]) -> u64 {
    let head = String::from_utf8_lossy(head);
    let told = head.split_once("uniqueCount").map(|(_, rest)| rest.trim_start_matches(['=', '"', '\'', ' ']));
    let digits: String = told.unwrap_or("0").chars().take_while(char::is_ascii_digit).collect();
    digits.parse().unwrap_or(u64::MAX)
}
