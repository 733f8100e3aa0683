//! The YAML parser's errors, said in Vietnamese by kind; its own English text never reaches the user.

use crate::diag::{Diagnostic, FileId, Place, code};
use granit_parser::{ErrorKind, ScanError};

/// Turns a syntax error into a finding at its line, with advice fit for the line's text.
pub fn explain(file: FileId, text: &str, error: &ScanError) -> Diagnostic {
    let at = error.marker().byte_offset().unwrap_or(0).min(text.len());
    let line_start = text.get(..at).and_then(|t| t.rfind('\n')).map_or(0, |i| i + 1);
    let line_end = text[line_start..].find('\n').map_or(text.len(), |i| line_start + i);
    let line = &text[line_start..line_end];
    let place = |range: std::ops::Range<usize>| Place { file, span: line_start + range.start..line_start + range.end };
    let here = Place { file, span: at..(at + 1).min(text.len()) };
    let new = |message: &str| Diagnostic::new(&code::CU_PHAP_YAML, message);

    if let Some(i) = unquoted_template(line) {
        return Diagnostic::new(&code::BAY_YAML, "{{ ở đầu câu chữ chưa đặt trong ngoặc kép")
            .at(place(i..line.trim_end().len()))
            .advice("đặt cả câu trong ngoặc kép: \"{{ nam }} …\"");
    }
    use ErrorKind as K;
    match error.kind() {
        K::MappingValueNotAllowed
        | K::InvalidColonPlacement
        | K::MappingKeyNotAllowed
        | K::InvalidMappingValueWhitespace => {
            Diagnostic::new(&code::BAY_YAML, "dấu hai chấm giữa câu làm YAML hiểu thành một khóa mới")
                .at(here)
                .advice("đặt cả câu sau khóa trong ngoặc kép, ví dụ trich_yeu: \"Chủ đề: thi đua\"")
        }
        K::TabNotAllowed
        | K::TabInBlockIndentation
        | K::TabAtBlockScalarStart
        | K::TabInIndentation
        | K::TabInPlainScalar => new("dùng phím Tab để thụt đầu dòng").at(here).advice("thay Tab bằng dấu cách"),
        K::UnclosedQuotedScalar | K::DocumentIndicatorInQuotedScalar | K::InvalidQuotedScalarIndent => {
            new("thiếu dấu ngoặc kép đóng").at(here).advice("thêm \" ở cuối câu chữ")
        }
        K::InvalidTrailingSingleQuotedScalar | K::InvalidTrailingDoubleQuotedScalar => {
            new("còn chữ sau dấu ngoặc kép đóng")
                .at(here)
                .advice("đưa cả câu vào trong ngoặc; ngoặc kép bên trong viết “ ” hoặc \\\"")
        }
        K::UnknownQuotedScalarEscape
        | K::InvalidQuotedScalarHexEscape
        | K::InvalidUnicodeEscape
        | K::InvalidLowSurrogateHexEscape
        | K::InvalidLowSurrogate
        | K::MissingLowSurrogate
        | K::UnpairedLowSurrogate => new("dấu \\ trong ngoặc kép có nghĩa riêng")
            .at(here)
            .advice("viết \\\\ hoặc thay ngoặc kép \" bằng ngoặc đơn '"),
        K::RecursionLimitExceeded => {
            Diagnostic::new(&code::QUA_LON, "các dấu ngoặc hoặc tầng thụt dòng lồng nhau quá sâu")
                .at(here)
                .advice("một chiến dịch chỉ cần vài tầng; xem mẫu bằng lệnh vanthu new")
        }
        K::UnexpectedEofFlowSequence
        | K::UnexpectedEofFlowMapping
        | K::UnexpectedEofImplicitFlowMapping
        | K::UnclosedFlowCollection { .. }
        | K::MisplacedFlowCollectionEnd
        | K::MismatchedFlowCollectionEnd { .. }
        | K::ExpectedFlowMappingSeparator
        | K::ExpectedFlowSequenceSeparator
        | K::FlowMappingValueAdjacentCollection => new("ngoặc [ ] hoặc { } chưa khớp")
            .at(here)
            .advice("đóng đủ ngoặc; câu chữ có , [ ] { } thì đặt trong ngoặc kép"),
        K::UnexpectedCharacter { .. } | K::PlainScalarStartsWithDashFlowIndicator => {
            new("ký tự này không được đứng đầu câu chữ trong YAML").at(here).advice("đặt cả câu trong ngoặc kép")
        }
        K::CommentInterceptedScalar | K::CommentNotSeparated => {
            Diagnostic::new(&code::BAY_YAML, "dấu # cắt ngang câu chữ")
                .at(here)
                .advice("đặt cả câu trong ngoặc kép, hoặc dùng khối | cho đoạn dài")
        }
        K::TooManyComments => {
            Diagnostic::new(&code::QUA_LON, "quá nhiều dòng ghi chú # liền nhau").at(here).advice("bớt ghi chú")
        }
        K::UnknownAnchor
        | K::MissingAnchorOrAliasName
        | K::ExpectedTagBang
        | K::InvalidTagTerminator
        | K::UndeclaredTagHandle
        | K::MissingTagUri => {
            Diagnostic::new(&code::BAY_YAML, "dấu *, & hoặc ! ở đầu câu chữ có nghĩa riêng trong YAML")
                .at(here)
                .advice("đặt cả câu trong ngoặc kép: \"* …\"")
        }
        K::InvalidBlockScalarHeader | K::ZeroBlockScalarIndent | K::InvalidBlockScalarIndent => {
            new("khối chữ sau | viết chưa đúng")
                .at(here)
                .advice("sau dấu | xuống dòng ngay; mọi dòng của khối thụt vào bằng nhau")
        }
        _ => new("dòng này thụt vào chưa đúng, hoặc thiếu dấu hai chấm và dấu cách sau khóa")
            .at(here)
            .advice("các khóa cùng cấp thụt vào bằng nhau; viết dạng khóa: giá trị"),
    }
}

/// Byte offset of a `{{` that begins a value of this line outside quotes.
fn unquoted_template(line: &str) -> Option<usize> {
    let i = line.find("{{")?;
    let before = line[..i].trim_end();
    (before.is_empty() || before.ends_with([':', '-', '[', ','])).then_some(i)
}
