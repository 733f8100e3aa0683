//! Posts, and what stands between post and name (khoản 7 điểm c, đ).

use super::khoi::{bat_dau, cac_khoi, cap_pho, dau_ky, quyen};
use crate::check::dau::nhan_dien::cua_dang;
use crate::check::{Ho, Kiem, Rule, Soi, ViDu};
use crate::diag::Code;
use crate::model::ban_thao::chu::hoa_het;
use crate::model::chuc_vu::{ends_with, holds};
use crate::model::{BanThao, Chu, Doan, O};

const KHOAN_7C: &str = "NĐ 30/2020/NĐ-CP, Phụ lục I, phần I, mục II, khoản 7 điểm c";
const KHOAN_7D: &str = "NĐ 30/2020/NĐ-CP, Phụ lục I, phần I, mục II, khoản 7 điểm đ";

static THUONG: Code = Code::tra_lai("chuc-vu-viet-thuong").theo(KHOAN_7D);
static KHONG_GHI: Code = Code::canh_bao("chuc-vu-khong-quy-dinh").theo(KHOAN_7C);
static DONG_LA: Code = Code::canh_bao("khoi-ky-dong-la").theo(KHOAN_7D);

/// Small letters in authority or post.
pub static CHUC_VU_IN_HOA: Rule = Rule {
    code: &THUONG,
    ho: Ho::NguoiKy,
    vi_sao: "Các chữ viết tắt quyền hạn và quyền hạn chức vụ của người ký được trình bày bằng chữ in hoa.",
    vi_du: &[ViDu::o(O::QuyenHan, "Giám đốc", "GIÁM ĐỐC")],
    kiem: Kiem::BanThao(viet_thuong),
};

/// "PHÓ GIÁM ĐỐC PHỤ TRÁCH", "PHÓ BỘ TRƯỞNG".
pub static CHUC_VU_KHONG_CO: Rule = Rule {
    code: &KHONG_GHI,
    ho: Ho::NguoiKy,
    vi_sao: "Chức vụ ghi trên văn bản là chức vụ lãnh đạo chính thức; không ghi những chức vụ mà Nhà nước không quy định.",
    vi_du: &[
        ViDu::o(O::QuyenHan, "KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC PHỤ TRÁCH", "KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC"),
        ViDu::o(O::QuyenHan, "KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC THƯỜNG TRỰC", "KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC"),
    ],
    kiem: Kiem::BanThao(khong_quy_dinh),
};

/// Lines that are neither authority nor post nor name.
pub static KHOI_KY_LA: Rule = Rule {
    code: &DONG_LA,
    ho: Ho::NguoiKy,
    vi_sao: "Giữa chức vụ và họ tên chỉ có chữ ký, dấu và chức vụ khác của người ký; chữ của con dấu lọt vào khi số hóa phải bỏ.",
    vi_du: &[
        ViDu::o(O::HoTen, "SỞ Y TẾ\nNguyễn Văn An", "Nguyễn Văn An"),
        ViDu::o(O::HoTen, "CHỮ LẠ\nNguyễn Văn An", "Thượng tá\nNguyễn Văn An"),
    ],
    kiem: Kiem::BanThao(dong_la),
};

/// Whether a line is a rank or a degree alone, over the name of its bearer: "Thượng tá", "PGS.TS.". Where it may stand is
/// another rule's.
fn cap_bac(chu: &Chu) -> bool {
    let text = chu.thuong.trim().trim_end_matches('.');
    let (first, rest) = text.split_once(' ').unwrap_or((text, ""));
    match rest {
        "tá" | "úy" | "uý" | "tướng" => matches!(first, "thiếu" | "trung" | "thượng" | "đại"),
        "sĩ" | "sỹ" => matches!(first, "tiến" | "thạc" | "bác" | "dược" | "luật"),
        "sư" => matches!(first, "giáo" | "kỹ"),
        "giáo sư" => first == "phó",
        _ => {
            text.len() <= 16
                && text.split(['.', ' ', ',']).all(|part| {
                    matches!(
                        part.trim(),
                        "" | "gs"
                            | "pgs"
                            | "ts"
                            | "ths"
                            | "bs"
                            | "bscki"
                            | "bsckii"
                            | "ckii"
                            | "cki"
                            | "ds"
                            | "th"
                            | "s"
                    )
                })
        }
    }
}

fn viet_thuong(ban: &BanThao, soi: &mut Soi<'_>) {
    for khoi in cac_khoi(ban) {
        for doan in khoi.dong.iter().filter(|doan| doan.o == O::QuyenHan && !dau_ky(&doan.chu)) {
            let text = doan.chu.text.trim();
            if text.chars().any(char::is_lowercase) && !text.starts_with('(') {
                let start = doan.chu.text.len() - doan.chu.text.trim_start().len();
                let right = text.to_uppercase();
                soi.sua(&THUONG, doan, start..start + text.len(), "quyền hạn, chức vụ viết bằng chữ in hoa", right);
            }
        }
    }
}

fn khong_quy_dinh(ban: &BanThao, soi: &mut Soi<'_>) {
    if cua_dang(ban) {
        return;
    }
    let posts = &soi.ctx.reference.chuc_vu;
    for khoi in cac_khoi(ban) {
        for doan in khoi.dong.iter().filter(|doan| doan.o == O::QuyenHan && quyen(&doan.chu).is_none()) {
            let text = doan.chu.text.trim();
            let small = doan.chu.thuong.as_str();
            let no_such = posts.khong_co.iter().find(|(wrong, _)| bat_dau(text, wrong));
            let deputy = cap_pho(&doan.chu);
            let extra = posts.khong_ghi.iter().any(|word| small.contains(word.as_str()) && holds(text, word))
                || (deputy
                    && posts
                        .khong_ghi_o_cuoi
                        .iter()
                        .any(|word| small.contains(word.as_str()) && ends_with(text, word)));
            let range = 0..doan.chu.text.trim_end().len();
            if let Some((_, right)) = no_such {
                soi.bao(&KHONG_GHI, doan, range, format!("không có chức vụ này; chức vụ là {}", right.to_uppercase()));
            } else if extra && (deputy || bat_dau(text, "giám đốc") || bat_dau(text, "trưởng")) {
                let finding = soi.tai(&KHONG_GHI, doan, range, "chức vụ có phần Nhà nước không quy định");
                soi.push(
                    finding.advice("cấp phó được giao phụ trách, thường trực vẫn ghi chức vụ cấp phó và ký “KT.”"),
                );
            }
        }
    }
}

fn dong_la(ban: &BanThao, soi: &mut Soi<'_>) {
    for khoi in cac_khoi(ban) {
        let council = khoi
            .dong
            .first()
            .is_some_and(|doan| ["hội đồng", "ban ", "tổ "].iter().any(|word| doan.chu.thuong.contains(word)));
        // What stands right under "KT." is asked to be a deputy's post, elsewhere.
        let under_kt = |index: usize| {
            let above = index.checked_sub(1).and_then(|n| khoi.dong.get(n));
            let kt =
                above.is_some_and(|doan| quyen(&doan.chu).is_some_and(|(kind, _)| kind == crate::model::QuyenHan::Kt));
            kt && !khoi.dong[index..].iter().any(|line| cap_pho(&line.chu))
        };
        let strange = |(index, doan): &(usize, &&Doan)| {
            matches!(doan.o, O::La | O::HoTen)
                && !dau_ky(&doan.chu)
                && !under_kt(*index)
                && !doan.chu.tu.is_empty()
                && !cap_bac(&doan.chu)
        };
        let lines: Vec<&Doan> = khoi.dong.iter().enumerate().filter(strange).map(|(_, doan)| *doan).collect();
        let Some(first) = lines.first() else { continue };
        // "chức vụ khác của người ký … phía trên họ tên" (ô 7b).
        if council && hoa_het(&first.chu.text) && first.chu.so_am_tiet() >= 3 {
            continue;
        }
        let words = lines.iter().map(|doan| doan.chu.text.trim()).collect::<Vec<_>>().join(" ");
        let range = 0..first.chu.text.trim_end().len();
        let finding = soi.tai(&DONG_LA, first, range, format!("giữa chức vụ và họ tên có dòng lạ: “{words}”"));
        soi.push(finding.advice("bỏ dòng này"));
    }
}
