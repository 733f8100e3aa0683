//! The signer's block: authority, post, name (Phụ lục I, phần I, mục II, khoản 7; Điều 13).

use super::{CheDo, CoQuan, Nguoi};

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
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KhoiKy {
    /// Lines in capitals, for example "KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC".
    pub quyen_han: Vec<String>,
    /// Name as printed under the signature.
    pub ho_ten: String,
}

/// Why no block can be made.
#[derive(Debug, PartialEq, Eq)]
pub enum KyError {
    /// KT. by someone whose post is not a deputy's.
    KhongPhaiCapPho,
    /// TM. in an agency whose head signs in his own right, or no `tap_the` given.
    KhongTapThe,
    /// Q., TL., TUQ. need the head's post (`dung_dau`).
    ThieuDungDau,
    /// TUQ. by a deputy: who is delegated to may not delegate again.
    KhongUyQuyenLai,
    /// TL. by the agency's own deputy, who signs KT.
    CapPhoKyKt,
}

/// Deputies whose post is not "Phó" + the head's post.
const CAP_PHO_RIENG: [(&str, &str); 1] = [("THỨ TRƯỞNG", "BỘ TRƯỞNG")];

/// The head's post that a deputy's post stands under: "PHÓ GIÁM ĐỐC" → "GIÁM ĐỐC".
fn cap_truong(chuc_vu: &str) -> Option<String> {
    if let Some((_, truong)) = CAP_PHO_RIENG.iter().find(|(pho, _)| *pho == chuc_vu) {
        return Some((*truong).to_owned());
    }
    chuc_vu.strip_prefix("PHÓ ").map(str::to_owned)
}

impl KhoiKy {
    /// Composes the lines. Without `quyen_han` the post decides: a head signs as himself, a deputy "KT.", and in a
    /// collective "TM." stands above both.
    pub fn soan(co_quan: &CoQuan, nguoi: &Nguoi, quyen_han: Option<QuyenHan>) -> Result<KhoiKy, KyError> {
        let chuc_vu = nguoi.chuc_vu.to_uppercase();
        let dung_dau = || co_quan.dung_dau.as_ref().map(|d| d.to_uppercase()).ok_or(KyError::ThieuDungDau);
        let ca_nhan = |kt: bool| match (cap_truong(&chuc_vu), kt) {
            (Some(truong), _) => Ok(vec![format!("KT. {truong}"), chuc_vu.clone()]),
            (None, true) => Err(KyError::KhongPhaiCapPho),
            (None, false) => Ok(vec![chuc_vu.clone()]),
        };
        let thay_mat = |rest: Vec<String>| {
            let ten = co_quan.tap_the.as_ref().ok_or(KyError::KhongTapThe)?;
            let mut lines = vec![format!("TM. {}", ten.to_uppercase())];
            lines.extend(rest);
            Ok(lines)
        };
        let lines = match quyen_han {
            None if co_quan.che_do == CheDo::TapThe => thay_mat(ca_nhan(false)?)?,
            None => ca_nhan(false)?,
            Some(QuyenHan::Kt) => match co_quan.che_do {
                CheDo::TapThe => thay_mat(ca_nhan(true)?)?,
                CheDo::ThuTruong => ca_nhan(true)?,
            },
            Some(QuyenHan::Tm) if co_quan.che_do == CheDo::TapThe => thay_mat(ca_nhan(false)?)?,
            Some(QuyenHan::Tm) => return Err(KyError::KhongTapThe),
            Some(QuyenHan::Q) => {
                let lines = vec![format!("Q. {}", dung_dau()?)];
                if co_quan.che_do == CheDo::TapThe { thay_mat(lines)? } else { lines }
            }
            Some(QuyenHan::Tuq) if cap_truong(&chuc_vu).is_some() => return Err(KyError::KhongUyQuyenLai),
            Some(QuyenHan::Tuq) => vec![format!("TUQ. {}", dung_dau()?), chuc_vu],
            Some(QuyenHan::Tl) if cap_truong(&chuc_vu).is_some_and(|truong| Ok(truong) == dung_dau()) => {
                return Err(KyError::CapPhoKyKt);
            }
            Some(QuyenHan::Tl) => {
                let mut lines = vec![format!("TL. {}", dung_dau()?)];
                lines.extend(ca_nhan(false)?);
                lines
            }
        };
        Ok(KhoiKy { quyen_han: lines, ho_ten: nguoi.ho_ten.clone() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(che_do: CheDo, chuc_vu: &str, quyen_han: Option<QuyenHan>) -> Result<Vec<String>, KyError> {
        let co_quan = CoQuan {
            che_do,
            tap_the: Some("Ủy ban nhân dân".into()),
            dung_dau: Some("Giám đốc".into()),
            ..CoQuan::default()
        };
        let nguoi = Nguoi { ho_ten: "Trần Quang Hải".into(), chuc_vu: chuc_vu.into() };
        KhoiKy::soan(&co_quan, &nguoi, quyen_han).map(|k| k.quyen_han)
    }

    #[test]
    fn the_post_decides() {
        use CheDo::{TapThe, ThuTruong};
        assert_eq!(lines(ThuTruong, "Giám đốc", None), Ok(vec!["GIÁM ĐỐC".into()]));
        assert_eq!(lines(ThuTruong, "Phó Giám đốc", None), Ok(vec!["KT. GIÁM ĐỐC".into(), "PHÓ GIÁM ĐỐC".into()]));
        assert_eq!(lines(ThuTruong, "Thứ trưởng", None), Ok(vec!["KT. BỘ TRƯỞNG".into(), "THỨ TRƯỞNG".into()]));
        assert_eq!(
            lines(TapThe, "Phó Chủ tịch", None),
            Ok(vec!["TM. ỦY BAN NHÂN DÂN".into(), "KT. CHỦ TỊCH".into(), "PHÓ CHỦ TỊCH".into()])
        );
        assert_eq!(
            lines(ThuTruong, "Chánh Văn phòng", Some(QuyenHan::Tl)),
            Ok(vec!["TL. GIÁM ĐỐC".into(), "CHÁNH VĂN PHÒNG".into()])
        );
        assert_eq!(lines(ThuTruong, "Phó Giám đốc", Some(QuyenHan::Tl)), Err(KyError::CapPhoKyKt));
        assert_eq!(
            lines(ThuTruong, "Phó Trưởng phòng", Some(QuyenHan::Tl)),
            Ok(vec!["TL. GIÁM ĐỐC".into(), "KT. TRƯỞNG PHÒNG".into(), "PHÓ TRƯỞNG PHÒNG".into()])
        );
        assert_eq!(lines(ThuTruong, "Giám đốc", Some(QuyenHan::Kt)), Err(KyError::KhongPhaiCapPho));
        assert_eq!(lines(ThuTruong, "Giám đốc", Some(QuyenHan::Tm)), Err(KyError::KhongTapThe));
    }
}
