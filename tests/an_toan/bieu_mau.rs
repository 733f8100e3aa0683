//! The same for the keys that only some types have, their wording, and what goes with a document.

use super::{HOSTILE, quoted, squeezed};
use crate::support::pdf::Pdf;
use crate::support::project::TestProject;

/// A document a type, with `CHỮ` in every key that takes words.
const CAMPAIGN: &str = "chien_dich: Thử
nam: 2027
co_quan: thu
van_ban:
  quyet_dinh:
    loai: quyết định
    trich_yeu: CHỮ
    tham_quyen: CHỮ
    can_cu: [CHỮ, CHỮ]
    khan: hỏa tốc
    luu_hanh: lưu hành nội bộ
    nguoi_soan: CHỮ
    so_ban: 30
    dia_chi: có
    noi_dung: |
      Điều 1. Ban hành kèm theo Quyết định này Quy chế và Phụ lục.
    phu_luc:
      - {ten: CHỮ, noi_dung: Một đoạn.}
    kem_theo:
      - {loai: quy chế, trich_yeu: CHỮ, noi_dung: Một đoạn.}
    noi_nhan: [CHỮ]
    nguoi_ky: a
    sao: {noi_nhan: [CHỮ], luu: CHỮ, nguoi_ky: a}
  cong_dien:
    loai: công điện
    trich_yeu: CHỮ
    tham_quyen: CHỮ
    noi_dien: [CHỮ, CHỮ]
    noi_dung: Một đoạn.
    noi_nhan: [CHỮ]
    nguoi_ky: a
  bien_ban:
    loai: biên bản
    trich_yeu: CHỮ
    bat_dau: CHỮ
    dia_diem: CHỮ
    thanh_phan: [CHỮ, CHỮ]
    chu_tri: {xung_ho: CHỮ, ho_ten: CHỮ, chuc_vu: CHỮ}
    thu_ky: CHỮ
    ket_thuc: CHỮ
    noi_dung: Một đoạn.
    noi_nhan: [CHỮ]
  giay_moi:
    loai: giấy mời
    trich_yeu: CHỮ
    kinh_moi: CHỮ
    toi_du: CHỮ
    chu_tri: CHỮ
    thoi_gian: CHỮ
    dia_diem: CHỮ
    noi_nhan: [CHỮ]
    nguoi_ky: a
  giay_nghi_phep:
    loai: giấy nghỉ phép
    don_ngay: CHỮ
    cap_cho: {ho_ten: CHỮ, chuc_vu: CHỮ}
    thoi_gian: CHỮ
    tu_ngay: CHỮ
    den_ngay: CHỮ
    noi_nghi: CHỮ
    tinh_vao: CHỮ
    noi_nhan: [CHỮ]
    nguoi_ky: a
  hop_dong:
    loai: hợp đồng
    trich_yeu: CHỮ
    cac_ben:
      - {goi: CHỮ, ten: CHỮ, thong_tin: [CHỮ], dai_dien: {xung_ho: CHỮ, ho_ten: CHỮ, chuc_vu: CHỮ}}
      - {goi: CHỮ, ten: CHỮ, dai_dien: CHỮ}
    noi_dung: Một đoạn.
";

/// How often the text is printed as typed, and how often in capitals, in each document.
const PRINTED: [(&str, usize, usize); 6] = [
    // Subject, authority, two bases, drafter, issued document, recipient, two of the copy; the footer and the copied
    // agency's three lines come from the agency. The appendix's title is in capitals.
    ("quyet_dinh", 9, 1),
    ("cong_dien", 5, 0),
    // In the wording and under the signatures.
    ("bien_ban", 1 + 2 + 2 + 3 + 1 + 1 + 2 + 1, 0),
    ("giay_moi", 7, 0),
    ("giay_nghi_phep", 9, 0),
    ("hop_dong", 1 + 6 + 3 + 2, 3),
];

#[test]
fn hostile_text_in_every_key_of_every_form() {
    for text in HOSTILE {
        let typed = format!("A{text}Z");
        let campaign = CAMPAIGN.replace("CHỮ", &quoted(&typed));
        let agency = format!(
            "ten: [SỞ]\nten_goi: {t}\ndia_chi: [{t}]\nviet_tat: S\ndia_danh: Nơi\ndung_dau: Giám đốc\nnguoi:\n  a: {{ho_ten: \
             Lê Văn An, chuc_vu: Giám đốc}}\n",
            t = quoted(&typed)
        );
        let project = TestProject::new().file("chien_dich.yaml", campaign).file("data/co_quan/thu.yaml", agency);
        let rendered = project.render("chien_dich.yaml");
        assert_eq!(rendered.files.len(), PRINTED.len(), "{text}\n{}", rendered.messages());
        for (name, plain, capitals) in PRINTED {
            let printed = squeezed(&Pdf::read(rendered.bytes(&format!("chien_dich/{name}.pdf"))).text());
            let typed = squeezed(&typed);
            let upper = typed.to_uppercase();
            let found = printed.matches(&typed).count();
            assert!(found >= plain, "{name}: {typed} {found} times\n{printed}");
            let found = printed.matches(&upper).count();
            assert!(found >= capitals, "{name}: {upper} {found} times\n{printed}");
        }
    }
}
