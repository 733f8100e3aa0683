//! Step 1: files to drafts and agencies. YAML text becomes nodes, nodes become values, every mistake is recorded at its
//! place. Nothing is rendered or computed here.

pub mod campaign;
pub mod co_quan;
pub mod decode;
pub mod legacy;
pub mod reference;
pub mod text;
pub mod yaml;
mod yaml_error;

pub use campaign::campaign;
pub use co_quan::co_quan;
pub use reference::Reference;

use crate::diag::{Diagnostic, FileId, Files, Place, Sink, code};
use legacy::Legacy;
use std::borrow::Cow;
use std::io;
use text::FaultKind;

/// Turns bytes into clean text, keeps it in `files` under `name`, and records what is wrong with it. `None` when the
/// text cannot be used.
pub fn keep(name: &str, bytes: io::Result<Cow<'_, [u8]>>, files: &mut Files, sink: &mut Sink) -> Option<FileId> {
    let bytes = match bytes {
        Ok(bytes) => bytes,
        Err(error) => {
            sink.push(unreadable(name, &error));
            return None;
        }
    };
    let cleaned = text::clean(&bytes);
    let file = files.add(name, cleaned.text);
    let clean = cleaned.faults.is_empty();
    for fault in cleaned.faults {
        let place = Place { file, span: fault.span };
        let shown = files.slice(&place).to_owned();
        sink.push(describe(&fault.kind, &shown).at(place));
    }
    clean.then_some(file)
}

/// A file that could not be read, said by kind.
pub fn unreadable(name: &str, error: &io::Error) -> Diagnostic {
    let (what, advice) = match error.kind() {
        io::ErrorKind::NotFound => ("không có tệp", "kiểm tra lại tên và thư mục của tệp"),
        io::ErrorKind::PermissionDenied => ("không được phép đọc tệp", "xin quyền đọc hoặc chép tệp về máy"),
        io::ErrorKind::IsADirectory => ("đây là thư mục, không phải tệp", "ghi tên tệp .yaml trong thư mục này"),
        _ => ("không đọc được tệp", "thử mở tệp bằng Notepad để xem còn đọc được không"),
    };
    Diagnostic::new(&code::TEP, format!("{what} {name}")).advice(advice)
}

fn describe(fault: &FaultKind, shown: &str) -> Diagnostic {
    match fault {
        FaultKind::TooLarge => Diagnostic::new(&code::QUA_LON, "tệp lớn quá 4 MB")
            .advice("tách tệp; một chiến dịch thường chỉ vài chục KB"),
        FaultKind::NotUtf8(Legacy::Utf16) => {
            Diagnostic::new(&code::MA_KY_TU, "tệp lưu theo bảng mã UTF-16, không phải UTF-8")
                .advice("mở tệp bằng Notepad, chọn Lưu thành (Save As), mã hóa (Encoding) UTF-8")
        }
        FaultKind::NotUtf8(Legacy::Unknown) => {
            Diagnostic::new(&code::MA_KY_TU, "tệp không phải Unicode UTF-8, không rõ bảng mã")
                .advice("mở tệp, chọn Lưu thành (Save As) với mã hóa UTF-8")
        }
        FaultKind::NotUtf8(legacy) => {
            Diagnostic::new(&code::MA_KY_TU, format!("tệp theo bảng mã {}, không phải Unicode UTF-8", name_of(*legacy)))
                .label(format!("có lẽ là “{}”", legacy::decode(*legacy, shown)))
                .advice("chuyển mã sang Unicode bằng UniKey (Ctrl+Shift+F6), rồi lưu tệp với mã hóa UTF-8")
        }
        FaultKind::LegacyInUnicode(legacy) => {
            let decoded = legacy::decode(*legacy, shown);
            Diagnostic::new(&code::MA_KY_TU, format!("chữ viết theo bảng mã {}, không phải Unicode", name_of(*legacy)))
                .label(format!("có lẽ là “{decoded}”"))
                .advice("chuyển mã sang Unicode bằng UniKey (Ctrl+Shift+F6) rồi dán lại")
        }
        FaultKind::Control(c) => {
            Diagnostic::new(&code::KY_TU_LA, format!("ký tự điều khiển U+{:04X} trong tệp", u32::from(*c)))
                .advice("xóa ký tự này; nó thường lẫn vào khi chép từ phần mềm khác")
        }
        FaultKind::PrivateUse(c) => {
            Diagnostic::new(&code::KY_TU_LA, format!("ký tự riêng của phông U+{:04X}", u32::from(*c)))
                .advice("thay bằng chữ hoặc dấu thường; ký tự này chỉ hiện ở một phông chữ nhất định")
        }
        FaultKind::Hidden(c) => Diagnostic::new(&code::KY_TU_LA, format!("ký tự ẩn U+{:04X}", u32::from(*c)))
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
