//! Sentences, good and bad, for the rules about spelling and wording.

use crate::check::vi_du::found;
use crate::check::{Ho, RULES};
use crate::model::O;

fn only(line: &str) -> Vec<&'static str> {
    let of_family = |name: &str| RULES.iter().any(|r| r.code.name == name && r.ho == Ho::ChinhTa);
    found(O::NoiDung, line).into_iter().filter(|name| of_family(name)).collect()
}

#[test]
fn sound_sentences_are_silent() {
    let mut wrong = Vec::new();
    for line in [
        "Học tập chung, bài tập chung; xử lý tập trung tại Trung tâm.",
        "Cơ quan quan tâm, quy trình trình duyệt, kế hoạch hoạch định, hiện hiện tượng này đã giảm.",
        "Luôn luôn, thường thường, dần dần, ngày ngày, nhà nhà thi đua, người người thi đua.",
        "Huyện Krông Pắc, thị trấn Đắk Đoa, xã Ia Grai, Chư Prông, H’Mông, K'Ho, Xê Đăng, Giẻ - Triêng.",
        "Tiêm vắc xin, uống kẽm, thở ô-xy, đo huyết áp; dùng hệ thống online, website, email, video clip.",
        "Theo điểm c khoản 2 Điều 5, mục b, nhóm n, dài 5 m, rộng h mét; đ/c Nam.",
        "Ông Nguyễn Phước Vĩnh Lộc, bà Tôn Nữ Thị Ninh, anh Y Moan, chị H'Hen Niê.",
        "Quý I năm 2026, quý vị; khuya khoắt, ngoằn ngoèo, khúc khuỷu, quỳnh, giếng, gìn giữ, quốc gia.",
        "Nhà trường có 02 xe máy; tỷ lệ 5 ‰; µg/m³; Müller; São Paulo; café.",
        "UBND tỉnh, HĐND, MTTQ, BHYT, BHXH, CBCCVC, PCCC, CNTT, GDP, WHO, COVID-19, HIV/AIDS, ISO 9001.",
        "Vệ sinh môi trường (VSMTX) và báo cáo về VSMTX; Ban Chỉ đạo (sau đây gọi tắt là BCĐX), BCĐX tỉnh.",
        "Kiểm tra lần thứ II; tiêm 02 lần; lần I và lần II của năm.",
        "Đại hội Đảng bộ tỉnh Cao Bằng lần thứ XIX; Đại hội XIII của Đảng; lần thứ VI thành công tốt đẹp.",
        "Phong trào “Giỏi việc nước, đảm việc nhà”, “Xanh - Sạch - Đẹp”, “Cả tỉnh chung tay vì người nghèo”.",
        "Cũng cố gắng như các đơn vị khác, giành cho được thắng lợi; thuế xuất khẩu, thuế xuất nhập khẩu.",
        "Tổ chức xã hội, tổ chức xã hội - nghề nghiệp; người dân tộc thiểu số; chủ chương trình.",
        "Biểu dương điển hình tiên tiến, tạo sự lan tỏa; vốn đầu tư trong nước.",
        "Ủy ban nhân dân thành phố; sự phát triển của hệ thống chính trị; mạng thông tin điện tử.",
        "Giám sát nhập khẩu, gia công xuất khẩu, thành công xuất sắc, an toàn điện, sinh hoạt đông đủ.",
        "Chủ trương trình Quốc hội, khẩn trương trình Chính phủ; củng cố gắn với phát triển; thị trấn chỉnh trang.",
        "Khi cần thiết yêu cầu báo cáo; dự báo cao hơn; phục vụ mục đích khác phục vụ người dân; phát triển hình thức mới.",
        "Phần mềm MISA, EXCEL; phong trào “Doanh nghiệp Cao Bằng hội nhập và phát triển”, “Dạy tốt - Học tốt”.",
        "Phong trào “Toàn huyện chung sức xây dựng nông thôn mới”; đi từ từ.",
        "Trung tâm y tế dự phòng; bệnh viện đa khoa khu vực; hội đồng trường; công tác dân tộc, công tác dân vận.",
    ] {
        let got = only(line);
        if !got.is_empty() {
            wrong.push(format!("{got:?}: {line}"));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn slips_are_found() {
    let mut wrong = Vec::new();
    for (name, line) in [
        ("nham-lan-chinh-ta", "Tuyến dưới do tuyển trên chỉ đạo"),
        ("nham-lan-chinh-ta", "- Lòng ghép đưa các nội dung"),
        ("nham-lan-chinh-ta", "Tạo chuyên biến mạnh mẽ"),
        ("nham-lan-chinh-ta", "Phân đầu giải ngân đạt 100%"),
        ("nham-lan-chinh-ta", "Đoàn đi thăm quan, cọ sát thực tế"),
        ("viet-si", "Anh hùng Liệt sỹ"),
        ("cum-chuan", "Công tác thi đua khen thưởng nhằm động viên"),
        ("cum-chuan", "Công tác bảo vệ chăm sóc và nâng cao sức khỏe Nhân dân"),
        ("nham-lan-chinh-ta", "Hội nghị Triển hình tiên tiến"),
        ("cum-gan-dung", "tiên và có tính khả thi."),
        ("cum-gan-dung", "Phát triễn kinh tế - xã hội"),
        ("trat-tu-lan-thu", "Chào mừng Đại hội thi đua yêu nước lần thứ VII tỉnh Cao Bằng, ngành Y tế"),
        ("lan-thieu-thu", "lần VI và tuyên dương"),
        ("viet-tat-la", "phòng, chống tai nạn giao thông, VSMTR"),
        ("viet-tat-la", "dân số - KHHGD, phấn đấu"),
        ("ten-phong-trao", "Thi đua xây dựng đơn vị \"Sạch - Đẹp - Xanh\""),
        ("ten-phong-trao", "“Cả nước chung tay vì người nghèo không để ai bị bỏ lại phía sau”"),
        ("sai-am-tiet", "Giám đốc quyêt định"),
        ("sai-am-tiet", "NGHÀNH Y TẾ CAO BẰNG"),
        ("dau-thanh-sai-cho", "An tòan thực phẩm"),
        ("viet-lien", "Cán bộ, côngchức"),
        ("lap-tu", "trong trong năm 2026"),
        ("chu-bi-tach", "Trin h bày báo cáo"),
        ("chu-bi-tach", "Nội dung th ực hiện"),
        ("dau-thanh-hai-kieu", "văn hóa, xã hội hoá, hòa bình"),
    ] {
        let got = only(line);
        if !got.contains(&name) {
            wrong.push(format!("{name} không có trong {got:?}: {line}"));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}
