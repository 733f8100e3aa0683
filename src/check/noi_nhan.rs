//! Nơi nhận (Phụ lục I, phần I, mục II, khoản 9, ô số 9b).

pub mod danh_sach;
pub mod luu;
pub mod thieu_noi;

use super::dau::nhan_dien::{ap_dung, cong_van, cua_dang, goc, la_loai};
use super::{Ho, Kiem, Rule, Soi, ViDu};
use crate::diag::Code;
use crate::model::{BanThao, Can, Doan, O};
use danh_sach::{DanhSach, la_ngoac, ten_goi};

const KHOAN_9B: &str = "NĐ 30/2020/NĐ-CP, Phụ lục I, phần I, mục II, khoản 9 điểm b, c";
const KHOAN_9D: &str = "NĐ 30/2020/NĐ-CP, Phụ lục I, phần I, mục II, khoản 9 điểm d";

static CHU: Code = Code::tra_lai("chu-noi-nhan").theo(KHOAN_9D);
static GACH: Code = Code::canh_bao("noi-nhan-thieu-gach").theo(KHOAN_9D);
static DAU_CUOI: Code = Code::tra_lai("noi-nhan-dau-cuoi").theo(KHOAN_9D);
static SAU_DAU: Code = Code::tra_lai("noi-nhan-chu-sau-cham-phay").theo(KHOAN_9D);
static DONG_LA: Code = Code::canh_bao("noi-nhan-dong-la").theo(KHOAN_9D);
static NHU_TREN: Code = Code::tra_lai("nhu-tren").theo(KHOAN_9B);
static TRUNG: Code = Code::canh_bao("noi-nhan-trung").theo(KHOAN_9D);

/// The words "Nơi nhận:".
pub static CHU_NOI_NHAN: Rule = Rule {
    code: &CHU,
    ho: Ho::NoiNhan,
    vi_sao: "Từ “Nơi nhận” được trình bày trên một dòng riêng, bằng chữ in thường, sau có dấu hai chấm (:).",
    vi_du: &[
        ViDu::o(
            O::NoiNhan,
            "Nơi nhận\n- UBND tỉnh;\n- Các đơn vị trực thuộc;",
            "Nơi nhận:\n- UBND tỉnh;\n- Các đơn vị trực thuộc;",
        ),
        ViDu::o(O::NoiNhan, "NƠI NHẬN:\n- Các đơn vị trực thuộc;", "Nơi nhận:\n- Các đơn vị trực thuộc;"),
    ],
    kiem: Kiem::BanThao(chu_noi_nhan),
};

/// Recipients without dashes.
pub static NOI_NHAN_GACH: Rule = Rule {
    code: &GACH,
    ho: Ho::NoiNhan,
    vi_sao: "Tên mỗi nơi nhận hoặc mỗi nhóm được trình bày trên một dòng riêng, đầu dòng có gạch đầu dòng (-).",
    vi_du: &[ViDu::o(
        O::NoiNhan,
        "Nơi nhận:\nUBND tỉnh;\n- Các đơn vị trực thuộc;",
        "Nơi nhận:\n- UBND tỉnh;\n- Các đơn vị trực thuộc;",
    )],
    kiem: Kiem::BanThao(thieu_gach),
};

/// Marks at the ends of the lines.
pub static NOI_NHAN_DAU: Rule = Rule {
    code: &DAU_CUOI,
    ho: Ho::NoiNhan,
    vi_sao: "Tên mỗi nơi nhận ở một dòng riêng, cuối dòng có dấu chấm phẩy (;); chỉ dòng Lưu kết thúc bằng dấu chấm (.).",
    vi_du: &[
        ViDu::o(
            O::NoiNhan,
            "Nơi nhận:\n- UBND tỉnh.\n- Các đơn vị trực thuộc,",
            "Nơi nhận:\n- UBND tỉnh;\n- Các đơn vị trực thuộc;",
        ),
        ViDu::o(
            O::NoiNhan,
            "Nơi nhận:\n- UBND tỉnh\n- Các đơn vị trực thuộc;",
            "Nơi nhận:\n- UBND tỉnh;\n- Các đơn vị\ntrực thuộc;",
        ),
    ],
    kiem: Kiem::BanThao(dau_cuoi),
};

/// Words behind the semicolon.
pub static CHU_SAU_CHAM_PHAY: Rule = Rule {
    code: &SAU_DAU,
    ho: Ho::NoiNhan,
    vi_sao: "Dấu chấm phẩy ở cuối dòng; sau nó không còn chữ. Mỗi nơi nhận một dòng, mục đích gửi ghi trước dấu.",
    vi_du: &[ViDu::o(
        O::NoiNhan,
        "Nơi nhận:\n- Công đoàn ngành; (phối hợp)\n- Các đơn vị trực thuộc;",
        "Nơi nhận:\n- Công đoàn ngành (phối hợp);\n- Các đơn vị trực thuộc;",
    )],
    kiem: Kiem::BanThao(sau_cham_phay),
};

/// Pieces of a brace beside the list.
pub static DONG_LA_NOI_NHAN: Rule = Rule {
    code: &DONG_LA,
    ho: Ho::NoiNhan,
    vi_sao: "Phần liệt kê chỉ gồm tên nơi nhận, mỗi nơi một dòng; ngoặc móc gộp nhiều dòng không có trong mẫu và vỡ ra khi chuyển bản.",
    vi_du: &[ViDu::o(
        O::NoiNhan,
        "Nơi nhận:\n- Các đơn vị trực thuộc;\n} (để thực hiện)",
        "Nơi nhận:\n- Các đơn vị trực thuộc (để thực hiện);",
    )],
    kiem: Kiem::BanThao(dong_la),
};

/// "Như trên" without Kính gửi, or missing under it.
pub static NHU_TREN_DUNG: Rule = Rule {
    code: &NHU_TREN,
    ho: Ho::NoiNhan,
    vi_sao: "Có “Kính gửi” thì Nơi nhận bắt đầu bằng “Như trên”, tiếp theo là các nơi khác; văn bản không có “Kính gửi” thì liệt kê nơi nhận.",
    vi_du: &[ViDu::o(
        O::NoiNhan,
        "Nơi nhận:\n- Như trên;\n- Các đơn vị trực thuộc;",
        "Nơi nhận:\n- UBND tỉnh;\n- Các đơn vị trực thuộc;",
    )],
    kiem: Kiem::BanThao(nhu_tren),
};

/// The same recipient twice.
pub static NOI_NHAN_TRUNG: Rule = Rule {
    code: &TRUNG,
    ho: Ho::NoiNhan,
    vi_sao: "Mỗi nơi nhận chỉ ghi một lần; nơi đã ghi ở Kính gửi thì nằm trong “Như trên”.",
    vi_du: &[ViDu::o(
        O::NoiNhan,
        "Nơi nhận:\n- UBND tỉnh;\n- Các đơn vị trực thuộc;\n- UBND tỉnh;",
        "Nơi nhận:\n- UBND tỉnh;\n- Các đơn vị trực thuộc;",
    )],
    kiem: Kiem::BanThao(trung),
};

fn la_chu_noi_nhan(doan: &Doan) -> bool {
    doan.chu.khop(0, &["nơi", "nhận"])
}

/// The recipients above the line Lưu.
pub(super) fn cac_noi(ban: &BanThao) -> DanhSach<'_> {
    DanhSach::doc(goc(ban, O::NoiNhan), la_chu_noi_nhan)
}

fn chu_noi_nhan(ban: &BanThao, soi: &mut Soi<'_>) {
    if !ap_dung(ban) {
        return;
    }
    for doan in goc(ban, O::NoiNhan).filter(|doan| la_chu_noi_nhan(doan)) {
        let chu = &doan.chu;
        let words = chu.khoang(0, 1);
        let written = chu.text.get(words.clone()).unwrap_or_default();
        if chu.viet(2) != ":" {
            let other_mark = matches!(chu.viet(2), ";" | "." | ",");
            let range = if other_mark { chu.khoang(0, 2) } else { words };
            soi.sua(&CHU, doan, range, "sau “Nơi nhận” có dấu hai chấm", "Nơi nhận:");
        } else if !written.split_whitespace().eq(["Nơi", "nhận"]) {
            soi.sua(&CHU, doan, words, "“Nơi nhận” viết chữ thường, hoa chữ đầu", "Nơi nhận");
        } else if chu.tu.len() > 3 {
            let range = chu.khoang(3, chu.tu.len() - 1);
            soi.bao(&CHU, doan, range, "“Nơi nhận:” đứng riêng một dòng, các nơi nhận ghi ở dòng dưới");
        }
    }
}

fn thieu_gach(ban: &BanThao, soi: &mut Soi<'_>) {
    if !ap_dung(ban) {
        return;
    }
    let list = cac_noi(ban);
    if let Some(plus) = list.noi.iter().find(|noi| noi.dau.so == "+") {
        let range = 0..plus.dau.chu.text.trim_end().len();
        soi.bao(&GACH, plus.dau, range, "đầu dòng nơi nhận là gạch đầu dòng (-), không phải dấu cộng");
    }
    let mut bare = list.noi.iter().filter(|noi| !noi.gach);
    let Some(first) = bare.next() else { return };
    // One finding for a list that has no dash at all.
    let rest = if list.noi.iter().any(|noi| noi.gach) { bare.collect() } else { Vec::new() };
    for noi in std::iter::once(first).chain(rest) {
        let range = 0..noi.dau.chu.text.len();
        soi.bao(&GACH, noi.dau, range, "mỗi nơi nhận một dòng, đầu dòng có gạch đầu dòng (-)");
    }
}

/// Where a semicolon stands with words behind it: its piece.
fn cham_phay_giua(doan: &Doan) -> Option<usize> {
    let chu = &doan.chu;
    (0..chu.tu.len().saturating_sub(1)).find(|n| chu.viet(*n) == ";")
}

fn dau_cuoi(ban: &BanThao, soi: &mut Soi<'_>) {
    if !ap_dung(ban) {
        return;
    }
    let list = cac_noi(ban);
    let saved = goc(ban, O::Luu).next().is_some();
    let last = list.noi.len().saturating_sub(1);
    for (index, noi) in list.noi.iter().enumerate() {
        // Without a line Lưu the last one ends the list; that there is none is said elsewhere.
        let ends = index == last && !saved;
        if !ends && cham_phay_giua(noi.cuoi).is_none() {
            noi.dau_cuoi_la(";", &DAU_CUOI, soi);
        }
    }
}

fn sau_cham_phay(ban: &BanThao, soi: &mut Soi<'_>) {
    if !ap_dung(ban) {
        return;
    }
    for doan in goc(ban, O::NoiNhan).filter(|doan| !la_chu_noi_nhan(doan)) {
        let Some(at) = cham_phay_giua(doan) else { continue };
        let chu = &doan.chu;
        let last = chu.tu.len() - 1;
        let range = chu.khoang(at, last);
        let rest = chu.text.get(chu.khoang(at + 1, last)).unwrap_or_default();
        if rest.starts_with('(') && rest.trim_end_matches([';', '.']).ends_with(')') {
            let right = format!(" {};", rest.trim_end_matches([';', '.']));
            soi.sua(&SAU_DAU, doan, range, "mục đích gửi ghi trước dấu chấm phẩy cuối dòng", right);
        } else {
            let finding = soi.tai(&SAU_DAU, doan, range, "sau dấu chấm phẩy không còn chữ, mỗi nơi nhận một dòng");
            soi.push(finding.advice("xuống dòng, gạch đầu dòng cho nơi nhận sau"));
        }
    }
}

fn dong_la(ban: &BanThao, soi: &mut Soi<'_>) {
    let lines =
        ban.doan.iter().filter(|doan| doan.kem == 0 && matches!(doan.o, O::NoiNhan | O::La | O::Luu | O::NoiDung));
    let mut listed = false;
    for doan in lines {
        listed |= doan.o == O::NoiNhan;
        if listed && la_ngoac(doan) {
            let range = 0..doan.chu.text.trim_end().len();
            let finding = soi.tai(&DONG_LA, doan, range, "dòng lạ trong Nơi nhận, không phải tên nơi nhận");
            soi.push(finding.advice("ghi mục đích gửi vào từng dòng: “- UBND tỉnh (để báo cáo);”"));
        }
    }
}

/// Types that speak of what stands above them in another way, or to whom Kính gửi is not the only "trên".
const NHU_TREN_TU_DO: [&str; 9] = [
    "giấy giới thiệu",
    "giấy mời",
    "công điện",
    "phiếu gửi",
    "phiếu chuyển",
    "phiếu báo",
    "giấy nghỉ phép",
    "thư công",
    "giấy ủy quyền",
];

fn nhu_tren(ban: &BanThao, soi: &mut Soi<'_>) {
    let list = cac_noi(ban);
    if ban.loai.is_none() || list.noi.is_empty() || la_loai(ban, &NHU_TREN_TU_DO) || cua_dang(ban) {
        return;
    }
    let addressed = goc(ban, O::KinhGui).next().is_some();
    let at = list.noi.iter().position(|noi| is_nhu_tren(noi.dau));
    match at {
        // That Kính gửi is missing where it must be is said once.
        Some(_) if !addressed && ban.loai.as_ref().is_some_and(|loai| loai.can("kinh_gui") == Can::BatBuoc) => {}
        Some(at) if !addressed => {
            let doan = list.noi[at].dau;
            let finding = soi.tai(&NHU_TREN, doan, doan.chu.khoang(0, 1), "“Như trên” chỉ dùng khi có “Kính gửi”");
            soi.push(finding.advice("ghi tên nơi nhận; quyết định ghi “Như Điều …”"));
        }
        Some(at) if at > 0 => {
            let doan = list.noi[at].dau;
            soi.bao(&NHU_TREN, doan, doan.chu.khoang(0, 1), "“Như trên” đứng đầu Nơi nhận");
        }
        None if addressed && (cong_van(ban) || la_loai(ban, &["tờ trình", "báo cáo"])) => {
            let doan = list.noi[0].dau;
            let chu = &doan.chu;
            // "Như kính gửi", "Như Kính gửi trên".
            if chu.nho(0) == "như" && (chu.nho(1) == "kính" || chu.khop(1, &["phần", "kính"])) {
                let end =
                    chu.tu.iter().rposition(|tu| chu.thuong.get(tu.range()).is_some_and(|w| w == "gửi" || w == "trên"));
                soi.sua(&NHU_TREN, doan, chu.khoang(0, end.unwrap_or(1)), "viết là “Như trên”", "Như trên");
            } else if chu.nho(0) != "như" {
                let range = 0..chu.text.trim_end().len();
                let finding = soi.tai(&NHU_TREN, doan, range, "có “Kính gửi” thì Nơi nhận bắt đầu bằng “Như trên”");
                soi.push(finding.advice("thêm dòng “- Như trên;” ở đầu"));
            }
        }
        _ => {}
    }
}

fn is_nhu_tren(doan: &Doan) -> bool {
    doan.chu.khop(0, &["như", "trên"])
}

fn trung(ban: &BanThao, soi: &mut Soi<'_>) {
    let list = cac_noi(ban);
    let names: Vec<&str> =
        list.noi.iter().map(|noi| if noi.dau.place == noi.cuoi.place { ten_goi(noi.dau) } else { "" }).collect();
    for (index, name) in names.iter().enumerate().filter(|(_, name)| !name.is_empty()) {
        let doan = list.noi[index].dau;
        let range = 0..doan.chu.text.trim_end().len();
        if let Some(before) = names[..index].iter().position(|other| other == name) {
            let finding = soi.tai(&TRUNG, doan, range, "nơi nhận này đã ghi ở trên");
            soi.push(finding.also(list.noi[before].dau.place.clone(), "lần đầu"));
        }
    }
}
