//! Names looked for in running text. Texts and names are NFC.

/// Where words begin.
pub(super) fn dau_tu(text: &str) -> impl Iterator<Item = usize> {
    let mut trong_tu = false;
    text.char_indices().filter_map(move |(at, c)| {
        let truoc = std::mem::replace(&mut trong_tu, c.is_alphanumeric());
        (trong_tu && !truoc).then_some(at)
    })
}

/// The end of `ten` if `text` has it as whole words from byte `dau` on, whatever the case of its letters.
pub(super) fn khop(text: &str, dau: usize, ten: &str) -> Option<usize> {
    let phan = text.get(dau..)?;
    let mut chu = phan.chars();
    for cua_ten in ten.chars() {
        let co = chu.next()?;
        if co != cua_ten && !cung_chu(co, cua_ten) {
            return None;
        }
    }
    let con = chu.as_str();
    con.chars().next().is_none_or(|c| !c.is_alphanumeric()).then_some(text.len() - con.len())
}

/// Whether two letters differ in case only.
fn cung_chu(a: char, b: char) -> bool {
    match a.is_ascii() && b.is_ascii() {
        true => a.eq_ignore_ascii_case(&b),
        false => a.to_lowercase().eq(b.to_lowercase()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_words_in_any_case() {
        let text = "UBND TỈNH ĐẮK LẮK, Đắk Lắkk, đắk lắk";
        let found: Vec<_> =
            dau_tu(text).filter_map(|at| khop(text, at, "Đắk Lắk").map(|cuoi| &text[at..cuoi])).collect();
        assert_eq!(found, ["ĐẮK LẮK", "đắk lắk"]);
        assert_eq!(khop("ắ", 0, "ắk"), None);
        assert_eq!(khop("ắ", 1, "ắk"), None);
    }
}
