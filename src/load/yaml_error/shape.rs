//! Slips in the shape of lines: tabs, indents, brackets that stay open, a colon that is missing.

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
    open_bracket(fault)
        .or_else(|| super::block::missing_bar(fault))
        .or_else(|| missing_colon(fault))
        .or_else(|| indent(fault))
}

/// The lines above, nearest first, blank ones and comments left out.
pub(super) fn above<'t>(line: &Line<'t>) -> impl Iterator<Item = Line<'t>> + use<'t> {
    std::iter::successors(line.above(), Line::above).take(LINES_BACK)
}

/// The lines below, blank ones and comments left out.
pub(super) fn below<'t>(line: &Line<'t>) -> impl Iterator<Item = Line<'t>> + use<'t> {
    std::iter::successors(line.below(), Line::below).filter(|line| !line.is_comment()).take(LINES_BACK)
}

/// A tab in an indent, where the parser stopped for one. It may stop at the head of a block; the tab is then below.
pub(super) fn tab(fault: &Fault<'_>) -> Option<Explained> {
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
    let mut at = fault.line.range.start;
    while at < fault.text.len() {
        let line = Line::at(fault.text, at);
        if let Some(explained) = tab_at(fault, &line) {
            return Some(explained);
        }
        at = line.range.end + 1;
    }
    None
}

/// Says that a line is indented with tabs, if it is, and how many others are.
pub(super) fn tab_at(fault: &Fault<'_>, line: &Line<'_>) -> Option<Explained> {
    let tabbed = |line: &str| {
        let lead = line.len() - line.trim_start_matches([' ', '\t']).len();
        (line[..lead].contains('\t') && !line.trim().is_empty()).then_some(lead)
    };
    let lead = tabbed(line.slice(&line.range))?;
    let others = fault.text.lines().filter(|line| tabbed(line).is_some()).count() - 1;
    let range = line.range.start..line.range.start + lead;
    let mut explained = fault.last(&code::CU_PHAP_YAML, "dòng này thụt vào bằng phím Tab", &range);
    if others > 0 {
        explained.finding = explained.finding.label(format!("và {others} dòng khác trong tệp"));
    }
    Some(explained.advice("xóa Tab ở đầu dòng, gõ dấu cách: mỗi cấp thụt vào hai dấu cách"))
}

/// A space that only looks like one, from Word or a web page, where YAML needs a real one: before the words of a line,
/// or after the colon of a key.
pub(super) fn hard_space(fault: &Fault<'_>) -> Option<Explained> {
    let other = |c: char| c.is_whitespace() && !c.is_ascii();
    for line in std::iter::once(fault.line.clone()).chain(above(&fault.line)) {
        let written = line.slice(&line.range);
        let lead = written.len() - written.trim_start().len();
        let after_colon =
            written.find(':').map(|i| i + 1).filter(|i| line.key.is_none() && written[*i..].starts_with(other));
        let Some(i) = written[..lead].find(other).or(after_colon) else { continue };
        let width = written[i..].len() - written[i..].trim_start_matches(other).len();
        let from = line.range.start + i;
        let c = written[i..].chars().next().map_or(0, u32::from);
        let message = format!("dấu cách ở đây là ký tự U+{c:04X}, không phải dấu cách thường");
        let explained = fault.last(&code::CU_PHAP_YAML, &message, &(from..from + width));
        return Some(
            explained.advice("xóa rồi gõ lại bằng phím cách; ký tự này lẫn vào khi chép từ Word hoặc trang web"),
        );
    }
    None
}

/// Items of a list that do not stand in line, or of which one lacks the space after its dash.
pub(super) fn list(fault: &Fault<'_>) -> Option<Explained> {
    let (line, above) = (&fault.line, fault.line.above()?);
    if !line.dash {
        return None;
    }
    if above.dash && above.indent < line.indent && above.key.is_none() && !above.words().is_empty() {
        let explained = fault.last(&code::CU_PHAP_YAML, "mục này thụt vào sâu hơn mục trên", &line.trimmed());
        return Some(explained.advice(format!("thụt vào {} dấu cách như mục trên", above.indent)));
    }
    let sign = above.words().chars().next()?;
    if above.dash || above.key.is_some() || above.indent != line.indent || !"-–—•·+*".contains(sign) {
        return None;
    }
    let words = above.words().trim_start_matches(sign).trim_start();
    let message = match sign {
        '-' => "thiếu dấu cách sau dấu - nên đây không phải một mục của danh sách".to_owned(),
        _ => format!("dấu {sign} không bắt đầu một mục của danh sách"),
    };
    let explained = fault.last(&code::CU_PHAP_YAML, &message, &above.trimmed());
    Some(explained.advice(format!("viết: - {}", shorten(words))))
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

/// `loai kế hoạch`, `loai:kế hoạch`, `- gui:Các phòng`.
fn missing_colon(fault: &Fault<'_>) -> Option<Explained> {
    let line = &fault.line;
    let bare = |line: &Line<'_>| line.key.is_none() && !line.dash && !line.words().starts_with(['[', '{', '"', '\'']);
    let culprit = if bare(line) {
        line.clone()
    } else {
        // The parser took the line above for the beginning of this key.
        let item = |above: &Line<'_>| {
            above.dash && above.key.is_none() && above.indent < line.indent && key_of(above.words()).is_some()
        };
        line.above().filter(|above| !line.dash && (bare(above) && above.indent <= line.indent || item(above)))?
    };
    let Some((key, value)) = key_of(culprit.words()) else {
        let message = "dòng này không thuộc khóa nào";
        return Some(
            fault
                .last(&code::CU_PHAP_YAML, message, &culprit.trimmed())
                .advice("câu chữ phải đứng sau một khóa: noi_dung: | cho nội dung, hoặc khóa: câu chữ")
                .advice("nếu là phần tiếp của câu ở dòng trên, nối vào dòng trên hoặc thụt vào thêm"),
        );
    };
    let message = if culprit.words()[key.len()..].starts_with(':') {
        "thiếu dấu cách sau dấu hai chấm"
    } else {
        "thiếu dấu hai chấm và dấu cách sau khóa"
    };
    let write = format!("{key}: {}", shorten(value));
    Some(
        fault
            .last(&code::CU_PHAP_YAML, message, &culprit.trimmed())
            .advice(format!("nếu dòng này là một khóa, viết: {}", write.trim_end()))
            .advice("nếu là phần tiếp của câu ở dòng trên, nối vào dòng trên hoặc thụt vào thêm"),
    )
}

/// The key that a line without a proper colon seems to begin with, and what follows it.
fn key_of(words: &str) -> Option<(&str, &str)> {
    let length = words.bytes().take_while(|b| b.is_ascii_alphanumeric() || *b == b'_').count();
    let (key, rest) = words.split_at(length);
    let ends = rest.is_empty() || rest.starts_with([':', ' ']);
    (length > 0 && ends).then(|| (key, rest.trim_start_matches(':').trim()))
}

/// A key or item that stands in line with none of its kind.
fn indent(fault: &Fault<'_>) -> Option<Explained> {
    let line = &fault.line;
    if line.key.is_none() && !line.dash {
        return None;
    }
    let (wrong, right) = under_a_value(line).or_else(|| out_of_line(line))?;
    let message = format!("dòng này thụt vào {} dấu cách, không thẳng hàng với dòng cùng cấp", wrong.indent);
    let mut explained = fault.last(&code::CU_PHAP_YAML, &message, &first_word(&wrong));
    let label = format!("dòng này thụt vào {}", right.indent);
    explained.finding = explained.finding.also(fault.place(&first_word(&right)), label);
    Some(explained.advice("các khóa và các mục cùng cấp thụt vào bằng nhau, cấp dưới thêm hai dấu cách"))
}

/// A line deeper than the key above it, which has a value already: one of the two stands wrong. Gives the wrong one and
/// the right one.
fn under_a_value<'t>(line: &Line<'t>) -> Option<(Line<'t>, Line<'t>)> {
    let upper = line.above().filter(|upper| upper.key.is_some() && !upper.dash && upper.indent < line.indent)?;
    if upper.words().is_empty() || upper.opens_block() {
        return None;
    }
    let like = above(&upper).find(|l| l.key.is_some() && !l.dash && [upper.indent, line.indent].contains(&l.indent))?;
    // Below a key that opens a level, what stands no deeper than it stands wrong.
    let opens = like.words().is_empty() && upper.above().is_some_and(|l| l.range == like.range);
    let upper_wrong = like.indent == line.indent || opens;
    Some(if upper_wrong { (upper, line.clone()) } else { (line.clone(), upper) })
}

/// A line that stands like none before it. The one above stands wrong when nothing before it stands like it, and what
/// follows stands like this one. Gives the wrong one and the right one.
fn out_of_line<'t>(line: &Line<'t>) -> Option<(Line<'t>, Line<'t>)> {
    let other = above(line).find(|other| other.indent != line.indent || other.dash != line.dash)?;
    let near = above(line).filter(|other| other.dash == line.dash && other.indent != line.indent);
    let sibling = near.min_by_key(|other| other.indent.abs_diff(line.indent)).unwrap_or(other);
    let before = above(&sibling).find(|l| l.indent <= sibling.indent);
    let after = below(line).find(|l| l.indent <= line.indent);
    let alone = before.is_none_or(|l| l.indent != sibling.indent);
    let sibling_wrong = alone && after.is_some_and(|l| l.indent == line.indent);
    Some(if sibling_wrong { (sibling, line.clone()) } else { (line.clone(), sibling) })
}

fn first_word(line: &Line<'_>) -> Range<usize> {
    line.key.clone().unwrap_or_else(|| line.trimmed())
}
