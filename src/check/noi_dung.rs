//! Rules about the body.

use super::{Context, Kiem, Rule};
use crate::diag::{Code, Diagnostic, Sink};
use crate::model::{Block, BlockKind, VanBan};

static CODE: Code = Code::canh_bao("so-thu-tu").theo("NĐ 30/2020/NĐ-CP, Phụ lục I, phần I, mục II, khoản 6 điểm đ");

/// A number the author typed differs from the one counted and printed.
pub static SO_THU_TU: Rule = Rule {
    code: &CODE,
    vi_sao: "Số thứ tự do chương trình đếm và in. Số đã gõ mà khác là dấu hiệu bỏ sót hoặc lặp một mục.",
    sai: "1. Thứ nhất.\n\n3. Thứ hai.",
    dung: "1. Thứ nhất.\n\n2. Thứ hai.",
    kiem: Kiem::VanBan(so_thu_tu),
};

fn so_thu_tu(van_ban: &VanBan, _: &Context<'_>, sink: &mut Sink) {
    van_ban.bodies().for_each(|body| {
        body.walk(&mut |block| {
            let Some(so_go) = &block.so_go else { return };
            if block.kind == BlockKind::Gach || *so_go == block.so {
                return;
            }
            sink.push(
                Diagnostic::new(&CODE, format!("số thứ tự gõ là “{so_go}”, đúng thứ tự và được in là “{}”", block.so))
                    .at(block.place.clone())
                    .advice("sửa số đã gõ, hoặc xem có mục nào bị bỏ sót hay lặp lại"),
            );
        })
    });
}

static TIEU_DE: Code =
    Code::canh_bao("thieu-tieu-de").theo("NĐ 30/2020/NĐ-CP, Phụ lục I, phần I, mục II, khoản 6 điểm d");

/// A phần, chương, mục, tiểu mục or điều without a title.
pub static THIEU_TIEU_DE: Rule = Rule {
    code: &TIEU_DE,
    vi_sao: "“… phần, chương, mục, tiểu mục, điều phải có tiêu đề.” Điều của quyết định, nơi không Điều nào có tiêu đề, thì không.",
    sai: "Điều 1. Phạm vi điều chỉnh\n\nĐiều 2. Quy chế này áp dụng cho các đơn vị.",
    dung: "Điều 1. Phạm vi điều chỉnh\n\nĐiều 2. Đối tượng áp dụng",
    kiem: Kiem::VanBan(thieu_tieu_de),
};

fn thieu_tieu_de(van_ban: &VanBan, _: &Context<'_>, sink: &mut Sink) {
    let titled = |block: &Block| block.tieu_de.as_ref().is_some_and(|title| !title.is_empty());
    for body in van_ban.bodies() {
        let mut dieu_titled = false;
        body.walk(&mut |block| dieu_titled |= block.kind == BlockKind::Dieu && titled(block));
        body.walk(&mut |block| {
            let (ten, cach) = match block.kind {
                BlockKind::Phan => ("Phần", "# Phần"),
                BlockKind::Chuong => ("Chương", "# Chương"),
                // Mục of the scheme without Điều is its title.
                BlockKind::TieuMuc => ("Tiểu mục", "# Tiểu mục"),
                BlockKind::Dieu if dieu_titled => ("Điều", "Điều"),
                _ => return,
            };
            if titled(block) {
                return;
            }
            let so = &block.so;
            let advice = match block.kind {
                BlockKind::Dieu => format!(
                    "viết tiêu đề không có dấu chấm ở cuối: {cach} {so}. Phạm vi điều chỉnh; lời văn để ở đoạn dưới"
                ),
                _ => format!("viết: {cach} {so} Quy định chung"),
            };
            sink.push(
                Diagnostic::new(&TIEU_DE, format!("{ten} {so} không có tiêu đề"))
                    .at(block.place.clone())
                    .advice(advice),
            );
        });
    }
}
