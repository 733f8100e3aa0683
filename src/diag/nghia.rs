//! What the findings that are no rules mean, for `vanthu explain`.

use super::Code;

const NGHIA: &[(&str, &str)] = &[
    ("khong-doc-duoc-tep", "Không có tệp, hoặc không được phép đọc."),
    ("ma-ky-tu", "Chữ không phải Unicode UTF-8: tệp lưu theo bảng mã cũ (TCVN3, VNI), hoặc không phải tệp chữ."),
    ("ky-tu-la", "Ký tự điều khiển, ký tự ẩn, ký tự riêng của một phông chữ; thường lẫn vào khi chép từ nơi khác."),
    ("qua-lon", "Tệp, danh sách hay câu chữ lớn hơn mức chương trình đọc."),
    ("cu-phap-yaml", "Tệp YAML viết sai nên không đọc tiếp được."),
    ("bay-yaml", "YAML đọc được, nhưng hiểu khác ý người viết."),
    ("khoa-la", "Không có khóa nào tên như vậy: gõ sai."),
    ("khoa-lap", "Một khóa ghi hai lần."),
    ("thieu-gia-tri", "Thiếu một khóa phải có, hoặc khóa để trống."),
    ("sai-kieu", "Giá trị không đúng dạng, ví dụ cần một danh sách mà ghi một dòng chữ."),
    ("sai-gia-tri", "Giá trị không dùng được ở chỗ này."),
    ("sai-ngay", "Ngày không đọc được, hoặc không có trong lịch."),
    ("sai-ma-van-ban", "Mã văn bản không đặt làm tên tệp được."),
    ("khong-tim-thay", "Cơ quan, người, loại văn bản hay quy tắc được nêu mà không có."),
    ("sai-bien", "Biến, điều kiện hay vòng lặp viết sai, hoặc không tính được."),
    ("o-trong", "Một ô của danh sách được in ra mà để trống."),
    ("danh-sach-thieu-dong", "Danh sách in ra thiếu những dòng còn lỗi."),
    ("sai-dau-dinh-dang", "Dấu đậm, nghiêng, bảng trong nội dung chưa đóng hoặc viết sai."),
    ("sai-quyen-han", "Quyền hạn ký (TM., KT., TL., TUQ., Q.) trái với chức vụ người ký."),
    ("sai-chuc-vu", "Chức vụ không được ghi trên văn bản, ví dụ “Phó Giám đốc phụ trách”."),
    ("hoc-ham-hoc-vi", "Trước họ tên người ký không ghi học hàm, học vị và các danh hiệu danh dự."),
    ("khong-giu-chuc-vu", "Người ký không giữ chức vụ này vào ngày ban hành."),
    ("vien-dan-het-hieu-luc", "Viện dẫn văn bản đã hết hiệu lực vào ngày ban hành."),
    (
        "vien-dan-chua-ro-hieu-luc",
        "Viện dẫn văn bản chưa có hiệu lực, hoặc chưa rõ còn hiệu lực đến ngày ban hành không.",
    ),
    ("sai-vien-dan", "Viện dẫn chính văn bản này, văn bản ban hành sau nó, hoặc một căn cứ hai lần."),
    ("chua-co-lich-nghi", "Cần đếm ngày làm việc của một năm chưa có lịch nghỉ trong dữ liệu."),
    ("loi-mau", "Mẫu trình bày viết sai."),
    ("khong-sao-duoc-pdf", "Tệp PDF không sao được: hỏng, có mật khẩu, hoặc không có trang nào."),
    ("mat-chu-ky-so", "Chữ ký số của tệp gốc không còn giá trị trên bản sao."),
    ("khong-phai-ban-thao", "Tệp không phải bản thảo đọc được: bảng tính, ảnh, tệp nén, tệp Word đời cũ."),
    ("bo-qua-thieu-ly-do", "Ghi chú bo-qua phải có tên một quy tắc có thật và lý do, để người sau biết vì sao."),
    ("bo-qua-thua", "Ghi chú bo-qua không còn bỏ qua gì: chỗ ấy đã được sửa."),
    ("khong-ghi-duoc", "Không ghi được tệp kết quả."),
];

/// In a sentence or two; empty for a rule, which says itself why it is there.
pub fn nghia(code: &Code) -> &'static str {
    NGHIA.iter().find(|(name, _)| *name == code.name).map_or("", |(_, nghia)| nghia)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::code;

    #[test]
    fn every_code_is_explained_and_no_other() {
        let explained: Vec<&str> = NGHIA.iter().map(|(name, _)| *name).collect();
        let all: Vec<&str> = code::ALL.iter().map(|code| code.name).collect();
        assert_eq!(explained, all);
    }
}
