//! Every wrong pair: refused at its place with the clause and what to write instead, word for word.

use super::{CHU_TICH, SO, UBND, co_quan, render};

/// What is wrong, the agency, its people, the signer, more lines of the document, and the clause that must be named.
type Sai = (&'static str, &'static str, &'static [&'static str], &'static str, &'static str, &'static str);

const GD: &str = "chuc_vu: Giám đốc";
const PHO: &str = "chuc_vu: Phó Giám đốc";
const TP: &str = "chuc_vu: Trưởng phòng, don_vi: Tổ chức cán bộ";
const PHO_TP: &str = "chuc_vu: Phó Trưởng phòng, don_vi: Tổ chức cán bộ";
const HOI_DONG: &str = "ten: [HỘI ĐỒNG, THI ĐUA - KHEN THƯỞNG]\nto_chuc_tu_van: co_con_dau\ntap_the: Hội đồng\n";
const BAN: &str = "ten: [BAN CHỈ ĐẠO]\nto_chuc_tu_van: khong_con_dau\n";

const B: &str = "khoản 7 điểm b";
const C: &str = "khoản 7 điểm c";

#[rustfmt::skip]
const BANG: &[Sai] = &[
    ("TM. GIÁM ĐỐC", "ten: [SỞ Y TẾ]\nche_do: tap_the\ntap_the: Giám đốc\n", &[GD], "a", "", B),
    ("TM. SỞ Y TẾ / GIÁM ĐỐC", "ten: [SỞ Y TẾ]\nche_do: tap_the\ntap_the: Sở Y tế\n", &[GD], "a", "", "Điều 13 khoản 1"),
    ("TM. ở Sở", SO, &[GD], "{ai: a, quyen_han: TM}", "", B),
    ("tap_the mà không che_do", "ten: [SỞ Y TẾ]\ntap_the: Tập thể lãnh đạo\n", &[GD], "a", "", B),
    ("KT. GIÁM ĐỐC / GIÁM ĐỐC", SO, &[GD], "{ai: a, quyen_han: KT}", "", "Điều 13 khoản 1"),
    ("KT. PHÓ GIÁM ĐỐC, TL. PHÓ GIÁM ĐỐC", "ten: [SỞ Y TẾ]\ndung_dau: Phó Giám đốc\n", &[PHO], "a", "", B),
    ("KT. GIÁM ĐỐC / TRƯỞNG PHÒNG", SO, &[GD, TP], "{ai: b, quyen_han: KT}", "", "Điều 13 khoản 1"),
    ("KT. GIÁM ĐỐC / PHÓ TRƯỞNG PHÒNG", SO, &[GD, PHO_TP], "{ai: b, quyen_han: KT}", "", "Điều 13 khoản 1"),
    ("TL. SỞ Y TẾ", "ten: [SỞ Y TẾ]\ndung_dau: Sở Y tế\n", &[TP], "{ai: a, quyen_han: TL}", "", B),
    ("TL. GIÁM ĐỐC / GIÁM ĐỐC", SO, &[GD], "{ai: a, quyen_han: TL}", "", "Điều 13 khoản 1"),
    ("TL. GIÁM ĐỐC / PHÓ GIÁM ĐỐC", SO, &[PHO], "{ai: a, quyen_han: TL}", "", "Điều 13 khoản 1"),
    ("TL. ghi ở tệp cơ quan cho cấp phó", SO, &[GD, "chuc_vu: Phó Giám đốc, quyen_han: TL"], "b", "", "Điều 13 khoản 1"),
    ("TUQ. GIÁM ĐỐC / PHÓ GIÁM ĐỐC", SO, &[PHO], "{ai: a, quyen_han: TUQ}", "", "Điều 13 khoản 1"),
    ("TUQ. GIÁM ĐỐC / KT. TRƯỞNG PHÒNG / PHÓ", SO, &[GD, PHO_TP], "{ai: b, quyen_han: TUQ}", "", "Điều 13 khoản 3"),
    ("QUYỀN GIÁM ĐỐC", SO, &["chuc_vu: Quyền Giám đốc"], "a", "", C),
    ("GIÁM ĐỐC (quyền)", SO, &["chuc_vu: Giám đốc (quyền)"], "a", "", C),
    ("Q.GIÁM ĐỐC", SO, &["chuc_vu: Q.Giám đốc"], "a", "", C),
    ("K/T GIÁM ĐỐC", SO, &["chuc_vu: K/T Giám đốc"], "a", "", C),
    ("TRƯỞNG PHÒNG một dòng", SO, &[GD, TP], "b", "", "Điều 13 khoản 3, 4"),
    ("CHÁNH VĂN PHÒNG, chưa biết người đứng đầu", SO, &["chuc_vu: Chánh Văn phòng"], "a", "", B),
    ("THỨ TRƯỞNG ở Sở", "ten: [SỞ Y TẾ]\ndung_dau: Giám đốc\n", &["chuc_vu: Thứ trưởng"], "a", "", "Điều 13 khoản 3, 4"),
    ("PHÓ BỘ TRƯỞNG", "ten: [BỘ Y TẾ]\n", &["chuc_vu: Phó Bộ trưởng"], "a", "", C),
    ("PHÓ GIÁM ĐỐC THƯỜNG TRỰC", SO, &["chuc_vu: Phó Giám đốc Thường trực"], "a", "", C),
    ("PHÓ GIÁM ĐỐC PHỤ TRÁCH", SO, &["chuc_vu: Phó Giám đốc phụ trách chuyên môn"], "a", "", C),
    ("PHÓ GIÁM ĐỐC (ĐIỀU HÀNH)", SO, &["chuc_vu: Phó Giám đốc (điều hành)"], "a", "", C),
    ("GIÁM ĐỐC SỞ Y TẾ", SO, &["chuc_vu: Giám đốc Sở Y tế"], "a", "", C),
    ("TM. UBND TỈNH", "ten: [ỦY BAN NHÂN DÂN]\nche_do: tap_the\ntap_the: UBND tỉnh\n", &["chuc_vu: Chủ tịch"], "a", "", B),
    ("TM. TM. ỦY BAN", "ten: [ỦY BAN NHÂN DÂN]\nche_do: tap_the\ntap_the: TM. Ủy ban nhân dân\n", &["chuc_vu: Chủ tịch"], "a", "", B),
    ("KT. CHỦ TỊCH trên văn bản của UBND", "ten: [ỦY BAN NHÂN DÂN]\n", &["chuc_vu: Phó Chủ tịch"], "a", "", "Điều 13 khoản 2"),
    ("TM. trên văn bản của Chủ tịch", CHU_TICH, &["chuc_vu: Chủ tịch"], "{ai: a, quyen_han: TM}", "", B),
    ("CHÁNH VĂN PHÒNG ký thay mặt UBND", UBND, &["chuc_vu: Chủ tịch", "chuc_vu: Chánh Văn phòng"], "{ai: b, quyen_han: TM}", "", "Điều 13 khoản 3, 4"),
    ("Hội đồng, chưa nói con dấu", "ten: [HỘI ĐỒNG KHOA HỌC]\n", &["chuc_vu: Chủ tịch"], "a", "", C),
    ("Hội đồng dùng con dấu, thiếu chức vụ khác", HOI_DONG, &["chuc_vu: Chủ tịch"], "a", "", C),
    ("Hội đồng dùng con dấu, thiếu tên sau TM.", "ten: [HỘI ĐỒNG]\nto_chuc_tu_van: co_con_dau\n", &["chuc_vu: Chủ tịch, chuc_vu_khac: Giám đốc Sở Y tế"], "a", "", ""),
    ("Bộ trưởng, thiếu tên Bộ", HOI_DONG, &["chuc_vu: Chủ tịch, chuc_vu_khac: Bộ trưởng"], "a", "", C),
    ("chức vụ khác có chữ phụ trách", HOI_DONG, &["chuc_vu: Chủ tịch, chuc_vu_khac: Phó Giám đốc phụ trách Sở Y tế"], "a", "", C),
    ("Ban không dùng con dấu mà ghi chức vụ khác", BAN, &["chuc_vu: Trưởng ban, chuc_vu_khac: Giám đốc Sở Y tế"], "a", "", C),
    ("Ban không dùng con dấu mà ghi TM.", "ten: [BAN CHỈ ĐẠO]\nto_chuc_tu_van: khong_con_dau\ntap_the: Ban Chỉ đạo\n", &["chuc_vu: Trưởng ban"], "a", "", C),
    ("TM. ở Ban không dùng con dấu", BAN, &["chuc_vu: Trưởng ban"], "{ai: a, quyen_han: TM}", "", C),
    ("Sở mà ghi chức vụ khác", SO, &["chuc_vu: Giám đốc, chuc_vu_khac: Ủy viên"], "a", "", C),
    ("TS. trước họ tên", SO, &["ho_ten: TS. Nguyễn Văn An, chuc_vu: Giám đốc"], "a", "", C),
    ("BS.CKII, PGS.TS, ThS, danh hiệu, quân hàm", SO, &[
        "ho_ten: BS.CKII Nguyễn Văn An, chuc_vu: Giám đốc",
        "ho_ten: PGS.TS Lê Thị Bình, chuc_vu: Phó Giám đốc",
        "ho_ten: Ths Lê Thị Bình, chuc_vu: Phó Giám đốc",
        "ho_ten: Thầy thuốc Ưu tú Lê Thị Bình, chuc_vu: Phó Giám đốc",
        "ho_ten: ĐẠI TÁ Lê Thị Bình, chuc_vu: Phó Giám đốc",
    ], "a", "", C),
    ("đã thôi chức vụ", SO, &["chuc_vu: Giám đốc, den: 31/12/2025"], "a", "    ngay: 05/01/2026\n", "Điều 13"),
    ("chưa giữ chức vụ", SO, &["chuc_vu: Giám đốc, tu: 2026-06-01"], "a", "    ngay: 5/2026\n", "Điều 13"),
    ("đã thôi chức vụ, chỉ biết năm", SO, &["chuc_vu: Giám đốc, den: 31/12/2025"], "a", "", "Điều 13"),
    ("thôi trước khi bắt đầu", SO, &["chuc_vu: Giám đốc, tu: 2026-06-01, den: 31/12/2025"], "a", "", ""),
];

#[test]
fn every_wrong_pair_is_refused_with_its_clause() {
    let mut said = String::new();
    for (ten, dau, nguoi, nguoi_ky, them, dieu_khoan) in BANG {
        let rendered = render(&co_quan(dau, nguoi), nguoi_ky, them);
        assert_eq!(rendered.files, [""; 0], "{ten} was written");
        let findings = &rendered.outcome.findings;
        assert!(!findings.is_empty(), "{ten} is right");
        for finding in findings {
            assert!(finding.clause.unwrap_or_default().contains(dieu_khoan), "{ten}: {:?}", finding.clause);
            assert!(finding.place.is_some() && !finding.advice.is_empty(), "{ten}: {finding:?}");
        }
        said.push_str(&format!("== {ten}\n\n{}\n\n", rendered.messages()));
    }
    insta::with_settings!({ prepend_module_to_snapshot => false, omit_expression => true }, {
        insta::assert_snapshot!("sai", said);
    });
}
