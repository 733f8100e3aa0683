//! Bytes of a file to clean text that is kept for messages, or to findings that say what kind of file it really is.

use super::legacy::{self, Legacy};
use super::text::{self, FaultKind};
use crate::diag::words::shorten;
use crate::diag::{Diagnostic, FileId, Files, Place, Sink, code, nearest};
use crate::project;
use std::borrow::Cow;
use std::io;
use std::path::Path;

/// How files begin that people take for text because they look like it on the screen.
const OTHER_KINDS: [(&[u8], &str); 5] = [
    (b"PK\x03\x04", "tệp Word, Excel (.docx, .xlsx) hoặc tệp nén"),
    (b"\xd0\xcf\x11\xe0", "tệp Word, Excel đời cũ (.doc, .xls)"),
    (b"%PDF", "tệp PDF"),
    (b"{\\rtf", "tệp RTF"),
    (b"\x89PNG", "ảnh"),
];

/// Reads a file from the disk, but never more than the program is willing to look at.
pub fn read(path: &Path) -> io::Result<Cow<'static, [u8]>> {
    project::read(path, text::MAX_BYTES)
}

/// Turns bytes into clean text, keeps it in `files` under `name`, and records what is wrong with it. `None` when the
/// text cannot be used.
pub fn keep(name: &str, bytes: io::Result<Cow<'_, [u8]>>, files: &mut Files, sink: &mut Sink) -> Option<FileId> {
    keep_named(name, bytes, None, files, sink)
}

/// The same for a file that another file names: `place` is where, and is shown when nothing of the file itself can be.
pub fn keep_named(
    name: &str,
    bytes: io::Result<Cow<'_, [u8]>>,
    place: Option<&Place>,
    files: &mut Files,
    sink: &mut Sink,
) -> Option<FileId> {
    let mut refuse = |mut finding: Diagnostic| {
        finding.place = place.cloned();
        sink.push(finding);
        None
    };
    // Borrowed is built into the program: a test has looked at it, and a look at each start would cost a tenth of it.
    if let Ok(Cow::Borrowed(built_in)) = &bytes
        && let Ok(text) = std::str::from_utf8(built_in)
    {
        return Some(files.add(name, text.to_owned()));
    }
    let bytes = match bytes {
        Ok(bytes) => bytes,
        Err(error) => return refuse(unreadable(name, &error)),
    };
    if let Some((_, kind)) = OTHER_KINDS.iter().find(|(head, _)| bytes.starts_with(head)) {
        return refuse(
            Diagnostic::new(&code::MA_KY_TU, format!("{name} là {kind}, không phải tệp chữ"))
                .advice("chép câu chữ sang một tệp soạn bằng Notepad, lưu với mã hóa UTF-8"),
        );
    }
    if bytes.len() > text::MAX_BYTES {
        return refuse(describe(FaultKind::TooLarge, name, ""));
    }
    let cleaned = text::clean(&bytes);
    let file = files.add(name, cleaned.text);
    let clean = cleaned.faults.is_empty();
    for fault in cleaned.faults {
        let place = Place { file, span: fault.span };
        let finding = describe(fault.kind, name, files.slice(&place));
        sink.push(finding.at(place));
    }
    clean.then_some(file)
}

/// A file that could not be read, said by kind.
pub fn unreadable(name: &str, error: &io::Error) -> Diagnostic {
    let (what, advice) = match error.kind() {
        io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => {
            ("không có tệp", "kiểm tra lại tên và thư mục của tệp")
        }
        io::ErrorKind::PermissionDenied => ("không được phép đọc tệp", "xin quyền đọc hoặc chép tệp về máy"),
        io::ErrorKind::IsADirectory => ("đây là thư mục, không phải tệp:", "ghi tên một tệp trong thư mục này"),
        _ => ("không đọc được tệp", "thử mở tệp bằng Notepad để xem còn đọc được không"),
    };
    let finding = Diagnostic::new(&code::TEP, format!("{what} {name}")).advice(advice);
    match sibling(Path::new(name), error.kind()) {
        Some(near) => finding.advice(format!("có phải là {near}?")),
        None => finding,
    }
}

/// A file beside the one that is missing whose name is nearly the same.
fn sibling(path: &Path, kind: io::ErrorKind) -> Option<String> {
    if kind != io::ErrorKind::NotFound {
        return None;
    }
    let folder = path.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut names: Vec<String> =
        std::fs::read_dir(folder).ok()?.flatten().filter_map(|e| e.file_name().into_string().ok()).collect();
    names.sort_unstable();
    let near = nearest(path.file_name()?.to_str()?, names.iter().map(String::as_str))?;
    Some(path.with_file_name(near).display().to_string())
}

/// What is wrong with a text, as a finding without its place.
pub(crate) fn describe(fault: FaultKind, name: &str, shown: &str) -> Diagnostic {
    const NOTEPAD: &str = "mở tệp bằng Notepad, chọn Lưu thành (Save As), ở ô Mã hóa (Encoding) chọn UTF-8";
    match fault {
        FaultKind::TooLarge => Diagnostic::new(&code::QUA_LON, format!("tệp {name} lớn quá 4 MB"))
            .advice("một chiến dịch thường chỉ vài chục KB: xem có chọn nhầm tệp không, hoặc tách thành nhiều tệp"),
        FaultKind::NotUtf8(Legacy::Utf16) => {
            Diagnostic::new(&code::MA_KY_TU, "tệp lưu theo bảng mã UTF-16, không phải UTF-8").advice(NOTEPAD)
        }
        FaultKind::NotUtf8(Legacy::Unknown) => {
            Diagnostic::new(&code::MA_KY_TU, "tệp không phải Unicode UTF-8, không rõ bảng mã").advice(NOTEPAD)
        }
        FaultKind::NotUtf8(legacy) => {
            Diagnostic::new(&code::MA_KY_TU, format!("tệp theo bảng mã {}, không phải Unicode UTF-8", name_of(legacy)))
                .label(format!("có lẽ là “{}”", shorten(&legacy::decode(legacy, shown))))
                .advice("chuyển mã sang Unicode bằng UniKey (Ctrl+Shift+F6), rồi lưu tệp với mã hóa UTF-8")
        }
        FaultKind::LegacyInUnicode(legacy) => {
            Diagnostic::new(&code::MA_KY_TU, format!("chữ viết theo bảng mã {}, không phải Unicode", name_of(legacy)))
                .label(format!("có lẽ là “{}”", shorten(&legacy::decode(legacy, shown))))
                .advice("chuyển mã sang Unicode bằng UniKey (Ctrl+Shift+F6) rồi dán lại")
        }
        FaultKind::Control(c) => {
            Diagnostic::new(&code::KY_TU_LA, format!("ký tự điều khiển U+{:04X} trong tệp", u32::from(c)))
                .advice("xóa ký tự này; nó thường lẫn vào khi chép từ phần mềm khác")
        }
        FaultKind::PrivateUse(c) => {
            Diagnostic::new(&code::KY_TU_LA, format!("ký tự riêng của phông chữ, U+{:04X}", u32::from(c)))
                .advice("thay bằng chữ hoặc dấu thường; ký tự này chỉ hiện ở một phông chữ nhất định")
        }
        FaultKind::Hidden(c) => Diagnostic::new(&code::KY_TU_LA, format!("ký tự ẩn U+{:04X}", u32::from(c)))
            .advice("xóa rồi gõ lại chỗ này; ký tự ẩn thường lẫn vào khi chép từ Word hoặc trang web"),
    }
}

fn name_of(legacy: Legacy) -> &'static str {
    match legacy {
        Legacy::Tcvn3 => "TCVN3 (ABC)",
        Legacy::Vni => "VNI",
        Legacy::Windows1258 => "Windows-1258",
        Legacy::Utf16 => "UTF-16",
        Legacy::Unknown => "lạ",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assets;

    #[test]
    fn what_is_built_in_is_clean() {
        let mut seen = 0;
        for folder in ["data", "data/co_quan", "data/chien_dich", "data/mau", "data/mau_du_an", "templates/the_thuc"] {
            // Lists are as Excel writes them, and are read from the disk alone.
            for name in assets::list(folder).into_iter().filter(|name| !name.ends_with(".csv")) {
                let path = format!("{folder}/{name}");
                let bytes = assets::file(&path).expect("a listed file");
                let cleaned = text::clean(bytes);
                assert!(cleaned.faults.is_empty(), "{path}: {:?}", cleaned.faults);
                assert_eq!(cleaned.text.as_bytes(), bytes, "{path} is tidy");
                seen += 1;
            }
        }
        assert!(seen > 50, "{seen} files");
    }
}
