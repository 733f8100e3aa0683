//! Which documents there are to make: one of each id, or one of each row of its list.

use super::{Resolver, Viec, heads};
use crate::diag::{FileId, Sink};
use crate::model::DauVanBan;
use crate::model::danh_sach::Dong;
use crate::model::draft::ListDraft;
use std::collections::BTreeSet;

impl Resolver<'_> {
    /// Everything there is to make, in the order of the file and of the rows.
    pub fn viec(&self) -> Vec<Viec> {
        let mut out = Vec::new();
        for (index, document) in self.draft.van_ban.iter().enumerate() {
            match (self.draft.list_of(document), &document.theo_danh_sach) {
                (Some(list), _) => {
                    out.extend((0..list.danh_sach.dong.len()).map(|dong| Viec { index, dong: Some(dong) }));
                }
                (None, None) => out.push(Viec { index, dong: None }),
                // A list that could not be read has been reported.
                (None, Some(_)) => {}
            }
        }
        out
    }

    /// The heads of a list's documents, where each row brings a number of its own; nothing else is looked at.
    pub fn numbered_rows(&self) -> Vec<(Viec, DauVanBan)> {
        let maker = heads::Maker::new(self.draft, &self.reference.loai, &self.renderer, self.files);
        let head = |viec: Viec| {
            let document = self.draft.van_ban.get(viec.index)?;
            let list = self.draft.list_of(document)?;
            document.so.as_ref().filter(|so| so.value.contains("dong."))?;
            let mut scope = self.scope.for_document();
            scope.set_row(&list.danh_sach, self.dong(viec));
            Some((viec, maker.head(document, &scope, &mut Sink::default()).0))
        };
        self.viec().into_iter().filter_map(head).collect()
    }

    /// The row that a document is made from.
    pub fn dong(&self, viec: Viec) -> Option<&Dong> {
        let list = self.draft.list_of(self.draft.van_ban.get(viec.index)?)?;
        list.danh_sach.dong.get(viec.dong?)
    }

    /// The files of lists of which each row goes into its own document and no list as a whole into any.
    pub fn lists_read_row_by_row(&self) -> BTreeSet<FileId> {
        let named = |list: &ListDraft| {
            let documents = self.draft.van_ban.iter();
            let mut names = documents.flat_map(|d| d.kinh_gui.iter().chain(d.noi_nhan.iter().flat_map(|n| &n.gui)));
            names.any(|name| name.value == list.ma.value)
        };
        if self.files.mention("danh_sach.") {
            return BTreeSet::new();
        }
        let apart =
            self.draft.danh_sach.iter().filter(|list| !named(list) && list.danh_sach.place.file != list.ma.place.file);
        apart.map(|list| list.danh_sach.place.file).collect()
    }

    /// Where a document is written to, without an ending: its id, `thu_moi/bv_01` for a row.
    pub fn ten_tep(&self, viec: Viec) -> String {
        let Some(document) = self.draft.van_ban.get(viec.index) else { return String::new() };
        let khoa = viec.dong.and_then(|dong| self.draft.list_of(document)?.khoa.as_ref()?.get(dong));
        match khoa {
            Some(khoa) => format!("{}/{khoa}", document.id.value),
            None => document.id.value.clone(),
        }
    }
}
