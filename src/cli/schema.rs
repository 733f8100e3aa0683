//! `vanthu schema`: the campaign format as JSON Schema, so that an editor completes keys and explains them.

use super::{End, say, show};
use serde_json::{Map, Value, json};
use vanthu::diag::{Diagnostic, Files, Sink};
use vanthu::load::Reference;
use vanthu::model::TuKhoa;
use vanthu::model::tu_khoa::{DoiTuong, Khoa, Kieu};
use vanthu::project::Project;

/// Prints the schema.
pub fn run() -> End {
    match text() {
        Ok(schema) => {
            say(schema);
            End::Done
        }
        Err((files, findings)) => {
            show(&files, &findings);
            End::InputWrong
        }
    }
}

/// The schema as text, made from `data/tu_khoa.yaml`.
pub fn text() -> Result<String, (Files, Vec<Diagnostic>)> {
    let (mut files, mut sink) = (Files::default(), Sink::default());
    let Some(reference) = Reference::load(&Project::here(), &mut files, &mut sink) else {
        return Err((files, sink.into_sorted()));
    };
    let names: Vec<&str> = reference.loai.iter().map(|l| l.ten.as_str()).collect();
    let mut schema = Map::new();
    schema.insert("$schema".into(), json!("https://json-schema.org/draft/2020-12/schema"));
    schema.insert("title".into(), json!("Chiến dịch vanthu"));
    if let Some(root) = reference.tu_khoa.0.get("chien_dich") {
        schema.extend(object(root, &reference.tu_khoa, &names));
    }
    // Maps of serde_json hold nothing that cannot be written.
    Ok(serde_json::to_string_pretty(&Value::Object(schema)).unwrap_or_default())
}

fn object(doi_tuong: &DoiTuong, all: &TuKhoa, types: &[&str]) -> Map<String, Value> {
    let mut properties = Map::new();
    for (name, khoa) in &doi_tuong.khoa {
        let mut value = shape(khoa, all, types);
        value.insert("description".into(), json!(khoa.giai_thich));
        if name == "loai" {
            value.insert("examples".into(), json!(types));
        } else {
            value.insert("examples".into(), json!([khoa.vi_du]));
        }
        properties.insert(name.clone(), Value::Object(value));
    }
    let required: Vec<&String> = doi_tuong.khoa.iter().filter(|(_, k)| k.bat_buoc).map(|(name, _)| name).collect();
    let mut out = Map::new();
    out.insert("type".into(), json!("object"));
    out.insert("description".into(), json!(doi_tuong.mo_ta));
    out.insert("properties".into(), Value::Object(properties));
    out.insert("required".into(), json!(required));
    out.insert("additionalProperties".into(), json!(false));
    out
}

fn shape(khoa: &Khoa, all: &TuKhoa, types: &[&str]) -> Map<String, Value> {
    let text = || json!({"type": ["string", "number"]});
    let named = |name: &str| all.0.get(name).map_or_else(|| json!({}), |o| Value::Object(object(o, all, types)));
    let shape = match khoa.kieu {
        Kieu::Chuoi | Kieu::VanXuoi | Kieu::Ngay if khoa.chon.is_empty() => text(),
        Kieu::So if khoa.chon.is_empty() => json!({"type": "integer"}),
        Kieu::So => json!({"enum": khoa.chon.iter().filter_map(|c| c.parse::<i64>().ok()).collect::<Vec<_>>()}),
        Kieu::Chuoi | Kieu::VanXuoi | Kieu::Ngay => json!({"enum": khoa.chon}),
        Kieu::DanhSach => json!({"anyOf": [text(), {"type": "array", "items": text()}]}),
        Kieu::NoiDung => json!({"anyOf": [{"type": "string"}, named("noi_dung")]}),
        Kieu::NoiNhan => {
            let item = json!({"anyOf": [text(), named("noi_nhan")]});
            json!({"anyOf": [item, {"type": "array", "items": item}]})
        }
        Kieu::NguoiKy => json!({"anyOf": [{"type": "string"}, named("nguoi_ky")]}),
        Kieu::Nguoi => json!({"anyOf": [text(), named("nguoi_ghi")]}),
        Kieu::CacMuc => {
            let item = named(khoa.doi_tuong.as_deref().unwrap_or_default());
            json!({"anyOf": [item, {"type": "array", "items": item}]})
        }
        Kieu::MacDinh => {
            let mut defaults = named(khoa.doi_tuong.as_deref().unwrap_or_default());
            defaults.as_object_mut().map(|object| object.remove("required"));
            defaults
        }
        Kieu::CacDong => {
            let row = json!({"type": "object", "additionalProperties": text()});
            json!({"type": "array", "items": row})
        }
        Kieu::Bang => {
            let name = khoa.doi_tuong.as_deref().unwrap_or_default();
            let value = match all.0.get(name) {
                Some(o) => Value::Object(object(o, all, types)),
                None => json!({"anyOf": [text(), {"type": "array", "items": text()}]}),
            };
            json!({"type": "object", "propertyNames": {"pattern": "^[a-z0-9_]{1,64}$"}, "additionalProperties": value})
        }
    };
    match shape {
        Value::Object(map) => map,
        _ => Map::new(),
    }
}
