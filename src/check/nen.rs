//! A draft that is sound but for the lines put into it: the examples of rules are looked at in it.

use crate::diag::{Files, Place};
use crate::model::ban_thao::{Chu, DaXet, Doan, ViTri};
use crate::model::{BanThao, BlockKind, NgayVanBan, Nguon, O, Reference};
use std::sync::Arc;

/// A sound kế hoạch, a line each; what stands before " | " is its number or dash.
const NEN: &[(O, &str)] = &[
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

/// The draft with these lines in the place of a component's own; in the body, beside them.
pub fn nen(reference: &Reference, o: O, lines: &str, files: &mut Files) -> BanThao {
    let mut all: Vec<(O, &str)> = NEN.iter().copied().filter(|(of, _)| *of != o || o == O::NoiDung).collect();
    let at = NEN.iter().position(|(of, _)| *of == o).unwrap_or(8).min(all.len());
    let at = if o == O::NoiDung { at + 1 } else { at };
    lines.lines().filter(|l| !l.trim().is_empty()).rev().for_each(|line| all.insert(at, (o, line)));
    let text = all.iter().map(|(_, line)| *line).collect::<Vec<_>>().join("\n");
    let file = files.add("vi_du.txt", text);
    let mut offset = 0;
    let mut doan = Vec::new();
    for (o, line) in &all {
        let (so, loai, words) = number(*o, line);
        let place = Place { file, span: offset..offset + line.len() };
        let vi_tri = ViTri::Nguyen(vec![(0, offset + line.len() - words.len())]);
        offset += line.len() + 1;
        let chu = Arc::new(Chu::new(words));
        let tieu_de = loai == BlockKind::Muc;
        doan.push(Doan { o: *o, loai, so, tieu_de, cap: 0, kem: 0, chu, place, vi_tri, dang: None });
    }
    let of = |o: O| doan.iter().find(|d| d.o == o).map(|d| d.chu.text.clone()).unwrap_or_default();
    let loai = of(O::TenLoai);
    let so_ky_hieu = of(O::SoKyHieu);
    let (so, ky_hieu) = so_ky_hieu.trim_start_matches("Số:").trim().split_once('/').unwrap_or_default();
    BanThao {
        nguon: Nguon::Chu,
        loai: reference.loai.tim(&loai.to_lowercase()).cloned(),
        so: Some(so.trim().to_owned()),
        ky_hieu: Some(ky_hieu.to_owned()),
        ngay: NgayVanBan::parse("14/02/2026").ok(),
        co_quan: Some("Sở Y tế".to_owned()),
        place: Place { file, span: 0..0 },
        trang: None,
        da_xet: DaXet::default(),
        doan,
    }
}

/// Number, kind and words of a line.
fn number(o: O, line: &str) -> (String, BlockKind, &str) {
    let plain = (String::new(), BlockKind::Doan, line);
    if !matches!(o, O::NoiDung | O::NoiNhan | O::Luu | O::KinhGui) {
        return plain;
    }
    if let Some(rest) = line.strip_prefix('-').filter(|rest| rest.starts_with(char::is_alphabetic)) {
        return ("-".to_owned(), BlockKind::Gach, rest);
    }
    let Some((first, rest)) = line.split_once(' ') else { return plain };
    let of = |so: &str, kind| (so.to_owned(), kind, rest.trim_start());
    match first {
        "-" | "+" => of(first, BlockKind::Gach),
        _ if first.ends_with('.') && crate::model::numbering::is_roman(first.trim_end_matches('.')) => {
            of(first.trim_end_matches('.'), BlockKind::Muc)
        }
        _ if first.ends_with('.') && first.trim_end_matches('.').bytes().all(|b| b.is_ascii_digit()) => {
            of(first.trim_end_matches('.'), BlockKind::Khoan)
        }
        _ if first.ends_with(')') && first.chars().count() == 2 => of(first.trim_end_matches(')'), BlockKind::Diem),
        _ => plain,
    }
}
