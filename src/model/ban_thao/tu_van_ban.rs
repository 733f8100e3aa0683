//! A document of a campaign as a draft to be read: what its author wrote, without what the program adds.

use super::{BanThao, Chu, Doan, Nguon, O, ViTri};
use crate::diag::Place;
use crate::model::noi_dung::plain_text;
use crate::model::{Block, BlockKind, NoiDung, VanBan};
use std::sync::Arc;

impl BanThao {
    /// Reads a document of a campaign.
    pub fn tu_van_ban(van_ban: &VanBan) -> BanThao {
        let dau = &van_ban.dau;
        let mut doan = Vec::new();
        let mut push = |o: O, so: &str, text: &str, place: &Place| {
            if !text.is_empty() {
                doan.push(doan_moi(o, BlockKind::Doan, so, text, place));
            }
        };
        push(O::TrichYeu, "", &dau.trich_yeu.join(" "), &dau.trich_yeu_place);
        let ten = van_ban.kinh_gui.iter();
        ten.for_each(|text| push(O::KinhGui, "-", &text.value, &text.place));
        van_ban.can_cu.iter().for_each(|text| push(O::CanCu, "", &text.value, &text.place));
        // What the type's mẫu words stands at the document itself and is the program's.
        body(&van_ban.noi_dung, 0, &dau.id.place, &mut doan);
        let mut push =
            |o: O, so: &str, text: &str, place: &Place| doan.push(doan_moi(o, BlockKind::Doan, so, text, place));
        van_ban.noi_nhan.iter().for_each(|text| push(O::NoiNhan, "-", &text.value, &text.place));
        if !van_ban.noi_nhan.is_empty() {
            push(O::Luu, "-", &format!("Lưu: {}", van_ban.luu.value), &van_ban.luu.place);
        }
        for line in &van_ban.nguoi_ky.value.quyen_han {
            push(O::QuyenHan, "", line, &van_ban.nguoi_ky.place);
        }
        if !van_ban.nguoi_ky.value.ho_ten.is_empty() {
            push(O::HoTen, "", &van_ban.nguoi_ky.value.ho_ten, &van_ban.nguoi_ky.place);
        }
        for (index, kem) in van_ban.kem_theo.iter().enumerate() {
            let mut head = doan_moi(O::PhuLuc, BlockKind::Doan, "", &kem.ten.join(" "), &kem.place);
            head.kem = index + 1;
            doan.push(head);
            body(&kem.noi_dung, index + 1, &dau.id.place, &mut doan);
        }
        BanThao {
            loai: Some(Arc::clone(&dau.loai)),
            so: dau.so.as_ref().map(|so| so.value.as_str().to_owned()),
            ky_hieu: Some(dau.ky_hieu.clone()),
            ngay: Some(dau.ngay.value),
            co_quan: Some(dau.co_quan.goi()).filter(|goi| !goi.is_empty()),
            ..BanThao::moi(Nguon::ChienDich, doan, dau.id.place.clone())
        }
    }
}

fn doan_moi(o: O, loai: BlockKind, so: &str, text: &str, place: &Place) -> Doan {
    Doan {
        o,
        loai,
        so: so.to_owned(),
        tieu_de: false,
        cap: 0,
        kem: 0,
        chu: Arc::new(Chu::new(text)),
        place: place.clone(),
        vi_tri: ViTri::Tim,
        dang: None,
    }
}

fn body(noi_dung: &NoiDung, kem: usize, own: &Place, doan: &mut Vec<Doan>) {
    noi_dung.walk(&mut |block: &Block| {
        if block.place == *own {
            return;
        }
        let mut push = |text: String, so: &str, tieu_de: bool| {
            if !text.is_empty() {
                let new = doan_moi(O::NoiDung, block.kind, so, &text, &block.place);
                doan.push(Doan { tieu_de, kem, ..new });
            }
        };
        let title = block.tieu_de.as_deref().map(plain_text).unwrap_or_default();
        let titled = !title.is_empty();
        push(title, &block.so, true);
        let so = match block.kind {
            BlockKind::Gach => "-",
            _ if titled => "",
            _ => &block.so,
        };
        push(plain_text(&block.inlines), so, false);
        block.rows.iter().flatten().for_each(|cell| push(plain_text(cell), "", false));
    });
}
