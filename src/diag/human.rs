//! Findings as people read them: level, file:line:column, the line, a caret, the clause, advice.

use super::{Diagnostic, Files, Place, Severity};
use annotate_snippets::{AnnotationKind, Element, Group, Level, Renderer, Snippet, renderer::DecorStyle};

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
        elements.push(snippet(files, place, AnnotationKind::Primary, diagnostic.label.as_deref()).into());
    }
    for (place, label) in &diagnostic.also {
        elements.push(snippet(files, place, AnnotationKind::Context, Some(label)).into());
    }
    if let Some(clause) = diagnostic.clause {
        elements.push(Level::NOTE.with_name("căn cứ").message(clause).into());
    }
    for advice in &diagnostic.advice {
        elements.push(Level::HELP.with_name("cách sửa").message(advice.as_str()).into());
    }
    let renderer = if colour { Renderer::styled() } else { Renderer::plain() };
    renderer.decor_style(DecorStyle::Unicode).term_width(120).render(&[Group::with_title(title).elements(elements)])
}

/// The one line that holds the start of `place`; a longer place is cut at the line's end, so that a caret under a
/// whole document never fills the screen.
fn snippet<'a>(
    files: &'a Files,
    place: &Place,
    kind: AnnotationKind,
    label: Option<&'a str>,
) -> Snippet<'a, annotate_snippets::Annotation<'a>> {
    let text = files.text(place.file);
    let start = floor_char_boundary(text, place.span.start);
    let line_start = text[..start].rfind('\n').map_or(0, |i| i + 1);
    let line_end = text[start..].find('\n').map_or(text.len(), |i| start + i);
    let end = floor_char_boundary(text, place.span.end).clamp(start, line_end);
    Snippet::source(&text[line_start..line_end])
        .line_start(text[..line_start].matches('\n').count() + 1)
        .path(files.name(place.file))
        .annotation(kind.span(start - line_start..end - line_start).label(label))
}

fn floor_char_boundary(text: &str, index: usize) -> usize {
    let mut index = index.min(text.len());
    while !text.is_char_boundary(index) {
        index -= 1;
    }
    index
}
