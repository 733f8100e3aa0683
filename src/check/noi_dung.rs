//! Rules about the body.

mod danh_so;
mod dau_so;
mod ket_thuc;
mod liet_ke;
mod ngat_doan;
mod quyet_dinh;
mod so;
pub(in crate::check) mod than;
#[cfg(test)]
pub(in crate::check) mod thu;
mod tieu_de_muc;
#[cfg(test)]
mod van_ban_tot;

pub use danh_so::{DANH_SO, DANH_SO_LAI, DIEM_SAI_CHU_CAI};
pub use dau_so::DAU_SAU_SO;
pub use ket_thuc::{KET_THUC_GIUA, KET_THUC_SAI, THIEU_KET_THUC};
pub use liet_ke::{DAU_LAN_LON, MUC_CUOI, MUC_THIEU_DAU};
pub use ngat_doan::{CAU_DAN, DOAN_BI_NGAT, DOAN_THIEU_DAU};
pub use quyet_dinh::{CHU_QUYET_DINH, THIEU_DIEU};
pub use tieu_de_muc::{CAP_LECH, CHAM_CUOI, GACH_THAY_KHOAN, HAI_CHAM_CUOI, KHONG_NOI_DUNG, MUC_IN_HOA};

use super::{Ho, Kiem, Rule, Soi, ViDu};
use crate::diag::{Code, Diagnostic, Sink};
use crate::model::{Block, BlockKind, BoCuc, LoaiKem, LoaiVanBan, NoiDung, VanBan};

static CODE: Code = Code::canh_bao("so-thu-tu").theo("NĐ 30/2020/NĐ-CP, Phụ lục I, phần I, mục II, khoản 6 điểm đ");

/// A number the author typed differs from the one counted and printed.
pub static SO_THU_TU: Rule = Rule {
    code: &CODE,
    ho: Ho::NoiDung,
    vi_sao: "Số thứ tự do chương trình đếm và in. Số đã gõ mà khác là dấu hiệu bỏ sót hoặc lặp một mục.",
    vi_du: &[ViDu::ChienDich {
        sai: "\
noi_dung: |
  1. Đăng ký thi đua.

  3. Bình xét thi đua.
",
        dung: "\
noi_dung: |
  1. Đăng ký thi đua.

  2. Bình xét thi đua.
",
    }],
    kiem: Kiem::VanBan(so_thu_tu),
};

fn so_thu_tu(van_ban: &VanBan, soi: &mut Soi<'_>) {
    van_ban.bodies().for_each(|body| {
        body.walk(&mut |block| {
            let Some(so_go) = &block.so_go else { return };
            if block.kind == BlockKind::Gach || *so_go == block.so {
                return;
            }
            soi.push(
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
    ho: Ho::NoiDung,
    vi_sao: "“… phần, chương, mục, tiểu mục, điều phải có tiêu đề.” Điều của quyết định, nơi không Điều nào có tiêu đề, thì không.",
    vi_du: &[ViDu::ChienDich {
        sai: "\
loai: quy chế
noi_dung: |
  Điều 1. Phạm vi điều chỉnh

  Quy chế này quy định việc xét thi đua.

  Điều 2. Quy chế này áp dụng cho các đơn vị.
",
        dung: "\
loai: quy chế
noi_dung: |
  Điều 1. Phạm vi điều chỉnh

  Quy chế này quy định việc xét thi đua.

  Điều 2. Đối tượng áp dụng

  Quy chế này áp dụng cho các đơn vị.
",
    }],
    kiem: Kiem::VanBan(thieu_tieu_de),
};

fn thieu_tieu_de(van_ban: &VanBan, soi: &mut Soi<'_>) {
    look_for_titles(&van_ban.noi_dung, &van_ban.dau.loai, soi.sink);
    for kem in &van_ban.kem_theo {
        if let LoaiKem::VanBan(loai) = &kem.loai {
            look_for_titles(&kem.noi_dung, loai, soi.sink);
        }
    }
}

fn look_for_titles(body: &NoiDung, loai: &LoaiVanBan, sink: &mut Sink) {
    let titled = |block: &Block| block.tieu_de.as_ref().is_some_and(|title| !title.is_empty());
    // The Điều of a quyết định are sentences (mẫu 1.2), all of them.
    let mut dieu = loai.ket_luan.is_none();
    body.walk(&mut |block| dieu |= block.kind == BlockKind::Dieu && titled(block));
    body.walk(&mut |block| {
        let ten = match block.kind {
            BlockKind::Phan => "Phần",
            BlockKind::Chuong => "Chương",
            BlockKind::Muc if loai.bo_cuc == BoCuc::Dieu => "Mục",
            BlockKind::TieuMuc => "Tiểu mục",
            BlockKind::Dieu if dieu => "Điều",
            _ => return,
        };
        if titled(block) {
            return;
        }
        let so = &block.so;
        let advice = match block.kind {
            BlockKind::Dieu => {
                format!("viết tiêu đề không có dấu chấm ở cuối: Điều {so}. Phạm vi điều chỉnh; lời văn để ở đoạn dưới")
            }
            _ => format!("viết: # {ten} {so} Quy định chung"),
        };
        sink.push(
            Diagnostic::new(&TIEU_DE, format!("{ten} {so} không có tiêu đề")).at(block.place.clone()).advice(advice),
        );
    });
}
