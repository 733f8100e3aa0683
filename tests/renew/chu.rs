//! The worklist: what in the words looks like last year, and what is left alone.

use super::{text, thu, to};
use crate::support::project::TestProject;
use vanthu::diag::{Files, Sink};
use vanthu::load::du_kien;
use vanthu::project::Project;

/// The worklist of a body of 2026 for 2027, an item a line, places left out.
fn words(body: &str) -> String {
    of_year(body, 2026, 2027)
}

fn of_year(body: &str, cu: i32, moi: i32) -> String {
    let lines: String = body.lines().map(|line| format!("      {line}\n")).collect();
    let campaign = format!("chien_dich: Thử\nnam: {cu}\nco_quan: so_thu\nvan_ban:\n  a:\n    noi_dung: |\n{lines}");
    let project = TestProject::new().file("cu.yaml", campaign).file("data/co_quan/so_thu.yaml", AGENCY);
    let moi = thu(&project, "cu.yaml", moi).unwrap_or_else(|why| panic!("{why}"));
    let short = |line: &str| line.split_once(' ').map(|(_, rest)| format!("  {rest}\n")).unwrap_or_default();
    moi.viec().lines().map(short).collect()
}

const AGENCY: &str = "ten: [SỞ Y TẾ]\nchu_quan: [UBND TỈNH CAO BẰNG]\nviet_tat: SYT\ndia_danh: Cao Bằng\nche_do: thu_truong\n\
nguoi:\n  nguyen_van_a: {ho_ten: Nguyễn Văn A, chuc_vu: Giám đốc}\n  tran_thi_b: {ho_ten: Trần Thị B, chuc_vu: Phó Giám đốc, den: 30/6/2026}\n  \
le_van_c: {ho_ten: Lê Văn C, chuc_vu: Phó Giám đốc, tu: 01/7/2026}\n";

/// A list of texts with what is found in each.
fn table(texts: &[&str]) -> String {
    texts.iter().map(|body| format!("{body}\n{}", words(body))).collect()
}

#[test]
fn years() {
    insta::assert_snapshot!(table(&[
        "Phát động thi đua năm 2026.",
        "Kết quả năm 2025, phương hướng năm 2027.",
        "NĂM 2026",
        "trong năm\n2026 và những năm tiếp theo",
        "các năm 2024, 2025 và 2026",
        "Năm học 2025 - 2026",
        "giai đoạn 2022 - 2026",
        "Kế hoạch 05 năm (2021 - 2026)",
        "nhiệm kỳ 2021 - 2026",
        "giai đoạn 2020 – 2026",
        "từ năm 2016 đến năm 2026, từ 2025 đến 2026",
        "giai đoạn 2026 - 2030 và tầm nhìn đến năm 2045",
        "kháng chiến 1945 - 1975; giai đoạn 2016 - 2020",
        "{{ nam }}, năm {{ nam - 1 }}, {% if nam == 2026 %}a{% endif %}",
        "hơn 2026 người, 2026 đồng, 1.2026 ca, mã 2026A, DA-2026",
        "Luật Đầu tư năm 2026; Luật Thi đua, khen thưởng năm 2022",
    ]));
}

#[test]
fn dates() {
    insta::assert_snapshot!(table(&[
        "trước ngày 15/12/2026.",
        "Thứ Ba, ngày 10/02/2026",
        "8 giờ 00, thứ Sáu ngày 13 tháng 3 năm 2026",
        "ngày 14/02/2026 (thứ Bảy)",
        "Chủ nhật, 01/3/2026",
        "ngày\n05 tháng 6\nnăm 2026",
        "tháng 5/2026, tháng 5 năm 2026, quý I/2026, quý IV năm 2026",
        "từ 01/12/2025 đến 31/01/2027",
        "ngày 27/2, ngày 20/10, 02/9",
        "sinh ngày 19/5/1890; ngày 27/02/1955",
        "2.9.2026 và 02-9-2026",
        "ngày 99/99/2026, 12/13/2026",
        "ngày 15/3/{{ nam }}, tháng 5/{{ nam }}",
    ]));
    // A leap day has no next year.
    insta::assert_snapshot!("leap", of_year("ngày 29/02/2028", 2028, 2029));
    insta::assert_snapshot!("ten_years", of_year("Thứ Ba, ngày 14/02/2017; năm 2016", 2017, 2027));
}

#[test]
fn ordinals() {
    insta::assert_snapshot!(table(&[
        "Nghị quyết Đại hội Đảng bộ tỉnh lần thứ XIX, Đại hội lần thứ\nXIV của Đảng",
        "Đại hội thi đua yêu nước lần VI, lần thứ 10, lần thứ nhất, lần thứ mười",
        "kỳ họp thứ 5, Quốc hội khóa XVI; Hội đồng nhân dân khoá 18",
        "lần vi phạm thứ nhất, mỗi lần khám, khóa học hè, lần L",
    ]));
}

#[test]
fn commemorations() {
    insta::assert_snapshot!(table(&[
        "kỷ niệm 71 năm Ngày Thầy thuốc Việt Nam (27/02/1955 - 27/02/2026)",
        "nhân kỷ niệm 71 năm ngày Thầy thuốc\nViệt Nam, các đơn vị",
        "chào mừng 96 năm Ngày thành lập Đảng Cộng sản Việt Nam (03/02/1930 - 03/02/2026);",
        "kỷ niệm 70 năm Ngày Thầy thuốc Việt Nam",
        "kỷ niệm 25 năm thành lập Bệnh viện Phổi (12/5/2001 - 12/5/2026)",
        "kỷ niệm 81 năm Quốc khánh nước Cộng hòa xã hội chủ nghĩa Việt Nam (02/9/1945 - 02/9/{{ nam }})",
        "kỷ niệm lần thứ 136 ngày sinh Chủ tịch Hồ Chí Minh",
        "kế hoạch 05 năm, trong 3 năm liền, 10 năm công tác",
        "{{ ky_niem.thay_thuoc_viet_nam.day_du }}",
    ]));
}

#[test]
fn cited_documents() {
    insta::assert_snapshot!(table(&[
        "Nghị định số 98/2023/NĐ-CP ngày 31 tháng 12 năm 2023 của Chính phủ",
        "Nghị định số 152/2025/NĐ-CP ngày 14/6/2025 của Chính phủ",
        "Nghị định số 30/2020/NĐ-CP",
        "Kế hoạch số 12/KH-UBND ngày 06/01/2026 của UBND tỉnh Cao Bằng",
        "Công văn số 1474/BYT-VP ngày 26\ntháng 3 năm 2025; số 15/TB-SYT ngày 01/02/{{ nam }}",
        "Chỉ thị số 34-CT/TW ngày 07/4/2014; Chỉ thị số 34-CT/TW; Nghị quyết số 77-NQ/TU",
        "Luật Thi đua, Khen thưởng năm 2003; Luật Thi đua, khen thưởng",
        "{{ vien_dan.nd_98_2023 }} và {{ vien_dan.nd_30_2020 }}",
        "27/2, 24/24 giờ, COVID-19, 5S, 2/9, km/h, 3/4 số phiếu, B/C",
    ]));
}

#[test]
fn provinces() {
    insta::assert_snapshot!(table(&[
        "UBND tỉnh Thái Bình, Sở Y tế Bình Định, các tỉnh Hà Nam, Cao Bằng",
        "Chỉ thị số 01/CT-UBND ngày 07/01/2020 của UBND tỉnh Bình Định",
        "Bệnh viện Đa khoa Thái Bình, chợ Thái Bình",
        "{{ tinh_thanh.thai_binh }}, {{ tinh_thanh.cao_bang }}",
    ]));
}

/// What is typed within `{{ }}` and `{% %}` is as old as any other word.
#[test]
fn literals_in_expressions() {
    insta::assert_snapshot!(table(&[
        "{% if nam == 2026 %}năm đầu{% elif bien.tu >= 2025 %}sau{% endif %}",
        "{% set nam_truoc = 2025 %}{{ 2026 }} và {{ duong_lich(ngay=15, thang=8, nam=2026) }}",
        "{{ \"30/11/2026\" | ngay_chu }}, {{ '2026-11-30' | ngay_chu }}, {{ \"30/11/\" ~ nam | ngay_chu }}",
        "{{ \"giai đoạn 2022 - 2026\" }}, {{ \"Năm 2025 và sau\" | upper }}",
        "{{ \"UBND tỉnh Thái Bình\" }}",
        "{{ nam - 2025 }}, {{ bien.a_2026 }}, {{ ky_niem.x2026 }}, {{ bien.so * 2026.5 }}, {{ 12026 }}, {# năm 2026 #}",
    ]));
    let campaign = "chien_dich: Thử\nnam: 2026\nco_quan: so_thu\nvan_ban:\n  a:\n    so: \"{{ nam - 2025 }}\"\n    \
                    trich_yeu: \"Trước {{ \\\"30/11/2026\\\" | ngay_chu }}\"\n";
    let project = TestProject::new().file("cu.yaml", campaign).file("data/co_quan/so_thu.yaml", AGENCY);
    insta::assert_snapshot!("literals_in_quoted_values", thu(&project, "cu.yaml", 2027).expect("renewed").viec());
}

/// What the list proposes for a literal prints the new year's date.
#[test]
fn proposals_for_literals_work() {
    let campaign = |literal: &str| {
        format!(
            "chien_dich: Thử\nnam: 2027\nco_quan: syt_thai_binh\nvan_ban:\n  a:\n    loai: thông báo\n    \
             trich_yeu: Về thời hạn\n    noi_nhan: [Các đơn vị]\n    nguoi_ky: tran_quang_hai\n    noi_dung: |\n      \
             Hạn {{{{ {literal} | ngay_chu }}}}.\n"
        )
    };
    let old = campaign("\"30/11/2026\"").replace("nam: 2027", "nam: 2026");
    let viec = text(&old, 2027).viec();
    let (_, proposals) =
        viec.lines().find(|l| l.contains("ngay-cu")).and_then(|l| l.split_once(" → ")).expect("listed");
    let proposals: Vec<&str> = proposals.split(", hoặc ").collect();
    assert_eq!(proposals, ["\"30/11/2027\"", "(\"30/11/\" ~ nam)"]);
    for literal in proposals {
        let project = TestProject::new().file("a.yaml", campaign(literal));
        let rendered = project.render("a.yaml");
        assert!(rendered.pdf().text().contains("ngày 30 tháng 11 năm 2027"), "{literal}: {}", rendered.messages());
    }
}

/// Ministries, sở and the level of districts that ended in 2025.
#[test]
fn merged_agencies() {
    let texts = [
        "Sở Kế hoạch và Đầu tư, Sở Thông tin và Truyền thông, SỞ TÀI NGUYÊN VÀ MÔI TRƯỜNG, Sở Tài chính",
        "Bộ Lao động - Thương binh và Xã hội, Bộ NN&PTNT; Sở LĐ-TB&XH; Bộ GTVT",
        "UBND các huyện, thành phố; Ủy ban nhân dân huyện Thái Thụy; Phòng Y tế huyện; Huyện ủy Vũ Thư; cấp huyện",
        "tại huyện Thái Thụy, quận 1 và thị xã Kỳ Anh",
        "Thông tư số 01/2021/TT-BKHĐT ngày 16/3/2021 của Bộ Kế hoạch và Đầu tư",
        "Thông tư liên tịch số 05/2015/TTLT-BYT-BLĐTBXH của Bộ Y tế, Bộ Lao động - Thương binh và Xã hội về sức khỏe",
        "Nghị quyết số 5/NQ-HĐND ngày 01 tháng 3 năm 2024 của HĐND huyện Vũ Thư về nhiệm vụ của UBND huyện",
        "Kế hoạch số 5/KH-UBND ngày 01/3/2024 của UBND tỉnh, giao UBND huyện Vũ Thư thực hiện. Sở Giao thông vận tải phối hợp",
        "huyện Thái Thụy (cũ), Sở Giao thông vận tải trước đây; đầu tư kế hoạch, giao thông vận tải, thị trấn, xã Vũ Thư",
    ];
    insta::assert_snapshot!(table(&texts));
    // In their time they were right.
    assert_eq!(of_year("Sở Kế hoạch và Đầu tư, UBND huyện Vũ Thư", 2023, 2024), "");
    assert_eq!(of_year("Sở Kế hoạch và Đầu tư, UBND huyện Vũ Thư", 2024, 2025), "");
    let campaign = "chien_dich: Thử\nnam: 2026\nco_quan: so_cu\nvan_ban:\n  a: {noi_nhan: [Sở Giao thông vận tải]}\n";
    let agency = AGENCY.replace("SỞ Y TẾ", "SỞ KẾ HOẠCH VÀ ĐẦU TƯ");
    let project = TestProject::new().file("cu.yaml", campaign).file("data/co_quan/so_cu.yaml", agency);
    insta::assert_snapshot!("merged_agencies_by_key", thu(&project, "cu.yaml", 2027).expect("renewed").viec());
}

#[test]
fn every_name_of_the_data_is_found() {
    let (mut files, mut sink) = (Files::default(), Sink::default());
    let data = du_kien::sap_nhap(&Project::here(), &mut files, &mut sink).expect("shipped data");
    let mut seen = 0;
    for (ma, muc) in data.iter() {
        let day = |days| muc.het.checked_add_signed(chrono::TimeDelta::days(days)).expect("a day");
        for ten in std::iter::once(&muc.ten).chain(&muc.ten_khac) {
            let text = format!("Giao {ten}, các đơn vị");
            let found = data.cu_trong(&text, day(0));
            assert!(
                matches!(found.as_slice(), [one] if one.muc == muc && text[one.cho.clone()] == **ten),
                "{ma}: {ten}"
            );
            assert!(data.cu_trong(&text, day(-1)).is_empty(), "{ma}: {ten}");
            // What came after it is not old itself.
            assert!(data.cu_trong(&muc.nay, day(0)).is_empty(), "{ma}: {}", muc.nay);
            seen += 1;
        }
        assert!(muc.nguon.contains("chưa đối chiếu"), "{ma}");
    }
    assert!(seen > 40, "{seen}");
}

const PEOPLE: &str = "chien_dich: Thử
nam: 2026
co_quan: so_thu
chung: {nguoi_ky: nguoi_cu}
van_ban:
  a: {loai: kế hoạch, nguoi_ky: nguyen_van_a}
  b: {loai: kế hoạch, nguoi_ky: {ai: tran_thi_b, quyen_han: KT}}
  c: {loai: biên bản, chu_tri: tran_thi_b, thu_ky: Trần Thị D, sao: {nguoi_ky: da_nghi}}
  d: {loai: kế hoạch, co_quan: syt_thai_binh, nguoi_ky: tran_quang_hai}
  e: {loai: kế hoạch, co_quan: khong_co, nguoi_ky: ai_do}
  f: {loai: kế hoạch, can_cu: [nd_98_2023, nd_30_2020, luat_tdkt_2003], nguoi_ky: \"{{ bien.a }}\"}
";

#[test]
fn people_and_agencies() {
    let project = TestProject::new().file("cu.yaml", PEOPLE).file("data/co_quan/so_thu.yaml", AGENCY);
    insta::assert_snapshot!(thu(&project, "cu.yaml", 2027).expect("renewed").viec());
}

/// Bodies in files of their own are looked at where they are; the old campaign uses them too.
#[test]
fn shared_files() {
    let campaign = "chien_dich: Thử\nnam: 2026\nco_quan: so_thu\nvan_ban:\n  a:\n    noi_dung: {tep: than.md}\n  b:\n    noi_dung: |\n      \
                    {% include \"phan.md\" %}\n\n      {% include \"data/cau_chu/ket.md\" %}\n\n      {% include \"khong_co.md\" %}\n";
    let project = TestProject::new()
        .file("data/chien_dich/cu.yaml", campaign)
        .file("data/co_quan/so_thu.yaml", AGENCY)
        .file("data/chien_dich/than.md", "Năm 2026.\n\n{% include \"phan.md\" %}\n")
        .file("data/chien_dich/phan.md", "# Mục đích\n\nTrước ngày 01/6/2026.\n{% include \"phan.md\" %}\n")
        .file("data/cau_chu/ket.md", "Lần thứ IV.");
    let moi = thu(&project, "data/chien_dich/cu.yaml", 2027).expect("renewed");
    insta::assert_snapshot!(moi.viec());
}

/// Variables, titles, quotes: proposals fit the way the value is written.
#[test]
fn values_of_other_keys() {
    let campaign = "chien_dich: Năm 2026
nam: 2026
co_quan: so_thu
bien:
  nam_truoc: 2025
  khac: 2026 là năm
  trich: \"năm 2026\"
  nam_tron: 70
  dip: [\"Tết 2026\", \"năm {{ nam }}\"]
  so_luong: 5
van_ban:
  a:
    trich_yeu: >-
      Phát động
      năm 2026
    noi_dung: \"kỷ niệm {{ bien.nam_tron }} năm Ngày Thầy thuốc Việt Nam, {{ bien.so_luong }} đơn vị\"
    noi_nhan: [{gui: [Sở 2026], de: năm 2026}]   # năm 2026
";
    let project = TestProject::new().file("cu.yaml", campaign).file("data/co_quan/so_thu.yaml", AGENCY);
    insta::assert_snapshot!(thu(&project, "cu.yaml", 2027).expect("renewed").viec());
}

/// A document named after the year; a body that stays behind when the campaign goes to another folder.
#[test]
fn names_of_documents_and_files() {
    let campaign = "chien_dich: Thử\nnam: 2026\nvan_ban:\n  ke_hoach_2026: {noi_dung: {tep: than.md}}\n  a20261: {}\n";
    let project = TestProject::new().file("cu.yaml", campaign).file("than.md", "Năm {{ nam }}.").file("khac/a.md", "");
    let viec = thu(&project, "cu.yaml", 2027).expect("renewed").viec();
    assert_eq!(
        viec,
        "cu_2027:4:3 nam-cu (cảnh báo): mã văn bản ke_hoach_2026 → ke_hoach_2027, cả ở những chỗ dùng mã này\n"
    );
    let elsewhere = project.path().join("khac/moi.yaml");
    let viec = to(&project.path().join("cu.yaml"), 2027, Some(&elsewhere)).expect("renewed").viec();
    assert!(viec.contains("moi:4:35 tep-o-cho-cu (cảnh báo): tệp than.md ở cạnh chiến dịch cũ"), "{viec}");
}

/// A campaign that never names its year has nothing to look at.
#[test]
fn nothing_of_last_year() {
    let moi = text("chien_dich: Thử\nnam: 2026\nvan_ban:\n  a:\n    noi_dung: \"Năm {{ nam }}.\"\n", 2027);
    assert_eq!(moi.viec(), "");
    assert_eq!(moi.renewed.doi, ["nam: 2026 → 2027", "{{ nam }} ở 1 chỗ: in 2027"]);
}
