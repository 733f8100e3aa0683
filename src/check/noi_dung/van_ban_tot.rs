//! Sound bodies of many types, in which the rules of structure and sentences find nothing.

use super::thu::all;

/// Names of the rules of this part.
const QUY_TAC: [&str; 29] = [
    "danh-so-sai",
    "danh-so-khong-lai",
    "diem-sai-chu-cai",
    "dau-sau-so",
    "tieu-de-co-dau-cham",
    "tieu-de-co-hai-cham",
    "tieu-de-muc-in-hoa",
    "cap-tieu-de-lech",
    "tieu-de-khong-noi-dung",
    "thieu-dau-ket-thuc",
    "dau-ket-thuc-giua-chung",
    "dau-ket-thuc-sai",
    "doan-bi-ngat",
    "doan-thieu-dau-cuoi",
    "cau-dan-thieu-hai-cham",
    "dau-cuoi-muc-lan-lon",
    "muc-cuoi-cham-phay",
    "muc-thieu-dau-cuoi",
    "thieu-chu-quyet-dinh",
    "quyet-dinh-thieu-dieu",
    "hoa-giua-cau",
    "cau-chu-thuong",
    "doan-chu-thuong",
    "cau-cut",
    "cau-thieu-ve-chinh",
    "cau-qua-dai",
    "thoi-gian-mo-ho",
    "bao-cao-khong-han",
    "trung-lap",
];

#[test]
fn sound_bodies_are_left_alone() {
    let mut wrong = Vec::new();
    for text in VAN_BAN {
        let found = all(&text.replace('\n', "\n\n")).into_iter().filter(|f| QUY_TAC.contains(&f.rule));
        wrong.extend(found.map(|f| format!("{}: {} | {}", text.lines().nth(1).unwrap_or_default(), f.rule, f.words)));
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

/// A paragraph a line.
const VAN_BAN: &[&str] = &[
    "
Kính gửi: Ủy ban nhân dân các xã, phường.
Thực hiện Công văn số 1512/UBND-VX ngày 03 tháng 3 năm 2026 của Ủy ban nhân dân tỉnh về việc tăng cường phòng, chống bệnh sởi, Sở Y tế đề nghị Ủy ban nhân dân các xã, phường thực hiện một số nội dung sau:
1. Tổ chức rà soát trẻ từ 01 đến 10 tuổi chưa tiêm đủ mũi vắc xin sởi; lập danh sách theo thôn, tổ dân phố, gửi Trạm Y tế trước ngày 20 tháng 3 năm 2026.
2. Chỉ đạo các trường học trên địa bàn:
a) Theo dõi sức khỏe học sinh hằng ngày;
b) Thông báo ngay cho Trạm Y tế khi có trẻ sốt, phát ban;
c) Vệ sinh lớp học, đồ chơi, đồ dùng học tập ít nhất 02 lần mỗi tuần.
3. Bố trí kinh phí từ nguồn ngân sách xã để tổ chức chiến dịch tiêm chủng.
Đề nghị Ủy ban nhân dân các xã, phường quan tâm chỉ đạo thực hiện./.
Nơi nhận:
- Như trên;
- Lưu: VT, NVY.
",
    "
QUYẾT ĐỊNH
Về việc bổ nhiệm viên chức quản lý
Căn cứ Luật Viên chức ngày 15 tháng 11 năm 2010;
Căn cứ Nghị định số 115/2020/NĐ-CP ngày 25 tháng 9 năm 2020 của Chính phủ quy định về tuyển dụng, sử dụng và quản lý viên chức;
Theo đề nghị của Trưởng phòng Tổ chức cán bộ.
QUYẾT ĐỊNH:
Điều 1. Bổ nhiệm ông Nguyễn Văn An, bác sĩ hạng II, giữ chức vụ Trưởng khoa Khám bệnh, Bệnh viện Đa khoa tỉnh Cao Bằng; thời hạn giữ chức vụ là 05 năm, kể từ ngày 01 tháng 4 năm 2026.
Điều 2. Ông Nguyễn Văn An được hưởng phụ cấp chức vụ lãnh đạo hệ số 0,5 theo quy định hiện hành.
Điều 3. Quyết định này có hiệu lực kể từ ngày ký.
Chánh Văn phòng, Trưởng phòng Tổ chức cán bộ, Giám đốc Bệnh viện Đa khoa tỉnh Cao Bằng và ông Nguyễn Văn An chịu trách nhiệm thi hành Quyết định này./.
Nơi nhận:
- Như Điều 3;
- Lưu: VT, TCCB.
",
    "
BÁO CÁO
Kết quả công tác quý I và phương hướng, nhiệm vụ quý II năm 2026
Thực hiện Công văn số 45/SNV-TH ngày 10 tháng 3 năm 2026 của Sở Nội vụ về việc báo cáo công tác quý I, Trường Trung học phổ thông Trần Hưng Đạo báo cáo kết quả như sau:
I. KẾT QUẢ THỰC HIỆN
1. Công tác chuyên môn
a) Chất lượng giáo dục
- Tỷ lệ học sinh xếp loại khá, giỏi đạt 72,5%, tăng 1,2% so với cùng kỳ năm trước.
- Có 12 học sinh đạt giải trong kỳ thi học sinh giỏi cấp tỉnh, trong đó: 02 giải Nhất, 04 giải Nhì, 06 giải Ba.
b) Đội ngũ giáo viên
Toàn trường có 68 giáo viên, 100% đạt chuẩn; 25 giáo viên có trình độ thạc sĩ.
2. Công tác tài chính
Tổng thu: 12.450.000.000 đồng. Tổng chi: 11.980.000.000 đồng. Kinh phí còn lại được chuyển sang quý II.
II. TỒN TẠI, HẠN CHẾ
1. Cơ sở vật chất xuống cấp, 06 phòng học cần sửa chữa.
2. Một số giáo viên chậm đổi mới phương pháp giảng dạy.
III. PHƯƠNG HƯỚNG, NHIỆM VỤ QUÝ II
1. Tổ chức ôn tập, kiểm tra cuối năm học đúng kế hoạch.
2. Phối hợp với Ban đại diện cha mẹ học sinh tổ chức lễ tri ân và trưởng thành.
3. Rà soát cơ sở vật chất; lập dự toán sửa chữa hè năm 2026.
Trên đây là Báo cáo kết quả công tác quý I và phương hướng, nhiệm vụ quý II năm 2026 của Trường Trung học phổ thông Trần Hưng Đạo./.
Nơi nhận:
- Sở Giáo dục và Đào tạo (để báo cáo);
- Lưu: VT.
",
    "
QUY CHẾ
Làm việc của Trung tâm Y tế khu vực Hòa An
Chương I
QUY ĐỊNH CHUNG
Điều 1. Phạm vi điều chỉnh
Quy chế này quy định nguyên tắc, chế độ trách nhiệm, lề lối làm việc của Trung tâm Y tế khu vực Hòa An.
Điều 2. Nguyên tắc làm việc
1. Trung tâm làm việc theo chế độ thủ trưởng.
2. Mỗi việc chỉ giao một đơn vị, một người phụ trách và chịu trách nhiệm chính.
3. Giám đốc Trung tâm có quyền:
a) Quyết định những vấn đề thuộc phạm vi quản lý;
b) Ủy quyền cho Phó Giám đốc;
c) Đình chỉ việc thực hiện quyết định trái pháp luật của cấp dưới.
Chương II
TRÁCH NHIỆM VÀ PHẠM VI GIẢI QUYẾT CÔNG VIỆC
Điều 3. Giám đốc
1. Lãnh đạo, điều hành mọi hoạt động của Trung tâm.
2. Phân công nhiệm vụ cho các Phó Giám đốc.
Điều 4. Tổ chức thực hiện
Các khoa, phòng chịu trách nhiệm thực hiện Quy chế này. Trong quá trình thực hiện, nếu có vướng mắc, các khoa, phòng phản ánh về Phòng Tổ chức - Hành chính để tổng hợp, trình Giám đốc xem xét, quyết định./.
Nơi nhận:
- Lưu: VT.
",
    "
TỜ TRÌNH
Về việc phê duyệt dự toán mua sắm trang thiết bị năm 2026
Kính gửi: Sở Y tế tỉnh Lâm Đồng.
Căn cứ Luật Đấu thầu ngày 23 tháng 6 năm 2023;
Căn cứ nhu cầu thực tế của đơn vị.
Bệnh viện Đa khoa khu vực Bảo Lộc kính trình Sở Y tế phê duyệt dự toán mua sắm trang thiết bị với các nội dung sau:
1. Tên dự toán: Mua sắm máy siêu âm 4D và máy thở.
2. Tổng giá trị: 8.200.000.000 đồng (bằng chữ: Tám tỷ hai trăm triệu đồng).
3. Nguồn vốn: Quỹ phát triển hoạt động sự nghiệp của Bệnh viện.
4. Thời gian thực hiện: Quý II, quý III năm 2026.
(Hồ sơ kèm theo: Báo giá, biên bản họp Hội đồng khoa học)
Kính đề nghị Sở Y tế xem xét, phê duyệt./.
Nơi nhận:
- Như trên;
- Lưu: VT, VTYT.
",
    "
BIÊN BẢN
Họp xét nâng bậc lương trước thời hạn năm 2026
Thời gian bắt đầu: 08 giờ 00 phút, ngày 12 tháng 3 năm 2026
Địa điểm: Phòng họp tầng 2, Chi cục Dân số
Thành phần tham dự:
1. Ông Trần Văn Bình - Chi cục trưởng, Chủ tịch Hội đồng
2. Bà Lê Thị Hoa - Phó Chi cục trưởng, Phó Chủ tịch Hội đồng
3. Bà Nguyễn Thị Lan - Chuyên viên Phòng Tổ chức - Hành chính, Thư ký
Chủ trì: Ông Trần Văn Bình
Nội dung:
1. Thư ký thông qua danh sách công chức đủ điều kiện nâng bậc lương trước thời hạn gồm 03 người.
2. Các thành viên thảo luận, thống nhất 100%.
3. Chủ trì kết luận: Hội đồng thống nhất đề nghị nâng bậc lương trước thời hạn cho 03 công chức có tên trong danh sách; giao Phòng Tổ chức - Hành chính hoàn thiện hồ sơ, trình cấp có thẩm quyền.
Cuộc họp kết thúc vào 10 giờ 30 phút, ngày 12 tháng 3 năm 2026./.
Nơi nhận:
- Lưu: VT.
",
    "
KẾ HOẠCH
Tuyên truyền cải cách hành chính năm 2026
Căn cứ Kế hoạch số 25/KH-UBND ngày 15 tháng 01 năm 2026 của Ủy ban nhân dân tỉnh về cải cách hành chính năm 2026.
Sở Khoa học và Công nghệ ban hành Kế hoạch tuyên truyền cải cách hành chính năm 2026 như sau:
I. MỤC ĐÍCH, YÊU CẦU
1. Mục đích
- Nâng cao nhận thức của công chức, viên chức về vị trí, ý nghĩa của cải cách hành chính;
- Tạo sự đồng thuận của người dân, doanh nghiệp;
- Góp phần nâng cao Chỉ số cải cách hành chính (PAR INDEX) của tỉnh.
2. Yêu cầu
Nội dung tuyên truyền ngắn gọn, dễ hiểu, phù hợp với từng đối tượng; hình thức đa dạng.
II. NỘI DUNG
1. Tuyên truyền trên Trang thông tin điện tử:
a) Đăng tải văn bản chỉ đạo;
b) Đăng tải tin, bài, ảnh;
c) Mở chuyên mục hỏi - đáp.
2. Tổ chức hội nghị tập huấn: 02 lớp, mỗi lớp 50 người.
3. Các hình thức khác: Pa nô, áp phích, tờ rơi.
III. KINH PHÍ
Kinh phí thực hiện được bố trí từ nguồn chi thường xuyên năm 2026 của Sở.
IV. TỔ CHỨC THỰC HIỆN
1. Văn phòng Sở chủ trì, theo dõi, đôn đốc việc thực hiện Kế hoạch; tổng hợp, báo cáo Giám đốc Sở trước ngày 15 tháng 12 năm 2026.
2. Các phòng, đơn vị trực thuộc căn cứ Kế hoạch này xây dựng kế hoạch của đơn vị mình. Trong quá trình thực hiện, nếu có khó khăn, vướng mắc, các phòng, đơn vị báo cáo Giám đốc Sở (qua Văn phòng Sở) để xem xét, giải quyết./.
Nơi nhận:
- Lưu: VT.
",
    "
NGHỊ QUYẾT
Về việc thông qua phương án phân phối lợi nhuận năm 2025
HỘI ĐỒNG QUẢN TRỊ CÔNG TY CỔ PHẦN DƯỢC PHẨM MIỀN ĐÔNG
Căn cứ Luật Doanh nghiệp ngày 17 tháng 6 năm 2020;
Căn cứ Điều lệ Công ty Cổ phần Dược phẩm Miền Đông;
Căn cứ Biên bản họp Hội đồng quản trị số 05/BB-HĐQT ngày 20 tháng 3 năm 2026.
QUYẾT NGHỊ:
Điều 1. Thông qua phương án phân phối lợi nhuận năm 2025 như sau:
1. Lợi nhuận sau thuế: 35.600.000.000 đồng.
2. Trích lập Quỹ đầu tư phát triển: 10%; Quỹ khen thưởng, phúc lợi: 5%.
3. Chi trả cổ tức bằng tiền: 12%/mệnh giá.
Điều 2. Giao Tổng Giám đốc tổ chức thực hiện Nghị quyết này theo đúng quy định của pháp luật và Điều lệ Công ty.
Điều 3. Nghị quyết này có hiệu lực kể từ ngày ký. Các thành viên Hội đồng quản trị, Ban Tổng Giám đốc và các phòng, ban chịu trách nhiệm thi hành Nghị quyết này./.
Nơi nhận:
- Như Điều 3;
- Lưu: VT, TK HĐQT.
",
    "
THÔNG BÁO
Về việc nghỉ Tết Nguyên đán Bính Ngọ năm 2026
Căn cứ Bộ luật Lao động năm 2019; căn cứ Thông báo số 6150/TB-BNV của Bộ Nội vụ, Công ty TNHH Thương mại Hoàng Gia thông báo lịch nghỉ Tết Nguyên đán năm 2026 đến toàn thể người lao động như sau:
1. Thời gian nghỉ: từ ngày 14 tháng 02 năm 2026 đến hết ngày 22 tháng 02 năm 2026.
2. Người lao động bàn giao công việc, tắt các thiết bị điện, niêm phong tủ hồ sơ trước khi nghỉ; bộ phận bảo vệ trực 24/24 giờ.
3. Mọi vướng mắc liên hệ: Phòng Hành chính - Nhân sự, điện thoại 0243.123.456 (máy lẻ 102), email: nhansu@hoanggia.vn.
Đề nghị các phòng, bộ phận phổ biến đến từng người lao động để thực hiện./.
Nơi nhận:
- Các phòng, bộ phận;
- Lưu: VT.
",
    "
HƯỚNG DẪN
Tổ chức Đại hội Chi đoàn nhiệm kỳ 2026 - 2028
A. MỤC ĐÍCH, YÊU CẦU
I. MỤC ĐÍCH
Đánh giá kết quả công tác Đoàn và phong trào thanh niên nhiệm kỳ 2024 - 2026.
II. YÊU CẦU
Đại hội được tổ chức trang trọng, tiết kiệm, đúng Điều lệ Đoàn.
B. NỘI DUNG
I. NỘI DUNG ĐẠI HỘI
1. Tổng kết nhiệm kỳ 2024 - 2026.
2. Bầu Ban Chấp hành nhiệm kỳ 2026 - 2028:
- Số lượng: từ 03 đến 05 ủy viên;
- Cơ cấu: bảo đảm tỷ lệ nữ, đoàn viên trẻ;
- Tiêu chuẩn: theo quy định của Điều lệ Đoàn.
3. Bầu đại biểu dự đại hội cấp trên.
II. THỜI GIAN
Từ ngày 01 tháng 4 năm 2026 đến ngày 15 tháng 5 năm 2026.
Trên đây là Hướng dẫn tổ chức Đại hội Chi đoàn nhiệm kỳ 2026 - 2028; các chi đoàn nghiêm túc triển khai thực hiện./.
Nơi nhận:
- Lưu: VP.
",
    "
GIẤY MỜI
Dự Hội nghị tổng kết công tác năm 2025
Sở Xây dựng trân trọng kính mời: Ông (Bà) Giám đốc các đơn vị trực thuộc
Tới dự Hội nghị tổng kết công tác năm 2025 và triển khai nhiệm vụ năm 2026
Chủ trì: Đồng chí Giám đốc Sở
Thời gian: 08 giờ 00 phút, ngày 08 tháng 01 năm 2026
Địa điểm: Hội trường tầng 3, Sở Xây dựng
Đề nghị các đại biểu đến dự đúng giờ, đúng thành phần để Hội nghị đạt kết quả tốt./.
Nơi nhận:
- Như thành phần mời;
- Lưu: VT.
",
    "
CHỈ THỊ
Về tăng cường công tác bảo đảm trật tự, an toàn giao thông
Thời gian qua, tình hình tai nạn giao thông trên địa bàn tỉnh còn diễn biến phức tạp. Nguyên nhân chủ yếu là do ý thức chấp hành pháp luật của một bộ phận người tham gia giao thông còn hạn chế; công tác tuần tra, xử lý vi phạm chưa thường xuyên.
Để kéo giảm tai nạn giao thông trong năm 2026, Chủ tịch Ủy ban nhân dân tỉnh yêu cầu:
1. Công an tỉnh
a) Chủ trì, phối hợp với các sở, ngành, địa phương tăng cường tuần tra, kiểm soát; xử lý nghiêm các hành vi vi phạm về nồng độ cồn, ma túy, tốc độ;
b) Chỉ đạo Công an cấp xã nắm chắc tình hình trật tự, an toàn giao thông trên địa bàn.
2. Sở Xây dựng
a) Rà soát, xử lý các điểm đen, điểm tiềm ẩn nguy cơ mất an toàn giao thông;
b) Quản lý chặt chẽ hoạt động vận tải.
3. Sở Giáo dục và Đào tạo chỉ đạo các trường học đưa nội dung an toàn giao thông vào chương trình giáo dục ngoại khóa.
4. Yêu cầu Giám đốc các sở, Thủ trưởng các ban, ngành, Chủ tịch Ủy ban nhân dân các xã, phường triển khai thực hiện nghiêm Chỉ thị này; định kỳ trước ngày 20 hằng tháng báo cáo kết quả về Ban An toàn giao thông tỉnh./.
Nơi nhận:
- Lưu: VT, KGVX.
",
    "
Phúc đáp Công văn số 88/TTYT-KHNV ngày 02 tháng 4 năm 2026 của Trung tâm Y tế huyện về việc xin ý kiến chuyên môn, sau khi nghiên cứu, Bệnh viện Nhi trung ương có ý kiến như sau:
Thứ nhất, về chẩn đoán: Trường hợp bệnh nhi N.T.A. (5 tuổi) phù hợp với chẩn đoán viêm phổi do Mycoplasma pneumoniae. Kết quả X-quang, CRP, procalcitonin ủng hộ chẩn đoán này.
Thứ hai, về điều trị: Tiếp tục phác đồ azithromycin 10 mg/kg/ngày trong 05 ngày; theo dõi SpO2, nhịp thở mỗi 04 giờ.
Thứ ba, về chuyển tuyến: Chuyển tuyến khi có một trong các dấu hiệu sau:
- SpO2 dưới 92%;
- Rút lõm lồng ngực nặng;
- Li bì, bỏ bú.
Mọi chi tiết xin liên hệ BS.CKII. Trần Minh Đức, Trưởng khoa Hô hấp, điện thoại: 0912.345.678.
Bệnh viện Nhi trung ương kính báo để Trung tâm Y tế huyện biết, thực hiện./.
Nơi nhận:
- Như trên;
- Lưu: VT.
",
    "
Ngày 05 tháng 3 năm 2026, Sở Tài chính nhận được Công văn số 210/SVHTTDL-KHTC của Sở Văn hóa, Thể thao và Du lịch đề nghị bổ sung kinh phí tổ chức Lễ hội Về nguồn. Sau khi xem xét, Sở Tài chính có ý kiến:
1. Về thẩm quyền: Thuộc thẩm quyền của Chủ tịch Ủy ban nhân dân tỉnh theo khoản 5 Điều 9 Nghị định số 73/2026/NĐ-CP.
2. Về hồ sơ: Hồ sơ chưa có dự toán chi tiết; chưa có ý kiến của Ban Tổ chức Lễ hội.
3. Đề nghị: Sở Văn hóa, Thể thao và Du lịch bổ sung hồ sơ, gửi Sở Tài chính trước ngày 15 tháng 3 năm 2026. Quá thời hạn trên, Sở Tài chính sẽ không tổng hợp.
Nội dung nào chưa rõ, đề nghị trao đổi với bà Nguyễn Thị Thu (Phòng Quản lý ngân sách; ĐT: 0206.3852.xxx).
Trân trọng./.
Nơi nhận:
- Như trên;
- Lưu: VT.
",
    "
QUYẾT ĐỊNH
Sửa đổi, bổ sung một số điều của Quy chế chi tiêu nội bộ
Theo đề nghị của Trưởng phòng Kế toán.
QUYẾT ĐỊNH:
Điều 1. Sửa đổi, bổ sung một số điều của Quy chế chi tiêu nội bộ ban hành kèm theo Quyết định số 15/QĐ-BV ngày 02 tháng 01 năm 2025 của Giám đốc Bệnh viện:
1. Sửa đổi khoản 2 Điều 5 như sau:
“2. Mức chi công tác phí:
a) Phụ cấp lưu trú: 200.000 đồng/ngày;
b) Tiền thuê phòng nghỉ: 450.000 đồng/ngày.”.
2. Bổ sung Điều 7a vào sau Điều 7 như sau:
“Điều 7a. Chi hỗ trợ đào tạo
1. Viên chức được cử đi học được hỗ trợ 100% học phí.
2. Viên chức tự đi học không được hỗ trợ.”.
3. Bãi bỏ Điều 12.
Điều 2. Quyết định này có hiệu lực kể từ ngày 01 tháng 4 năm 2026. Các khoa, phòng chịu trách nhiệm thi hành Quyết định này./.
Nơi nhận:
- Lưu: VT, KT.
",
];
