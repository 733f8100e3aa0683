//! Fingerprints: of all that a document is made from, and of what is laid out. A document whose fingerprint the journal
//! knows need not be made again.

use super::Pipeline;
use crate::diag::Files;
use crate::model::VanBan;
use crate::resolve::{Resolver, Viec};
use crate::typeset::Format;
use crate::write::hex;
use sha2::{Digest as _, Sha256};

/// Bytes of a digest that are kept: enough that no two inputs of a folder ever share one.
const KEPT: usize = 16;

/// Collects texts; where one ends and the next begins is part of the fingerprint.
#[derive(Clone)]
pub struct DauVanTay(Sha256);

impl DauVanTay {
    /// Of nothing yet but the program itself.
    pub fn new() -> Self {
        DauVanTay(Sha256::new()).with(env!("CARGO_PKG_VERSION"))
    }

    /// Adds a text.
    #[must_use]
    pub fn with(mut self, text: impl AsRef<[u8]>) -> Self {
        let text = text.as_ref();
        self.0.update((text.len() as u64).to_le_bytes());
        self.0.update(text);
        self
    }

    /// In hexadecimal.
    pub fn hex(self) -> String {
        hex(&self.0.finalize()[..KEPT])
    }
}

/// What all documents of a run have in common: program, data, templates, fonts, formats, and the texts of the campaign. Of
/// a list that only rows are made from, each row is part of its own document alone.
pub fn chung(pipeline: &Pipeline, resolver: &Resolver<'_>, files: &Files, formats: &[Format]) -> DauVanTay {
    let mut all = pipeline.van_tay();
    for format in formats {
        all = all.with(format.extension());
    }
    let apart = resolver.lists_read_row_by_row();
    // Not their names: a path as typed is no part of a document, and another one for each who runs the program.
    for (_, _, text) in files.texts().filter(|(id, ..)| !apart.contains(id)) {
        all = all.with(text);
    }
    all
}

/// Of one document: its name, and the cells of its row.
pub fn cua(chung: &DauVanTay, resolver: &Resolver<'_>, viec: Viec, ma: &str) -> String {
    let mut all = chung.clone().with(ma);
    for cell in resolver.dong(viec).into_iter().flat_map(|dong| &dong.o) {
        all = all.with(&cell.value);
    }
    all.hex()
}

/// Of what is laid out: the Typst sources of a document's files and what else its PDF says of it.
pub fn nguon(pipeline: &Pipeline, formats: &[Format], sources: &[(String, String)], van_ban: &VanBan) -> String {
    let dau = &van_ban.dau;
    let mut all = pipeline.van_tay();
    for format in formats {
        all = all.with(format.extension());
    }
    for (name, source) in sources {
        all = all.with(name).with(source);
    }
    all.with(dau.ngay.value.viet_so()).with(&dau.co_quan.ma).with(&dau.ky_hieu).hex()
}
