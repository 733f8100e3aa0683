//! One document of a campaign to its draft.

use super::body::{Body, body};
use super::campaign::{co_chu, dang, dau};
use super::decode::{Decoder, Object, What};
use super::yaml::{Kind, Node};
use crate::diag::words::shorten;
use crate::diag::{Diagnostic, Located, Place, UNREAD, code};
use crate::model::draft::{DocumentDraft, KemTheoDraft, Lines, NguoiKyDraft, NoiNhanDraft, SaoDraft, Text};
use crate::model::{Can, CoChu, Dang, DanhMucLoai, Dau, LoaiVanBan, QuyenHan};
use std::borrow::Cow;

/// What the documents of a campaign have in common.
pub(super) struct Shared<'a> {
    pub loai: &'a DanhMucLoai,
    /// `chung`: keys for the documents that do not have them.
    pub chung: Option<&'a Node>,
    pub dau: Option<Dau>,
    pub co_chu: Option<CoChu>,
    pub dang: Option<Dang>,
}

/// Whose body a file of its own holds.
pub(super) enum Slot {
    NoiDung,
    /// The body of what goes with the document, by its index.
    KemTheo(usize),
}

/// Decodes a document; beside it, the bodies that are kept in files of their own. `None` if it is no set of keys.
pub(super) fn document(
    d: &mut Decoder<'_>,
    id: Text,
    node: &Node,
    shared: &Shared<'_>,
) -> Option<(DocumentDraft, Vec<(Slot, Text)>)> {
    // What a document must have depends on its type.
    let types = shared.loai;
    let node = &*with_defaults(node, shared);
    let loai = node.entry("loai").and_then(Node::scalar).and_then(|ten| types.tim(ten));
    let can = |key: &str| loai.map_or_else(|| types.can_chung(key), |loai| loai.can(key));
    let object =
        &d.object_needing(node, "van_ban", &id.place, &|key, khoa| khoa.bat_buoc || can(key) == Can::BatBuoc)?;
    if let Some(loai) = loai {
        keys_of_other_types(d, object, loai);
    }
    let mut kept_apart = Vec::new();
    let noi_dung = body_of(d, object, Slot::NoiDung, &mut kept_apart);
    let mut kem_theo = Vec::new();
    for key in ["phu_luc", "kem_theo"] {
        attachments(d, object, key, &mut kem_theo, &mut kept_apart);
    }
    let document = DocumentDraft {
        loai: d.text_of(object, "loai"),
        co_quan: agency(d, object),
        so: d.text_of(object, "so"),
        ky_hieu: d.text_of(object, "ky_hieu"),
        ngay: d.text_of(object, "ngay"),
        dia_danh: d.text_of(object, "dia_danh"),
        don_vi_soan_thao: d.text_or_rest(object, "don_vi_soan_thao"),
        trich_yeu: d.text_of(object, "trich_yeu"),
        tham_quyen: d.text_of(object, "tham_quyen"),
        can_cu: d.list_of(object, "can_cu"),
        theo_danh_sach: d.text_of(object, "theo_danh_sach"),
        kinh_gui: d.list_of(object, "kinh_gui"),
        noi_nhan: object.known("noi_nhan").map(|(node, what)| recipients(d, node, &what)).unwrap_or_default(),
        luu: d.text_of(object, "luu"),
        nguoi_ky: object.known("nguoi_ky").and_then(|(node, what)| signer(d, node, &what)),
        dau: dau(d, object).or(shared.dau).unwrap_or_default(),
        co_chu: co_chu(d, object).or(shared.co_chu).unwrap_or_default(),
        dang: dang(d, object).or(shared.dang).unwrap_or_default(),
        ngang: d.is(object, "trang", "ngang"),
        truong: d.fields(object, &id.place),
        sao: copy(d, object),
        kem_theo,
        noi_dung,
        id,
    };
    Some((document, kept_apart))
}

/// A document with the keys of `chung` that it does not have itself; those that its type does not know stay away.
fn with_defaults<'n>(node: &'n Node, shared: &Shared<'_>) -> Cow<'n, Node> {
    let own = Cow::Borrowed(node);
    let (Kind::Map(entries, flow), Some(Kind::Map(defaults, _))) = (&node.kind, shared.chung.map(|c| &c.kind)) else {
        return own;
    };
    let typed = node.entry("loai").or_else(|| shared.chung?.entry("loai")).and_then(Node::scalar);
    let loai = typed.and_then(|ten| shared.loai.tim(ten));
    let wanted = |(key, _): &&(Node, Node)| {
        let Some(key) = key.scalar() else { return false };
        node.entry(key).is_none() && loai.is_none_or(|loai| loai.can(key) != Can::Khong)
    };
    let mut entries = entries.clone();
    let count = entries.len();
    entries.extend(defaults.iter().filter(wanted).cloned());
    if entries.len() == count { own } else { Cow::Owned(Node { kind: Kind::Map(entries, *flow), ..node.clone() }) }
}

/// Reports keys that documents of a type do not have.
fn keys_of_other_types(d: &mut Decoder<'_>, object: &Object<'_, '_>, loai: &LoaiVanBan) {
    for (key, khoa, place) in object.keys().filter(|(key, ..)| loai.can(key) == Can::Khong) {
        let finding = Diagnostic::new(&code::SAI_GIA_TRI, format!("{} không có khóa “{key}”", loai.ten))
            .at(place.clone())
            .meaning(khoa.giai_thich.clone());
        d.sink.push(finding.advice(match key {
            "kinh_gui" => "bỏ khóa này và ghi các nơi này vào noi_nhan",
            _ => "bỏ khóa này",
        }));
    }
}

fn body_of(
    d: &mut Decoder<'_>,
    object: &Object<'_, '_>,
    slot: Slot,
    kept_apart: &mut Vec<(Slot, Text)>,
) -> Option<Lines> {
    let (node, what) = object.known("noi_dung")?;
    match body(d, node, &what) {
        Body::Lines(lines) => Some(lines),
        Body::File(tep) => {
            kept_apart.push((slot, tep));
            None
        }
        Body::None => None,
    }
}

fn attachments(
    d: &mut Decoder<'_>,
    object: &Object<'_, '_>,
    key: &str,
    out: &mut Vec<KemTheoDraft>,
    kept_apart: &mut Vec<(Slot, Text)>,
) {
    for (object, place) in d.objects_of(object, key, &|key, khoa| khoa.bat_buoc || key == "noi_dung") {
        let appendix = key == "phu_luc";
        let noi_dung = body_of(d, &object, Slot::KemTheo(out.len()), kept_apart);
        out.push(KemTheoDraft {
            loai: d.text_of(&object, "loai"),
            ten: d.text_of(&object, if appendix { "ten" } else { "trich_yeu" }),
            noi_dung,
            ngang: d.is(&object, "trang", "ngang"),
            tep_rieng: d.is(&object, "tep_rieng", "có"),
            place,
        });
    }
}

/// The end of a copy.
fn copy(d: &mut Decoder<'_>, object: &Object<'_, '_>) -> Option<SaoDraft> {
    let Some((object, place)) = d.objects_of(object, "sao", &|_, khoa| khoa.bat_buoc).into_iter().next() else {
        // `sao: {}` says that the document is a copy, and not whose.
        let written = object.keys().find(|(key, ..)| *key == "sao").filter(|_| object.get("sao").is_none());
        written.inspect(|(key, khoa, place)| d.missing(key, khoa, place, true));
        return None;
    };
    Some(SaoDraft {
        co_quan: agency(d, &object),
        so: d.text_of(&object, "so"),
        ngay: d.text_of(&object, "ngay"),
        noi_nhan: d.list_of(&object, "noi_nhan"),
        luu: d.text_of(&object, "luu"),
        nguoi_ky: object.known("nguoi_ky").and_then(|(node, what)| signer(d, node, &what)),
        place,
    })
}

/// The document's own agency; what cannot be read is not the campaign's agency either.
fn agency(d: &mut Decoder<'_>, object: &Object<'_, '_>) -> Option<Text> {
    let node = object.get("co_quan")?;
    let typed = d.text_of(object, "co_quan");
    Some(typed.unwrap_or_else(|| Located::new(UNREAD.to_owned(), node.place.clone())))
}

fn recipients(d: &mut Decoder<'_>, node: &Node, what: &What) -> Vec<NoiNhanDraft> {
    let single = std::slice::from_ref(node);
    let items = if let Kind::Seq(items) = &node.kind { items.as_slice() } else { single };
    let mut out = Vec::new();
    for item in items {
        let written = d.files.slice(&item.place);
        // A mapping of one line is a sentence with a colon, unless it has a key of the group.
        let group = matches!(&item.kind, Kind::Map(entries, flow)
            if !written.starts_with("{{") && (*flow || entries.len() > 1 || entries.iter().any(|(k, _)| is_key_of_group(k))));
        if group {
            if let Some(object) = d.object(item, "noi_nhan", &first_word(&item.place, written)) {
                out.push(NoiNhanDraft { gui: d.list_of(&object, "gui"), de: d.text_of(&object, "de") });
            }
        } else if written.trim_start_matches(['"', '\'', '-', ' ']).starts_with("Lưu:") {
            d.sink.push(archive_line(&first_word(&item.place, written), written));
        } else if let Some(text) = d.item(item, what) {
            out.push(NoiNhanDraft { gui: vec![text], de: None });
        }
    }
    out
}

fn archive_line(place: &Place, written: &str) -> Diagnostic {
    let words = written.lines().next().unwrap_or_default().trim_matches(['"', '\'', '-', ' ']);
    let luu = words.trim_start_matches("Lưu:").trim_matches([' ', '.', ';']);
    Diagnostic::new(&code::SAI_GIA_TRI, "dòng Lưu không ghi trong noi_nhan: chương trình tự in dòng này")
        .at(place.clone())
        .advice(format!("xóa dòng này; chữ sau Lưu: ghi ở khóa luu, ví dụ luu: {}", shorten(luu)))
}

fn is_key_of_group(key: &Node) -> bool {
    matches!(&key.kind, Kind::Scalar(text, _) if text == "gui" || text == "de")
}

/// The first line of a group, to blame for a key that is missing in it.
fn first_word(place: &Place, written: &str) -> Place {
    place.part(0..written.lines().next().unwrap_or_default().trim_end().len())
}

fn signer(d: &mut Decoder<'_>, node: &Node, what: &What) -> Option<NguoiKyDraft> {
    if !matches!(node.kind, Kind::Map(..)) {
        return d.text(node, true, what).map(|ai| NguoiKyDraft { ai, quyen_han: None });
    }
    let object = d.object(node, "nguoi_ky", &node.place)?;
    let quyen_han = d.text_of(&object, "quyen_han");
    let quyen_han = quyen_han.and_then(|text| Some((QuyenHan::parse(&text.value)?, text.place)));
    Some(NguoiKyDraft { ai: d.text_of(&object, "ai")?, quyen_han })
}
