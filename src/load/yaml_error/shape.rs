//! Slips in the shape of lines: tabs, indents, brackets that stay open, a colon or a bar that is missing.

use super::{Explained, Fault};
use crate::diag::words::shorten;
use crate::diag::{Diagnostic, code};
use crate::load::line::Line;
use granit_parser::ErrorKind as K;
use std::ops::Range;

/// Lines above the place of an error that may be its cause.
const LINES_BACK: usize = 400;

/// The same for a bracket: a list in brackets is short.
const NEAR: usize = 12;

pub(super) fn explain(fault: &Fault<'_>) -> Option<Explained> {
    tab(fault)
        .or_else(|| hard_space(fault))
        .or_else(|| open_bracket(fault))
        .or_else(|| cut_body(fault))
        .or_else(|| missing_bar(fault))
        .or_else(|| missing_colon(fault))
        .or_else(|| indent(fault))
}

/// The lines above, nearest first, blank ones and comments left out.
fn above<'t>(line: &Line<'t>) -> impl Iterator<Item = Line<'t>> + use<'t> {
    std::iter::successors(line.above(), Line::above).take(LINES_BACK)
}

fn tab(fault: &Fault<'_>) -> Option<Explained> {
    let kinds = [
        K::TabNotAllowed,
        K::TabInBlockIndentation,
        K::TabAtBlockScalarStart,
        K::TabInIndentation,
        K::TabInPlainScalar,
    ];
    if !kinds.contains(fault.kind) {
        return None;
    }
    // The parser may stop at the head of the block; the tab is then on a line below.
    let mut lines = Vec::new();
    let mut offset = 0;
    for line in fault.text.split_inclusive('\n') {
        let lead = line.len() - line.trim_start_matches([' ', '\t']).len();
        if line[..lead].contains('\t') && !line.trim().is_empty() {
            lines.push(offset..offset + lead);
        }
        offset += line.len();
    }
    let first = lines.iter().find(|lead| lead.start >= fault.line.range.start)?;
    let others = lines.len() - 1;
    let mut explained = fault.last(&code::CU_PHAP_YAML, "dòng này thụt vào bằng phím Tab", first);
    if others > 0 {
        explained.finding = explained.finding.label(format!("và {others} dòng khác trong tệp"));
    }
    Some(explained.advice("xóa Tab ở đầu dòng, gõ dấu cách: mỗi cấp thụt vào hai dấu cách"))
}

/// A space that only looks like one, from Word or a web page, where YAML needs a real one.
fn hard_space(fault: &Fault<'_>) -> Option<Explained> {
    let other = |c: char| c.is_whitespace() && !c.is_ascii();
    let lines = [Some(fault.line.clone()), fault.line.above()];
    for line in lines.into_iter().flatten() {
        let written = line.slice(&line.range);
        let lead = written.len() - written.trim_start().len();
        let found = written[..lead]
            .find(other)
            .or_else(|| written.find(':').map(|i| i + 1).filter(|i| written[*i..].starts_with(other)));
        let Some(i) = found else { continue };
        let width = written[i..].len() - written[i..].trim_start_matches(other).len();
        let from = line.range.start + i;
        let c = written[i..].chars().next().map_or(0, u32::from);
        let message = format!("dấu cách ở đây là ký tự U+{c:04X}, không phải dấu cách thường");
        return Some(
            fault
                .last(&code::CU_PHAP_YAML, &message, &(from..from + width))
                .advice("xóa rồi gõ lại bằng phím cách; ký tự này lẫn vào khi chép từ Word hoặc trang web"),
        );
    }
    None
}

/// A `[` or `{` that the lines up to the error do not close.
fn open_bracket(fault: &Fault<'_>) -> Option<Explained> {
    let bracket = |line: &Line<'_>| line.words().starts_with(['[', '{']);
    let stays_open = |line: &Line<'_>| depth(&fault.text[line.value.start..fault.at.max(line.value.start)]) > 0;
    let on_this_line = bracket(&fault.line) && fault.at >= fault.line.value.start;
    let line = if on_this_line {
        fault.line.clone()
    } else {
        above(&fault.line).take(NEAR).find(|line| bracket(line) && stays_open(line))?
    };
    let open = line.words().chars().next()?;
    let close = if open == '[' { ']' } else { '}' };
    let closed = on_this_line && line.words().contains(close);
    let finding = if closed {
        Diagnostic::new(&code::CU_PHAP_YAML, "các dấu ngoặc [ ] { } trong dòng này chưa khớp")
            .at(fault.place(&super::here(fault)))
            .advice("đóng đủ ngoặc, sau mỗi mục một dấu phẩy; câu chữ có , : [ ] { } thì đặt trong ngoặc kép")
    } else {
        Diagnostic::new(&code::CU_PHAP_YAML, format!("ngoặc {open} chưa đóng"))
            .at(fault.place(&line.value))
            .advice(format!("thêm {close} ở cuối: {}{close}", shorten(line.words())))
    };
    Some(fault.in_value(finding, &line.value))
}

/// How many brackets a stretch leaves open, quotes left out.
fn depth(text: &str) -> i32 {
    let (mut depth, mut quote) = (0, None);
    for c in text.chars() {
        match (quote, c) {
            (Some(q), _) if q == c => quote = None,
            (Some(_), _) => {}
            (None, '"' | '\'') => quote = Some(c),
            (None, '[' | '{') => depth += 1,
            (None, ']' | '}') => depth -= 1,
            _ => {}
        }
    }
    depth
}

/// A line of a body that stands further left than the body: for YAML the body has ended there.
fn cut_body(fault: &Fault<'_>) -> Option<Explained> {
    let opener = above(&fault.line).find(Line::opens_block)?;
    let mut at = opener.range.end + 1;
    let mut indent = None;
    while at <= fault.line.range.end && at < fault.text.len() {
        let line = Line::at(fault.text, at);
        at = line.range.end + 1;
        if line.is_blank() {
            continue;
        }
        let indent = *indent.get_or_insert(line.indent);
        if line.indent >= indent {
            continue;
        }
        // A key that stands where keys stand ends the body rightly.
        if line.indent <= opener.indent && line.key.is_some() {
            return None;
        }
        let message = if line.is_comment() {
            "dòng này thụt vào ít hơn nội dung ở trên nên thành ghi chú của YAML, nội dung bị ngắt"
        } else {
            "dòng này thụt vào ít hơn nội dung ở trên nên nội dung bị ngắt"
        };
        return Some(
            fault
                .last(&code::CU_PHAP_YAML, message, &line.trimmed())
                .advice(format!("thụt dòng này vào {indent} dấu cách như các dòng của {}", opener.key_words())),
        );
    }
    None
}

/// A body of several lines without the `|` that keeps its lines.
fn missing_bar(fault: &Fault<'_>) -> Option<Explained> {
    let opener = above(&fault.line)
        .find(|line| line.key_words() == "noi_dung" || is_plain_key(line) && line.indent < fault.line.indent)?;
    if opener.key_words() != "noi_dung" || opener.opens_block() || opener.words().starts_with(['"', '\'', '[', '{']) {
        return None;
    }
    if fault.line.indent <= opener.indent {
        return None;
    }
    let range = opener.key.clone()?;
    Some(
        fault
            .last(&code::CU_PHAP_YAML, "nội dung nhiều dòng mà sau noi_dung: thiếu dấu |", &range)
            .advice("viết noi_dung: | rồi xuống dòng; mọi dòng nội dung thụt vào bằng nhau"),
    )
}

fn is_plain_key(line: &Line<'_>) -> bool {
    let key = line.key_words();
    !key.is_empty() && key.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_')
}

/// `loai kế hoạch`, `loai:kế hoạch`.
fn missing_colon(fault: &Fault<'_>) -> Option<Explained> {
    let line = &fault.line;
    let bare = |line: &Line<'_>| line.key.is_none() && !line.dash && !line.words().starts_with(['[', '{', '"', '\'']);
    let culprit = if bare(line) {
        line.clone()
    } else {
        // The parser took the line above for the beginning of this key.
        line.above().filter(|above| bare(above) && above.indent <= line.indent && !line.dash)?
    };
    let words = culprit.words();
    let (key, value) = match words.split_once(':') {
        Some(parts) => parts,
        None => words.split_once(' ').unwrap_or((words, "")),
    };
    let write = format!("{}: {}", key.trim(), shorten(value));
    let message = if words.contains(':') {
        "thiếu dấu cách sau dấu hai chấm"
    } else {
        "thiếu dấu hai chấm và dấu cách sau khóa"
    };
    Some(
        fault
            .last(&code::CU_PHAP_YAML, message, &culprit.trimmed())
            .advice(format!("nếu dòng này là một khóa, viết: {}", write.trim_end()))
            .advice("nếu là phần tiếp của câu ở dòng trên, nối vào dòng trên hoặc thụt vào thêm"),
    )
}

/// A key or item that stands in line with none of its kind.
fn indent(fault: &Fault<'_>) -> Option<Explained> {
    let line = &fault.line;
    if line.key.is_none() && !line.dash {
        return None;
    }
    let other = above(line).find(|other| other.indent != line.indent || other.dash != line.dash)?;
    let near = above(line).filter(|other| other.dash == line.dash && other.indent != line.indent);
    let sibling = near.min_by_key(|other| other.indent.abs_diff(line.indent)).unwrap_or(other);
    let word = line.start..line.key.as_ref().map_or(line.value.end, |key| key.end);
    let message = format!("dòng này thụt vào {} dấu cách, không thẳng hàng với dòng cùng cấp", line.indent);
    let mut explained = fault.last(&code::CU_PHAP_YAML, &message, &word);
    explained.finding =
        explained.finding.also(fault.place(&first_word(&sibling)), format!("dòng này thụt vào {}", sibling.indent));
    Some(explained.advice("các khóa và các mục cùng cấp thụt vào bằng nhau, cấp dưới thêm hai dấu cách"))
}

fn first_word(line: &Line<'_>) -> Range<usize> {
    line.key.clone().unwrap_or_else(|| line.trimmed())
}
