//! A campaign file to its draft.

use super::decode::{Decoder, Object};
use super::keep;
use super::yaml::{self, Kind, Node, Style};
use crate::diag::{Diagnostic, Files, Located, Place, Sink, code};
use crate::model::draft::{CampaignDraft, DocumentDraft, Gia, Lines, NguoiKyDraft, NoiNhanDraft, Text};
use crate::model::{CoChu, Dau, QuyenHan, TuKhoa};
use crate::project::Project;
use std::borrow::Cow;
use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Reads a campaign. `None` only when nothing of it can be used: missing, not clean text, or not YAML.
pub fn campaign(
    project: &Project,
    tu_khoa: &TuKhoa,
    path: &Path,
    files: &mut Files,
    sink: &mut Sink,
) -> Option<CampaignDraft> {
    let name = path.display().to_string();
    let file = keep(&name, std::fs::read(path).map(Cow::Owned), files, sink)?;
    let document = yaml::parse(file, files.text(file), sink)?;
    let mut bodies = Vec::new();
    let mut draft = {
        let mut decoder = Decoder { files, tu_khoa, sink };
        let top = Place { file, span: 0..files.text(file).find('\n').unwrap_or(0) };
        let object = decoder.object(&document.root, "chien_dich", &top)?;
        campaign_of(&mut decoder, &object, path, &mut bodies)
    };
    // Bodies kept in files of their own are read last: the decoder borrows the texts read so far.
    for (index, tep) in bodies {
        draft.van_ban[index].noi_dung = body_file(project, path, &tep, files, sink);
    }
    let named: Vec<Text> =
        draft.co_quan.iter().chain(draft.van_ban.iter().filter_map(|d| d.co_quan.as_ref())).cloned().collect();
    for ma in named {
        if draft.agencies.contains_key(&ma.value) {
            continue;
        }
        if let Some(co_quan) = super::co_quan(project, tu_khoa, &ma, files, sink) {
            draft.agencies.insert(ma.value, Arc::new(co_quan));
        }
    }
    Some(draft)
}

fn campaign_of(
    d: &mut Decoder<'_>,
    object: &Object<'_, '_>,
    path: &Path,
    bodies: &mut Vec<(usize, Text)>,
) -> CampaignDraft {
    d.text_of(object, "chien_dich");
    let nam = d.text_of(object, "nam").and_then(|text| year(d, &text));
    let co_quan = d.text_of(object, "co_quan");
    let dau = dau(d, object);
    let co_chu = co_chu(d, object);
    let mut bien = Vec::new();
    if let Some(node) = object.get("bien") {
        for (name, node) in d.table(node, "khóa “bien”") {
            if !is_id(&name.value) {
                d.sink.push(bad_id(&name, "tên biến"));
                continue;
            }
            let what = format!("biến “{}”", name.value);
            let value = match &node.kind {
                Kind::Seq(items) => Gia::List(items.iter().filter_map(|i| d.text(i, true, &what)).collect()),
                _ => match d.text(node, true, &what) {
                    Some(text) => Gia::Text(text),
                    None => continue,
                },
            };
            bien.push((name, value));
        }
    }
    let mut van_ban = Vec::new();
    if let Some(node) = object.get("van_ban") {
        for (id, node) in d.table(node, "khóa “van_ban”") {
            if !is_id(&id.value) {
                d.sink.push(bad_id(&id, "mã văn bản"));
            }
            let Some(object) = d.object(node, "van_ban", &id.place) else { continue };
            let (document, tep) = document(d, id, &object, dau, co_chu);
            if let Some(tep) = tep {
                bodies.push((van_ban.len(), tep));
            }
            van_ban.push(document);
        }
    }
    let ten_tep = path.file_stem().map(|s| s.to_string_lossy().into_owned()).unwrap_or_default();
    CampaignDraft { ten_tep, nam, co_quan, bien, van_ban, agencies: HashMap::new() }
}

fn document(
    d: &mut Decoder<'_>,
    id: Text,
    object: &Object<'_, '_>,
    dau_chung: Option<Dau>,
    co_chu_chung: Option<CoChu>,
) -> (DocumentDraft, Option<Text>) {
    let (noi_dung, tep) = match object.get("noi_dung") {
        Some(node) => body(d, node, &id.place),
        None => (None, None),
    };
    let document = DocumentDraft {
        loai: d.text_of(object, "loai"),
        co_quan: d.text_of(object, "co_quan"),
        so: d.text_of(object, "so"),
        ky_hieu: d.text_of(object, "ky_hieu"),
        ngay: d.text_of(object, "ngay"),
        dia_danh: d.text_of(object, "dia_danh"),
        don_vi_soan_thao: d.text_of(object, "don_vi_soan_thao"),
        trich_yeu: d.text_of(object, "trich_yeu"),
        kinh_gui: d.list_of(object, "kinh_gui"),
        noi_nhan: object.get("noi_nhan").map(|node| recipients(d, node)).unwrap_or_default(),
        luu: d.text_of(object, "luu"),
        nguoi_ky: object.get("nguoi_ky").and_then(|node| signer(d, node, &id.place)),
        dau: dau(d, object).or(dau_chung).unwrap_or_default(),
        co_chu: co_chu(d, object).or(co_chu_chung).unwrap_or_default(),
        noi_dung,
        id,
    };
    (document, tep)
}

fn recipients(d: &mut Decoder<'_>, node: &Node) -> Vec<NoiNhanDraft> {
    let single = std::slice::from_ref(node);
    let items = if let Kind::Seq(items) = &node.kind { items.as_slice() } else { single };
    let mut out = Vec::new();
    for item in items {
        let group = matches!(&item.kind, Kind::Map(entries, _)
            if entries.iter().any(|(k, _)| matches!(&k.kind, Kind::Scalar(t, _) if t == "gui" || t == "de")));
        if group {
            if let Some(object) = d.object(item, "noi_nhan", &item.place) {
                out.push(NoiNhanDraft { gui: d.list_of(&object, "gui"), de: d.text_of(&object, "de") });
            }
        } else if let Some(text) = d.text(item, true, "khóa “noi_nhan”") {
            out.push(NoiNhanDraft { gui: vec![text], de: None });
        }
    }
    out
}

fn signer(d: &mut Decoder<'_>, node: &Node, owner: &Place) -> Option<NguoiKyDraft> {
    if matches!(node.kind, Kind::Scalar(..)) {
        return d.text(node, true, "khóa “nguoi_ky”").map(|ai| NguoiKyDraft { ai, quyen_han: None });
    }
    let object = d.object(node, "nguoi_ky", owner)?;
    let quyen_han = d.text_of(&object, "quyen_han");
    let quyen_han = quyen_han.and_then(|text| Some((QuyenHan::parse(&text.value)?, text.place)));
    Some(NguoiKyDraft { ai: d.text_of(&object, "ai")?, quyen_han })
}

/// The lines of a body, or the file they are in.
fn body(d: &mut Decoder<'_>, node: &Node, owner: &Place) -> (Option<Lines>, Option<Text>) {
    if let Kind::Map(entries, _) = &node.kind
        && entries.iter().any(|(k, _)| matches!(&k.kind, Kind::Scalar(t, _) if t == "tep"))
    {
        let tep = d.object(node, "noi_dung", owner).and_then(|object| d.text_of(&object, "tep"));
        return (None, tep);
    }
    let Some(text) = d.text(node, true, "khóa “noi_dung”") else { return (None, None) };
    let Kind::Scalar(raw, style) = &node.kind else { return (None, None) };
    let lines = match style {
        Style::Literal => literal_lines(d.files, node, raw),
        _ => text.value.lines().map(|line| Located::new(line.to_owned(), node.place.clone())).collect(),
    };
    (Some(lines), None)
}

/// A `|` block keeps one line of text per line of the file, so every line has a place of its own.
fn literal_lines(files: &Files, node: &Node, raw: &str) -> Lines {
    let source = files.text(node.place.file);
    let header_end = source[node.place.span.start..].find('\n').map_or(source.len(), |i| node.place.span.start + i + 1);
    let mut offset = header_end;
    let mut out = Vec::new();
    for line in raw.lines() {
        let end = source[offset..].find('\n').map_or(source.len(), |i| offset + i);
        let written = &source[offset..end];
        let indent = written.len() - written.trim_start().len();
        let start = (offset + indent).min(end);
        out.push(Located::new(line.to_owned(), Place { file: node.place.file, span: start..end }));
        offset = (end + 1).min(source.len());
    }
    out
}

/// Reads the body file named in `{tep: …}`, which lies beside the campaign and inside the project.
fn body_file(project: &Project, campaign: &Path, tep: &Text, files: &mut Files, sink: &mut Sink) -> Option<Lines> {
    let beside: PathBuf = campaign.with_file_name(&tep.value);
    let Some(real) = project.contain(&beside) else {
        sink.push(
            Diagnostic::new(&code::TEP, format!("không có tệp nội dung “{}” trong dự án", tep.value))
                .at(tep.place.clone())
                .advice("để tệp cạnh tệp chiến dịch và ghi đúng tên; tệp ngoài thư mục dự án không được đọc"),
        );
        return None;
    };
    let file = keep(&beside.display().to_string(), std::fs::read(real).map(Cow::Owned), files, sink)?;
    let mut offset = 0;
    let mut out = Vec::new();
    for line in files.text(file).lines() {
        out.push(Located::new(line.to_owned(), Place { file, span: offset..offset + line.len() }));
        offset += line.len() + 1;
    }
    Some(out)
}

fn dau(d: &mut Decoder<'_>, object: &Object<'_, '_>) -> Option<Dau> {
    let text = d.text_of(object, "dau")?;
    Some(if text.value == Dau::Lon.as_str() { Dau::Lon } else { Dau::Nho })
}

fn co_chu(d: &mut Decoder<'_>, object: &Object<'_, '_>) -> Option<CoChu> {
    d.text_of(object, "co_chu")?.value.parse().ok().map(CoChu)
}

fn year(d: &mut Decoder<'_>, text: &Text) -> Option<Located<i32>> {
    match text.value.parse::<i32>() {
        Ok(nam) if (1945..=9999).contains(&nam) => Some(Located::new(nam, text.place.clone())),
        _ => {
            d.sink.push(
                Diagnostic::new(&code::SAI_GIA_TRI, format!("“{}” không phải là năm", text.value))
                    .at(text.place.clone())
                    .advice("viết năm bằng bốn chữ số, ví dụ nam: 2026"),
            );
            None
        }
    }
}

/// Ids become file names and template names: `[a-z0-9_]`, at most 64.
fn is_id(text: &str) -> bool {
    !text.is_empty()
        && text.len() <= 64
        && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_')
}

fn bad_id(name: &Text, what: &str) -> Diagnostic {
    let mut suggestion: String = crate::diag::fold(&name.value)
        .chars()
        .map(|c| if c.is_ascii_lowercase() || c.is_ascii_digit() { c } else { '_' })
        .take(64)
        .collect();
    suggestion = suggestion.trim_matches('_').to_owned();
    if suggestion.is_empty() {
        "van_ban".clone_into(&mut suggestion);
    }
    Diagnostic::new(&code::SAI_MA, format!("{what} “{}” không hợp lệ", name.value))
        .at(name.place.clone())
        .advice(format!("chỉ dùng chữ thường không dấu, số và _, ví dụ: {suggestion}"))
}
