//! The end: recipients on the left, the signer on the right, or one after the other in either order.

use super::nhan_dang as la;
use super::{May, than};
use crate::model::O;

/// How many lines may lie between a post and the name under it.
const XA: usize = 12;

impl May<'_> {
    /// Whether the end begins at a line of the body.
    pub(super) fn la_cuoi(&self, at: usize) -> bool {
        let Some(dong) = self.dong.get(at) else { return false };
        la::noi_nhan(&dong.gap) || self.la_quyen_han(at, true)
    }

    /// A line of authority or post. `chac`: in the body, where it must be in capitals and have a name under it.
    fn la_quyen_han(&self, at: usize, chac: bool) -> bool {
        let Some(dong) = self.dong.get(at) else { return false };
        let words = dong.text().split_whitespace().take(16).count();
        if words > 15
            || dong.text().len() > 160
            || matches!(dong.cuoi(), ';' | ',')
            || dong.text().contains(':')
            || !dong.chuc
        {
            return false;
        }
        if !chac {
            return dong.hoa || words <= 8 && dong.cuoi() != '.';
        }
        dong.hoa && !self.la_tham_quyen(at) && (self.ten_sau(at + 1).is_some() || self.dong.len() - at <= 6)
    }

    /// The first line from here on that is a signer's name.
    fn ten_sau(&self, from: usize) -> Option<usize> {
        let mut capitals = None;
        for at in from..self.dong.len().min(from + XA) {
            let dong = &self.dong[at];
            let text = dong.text();
            let recipient = than::gach(text).is_some() || la::noi_nhan(&dong.gap) || la::luu(&dong.gap);
            if recipient || self.vo_nghia(at) || la::da_ky(&dong.gap) {
                continue;
            }
            if text.len() > 160 || self.la_phu_luc(at) {
                break;
            }
            let post = dong.chuc;
            let behind_post = at == from && at.checked_sub(1).is_some_and(|n| la::quyen(&self.dong[n].gap));
            if !post && la::ho_ten(text, false) && !la::co_quan_hoa(text, &dong.gap) {
                return Some(at);
            }
            if !post && !behind_post && dong.hoa && la::ho_ten(text, true) && !la::co_quan(&dong.gap) {
                capitals = Some(at);
            }
        }
        capitals
    }

    /// Tells the lines of the end; gives the first line behind it.
    pub(super) fn cuoi(&mut self, start: usize) -> usize {
        let mut at = start;
        let mut muc = Muc::default();
        while at < self.dong.len() {
            if self.la_phu_luc(at) {
                break;
            }
            let Some(o) = self.o_cuoi(at, &mut muc) else { break };
            match o {
                Noi::La(o) => self.dat(at, o),
                Noi::Tiep(before) => self.noi(at, before),
            }
            at += 1;
        }
        if at == start {
            // What looked like the end is none, "- GIÁM ĐỐC" over a name: a line of the body, so that reading goes on.
            return start + 1;
        }
        if muc.ky && at < self.dong.len() { self.sau_ky(at) } else { at }
    }

    /// What a line of the end is; `None`: the end is over.
    fn o_cuoi(&self, at: usize, muc: &mut Muc) -> Option<Noi> {
        let dong = &self.dong[at];
        let text = dong.text();
        let dash = than::gach(text);
        let bare = dash.as_ref().map_or(dong.gap.as_str(), |_| dong.gap.trim_start_matches(['-', '+', '*', '~', ' ']));
        if la::noi_nhan(&dong.gap) {
            (muc.nhan, muc.luu) = (true, false);
            muc.cuoi_nhan = at;
            return Some(Noi::La(O::NoiNhan));
        }
        let kept = muc.nhan
            && !muc.luu
            && super::gap::dau_la(bare, "luu")
            && text.len() < 40
            && !super::gap::dau_mot(bare, &["luu y", "luu hanh"]);
        if kept || la::luu(bare) && (muc.nhan || dash.is_some()) {
            muc.luu = true;
            muc.cuoi_nhan = at;
            return Some(Noi::La(O::Luu));
        }
        if la::ke(text) || self.vo_nghia(at) || la::dau_chi(&dong.gap) && text.len() < 120 {
            return Some(Noi::La(O::DauChi));
        }
        if dash.is_some() && muc.nhan && !(muc.luu && text.len() > 200) {
            muc.cuoi_nhan = at;
            return Some(Noi::La(O::NoiNhan));
        }
        // "- Các phòng chuyên môn Sở (để thực" / "hiện);": the signer's column may stand between.
        if dash.is_none() && muc.nhan && !muc.luu && self.tiep_noi_nhan(at, muc.cuoi_nhan) {
            return Some(Noi::Tiep(muc.cuoi_nhan));
        }
        // The line under "KT. GIÁM ĐỐC" is a post, whatever it says.
        // Recipients may stand between them in text of two columns.
        let deputy = super::gap::dau_mot(&dong.gap, &["pho", "truong"]) && muc.ten > at && muc.ten != usize::MAX;
        let between = self.nhan.get(muc.cuoi_ky + 1..at).unwrap_or_default();
        let beside = deputy && between.iter().all(|nhan| matches!(nhan.o, O::NoiNhan | O::Luu | O::DauChi));
        let authority = muc.ky && (muc.cuoi_ky + 1 == at || beside) && la::quyen(&self.dong[muc.cuoi_ky].gap);
        if self.la_quyen_han(at, false) && dash.is_none() || authority && dong.hoa {
            muc.ky = true;
            muc.cuoi_ky = at;
            muc.ten = self.ten_sau(at + 1).unwrap_or(usize::MAX);
            return Some(Noi::La(O::QuyenHan));
        }
        if la::da_ky(&dong.gap) {
            return Some(Noi::La(O::DauChi));
        }
        if dong.gap.starts_with("v/v") && !self.co(O::TrichYeu) {
            return Some(Noi::La(O::TrichYeu));
        }
        if muc.ky && at == muc.ten {
            return Some(Noi::La(O::HoTen));
        }
        if muc.ky && self.dau_chac(at, false) == Some(O::DiaDanhNgay) {
            return Some(Noi::La(O::DiaDanhNgay));
        }
        // One more line of a long post: "TL. GIÁM ĐỐC" / "TRƯỞNG PHÒNG TỔ CHỨC" / "CÁN BỘ".
        let row = muc.cuoi_ky + 1 == at && !dong.tho.cach && dong.hoa && la::chuc_vu(&self.dong[muc.cuoi_ky].gap);
        if muc.ky && row && muc.ten == at + 1 {
            return Some(Noi::La(O::QuyenHan));
        }
        let name_to_come = muc.ky && muc.ten > at && muc.ten != usize::MAX;
        if name_to_come && dong.text().split_whitespace().count() <= 12 {
            return Some(Noi::La(O::La));
        }
        // Two signers' names on one line, or a name in a column of its own.
        if muc.ky && la::ho_ten(text, true) && dong.cung_dong {
            return Some(Noi::La(O::HoTen));
        }
        if muc.nhan && !muc.ky && self.dang_nhan(at, muc) {
            return Some(self.dong_nhan(at, muc));
        }
        None
    }

    /// Whether a line without dash still belongs to the recipients.
    fn dang_nhan(&self, at: usize, muc: &Muc) -> bool {
        let dong = &self.dong[at];
        let short = dong.text().chars().count() <= 120;
        let head = self.dong[muc.cuoi_nhan].tho.o_bang;
        if !short || than::danh_so(dong.text()).is_some() || self.dau_chac(at, false).is_some() {
            return false;
        }
        if muc.luu {
            // Behind "Lưu" only the drafter's mark, and what a table cell or a scan left there.
            return dong.text().chars().count() <= 30
                && (head.is_some() && dong.tho.o_bang == head
                    || !dong.tho.cach
                    || at <= muc.cuoi_nhan + 4
                    || dong.text().contains(['{', '}', '(', ')']));
        }
        true
    }

    /// Whether a line goes on with a recipient whose line is not at its end.
    fn tiep_noi_nhan(&self, at: usize, head: usize) -> bool {
        let (dong, before) = (&self.dong[at], &self.dong[head]);
        let (text, open) = (dong.text(), before.text());
        at <= head + 4
            && text.len() <= 90
            && (text.starts_with(|c: char| c.is_lowercase() || c == '(') || text.split_whitespace().count() <= 3)
            && text.starts_with(|c: char| c.is_alphabetic() || c == '(')
            && text.ends_with([';', '.'])
            && !before.het_cau()
            && !la::noi_nhan(&before.gap)
            && (open.matches('(').count() > open.matches(')').count() || open.chars().count() >= 24)
    }

    fn dong_nhan(&self, at: usize, muc: &mut Muc) -> Noi {
        let dong = &self.dong[at];
        let before = &self.dong[at - 1];
        let last = muc.cuoi_nhan;
        if muc.luu {
            return Noi::La(if la::nguoi_soan(dong.text()) { O::DauChi } else { O::La });
        }
        let text = dong.text();
        let goes_on = last + 1 == at
            && !dong.tho.cach
            && !before.het_cau()
            && !la::noi_nhan(&before.gap)
            && (text.starts_with(|c: char| c.is_lowercase() || c == '(')
                || before.text().chars().count() >= 28 && text.starts_with(char::is_alphabetic));
        if goes_on && text.len() <= 90 {
            muc.cuoi_nhan = at;
            return Noi::Tiep(last);
        }
        if text.contains(['{', '}']) {
            return Noi::La(O::La);
        }
        muc.cuoi_nhan = at;
        Noi::La(O::NoiNhan)
    }
}

/// What was found of the end so far.
#[derive(Default)]
struct Muc {
    /// Among the recipients.
    nhan: bool,
    /// "Lưu" was there.
    luu: bool,
    /// Last line of the recipients.
    cuoi_nhan: usize,
    /// At the signer.
    ky: bool,
    /// Last line of authority and post.
    cuoi_ky: usize,
    /// Where his name is.
    ten: usize,
}

enum Noi {
    La(O),
    Tiep(usize),
}
