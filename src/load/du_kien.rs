//! The data behind facts that compute themselves, each file read only when something asks for it.

use super::reference::parse;
use crate::diag::{Files, Sink};
use crate::model::du_kien::{DanhMucGiaiDoan, DanhMucKyNiem, DanhMucPhapLuat, DanhMucSapNhap, DanhMucTinhThanh};
use crate::model::lich::LichNghi;
use crate::project::Project;

/// Commemorations.
pub fn ky_niem(project: &Project, files: &mut Files, sink: &mut Sink) -> Option<DanhMucKyNiem> {
    parse(project, "data/ngay_ky_niem.yaml", files, sink)
}

/// Provinces and cities under the centre.
pub fn tinh_thanh(project: &Project, files: &mut Files, sink: &mut Sink) -> Option<DanhMucTinhThanh> {
    parse(project, "data/tinh_thanh.yaml", files, sink)
}

/// Agencies that mergers ended.
pub fn sap_nhap(project: &Project, files: &mut Files, sink: &mut Sink) -> Option<DanhMucSapNhap> {
    parse(project, "data/co_quan_sap_nhap.yaml", files, sink)
}

/// Plan periods and terms.
pub fn giai_doan(project: &Project, files: &mut Files, sink: &mut Sink) -> Option<DanhMucGiaiDoan> {
    parse(project, "data/giai_doan.yaml", files, sink)
}

/// Instruments of law.
pub fn phap_luat(project: &Project, files: &mut Files, sink: &mut Sink) -> Option<DanhMucPhapLuat> {
    parse(project, "data/van_ban_phap_luat.yaml", files, sink)
}

/// Days off.
pub fn ngay_nghi(project: &Project, files: &mut Files, sink: &mut Sink) -> Option<LichNghi> {
    parse(project, "data/ngay_nghi.yaml", files, sink)
}
