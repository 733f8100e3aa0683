//! The components of a document found in its lines.

use super::Tho;
use crate::diag::Place;
use crate::model::{BanThao, Nguon, Reference};

/// Finds the components.
pub fn tach(tho: Tho, nguon: Nguon, place: Place, _reference: &Reference) -> BanThao {
    BanThao {
        nguon,
        doan: Vec::new(),
        loai: None,
        so: None,
        ky_hieu: None,
        ngay: None,
        co_quan: None,
        place,
        trang: tho.trang,
    }
}
