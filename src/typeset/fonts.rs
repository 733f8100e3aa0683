//! The fonts: Tinos built in, and what the user adds with `--font-dir`.

use crate::diag::{Diagnostic, code};
use crate::project::Project;
use std::path::{Path, PathBuf};
use typst::foundations::Bytes;
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;

/// The family the decree asks for: "Phông chữ tiếng Việt Times New Roman" (Phụ lục I, phần I, mục I.4).
const DECREE: &str = "Times New Roman";
/// Its stand-in, of the same metrics.
const BUILT_IN: &str = "Tinos";

/// All fonts Typst may use.
pub struct PhongChu {
    pub(super) book: LazyHash<FontBook>,
    fonts: Vec<Font>,
    /// Code points that some font has, a bit for each.
    covered: Vec<u64>,
    /// Families in order of preference.
    pub ho: Vec<String>,
}

impl PhongChu {
    /// Loads the built-in fonts and those of a folder. A folder without any usable font is an error.
    pub fn load(project: &Project, folder: Option<&Path>) -> Result<PhongChu, Diagnostic> {
        let mut fonts = Vec::new();
        if let Some(folder) = folder {
            fonts = from_folder(folder)?;
        }
        for name in project.list("data/fonts").iter().filter(|n| is_font(n)) {
            let bytes = project
                .read(&format!("data/fonts/{name}"))
                .map_err(|_| Diagnostic::new(&code::TEP, format!("không đọc được phông data/fonts/{name}")))?;
            fonts.extend(Font::iter(Bytes::new(bytes)));
        }
        let book = FontBook::from_fonts(&fonts);
        let ho = [DECREE, BUILT_IN]
            .into_iter()
            .filter(|family| book.contains_family(&family.to_lowercase()))
            .map(str::to_owned)
            .collect();
        let mut covered = Vec::new();
        for point in fonts.iter().flat_map(|font| font.info().coverage.iter()) {
            let (word, bit) = (point as usize / 64, point % 64);
            if covered.len() <= word {
                covered.resize(word + 1, 0);
            }
            covered[word] |= 1 << bit;
        }
        Ok(PhongChu { book: LazyHash::new(book), fonts, covered, ho })
    }

    /// The font at an index of the book.
    pub(super) fn font(&self, index: usize) -> Option<Font> {
        self.fonts.get(index).cloned()
    }

    /// What tells one set of fonts from another: the beginning of each font, where its tables and their checksums are listed.
    pub fn bytes(&self) -> impl Iterator<Item = &[u8]> {
        const TABLES: usize = 1024;
        self.fonts.iter().map(|font| &font.data()[..font.data().len().min(TABLES)])
    }

    /// Whether a character can be printed.
    pub fn covers(&self, c: char) -> bool {
        let point = u32::from(c);
        self.covered.get(point as usize / 64).is_some_and(|word: &u64| word >> (point % 64) & 1 == 1)
    }
}

fn is_font(name: &str) -> bool {
    let name = name.to_lowercase();
    [".ttf", ".otf", ".ttc"].iter().any(|end| name.ends_with(end))
}

fn from_folder(folder: &Path) -> Result<Vec<Font>, Diagnostic> {
    let shown = folder.display();
    let entries = std::fs::read_dir(folder).map_err(|_| {
        Diagnostic::new(&code::TEP, format!("không mở được thư mục phông {shown}"))
            .advice("kiểm tra đường dẫn sau --font-dir, ví dụ C:\\Windows\\Fonts")
    })?;
    // Sorted: which of two copies of a face wins must not depend on the file system.
    let mut paths: Vec<_> = entries.flatten().map(|e| e.path()).filter(|p| is_font(&p.to_string_lossy())).collect();
    paths.sort();
    // A system's font folder holds hundreds of files: the ones that bear Microsoft's names are enough if there are any.
    let named = |p: &PathBuf| p.file_name().is_some_and(|n| n.to_string_lossy().to_lowercase().starts_with("times"));
    if paths.iter().any(named) {
        paths.retain(named);
    }
    let fonts: Vec<Font> = paths
        .iter()
        .filter_map(|path| std::fs::read(path).ok())
        .flat_map(|bytes| Font::iter(Bytes::new(bytes)))
        .filter(|font| font.info().family.eq_ignore_ascii_case(DECREE))
        .collect();
    if fonts.is_empty() {
        return Err(Diagnostic::new(&code::TEP, format!("thư mục {shown} không có phông {DECREE}")).advice(
            "chép các tệp times.ttf, timesbd.ttf, timesi.ttf, timesbi.ttf vào thư mục đó, hoặc bỏ --font-dir",
        ));
    }
    Ok(fonts)
}
