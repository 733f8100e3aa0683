//! Drafts that are sound but for the lines put into them: the examples of rules are looked at in them.

use super::rule::Nen;
use crate::ban_thao::markdown::dau_dong;
use crate::ban_thao::tach::{self, than};
use crate::diag::{Files, Place};
use crate::model::ban_thao::{Chu, Doan, ViTri};
use crate::model::{BanThao, BlockKind, Nguon, O, Reference};
use std::sync::Arc;

/// A sound kế hoạch, a line each.
const KE_HOACH: &[(O, &str)] = &[
    (O::QuocHieu, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
    (O::TieuNgu, "Độc lập - Tự do - Hạnh phúc"),
    (O::ChuQuan, "UBND TỈNH CAO BẰNG"),
    (O::CoQuan, "SỞ Y TẾ"),
    (O::SoKyHieu, "Số: 13/KH-SYT"),
    (O::DiaDanhNgay, "Cao Bằng, ngày 14 tháng 02 năm 2026"),
    (O::TenLoai, "KẾ HOẠCH"),
    (O::TrichYeu, "Phát động thi đua năm 2026"),
    (O::NoiDung, "Sở Y tế ban hành Kế hoạch phát động thi đua năm 2026 như sau:"),
    (O::NoiDung, "Các đơn vị trực thuộc tổ chức thực hiện Kế hoạch này./."),
    (O::NoiNhan, "Nơi nhận:"),
    (O::NoiNhan, "- UBND tỉnh;"),
    (O::NoiNhan, "- Các đơn vị trực thuộc;"),
    (O::Luu, "- Lưu: VT, TCCB."),
    (O::QuyenHan, "KT. GIÁM ĐỐC"),
    (O::QuyenHan, "PHÓ GIÁM ĐỐC"),
    (O::HoTen, "Nguyễn Văn An"),
];

/// A sound công văn.
const CONG_VAN: &[(O, &str)] = &[
    (O::QuocHieu, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
    (O::TieuNgu, "Độc lập - Tự do - Hạnh phúc"),
    (O::ChuQuan, "UBND TỈNH CAO BẰNG"),
    (O::CoQuan, "SỞ Y TẾ"),
    (O::SoKyHieu, "Số: 196/SYT-VP"),
    (O::TrichYeu, "V/v báo cáo kết quả thi đua năm 2026"),
    (O::DiaDanhNgay, "Cao Bằng, ngày 14 tháng 12 năm 2026"),
    (O::KinhGui, "Kính gửi: Ủy ban nhân dân tỉnh Cao Bằng"),
    (O::NoiDung, "Sở Y tế báo cáo Ủy ban nhân dân tỉnh kết quả thi đua năm 2026./."),
    (O::NoiNhan, "Nơi nhận:"),
    (O::NoiNhan, "- Như trên;"),
    (O::Luu, "- Lưu: VT, VP."),
    (O::QuyenHan, "GIÁM ĐỐC"),
    (O::HoTen, "Nguyễn Văn An"),
];

/// A sound quyết định.
const QUYET_DINH: &[(O, &str)] = &[
    (O::QuocHieu, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
    (O::TieuNgu, "Độc lập - Tự do - Hạnh phúc"),
    (O::ChuQuan, "UBND TỈNH CAO BẰNG"),
    (O::CoQuan, "SỞ Y TẾ"),
    (O::SoKyHieu, "Số: 12/QĐ-SYT"),
    (O::DiaDanhNgay, "Cao Bằng, ngày 14 tháng 02 năm 2026"),
    (O::TenLoai, "QUYẾT ĐỊNH"),
    (O::TrichYeu, "Về việc bổ nhiệm công chức"),
    (O::ThamQuyen, "GIÁM ĐỐC SỞ Y TẾ"),
    (O::CanCu, "Theo đề nghị của Trưởng phòng Tổ chức cán bộ."),
    (O::NoiDung, "QUYẾT ĐỊNH:"),
    (O::NoiDung, "Điều 1. Bổ nhiệm ông Lê Văn Bình giữ chức vụ Phó Chánh Văn phòng Sở."),
    (O::NoiDung, "Điều 2. Quyết định này có hiệu lực kể từ ngày ký."),
    (O::NoiDung, "Điều 3. Chánh Văn phòng Sở và ông Lê Văn Bình chịu trách nhiệm thi hành Quyết định này./."),
    (O::NoiNhan, "Nơi nhận:"),
    (O::NoiNhan, "- Như Điều 3;"),
    (O::Luu, "- Lưu: VT, TCCB."),
    (O::QuyenHan, "GIÁM ĐỐC"),
    (O::HoTen, "Nguyễn Văn An"),
];

/// The lines of a draft with these in the place of the components' own.
fn cac_dong<'a>(nen: Nen, cac_o: &[O], lines: &'a str) -> Vec<(O, &'a str)> {
    let ground = match nen {
        Nen::KeHoach | Nen::ToanThan => KE_HOACH,
        Nen::CongVan => CONG_VAN,
        Nen::QuyetDinh => QUYET_DINH,
    };
    // Beside the body's own lines, not in their place: behind the first of them.
    let beside = nen == Nen::KeHoach && cac_o.contains(&O::NoiDung);
    let last = cac_o.last().copied().unwrap_or(O::NoiDung);
    let mut new: Vec<(O, &str)> = Vec::new();
    for (index, line) in lines.lines().filter(|line| !line.trim().is_empty()).enumerate() {
        new.push((cac_o.get(index).copied().unwrap_or(last), line));
    }
    let mut all: Vec<(O, &str)> = Vec::new();
    for (o, line) in ground {
        if *o == O::NoiDung {
            // What the ground has no place for stands over the body.
            all.extend(new.extract_if(.., |(of, _)| *of != O::NoiDung && !ground.iter().any(|(other, _)| other == of)));
        }
        let kept = !cac_o.contains(o) || (beside && *o == O::NoiDung);
        if kept {
            all.push((*o, line));
        }
        all.extend(new.extract_if(.., |(of, _)| of == o));
    }
    all
}

/// The draft with these lines in the place of the components' own.
pub fn nen(reference: &Reference, nen: Nen, cac_o: &[O], lines: &str, files: &mut Files) -> BanThao {
    let all = cac_dong(nen, cac_o, lines);
    let text = all.iter().map(|(_, line)| *line).collect::<Vec<_>>().join("\n");
    let file = files.add("vi_du.txt", text);
    let mut offset = 0;
    let mut doan = Vec::new();
    for (o, line) in &all {
        let (cap, marks) = if *o == O::NoiDung { dau_dong(line) } else { (0, 0) };
        let inner = line.get(marks..).unwrap_or_default();
        let number = match o {
            O::NoiDung => than::danh_so(inner),
            O::KinhGui | O::NoiNhan | O::Luu => than::gach(inner),
            _ => None,
        };
        let (loai, so, at) = number.map_or((BlockKind::Doan, String::new(), 0), |so| (so.loai, so.so, so.chu));
        let chu = Arc::new(Chu::new(inner.get(at..).unwrap_or_default()));
        let place = Place { file, span: offset..offset + line.len() };
        let vi_tri = ViTri::Nguyen(vec![(0, offset + marks + at)]);
        offset += line.len() + 1;
        let tieu_de = loai == BlockKind::Muc;
        doan.push(Doan { o: *o, loai, so, tieu_de, cap, kem: 0, chu, place, vi_tri, dang: None });
    }
    let mut ban = BanThao::moi(Nguon::Chu, doan, Place { file, span: 0..0 });
    tach::dien(&mut ban, reference);
    ban
}
