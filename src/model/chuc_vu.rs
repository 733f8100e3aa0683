//! Posts of signers as `data/chuc_vu.yaml` lists them (Phụ lục I, phần I, mục II, khoản 7 điểm b, c; Điều 13).

use indexmap::IndexMap;
use serde::Deserialize;

/// Words that decide what may stand in a signer's block.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DanhMucChucVu {
    /// Deputies whose post is not "Phó" and the head's post, with the head's post.
    pub cap_pho: IndexMap<String, String>,
    /// Posts that do not exist, with the one that is meant.
    pub khong_co: IndexMap<String, String>,
    /// Posts that stand at the head of an agency and not of a unit in it.
    pub dung_dau: Vec<String>,
    /// Words that no post holds.
    pub khong_ghi: Vec<String>,
    /// Words that no deputy's post ends with.
    pub khong_ghi_o_cuoi: Vec<String>,
    /// Words for "Q." that are no part of a post.
    pub giao_quyen: Vec<String>,
    /// Leaders of a ministry, whose other post names the ministry too.
    pub lanh_dao_bo: Vec<String>,
    /// First words of agencies whose head signs in his own right.
    pub thu_truong: Vec<String>,
    /// First words of agencies that are a collective.
    pub tap_the: Vec<String>,
    /// First words of advisory bodies.
    pub tu_van: Vec<String>,
    /// Abbreviations that a collective's name is not printed with, and the full words.
    pub viet_du: IndexMap<String, String>,
    /// Academic titles, ranks and honours.
    pub hoc_vi: Vec<String>,
}

impl DanhMucChucVu {
    /// The head's post, in capitals, that a deputy's post stands under: "Phó Giám đốc" → "GIÁM ĐỐC". `None`: no deputy.
    pub fn cap_truong(&self, chuc_vu: &str) -> Option<String> {
        let mut chuc_vu = chuc_vu.to_uppercase();
        if let Some((_, truong)) = self.cap_pho.iter().find(|(pho, _)| pho.to_uppercase() == chuc_vu) {
            return Some(truong.to_uppercase());
        }
        if let Some(word) = self.khong_ghi_o_cuoi.iter().find(|word| ends_with(&chuc_vu, word)) {
            chuc_vu.truncate(chuc_vu.len() - word.to_uppercase().len());
        }
        chuc_vu.strip_prefix("PHÓ ").map(|truong| truong.trim().to_owned())
    }

    /// The head's post of an agency, in capitals, told from the posts of those who sign for it: the only one of the list
    /// that one of them holds or is deputy of.
    pub fn dung_dau<'a>(&self, chuc_vu: impl Iterator<Item = &'a str>) -> Option<String> {
        let held: Vec<String> = chuc_vu.map(|c| self.cap_truong(c).unwrap_or_else(|| c.to_uppercase())).collect();
        let mut heads = self.dung_dau.iter().map(|d| d.to_uppercase()).filter(|d| held.contains(d));
        heads.next().filter(|_| heads.next().is_none())
    }
}

/// Whether a text begins with these whole words, in whatever case.
pub fn starts_with(text: &str, words: &str) -> bool {
    let (text, words) = (text.to_uppercase(), words.to_uppercase());
    text.strip_prefix(&words).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
}

/// Whether a text ends with these whole words, in whatever case, and has others before them.
pub fn ends_with(text: &str, words: &str) -> bool {
    let (text, words) = (text.to_uppercase(), words.to_uppercase());
    text.strip_suffix(&words).is_some_and(|rest| !rest.is_empty() && !rest.ends_with(char::is_alphanumeric))
}

/// Whether these whole words stand anywhere in a text, in whatever case.
pub fn holds(text: &str, words: &str) -> bool {
    let (text, words) = (text.to_uppercase(), words.to_uppercase());
    text.match_indices(&words).any(|(at, _)| {
        !text[..at].ends_with(char::is_alphanumeric) && !text[at + words.len()..].starts_with(char::is_alphanumeric)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_words_in_any_case() {
        assert!(starts_with("TS.BS Nguyễn Văn An", "ts") && !starts_with("Tso Văn An", "TS"));
        assert!(ends_with("Phó Giám đốc (thường trực", "Thường trực") && !ends_with("thường trực", "thường trực"));
        assert!(
            holds("Phó Giám đốc phụ trách chuyên môn", "PHỤ TRÁCH") && !holds("Trưởng phòng phụ tráchx", "phụ trách")
        );
    }
}
