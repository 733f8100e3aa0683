//! Size and style of each component outside the body (mục II, V).

use super::{Gom, Ho, Kiem, Rule, SAI_SO_CO, Soi, ViDu, co_dang, dung, khoang, so, the_thuc};
use crate::diag::Code;
use crate::model::ban_thao::DangDoan;
use crate::model::ban_thao::dang::Can;
use crate::model::{BanThao, Doan, O, TheThuc};

/// What the decree asks of a line; `None` asks nothing.
#[derive(Clone, Copy)]
pub(super) struct Mau {
    /// What the component is called.
    pub ten: &'static str,
    /// Where its size stands in `data/the_thuc.yaml`.
    pub co: &'static str,
    pub dam: Option<bool>,
    pub nghieng: Option<bool>,
    pub giua: bool,
}

/// "kiểu chữ đứng, đậm"
const DUNG_DAM: Mau = Mau { ten: "", co: "co_chu", dam: Some(true), nghieng: Some(false), giua: false };
/// "kiểu chữ đứng"
const DUNG: Mau = Mau { dam: Some(false), ..DUNG_DAM };
/// "kiểu chữ nghiêng"
const NGHIENG: Mau = Mau { dam: Some(false), nghieng: Some(true), ..DUNG_DAM };

impl Mau {
    /// What is wrong with a look; empty for nothing.
    pub fn sai(&self, the_thuc: &TheThuc, dang: &DangDoan) -> Vec<String> {
        let mut wrong = Vec::new();
        if let Some(co) = dang.co.filter(|co| !dung(the_thuc, self.co, *co, SAI_SO_CO)) {
            wrong.push(format!("cỡ chữ {}", so(co)));
        }
        let styles =
            [(self.dam, dang.dam, "đậm", "không đậm"), (self.nghieng, dang.nghieng, "nghiêng", "không nghiêng")];
        for (want, is, on, off) in styles {
            match (want, is) {
                (Some(true), Some(false)) => wrong.push(off.to_owned()),
                (Some(false), Some(true)) => wrong.push(on.to_owned()),
                _ => {}
            }
        }
        // Words may have been moved to the middle with spaces or tabs: then the first line does not begin at the margin.
        let at_margin = dang.thut.is_some_and(|thut| thut < 1.0);
        match dang.can {
            Some(Can::Trai | Can::Deu) if self.giua && at_margin => wrong.push("không canh giữa".to_owned()),
            Some(Can::Phai) if self.giua => wrong.push("canh phải".to_owned()),
            _ => {}
        }
        wrong
    }

    /// What is right, for people.
    pub fn quy_dinh(&self, the_thuc: &TheThuc) -> String {
        let style = match (self.nghieng, self.dam) {
            (Some(true), Some(true)) => ", kiểu chữ nghiêng, đậm",
            (Some(true), _) => ", kiểu chữ nghiêng",
            (Some(false), Some(true)) => ", kiểu chữ đứng, đậm",
            (Some(false), Some(false)) => ", kiểu chữ đứng, không đậm",
            _ => "",
        };
        let giua = if self.giua { ", canh giữa" } else { "" };
        format!("trình bày {} cỡ chữ {}{style}{giua}", self.ten, khoang(the_thuc, self.co))
    }
}

/// Holds lines against what is asked of each; lines with the same fault are one finding.
pub(super) fn soi_dong(code: &'static Code, ban: &BanThao, soi: &mut Soi<'_>, mau: impl Fn(&Doan) -> Option<Mau>) {
    let Some(the_thuc) = the_thuc(ban, soi) else { return };
    let mut by_mau: Vec<(Mau, Gom<'_>)> = Vec::new();
    let mut than = false;
    for (doan, dang) in co_dang(ban) {
        than |= matches!(doan.o, O::CanCu | O::NoiDung);
        let head = matches!(doan.o, O::SoKyHieu | O::DiaDanhNgay | O::TenLoai | O::TrichYeu | O::QuocHieu | O::TieuNgu);
        // A number or a date on a line of its own in the body is none of the head.
        let Some(mau) = mau(doan).filter(|_| !(than && head)) else { continue };
        let wrong = mau.sai(the_thuc, dang);
        if wrong.is_empty() {
            continue;
        }
        let what = format!("{} {}", mau.ten, wrong.join(", "));
        match by_mau.iter_mut().find(|(other, _)| other.ten == mau.ten) {
            Some((_, gom)) => gom.them(what, doan),
            None => {
                let mut gom = Gom::new();
                gom.them(what, doan);
                by_mau.push((mau, gom));
            }
        }
    }
    for (mau, gom) in by_mau {
        gom.bao(code, soi, "dòng", &mau.quy_dinh(the_thuc));
    }
}

static QUOC_HIEU_CODE: Code =
    Code::canh_bao("trinh-bay-quoc-hieu").theo("NĐ 30/2020/NĐ-CP, Phụ lục I, phần I, mục II, khoản 1 điểm a");

/// Look of the national title.
pub static QUOC_HIEU: Rule = Rule {
    code: &QUOC_HIEU_CODE,
    ho: Ho::TrinhBay,
    vi_sao: "Quốc hiệu “cỡ chữ từ 12 đến 13, kiểu chữ đứng, đậm”.",
    vi_du: &[
        ViDu::trinh_bay(O::QuocHieu, "cỡ 14, đậm", "cỡ 13, đậm"),
        ViDu::trinh_bay(O::QuocHieu, "cỡ 12", "cỡ 12, đậm"),
    ],
    kiem: Kiem::BanThao(|ban, soi| {
        let mau = Mau { ten: "Quốc hiệu", co: "co_dau.quoc_hieu", ..DUNG_DAM };
        soi_dong(&QUOC_HIEU_CODE, ban, soi, |doan| (doan.o == O::QuocHieu).then_some(mau));
    }),
};

static TIEU_NGU_CODE: Code =
    Code::canh_bao("trinh-bay-tieu-ngu").theo("NĐ 30/2020/NĐ-CP, Phụ lục I, phần I, mục II, khoản 1 điểm b");

/// Look of the motto.
pub static TIEU_NGU: Rule = Rule {
    code: &TIEU_NGU_CODE,
    ho: Ho::TrinhBay,
    vi_sao: "Tiêu ngữ “cỡ chữ từ 13 đến 14, kiểu chữ đứng, đậm”.",
    vi_du: &[ViDu::trinh_bay(O::TieuNgu, "cỡ 14, đậm, nghiêng", "cỡ 14, đậm")],
    kiem: Kiem::BanThao(|ban, soi| {
        let mau = Mau { ten: "Tiêu ngữ", co: "co_dau.tieu_ngu", ..DUNG_DAM };
        soi_dong(&TIEU_NGU_CODE, ban, soi, |doan| (doan.o == O::TieuNgu).then_some(mau));
    }),
};

static CO_QUAN_CODE: Code =
    Code::canh_bao("trinh-bay-co-quan").theo("NĐ 30/2020/NĐ-CP, Phụ lục I, phần I, mục II, khoản 2 điểm b");

/// Look of the agency and its superior.
pub static CO_QUAN: Rule = Rule {
    code: &CO_QUAN_CODE,
    ho: Ho::TrinhBay,
    vi_sao: "Tên cơ quan ban hành “cỡ chữ từ 12 đến 13, kiểu chữ đứng, đậm”; tên cơ quan chủ quản “kiểu chữ đứng”, không đậm.",
    vi_du: &[ViDu::trinh_bay(O::CoQuan, "cỡ 13", "cỡ 13, đậm"), ViDu::trinh_bay(O::ChuQuan, "cỡ 13, đậm", "cỡ 13")],
    kiem: Kiem::BanThao(|ban, soi| {
        soi_dong(&CO_QUAN_CODE, ban, soi, |doan| match doan.o {
            O::CoQuan => Some(Mau { ten: "tên cơ quan ban hành", co: "co_dau.co_quan", ..DUNG_DAM }),
            O::ChuQuan => Some(Mau { ten: "tên cơ quan chủ quản", co: "co_dau.chu_quan", ..DUNG }),
            _ => None,
        });
    }),
};

static SO_CODE: Code =
    Code::canh_bao("trinh-bay-so-ky-hieu").theo("NĐ 30/2020/NĐ-CP, Phụ lục I, phần I, mục II, khoản 3 điểm c");

/// Look of number and symbol.
pub static SO_KY_HIEU: Rule = Rule {
    code: &SO_CODE,
    ho: Ho::TrinhBay,
    vi_sao: "Số, ký hiệu “cỡ chữ 13, kiểu chữ đứng”.",
    vi_du: &[ViDu::trinh_bay(O::SoKyHieu, "cỡ 14", "cỡ 13"), ViDu::trinh_bay(O::SoKyHieu, "cỡ 13, đậm", "cỡ 13")],
    kiem: Kiem::BanThao(|ban, soi| {
        let mau = Mau { ten: "số, ký hiệu", co: "co_dau.so_ky_hieu", ..DUNG };
        soi_dong(&SO_CODE, ban, soi, |doan| (doan.o == O::SoKyHieu).then_some(mau));
    }),
};

static NGAY_CODE: Code =
    Code::canh_bao("trinh-bay-dia-danh-ngay").theo("NĐ 30/2020/NĐ-CP, Phụ lục I, phần I, mục II, khoản 4 điểm c");

/// Look of place and date.
pub static DIA_DANH_NGAY: Rule = Rule {
    code: &NGAY_CODE,
    ho: Ho::TrinhBay,
    vi_sao: "Địa danh và thời gian ban hành “cỡ chữ từ 13 đến 14, kiểu chữ nghiêng”.",
    vi_du: &[ViDu::trinh_bay(O::DiaDanhNgay, "cỡ 13", "cỡ 13, nghiêng")],
    kiem: Kiem::BanThao(|ban, soi| {
        let mau = Mau { ten: "địa danh, ngày tháng năm", co: "co_dau.dia_danh_ngay", ..NGHIENG };
        soi_dong(&NGAY_CODE, ban, soi, |doan| (doan.o == O::DiaDanhNgay).then_some(mau));
    }),
};

static TEN_LOAI_CODE: Code =
    Code::canh_bao("trinh-bay-ten-loai").theo("NĐ 30/2020/NĐ-CP, Phụ lục I, phần I, mục II, khoản 5 điểm b");

/// Look of the type.
pub static TEN_LOAI: Rule = Rule {
    code: &TEN_LOAI_CODE,
    ho: Ho::TrinhBay,
    vi_sao: "Tên loại văn bản “canh giữa”, “cỡ chữ từ 13 đến 14, kiểu chữ đứng, đậm”.",
    vi_du: &[
        ViDu::trinh_bay(O::TenLoai, "cỡ 16, đậm, giữa", "cỡ 14, đậm, giữa"),
        ViDu::trinh_bay(O::TenLoai, "cỡ 14, đậm, trái", "cỡ 14, đậm, giữa"),
    ],
    kiem: Kiem::BanThao(|ban, soi| {
        let mau = Mau { ten: "tên loại", giua: true, ..DUNG_DAM };
        soi_dong(&TEN_LOAI_CODE, ban, soi, |doan| (doan.o == O::TenLoai).then_some(mau));
    }),
};

static TRICH_YEU_CODE: Code =
    Code::canh_bao("trinh-bay-trich-yeu").theo("NĐ 30/2020/NĐ-CP, Phụ lục I, phần I, mục II, khoản 5 điểm b");

/// Look of the subject.
pub static TRICH_YEU: Rule = Rule {
    code: &TRICH_YEU_CODE,
    ho: Ho::TrinhBay,
    vi_sao: "Trích yếu dưới tên loại “cỡ chữ từ 13 đến 14, kiểu chữ đứng, đậm”; trích yếu công văn “cỡ chữ từ 12 đến 13, kiểu chữ đứng”.",
    vi_du: &[
        ViDu::trinh_bay(O::TrichYeu, "cỡ 14, giữa", "cỡ 14, đậm, giữa"),
        ViDu::trinh_bay(O::TrichYeu, "cỡ 14, đậm, nghiêng, giữa", "cỡ 13, đậm, giữa"),
    ],
    kiem: Kiem::BanThao(|ban, soi| {
        // Beside the addressees, under the number.
        let cong_van = ban.o(O::TrichYeu).any(|doan| doan.chu.thuong.trim_start().starts_with("v/v"))
            || ban.ten_loai() == "công văn" && !ban.co(O::TenLoai);
        let mau = match cong_van {
            true => Mau { ten: "trích yếu công văn", co: "co_dau.trich_yeu_cong_van", ..DUNG },
            false => Mau { ten: "trích yếu", giua: true, ..DUNG_DAM },
        };
        soi_dong(&TRICH_YEU_CODE, ban, soi, |doan| (doan.o == O::TrichYeu).then_some(mau));
    }),
};

static CAN_CU_CODE: Code =
    Code::canh_bao("trinh-bay-can-cu").theo("NĐ 30/2020/NĐ-CP, Phụ lục I, phần I, mục II, khoản 6 điểm a");

/// Look of legal bases.
pub static CAN_CU: Rule = Rule {
    code: &CAN_CU_CODE,
    ho: Ho::TrinhBay,
    vi_sao: "Căn cứ ban hành “kiểu chữ nghiêng, cỡ chữ từ 13 đến 14”.",
    vi_du: &[ViDu::trinh_bay(O::CanCu, "cỡ 14", "cỡ 14, nghiêng")],
    kiem: Kiem::BanThao(|ban, soi| {
        let mau = Mau { ten: "căn cứ", ..NGHIENG };
        // An opening such as "Căn cứ nhiệm vụ năm 2027, Sở Y tế …" is the author's own sentence.
        let formal = ban.co(O::ThamQuyen) || matches!(ban.ten_loai(), "quyết định" | "nghị quyết");
        let begins = |doan: &Doan| ["căn cứ ", "theo đề nghị ", "xét "].iter().any(|w| doan.chu.thuong.starts_with(w));
        let basis = |doan: &Doan| begins(doan) && (formal || doan.chu.text.ends_with(';'));
        soi_dong(&CAN_CU_CODE, ban, soi, |doan| (doan.o == O::CanCu && basis(doan)).then_some(mau));
    }),
};

static KINH_GUI_CODE: Code =
    Code::canh_bao("trinh-bay-kinh-gui").theo("NĐ 30/2020/NĐ-CP, Phụ lục I, phần I, mục II, khoản 9 điểm d");

/// Look of the addressees.
pub static KINH_GUI: Rule = Rule {
    code: &KINH_GUI_CODE,
    ho: Ho::TrinhBay,
    vi_sao: "“Kính gửi” và tên nơi nhận “cỡ chữ từ 13 đến 14, kiểu chữ đứng”.",
    vi_du: &[ViDu::trinh_bay(O::KinhGui, "cỡ 14, đậm", "cỡ 14")],
    kiem: Kiem::BanThao(|ban, soi| {
        let mau = Mau { ten: "Kính gửi", ..DUNG };
        soi_dong(&KINH_GUI_CODE, ban, soi, |doan| (doan.o == O::KinhGui).then_some(mau));
    }),
};

static NOI_NHAN_CODE: Code =
    Code::canh_bao("trinh-bay-noi-nhan").theo("NĐ 30/2020/NĐ-CP, Phụ lục I, phần I, mục II, khoản 9 điểm d");

/// Look of the distribution list.
pub static NOI_NHAN: Rule = Rule {
    code: &NOI_NHAN_CODE,
    ho: Ho::TrinhBay,
    vi_sao: "Từ “Nơi nhận” “cỡ chữ 12, kiểu chữ nghiêng, đậm”; phần liệt kê “cỡ chữ 11, kiểu chữ đứng”.",
    vi_du: &[
        ViDu::trinh_bay(O::NoiNhan, "cỡ 12", "Nơi nhận"),
        ViDu::trinh_bay(O::Luu, "cỡ 12", "cỡ 11"),
        ViDu::trinh_bay(O::Luu, "cỡ 11, nghiêng", "cỡ 11"),
    ],
    kiem: Kiem::BanThao(|ban, soi| {
        let tu = Mau { ten: "từ “Nơi nhận”", co: "co_noi_nhan", dam: Some(true), ..NGHIENG };
        let muc = Mau { ten: "danh sách nơi nhận", co: "co_noi_nhan_muc", ..DUNG };
        soi_dong(&NOI_NHAN_CODE, ban, soi, |doan| match doan.o {
            O::NoiNhan if doan.chu.khop(0, &["nơi", "nhận"]) => Some(tu),
            O::NoiNhan | O::Luu => Some(muc),
            _ => None,
        });
    }),
};

static NGUOI_KY_CODE: Code =
    Code::canh_bao("trinh-bay-nguoi-ky").theo("NĐ 30/2020/NĐ-CP, Phụ lục I, phần I, mục II, khoản 7 điểm đ");

/// Look of authority, post and name.
pub static NGUOI_KY: Rule = Rule {
    code: &NGUOI_KY_CODE,
    ho: Ho::TrinhBay,
    vi_sao: "Quyền hạn, chức vụ và họ tên người ký “cỡ chữ từ 13 đến 14, kiểu chữ đứng, đậm”.",
    vi_du: &[
        ViDu::trinh_bay(O::QuyenHan, "cỡ 14", "cỡ 14, đậm"),
        ViDu::trinh_bay(O::HoTen, "cỡ 12, đậm", "cỡ 13, đậm"),
    ],
    kiem: Kiem::BanThao(|ban, soi| {
        soi_dong(&NGUOI_KY_CODE, ban, soi, |doan| match doan.o {
            O::QuyenHan => Some(Mau { ten: "quyền hạn, chức vụ người ký", ..DUNG_DAM }),
            O::HoTen => Some(Mau { ten: "họ tên người ký", ..DUNG_DAM }),
            _ => None,
        });
    }),
};

static PHU_LUC_CODE: Code =
    Code::canh_bao("trinh-bay-phu-luc").theo("NĐ 30/2020/NĐ-CP, Phụ lục I, phần I, mục III, khoản 1 điểm b, điểm c");

/// Look of the head of an appendix.
pub static PHU_LUC: Rule = Rule {
    code: &PHU_LUC_CODE,
    ho: Ho::TrinhBay,
    vi_sao: "Từ “Phụ lục” “canh giữa”, “cỡ chữ 14, kiểu chữ đứng, đậm”; dòng chỉ dẫn kèm theo “kiểu chữ nghiêng”.",
    vi_du: &[ViDu::trinh_bay(O::PhuLuc, "cỡ 12, đậm, giữa", "cỡ 14, đậm, giữa")],
    kiem: Kiem::BanThao(|ban, soi| {
        soi_dong(&PHU_LUC_CODE, ban, soi, |doan| match doan.o {
            O::PhuLuc if doan.chu.khop(0, &["phụ", "lục"]) => {
                Some(Mau { ten: "từ “Phụ lục”", co: "co_phu_luc", giua: true, ..DUNG_DAM })
            }
            O::PhuLuc if doan.chu.text.starts_with('(') => Some(Mau { ten: "chỉ dẫn kèm theo", ..NGHIENG }),
            _ => None,
        });
    }),
};
