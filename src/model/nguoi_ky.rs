//! The signer's block: authority, post, name (Phụ lục I, phần I, mục II, khoản 7; Điều 13).

use super::{CoQuan, Nguoi};

/// Authority abbreviations of khoản 7 điểm b.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum QuyenHan {
    /// "ký thay mặt tập thể".
    Tm,
    /// "được giao quyền cấp trưởng".
    Q,
    /// "ký thay người đứng đầu".
    Kt,
    /// "ký thừa lệnh".
    Tl,
    /// "ký thừa uỷ quyền".
    Tuq,
}

impl QuyenHan {
    /// Reads `KT`, `KT.` or `kt`.
    pub fn parse(text: &str) -> Option<Self> {
        Some(match text.trim().trim_end_matches('.').to_uppercase().as_str() {
            "TM" => QuyenHan::Tm,
            "Q" => QuyenHan::Q,
            "KT" => QuyenHan::Kt,
            "TL" => QuyenHan::Tl,
            "TUQ" => QuyenHan::Tuq,
            _ => return None,
        })
    }
}

/// The block as printed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct KhoiKy {
    /// Lines in capitals, for example "KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC" (ô 7a).
    pub quyen_han: Vec<String>,
    /// "chức vụ khác của người ký … phía trên họ tên" (ô 7b), in capitals.
    pub chuc_vu_khac: Option<String>,
    /// Name as printed under the signature (ô 7b).
    pub ho_ten: String,
}

/// Where a signer stands towards the agency.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Vai {
    /// Its head.
    DungDau,
    /// The head's deputy.
    CapPho,
    /// Head of a unit or of an agency under it.
    DonVi,
    /// Deputy of such a head.
    CapPhoDonVi,
}

impl Vai {
    /// The role of a person in an agency whose head's post, in capitals, is `dung_dau`.
    pub fn cua(nguoi: &Nguoi, dung_dau: &str) -> Vai {
        let trong_don_vi = nguoi.don_vi.is_some();
        match &nguoi.cap_truong {
            Some(truong) if !trong_don_vi && truong == dung_dau => Vai::CapPho,
            Some(_) => Vai::CapPhoDonVi,
            None if !trong_don_vi && nguoi.chuc_vu.to_uppercase() == dung_dau => Vai::DungDau,
            None => Vai::DonVi,
        }
    }
}

/// Why no block can be made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KyError {
    /// The head's post is not known, so neither is who signs how.
    ThieuDungDau,
    /// TM. in an agency whose head signs in his own right, or in a body without the seal.
    KhongTapThe,
    /// KT. by someone who is not the head's deputy.
    KhongPhaiCapPho,
    /// KT., TL. or TUQ. by the head.
    DungDauTuKy,
    /// TL. or TUQ. by the head's deputy, who signs KT.
    CapPhoKyKt,
    /// TUQ. by a unit's deputy: who is delegated to may not delegate again.
    KhongUyQuyenLai,
    /// A unit's head, or his deputy, in his own right.
    KhongCoQuyen,
}

impl KhoiKy {
    /// Composes the lines. Without `quyen_han` the agency file decides: a head signs as himself, his deputy "KT.", and in a
    /// collective "TM." stands above both (Điều 13 khoản 1, 2).
    pub fn soan(co_quan: &CoQuan, nguoi: &Nguoi, quyen_han: Option<QuyenHan>) -> Result<KhoiKy, KyError> {
        let dung_dau = co_quan.dung_dau.as_deref().ok_or(KyError::ThieuDungDau)?;
        let chuc_vu = nguoi.chuc_vu.to_uppercase();
        // "TRƯỞNG PHÒNG" and his unit; his deputy's own line has no unit, since the line above it does.
        let cua_don_vi = |post: &str| match &nguoi.don_vi {
            Some(don_vi) => format!("{post} {}", don_vi.to_uppercase()),
            None => post.to_owned(),
        };
        let thay_mat = |mut lines: Vec<String>| {
            if let Some(ten) = &co_quan.tap_the {
                lines.insert(0, format!("TM. {}", ten.to_uppercase()));
            }
            lines
        };
        use QuyenHan::{Kt, Q, Tl, Tm, Tuq};
        let lines = match (quyen_han.or(nguoi.quyen_han()), Vai::cua(nguoi, dung_dau)) {
            (Some(Tm), _) if co_quan.tap_the.is_none() => return Err(KyError::KhongTapThe),
            (Some(Q), _) => thay_mat(vec![format!("Q. {dung_dau}")]),
            (None | Some(Tm), Vai::DungDau) => thay_mat(vec![dung_dau.to_owned()]),
            (None | Some(Tm | Kt), Vai::CapPho) => thay_mat(vec![format!("KT. {dung_dau}"), chuc_vu]),
            (None | Some(Tm), Vai::DonVi | Vai::CapPhoDonVi) => return Err(KyError::KhongCoQuyen),
            (Some(Kt), Vai::DonVi | Vai::CapPhoDonVi) => return Err(KyError::KhongPhaiCapPho),
            (Some(Kt | Tl | Tuq), Vai::DungDau) => return Err(KyError::DungDauTuKy),
            (Some(Tl | Tuq), Vai::CapPho) => return Err(KyError::CapPhoKyKt),
            (Some(Tuq), Vai::CapPhoDonVi) => return Err(KyError::KhongUyQuyenLai),
            (Some(Tuq), Vai::DonVi) => vec![format!("TUQ. {dung_dau}"), cua_don_vi(&chuc_vu)],
            (Some(Tl), _) => match &nguoi.cap_truong {
                Some(truong) => vec![format!("TL. {dung_dau}"), format!("KT. {}", cua_don_vi(truong)), chuc_vu],
                None => vec![format!("TL. {dung_dau}"), cua_don_vi(&chuc_vu)],
            },
        };
        let chuc_vu_khac = nguoi.chuc_vu_khac.as_ref().map(|c| c.to_uppercase());
        Ok(KhoiKy { quyen_han: lines, chuc_vu_khac, ho_ten: nguoi.ho_ten.clone() })
    }
}
