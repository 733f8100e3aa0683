//! What a project has set for itself in `vanthu.yaml`.

use crate::diag::Severity;
use std::collections::BTreeMap;

/// What a rule weighs in a project.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Muc {
    /// "tắt": its findings are not shown.
    Tat,
    /// As this.
    La(Severity),
}

impl Muc {
    /// All of them, as they are written.
    pub const ALL: [(&'static str, Muc); 4] = [
        ("lỗi", Muc::La(Severity::Loi)),
        ("cảnh báo", Muc::La(Severity::CanhBao)),
        ("gợi ý", Muc::La(Severity::GoiY)),
        ("tắt", Muc::Tat),
    ];
}

/// The settings of a project.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CauHinh {
    /// Rules that weigh something else than they do by themselves, by name.
    pub kiem_tra: BTreeMap<&'static str, Muc>,
}
