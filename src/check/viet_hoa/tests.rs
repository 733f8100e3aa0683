//! Real sentences, right and wrong, by the khoản of Phụ lục II.

use crate::check::vi_du::found;
use crate::model::O;

/// The rules about capitals that find something in a line of the body.
fn capitals(line: &str) -> Vec<&'static str> {
    let all = found(O::NoiDung, line);
    all.into_iter().filter(|name| name.starts_with("viet-hoa") || name.starts_with("nhat-quan")).collect()
}

const DUNG: &[&str] = &[
    "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;",
    "Căn cứ Luật Khám bệnh, chữa bệnh ngày 09 tháng 01 năm 2023;",
    "Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư;",
    "Theo đề nghị của Giám đốc Sở Nội vụ tại Tờ trình số 15/TTr-SNV ngày 10 tháng 02 năm 2026.",
    "Ủy ban nhân dân tỉnh giao Sở Tài chính chủ trì, phối hợp với Sở Xây dựng, Công an tỉnh, Bộ Chỉ huy quân sự tỉnh và các sở, ban, ngành liên quan xây dựng kế hoạch cụ thể.",
    "Cơ sở y tế công lập thực hiện quản lý nhà nước theo phân cấp; ngân sách nhà nước bảo đảm kinh phí hoạt động thường xuyên.",
    "Cán bộ y tế xã tham gia công tác phòng, chống dịch; nội bộ cơ quan đoàn kết, đồng bộ trong triển khai thực hiện.",
    "Sở xây dựng kế hoạch trình Ủy ban nhân dân tỉnh; Bộ xây dựng lộ trình áp dụng.",
    "Trong thời gian tới, cấp ủy đảng, chính quyền các cấp, tổ chức đảng và đảng viên tiếp tục quán triệt Nghị quyết Đại hội đại biểu toàn quốc lần thứ XIV của Đảng.",
    "Đảng ủy, Ban Giám đốc, Công đoàn, Đoàn Thanh niên đơn vị phối hợp tổ chức Hội nghị cán bộ, viên chức năm 2026.",
    "Chủ tịch Hội đồng Thi đua - Khen thưởng ngành Y tế quyết định thành lập Tổ giúp việc.",
    "Thành phố Hồ Chí Minh, Thủ đô Hà Nội, thành phố Đà Nẵng, tỉnh Cao Bằng, thị xã Sơn Tây, huyện Hòa An, xã Hưng Đạo, phường Tân Giang, Quận 1, Phường Điện Biên Phủ.",
    "Các tỉnh Đồng bằng sông Cửu Long, vùng đồng bằng sông Hồng, miền Bắc, miền Trung, khu vực Tây Nguyên và Đông Nam Bộ.",
    "Theo quy định tại điểm a khoản 2 Điều 5 Mục 1 Chương II Luật Thi đua, khen thưởng.",
    "Trường hợp quy định tại các khoản 1, 2 và 3 Điều này thì thực hiện theo Điều 12 Thông tư số 15/2025/TT-BNV.",
    "Thực hiện 05 điều Bác Hồ dạy; đáp ứng 19 tiêu chí; điều kiện 5 năm công tác.",
    "Đề nghị Chủ tịch nước tặng Huân chương Lao động hạng Nhì, Thủ tướng Chính phủ tặng Bằng khen.",
    "Danh hiệu Chiến sĩ thi đua cơ sở, Lao động tiên tiến, Tập thể lao động xuất sắc, Thầy thuốc Ưu tú.",
    "Đồng chí Nguyễn Văn An, Phó Giám đốc Sở Y tế; Bác sĩ Đặng Thùy Trâm; ông Trần Đức Minh; bà Lê Thị Xuân.",
    "Các giám đốc bệnh viện, trưởng phòng chuyên môn, bác sĩ, điều dưỡng, kỹ thuật viên thực hiện nghiêm.",
    "Nhân dịp kỷ niệm 71 năm ngày Thầy thuốc Việt Nam 27/02, chào mừng ngày Quốc khánh 02/9 và các ngày lễ lớn trong năm.",
    "Bảo đảm trực tết Nguyên đán Bính Ngọ; tặng quà tết Trung thu cho trẻ em; nghỉ Tết theo quy định; tết Đoan ngọ.",
    "Họp giao ban vào thứ Hai hằng tuần; đợt hai bắt đầu từ tháng Năm; lần thứ hai, người thứ ba.",
    "Cách mạng tháng Tám thành công, Chiến thắng Điện Biên Phủ, Phong trào Xô viết Nghệ Tĩnh.",
    "Thực hiện Đề án “Nâng cao năng lực y tế cơ sở”, Chương trình Sức khỏe Việt Nam, Chương trình mục tiêu quốc gia xây dựng nông thôn mới.",
    "Các quyết định, nghị quyết, chỉ thị của Đảng, pháp luật của Nhà nước; các Nghị định của Chính phủ, Thông tư của Bộ trưởng Bộ Y tế.",
    "Quân đội nhân dân Việt Nam, Công an nhân dân, Tòa án nhân dân tỉnh, Viện kiểm sát nhân dân khu vực, thanh tra nhân dân.",
    "Học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh; thực hiện lời Bác Hồ dạy.",
    "Ngân hàng Nhà nước chi nhánh, Kho bạc Nhà nước khu vực, Bảo hiểm xã hội tỉnh, Liên đoàn Lao động tỉnh, Hội Liên hiệp Phụ nữ tỉnh.",
    "Cổng Thông tin điện tử tỉnh; trang thông tin điện tử của Sở; Cổng Dịch vụ công quốc gia.",
    "Ban Chỉ đạo chuyển đổi số tỉnh, Tổ công tác Đề án 06, Ban Chỉ huy Phòng thủ dân sự.",
    "Tổ chức Y tế thế giới (WHO), Liên hợp quốc, ASEAN, COVID-19, HIV/AIDS, SARS-CoV-2.",
    "Phòng Tổ chức cán bộ tham mưu; Phòng Kế hoạch - Tài chính thẩm định; Trung tâm Kiểm soát bệnh tật tập huấn; Bệnh viện Đa khoa tỉnh thực hiện.",
    "Mặt trận Tổ quốc Việt Nam và các tổ chức chính trị - xã hội; xây dựng và bảo vệ Tổ quốc; xây dựng Đảng trong sạch, vững mạnh; phát triển đảng viên.",
    "Kính gửi: Các đơn vị trực thuộc Sở Y tế.",
    "Hòa bình, ổn định và hợp tác; vùng hải dương; thái bình thịnh trị.",
    "Người nộp hồ sơ nhận kết quả tại Trung tâm Phục vụ hành chính công; Bộ phận Một cửa.",
    "Trường Đại học Y Hà Nội, Trường Trung học phổ thông chuyên Cao Bằng, Trường Tiểu học Kim Đồng.",
    "Hằng năm, khi Nhà nước thu hồi đất vì mục đích quốc phòng, an ninh; cơ quan nhà nước ban hành quyết định; chức danh nhà nước.",
    "Báo cáo trung kỳ; công tác hàng không; dụng cụ hồ sơ; nhà trang trí; trường sa thải lao động.",
    "Quyết định này có hiệu lực; các Bộ trưởng, Thủ trưởng cơ quan ngang bộ, Thủ trưởng cơ quan thuộc Chính phủ thi hành.",
    "Giao Văn phòng Ủy ban nhân dân tỉnh theo dõi; Chánh Văn phòng, Thủ trưởng các cơ quan chịu trách nhiệm thi hành Quyết định này.",
    "Các Phó Chủ tịch Hội đồng nhân dân; các Phó Giám đốc Sở; Ủy viên Ban Chấp hành Đảng bộ tỉnh.",
    "Kinh phí do Nhà nước cấp; sự quan tâm của Đảng và Nhà nước; lãnh đạo Đảng, Nhà nước.",
    "Công tác Đảng, công tác Đoàn, hoạt động Công đoàn; công tác Mặt trận.",
    "Sáu tháng đầu năm; tháng hành động; tuần lễ; mỗi phường 2 cán bộ; 3 quận 5 phường.",
    "Căn cứ Luật Bảo vệ sức khỏe nhân dân; Ban Bí thư Trung ương Đảng khóa IX chỉ đạo củng cố mạng lưới y tế cơ sở.",
    "Giám đốc các sở: Y tế, Tài chính, Văn hóa, Thể thao và Du lịch; thủ trưởng các cơ quan, đơn vị thi hành Quyết định này.",
    "Kiện toàn Ban Chỉ đạo công tác Dân số - Kế hoạch hóa gia đình tỉnh Hà Giang giai đoạn 2013 - 2015.",
    "Ông Nguyễn Phú Hậu, Chủ tịch Hội Khuyến học tỉnh; 5.485 Chi hội Khuyến học và 6.080 Ban Khuyến học.",
    "Thứ trưởng thường trực làm Phó Trưởng Ban; xây dựng Chính phủ số; các tổ chức phi chính phủ; chính phủ điện tử.",
    "Đài Khí tượng Thủy văn tỉnh dự báo khu vực biển Đông có bão; khu vực Trung Bộ, Tây Nguyên và Nam Bộ khô hạn.",
    "Bệnh viện Bạch Mai, Viện Dinh dưỡng Quốc gia, Viện Vệ sinh dịch tễ Trung ương hỗ trợ các bệnh viện tuyến dưới.",
    "Đại hội Phụ nữ tỉnh; chi hội Nông dân; Chi đoàn Thanh niên; bà đoàn viên ưu tú Lê Thị Xuân; ông từ Hà Nội về.",
    "Sở Lao động - Thương binh và Xã hội; Phòng Văn hóa và Thông tin; Phòng Tài chính - Kế hoạch; Vụ Cải cách hành chính.",
    "Giới thiệu quần chúng cho Đảng xem xét; cho đảng viên; đạo đức, y đức; Luật Các tổ chức tín dụng.",
    "Khoa Nội, Phòng Điều dưỡng, Tổ Công tác xã hội báo cáo trước 16 giờ 00 phút thứ Sáu hằng tuần.",
];

const SAI: &[(&str, &str)] = &[
    ("viet-hoa-co-quan", "Báo cáo Uỷ ban Nhân dân tỉnh xem xét."),
    ("viet-hoa-co-quan", "Trình Hội Đồng Nhân Dân tỉnh khóa XVII thông qua."),
    ("viet-hoa-co-quan", "Phối hợp với Mặt trận tổ quốc các cấp."),
    ("viet-hoa-co-quan", "Đề nghị sở giáo dục và Đào tạo phối hợp."),
    ("viet-hoa-co-quan", "Theo Thông tư của Bộ y tế ban hành."),
    ("viet-hoa-co-quan", "Căn cứ Kết luận của bộ Chính trị."),
    ("viet-hoa-to-chuc", "Giao công An tỉnh điều tra."),
    ("viet-hoa-co-quan", "Ban chấp hành Trung ương Đảng ban hành."),
    ("viet-hoa-co-quan", "Ban thường vụ Tỉnh ủy chỉ đạo."),
    ("viet-hoa-co-quan", "Thực hiện ý kiến của thủ tướng Chính phủ."),
    ("viet-hoa-don-vi-hanh-chinh", "Trên địa bàn Tỉnh Cao Bằng và Thành phố Cao Bằng."),
    ("viet-hoa-dia-danh", "Tại thành phố Hồ Chí Minh đã triển khai."),
    ("viet-hoa-dia-danh", "Đồng bằng sông Cửu long, khu vực tây nguyên."),
    ("viet-hoa-don-vi-hanh-chinh", "Cư trú tại phường 5, quận 3."),
    ("viet-hoa-vien-dan", "Căn cứ theo khoản 2 điều 7 Nghị định này."),
    ("viet-hoa-vien-dan", "Quy định tại Điểm b Khoản 3 Điều 9 của Luật."),
    ("viet-hoa-vien-dan", "Theo mục 2 chương III của Luật Đất đai."),
    ("viet-hoa-danh-hieu", "Tặng bằng khen cho các tập thể."),
    ("viet-hoa-danh-hieu", "Tặng danh hiệu thầy thuốc ưu tú."),
    ("viet-hoa-danh-hieu", "Công nhận danh hiệu Chiến Sĩ Thi Đua cơ sở năm 2025."),
    ("viet-hoa-danh-hieu", "Huân chương Độc Lập hạng nhất."),
    ("viet-hoa-ngay-tet", "Nghỉ tết nguyên đán Bính Ngọ."),
    ("viet-hoa-ngay-tet", "Quà Tết Trung Thu cho trẻ."),
    ("viet-hoa-ngay-le", "Chào mừng ngày quốc khánh 02/9."),
    ("viet-hoa-ngay-le", "Kỷ niệm ngày Nhà Giáo Việt Nam 20/11."),
    ("viet-hoa-ngay-le", "Chào mừng ngày quốc tế phụ nữ 08/3."),
    ("viet-hoa-thu-thang", "Họp vào chiều thứ sáu hằng tuần."),
    ("viet-hoa-thu-thang", "Báo cáo trước cuối tháng sáu."),
    ("viet-hoa-chuc-vu", "Đồng chí phó giám đốc Nguyễn Văn Bình phụ trách."),
    ("viet-hoa-chuc-vu", "Mời tiến sĩ Lê Văn Hùng trình bày."),
    ("viet-hoa-ten-loai", "Thực hiện các Chương trình, Kế hoạch của UBND tỉnh."),
    ("viet-hoa-giua-cau", "Toàn thể Cán bộ, Công chức, viên chức nghiêm túc thực hiện."),
    ("viet-hoa-giua-cau", "Tăng cường Tuyên truyền, phổ biến pháp luật."),
    ("viet-hoa-giua-cau", "Thực hiện tốt công tác Y tế học đường."),
    ("viet-hoa-nhan-dan", "Chăm lo đời sống của Nhân Dân."),
    ("viet-hoa-dang", "Sự lãnh đạo của đảng và nhà nước."),
    ("viet-hoa-dang", "Xây dựng và bảo vệ tổ quốc."),
    ("viet-hoa-ten-nguoi", "Học tập đạo đức hồ Chí Minh."),
    ("viet-hoa-dang", "Làm theo lời Bác hồ dạy."),
    ("viet-hoa-to-chuc-quoc-te", "Tổ chức Y Tế Thế Giới khuyến cáo."),
    ("viet-hoa-ten-nguoi", "Khen thưởng ông nguyễn văn Bình và ông trần quốc Toản."),
    ("viet-hoa-ten-nguoi", "Cuộc họp do bác sĩ lê hồng Phong chủ trì."),
    ("viet-hoa-giua-cau", "Phục vụ mọi người dân trong Xã hội hiện nay."),
    ("viet-hoa-giua-cau", "Đề nghị Các đơn vị nghiêm túc thực hiện."),
    ("viet-hoa-giua-cau", "Tổ chức cho Giáo viên và các Nhân viên tham gia."),
    ("viet-hoa-co-quan", "Phối hợp với Sở Lao động thương binh và Xã hội."),
    ("viet-hoa-co-quan", "Phòng Giáo dục - Đào tạo chủ trì."),
    ("viet-hoa-to-chuc", "Huy động lực lượng dân quân, hội Nông dân tham gia."),
    ("viet-hoa-to-chuc", "Đẩy mạnh cải cách Hành chính và công nghệ Thông tin."),
    ("viet-hoa-to-chuc", "Giao Phòng Nghiệp Vụ Y theo dõi."),
    ("viet-hoa-chuc-vu", "Giao phó Giám đốc phụ trách theo dõi."),
    ("viet-hoa-dang", "Giới thiệu đoàn viên ưu tú cho đảng xem xét, kết nạp."),
    ("viet-hoa-ten-nguoi", "Trao giải cho ông Trần văn Hải và bà Nguyễn thị Lan."),
    ("viet-hoa-nam-am-lich", "Năm Giáp thìn 2024."),
    ("viet-hoa-co-quan", "Liên đoàn lao động tỉnh phối hợp."),
    ("viet-hoa-co-quan", "Đoàn thanh niên cộng sản Hồ Chí Minh."),
    ("viet-hoa-co-quan", "Hội liên hiệp phụ nữ tỉnh."),
    ("viet-hoa-to-chuc", "Trung tâm y tế huyện Hòa An và Trung tâm Y tế huyện Hạ Lang; trung tâm Y tế."),
    ("viet-hoa-co-quan", "Toà án Nhân dân tỉnh xét xử."),
    ("viet-hoa-chuc-vu", "Căn cứ quyết định của Bộ Trưởng Bộ Y tế."),
    ("viet-hoa-to-chuc", "Phòng giáo dục và Đào tạo huyện."),
    ("viet-hoa-co-quan", "Cục thuế tỉnh; Chi cục kiểm lâm."),
    ("viet-hoa-chuc-vu", "Ban Giám Đốc bệnh viện; Giám Đốc Sở."),
    ("viet-hoa-to-chuc", "Bệnh viện đa Khoa tỉnh."),
    ("viet-hoa-to-chuc", "Trường đại học Y Hà Nội và trường Đại học Dược."),
    ("viet-hoa-co-quan", "Đề nghị Hội đồng thi đua - khen thưởng tỉnh xét."),
    ("viet-hoa-ngay-le", "Ngày Thầy Thuốc Việt Nam."),
    ("viet-hoa-to-chuc", "Đại Hội Đảng bộ tỉnh lần thứ XX."),
    ("viet-hoa-co-quan", "Thủ Tướng Chính phủ quyết định."),
    ("viet-hoa-co-quan", "Quốc Hội khóa XV; Chính Phủ ban hành."),
    ("viet-hoa-co-quan", "Bộ Tài Chính hướng dẫn; Sở Nội Vụ thẩm định; Sở Tài Nguyên và Môi Trường."),
    ("viet-hoa-chuc-vu", "Chủ Tịch UBND tỉnh; Bí thư tỉnh ủy."),
    ("viet-hoa-co-quan", "Văn phòng chính phủ thông báo."),
    ("viet-hoa-dang", "Nghị quyết trung ương 4 khóa XII; Nghị quyết hội nghị Trung ương."),
];

#[test]
fn right_sentences_are_left_alone() {
    let wrong: Vec<_> = DUNG.iter().map(|line| (line, capitals(line))).filter(|(_, names)| !names.is_empty()).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn words_of_one_name_are_told_of_once() {
    assert_eq!(capitals("Đại diện đoàn Thanh niên, Công đoàn cơ sở dự họp."), ["viet-hoa-to-chuc"]);
}

#[test]
fn wrong_sentences_are_found_by_their_rule() {
    let missed: Vec<_> = SAI.iter().filter(|(name, line)| !capitals(line).contains(name)).collect();
    assert!(missed.is_empty(), "{missed:#?}");
}
