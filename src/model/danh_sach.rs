//! A list of recipients: the table that a campaign writes one document a row from, or one document to all of.

use crate::diag::{Diagnostic, Located, Place, fold};

/// A list of recipients: named columns, rows of texts.
#[derive(Debug, Clone)]
pub struct DanhSach {
    /// The columns that have a name, in the order of the table.
    pub cot: Vec<Cot>,
    /// The rows that can be used, in the order of the table; rows with nothing in them are left out.
    pub dong: Vec<Dong>,
    /// Findings of rows that cannot be used, which are not in `dong`; they stop nothing else.
    pub hong: Vec<Diagnostic>,
    /// The list: the line of its header in its file, or where it is written inline.
    pub place: Place,
}

/// A column.
#[derive(Debug, Clone)]
pub struct Cot {
    /// Its name in templates, made by [`ma_cot`]: `ten_don_vi`. Never empty, no other column of the list has it.
    pub ma: String,
    /// Its name as typed: "Tên đơn vị".
    pub ten: String,
    /// The cell of its name.
    pub place: Place,
}

/// A row.
#[derive(Debug, Clone)]
pub struct Dong {
    /// Its number as Excel shows it, from 1; the header is mostly 1.
    pub so: usize,
    /// One text a column: one line, NFC, trimmed, "" for an empty cell.
    pub o: Vec<Located<String>>,
    /// The whole row.
    pub place: Place,
}

impl DanhSach {
    /// The index of the column `ma` in [`DanhSach::cot`] and [`Dong::o`].
    pub fn cot(&self, ma: &str) -> Option<usize> {
        self.cot.iter().position(|cot| cot.ma == ma)
    }

    /// The cell of the column `ma` in a row of this list.
    pub fn o<'a>(&self, dong: &'a Dong, ma: &str) -> Option<&'a Located<String>> {
        dong.o.get(self.cot(ma)?)
    }
}

/// A column's name in templates: small ASCII letters, digits and `_`, begun by a letter ("Số, ký hiệu" is `so_ky_hieu`,
/// "2017" is `cot_2017`); "" when the name has no letter or digit to make one of.
pub fn ma_cot(ten: &str) -> String {
    let mut ma = String::new();
    for word in fold(ten).split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty()) {
        let joint = match ma.is_empty() {
            true if word.starts_with(|c: char| c.is_ascii_digit()) => "cot_",
            true => "",
            false => "_",
        };
        ma.push_str(joint);
        ma.push_str(word);
    }
    ma
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_becomes_a_word_of_templates() {
        let names = [
            ("Tên đơn vị", "ten_don_vi"),
            ("Số, ký hiệu", "so_ky_hieu"),
            ("STT", "stt"),
            ("  ĐỊA CHỈ (*) ", "dia_chi"),
            ("Ngày/tháng - năm", "ngay_thang_nam"),
            ("Họ và\ntên", "ho_va_ten"),
            ("Email_1", "email_1"),
            ("2017", "cot_2017"),
            ("№ 1", "cot_1"),
            ("***", ""),
        ];
        for (ten, ma) in names {
            assert_eq!(ma_cot(ten), ma, "{ten}");
        }
    }
}
