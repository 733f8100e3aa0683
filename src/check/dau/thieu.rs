//! Components that every document has (Điều 8 khoản 2) and this one has not.

use super::nhan_dien::{cong_van, cuoi, goc, la_loai, tron_ven};
use crate::check::{Ho, Kiem, Nen, Rule, Soi, ViDu};
use crate::diag::{Code, Diagnostic};
use crate::model::{BanThao, Can, Doan, Nguon, O};

const DIEU_8: &str = "NĐ 30/2020/NĐ-CP, Điều 8 khoản 2";

static MAT_DAU: Code = Code::canh_bao("mat-phan-dau").theo(DIEU_8);
static QUOC_HIEU: Code = Code::tra_lai("thieu-quoc-hieu").theo("NĐ 30/2020/NĐ-CP, Điều 8 khoản 2 điểm a");
static CO_QUAN: Code = Code::tra_lai("thieu-co-quan").theo("NĐ 30/2020/NĐ-CP, Điều 8 khoản 2 điểm b");
static SO: Code = Code::tra_lai("thieu-so-ky-hieu").theo("NĐ 30/2020/NĐ-CP, Điều 8 khoản 2 điểm c");
static NGAY: Code = Code::tra_lai("thieu-dia-danh-ngay").theo("NĐ 30/2020/NĐ-CP, Điều 8 khoản 2 điểm d");
static TRICH_YEU: Code = Code::tra_lai("thieu-trich-yeu").theo("NĐ 30/2020/NĐ-CP, Điều 8 khoản 2 điểm đ");
static TEN_LOAI: Code = Code::tra_lai("thieu-ten-loai").theo("NĐ 30/2020/NĐ-CP, Điều 8 khoản 2 điểm đ");
static NGUOI_KY: Code = Code::tra_lai("thieu-nguoi-ky").theo("NĐ 30/2020/NĐ-CP, Điều 8 khoản 2 điểm g");
static NOI_NHAN: Code = Code::tra_lai("thieu-noi-nhan").theo("NĐ 30/2020/NĐ-CP, Điều 8 khoản 2 điểm i");
static KINH_GUI: Code =
    Code::tra_lai("thieu-kinh-gui").theo("NĐ 30/2020/NĐ-CP, Phụ lục I, phần I, mục II, khoản 9 điểm b");

/// The whole letterhead is gone: OCR loses it, so that a text cannot tell whether the author forgot it.
pub static MAT_PHAN_DAU: Rule = Rule {
    code: &MAT_DAU,
    ho: Ho::Dau,
    vi_sao: "Văn bản phải có Quốc hiệu, Tiêu ngữ và tên cơ quan ban hành. Bản số hóa hay mất cả khối này vì nó nằm trong bảng.",
    vi_du: &[ViDu::cac_o(
        Nen::KeHoach,
        [O::QuocHieu, O::TieuNgu, O::ChuQuan, O::CoQuan],
        "",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nUBND TỈNH CAO BẰNG\nSỞ Y TẾ",
    )],
    kiem: Kiem::BanThao(mat_phan_dau),
};

/// Quốc hiệu or Tiêu ngữ is missing.
pub static THIEU_QUOC_HIEU: Rule = Rule {
    code: &QUOC_HIEU,
    ho: Ho::Dau,
    vi_sao: "Thể thức văn bản hành chính bao gồm các thành phần chính: Quốc hiệu và Tiêu ngữ.",
    vi_du: &[
        ViDu::o(O::QuocHieu, "", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        ViDu::o(O::TieuNgu, "", "Độc lập - Tự do - Hạnh phúc"),
    ],
    kiem: Kiem::BanThao(thieu_quoc_hieu),
};

/// The issuing agency is missing.
pub static THIEU_CO_QUAN: Rule = Rule {
    code: &CO_QUAN,
    ho: Ho::Dau,
    vi_sao: "Thể thức văn bản hành chính bao gồm các thành phần chính: Tên cơ quan, tổ chức ban hành văn bản.",
    vi_du: &[ViDu::cac_o(
        Nen::KeHoach,
        [O::ChuQuan, O::CoQuan, O::CoQuan, O::CoQuan],
        "",
        "UBND TỈNH CAO BẰNG\nSỞ Y TẾ",
    )],
    kiem: Kiem::BanThao(thieu_co_quan),
};

/// Number and symbol are missing.
pub static THIEU_SO: Rule = Rule {
    code: &SO,
    ho: Ho::Dau,
    vi_sao: "Thể thức văn bản hành chính bao gồm các thành phần chính: Số, ký hiệu của văn bản. Số có thể để trống cho văn thư.",
    vi_du: &[ViDu::o(O::SoKyHieu, "", "Số: 13/KH-SYT")],
    kiem: Kiem::BanThao(thieu_so),
};

/// Place and date are missing.
pub static THIEU_NGAY: Rule = Rule {
    code: &NGAY,
    ho: Ho::Dau,
    vi_sao: "Thể thức văn bản hành chính bao gồm các thành phần chính: Địa danh và thời gian ban hành văn bản.",
    vi_du: &[ViDu::o(O::DiaDanhNgay, "", "Cao Bằng, ngày 14 tháng 02 năm 2026")],
    kiem: Kiem::BanThao(thieu_ngay),
};

/// The subject is missing.
pub static THIEU_TRICH_YEU: Rule = Rule {
    code: &TRICH_YEU,
    ho: Ho::TieuDe,
    vi_sao: "Trích yếu nội dung văn bản là một câu ngắn gọn hoặc một cụm từ phản ánh khái quát nội dung chủ yếu của văn bản.",
    vi_du: &[ViDu::o(O::TrichYeu, "", "Phát động thi đua năm 2026")],
    kiem: Kiem::BanThao(thieu_trich_yeu),
};

/// The name of the type is missing though the symbol has its abbreviation.
pub static THIEU_TEN_LOAI: Rule = Rule {
    code: &TEN_LOAI,
    ho: Ho::TieuDe,
    vi_sao: "Trừ công văn, văn bản ghi tên loại ở ô số 5a. Ký hiệu đã có chữ viết tắt tên loại mà văn bản không có tên loại.",
    vi_du: &[ViDu::o(O::TenLoai, "", "KẾ HOẠCH")],
    kiem: Kiem::BanThao(thieu_ten_loai),
};

/// Nobody signs.
pub static THIEU_NGUOI_KY: Rule = Rule {
    code: &NGUOI_KY,
    ho: Ho::NguoiKy,
    vi_sao: "Thể thức văn bản hành chính bao gồm các thành phần chính: Chức vụ, họ tên và chữ ký của người có thẩm quyền.",
    vi_du: &[ViDu::o(O::QuyenHan, "", "GIÁM ĐỐC"), ViDu::o(O::HoTen, "", "Nguyễn Văn An")],
    kiem: Kiem::BanThao(thieu_nguoi_ky),
};

/// No recipients.
pub static THIEU_NOI_NHAN: Rule = Rule {
    code: &NOI_NHAN,
    ho: Ho::NoiNhan,
    vi_sao: "Nơi nhận văn bản gồm: Nơi nhận để thực hiện; nơi nhận để kiểm tra, giám sát, báo cáo, trao đổi công việc, để biết; nơi nhận để lưu văn bản.",
    vi_du: &[ViDu::cac_o(
        Nen::KeHoach,
        [O::NoiNhan, O::NoiNhan, O::Luu, O::Luu],
        "",
        "Nơi nhận:\n- Các đơn vị trực thuộc;\n- Lưu: VT, TCCB.",
    )],
    kiem: Kiem::BanThao(thieu_noi_nhan),
};

/// A công văn or tờ trình to nobody.
pub static THIEU_KINH_GUI: Rule = Rule {
    code: &KINH_GUI,
    ho: Ho::NoiNhan,
    vi_sao: "Đối với Tờ trình, Báo cáo gửi cấp trên và Công văn, nơi nhận gồm “Kính gửi” và tên nơi trực tiếp giải quyết công việc.",
    vi_du: &[ViDu::trong(Nen::CongVan, O::KinhGui, "", "Kính gửi: Ủy ban nhân dân tỉnh Cao Bằng")],
    kiem: Kiem::BanThao(thieu_kinh_gui),
};

fn co(ban: &BanThao, o: O) -> bool {
    goc(ban, o).next().is_some()
}

/// Whether documents of the draft's type need no such component: a letter has no number, a contract is headed by its
/// parties.
fn khong_can(ban: &BanThao, khoa: &str) -> bool {
    la_loai(ban, &["thư công", "hợp đồng", "bản ghi nhớ", "bản thỏa thuận"])
        || ban.loai.as_ref().is_some_and(|loai| loai.can(khoa) == Can::Khong)
}

/// Whether it is what two parties wrote down together, none of them under its own letterhead: "BIÊN BẢN" with "ĐẠI DIỆN BÊN
/// GIAO" and "ĐẠI DIỆN BÊN NHẬN" under it, and no number. Its parties keep a copy each and nobody receives it.
fn hai_ben(ban: &BanThao) -> bool {
    let party = |doan: &&Doan| {
        let text = doan.chu.thuong.as_str();
        text.starts_with("đại diện") || text.starts_with("bên ")
    };
    la_loai(ban, &["biên bản"])
        && !co(ban, O::SoKyHieu)
        && !co(ban, O::NoiNhan)
        && (goc(ban, O::QuyenHan).filter(party).count() >= 2 || goc(ban, O::NoiDung).filter(party).count() >= 2)
}

/// Whether all of the letterhead above the number is gone.
fn mat_het(ban: &BanThao) -> bool {
    [O::QuocHieu, O::TieuNgu, O::ChuQuan, O::CoQuan].iter().all(|o| !co(ban, *o))
}

fn dau_dong(code: &'static Code, ban: &BanThao, soi: &mut Soi<'_>, message: &str, advice: &str) {
    soi.push(Diagnostic::new(code, message).at(ban.place.clone()).advice(advice));
}

fn o_doan(code: &'static Code, doan: &Doan, soi: &mut Soi<'_>, message: &str, advice: &str) {
    let finding = soi.tai(code, doan, 0..doan.chu.text.len(), message).advice(advice);
    soi.push(finding);
}

fn mat_phan_dau(ban: &BanThao, soi: &mut Soi<'_>) {
    if ban.nguon == Nguon::Chu && tron_ven(ban) && mat_het(ban) && !khong_can(ban, "") {
        dau_dong(
            &MAT_DAU,
            ban,
            soi,
            "không thấy Quốc hiệu, Tiêu ngữ và tên cơ quan ban hành",
            "thêm phần đầu văn bản; nếu là bản số hóa thì xem lại trên bản gốc",
        );
    }
}

fn thieu_quoc_hieu(ban: &BanThao, soi: &mut Soi<'_>) {
    if !tron_ven(ban) || khong_can(ban, "") || (ban.nguon == Nguon::Chu && mat_het(ban)) {
        return;
    }
    let message = match (co(ban, O::QuocHieu), co(ban, O::TieuNgu)) {
        (true, true) => return,
        (false, true) => "thiếu Quốc hiệu",
        (true, false) => "thiếu Tiêu ngữ",
        (false, false) => "thiếu Quốc hiệu và Tiêu ngữ",
    };
    let advice = "viết: CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM, dòng dưới: Độc lập - Tự do - Hạnh phúc";
    dau_dong(&QUOC_HIEU, ban, soi, message, advice);
}

fn thieu_co_quan(ban: &BanThao, soi: &mut Soi<'_>) {
    if !tron_ven(ban) || hai_ben(ban) || khong_can(ban, "") || (ban.nguon == Nguon::Chu && mat_het(ban)) {
        return;
    }
    if !co(ban, O::CoQuan) && !co(ban, O::ChuQuan) {
        dau_dong(&CO_QUAN, ban, soi, "thiếu tên cơ quan ban hành", "ghi tên cơ quan bằng chữ in hoa trên số, ký hiệu");
    }
}

fn thieu_so(ban: &BanThao, soi: &mut Soi<'_>) {
    if tron_ven(ban) && !hai_ben(ban) && !khong_can(ban, "so") && !co(ban, O::SoKyHieu) {
        dau_dong(
            &SO,
            ban,
            soi,
            "thiếu số, ký hiệu",
            "thêm dòng “Số: …/…” dưới tên cơ quan; số để trống cho văn thư cũng được",
        );
    }
}

fn thieu_ngay(ban: &BanThao, soi: &mut Soi<'_>) {
    if tron_ven(ban) && !hai_ben(ban) && !khong_can(ban, "ngay") && !co(ban, O::DiaDanhNgay) {
        dau_dong(
            &NGAY,
            ban,
            soi,
            "thiếu địa danh và thời gian ban hành",
            "thêm dòng “Địa danh, ngày … tháng … năm …” dưới Tiêu ngữ",
        );
    }
}

fn thieu_trich_yeu(ban: &BanThao, soi: &mut Soi<'_>) {
    const CO_KHI_KHONG: [&str; 6] =
        ["hợp đồng", "giấy ủy quyền", "phiếu gửi", "phiếu chuyển", "phiếu báo", "công điện"];
    if !tron_ven(ban)
        || ban.loai.is_none()
        || khong_can(ban, "trich_yeu")
        || co(ban, O::TrichYeu)
        || la_loai(ban, &CO_KHI_KHONG)
    {
        return;
    }
    let below = if cong_van(ban) { goc(ban, O::SoKyHieu).next() } else { goc(ban, O::TenLoai).next() };
    let (message, advice) = match cong_van(ban) {
        true => ("công văn thiếu trích yếu", "thêm “V/v …” dưới số, ký hiệu"),
        false => ("thiếu trích yếu", "thêm trích yếu ngay dưới tên loại"),
    };
    match below {
        Some(doan) => o_doan(&TRICH_YEU, doan, soi, message, advice),
        None => dau_dong(&TRICH_YEU, ban, soi, message, advice),
    }
}

fn thieu_ten_loai(ban: &BanThao, soi: &mut Soi<'_>) {
    if !tron_ven(ban) || co(ban, O::TenLoai) || co(ban, O::KinhGui) {
        return;
    }
    let Some(so) = goc(ban, O::SoKyHieu).next() else { return };
    let group = super::ky_hieu::nhom_dau(&so.chu);
    let all = &soi.ctx.reference.loai;
    let Some(loai) = all.iter().find(|loai| loai.viet_tat.as_deref().is_some_and(|v| v == group)) else { return };
    let message = format!("ký hiệu có “{group}” mà văn bản không có tên loại {}", loai.ten);
    let advice = format!("thêm dòng {} trên trích yếu", loai.ten.to_uppercase());
    match goc(ban, O::TrichYeu).next() {
        Some(doan) => o_doan(&TEN_LOAI, doan, soi, &message, &advice),
        None => o_doan(&TEN_LOAI, so, soi, &message, &advice),
    }
}

fn thieu_nguoi_ky(ban: &BanThao, soi: &mut Soi<'_>) {
    if !tron_ven(ban) || khong_can(ban, "nguoi_ky") {
        return;
    }
    let (post, name) = (goc(ban, O::QuyenHan).last(), goc(ban, O::HoTen).next());
    let (at, message) = match (post, name) {
        (Some(_), Some(_)) => return,
        (None, None) => (cuoi(ban), "thiếu chức vụ, họ tên người ký"),
        (Some(post), None) if ten_o_duoi(ban, post) => return,
        (None, name) => (name, "thiếu chức vụ người ký"),
        (post, None) => (post, "thiếu họ tên người ký"),
    };
    if let Some(doan) = at {
        o_doan(&NGUOI_KY, doan, soi, message, "ghi chức vụ bằng chữ in hoa, dưới đó là họ tên");
    }
}

/// Whether a short line under the post may be a name that was not taken for one: with a rank, of two people.
fn ten_o_duoi(ban: &BanThao, post: &Doan) -> bool {
    let at = ban.doan.iter().position(|doan| std::ptr::eq(doan, post));
    let below = at.and_then(|at| ban.doan.get(at + 1));
    below.is_some_and(|doan| {
        doan.o == O::NoiDung
            && doan.so.is_empty()
            && doan.chu.so_am_tiet() <= 8
            && !doan.chu.text.trim_end().ends_with(['.', ';', ':'])
    })
}

fn thieu_noi_nhan(ban: &BanThao, soi: &mut Soi<'_>) {
    let must = ban.loai.as_ref().is_some_and(|loai| loai.can("noi_nhan") == Can::BatBuoc);
    if !must || !tron_ven(ban) || co(ban, O::NoiNhan) || co(ban, O::Luu) || hai_ben(ban) {
        return;
    }
    let at = goc(ban, O::QuyenHan).next().or_else(|| cuoi(ban));
    if let Some(doan) = at {
        let advice = "thêm “Nơi nhận:” ngang hàng với chức vụ người ký, mỗi nơi một dòng, dòng cuối “- Lưu: VT, ….”";
        o_doan(&NOI_NHAN, doan, soi, "thiếu Nơi nhận", advice);
    }
}

fn thieu_kinh_gui(ban: &BanThao, soi: &mut Soi<'_>) {
    let must = ban.loai.as_ref().is_some_and(|loai| loai.can("kinh_gui") == Can::BatBuoc);
    if !must || !tron_ven(ban) || co(ban, O::KinhGui) {
        return;
    }
    let first = ban.doan.iter().find(|doan| doan.kem == 0 && matches!(doan.o, O::CanCu | O::NoiDung));
    let message = format!("{} không có “Kính gửi”", ban.ten_loai());
    let advice = "thêm “Kính gửi: …” trên nội dung";
    match first {
        Some(doan) => o_doan(&KINH_GUI, doan, soi, &message, advice),
        None => dau_dong(&KINH_GUI, ban, soi, &message, advice),
    }
}
