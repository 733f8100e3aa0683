//! Posts and degrees before a name (mục V, khoản 3), and names of people (mục II, khoản 1).

use super::{CHUC_VU, TEN_NGUOI, viet_hoa};
use crate::check::soi::Soi;
use crate::model::ban_thao::{Chu, Doan};

/// Posts, degrees, ranks; longer ones first where one begins another.
const DANH: &[&[&str]] = &[
    &["giáo", "sư"],
    &["phó", "giáo", "sư"],
    &["tiến", "sĩ"],
    &["tiến", "sỹ"],
    &["thạc", "sĩ"],
    &["thạc", "sỹ"],
    &["bác", "sĩ"],
    &["bác", "sỹ"],
    &["dược", "sĩ"],
    &["dược", "sỹ"],
    &["kỹ", "sư"],
    &["cử", "nhân"],
    &["viện", "sĩ"],
    &["đại", "tướng"],
    &["thượng", "tướng"],
    &["trung", "tướng"],
    &["thiếu", "tướng"],
    &["đại", "tá"],
    &["thượng", "tá"],
    &["trung", "tá"],
    &["thiếu", "tá"],
    &["đại", "úy"],
    &["thượng", "úy"],
    &["trung", "úy"],
    &["thiếu", "úy"],
    &["chủ", "tịch"],
    &["phó", "chủ", "tịch"],
    &["giám", "đốc"],
    &["phó", "giám", "đốc"],
    &["tổng", "giám", "đốc"],
    &["tổng", "bí", "thư"],
    &["bí", "thư"],
    &["phó", "bí", "thư"],
    &["thủ", "tướng"],
    &["phó", "thủ", "tướng"],
    &["bộ", "trưởng"],
    &["thứ", "trưởng"],
    &["hiệu", "trưởng"],
    &["phó", "hiệu", "trưởng"],
    &["cục", "trưởng"],
    &["chi", "cục", "trưởng"],
    &["vụ", "trưởng"],
    &["viện", "trưởng"],
    &["chánh", "văn", "phòng"],
    &["chánh", "thanh", "tra"],
    &["trưởng", "phòng"],
    &["phó", "trưởng", "phòng"],
    &["trưởng", "ban"],
    &["trưởng", "khoa"],
    &["trưởng", "trạm"],
];

/// Surnames that are written in the plains and in the mountains.
const HO: &[&str] = &[
    "nguyễn", "trần", "lê", "phạm", "hoàng", "huỳnh", "phan", "vũ", "võ", "đặng", "bùi", "đỗ", "hồ", "ngô", "dương",
    "lý", "đào", "đinh", "lâm", "trịnh", "mai", "hà", "tạ", "cao", "tô", "lưu", "lương", "trương", "chu", "châu",
    "thái", "tống", "nông", "hứa", "vi", "lò", "quàng", "bế", "ma", "triệu", "giàng", "vàng", "sùng", "thào", "cầm",
    "tòng", "tăng", "từ", "thạch", "danh", "lục", "đàm", "đoàn", "phùng", "quách", "vương", "la", "khổng", "nghiêm",
    "tôn", "kiều", "cù", "doãn", "khuất", "ninh", "phí", "mạc", "bạch", "lữ", "lại", "tạ", "mùa", "hạng", "ly", "điêu",
];

/// Names of places that begin as a surname does.
const NOI: &[[&str; 2]] = &[
    ["hà", "nội"],
    ["hà", "nam"],
    ["hà", "tĩnh"],
    ["hà", "giang"],
    ["hà", "đông"],
    ["hà", "tiên"],
    ["cao", "bằng"],
    ["cao", "lãnh"],
    ["lâm", "đồng"],
    ["thái", "nguyên"],
    ["thái", "bình"],
    ["thái", "lan"],
    ["ninh", "bình"],
    ["ninh", "thuận"],
    ["châu", "á"],
    ["châu", "âu"],
    ["châu", "đốc"],
    ["hồ", "tây"],
    ["hoàng", "sa"],
    ["hoàng", "mai"],
    ["mai", "châu"],
    ["mai", "sơn"],
    ["từ", "liêm"],
    ["từ", "sơn"],
    ["lục", "nam"],
    ["lục", "ngạn"],
    ["triệu", "sơn"],
    ["triệu", "phong"],
    ["thạch", "thất"],
    ["thạch", "hà"],
    ["đoàn", "thanh"],
    ["đoàn", "tncs"],
    ["đoàn", "đại"],
    ["đoàn", "kiểm"],
    ["đoàn", "chủ"],
    ["đông", "anh"],
];

/// Middle names that are also common words, so that writers forget their capital.
const DEM: &[&str] = &["văn", "thị", "đức", "hữu", "đình", "bá", "xuân", "ngọc", "duy"];

/// Whether a surname.
pub fn la_ho(word: &str) -> bool {
    HO.contains(&word)
}

/// Whether a post may begin with this word.
pub fn co_the(word: &str) -> bool {
    matches!(
        word,
        "giáo"
            | "phó"
            | "tiến"
            | "thạc"
            | "bác"
            | "dược"
            | "kỹ"
            | "cử"
            | "viện"
            | "đại"
            | "thượng"
            | "trung"
            | "thiếu"
            | "chủ"
            | "giám"
            | "tổng"
            | "bí"
            | "thủ"
            | "bộ"
            | "thứ"
            | "hiệu"
            | "cục"
            | "chi"
            | "vụ"
            | "chánh"
            | "trưởng"
    )
}

/// "bác sĩ Đặng Thùy Trâm", "chủ tịch Hồ Chí Minh".
pub fn soi(doan: &Doan, n: usize, soi: &mut Soi<'_>) {
    let chu = &doan.chu;
    let Some(post) = DANH.iter().filter(|post| chu.khop(n, post)).max_by_key(|post| post.len()) else { return };
    // "phó giám đốc" was looked at from its first word, "Phó Giám đốc" is somebody's way of writing.
    if n > 0 && matches!(chu.nho(n - 1), "phó" | "tổng" | "chi") {
        return;
    }
    let last = n + post.len() - 1;
    let mut name = last + 1;
    if chu.khop(name, &["chuyên", "khoa"]) {
        name += 3;
    }
    if !la_ten(chu, name) {
        return;
    }
    let range = chu.khoang(n, last);
    let words = chu.text.get(range.clone()).unwrap_or_default();
    let mut letters = words.chars();
    let first: String = letters.next().into_iter().flat_map(char::to_uppercase).collect();
    let right = format!("{first}{}", letters.as_str());
    let message = format!("chức vụ, học vị liền tên người viết hoa: “{right} {}…”", chu.viet(name));
    soi.sua(&CHUC_VU, doan, range, message, right);
}

/// Whether a name of a person begins here: a surname and another word with a capital.
fn la_ten(chu: &Chu, n: usize) -> bool {
    viet_hoa(chu, n) && viet_hoa(chu, n + 1) && la_ho(chu.nho(n)) && !NOI.iter().any(|place| chu.khop(n, place))
}

/// "Nguyễn văn An".
pub fn ten_nguoi(doan: &Doan, n: usize, soi: &mut Soi<'_>) {
    let chu = &doan.chu;
    if !DEM.contains(&chu.nho(n + 1)) || chu.hoa_dau(n + 1) || !viet_hoa(chu, n + 2) || !la_ho(chu.nho(n)) {
        return;
    }
    let range = chu.khoang(n + 1, n + 1);
    let mut letters = chu.viet(n + 1).chars();
    let first: String = letters.next().into_iter().flat_map(char::to_uppercase).collect();
    let right = format!("{first}{}", letters.as_str());
    let message = format!("họ, tên người viết hoa mọi âm tiết: “{} {right} {}”", chu.viet(n), chu.viet(n + 2));
    soi.sua(&TEN_NGUOI, doan, range, message, right);
}
