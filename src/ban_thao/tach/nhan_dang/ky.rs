//! Lines of the signer's block (II.7): authority, post, name, and what stands in their place.

use super::super::gap::dau_mot;
use crate::model::ban_thao::chu::hoa_dau;

/// II.7b: words of authority before a post.
pub fn quyen(gap: &str) -> bool {
    const QUYEN: [&str; 4] = ["tm", "kt", "tl", "tuq"];
    // "T/M", "T.L" and "KT" without its full stop.
    let first = gap.split(' ').next().unwrap_or_default();
    let letters = || first.bytes().filter(u8::is_ascii_alphabetic);
    let authority = first.len() <= 8 && QUYEN.iter().any(|word| letters().eq(word.bytes()));
    authority && gap.len() > first.len()
        || QUYEN.iter().any(|word| {
            gap.strip_prefix(word)
                .is_some_and(|rest| rest.starts_with(['.', ' ', ',', ':', '/', '-']) && rest.len() > 2)
        })
        || gap.strip_prefix('q').is_some_and(|rest| rest.starts_with('.'))
        || dau_mot(gap, &["thay mat", "thua lenh", "thua uy quyen", "ky thay"])
}

/// II.7c: a post, "PHÓ GIÁM ĐỐC"; also who signs minutes and contracts.
pub fn chuc_vu(gap: &str) -> bool {
    #[rustfmt::skip]
    const CHUC: &[&str] = &[
        "giam doc", "tong giam doc", "chu tich", "bo truong", "thu truong", "thu tuong", "hieu truong", "hieu pho",
        "vien truong", "cuc truong", "chi cuc truong", "tong cuc truong", "vu truong", "truong ban", "truong phong",
        "truong tram", "truong khoa", "truong doan", "truong bo mon", "to truong", "doi truong", "chanh van phong",
        "chanh thanh tra", "chanh an", "chu nhiem", "bi thu", "tong bien tap", "chi huy truong", "chinh uy",
        "tu lenh", "ke toan truong", "nguoi lap", "thu ky", "chu tri", "chu toa", "dai dien", "ben a", "ben b",
        "tong thanh tra", "thong doc", "kiem toan truong", "tong kiem toan", "hat truong", "cum truong", "nguoi ghi",
        "nguoi bao cao", "nguoi de nghi", "nguoi viet", "nguoi ky", "thu truong don vi", "thu truong co quan",
        "lanh dao", "uy vien", "thuong truc", "xac nhan", "chu dau tu", "quan doc", "giam thi", "dieu duong truong",
        "nguoi uy quyen", "nguoi duoc uy quyen", "phu trach", "truong cong an", "truong don", "tram truong", "cuc pho",
        "giao vien chu nhiem", "xa doi truong", "chi huy pho",
        "truong thue",
    ];
    let bare = gap.strip_prefix("pho ").unwrap_or(gap);
    let bare = bare.strip_prefix("quyen ").unwrap_or(bare);
    let bare = bare.strip_prefix("tong ").filter(|rest| rest.starts_with("giam doc")).unwrap_or(bare);
    dau_mot(bare, CHUC)
}

/// "(Đã ký)", "(Ký, ghi rõ họ tên)", "Chữ ký": what stands in the place of a signature.
pub fn da_ky(gap: &str) -> bool {
    let bare = gap.trim_matches(|c: char| !c.is_ascii_alphanumeric());
    gap.len() <= 60
        && dau_mot(bare, &["da ky", "ky ten", "ky", "chu ky", "da ky ten", "dong dau", "ho va ten", "ghi ro ho ten"])
}

/// Whether a line can be somebody's name (II.7d): two to six words, each with a capital; titles may stand before it.
/// `hoa`: a name in capitals is taken too.
pub fn ho_ten(text: &str, hoa: bool) -> bool {
    if text.len() > 70 {
        return false;
    }
    // "Thiếu tá Hà Quang Huy": the rank of an officer.
    let rank = ["tá", "úy", "tướng"].iter().find_map(|grade| {
        let (head, rest) = text.trim_start().split_once(' ')?;
        let after = rest.strip_prefix(grade)?.strip_prefix(' ')?;
        matches!(head, "Thiếu" | "Trung" | "Thượng" | "Đại").then_some(after)
    });
    let text = rank.unwrap_or(text);
    let mut names = 0;
    let (mut small, mut titles) = (false, true);
    for word in text.split_whitespace() {
        let letters = word.chars().filter(|c| c.is_alphabetic()).count();
        // "TS.", "BSCKII." and the like.
        if titles
            && (word.contains('.') && word.len() <= 12
                || word.len() <= 3 && word.is_ascii() && letters == 2 && hoa_dau(word))
        {
            continue;
        }
        titles = false;
        // "Lê văn Tám" is a name that was typed badly.
        let middle = names > 0 && matches!(word, "văn" | "thị");
        if !(hoa_dau(word) || middle) || letters != word.chars().count() || letters > 7 {
            return false;
        }
        small |= word.chars().any(char::is_lowercase);
        names += 1;
    }
    (2..=6).contains(&names) && (small || hoa)
}

/// Whether a line in capitals or with many of them names an agency rather than a person: "Sở Y Tế".
pub fn co_quan_hoa(text: &str, gap: &str) -> bool {
    dau_mot(
        gap,
        &[
            "so",
            "bo",
            "uy ban",
            "ubnd",
            "truong",
            "benh vien",
            "phong",
            "trung tam",
            "cong ty",
            "tinh",
            "huyen",
            "xa",
            "phuong",
            "thanh pho",
            "ban",
        ],
    ) && text.split_whitespace().count() != 3
        || dau_mot(gap, &["so y te", "so noi vu", "so tai chinh", "uy ban nhan"])
}

/// III.3: mark of the drafter and number of copies, "PL.(300)", "P.Hà (20)".
pub fn nguoi_soan(text: &str) -> bool {
    let words = text.split_whitespace().count();
    let copies = text.ends_with(|c: char| matches!(c, ')' | '.' | 'b' | 'p' | '0'..='9'))
        && text.bytes().any(|b| b.is_ascii_digit());
    let mark = text.contains('.') && words == 1;
    text.len() <= 24
        && words <= 3
        && text.starts_with(char::is_uppercase)
        && !text.starts_with("V/v")
        && (copies || mark)
}
