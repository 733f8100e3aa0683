//! Rules about the body.

use super::{Context, Kiem, Rule};
use crate::diag::{Code, Diagnostic, Sink};
use crate::model::{BlockKind, VanBan};

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
