//! The bytes of a CSV to text. Excel writes three kinds: UTF-8 with a byte order mark ("CSV UTF-8"), UTF-16 ("Văn bản
//! Unicode") and the code page of Windows ("CSV"), which has no room for all Vietnamese letters.

use crate::diag::{FileId, Files, Place, Sink};
use crate::load::bytes;
use crate::load::legacy::Legacy;
use crate::load::text::{self, FaultKind};
use std::borrow::Cow;
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

/// How much of a file tells its encoding, in bytes.
const HEAD: usize = 1 << 16;

/// Keeps the text of a file: UTF-8, LF line ends, NFC. Bytes that are no UTF-8 become U+FFFD, for the row they are in,
/// unless the whole file is in an old encoding, which is reported.
pub(super) fn keep(name: &str, bytes: &[u8], tep: &Place, files: &mut Files, sink: &mut Sink) -> Option<FileId> {
    let text = match bytes {
        [0xff, 0xfe, rest @ ..] => utf16(rest, u16::from_le_bytes),
        [0xfe, 0xff, rest @ ..] => utf16(rest, u16::from_be_bytes),
        _ => {
            let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
            let head = head(bytes);
            if is_old(head) {
                return refuse(name, head, tep, files, sink);
            }
            String::from_utf8_lossy(bytes).into_owned()
        }
    };
    Some(files.add(name, tidy(text)))
}

fn utf16(bytes: &[u8], order: fn([u8; 2]) -> u16) -> String {
    let units = bytes.chunks_exact(2).map(|b| order([b[0], b[1]]));
    char::decode_utf16(units).map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER)).collect()
}

/// The first lines of a file, whole.
fn head(bytes: &[u8]) -> &[u8] {
    match bytes.get(..HEAD) {
        Some(head) => &head[..head.iter().rposition(|b| *b == b'\n').unwrap_or(HEAD)],
        None => bytes,
    }
}

/// Whether the file is in a known encoding other than UTF-8.
fn is_old(head: &[u8]) -> bool {
    let looks_utf16 = head.contains(&0);
    (looks_utf16 || std::str::from_utf8(head).is_err())
        && text::clean(head).faults.iter().any(|fault| match fault.kind {
            FaultKind::NotUtf8(legacy) => legacy != Legacy::Unknown,
            _ => false,
        })
}

/// What the reading of campaigns says of such a file, with the way out that Excel has.
fn refuse(name: &str, head: &[u8], tep: &Place, files: &mut Files, sink: &mut Sink) -> Option<FileId> {
    let mut found = Sink::default();
    bytes::keep_named(name, Ok(Cow::Owned(head.to_vec())), Some(tep), files, &mut found);
    for mut finding in found.into_sorted() {
        finding
            .advice
            .insert(0, "mở bảng gốc bằng Excel rồi Lưu thành (Save As) kiểu CSV UTF-8, hoặc .xlsx".to_owned());
        sink.push(finding);
    }
    None
}

/// Line ends and normal form, as the cleaning of campaigns has them.
pub(super) fn tidy(mut text: String) -> String {
    if text.contains('\r') {
        text = text.replace("\r\n", "\n").replace('\r', "\n");
    }
    match is_nfc_quick(text.chars()) {
        IsNormalized::Yes => text,
        _ => text.nfc().collect(),
    }
}
