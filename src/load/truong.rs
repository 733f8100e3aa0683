//! Keys whose meaning only templates know, decoded by the shape that `data/tu_khoa.yaml` gives them.

use super::decode::{Decoder, Needed, Object};
use super::yaml::Kind;
use crate::diag::{Located, Place};
use crate::model::tu_khoa::{Khoa, Kieu};
use crate::model::{CacTruong, Truong};

impl<'a> Decoder<'a> {
    /// The keys of an object that are marked `truong`. Those that are not written are there too, empty, so that a template
    /// can ask for them.
    pub fn fields(&mut self, object: &Object<'_, '_>, owner: &Place) -> CacTruong {
        self.values(object, "van_ban", owner, &|khoa| khoa.truong)
    }

    fn values(
        &mut self,
        object: &Object<'_, '_>,
        name: &str,
        owner: &Place,
        wanted: &dyn Fn(&Khoa) -> bool,
    ) -> CacTruong {
        let Some(doi_tuong) = self.tu_khoa.0.get(name) else { return CacTruong::new() };
        let keys = doi_tuong.khoa.iter().filter(|(_, khoa)| wanted(khoa));
        keys.map(|(key, khoa)| (key.clone(), self.value(object, key, khoa, owner))).collect()
    }

    fn value(&mut self, object: &Object<'_, '_>, key: &str, khoa: &Khoa, owner: &Place) -> Truong {
        let nothing = || Located::new(String::new(), owner.clone());
        match khoa.kieu {
            Kieu::DanhSach => Truong::DanhSach(self.list_of(object, key)),
            Kieu::CacMuc => {
                let name = khoa.doi_tuong.as_deref().unwrap_or_default();
                let objects = self.objects_of(object, key, &|_, khoa| khoa.bat_buoc);
                let records = objects.iter().map(|(object, place)| self.values(object, name, place, &|_| true));
                Truong::CacBanGhi(records.collect())
            }
            Kieu::Nguoi => Truong::Nguoi(self.person(object, key, owner)),
            // A value that is none of the choices is not there: nothing may be told from it.
            _ if !khoa.chon.is_empty() => Truong::Chu(self.text_of(object, key).unwrap_or_else(nothing)),
            _ => Truong::Chu(self.text_or_rest(object, key).unwrap_or_else(nothing)),
        }
    }

    /// A person: an object, or one text that is a key of the agency's or a name.
    fn person(&mut self, object: &Object<'_, '_>, key: &str, owner: &Place) -> CacTruong {
        const OBJECT: &str = "nguoi_ghi";
        let Some(node) = object.get(key) else { return CacTruong::new() };
        if matches!(node.kind, Kind::Map(..)) && !self.files.slice(&node.place).starts_with("{{") {
            let object = self.object(node, OBJECT, &node.place);
            return object.map(|o| self.values(&o, OBJECT, owner, &|_| true)).unwrap_or_default();
        }
        let name = self.text_of(object, key).map(|text| ("ho_ten".to_owned(), Truong::Chu(text)));
        name.into_iter().collect()
    }

    /// The objects of a key that takes a list of them, or one, each with the place of its first line.
    pub fn objects_of<'n>(
        &mut self,
        object: &Object<'n, '_>,
        key: &str,
        needed: Needed<'_>,
    ) -> Vec<(Object<'n, 'a>, Place)> {
        let Some((node, _)) = object.known(key) else { return Vec::new() };
        let Some(name) = object.doi_tuong(key) else { return Vec::new() };
        let single = std::slice::from_ref(node);
        let items = if let Kind::Seq(items) = &node.kind { items.as_slice() } else { single };
        let mut out = Vec::new();
        for item in items {
            let first_line = self.files.slice(&item.place).lines().next().unwrap_or_default().trim_end().len();
            let place = item.place.part(0..first_line);
            out.extend(self.object_needing(item, name, &place, needed).map(|object| (object, place)));
        }
        out
    }

    /// Whether a key that has a choice of values has this one.
    pub fn is(&mut self, object: &Object<'_, '_>, key: &str, value: &str) -> bool {
        self.text_of(object, key).is_some_and(|text| text.value == value)
    }
}
