//! `{{ }}` in the strings of a campaign, and the way back from a rendered line to the line it was written on.
//!
//! A string is rendered once; values that enter it are never rendered again. In a body they are escaped for the body's
//! grammar, so that a value can bring in words but no structure.

use crate::diag::{Diagnostic, Files, Located, Place, Sink, code, nearest};
use crate::model::draft::{Lines, Text};
use crate::model::{CoQuan, DauVanBan};
use std::io::{self, Write};
use tera::{Context, ErrorKind, Tera, Value};

/// A rendered text larger than this is a runaway loop.
const MAX_OUTPUT: usize = 4 << 20;

/// First of the private-use characters that stand for line numbers while a body is rendered. The cleaning of input
/// refuses private-use characters, so none of them can come from the author.
const MARKER: u32 = 0xF0000;
/// Number of markers, and so of lines a body may have.
const MAX_LINES: usize = 0xFFFD;

/// The values that strings may use.
#[derive(Debug, Clone)]
pub struct Scope {
    context: Context,
    bien: Vec<(String, Value)>,
    dau: Vec<(String, Value)>,
}

impl Scope {
    /// A scope that knows the year only.
    pub fn new(nam: Option<i32>) -> Self {
        let mut context = Context::new();
        context.insert("nam", &nam.unwrap_or_default());
        Scope { context, bien: Vec::new(), dau: Vec::new() }
    }

    /// Adds `bien.<name>`.
    pub fn add_variable(&mut self, name: &str, value: Value) {
        self.bien.push((name.to_owned(), value));
        self.context.insert_value("bien", map(self.bien.iter().cloned()));
    }

    /// Sets `co_quan.*`.
    pub fn set_agency(&mut self, co_quan: &CoQuan) {
        let fields = [
            ("ten", co_quan.ten.join(" ")),
            ("chu_quan", co_quan.chu_quan.join(" ")),
            ("viet_tat", co_quan.viet_tat.clone()),
            ("dia_danh", co_quan.dia_danh.clone()),
        ];
        self.context.insert_value("co_quan", text_map(fields));
    }

    /// Adds `van_ban.<id>.*`, what other documents may know of one.
    pub fn add_head(&mut self, dau: &DauVanBan) {
        let so = dau.so.as_ref().map_or("…", |s| s.value.as_str());
        let fields = [
            ("loai", dau.loai.ten.clone()),
            ("so", so.to_owned()),
            ("ky_hieu", dau.ky_hieu.clone()),
            ("so_ky_hieu", format!("{so}/{}", dau.ky_hieu)),
            ("ngay", dau.ngay.value.viet_so()),
            ("trich_yeu", dau.trich_yeu.join(" ")),
        ];
        self.dau.push((dau.id.value.clone(), text_map(fields)));
        self.context.insert_value("van_ban", map(self.dau.iter().cloned()));
    }

    /// All names a string may use, for "ý bạn là".
    fn names(&self) -> Vec<String> {
        let mut names = vec!["nam".to_owned()];
        names.extend(self.bien.iter().map(|(name, _)| format!("bien.{name}")));
        names.extend(["ten", "chu_quan", "viet_tat", "dia_danh"].map(|f| format!("co_quan.{f}")));
        for (id, _) in &self.dau {
            names.extend(["so_ky_hieu", "ngay", "trich_yeu"].map(|f| format!("van_ban.{id}.{f}")));
        }
        names
    }
}

fn map(entries: impl Iterator<Item = (String, Value)>) -> Value {
    let map: indexmap::IndexMap<String, Value> = entries.collect();
    Value::from_serializable(&map)
}

fn text_map<const N: usize>(fields: [(&str, String); N]) -> Value {
    map(fields.into_iter().map(|(k, v)| (k.to_owned(), Value::from(v))))
}

/// Renders strings. Holds no state between them.
pub struct Renderer {
    tera: Tera,
}

impl Renderer {
    /// Tera with the body's escape.
    pub fn new() -> Self {
        let mut tera = Tera::new();
        tera.set_escape_fn(escape_for_body);
        Renderer { tera }
    }

    /// A text on one line.
    pub fn line(&self, text: &Text, scope: &Scope, files: &Files, sink: &mut Sink) -> Option<Located<String>> {
        let mut rendered = self.text(text, scope, files, sink)?;
        if rendered.value.contains('\n') {
            rendered.value = rendered.value.split_whitespace().collect::<Vec<_>>().join(" ");
        }
        Some(rendered)
    }

    /// A text that keeps its line breaks. What stands in it is plain words: no mark has a meaning.
    pub fn text(&self, text: &Text, scope: &Scope, files: &Files, sink: &mut Sink) -> Option<Located<String>> {
        if !has_template(&text.value) {
            return Some(text.clone());
        }
        match self.render(&text.value, scope, false) {
            Ok(value) => Some(Located::new(value.trim().to_owned(), text.place.clone())),
            Err(fault) => {
                let source = files.slice(&text.place);
                // Exact when the text stands in the file as it is, which only escapes and folding prevent.
                let place = match source.find(&text.value) {
                    Some(i) => text.place.part(i + fault.range.start..i + fault.range.end),
                    None => text.place.clone(),
                };
                sink.push(fault.at(place, scope));
                None
            }
        }
    }

    /// The lines of a body after rendering, each with the place of the line it came from.
    pub fn body(&self, lines: &Lines, scope: &Scope, sink: &mut Sink) -> Option<Lines> {
        if !lines.iter().any(|l| has_template(&l.value)) {
            return Some(lines.clone());
        }
        if lines.len() > MAX_LINES {
            sink.push(
                Diagnostic::new(&code::QUA_LON, format!("nội dung dài quá {MAX_LINES} dòng"))
                    .at(lines[0].place.clone())
                    .advice("tách thành nhiều văn bản hoặc phụ lục"),
            );
            return None;
        }
        let (template, starts) = mark(lines);
        match self.render(&template, scope, true) {
            Ok(rendered) => Some(unmark(&rendered, lines)),
            Err(fault) => {
                let i = starts.partition_point(|(offset, _)| *offset <= fault.range.start).saturating_sub(1);
                let (offset, index) = starts[i];
                let line = &lines[index];
                let indent = line.value.len() - line.value.trim_start().len();
                let length = line.place.span.len();
                let start = fault.range.start.saturating_sub(offset + indent).min(length);
                let end = fault.range.end.saturating_sub(offset + indent).clamp(start, length);
                sink.push(fault.at(line.place.part(start..end), scope));
                None
            }
        }
    }

    fn render(&self, template: &str, scope: &Scope, escape: bool) -> Result<String, Fault> {
        let mut out = Limited(Vec::new());
        match self.tera.render_str_to(template, &scope.context, escape, &mut out) {
            Ok(()) => Ok(String::from_utf8_lossy(&out.0).into_owned()),
            Err(error) => Err(Fault::of(&error, template)),
        }
    }
}

fn has_template(text: &str) -> bool {
    text.contains("{{") || text.contains("{%") || text.contains("{#")
}

/// Joins the lines into one template with a marker after each line's indent, except inside tags and before `{% %}`,
/// where it would break the tag or its trimming. A line that is only a `{% … %}` tag leaves no line behind. Returns the
/// offset at which each line's text begins.
fn mark(lines: &Lines) -> (String, Vec<(usize, usize)>) {
    let mut template = String::new();
    let mut starts = Vec::new();
    let mut inside: Option<&str> = None;
    for (index, line) in lines.iter().enumerate() {
        let text = line.value.as_str();
        let indent = text.len() - text.trim_start().len();
        let (space, words) = text.split_at(indent);
        template.push_str(space);
        if inside.is_none() && !words.starts_with("{%") && !words.starts_with("{#") && !words.is_empty() {
            template.extend(char::from_u32(MARKER + u32::try_from(index).unwrap_or_default()));
        }
        starts.push((template.len() - indent, index));
        template.push_str(words);
        let was_inside = inside.is_some();
        inside = tag_after(words, inside);
        let only_tag = !was_inside
            && inside.is_none()
            && words.starts_with("{%")
            && words.trim_end().ends_with("%}")
            && words.matches("{%").count() == 1;
        if !only_tag {
            template.push('\n');
        }
    }
    (template, starts)
}

/// Whether a tag is still open at the end of a line, and what closes it.
fn tag_after<'t>(mut text: &str, mut inside: Option<&'t str>) -> Option<&'t str> {
    const TAGS: [(&str, &str); 3] = [("{{", "}}"), ("{%", "%}"), ("{#", "#}")];
    loop {
        match inside {
            Some(close) => match text.find(close) {
                Some(i) => {
                    text = &text[i + 2..];
                    inside = None;
                }
                None => return inside,
            },
            None => {
                let next = TAGS.iter().filter_map(|(open, close)| Some((text.find(open)?, *close))).min();
                match next {
                    Some((i, close)) => {
                        text = &text[i + 2..];
                        inside = Some(close);
                    }
                    None => return None,
                }
            }
        }
    }
}

/// Takes the markers out again; a line without one belongs to the line before it.
fn unmark(rendered: &str, lines: &Lines) -> Lines {
    let mut current = 0;
    let mut out = Vec::new();
    for line in rendered.lines() {
        let index = |c: char| usize::try_from(u32::from(c).checked_sub(MARKER)?).ok().filter(|i| *i < lines.len());
        if let Some(i) = line.chars().find_map(index) {
            current = i;
        }
        let value: String = line.chars().filter(|c| index(*c).is_none()).collect();
        out.push(Located::new(value, lines[current].place.clone()));
    }
    out
}

/// Escape for values inside bodies: every ASCII mark gets a backslash, line breaks become spaces. So `*`, `#`, `1.` or
/// `|` in a value are words there, never marks.
fn escape_for_body(value: &str, out: &mut dyn Write) -> io::Result<()> {
    for c in value.chars() {
        if c.is_ascii_punctuation() {
            write!(out, "\\{c}")?;
        } else if c == '\n' || c == '\r' {
            out.write_all(b" ")?;
        } else {
            write!(out, "{c}")?;
        }
    }
    Ok(())
}

/// A buffer that refuses to grow without end.
struct Limited(Vec<u8>);

impl Write for Limited {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.0.len() + bytes.len() > MAX_OUTPUT {
            return Err(io::ErrorKind::FileTooLarge.into());
        }
        self.0.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// A rendering error in Vietnamese, with the stretch of the template it is about.
struct Fault {
    message: String,
    advice: String,
    range: std::ops::Range<usize>,
    undefined: Option<String>,
}

impl Fault {
    fn of(error: &tera::Error, template: &str) -> Fault {
        let fault = |message: &str, advice: &str, range| Fault {
            message: message.to_owned(),
            advice: advice.to_owned(),
            range,
            undefined: None,
        };
        match error.kind() {
            ErrorKind::SyntaxError(report) => {
                let range = clean_range(template, &report.span().range);
                let unclosed =
                    ["nd of input", "Closing", "closing", "nexpected end"].iter().any(|m| report.message().contains(m));
                if unclosed {
                    fault(
                        "{{ hoặc {% chưa đóng",
                        "đóng bằng }} hoặc %}; mỗi {% for %}, {% if %} cần {% endfor %}, {% endif %}",
                        range,
                    )
                } else {
                    fault(
                        "biểu thức trong {{ }} hoặc {% %} viết sai",
                        "viết tên biến như {{ nam }} hoặc {{ bien.ten }}",
                        range,
                    )
                }
            }
            ErrorKind::RenderingError(report) => {
                let range = clean_range(template, &report.span().range);
                let name = template.get(range.clone()).unwrap_or_default().trim();
                let message = report.message();
                if message.contains("undefined") || message.contains("not defined") {
                    let mut fault = fault(&format!("không có giá trị “{name}”"), "", range);
                    fault.undefined = Some(name.to_owned());
                    fault
                } else if message.contains("not registered") {
                    fault("không có phép biến đổi này", "bỏ phần sau dấu |", range)
                } else {
                    fault(
                        "không tính được biểu thức này",
                        "kiểm tra: số chỉ tính với số, chữ với chữ, vòng lặp với danh sách",
                        range,
                    )
                }
            }
            ErrorKind::Io(_) => {
                fault("nội dung sau khi thay biến quá dài", "kiểm tra lại vòng lặp {% for %}", 0..template.len())
            }
            _ => fault(
                "câu lệnh mẫu này không dùng được ở đây",
                "chỉ dùng {{ biến }}, {% if %}, {% for %}",
                0..template.len(),
            ),
        }
    }

    fn at(self, place: Place, scope: &Scope) -> Diagnostic {
        let finding = Diagnostic::new(&code::BIEN, self.message).at(place);
        let Some(name) = self.undefined else { return finding.advice(self.advice) };
        let names = scope.names();
        let same_tail = names.iter().find(|n| n.rsplit('.').next() == Some(name.as_str())).map(String::as_str);
        match same_tail.or_else(|| nearest(&name, names.iter().map(String::as_str))) {
            Some(near) => finding.advice(format!("có phải là {{{{ {near} }}}}?")),
            None => finding.advice(format!("các giá trị dùng được: {}; đặt thêm ở khóa bien", names.join(", "))),
        }
    }
}

/// A range on character boundaries inside the template.
fn clean_range(template: &str, range: &std::ops::Range<usize>) -> std::ops::Range<usize> {
    let snap = |mut i: usize| {
        i = i.min(template.len());
        while !template.is_char_boundary(i) {
            i -= 1;
        }
        i
    };
    snap(range.start)..snap(range.end.max(range.start))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_brings_words_and_no_structure() {
        let mut out = Vec::new();
        escape_for_body("# 1. *a*\n- b | {{ nam }}", &mut out).expect("writes to memory");
        let text = String::from_utf8(out).expect("is text");
        assert_eq!(text, r"\# 1\. \*a\* \- b \| \{\{ nam \}\}");
    }

    #[test]
    fn open_tags_are_seen_across_lines() {
        assert_eq!(tag_after("a {{ b", None), Some("}}"));
        assert_eq!(tag_after("c }} {% if x %} d", Some("}}")), None);
    }
}
