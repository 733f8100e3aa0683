//! Every pair of authority and post that the decree knows, agency by agency, as it stands on the page. (Biên bản and copies
//! have blocks of their own.)

use super::{CHU_TICH, SO, UBND, chien_dich, co_quan, khoi_ky_cua};
use crate::support::project::TestProject;

/// An agency, its people, and for each the signer as a campaign names him with the block, lines parted by " / ".
type CoQuan = (&'static str, &'static [&'static str], &'static [(&'static str, &'static str)]);

#[rustfmt::skip]
const BANG: &[CoQuan] = &[
    // Sở, chế độ thủ trưởng.
    (SO, &[
        "chuc_vu: Giám đốc",
        "chuc_vu: Phó Giám đốc",
        "chuc_vu: Giám đốc, quyen_han: Q",
        "chuc_vu: Chánh Văn phòng, quyen_han: TL",
        "chuc_vu: Trưởng phòng, don_vi: Tổ chức cán bộ",
        "chuc_vu: Phó Trưởng phòng, don_vi: Tổ chức cán bộ",
        "chuc_vu: Giám đốc, don_vi: Trung tâm Kiểm soát bệnh tật",
    ], &[
        ("a", "GIÁM ĐỐC"),
        // "Trường hợp cấp phó được giao phụ trách, điều hành thì thực hiện ký như cấp phó ký thay cấp trưởng" (Điều 13).
        ("b", "KT. GIÁM ĐỐC / PHÓ GIÁM ĐỐC"),
        ("{ai: b, quyen_han: KT}", "KT. GIÁM ĐỐC / PHÓ GIÁM ĐỐC"),
        ("c", "Q. GIÁM ĐỐC"),
        ("{ai: b, quyen_han: Q}", "Q. GIÁM ĐỐC"),
        ("d", "TL. GIÁM ĐỐC / CHÁNH VĂN PHÒNG"),
        ("{ai: e, quyen_han: TL}", "TL. GIÁM ĐỐC / TRƯỞNG PHÒNG TỔ CHỨC CÁN BỘ"),
        ("{ai: f, quyen_han: TL}", "TL. GIÁM ĐỐC / KT. TRƯỞNG PHÒNG TỔ CHỨC CÁN BỘ / PHÓ TRƯỞNG PHÒNG"),
        ("{ai: e, quyen_han: TUQ}", "TUQ. GIÁM ĐỐC / TRƯỞNG PHÒNG TỔ CHỨC CÁN BỘ"),
        ("{ai: g, quyen_han: TUQ}", "TUQ. GIÁM ĐỐC / GIÁM ĐỐC TRUNG TÂM KIỂM SOÁT BỆNH TẬT"),
    ]),
    // Ủy ban nhân dân, chế độ tập thể.
    (UBND, &[
        "chuc_vu: Chủ tịch",
        "chuc_vu: Phó Chủ tịch",
        "chuc_vu: Chánh Văn phòng",
        "chuc_vu: Phó Chánh Văn phòng, quyen_han: TL",
    ], &[
        ("a", "TM. ỦY BAN NHÂN DÂN / CHỦ TỊCH"),
        ("{ai: a, quyen_han: TM}", "TM. ỦY BAN NHÂN DÂN / CHỦ TỊCH"),
        ("b", "TM. ỦY BAN NHÂN DÂN / KT. CHỦ TỊCH / PHÓ CHỦ TỊCH"),
        ("{ai: b, quyen_han: Q}", "TM. ỦY BAN NHÂN DÂN / Q. CHỦ TỊCH"),
        ("{ai: c, quyen_han: TL}", "TL. CHỦ TỊCH / CHÁNH VĂN PHÒNG"),
        ("{ai: c, quyen_han: TUQ}", "TUQ. CHỦ TỊCH / CHÁNH VĂN PHÒNG"),
        ("d", "TL. CHỦ TỊCH / KT. CHÁNH VĂN PHÒNG / PHÓ CHÁNH VĂN PHÒNG"),
    ]),
    // Papers of the chairman himself: an agency file of their own.
    (CHU_TICH, &["chuc_vu: Chủ tịch", "chuc_vu: Phó Chủ tịch"], &[
        ("a", "CHỦ TỊCH"),
        ("b", "KT. CHỦ TỊCH / PHÓ CHỦ TỊCH"),
        ("{ai: b, quyen_han: Q}", "Q. CHỦ TỊCH"),
    ]),
    ("ten: [HỘI ĐỒNG NHÂN DÂN, TỈNH CAO BẰNG]\nche_do: tap_the\ntap_the: Hội đồng nhân dân\n", &["chuc_vu: Chủ tịch"], &[
        ("a", "TM. HỘI ĐỒNG NHÂN DÂN / CHỦ TỊCH"),
    ]),
    ("ten: [THƯỜNG TRỰC, HỘI ĐỒNG NHÂN DÂN]\nche_do: tap_the\ntap_the: Thường trực Hội đồng nhân dân\n",
        &["chuc_vu: Phó Chủ tịch"], &[
        ("a", "TM. THƯỜNG TRỰC HỘI ĐỒNG NHÂN DÂN / KT. CHỦ TỊCH / PHÓ CHỦ TỊCH"),
    ]),
    ("ten: [BỘ Y TẾ]\n", &[
        "chuc_vu: Bộ trưởng",
        "chuc_vu: Thứ trưởng",
        "chuc_vu: Vụ trưởng, don_vi: Vụ Tổ chức cán bộ, quyen_han: TL",
        "chuc_vu: Phó Vụ trưởng, don_vi: Vụ Tổ chức cán bộ, quyen_han: TL",
        "chuc_vu: Chánh Văn phòng, quyen_han: TL",
        "chuc_vu: Cục trưởng, don_vi: Cục Quản lý Dược, quyen_han: TL",
    ], &[
        ("a", "BỘ TRƯỞNG"),
        ("b", "KT. BỘ TRƯỞNG / THỨ TRƯỞNG"),
        ("c", "TL. BỘ TRƯỞNG / VỤ TRƯỞNG VỤ TỔ CHỨC CÁN BỘ"),
        ("d", "TL. BỘ TRƯỞNG / KT. VỤ TRƯỞNG VỤ TỔ CHỨC CÁN BỘ / PHÓ VỤ TRƯỞNG"),
        ("e", "TL. BỘ TRƯỞNG / CHÁNH VĂN PHÒNG"),
        ("f", "TL. BỘ TRƯỞNG / CỤC TRƯỞNG CỤC QUẢN LÝ DƯỢC"),
    ]),
    ("ten: [CỤC QUẢN LÝ DƯỢC]\n", &["chuc_vu: Cục trưởng", "chuc_vu: Phó Cục trưởng"], &[
        ("a", "CỤC TRƯỞNG"),
        ("b", "KT. CỤC TRƯỞNG / PHÓ CỤC TRƯỞNG"),
    ]),
    // A unit with papers of its own says who heads it: elsewhere such a post is inside an agency.
    ("ten: [VỤ TỔ CHỨC CÁN BỘ]\ndung_dau: Vụ trưởng\n", &["chuc_vu: Vụ trưởng", "chuc_vu: Phó Vụ trưởng"], &[
        ("a", "VỤ TRƯỞNG"),
        ("b", "KT. VỤ TRƯỞNG / PHÓ VỤ TRƯỞNG"),
    ]),
    ("ten: [CHÍNH PHỦ]\nche_do: tap_the\ntap_the: Chính phủ\n", &["chuc_vu: Thủ tướng", "chuc_vu: Phó Thủ tướng"], &[
        ("a", "TM. CHÍNH PHỦ / THỦ TƯỚNG"),
        ("b", "TM. CHÍNH PHỦ / KT. THỦ TƯỚNG / PHÓ THỦ TƯỚNG"),
    ]),
    ("ten: [THỦ TƯỚNG CHÍNH PHỦ]\n", &["chuc_vu: Phó Thủ tướng"], &[("a", "KT. THỦ TƯỚNG / PHÓ THỦ TƯỚNG")]),
    ("ten: [BỆNH VIỆN ĐA KHOA]\n", &[
        "chuc_vu: Giám đốc",
        "chuc_vu: Phó Giám đốc",
        "chuc_vu: Trưởng phòng Kế hoạch tổng hợp, quyen_han: TL",
    ], &[
        ("a", "GIÁM ĐỐC"),
        ("b", "KT. GIÁM ĐỐC / PHÓ GIÁM ĐỐC"),
        ("c", "TL. GIÁM ĐỐC / TRƯỞNG PHÒNG KẾ HOẠCH TỔNG HỢP"),
    ]),
    ("ten: [VIỆN PASTEUR]\n", &["chuc_vu: Viện trưởng", "chuc_vu: Phó Viện trưởng"], &[
        ("a", "VIỆN TRƯỞNG"),
        ("b", "KT. VIỆN TRƯỞNG / PHÓ VIỆN TRƯỞNG"),
    ]),
    ("ten: [TRƯỜNG CAO ĐẲNG Y TẾ]\n", &["chuc_vu: Hiệu trưởng", "chuc_vu: Phó Hiệu trưởng"], &[
        ("a", "HIỆU TRƯỞNG"),
        ("b", "KT. HIỆU TRƯỞNG / PHÓ HIỆU TRƯỞNG"),
    ]),
    ("ten: [TRẠM Y TẾ]\n", &["chuc_vu: Trưởng trạm", "chuc_vu: Phó Trưởng trạm"], &[
        ("a", "TRƯỞNG TRẠM"),
        ("b", "KT. TRƯỞNG TRẠM / PHÓ TRƯỞNG TRẠM"),
    ]),
    // Advisory bodies without the seal: "chỉ ghi chức danh của người ký văn bản trong tổ chức tư vấn" (II.7c).
    ("ten: [BAN CHỈ ĐẠO]\nto_chuc_tu_van: khong_con_dau\n", &["chuc_vu: Trưởng ban", "chuc_vu: Phó Trưởng ban Thường trực"], &[
        ("a", "TRƯỞNG BAN"),
        ("b", "KT. TRƯỞNG BAN / PHÓ TRƯỞNG BAN THƯỜNG TRỰC"),
    ]),
    ("ten: [TỔ CÔNG TÁC]\nto_chuc_tu_van: khong_con_dau\n", &["chuc_vu: Tổ trưởng"], &[("a", "TỔ TRƯỞNG")]),
];

#[test]
fn every_pair_stands_on_the_page_as_the_decree_has_it() {
    let mut project = TestProject::new();
    let mut documents = Vec::new();
    let mut expected = Vec::new();
    let keys: Vec<String> = (0..BANG.len()).map(|i| format!("cq_{i}")).collect();
    for ((dau, nguoi, ky), key) in BANG.iter().zip(&keys) {
        project = project.file(&format!("data/co_quan/{key}.yaml"), co_quan(dau, nguoi));
        for (nguoi_ky, khoi) in *ky {
            documents.push((key.as_str(), *nguoi_ky, ""));
            expected.push(*khoi);
        }
    }
    let rendered = project.file("chien_dich.yaml", chien_dich(&documents)).render("chien_dich.yaml");
    assert_eq!(rendered.messages(), "");
    for (i, khoi) in expected.iter().enumerate() {
        let printed = khoi_ky_cua(&rendered, &format!("chien_dich/vb_{i}.pdf"));
        let name = printed.last().map(String::as_str);
        assert_eq!(name, Some("Nguyễn Văn An"), "{khoi}");
        let lines = &printed[..printed.len() - 1];
        assert_eq!(lines.join(" "), khoi.replace(" / ", " "));
        // A line that has the room is one line; a longer one is broken in two.
        for line in khoi.split(" / ").filter(|line| line.chars().count() < 28) {
            assert!(lines.iter().any(|l| l == line), "{line} in {lines:?}");
        }
    }
}

#[test]
fn an_agency_may_allow_titles_before_names() {
    let rendered = super::render(
        &co_quan("ten: [BỆNH VIỆN ĐA KHOA]\nhoc_vi: cho_phep\n", &["ho_ten: BSCKII. Nguyễn Văn An, chuc_vu: Giám đốc"]),
        "a",
        "",
    );
    assert_eq!(khoi_ky_cua(&rendered, "chien_dich/vb_0.pdf"), ["GIÁM ĐỐC", "BSCKII. Nguyễn Văn An"]);
}

/// Posts are data: a project that needs another pair brings its own file.
#[test]
fn a_project_may_name_its_own_deputies() {
    let shipped = include_str!("../../data/chuc_vu.yaml");
    let own =
        shipped.replace("  Thứ trưởng: Bộ trưởng\n", "  Thứ trưởng: Bộ trưởng\n  Trợ lý Cục trưởng: Cục trưởng\n");
    assert_ne!(own, shipped);
    let rendered = TestProject::new()
        .file("data/chuc_vu.yaml", own)
        .file("data/co_quan/cq_0.yaml", co_quan("ten: [CỤC QUẢN LÝ DƯỢC]\n", &["chuc_vu: Trợ lý Cục trưởng"]))
        .file("chien_dich.yaml", chien_dich(&[("cq_0", "a", "")]))
        .render("chien_dich.yaml");
    let khoi = khoi_ky_cua(&rendered, "chien_dich/vb_0.pdf");
    assert_eq!(khoi, ["KT. CỤC TRƯỞNG", "TRỢ LÝ CỤC TRƯỞNG", "Nguyễn Văn An"]);
}

/// Names that begin like a title are names, and posts that hold a forbidden word in another sense are posts.
#[test]
fn ordinary_names_and_posts_are_left_alone() {
    for ho_ten in
        ["Tạ Thị Sĩ", "Bùi Sĩ Tiến", "Ông Ích Khiêm", "Bạc Sĩ Hùng", "Thạch Sĩ An", "Giáo Văn Sư", "Cù Nhân An"]
    {
        let nguoi = format!("ho_ten: {ho_ten}, chuc_vu: Giám đốc");
        let rendered = super::render(&co_quan(SO, &[&nguoi]), "a", "");
        assert_eq!(rendered.messages(), "", "{ho_ten}");
    }
    for chuc_vu in [
        "Phó Trưởng phòng, don_vi: Điều hành",
        "Trưởng phòng Bản quyền",
        "Giám đốc Trung tâm Điều hành",
        "Trưởng phòng Y tế",
    ] {
        let nguoi = format!("chuc_vu: {chuc_vu}, quyen_han: TL");
        let rendered = super::render(&co_quan(SO, &["chuc_vu: Giám đốc", &nguoi]), "b", "");
        assert_eq!(rendered.messages(), "", "{chuc_vu}");
    }
}

/// The person must be in office; only what is known of the dates counts.
#[test]
fn who_is_in_office_that_day_may_sign() {
    let gd = ["chuc_vu: Giám đốc, tu: 01/3/2026, den: 30/6/2026"];
    for ngay in ["01/3/2026", "30/6/2026", "3/2026", "6/2026"] {
        let rendered = super::render(&co_quan(SO, &gd), "a", &format!("    ngay: {ngay}\n"));
        assert_eq!(rendered.messages(), "", "{ngay}");
    }
    assert_eq!(super::render(&co_quan(SO, &gd), "a", "").messages(), "", "only the year is known");
}
