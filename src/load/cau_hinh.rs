//! The settings of a project, `vanthu.yaml` at its root:
//!
//! ```yaml
//! kiem_tra:
//!   viet-hoa-nhan-dan: cảnh báo
//!   so-thu-tu: tắt
//! ```

use super::bytes;
use super::yaml::{self, Kind, Node};
use crate::diag::words::shorten;
use crate::diag::{Code, Diagnostic, Files, Sink, code, fold, nearest};
use crate::model::{CauHinh, Muc};
use crate::project::Project;

/// The file's name.
pub const TEP: &str = "vanthu.yaml";

/// The only key so far.
const KHOA: &str = "kiem_tra";

/// Reads the settings; a project without a file has none. `codes` are the findings whose weight may be set.
pub fn cau_hinh(project: &Project, codes: &[&'static Code], files: &mut Files, sink: &mut Sink) -> CauHinh {
    let mut out = CauHinh::default();
    if project.own(TEP).is_none() {
        return out;
    }
    let Some(file) = bytes::keep(TEP, project.read(TEP), files, sink) else { return out };
    if files.text(file).lines().all(|line| line.trim().is_empty() || line.trim_start().starts_with('#')) {
        // All of it commented out, as a new project has it.
        return out;
    }
    let Some(document) = yaml::parse(file, files.text(file), sink) else { return out };
    for (key, value) in entries(&document.root, "khóa kiem_tra:", sink) {
        if key.scalar() != Some(KHOA) {
            let typed = key.scalar().unwrap_or_default();
            let finding = Diagnostic::new(&code::KHOA_LA, format!("{TEP} không có khóa “{}”", shorten(typed)));
            sink.push(finding.at(key.place.clone()).advice(format!("tệp này chỉ có khóa {KHOA}")));
        } else if !value.is_null() {
            rules(value, codes, &mut out, sink);
        }
    }
    out
}

fn rules(node: &Node, codes: &[&'static Code], out: &mut CauHinh, sink: &mut Sink) {
    for (key, value) in entries(node, "các quy tắc, mỗi quy tắc một dòng dạng tên: mức", sink) {
        let typed = key.scalar().unwrap_or_default();
        let Some(code) = codes.iter().find(|code| code.name == typed) else {
            sink.push(unknown(typed, codes).at(key.place.clone()));
            continue;
        };
        if code.chan {
            sink.push(not_to_be_silenced(code).at(key.place.clone()));
            continue;
        }
        let said = fold(value.scalar().unwrap_or_default());
        let Some((_, muc)) = Muc::ALL.iter().find(|(ten, _)| fold(ten) == said) else {
            let all = Muc::ALL.map(|(ten, _)| ten);
            let typed = shorten(value.scalar().unwrap_or_default());
            let finding =
                Diagnostic::new(&code::SAI_GIA_TRI, format!("“{typed}” không phải mức của quy tắc {}", code.name));
            sink.push(finding.at(value.place.clone()).advice(format!("chọn một trong: {}", all.join(", "))));
            continue;
        };
        out.kiem_tra.insert(code.name, *muc);
    }
}

/// Keys and values, each key once.
fn entries<'n>(node: &'n Node, shape: &str, sink: &mut Sink) -> Vec<(&'n Node, &'n Node)> {
    let Kind::Map(all, _) = &node.kind else {
        if !node.is_broken() {
            let finding = Diagnostic::new(&code::SAI_KIEU, format!("{TEP}: ở đây phải là {shape}"));
            sink.push(
                finding
                    .at(node.place.clone())
                    .advice(format!("ví dụ: {KHOA}: rồi xuống dòng, thụt vào, so-thu-tu: tắt")),
            );
        }
        return Vec::new();
    };
    let mut out: Vec<(&Node, &Node)> = Vec::new();
    for (key, value) in all {
        if out.iter().any(|(other, _)| other.scalar() == key.scalar()) {
            let typed = shorten(key.scalar().unwrap_or_default());
            let finding = Diagnostic::new(&code::KHOA_LAP, format!("“{typed}” ghi hai lần"));
            sink.push(finding.at(key.place.clone()).advice("giữ một dòng"));
            continue;
        }
        out.push((key, value));
    }
    out
}

/// No rule has this name.
pub fn unknown(typed: &str, codes: &[&'static Code]) -> Diagnostic {
    let finding = Diagnostic::new(&code::KHONG_CO, format!("không có quy tắc “{}”", shorten(typed)));
    match nearest(typed, codes.iter().map(|code| code.name)) {
        Some(near) => finding.label(format!("có phải là “{near}”?")),
        None => finding,
    }
    .advice("xem tên các quy tắc: vanthu explain")
}

/// The document cannot be made while such a finding is there, so it cannot be put aside.
pub fn not_to_be_silenced(code: &Code) -> Diagnostic {
    Diagnostic::new(
        &code::SAI_GIA_TRI,
        format!("{} là lỗi phải sửa mới làm được văn bản, không bỏ qua được", code.name),
    )
    .advice("bỏ tên này, rồi sửa chỗ có lỗi")
}
