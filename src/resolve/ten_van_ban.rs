//! How a document of the campaign is named in another one (Phụ lục I, phần I, mục II, khoản 6 điểm a, b).

use crate::model::van_ban::capitalise;
use crate::model::{Can, DauVanBan};

/// What stands where văn thư has not filled in a number or a day yet.
const TRONG: &str = "……";

/// "Kế hoạch số 13/KH-SYT".
pub fn ten_va_so(dau: &DauVanBan) -> String {
    let ten = capitalise(&dau.loai.ten);
    if dau.loai.can("so") == Can::Khong {
        return ten;
    }
    let so = dau.so.as_ref().map_or(TRONG, |so| so.value.as_str());
    format!("{ten} số {so}/{}", dau.ky_hieu)
}

/// "Kế hoạch số 13/KH-SYT ngày 14 tháng 02 năm 2017 của Sở Y tế về phát động thi đua năm 2017".
pub fn day_du(dau: &DauVanBan) -> String {
    let mut out = ten_va_so(dau);
    let ngay = &dau.ngay.value;
    if dau.loai.can("ngay") != Can::Khong {
        let [d, m] = [ngay.ngay_in(), ngay.thang_in()].map(|part| part.unwrap_or_else(|| TRONG.to_owned()));
        out.push_str(&format!(" ngày {d} tháng {m} năm {}", ngay.nam));
    }
    out.push_str(&format!(" của {}", dau.co_quan.goi()));
    let trich_yeu = dau.trich_yeu.join(" ");
    if !trich_yeu.is_empty() {
        out.push_str(&format!(" {}", ve(&trich_yeu, dau.loai.ve_viec())));
    }
    out
}

/// A subject as it goes on in a sentence: "về phát động thi đua", "về việc thành lập Hội đồng".
fn ve(trich_yeu: &str, ve_viec: bool) -> String {
    let words = lower_first(trich_yeu);
    match (words.starts_with("về "), ve_viec) {
        (true, _) => words,
        (false, true) => format!("về việc {words}"),
        (false, false) => format!("về {words}"),
    }
}

/// With a small first letter, unless the first word is an abbreviation or the first two are a name.
fn lower_first(text: &str) -> String {
    let mut words = text.split_whitespace();
    let upper = |word: Option<&str>| word.is_some_and(|w| w.starts_with(char::is_uppercase));
    let first = words.next().unwrap_or_default();
    let abbreviation = first.chars().skip(1).any(char::is_uppercase);
    // "Dự Hội nghị" begins with a verb, "Hà Nội" is a name.
    const VERBS: [&str; 14] =
        ["Dự", "Mời", "Gửi", "Cử", "Giao", "Thành", "Kiện", "Phê", "Ban", "Tặng", "Trả", "Đề", "Báo", "Xin"];
    if abbreviation || upper(words.next()) && !VERBS.contains(&first) {
        return text.to_owned();
    }
    let mut chars = text.chars();
    chars.next().map(|c| c.to_lowercase().chain(chars).collect()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_subject_goes_on_in_a_sentence() {
        assert_eq!(ve("Phát động thi đua năm 2027", false), "về phát động thi đua năm 2027");
        assert_eq!(ve("Về việc thành lập Hội đồng", true), "về việc thành lập Hội đồng");
        assert_eq!(ve("thành lập Hội đồng", true), "về việc thành lập Hội đồng");
        assert_eq!(ve("UBND tỉnh giao chỉ tiêu", false), "về UBND tỉnh giao chỉ tiêu");
        assert_eq!(ve("Dự Hội nghị tổng kết", false), "về dự Hội nghị tổng kết");
        assert_eq!(ve("Hà Nội làm theo lời Bác", false), "về Hà Nội làm theo lời Bác");
    }
}
