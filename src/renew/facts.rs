//! The facts that the worklist is made with: what is commemorated, which instruments are in force, what provinces are
//! called.

use crate::diag::{Files, Sink};
use crate::load::du_kien;
use crate::model::NgayVanBan;
use crate::model::du_kien::{
    DanhMucGiaiDoan, DanhMucKyNiem, DanhMucPhapLuat, DanhMucTinhThanh, HieuLuc, VanBanPhapLuat,
};
use crate::project::Project;
use chrono::NaiveDate;

/// All of them.
pub(super) struct Facts {
    pub ky_niem: DanhMucKyNiem,
    pub phap_luat: DanhMucPhapLuat,
    pub tinh_thanh: DanhMucTinhThanh,
    pub giai_doan: DanhMucGiaiDoan,
}

impl Facts {
    /// Reads the data of a project.
    pub fn load(project: &Project, files: &mut Files, sink: &mut Sink) -> Option<Facts> {
        let ky_niem = du_kien::ky_niem(project, files, sink);
        let phap_luat = du_kien::phap_luat(project, files, sink);
        let tinh_thanh = du_kien::tinh_thanh(project, files, sink);
        let giai_doan = du_kien::giai_doan(project, files, sink);
        Some(Facts { ky_niem: ky_niem?, phap_luat: phap_luat?, tinh_thanh: tinh_thanh?, giai_doan: giai_doan? })
    }

    /// If an instrument does not last to the end of a year: since when, whether that is sure, and what is in force in its
    /// place.
    pub fn ended(&self, law: &VanBanPhapLuat, nam: i32) -> Option<(NaiveDate, bool, Vec<&VanBanPhapLuat>)> {
        let last = NgayVanBan { ngay: Some(31), thang: Some(12), nam };
        let (tu, sure, thay) = match law.hieu_luc(&last) {
            HieuLuc::Het { tu, thay } => (tu, true, thay),
            HieuLuc::CoTheHet { tu, thay } => (tu, false, thay),
            HieuLuc::Con | HieuLuc::ChuaCo { .. } | HieuLuc::CoTheChua { .. } => return None,
        };
        let mut open: Vec<String> = thay;
        let mut seen: Vec<String> = Vec::new();
        let mut out = Vec::new();
        // A successor may have ended too; its own successor counts then.
        while let Some(key) = open.pop() {
            if seen.contains(&key) {
                continue;
            }
            let Some(next) = self.phap_luat.get(&key) else { continue };
            seen.push(key);
            match next.hieu_luc(&last) {
                HieuLuc::Het { thay, .. } => open.extend(thay),
                _ => out.push(next),
            }
        }
        out.sort_by(|a, b| a.ma.cmp(&b.ma));
        Some((tu, sure, out))
    }
}
