//! A campaign file to its draft.

use super::body::body_file;
use super::decode::{Decoder, Object, What};
use super::ghep;
use super::van_ban::{Shared, Slot, document};
use super::yaml::{self, Kind, Node};
use super::{Reference, bytes, co_quan, danh_sach, du_kien, text};
use crate::diag::words::{fold, shorten};
use crate::diag::{Diagnostic, Files, Located, Place, Sink, UNREAD, code};
use crate::model::draft::{CampaignDraft, DocumentDraft, DuKien, Gia, Text};
use crate::model::{CoChu, Dang, Dau};
use crate::project::Project;
use std::collections::HashMap;
use std::path::Path;
use std::sync::Arc;

/// More variables than any campaign needs; each costs something for each text that uses one.
const MAX_BIEN: usize = 500;

/// Names that Windows keeps for devices: no file may bear one, whatever its ending.
pub(super) const DEVICES: [&str; 6] = ["con", "prn", "aux", "nul", "com", "lpt"];

/// Reads a campaign. `None` only when nothing of it can be used: missing, not clean text, or not YAML.
pub fn campaign(
    project: &Project,
    reference: &Reference,
    path: &Path,
    files: &mut Files,
    sink: &mut Sink,
) -> Option<CampaignDraft> {
    let name = path.display().to_string();
    let file = bytes::keep(&name, project.bytes(path, text::MAX_BYTES), files, sink)?;
    let document = yaml::parse(file, files.text(file), sink)?;
    let (mut bodies, mut lists) = (Vec::new(), Vec::new());
    let mut draft = {
        let mut decoder = Decoder { files, tu_khoa: &reference.tu_khoa, sink };
        let first = &document.root.place;
        let line = files.slice(first).lines().next().unwrap_or_default().len();
        let top = Place { file, span: first.span.start..first.span.start + line };
        let object = decoder.object(&document.root, "chien_dich", &top)?;
        if let Some((node, what)) = object.known("danh_sach") {
            lists = danh_sach::decode(&mut decoder, node, &what);
        }
        campaign_of(&mut decoder, &object, reference, path, &mut bodies)
    };
    // What is kept in files of its own is read last: the decoder borrows the texts read so far.
    for (index, slot, tep) in bodies {
        let lines = body_file(project, path, &tep, files, sink);
        match slot {
            Slot::NoiDung => draft.van_ban[index].noi_dung = lines,
            Slot::KemTheo(at) => draft.van_ban[index].kem_theo[at].noi_dung = lines,
        }
    }
    let mut parts = ghep::Parts::new(project, path);
    for document in &mut draft.van_ban {
        let attached = document.kem_theo.iter_mut().filter_map(|kem| kem.noi_dung.as_mut());
        for lines in document.noi_dung.iter_mut().chain(attached) {
            parts.put_in(lines, files, sink);
        }
    }
    draft.cau_chu = cau_chu(project, reference, files, sink);
    let written: Vec<String> = lists.iter().map(danh_sach::Written::ma).collect();
    draft.danh_sach = danh_sach::all(project, path, lists, files, sink);
    danh_sach::used(&draft, &written, sink);
    draft.ten_danh_sach = written;
    draft.du_kien = facts(project, &draft, files, sink);
    let named: Vec<Text> =
        draft.co_quan.iter().chain(draft.van_ban.iter().flat_map(DocumentDraft::agencies)).cloned().collect();
    draft.agencies = co_quan::all(project, reference, &named, files, sink);
    Some(draft)
}

fn campaign_of(
    d: &mut Decoder<'_>,
    object: &Object<'_, '_>,
    reference: &Reference,
    path: &Path,
    bodies: &mut Vec<(usize, Slot, Text)>,
) -> CampaignDraft {
    d.text_of(object, "chien_dich");
    let nam = d.text_of(object, "nam").and_then(|text| year(d, &text));
    let co_quan = d.text_of(object, "co_quan");
    let chung = object.get("chung");
    if let Some(node) = chung {
        // Read by itself too, so that what is wrong in it is said when no document takes it over.
        d.object_needing(node, "van_ban", &node.place, &|_, _| false);
    }
    let shared =
        Shared { loai: &reference.loai, chung, dau: dau(d, object), co_chu: co_chu(d, object), dang: dang(d, object) };
    let bien = object.known("bien").map(|(node, what)| variables(d, node, &what)).unwrap_or_default();
    let mut van_ban = Vec::new();
    if let Some((node, what)) = object.known("van_ban") {
        for (id, node) in d.table(node, &what) {
            if !is_id(&id.value) || DEVICES.contains(&id.value.trim_end_matches(|c: char| c.is_ascii_digit())) {
                d.sink.push(bad_id(&id, "mã văn bản"));
            }
            if d.is_key_of("van_ban", &id.value) && !matches!(node.kind, Kind::Map(..)) {
                d.sink.push(outdented(&id));
                continue;
            }
            let Some((document, kept_apart)) = document(d, id, node, &shared) else { continue };
            bodies.extend(kept_apart.into_iter().map(|(slot, tep)| (van_ban.len(), slot, tep)));
            van_ban.push(document);
        }
    }
    let ten_tep = path.file_stem().map(|s| s.to_string_lossy().into_owned()).unwrap_or_default();
    CampaignDraft {
        ten_tep,
        nam,
        co_quan,
        cau_chu: Vec::new(),
        bien,
        van_ban,
        agencies: HashMap::new(),
        danh_sach: Vec::new(),
        ten_danh_sach: Vec::new(),
        du_kien: DuKien::default(),
    }
}

/// The phrases of `data/cau_chu.yaml`, which the campaigns of a project share; read only where one is used.
fn cau_chu(project: &Project, reference: &Reference, files: &mut Files, sink: &mut Sink) -> Vec<(Text, Gia)> {
    const PATH: &str = "data/cau_chu.yaml";
    if !files.mention("cau_chu.") || project.own(PATH).is_none() {
        return Vec::new();
    }
    let Some(file) = bytes::keep(PATH, project.read(PATH), files, sink) else { return Vec::new() };
    let Some(document) = yaml::parse(file, files.text(file), sink) else { return Vec::new() };
    let mut decoder = Decoder { files, tu_khoa: &reference.tu_khoa, sink };
    variables(&mut decoder, &document.root, &What::named("tệp data/cau_chu.yaml"))
}

/// The facts that the texts name; reading all of them would cost more than a document does.
fn facts(project: &Project, draft: &CampaignDraft, files: &mut Files, sink: &mut Sink) -> DuKien {
    let citing = draft.van_ban.iter().flat_map(|d| &d.can_cu).any(|text| is_id(&text.value));
    let [ky_niem, tinh_thanh, giai_doan, phap_luat, ngay_nghi] =
        ["ky_niem.", "tinh_thanh.", "giai_doan.", "vien_dan.", "ngay_lam_viec"].map(|name| files.mention(name));
    DuKien {
        ky_niem: ky_niem.then(|| du_kien::ky_niem(project, files, sink)).flatten().map(Arc::new),
        tinh_thanh: tinh_thanh.then(|| du_kien::tinh_thanh(project, files, sink)).flatten().map(Arc::new),
        giai_doan: giai_doan.then(|| du_kien::giai_doan(project, files, sink)).flatten().map(Arc::new),
        phap_luat: (phap_luat || citing).then(|| du_kien::phap_luat(project, files, sink)).flatten().map(Arc::new),
        ngay_nghi: ngay_nghi.then(|| du_kien::ngay_nghi(project, files, sink)).flatten().map(Arc::new),
    }
}

fn variables(d: &mut Decoder<'_>, node: &Node, what: &What) -> Vec<(Text, Gia)> {
    let mut bien = Vec::new();
    let table = d.table(node, what);
    if let Some((name, _)) = table.get(MAX_BIEN) {
        d.sink.push(
            Diagnostic::new(&code::QUA_LON, format!("quá {MAX_BIEN} biến"))
                .at(name.place.clone())
                .advice("gộp các giá trị cùng loại thành một danh sách"),
        );
    }
    for (name, node) in table.into_iter().take(MAX_BIEN) {
        if !is_id(&name.value) {
            d.sink.push(bad_id(&name, "tên biến"));
            continue;
        }
        let what = What::named(format!("biến “{}”", name.value));
        if node.is_null() {
            bien.push((name.clone(), Gia::Text(Located::new(UNREAD.to_owned(), name.place.clone()))));
            if d.comment_as_value(&name.place) {
                continue;
            }
            d.sink.push(
                Diagnostic::new(&code::THIEU, format!("{} chưa có giá trị", what.said))
                    .at(name.place)
                    .advice(format!("ghi {}: 4, hoặc {}: \"\" nếu muốn để trống", name.value, name.value)),
            );
            continue;
        }
        let value = match &node.kind {
            Kind::Seq(items) => Some(Gia::List(items.iter().filter_map(|i| d.item(i, &what)).collect())),
            _ => d.text(node, true, &what).map(Gia::Text),
        };
        let unread = || Gia::Text(Located::new(UNREAD.to_owned(), name.place.clone()));
        bien.push((name.clone(), value.unwrap_or_else(unread)));
    }
    bien
}

pub(super) fn dau(d: &mut Decoder<'_>, object: &Object<'_, '_>) -> Option<Dau> {
    let text = d.text_of(object, "dau")?;
    Some(if text.value == Dau::Lon.as_str() { Dau::Lon } else { Dau::Nho })
}

pub(super) fn co_chu(d: &mut Decoder<'_>, object: &Object<'_, '_>) -> Option<CoChu> {
    d.text_of(object, "co_chu")?.value.parse().ok().map(CoChu)
}

pub(super) fn dang(d: &mut Decoder<'_>, object: &Object<'_, '_>) -> Option<Dang> {
    let text = d.text_of(object, "dang")?;
    Some(if text.value == "điện tử" { Dang::DienTu } else { Dang::Giay })
}

fn year(d: &mut Decoder<'_>, text: &Text) -> Option<Located<i32>> {
    let value = shorten(&text.value);
    let advice = match text.value.parse::<i32>() {
        Ok(nam) if (1945..=9999).contains(&nam) && text.value.len() == 4 => {
            return Some(Located::new(nam, text.place.clone()));
        }
        Ok(nam) if (0..100).contains(&nam) => format!("viết năm bằng bốn chữ số: nam: {}", 2000 + nam),
        _ => "viết năm bằng bốn chữ số, ví dụ nam: 2026".to_owned(),
    };
    d.sink.push(
        Diagnostic::new(&code::SAI_GIA_TRI, format!("“{value}” không phải là năm"))
            .at(text.place.clone())
            .advice(advice),
    );
    None
}

/// A key of a document that stands as far left as the documents themselves.
fn outdented(id: &Text) -> Diagnostic {
    let message = format!("“{}” là khóa của một văn bản, ở đây thụt vào như một văn bản", id.value);
    Diagnostic::new(&code::SAI_KIEU, message)
        .at(id.place.clone())
        .advice("thụt dòng này vào thêm hai dấu cách, thẳng hàng với các khóa của văn bản ở trên")
}

/// Ids become file names and template names: `[a-z0-9_]`, at most 64.
fn is_id(text: &str) -> bool {
    !text.is_empty()
        && text.len() <= 64
        && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_')
}

fn bad_id(name: &Text, what: &str) -> Diagnostic {
    let mut suggestion: String = fold(&name.value)
        .chars()
        .map(|c| if c.is_ascii_lowercase() || c.is_ascii_digit() { c } else { '_' })
        .take(64)
        .collect();
    suggestion = suggestion.trim_matches('_').to_owned();
    if suggestion.is_empty() {
        "van_ban".clone_into(&mut suggestion);
    }
    let finding = Diagnostic::new(&code::SAI_MA, format!("{what} “{}” không dùng được", shorten(&name.value)))
        .at(name.place.clone());
    if suggestion == name.value {
        return finding.advice("tên này Windows dành riêng cho thiết bị; đặt tên khác");
    }
    finding.advice(format!("chỉ dùng chữ thường không dấu, số và _, nhiều nhất 64 ký tự, ví dụ: {suggestion}"))
}
