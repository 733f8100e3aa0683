//! Citations read from sentences.

use super::*;
use crate::diag::Files;
use crate::diag::Place;
use crate::model::BlockKind;
use crate::model::ban_thao::ViTri;
use std::sync::Arc;

/// A paragraph of the body.
fn doan(text: &str) -> Doan {
    let file = Files::default().add("thu.txt", text.to_owned());
    Doan {
        o: O::NoiDung,
        loai: BlockKind::Doan,
        so: String::new(),
        tieu_de: false,
        cap: 0,
        kem: 0,
        chu: Arc::new(Chu::new(text)),
        place: Place { file, span: 0..text.len() },
        vi_tri: ViTri::Nguyen(vec![(0, 0)]),
        dang: None,
    }
}

/// Kind and symbol, whether a date is there, the agency, the first word of the subject, whether nested.
fn read(text: &str) -> Vec<String> {
    let doan = doan(text);
    let mut all = Vec::new();
    cua_doan(&doan, &mut all);
    let show = |one: &VienDan<'_>| {
        let subject = one.trich_yeu.map(|n| one.chu().viet(n)).unwrap_or("-");
        let date = if one.co_ngay { "ngày" } else { "-" };
        let nested = if one.trong { " trong" } else { "" };
        format!("{} | {date} | {} | {subject}{nested}", one.ten(), one.ten_co_quan().unwrap_or("-"))
    };
    all.iter().map(show).collect()
}

#[test]
fn parts_of_citations() {
    for (text, want) in [
        (
            "Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư;",
            "Nghị định số 30/2020/NĐ-CP | ngày | Chính phủ | về",
        ),
        ("Nghị quyết số 20-NQ/TW, rồi", "Nghị quyết số 20-NQ/TW | - | - | -"),
        (
            "Quyết định số …/QĐ-SYT ngày … tháng … năm 2026 của Sở Y tế ban hành Quy chế",
            "Quyết định số /QĐ-SYT | ngày | Sở Y tế | ban",
        ),
        ("Công văn số 12/SYT-VP của Sở Y tế ngày 5/3/2020 về việc", "Công văn số 12/SYT-VP | ngày | Sở Y tế | về"),
        (
            "Nghị quyết của HĐND tỉnh số 144/2023/NQ-HĐND ngày 08/12/2023 về nhiệm vụ",
            "Nghị quyết số 144/2023/NQ-HĐND | ngày | HĐND tỉnh | về",
        ),
        (
            "Quyết định số 733/QĐ-TTg ngày 14/6/2019 của Thủ tướng Chính phủ phát động phong trào",
            "Quyết định số 733/QĐ-TTg | ngày | Thủ tướng Chính phủ | phát",
        ),
        (
            "Chỉ thị số 05-CT/TW ngày 15/5/2016 của Bộ Chính trị bằng việc",
            "Chỉ thị số 05-CT/TW | ngày | Bộ Chính trị | -",
        ),
    ] {
        assert_eq!(read(text), [want], "{text}");
    }
}

#[test]
fn what_a_subject_names_is_nested() {
    let found = read(
        "Nghị định số 39/2012/NĐ-CP ngày 27/4/2012 của Chính phủ sửa đổi, bổ sung một số điều của Nghị định số 42/2010/NĐ-CP; \
         Thông tư số 07/2014/TT-BNV",
    );
    assert!(found[1].ends_with("trong") && !found[2].ends_with("trong"), "{found:?}");
    let found = read(
        "Nghị định số 42/2010/NĐ-CP ngày 15/4/2010, Nghị định số 39/2012/NĐ-CP ngày 27/4/2012 của Chính phủ quy định",
    );
    assert_eq!(found.len(), 2);
    assert!(found.iter().all(|one| !one.ends_with("trong")), "{found:?}");
}

#[test]
fn plain_words_are_no_citations() {
    for text in [
        "Chương trình 135 giai đoạn 2016 - 2020",
        "quyết định khen thưởng 12 tập thể",
        "Nghị quyết Trung ương 4 khóa XII",
        "Nghị quyết Đại hội Đảng bộ tỉnh lần thứ XIX",
        "kế hoạch 5 năm 2021 - 2025",
        "báo cáo 2/3 số đơn vị",
    ] {
        assert!(read(text).is_empty(), "{text}: {:?}", read(text));
    }
}
