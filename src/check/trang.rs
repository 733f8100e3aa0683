//! Rules about the pages after layout.

use super::{Ho, Kiem, Rule, ViDu};
use crate::diag::{Code, Diagnostic, Sink};
use crate::model::VanBan;
use crate::model::trang::Trang;

static CODE: Code = Code::canh_bao("chu-ky-mot-minh").theo("NĐ 30/2020/NĐ-CP, Phụ lục I, phần I, mục IV (ô 6, 7, 9b)");

/// The signature block stands on a page without any words of the document.
pub static CHU_KY_MOT_MINH: Rule = Rule {
    code: &CODE,
    ho: Ho::Trang,
    vi_sao: "Trang chỉ có chữ ký, không có nội dung, có thể bị ghép vào văn bản khác.",
    vi_du: &[ViDu::ChienDich { sai: "trang cuối chỉ có Nơi nhận và người ký", dung: "ít nhất hai dòng nội dung cùng trang với người ký" }],
    kiem: Kiem::Trang(chu_ky_mot_minh),
};

fn chu_ky_mot_minh(van_ban: &VanBan, trang: &[Trang], sink: &mut Sink) {
    let Some((page, y)) =
        trang.iter().find_map(|t| Some((t, t.dong.iter().find(|d| d.chu.contains("Nơi nhận:"))?.y_mm)))
    else {
        return;
    };
    // The page number stands above too, and is no word of the document; nor is "./." on a line of its own, after a table.
    let mark = |chu: &str| chu.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | '/' | ' '));
    let above = page.dong.iter().any(|d| d.y_mm < y - 1.0 && !mark(&d.chu));
    if !above {
        sink.push(
            Diagnostic::new(&CODE, format!("người ký của “{}” đứng một mình trên trang cuối", van_ban.dau.id.value))
                .at(van_ban.dau.id.place.clone())
                .advice("rút bớt hoặc thêm vài chữ ở đoạn cuối để ít nhất hai dòng sang cùng trang"),
        );
    }
}
