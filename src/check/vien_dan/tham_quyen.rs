//! Who issued a cited document, by its kind and symbol.

use super::doc::{ChoCoQuan, VienDan};
use crate::check::{Ho, Kiem, Rule, Soi, ViDu};
use crate::diag::Code;

static CODE_BO: Code = Code::canh_bao("thong-tu-cua-bo").theo(super::KHOAN_6B);

/// "Thông tư số 38/2018/TT-BYT ngày … của Bộ Y tế".
pub static THONG_TU_CUA_BO: Rule = Rule {
    code: &CODE_BO,
    ho: Ho::VienDan,
    vi_sao: "Thông tư do bộ trưởng, thủ trưởng cơ quan ngang bộ ban hành (Luật Ban hành văn bản quy phạm pháp luật): “của Bộ trưởng Bộ Y \
             tế”.",
    vi_du: &[ViDu::noi_dung(
        "Thực hiện Thông tư số 38/2018/TT-BYT ngày 30 tháng 11 năm 2018 của Bộ Y tế hướng dẫn công tác thi đua, khen thưởng.",
        "Thực hiện Thông tư số 38/2018/TT-BYT ngày 30 tháng 11 năm 2018 của Bộ trưởng Bộ Y tế hướng dẫn công tác thi đua, khen thưởng.",
    )],
    kiem: Kiem::TuDien,
};

static CODE_QD: Code = Code::goi_y("quyet-dinh-cua-bo").theo(super::KHOAN_6B);

/// "Quyết định số 2151/QĐ-BYT ngày … của Bộ Y tế".
pub static QUYET_DINH_CUA_BO: Rule = Rule {
    code: &CODE_QD,
    ho: Ho::VienDan,
    vi_sao: "Quyết định, chỉ thị của bộ thường do Bộ trưởng ban hành: “của Bộ trưởng Bộ Y tế”. Đối chiếu bản gốc.",
    vi_du: &[ViDu::noi_dung(
        "Thực hiện Quyết định số 2151/QĐ-BYT ngày 04 tháng 6 năm 2015 của Bộ Y tế phê duyệt Kế hoạch đổi mới phong cách phục vụ.",
        "Thực hiện Quyết định số 2151/QĐ-BYT ngày 04 tháng 6 năm 2015 của Bộ trưởng Bộ Y tế phê duyệt Kế hoạch đổi mới phong cách phục vụ.",
    )],
    kiem: Kiem::TuDien,
};

static CODE_KHAC: Code = Code::canh_bao("co-quan-khac-ky-hieu").theo(super::KHOAN_6B);

/// "Nghị định … của Thủ tướng Chính phủ".
pub static CO_QUAN_KHAC_KY_HIEU: Rule = Rule {
    code: &CODE_KHAC,
    ho: Ho::VienDan,
    vi_sao: "Ký hiệu cho biết cơ quan ban hành: NĐ-CP, NQ-CP của Chính phủ; QĐ-TTg, CT-TTg của Thủ tướng Chính phủ; QH của Quốc hội; UBTVQH \
             của Ủy ban Thường vụ Quốc hội; HĐND của hội đồng nhân dân, UBND của ủy ban nhân dân.",
    vi_du: &[
        ViDu::noi_dung(
            "Thực hiện Quyết định số 733/QĐ-TTg ngày 14 tháng 6 năm 2019 của Chính phủ về phong trào thi đua.",
            "Thực hiện Quyết định số 733/QĐ-TTg ngày 14 tháng 6 năm 2019 của Thủ tướng Chính phủ về phong trào thi đua.",
        ),
        ViDu::noi_dung(
            "Thực hiện Nghị quyết số 144/NQ-HĐND ngày 08 tháng 12 năm 2025 của UBND tỉnh về nhiệm vụ năm 2026.",
            "Thực hiện Nghị quyết số 144/NQ-HĐND ngày 08 tháng 12 năm 2025 của HĐND tỉnh về nhiệm vụ năm 2026.",
        ),
    ],
    kiem: Kiem::TuDien,
};

/// Heads of ministries and agencies of their rank, by how the agency's name begins.
const THU_TRUONG: &[(&str, &str)] = &[
    ("bộ ", "Bộ trưởng"),
    ("ngân hàng nhà nước", "Thống đốc"),
    ("thanh tra chính phủ", "Tổng"),
    ("ủy ban dân tộc", "Bộ trưởng, Chủ nhiệm"),
    ("văn phòng chính phủ", "Bộ trưởng, Chủ nhiệm"),
    ("tòa án nhân dân tối cao", "Chánh án"),
    ("viện kiểm sát nhân dân tối cao", "Viện trưởng"),
    ("kiểm toán nhà nước", "Tổng"),
];

/// Ministries by their abbreviation in symbols.
const BO: &[(&str, &str)] = &[
    ("BYT", "y tế"),
    ("BNV", "nội vụ"),
    ("BTC", "tài chính"),
    ("BTP", "tư pháp"),
    ("BGDĐT", "giáo dục và đào tạo"),
    ("BKHĐT", "kế hoạch và đầu tư"),
    ("BLĐTBXH", "lao động"),
    ("BTTTT", "thông tin và truyền thông"),
    ("BVHTTDL", "văn hóa"),
    ("BKHCN", "khoa học và công nghệ"),
    ("BXD", "xây dựng"),
    ("BGTVT", "giao thông vận tải"),
    ("BTNMT", "tài nguyên và môi trường"),
    ("BNNPTNT", "nông nghiệp và phát triển nông thôn"),
    ("BCT", "công thương"),
    ("BCA", "công an"),
    ("BQP", "quốc phòng"),
    ("BNG", "ngoại giao"),
];

/// Looks at the agency of every citation.
pub fn soi(all: &[VienDan<'_>], soi: &mut Soi<'_>) {
    for one in all.iter().filter(|one| one.cho_co_quan == ChoCoQuan::Dung) {
        let Some((first, last)) = one.co_quan else { continue };
        let name = one.ten_co_quan().unwrap_or_default();
        let small = name.to_lowercase().replace("uỷ", "ủy").replace("toà", "tòa");
        if let Some(right) = other_agency(one, &small) {
            let range = one.chu().khoang(first, last);
            soi.bao(
                &CODE_KHAC,
                one.doan,
                range,
                format!("“{}” là ký hiệu văn bản của {right}, không phải của {name}", one.ky_hieu.chuan()),
            );
        } else {
            minister(one, &small, first, soi);
        }
    }
}

fn minister(one: &VienDan<'_>, small: &str, first: usize, soi: &mut Soi<'_>) {
    let code = match one.loai.ten {
        "Thông tư" if one.ky_hieu.nhom.first() == Some(&"TT") => &CODE_BO,
        "Quyết định" | "Chỉ thị" if one.ky_hieu.nhom.last().is_some_and(|last| BO.iter().any(|(bo, _)| bo == last)) => {
            &CODE_QD
        }
        _ => return,
    };
    let Some((begins, head)) = THU_TRUONG.iter().find(|(begins, _)| small.starts_with(begins)) else { return };
    if *begins == "bộ "
        && (small.starts_with("bộ trưởng") || small.starts_with("bộ chính trị") || small.starts_with("bộ tư lệnh"))
    {
        return;
    }
    let chu = one.chu();
    let word = chu.viet(first);
    let message = format!("{} do {head} ban hành", one.loai.ten);
    if *head == "Tổng" {
        let right = format!("Tổng {word}");
        return soi.sua(
            code,
            one.doan,
            chu.khoang(first, first),
            format!("{} do Tổng {small} ban hành", one.loai.ten),
            right,
        );
    }
    soi.sua(code, one.doan, chu.khoang(first, first), message, format!("{head} {word}"));
}

/// The agency that a symbol names, when the one written is surely another.
fn other_agency(one: &VienDan<'_>, small: &str) -> Option<String> {
    let last = *one.ky_hieu.nhom.last()?;
    let begins = |parts: &[&str]| parts.iter().any(|part| small.starts_with(part));
    let known = begins(&[
        "chính phủ",
        "thủ tướng",
        "quốc hội",
        "ủy ban",
        "ubnd",
        "hđnd",
        "hội đồng nhân dân",
        "bộ ",
        "ban bí thư",
        "sở ",
    ]);
    if !known {
        return None;
    }
    let wrong = |right: &'static str, ok: &[&str]| (!begins(ok)).then(|| right.to_owned());
    let first = one.ky_hieu.nhom.first().copied().unwrap_or_default();
    match last {
        "CP" if matches!(first, "NĐ" | "NQ") => wrong("Chính phủ", &["chính phủ"]),
        "TTg" => wrong("Thủ tướng Chính phủ", &["thủ tướng"]),
        "TW" if begins(&["chính phủ", "thủ tướng", "ubnd", "ủy ban nhân dân", "sở ", "bộ y tế", "bộ nội vụ"]) => {
            Some("cơ quan Đảng ở Trung ương".to_owned())
        }
        "HĐND" => wrong("hội đồng nhân dân", &["hđnd", "hội đồng nhân dân", "thường trực", "chủ tịch"]),
        "UBND" => wrong("ủy ban nhân dân", &["ubnd", "ủy ban nhân dân", "chủ tịch", "phó chủ tịch"]),
        _ if is_congress(last, "UBTVQH") => wrong("Ủy ban Thường vụ Quốc hội", &["ủy ban thường vụ"]),
        _ if is_congress(last, "QH") => wrong("Quốc hội", &["quốc hội"]),
        _ => {
            let (_, name) = BO.iter().find(|(bo, _)| *bo == last)?;
            let ministry = small.strip_prefix("bộ trưởng ").unwrap_or(small).strip_prefix("bộ ")?;
            let other = BO.iter().any(|(_, other)| other != name && ministry.starts_with(other));
            (other && !ministry.starts_with(name)).then(|| format!("Bộ {name}"))
        }
    }
}

/// "QH15", "UBTVQH13".
fn is_congress(nhom: &str, begins: &str) -> bool {
    nhom.strip_prefix(begins).is_some_and(|rest| !rest.is_empty() && rest.bytes().all(|b| b.is_ascii_digit()))
}
