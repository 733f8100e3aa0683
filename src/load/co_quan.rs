//! An agency file, `data/co_quan/<ma>.yaml`.

use super::decode::{Decoder, Object, What};
use super::{bytes, yaml};
use crate::diag::words::shorten;
use crate::diag::{Diagnostic, Files, Located, Place, Sink, UNREAD, code, nearest};
use crate::model::draft::Text;
use crate::model::{CheDo, CoQuan, NgayVanBan, Nguoi, TuKhoa};
use crate::project::Project;
use indexmap::IndexMap;
use std::collections::HashMap;
use std::sync::Arc;

/// Folder of the agency files.
pub const FOLDER: &str = "data/co_quan";

/// Reads the agencies that a campaign names, each once. One that is unknown is reported wherever it is named; one whose
/// file is wrong is reported there and left out, so that its lack leads to no further findings.
pub fn all(
    project: &Project,
    tu_khoa: &TuKhoa,
    named: &[Text],
    files: &mut Files,
    sink: &mut Sink,
) -> HashMap<String, Arc<CoQuan>> {
    let known = keys(project);
    let mut read: HashMap<String, Option<Arc<CoQuan>>> = HashMap::new();
    for ma in named {
        if ma.value == UNREAD {
            continue;
        }
        if !known.contains(&ma.value) {
            sink.push(unknown(ma, &known));
        } else if !read.contains_key(&ma.value) {
            let co_quan = co_quan(project, tu_khoa, ma, files, sink).map(Arc::new);
            read.insert(ma.value.clone(), co_quan);
        }
    }
    read.into_iter().filter_map(|(ma, co_quan)| Some((ma, co_quan?))).collect()
}

fn unknown(ma: &Text, known: &[String]) -> Diagnostic {
    let finding = Diagnostic::new(&code::KHONG_CO, format!("không có cơ quan “{}”", shorten(&ma.value)))
        .at(ma.place.clone())
        .advice(format!("các cơ quan đang có: {}", known.join(", ")))
        .advice(format!("cơ quan mới thì thêm tệp {FOLDER}/<mã>.yaml"));
    match nearest(&ma.value, known.iter().map(String::as_str)) {
        Some(near) => finding.label(format!("có phải là “{near}”?")),
        None => finding,
    }
}

/// Reads the agency that `ma` names. `None` if anything in its file is wrong; that has been reported.
pub fn co_quan(
    project: &Project,
    tu_khoa: &TuKhoa,
    ma: &Located<String>,
    files: &mut Files,
    sink: &mut Sink,
) -> Option<CoQuan> {
    let path = format!("{FOLDER}/{}.yaml", ma.value);
    let mut found = Sink::default();
    let file = bytes::keep_named(&path, project.read(&path), Some(&ma.place), files, &mut found);
    let co_quan = file.and_then(|file| {
        let document = yaml::parse(file, files.text(file), &mut found)?;
        let mut decoder = Decoder { files, tu_khoa, sink: &mut found };
        let top = Place { file, span: document.root.place.span.start..document.root.place.span.start };
        let object = decoder.object(&document.root, "co_quan", &top)?;
        decode(&mut decoder, &object, &ma.value)
    });
    let sound = !found.has_errors();
    sink.append(found);
    co_quan.filter(|_| sound)
}

fn decode(d: &mut Decoder<'_>, object: &Object<'_, '_>, ma: &str) -> Option<CoQuan> {
    let values = |list: Vec<Text>| list.into_iter().map(|l| l.value).collect::<Vec<_>>();
    let ten = values(d.list_of(object, "ten"));
    let chu_quan = values(d.list_of(object, "chu_quan"));
    let viet_tat = d.text_of(object, "viet_tat");
    let dia_danh = d.text_of(object, "dia_danh");
    let che_do = d.text_of(object, "che_do").filter(|text| text.value == "tap_the");
    let tap_the = d.text_of(object, "tap_the").map(|t| t.value);
    if let Some(che_do) = che_do.as_ref().filter(|_| tap_the.is_none()) {
        d.sink.push(
            Diagnostic::new(&code::THIEU, "che_do là tap_the mà thiếu khóa “tap_the”")
                .at(che_do.place.clone())
                .advice("thêm dòng tap_the: ỦY BAN NHÂN DÂN (tên ghi sau TM.)"),
        );
    }
    let ten_goi = d.text_of(object, "ten_goi").map(|t| t.value).unwrap_or_default();
    let dia_chi = values(d.list_of(object, "dia_chi"));
    let dung_dau = d.text_of(object, "dung_dau").map(|t| t.value);
    let nguoi = object.known("nguoi").map(|(node, what)| people(d, node, &what)).unwrap_or_default();
    Some(CoQuan {
        ma: ma.to_owned(),
        ten,
        chu_quan,
        viet_tat: viet_tat?.value,
        dia_danh: dia_danh?.value,
        che_do: if che_do.is_some() { CheDo::TapThe } else { CheDo::ThuTruong },
        ten_goi,
        dia_chi,
        tap_the,
        dung_dau,
        nguoi,
    })
}

fn people(d: &mut Decoder<'_>, node: &yaml::Node, what: &What) -> IndexMap<String, Nguoi> {
    let mut nguoi = IndexMap::new();
    for (key, node) in d.table(node, what) {
        let Some(person) = d.object(node, "nguoi", &key.place) else { continue };
        let ho_ten = d.text_of(&person, "ho_ten");
        let chuc_vu = d.text_of(&person, "chuc_vu");
        let dates = [d.text_of(&person, "tu"), d.text_of(&person, "den")];
        for finding in dates.iter().flatten().filter_map(|text| NgayVanBan::read(text).err()) {
            d.sink.push(finding);
        }
        if let (Some(ho_ten), Some(chuc_vu)) = (ho_ten, chuc_vu) {
            nguoi.insert(key.value, Nguoi { ho_ten: ho_ten.value, chuc_vu: chuc_vu.value });
        }
    }
    nguoi
}

/// Keys of all agencies of a project.
pub fn keys(project: &Project) -> Vec<String> {
    project.list(FOLDER).iter().filter_map(|n| n.strip_suffix(".yaml")).map(str::to_owned).collect()
}
