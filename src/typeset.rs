//! Step 5: Typst source to pages, pages to PDF, PNG or SVG.
//!
//! Typst runs over a world of its own: the templates and data handed in, the fonts, nothing else. It reads no file, no
//! clock and no network.

mod export;
mod fonts;
mod page;
mod world;

pub use export::{Format, export, pdf_bytes, pdf_trong_suot};
pub use fonts::PhongChu;
pub use page::trang;
pub use typst_layout::PagedDocument;
pub use world::{Base, shared};

use crate::diag::{Diagnostic, Sink, code};
use typst::WorldExt as _;
use typst::diag::SourceDiagnostic;
use world::DocumentWorld;

/// Lays one document out, beside others that as many `workers` in all make. Typst's warnings are findings too: a page with
/// a missing font is not right.
///
/// Typst's cache is the process's. An entry that was not used for as many compilations as there are workers is dropped:
/// that keeps what every document shares (the evaluated templates) and lets go of each document, so memory stays flat
/// however many are made.
pub fn compile(base: &Base, source: &str, name: &str, workers: usize, sink: &mut Sink) -> Option<PagedDocument> {
    let world = DocumentWorld::new(base, source);
    let result = typst::compile::<PagedDocument>(&world);
    typst::comemo::evict(workers.max(1));
    for warning in &result.warnings {
        let mut finding = explain(&world, warning, name);
        finding.severity = crate::diag::Severity::CanhBao;
        sink.push(finding);
    }
    match result.output {
        Ok(document) => Some(document),
        Err(errors) => {
            for error in &errors {
                sink.push(explain(&world, error, name));
            }
            None
        }
    }
}

/// Typst's own words are English and about the generated source: the finding names the template and line instead.
fn explain(world: &DocumentWorld<'_>, error: &SourceDiagnostic, name: &str) -> Diagnostic {
    let place = error.span.id().and_then(|id| {
        let line = world.range(error.span).and_then(|range| world.line_of(id, range.start));
        Some((id.get().vpath().get_without_slash(), line?))
    });
    let message = match place {
        Some((file, line)) if file == world::MAIN => {
            format!("mẫu của {name} không dàn trang được, dòng {line} của tệp .typ")
        }
        Some((file, line)) => format!("mẫu {file}, dòng {line}, không dàn trang được ({name})"),
        None => format!("không dàn trang được {name}"),
    };
    Diagnostic::new(&code::MAU, message)
        .advice("xuất bằng --format typ rồi xem tệp .typ; xóa mẫu riêng trong templates/ để dùng mẫu đi kèm")
}
