//! What is wrong with keys and the shape of values, and what to write instead, from `data/tu_khoa.yaml`.

use super::decode::{Decoder, What};
use super::yaml::{Kind, Node, Style};
use crate::diag::words::{quote, shorten};
use crate::diag::{Diagnostic, Place, code, nearest};
use crate::model::tu_khoa::{DoiTuong, Khoa, Kieu};

impl Decoder<'_> {
    /// Reports a value of the wrong shape.
    pub fn wrong_kind(&mut self, node: &Node, expected: &str, what: &What) {
        let message = format!("{}: cần {expected}, ở đây {}", what.said, shape(node));
        let written = self.files.slice(&node.place);
        let mut finding = Diagnostic::new(&code::SAI_KIEU, message).at(self.seen(node)).advice(match &what.example {
            Some(example) => format!("viết như {example}"),
            None => format!("viết lại thành {expected}"),
        });
        if what.prose && written.starts_with(['[', '{']) && !written.contains('\n') {
            finding =
                finding.advice(format!("nếu là câu chữ có ngoặc, đặt cả câu trong ngoặc kép: {}", quote(written)));
        }
        self.sink.push(finding);
    }

    /// Whether a name is a key of an object.
    pub(super) fn is_key_of(&self, object: &str, name: &str) -> bool {
        self.tu_khoa.0.get(object).is_some_and(|o| o.khoa.contains_key(name))
    }

    /// Reports that a whole object is something else.
    pub(super) fn no_object(&mut self, node: &Node, name: &str, doi_tuong: &DoiTuong, owner: &Place) {
        let what = match name {
            "chien_dich" => "tệp chiến dịch",
            "van_ban" => "mỗi văn bản",
            "co_quan" => "tệp cơ quan",
            "nguoi" => "mỗi người ký",
            _ => "chỗ này",
        };
        let example = doi_tuong.khoa.iter().find(|(_, khoa)| khoa.bat_buoc).map(|(key, khoa)| line(key, khoa));
        let keys: Vec<&str> = common(doi_tuong).collect();
        let place = if node.is_empty() { owner.clone() } else { node.place.clone() };
        let mut finding = Diagnostic::new(&code::SAI_KIEU, format!("{what} phải gồm các khóa, ở đây {}", shape(node)))
            .at(place)
            .advice(format!("các khóa dùng được: {}", keys.join(", ")));
        if let Some(example) = example {
            finding = finding.advice(format!("mỗi khóa một dòng, ví dụ {example}"));
        }
        self.sink.push(finding);
    }

    /// Reports a key that is not there, or there without a value.
    pub(super) fn missing(&mut self, key: &str, khoa: &Khoa, owner: &Place, empty: bool) {
        let (message, verb) = if empty {
            (format!("khóa “{key}” chưa có giá trị"), "ghi")
        } else {
            (format!("thiếu khóa “{key}”"), "thêm")
        };
        self.sink.push(
            Diagnostic::new(&code::THIEU, message)
                .at(owner.clone())
                .meaning(khoa.giai_thich.clone())
                .advice(format!("{verb} {}", line(key, khoa))),
        );
    }

    /// Reports a key the format does not know, and gives the known one that was meant. `before` is the entry before it
    /// when both stand in `{ }`.
    pub(super) fn unknown_key(
        &mut self,
        key: &Node,
        value: &Node,
        typed: &str,
        doi_tuong: &DoiTuong,
        before: Option<&(Node, Node)>,
    ) -> Option<String> {
        let known = || doi_tuong.khoa.keys().map(String::as_str);
        if let Some((finding, meant)) = no_colon(key, value, typed, known()) {
            self.sink.push(finding);
            return Some(meant);
        }
        if let Some(finding) = comma_in_braces(key, value, typed, before) {
            self.sink.push(finding);
            return None;
        }
        let near = nearest(typed, known());
        let mut finding =
            Diagnostic::new(&code::KHOA_LA, format!("không có khóa “{}”", shorten(typed))).at(key.place.clone());
        finding = match near {
            Some(near) => finding.label(format!("có phải là “{near}”?")).advice(format!("viết: {near}")),
            None => finding.advice(format!("các khóa dùng được: {}", common(doi_tuong).collect::<Vec<_>>().join(", "))),
        };
        if typed.contains(' ') {
            finding = finding.advice("nếu dòng này là câu chữ của khóa ở trên, thụt vào thêm hoặc đặt trong ngoặc kép");
        }
        self.sink.push(finding);
        near.map(str::to_owned)
    }

    pub(super) fn duplicate(&mut self, typed: &str, key: &Node, entries: &[(Node, Node)]) {
        let first = entries.iter().map(|(k, _)| k).find(|k| matches!(&k.kind, Kind::Scalar(t, _) if t == typed));
        let mut finding = Diagnostic::new(&code::KHOA_LAP, format!("“{}” viết hai lần", shorten(typed)))
            .at(key.place.clone())
            .advice("giữ một dòng, xóa hoặc đổi tên dòng kia");
        if let Some(first) = first {
            finding = finding.also(first.place.clone(), "lần đầu ở đây");
        }
        self.sink.push(finding);
    }

    /// The place of a node with at least one sign to point at: an empty item is shown by its dash.
    pub(super) fn seen(&self, node: &Node) -> Place {
        let mut place = node.place.clone();
        if place.span.is_empty() {
            let text = self.files.text(place.file);
            let before = text.get(..place.span.start).unwrap_or_default().trim_end();
            if before.ends_with(['-', ':', ',', '[']) {
                place.span = before.len() - 1..before.len();
            }
        }
        place
    }
}

/// The keys to name to somebody who looks for one: not those of a few types only.
fn common(doi_tuong: &DoiTuong) -> impl Iterator<Item = &str> {
    doi_tuong.khoa.iter().filter(|(_, khoa)| !khoa.truong).map(|(key, _)| key.as_str())
}

fn shape(node: &Node) -> &'static str {
    match &node.kind {
        Kind::Scalar(..) if node.is_empty() => "để trống",
        Kind::Scalar(..) => "là một dòng chữ",
        Kind::Seq(_) => "là một danh sách",
        Kind::Map(..) => "là các khóa và giá trị",
    }
}

/// How a key is written, for advice: "dòng so: 13".
pub(super) fn line(key: &str, khoa: &Khoa) -> String {
    match khoa.kieu {
        Kieu::NoiDung => format!("dòng {key}: | rồi viết nội dung từ dòng dưới, thụt vào thêm hai dấu cách"),
        Kieu::NoiNhan => format!("dòng {key}: rồi mỗi nơi nhận một dòng ở dưới, ví dụ {}", khoa.vi_du),
        _ if khoa.vi_du.starts_with("- ") => {
            format!("dòng {key}: rồi mỗi mục một dòng ở dưới, ví dụ {}", khoa.vi_du)
        }
        Kieu::Bang => format!("dòng {key}: rồi các dòng ở dưới thụt vào thêm hai dấu cách, ví dụ {}", khoa.vi_du),
        _ => format!("dòng {key}: {}", khoa.vi_du),
    }
}

/// `{gui: […], de: chỉ đạo, điều hành}`: the comma begins a new key.
fn comma_in_braces(key: &Node, value: &Node, typed: &str, before: Option<&(Node, Node)>) -> Option<Diagnostic> {
    let (Kind::Scalar(name, _), Kind::Scalar(words, Style::Plain)) = before.map(|(k, v)| (&k.kind, &v.kind))? else {
        return None;
    };
    let cut = value.is_null() && value.place.span.is_empty() && !words.is_empty();
    cut.then(|| {
        Diagnostic::new(&code::BAY_YAML, "dấu phẩy trong ngoặc { } cắt câu chữ thành hai khóa")
            .at(key.place.clone())
            .advice(format!("đặt cả câu trong ngoặc kép: {name}: {}", quote(&format!("{words}, {typed}"))))
    })
}

/// `{de thực hiện}`: a known key without its colon.
fn no_colon<'k>(
    key: &Node,
    value: &Node,
    typed: &str,
    mut known: impl Iterator<Item = &'k str>,
) -> Option<(Diagnostic, String)> {
    let (first, rest) = typed.split_once([' ', ':'])?;
    let cut = value.is_null() && known.any(|k| k == first);
    cut.then(|| {
        let message = format!("sau khóa “{first}” thiếu dấu hai chấm và dấu cách");
        let finding = Diagnostic::new(&code::CU_PHAP_YAML, message)
            .at(key.place.clone())
            .advice(format!("viết: {first}: {}", shorten(rest)));
        (finding, first.to_owned())
    })
}
