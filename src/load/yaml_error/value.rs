//! Slips inside one value: a sign that means something to YAML, quotes that do not close.

use super::{Explained, Fault};
use crate::diag::words::{quote, shorten};
use crate::diag::{Diagnostic, Place, code};
use crate::load::line::Line;
use granit_parser::ErrorKind as K;
use std::ops::Range;

/// Lines above the place of an error that may hold the quote that was never closed.
const LINES_BACK: usize = 60;

pub(super) fn explain(fault: &Fault<'_>) -> Option<Explained> {
    glued_key(fault)
        .or_else(|| unclosed_quote(fault))
        .or_else(|| template(fault))
        .or_else(|| first_sign(fault))
        .or_else(|| after_quote(fault))
        .or_else(|| backslash(fault))
        .or_else(|| colon(fault))
        .or_else(|| comment(fault))
}

/// `viết: trich_yeu: "…"` with the words of the line.
fn write_quoted(line: &Line<'_>) -> String {
    let words = quote(line.words());
    match (line.key_words(), line.dash) {
        ("", true) => format!("viết: - {words}"),
        ("", false) => format!("viết: {words}"),
        (key, _) => format!("viết: {key}: {words}"),
    }
}

/// `nguoi_ky:{ai: …}`, `nguoi_ky {ai: …}`: without the colon and the space the bracket belongs to the key.
fn glued_key(fault: &Fault<'_>) -> Option<Explained> {
    let key = fault.line.key.clone()?;
    let words = fault.line.slice(&key);
    let bracket = words.find(['{', '[']).filter(|i| *i > 0)?;
    let name = words[..bracket].trim_end().trim_end_matches(':');
    let rest = fault.line.slice(&(key.start + bracket..fault.line.value.end));
    let message = format!("sau khóa “{name}” thiếu dấu hai chấm và dấu cách");
    let finding = Diagnostic::new(&code::CU_PHAP_YAML, message)
        .at(fault.place(&(key.start..key.start + bracket + 1)))
        .advice(format!("viết: {name}: {}", shorten(rest)));
    Some(Explained { finding, value: None, filler: "x" })
}

/// A value that begins with a sign of YAML's own: `*`, `&`, `!`, `@`, `%`, a backquote. `None` if the value does not.
pub fn sign(line: &Line<'_>, place: impl Fn(&Range<usize>) -> Place) -> Option<Diagnostic> {
    let sign = line.words().chars().next().filter(|c| "*&!@`%".contains(*c))?;
    Some(
        Diagnostic::new(&code::BAY_YAML, format!("dấu {sign} ở đầu câu chữ có nghĩa riêng trong YAML"))
            .at(place(&line.value))
            .advice(format!("đặt cả câu trong ngoặc kép, {}", write_quoted(line))),
    )
}

fn first_sign(fault: &Fault<'_>) -> Option<Explained> {
    let line = &fault.line;
    if let Some(finding) = sign(line, |range| fault.place(range)) {
        return Some(fault.in_value(finding, &line.value));
    }
    let words = line.words();
    if words.starts_with(['|', '>']) && words.len() > 3 {
        return Some(after_bar(fault, words));
    }
    let (message, advice) = if words.starts_with("- ") || words == "-" {
        let advice =
            format!("xuống dòng sau {}: rồi mới viết mục - đầu tiên, thụt vào thêm hai dấu cách", line.key_words());
        ("danh sách không viết cùng dòng với khóa", advice)
    } else if words.starts_with("? ") {
        ("dấu ? ở đầu câu chữ có nghĩa riêng trong YAML", write_quoted(line))
    } else {
        return None;
    };
    let finding = Diagnostic::new(&code::BAY_YAML, message).at(fault.place(&line.value)).advice(advice);
    Some(fault.in_value(finding, &line.value))
}

/// Words on the line of `|`: the block below is read without them.
fn after_bar(fault: &Fault<'_>, words: &str) -> Explained {
    let line = &fault.line;
    let text = words.trim_start_matches(['|', '>', '-', '+']).trim();
    let finding = Diagnostic::new(&code::BAY_YAML, "sau dấu | hoặc > phải xuống dòng ngay")
        .at(fault.place(&line.value))
        .advice("chuyển chữ sau dấu | xuống dòng dưới, thụt vào bằng các dòng của khối")
        .advice(format!("chỉ một dòng thì bỏ dấu |, viết: {}: {}", line.key_words(), quote(text)));
    Explained { finding, value: Some(line.value.start + 1..line.value.end), filler: " " }
}

/// `{{ }}` that YAML takes for its own braces: at the start of a value, or inside `[ ]`.
fn template(fault: &Fault<'_>) -> Option<Explained> {
    let line = &fault.line;
    let words = line.words();
    let open = line.value.start + words.find("{{")?;
    if words.starts_with("{{") {
        let finding = Diagnostic::new(&code::BAY_YAML, "câu chữ bắt đầu bằng {{ mà chưa đặt trong ngoặc kép")
            .at(fault.place(&line.value))
            .advice(write_quoted(line));
        return Some(fault.in_value(finding, &line.value));
    }
    if !words.starts_with(['[', '{']) || fault.at < line.value.start {
        return None;
    }
    let end = fault.text[open..line.value.end].find("}}").map_or(line.value.end, |i| open + i + 2);
    // The whole item, from the bracket or comma before it to the one after it.
    let from =
        fault.text[line.value.start..open].rfind(['[', '{', ',', ':']).map_or(open, |i| line.value.start + i + 1);
    let to = fault.text[end..line.value.end].find([',', ']', '}']).map_or(line.value.end, |i| end + i);
    let item = line.slice(&(from..to)).trim();
    if item.starts_with(['"', '\'']) {
        return None;
    }
    let finding = Diagnostic::new(&code::BAY_YAML, "{{ }} trong ngoặc [ ] hoặc { } phải đặt trong ngoặc kép")
        .at(fault.place(&(open..end)))
        .advice(format!("đặt cả mục trong ngoặc kép: {}", quote(item)));
    Some(fault.in_value(finding, &line.value))
}

/// A quote that was opened on this line or above and never closed.
fn unclosed_quote(fault: &Fault<'_>) -> Option<Explained> {
    let kinds = [K::UnclosedQuotedScalar, K::DocumentIndicatorInQuotedScalar, K::InvalidQuotedScalarIndent];
    if !kinds.contains(fault.kind) {
        return None;
    }
    let mut line = fault.line.clone();
    for _ in 0..LINES_BACK {
        if let Some((i, mark)) = open_quote(line.words()) {
            let open = line.value.start + i;
            let message = format!("thiếu dấu {mark} đóng ở cuối câu chữ");
            let rest = line.slice(&(open + 1..line.value.end));
            let key = if line.key.is_some() && i == 0 { format!("{}: ", line.key_words()) } else { String::new() };
            let finding = Diagnostic::new(&code::CU_PHAP_YAML, message)
                .at(fault.place(&(open..line.value.end)))
                .advice(format!("viết: {key}{mark}{}{mark}", shorten(rest)))
                .advice("ngoặc kép bên trong câu chữ thì gõ “ ”");
            return Some(fault.in_value(finding, &line.value));
        }
        line = line.above()?;
    }
    None
}

/// Where a quote opens that the line does not close, and which.
fn open_quote(words: &str) -> Option<(usize, char)> {
    let mut open: Option<(usize, char)> = None;
    let mut begins = true;
    let mut chars = words.char_indices();
    while let Some((i, c)) = chars.next() {
        match open {
            Some((_, '"')) if c == '\\' => {
                chars.next();
            }
            Some((_, mark)) if c == mark => open = None,
            None if begins && (c == '"' || c == '\'') => open = Some((i, c)),
            _ => {}
        }
        begins = c == ' ' && begins || matches!(c, '[' | '{' | ',' | ':');
    }
    open
}

/// Words after the closing quote.
fn after_quote(fault: &Fault<'_>) -> Option<Explained> {
    let line = &fault.line;
    let mark = line.words().chars().next().filter(|c| *c == '"' || *c == '\'')?;
    if fault.at <= line.value.start
        || fault.at >= line.value.end
        || matches!(fault.line.slice(&line.value).chars().last(), Some(last) if last == mark)
    {
        return None;
    }
    let words = line.words().replacen(mark, "“", 1).replacen(mark, "”", 1);
    let start = match line.key_words() {
        "" => String::new(),
        key => format!("{key}: "),
    };
    let finding = Diagnostic::new(&code::CU_PHAP_YAML, format!("còn chữ sau dấu {mark} đóng"))
        .at(fault.place(&(fault.at..line.value.end)))
        .advice(format!("đưa cả câu vào trong ngoặc kép, viết: {start}\"{}\"", shorten(&words)));
    Some(fault.in_value(finding, &line.value))
}

fn backslash(fault: &Fault<'_>) -> Option<Explained> {
    if !matches!(
        fault.kind,
        K::UnknownQuotedScalarEscape
            | K::InvalidQuotedScalarHexEscape
            | K::InvalidUnicodeEscape
            | K::InvalidLowSurrogateHexEscape
            | K::InvalidLowSurrogate
            | K::MissingLowSurrogate
            | K::UnpairedLowSurrogate
    ) {
        return None;
    }
    let line = &fault.line;
    let seen = fault.text[..fault.at].rfind('\\').filter(|i| *i >= line.range.start);
    let from = seen.or(fault.text[fault.at..line.range.end].find('\\').map(|i| fault.at + i)).unwrap_or(fault.at);
    let to = fault.text[from..].chars().take(2).filter(|c| *c != '\n').map(char::len_utf8).sum::<usize>() + from;
    let finding = Diagnostic::new(&code::CU_PHAP_YAML, "dấu \\ trong ngoặc kép \" có nghĩa riêng")
        .at(fault.place(&(from..to)))
        .advice("viết \\\\ để in một dấu \\, hoặc đặt câu chữ trong nháy đơn '…'");
    Some(fault.in_value(finding, &line.value))
}

/// `trich_yeu: Chủ đề: thi đua`: the second colon makes a key of what stands before it.
fn colon(fault: &Fault<'_>) -> Option<Explained> {
    if !matches!(
        fault.kind,
        K::MappingValueNotAllowed
            | K::InvalidColonPlacement
            | K::MappingKeyNotAllowed
            | K::InvalidMappingValueWhitespace
            | K::InvalidFlowScalarIndent
    ) {
        return None;
    }
    let line = &fault.line;
    let colon = line.value.contains(&fault.at) && fault.text[fault.at..].starts_with(':');
    // The value of a list item begins with what YAML took for a key.
    if !colon || line.words().starts_with(['"', '\'', '[', '{']) {
        return None;
    }
    let mut finding = Diagnostic::new(&code::BAY_YAML, "dấu hai chấm giữa câu chữ làm YAML hiểu thành một khóa mới")
        .at(fault.place(&(fault.at..fault.at + 1)));
    finding = if line.words().starts_with('“') {
        let words = line.words().trim_matches(['“', '”']);
        finding.advice(format!(
            "“ ” không thay được ngoặc kép thẳng, viết: {}: \"{}\"",
            line.key_words(),
            shorten(words)
        ))
    } else {
        finding.advice(format!("đặt cả câu trong ngoặc kép, {}", write_quoted(line)))
    };
    Some(fault.in_value(finding, &line.value))
}

/// ` #` that cuts a text of several lines.
fn comment(fault: &Fault<'_>) -> Option<Explained> {
    if !matches!(fault.kind, K::CommentInterceptedScalar | K::CommentNotSeparated) {
        return None;
    }
    let finding = Diagnostic::new(&code::BAY_YAML, "dấu # cắt ngang câu chữ")
        .at(fault.place(&super::here(fault)))
        .advice("đặt cả câu trong ngoặc kép, hoặc dùng khối | cho đoạn dài");
    Some(Explained { finding, value: None, filler: "x" })
}
