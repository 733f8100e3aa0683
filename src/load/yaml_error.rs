//! The YAML parser's errors, said in Vietnamese; its own English text never reaches the user.
//!
//! The parser stops at the sign it did not want, often a line or more after the slip. So the lines around that place are
//! looked at as their author sees them: first what is wrong inside a value, then what is wrong with the shape of the
//! lines. The parser's own kind of error speaks only when neither is recognised.

mod block;
mod shape;
mod value;

pub use value::sign;

use super::line::Line;
use crate::diag::{Code, Diagnostic, FileId, Place, code};
use granit_parser::{ErrorKind, ScanError};
use std::ops::Range;

/// A syntax error explained.
#[derive(Debug)]
pub struct Explained {
    /// What to tell.
    pub finding: Diagnostic,
    /// The value that is to blame, if nothing else is: without it the rest of the file can still be read.
    pub value: Option<Range<usize>>,
    /// What to put in its place, byte for byte: a letter stands for a value, a space for nothing.
    pub filler: &'static str,
}

/// What the recognisers look at.
struct Fault<'t> {
    file: FileId,
    text: &'t str,
    /// Where the parser stopped.
    at: usize,
    line: Line<'t>,
    kind: &'t ErrorKind,
}

impl Fault<'_> {
    fn place(&self, range: &Range<usize>) -> Place {
        Place { file: self.file, span: range.clone() }
    }

    /// A finding that leaves nothing more to read.
    fn last(&self, code: &'static Code, message: &str, range: &Range<usize>) -> Explained {
        Explained { finding: Diagnostic::new(code, message).at(self.place(range)), value: None, filler: "x" }
    }

    /// A finding about one value.
    fn in_value(&self, finding: Diagnostic, value: &Range<usize>) -> Explained {
        Explained { finding, value: (!value.is_empty()).then(|| value.clone()), filler: "x" }
    }
}

impl Explained {
    fn advice(mut self, advice: impl Into<String>) -> Explained {
        self.finding = self.finding.advice(advice);
        self
    }
}

/// Turns a syntax error into a finding at the slip that caused it, with advice fit for the line.
pub fn explain(file: FileId, text: &str, error: &ScanError) -> Explained {
    let mut at = error.marker().byte_offset().unwrap_or(0).min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    let mut line = Line::at(text, at);
    // At the end of the file the slip is on the last line that has words.
    if line.is_blank() {
        line = line.above().unwrap_or(line);
    }
    let fault = Fault { file, text, at, line, kind: error.kind() };
    too_much(&fault)
        .or_else(|| shape::tab(&fault))
        .or_else(|| shape::hard_space(&fault))
        .or_else(|| block::cut_body(&fault))
        .or_else(|| shape::list(&fault))
        .or_else(|| value::explain(&fault))
        .or_else(|| shape::explain(&fault))
        .unwrap_or_else(|| by_kind(&fault))
}

fn too_much(fault: &Fault<'_>) -> Option<Explained> {
    let (message, advice) = match fault.kind {
        ErrorKind::RecursionLimitExceeded => (
            "các dấu ngoặc hoặc tầng thụt dòng lồng nhau quá sâu",
            "một chiến dịch chỉ cần vài tầng; xem mẫu bằng lệnh vanthu new",
        ),
        ErrorKind::TooManyComments => ("quá nhiều dòng ghi chú # liền nhau", "bớt ghi chú"),
        _ => return None,
    };
    Some(fault.last(&code::QUA_LON, message, &here(fault)).advice(advice))
}

/// The sign the parser stopped at.
fn here(fault: &Fault<'_>) -> Range<usize> {
    let width = fault.text[fault.at..].chars().next().filter(|c| *c != '\n').map_or(0, char::len_utf8);
    fault.at..fault.at + width
}

fn by_kind(fault: &Fault<'_>) -> Explained {
    use ErrorKind as K;
    let (message, advice) = match fault.kind {
        K::UnexpectedEofFlowSequence
        | K::UnexpectedEofFlowMapping
        | K::UnexpectedEofImplicitFlowMapping
        | K::UnclosedFlowCollection { .. }
        | K::MisplacedFlowCollectionEnd
        | K::MismatchedFlowCollectionEnd { .. }
        | K::ExpectedFlowMappingSeparator
        | K::ExpectedFlowSequenceSeparator
        | K::BlockEntryInFlowCollection
        | K::FlowMappingValueAdjacentCollection => {
            ("ngoặc [ ] hoặc { } chưa khớp", "đóng đủ ngoặc; câu chữ có , [ ] { } thì đặt trong ngoặc kép")
        }
        K::InvalidBlockScalarHeader | K::ZeroBlockScalarIndent | K::InvalidBlockScalarIndent => {
            ("khối chữ sau | viết chưa đúng", "sau dấu | xuống dòng ngay; mọi dòng của khối thụt vào bằng nhau")
        }
        K::DuplicateVersionDirective
        | K::UnsupportedYamlMajorVersion
        | K::DuplicateTagDirective
        | K::MissingDocumentEndBeforeDirective
        | K::InvalidDirectiveTerminator
        | K::DirectiveDisallowed
        | K::MissingYamlVersionSeparator
        | K::MissingDirectiveName
        | K::InvalidDirectiveName
        | K::ExpectedTagDirectiveBang => ("dòng bắt đầu bằng % là chỉ thị của YAML", "xóa dòng này"),
        _ => (
            "dòng này thụt vào chưa đúng, hoặc thiếu dấu hai chấm và dấu cách sau khóa",
            "các khóa cùng cấp thụt vào bằng nhau; viết dạng khóa: giá trị",
        ),
    };
    fault.last(&code::CU_PHAP_YAML, message, &here(fault)).advice(advice)
}
