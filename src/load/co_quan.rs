//! An agency file, `data/co_quan/<ma>.yaml`.

use super::decode::Decoder;
use super::{keep, yaml};
use crate::diag::{Diagnostic, Files, Located, Sink, code, nearest};
use crate::model::{CheDo, CoQuan, NgayVanBan, Nguoi, TuKhoa};
use crate::project::Project;
use indexmap::IndexMap;

/// Folder of the agency files.
pub const FOLDER: &str = "data/co_quan";

/// Reads the agency that `ma` names. Unknown ones are answered with the nearest that exists.
pub fn co_quan(
    project: &Project,
    tu_khoa: &TuKhoa,
    ma: &Located<String>,
    files: &mut Files,
    sink: &mut Sink,
) -> Option<CoQuan> {
    let known = keys(project);
    if !known.contains(&ma.value) {
        let mut finding = Diagnostic::new(&code::KHONG_CO, format!("không có cơ quan “{}”", ma.value))
            .at(ma.place.clone())
            .advice(format!("các cơ quan đang có: {}", known.join(", ")))
            .advice(format!("hoặc thêm tệp {FOLDER}/<mã>.yaml cho cơ quan mới"));
        if let Some(near) = nearest(&ma.value, known.iter().map(String::as_str)) {
            finding = finding.label(format!("có phải là “{near}”?"));
        }
        sink.push(finding);
        return None;
    }
    let path = format!("{FOLDER}/{}.yaml", ma.value);
    let file = keep(&path, project.read(&path), files, sink)?;
    let document = yaml::parse(file, files.text(file), sink)?;
    let mut decoder = Decoder { files, tu_khoa, sink };
    let owner = crate::diag::Place { file, span: 0..0 };
    let object = decoder.object(&document.root, "co_quan", &owner)?;
    let values = |list: Vec<Located<String>>| list.into_iter().map(|l| l.value).collect::<Vec<_>>();

    let ten = values(decoder.list_of(&object, "ten"));
    let chu_quan = values(decoder.list_of(&object, "chu_quan"));
    let viet_tat = decoder.text_of(&object, "viet_tat");
    let dia_danh = decoder.text_of(&object, "dia_danh");
    let che_do = match decoder.text_of(&object, "che_do") {
        Some(text) if text.value == "tap_the" => CheDo::TapThe,
        _ => CheDo::ThuTruong,
    };
    let tap_the = decoder.text_of(&object, "tap_the").map(|t| t.value);
    let dung_dau = decoder.text_of(&object, "dung_dau").map(|t| t.value);
    let mut nguoi = IndexMap::new();
    if let Some(node) = object.get("nguoi") {
        for (key, node) in decoder.table(node, "khóa “nguoi”") {
            let Some(person) = decoder.object(node, "nguoi", &key.place) else { continue };
            let ho_ten = decoder.text_of(&person, "ho_ten");
            let chuc_vu = decoder.text_of(&person, "chuc_vu");
            for key in ["tu", "den"] {
                if let Some(Err(finding)) = decoder.text_of(&person, key).map(|text| NgayVanBan::read(&text)) {
                    decoder.sink.push(finding);
                }
            }
            if let (Some(ho_ten), Some(chuc_vu)) = (ho_ten, chuc_vu) {
                nguoi.insert(key.value, Nguoi { ho_ten: ho_ten.value, chuc_vu: chuc_vu.value });
            }
        }
    }
    Some(CoQuan {
        ma: ma.value.clone(),
        ten,
        chu_quan,
        viet_tat: viet_tat?.value,
        dia_danh: dia_danh?.value,
        che_do,
        tap_the,
        dung_dau,
        nguoi,
    })
}

/// Keys of all agencies of a project.
pub fn keys(project: &Project) -> Vec<String> {
    project.list(FOLDER).iter().filter_map(|n| n.strip_suffix(".yaml")).map(str::to_owned).collect()
}
