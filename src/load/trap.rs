//! YAML's silent traps: what parses without an error into something the author did not mean.

use super::decode::Decoder;
use super::line::Line;
use super::text;
use super::yaml::{Kind, Node, Style};
use crate::diag::words::quote;
use crate::diag::{Diagnostic, Place, Sink, code};
use crate::model::tu_khoa::{DoiTuong, Khoa};

/// An escape such as `"\u0007"` brings in what the cleaning of the file refuses; `"C:\tai_lieu"` has a tab nobody
/// meant. Says so at the escape; whether there was one.
pub(super) fn escape(source: &str, place: &Place, sink: &mut Sink) -> bool {
    let written = source.get(place.span.clone()).unwrap_or_default();
    if !written.starts_with('"') || !written.contains('\\') {
        return false;
    }
    let bad = |c: char| c == '\t' || text::kind(c).is_some();
    let mut found = false;
    for (from, to) in escapes(written) {
        let Some(c) = meaning(&written[from..to]).filter(|c| bad(*c)) else { continue };
        found = true;
        sink.push(bad_escape(&written[from..to], c).at(place.part(from..to)));
    }
    found
}

fn bad_escape(escape: &str, c: char) -> Diagnostic {
    if escape.len() == 2 {
        Diagnostic::new(&code::BAY_YAML, format!("{escape} trong ngoặc kép là một ký tự điều khiển"))
            .advice("để in dấu \\ thì viết \\\\, hoặc đặt câu chữ trong nháy đơn '…'")
    } else {
        Diagnostic::new(&code::KY_TU_LA, format!("mã này cho ký tự U+{:04X}, không in được", u32::from(c)))
            .advice("xóa mã \\u… hoặc \\x… này khỏi câu chữ")
    }
}

/// The backslash escapes of a quoted scalar, as ranges of it.
fn escapes(written: &str) -> impl Iterator<Item = (usize, usize)> + '_ {
    let mut at = 0;
    std::iter::from_fn(move || {
        let from = at + written[at..].find('\\')?;
        let sign = written[from + 1..].chars().next()?;
        let digits = match sign {
            'x' => 2,
            'u' => 4,
            'U' => 8,
            _ => 0,
        };
        let mut to = from + 1 + sign.len_utf8();
        to += written[to..].bytes().take(digits).take_while(u8::is_ascii_hexdigit).count();
        at = to;
        Some((from, to))
    })
}

/// The character an escape stands for.
fn meaning(escape: &str) -> Option<char> {
    Some(match escape.chars().nth(1)? {
        'x' | 'u' | 'U' => char::from_u32(u32::from_str_radix(escape.get(2..)?, 16).ok()?)?,
        '0' => '\0',
        'a' => '\u{7}',
        'b' => '\u{8}',
        't' => '\t',
        'v' => '\u{b}',
        'f' => '\u{c}',
        'r' => '\r',
        'e' => '\u{1b}',
        'N' => '\u{85}',
        'L' => '\u{2028}',
        'P' => '\u{2029}',
        _ => return None,
    })
}

impl Decoder<'_> {
    /// Whether `{{ … }}` was read as YAML braces; if so, says it.
    pub(super) fn bare_template(&mut self, node: &Node) -> bool {
        let written = self.files.slice(&node.place);
        let bare = matches!(&node.kind, Kind::Map(_, true)) && written.starts_with("{{");
        if bare {
            let finding =
                Diagnostic::new(&code::BAY_YAML, "{{ }} chưa đặt trong ngoặc kép nên YAML hiểu thành ngoặc của nó")
                    .at(node.place.clone())
                    .advice(format!("viết trong ngoặc kép: {}", quote(written)));
            self.sink.push(finding);
        }
        bare
    }

    /// `- Chủ đề: thi đua` is a mapping to YAML; the author meant a sentence.
    pub(super) fn colon_in_prose(&mut self, node: &Node) -> bool {
        let Kind::Map(entries, false) = &node.kind else { return false };
        let [(key, value)] = entries.as_slice() else { return false };
        let (Kind::Scalar(_, Style::Plain), Kind::Scalar(..)) = (&key.kind, &value.kind) else { return false };
        let line = self.files.slice(&node.place).lines().next().unwrap_or_default();
        let finding = Diagnostic::new(&code::BAY_YAML, "câu chữ có dấu hai chấm mà chưa đặt trong ngoặc kép")
            .at(Place {
                file: node.place.file,
                span: node.place.span.start..node.place.span.start + line.trim_end().len(),
            })
            .advice(format!("viết: {}", quote(line)));
        self.sink.push(finding);
        true
    }

    /// Prose without quotes ends at ` #`: what follows would silently not be printed. A real comment stands two spaces
    /// off and begins with `# `.
    pub(super) fn comment_in_prose(&mut self, node: &Node) {
        let text = self.files.text(node.place.file);
        let rest = text[node.place.span.end..].lines().next().unwrap_or_default();
        let gap = rest.len() - rest.trim_start_matches(' ').len();
        let Some(after) = rest[gap..].strip_prefix('#') else { return };
        if gap >= 2 && (after.is_empty() || after.starts_with(' ')) {
            return;
        }
        let whole = format!("{}{rest}", self.files.slice(&node.place));
        let end = node.place.span.end;
        self.sink.push(
            Diagnostic::new(&code::BAY_YAML, "dấu # cắt câu chữ: phần sau nó sẽ không được in")
                .at(Place { file: node.place.file, span: end + gap..end + rest.trim_end().len() })
                .advice(format!("nếu là câu chữ, đặt trong ngoặc kép: {}", quote(&whole)))
                .advice("nếu là ghi chú, để cách hai dấu cách trước # và một dấu cách sau #"),
        );
    }

    /// `trich_yeu: #1 …`: the whole value is a comment. Whether it is so.
    pub(super) fn comment_as_value(&mut self, key: &Place) -> bool {
        let text = self.files.text(key.file);
        let rest = text[key.span.end..].lines().next().unwrap_or_default();
        let Some(words) = rest.trim_start().strip_prefix(':').map(str::trim_start) else { return false };
        if !words.starts_with('#') || words.starts_with("# ") || words == "#" {
            return false;
        }
        let start = key.span.end + rest.len() - words.len();
        self.sink.push(
            Diagnostic::new(&code::BAY_YAML, "dấu # ở đầu làm cả câu thành ghi chú của YAML")
                .at(Place { file: key.file, span: start..start + words.trim_end().len() })
                .advice(format!("nếu là câu chữ, đặt trong ngoặc kép: {}", quote(words)))
                .advice("nếu là ghi chú, viết một dấu cách sau #"),
        );
        true
    }

    /// Keys that stand so far right that they became lines of the text above them, each once.
    pub(super) fn swallowed(&mut self, doi_tuong: &DoiTuong, entries: &[(&str, &Khoa, &Node)]) -> Vec<String> {
        let mut keys: Vec<String> = Vec::new();
        for (name, _, node) in entries {
            if !matches!(node.kind, Kind::Scalar(_, Style::Literal | Style::Folded)) {
                continue;
            }
            let mut at = 0;
            for written in self.files.slice(&node.place).split_inclusive('\n') {
                let words = written.trim_start();
                let from = at + written.len() - words.len();
                at += written.len();
                if !words.starts_with(|c: char| c.is_ascii_lowercase()) {
                    continue;
                }
                let Some((key, rest)) = words.split_once(':') else { continue };
                let alone = rest.trim_end().is_empty() || rest.starts_with(' ');
                let written_right = entries.iter().any(|(k, ..)| *k == key);
                if !alone || written_right || !doi_tuong.khoa.contains_key(key) || keys.iter().any(|k| k == key) {
                    continue;
                }
                self.sink.push(
                    Diagnostic::new(&code::BAY_YAML, format!("dòng {key}: thụt vào sâu nên thành chữ của {name}"))
                        .at(node.place.part(from..from + key.len()))
                        .advice(format!("đưa dòng {key}: ra thẳng hàng với {name}:")),
                );
                keys.push(key.to_owned());
            }
        }
        keys
    }

    /// A quote or bracket at the end of plain words that nothing opened. Whether there was one.
    pub(super) fn stray_end(&mut self, node: &Node) -> bool {
        let written = self.files.slice(&node.place);
        let Some(last) = written.chars().next_back().filter(|c| "\"']}".contains(*c)) else { return false };
        let open = match last {
            ']' => '[',
            '}' => '{',
            quote => quote,
        };
        let opened = written[..written.len() - 1].contains(open);
        if !opened {
            let at = written.len() - 1;
            self.sink.push(
                Diagnostic::new(&code::BAY_YAML, format!("dấu {last} ở cuối câu chữ mà không có {open} ở đầu"))
                    .at(node.place.part(at..at + 1))
                    .advice(format!("thêm {open} ở đầu, hoặc xóa {last}")),
            );
        }
        !opened
    }

    /// A line that begins with a dash and yet became part of a sentence: `-UBND tỉnh`, or an item indented deeper than
    /// the one before it. Whether there was one.
    pub(super) fn dash_in_prose(&mut self, node: &Node) -> bool {
        let text = self.files.text(node.place.file);
        let mut at = node.place.span.start;
        let mut found = false;
        while at < node.place.span.end {
            let line = Line::at(text, at);
            let from = at.max(line.trimmed().start);
            let words = text[from..line.range.end].trim_end();
            at = line.range.end + 1;
            let Some(rest) = words.strip_prefix('-') else { continue };
            let first = from == node.place.span.start;
            let spaced = rest.starts_with(' ');
            // A dash alone is the author's own sign; a number may be negative.
            if rest.is_empty() || rest.starts_with(|c: char| c.is_ascii_digit() || c == '-') || first && spaced {
                continue;
            }
            let finding = if spaced {
                Diagnostic::new(&code::BAY_YAML, "mục này thụt vào sâu hơn mục trên nên bị nối vào mục trên")
                    .advice("các mục - của một danh sách thụt vào bằng nhau")
            } else {
                Diagnostic::new(&code::BAY_YAML, "thiếu dấu cách sau dấu - nên đây không phải một mục của danh sách")
                    .advice(format!("viết: - {}", quote(rest).trim_matches('"')))
            };
            self.sink.push(finding.at(Place { file: node.place.file, span: from..from + words.len() }));
            found = true;
        }
        found
    }
}
