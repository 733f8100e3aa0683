//! What documents share: the campaign's defaults, parts kept in files of their own, phrases of the project.

use crate::support::project::TestProject;

const HAI_VAN_BAN: &str = "\
chien_dich: Thử
nam: 2026
co_quan: syt_thai_binh
chung:
  don_vi_soan_thao: VP
  ngay: 5/3/2026
  kinh_gui: Các đơn vị trực thuộc
  noi_nhan: [Như trên, UBND tỉnh]
  nguoi_ky: tran_quang_hai
van_ban:
  ke_hoach:
    loai: kế hoạch
    trich_yeu: Phát động thi đua
    noi_nhan: [UBND tỉnh]
    noi_dung: |
      {% include \"phan/muc_dich.md\" %}

      {{ cau_chu.loi_hua }}
  cong_van:
    loai: công văn
    so: 12
    ngay: 6/3/2026
    trich_yeu: gửi kế hoạch
    noi_dung: |
      Gửi các đơn vị thực hiện.
      {% include 'data/ket.md' %}
";

fn project(campaign: &str) -> TestProject {
    TestProject::new()
        .file("c.yaml", campaign)
        .file("phan/muc_dich.md", "# Mục đích\n\nNăm {{ nam }} làm tốt hơn.\n")
        .file("data/ket.md", "\nSở Y tế đề nghị các đơn vị thực hiện.\n")
        .file("data/cau_chu.yaml", "loi_hua: Thực hiện thắng lợi nhiệm vụ năm {{ nam }} của {{ co_quan.ten_goi }}.\n")
}

#[test]
fn a_document_takes_what_it_does_not_say_itself() {
    let rendered = project(HAI_VAN_BAN).render("c.yaml");
    assert_eq!(rendered.messages(), "");
    let plan = super::support::pdf::Pdf::read(rendered.bytes("c/ke_hoach.pdf")).text();
    // The date is the common one, the recipients its own; a kế hoạch has no Kính gửi.
    assert!(plan.contains("ngày 05 tháng 3 năm 2026") && plan.contains("Lưu: VT, VP."), "{plan}");
    assert!(!plan.contains("Như trên") && !plan.contains("Kính gửi"), "{plan}");
    assert!(plan.contains("I. MỤC ĐÍCH") && plan.contains("Năm 2026 làm tốt hơn."), "{plan}");
    assert!(plan.contains("Thực hiện thắng lợi nhiệm vụ năm 2026 của Sở Y tế./."), "{plan}");
    let letter = super::support::pdf::Pdf::read(rendered.bytes("c/cong_van.pdf")).text();
    assert!(letter.contains("ngày 06 tháng 3 năm 2026") && letter.contains("Kính gửi: Các đơn vị trực thuộc"));
    assert!(letter.contains("Như trên;") && letter.contains("Sở Y tế đề nghị các đơn vị thực hiện./."), "{letter}");
}

/// Every slip is shown in the file it stands in, once, however many documents share it.
#[test]
fn slips_are_shown_in_the_file_they_stand_in() {
    let campaign = HAI_VAN_BAN
        .replace("  don_vi_soan_thao: VP\n", "  don_vi_soan_thao: VP\n  nguoi_ki: tran_quang_hai\n")
        .replace("Gửi các đơn vị thực hiện.", "Xem {% include \"a.md\" %} nữa.\n      {% include \"phan/vong.md\" %}")
        .replace(
            "      {{ cau_chu.loi_hua }}",
            "      {{ cau_chu.loi_hu }}\n\n      {% include \"phan/muc_dic.md\" %}",
        );
    let rendered = project(&campaign)
        .file("phan/muc_dich.md", "# Mục đích\n\nNăm {{ namm }} làm tốt hơn.\n")
        .file("phan/vong.md", "Một.\n{% include \"phan/vong2.md\" %}\n")
        .file("phan/vong2.md", "{% include \"phan/vong.md\" %}\n")
        .file("data/cau_chu.yaml", "loi_hua: Năm {{ bien.x }}.\nkhac: {{ nam }}\n")
        .render("c.yaml");
    insta::assert_snapshot!(rendered.messages());
}

#[test]
fn a_part_outside_the_project_is_not_read() {
    let outside = tempfile::NamedTempFile::new().expect("a file");
    let path = format!("../{}", outside.path().file_name().expect("a name").to_string_lossy());
    let rendered = project(&HAI_VAN_BAN.replace("phan/muc_dich.md", &path)).render("c.yaml");
    assert!(rendered.messages().contains("nằm ngoài thư mục dự án"), "{}", rendered.messages());
}
