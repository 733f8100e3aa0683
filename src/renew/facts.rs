//! The facts that the worklist is made with: what is commemorated, which instruments are in force, what provinces are
//! called.

use crate::diag::{Files, Sink};
use crate::load::du_kien;
use crate::model::NgayVanBan;
use crate::model::du_kien::{
    DanhMucGiaiDoan, DanhMucKyNiem, DanhMucPhapLuat, DanhMucSapNhap, DanhMucTinhThanh, HieuLuc, VanBanPhapLuat,
};
use crate::project::Project;
use chrono::{Datelike, NaiveDate};

/// All of them.
pub(super) struct Facts {
    pub ky_niem: DanhMucKyNiem,
    pub phap_luat: DanhMucPhapLuat,
    pub tinh_thanh: DanhMucTinhThanh,
    pub sap_nhap: DanhMucSapNhap,
    pub giai_doan: DanhMucGiaiDoan,
}

impl Facts {
    /// Reads the data of a project.
    pub fn load(project: &Project, files: &mut Files, sink: &mut Sink) -> Option<Facts> {
        let ky_niem = du_kien::ky_niem(project, files, sink);
        let phap_luat = du_kien::phap_luat(project, files, sink);
        let tinh_thanh = du_kien::tinh_thanh(project, files, sink);
        let giai_doan = du_kien::giai_doan(project, files, sink);
        let sap_nhap = du_kien::sap_nhap(project, files, sink);
        Some(Facts {
            ky_niem: ky_niem?,
            phap_luat: phap_luat?,
            tinh_thanh: tinh_thanh?,
            sap_nhap: sap_nhap?,
            giai_doan: giai_doan?,
        })
    }

    /// If an instrument does not last to the end of a year: since when, and what comes after it.
    pub fn ended(&self, law: &VanBanPhapLuat, nam: i32) -> Option<Ended<'_>> {
        let (tu, sure, thay) = end(law, nam)?;
        let mut open = thay;
        let mut seen: Vec<String> = Vec::new();
        let mut next = Vec::new();
        // A successor may have ended before the year; its own successor counts then.
        while let Some(key) = open.pop() {
            if seen.contains(&key) {
                continue;
            }
            let Some(law) = self.phap_luat.get(&key) else { continue };
            seen.push(key);
            match end(law, nam) {
                Some((tu, true, thay)) if tu.year() < nam => open.extend(thay),
                Some((tu, ..)) => next.push((law, Some(tu))),
                None => next.push((law, None)),
            }
        }
        next.sort_by(|(a, _), (b, _)| a.ma.cmp(&b.ma));
        Some(Ended { tu, sure, next })
    }
}

/// An instrument that ends before a year does.
pub(super) struct Ended<'a> {
    /// First day no longer in force.
    pub tu: NaiveDate,
    /// Whether that is sure.
    pub sure: bool,
    /// What is in force in its place in that year, with the first day it no longer is if that is in the year too.
    pub next: Vec<(&'a VanBanPhapLuat, Option<NaiveDate>)>,
}

/// The end of an instrument, if it comes before the end of a year; whether that is sure; keys of what replaced it.
fn end(law: &VanBanPhapLuat, nam: i32) -> Option<(NaiveDate, bool, Vec<String>)> {
    match law.hieu_luc(&NgayVanBan { ngay: Some(31), thang: Some(12), nam }) {
        HieuLuc::Het { tu, thay } => Some((tu, true, thay)),
        HieuLuc::CoTheHet { tu, thay } => Some((tu, false, thay)),
        HieuLuc::Con | HieuLuc::ChuaCo { .. } | HieuLuc::CoTheChua { .. } => None,
    }
}
