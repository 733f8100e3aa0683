//! Rules about the head of a document.

use super::{Context, Kiem, Rule};
use crate::diag::{Code, Diagnostic, Sink};
use crate::model::VanBan;

static CODE: Code = Code::canh_bao("nam-ban-hanh").theo("NĐ 30/2020/NĐ-CP, Phụ lục I, phần I, mục II, khoản 4 điểm b");

/// The date of issue lies in another year than the campaign.
pub static NAM_BAN_HANH: Rule = Rule {
    code: &CODE,
    vi_sao: "Chép văn bản năm trước thường quên một ngày. Năm ban hành và năm của chiến dịch phải là một.",
    sai: "nam: 2026 … ngay: 14/02/2025",
    dung: "nam: 2026 … ngay: 14/02/2026",
    kiem: Kiem::VanBan(nam_ban_hanh),
};

fn nam_ban_hanh(van_ban: &VanBan, context: &Context<'_>, sink: &mut Sink) {
    let ngay = &van_ban.dau.ngay;
    if ngay.value.nam != context.nam {
        sink.push(
            Diagnostic::new(&CODE, format!("ngày ban hành năm {}, chiến dịch năm {}", ngay.value.nam, context.nam))
                .at(ngay.place.clone())
                .advice("sửa ngay hoặc nam cho khớp"),
        );
    }
}
