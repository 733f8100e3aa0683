//! Quốc hiệu and Tiêu ngữ (mục II, khoản 1).

use super::nhan_dien::{ap_dung, goc};
use crate::check::{Ho, Kiem, Rule, Soi, ViDu};
use crate::diag::Code;
use crate::model::ban_thao::LoaiTu;
use crate::model::ban_thao::chu::thanh_cu;
use crate::model::{BanThao, Chu, Doan, O};
use std::ops::Range;

static QUOC_HIEU_SAI: Code =
    Code::tra_lai("quoc-hieu-sai").theo("NĐ 30/2020/NĐ-CP, Phụ lục I, phần I, mục II, khoản 1 điểm a");
static TIEU_NGU_SAI: Code =
    Code::tra_lai("tieu-ngu-sai").theo("NĐ 30/2020/NĐ-CP, Phụ lục I, phần I, mục II, khoản 1 điểm b");
static GACH_NOI: Code =
    Code::canh_bao("tieu-ngu-gach-noi").theo("NĐ 30/2020/NĐ-CP, Phụ lục I, phần I, mục II, khoản 1 điểm b");

/// Quốc hiệu in other words or small letters.
pub static QUOC_HIEU: Rule = Rule {
    code: &QUOC_HIEU_SAI,
    ho: Ho::Dau,
    vi_sao: "Quốc hiệu “CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM” được trình bày bằng chữ in hoa. HÒA hay HOÀ đều được.",
    vi_du: &[
        ViDu::o(O::QuocHieu, "Cộng hòa xã hội chủ nghĩa Việt Nam", "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        ViDu::o(O::QuocHieu, "CỘNG HÒA XÃ HỘI CHỦ NGHỈA VIỆT NAM", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
    ],
    kiem: Kiem::Doan(quoc_hieu),
};

/// Tiêu ngữ in other words, other capitals, or above Quốc hiệu.
pub static TIEU_NGU: Rule = Rule {
    code: &TIEU_NGU_SAI,
    ho: Ho::Dau,
    vi_sao: "Tiêu ngữ “Độc lập - Tự do - Hạnh phúc” viết chữ thường, chữ cái đầu của các cụm từ viết hoa, ở dưới Quốc hiệu.",
    vi_du: &[
        ViDu::o(O::TieuNgu, "Độc Lập - Tự Do - Hạnh Phúc", "Độc lập - Tự do - Hạnh phúc"),
        ViDu::o(O::TieuNgu, "ĐỘC LẬP - TỰ DO - HẠNH PHÚC", "Độc lập - Tự do - Hạnh phúc"),
    ],
    kiem: Kiem::BanThao(tieu_ngu),
};

/// The hyphens of Tiêu ngữ.
pub static TIEU_NGU_GACH: Rule = Rule {
    code: &GACH_NOI,
    ho: Ho::Dau,
    vi_sao: "Giữa các cụm từ của Tiêu ngữ có gạch nối (-), có cách chữ; Word hay tự đổi thành gạch dài.",
    vi_du: &[
        ViDu::o(O::TieuNgu, "Độc lập – Tự do – Hạnh phúc", "Độc lập - Tự do - Hạnh phúc"),
        ViDu::o(O::TieuNgu, "Độc lập-Tự do-Hạnh phúc", "Độc lập - Tự do - Hạnh phúc"),
    ],
    kiem: Kiem::Doan(gach_noi),
};

const QUOC_HIEU_DUNG: [&str; 8] = ["CỘNG", "HÒA", "XÃ", "HỘI", "CHỦ", "NGHĨA", "VIỆT", "NAM"];
const TIEU_NGU_DUNG: [&str; 6] = ["Độc", "lập", "Tự", "do", "Hạnh", "phúc"];

/// Whether these words stand among the letters of a text, one after another; marks between them count for nothing.
fn chu_dung(chu: &Chu, words: &[&str]) -> bool {
    let mut letters = chu.tu.iter().filter(|tu| tu.loai == LoaiTu::Chu).filter_map(|tu| chu.text.get(tu.range()));
    let Some(first) = words.first() else { return true };
    let same = |written: &str, word: &str| {
        written == word
            || thanh_cu(&written.to_lowercase()) == word.to_lowercase() && {
                let capitals = |w: &str| w.chars().map(char::is_uppercase).collect::<Vec<_>>();
                capitals(written) == capitals(word)
            }
    };
    letters.any(|word| same(word, first)) && words[1..].iter().all(|word| letters.next().is_some_and(|w| same(w, word)))
}

/// From the first letter to the last.
fn phan_chu(chu: &Chu) -> Range<usize> {
    let letters = || chu.tu.iter().filter(|tu| tu.loai == LoaiTu::Chu);
    let start = letters().next().map_or(0, |tu| tu.dau);
    start..letters().next_back().map_or(chu.text.len(), |tu| tu.cuoi)
}

fn quoc_hieu(doan: &Doan, soi: &mut Soi<'_>) {
    if doan.o != O::QuocHieu || chu_dung(&doan.chu, &QUOC_HIEU_DUNG) {
        return;
    }
    let right = QUOC_HIEU_DUNG.join(" ");
    let same_words = thanh_cu_het(&doan.chu) == right.to_lowercase();
    let message = if same_words { "Quốc hiệu viết bằng chữ in hoa" } else { "Quốc hiệu sai chữ" };
    // "CỘNG HOÀ" and "Việt nam" are put right whole: there is one right line.
    soi.sua(&QUOC_HIEU_SAI, doan, phan_chu(&doan.chu), message, right);
}

/// The letters in lower case, with tone marks where the older way puts them.
fn thanh_cu_het(chu: &Chu) -> String {
    let letters = chu.tu.iter().filter(|tu| tu.loai == LoaiTu::Chu).filter_map(|tu| chu.thuong.get(tu.range()));
    letters.map(|word| thanh_cu(word).into_owned()).collect::<Vec<_>>().join(" ")
}

fn tieu_ngu(ban: &BanThao, soi: &mut Soi<'_>) {
    if !ap_dung(ban) {
        return;
    }
    for doan in goc(ban, O::TieuNgu).filter(|doan| !chu_dung(&doan.chu, &TIEU_NGU_DUNG)) {
        let right = "Độc lập - Tự do - Hạnh phúc";
        let same_words = thanh_cu_het(&doan.chu) == TIEU_NGU_DUNG.join(" ").to_lowercase();
        let message = if same_words {
            "Tiêu ngữ chỉ viết hoa chữ cái đầu của mỗi cụm từ"
        } else {
            "Tiêu ngữ sai chữ"
        };
        soi.sua(&TIEU_NGU_SAI, doan, phan_chu(&doan.chu), message, right);
    }
    let at = |o: O| ban.doan.iter().position(|doan| doan.o == o && doan.kem == 0);
    if let (Some(above), Some(below)) = (at(O::TieuNgu), at(O::QuocHieu))
        && above < below
        && let Some(doan) = ban.doan.get(above)
    {
        soi.bao(&TIEU_NGU_SAI, doan, phan_chu(&doan.chu), "Tiêu ngữ phải ở dưới Quốc hiệu");
    }
}

fn gach_noi(doan: &Doan, soi: &mut Soi<'_>) {
    if doan.o != O::TieuNgu || !chu_dung(&doan.chu, &TIEU_NGU_DUNG) {
        return;
    }
    let range = phan_chu(&doan.chu);
    let right = "Độc lập - Tự do - Hạnh phúc";
    let Some(written) = doan.chu.text.get(range.clone()) else { return };
    // How many spaces there are is asked of every line alike, elsewhere.
    if !written.split_whitespace().eq(right.split_whitespace()) {
        let message = "giữa các cụm từ của Tiêu ngữ là gạch nối (-), hai bên cách một dấu cách";
        soi.sua(&GACH_NOI, doan, range, message, right);
    }
}
