//! What a rule is.

use super::bo::su_kien::SuKien;
use super::soi::Soi;
use crate::diag::{Code, Sink};
use crate::model::trang::Trang;
use crate::model::{BanThao, BoVanBan, Doan, O, VanBan};

/// One rule.
pub struct Rule {
    /// Name, severity and clause.
    pub code: &'static Code,
    /// What part of a document it is about.
    pub ho: Ho,
    /// Why it matters, for a person.
    pub vi_sao: &'static str,
    /// What it catches and the same put right. They run as tests.
    pub vi_du: &'static [ViDu],
    /// The function.
    pub kiem: Kiem,
}

/// Families of rules, by component.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Ho {
    /// Quốc hiệu, agency, number, symbol, place and date (mục II.1 to 4).
    Dau,
    /// Type and subject (II.5).
    TieuDe,
    /// Structure of the body (II.6).
    NoiDung,
    /// Citations (II.6a, 6b).
    VienDan,
    /// Dates and periods.
    ThoiGian,
    /// Kính gửi and Nơi nhận (II.9).
    NoiNhan,
    /// The signer (II.7).
    NguoiKy,
    /// Phụ lục, marks, other components (III).
    ThanhPhanKhac,
    /// Capitals (Phụ lục II).
    VietHoa,
    /// Spelling and wording.
    ChinhTa,
    /// Spaces and marks.
    DauCau,
    /// One spelling within a document.
    NhatQuan,
    /// Fonts, sizes, margins of a draft (mục I, V).
    TrinhBay,
    /// The documents of a campaign together.
    Bo,
    /// The pages after layout.
    Trang,
}

impl Ho {
    /// All of them, in the order they are listed.
    pub const ALL: [Ho; 15] = [
        Ho::Dau,
        Ho::TieuDe,
        Ho::NoiDung,
        Ho::VienDan,
        Ho::ThoiGian,
        Ho::NoiNhan,
        Ho::NguoiKy,
        Ho::ThanhPhanKhac,
        Ho::VietHoa,
        Ho::ChinhTa,
        Ho::DauCau,
        Ho::NhatQuan,
        Ho::TrinhBay,
        Ho::Bo,
        Ho::Trang,
    ];

    /// Its heading in lists for people.
    pub fn ten(self) -> &'static str {
        match self {
            Ho::Dau => "Quốc hiệu, cơ quan, số, ký hiệu, địa danh, ngày",
            Ho::TieuDe => "Tên loại, trích yếu",
            Ho::NoiDung => "Bố cục và nội dung",
            Ho::VienDan => "Căn cứ, viện dẫn",
            Ho::ThoiGian => "Ngày tháng, giai đoạn",
            Ho::NoiNhan => "Kính gửi, Nơi nhận",
            Ho::NguoiKy => "Người ký",
            Ho::ThanhPhanKhac => "Phụ lục và các thành phần khác",
            Ho::VietHoa => "Viết hoa",
            Ho::ChinhTa => "Chính tả, dùng từ",
            Ho::DauCau => "Dấu câu, khoảng trống",
            Ho::NhatQuan => "Nhất quán trong văn bản",
            Ho::TrinhBay => "Phông chữ, cỡ chữ, lề",
            Ho::Bo => "Giữa các văn bản của một chiến dịch",
            Ho::Trang => "Trang in",
        }
    }

    /// Whether it is about thể thức as each decree set it, rather than about language: `--quy-dinh theo-ngay` judges a
    /// document by the rules of its own day.
    pub fn the_thuc(self) -> bool {
        use Ho::{Dau, NguoiKy, NoiNhan, ThanhPhanKhac, TieuDe, Trang, TrinhBay, VietHoa};
        matches!(self, Dau | TieuDe | NoiNhan | NguoiKy | ThanhPhanKhac | TrinhBay | Trang | VietHoa)
    }
}

/// An example of what a rule catches. All of them run as tests: drafts and looks beside the rules, campaigns and files of a
/// project in `tests/kiem_tra/vi_du.rs`.
pub enum ViDu {
    /// Lines of components within an otherwise sound draft; empty when the components are missing.
    BanThao {
        /// The draft.
        nen: Nen,
        /// The components that the lines replace: the first is that of the first line, the last that of all further ones.
        o: [O; 4],
        /// Caught.
        sai: &'static str,
        /// Not caught.
        dung: &'static str,
    },
    /// The look of the lines of a component in a Word file: "cỡ 13, đậm, nghiêng".
    TrinhBay {
        /// The component that looks so.
        o: O,
        /// Caught.
        sai: &'static str,
        /// Not caught.
        dung: &'static str,
    },
    /// YAML: keys of a document of a sound campaign, or the campaign's own from `van_ban` on.
    ChienDich {
        /// Caught.
        sai: &'static str,
        /// Not caught.
        dung: &'static str,
    },
    /// A file that a project has in the place of the shipped one.
    Tep {
        /// Its path in the project.
        tep: &'static str,
        /// Caught, when it stands in the place of what is right.
        sai: &'static str,
        /// What the shipped file has there.
        dung: &'static str,
    },
}

/// The sound draft that an example is put into.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Nen {
    /// A kế hoạch; lines of the body stand between its own.
    KeHoach,
    /// A kế hoạch whose whole body is the example.
    ToanThan,
    /// A công văn.
    CongVan,
    /// A quyết định; lines of the body are all of it.
    QuyetDinh,
}

impl ViDu {
    /// Lines of the body.
    pub const fn noi_dung(sai: &'static str, dung: &'static str) -> ViDu {
        ViDu::o(O::NoiDung, sai, dung)
    }

    /// Lines of another component.
    pub const fn o(o: O, sai: &'static str, dung: &'static str) -> ViDu {
        ViDu::trong(Nen::KeHoach, o, sai, dung)
    }

    /// Lines of a component in another draft.
    pub const fn trong(nen: Nen, o: O, sai: &'static str, dung: &'static str) -> ViDu {
        ViDu::cac_o(nen, [o; 4], sai, dung)
    }

    /// Lines of several components, one after another.
    pub const fn cac_o(nen: Nen, o: [O; 4], sai: &'static str, dung: &'static str) -> ViDu {
        ViDu::BanThao { nen, o, sai, dung }
    }

    /// The look of a component.
    pub const fn trinh_bay(o: O, sai: &'static str, dung: &'static str) -> ViDu {
        ViDu::TrinhBay { o, sai, dung }
    }

    /// What is caught, and the same put right.
    pub fn texts(&self) -> (&'static str, &'static str) {
        match self {
            ViDu::BanThao { sai, dung, .. }
            | ViDu::TrinhBay { sai, dung, .. }
            | ViDu::ChienDich { sai, dung }
            | ViDu::Tep { sai, dung, .. } => (sai, dung),
        }
    }

    /// Where its lines stand, for a person; nothing for the lines of any draft.
    pub fn o_dau(&self) -> Option<String> {
        match self {
            ViDu::BanThao { nen: Nen::CongVan, .. } => Some("Trong công văn:".to_owned()),
            ViDu::BanThao { nen: Nen::QuyetDinh, .. } => Some("Trong quyết định:".to_owned()),
            ViDu::BanThao { .. } | ViDu::TrinhBay { .. } => None,
            ViDu::ChienDich { .. } => Some("Trong tệp chiến dịch:".to_owned()),
            ViDu::Tep { tep, .. } => Some(format!("Trong tệp {tep} của dự án:")),
        }
    }
}

/// What a rule looks at.
pub enum Kiem {
    /// One paragraph by itself: what it says depends on nothing else, so that a paragraph shared by the rows of a mail
    /// merge is looked at once.
    Doan(fn(&Doan, &mut Soi<'_>)),
    /// A whole draft, of a campaign or of anybody.
    BanThao(fn(&BanThao, &mut Soi<'_>)),
    /// Word lists of `data/kiem_tra/` that bear the rule's name.
    TuDien,
    /// A document of a campaign.
    VanBan(fn(&VanBan, &mut Soi<'_>)),
    /// The heads of a campaign together.
    Bo(fn(&BoVanBan, &mut Sink)),
    /// What the documents of a campaign say of one another: facts by the index of their document.
    Khop(fn(&BoVanBan, &[(usize, SuKien)], &mut Sink)),
    /// The pages after layout.
    Trang(fn(&VanBan, &[Trang], &mut Soi<'_>)),
}
