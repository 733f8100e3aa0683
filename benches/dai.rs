//! Long documents that the bench generates: words of an office, the same on every run, apart from `variant`.

/// Columns and rows of the table.
pub const COT: usize = 12;
/// Rows without the head.
pub const HANG: usize = 400;

const CAU: &str =
    "bảo đảm phong trào thi đua thiết thực, cụ thể và gắn với nhiệm vụ của từng cơ quan, đơn vị trong ngành Y tế";

fn campaign(loai: &str, variant: usize, body: &str) -> String {
    let body: String = body.lines().map(|line| format!("      {line}\n")).collect();
    format!(
        "chien_dich: Văn bản dài\nnam: 2020\nco_quan: syt_dong_nai\nvan_ban:\n  v:\n    loai: {loai}\n    so: {}\n    \
         ngay: 19/5/2020\n    trich_yeu: Tổ chức và hoạt động của ngành\n    noi_nhan: [UBND tỉnh, Các đơn vị trực thuộc]\n    \
         nguoi_ky: phan_huy_anh_vu\n    noi_dung: |\n{body}",
        variant + 10
    )
}

/// A quy chế of some sixty pages: 9 chương, 80 điều, each of khoản and điểm. No two paragraphs are the same.
pub fn quy_che(variant: usize) -> String {
    let mut body = String::new();
    let mut dieu = 0;
    for chuong in 1..=9 {
        body.push_str(&format!("# Lĩnh vực công tác thứ {chuong}\n\n"));
        for _ in 0..if chuong == 9 { 8 } else { 9 } {
            dieu += 1;
            body.push_str(&format!("Điều {dieu}. Trách nhiệm của đơn vị thứ {dieu}\n\n"));
            for khoan in 1..=5 {
                let name = format!("Đơn vị {dieu}.{khoan}.{variant}");
                body.push_str(&format!("{khoan}. {name} {CAU}; {name} {CAU}; {name} {CAU}.\n\n"));
            }
            body.push_str(&format!(
                "6. Hằng năm:\n\na) Sơ kết {dieu}.{variant}, {CAU};\n\nb) Tổng kết {dieu}.{variant}.\n\n"
            ));
        }
    }
    campaign("quy chế", variant, &body)
}

/// A table of figures.
pub fn bang(variant: usize) -> String {
    let mut body = format!("Số liệu:\n\n| {} |\n|{}\n", ["Số liệu"; COT].join(" | "), "---|".repeat(COT));
    for row in 1..=HANG {
        let cells = (0..COT).map(|column| format!("{}", variant * 7 + row * 31 + column * 977));
        body.push_str(&format!("| {} |\n", cells.collect::<Vec<_>>().join(" | ")));
    }
    body.push_str("\nTrên đây là số liệu của các đơn vị.\n");
    campaign("báo cáo", variant, &body)
}
