//! What counts as two writings of one name, and what does not.

use crate::check::vi_du::found;
use crate::model::O;

fn mixed(lines: &str) -> Vec<&'static str> {
    found(O::NoiDung, lines).into_iter().filter(|name| name.starts_with("nhat-quan")).collect()
}

#[test]
fn two_writings_are_shown_once_with_both_places() {
    // Of one and one nobody can say which is right: one finding shows both.
    let once = ["nhat-quan-viet-hoa"];
    assert_eq!(mixed("Dự Đại hội Thi đua yêu nước tỉnh lần thứ VI.\nDự Đại hội thi đua yêu nước của tỉnh."), once);
    assert_eq!(mixed("Gửi về ngành y tế của tỉnh.\nBáo cáo ngành Y tế của tỉnh."), once);
    assert_eq!(mixed("Do Phòng Tổ chức cán bộ lập.\nGửi Phòng Tổ chức Cán bộ tổng hợp."), once);
}

#[test]
fn few_of_many_places_are_shown() {
    let lines = "Dự Hội nghị điển hình tiên tiến.\n".repeat(9) + &"Dự hội nghị điển hình tiên tiến.\n".repeat(8);
    // The first of the nine, and three of the eight.
    assert_eq!(mixed(&lines), ["nhat-quan-viet-hoa"; 4]);
}

#[test]
fn this_document_has_a_capital() {
    let lines = "Căn cứ Kế hoạch này để thực hiện.\nPhổ biến Kế hoạch này.\nTriển khai kế hoạch này.";
    assert_eq!(mixed(lines), ["nhat-quan-viet-hoa"]);
}

#[test]
fn a_sentence_a_heading_and_another_name_are_no_second_writing() {
    assert_eq!(
        mixed("Đại hội thi đua yêu nước tỉnh đã họp.\nSau đại hội thi đua yêu nước tỉnh, các đơn vị báo cáo."),
        [""; 0]
    );
    assert_eq!(mixed("ĐẠI HỘI THI ĐUA YÊU NƯỚC TỈNH\nDự Đại hội thi đua yêu nước tỉnh."), [""; 0]);
    assert_eq!(mixed("Giao Trưởng phòng Y tế huyện.\nGiao Phòng Y tế huyện."), [""; 0]);
    assert_eq!(mixed("Giao Giám đốc Sở Nội vụ.\nGiao Giám đốc sở, ngành khác."), [""; 0]);
    assert_eq!(mixed("Gửi 5 Chi hội Khuyến học.\nGửi Hội Khuyến học tỉnh."), [""; 0]);
}

#[test]
fn abbreviations_and_words() {
    assert_eq!(mixed("Phát triển KT - XH của tỉnh.\nBáo cáo KT-XH năm 2025."), ["nhat-quan-viet-tat"]);
    assert_eq!(mixed("Theo Kế hoạch số 12/KH-SYT của Sở.\nGửi phòng KHSYT của Sở."), [""; 0]);
    assert_eq!(mixed("Bảo đảm an toàn.\nCác đơn vị đảm bảo tiến độ.\nBảo đảm kinh phí."), ["nhat-quan-dung-tu"]);
}
