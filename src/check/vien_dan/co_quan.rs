//! Where the name of an agency ends within a citation: "của Bộ trưởng Bộ Y tế hướng dẫn …".

use super::loai::Loai;
use crate::model::Chu;
use crate::model::ban_thao::LoaiTu;
use crate::model::ban_thao::chu::{hoa_dau, hoa_het};

/// What stands behind the name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sau {
    /// A mark, the end, or a word that goes on with the sentence: "bằng", "và", "trong".
    Het,
    /// Words of a subject.
    TrichYeu,
}

/// Small words inside names of agencies.
const TRONG_TEN: &[&str] = &[
    "tỉnh",
    "thành",
    "phố",
    "huyện",
    "quận",
    "thị",
    "xã",
    "phường",
    "trấn",
    "nhân",
    "dân",
    "thường",
    "vụ",
    "trực",
    "trung",
    "ương",
    "chấp",
    "hành",
    "khóa",
    "khoá",
    "nhà",
    "nước",
    "phủ",
    "tướng",
    "trưởng",
    "bí",
    "thư",
    "đảng",
    "ủy",
    "uỷ",
    "tịch",
    "đồng",
    "đoàn",
    "lao",
    "cục",
    "sở",
    "ngành",
    "cấp",
    "bộ",
    "tối",
    "cao",
    "quốc",
    "gia",
    "viện",
    "tổng",
    "ban",
    "hội",
    "giám",
    "đốc",
    "kiểm",
    "toán",
    "thanh",
    "tra",
    "đặc",
    "khu",
    "liên",
    "địa",
    "lần",
    "thứ",
    "chính",
    "ngang",
    "vận",
    "tải",
    "nông",
    "thôn",
    "tế",
    "nghiệp",
    "viên",
    "phòng",
    "công",
    "chức",
    "mỹ",
    "thuật",
    "thao",
    "dục",
    "sức",
    "khỏe",
    "khoẻ",
];

/// Words that go on with the sentence after a citation and begin no subject.
const TIEP: &[&str] = &[
    "bằng", "và", "theo", "để", "trong", "tại", "là", "thì", "có", "được", "đã", "sẽ", "đến", "từ", "nhằm", "như",
    "còn", "nêu", "gắn", "với", "kèm", "khi", "nếu", "mà", "này", "cùng", "đối", "sau", "trước", "trên", "tới", "bởi",
    "vào", "do", "cần", "phải", "đạt", "hoặc", "hay", "nói", "nhưng", "đang", "ngày", "số", "của", "thuộc", "vẫn",
    "không", "chưa", "cũng", "đó", "năm", "các", "những", "một", "trở", "vừa",
];

/// The end of the name that begins at a piece: behind its last piece, and what follows.
pub fn het(chu: &Chu, start: usize) -> (usize, Sau) {
    let mut at = start;
    while let Some(tu) = chu.tu.get(at) {
        let (written, small) = (chu.viet(at), chu.nho(at));
        match tu.loai {
            LoaiTu::Dau => match written {
                "," if within_name(chu, at) => {}
                "-" | "–" if chu.hoa_dau(at + 1) && Loai::tai(chu, at + 1).is_none() => {}
                _ => return (at, Sau::Het),
            },
            LoaiTu::So => {
                let before = chu.nho(at.saturating_sub(1));
                let of_name = matches!(
                    before,
                    "khóa" | "khoá" | "quận" | "phường" | "số" | "khối" | "vùng" | "viện" | "khu" | "thứ"
                );
                if !of_name || at == start {
                    return (at, Sau::Het);
                }
            }
            LoaiTu::Chu if hoa_dau(written) => {
                if at > start && (cited_at(chu, at) || capital_subject(chu, at)) {
                    return (at, if cited_at(chu, at) { Sau::Het } else { Sau::TrichYeu });
                }
            }
            LoaiTu::Chu if small == "và" && chu.hoa_dau(at + 1) && !cited_at(chu, at + 1) => {}
            LoaiTu::Chu if begins_subject(chu, at) => return (at, Sau::TrichYeu),
            LoaiTu::Chu if TRONG_TEN.contains(&small) => {}
            LoaiTu::Chu if TIEP.contains(&small) => return (at, Sau::Het),
            // The second syllable of a word whose first has the capital: "Y tế", "Nội vụ", not behind "UBND" or a place.
            LoaiTu::Chu if at > start && word_goes_on(chu.viet(at - 1)) => {}
            LoaiTu::Chu => return (at, Sau::TrichYeu),
        }
        at += 1;
    }
    (at, Sau::Het)
}

/// A comma inside a name: "Sở Văn hóa, Thể thao và Du lịch".
fn within_name(chu: &Chu, comma: usize) -> bool {
    let next = [chu.nho(comma + 1), chu.nho(comma + 2)];
    matches!(
        next,
        ["thể", "thao"]
            | ["thương", "binh"]
            | ["truyền", "thông"]
            | ["khen", "thưởng"]
            | ["gia", "đình"]
            | ["chống", _]
    ) || (next[0] == "chủ" && next[1] == "nhiệm")
}

/// Whether a word with a capital may go on in small letters.
fn word_goes_on(before: &str) -> bool {
    hoa_dau(before) && !hoa_het(before) || before == "Y"
}

/// Whether another citation begins at a piece.
fn cited_at(chu: &Chu, n: usize) -> bool {
    Loai::tai(chu, n).is_some_and(|(_, last)| {
        chu.nho(last + 1) == "số" || chu.tu.get(last + 1).is_some_and(|tu| tu.loai == LoaiTu::So)
    })
}

/// A subject that begins with a capital: "của Chính phủ Quy định chi tiết".
fn capital_subject(chu: &Chu, n: usize) -> bool {
    matches!(
        [chu.nho(n), chu.nho(n + 1)],
        ["quy", "định"] | ["ban", "hành"] | ["phê", "duyệt"] | ["sửa", "đổi"] | ["hướng", "dẫn"] | ["về", _]
    )
}

/// Words made of syllables that names have too.
fn begins_subject(chu: &Chu, n: usize) -> bool {
    matches!(
        [chu.nho(n), chu.nho(n + 1)],
        ["về", _]
            | ["ban", "hành"]
            | ["thành", "lập"]
            | ["kiểm", "tra" | "soát" | "điểm"]
            | ["thông", "qua" | "báo"]
            | ["tổng", "kết"]
            | ["chấp", "thuận"]
            | ["bảo", "đảm" | "vệ"]
            | ["đặc", "biệt"]
            | ["chính", "sách" | "thức"]
            | ["trung", "hạn"]
            | ["hội", "nhập"]
            | ["theo", "dõi"]
            | ["làm", "rõ"]
            | ["triển", "khai"]
            | ["giao", "nhiệm" | "chỉ" | "kế" | "quyền" | "cho" | "dự" | "biên"]
            | ["công", "bố" | "nhận"]
            | ["hợp", "nhất"]
            | ["phát", "động" | "huy" | "triển"]
            | ["chấn", "chỉnh"]
            | ["khen", "thưởng"]
            | ["khắc", "phục"]
            | ["quản", "lý"]
            | ["chuyển", _]
            | ["chế", "độ"]
            | ["danh", "mục"]
            | ["mức", _]
            | ["một", "số"]
            | ["nhiệm", "vụ"]
            | ["chương", "trình"]
            | ["kế", "hoạch"]
            | ["đề", "án" | "nghị" | "cương"]
            | ["quy", _]
            | ["hướng", "dẫn" | "tới"]
            | ["phê", _]
            | ["sửa", _]
            | ["tiếp", "tục" | "nhận"]
            | ["tăng", _]
            | ["đẩy", _]
            | ["thực", _]
            | ["bổ", _]
            | ["kiện", "toàn"]
            | ["điều", "chỉnh" | "động"]
            | ["bãi", "bỏ"]
            | ["thay", _]
            | ["tặng", _]
            | ["xếp", _]
            | ["cho", _]
            | ["yêu", "cầu"]
            | ["báo", "cáo"]
            | ["nâng", _]
            | ["đổi", _]
            | ["phân", _]
            | ["cử", _]
            | ["áp", "dụng"]
            | ["phối", "hợp"]
            | ["xây", "dựng"]
            | ["tuyên", "truyền"]
            | ["tổ", "chức"]
            | ["rà", "soát"]
            | ["hỗ", "trợ"]
            | ["xử", _]
            | ["cụ", "thể"]
            | ["chi", "tiết"]
            | ["chủ", "động"]
            | ["ứng", _]
            | ["tạm", _]
            | ["thí", "điểm"]
            | ["đảm", "bảo"]
            | ["đánh", "giá"]
            | ["chỉ", "đạo"]
            | ["ra", _]
            | ["kết", "luận"]
            | ["thu", _]
            | ["lấy", "ý"]
            | ["cung", "cấp"]
            | ["góp", "ý"]
            | ["gửi", _]
            | ["mời", _]
            | ["giải", "quyết" | "thể"]
            | ["liên", "quan" | "tịch"]
    )
}

/// Whether the name of an agency or of its head begins at a piece, with a capital.
pub fn bat_dau(chu: &Chu, n: usize) -> bool {
    chu.hoa_dau(n)
        && matches!(
            chu.nho(n),
            "bộ" | "sở"
                | "ubnd"
                | "hđnd"
                | "ủy"
                | "uỷ"
                | "chính"
                | "thủ"
                | "hội"
                | "ban"
                | "tỉnh"
                | "thành"
                | "quốc"
                | "chủ"
                | "giám"
                | "công"
                | "trung"
                | "cục"
                | "tổng"
                | "bệnh"
                | "trường"
                | "liên"
                | "ngân"
                | "đảng"
                | "huyện"
                | "viện"
                | "phòng"
                | "thường"
                | "chi"
                | "kho"
                | "tòa"
                | "văn"
                | "thanh"
                | "mặt"
                | "đoàn"
                | "thống"
                | "thị"
                | "bảo"
        )
}

/// A name without what differs from one place to another: "Ủy ban nhân dân tỉnh Cao Bằng" and "UBND tỉnh" begin alike.
pub fn chuan(name: &str) -> String {
    let name =
        name.to_lowercase().replace("uỷ", "ủy").replace("ủy ban nhân dân", "ubnd").replace("hội đồng nhân dân", "hđnd");
    let name =
        name.replace("ban chấp hành trung ương đảng", "trung ương").replace("ban chấp hành trung ương", "trung ương");
    name.trim_start_matches("chủ tịch ")
        .trim_start_matches("bộ trưởng ")
        .trim_start_matches("giám đốc ")
        .trim()
        .to_owned()
}

/// Whether two names may be the same agency's.
pub fn cung_mot(a: &str, b: &str) -> bool {
    let (a, b) = (chuan(a), chuan(b));
    a.starts_with(&b) || b.starts_with(&a)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_end_where_subjects_begin() {
        for (text, name, sau) in [
            ("Bộ Y tế hướng dẫn công tác", "Bộ Y tế", Sau::TrichYeu),
            ("Bộ Chính trị bằng những việc làm", "Bộ Chính trị", Sau::Het),
            ("Chính phủ quy định chi tiết", "Chính phủ", Sau::TrichYeu),
            ("Ban Thường vụ Tỉnh ủy và Chỉ thị số 25", "Ban Thường vụ Tỉnh ủy", Sau::Het),
            ("Bộ Giáo dục và Đào tạo về việc", "Bộ Giáo dục và Đào tạo", Sau::TrichYeu),
            ("Ủy ban nhân dân tỉnh Đồng Nai ban hành", "Ủy ban nhân dân tỉnh Đồng Nai", Sau::TrichYeu),
            ("UBND tỉnh; Kế hoạch", "UBND tỉnh", Sau::Het),
            ("Sở Văn hóa, Thể thao và Du lịch về", "Sở Văn hóa, Thể thao và Du lịch", Sau::TrichYeu),
            ("Bộ Lao động - Thương binh và Xã hội, Sở Y tế", "Bộ Lao động - Thương binh và Xã hội", Sau::Het),
            ("Ban Chấp hành Trung ương khóa XII.", "Ban Chấp hành Trung ương khóa XII", Sau::Het),
            ("Thủ tướng Chính phủ phê duyệt Đề án", "Thủ tướng Chính phủ", Sau::TrichYeu),
            ("Ban Chấp hành Đảng bộ tỉnh về tình hình", "Ban Chấp hành Đảng bộ tỉnh", Sau::TrichYeu),
        ] {
            let chu = Chu::new(text);
            let (end, found) = het(&chu, 0);
            assert_eq!((&chu.text[chu.khoang(0, end - 1)], found), (name, sau), "{text}");
        }
    }

    #[test]
    fn short_and_long_names_are_one() {
        assert!(cung_mot("UBND tỉnh", "Ủy ban nhân dân tỉnh Đồng Nai"));
        assert!(cung_mot("Chủ tịch UBND tỉnh", "UBND tỉnh"));
        assert!(!cung_mot("UBND tỉnh", "HĐND tỉnh"));
        assert!(!cung_mot("UBND huyện An Lão", "UBND huyện Hoài Ân"));
    }
}
