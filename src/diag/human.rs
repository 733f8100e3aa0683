//! Findings as people read them: level, file:line:column, the line, a caret, the clause, advice.

use super::{Diagnostic, Files, Place, Severity};
use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Element, Group, Level, Origin, Renderer, Snippet};
use std::ops::Range;

/// Of a line longer than this only the part around the caret is shown.
const MAX_LINE: usize = 2000;

/// How much of such a line, in bytes before and after the caret.
const AROUND: usize = 60;

/// The finding as text for a terminal; `colour` adds ANSI colours. Ends without a newline.
pub fn render(files: &Files, diagnostic: &Diagnostic, colour: bool) -> String {
    let level = match diagnostic.severity {
        Severity::Loi => Level::ERROR,
        Severity::CanhBao => Level::WARNING,
        Severity::GoiY => Level::INFO,
    };
    let title =
        level.with_name(diagnostic.severity.ten()).primary_title(diagnostic.message.as_str()).id(diagnostic.code.name);
    let mut elements: Vec<Element<'_>> = Vec::new();
    if let Some(place) = &diagnostic.place {
        elements.extend(snippet(files, place, AnnotationKind::Primary, diagnostic.label.as_deref()));
    }
    for (place, label) in &diagnostic.also {
        elements.extend(snippet(files, place, AnnotationKind::Context, Some(label)));
    }
    let of_rows = diagnostic.dong.as_ref().map(|(place, rows)| (place, rows_in_words(rows)));
    if let Some((place, label)) = &of_rows {
        elements.extend(snippet(files, place, AnnotationKind::Context, Some(label)));
    }
    if let Some(clause) = diagnostic.clause {
        elements.push(Level::NOTE.with_name("căn cứ").message(clause).into());
    }
    if let Some(meaning) = &diagnostic.meaning {
        elements.push(Level::NOTE.with_name("nghĩa").message(meaning.as_str()).into());
    }
    for advice in &diagnostic.advice {
        elements.push(Level::HELP.with_name("cách sửa").message(advice.as_str()).into());
    }
    let renderer = if colour { Renderer::styled() } else { Renderer::plain() };
    renderer.decor_style(DecorStyle::Unicode).term_width(120).render(&[Group::with_title(title).elements(elements)])
}

/// "với các dòng 2, 5, 9 của danh sách".
pub(super) fn rows_in_words(rows: &[usize]) -> String {
    const MANY: usize = 20;
    let shown: Vec<String> = rows.iter().take(MANY).map(usize::to_string).collect();
    let more = rows.len().saturating_sub(MANY);
    let more = if more > 0 { format!(" và {more} dòng nữa") } else { String::new() };
    format!("với {} {}{more} của danh sách", if rows.len() > 1 { "các dòng" } else { "dòng" }, shown.join(", "))
}

/// The one line that holds the start of `place`; a longer place is cut at the line's end, so that a caret under a
/// whole document never fills the screen.
fn snippet<'a>(files: &'a Files, place: &Place, kind: AnnotationKind, label: Option<&'a str>) -> Vec<Element<'a>> {
    let text = files.text(place.file);
    let start = text.floor_char_boundary(place.span.start.min(text.len()));
    let line_start = text[..start].rfind('\n').map_or(0, |i| i + 1);
    let line_end = text[start..].find('\n').map_or(text.len(), |i| start + i);
    let end = text.floor_char_boundary(place.span.end.min(text.len())).clamp(start, line_end);
    let number = text[..line_start].matches('\n').count() + 1;
    let shown = |part: Range<usize>, end: usize| {
        Snippet::source(&text[part.clone()])
            .line_start(number)
            .annotation(kind.span(start - part.start..end - part.start).label(label))
    };
    if line_end - line_start <= MAX_LINE {
        return vec![shown(line_start..line_end, end).path(files.name(place.file)).into()];
    }
    let from = text.floor_char_boundary(start.saturating_sub(AROUND)).max(line_start);
    let to = text.ceil_char_boundary((start + AROUND).min(line_end));
    let column = text[line_start..start].chars().count() + 1;
    let origin = Origin::path(files.name(place.file)).line(number).char_column(column);
    vec![origin.into(), shown(from..to, end.min(to)).into()]
}
