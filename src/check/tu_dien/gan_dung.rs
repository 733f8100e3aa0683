//! Set phrases with one syllable gone wrong: "triển hình tiên tiến" for "điển hình tiên tiến".

use crate::check::soi::Soi;
use crate::diag::Code;
use crate::model::ban_thao::chu::thanh_cu;
use crate::model::{Chu, Doan};
use std::collections::HashMap;

/// The phrases, found by any two neighbouring syllables of theirs.
#[derive(Debug, Default)]
pub struct GanDung {
    phrases: Vec<(&'static Code, Vec<String>)>,
    pairs: HashMap<(String, String), Vec<(usize, usize)>>,
}

impl GanDung {
    /// Adds a phrase.
    pub fn add(&mut self, code: &'static Code, phrase: &str) {
        let chu = Chu::new(phrase);
        let pieces: Vec<String> = (0..chu.tu.len()).map(|n| thanh_cu(chu.nho(n)).into_owned()).collect();
        for (at, pair) in pieces.windows(2).enumerate() {
            if let [a, b] = pair {
                self.pairs.entry((a.clone(), b.clone())).or_default().push((self.phrases.len(), at));
            }
        }
        self.phrases.push((code, pieces));
    }

    /// Looks for phrases that are nearly there.
    pub fn soi(&self, _doan: &Doan, _soi: &mut Soi<'_>) {}
}
