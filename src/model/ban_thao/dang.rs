//! How a draft looks, as far as its file says so. Lengths in mm, sizes in pt.

/// Where lines stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Can {
    /// Left.
    Trai,
    /// Centre.
    Giua,
    /// Right.
    Phai,
    /// "canh đều cả hai lề"
    Deu,
}

/// A way of writing Vietnamese that is older than Unicode, by its font.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PhongCu {
    /// TCVN3 (ABC): `.VnTime`.
    Tcvn3,
    /// The same, all letters drawn as capitals: `.VnTimeH`.
    Tcvn3Hoa,
    /// `VNI-Times`
    Vni,
}

impl PhongCu {
    /// By the name of a font; `None` for a font of Unicode.
    pub fn cua(font: &str) -> Option<PhongCu> {
        let head = |prefix: &str| font.get(..prefix.len()).is_some_and(|head| head.eq_ignore_ascii_case(prefix));
        match () {
            () if head(".Vn") && font.ends_with('H') => Some(PhongCu::Tcvn3Hoa),
            () if head(".Vn") => Some(PhongCu::Tcvn3),
            () if head("VNI-") || head("VNI ") => Some(PhongCu::Vni),
            () => None,
        }
    }
}

/// How a paragraph looks. `None`: the file does not say.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct DangDoan {
    /// The font of most of its words.
    pub phong: Option<String>,
    /// The size of most of its words, pt.
    pub co: Option<f64>,
    /// Whether all of its words are bold.
    pub dam: Option<bool>,
    /// Whether all of its words are italic.
    pub nghieng: Option<bool>,
    /// Alignment.
    pub can: Option<Can>,
    /// First-line indent, mm.
    pub thut: Option<f64>,
    /// Space before it, pt.
    pub truoc: Option<f64>,
    /// Space after it, pt.
    pub sau: Option<f64>,
    /// Line spacing as a multiple of single.
    pub gian_dong: Option<f64>,
    /// Colour as RRGGBB, if it is not automatic.
    pub mau: Option<String>,
    /// Whether it stands in a cell of a table.
    pub trong_bang: bool,
}

/// Where page numbers stand, in a file that has them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SoTrang {
    /// At the foot of the page rather than in the upper margin.
    pub o_chan: bool,
    /// Where on their line, as far as that is sure.
    pub can: Option<Can>,
    /// Whether the first page shows its own.
    pub trang_dau: bool,
}

/// Page size and margins, mm. A PDF says nothing of margins.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct DangTrang {
    /// Width.
    pub rong: f64,
    /// Height.
    pub cao: f64,
    /// Top margin.
    pub tren: Option<f64>,
    /// Bottom margin.
    pub duoi: Option<f64>,
    /// Left margin.
    pub trai: Option<f64>,
    /// Right margin.
    pub phai: Option<f64>,
    /// Page numbers.
    pub so_trang: Option<SoTrang>,
}
