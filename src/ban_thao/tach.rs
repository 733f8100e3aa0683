//! The components of a document found in its lines, wherever they stand.
//!
//! Lines are told by their own words (`nhan_dang`, `so_ngay`, `ten_loai`) and by what stands around them: the head
//! (`dau`), the body, the end (`cuoi`), appendices. Then they become paragraphs (`ghep`).

mod cuoi;
mod dau;
mod dong;
pub mod gap;
mod ghep;
mod nhan_dang;
mod phu_luc;
mod so_ngay;
mod ten_co_quan;
mod ten_loai;
pub mod than;
mod thong_tin;
#[cfg(test)]
mod thu;

use super::Tho;
use crate::diag::Place;
use crate::model::{BanThao, Nguon, O, Reference};
use dong::Dong;
use nhan_dang as la;
use so_ngay::{dia_danh_ngay, so_ky_hieu};
use ten_loai::TenLoai;

/// Finds the components.
pub fn tach(tho: Tho, nguon: Nguon, place: Place, reference: &Reference) -> BanThao {
    let ten = TenLoai::new(reference);
    let dong = dong::chuan_bi(tho.dong, &ten);
    let mut may = May::new(&ten, dong);
    let body = may.dau();
    may.than(body);
    let place = may.dong.first().map_or(place, |first| first.tho.place.clone());
    let doan = ghep::ghep(may.dong, &may.nhan);
    let mut ban_thao = BanThao { trang: tho.trang, ..BanThao::moi(nguon, doan, place) };
    thong_tin::dien(&mut ban_thao, &ten);
    ban_thao
}

/// What the components say of the whole document, where they were found in another way.
pub fn dien(ban_thao: &mut BanThao, reference: &Reference) {
    thong_tin::dien(ban_thao, &TenLoai::new(reference));
}

/// What a line was told to be.
#[derive(Debug, Clone, Copy)]
pub struct Nhan {
    /// Its component.
    pub o: O,
    /// The line whose words it goes on with.
    pub noi: Option<usize>,
    /// Which appendix it belongs to; 0: the document itself.
    pub kem: usize,
}

/// At work on a document.
pub struct May<'a> {
    ten: &'a TenLoai,
    dong: Vec<Dong>,
    nhan: Vec<Nhan>,
    kem: usize,
    /// The components of the document itself that were found so far, a bit each.
    thay: u32,
}

impl<'a> May<'a> {
    fn new(ten: &'a TenLoai, dong: Vec<Dong>) -> May<'a> {
        let nhan = vec![Nhan { o: O::NoiDung, noi: None, kem: 0 }; dong.len()];
        May { ten, dong, nhan, kem: 0, thay: 0 }
    }

    fn dat(&mut self, at: usize, o: O) {
        if let Some(nhan) = self.nhan.get_mut(at) {
            *nhan = Nhan { o, noi: None, kem: self.kem };
        }
        if self.kem == 0 {
            self.thay |= 1 << (o as u32);
        }
    }

    /// Makes a line go on with the words of an earlier one.
    fn noi(&mut self, at: usize, before: usize) {
        let head = self.nhan.get(before).copied();
        if let (Some(head), Some(nhan)) = (head, self.nhan.get_mut(at)) {
            *nhan = Nhan { noi: Some(head.noi.unwrap_or(before)), ..head };
        }
    }

    /// Whether a component was found so far.
    fn co(&self, o: O) -> bool {
        self.thay & (1 << (o as u32)) != 0
    }

    /// The last component before a line that is something to read.
    fn truoc(&self, at: usize) -> Option<(usize, O)> {
        (0..at).rev().map(|n| (n, self.nhan[n].o)).find(|(_, o)| *o != O::DauChi)
    }

    /// Lines that no one reads: rules, page numbers, stamps.
    fn vo_nghia(&self, at: usize) -> bool {
        let Some(dong) = self.dong.get(at) else { return false };
        la::ke(dong.text())
            || dong.tho.o_bang.is_none() && la::so_trang(&dong.gap)
            || la::dau_chi(&dong.gap) && dong.hoa
    }

    /// Components of the head that are told by their words alone, whatever stands around them.
    fn dau_chac(&self, at: usize, trong_dau: bool) -> Option<O> {
        let dong = self.dong.get(at)?;
        let text = dong.text();
        if text.len() > 260 {
            return None;
        }
        if la::quoc_hieu(&dong.gap) {
            return Some(O::QuocHieu);
        }
        if la::tieu_ngu(&dong.gap) {
            return Some(O::TieuNgu);
        }
        if let Some(so) = so_ky_hieu(text) {
            let rest = text.get(so.het..).unwrap_or_default().trim();
            let named = dong.gap.starts_with("so");
            if rest.len() <= 40
                && (trong_dau || named && rest.is_empty() && text.get(so.ky_hieu).is_some_and(|k| k.contains('-')))
            {
                return Some(O::SoKyHieu);
            }
        }
        if !trong_dau && dong.gap.starts_with("v/v") && !self.co(O::TrichYeu) {
            return Some(O::TrichYeu);
        }
        let ngay = dia_danh_ngay(text).filter(|ngay| trong_dau || ngay.dia_danh && dong.gap.contains("ngay"));
        ngay.map(|_| O::DiaDanhNgay)
    }

    /// The body, and from it the end and the appendices.
    fn than(&mut self, from: usize) {
        let mut at = from;
        let mut mo_dau = true;
        while at < self.dong.len() {
            let next = at + 1;
            if self.vo_nghia(at) {
                self.dat(at, O::DauChi);
            } else if self.la_phu_luc(at) {
                at = self.phu_luc(at);
                continue;
            } else if self.kem > 0 && !self.ve_van_ban(at) {
                self.trong_phu_luc(at);
            } else if self.la_cuoi(at) {
                self.kem = 0;
                at = self.cuoi(at);
                continue;
            } else if let Some(o) = self.dau_chac(at, false) {
                self.dat(at, o);
            } else if la::kinh_gui(&self.dong[at].gap) && !self.co(O::KinhGui) {
                at = self.kinh_gui(at);
                continue;
            } else if mo_dau && self.la_can_cu(at) {
                self.dat(at, O::CanCu);
            } else if mo_dau && self.la_tham_quyen(at) {
                self.dat(at, O::ThamQuyen);
            } else {
                self.dat(at, O::NoiDung);
                let dong = &self.dong[at];
                mo_dau &=
                    !la::ket_luan(&dong.gap) && at < from + 12 && !(dong.co_so && than::gach(dong.text()).is_none());
            }
            at = next;
        }
    }

    /// A legal basis: "Căn cứ …", or what stands among them and ends like one.
    fn la_can_cu(&self, at: usize) -> bool {
        let Some(dong) = self.dong.get(at) else { return false };
        let text = dong.text();
        let words = than::gach(text).map_or(0, |dash| dash.chu);
        let bare = gap::gap(text.get(words..).unwrap_or_default());
        let end = dong.cuoi();
        if la::can_cu(&bare) {
            return end != ':' && !(end == '.' && la::co_menh_de(text));
        }
        let among = matches!(self.truoc(at), Some((_, O::CanCu)));
        among && end != ':' && la::theo_de_nghi(&bare)
            || la::nhu_can_cu(&bare) && (end == ';' || among && dong.text().len() < 220 && end != ':')
    }

    /// "GIÁM ĐỐC SỞ Y TẾ" over the legal bases.
    fn la_tham_quyen(&self, at: usize) -> bool {
        let Some(dong) = self.dong.get(at) else { return false };
        let short = dong.text().len() < 160;
        if !short
            || gap::dau_mot(&dong.gap, &["ban hanh", "phe duyet", "ve"])
            || !dong.hoa
            || dong.co_so
            || !(la::co_quan(&dong.gap) || la::chuc_vu(&dong.gap) || dong.gap.starts_with("khoa"))
        {
            return false;
        }
        // One more line of the name may come between: "KHÓA XVII, KỲ HỌP THỨ 20".
        let mut next = (at + 1..self.dong.len()).filter(|n| !self.vo_nghia(*n)).map(|n| &self.dong[n]);
        let basis = |dong: &Dong| la::can_cu(dong.gap.trim_start_matches(['-', ' ']));
        match next.next() {
            Some(dong) if basis(dong) => true,
            Some(dong) if dong.hoa && (dong.gap.starts_with("khoa") || la::co_quan(&dong.gap)) => {
                next.next().is_some_and(basis)
            }
            _ => false,
        }
    }
}
