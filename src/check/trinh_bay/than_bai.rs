//! The body: size, alignment, indent, spacing, titles (mục II.6).

use super::thanh_phan::Mau;
use super::{Gom, Ho, Kiem, Rule, SAI_SO_CO, Soi, ViDu, co_dang, dung, khoang, so, the_thuc};
use crate::diag::Code;
use crate::model::ban_thao::DangDoan;
use crate::model::ban_thao::dang::Can;
use crate::model::{BanThao, BlockKind, Doan, O};

/// A line of body text has some 70 letters: a longer paragraph surely has more than one line.
const HAI_DONG: usize = 85;

/// Paragraphs of running text of the document itself, outside of tables.
fn loi_van(ban: &BanThao) -> impl Iterator<Item = (&Doan, &DangDoan)> {
    co_dang(ban).filter(|(doan, dang)| doan.o == O::NoiDung && doan.kem == 0 && !doan.tieu_de && !dang.trong_bang)
}

/// Whether a paragraph is set apart in the middle, as "QUYẾT ĐỊNH:" is.
fn rieng(doan: &Doan, dang: &DangDoan) -> bool {
    matches!(dang.can, Some(Can::Giua | Can::Phai)) && doan.chu.text.chars().count() <= HAI_DONG
}

static CO: Code = Code::canh_bao("co-chu-noi-dung").theo("NĐ 30/2020/NĐ-CP, Phụ lục I, phần I, mục II, khoản 6 điểm e");

/// Size of the body.
pub static CO_CHU_NOI_DUNG: Rule = Rule {
    code: &CO,
    ho: Ho::TrinhBay,
    vi_sao: "Nội dung văn bản “cỡ chữ từ 13 đến 14”.",
    vi_du: &[ViDu::trinh_bay(O::NoiDung, "cỡ 12", "cỡ 13"), ViDu::trinh_bay(O::NoiDung, "cỡ 15", "cỡ 14")],
    kiem: Kiem::BanThao(co_chu),
};

fn co_chu(ban: &BanThao, soi: &mut Soi<'_>) {
    let Some(the_thuc) = the_thuc(ban, soi) else { return };
    let mut gom = Gom::new();
    for (doan, dang) in loi_van(ban) {
        if let Some(co) = dang.co.filter(|co| !dung(the_thuc, "co_chu", *co, SAI_SO_CO)) {
            gom.them(format!("nội dung cỡ chữ {}", so(co)), doan);
        }
    }
    gom.bao(&CO, soi, "đoạn", &format!("đặt cỡ chữ {}", khoang(the_thuc, "co_chu")));
}

static DEU: Code = Code::canh_bao("canh-deu").theo("NĐ 30/2020/NĐ-CP, Phụ lục I, phần I, mục II, khoản 6 điểm e");

/// Body text that is not justified.
pub static CANH_DEU: Rule = Rule {
    code: &DEU,
    ho: Ho::TrinhBay,
    vi_sao: "Nội dung văn bản “được canh đều cả hai lề”.",
    vi_du: &[ViDu::trinh_bay(O::NoiDung, "trái, dài", "đều, dài")],
    kiem: Kiem::BanThao(canh_deu),
};

fn canh_deu(ban: &BanThao, soi: &mut Soi<'_>) {
    if the_thuc(ban, soi).is_none() {
        return;
    }
    let mut gom = Gom::new();
    for (doan, dang) in loi_van(ban).filter(|(doan, _)| doan.chu.text.chars().count() > HAI_DONG) {
        let how = match dang.can {
            Some(Can::Trai) => "canh trái",
            Some(Can::Phai) => "canh phải",
            Some(Can::Giua) => "canh giữa",
            _ => continue,
        };
        gom.them(format!("lời văn {how}, không canh đều hai lề"), doan);
    }
    gom.bao(&DEU, soi, "đoạn", "chọn các đoạn này, bấm Ctrl+J để canh đều hai lề");
}

static THUT: Code = Code::canh_bao("thut-dau-dong").theo("NĐ 30/2020/NĐ-CP, Phụ lục I, phần I, mục II, khoản 6 điểm e");

/// First lines that are not indented by 1 cm or 1,27 cm.
pub static THUT_DAU_DONG: Rule = Rule {
    code: &THUT,
    ho: Ho::TrinhBay,
    vi_sao: "“Khi xuống dòng, chữ đầu dòng lùi vào 1 cm hoặc 1,27 cm”.",
    vi_du: &[ViDu::trinh_bay(O::NoiDung, "thụt 0", "thụt 12.7"), ViDu::trinh_bay(O::NoiDung, "thụt 20", "thụt 10")],
    kiem: Kiem::BanThao(thut),
};

/// LibreOffice's step is 1,25 cm.
const SAI_SO_THUT: f64 = 0.6;

fn thut(ban: &BanThao, soi: &mut Soi<'_>) {
    let Some(the_thuc) = the_thuc(ban, soi) else { return };
    let mut gom = Gom::new();
    for (doan, dang) in loi_van(ban).filter(|(doan, dang)| !rieng(doan, dang)) {
        if let Some(thut) = dang.thut.filter(|thut| !dung(the_thuc, "thut_dau_dong", *thut, SAI_SO_THUT)) {
            let what = match thut {
                thut if thut.abs() < 0.5 => "đầu dòng không lùi vào".to_owned(),
                thut => format!("đầu dòng lùi vào {} mm", so(thut)),
            };
            gom.them(what, doan);
        }
    }
    let advice =
        format!("đặt First line {} mm: Đoạn (Paragraph), Thụt lề (Indentation)", khoang(the_thuc, "thut_dau_dong"));
    gom.bao(&THUT, soi, "đoạn", &advice);
}

static CACH: Code = Code::canh_bao("cach-doan").theo("NĐ 30/2020/NĐ-CP, Phụ lục I, phần I, mục II, khoản 6 điểm e");

/// Less than 6 pt between paragraphs.
pub static CACH_DOAN: Rule = Rule {
    code: &CACH,
    ho: Ho::TrinhBay,
    vi_sao: "“Khoảng cách giữa các đoạn văn tối thiểu là 6pt”.",
    vi_du: &[ViDu::trinh_bay(O::NoiDung, "cách 0", "cách 6")],
    kiem: Kiem::BanThao(cach_doan),
};

fn cach_doan(ban: &BanThao, soi: &mut Soi<'_>) {
    let Some(the_thuc) = the_thuc(ban, soi) else { return };
    let mut gom = Gom::new();
    for pair in ban.doan.windows(2) {
        let [above, below] = pair else { continue };
        let body = |doan: &Doan| doan.o == O::NoiDung && doan.kem == 0;
        let (Some(up), Some(down)) = (above.dang.as_deref(), below.dang.as_deref()) else { continue };
        if !body(above) || !body(below) || up.trong_bang || down.trong_bang || !lien_nhau(soi, above, below) {
            continue;
        }
        // Word takes both together.
        let Some((after, before)) = up.sau.zip(down.truoc) else { continue };
        let gap = after + before;
        if !dung(the_thuc, "cach_doan", gap, SAI_SO_CO) {
            gom.them(format!("cách đoạn trên {} pt", so(gap)), below);
        }
    }
    let advice = format!("đặt khoảng cách trước (Before) hoặc sau (After) đoạn {} pt", khoang(the_thuc, "cach_doan"));
    gom.bao(&CACH, soi, "đoạn", &advice);
}

/// Whether two paragraphs follow one another, with no blank one between, and are two paragraphs.
fn lien_nhau(soi: &Soi<'_>, above: &Doan, below: &Doan) -> bool {
    let (up, down) = (&above.place, &below.place);
    if up.file != down.file || up.span.end > down.span.start {
        return false;
    }
    let between = soi.ctx.files.text(up.file).get(up.span.end..down.span.start).unwrap_or_default();
    between.matches('\n').count() == 1
}

static GIAN: Code = Code::canh_bao("gian-dong").theo("NĐ 30/2020/NĐ-CP, Phụ lục I, phần I, mục II, khoản 6 điểm e");

/// Lines closer than single or farther than 1.5.
pub static GIAN_DONG: Rule = Rule {
    code: &GIAN,
    ho: Ho::TrinhBay,
    vi_sao: "“Khoảng cách giữa các dòng tối thiểu là dòng đơn, tối đa là 1,5 lines”.",
    vi_du: &[
        ViDu::trinh_bay(O::NoiDung, "giãn dòng 2", "giãn dòng 1.5"),
        ViDu::trinh_bay(O::NoiDung, "giãn dòng 0.8", "giãn dòng 1"),
    ],
    kiem: Kiem::BanThao(gian_dong),
};

/// "Exactly" is a number of points, whose share of a single line is not exact.
const SAI_SO_DONG: f64 = 0.05;

fn gian_dong(ban: &BanThao, soi: &mut Soi<'_>) {
    let Some(the_thuc) = the_thuc(ban, soi) else { return };
    let mut gom = Gom::new();
    for (doan, dang) in loi_van(ban) {
        if let Some(lines) = dang.gian_dong.filter(|lines| !dung(the_thuc, "cach_dong", *lines, SAI_SO_DONG)) {
            gom.them(format!("giãn dòng bằng {} lần dòng đơn", so(lines)), doan);
        }
    }
    let advice = format!("đặt giãn dòng {} lần dòng đơn", khoang(the_thuc, "cach_dong"));
    gom.bao(&GIAN, soi, "đoạn", &advice);
}

static DE_MUC_CODE: Code =
    Code::canh_bao("trinh-bay-de-muc").theo("NĐ 30/2020/NĐ-CP, Phụ lục I, phần I, mục II, khoản 6 điểm đ");

/// Look of titles.
pub static DE_MUC: Rule = Rule {
    code: &DE_MUC_CODE,
    ho: Ho::TrinhBay,
    vi_sao: "Số thứ tự và tiêu đề của phần, chương, mục, tiểu mục “cỡ chữ từ 13 đến 14, kiểu chữ đứng, đậm”.",
    vi_du: &[ViDu::trinh_bay(O::NoiDung, "đề mục, cỡ 14", "đề mục, cỡ 14, đậm")],
    kiem: Kiem::BanThao(|ban, soi| {
        let mau = Mau { ten: "đề mục", co: "co_chu", dam: Some(true), nghieng: Some(false), giua: false };
        super::thanh_phan::soi_dong(&DE_MUC_CODE, ban, soi, |doan| {
            // Of a điều without a title the number alone is bold: only the others are surely titles.
            use BlockKind::{Chuong, Muc, Phan, TieuMuc};
            let part = matches!(doan.loai, Phan | Chuong | Muc | TieuMuc);
            let own = doan.o == O::NoiDung && doan.kem == 0 && doan.tieu_de && part;
            (own && doan.dang.as_ref().is_some_and(|dang| !dang.trong_bang)).then_some(mau)
        });
    }),
};
