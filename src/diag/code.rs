//! The stable names of findings that are not rules of `check` (those carry their own [`Code`] beside them).

use super::Severity;

/// Name and standing of a kind of finding.
#[derive(Debug, PartialEq, Eq)]
pub struct Code {
    /// kebab-case, Vietnamese without marks; never changes once released.
    pub name: &'static str,
    /// What it weighs unless a project says otherwise.
    pub severity: Severity,
    /// The clause behind it, when one clause governs every case.
    pub clause: Option<&'static str>,
    /// Whether the document cannot be made while it is there. What a văn thư would send back can be printed.
    pub chan: bool,
}

impl Code {
    /// A code that is an error: the document is not made.
    pub const fn loi(name: &'static str) -> Code {
        Code { name, severity: Severity::Loi, clause: None, chan: true }
    }

    /// An error of thể thức or wording: the document can be made, and would be sent back.
    pub const fn tra_lai(name: &'static str) -> Code {
        Code { name, severity: Severity::Loi, clause: None, chan: false }
    }

    /// A code that is a warning.
    pub const fn canh_bao(name: &'static str) -> Code {
        Code { name, severity: Severity::CanhBao, clause: None, chan: false }
    }

    /// A code that only suggests: not shown unless it is asked for.
    pub const fn goi_y(name: &'static str) -> Code {
        Code { name, severity: Severity::GoiY, clause: None, chan: false }
    }

    /// The same with the clause that governs it.
    pub const fn theo(self, clause: &'static str) -> Code {
        Code { clause: Some(clause), ..self }
    }
}

macro_rules! codes {
    ($($(#[$doc:meta])* $id:ident = $code:expr;)*) => {
        $($(#[$doc])* pub static $id: Code = $code;)*
        /// Every code above, for the registry's own test.
        pub static ALL: &[&Code] = &[$(&$id),*];
    };
}

codes! {
    /// A file that cannot be read, is missing, or is no file.
    TEP = Code::loi("khong-doc-duoc-tep");
    /// Bytes that are not clean UTF-8 text.
    MA_KY_TU = Code::loi("ma-ky-tu");
    /// Control, invisible or private-use characters.
    KY_TU_LA = Code::loi("ky-tu-la");
    /// More than the program is willing to read.
    QUA_LON = Code::loi("qua-lon");
    /// YAML that does not parse.
    CU_PHAP_YAML = Code::loi("cu-phap-yaml");
    /// YAML that parses into something the author did not mean.
    BAY_YAML = Code::loi("bay-yaml");
    /// A key the format does not know.
    KHOA_LA = Code::loi("khoa-la");
    /// The same key twice.
    KHOA_LAP = Code::loi("khoa-lap");
    /// A required key that is missing or empty.
    THIEU = Code::loi("thieu-gia-tri");
    /// A value of the wrong shape.
    SAI_KIEU = Code::loi("sai-kieu");
    /// A value outside what is allowed.
    SAI_GIA_TRI = Code::loi("sai-gia-tri");
    /// A date that cannot be read or does not exist.
    SAI_NGAY = Code::loi("sai-ngay");
    /// A document id that cannot be a file name.
    SAI_MA = Code::loi("sai-ma-van-ban");
    /// An agency, person, type or document that is not there.
    KHONG_CO = Code::loi("khong-tim-thay");
    /// `{{ }}` that does not parse or cannot be computed.
    BIEN = Code::loi("sai-bien");
    /// A cell of a list that is printed and empty.
    O_TRONG = Code::loi("o-trong");
    /// A list that is printed without its wrong rows.
    THIEU_DONG = Code::canh_bao("danh-sach-thieu-dong");
    /// Marks in a body that do not close.
    DAU_VAN_BAN = Code::loi("sai-dau-dinh-dang");
    /// A signer's authority that contradicts his post.
    QUYEN_HAN = Code::loi("sai-quyen-han").theo("NĐ 30/2020/NĐ-CP, Phụ lục I, phần I, mục II, khoản 7 điểm b");
    /// A post that may not stand on a document.
    CHUC_VU = Code::loi("sai-chuc-vu").theo("NĐ 30/2020/NĐ-CP, Phụ lục I, phần I, mục II, khoản 7 điểm c");
    /// An academic title, rank or honour before a name.
    HOC_VI = Code::loi("hoc-ham-hoc-vi").theo("NĐ 30/2020/NĐ-CP, Phụ lục I, phần I, mục II, khoản 7 điểm c");
    /// A signer who does not hold his post on the day of the document.
    KHONG_GIU_CHUC_VU = Code::loi("khong-giu-chuc-vu").theo("NĐ 30/2020/NĐ-CP, Điều 13");
    /// An instrument cited that is no longer in force.
    HET_HIEU_LUC = Code::loi("vien-dan-het-hieu-luc");
    /// An instrument cited that is not in force yet, or may be no more by the day the document gets.
    HIEU_LUC_CHUA_RO = Code::canh_bao("vien-dan-chua-ro-hieu-luc");
    /// A document that cites itself, a later one, one of many, or one basis twice.
    VIEN_DAN = Code::loi("sai-vien-dan");
    /// A working day of a year whose days off are not in the data.
    CHUA_CO_NGAY_NGHI = Code::canh_bao("chua-co-lich-nghi");
    /// A template that fails.
    MAU = Code::loi("loi-mau");
    /// A PDF that cannot be copied: no PDF at all, damaged, locked, empty.
    PDF = Code::loi("khong-sao-duoc-pdf");
    /// A digital signature that a copy cannot carry over.
    CHU_KY_SO = Code::canh_bao("mat-chu-ky-so");
    /// A file that is no draft that can be read.
    KHONG_PHAI_BAN_THAO = Code::loi("khong-phai-ban-thao");
    /// A comment that silences a rule without a reason, or no rule there is.
    BO_QUA = Code::canh_bao("bo-qua-thieu-ly-do");
    /// A comment that silences nothing.
    BO_QUA_THUA = Code::goi_y("bo-qua-thua");
    /// A result that cannot be written.
    GHI = Code::loi("khong-ghi-duoc");
}

#[cfg(test)]
mod tests {
    #[test]
    fn names_are_unique_and_kebab_case() {
        let mut names: Vec<_> = super::ALL.iter().map(|c| c.name).collect();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), super::ALL.len());
        assert!(names.iter().all(|n| n.chars().all(|c| c.is_ascii_lowercase() || c == '-')));
    }
}
