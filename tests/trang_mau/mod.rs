//! Reference images: every page of the five documents and the first of each type's example, small. They catch what measures and words do not see. After a
//! change that is meant, look at the pages, then write new ones: `VANTHU_ANH_MOI=1 cargo test --release trang_mau`.

use crate::corpus::CORPUS;
use crate::support::project::{gallery, open};
use std::path::{Path, PathBuf};
use tiny_skia::{Pixmap, PremultipliedColorU8};
use vanthu::pipeline::{Task, Watch};
use vanthu::typeset::Format;

/// Pixels of the rendered page (144 dpi) that make one of the reference image (36 dpi).
const SHRINK: u32 = 4;
/// How far a grey value may lie from the reference before a pixel counts as different.
const GREY: i32 = 48;
/// Pixels that may differ on a page: rounding, not layout.
const PIXELS: usize = 40;

/// A page in grey, width first.
struct Grey {
    width: u32,
    height: u32,
    values: Vec<u8>,
}

fn shrink(png: &[u8]) -> Grey {
    let page = Pixmap::decode_png(png).expect("a PNG");
    let (width, height) = (page.width() / SHRINK, page.height() / SHRINK);
    let mut values = Vec::new();
    for y in 0..height {
        for x in 0..width {
            let cells = (0..SHRINK * SHRINK).map(|i| (x * SHRINK + i % SHRINK, y * SHRINK + i / SHRINK));
            let sum: u32 = cells.map(|(x, y)| page.pixel(x, y).map_or(255, |p| u32::from(p.green()))).sum();
            values.push(u8::try_from(sum / (SHRINK * SHRINK)).unwrap_or(u8::MAX));
        }
    }
    Grey { width, height, values }
}

fn save(image: &Grey, path: &Path) {
    let mut pixmap = Pixmap::new(image.width, image.height).expect("a page has a size");
    for (pixel, v) in pixmap.pixels_mut().iter_mut().zip(&image.values) {
        *pixel = PremultipliedColorU8::from_rgba(*v, *v, *v, 255).expect("grey is a colour");
    }
    std::fs::write(path, pixmap.encode_png().expect("a PNG")).expect("a written image");
}

fn load(path: &Path) -> Grey {
    let png = std::fs::read(path).unwrap_or_else(|_| panic!("no reference image {}", path.display()));
    let page = Pixmap::decode_png(&png).expect("a PNG");
    Grey { width: page.width(), height: page.height(), values: page.pixels().iter().map(|p| p.green()).collect() }
}

/// Compares the pages of one campaign with their references, `name_<page>.png`; `only` so many first pages.
fn compare(campaign: &Path, name: &str, only: usize) -> usize {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let renew = std::env::var_os("VANTHU_ANH_MOI").is_some();
    let folder = tempfile::tempdir().expect("a temporary folder");
    let task = Task { output: Some((folder.path().to_owned(), vec![Format::Png])), ..Task::default() };
    let outcome = open(campaign).run(campaign, &task, &Watch::default());
    let written: Vec<PathBuf> = outcome.written.into_iter().map(|w| w.path).collect();
    for (i, png) in written.iter().enumerate().take(only) {
        let page = shrink(&std::fs::read(png).expect("a page"));
        let reference = root.join(format!("tests/trang_mau/{name}_{}.png", i + 1));
        if renew {
            save(&page, &reference);
            continue;
        }
        let expected = load(&reference);
        assert_eq!((page.width, page.height), (expected.width, expected.height), "{}", reference.display());
        let far = |(a, b): &(&u8, &u8)| (i32::from(**a) - i32::from(**b)).abs() > GREY;
        let different = page.values.iter().zip(&expected.values).filter(far).count();
        assert!(different <= PIXELS, "{}: {different} pixels differ", reference.display());
    }
    written.len()
}

#[test]
fn every_page_looks_as_it_did() {
    for (_, campaign, document, pages) in CORPUS {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("data/chien_dich/{campaign}.yaml"));
        assert_eq!(compare(&path, &format!("{campaign}_{document}"), usize::MAX), pages, "{campaign}");
    }
}

/// The first page of the example of each type.
#[test]
fn every_type_looks_as_it_did() {
    let (project, names) = gallery();
    for name in names {
        let path = project.path().join(format!("data/chien_dich/{name}.yaml"));
        assert!(compare(&path, &format!("mau_{name}"), 1) > 0, "{name} was not printed");
    }
}
