//! The issuing authority of a decision (Phụ lục III, mẫu 1.2 ghi chú 6), from the same facts as the signer's block.

use super::{CHU_TICH, SO, UBND, co_quan};
use crate::support::project::TestProject;
use std::path::Path;
use vanthu::diag::{Files, Located, Place, Sink};
use vanthu::load::{self, Reference};
use vanthu::project::Project;

fn tham_quyen(dau: &str, chuc_vu: &str) -> Option<String> {
    let folder = TestProject::new().file("data/co_quan/cq.yaml", co_quan(dau, &[chuc_vu]));
    let project = Project::of(&Path::new(folder.path()).join("c.yaml"));
    let (mut files, mut sink) = (Files::default(), Sink::default());
    let reference = Reference::load(&project, &mut files, &mut sink).expect("shipped data");
    let file = files.add("c.yaml", String::new());
    let ma = Located::new("cq".to_owned(), Place { file, span: 0..0 });
    let co_quan = load::co_quan(&project, &reference, &ma, &mut files, &mut sink);
    co_quan.unwrap_or_else(|| panic!("{:?}", sink.into_sorted())).tham_quyen()
}

#[test]
fn the_head_or_the_collective_decides() {
    let of = |dau, chuc_vu| tham_quyen(dau, chuc_vu).expect("the head's post is known");
    assert_eq!(of(SO, "chuc_vu: Phó Giám đốc"), "GIÁM ĐỐC SỞ Y TẾ");
    assert_eq!(of("ten: [BỘ Y TẾ]\n", "chuc_vu: Thứ trưởng"), "BỘ TRƯỞNG BỘ Y TẾ");
    assert_eq!(of(UBND, "chuc_vu: Chủ tịch"), "ỦY BAN NHÂN DÂN TỈNH CAO BẰNG");
    assert_eq!(of(CHU_TICH, "chuc_vu: Chủ tịch"), "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH CAO BẰNG");
    assert_eq!(of("ten: [THỦ TƯỚNG CHÍNH PHỦ]\n", "chuc_vu: Thủ tướng"), "THỦ TƯỚNG CHÍNH PHỦ");
    let ban = "ten: [BAN CHỈ ĐẠO PHÒNG CHỐNG DỊCH]\nto_chuc_tu_van: khong_con_dau\n";
    assert_eq!(of(ban, "chuc_vu: Trưởng ban"), "BAN CHỈ ĐẠO PHÒNG CHỐNG DỊCH");
    assert_eq!(tham_quyen("ten: [VĂN PHÒNG]\n", "chuc_vu: Chánh Văn phòng"), None);
}
