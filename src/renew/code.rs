//! What is on the worklist, by kind.

use crate::diag::Code;

/// A year or a span of years typed in words.
pub static NAM_CU: Code = Code::canh_bao("nam-cu");
/// A date with last year's year, or a neighbour's.
pub static NGAY_CU: Code = Code::canh_bao("ngay-cu");
/// An ordinal that counts congresses, terms, sessions.
pub static LAN_THU: Code = Code::goi_y("lan-thu");
/// A count of years commemorated.
pub static SO_NAM: Code = Code::canh_bao("so-nam-ky-niem");
/// A cited document.
pub static VIEN_DAN: Code = Code::goi_y("van-ban-vien-dan");
/// A person who is not in the agency any more.
pub static NGUOI: Code = Code::canh_bao("nguoi-khong-con");
/// A name that a merger ended.
pub static SAP_NHAP: Code = Code::canh_bao("co-quan-sap-nhap");
/// Something that could not be looked at.
pub static CHUA_XEM: Code = Code::goi_y("chua-xem-duoc");
/// A file that lies beside the old campaign and not beside the new one.
pub static TEP_O_CHO_CU: Code = Code::canh_bao("tep-o-cho-cu");

/// All of them.
pub static ALL: &[&Code] =
    &[&NAM_CU, &NGAY_CU, &LAN_THU, &SO_NAM, &VIEN_DAN, &NGUOI, &SAP_NHAP, &CHUA_XEM, &TEP_O_CHO_CU];

#[cfg(test)]
mod tests {
    #[test]
    fn names_are_kebab_case_and_nobody_elses() {
        let others = crate::diag::code::ALL.iter().chain(crate::check::RULES.iter().map(|rule| &rule.code));
        let mut names: Vec<_> = others.chain(super::ALL).map(|code| code.name).collect();
        let count = names.len();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), count);
        assert!(super::ALL.iter().all(|c| c.name.chars().all(|c| c.is_ascii_lowercase() || c == '-')));
    }
}
