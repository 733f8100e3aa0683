//! The tags in a text, `{{ }}` and `{% %}`, read before Tera sees them: every slip is found, each at its own word, and
//! only what a campaign needs gets through. Tera alone would name the first slip and stop, in English, often at the end
//! of the text.

mod unclosed;

use super::expression::{self, Token, Word};
use crate::diag::{Code, code};
use std::ops::Range;

/// Deeper nesting than any document has; Tera reads a chain of `elif` by recursion.
const MAX_DEPTH: usize = 16;

/// More slips than this have one cause: reading ends there.
pub const MAX_SLIPS: usize = 200;

/// One tag.
#[derive(Debug, Clone)]
pub struct Tag {
    /// From its first brace to its last.
    pub range: Range<usize>,
    /// What it does.
    pub kind: TagKind,
    /// The values it uses, each with the loop variables it may also use.
    pub names: Vec<Name>,
}

impl Tag {
    /// Whether it prints this value and nothing else: `{{ bien.ds }}`.
    pub fn is_only(&self, text: &str, name: &Name) -> bool {
        let inner = text.get(self.range.start + 2..self.range.end.saturating_sub(2)).unwrap_or_default();
        self.kind == TagKind::Value && inner.trim_matches('-').trim() == &text[name.range.clone()]
    }
}

/// What a tag does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TagKind {
    /// `{{ … }}`
    Value,
    /// `{% for … %}`
    For,
    /// Any other `{% … %}`.
    Statement,
    /// `{# … #}`
    Comment,
}

/// A value used in a tag: `bien.so_dot`.
#[derive(Debug, Clone)]
pub struct Name {
    /// Where it stands.
    pub range: Range<usize>,
    /// Its words, without the dots.
    pub path: Vec<String>,
}

/// Something wrong in the tags.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Slip {
    /// Where.
    pub range: Range<usize>,
    /// One Vietnamese sentence.
    pub message: String,
    /// What to write instead.
    pub advice: String,
    /// What kind of finding it becomes.
    pub code: &'static Code,
}

impl Slip {
    /// A slip at a range.
    pub fn new(range: Range<usize>, message: impl Into<String>, advice: impl Into<String>) -> Slip {
        Slip { range, message: message.into(), advice: advice.into(), code: &code::BIEN }
    }
}

/// Whether a text may hold a tag, or the rest of one.
pub fn may_have(text: &str) -> bool {
    text.contains(['{', '}'])
}

/// Reads all tags of a text.
pub fn scan(text: &str) -> (Vec<Tag>, Vec<Slip>) {
    let mut scanner = Scanner { text, tags: Vec::new(), slips: Vec::new(), open: Vec::new() };
    scanner.run();
    (scanner.tags, scanner.slips)
}

/// A `{% for %}` or `{% if %}` that waits for its end.
struct Open {
    word: &'static str,
    range: Range<usize>,
    /// What the loop calls its items.
    locals: Vec<String>,
    /// `if` and every `elif` count: Tera nests them.
    depth: usize,
}

struct Scanner<'t> {
    text: &'t str,
    tags: Vec<Tag>,
    slips: Vec<Slip>,
    open: Vec<Open>,
}

impl Scanner<'_> {
    fn run(&mut self) {
        let mut at = 0;
        while let Some(i) = self.text[at..].find(['{', '}', '%']) {
            if self.slips.len() > MAX_SLIPS || self.open.last().is_some_and(|open| open.depth > MAX_DEPTH) {
                return;
            }
            let from = at + i;
            let rest = &self.text[from..];
            at = if rest.starts_with("{{") {
                self.tag(from, "}}")
            } else if rest.starts_with("{%") {
                self.tag(from, "%}")
            } else if rest.starts_with("{#") {
                self.comment(from)
            } else if rest.starts_with("}}") || rest.starts_with("%}") {
                let close = &rest[..2];
                let open = if close == "}}" { "{{" } else { "{%" };
                if self.single_percent(from) {
                    at = from + 2;
                    continue;
                }
                self.slips.push(Slip::new(
                    from..from + 2,
                    format!("dấu {close} không có {open} mở ở trước"),
                    format!("thêm {open} ở trước, hoặc xóa {close}"),
                ));
                from + 2
            } else {
                self.single_brace(from).unwrap_or(from + 1)
            };
        }
        for open in std::mem::take(&mut self.open) {
            self.slips.push(Slip::new(
                open.range,
                format!("{{% {} %}} này chưa có {{% end{} %}}", open.word, open.word),
                format!("thêm {{% end{} %}} vào cuối phần lặp hoặc phần có điều kiện", open.word),
            ));
        }
    }

    fn comment(&mut self, from: usize) -> usize {
        match self.text[from + 1..].find("#}") {
            Some(i) => {
                let range = from..from + 1 + i + 2;
                self.tags.push(Tag { range: range.clone(), kind: TagKind::Comment, names: Vec::new() });
                range.end
            }
            None => {
                self.slips.push(Slip::new(from..from + 2, "ghi chú {# chưa đóng", "thêm #} ở cuối ghi chú"));
                from + 2
            }
        }
    }

    fn tag(&mut self, from: usize, close: &str) -> usize {
        let inner = from + 2 + usize::from(self.text[from + 2..].starts_with('-'));
        let (tokens, end) = expression::tokens(self.text, inner, close);
        let end = match end {
            Ok(end) => end,
            Err(stop) => return self.unclosed(from, stop, close, &tokens),
        };
        let range = from..end;
        let tag = if close == "}}" { self.value(range, &tokens) } else { self.statement(range, &tokens) };
        self.tags.push(tag);
        end
    }

    fn value(&mut self, range: Range<usize>, tokens: &[Token<'_>]) -> Tag {
        if tokens.is_empty() {
            self.slips.push(Slip::new(
                range.clone(),
                "trong {{ }} chưa có tên giá trị",
                "ghi tên giá trị, ví dụ {{ nam }} hoặc {{ bien.ten }}",
            ));
        }
        let names = self.names(tokens);
        Tag { range, kind: TagKind::Value, names }
    }

    fn statement(&mut self, range: Range<usize>, tokens: &[Token<'_>]) -> Tag {
        let (word, rest) = match tokens.split_first() {
            Some((first, rest)) => (first.words, rest),
            None => ("", tokens),
        };
        let mut kind = TagKind::Statement;
        match word {
            "for" => {
                kind = TagKind::For;
                return self.for_loop(range, rest, kind);
            }
            "if" => self.begin("if", &range, Vec::new()),
            "elif" => self.otherwise("elif", &range),
            "else" => self.otherwise("else", &range),
            "endfor" => self.end("for", &range),
            "endif" => self.end("if", &range),
            "break" | "continue" if self.open.iter().any(|o| o.word == "for") => {}
            _ => {
                self.slips.push(expression::statement(word, tokens.first().map_or(range.clone(), |t| t.range.clone())))
            }
        }
        let conditional = matches!(word, "if" | "elif");
        if conditional && rest.is_empty() {
            let advice = format!("ghi điều kiện, ví dụ {{% {word} nam == 2026 %}}");
            self.slips.push(Slip::new(range.clone(), format!("sau {word} chưa có điều kiện"), advice));
        } else if !conditional && !rest.is_empty() && matches!(word, "else" | "endfor" | "endif") {
            let extra = rest[0].range.start..rest[rest.len() - 1].range.end;
            self.slips.push(Slip::new(extra, format!("sau {word} không ghi gì thêm"), format!("viết {{% {word} %}}")));
        }
        let names = if conditional { self.names(rest) } else { Vec::new() };
        Tag { range, kind, names }
    }

    fn for_loop(&mut self, range: Range<usize>, tokens: &[Token<'_>], kind: TagKind) -> Tag {
        let at = tokens.iter().position(|t| t.words == "in");
        let (locals, list) = match at {
            Some(at) => (&tokens[..at], &tokens[at + 1..]),
            None => (&tokens[..0], &tokens[..0]),
        };
        let shaped = !list.is_empty()
            && matches!(locals, [a] | [a, _, _] if a.word == Word::Name)
            && locals.iter().step_by(2).all(|t| t.word == Word::Name);
        if !shaped {
            self.slips.push(Slip::new(
                range.clone(),
                "vòng lặp viết chưa đúng",
                "viết {% for don_vi in bien.danh_sach %} … {% endfor %}",
            ));
        }
        let names = self.names(list);
        let locals = locals.iter().filter(|t| t.word == Word::Name).map(|t| t.words.to_owned()).collect();
        self.begin("for", &range, locals);
        Tag { range, kind, names }
    }

    fn begin(&mut self, word: &'static str, range: &Range<usize>, locals: Vec<String>) {
        let depth = self.open.last().map_or(0, |o| o.depth) + 1;
        self.too_deep(depth, range);
        self.open.push(Open { word, range: range.clone(), locals, depth });
    }

    fn too_deep(&mut self, depth: usize, range: &Range<usize>) {
        if depth == MAX_DEPTH + 1 {
            self.slips.push(Slip::new(
                range.clone(),
                format!("quá {MAX_DEPTH} tầng {{% for %}}, {{% if %}}, {{% elif %}} lồng nhau"),
                "viết gọn lại, hoặc tách thành nhiều đoạn",
            ));
        }
    }

    /// `elif` and `else`, which need an open `if` (`else` may also follow a loop).
    fn otherwise(&mut self, word: &'static str, range: &Range<usize>) {
        let elif = word == "elif";
        match self.open.last_mut() {
            Some(open) if open.word == "if" || !elif => {
                open.depth += usize::from(elif);
                let depth = open.depth;
                if elif {
                    self.too_deep(depth, range);
                }
            }
            _ => self.slips.push(Slip::new(
                range.clone(),
                format!("{{% {word} %}} không nằm trong {{% if %}} nào"),
                format!("thêm {{% if … %}} ở trước, hoặc xóa {{% {word} %}}"),
            )),
        }
    }

    fn end(&mut self, word: &'static str, range: &Range<usize>) {
        match self.open.last() {
            Some(open) if open.word == word => {
                self.open.pop();
            }
            Some(_) if self.open.iter().any(|o| o.word == word) => {
                while let Some(open) = self.open.pop().filter(|open| open.word != word) {
                    let inner = open.word;
                    self.slips.push(Slip::new(
                        open.range,
                        format!("{{% {inner} %}} này chưa có {{% end{inner} %}}"),
                        format!("thêm {{% end{inner} %}} trước {{% end{word} %}}"),
                    ));
                }
            }
            _ => self.slips.push(Slip::new(
                range.clone(),
                format!("{{% end{word} %}} không có {{% {word} %}} mở ở trước"),
                format!("xóa {{% end{word} %}}, hoặc thêm {{% {word} … %}} ở trước"),
            )),
        }
    }

    /// The names of an expression that are not loop variables.
    fn names(&mut self, tokens: &[Token<'_>]) -> Vec<Name> {
        let (mut names, slips) = expression::check(self.text, tokens);
        self.slips.extend(slips);
        let looping = self.open.iter().any(|o| o.word == "for");
        names.retain(|name| {
            let first = name.path[0].as_str();
            let local = self.open.iter().any(|o| o.locals.iter().any(|l| l == first));
            !(local || looping && first == "loop")
        });
        names
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn slips(text: &str) -> Vec<(String, String)> {
        scan(text).1.into_iter().map(|s| (text[s.range].to_owned(), s.message)).collect()
    }

    fn places(text: &str) -> Vec<String> {
        slips(text).into_iter().map(|s| s.0).collect()
    }

    #[test]
    fn sound_tags_pass() {
        for text in [
            "năm {{ nam }}, {{- bien.x | upper -}} {{ \"}}\" }} {# ghi chú #}",
            "{% for d in bien.ds %}{{ loop.index }}. {{ d }}{% else %}không{% endfor %}",
            "{% for k, v in van_ban %}{% if v.so is defined and not k == \"a\" %}x{% elif nam > 2 %}y{% endif %}{% endfor %}",
            "{{ bien.ds | join(sep=\", \") }} 100% {a} 5 } 3 {",
        ] {
            assert_eq!(slips(text), [], "{text}");
        }
    }

    #[test]
    fn every_slip_is_found_at_its_place() {
        assert_eq!(places("a {{ nam b. c {{ nam }} d {{ }} e {% fro %}"), ["{{ nam", "{{ }}", "fro"]);
        assert_eq!(places("{{ nam } x { nam }"), ["{{ nam", "{ nam }"]);
        assert_eq!(places("{{ nam %} x"), ["{{ nam %}"]);
        assert_eq!(places("{{ a == \"b }} {{ }}"), ["\"b ", "{{ }}"]);
        assert_eq!(places("a }} b"), ["}}"]);
        assert_eq!(places("{% for x in y %}{% if x %}{% endfor %}"), ["{% if x %}"]);
        assert_eq!(places("{% if nam %}a{% for x in y %}"), ["{% if nam %}", "{% for x in y %}"]);
        assert_eq!(places("{% endif %}{% else %}"), ["{% endif %}", "{% else %}"]);
        assert_eq!(
            places("{% set x = 1 %}{% for x %}{% endfor %}{% if %}{% endif a %}"),
            ["set", "{% for x %}", "{% if %}", "a"]
        );
        let chain = format!("{{% if a %}}{}{{% endif %}}", "{% elif a %}".repeat(50_000));
        assert_eq!(slips(&chain).len(), 1);
    }

    #[test]
    fn names_are_collected_without_loop_variables() {
        let (tags, _) = scan("{% for d in bien.ds %}{{ d.x + bien.y }}{% endfor %}{{ d }}");
        let names: Vec<String> = tags.iter().flat_map(|t| &t.names).map(|n| n.path.join(".")).collect();
        assert_eq!(names, ["bien.ds", "bien.y", "d"]);
    }
}
