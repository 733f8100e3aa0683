//! The head: letterhead, number, date, title, subject, addressees, legal bases, in whatever order.

use super::gap::gap;
use super::nhan_dang as la;
use super::{May, than};
use crate::model::O;

/// How far down a head reaches.
const DAU: usize = 60;

impl May<'_> {
    /// Tells the lines of the head; gives the first line of the body.
    pub fn dau(&mut self) -> usize {
        let last = self.dong_chac_cuoi();
        let mut at = 0;
        while at < self.dong.len().min(DAU) {
            if self.vo_nghia(at) || la::dau_chi(&self.dong[at].gap) || at < last && la::dia_chi(&self.dong[at].gap) {
                self.dat(at, O::DauChi);
            } else if let Some(o) = self.dau_chac(at, true).filter(|_| at <= last) {
                self.dat(at, o);
                if o == O::QuocHieu && self.dong.get(at + 1).is_some_and(|d| d.gap == "viet nam") {
                    self.noi(at + 1, at);
                    at += 1;
                }
            } else if la::ve_viec(&self.dong[at].gap) && at <= last {
                at = self.ve_viec(at);
                continue;
            } else if la::kinh_gui(&self.dong[at].gap) {
                at = self.kinh_gui(at);
                continue;
            } else if self.la_ket_luan(at) {
                return at;
            } else if self.la_ten_loai(at) {
                self.dat(at, O::TenLoai);
                at = self.trich_yeu(at + 1);
                continue;
            } else if self.la_can_cu(at) && (last > 0 || self.la_can_cu(at + 1)) {
                self.dat(at, O::CanCu);
            } else if self.la_tham_quyen(at) && self.co(O::TenLoai) {
                self.dat(at, O::ThamQuyen);
            } else if at < last && self.la_ten_co_quan(at) {
                at = self.ten_co_quan(at);
                continue;
            } else if at < last && self.dong[at].text().len() <= 120 && !self.dong[at].co_so {
                self.dat(at, O::La);
            } else {
                return at;
            }
            at += 1;
        }
        at
    }

    /// The last line before the body that only a head has; 0 if there is none, as in a fragment.
    fn dong_chac_cuoi(&self) -> usize {
        let mut last = 0;
        for (at, dong) in self.dong.iter().enumerate().take(DAU) {
            let words = dong.text().split_whitespace().take(9).count();
            let ends = matches!(dong.cuoi(), '.' | ':') && (words > 8 || dong.text().ends_with("./."));
            let prose = (dong.text().len() > 260 || ends && !la::kinh_gui(&dong.gap)) && !dong.hoa;
            let numbered = than::danh_so(dong.text()).is_some_and(|so| so.loai < crate::model::BlockKind::Diem)
                && !dong.gap.starts_with("so");
            if la::noi_nhan(&dong.gap) || self.la_phu_luc(at) {
                break;
            }
            let sure =
                self.dau_chac(at, true).is_some_and(|o| o != O::SoKyHieu || dong.gap.starts_with("so") || at < 12);
            if sure && (!numbered || dong.gap.starts_with(|c: char| c.is_ascii_digit()))
                || la::kinh_gui(&dong.gap)
                || self.la_ten_loai(at) && !la::ket_luan_co_dau(dong.text(), &dong.gap)
            {
                last = at + 1;
            } else if prose || numbered {
                break;
            }
        }
        last
    }

    /// "QUYẾT ĐỊNH:" behind the legal bases is no second title.
    fn la_ket_luan(&self, at: usize) -> bool {
        let dong = &self.dong[at];
        la::ket_luan(&dong.gap)
            && (la::ket_luan_co_dau(dong.text(), &dong.gap) || matches!(self.truoc(at), Some((_, O::CanCu))))
            && (self.co(O::TenLoai) || self.co(O::CanCu))
    }

    fn la_ten_loai(&self, at: usize) -> bool {
        let Some(dong) = self.dong.get(at) else { return false };
        if !self.ten.la(&dong.gap, dong.hoa) || dong.text().len() > 120 {
            return false;
        }
        let looks = dong.hoa || (dong.tho.cap > 0 || dong.tho.dam) && !dong.het_cau();
        looks || !dong.het_cau() && self.co(O::SoKyHieu) && !self.co(O::TenLoai)
    }

    /// "V/v …" of a công văn and the lines it goes on in; gives the next line.
    fn ve_viec(&mut self, start: usize) -> usize {
        self.dat(start, O::TrichYeu);
        let (mut at, mut last) = (start + 1, start);
        let wide = self.co(O::TenLoai);
        while at < self.dong.len().min(start + 12) {
            let (dong, head, before) = (&self.dong[at], &self.dong[start], &self.dong[last]);
            if self.vo_nghia(at) {
                self.dat(at, O::DauChi);
                at += 1;
                if dong_ke(self.dong[at - 1].text()) && !self.dong.get(at).is_some_and(|d| d.phai) {
                    break;
                }
                continue;
            }
            if let Some(o) = self.dau_chac(at, true) {
                // The other column of the letterhead.
                let interleaved = dong.phai || head.phai;
                self.dat(at, o);
                at += 1;
                if interleaved {
                    continue;
                }
                break;
            }
            let short = dong.text().chars().count() <= if wide { 160 } else { 70 };
            let small = dong.text().starts_with(|c: char| c.is_lowercase() || c.is_ascii_digit() || c == '(');
            let stands = dong.tho.o_bang == head.tho.o_bang && dong.phai == head.phai && (!dong.tho.cach || small);
            let other = la::kinh_gui(&dong.gap) || dong.co_so || self.la_can_cu(at) || self.la_ten_loai(at) && dong.hoa;
            let ended = before.het_cau() && !small;
            let broken = before.text().chars().count() >= 14;
            if !short || !stands || other || ended || !broken || dong.tho.cap != head.tho.cap && !small {
                break;
            }
            self.noi(at, start);
            last = at;
            at += 1;
        }
        at
    }

    /// The subject under the name of the type; gives the next line.
    fn trich_yeu(&mut self, from: usize) -> usize {
        let mut at = from;
        let mut head: Option<usize> = None;
        while at < self.dong.len().min(from + 8) {
            let dong = &self.dong[at];
            if self.vo_nghia(at) {
                self.dat(at, O::DauChi);
                at += 1;
                if head.is_some() {
                    break;
                }
                continue;
            }
            if self.dau_chac(at, true).is_some()
                || la::kinh_gui(&dong.gap)
                || self.la_ten_loai(at) && dong.hoa
                || self.la_tham_quyen(at)
            {
                break;
            }
            if la::kem_theo(&dong.gap) {
                self.dat(at, O::PhuLuc);
                at += 1;
                continue;
            }
            match head {
                None if self.la_trich_yeu(at) => {
                    self.dat(at, O::TrichYeu);
                    head = Some(at);
                }
                Some(first) if self.tiep_trich_yeu(at, first) => self.noi(at, first),
                _ => break,
            }
            at += 1;
        }
        at
    }

    /// Whether a line under the title is the subject rather than the body.
    fn la_trich_yeu(&self, at: usize) -> bool {
        let dong = &self.dong[at];
        let text = dong.text();
        if than::co_so(text) || self.la_can_cu(at) || text.len() > 700 || dong.cuoi() == ':' && !dong.tho.dam {
            return false;
        }
        let looks = dong.tho.cap > 0 || dong.tho.dam || dong.hoa;
        if looks || la::ve_viec(&dong.gap) || dong.gap.starts_with("ve ") || dong.cung_dong {
            return true;
        }
        let opens = la::mo_dau(&dong.gap);
        match dong.cuoi() {
            '.' => !opens && text.len() < 260 && !text.contains(". ") && self.con_van(at + 1),
            // "Tình hình … 9 tháng đầu năm," / "nhiệm vụ trọng tâm … năm 2026"
            ',' => !opens && text.chars().count() <= 120 && self.vai_dong(at + 1),
            ';' | ':' => false,
            // "Sở Y tế thông báo …" is what the document says, not what it is about.
            _ => text.len() < 450 && !(opens && text.len() > 250) && !la::noi_viec(&dong.gap),
        }
    }

    /// Whether a line is the second one of a subject: short, in small letters, without a mark at its end.
    fn vai_dong(&self, at: usize) -> bool {
        self.dong.get(at).is_some_and(|dong| {
            let text = dong.text();
            text.chars().count() <= 120 && !dong.co_so && text.starts_with(char::is_lowercase) && !dong.het_cau()
        })
    }

    /// Whether more is to come that can be the body.
    fn con_van(&self, from: usize) -> bool {
        self.dong.iter().skip(from).take(3).any(|dong| dong.text().len() > 60 || dong.co_so)
    }

    fn tiep_trich_yeu(&self, at: usize, first: usize) -> bool {
        let (dong, head, before) = (&self.dong[at], &self.dong[first], &self.dong[at - 1]);
        let same = dong.tho.dam == head.tho.dam
            && dong.tho.cap == head.tho.cap
            && dong.tho.o_bang == head.tho.o_bang
            && dong.hoa == head.hoa;
        let small = dong.text().starts_with(char::is_lowercase);
        same && (!dong.tho.cach || small && !before.het_cau())
            && !before.het_cau()
            && dong.text().len() < 260
            && (dong.tho.dam
                || dong.tho.cap > 0
                || dong.hoa
                || small
                || !dong.het_cau() && before.text().chars().count() > 30)
            && !dong.co_so
            && !self.la_can_cu(at)
            // "Sở Y tế trân trọng kính mời …" is what an invitation says.
            && (small || !dong.gap.contains("kinh moi") && !before.gap.contains("kinh moi"))
            && !before.gap.contains("kinh moi:")
            && (small || !la::mo_dau(&dong.gap) || dong.tho.dam || dong.tho.cap > 0)
    }

    /// "Kính gửi:" and the addressees; gives the next line.
    pub(super) fn kinh_gui(&mut self, start: usize) -> usize {
        self.dat(start, O::KinhGui);
        let mut at = start + 1;
        let open = self.dong[start].cuoi() == ':' || self.dong[start].gap.len() <= 12;
        let mut items = 0;
        while at < self.dong.len().min(start + 80) {
            let dong = &self.dong[at];
            let dash = than::gach(dong.text()).is_some();
            let short = dong.text().chars().count() <= 160;
            let before = self.dong[at - 1].cuoi();
            // A list ends with its full stop; what follows it is the body, dash or not.
            let ended = before == '.' && items > 0;
            if self.vo_nghia(at) || self.dau_chac(at, true).is_some() || la::kinh_gui(&dong.gap) {
                break;
            }
            if dash
                && short
                && !ended
                && !(la::mo_dau(&gap(dong.text().trim_start_matches(['-', ' ']))) && dong.text().len() > 100)
            {
                items += 1;
                self.dat(at, O::KinhGui);
            } else if !dash && !dong.tho.cach && self.con_ngoac(start, at) {
                // "(Địa chỉ: Lô 16A9-1, Khu công nghiệp Trà Nóc 1," / "phường Thới An Đông; mã số thuế: 1801)"
                self.noi(at, at - 1);
            } else if !dash
                && short
                && !dong.tho.cach
                && !ended
                && !dong.co_so
                && before != '.'
                && before != ';'
                && (at > start + 1 || before != ':')
                && dong.tho.o_bang == self.dong[start].tho.o_bang
                && before != ':'
                && dong.text().starts_with(|c: char| c.is_lowercase() || c == '(')
            {
                self.noi(at, at - 1);
            } else if !dash
                && !dong.co_so
                && ((self.dong[start].cuoi() == ':' && la::noi_gui(&dong.gap) && !dong.het_cau())
                    || (dong.text().chars().count() <= 90
                        && (open || items > 0 || before == ';')
                        && !ended
                        && (matches!(dong.cuoi(), ';' | '.') || open && items == 0)
                        && !la::mo_dau(&dong.gap)))
            {
                items += 1;
                self.dat(at, O::KinhGui);
            } else {
                break;
            }
            at += 1;
        }
        at
    }

    /// Whether a bracket that opened in the last lines of the addressees is still open before a line.
    fn con_ngoac(&self, start: usize, at: usize) -> bool {
        let from = start.max(at.saturating_sub(4));
        let depth = self.dong.get(from..at).unwrap_or_default().iter().flat_map(|dong| dong.text().bytes());
        let depth = depth.fold(0i32, |depth, byte| match byte {
            b'(' => depth + 1,
            b')' => depth - 1,
            _ => depth,
        });
        depth > 0 && self.dong.get(at..at + 3).is_some_and(|next| next.iter().any(|dong| dong.text().contains(')')))
    }

    fn la_ten_co_quan(&self, at: usize) -> bool {
        let dong = &self.dong[at];
        let text = dong.text();
        let words = text.split_whitespace().count();
        if self.co(O::TenLoai) || self.co(O::KinhGui) || than::co_so(text) || words > 14 || dong.het_cau()
            // "/NQ-UBND": the symbol that an open slot parted from "Số:".
            || text.starts_with('/')
        {
            return false;
        }
        dong.hoa || la::co_quan(&dong.gap) && !self.co(O::SoKyHieu)
    }

    /// The names of the agency over the document: the last is its own (II.2); gives the next line.
    fn ten_co_quan(&mut self, start: usize) -> usize {
        let dong = &self.dong[start];
        // A name goes on in the next line of its column: "ỦY BAN NHÂN DÂN" / "TỈNH CAO BẰNG".
        let before = (0..start).rev().filter(|n| !matches!(self.nhan[*n].o, O::DauChi)).find(|n| {
            self.dong[*n].phai == dong.phai && !matches!(self.nhan[*n].o, O::QuocHieu | O::TieuNgu | O::DiaDanhNgay)
        });
        match before.filter(|n| matches!(self.nhan[*n].o, O::CoQuan | O::ChuQuan)) {
            Some(name) if !la::co_quan(&dong.gap) || self.dong[name].cuoi() == ',' => self.noi(start, name),
            Some(_) => {
                for nhan in self.nhan.iter_mut().take(start).filter(|nhan| nhan.o == O::CoQuan) {
                    nhan.o = O::ChuQuan;
                }
                self.dat(start, O::CoQuan);
            }
            None => self.dat(start, if dong.hoa || la::co_quan(&dong.gap) { O::CoQuan } else { O::La }),
        }
        start + 1
    }
}

fn dong_ke(text: &str) -> bool {
    la::ke(text)
}
