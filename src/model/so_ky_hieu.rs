//! The number of a document (Phụ lục I, phần I, mục II, khoản 3).

/// A number as printed after "Số:".
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SoVanBan(String);

impl SoVanBan {
    /// "Số của văn bản được ghi bằng chữ số Ả Rập … với những số nhỏ hơn 10 phải ghi thêm số 0 phía trước": `4` and
    /// `04` both print `04`; what already has zeros keeps them. `None` when it is no number.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let digits = !text.is_empty() && text.len() <= 11 && text.bytes().all(|b| b.is_ascii_digit());
        digits.then(|| SoVanBan(format!("{text:0>2}")))
    }

    /// The digits as printed.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pads_below_ten_and_keeps_what_is_typed() {
        let printed = |s: &str| SoVanBan::parse(s).map(|n| n.as_str().to_owned());
        assert_eq!(printed("4").as_deref(), Some("04"));
        assert_eq!(printed("04").as_deref(), Some("04"));
        assert_eq!(printed("013").as_deref(), Some("013"));
        assert_eq!(printed("2652").as_deref(), Some("2652"));
        assert_eq!(printed("13a"), None);
        assert_eq!(printed(""), None);
    }
}
