//! Kinds of documents as citations name them, and what stands for them in a symbol (Phụ lục III, mục I; Quy định số
//! 399-QĐ/TW for the Party's; Luật Ban hành văn bản quy phạm pháp luật for legal instruments).

use crate::model::Chu;

/// A kind that can be cited by a symbol.
#[derive(Debug, PartialEq, Eq)]
pub struct Loai {
    /// As it is written in a sentence.
    pub ten: &'static str,
    /// Its syllables in lower case.
    tu: &'static [&'static str],
    /// The groups of letters that a symbol of this kind may begin with; empty when there is no fixed one.
    pub viet_tat: &'static [&'static str],
}

const fn loai(ten: &'static str, tu: &'static [&'static str], viet_tat: &'static [&'static str]) -> Loai {
    Loai { ten, tu, viet_tat }
}

/// Longer names before the shorter ones they begin with.
pub static LOAI: &[Loai] = &[
    loai("Nghị định", &["nghị", "định"], &["NĐ"]),
    loai("Nghị quyết liên tịch", &["nghị", "quyết", "liên", "tịch"], &["NQLT", "NQ"]),
    loai("Nghị quyết", &["nghị", "quyết"], &["NQ"]),
    loai("Quyết định", &["quyết", "định"], &["QĐ"]),
    loai("Quy chế", &["quy", "chế"], &["QC", "QCPH"]),
    loai("Quy định", &["quy", "định"], &["QyĐ", "QĐ", "QĐi"]),
    loai("Quy trình", &["quy", "trình"], &[]),
    loai("Chỉ thị", &["chỉ", "thị"], &["CT"]),
    loai("Thông tư liên tịch", &["thông", "tư", "liên", "tịch"], &["TTLT"]),
    loai("Thông tư", &["thông", "tư"], &["TT"]),
    loai("Thông tri", &["thông", "tri"], &["TT"]),
    loai("Thông báo kết luận", &["thông", "báo", "kết", "luận"], &["TB", "TBKL"]),
    loai("Thông báo", &["thông", "báo"], &["TB", "TBKL"]),
    loai("Thông cáo", &["thông", "cáo"], &["TC"]),
    loai("Kế hoạch liên tịch", &["kế", "hoạch", "liên", "tịch"], &["KH", "KHLT"]),
    loai("Kế hoạch liên ngành", &["kế", "hoạch", "liên", "ngành"], &["KH", "KHLN"]),
    loai("Kế hoạch phối hợp", &["kế", "hoạch", "phối", "hợp"], &["KH", "KHPH"]),
    loai("Kế hoạch hành động", &["kế", "hoạch", "hành", "động"], &["KH", "KHHĐ"]),
    loai("Kế hoạch", &["kế", "hoạch"], &["KH"]),
    loai("Kết luận", &["kết", "luận"], &["KL", "TB"]),
    loai("Chương trình hành động", &["chương", "trình", "hành", "động"], &["CTr", "CTHĐ", "CTrHĐ"]),
    loai("Chương trình phối hợp", &["chương", "trình", "phối", "hợp"], &["CTr", "CTPH", "CTrPH"]),
    loai("Chương trình", &["chương", "trình"], &["CTr", "CTrHĐ", "CTHĐ", "CTPH", "CTrPH"]),
    loai("Hướng dẫn liên ngành", &["hướng", "dẫn", "liên", "ngành"], &["HD", "HDLN"]),
    loai("Hướng dẫn liên tịch", &["hướng", "dẫn", "liên", "tịch"], &["HD", "HDLT"]),
    loai("Hướng dẫn", &["hướng", "dẫn"], &["HD", "HDLN", "HDLT"]),
    loai("Công văn", &["công", "văn"], &["CV"]),
    loai("Công điện", &["công", "điện"], &["CĐ"]),
    loai("Công ước", &["công", "ước"], &[]),
    loai("Văn bản hợp nhất", &["văn", "bản", "hợp", "nhất"], &["VBHN"]),
    loai("Văn bản", &["văn", "bản"], &[]),
    loai("Tờ trình", &["tờ", "trình"], &["TTr"]),
    loai("Báo cáo", &["báo", "cáo"], &["BC"]),
    loai("Đề án", &["đề", "án"], &["ĐA"]),
    loai("Phương án", &["phương", "án"], &["PA"]),
    loai("Dự án", &["dự", "án"], &["DA"]),
    loai("Biên bản", &["biên", "bản"], &["BB"]),
    loai("Giấy mời", &["giấy", "mời"], &["GM"]),
    loai("Giấy ủy quyền", &["giấy", "ủy", "quyền"], &["GUQ"]),
    loai("Phiếu chuyển", &["phiếu", "chuyển"], &["PC"]),
    loai("Phiếu báo", &["phiếu", "báo"], &["PB"]),
    loai("Phiếu gửi", &["phiếu", "gửi"], &["PG"]),
    loai("Sắc lệnh", &["sắc", "lệnh"], &["SL"]),
    loai("Pháp lệnh", &["pháp", "lệnh"], &["PL"]),
    loai("Bộ luật", &["bộ", "luật"], &[]),
    loai("Luật", &["luật"], &[]),
    loai("Lệnh", &["lệnh"], &["L"]),
];

/// Kinds that people abbreviate before a symbol: "NĐ 30/2020/NĐ-CP".
const VIET_TAT: &[(&str, &str)] = &[
    ("NĐ", "Nghị định"),
    ("NQ", "Nghị quyết"),
    ("QĐ", "Quyết định"),
    ("CT", "Chỉ thị"),
    ("TT", "Thông tư"),
    ("TTLT", "Thông tư liên tịch"),
    ("KH", "Kế hoạch"),
    ("CV", "Công văn"),
    ("HD", "Hướng dẫn"),
    ("TB", "Thông báo"),
];

impl Loai {
    /// The kind whose name stands from a piece on, and its last piece.
    pub fn tai(chu: &Chu, n: usize) -> Option<(&'static Loai, usize)> {
        // Most words begin no kind: look at the first syllable only.
        let first = chu.nho(n);
        if !matches!(
            first,
            "nghị"
                | "quyết"
                | "quy"
                | "chỉ"
                | "thông"
                | "kế"
                | "kết"
                | "chương"
                | "hướng"
                | "công"
                | "văn"
                | "tờ"
                | "báo"
                | "đề"
                | "phương"
                | "dự"
                | "biên"
                | "giấy"
                | "phiếu"
                | "sắc"
                | "pháp"
                | "bộ"
                | "luật"
                | "lệnh"
        ) {
            return None;
        }
        let found = LOAI.iter().find(|loai| loai.tu.first() == Some(&first) && chu.khop(n, loai.tu))?;
        Some((found, n + found.tu.len() - 1))
    }

    /// The kind that a piece abbreviates.
    pub fn viet_tat_tai(chu: &Chu, n: usize) -> Option<&'static Loai> {
        let word = chu.viet(n);
        if !(2..=5).contains(&word.len()) {
            return None;
        }
        let (_, ten) = VIET_TAT.iter().find(|(short, _)| *short == word)?;
        Loai::theo_ten(ten)
    }

    /// The kind of a name.
    pub fn theo_ten(ten: &str) -> Option<&'static Loai> {
        LOAI.iter().find(|loai| loai.ten == ten)
    }

    /// Whether it is cited by its name alone (mục II.6a, 6b).
    pub fn la_luat(&self) -> bool {
        matches!(self.ten, "Luật" | "Bộ luật" | "Pháp lệnh")
    }

    /// Whether its name says nothing about the kind.
    pub fn chung_chung(&self) -> bool {
        self.ten == "Văn bản"
    }

    /// The kind that a symbol's first group of letters stands for, where it can stand for one only.
    pub fn cua_nhom(nhom: &str, dang: bool) -> Option<&'static Loai> {
        let ten = match nhom {
            "NĐ" => "Nghị định",
            "NQ" => "Nghị quyết",
            "NQLT" => "Nghị quyết liên tịch",
            "QĐ" if !dang => "Quyết định",
            "CT" if !dang => "Chỉ thị",
            "TTLT" => "Thông tư liên tịch",
            "TT" if !dang => "Thông tư",
            "TB" => "Thông báo",
            "KH" => "Kế hoạch",
            "KL" => "Kết luận",
            "CTr" => "Chương trình",
            "CTHĐ" => "Chương trình hành động",
            "HD" => "Hướng dẫn",
            "CV" => "Công văn",
            "CĐ" => "Công điện",
            "VBHN" => "Văn bản hợp nhất",
            "TTr" => "Tờ trình",
            "BC" => "Báo cáo",
            "ĐA" => "Đề án",
            "PA" => "Phương án",
            "BB" => "Biên bản",
            "GM" => "Giấy mời",
            "QyĐ" => "Quy định",
            "QC" => "Quy chế",
            _ => return None,
        };
        Loai::theo_ten(ten)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_kind_is_found() {
        let at = |text: &str| Loai::tai(&Chu::new(text), 0).map(|(loai, last)| (loai.ten, last));
        assert_eq!(at("THÔNG TƯ LIÊN TỊCH số 1"), Some(("Thông tư liên tịch", 3)));
        assert_eq!(at("Thông tư số 1"), Some(("Thông tư", 1)));
        assert_eq!(at("Kế toán"), None);
        assert_eq!(Loai::viet_tat_tai(&Chu::new("NĐ 30"), 0).map(|l| l.ten), Some("Nghị định"));
    }

    #[test]
    fn every_abbreviation_of_a_symbol_is_its_kinds_own() {
        for nhom in ["NĐ", "NQ", "QĐ", "CT", "TT", "TB", "KH", "KL", "CTr", "HD", "CĐ", "TTr", "BC", "ĐA", "PA", "QC"]
        {
            let loai = Loai::cua_nhom(nhom, false).unwrap_or_else(|| panic!("{nhom}"));
            assert!(loai.viet_tat.contains(&nhom), "{nhom}: {}", loai.ten);
        }
    }
}
