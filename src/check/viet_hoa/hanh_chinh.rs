//! Units of administration: mục III, khoản 1.

use super::{DON_VI, chuc_vu, giua_cau, viet_hoa};
use crate::check::soi::Soi;
use crate::model::ban_thao::{Chu, Doan, LoaiTu};

/// "Tỉnh Cao Bằng" within a sentence, "quận 1".
pub fn soi(doan: &Doan, n: usize, soi: &mut Soi<'_>) {
    let chu = &doan.chu;
    match chu.nho(n) {
        "quận" | "phường" => so(doan, n, soi),
        "tỉnh" | "huyện" => ten(doan, n, n, soi),
        "thành" if chu.nho(n + 1) == "phố" => ten(doan, n, n + 1, soi),
        "thị" if matches!(chu.nho(n + 1), "xã" | "trấn") => ten(doan, n, n + 1, soi),
        _ => {}
    }
}

/// "Trường hợp tên đơn vị hành chính được cấu tạo giữa danh từ chung kết hợp với chữ số …: Viết hoa cả danh từ chung."
fn so(doan: &Doan, n: usize, soi: &mut Soi<'_>) {
    let chu = &doan.chu;
    let number = chu.viet(n + 1);
    let is_number = (1..=2).contains(&number.len()) && number.bytes().all(|b| b.is_ascii_digit());
    let many = n > 0 && matches!(chu.nho(n - 1), "mỗi" | "các" | "một" | "từng" | "mấy" | "số");
    // "mỗi phường 2 cán bộ": what follows a name is no thing that can be counted.
    let behind = chu.nho(n + 2);
    let counts = chu.tu.get(n + 2).is_some_and(|tu| tu.loai == LoaiTu::Chu)
        && !chu.hoa_dau(n + 2)
        && !matches!(behind, "thuộc" | "thành" | "tỉnh" | "và" | "đến" | "đã" | "có" | "tổ" | "là");
    if chu.hoa_dau(n) || !is_number || many || counts {
        return;
    }
    let right = if chu.nho(n) == "quận" { "Quận" } else { "Phường" };
    let message = format!("tên có chữ số viết hoa cả danh từ chung: “{right} {number}”");
    soi.sua(&DON_VI, doan, chu.khoang(n, n), message, right);
}

/// A capital on the common noun before a plain name.
fn ten(doan: &Doan, n: usize, last: usize, soi: &mut Soi<'_>) {
    let chu = &doan.chu;
    let name = last + 1;
    let capital = (n..=last).any(|at| chu.hoa_dau(at));
    if !capital || !viet_hoa(chu, name) || !giua_cau(chu, n) {
        return;
    }
    // "Tỉnh Đoàn", "Thành phố Hồ Chí Minh", and units named after people.
    let own = matches!(chu.nho(name), "đoàn" | "ủy" | "uỷ" | "hội" | "đội") || chu.khop(name, &["hồ", "chí", "minh"]);
    if own || tu_hoa(chu, name) >= 3 && chuc_vu::la_ho(chu.nho(name)) {
        return;
    }
    let right = chu.thuong.get(chu.khoang(n, last)).unwrap_or_default().to_owned();
    let message = format!("danh từ chung trước tên riêng viết thường: “{right} {}…”", chu.viet(name));
    soi.sua(&DON_VI, doan, chu.khoang(n, last), message, right);
}

/// How many words with capitals follow one another.
fn tu_hoa(chu: &Chu, from: usize) -> usize {
    (from..chu.tu.len()).take_while(|at| viet_hoa(chu, *at)).count()
}
