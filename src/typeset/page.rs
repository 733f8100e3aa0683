//! Positions on the laid-out pages, for the page rules.

use crate::model::trang::{Dong, Ke, Trang};
use typst::layout::{Frame, FrameItem, Point};
use typst::visualize::Geometry;
use typst_layout::PagedDocument;

/// The text runs and horizontal rules of each page, in reading order.
pub fn trang(pages: &PagedDocument) -> Vec<Trang> {
    pages
        .pages()
        .iter()
        .map(|page| {
            let mut trang = Trang { rong_mm: page.frame.width().to_mm(), ..Trang::default() };
            collect(&page.frame, Point::zero(), &mut trang);
            trang
        })
        .collect()
}

fn collect(frame: &Frame, origin: Point, trang: &mut Trang) {
    for (offset, item) in frame.items() {
        let at = origin + *offset;
        let (x_mm, y_mm) = (at.x.to_mm(), at.y.to_mm());
        match item {
            FrameItem::Group(group) => collect(&group.frame, at, trang),
            FrameItem::Text(text) => {
                let rong_mm = text.width().to_mm();
                trang.dong.push(Dong { chu: text.text.to_string(), x_mm, y_mm, rong_mm });
            }
            FrameItem::Shape(shape, _) => {
                if let Geometry::Line(end) = shape.geometry
                    && end.y.to_mm().abs() < 0.01
                {
                    let dai_mm = end.x.to_mm();
                    trang.ke.push(Ke { x_mm: x_mm + dai_mm.min(0.0), y_mm, dai_mm: dai_mm.abs() });
                }
            }
            _ => {}
        }
    }
}
