//! Citations: complete the first time, short from then on, only of what is in force (Phụ lục I, phần I, mục II.6).

use crate::support::project::TestProject;

const BO: &str = "\
chien_dich: Thử
nam: 2027
co_quan: syt_thai_binh
chung:
  don_vi_soan_thao: VP
  noi_nhan: [UBND tỉnh]
  nguoi_ky: tran_quang_hai
van_ban:
  ke_hoach:
    loai: kế hoạch
    so: 13
    ngay: 14/02/2027
    trich_yeu: Phát động thi đua năm {{ nam }}
    noi_dung: |
      Thực hiện {{ vien_dan.luat_tdkt_2022 }}; {{ vien_dan.nd_152_2025 }}; {{ vien_dan.tt_15_2025_bnv }}.

      1. Theo {{ vien_dan.nd_152_2025 }} và {{ vien_dan.luat_tdkt_2022 }}; xem {{ vien_dan.quyet_dinh }}.
  quyet_dinh:
    loai: quyết định
    ngay: 2/2027
    trich_yeu: Về việc thành lập Hội đồng
    can_cu:
      - luat_tdkt_2022
      - ke_hoach
      - Căn cứ {{ vien_dan.nd_30_2020 }}
      - Theo đề nghị của Chánh Văn phòng Sở
    noi_dung: |
      Điều 1. Thành lập Hội đồng theo {{ vien_dan.ke_hoach }} và {{ vien_dan.nd_30_2020 }}.

      Điều 2. Quyết định này có hiệu lực kể từ ngày ký.
";

fn words(text: &str) -> String {
    text.replace('\u{a0}', " ").split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn the_first_mention_is_complete_and_later_ones_are_short() {
    let rendered = TestProject::new().file("c.yaml", BO).render("c.yaml");
    assert_eq!(rendered.messages(), "");
    let plan = words(&crate::support::pdf::Pdf::read(rendered.bytes("c/ke_hoach.pdf")).text());
    assert!(plan.contains("Thực hiện Luật Thi đua, khen thưởng; Nghị định số 152/2025/NĐ-CP ngày "), "{plan}");
    assert!(plan.contains("Thông tư số 15/2025/TT-BNV ngày ") && plan.contains(" của Bộ trưởng Bộ Nội vụ "), "{plan}");
    assert!(plan.contains("1. Theo Nghị định số 152/2025/NĐ-CP và Luật Thi đua, khen thưởng; xem"), "{plan}");
    // Of the other document only the month is known: a slot stays for the rest.
    assert!(
        plan.contains(
            "xem Quyết định số ……/QĐ-SYT ngày …… tháng 02 năm 2027 của Sở Y tế về việc thành lập Hội đồng./."
        ),
        "{plan}"
    );
    let decision = words(&crate::support::pdf::Pdf::read(rendered.bytes("c/quyet_dinh.pdf")).text());
    for line in [
        "Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022;",
        "Căn cứ Kế hoạch số 13/KH-SYT ngày 14 tháng 02 năm 2027 của Sở Y tế về phát động thi đua năm 2027;",
        "Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư;",
        "Theo đề nghị của Chánh Văn phòng Sở.",
        "theo Kế hoạch số 13/KH-SYT và Nghị định số 30/2020/NĐ-CP.",
    ] {
        assert!(decision.contains(line), "{line}\n{decision}");
    }
}

/// What a document may not cite, with the successor; what cannot be told yet; what is not known.
#[test]
fn what_is_not_in_force_is_refused() {
    let campaign = BO
        .replace("{{ vien_dan.luat_tdkt_2022 }}; {{", "{{ vien_dan.luat_tdkt_2003 }}; {{")
        .replace("xem {{ vien_dan.quyet_dinh }}", "xem {{ vien_dan.nd_152_205 }} và {{ vien_dan.quyet_din }}")
        .replace("      - ke_hoach\n", "      - ke_hoac\n      - nd_98_2023\n      - nd_152_2025\n")
        .replace("ngay: 2/2027", "ngay: 3/2027")
        .replace("Phát động thi đua năm {{ nam }}", "Thực hiện {{ vien_dan.nd_152_2025 }}");
    let rendered = TestProject::new().file("c.yaml", campaign).render("c.yaml");
    insta::assert_snapshot!(rendered.messages());
}

/// A title names a document by kind and symbol, and counts for no mention; a date without its day decides nothing.
#[test]
fn titles_cite_short_and_open_dates_only_warn() {
    let campaign = BO
        .replace("Phát động thi đua năm {{ nam }}", "Thực hiện {{ vien_dan.nd_152_2025 }}")
        .replace("so: 13\n    ngay: 14/02/2027", "so: 13");
    let rendered = TestProject::new().file("c.yaml", campaign).render("c.yaml");
    assert_eq!(rendered.files.len(), 2);
    assert!(rendered.messages().contains("hết hiệu lực từ ngày 01/3/2027, mà ngày của văn bản này chưa rõ"));
    let plan = words(&crate::support::pdf::Pdf::read(rendered.bytes("c/ke_hoach.pdf")).text());
    assert!(plan.contains("Thực hiện Nghị định số 152/2025/NĐ-CP Thực hiện"), "{plan}");
    assert!(plan.contains("Nghị định số 152/2025/NĐ-CP ngày"), "{plan}");
}

/// Itself, a later document, the same basis twice, one of many, one that is not issued yet, one whose date is not known.
#[test]
fn what_cannot_be_a_basis_is_refused() {
    let campaign = BO
        .replace("      - ke_hoach\n", "      - ke_hoach\n      - quyet_dinh\n      - bao_cao\n      - luat_tdkt_2022\n      - thu\n      - nd_313_2026\n")
        .replace("ngay: 2/2027", "ngay: 10/02/2026")
        .replace(
            "van_ban:\n",
            "danh_sach:\n  nguoi: {khoa: ma, cac_dong: [{ma: a, so: 4}, {ma: b, so: 5}]}\nvan_ban:\n  bao_cao:\n    loai: báo cáo\n    \
             ngay: 20/12/2027\n    trich_yeu: Kết quả {{ vien_dan.ke_hoach }}\n    noi_dung: Tốt.\n  thu:\n    loai: thông báo\n    \
             theo_danh_sach: nguoi\n    so: \"{{ dong.so }}\"\n    trich_yeu: Khen\n    noi_dung: Tốt.\n",
        );
    let rendered = TestProject::new().file("c.yaml", campaign).render("c.yaml");
    insta::assert_snapshot!(rendered.messages());
}
