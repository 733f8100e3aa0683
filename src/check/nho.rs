//! What has been looked at: a paragraph that the rows of a mail merge share is checked once.

use crate::diag::{Diagnostic, FileId};
use crate::model::Doan;
use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::sync::{Arc, Mutex, PoisonError};

/// More paragraphs than this are not remembered: they are rows' own, each seen once.
const MAX: usize = 20_000;

type Key = (FileId, usize, usize, u64);

/// Findings by paragraph, for one campaign.
#[derive(Debug, Default)]
pub struct Nho {
    found: Mutex<HashMap<Key, Arc<[Diagnostic]>>>,
}

impl Nho {
    /// The findings of a paragraph, looked for if it is new.
    pub fn of(&self, doan: &Doan, look: impl FnOnce() -> Vec<Diagnostic>) -> Arc<[Diagnostic]> {
        let mut hasher = DefaultHasher::new();
        (doan.o, doan.tieu_de, &doan.so, &doan.chu.text).hash(&mut hasher);
        let key = (doan.place.file, doan.place.span.start, doan.place.span.end, hasher.finish());
        let known = |of: &HashMap<Key, Arc<[Diagnostic]>>| of.get(&key).map(Arc::clone);
        if let Some(found) = known(&self.found.lock().unwrap_or_else(PoisonError::into_inner)) {
            return found;
        }
        let found: Arc<[Diagnostic]> = look().into();
        let mut all = self.found.lock().unwrap_or_else(PoisonError::into_inner);
        if all.len() < MAX {
            all.insert(key, Arc::clone(&found));
        }
        found
    }
}
