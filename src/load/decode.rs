//! Nodes to values: every function records what is wrong and goes on, so that one run shows all mistakes.

use super::blame;
use super::yaml::{Kind, Node, Style};
use crate::diag::words::shorten;
use crate::diag::{Diagnostic, Files, Located, Place, Sink, code, nearest};
use crate::model::TuKhoa;
use crate::model::tu_khoa::{Khoa, Kieu};
use std::collections::HashSet;
use unicode_normalization::UnicodeNormalization as _;

/// A longer text on one line is no title, name or number; bodies have lines of their own.
const MAX_TEXT: usize = 20_000;

/// What decoding needs: the texts for advice, the known keys, and where findings go.
pub struct Decoder<'a> {
    /// Texts read so far.
    pub files: &'a Files,
    /// Known keys.
    pub tu_khoa: &'a TuKhoa,
    /// Findings.
    pub sink: &'a mut Sink,
}

/// What a value is for, in the words of a message, and a line that would be right.
#[derive(Debug, Clone)]
pub struct What {
    /// "khóa “trich_yeu”"
    pub said: String,
    /// "dòng trich_yeu: Phát động thi đua năm 2026"
    pub example: Option<String>,
    /// Whether it is words to be printed, which may hold brackets of their own.
    pub prose: bool,
}

impl What {
    /// The value of a key of the format.
    pub fn key(key: &str, khoa: &Khoa) -> What {
        let prose = !matches!(khoa.kieu, Kieu::Chuoi | Kieu::So | Kieu::Ngay | Kieu::NguoiKy);
        What { said: format!("khóa “{key}”"), example: Some(blame::line(key, khoa)), prose }
    }

    /// Something the author named himself.
    pub fn named(said: impl Into<String>) -> What {
        What { said: said.into(), example: None, prose: true }
    }
}

/// A checked object: its keys are known, appear once, and the required ones are there (or reported).
pub struct Object<'n, 'k> {
    entries: Vec<(&'k str, &'k Khoa, &'n Node)>,
    keys: Vec<(&'k str, &'k Khoa, &'n Place)>,
}

/// Says whether a key must be there.
pub type Needed<'a> = &'a dyn Fn(&str, &Khoa) -> bool;

impl<'n, 'k> Object<'n, 'k> {
    /// The value of a key, if something was written.
    pub fn get(&self, key: &str) -> Option<&'n Node> {
        self.entry(key).map(|(_, node)| node)
    }

    /// The value of a key and what it is for.
    pub fn known(&self, key: &str) -> Option<(&'n Node, What)> {
        self.entry(key).map(|(khoa, node)| (node, What::key(key, khoa)))
    }

    /// The object that the items of a key are.
    pub fn doi_tuong(&self, key: &str) -> Option<&'k str> {
        self.entry(key)?.0.doi_tuong.as_deref()
    }

    /// The keys that are written, and where, whether they have a value or not.
    pub fn keys(&self) -> impl Iterator<Item = (&'k str, &'k Khoa, &'n Place)> {
        self.keys.iter().copied()
    }

    fn entry(&self, key: &str) -> Option<(&'k Khoa, &'n Node)> {
        self.entries.iter().find(|(k, _, _)| *k == key).map(|(_, khoa, node)| (*khoa, *node))
    }
}

impl<'a> Decoder<'a> {
    /// Reads a mapping as the object `name` of `data/tu_khoa.yaml`; `owner` is blamed for missing keys.
    pub fn object<'n>(&mut self, node: &'n Node, name: &str, owner: &Place) -> Option<Object<'n, 'a>> {
        self.object_needing(node, name, owner, &|_, khoa| khoa.bat_buoc)
    }

    /// The same; `needed` says which keys must be there.
    pub fn object_needing<'n>(
        &mut self,
        node: &'n Node,
        name: &str,
        owner: &Place,
        needed: Needed<'_>,
    ) -> Option<Object<'n, 'a>> {
        let doi_tuong = self.tu_khoa.0.get(name)?;
        if node.is_broken() || self.bare_template(node) {
            return None;
        }
        let Kind::Map(entries, flow) = &node.kind else {
            self.no_object(node, name, doi_tuong, owner);
            return None;
        };
        let mut found: Vec<(&str, &Khoa, &Node)> = Vec::new();
        let mut places: Vec<(&str, &Khoa, &Place)> = Vec::new();
        let mut unread = false;
        // What an unknown key was meant to be: it is read as such, so that what is under it is looked at too.
        let mut meant: Vec<(&str, &Khoa, &Node)> = Vec::new();
        for (index, (key, value)) in entries.iter().enumerate() {
            let Kind::Scalar(typed, style) = &key.kind else {
                self.wrong_kind(key, "một khóa", &What::named("ở đây"));
                continue;
            };
            if *style == Style::Broken {
                unread = true;
                continue;
            }
            let Some((key_name, khoa)) = doi_tuong.khoa.get_key_value(typed.as_str()) else {
                let before = index.checked_sub(1).and_then(|i| entries.get(i)).filter(|_| *flow);
                let near = self.unknown_key(key, value, typed, doi_tuong, before);
                let near = near.and_then(|near| doi_tuong.khoa.get_key_value(near.as_str()));
                meant.extend(near.map(|(name, khoa)| (name.as_str(), khoa, value)));
                continue;
            };
            if found.iter().any(|(k, _, _)| k == key_name) {
                self.duplicate(typed, key, entries);
                continue;
            }
            let commented = value.is_null() && self.comment_as_value(&key.place);
            if needed(key_name, khoa) && value.is_empty() && !commented {
                self.missing(key_name, khoa, &key.place, true);
            }
            found.push((key_name.as_str(), khoa, value));
            places.push((key_name.as_str(), khoa, &key.place));
        }
        for entry in meant {
            if !found.iter().any(|(k, _, _)| *k == entry.0) {
                found.push(entry);
            }
        }
        if !unread {
            let swallowed = self.swallowed(doi_tuong, &found);
            for (key, khoa) in &doi_tuong.khoa {
                let there = || found.iter().any(|(k, _, _)| k == key) || swallowed.contains(key);
                if needed(key, khoa) && !there() {
                    self.missing(key, khoa, owner, false);
                }
            }
        }
        found.retain(|(_, _, value)| !value.is_empty());
        Some(Object { entries: found, keys: places })
    }

    /// Names to nodes (`bien`, `van_ban`, `nguoi`). A name that stands there twice is reported and comes twice, so that
    /// what is under it is looked at too.
    pub fn table<'n>(&mut self, node: &'n Node, what: &What) -> Vec<(Located<String>, &'n Node)> {
        if node.is_broken() || self.bare_template(node) {
            return Vec::new();
        }
        let Kind::Map(entries, _) = &node.kind else {
            self.wrong_kind(node, "các tên, mỗi tên một dòng dạng tên: giá trị", what);
            return Vec::new();
        };
        let mut out: Vec<(Located<String>, &Node)> = Vec::new();
        let mut seen = HashSet::new();
        for (key, value) in entries {
            let Kind::Scalar(name, style) = &key.kind else {
                self.wrong_kind(key, "một tên", what);
                continue;
            };
            if *style == Style::Broken {
                continue;
            }
            if !seen.insert(name.as_str()) {
                self.duplicate(name, key, entries);
            }
            out.push((Located::new(name.clone(), key.place.clone()), value));
        }
        out
    }

    /// The text of a key.
    pub fn text_of(&mut self, object: &Object<'_, '_>, key: &str) -> Option<Located<String>> {
        let (khoa, node) = object.entry(key)?;
        let text = self.text(node, khoa.kieu != Kieu::Chuoi, &What::key(key, khoa))?;
        if !khoa.chon.is_empty() && !khoa.chon.contains(&text.value) {
            let message = format!("“{}” không phải giá trị của khóa “{key}”", shorten(&text.value));
            let mut finding = Diagnostic::new(&code::SAI_GIA_TRI, message)
                .at(text.place.clone())
                .meaning(khoa.giai_thich.clone())
                .advice(format!("chọn một trong: {}", khoa.chon.join(", ")));
            let words = khoa.chon.iter().map(String::as_str).filter(|_| khoa.kieu != Kieu::So);
            if let Some(near) = nearest(&text.value, words) {
                finding = finding.label(format!("có phải là “{near}”?"));
            }
            self.sink.push(finding);
            return None;
        }
        Some(text)
    }

    /// The same, with "…" for what is written and cannot be read: it is not missing.
    pub fn text_or_rest(&mut self, object: &Object<'_, '_>, key: &str) -> Option<Located<String>> {
        let node = object.get(key)?;
        Some(self.text_of(object, key).unwrap_or_else(|| Located::new("…".to_owned(), node.place.clone())))
    }

    /// The texts of a key that takes a list or one text.
    pub fn list_of(&mut self, object: &Object<'_, '_>, key: &str) -> Vec<Located<String>> {
        let Some((node, what)) = object.known(key) else { return Vec::new() };
        let mut texts: Vec<Located<String>> = match &node.kind {
            Kind::Seq(items) => items.iter().filter_map(|item| self.item(item, &what)).collect(),
            _ => self.text(node, true, &what).into_iter().collect(),
        };
        if texts.is_empty() {
            // What was written is wrong and has been reported; that it is missing would be a second finding.
            texts.push(Located::new("…".to_owned(), node.place.clone()));
        }
        texts
    }

    /// One item of a list, which must not be empty.
    pub fn item(&mut self, node: &Node, what: &What) -> Option<Located<String>> {
        if node.is_empty() {
            self.sink.push(
                Diagnostic::new(&code::THIEU, format!("{}: mục này để trống", what.said))
                    .at(self.seen(node))
                    .advice("ghi nội dung cho mục này, hoặc xóa nó"),
            );
            return None;
        }
        self.text(node, true, what)
    }

    /// One scalar as text, trimmed. `prose` text must not be cut by a comment.
    pub fn text(&mut self, node: &Node, prose: bool, what: &What) -> Option<Located<String>> {
        let text = self.long_text(node, prose, what)?;
        if text.value.len() > MAX_TEXT {
            let message = format!("{}: dài {} ký tự, quá dài cho một dòng chữ", what.said, text.value.chars().count());
            self.sink.push(
                Diagnostic::new(&code::QUA_LON, message)
                    .at(text.place)
                    .advice("câu chữ dài để ở khóa noi_dung, sau dấu |"),
            );
            return None;
        }
        Some(text)
    }

    /// The same for a body, which may be long.
    pub fn long_text(&mut self, node: &Node, prose: bool, what: &What) -> Option<Located<String>> {
        let Kind::Scalar(value, style) = &node.kind else {
            if !self.bare_template(node) && !self.colon_in_prose(node) {
                self.wrong_kind(node, "một dòng chữ", what);
            }
            return None;
        };
        if *style == Style::Broken {
            return None;
        }
        if prose && *style == Style::Plain {
            self.comment_in_prose(node);
            if self.dash_in_prose(node) || self.stray_end(node) {
                return None;
            }
        }
        Some(Located::new(value.trim().nfc().collect(), node.place.clone()))
    }
}
