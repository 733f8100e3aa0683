//! Sentences, good and bad, for the rules about spaces and marks.

use crate::check::vi_du::found;
use crate::model::O;

fn only(line: &str) -> Vec<&'static str> {
    let names = found(O::NoiDung, line);
    names
        .into_iter()
        .filter(|n| crate::check::RULES.iter().any(|r| r.code.name == *n && r.ho == crate::check::Ho::DauCau))
        .collect()
}

#[test]
fn sound_sentences_are_silent() {
    let mut wrong = Vec::new();
    for line in [
        "Báo cáo gửi về Sở Y tế (qua Phòng Tổ chức cán bộ, email: tccb@syt.gov.vn) trước ngày 10/4/2026.",
        "Đạt 8,5% (tăng 1,2 điểm %), thu 1.250.000 đồng/người; từ 8:30 đến 11:00, tỷ lệ 1 : 1.000.",
        "Truy cập https://moh.gov.vn/a,b;c hoặc tệp bao_cao.docx, Ke-hoach.pdf.",
        "Các nội dung: (1) rà soát; (2) báo cáo; 3) tổng hợp và i) đánh giá.",
        "Theo Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư,...",
        "Vắc xin, sinh phẩm, thuốc, v.v... và vật tư, hóa chất v.v.",
        "Đồng chí ........................... , chức vụ: .......................",
        "Từ ngày .../.../2026 đến ngày ..../..../2026, số: ...../QĐ-SYT.",
        "Sửa đổi khoản 2 như sau: “2. Cơ quan, tổ chức (sau đây gọi là “cơ quan”) có trách nhiệm lưu trữ.”",
        "Dân số - Kế hoạch hóa gia đình, kinh tế - xã hội, NĐ-CP, COVID-19, Cô-lôm-bi-a, H’Mông.",
        "TP.HCM, ThS.BS Nguyễn Văn A, T.Ư, P.Tổ chức, St.Paul, v.v.; Tp.Hồ Chí Minh.",
        "Màn hình 24\", ống 3/4\" của Công ty A&B; đạt ISO 9001:2015.",
        "Có 3/5 đơn vị (60%) đạt; 2/5 đơn vị [40%] chưa đạt!",
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
        ("thua-khoang-trang", "Sở Y tế  ban hành kế hoạch."),
        ("thua-khoang-trang", "Sở Y tế\u{a0} ban hành kế hoạch."),
        ("khoang-trang-truoc-dau", "Rà soát ; báo cáo"),
        ("khoang-trang-truoc-dau", "Các đơn vị thực hiện :"),
        ("khoang-trang-truoc-dau", "Nghiêm túc thực hiện ./."),
        ("khoang-trang-truoc-dau", "Thực hiện tốt .Các đơn vị báo cáo"),
        ("thieu-khoang-trang", "Giám đốc,Thủ trưởng các đơn vị"),
        ("thieu-khoang-trang", "Rà soát;báo cáo"),
        ("thieu-khoang-trang", "Nội dung:Rà soát"),
        ("thieu-khoang-trang", "Ủy ban nhân dân(UBND) tỉnh"),
        ("thieu-khoang-trang", "Ủy ban nhân dân (UBND)tỉnh"),
        ("thieu-khoang-trang", "Phong trào“Đền ơn đáp nghĩa” được duy trì"),
        ("khoang-trang-trong-ngoac", "Các đơn vị (theo danh sách )"),
        ("khoang-trang-trong-ngoac", "Phong trào “ Đền ơn đáp nghĩa”"),
        ("dau-cau-lap", "Các đơn vị thực hiện.."),
        ("dau-cau-lap", "Các đơn vị thực hiện;;"),
        ("dau-cau-lap", "Các đơn vị: rà soát,. báo cáo"),
        ("ngoac-khong-khop", "Các đơn vị) thực hiện"),
        ("ngoac-khong-khop", "Phong trào “Đền ơn đáp nghĩa“ được duy trì"),
        ("ngoac-kep-thang", "Phong trào \"Đền ơn đáp nghĩa\""),
        ("gach-noi-lech", "Hội đồng TĐ- KT ngành"),
        ("gach-ngang-lan-lon", "Kinh tế - xã hội giai đoạn 2021-2025"),
        ("gach-ngang-lan-lon", "Kinh tế – xã hội, quốc phòng - an ninh"),
        ("chu-giong-chu-viet", "Ðại hội ðảng bộ"),
    ] {
        let got = only(line);
        if !got.contains(&name) {
            wrong.push(format!("{name} không có trong {got:?}: {line}"));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn a_quotation_may_run_over_paragraphs() {
    assert_eq!(only("Sửa đổi Điều 5 như sau:\n“Điều 5. Trách nhiệm\nCác đơn vị thực hiện.”"), [""; 0]);
    assert_eq!(only("“Cán bộ,\ncông chức” thi đua."), [""; 0]);
}
