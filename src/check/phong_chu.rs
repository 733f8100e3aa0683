//! Rules about characters and fonts.

use super::{Ho, Kiem, Rule, Soi, ViDu};
use crate::diag::{Code, Diagnostic, Files, Place};
use crate::model::VanBan;
use crate::model::noi_dung::plain_text;

static CODE: Code = Code::loi("ky-tu-khong-in-duoc").theo("NĐ 30/2020/NĐ-CP, Phụ lục I, phần I, mục I, khoản 4");

/// A character that no font has.
pub static KY_TU_KHONG_IN_DUOC: Rule = Rule {
    code: &CODE,
    ho: Ho::ThanhPhanKhac,
    vi_sao: "Phông chữ không có ký tự này nên trang in sẽ có ô trống và không lưu trữ được theo PDF/A.",
    vi_du: &[ViDu::ChienDich {
        sai: "\
noi_dung: |
  ☐ Đồng ý với dự thảo Kế hoạch.
",
        dung: "\
noi_dung: |
  - Đồng ý với dự thảo Kế hoạch.
",
    }],
    kiem: Kiem::VanBan(ky_tu_khong_in_duoc),
};

fn ky_tu_khong_in_duoc(van_ban: &VanBan, soi: &mut Soi<'_>) {
    let (Some(in_duoc), files) = (soi.ctx.in_duoc, soi.ctx.files) else { return };
    let mut check = |text: &str, place: &Place| {
        let mut seen = Vec::new();
        for c in text.chars().filter(|c| *c != '\n' && *c != '\t') {
            if in_duoc(c) || seen.contains(&c) {
                continue;
            }
            seen.push(c);
            soi.push(
                Diagnostic::new(&CODE, format!("phông chữ không có ký tự “{c}” (U+{:04X})", u32::from(c)))
                    .at(within(files, place, c))
                    .advice("thay bằng chữ hoặc dấu thường dùng trong văn bản"),
            );
        }
    };
    for (text, place) in van_ban.texts() {
        check(text, place);
    }
    for body in van_ban.bodies() {
        body.walk(&mut |block| {
            // The wording of the type's mẫu stands at the document itself: what enters it was looked at above.
            if block.place == van_ban.dau.id.place {
                return;
            }
            for inlines in block.tieu_de.iter().chain([&block.inlines]).chain(block.rows.iter().flatten()) {
                check(&plain_text(inlines), &block.place);
            }
        });
    }
}

/// The character itself inside its place, where it stands there as typed.
fn within(files: &Files, place: &Place, c: char) -> Place {
    match files.slice(place).find(c) {
        Some(i) => place.part(i..i + c.len_utf8()),
        None => place.clone(),
    }
}
