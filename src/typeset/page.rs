//! Pages as the page rules see them.

use super::PagedDocument;
use crate::model::trang::{Dong, Trang};
use typst::layout::{Frame, FrameItem, Point};

/// The text runs of each page, in reading order.
pub fn trang(pages: &PagedDocument) -> Vec<Trang> {
    pages
        .pages()
        .iter()
        .map(|page| {
            let mut trang = Trang::default();
            collect(&page.frame, Point::zero(), &mut trang);
            trang
        })
        .collect()
}

fn collect(frame: &Frame, origin: Point, trang: &mut Trang) {
    for (offset, item) in frame.items() {
        let at = origin + *offset;
        match item {
            FrameItem::Group(group) => collect(&group.frame, at, trang),
            FrameItem::Text(text) => {
                trang.dong.push(Dong { chu: text.text.to_string(), y_mm: at.y.to_mm() });
            }
            _ => {}
        }
    }
}
