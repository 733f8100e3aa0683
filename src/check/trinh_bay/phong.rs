//! Font and colour (mục I.4).

use super::{Gom, Ho, Kiem, Rule, Soi, ViDu, co_dang, the_thuc};
use crate::diag::Code;
use crate::model::ban_thao::dang::PhongCu;
use crate::model::{BanThao, Doan, O};

static PHONG: Code = Code::tra_lai("phong-chu").theo("NĐ 30/2020/NĐ-CP, Phụ lục I, phần I, mục I, khoản 4");

/// Words in another font than Times New Roman.
pub static PHONG_CHU: Rule = Rule {
    code: &PHONG,
    ho: Ho::TrinhBay,
    vi_sao: "“Phông chữ tiếng Việt Times New Roman”. Chữ dán từ nơi khác thường giữ phông cũ (Calibri, Arial).",
    vi_du: &[
        ViDu::trinh_bay(O::NoiDung, "phông Arial", "phông Times New Roman"),
        ViDu::trinh_bay(O::NoiNhan, "phông Calibri", "phông TimesNewRomanPSMT"),
    ],
    kiem: Kiem::BanThao(phong_chu),
};

/// Fonts whose letters are signs.
const KY_HIEU: [&str; 7] = ["symbol", "wingding", "webdings", "marlett", "mathtype", "cambriamath", "zapfdingbats"];

/// Whether a paragraph is one that the decree's font is asked of.
fn can_xet(doan: &Doan) -> bool {
    !matches!(doan.o, O::DauChi | O::La)
}

/// A font's name without the case, spaces and marks that programs write it with.
fn gon(name: &str) -> String {
    name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

fn phong_chu(ban: &BanThao, soi: &mut Soi<'_>) {
    let Some(the_thuc) = the_thuc(ban, soi) else { return };
    let Some(right) = the_thuc.chu("phong_chu") else { return };
    // Tinos has its measures: the program itself prints with it.
    let allowed: Vec<String> = [right, "Tinos"].iter().map(|name| gon(name)).collect();
    let mut gom = Gom::new();
    for (doan, dang) in co_dang(ban).filter(|(doan, _)| can_xet(doan)) {
        let Some(font) = dang.phong.as_deref() else { continue };
        let short = gon(font);
        let fine = allowed.iter().chain(&KY_HIEU.map(str::to_owned)).any(|name| short.starts_with(name.as_str()));
        if !fine && !short.is_empty() && PhongCu::cua(font).is_none() {
            gom.them(format!("phông chữ {font}, không phải {right}"), doan);
        }
    }
    gom.bao(&PHONG, soi, "đoạn", &format!("chọn các đoạn này, đổi sang phông {right}"));
}

static CU: Code = Code::tra_lai("phong-chu-cu").theo("NĐ 30/2020/NĐ-CP, Phụ lục I, phần I, mục I, khoản 4");

/// Words in a font older than Unicode.
pub static PHONG_CHU_CU: Rule = Rule {
    code: &CU,
    ho: Ho::TrinhBay,
    vi_sao: "“bộ mã ký tự Unicode theo Tiêu chuẩn Việt Nam TCVN 6909:2001”. Chữ .VnTime, VNI-Times chỉ đọc được trên máy có phông ấy.",
    vi_du: &[
        ViDu::trinh_bay(O::NoiDung, "phông .VnTime", "phông Times New Roman"),
        ViDu::trinh_bay(O::TenLoai, "phông VNI-Times", "phông Times New Roman"),
    ],
    kiem: Kiem::BanThao(phong_chu_cu),
};

fn phong_chu_cu(ban: &BanThao, soi: &mut Soi<'_>) {
    if the_thuc(ban, soi).is_none() {
        return;
    }
    let mut gom = Gom::new();
    for (doan, dang) in co_dang(ban) {
        if let Some(font) = dang.phong.as_deref().filter(|font| PhongCu::cua(font).is_some()) {
            gom.them(format!("chữ theo bảng mã cũ (phông {font}), không phải Unicode"), doan);
        }
    }
    gom.bao(&CU, soi, "đoạn", "chuyển mã sang Unicode bằng UniKey (Ctrl+Shift+F6), rồi đổi sang phông Times New Roman");
}

static MAU: Code = Code::canh_bao("mau-chu").theo("NĐ 30/2020/NĐ-CP, Phụ lục I, phần I, mục I, khoản 4");

/// Words that are not black.
pub static MAU_CHU: Rule = Rule {
    code: &MAU,
    ho: Ho::TrinhBay,
    vi_sao: "Chữ của văn bản “màu đen”. Chữ đỏ, xanh thường là chỗ đánh dấu khi soạn mà quên đổi lại.",
    vi_du: &[ViDu::trinh_bay(O::NoiDung, "màu FF0000", "màu 000000")],
    kiem: Kiem::BanThao(mau_chu),
};

/// The lightest that is black on paper: pages of the web have text of "222222".
const DEN: u8 = 0x33;

fn mau_chu(ban: &BanThao, soi: &mut Soi<'_>) {
    if the_thuc(ban, soi).is_none() {
        return;
    }
    let mut gom = Gom::new();
    for (doan, dang) in co_dang(ban).filter(|(doan, _)| can_xet(doan)) {
        let Some(rgb) = dang.mau.as_deref().and_then(|hex| u32::from_str_radix(hex, 16).ok()) else { continue };
        let [_, r, g, b] = rgb.to_be_bytes();
        if r.max(g).max(b) > DEN {
            gom.them(format!("chữ màu {}, không phải màu đen", ten_mau(r, g, b)), doan);
        }
    }
    gom.bao(&MAU, soi, "đoạn", "chọn các đoạn này, đổi màu chữ sang Tự động (Automatic)");
}

/// A colour for people.
fn ten_mau(r: u8, g: u8, b: u8) -> &'static str {
    let (most, least) = (r.max(g).max(b), r.min(g).min(b));
    match () {
        () if most - least < 0x20 && least > 0xe0 => "trắng",
        () if most - least < 0x20 => "xám",
        () if r == most && g > 0x90 && b < 0x80 => "vàng",
        () if r == most && b > 0x90 => "hồng, tím",
        () if r == most => "đỏ",
        () if g == most => "xanh lá",
        () => "xanh",
    }
}
