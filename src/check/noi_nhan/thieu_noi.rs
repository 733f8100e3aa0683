//! Recipients that the body speaks of and the list has not (khoản 9 điểm a).

use super::cac_noi;
use crate::check::dau::nhan_dien::{goc, la_loai};
use crate::check::{Ho, Kiem, Rule, Soi, ViDu};
use crate::diag::Code;
use crate::model::{BanThao, Doan, O};

const KHOAN_9A: &str = "NĐ 30/2020/NĐ-CP, Phụ lục I, phần I, mục II, khoản 9 điểm a";

static THUC_HIEN: Code = Code::canh_bao("noi-nhan-thieu-noi-thuc-hien").theo(KHOAN_9A);

/// The body orders "các đơn vị" and no unit gets the document.
pub static THIEU_NOI_THUC_HIEN: Rule = Rule {
    code: &THUC_HIEN,
    ho: Ho::NoiNhan,
    vi_sao: "Nơi nhận văn bản gồm nơi nhận để thực hiện trước hết: nơi được giao việc phải có trong danh sách.",
    vi_du: &[ViDu::o(O::NoiNhan, "Nơi nhận:\n- UBND tỉnh;", "Nơi nhận:\n- UBND tỉnh;\n- Các đơn vị trực thuộc;")],
    kiem: Kiem::BanThao(thieu_noi_thuc_hien),
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
    let Some(order) = body.filter(|doan| !doan.tieu_de).filter(orders).last() else { return };
    let range = 0..last.cuoi.chu.text.trim_end().len();
    let finding = soi.tai(&THUC_HIEN, last.cuoi, range, "Nơi nhận không có nơi nào nhận để thực hiện");
    soi.push(
        finding
            .also(order.place.clone(), "việc giao ở đây")
            .advice("thêm các đơn vị được giao việc, ví dụ “- Các đơn vị trực thuộc;”"),
    );
}
