//! Rules about components that not every document has.

use super::{Ho, Kiem, Rule, Soi, ViDu};
use crate::diag::{Code, Diagnostic, Located};
use crate::model::{Can, CheDo, Truong, VanBan};

static MAT: Code = Code::canh_bao("dau-do-mat").theo("NĐ 30/2020/NĐ-CP, Phụ lục I, phần I, mục III, khoản 2 điểm a");

/// The place of the secrecy stamp is free; the stamp is never printed.
pub static DAU_DO_MAT: Rule = Rule {
    code: &MAT,
    ho: Ho::ThanhPhanKhac,
    vi_sao: "Con dấu độ mật được khắc sẵn và đóng tay; chương trình không in dấu, chỉ chừa chỗ ở ô 10a.",
    vi_du: &[ViDu::ChienDich {
        sai: "\
mat: mật
",
        dung: "\
mat: mật   # bo-qua dau-do-mat: văn thư đóng dấu sau khi in
",
    }],
    kiem: Kiem::VanBan(dau_do_mat),
};

static DIA_CHI: Code = Code::loi("thieu-dia-chi").theo("NĐ 30/2020/NĐ-CP, Phụ lục I, phần I, mục III, khoản 4");

/// The footer is asked for and the agency file has nothing to print there.
pub static THIEU_DIA_CHI: Rule = Rule {
    code: &DIA_CHI,
    ho: Ho::ThanhPhanKhac,
    vi_sao: "Chân trang thứ nhất in địa chỉ ghi trong tệp cơ quan; tệp chưa ghi thì không có gì để in.",
    vi_du: &[ViDu::ChienDich {
        sai: "\
co_quan: syt_thai_binh   # tệp cơ quan không có khóa dia_chi
nguoi_ky: tran_quang_hai
dia_chi: có
",
        dung: "\
co_quan: so_y_te         # tệp cơ quan có khóa dia_chi
nguoi_ky: nguyen_van_a
dia_chi: có
",
    }],
    kiem: Kiem::VanBan(thieu_dia_chi),
};

static THAM_QUYEN: Code =
    Code::loi("tham-quyen-ky").theo("NĐ 30/2020/NĐ-CP, Phụ lục III, mẫu 1.2, chú thích 6; Điều 13");

/// Who issues the document and who signs it contradict one another.
pub static THAM_QUYEN_KY: Rule = Rule {
    code: &THAM_QUYEN,
    ho: Ho::ThanhPhanKhac,
    vi_sao: "Thẩm quyền của người đứng đầu thì người đứng đầu ký (không TM.); thẩm quyền của tập thể thì ký thay mặt (TM.).",
    vi_du: &[ViDu::ChienDich {
        sai: "\
co_quan: ubnd_tinh_cao_bang
loai: quyết định
can_cu: [Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025]
tham_quyen: CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH CAO BẰNG
nguoi_ky: hoang_van_e    # ký TM. ỦY BAN NHÂN DÂN
noi_dung: |
  Điều 1. Phát động thi đua năm 2026.

  Điều 2. Quyết định này có hiệu lực kể từ ngày ký.
",
        dung: "\
co_quan: ubnd_tinh_cao_bang
loai: quyết định
can_cu: [Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025]
tham_quyen: ỦY BAN NHÂN DÂN TỈNH CAO BẰNG
nguoi_ky: hoang_van_e    # ký TM. ỦY BAN NHÂN DÂN
noi_dung: |
  Điều 1. Phát động thi đua năm 2026.

  Điều 2. Quyết định này có hiệu lực kể từ ngày ký.
",
    }],
    kiem: Kiem::VanBan(tham_quyen_ky),
};

static CAC_BEN: Code = Code::loi("mot-ben").theo("NĐ 30/2020/NĐ-CP, Điều 7");

/// A contract with one party only.
pub static MOT_BEN: Rule = Rule {
    code: &CAC_BEN,
    ho: Ho::ThanhPhanKhac,
    vi_sao: "Hợp đồng, bản ghi nhớ, bản thỏa thuận là của hai bên trở lên, các bên cùng ký.",
    vi_du: &[ViDu::ChienDich {
        sai: "\
loai: hợp đồng
trich_yeu: Dịch vụ số hóa tài liệu lưu trữ
noi_dung: |
  Điều 1. Nội dung công việc

  Bên B số hóa tài liệu của Bên A.
cac_ben:
  - goi: Bên A
    ten: Sở Y tế tỉnh Cao Bằng
    dai_dien: {xung_ho: Ông, ho_ten: Nguyễn Văn A, chuc_vu: Giám đốc}
",
        dung: "\
loai: hợp đồng
trich_yeu: Dịch vụ số hóa tài liệu lưu trữ
noi_dung: |
  Điều 1. Nội dung công việc

  Bên B số hóa tài liệu của Bên A.
cac_ben:
  - goi: Bên A
    ten: Sở Y tế tỉnh Cao Bằng
    dai_dien: {xung_ho: Ông, ho_ten: Nguyễn Văn A, chuc_vu: Giám đốc}
  - goi: Bên B
    ten: Công ty TNHH ABC
    dai_dien: {xung_ho: Bà, ho_ten: Hà Thị Q, chuc_vu: Giám đốc}
",
    }],
    kiem: Kiem::VanBan(mot_ben),
};

fn mot_ben(van_ban: &VanBan, soi: &mut Soi<'_>) {
    if let Some(Truong::CacBanGhi(cac_ben)) = van_ban.truong.get("cac_ben")
        && let [ben] = cac_ben.as_slice()
    {
        let place = ben.get("goi").and_then(Truong::chu).map_or(&van_ban.dau.id.place, |goi| &goi.place);
        soi.push(
            Diagnostic::new(&CAC_BEN, format!("{} mới có một bên", van_ban.dau.loai.ten))
                .at(place.clone())
                .advice("thêm bên kia vào cac_ben, mỗi bên một mục"),
        );
    }
}

/// The text of a key that only some types have, if something was written.
fn text<'a>(van_ban: &'a VanBan, khoa: &str) -> Option<&'a Located<String>> {
    van_ban.truong.get(khoa).and_then(Truong::chu).filter(|text| !text.value.is_empty())
}

fn dau_do_mat(van_ban: &VanBan, soi: &mut Soi<'_>) {
    let Some(mat) = text(van_ban, "mat") else { return };
    soi.push(
        Diagnostic::new(&MAT, format!("dấu {} không được in: chỗ đóng dấu (ô 10a) để trống", mat.value.to_uppercase()))
            .at(mat.place.clone())
            .advice("in xong, văn thư đóng dấu độ mật vào chỗ chừa dưới số, ký hiệu"),
    );
}

fn thieu_dia_chi(van_ban: &VanBan, soi: &mut Soi<'_>) {
    let co_quan = &van_ban.dau.co_quan;
    let Some(dia_chi) = text(van_ban, "dia_chi").filter(|t| t.value == "có" && co_quan.dia_chi.is_empty()) else {
        return;
    };
    soi.push(
        Diagnostic::new(&DIA_CHI, format!("cơ quan {} chưa có địa chỉ để in ở chân trang", co_quan.ma))
            .at(dia_chi.place.clone())
            .advice(format!("thêm khóa dia_chi vào data/co_quan/{}.yaml, hoặc bỏ dòng này", co_quan.ma)),
    );
}

fn tham_quyen_ky(van_ban: &VanBan, soi: &mut Soi<'_>) {
    let dau = &van_ban.dau;
    // Only types that print it are bound by it, and only what the agency file lets one tell is told.
    let printed = dau.loai.khoa.get("tham_quyen").is_some_and(|can| *can != Can::Khong);
    if printed && van_ban.tham_quyen.is_none() && !dau.co_quan.ma.is_empty() {
        soi.push(
            Diagnostic::new(
                &THAM_QUYEN,
                format!("chưa biết thẩm quyền ban hành để in trên căn cứ của {}", dau.loai.ten),
            )
            .at(dau.id.place.clone())
            .advice(format!("thêm dung_dau: Giám đốc vào data/co_quan/{}.yaml", dau.co_quan.ma))
            .advice("hoặc thêm khóa tham_quyen: GIÁM ĐỐC SỞ Y TẾ vào văn bản"),
        );
    }
    let ky = &van_ban.nguoi_ky.value;
    let (Some(tham_quyen), Some(first), true) = (&van_ban.tham_quyen, ky.quyen_han.first(), printed) else { return };
    let written = tham_quyen.value.to_uppercase();
    let by_head = dau.co_quan.dung_dau.as_ref().is_some_and(|post| written.starts_with(post.as_str()));
    let by_body = written == dau.co_quan.ten.join(" ").to_uppercase() && dau.co_quan.che_do == CheDo::TapThe;
    let (message, advice) = if by_head && first.starts_with("TM.") {
        (
            format!("thẩm quyền là {written} mà ký thay mặt tập thể ({first})"),
            "thẩm quyền của người đứng đầu: dùng tệp cơ quan có che_do: thu_truong; hoặc bỏ khóa tham_quyen",
        )
    } else if by_body && !first.starts_with("TM.") {
        (
            format!("thẩm quyền là {written} mà không ký thay mặt (TM.)"),
            "bỏ quyen_han để ký TM., hoặc ghi tham_quyen là chức vụ người đứng đầu",
        )
    } else {
        return;
    };
    soi.push(
        Diagnostic::new(&THAM_QUYEN, message)
            .at(tham_quyen.place.clone())
            .also(van_ban.nguoi_ky.place.clone(), "người ký ở đây")
            .advice(advice),
    );
}
