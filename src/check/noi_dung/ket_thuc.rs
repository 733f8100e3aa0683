//! "./.": the end of a document's words.

use super::than::{Ket, ket, trong_bang};
use crate::check::dau::nhan_dien::cua_dang;
use crate::check::{Ho, Kiem, Nen, Rule, Soi, ViDu};
use crate::diag::Code;
use crate::model::{BanThao, Doan, O};

static THIEU: Code = Code::canh_bao("thieu-dau-ket-thuc").theo("NĐ 30/2020/NĐ-CP, Phụ lục III, mẫu 1.1 đến 1.10");

/// The last words have no "./.".
pub static THIEU_KET_THUC: Rule = Rule {
    code: &THIEU,
    ho: Ho::NoiDung,
    vi_sao: "Mọi mẫu của Phụ lục III kết thúc nội dung bằng “./.”: sau dấu ấy không thể chép thêm chữ nào.",
    vi_du: &[ViDu::trong(
        Nen::ToanThan,
        O::NoiDung,
        "Các đơn vị tổ chức thực hiện Kế hoạch này.",
        "Các đơn vị tổ chức thực hiện Kế hoạch này./.",
    )],
    kiem: Kiem::BanThao(thieu),
};

static GIUA: Code = Code::canh_bao("dau-ket-thuc-giua-chung").theo("NĐ 30/2020/NĐ-CP, Phụ lục III, mẫu 1.1 đến 1.10");

/// "./." with words of the body behind it.
pub static KET_THUC_GIUA: Rule = Rule {
    code: &GIUA,
    ho: Ho::NoiDung,
    vi_sao: "“./.” chỉ đứng một lần, ở cuối nội dung.",
    vi_du: &[ViDu::noi_dung("Các phòng triển khai đúng tiến độ./.", "Các phòng triển khai đúng tiến độ.")],
    kiem: Kiem::BanThao(giua_chung),
};

static DANG: Code = Code::canh_bao("dau-ket-thuc-sai").theo("NĐ 30/2020/NĐ-CP, Phụ lục III, mẫu 1.1 đến 1.10");

/// "/." and the like for "./.".
pub static KET_THUC_SAI: Rule = Rule {
    code: &DANG,
    ho: Ho::NoiDung,
    vi_sao: "Dấu kết thúc nội dung viết liền là “./.”.",
    vi_du: &[ViDu::trong(
        Nen::ToanThan,
        O::NoiDung,
        "Các đơn vị tổ chức thực hiện Kế hoạch này. /.",
        "Các đơn vị tổ chức thực hiện Kế hoạch này./.",
    )],
    kiem: Kiem::BanThao(sai_dang),
};

/// Ends that are "./." slightly wrong, longest first; what stands before them is a word.
const SAI: [&str; 15] = [
    ". / .", " . /.", "../..", "../.", "./..", " ./.", ". /.", "./ .", "/./.", "./,", "./:", ";/.", "/.", "./", ".//.",
];

/// Types that other clauses end: the parties' signatures stand behind their words.
const KHONG_CAN: [&str; 5] = ["hợp đồng", "bản ghi nhớ", "bản thỏa thuận", "phiếu báo", "phiếu gửi"];

/// The paragraphs of the document's own body, up to recipients and signer.
fn than(ban: &BanThao) -> Option<Vec<&Doan>> {
    let signed = ban.co(O::NoiNhan) || ban.co(O::QuyenHan) || ban.co(O::HoTen);
    if !ban.go_tay() || ban.manh() || !signed {
        return None;
    }
    let body = |d: &&Doan| d.kem == 0 && d.o == O::NoiDung && !d.chu.text.trim().is_empty();
    let end = ban
        .doan
        .iter()
        .position(|d| d.kem == 0 && matches!(d.o, O::NoiNhan | O::QuyenHan | O::HoTen))
        .unwrap_or(ban.doan.len());
    let before: Vec<&Doan> = ban.doan.iter().take(end).filter(body).collect();
    // Text of two columns may come signer first.
    let all = if before.is_empty() { ban.doan.iter().filter(body).collect() } else { before };
    (!all.is_empty()).then_some(all)
}

/// The last words when "./." is missing there.
fn khong_ket_thuc(ban: &BanThao) -> Option<&Doan> {
    let all = than(ban)?;
    let last = *all.iter().rfind(|d| !d.chu.in_hoa()).or(all.last())?;
    let text = last.chu.text.trim_end().trim_end_matches(['”', '"', ')', '*']);
    (ket(&last.chu) != Ket::Xong && !text.ends_with("./.") && !trong_bang(last)).then_some(last)
}

/// The wrong end of a text, by bytes.
fn sai(text: &str) -> Option<std::ops::Range<usize>> {
    let text = text.trim_end();
    if text.ends_with("./.") && !text.ends_with("../.") && !text.ends_with(" ./.") && !text.ends_with("/./.") {
        return None;
    }
    let wrong = SAI.iter().find(|wrong| text.ends_with(**wrong))?;
    let start = text.len() - wrong.len();
    // "…………./." is a line to be filled in; "7/." may be a date.
    let before = text.get(..start)?.chars().next_back()?;
    (!matches!(before, '.' | '…' | '/')).then_some(start..text.len())
}

fn thieu(ban: &BanThao, soi: &mut Soi<'_>) {
    let Some(last) = khong_ket_thuc(ban) else { return };
    // Instruments of the Party end with a full stop (Hướng dẫn số 36-HD/VPTW).
    if sai(&last.chu.text).is_some() || cua_dang(ban) || KHONG_CAN.contains(&ban.ten_loai()) || last.tieu_de {
        return;
    }
    let (text, n) = (&last.chu, last.chu.tu.len());
    let from = n.saturating_sub(2);
    let range = text.khoang(from, n.saturating_sub(1));
    let mark = matches!(text.viet(n.saturating_sub(1)), "." | ";" | "," | ":");
    let Some(words) = text.text.get(range.clone()) else { return };
    let advice = if mark { words.trim_end_matches(['.', ';', ',', ':', ' ']) } else { words };
    let finding =
        soi.tai(&THIEU, last, range, "nội dung kết thúc mà không có “./.”").advice(format!("viết: {advice}./."));
    soi.push(finding);
}

fn giua_chung(ban: &BanThao, soi: &mut Soi<'_>) {
    let Some(all) = than(ban) else { return };
    let Some((_, before)) = all.split_last() else { return };
    // Names of agencies in capitals over the posts of several signers are no words of the body.
    let end = all.iter().rposition(|d| !d.chu.in_hoa()).unwrap_or(before.len());
    for doan in before.iter().take(end).filter(|d| ket(&d.chu) == Ket::Xong && !trong_bang(d)) {
        let text = doan.chu.text.trim_end();
        let range = text.len() - "./.".len()..text.len();
        soi.sua(&GIUA, doan, range, "“./.” đứng giữa nội dung: sau nó còn lời văn", ".");
    }
}

fn sai_dang(ban: &BanThao, soi: &mut Soi<'_>) {
    let Some(all) = than(ban) else { return };
    let Some(last) = all.last() else { return };
    if let Some(range) = sai(&last.chu.text) {
        soi.sua(&DANG, last, range, "dấu kết thúc viết liền là “./.”", "./.");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wrong_ends() {
        for (text, wrong) in [
            ("thực hiện. /.", Some(". /.")),
            ("thực hiện ./.", Some(" ./.")),
            ("thực hiện/.", Some("/.")),
            ("thực hiện./", Some("./")),
            ("thực hiện../.", Some("../.")),
            ("thực hiện./.", None),
            ("thực hiện.", None),
            ("…………./.", None),
        ] {
            assert_eq!(sai(text).and_then(|r| text.get(r)), wrong, "{text}");
        }
    }

    #[test]
    fn the_end_of_a_document() {
        let text = |first: &str, last: &str| {
            format!(
                "SỞ Y TẾ\n\nSố: 12/KH-SYT\n\nCao Bằng, ngày 14 tháng 02 năm 2026\n\nKẾ HOẠCH\n\nPhát động thi đua\n\n{first}\n\n{last}\n\nNơi nhận:\n- Lưu: VT.\n\nGIÁM ĐỐC\n\nNguyễn Văn An"
            )
        };
        let found = |first: &str, last: &str| {
            let all = super::super::thu::all(&text(first, last));
            let own = all.into_iter().filter(|f| f.rule.contains("dau-ket-thuc"));
            own.map(|f| (f.rule, f.words)).collect::<Vec<_>>()
        };
        let (first, last) = ("Các đơn vị đăng ký thi đua.", "Các đơn vị thực hiện Kế hoạch này./.");
        assert_eq!(found(first, last), []);
        assert_eq!(found("Các đơn vị đăng ký thi đua./.", last), [("dau-ket-thuc-giua-chung", "./.".to_owned())]);
        assert_eq!(found(first, "Các đơn vị thực hiện Kế hoạch này."), [("thieu-dau-ket-thuc", "này.".to_owned())]);
        assert_eq!(found(first, "Các đơn vị thực hiện Kế hoạch này. /."), [("dau-ket-thuc-sai", ". /.".to_owned())]);
    }
}
