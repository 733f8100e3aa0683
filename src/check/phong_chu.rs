//! Rules about characters and fonts.

use super::{Context, Kiem, Rule};
use crate::diag::{Code, Diagnostic, Place, Sink};
use crate::model::VanBan;
use crate::model::noi_dung::plain_text;

static CODE: Code = Code::loi("ky-tu-khong-in-duoc").theo("NĐ 30/2020/NĐ-CP, Phụ lục I, phần I, mục I, khoản 4");

/// A character that no font has.
pub static KY_TU_KHONG_IN_DUOC: Rule = Rule {
    code: &CODE,
    vi_sao: "Phông chữ không có ký tự này nên trang in sẽ có ô trống và không lưu trữ được theo PDF/A.",
    sai: "☐ Đồng ý",
    dung: "- Đồng ý",
    kiem: Kiem::VanBan(ky_tu_khong_in_duoc),
};

fn ky_tu_khong_in_duoc(van_ban: &VanBan, context: &Context<'_>, sink: &mut Sink) {
    let mut check = |text: &str, place: &Place| {
        let mut seen = Vec::new();
        for c in text.chars().filter(|c| *c != '\n' && *c != '\t') {
            if (context.in_duoc)(c) || seen.contains(&c) {
                continue;
            }
            seen.push(c);
            sink.push(
                Diagnostic::new(&CODE, format!("phông chữ không có ký tự “{c}” (U+{:04X})", u32::from(c)))
                    .at(within(context, place, c))
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
fn within(context: &Context<'_>, place: &Place, c: char) -> Place {
    match context.files.slice(place).find(c) {
        Some(i) => place.part(i..i + c.len_utf8()),
        None => place.clone(),
    }
}
