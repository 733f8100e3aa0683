//! A list of recipients from a table beside the campaign: CSV as Excel writes it, or a sheet of an XLSX workbook.
//!
//! Both become the same `Bang`, a table whose cells say what a person would see; `danh_sach` finds its header and
//! judges its rows.

mod chu;
mod csv;
mod danh_sach;
mod giai_nen;
mod hien;
mod ngay;
mod phan_cach;
mod xlsx;

use crate::diag::words::shorten;
use crate::diag::{Diagnostic, FileId, Files, Located, Place, Sink, code, nearest};
use crate::load::bytes;
use crate::model::DanhSach;
use crate::project::Project;
use std::fs::File;
use std::io::{self, Read as _};
use std::ops::Range;
use std::path::Path;

/// The largest file that is read, in bytes; 20,000 rows are 2 to 4 MB.
const MAX_BYTES: usize = 32 << 20;

/// The most rows of a list, without its header.
pub const MAX_DONG: usize = 100_000;

/// The most columns of a table.
const MAX_COT: usize = 256;

/// The most cells of a table, empty ones between filled ones counted: 100,000 rows of 20.
const MAX_O: usize = 2_000_000;

const LUU_LAI: &str = "mở tệp bằng Excel, chọn Lưu thành (Save As), kiểu Sổ làm việc Excel (.xlsx) hoặc CSV UTF-8";

/// A table as its file has it.
struct Bang {
    /// The text that the spans below point into.
    file: FileId,
    /// Whether the file is a CSV, whose separators and quotes a person may have typed.
    csv: bool,
    /// The rows that have something in them, in their order.
    hang: Vec<Hang>,
}

/// A row of a file.
struct Hang {
    /// Its number as Excel shows it, from 1.
    so: usize,
    /// Bytes of the text.
    span: Range<usize>,
    /// Every cell up to the last one of the row.
    o: Vec<O>,
    /// What makes the row unusable already; place and message complete.
    loi: Vec<Diagnostic>,
}

/// A cell: its text on one line, trimmed, and its bytes in the file's text.
struct O {
    chu: String,
    span: Range<usize>,
}

/// What the bytes of a file are.
enum Loai {
    Chu,
    Zip,
    /// No table: what it is, and advice.
    Khac(&'static str, &'static str),
}

/// Reads the list in `tep`, which lies beside the campaign and inside the project. `trang` is the name of a sheet of a
/// workbook; without it the first visible sheet with something in it is read.
///
/// `sink` gets what makes the whole list useless, [`DanhSach::hong`] what is wrong with single rows. A CSV is kept in
/// `files` under its path, a sheet as `don_vi.xlsx [Sheet1]`, one line a row, cells parted by " | ".
pub fn bang_tinh(
    project: &Project,
    campaign: &Path,
    tep: &Located<String>,
    trang: Option<&Located<String>>,
    files: &mut Files,
    sink: &mut Sink,
) -> Option<DanhSach> {
    let beside = campaign.with_file_name(&tep.value);
    let Some(real) = project.contain(&beside) else {
        sink.push(not_there(&beside, tep));
        return None;
    };
    let name = beside.display().to_string();
    let mut refuse = |finding: Diagnostic| {
        sink.push(finding.at(tep.place.clone()));
        None
    };
    let bytes = match read(&real) {
        Ok(bytes) => bytes,
        Err(error) => return refuse(bytes::unreadable(&name, &error)),
    };
    if bytes.len() > MAX_BYTES {
        let message = format!("tệp {name} lớn quá {} MB", MAX_BYTES >> 20);
        return refuse(
            Diagnostic::new(&code::QUA_LON, message)
                .advice("tách danh sách thành nhiều tệp, hoặc bỏ hình ảnh trong bảng"),
        );
    }
    let bang = match nhan_dang(&bytes) {
        Loai::Khac(what, advice) => {
            let finding = Diagnostic::new(&code::SAI_KIEU, format!("{name} là {what}, không phải bảng đọc được"));
            return refuse(finding.advice(advice));
        }
        Loai::Zip => xlsx::bang(&name, bytes, tep, trang, files, sink)?,
        Loai::Chu => {
            if let Some(trang) = trang {
                let message = format!("tệp {name} là tệp chữ (CSV), không có trang tính nào để chọn");
                let finding = Diagnostic::new(&code::SAI_GIA_TRI, message).at(trang.place.clone());
                sink.push(finding.advice("bỏ tên trang, hoặc ghi tên một tệp .xlsx"));
            }
            let file = chu::keep(&name, &bytes, &tep.place, files, sink)?;
            csv::bang(file, files, sink)?
        }
    };
    danh_sach::danh_sach(bang, tep, files, sink)
}

fn read(path: &Path) -> io::Result<Vec<u8>> {
    let file = File::open(path)?;
    if file.metadata()?.is_dir() {
        return Err(io::ErrorKind::IsADirectory.into());
    }
    let mut bytes = Vec::new();
    file.take(MAX_BYTES as u64 + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// The name of a file says little: systems export web pages as `.xls` and Excel opens them.
fn nhan_dang(bytes: &[u8]) -> Loai {
    let text = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes).trim_ascii_start();
    let encrypted: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    match bytes {
        [b'P', b'K', 3, 4, ..] => Loai::Zip,
        [0xd0, 0xcf, 0x11, 0xe0, ..] if bytes.windows(encrypted.len()).any(|part| part == encrypted) => Loai::Khac(
            "bảng tính có mật khẩu",
            "mở tệp bằng Excel, vào Tệp > Thông tin (File > Info), bỏ mật khẩu rồi lưu lại",
        ),
        [0xd0, 0xcf, 0x11, 0xe0, ..] => Loai::Khac("bảng tính kiểu cũ (.xls)", LUU_LAI),
        [b'%', b'P', b'D', b'F', ..] => Loai::Khac("tệp PDF", "xin tệp Excel gốc của danh sách"),
        [b'{', b'\\', b'r', b't', b'f', ..] => {
            Loai::Khac("tệp RTF", "mở bằng Word, chép bảng sang Excel rồi lưu thành .xlsx")
        }
        [0x89, b'P', b'N', b'G', ..] | [0xff, 0xd8, 0xff, ..] => Loai::Khac("ảnh", "xin tệp Excel gốc của danh sách"),
        _ if text.starts_with(b"<") => Loai::Khac("trang web (HTML, XML)", LUU_LAI),
        _ => Loai::Chu,
    }
}

fn not_there(beside: &Path, tep: &Located<String>) -> Diagnostic {
    let name = shorten(&tep.value);
    if beside.exists() {
        return Diagnostic::new(&code::TEP, format!("tệp danh sách “{name}” nằm ngoài thư mục dự án"))
            .at(tep.place.clone())
            .advice("chép tệp vào cạnh tệp chiến dịch rồi ghi tên nó; tệp ngoài dự án không được đọc");
    }
    let finding = Diagnostic::new(&code::TEP, format!("không có tệp danh sách “{name}”")).at(tep.place.clone());
    let mut names: Vec<String> = std::fs::read_dir(beside.parent().unwrap_or(Path::new(".")))
        .map(|entries| entries.flatten().filter_map(|e| e.file_name().into_string().ok()).collect())
        .unwrap_or_default();
    names.sort_unstable();
    match nearest(&tep.value, names.iter().map(String::as_str)) {
        Some(near) => finding.label(format!("có phải là “{near}”?")),
        None => finding,
    }
    .advice("để tệp cạnh tệp chiến dịch và ghi đúng tên, ví dụ don_vi.xlsx hoặc don_vi.csv")
}

/// The text of a cell as it is kept: one line, trimmed; line breaks and tabs in it become spaces.
fn mot_dong(text: &str) -> String {
    let text = text.trim();
    if !text.contains(['\n', '\r', '\t']) {
        return text.to_owned();
    }
    text.split(['\n', '\r', '\t']).map(str::trim).filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

/// The letters Excel gives to a column: 0 is A, 27 is AB.
fn ten_cot(index: usize) -> String {
    let letter = char::from(b'A' + u8::try_from(index % 26).unwrap_or_default());
    match index / 26 {
        0 => letter.to_string(),
        rest => ten_cot(rest - 1) + &letter.to_string(),
    }
}

/// What makes a list too large; Vietnamese marks in the numbers.
const QUA_DONG: &str = "hơn 100.000 dòng";
const QUA_O: &str = "hơn 2 triệu ô";

fn qua_lon(what: &str, place: Place) -> Diagnostic {
    Diagnostic::new(&code::QUA_LON, format!("danh sách quá lớn: {what}"))
        .at(place)
        .advice("tách danh sách thành nhiều tệp; xóa các ô thừa ở xa bảng")
}
