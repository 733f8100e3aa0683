//! A page of the original as it is shown: its size, and how a place on it reads in the page's own coordinates.

use lopdf::{Dictionary, Document, Object, ObjectId};

/// A page as shown, after `CropBox`, `Rotate` and `UserUnit`. Points; x from the left, y from the bottom.
#[derive(Debug, Clone, Copy)]
pub struct Trang {
    /// Its object.
    pub id: ObjectId,
    /// Width as shown.
    pub rong: f64,
    /// Height as shown.
    pub cao: f64,
    /// From the page as shown to its own coordinates.
    goc: [f64; 6],
}

/// A4, which a page without a size is taken for.
const KHONG_GHI: [f64; 4] = [0.0, 0.0, 595.276, 841.89];

/// The page tree is no deeper in any sane file; a cycle in it ends here.
const MAX_DEPTH: usize = 64;

impl Trang {
    /// Reads a page's boxes. `None` if it is no page.
    pub fn doc(pdf: &Document, id: ObjectId) -> Option<Trang> {
        let page = pdf.get_dictionary(id).ok()?;
        let media = ke_thua(pdf, page, b"MediaBox").and_then(|o| hop(pdf, o)).unwrap_or(KHONG_GHI);
        let crop = ke_thua(pdf, page, b"CropBox").and_then(|o| hop(pdf, o)).unwrap_or(media);
        let mut bbox = [crop[0].max(media[0]), crop[1].max(media[1]), crop[2].min(media[2]), crop[3].min(media[3])];
        if bbox[2] <= bbox[0] || bbox[3] <= bbox[1] {
            bbox = media;
        }
        let [x0, y0, x1, y1] = bbox;
        let unit = page.get_deref(b"UserUnit", pdf).ok().and_then(so).filter(|u| *u > 0.0).unwrap_or(1.0);
        let turn = ke_thua(pdf, page, b"Rotate").and_then(so).unwrap_or(0.0).rem_euclid(360.0);
        let (w, h, s) = ((x1 - x0) * unit, (y1 - y0) * unit, 1.0 / unit);
        let (rong, cao, goc) = match turn {
            t if (t - 90.0).abs() < 1.0 => (h, w, [0.0, s, -s, 0.0, x1, y0]),
            t if (t - 180.0).abs() < 1.0 => (w, h, [-s, 0.0, 0.0, -s, x1, y1]),
            t if (t - 270.0).abs() < 1.0 => (h, w, [0.0, -s, s, 0.0, x0, y1]),
            _ => (w, h, [s, 0.0, 0.0, s, x0, y0]),
        };
        Some(Trang { id, rong, cao, goc })
    }

    /// An upright page whose coordinates are those shown.
    pub fn moi(id: ObjectId, (rong, cao): (f64, f64)) -> Trang {
        Trang { id, rong, cao, goc: [1.0, 0.0, 0.0, 1.0, 0.0, 0.0] }
    }

    /// The matrix that puts the bottom left corner of a drawing at (`x`, `y`) of the page as shown.
    pub fn ma_tran(&self, x: f64, y: f64) -> [f64; 6] {
        let [a, b, c, d, e, f] = self.goc;
        [a, b, c, d, a * x + c * y + e, b * x + d * y + f]
    }
}

/// An entry of a page or of the nearest node above it that has it.
pub fn ke_thua<'a>(pdf: &'a Document, page: &'a Dictionary, key: &[u8]) -> Option<&'a Object> {
    let mut node = page;
    for _ in 0..MAX_DEPTH {
        if let Ok(found) = node.get_deref(key, pdf) {
            return Some(found);
        }
        node = node.get_deref(b"Parent", pdf).ok()?.as_dict().ok()?;
    }
    None
}

fn so(object: &Object) -> Option<f64> {
    object.as_float().ok().map(f64::from)
}

fn hop(pdf: &Document, object: &Object) -> Option<[f64; 4]> {
    let numbers: Vec<f64> = object.as_array().ok()?.iter().filter_map(|o| so(pdf.dereference(o).ok()?.1)).collect();
    let [a, b, c, d] = numbers[..] else { return None };
    let hop = [a.min(c), b.min(d), a.max(c), b.max(d)];
    (hop[2] > hop[0] && hop[3] > hop[1]).then_some(hop)
}
