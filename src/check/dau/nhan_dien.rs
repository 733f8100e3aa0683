//! What rules about components ask of a draft before they speak.

use crate::model::{BanThao, Doan, O};

/// The paragraphs of a component of the document itself, not of what goes with it.
pub fn goc(ban: &BanThao, o: O) -> impl Iterator<Item = &Doan> {
    ban.o(o).filter(|doan| doan.kem == 0)
}

/// Whether a draft typed by hand is a whole document, so that what is not there is missing: a fragment that somebody
/// checks has none of these components. Instruments of law have a thể thức of their own.
pub fn tron_ven(ban: &BanThao) -> bool {
    ap_dung(ban) && !ban.manh() && !quy_pham(ban)
}

/// Whether it is an instrument of law, which Nghị định 30 does not govern.
pub fn quy_pham(ban: &BanThao) -> bool {
    const TEN: [&str; 7] = ["luật", "bộ luật", "pháp lệnh", "lệnh", "nghị định", "thông tư", "thông tư liên tịch"];
    let title = goc(ban, O::TenLoai).next().map(|doan| doan.chu.thuong.trim()).unwrap_or_default();
    // "TT" over a tờ trình is its own symbol gone wrong.
    TEN.contains(&title)
        || title != "tờ trình"
            && ban.ky_hieu.as_deref().is_some_and(|k| ["NĐ-CP", "TT-", "TTLT-"].iter().any(|p| k.starts_with(p)))
}

/// Whether a draft typed by hand is one that Nghị định 30 governs: not a campaign's, not the Party's, no law.
pub fn ap_dung(ban: &BanThao) -> bool {
    ban.go_tay() && !cua_dang(ban) && !cua_ca_nhan(ban)
}

/// Whether it is a person's letter or form, "ĐƠN ĐỀ NGHỊ …", which has a Quốc hiệu and is no document of an agency (Điều 2 khoản 1).
fn cua_ca_nhan(ban: &BanThao) -> bool {
    const TEN: [&[&str]; 8] = [
        &["đơn"],
        &["bản", "cam", "kết"],
        &["bản", "kiểm", "điểm"],
        &["bản", "tự", "kiểm", "điểm"],
        &["bản", "tường", "trình"],
        &["bản", "tự", "nhận", "xét"],
        &["sơ", "yếu", "lý", "lịch"],
        &["tờ", "khai"],
    ];
    let title = |doan: &Doan| doan.chu.in_hoa() && TEN.iter().any(|ten| doan.chu.khop(0, ten));
    // Where an agency's name is looked for, the title of such a letter is found.
    ban.doan.iter().take(8).any(title) && goc(ban, O::CoQuan).all(title)
}

/// Whether it is a document of the Party, of Mặt trận or of a mass organisation, whose symbols are "13-KH/TU" and who sign
/// "T/M": Điều 2 khoản 2 leaves their ways to them.
pub fn cua_dang(ban: &BanThao) -> bool {
    *ban.da_xet.cua_dang.get_or_init(|| xet_cua_dang(ban))
}

fn xet_cua_dang(ban: &BanThao) -> bool {
    const DAU: [&[&str]; 31] = [
        &["đảng"],
        &["đcs"],
        &["tỉnh", "ủy"],
        &["tỉnh", "uỷ"],
        &["thành", "ủy"],
        &["thành", "uỷ"],
        &["huyện", "ủy"],
        &["huyện", "uỷ"],
        &["quận", "ủy"],
        &["quận", "uỷ"],
        &["thị", "ủy"],
        &["thị", "uỷ"],
        &["ban", "chấp", "hành"],
        &["ban", "thường", "vụ"],
        &["ban", "tuyên", "giáo"],
        &["ban", "dân", "vận"],
        &["chi", "bộ"],
        &["ủy", "ban", "kiểm", "tra"],
        &["uỷ", "ban", "kiểm", "tra"],
        &["ủy", "ban", "mặt", "trận"],
        &["ủy", "ban", "mttq"],
        &["ubmttq"],
        &["mặt", "trận"],
        &["đoàn", "tncs"],
        &["đoàn", "thanh", "niên"],
        &["tỉnh", "đoàn"],
        &["trung", "ương", "đoàn"],
        &["hội", "nông", "dân"],
        &["hội", "liên", "hiệp"],
        &["hội", "cựu", "chiến", "binh"],
        &["hội", "lhpn"],
    ];
    const SAU: [&str; 9] = ["TW", "TU", "ĐU", "HU", "QU", "ThU", "TĐTN", "ĐTN", "CB"];
    // One look at the first word is enough for most.
    let may_be = |doan: &Doan| {
        matches!(doan.o, O::ChuQuan | O::CoQuan | O::QuocHieu | O::La | O::DauChi)
            && matches!(doan.chu.nho(0).chars().next(), Some('đ' | 't' | 'h' | 'q' | 'b' | 'c' | 'ủ' | 'u' | 'm'))
    };
    let of_party = |doan: &Doan| may_be(doan) && DAU.iter().any(|dau| doan.chu.khop(0, dau));
    let after = || {
        let (_, agency) = ban.ky_hieu.as_deref()?.rsplit_once('/')?;
        agency.split('-').next_back()
    };
    ban.doan.iter().take(8).any(of_party) || after().is_some_and(|last| SAU.contains(&last))
}

/// Whether it is a công văn.
pub fn cong_van(ban: &BanThao) -> bool {
    ban.loai.as_ref().is_some_and(|loai| loai.don_vi_trong_ky_hieu)
}

/// Whether its type is one of these.
pub fn la_loai(ban: &BanThao, ten: &[&str]) -> bool {
    ten.contains(&ban.ten_loai())
}

/// The document's own last paragraph.
pub fn cuoi(ban: &BanThao) -> Option<&Doan> {
    ban.doan.iter().rfind(|doan| doan.kem == 0 && doan.o != O::DauChi)
}
