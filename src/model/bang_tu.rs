//! Word lists of rules, one file of `data/kiem_tra/` each: more words need no Rust.

use serde::Deserialize;
use serde::de::{Deserializer, MapAccess, Visitor};
use std::fmt;

/// A list that a rule reads.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct BangTu {
    /// Name of the rule, `viet-hoa-nha-nuoc`.
    pub quy_tac: String,
    /// Where the words come from.
    pub nguon: String,
    /// Phrases in their right writing: the same words with other capitals are found. Several writings of the same words
    /// are all right.
    pub chuan: Vec<String>,
    /// Wrong phrases and the right ones, in lower case where case does not matter.
    #[serde(deserialize_with = "cap")]
    pub sai: Vec<(String, String)>,
    /// Longer phrases within which nothing is looked for.
    pub tru: Vec<String>,
    /// Set phrases of four syllables and more: one wrong syllable in them is found.
    pub gan_dung: Vec<String>,
    /// Words that a rule knows, for it to use as it likes.
    pub biet: Vec<String>,
}

/// The pairs of a mapping in their order: nobody looks for one by its key, so no table of keys is made.
fn cap<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<(String, String)>, D::Error> {
    struct Cap;

    impl<'de> Visitor<'de> for Cap {
        type Value = Vec<(String, String)>;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("a mapping of wrong phrases to right ones")
        }

        fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
            let mut all = Vec::with_capacity(map.size_hint().unwrap_or_default());
            while let Some(pair) = map.next_entry()? {
                all.push(pair);
            }
            Ok(all)
        }
    }

    deserializer.deserialize_map(Cap)
}
