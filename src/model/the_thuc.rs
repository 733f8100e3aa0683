//! The numbers of Phụ lục I as rules read them, from `data/the_thuc.yaml`, their only place.

use serde::Deserialize;
use serde_json::{Map, Value};

/// Every size, margin and gap, by its path in the file: `le_trai`, `co_dau.quoc_hieu`.
#[derive(Debug, Clone, Deserialize)]
#[serde(transparent)]
pub struct TheThuc(Map<String, Value>);

impl TheThuc {
    fn at(&self, path: &str) -> Option<&Map<String, Value>> {
        let mut parts = path.split('.');
        let first = self.0.get(parts.next()?)?;
        parts.try_fold(first, |value, part| value.get(part))?.as_object()
    }

    /// The number that the program uses, in the unit the file says.
    pub fn so(&self, path: &str) -> Option<f64> {
        self.at(path)?.get("gia_tri")?.as_f64()
    }

    /// The words that are printed.
    pub fn chu(&self, path: &str) -> Option<&str> {
        self.at(path)?.get("gia_tri")?.as_str()
    }

    /// The least and the most that the decree allows; the number itself where it fixes one. An open end is infinite.
    pub fn khoang(&self, path: &str) -> Option<(f64, f64)> {
        let entry = self.at(path)?;
        let number = |key: &str| entry.get(key).and_then(Value::as_f64);
        let fixed = number("gia_tri");
        match (number("tu"), number("den")) {
            (None, None) => fixed.map(|n| (n, n)),
            (from, to) => Some((from.unwrap_or(f64::NEG_INFINITY), to.unwrap_or(f64::INFINITY))),
        }
    }

    /// The numbers to choose from, where the decree names several.
    pub fn chon(&self, path: &str) -> Vec<f64> {
        let listed = self.at(path).and_then(|entry| entry.get("chon")?.as_array());
        listed.into_iter().flatten().filter_map(Value::as_f64).collect()
    }

    /// The clause behind a number.
    pub fn dieu_khoan(&self, path: &str) -> Option<&str> {
        self.at(path)?.get("dieu_khoan")?.as_str()
    }
}
