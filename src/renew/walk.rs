//! A walk over a campaign: which values are words to be read, which name an agency, a person or a file. What a key is,
//! `data/tu_khoa.yaml` says.

use super::flat::is_computed;
use crate::diag::Located;
use crate::load::yaml::{Kind, Node};
use crate::model::TuKhoa;
use crate::model::tu_khoa::Kieu;

/// A person named by his key, in an agency.
pub(super) struct Named {
    /// Key of the person.
    pub ai: Located<String>,
    /// Key of the agency.
    pub co_quan: Option<Located<String>>,
    /// Whether it can only be a key: where a name may stand too, a word may be either.
    pub signer: bool,
}

/// A table that a list is kept in.
pub(super) struct Bang {
    /// Name of the file.
    pub tep: Located<String>,
    /// Name of the sheet.
    pub trang_tinh: Option<Located<String>>,
}

/// What a campaign is made of.
#[derive(Default)]
pub(super) struct Parts<'n> {
    /// Scalars with words.
    pub texts: Vec<&'n Node>,
    /// Tables that lists are kept in.
    pub bang: Vec<Bang>,
    /// Cells of lists written in the campaign, with their columns.
    pub o: Vec<(&'n str, &'n Node)>,
    /// Names of body files.
    pub tep: Vec<Located<String>>,
    /// Agencies.
    pub co_quan: Vec<Located<String>>,
    /// Persons.
    pub nguoi: Vec<Named>,
    /// Variables with one value.
    pub bien: Vec<(&'n str, &'n Node)>,
    /// Ids of documents.
    pub ma: Vec<Located<String>>,
}

/// Walks over a campaign.
pub(super) fn parts<'n>(root: &'n Node, tu_khoa: &TuKhoa) -> Parts<'n> {
    let mut walker = Walker { tu_khoa, parts: Parts::default() };
    let shared = root.entry("chung").and_then(|chung| chung.entry("co_quan")).and_then(located);
    walker.object(root, "chien_dich", shared.as_ref());
    walker.parts
}

struct Walker<'t, 'n> {
    tu_khoa: &'t TuKhoa,
    parts: Parts<'n>,
}

impl<'n> Walker<'_, 'n> {
    /// An object of the format; `inherited` is the agency of what it lies in.
    fn object(&mut self, node: &'n Node, name: &str, inherited: Option<&Located<String>>) {
        let Kind::Map(entries, _) = &node.kind else { return self.words(node) };
        let own = node.entry("co_quan").and_then(located);
        self.parts.co_quan.extend(own.clone());
        // The campaign's own agency gives way to the one its documents share.
        let agency = if name == "chien_dich" { inherited.cloned().or(own) } else { own.or_else(|| inherited.cloned()) };
        let known = self.tu_khoa.0.get(name);
        for (key, value) in entries {
            let Some(key) = key.scalar() else { continue };
            let khoa = known.and_then(|object| object.khoa.get(key));
            let inner = khoa.and_then(|k| k.doi_tuong.as_deref()).filter(|name| self.tu_khoa.0.contains_key(*name));
            match (key, khoa.map(|k| k.kieu)) {
                ("chung", _) if name == "chien_dich" => self.object(value, "van_ban", agency.as_ref()),
                ("bien", _) if name == "chien_dich" => self.variables(value),
                ("tep", _) if name == "danh_sach" => {
                    let trang_tinh = node.entry("trang_tinh").and_then(located);
                    self.parts.bang.extend(located(value).map(|tep| Bang { tep, trang_tinh }));
                }
                ("cac_dong", _) if name == "danh_sach" => self.rows(value),
                // Typed, they are no words; computed, they may hold a year.
                (_, Some(Kieu::So | Kieu::Ngay | Kieu::Chuoi)) => {
                    self.parts.texts.extend(Some(value).filter(|value| value.scalar().is_some_and(is_computed)));
                }
                (_, Some(_)) if khoa.is_some_and(|k| !k.chon.is_empty()) => {}
                (_, Some(Kieu::NguoiKy)) => self.person(value, agency.as_ref(), true),
                (_, Some(Kieu::Nguoi)) => {
                    self.person(value, agency.as_ref(), false);
                    self.words(value);
                }
                (_, Some(Kieu::NoiDung)) => match value.entry("tep").and_then(located) {
                    Some(tep) => self.parts.tep.push(tep),
                    None => self.words(value),
                },
                (_, Some(Kieu::Bang)) if inner.is_some() => {
                    self.table(value, inner.unwrap_or_default(), agency.as_ref())
                }
                (_, Some(Kieu::CacMuc)) => match &value.kind {
                    Kind::Seq(items) => {
                        items.iter().for_each(|item| self.object(item, inner.unwrap_or_default(), agency.as_ref()));
                    }
                    _ => self.object(value, inner.unwrap_or_default(), agency.as_ref()),
                },
                _ => self.words(value),
            }
        }
    }

    fn table(&mut self, node: &'n Node, name: &str, agency: Option<&Located<String>>) {
        let Kind::Map(entries, _) = &node.kind else { return };
        for (key, value) in entries {
            if name == "van_ban" {
                self.parts.ma.extend(located(key));
            }
            self.object(value, name, agency);
        }
    }

    fn rows(&mut self, node: &'n Node) {
        let Kind::Seq(rows) = &node.kind else { return };
        for row in rows {
            let Kind::Map(cells, _) = &row.kind else { continue };
            let cell = |(key, value): &'n (Node, Node)| Some((key.scalar()?, value)).filter(|_| !value.is_empty());
            self.parts.o.extend(cells.iter().filter_map(cell).filter(|(_, value)| value.scalar().is_some()));
        }
    }

    fn variables(&mut self, node: &'n Node) {
        let Kind::Map(entries, _) = &node.kind else { return };
        for (key, value) in entries {
            if let (Some(key), Kind::Scalar(..)) = (key.scalar(), &value.kind) {
                self.parts.bien.push((key, value));
            }
        }
        self.words(node);
    }

    fn person(&mut self, node: &Node, agency: Option<&Located<String>>, signer: bool) {
        let ai = node.entry("ai").and_then(located).or_else(|| located(node));
        let key = |ai: &Located<String>| ai.value.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_');
        self.parts.nguoi.extend(ai.filter(key).map(|ai| Named { ai, co_quan: agency.cloned(), signer }));
    }

    /// All words below a node.
    fn words(&mut self, node: &'n Node) {
        match &node.kind {
            Kind::Scalar(..) if node.is_empty() => {}
            Kind::Scalar(..) => self.parts.texts.push(node),
            Kind::Seq(items) => items.iter().for_each(|item| self.words(item)),
            Kind::Map(entries, _) => entries.iter().for_each(|(_, value)| self.words(value)),
        }
    }
}

/// A scalar that is no empty one, as text with its place.
fn located(node: &Node) -> Option<Located<String>> {
    let text = node.scalar().map(str::trim).filter(|_| !node.is_empty())?;
    Some(Located::new(text.to_owned(), node.place.clone()))
}
