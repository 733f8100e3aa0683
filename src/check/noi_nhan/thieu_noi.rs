//! Recipients that the body speaks of and the list has not (khoản 9 điểm a).

use super::cac_noi;
use crate::check::dau::nhan_dien::{goc, la_loai};
use crate::check::{Ho, Kiem, Rule, Soi, ViDu};
use crate::diag::Code;
use crate::model::{BanThao, Chu, Doan, O};

const KHOAN_9A: &str = "NĐ 30/2020/NĐ-CP, Phụ lục I, phần I, mục II, khoản 9 điểm a";

static THUC_HIEN: Code = Code::canh_bao("noi-nhan-thieu-noi-thuc-hien").theo(KHOAN_9A);
static DON_VI: Code = Code::canh_bao("noi-nhan-thieu-don-vi").theo(KHOAN_9A);

/// The body orders "các đơn vị" and no unit gets the document.
pub static THIEU_NOI_THUC_HIEN: Rule = Rule {
    code: &THUC_HIEN,
    ho: Ho::NoiNhan,
    vi_sao: "Nơi nhận văn bản gồm nơi nhận để thực hiện trước hết: nơi được giao việc phải có trong danh sách.",
    vi_du: &[ViDu::o(O::NoiNhan, "Nơi nhận:\n- UBND tỉnh;", "Nơi nhận:\n- UBND tỉnh;\n- Các đơn vị trực thuộc;")],
    kiem: Kiem::BanThao(thieu_noi_thuc_hien),
};

/// A unit that the body charges with something gets no copy.
pub static THIEU_DON_VI: Rule = Rule {
    code: &DON_VI,
    ho: Ho::NoiNhan,
    vi_sao: "Nơi nhận để thực hiện gồm mọi nơi được giao việc trong nội dung, ghi bằng tên của nó hoặc trong một nhóm.",
    vi_du: &[ViDu::noi_dung(
        "Sở Tài chính chủ trì, tham mưu bố trí kinh phí.",
        "Các đơn vị trực thuộc chủ động bố trí kinh phí.",
    )],
    kiem: Kiem::BanThao(thieu_don_vi),
};

/// Types that give work to those who get them.
const GIAO_VIEC: [&str; 11] = [
    "kế hoạch",
    "chỉ thị",
    "chương trình",
    "hướng dẫn",
    "phương án",
    "đề án",
    "quyết định",
    "quy chế",
    "quy định",
    "thông báo",
    "nghị quyết",
];

/// Words by which an item names those who do the work, alone or as a group.
const NOI_THUC_HIEN: &[&str] = &[
    "các",
    "như",
    "đơn",
    "phòng",
    "khoa",
    "trường",
    "trung",
    "bệnh",
    "chi",
    "trạm",
    "thủ",
    "cơ",
    "công",
    "xã",
    "phường",
    "huyện",
    "quận",
    "tổ",
    "đội",
    "nhà",
    "viện",
    "cục",
    "vụ",
    "giám",
    "trưởng",
    "hiệu",
    "mọi",
    "toàn",
    "từng",
    "những",
    "thành",
    "cán",
    "ttyt",
    "ttkdyt",
    "bv",
    "khối",
    "cụm",
    "thôn",
    "ấp",
    "sở",
    "văn",
    "thanh",
];

/// Groups that are told to do something.
const NHOM: [&str; 16] = [
    "các đơn vị",
    "các phòng",
    "các khoa",
    "các trường",
    "các sở",
    "các xã",
    "các địa phương",
    "các cơ quan",
    "các ban",
    "các trạm",
    "các trung tâm",
    "các bệnh viện",
    "các tổ chức",
    "các huyện",
    "ubnd các",
    "các cơ sở",
];

/// Words of an order.
const GIAO: [&str; 12] = [
    "yêu cầu",
    "đề nghị",
    "giao ",
    "có trách nhiệm",
    "triển khai",
    "tổ chức thực hiện",
    "chỉ đạo",
    "nghiêm túc",
    "khẩn trương",
    "chịu trách nhiệm",
    "chủ động",
    "phối hợp",
];

fn thieu_noi_thuc_hien(ban: &BanThao, soi: &mut Soi<'_>) {
    if !la_loai(ban, &GIAO_VIEC) || goc(ban, O::KinhGui).next().is_some() {
        return;
    }
    let list = cac_noi(ban);
    let Some(last) = list.noi.last() else { return };
    // Who gets it is told by the first word of an item: "Ban TĐ-KT, Sở Nội vụ" carries nothing out below.
    let carries_out = |doan: &Doan| {
        let below = doan.chu.nho(0) == "ubnd" && matches!(doan.chu.nho(1), "xã" | "phường" | "huyện" | "quận" | "cấp");
        below || NOI_THUC_HIEN.contains(&doan.chu.nho(0)) || doan.chu.thuong.contains("các ")
    };
    if goc(ban, O::NoiNhan).any(carries_out) {
        return;
    }
    let body = ban.doan.iter().filter(|doan| doan.kem == 0 && doan.o == O::NoiDung);
    let orders = |doan: &&Doan| {
        let text = doan.chu.thuong.as_str();
        NHOM.iter().any(|group| text.contains(group)) && GIAO.iter().any(|order| text.contains(order))
    };
    let Some(order) = body.filter(|doan| !doan.tieu_de).rfind(orders) else { return };
    let range = 0..last.cuoi.chu.text.trim_end().len();
    let finding = soi.tai(&THUC_HIEN, last.cuoi, range, "Nơi nhận không có nơi nào nhận để thực hiện");
    soi.push(
        finding
            .also(order.place.clone(), "việc giao ở đây")
            .advice("thêm các đơn vị được giao việc, ví dụ “- Các đơn vị trực thuộc;”"),
    );
}

/// Units outside the agency, by the first words of their names: "các đơn vị trực thuộc" are others.
const NGOAI: [&[&str]; 7] =
    [&["sở"], &["công", "an"], &["bộ", "chỉ", "huy"], &["báo"], &["đài"], &["kho", "bạc"], &["bảo", "hiểm"]];

/// Units inside it: any group in the list may hold them.
const TRONG: [&[&str]; 9] = [
    &["phòng"],
    &["văn", "phòng"],
    &["thanh", "tra"],
    &["trung", "tâm"],
    &["bệnh", "viện"],
    &["chi", "cục"],
    &["công", "đoàn"],
    &["đoàn", "thanh", "niên"],
    &["khoa"],
];

/// What a unit is charged with begins here.
const DONG_TU: [&[&str]; 7] = [
    &["chủ", "trì"],
    &["có", "trách", "nhiệm"],
    &["chịu", "trách", "nhiệm"],
    &["làm", "đầu", "mối"],
    &["là", "đầu", "mối"],
    &["phối", "hợp"],
    &["tham", "mưu"],
];

/// Other words that no unit's name holds.
const KHONG_THUOC_TEN: [&[&str]; 9] = [
    &["chỉ", "đạo"],
    &["hướng", "dẫn"],
    &["tiếp", "tục"],
    &["rà", "soát"],
    &["bố", "trí"],
    &["căn", "cứ"],
    &["đôn", "đốc"],
    &["theo", "dõi"],
    &["các"],
];

/// The unit that a paragraph charges with something: its pieces, and whether it stands outside the agency.
fn duoc_giao(chu: &Chu) -> Option<(usize, usize, bool)> {
    let first = match (chu.nho(0), chu.nho(1)) {
        ("giao", "cho") => 2,
        ("giao", _) => 1,
        _ => 0,
    };
    let begins = |names: &[&[&str]]| names.iter().any(|name| chu.khop(first, name));
    let outside = begins(&NGOAI);
    if !chu.hoa_dau(first) || !(outside || begins(&TRONG)) {
        return None;
    }
    let ends = |n: usize| {
        matches!(chu.viet(n), ":" | "," | ";" | "(")
            || chu.nho(n) == "và" && chu.nho(n + 1) != "đào" && chu.nho(n + 1) != "môi"
            || DONG_TU.iter().chain(&KHONG_THUOC_TEN).any(|words| chu.khop(n, words))
    };
    let stop = (first + 2..(first + 11).min(chu.tu.len())).find(|n| ends(*n))?;
    // Whether it is charged at all is told by what follows, not by the comma.
    let charged = (stop..(stop + 14).min(chu.tu.len()))
        .any(|n| chu.viet(n) == ":" || DONG_TU.iter().any(|verb| chu.khop(n, verb)));
    charged.then_some((first, stop - 1, outside))
}

/// The first letters of the words behind the first, in small letters: "Phòng Tổ chức cán bộ" → "tccb".
fn chu_dau(chu: &Chu, first: usize, last: usize) -> String {
    (first..=last).filter_map(|n| chu.nho(n).chars().next()).filter(|c| c.is_alphabetic()).collect()
}

/// Whether the list has a unit, by its name, its initials or within a group.
fn co_trong(ban: &BanThao, chu: &Chu, first: usize, last: usize, outside: bool) -> bool {
    let name = chu.thuong.get(chu.khoang(first, last)).unwrap_or_default();
    let initials = chu_dau(chu, first, last);
    let own = chu_dau(chu, first + 1, last);
    let lines = ban.doan.iter().filter(|doan| doan.kem == 0 && matches!(doan.o, O::NoiNhan | O::Luu));
    lines.into_iter().any(|doan| {
        let text = doan.chu.thuong.as_str();
        let short = (0..doan.chu.tu.len()).map(|n| doan.chu.nho(n)).any(|piece| {
            let same = |all: &str| piece.chars().count() >= 2 && all.starts_with(piece);
            same(&initials) || same(&own)
        });
        let group = if outside {
            ["sở,", "các sở", "ban, ngành", "các ngành", "cơ quan", "liên quan"].iter().any(|g| text.contains(g))
        } else {
            ["các ", "đơn vị", "phòng,", "toàn "].iter().any(|g| text.contains(g))
        };
        // An item may say less of the name than the body, or more.
        let item = super::danh_sach::ten_goi(doan);
        let named = text.contains(name) || (item.chars().count() >= 6 && name.starts_with(item));
        doan.chu.nho(0) == "như" || named || short || group
    })
}

fn thieu_don_vi(ban: &BanThao, soi: &mut Soi<'_>) {
    if !la_loai(ban, &GIAO_VIEC) || goc(ban, O::KinhGui).next().is_some() {
        return;
    }
    let Some(at) = cac_noi(ban).noi.last().map(|last| last.cuoi) else { return };
    // The agency itself, and the head it speaks by, are no recipients.
    let own = |name: &str| {
        let agency = ban.co_quan.as_deref().map(str::to_lowercase);
        let printed = |doan: &Doan| doan.chu.thuong.contains(name) || name.starts_with(doan.chu.thuong.trim());
        agency.is_some_and(|agency| agency.starts_with(name) || name.starts_with(&agency))
            || [O::CoQuan, O::ChuQuan, O::ThamQuyen].iter().any(|o| goc(ban, *o).any(printed))
    };
    let known = ban.co_quan.is_some() || goc(ban, O::CoQuan).next().is_some();
    let mut missing: Vec<(&Doan, &str)> = Vec::new();
    for doan in ban.doan.iter().filter(|doan| doan.kem == 0 && doan.o == O::NoiDung) {
        let chu = &doan.chu;
        let Some((first, last, outside)) = duoc_giao(chu).filter(|(.., outside)| known || !outside) else { continue };
        let range = chu.khoang(first, last);
        let (Some(small), Some(name)) = (chu.thuong.get(range.clone()), chu.text.get(range)) else { continue };
        let again = missing.iter().any(|(_, other)| *other == name);
        if !again && !own(small) && !co_trong(ban, chu, first, last, outside) {
            missing.push((doan, name));
        }
    }
    let Some((first, _)) = missing.first() else { return };
    let names = missing.iter().take(3).map(|(_, name)| format!("“{name}”")).collect::<Vec<_>>().join(", ");
    let range = 0..at.chu.text.trim_end().len();
    let finding = soi.tai(&DON_VI, at, range, format!("{names} được giao việc mà không có trong Nơi nhận"));
    soi.push(finding.also(first.place.clone(), "việc giao ở đây").advice("thêm vào Nơi nhận, mỗi nơi một dòng"));
}
