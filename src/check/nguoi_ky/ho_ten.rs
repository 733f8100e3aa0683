//! The signer's name (khoản 7 điểm c, đ).

use super::khoi::{bat_dau, cac_khoi};
use crate::check::dau::nhan_dien::goc;
use crate::check::{Ho, Kiem, Nen, Rule, Soi, ViDu};
use crate::diag::Code;
use crate::model::ban_thao::LoaiTu;
use crate::model::ban_thao::chu::{hoa_dau, hoa_het};
use crate::model::van_ban::capitalise;
use crate::model::{BanThao, Chu, Doan, O};

const KHOAN_7C: &str = "NĐ 30/2020/NĐ-CP, Phụ lục I, phần I, mục II, khoản 7 điểm c";
const KHOAN_7D: &str = "NĐ 30/2020/NĐ-CP, Phụ lục I, phần I, mục II, khoản 7 điểm đ";

static HOC_VI: Code = Code::tra_lai("hoc-vi-truoc-ho-ten").theo(KHOAN_7C);
static SU_NGHIEP: Code = Code::goi_y("hoc-vi-don-vi-su-nghiep").theo(KHOAN_7C);
static CHU: Code = Code::tra_lai("ho-ten-viet-hoa").theo(KHOAN_7D);

/// Academic titles, ranks and honours before the name.
pub static HOC_VI_TRUOC_TEN: Rule = Rule {
    code: &HOC_VI,
    ho: Ho::NguoiKy,
    vi_sao: "Trước họ tên của người ký, không ghi học hàm, học vị và các danh hiệu danh dự khác.",
    vi_du: &[
        ViDu::o(O::HoTen, "TS. Nguyễn Văn An", "Nguyễn Văn An"),
        ViDu::o(O::HoTen, "Bs. Nguyễn Văn An", "Nguyễn Văn An"),
    ],
    kiem: Kiem::BanThao(hoc_vi),
};

/// The same where the leading agency of the branch may allow it.
pub static HOC_VI_SU_NGHIEP: Rule = Rule {
    code: &SU_NGHIEP,
    ho: Ho::NguoiKy,
    vi_sao: "Đơn vị vũ trang, tổ chức sự nghiệp giáo dục, y tế, khoa học chỉ ghi quân hàm, học hàm, học vị khi người đứng đầu cơ quan quản lý ngành quy định.",
    vi_du: &[ViDu::cac_o(
        Nen::KeHoach,
        [O::CoQuan, O::HoTen, O::HoTen, O::HoTen],
        "BỆNH VIỆN ĐA KHOA TỈNH\nBSCKII. Nguyễn Văn An",
        "BỆNH VIỆN ĐA KHOA TỈNH\nNguyễn Văn An",
    )],
    kiem: Kiem::BanThao(hoc_vi_su_nghiep),
};

/// Capitals of the name.
pub static HO_TEN_HOA: Rule = Rule {
    code: &CHU,
    ho: Ho::NguoiKy,
    vi_sao: "Họ và tên của người ký văn bản được trình bày bằng chữ in thường, viết hoa chữ cái đầu của mỗi âm tiết.",
    vi_du: &[ViDu::o(O::HoTen, "NGUYỄN VĂN AN", "Nguyễn Văn An"), ViDu::o(O::HoTen, "Nguyễn văn An", "Nguyễn Văn An")],
    kiem: Kiem::BanThao(viet_hoa),
};

/// Whether a name is a name and nothing else: two to five words with a capital each.
fn la_ten(chu: &Chu) -> bool {
    let plain = |n: usize| {
        let word = chu.viet(n);
        chu.tu.get(n).is_some_and(|tu| tu.loai == LoaiTu::Chu)
            && hoa_dau(word)
            && !(hoa_het(word) && word.chars().count() > 1)
    };
    (2..=4).contains(&chu.tu.len()) && (0..chu.tu.len()).all(plain)
}

/// The title before a name: where the name begins.
fn danh_hieu(doan: &Doan, soi: &Soi<'_>) -> Option<usize> {
    let chu = &doan.chu;
    if la_ten(chu) {
        return None;
    }
    let titles = &soi.ctx.reference.chuc_vu.hoc_vi;
    let is_title = |at: usize| {
        let text = chu.tu.get(at).and_then(|tu| chu.text.get(tu.dau..)).unwrap_or_default();
        // "Th.S" and "T.S" are in the list with their dots; the longest counts.
        let found = titles.iter().filter(|title| bat_dau(text, title));
        found.map(|title| Chu::new(title.as_str()).tu.len()).max()
    };
    let mut at = 0;
    while let Some(pieces) = is_title(at) {
        at += pieces;
        while matches!(chu.viet(at), "." | "," | "-" | "/" | "I" | "II" | "1" | "2" | ":") {
            at += 1;
        }
    }
    (at > 0 && chu.tu.len() > at).then_some(at)
}

/// Whether the agency is of a kind that may be allowed titles: armed forces, education, health, science. `None`: it cannot
/// be told.
fn su_nghiep(ban: &BanThao) -> Option<bool> {
    const TEN: [&str; 16] = [
        "bệnh viện",
        "trung tâm",
        "trạm",
        "trường",
        "viện",
        "học viện",
        "đại học",
        "khoa",
        "công an",
        "bộ chỉ huy",
        "ban chỉ huy",
        "bộ tư lệnh",
        "sư đoàn",
        "trung đoàn",
        "nhà trẻ",
        "phân viện",
    ];
    #[rustfmt::skip]
    const HANH_CHINH: [&str; 17] = [
        "sở", "ủy ban", "uỷ ban", "ubnd", "hội đồng nhân dân", "phòng", "chi cục", "cục", "bộ ", "công ty", "tổng công ty",
        "tập đoàn", "kho bạc", "bảo hiểm xã hội", "văn phòng", "thanh tra", "ban quản lý",
    ];
    let name = goc(ban, O::CoQuan).find(|doan| doan.chu.in_hoa()).map(|doan| doan.chu.thuong.as_str());
    if let Some(name) = name {
        return match (TEN.iter().any(|t| name.starts_with(t)), HANH_CHINH.iter().any(|t| name.starts_with(t))) {
            (true, _) => Some(true),
            (_, true) => Some(false),
            _ => None,
        };
    }
    // The letterhead is lost: the symbol names the agency.
    let agency = ban.ky_hieu.as_deref().unwrap_or_default().split(['-', '/']).rfind(|part| !part.is_empty())?;
    let administrative = agency.starts_with('S') && agency.len() <= 6 || agency.starts_with("UBND");
    administrative.then_some(false)
}

fn hoc_vi(ban: &BanThao, soi: &mut Soi<'_>) {
    bao_hoc_vi(ban, soi, &HOC_VI, |kind| kind == Some(false));
}

fn hoc_vi_su_nghiep(ban: &BanThao, soi: &mut Soi<'_>) {
    bao_hoc_vi(ban, soi, &SU_NGHIEP, |kind| kind != Some(false));
}

fn bao_hoc_vi(ban: &BanThao, soi: &mut Soi<'_>, code: &'static Code, wanted: impl Fn(Option<bool>) -> bool) {
    for doan in cac_khoi(ban).iter().filter_map(|khoi| khoi.ho_ten) {
        let Some(name) = danh_hieu(doan, soi) else { continue };
        if wanted(su_nghiep(ban)) {
            let range = 0..doan.chu.khoang(name, name).start;
            soi.sua(code, doan, range, "trước họ tên người ký không ghi học hàm, học vị, danh hiệu", "");
        }
    }
}

fn viet_hoa(ban: &BanThao, soi: &mut Soi<'_>) {
    for doan in cac_khoi(ban).iter().filter_map(|khoi| khoi.ho_ten) {
        let chu = &doan.chu;
        if la_ten(chu) {
            continue;
        }
        let first = danh_hieu(doan, soi).unwrap_or(0);
        let words: Vec<usize> = (first..chu.tu.len()).collect();
        let letters = |n: &usize| chu.tu.get(*n).is_some_and(|tu| tu.loai == LoaiTu::Chu);
        if !(2..=5).contains(&words.len()) || !words.iter().all(letters) {
            continue;
        }
        let shout = words.iter().filter(|n| chu.viet(**n).chars().count() > 1).all(|n| chu.hoa_het(*n));
        // "Y Bier Niê" and the like have their own ways; a syllable in small letters has none.
        let small = words.iter().any(|n| !chu.hoa_dau(*n));
        if shout || small {
            let right = words.iter().map(|n| capitalise(chu.nho(*n))).collect::<Vec<_>>().join(" ");
            let message = if shout {
                "họ tên người ký viết chữ thường, không in hoa"
            } else {
                "họ tên người ký viết hoa chữ cái đầu mỗi âm tiết"
            };
            soi.sua(&CHU, doan, chu.khoang(first, chu.tu.len() - 1), message, right);
        }
    }
}
