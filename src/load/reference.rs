//! The program's own data, from `data/`: parsed by derive, since it ships with the program and is tested with it. A
//! project may override a file, so a mistake in one is still a finding with its line. What is built in is read from its
//! JSON twin.

use super::line::Line;
use crate::assets;
use crate::diag::{Diagnostic, Files, Place, Sink, code};
use crate::model::{DanhMucSao, Reference};
use crate::project::Project;
use serde::de::DeserializeOwned;
use std::borrow::Cow;

impl Reference {
    /// Reads the data of a project.
    pub fn load(project: &Project, files: &mut Files, sink: &mut Sink) -> Option<Reference> {
        let loai = parse(project, "data/loai_van_ban.yaml", files, sink);
        let sao: Option<DanhMucSao> = parse(project, "data/ban_sao.yaml", files, sink);
        let tu_khoa = parse(project, "data/tu_khoa.yaml", files, sink);
        let chuc_vu = parse(project, "data/chuc_vu.yaml", files, sink);
        Some(Reference { loai: loai?, sao: sao?.with_names(), tu_khoa: tu_khoa?, chuc_vu: chuc_vu? })
    }
}

/// Reads one file of data by its path from the project's root.
pub(crate) fn parse<T: DeserializeOwned>(
    project: &Project,
    path: &str,
    files: &mut Files,
    sink: &mut Sink,
) -> Option<T> {
    let bytes = project.read(path);
    let twin = if matches!(bytes, Ok(Cow::Borrowed(_))) { assets::json(path) } else { None };
    if let Some(value) = twin.and_then(|json| serde_json::from_str(json).ok()) {
        return Some(value);
    }
    let file = super::keep(path, bytes, files, sink)?;
    match serde_saphyr::from_str(files.text(file)) {
        Ok(value) => Some(value),
        Err(error) => {
            let text = files.text(file);
            let offset = error.location().map_or(0, |l| line_offset(text, l.line() as usize));
            let mut line = Line::at(text, offset);
            if line.is_blank() {
                line = line.above().unwrap_or(line);
            }
            sink.push(
                Diagnostic::new(&code::CU_PHAP_YAML, format!("tệp dữ liệu {path} viết sai"))
                    .at(Place { file, span: line.trimmed() })
                    .advice("so với tệp cùng tên đi kèm chương trình; xóa tệp riêng để dùng tệp đi kèm"),
            );
            None
        }
    }
}

fn line_offset(text: &str, line: usize) -> usize {
    text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::du_kien::{DanhMucGiaiDoan, DanhMucKyNiem, DanhMucPhapLuat, DanhMucSapNhap, DanhMucTinhThanh};
    use crate::model::lich::LichNghi;
    use crate::model::{BangTu, DanhMucChucVu, DanhMucLoai, TheThuc, TuKhoa};
    use std::fmt::Debug;

    fn same<T: DeserializeOwned + Debug>(path: &str) {
        let yaml = assets::file(path).and_then(|bytes| std::str::from_utf8(bytes).ok()).expect("a shipped file");
        let yaml: T = serde_saphyr::from_str(yaml).expect("shipped data");
        let json: T = serde_json::from_str(assets::json(path).expect("a twin")).expect(path);
        assert!(format!("{yaml:?}") == format!("{json:?}"), "{path}: YAML and JSON read differently");
    }

    #[test]
    fn yaml_and_its_twin_say_the_same() {
        same::<DanhMucLoai>("data/loai_van_ban.yaml");
        same::<DanhMucSao>("data/ban_sao.yaml");
        same::<TuKhoa>("data/tu_khoa.yaml");
        same::<DanhMucChucVu>("data/chuc_vu.yaml");
        same::<TheThuc>("data/the_thuc.yaml");
        same::<DanhMucKyNiem>("data/ngay_ky_niem.yaml");
        same::<DanhMucTinhThanh>("data/tinh_thanh.yaml");
        same::<DanhMucSapNhap>("data/co_quan_sap_nhap.yaml");
        same::<DanhMucGiaiDoan>("data/giai_doan.yaml");
        same::<DanhMucPhapLuat>("data/van_ban_phap_luat.yaml");
        same::<LichNghi>("data/ngay_nghi.yaml");
        let lists = assets::list("data/kiem_tra");
        assert!(lists.len() > 20, "{lists:?}");
        lists.iter().for_each(|name| same::<BangTu>(&format!("data/kiem_tra/{name}")));
    }
}
