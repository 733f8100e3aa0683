//! The mark behind a number: "1.", "a)", "Điều 1.".

use super::than::{cac_than, cho_so, dau_so, trich_dan};
use crate::check::dau::nhan_dien::cua_dang;
use crate::check::{Ho, Kiem, Nen, Rule, Soi, ViDu};
use crate::diag::{Code, Diagnostic, Fix, Place};
use crate::model::{BanThao, BlockKind, Doan, O};

static CODE: Code = Code::tra_lai("dau-sau-so").theo("NĐ 30/2020/NĐ-CP, Phụ lục I, phần I, mục II, khoản 6 điểm đ");

/// Another mark than the decree's behind the number of a điều, khoản or điểm.
pub static DAU_SAU_SO: Rule = Rule {
    code: &CODE,
    ho: Ho::NoiDung,
    vi_sao: "Điều, khoản: “dùng chữ số Ả Rập, sau số thứ tự có dấu chấm (.)”; điểm: chữ cái, “sau có dấu đóng ngoặc đơn, bằng chữ in thường”.",
    vi_du: &[
        ViDu::trong(
            Nen::QuyetDinh,
            O::NoiDung,
            "QUYẾT ĐỊNH:\nĐiều 1: Bổ nhiệm ông Lê Văn Bình giữ chức vụ Phó Chánh Văn phòng Sở.\nĐiều 2. Quyết định này có hiệu lực kể từ ngày ký.\nĐiều 3. Chánh Văn phòng Sở chịu trách nhiệm thi hành Quyết định này./.",
            "QUYẾT ĐỊNH:\nĐiều 1. Bổ nhiệm ông Lê Văn Bình giữ chức vụ Phó Chánh Văn phòng Sở.\nĐiều 2. Quyết định này có hiệu lực kể từ ngày ký.\nĐiều 3. Chánh Văn phòng Sở chịu trách nhiệm thi hành Quyết định này./.",
        ),
        ViDu::noi_dung("1) Sở Y tế chủ trì.\n2) Các đơn vị phối hợp.", "1. Sở Y tế chủ trì.\n2. Các đơn vị phối hợp."),
        ViDu::noi_dung(
            "1. Phân công:\na. Phòng Tổ chức cán bộ chủ trì;\nb. Văn phòng Sở phối hợp.",
            "1. Phân công:\na) Phòng Tổ chức cán bộ chủ trì;\nb) Văn phòng Sở phối hợp.",
        ),
    ],
    kiem: Kiem::BanThao(dau_sau_so),
};

fn dau_sau_so(ban: &BanThao, soi: &mut Soi<'_>) {
    // Instruments of the Party have a guide of their own: "I- MỤC ĐÍCH".
    if !ban.go_tay() || cua_dang(ban) {
        return;
    }
    for than in cac_than(ban) {
        let quoted = trich_dan(&than, soi.ctx.files);
        let mut under_diem = false;
        for (doan, quoted) in than.iter().zip(quoted) {
            match doan.loai {
                BlockKind::Diem => under_diem = true,
                BlockKind::Khoan if under_diem && dau_so(doan, soi.ctx.files).ends_with(')') => continue,
                BlockKind::Muc | BlockKind::Dieu | BlockKind::Khoan => under_diem = false,
                _ => {}
            }
            if quoted || doan.so.is_empty() {
                continue;
            }
            let Some((ten, right)) = dung(doan) else { continue };
            let raw = dau_so(doan, soi.ctx.files);
            let Some(at) = raw.find(doan.so.as_str()) else { continue };
            let mark = raw.get(at + doan.so.len()..).unwrap_or_default();
            let bare: String = mark.chars().filter(|c| !c.is_whitespace() && !matches!(c, '*' | '_' | '\\')).collect();
            if bare == right || !is_wrong(&bare, doan) {
                continue;
            }
            let place = cho_so(doan, soi.ctx.files);
            let start = place.span.start + at;
            let own = Place { file: place.file, span: start..start + doan.so.len() + mark.len() };
            let written = format!("{}{right}", doan.so);
            let mut finding = Diagnostic::new(&CODE, format!("sau số của {ten} là “{right}”, không phải “{bare}”"))
                .at(own.clone())
                .advice(format!("viết: {}{written}", if doan.loai == BlockKind::Dieu { "Điều " } else { "" }));
            if bare.is_empty() {
                finding.message = format!("thiếu dấu “{right}” sau số của {ten}");
            }
            // Marks of emphasis between are left alone: only the plain case is mended.
            if bare == mark {
                finding.fix = Some(Fix { place: own, text: written });
            }
            soi.push(finding);
        }
    }
}

/// What the decree puts behind the number of a part.
fn dung(doan: &Doan) -> Option<(&'static str, &'static str)> {
    match doan.loai {
        BlockKind::Dieu => Some(("Điều", ".")),
        BlockKind::Khoan if !doan.so.contains('.') => Some(("khoản", ".")),
        BlockKind::Muc if doan.so.bytes().all(|b| b.is_ascii_uppercase()) => Some(("mục", ".")),
        BlockKind::Diem => Some(("điểm", ")")),
        _ => None,
    }
}

/// Marks that are surely typed for the one that belongs there.
fn is_wrong(mark: &str, doan: &Doan) -> bool {
    match doan.loai {
        BlockKind::Diem => matches!(mark, "." | "/" | "-" | ":" | ".)" | "/)"),
        BlockKind::Dieu => matches!(mark, ":" | ")" | "/" | "-" | ".-" | ".:" | ""),
        _ => matches!(mark, ")" | "/" | "-" | ":" | ".)" | "/." | ".-" | "./"),
    }
}

#[cfg(test)]
mod tests {
    use super::super::thu::tim;

    #[test]
    fn marks_behind_numbers() {
        let text = "Điều 1: Phạm vi điều chỉnh\n1) Quy chế này quy định việc tiếp công dân.\na. Phòng Tổ chức cán bộ;\n2. Đúng rồi.";
        assert_eq!(tim("dau-sau-so", text), ["1:", "1)", "a."]);
        assert!(tim("dau-sau-so", "Điều 1. Phạm vi\n1. Sở Y tế:\na) Phòng;\n1) Bộ phận;\n2) Tổ.").is_empty());
    }
}
