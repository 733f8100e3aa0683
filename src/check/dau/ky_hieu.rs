//! The symbol (mục II, khoản 3 điểm b, c; Phụ lục III, mục I).

use super::nhan_dien::{ap_dung, cong_van, goc, la_loai, quy_pham};
use crate::check::{Ho, Kiem, Nen, Rule, Soi, ViDu};
use crate::diag::Code;
use crate::model::ban_thao::LoaiTu;
use crate::model::{BanThao, Chu, Doan, O};

static LOAI: Code = Code::tra_lai("ky-hieu-khong-hop-loai")
    .theo("NĐ 30/2020/NĐ-CP, Phụ lục I, phần I, mục II, khoản 3 điểm b; Phụ lục III, mục I");
static CONG_VAN: Code =
    Code::tra_lai("ky-hieu-cong-van").theo("NĐ 30/2020/NĐ-CP, Phụ lục I, phần I, mục II, khoản 3 điểm b");
static DON_VI: Code =
    Code::canh_bao("ky-hieu-thieu-don-vi").theo("NĐ 30/2020/NĐ-CP, Phụ lục I, phần I, mục II, khoản 3 điểm b");
static DAU_NOI: Code =
    Code::tra_lai("dau-trong-so-ky-hieu").theo("NĐ 30/2020/NĐ-CP, Phụ lục I, phần I, mục II, khoản 3 điểm c");
static IN_HOA: Code =
    Code::tra_lai("ky-hieu-viet-thuong").theo("NĐ 30/2020/NĐ-CP, Phụ lục I, phần I, mục II, khoản 3 điểm c");
static CHU_D: Code = Code::tra_lai("ky-hieu-chu-d").theo("NĐ 30/2020/NĐ-CP, Phụ lục III, mục I");
static THIEU: Code =
    Code::canh_bao("thieu-ky-hieu").theo("NĐ 30/2020/NĐ-CP, Phụ lục I, phần I, mục II, khoản 3 điểm b");

/// The abbreviation of another type, or of none.
pub static HOP_LOAI: Rule = Rule {
    code: &LOAI,
    ho: Ho::Dau,
    vi_sao: "Ký hiệu của văn bản bao gồm chữ viết tắt tên loại (bảng ở Phụ lục III, mục I) và chữ viết tắt tên cơ quan.",
    vi_du: &[
        ViDu::o(O::SoKyHieu, "Số: 13/TB-SYT", "Số: 13/KH-SYT"),
        ViDu::o(O::SoKyHieu, "Số: 13/SYT-TCCB", "Số: 13/KH-SYT"),
    ],
    kiem: Kiem::BanThao(hop_loai),
};

/// A công văn with the abbreviation of a type.
pub static KY_HIEU_CONG_VAN: Rule = Rule {
    code: &CONG_VAN,
    ho: Ho::Dau,
    vi_sao: "Đối với công văn, ký hiệu gồm chữ viết tắt tên cơ quan và chữ viết tắt tên đơn vị soạn thảo hoặc lĩnh vực; công văn không có chữ viết tắt tên loại.",
    vi_du: &[ViDu::trong(Nen::CongVan, O::SoKyHieu, "Số: 196/CV-SYT", "Số: 196/SYT-VP")],
    kiem: Kiem::BanThao(ky_hieu_cong_van),
};

/// A công văn without the drafting unit.
pub static THIEU_DON_VI: Rule = Rule {
    code: &DON_VI,
    ho: Ho::Dau,
    vi_sao: "Đối với công văn, sau chữ viết tắt tên cơ quan là chữ viết tắt tên đơn vị soạn thảo hoặc lĩnh vực được giải quyết.",
    vi_du: &[ViDu::trong(Nen::CongVan, O::SoKyHieu, "Số: 196/SYT", "Số: 196/SYT-VP")],
    kiem: Kiem::BanThao(thieu_don_vi),
};

/// Marks between number, type and agency.
pub static DAU_TRONG_SO: Rule = Rule {
    code: &DAU_NOI,
    ho: Ho::Dau,
    vi_sao: "Giữa số và ký hiệu văn bản có dấu gạch chéo (/), giữa các nhóm chữ viết tắt có dấu gạch nối (-). Số-loại/cơ quan là cách ghi của văn bản Đảng.",
    vi_du: &[
        ViDu::o(O::SoKyHieu, "Số: 13-KH/SYT", "Số: 13/KH-SYT"),
        ViDu::o(O::SoKyHieu, "Số: 13/KH/SYT", "Số: 13/KH-SYT"),
    ],
    kiem: Kiem::BanThao(dau_noi),
};

/// Small letters in the symbol.
pub static KY_HIEU_IN_HOA: Rule = Rule {
    code: &IN_HOA,
    ho: Ho::Dau,
    vi_sao: "Ký hiệu của văn bản được trình bày bằng chữ in hoa, trừ chữ viết tắt của bảng như QyĐ, CTr, TTr.",
    vi_du: &[ViDu::o(O::SoKyHieu, "Số: 13/kh-syt", "Số: 13/KH-SYT")],
    kiem: Kiem::BanThao(in_hoa),
};

/// D in the place of Đ.
pub static KY_HIEU_CHU_D: Rule = Rule {
    code: &CHU_D,
    ho: Ho::Dau,
    vi_sao: "Chữ viết tắt lấy chữ cái tiếng Việt: QĐ là quyết định, HĐND là Hội đồng nhân dân.",
    vi_du: &[ViDu::o(O::SoKyHieu, "Số: 13/KH-HDND", "Số: 13/KH-HĐND")],
    kiem: Kiem::BanThao(chu_d),
};

/// A number alone.
pub static THIEU_KY_HIEU: Rule = Rule {
    code: &THIEU,
    ho: Ho::Dau,
    vi_sao: "Sau số là dấu gạch chéo và ký hiệu: chữ viết tắt tên loại và tên cơ quan.",
    vi_du: &[ViDu::o(O::SoKyHieu, "Số: 13", "Số: 13/KH-SYT")],
    kiem: Kiem::BanThao(thieu_ky_hieu),
};

/// The line "Số: 13/KH-SYT" taken apart, by pieces.
pub struct Dong<'a> {
    chu: &'a Chu,
    /// The word "Số".
    pub tu_so: Option<usize>,
    /// Whether a colon follows it.
    pub hai_cham: bool,
    /// The number; `None` is a blank slot.
    pub so: Option<usize>,
    /// The year between number and symbol.
    pub nam: Option<usize>,
    /// The first piece behind number and year: the mark before the symbol, or the symbol itself.
    pub dau: usize,
    /// Behind the last piece of the symbol.
    pub het: usize,
}

impl<'a> Dong<'a> {
    /// Takes a line apart.
    pub fn doc(chu: &'a Chu) -> Dong<'a> {
        let tu_so = matches!(chu.nho(0), "số" | "sô" | "so").then_some(0);
        let mut at = usize::from(tu_so.is_some());
        let hai_cham = chu.viet(at) == ":";
        at += usize::from(hai_cham);
        while matches!(chu.viet(at), "." | "…" | "_" | ";" | ",") {
            at += 1;
        }
        let is_number = |n: usize| chu.tu.get(n).is_some_and(|tu| tu.loai == LoaiTu::So);
        let so = is_number(at).then_some(at);
        at += usize::from(so.is_some());
        while matches!(chu.viet(at), "." | "…" | "_") {
            at += 1;
        }
        let four = |n: usize| chu.viet(n).len() == 4 && chu.viet(n).bytes().all(|b| b.is_ascii_digit());
        let nam = (chu.viet(at) == "/" && four(at + 1) && chu.viet(at + 2) == "/").then_some(at + 1);
        at = nam.map_or(at, |nam| nam + 1);
        let mut het = at;
        // Groups of letters joined by marks; a word that only follows is no part of it.
        while let Some(tu) = chu.tu.get(het) {
            let mark = tu.loai == LoaiTu::Dau;
            if mark && !is_joint(chu.viet(het)) && !matches!(chu.viet(het), "." | "…") {
                break;
            }
            let joined = het == at || chu.tu.get(het - 1).is_some_and(|before| before.loai == LoaiTu::Dau);
            if !mark && !joined {
                break;
            }
            het += 1;
        }
        while het > at && matches!(chu.viet(het - 1), "." | "…") {
            het -= 1;
        }
        Dong { chu, tu_so, hai_cham, so, nam, dau: at, het }
    }

    /// The piece the line begins with.
    pub fn bat_dau(&self) -> usize {
        self.tu_so.unwrap_or(self.chu.tu.len())
    }

    /// The groups of letters of the symbol.
    pub fn nhom(&self) -> impl Iterator<Item = &'a str> {
        let chu = self.chu;
        self.nhom_o().filter_map(move |n| chu.tu.get(n).and_then(|tu| chu.text.get(tu.range())))
    }

    /// Their pieces.
    pub fn nhom_o(&self) -> impl Iterator<Item = usize> {
        let chu = self.chu;
        (self.dau..self.het).filter(move |n| chu.tu.get(*n).is_some_and(|tu| tu.loai == LoaiTu::Chu))
    }
}

fn is_joint(mark: &str) -> bool {
    matches!(mark, "/" | "-" | "–" | "—" | "_" | "&")
}

/// The first group of a symbol: "KH" of "Số: 13/KH-SYT".
pub fn nhom_dau(chu: &Chu) -> &str {
    Dong::doc(chu).nhom().next().unwrap_or_default()
}

/// Types whose symbols are the parties' affair.
const TU_DO: [&str; 3] = ["hợp đồng", "bản ghi nhớ", "bản thỏa thuận"];

/// The lines of number and symbol that Nghị định 30 governs.
fn cac_dong(ban: &BanThao) -> impl Iterator<Item = &Doan> {
    let governed = ap_dung(ban) && !quy_pham(ban) && !la_loai(ban, &TU_DO);
    goc(ban, O::SoKyHieu).take(1).filter(move |_| governed)
}

/// An abbreviation with D for every Đ.
fn khong_dau_d(text: &str) -> String {
    text.replace('Đ', "D").replace('đ', "d")
}

fn hop_loai(ban: &BanThao, soi: &mut Soi<'_>) {
    let Some(loai) = &ban.loai else { return };
    let (Some(viet_tat), Some(title)) = (&loai.viet_tat, goc(ban, O::TenLoai).next()) else { return };
    for doan in cac_dong(ban) {
        let dong = Dong::doc(&doan.chu);
        let Some(at) = dong.nhom_o().next() else { continue };
        let group = doan.chu.viet(at);
        let small = !group.chars().any(char::is_uppercase);
        if group == viet_tat || small || (khong_dau_d(viet_tat) == group) {
            continue;
        }
        let range = doan.chu.khoang(at, at);
        if group.to_lowercase() == viet_tat.to_lowercase() {
            let message = format!("chữ viết tắt của {} là {viet_tat}", loai.ten);
            soi.sua(&LOAI, doan, range, message, viet_tat.clone());
            continue;
        }
        let other = soi.ctx.reference.loai.iter().find(|other| other.viet_tat.as_deref() == Some(group));
        // "KHPH", "KHLN": a plan made together with others.
        if other.is_none() && group.starts_with(viet_tat.as_str()) {
            continue;
        }
        let message = match other {
            Some(other) => format!("“{group}” là chữ viết tắt của {}, văn bản này là {}", other.ten, loai.ten),
            None => format!("ký hiệu của {} bắt đầu bằng “{viet_tat}”", loai.ten),
        };
        let finding = soi.tai(&LOAI, doan, range, message);
        let place = title.place.clone();
        soi.push(finding.also(place, "tên loại ở đây").advice(format!("viết: {viet_tat}-…, hoặc sửa tên loại")));
    }
}

fn ky_hieu_cong_van(ban: &BanThao, soi: &mut Soi<'_>) {
    if !cong_van(ban) || goc(ban, O::TenLoai).next().is_some() {
        return;
    }
    for doan in cac_dong(ban) {
        let dong = Dong::doc(&doan.chu);
        let Some(at) = dong.nhom_o().next() else { continue };
        let group = doan.chu.viet(at);
        // "CT", "TC", "DA", "PC" are agencies as well.
        let of_type = matches!(group, "KH" | "QĐ" | "TB" | "BC" | "TTr" | "NQ" | "HD" | "GM" | "BB" | "CĐ");
        if group.to_uppercase() != "CV" && !of_type {
            continue;
        }
        if goc(ban, O::TrichYeu).next().is_none() || co_quan_la(ban, group) {
            continue;
        }
        let message = format!("ký hiệu của công văn không có “{group}”");
        let finding = soi.tai(&CONG_VAN, doan, doan.chu.khoang(at, at), message);
        soi.push(finding.advice("viết chữ viết tắt tên cơ quan, rồi chữ viết tắt đơn vị soạn thảo: SYT-VP"));
    }
}

/// Whether the first letters of the agency's name are these: a symbol of its own that looks like a type's.
fn co_quan_la(ban: &BanThao, group: &str) -> bool {
    goc(ban, O::CoQuan).any(|doan| {
        let chu = &doan.chu;
        let letters = chu.tu.iter().filter_map(|tu| chu.text.get(tu.range())?.chars().next());
        letters.filter(|c| c.is_alphabetic()).collect::<String>().to_uppercase().starts_with(group)
    })
}

fn thieu_don_vi(ban: &BanThao, soi: &mut Soi<'_>) {
    if !cong_van(ban) || goc(ban, O::TenLoai).next().is_some() {
        return;
    }
    for doan in cac_dong(ban) {
        let dong = Dong::doc(&doan.chu);
        let mut groups = dong.nhom_o();
        let (Some(at), None) = (groups.next(), groups.next()) else { continue };
        // "CV" alone is the other rule's.
        if dong.dau < at && doan.chu.viet(at).to_uppercase() != "CV" {
            let message = "ký hiệu của công văn thiếu chữ viết tắt đơn vị soạn thảo hoặc lĩnh vực";
            let finding = soi.tai(&DON_VI, doan, doan.chu.khoang(at, at), message);
            soi.push(finding.advice(format!("viết: {}-…", doan.chu.viet(at))));
        }
    }
}

fn dau_noi(ban: &BanThao, soi: &mut Soi<'_>) {
    for doan in cac_dong(ban) {
        let chu = &doan.chu;
        let dong = Dong::doc(chu);
        let groups: Vec<usize> = dong.nhom_o().collect();
        let (Some(first), Some(last)) = (groups.first().copied(), groups.last().copied()) else { continue };
        if first == dong.dau && dong.so.is_none() {
            continue;
        }
        let stroke = (dong.dau..first).map(|n| chu.viet(n)).eq(["/"]);
        let joints = (first..last).filter(|n| chu.tu.get(*n).is_some_and(|tu| tu.loai == LoaiTu::Dau));
        let wrong = joints.filter(|n| !matches!(chu.viet(*n), "-" | "&" | "." | ",")).count();
        if stroke && wrong == 0 {
            continue;
        }
        let right = (first..=last)
            .map(|n| if matches!(chu.viet(n), "/" | "–" | "—" | "_") { "-" } else { chu.viet(n) })
            .collect::<String>();
        let so = dong.so.map(|n| chu.viet(n)).unwrap_or_default();
        let nam = dong.nam.map(|n| format!("/{}", chu.viet(n))).unwrap_or_default();
        let message = match (stroke, chu.viet(dong.dau)) {
            (false, "-") if wrong > 0 => {
                "“số-loại/cơ quan” là cách ghi của văn bản Đảng; văn bản hành chính ghi số/loại-cơ quan"
            }
            (false, _) => "giữa số và ký hiệu là dấu gạch chéo (/)",
            (true, _) => "giữa các nhóm chữ viết tắt của ký hiệu là gạch nối (-)",
        };
        let start = dong.so.unwrap_or(dong.dau);
        soi.sua(&DAU_NOI, doan, chu.khoang(start, last), message, format!("{so}{nam}/{right}"));
    }
}

fn in_hoa(ban: &BanThao, soi: &mut Soi<'_>) {
    for doan in cac_dong(ban) {
        let chu = &doan.chu;
        let dong = Dong::doc(chu);
        let groups: Vec<usize> = dong.nhom_o().collect();
        let small = |n: &usize| {
            let word = chu.viet(*n);
            word.chars().count() >= 2 && !word.chars().any(char::is_uppercase)
        };
        let (Some(first), Some(last), true) = (groups.first(), groups.last(), groups.iter().any(small)) else {
            continue;
        };
        let of_type = ban.loai.as_ref().and_then(|loai| loai.viet_tat.as_deref());
        let right = (*first..=*last)
            .map(|n| match of_type {
                Some(of_type) if n == *first && of_type.to_lowercase() == chu.nho(n) => of_type.to_owned(),
                _ if small(&n) => chu.viet(n).to_uppercase(),
                _ => chu.viet(n).to_owned(),
            })
            .collect::<String>();
        soi.sua(&IN_HOA, doan, chu.khoang(*first, *last), "ký hiệu viết bằng chữ in hoa", right);
    }
}

fn chu_d(ban: &BanThao, soi: &mut Soi<'_>) {
    let of_type = ban.loai.as_ref().and_then(|loai| loai.viet_tat.as_deref()).unwrap_or("QĐ");
    for doan in cac_dong(ban) {
        let dong = Dong::doc(&doan.chu);
        for (index, at) in dong.nhom_o().enumerate() {
            let group = doan.chu.viet(at);
            let right = match group {
                "HDND" => "HĐND",
                "UBNĐ" => "UBND",
                _ if index == 0 && group != of_type && group == khong_dau_d(of_type) && !cong_van(ban) => of_type,
                _ => continue,
            };
            let message = format!("chữ viết tắt là {right}");
            soi.sua(&CHU_D, doan, doan.chu.khoang(at, at), message, right);
        }
    }
}

fn thieu_ky_hieu(ban: &BanThao, soi: &mut Soi<'_>) {
    for doan in cac_dong(ban) {
        let dong = Dong::doc(&doan.chu);
        if let Some(so) = dong.so
            && dong.nhom_o().next().is_none()
        {
            let finding = soi.tai(&THIEU, doan, doan.chu.khoang(so, so), "sau số thiếu ký hiệu");
            soi.push(finding.advice("viết dạng: 13/KH-SYT"));
        }
    }
}
