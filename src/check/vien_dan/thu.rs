//! Sentences of real kinds of documents: sound ones are silent for every rule about citations and dates, slips are found.

use crate::check::vi_du::found;
use crate::check::{Ho, RULES};
use crate::model::O;

/// The rules about citations, dates and their writing that find something in these lines.
fn of_ours(o: O, lines: &[&str]) -> Vec<&'static str> {
    let ours = |name: &&str| {
        RULES.iter().any(|rule| {
            let of_dates = rule.code.name.starts_with("ngay-") || rule.code.name.starts_with("tu-ngay");
            rule.code.name == *name
                && (matches!(rule.ho, Ho::VienDan | Ho::ThoiGian) || (rule.ho == Ho::NhatQuan && of_dates))
        })
    };
    found(o, &lines.join("\n")).into_iter().filter(ours).collect()
}

#[test]
fn sound_sentences_are_silent() {
    let lines = [
        "Quán triệt Nghị quyết số 29-NQ/TW ngày 04 tháng 11 năm 2013 của Ban Chấp hành Trung ương về đổi mới giáo dục và đào tạo.",
        "Chính phủ ban hành Nghị định số 24/2021/NĐ-CP ngày 23 tháng 3 năm 2021 quy định việc quản lý trong cơ sở giáo dục.",
        "Ngày 15/8/2025, Giám đốc Sở đã ban hành Quyết định số 56/QĐ-SYT về việc phân công chuyên môn.",
        "Theo đề nghị của Giám đốc Sở Nội vụ tại Tờ trình số 345/TTr-SNV ngày 08 tháng 01 năm 2026.",
        "Quy chế ban hành kèm theo Quyết định số 99/QĐ-UBND ngày 15 tháng 01 năm 2024 của Chủ tịch Ủy ban nhân dân tỉnh.",
        "Thực hiện Nghị quyết số 29-NQ/TW, Nghị định số 24/2021/NĐ-CP và Luật Thi đua, khen thưởng.",
        "Nghị quyết Đại hội đảng bộ tỉnh lần thứ XIX, Chương trình 135, Đề án 06, Nghị quyết Trung ương 4 khóa XII.",
        "Sở Nội vụ đã có Công văn số 120/SNV-TĐKT ngày 12 tháng 01 năm 2026 về việc đăng ký thi đua.",
        "Thông tư số 15/2025/TT-BNV ngày 05 tháng 8 năm 2025 của Bộ trưởng Bộ Nội vụ quy định biện pháp thi hành Luật Thi đua, khen \
         thưởng và Nghị định số 152/2025/NĐ-CP.",
        "Công văn số 1234/CT-TTHT ngày 06 tháng 01 năm 2026 của Cục Thuế tỉnh Cao Bằng về việc kê khai thuế.",
        "Kế hoạch số 45-KH/TWĐTN ngày 06 tháng 01 năm 2026 của Ban Bí thư Trung ương Đoàn tổ chức Tháng Thanh niên năm 2026.",
        "Kết luận số 01-KL/TW ngày 18 tháng 5 năm 2021 của Bộ Chính trị về tiếp tục thực hiện Chỉ thị số 05-CT/TW.",
        "Từ ngày 16/02/2026 đến ngày 31/3/2026, 2/3 số đơn vị hoàn thành; kỳ họp thứ Năm, ngày 10/12/2025.",
        "Kỷ niệm 71 năm Ngày Thầy thuốc Việt Nam (27/02/1955 - 27/02/2026), chào mừng ngày Quốc khánh 02/9.",
        "Kết quả giai đoạn 2021 - 2025, nhiệm vụ giai đoạn 2026 - 2030; năm học 2025 - 2026; quý I/2026; tháng 12/2025.",
        "Họp lúc 8 giờ 00 phút, thứ Hai, ngày 16/3/2026; gửi báo cáo trước ngày 20/3/2026, chậm nhất ngày 25/3/2026.",
        "Các trường hợp phát sinh trước ngày 01/7/2025 thực hiện theo quy định cũ; pháp luật đất đai, kỷ luật lao động.",
    ];
    assert_eq!(of_ours(O::NoiDung, &lines), [""; 0]);
    let bases = [
        "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;",
        "Căn cứ Nghị định số 152/2025/NĐ-CP ngày 14 tháng 6 năm 2025 của Chính phủ quy định về phân cấp, phân quyền trong lĩnh vực thi \
         đua, khen thưởng;",
        "Căn cứ Nghị quyết Đại hội đại biểu Đảng bộ tỉnh lần thứ XX;",
        "Theo đề nghị của Chánh Văn phòng Sở.",
    ];
    assert_eq!(of_ours(O::CanCu, &bases), [""; 0]);
}

#[test]
fn bases_long_out_of_force() {
    let bases = [
        "Căn cứ Luật Tổ chức chính quyền địa phương số 77/2015/QH13 ngày 19/6/2015;",
        "Căn cứ Luật Tổ chức Hội đồng nhân dân và Ủy ban nhân dân ngày 26 tháng 11 năm 2003;",
        "Căn cứ Nghị định số 29/2012/NĐ-CP ngày 12 tháng 4 năm 2012 của Chính phủ về tuyển dụng, sử dụng và quản lý viên chức;",
        "Căn cứ Luật Xây dựng ngày 18 tháng 6 năm 2014;",
    ];
    let found = of_ours(O::CanCu, &bases);
    assert_eq!(found.iter().filter(|rule| **rule == "can-cu-het-hieu-luc").count(), 3, "{found:?}");
}

#[test]
fn slips_are_found() {
    let lines = [
        "Thực hiện Kế hoạch 15/KH-UBND ngày 10/01/2026 của UBND tỉnh về thi đua năm 2026.",
        "Quán triệt QĐ số 733/QĐ-TTg ngày 14/6/2019 của Chính phủ về phong trào thi đua.",
        "Quán triệt Nghị quyết số 20/NQ-TW ngày 25/10/2017 của Ban Chấp hành Trung ương về công tác y tế.",
        "Theo công văn số 120/SNV-TĐKT ngày 12/4/2026 của Sở Nội vụ về việc đăng ký thi đua.",
        "Thực hiện Luật Bảo hiểm Y tế số 25/2008/QH12.",
        "Thực hiện Nghị định số 42/2010/NĐ-CP ngày 15/4/2011 của Chính phủ về thi đua, khen thưởng.",
        "Nộp báo cáo chậm nhất ngày 31/6/2026, trước ngày 10/02/2026.",
        "Họp vào thứ Năm, ngày 1/4/2026 và ngày 01/4/2026.",
    ];
    let found = of_ours(O::NoiDung, &lines);
    for want in [
        "vien-dan-thieu-so",
        "ten-loai-viet-tat",
        "co-quan-khac-ky-hieu",
        "ky-hieu-noi-sai",
        "ten-loai-viet-thuong",
        "vien-dan-van-ban-sau",
        "viet-hoa-ten-luat",
        "luat-ghi-so",
        "nam-khac-ky-hieu",
        "ngay-khong-co-trong-lich",
        "thoi-han-da-qua",
        "sai-thu-trong-tuan",
        "ngay-viet-hai-kieu",
    ] {
        assert!(found.contains(&want), "{want} không có trong {found:?}");
    }
}
