//! The form of a citation: kind, "số", symbol.

use super::doc::VienDan;
use super::ky_hieu::Dang;
use super::loai::Loai;
use crate::check::{Ho, Kiem, Rule, Soi, ViDu};
use crate::diag::Code;
use crate::model::Nguon;
use crate::model::ban_thao::chu::{hoa_dau, hoa_het};

static CODE_SO: Code = Code::tra_lai("vien-dan-thieu-so").theo(super::KHOAN_6B);

/// "Kế hoạch 234/KH-SYT".
pub static THIEU_SO: Rule = Rule {
    code: &CODE_SO,
    ho: Ho::VienDan,
    vi_sao: "Viện dẫn ghi “tên loại, số, ký hiệu của văn bản”: giữa tên loại và số có chữ “số”.",
    vi_du: &[ViDu::noi_dung(
        "Thực hiện Kế hoạch 234/KH-UBND ngày 16 tháng 01 năm 2026 của UBND tỉnh về cải cách hành chính năm 2026.",
        "Thực hiện Kế hoạch số 234/KH-UBND ngày 16 tháng 01 năm 2026 của UBND tỉnh về cải cách hành chính năm 2026.",
    )],
    kiem: Kiem::TuDien,
};

static CODE_TAT: Code = Code::canh_bao("ten-loai-viet-tat").theo(super::KHOAN_6B);

/// "NĐ 30/2020/NĐ-CP".
pub static TEN_LOAI_VIET_TAT: Rule = Rule {
    code: &CODE_TAT,
    ho: Ho::VienDan,
    vi_sao: "“… phải ghi đầy đủ tên loại, số, ký hiệu của văn bản …”",
    vi_du: &[ViDu::noi_dung(
        "Thực hiện NĐ 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư.",
        "Thực hiện Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư.",
    )],
    kiem: Kiem::TuDien,
};

static CODE_HONG: Code = Code::tra_lai("ky-hieu-sai-dang").theo(super::KHOAN_3C);

/// "34/-CT/TW", "KH-SYT/13".
pub static KY_HIEU_SAI_DANG: Rule = Rule {
    code: &CODE_HONG,
    ho: Ho::VienDan,
    vi_sao: "“Giữa số và ký hiệu văn bản có dấu gạch chéo (/), giữa các nhóm chữ viết tắt trong ký hiệu văn bản có dấu gạch nối (-), \
             không cách chữ.” Văn bản của Đảng: số nối với tên loại bằng dấu gạch nối, “34-CT/TW”.",
    vi_du: &[ViDu::noi_dung(
        "Thực hiện Chỉ thị số 34/-CT/TW ngày 07 tháng 4 năm 2014 của Bộ Chính trị về tiếp tục đổi mới công tác thi đua, khen thưởng.",
        "Thực hiện Chỉ thị số 34-CT/TW ngày 07 tháng 4 năm 2014 của Bộ Chính trị về tiếp tục đổi mới công tác thi đua, khen thưởng.",
    )],
    kiem: Kiem::TuDien,
};

static CODE_NOI: Code = Code::canh_bao("ky-hieu-noi-sai").theo(super::KHOAN_3C);

/// "20/NQ-TW", "05/CT/UBND".
pub static KY_HIEU_NOI_SAI: Rule = Rule {
    code: &CODE_NOI,
    ho: Ho::VienDan,
    vi_sao: "Ký hiệu văn bản hành chính: “05/CT-UBND”; văn bản của Đảng: “20-NQ/TW”.",
    vi_du: &[ViDu::noi_dung(
        "Thực hiện Nghị quyết số 20/NQ-TW ngày 25 tháng 10 năm 2017 của Ban Chấp hành Trung ương về tăng cường công tác dân số.",
        "Thực hiện Nghị quyết số 20-NQ/TW ngày 25 tháng 10 năm 2017 của Ban Chấp hành Trung ương về tăng cường công tác dân số.",
    )],
    kiem: Kiem::TuDien,
};

static CODE_CACH: Code = Code::canh_bao("ky-hieu-cach-chu").theo(super::KHOAN_3C);

/// "13/KH - SYT".
pub static KY_HIEU_CACH_CHU: Rule = Rule {
    code: &CODE_CACH,
    ho: Ho::VienDan,
    vi_sao: "“… giữa các nhóm chữ viết tắt trong ký hiệu văn bản có dấu gạch nối (-), không cách chữ.”",
    vi_du: &[ViDu::noi_dung(
        "Thực hiện Kế hoạch số 234/KH - UBND ngày 16 tháng 01 năm 2026 của UBND tỉnh về cải cách hành chính năm 2026.",
        "Thực hiện Kế hoạch số 234/KH-UBND ngày 16 tháng 01 năm 2026 của UBND tỉnh về cải cách hành chính năm 2026.",
    )],
    kiem: Kiem::TuDien,
};

static CODE_LOAI: Code = Code::canh_bao("loai-khac-ky-hieu").theo(super::KHOAN_6B);

/// "Văn bản số 1474/SYT-VP", "Quyết định số 12/KH-SYT".
pub static LOAI_KHAC_KY_HIEU: Rule = Rule {
    code: &CODE_LOAI,
    ho: Ho::VienDan,
    vi_sao: "Ký hiệu bắt đầu bằng chữ viết tắt tên loại (Phụ lục III, mục I); ký hiệu không có tên loại là của công văn. “Văn bản” không \
             phải tên loại.",
    vi_du: &[
        ViDu::noi_dung(
            "Thực hiện Văn bản số 1474/UBND-VX ngày 26 tháng 01 năm 2026 của UBND tỉnh về phòng, chống dịch bệnh.",
            "Thực hiện Công văn số 1474/UBND-VX ngày 26 tháng 01 năm 2026 của UBND tỉnh về phòng, chống dịch bệnh.",
        ),
        ViDu::noi_dung(
            "Thực hiện Quyết định số 234/KH-UBND ngày 16 tháng 01 năm 2026 của UBND tỉnh về cải cách hành chính năm 2026.",
            "Thực hiện Kế hoạch số 234/KH-UBND ngày 16 tháng 01 năm 2026 của UBND tỉnh về cải cách hành chính năm 2026.",
        ),
    ],
    kiem: Kiem::TuDien,
};

static CODE_THUONG: Code = Code::tra_lai("ten-loai-viet-thuong").theo("NĐ 30/2020/NĐ-CP, Phụ lục II, mục V, khoản 6");

/// "nghị quyết số 21-NQ/TW".
pub static TEN_LOAI_VIET_THUONG: Rule = Rule {
    code: &CODE_THUONG,
    ho: Ho::VienDan,
    vi_sao: "“Viết hoa chữ cái đầu của tên loại văn bản … trong trường hợp nói đến một văn bản cụ thể.”",
    vi_du: &[ViDu::noi_dung(
        "Các đơn vị thực hiện nghị quyết số 05/NQ-HĐND ngày 16 tháng 01 năm 2026 của HĐND tỉnh về nhiệm vụ năm 2026.",
        "Các đơn vị thực hiện Nghị quyết số 05/NQ-HĐND ngày 16 tháng 01 năm 2026 của HĐND tỉnh về nhiệm vụ năm 2026.",
    )],
    kiem: Kiem::TuDien,
};

/// Looks at the form of every citation.
pub fn soi(all: &[VienDan<'_>], soi: &mut Soi<'_>) {
    for one in all {
        so(one, soi);
        ky_hieu(one, soi);
        if !one.viet_tat {
            loai(one, soi);
            hoa(one, soi);
        }
    }
}

fn so(one: &VienDan<'_>, soi: &mut Soi<'_>) {
    let chu = one.chu();
    let symbol = chu.khoang(one.ky_hieu.dau, one.ky_hieu.cuoi);
    let written = chu.text.get(symbol.clone()).unwrap_or_default();
    if one.viet_tat {
        if one.doan.dang.as_ref().is_some_and(|dang| dang.trong_bang) {
            return;
        }
        let range = chu.khoang(one.dau, one.ky_hieu.cuoi);
        let message = format!("tên loại viết tắt “{}”", chu.viet(one.dau));
        match one.ky_hieu.cua_dang() {
            false => soi.sua(&CODE_TAT, one.doan, range, message, format!("{} số {written}", one.loai.ten)),
            true => soi.bao(&CODE_TAT, one.doan, range, message),
        }
    } else if !one.co_so && !one.loai.la_luat() {
        let message = format!("thiếu chữ “số” giữa “{}” và “{written}”", one.loai.ten);
        soi.sua(&CODE_SO, one.doan, symbol, message, format!("số {written}"));
    }
}

fn ky_hieu(one: &VienDan<'_>, soi: &mut Soi<'_>) {
    let chu = one.chu();
    let symbol = &one.ky_hieu;
    let range = chu.khoang(symbol.dau, symbol.cuoi);
    let written = chu.text.get(range.clone()).unwrap_or_default();
    let right = symbol.chuan();
    let message = format!("ký hiệu “{written}” sai dạng");
    let doubled = written.contains("/-") || written.contains("-/") || written.contains("//") || written.contains("--");
    match symbol.dang {
        Dang::Nguoc => soi.bao(&CODE_HONG, one.doan, range, format!("{message}: số đứng trước, “{right}”")),
        Dang::Hong if doubled => soi.sua(&CODE_HONG, one.doan, range, message, right),
        Dang::Hong => soi.bao(&CODE_NOI, one.doan, range, format!("{message}, thường viết “{right}”")),
        Dang::HanhChinh
            if right != written && symbol.cua_dang() && matches!(symbol.nhom.last(), Some(&("TW" | "TU"))) =>
        {
            soi.sua(&CODE_NOI, one.doan, range, format!("ký hiệu văn bản của Đảng viết “{right}”"), right);
        }
        _ if symbol.khoang_trang && !symbol.so.is_empty() => {
            let (place, _) = one.doan.cho(soi.ctx.files, range.clone());
            let wrapped = soi.ctx.files.slice(&place).contains('\n')
                || (matches!(soi.ctx.nguon, Nguon::Chu | Nguon::Pdf)
                    && written.contains("- ")
                    && !written.contains(" -"));
            if !wrapped {
                soi.sua(&CODE_CACH, one.doan, range, format!("ký hiệu “{written}” có khoảng trắng"), right);
            }
        }
        _ => {}
    }
}

fn loai(one: &VienDan<'_>, soi: &mut Soi<'_>) {
    let chu = one.chu();
    let range = chu.khoang(one.dau, one.loai_cuoi);
    let written = chu.text.get(range.clone()).unwrap_or_default();
    let Some(first) = one.ky_hieu.nhom.first() else { return };
    let party = one.ky_hieu.cua_dang();
    let stands_for = Loai::cua_nhom(first, party);
    let symbol = one.ky_hieu.chuan();
    if plural(one) {
        return;
    }
    if one.loai.chung_chung() {
        let letter = stands_for.is_none() && !party && one.ky_hieu.nam.is_none() && one.ky_hieu.nhom.len() > 1;
        // What the first letters may also stand for: Cục Thuế, Công đoàn.
        let surely = !matches!(*first, "CT" | "CĐ" | "TC" | "DA" | "PC" | "BC" | "KL" | "TT" | "TB");
        let right = match stands_for {
            Some(loai) if surely => loai.ten,
            None if letter && surely => "Công văn",
            _ => return,
        };
        let message = format!("“{symbol}” là ký hiệu của {}, “{written}” không phải tên loại", right.to_lowercase());
        return soi.sua(&CODE_LOAI, one.doan, range, message, right);
    }
    if one.loai.viet_tat.is_empty() || one.loai.viet_tat.contains(first) || one.loai.la_luat() {
        return;
    }
    let letter = one.loai.ten == "Công văn";
    match stands_for {
        Some(other) if !letter || matches!(*first, "KH" | "QĐ" | "NQ" | "TTr" | "NĐ" | "CTr" | "TTLT") => {
            let message = format!("“{written}” mà ký hiệu là của {}: “{symbol}”", other.ten.to_lowercase());
            let finding = soi.tai(&CODE_LOAI, one.doan, range, message);
            soi.push(finding.advice(format!("đối chiếu văn bản gốc: {} hay ký hiệu khác", other.ten)));
        }
        None if !letter && !party && is_agency(first) && one.ky_hieu.nhom.len() > 1 && one.ky_hieu.nam.is_none() => {
            let message = format!("“{written}” mà ký hiệu “{symbol}” không có tên loại: là ký hiệu của công văn");
            soi.bao(&CODE_LOAI, one.doan, range, message);
        }
        _ => {}
    }
}

/// Abbreviations of agencies that no kind has.
fn is_agency(nhom: &str) -> bool {
    matches!(
        nhom,
        "UBND"
            | "HĐND"
            | "SYT"
            | "SNV"
            | "STC"
            | "SXD"
            | "STP"
            | "SCT"
            | "SGDĐT"
            | "SKHĐT"
            | "SLĐTBXH"
            | "STTTT"
            | "SVHTTDL"
            | "SNNPTNT"
            | "STNMT"
            | "SKHCN"
            | "SGTVT"
            | "BYT"
            | "BNV"
            | "BTC"
            | "BXD"
            | "BTP"
            | "BCT"
            | "BGDĐT"
            | "BKHĐT"
            | "VPCP"
    )
}

fn hoa(one: &VienDan<'_>, soi: &mut Soi<'_>) {
    let chu = one.chu();
    let range = chu.khoang(one.dau, one.loai_cuoi);
    let written = chu.text.get(range.clone()).unwrap_or_default();
    if written == one.loai.ten || hoa_het(written) || plural(one) || one.loai.chung_chung() {
        return;
    }
    // Later syllables in another form of the tone mark are another's concern.
    let same = hoa_dau(written) && (one.dau + 1..=one.loai_cuoi).all(|n| !chu.hoa_dau(n));
    if !same {
        let message = format!("tên loại của một văn bản cụ thể viết “{}”", one.loai.ten);
        soi.sua(&CODE_THUONG, one.doan, range, message, one.loai.ten);
    }
}

/// "các văn bản số 12/… và 13/…": more than one document.
fn plural(one: &VienDan<'_>) -> bool {
    let chu = one.chu();
    one.dau.checked_sub(1).is_some_and(|n| matches!(chu.nho(n), "các" | "những" | "hai" | "ba" | "loạt"))
}
