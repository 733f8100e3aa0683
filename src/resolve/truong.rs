//! Keys that only some types have: their texts computed, persons looked up, and the form they take in a type's wording.

use super::signer::unknown;
use crate::diag::{Located, Place, Sink};
use crate::model::draft::Text;
use crate::model::van_ban::liet_ke;
use crate::model::{CacTruong, CoQuan, Truong};

/// Computes every text. A person named by a key of the agency becomes that person.
pub fn resolve(
    truong: &CacTruong,
    co_quan: &CoQuan,
    owner: &Place,
    sink: &mut Sink,
    render: &mut dyn FnMut(&Text, &mut Sink) -> Text,
) -> CacTruong {
    let mut out = CacTruong::new();
    for (key, value) in truong {
        let value = value.map(&mut |text: &Text| match text.value.is_empty() {
            true => text.clone(),
            false => render(text, sink),
        });
        out.insert(key.clone(), persons(value, co_quan, owner, sink));
    }
    out
}

fn persons(value: Truong, co_quan: &CoQuan, owner: &Place, sink: &mut Sink) -> Truong {
    match value {
        Truong::Nguoi(fields) => Truong::Nguoi(person(fields, co_quan, owner, sink)),
        Truong::CacBanGhi(records) => {
            let mut record = |fields: CacTruong| {
                fields.into_iter().map(|(k, v)| (k, persons(v, co_quan, owner, sink))).collect::<CacTruong>()
            };
            Truong::CacBanGhi(records.into_iter().map(&mut record).collect())
        }
        other => other,
    }
}

/// Whether a text is written as keys are, `nguyen_van_a`, and no name.
fn is_key(text: &str) -> bool {
    text.contains('_') && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_')
}

/// Adds `goi`, how a person is named in a sentence: "Bà Trần Thị B, Chuyên viên Văn phòng Sở". Somebody who is not named
/// has all of it empty.
fn person(mut fields: CacTruong, co_quan: &CoQuan, owner: &Place, sink: &mut Sink) -> CacTruong {
    let text = |fields: &CacTruong, key: &str| {
        fields.get(key).and_then(Truong::chu).map(|t| t.value.clone()).unwrap_or_default()
    };
    let place = fields.get("ho_ten").and_then(Truong::chu).map_or(owner, |t| &t.place).clone();
    let [xung_ho, mut ho_ten, mut chuc_vu] = ["xung_ho", "ho_ten", "chuc_vu"].map(|key| text(&fields, key));
    if let Some(nguoi) = co_quan.nguoi.get(&ho_ten) {
        (ho_ten, chuc_vu) = (nguoi.ho_ten.clone(), nguoi.chuc_vu.clone());
    } else if is_key(&ho_ten) && !co_quan.ma.is_empty() {
        sink.push(unknown(&Located::new(ho_ten.clone(), place.clone()), co_quan));
    }
    let named = format!("{xung_ho} {ho_ten}").trim().to_owned();
    let parts = [named.as_str(), chuc_vu.as_str()];
    let goi = parts.into_iter().filter(|p| !p.is_empty()).collect::<Vec<_>>().join(", ");
    for (key, value) in [("xung_ho", xung_ho), ("ho_ten", ho_ten), ("chuc_vu", chuc_vu), ("goi", goi)] {
        fields.insert(key.to_owned(), Truong::Chu(Located::new(value, place.clone())));
    }
    fields
}

/// The same values for the wording: the items of a list end in ";" and ".", but in ";" all of them inside an object, where
/// more lines follow; no text brings a final mark that the wording has.
pub fn for_wording(truong: &CacTruong) -> CacTruong {
    truong.iter().map(|(key, value)| (key.clone(), punctuated(value))).collect()
}

fn punctuated(value: &Truong) -> Truong {
    let bare = |text: &Text| text.value.trim_end_matches(['.', ';']).trim_end().to_owned();
    let list = |texts: &[Text], lines: Vec<String>| {
        let lines = lines.into_iter().zip(texts).map(|(line, text)| Located::new(line, text.place.clone()));
        Truong::DanhSach(lines.collect())
    };
    let record = |fields: &CacTruong| -> CacTruong {
        let field = |value: &Truong| match value {
            Truong::DanhSach(texts) => list(texts, texts.iter().map(|text| bare(text) + ";").collect()),
            other => punctuated(other),
        };
        fields.iter().map(|(key, value)| (key.clone(), field(value))).collect()
    };
    match value {
        Truong::Chu(text) => Truong::Chu(Located::new(bare(text), text.place.clone())),
        Truong::DanhSach(texts) => list(texts, liet_ke(&texts.iter().map(bare).collect::<Vec<_>>())),
        Truong::Nguoi(fields) => Truong::Nguoi(record(fields)),
        Truong::CacBanGhi(records) => Truong::CacBanGhi(records.iter().map(record).collect()),
    }
}
