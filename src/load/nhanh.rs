//! The program's own data, read fast. Its files keep to a small part of YAML: block mappings and lists, collections in
//! brackets on one line, words without or in quotes on one line, comments. A parser of all of YAML takes some 40 ms for them,
//! ten times what else a start costs; this one takes one. Whatever it does not know for sure it leaves to the other:
//! tags, blocks of text, values over several lines.

mod gia;

use serde::de::DeserializeOwned;
use std::borrow::Cow;

/// Deeper than any file of data.
const MAX_DEPTH: usize = 16;

/// The value of a text; `None` when only the parser of all of YAML can tell.
pub fn doc<T: DeserializeOwned>(text: &str) -> Option<T> {
    T::deserialize(read(text)?).ok()
}

/// A value of the file.
#[derive(Debug, Clone)]
enum Gia<'a> {
    /// Words; whether they were in quotes.
    Chu(Cow<'a, str>, bool),
    Day(Vec<Gia<'a>>),
    Bang(Vec<(Gia<'a>, Gia<'a>)>),
}

/// A line that has words: its indent and the words.
type Dong<'a> = (usize, &'a str);

struct Doc<'a> {
    dong: Vec<Dong<'a>>,
    at: usize,
    /// Values that have a name to be taken again by.
    neo: Vec<(&'a str, Gia<'a>)>,
}

fn read(text: &str) -> Option<Gia<'_>> {
    let mut dong = Vec::new();
    for line in text.lines() {
        let words = line.trim_start_matches(' ');
        if words.starts_with('\t') || words.starts_with("---") || words.starts_with("...") {
            return None;
        }
        if !words.is_empty() && !words.starts_with('#') {
            dong.push((line.len() - words.len(), words.trim_end()));
        }
    }
    let mut doc = Doc { dong, at: 0, neo: Vec::new() };
    let indent = doc.dong.first()?.0;
    let value = doc.block(indent, 0)?;
    (doc.at == doc.dong.len()).then_some(value)
}

fn null<'a>() -> Gia<'a> {
    Gia::Chu(Cow::Borrowed(""), false)
}

impl<'a> Doc<'a> {
    fn line(&self) -> Option<Dong<'a>> {
        self.dong.get(self.at).copied()
    }

    /// The list or mapping whose lines begin at an indent.
    fn block(&mut self, indent: usize, depth: usize) -> Option<Gia<'a>> {
        if depth > MAX_DEPTH {
            return None;
        }
        match self.line()?.1 {
            words if is_item(words) => self.list(indent, depth),
            _ => self.mapping(indent, depth),
        }
    }

    fn list(&mut self, indent: usize, depth: usize) -> Option<Gia<'a>> {
        let mut items = Vec::new();
        while let Some((_, words)) = self.line().filter(|(at, words)| *at == indent && is_item(words)) {
            let rest = words.get(1..)?.trim_start();
            if rest.is_empty() || rest.starts_with('#') {
                self.at += 1;
                items.push(self.below(indent, false, depth)?);
            } else if is_item(rest) || key(rest).is_some() {
                // A list or a mapping that begins behind the dash.
                let inner = indent + words.len() - rest.len();
                *self.dong.get_mut(self.at)? = (inner, rest);
                items.push(self.block(inner, depth + 1)?);
            } else {
                self.at += 1;
                items.push(self.inline(rest, indent)?);
            }
        }
        self.ends(indent)?;
        Some(Gia::Day(items))
    }

    fn mapping(&mut self, indent: usize, depth: usize) -> Option<Gia<'a>> {
        let mut entries = Vec::new();
        while let Some((_, words)) = self.line().filter(|(at, words)| *at == indent && !is_item(words)) {
            let (name, rest) = key(words)?;
            self.at += 1;
            let value = match rest {
                "" => self.below(indent, true, depth)?,
                rest if rest.starts_with('#') => self.below(indent, true, depth)?,
                rest => self.inline(rest, indent)?,
            };
            entries.push((name, value));
        }
        self.ends(indent)?;
        Some(Gia::Bang(entries))
    }

    /// What stands on the lines below a key or a dash; a list may stand right under its key.
    fn below(&mut self, indent: usize, key: bool, depth: usize) -> Option<Gia<'a>> {
        match self.line() {
            Some((at, _)) if at > indent => self.block(at, depth + 1),
            Some((at, words)) if key && at == indent && is_item(words) => self.list(at, depth + 1),
            _ => Some(null()),
        }
    }

    /// A value on its line; none goes on below.
    fn inline(&mut self, words: &'a str, indent: usize) -> Option<Gia<'a>> {
        self.ends(indent)?;
        if let Some(name) = words.strip_prefix('*') {
            return self.neo.iter().find(|(neo, _)| *neo == name).map(|(_, value)| value.clone());
        }
        if let Some((name, rest)) = words.strip_prefix('&').and_then(|words| words.split_once(' ')) {
            let value = self.inline(rest, indent)?;
            self.neo.push((name, value.clone()));
            return Some(value);
        }
        let mut one = Motdong { text: words };
        let value = one.value(false, 0)?;
        let rest = one.text.trim_start();
        (rest.is_empty() || rest.starts_with('#')).then_some(value)
    }

    fn ends(&self, indent: usize) -> Option<()> {
        self.line().is_none_or(|(at, _)| at <= indent).then_some(())
    }
}

fn is_item(words: &str) -> bool {
    words == "-" || words.starts_with("- ")
}

/// The key that a line begins with, and what stands behind it.
fn key(words: &str) -> Option<(Gia<'_>, &str)> {
    let mut one = Motdong { text: words };
    let name = if words.starts_with(['"', '\'']) {
        one.quoted()?
    } else {
        let end = words.find(": ").or_else(|| words.strip_suffix(':').map(str::len))?;
        let name = words.get(..end)?;
        one.text = words.get(end..)?;
        (!name.contains(" #") && plain(name)).then(|| Gia::Chu(Cow::Borrowed(name.trim_end()), false))?
    };
    let rest = one.text.strip_prefix(':')?;
    (rest.is_empty() || rest.starts_with(' ')).then(|| (name, rest.trim_start()))
}

/// Whether words may stand without quotes and mean themselves.
fn plain(words: &str) -> bool {
    let special = ['&', '*', '!', '|', '>', '%', '@', '`', '"', '\'', '[', ']', '{', '}', ',', '#', '?'];
    !words.starts_with(special)
        && !is_item(words)
        && !words.contains('\t')
        && !words.contains(": ")
        && !words.ends_with(':')
}

/// What is left of one line.
struct Motdong<'a> {
    text: &'a str,
}

impl<'a> Motdong<'a> {
    fn value(&mut self, flow: bool, depth: usize) -> Option<Gia<'a>> {
        match self.text.bytes().next()? {
            _ if depth > MAX_DEPTH => None,
            b'[' => self.flow_list(depth),
            b'{' => self.flow_mapping(depth),
            b'"' | b'\'' => self.quoted(),
            _ if flow => self.flow_words(),
            _ => {
                let end = self.text.find(" #").unwrap_or(self.text.len());
                let (words, rest) = self.text.split_at(end);
                self.text = rest;
                plain(words).then(|| Gia::Chu(Cow::Borrowed(words.trim_end()), false))
            }
        }
    }

    /// Words in brackets, up to the next sign of theirs.
    fn flow_words(&mut self) -> Option<Gia<'a>> {
        let ends = self.text.find([',', ']', '}', '[', '{'])?;
        let colon = self.text.find(": ").filter(|at| *at < ends);
        let (words, rest) = self.text.split_at(colon.unwrap_or(ends));
        self.text = rest;
        let sound = plain(words) && !words.contains(" #") && !words.trim().is_empty() && !is_item(words);
        sound.then(|| Gia::Chu(Cow::Borrowed(words.trim()), false))
    }

    fn skip(&mut self) -> Option<u8> {
        self.text = self.text.trim_start_matches(' ');
        self.text.bytes().next()
    }

    fn eat(&mut self) {
        self.text = self.text.get(1..).unwrap_or_default();
    }

    fn flow_list(&mut self, depth: usize) -> Option<Gia<'a>> {
        self.eat();
        let mut items = Vec::new();
        loop {
            if self.skip()? == b']' {
                self.eat();
                return Some(Gia::Day(items));
            }
            items.push(self.value(true, depth + 1)?);
            match self.skip()? {
                b',' => self.eat(),
                b']' => {}
                // "[a: b]" is a mapping of one.
                _ => return None,
            }
        }
    }

    fn flow_mapping(&mut self, depth: usize) -> Option<Gia<'a>> {
        self.eat();
        let mut entries = Vec::new();
        loop {
            if self.skip()? == b'}' {
                self.eat();
                return Some(Gia::Bang(entries));
            }
            let name = self.value(true, depth + 1)?;
            if self.skip()? != b':' {
                return None;
            }
            self.eat();
            let value = match self.skip()? {
                b',' | b'}' => null(),
                _ => self.value(true, depth + 1)?,
            };
            entries.push((name, value));
            match self.skip()? {
                b',' => self.eat(),
                b'}' => {}
                _ => return None,
            }
        }
    }

    fn quoted(&mut self) -> Option<Gia<'a>> {
        let sign = self.text.chars().next()?;
        let inner = self.text.get(1..)?;
        // A quotation mark within: doubled in single ones, behind a backslash in double ones.
        let (escape, marks): (char, &[char]) = if sign == '"' { ('\\', &['"', '\\']) } else { ('\'', &['\'']) };
        let (mut end, mut escaped) = (0, false);
        loop {
            end += inner.get(end..)?.find([sign, escape])?;
            let rest = inner.get(end..)?;
            let within = rest.starts_with(escape) && rest.get(1..)?.starts_with(marks);
            if !within && rest.starts_with(sign) {
                break;
            }
            if !within {
                return None;
            }
            escaped = true;
            end += 2;
        }
        let words = inner.get(..end)?;
        self.text = inner.get(end + 1..)?;
        let words = match (escaped, sign) {
            (false, _) => Cow::Borrowed(words),
            (true, '"') => Cow::Owned(words.replace("\\\"", "\"").replace("\\\\", "\\")),
            (true, _) => Cow::Owned(words.replace("''", "'")),
        };
        Some(Gia::Chu(words, true))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assets;
    use crate::model::du_kien::{DanhMucKyNiem, DanhMucPhapLuat, DanhMucTinhThanh};
    use crate::model::{BangTu, DanhMucChucVu, TheThuc, TuKhoa};
    use std::fmt::Debug;

    fn built_in(path: &str) -> &'static str {
        std::str::from_utf8(assets::file(path).expect("a file")).expect("UTF-8")
    }

    /// Both parsers agree; whether the fast one reads it at all.
    fn agree<T: DeserializeOwned + Debug>(path: &str) -> bool {
        let text = built_in(path);
        let slow: T = serde_saphyr::from_str(text).expect("sound data");
        let fast: Option<T> = doc(text);
        if let Some(fast) = &fast {
            assert_eq!(format!("{fast:?}"), format!("{slow:?}"), "{path}");
        }
        fast.is_some()
    }

    #[test]
    fn it_reads_what_is_built_in_as_the_parser_of_all_of_yaml_does() {
        let lists = assets::list("data/kiem_tra");
        let fast = lists.iter().filter(|name| agree::<BangTu>(&format!("data/kiem_tra/{name}"))).count();
        assert!(fast * 10 >= lists.len() * 9, "only {fast} of {} lists are read fast", lists.len());
        assert!(agree::<DanhMucPhapLuat>("data/van_ban_phap_luat.yaml"));
        assert!(agree::<DanhMucKyNiem>("data/ngay_ky_niem.yaml"));
        assert!(agree::<DanhMucTinhThanh>("data/tinh_thanh.yaml"));
        assert!(agree::<DanhMucChucVu>("data/chuc_vu.yaml"));
        assert!(agree::<TuKhoa>("data/tu_khoa.yaml"));
        agree::<TheThuc>("data/the_thuc.yaml");
    }

    fn json(text: &str) -> Option<serde_json::Value> {
        doc(text)
    }

    #[test]
    fn what_it_reads_is_what_yaml_means() {
        for text in [
            "a: một # hai\nb:\n- x\n- 'y''z'\nc: {d: [e, \"f: g\"], h: }\n",
            "- a: 1x\n  b:\n    - c\n- d\n-\n  e: f\n",
            "a b: c#d\n\"e: f\": g:h\n",
            "a:\nb: ~\n",
            "a: \"b \\\"c\\\" d\"\n",
            "a: &n {x: z}\nb: *n\n",
            "a: [x, y z, ]\n# hết\n",
            "a: https://x.vn/?a=b\nb: - c\n",
        ] {
            let slow: Option<serde_json::Value> = serde_saphyr::from_str(text).ok();
            let fast = json(text);
            assert!(fast.is_none() || fast == slow, "{text}\n{fast:?}\n{slow:?}");
        }
        assert_eq!(json("a:\n  - b: [c, 'd']\n"), Some(serde_json::json!({"a": [{"b": ["c", "d"]}]})));
    }

    #[test]
    fn what_it_does_not_know_it_leaves() {
        for text in [
            "a: |\n  b\n",
            "a: >-\n  b\n",
            "a: *b\n",
            "a: &b\n",
            "a: !c d\n",
            "a: b\n  c\n",
            "a: [b,\n  c]\n",
            "a: \"b\\n\"\n",
            "a: 'b\n  c'\n",
            "---\na: b\n",
            "a: b: c\n",
            "a: b\n   c: d\n",
            "- a\n b\n",
            "? a\n: b\n",
            "\ta: b\n",
            "a: 'b' c\n",
            "a: [b c: d]\n",
            "",
        ] {
            assert!(read(text).is_none(), "{text}");
        }
    }
}
