//! Word lists of rules, one file of `data/kiem_tra/` each: more words need no Rust.

use indexmap::IndexMap;
use serde::Deserialize;

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
    pub sai: IndexMap<String, String>,
    /// Longer phrases within which nothing is looked for.
    pub tru: Vec<String>,
    /// Set phrases of four syllables and more: one wrong syllable in them is found.
    pub gan_dung: Vec<String>,
    /// Words that a rule knows, for it to use as it likes.
    pub biet: Vec<String>,
}
