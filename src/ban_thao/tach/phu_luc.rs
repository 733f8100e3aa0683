//! Appendices, and texts that a decision brings with it (III.1, mẫu 1.3).

use super::nhan_dang as la;
use super::{May, than};
use crate::model::O;

impl May<'_> {
    /// Whether an appendix begins at a line.
    pub(super) fn la_phu_luc(&self, at: usize) -> bool {
        self.dong.get(at).is_some_and(|dong| dong.tho.o_bang.is_none() && la::phu_luc(&dong.gap, dong.text()))
    }

    /// Tells the head of an appendix; gives the first line of its body.
    pub(super) fn phu_luc(&mut self, start: usize) -> usize {
        self.kem += 1;
        self.dat(start, O::PhuLuc);
        let mut at = start + 1;
        let mut titles = 0;
        let mut open = false;
        while at < self.dong.len().min(start + 12) {
            let dong = &self.dong[at];
            let text = dong.text();
            if self.vo_nghia(at) {
                self.dat(at, O::DauChi);
            } else if la::kem_theo(&dong.gap) || open {
                open = !text.contains(')') && text.len() < 200 && (open || text.starts_with('('));
                self.dat(at, O::PhuLuc);
            } else if self.dau_chac(at, true).is_some() {
                break;
            } else if titles < 4
                && dong.tho.o_bang.is_none()
                && (dong.hoa || dong.tho.dam || dong.tho.cap > 0 || self.ten_kem(start, at))
                && !than::co_so(text)
                && text.len() < 400
                && !self.la_phu_luc(at)
            {
                titles += 1;
                self.dat(at, O::PhuLuc);
            } else {
                break;
            }
            at += 1;
        }
        at
    }

    /// The subject of a text that is brought along: under its type, over "(Ban hành kèm theo …)".
    fn ten_kem(&self, start: usize, at: usize) -> bool {
        let (head, dong) = (&self.dong[start], &self.dong[at]);
        let next = (at + 1..self.dong.len()).find(|n| !self.vo_nghia(*n)).map(|n| &self.dong[n]);
        let bracket = next.is_some_and(|next| la::kem_theo(&next.gap));
        !dong.het_cau() && (bracket || at == start + 1 && self.ten.la(&head.gap, head.hoa))
    }

    /// A line of an appendix: a form may show letterhead, number and signer, which are not this document's.
    pub(super) fn trong_phu_luc(&mut self, at: usize) {
        let dong = &self.dong[at];
        let form = self.dau_chac(at, true).is_some_and(|o| o != O::SoKyHieu || dong.gap.starts_with("so"))
            || la::noi_nhan(&dong.gap)
            || dong.gap.len() < 60 && la::luu(dong.gap.trim_start_matches(['-', ' ']))
            || la::da_ky(&dong.gap)
            || dong.hoa && la::quyen(&dong.gap);
        self.dat(at, if form { O::DauChi } else { O::NoiDung });
    }

    /// Whether the end of the document itself comes behind an appendix.
    pub(super) fn ve_van_ban(&self, at: usize) -> bool {
        self.co(O::NoiDung) && !self.co(O::NoiNhan) && !self.co(O::QuyenHan) && self.la_cuoi(at)
    }

    /// What stands behind the signer: a text that is brought along, a table, a list. Gives the next line to look at.
    pub(super) fn sau_ky(&mut self, at: usize) -> usize {
        let dong = &self.dong[at];
        let title = dong.hoa || dong.tho.dam || dong.tho.cap > 0 || dong.tho.o_bang.is_some();
        let signed = self.co(O::HoTen);
        if !(title && signed && self.kem == 0) {
            return at;
        }
        if dong.tho.o_bang.is_some() || dong.co_so {
            self.kem += 1;
            return at;
        }
        self.phu_luc(at)
    }
}
