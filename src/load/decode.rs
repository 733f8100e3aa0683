//! Nodes to values: every function records what is wrong and goes on, so that one run shows all mistakes.

use super::text;
use super::yaml::{Kind, Node, Style};
use crate::diag::{Diagnostic, Files, Located, Place, Sink, code, nearest};
use crate::model::TuKhoa;
use crate::model::tu_khoa::{Khoa, Kieu};
use unicode_normalization::UnicodeNormalization as _;

/// What decoding needs: the texts for advice, the known keys, and where findings go.
pub struct Decoder<'a> {
    /// Texts read so far.
    pub files: &'a Files,
    /// Known keys.
    pub tu_khoa: &'a TuKhoa,
    /// Findings.
    pub sink: &'a mut Sink,
}

/// A checked object: its keys are known, appear once, and the required ones are there (or reported).
pub struct Object<'n, 'k> {
    entries: Vec<(&'k str, &'k Khoa, &'n Node)>,
}

impl<'n, 'k> Object<'n, 'k> {
    /// The value of a key, if something was written.
    pub fn get(&self, key: &str) -> Option<&'n Node> {
        self.entries.iter().find(|(k, _, _)| *k == key).map(|(_, _, node)| *node)
    }

    fn khoa(&self, key: &str) -> Option<(&'k Khoa, &'n Node)> {
        self.entries.iter().find(|(k, _, _)| *k == key).map(|(_, khoa, node)| (*khoa, *node))
    }
}

impl<'a> Decoder<'a> {
    /// Reads a mapping as the object `name` of `data/tu_khoa.yaml`; `owner` is blamed for missing keys.
    pub fn object<'n>(&mut self, node: &'n Node, name: &str, owner: &Place) -> Option<Object<'n, 'a>> {
        let doi_tuong = self.tu_khoa.0.get(name)?;
        let Kind::Map(entries, _) = &node.kind else {
            self.wrong_kind(node, "các khóa và giá trị", &doi_tuong.mo_ta);
            return None;
        };
        if self.bare_template(node) {
            return None;
        }
        let mut found: Vec<(&str, &Khoa, &Node)> = Vec::new();
        for (key, value) in entries {
            let Kind::Scalar(typed, _) = &key.kind else {
                self.wrong_kind(key, "một khóa", &doi_tuong.mo_ta);
                continue;
            };
            let Some((name, khoa)) = doi_tuong.khoa.get_key_value(typed.as_str()) else {
                let known = doi_tuong.khoa.keys().map(String::as_str);
                let mut finding =
                    Diagnostic::new(&code::KHOA_LA, format!("không có khóa “{typed}”")).at(key.place.clone());
                finding = match nearest(typed, known) {
                    Some(near) => finding.advice(format!("có phải là “{near}”?")),
                    None => finding.advice(format!(
                        "các khóa dùng được: {}",
                        doi_tuong.khoa.keys().map(String::as_str).collect::<Vec<_>>().join(", ")
                    )),
                };
                self.sink.push(finding);
                continue;
            };
            if found.iter().any(|(k, _, _)| k == name) {
                self.duplicate(typed, key, entries);
                continue;
            }
            if !value.is_null() {
                found.push((name.as_str(), khoa, value));
            } else if khoa.bat_buoc {
                self.missing(name, khoa, &key.place);
                found.push((name.as_str(), khoa, value));
            }
        }
        for (name, khoa) in &doi_tuong.khoa {
            if khoa.bat_buoc && !found.iter().any(|(k, _, _)| k == name) {
                self.missing(name, khoa, owner);
            }
        }
        found.retain(|(_, _, value)| !value.is_null());
        Some(Object { entries: found })
    }

    /// Names to nodes (`bien`, `van_ban`, `nguoi`), each name once.
    pub fn table<'n>(&mut self, node: &'n Node, what: &str) -> Vec<(Located<String>, &'n Node)> {
        let Kind::Map(entries, _) = &node.kind else {
            self.wrong_kind(node, "các tên và giá trị", what);
            return Vec::new();
        };
        if self.bare_template(node) {
            return Vec::new();
        }
        let mut out: Vec<(Located<String>, &Node)> = Vec::new();
        for (key, value) in entries {
            let Kind::Scalar(name, _) = &key.kind else {
                self.wrong_kind(key, "một tên", what);
                continue;
            };
            if out.iter().any(|(k, _)| k.value == *name) {
                self.duplicate(name, key, entries);
                continue;
            }
            out.push((Located::new(name.clone(), key.place.clone()), value));
        }
        out
    }

    /// The text of a key.
    pub fn text_of(&mut self, object: &Object<'_, '_>, key: &str) -> Option<Located<String>> {
        let (khoa, node) = object.khoa(key)?;
        let text = self.text(node, khoa.kieu != Kieu::Chuoi, &format!("khóa “{key}”"))?;
        if !khoa.chon.is_empty() && !khoa.chon.contains(&text.value) {
            let mut finding =
                Diagnostic::new(&code::SAI_GIA_TRI, format!("“{}” không phải giá trị của khóa “{key}”", text.value))
                    .at(text.place.clone())
                    .advice(format!("chọn một trong: {}", khoa.chon.join(", ")));
            if let Some(near) = nearest(&text.value, khoa.chon.iter().map(String::as_str)) {
                finding = finding.label(format!("có phải là “{near}”?"));
            }
            self.sink.push(finding);
            return None;
        }
        Some(text)
    }

    /// The texts of a key that takes a list or one text.
    pub fn list_of(&mut self, object: &Object<'_, '_>, key: &str) -> Vec<Located<String>> {
        let Some((_, node)) = object.khoa(key) else { return Vec::new() };
        let what = format!("khóa “{key}”");
        match &node.kind {
            Kind::Seq(items) => items.iter().filter_map(|item| self.text(item, true, &what)).collect(),
            _ => self.text(node, true, &what).into_iter().collect(),
        }
    }

    /// One scalar as text, trimmed. `prose` text must not be cut by a comment.
    pub fn text(&mut self, node: &Node, prose: bool, what: &str) -> Option<Located<String>> {
        let Kind::Scalar(value, style) = &node.kind else {
            if !self.bare_template(node) && !self.colon_in_prose(node) {
                self.wrong_kind(node, "một dòng chữ", what);
            }
            return None;
        };
        if prose && *style == Style::Plain {
            self.comment_in_prose(node);
        }
        if *style == Style::Quoted {
            // An escape such as "\u0007" can bring in what the cleaning of the file has already refused.
            if let Some(c) = value.chars().find(|c| text::kind(*c).is_some()) {
                self.sink.push(
                    Diagnostic::new(&code::KY_TU_LA, format!("ký tự U+{:04X} không in được", u32::from(c)))
                        .at(node.place.clone())
                        .advice("xóa mã \\u… hoặc \\x… này khỏi câu chữ"),
                );
                return None;
            }
        }
        Some(Located::new(value.trim().nfc().collect(), node.place.clone()))
    }

    /// Whether `{{ … }}` was read as YAML braces; if so, says it.
    fn bare_template(&mut self, node: &Node) -> bool {
        let bare = matches!(&node.kind, Kind::Map(_, true)) && self.files.slice(&node.place).starts_with("{{");
        if bare {
            self.sink.push(
                Diagnostic::new(
                    &code::BAY_YAML,
                    "{{ … }} chưa đặt trong ngoặc kép nên YAML hiểu thành dấu ngoặc của nó",
                )
                .at(node.place.clone())
                .advice(format!("viết trong ngoặc kép: \"{}\"", self.files.slice(&node.place))),
            );
        }
        bare
    }

    /// `- Chủ đề: thi đua` is a mapping to YAML; the author meant a sentence.
    fn colon_in_prose(&mut self, node: &Node) -> bool {
        let Kind::Map(entries, false) = &node.kind else { return false };
        let [(key, value)] = entries.as_slice() else { return false };
        let (Kind::Scalar(_, Style::Plain), Kind::Scalar(..)) = (&key.kind, &value.kind) else { return false };
        let line = self.files.slice(&node.place).lines().next().unwrap_or_default().trim().to_owned();
        self.sink.push(
            Diagnostic::new(&code::BAY_YAML, "câu chữ có dấu hai chấm chưa đặt trong ngoặc kép")
                .at(node.place.clone())
                .advice(format!("viết: \"{}\"", line.replace('"', "”"))),
        );
        true
    }

    /// Prose without quotes ends at ` #`: what follows would silently not be printed. A real comment stands two spaces
    /// off and begins with `# `.
    fn comment_in_prose(&mut self, node: &Node) {
        let text = self.files.text(node.place.file);
        let rest = text[node.place.span.end..].lines().next().unwrap_or_default();
        let gap = rest.len() - rest.trim_start_matches(' ').len();
        let Some(after) = rest[gap..].strip_prefix('#') else { return };
        if gap >= 2 && (after.is_empty() || after.starts_with(' ')) {
            return;
        }
        let whole = format!("{}{}", self.files.slice(&node.place), rest).replace('"', "”");
        let end = node.place.span.end;
        self.sink.push(
            Diagnostic::new(&code::BAY_YAML, "dấu # cắt câu chữ: phần sau nó sẽ không được in")
                .at(Place { file: node.place.file, span: end + gap..end + rest.trim_end().len() })
                .advice(format!("nếu là câu chữ, đặt trong ngoặc kép: \"{}\"", whole.trim()))
                .advice("nếu là ghi chú, để cách hai dấu cách trước # và một dấu cách sau #"),
        );
    }

    /// Reports a value of the wrong shape.
    pub fn wrong_kind(&mut self, node: &Node, expected: &str, what: &str) {
        let found = match &node.kind {
            Kind::Scalar(..) if node.is_null() => "để trống",
            Kind::Scalar(..) => "là một dòng chữ",
            Kind::Seq(_) => "là một danh sách",
            Kind::Map(..) => "là các khóa và giá trị",
        };
        self.sink.push(
            Diagnostic::new(&code::SAI_KIEU, format!("{what}: cần {expected}, ở đây {found}"))
                .at(node.place.clone())
                .advice(format!("viết lại thành {expected}")),
        );
    }

    fn missing(&mut self, key: &str, khoa: &Khoa, owner: &Place) {
        self.sink.push(
            Diagnostic::new(&code::THIEU, format!("thiếu “{key}”"))
                .at(owner.clone())
                .advice(format!("thêm dòng {key}: {}", khoa.vi_du))
                .advice(khoa.giai_thich.clone()),
        );
    }

    fn duplicate(&mut self, typed: &str, key: &Node, entries: &[(Node, Node)]) {
        let first = entries.iter().map(|(k, _)| k).find(|k| matches!(&k.kind, Kind::Scalar(t, _) if t == typed));
        let mut finding = Diagnostic::new(&code::KHOA_LAP, format!("“{typed}” viết hai lần"))
            .at(key.place.clone())
            .advice("giữ một dòng, xóa dòng kia");
        if let Some(first) = first {
            finding = finding.also(first.place.clone(), "lần đầu ở đây");
        }
        self.sink.push(finding);
    }
}
