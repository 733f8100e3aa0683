//! Rules about the head of a document (Phụ lục I, phần I, mục II, khoản 1 đến 4).

pub mod co_quan;
pub mod dia_danh_ngay;
pub mod ky_hieu;
pub mod nhan_dien;
pub mod quoc_hieu;
pub mod so;
pub mod thieu;
#[cfg(test)]
mod thu;

use super::{Ho, Kiem, Rule, Soi, ViDu};
use crate::diag::{Code, Diagnostic};
use crate::model::VanBan;

static CODE: Code = Code::canh_bao("nam-ban-hanh").theo("NĐ 30/2020/NĐ-CP, Phụ lục I, phần I, mục II, khoản 4 điểm b");

/// The date of issue lies in another year than the campaign.
pub static NAM_BAN_HANH: Rule = Rule {
    code: &CODE,
    ho: Ho::Dau,
    vi_sao: "Chép văn bản năm trước thường quên một ngày. Năm ban hành và năm của chiến dịch phải là một.",
    vi_du: &[ViDu::ChienDich {
        sai: "\
nam: 2026
van_ban:
  ke_hoach:
    ngay: 14/02/2025
",
        dung: "\
nam: 2026
van_ban:
  ke_hoach:
    ngay: 14/02/2026
",
    }],
    kiem: Kiem::VanBan(nam_ban_hanh),
};

fn nam_ban_hanh(van_ban: &VanBan, soi: &mut Soi<'_>) {
    let ngay = &van_ban.dau.ngay;
    let Some(nam) = soi.ctx.nam else { return };
    if ngay.value.nam != nam {
        soi.push(
            Diagnostic::new(&CODE, format!("ngày ban hành năm {}, chiến dịch năm {}", ngay.value.nam, nam))
                .at(ngay.place.clone())
                .advice("sửa ngay hoặc nam cho khớp"),
        );
    }
}
