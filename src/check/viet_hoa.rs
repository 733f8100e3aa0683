//! Capitals: Phụ lục II. What is written how stands in `data/kiem_tra/`.

use super::{Ho, Kiem, Rule, ViDu};
use crate::diag::Code;

static CODE: Code = Code::tra_lai("viet-hoa-nhan-dan").theo("NĐ 30/2020/NĐ-CP, Phụ lục II, mục V, khoản 1");

/// "Nhân dân", "Nhà nước" in small letters.
pub static NHAN_DAN: Rule = Rule {
    code: &CODE,
    ho: Ho::VietHoa,
    vi_sao: "“Danh từ thuộc trường hợp đặc biệt: Nhân dân, Nhà nước.” Trong tên cơ quan (Ủy ban nhân dân) thì không.",
    vi_du: &[ViDu::noi_dung(
        "Nâng cao sức khỏe nhân dân.",
        "Nâng cao sức khỏe Nhân dân; Ủy ban nhân dân tỉnh quyết định.",
    )],
    kiem: Kiem::TuDien,
};
