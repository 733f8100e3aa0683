//! Kính gửi (Phụ lục I, phần I, mục II, khoản 9 điểm d, ô số 9a).

use super::dau::nhan_dien::{ap_dung, goc};
use super::noi_nhan::danh_sach::{DanhSach, Noi, ten_goi};
use super::{Ho, Kiem, Rule, Soi, ViDu};
use crate::diag::Code;
use crate::model::{BanThao, Chu, Doan, O};

const KHOAN_9D: &str = "NĐ 30/2020/NĐ-CP, Phụ lục I, phần I, mục II, khoản 9 điểm d";

static CHU: Code = Code::tra_lai("chu-kinh-gui").theo(KHOAN_9D);
static MOT_NOI: Code = Code::canh_bao("kinh-gui-mot-noi").theo(KHOAN_9D);
static MOT_DONG: Code = Code::canh_bao("kinh-gui-nhieu-noi-mot-dong").theo(KHOAN_9D);
static GACH: Code = Code::canh_bao("kinh-gui-thieu-gach").theo(KHOAN_9D);
static DAU_CUOI: Code = Code::tra_lai("kinh-gui-dau-cuoi").theo(KHOAN_9D);
static TRUNG: Code = Code::canh_bao("kinh-gui-trung").theo(KHOAN_9D);

/// The words "Kính gửi:".
pub static CHU_KINH_GUI: Rule = Rule {
    code: &CHU,
    ho: Ho::NoiNhan,
    vi_sao: "Từ “Kính gửi” được trình bày bằng chữ in thường, sau từ “Kính gửi” có dấu hai chấm (:).",
    vi_du: &[ViDu::o(O::KinhGui, "Kính gửi UBND tỉnh", "Kính gửi: UBND tỉnh")],
    kiem: Kiem::BanThao(chu_kinh_gui),
};

/// One addressee on a line of its own.
pub static KINH_GUI_MOT: Rule = Rule {
    code: &MOT_NOI,
    ho: Ho::NoiNhan,
    vi_sao: "Nếu văn bản gửi cho một cơ quan, tổ chức hoặc một cá nhân thì từ “Kính gửi” và tên nơi nhận được trình bày trên cùng một dòng.",
    vi_du: &[ViDu::o(O::KinhGui, "Kính gửi:\n- UBND tỉnh.", "Kính gửi: UBND tỉnh.")],
    kiem: Kiem::BanThao(mot_noi),
};

/// Several addressees on one line.
pub static KINH_GUI_NHIEU: Rule = Rule {
    code: &MOT_DONG,
    ho: Ho::NoiNhan,
    vi_sao: "Trường hợp gửi hai nơi trở lên thì xuống dòng, tên mỗi nơi hoặc mỗi nhóm được trình bày trên một dòng riêng, đầu dòng có gạch đầu dòng (-).",
    vi_du: &[ViDu::o(O::KinhGui, "Kính gửi: UBND tỉnh; Sở Nội vụ.", "Kính gửi:\n- UBND tỉnh;\n- Sở Nội vụ.")],
    kiem: Kiem::BanThao(nhieu_noi),
};

/// Addressees without dashes.
pub static KINH_GUI_GACH: Rule = Rule {
    code: &GACH,
    ho: Ho::NoiNhan,
    vi_sao: "Gửi hai nơi trở lên thì mỗi nơi một dòng, đầu dòng có gạch đầu dòng (-).",
    vi_du: &[ViDu::o(O::KinhGui, "Kính gửi:\nUBND tỉnh;\nSở Nội vụ.", "Kính gửi:\n- UBND tỉnh;\n- Sở Nội vụ.")],
    kiem: Kiem::BanThao(thieu_gach),
};

/// Marks at the ends of the lines.
pub static KINH_GUI_DAU: Rule = Rule {
    code: &DAU_CUOI,
    ho: Ho::NoiNhan,
    vi_sao: "Cuối mỗi dòng có dấu chấm phẩy (;), cuối dòng cuối cùng có dấu chấm (.).",
    vi_du: &[ViDu::o(O::KinhGui, "Kính gửi:\n- UBND tỉnh,\n- Sở Nội vụ;", "Kính gửi:\n- UBND tỉnh;\n- Sở Nội vụ.")],
    kiem: Kiem::BanThao(dau_cuoi),
};

/// The same addressee twice.
pub static KINH_GUI_TRUNG: Rule = Rule {
    code: &TRUNG,
    ho: Ho::NoiNhan,
    vi_sao: "Mỗi nơi chỉ ghi một lần.",
    vi_du: &[ViDu::o(
        O::KinhGui,
        "Kính gửi:\n- UBND tỉnh;\n- Sở Nội vụ;\n- UBND tỉnh.",
        "Kính gửi:\n- UBND tỉnh;\n- Sở Nội vụ.",
    )],
    kiem: Kiem::BanThao(trung),
};

/// "Kính gửi" at the beginning of a line: its last piece.
fn chu_dau(doan: &Doan) -> bool {
    doan.chu.nho(0) == "kính" && matches!(doan.chu.nho(1), "gửi" | "gởi" | "gưi")
}

/// The addressees behind and under "Kính gửi:".
fn cac_noi(ban: &BanThao) -> DanhSach<'_> {
    DanhSach::doc(goc(ban, O::KinhGui), chu_dau)
}

/// First piece behind "Kính gửi:" on its line.
fn sau_kinh_gui(doan: &Doan) -> usize {
    if doan.chu.viet(2) == ":" { 3 } else { 2 }
}

fn chu_kinh_gui(ban: &BanThao, soi: &mut Soi<'_>) {
    if !ap_dung(ban) {
        return;
    }
    for doan in goc(ban, O::KinhGui).filter(|doan| chu_dau(doan)) {
        let chu = &doan.chu;
        let words = chu.khoang(0, 1);
        let written = chu.text.get(words.clone()).unwrap_or_default();
        let colon = chu.viet(2) == ":";
        if colon && written.split_whitespace().eq(["Kính", "gửi"]) {
            continue;
        }
        let message = match (colon, chu.nho(1)) {
            (_, "gởi" | "gưi") => "viết là “Kính gửi”",
            (false, _) => "sau “Kính gửi” có dấu hai chấm",
            (true, _) => "“Kính gửi” viết chữ thường, hoa chữ đầu",
        };
        let other_mark = matches!(chu.viet(2), ";" | "." | ",");
        let range = if other_mark { chu.khoang(0, 2) } else { words };
        soi.sua(&CHU, doan, range, message, if colon { "Kính gửi" } else { "Kính gửi:" });
    }
}

fn mot_noi(ban: &BanThao, soi: &mut Soi<'_>) {
    let list = cac_noi(ban);
    let (Some(head), [only]) = (list.dau, list.noi.as_slice()) else { return };
    if ap_dung(ban) && head.chu.tu.len() <= sau_kinh_gui(head) {
        let message = "gửi một nơi thì ghi tên trên cùng dòng với “Kính gửi:”, không gạch đầu dòng";
        soi.bao(&MOT_NOI, only.dau, 0..only.dau.chu.text.len(), message);
    }
}

fn nhieu_noi(ban: &BanThao, soi: &mut Soi<'_>) {
    let list = cac_noi(ban);
    let Some(head) = list.dau.filter(|_| ap_dung(ban)) else { return };
    let chu = &head.chu;
    let first = sau_kinh_gui(head);
    if chu.tu.len() <= first {
        return;
    }
    let range = chu.khoang(first, chu.tu.len() - 1);
    let inner = cham_phay_ngoai_ngoac(chu, first);
    let dashed = matches!(chu.viet(first), "-" | "–" | "+");
    if inner || dashed || list.noi.iter().any(|noi| noi.gach) {
        let message = "gửi từ hai nơi trở lên thì mỗi nơi một dòng dưới “Kính gửi:”";
        let finding = soi.tai(&MOT_DONG, head, range, message);
        soi.push(finding.advice("viết mỗi nơi một dòng: - …;"));
    }
}

/// Whether a semicolon stands between words, an address in parentheses not counted.
fn cham_phay_ngoai_ngoac(chu: &Chu, first: usize) -> bool {
    let mut depth = 0_i32;
    (first..chu.tu.len().saturating_sub(1)).any(|n| {
        match chu.viet(n) {
            "(" => depth += 1,
            ")" => depth -= 1,
            _ => {}
        }
        depth == 0 && chu.viet(n) == ";"
    })
}

fn thieu_gach(ban: &BanThao, soi: &mut Soi<'_>) {
    let list = cac_noi(ban);
    if !ap_dung(ban) || list.noi.len() < 2 {
        return;
    }
    for noi in list.noi.iter().filter(|noi| !noi.gach) {
        let message = "mỗi nơi nhận một dòng, đầu dòng có gạch đầu dòng (-)";
        soi.bao(&GACH, noi.dau, 0..noi.dau.chu.text.len(), message);
    }
}

fn dau_cuoi(ban: &BanThao, soi: &mut Soi<'_>) {
    let list = cac_noi(ban);
    if !ap_dung(ban) || list.noi.is_empty() {
        return;
    }
    // The first one may stand on the line of "Kính gửi:".
    let on_head = list.dau.filter(|head| head.chu.tu.len() > sau_kinh_gui(head) && list.noi.iter().all(|n| n.gach));
    let head = on_head.map(|head| Noi { dau: head, cuoi: head, gach: false });
    let all: Vec<&Noi<'_>> = head.iter().chain(&list.noi).collect();
    let last = all.len() - 1;
    for (index, noi) in all.iter().enumerate() {
        // One addressee alone needs no mark.
        if last > 0 {
            noi.dau_cuoi_la(if index == last { "." } else { ";" }, &DAU_CUOI, soi);
        }
    }
}

fn trung(ban: &BanThao, soi: &mut Soi<'_>) {
    let list = cac_noi(ban);
    for (index, noi) in list.noi.iter().enumerate() {
        let before = list.noi[..index].iter().find(|before| ten_goi(before.dau) == ten_goi(noi.dau));
        if let Some(before) = before {
            let finding = soi.tai(&TRUNG, noi.dau, 0..noi.dau.chu.text.len(), "nơi này đã ghi ở trên");
            soi.push(finding.also(before.dau.place.clone(), "lần đầu"));
        }
    }
}
