//! The words that rules know, for them to use as they like (`biet`).

use crate::diag::Code;
use crate::model::BangTu;
use crate::model::ban_thao::bam::{Bam, bam};
use std::collections::HashMap;
use std::hash::BuildHasherDefault;
use std::ops::Range;

/// No further entry.
const HET: u32 = u32::MAX;

/// All entries, found by their rule, and by the first word of each of their phrases. There are thousands, read at every
/// start: they are moved here and not copied, and entries of one first word are a chain.
#[derive(Debug, Default)]
pub struct Biet {
    all: Vec<String>,
    /// The entries of a rule.
    cua: Vec<(&'static Code, Range<usize>)>,
    /// The chain of a word.
    dau: HashMap<u64, u32, BuildHasherDefault<Bam>>,
    /// An entry of a chain, and the next link.
    noi: Vec<(u32, u32)>,
}

impl Biet {
    /// Takes the entries of lists that have a rule.
    pub fn new(mut tables: Vec<BangTu>, code: impl Fn(&str) -> Option<&'static Code>) -> Biet {
        let mut biet = Biet::default();
        // Lists of one rule one behind the other, so that its entries are.
        tables.sort_by(|a, b| a.quy_tac.cmp(&b.quy_tac));
        for table in tables.into_iter().filter(|table| !table.biet.is_empty()) {
            let Some(code) = code(&table.quy_tac) else { continue };
            let first = biet.all.len();
            biet.all.extend(table.biet);
            match biet.cua.last_mut().filter(|(of, _)| of.name == code.name) {
                Some((_, range)) => range.end = biet.all.len(),
                None => biet.cua.push((code, first..biet.all.len())),
            }
        }
        biet.dau.reserve(biet.all.len());
        biet.noi.reserve(biet.all.len());
        // From the last to the first, so that a chain has the order of its list.
        for (code, range) in biet.cua.iter().rev() {
            for at in range.clone().rev() {
                let Some(entry) = biet.all.get(at) else { continue };
                let phrases = entry.split_once('|').map_or(entry.as_str(), |(_, phrases)| phrases);
                for phrase in phrases.split('=') {
                    let word = phrase.trim_start_matches(|c: char| !c.is_alphabetic()).split(' ').next();
                    let link = u32::try_from(biet.noi.len()).unwrap_or(HET);
                    let entry = u32::try_from(at).unwrap_or(HET);
                    let next = biet.dau.entry(khoa(code, bam(word.unwrap_or_default()))).or_insert(HET);
                    // Two phrases of an entry may begin alike.
                    let known = biet.noi.get(*next as usize).is_some_and(|(known, _)| *known == entry);
                    if !known {
                        biet.noi.push((entry, *next));
                        *next = link;
                    }
                }
            }
        }
        biet
    }

    /// The entries of a rule.
    pub fn cua(&self, code: &Code) -> &[String] {
        let range = self.cua.iter().find(|(of, _)| of.name == code.name).map(|(_, range)| range.clone());
        range.and_then(|range| self.all.get(range)).unwrap_or_default()
    }

    /// Those of them that begin with a word, by its number.
    pub fn dau(&self, code: &Code, word: u64) -> impl Iterator<Item = &str> + Clone {
        let first = self.dau.get(&khoa(code, word)).and_then(|link| self.noi.get(*link as usize));
        let links = std::iter::successors(first, |(_, next)| self.noi.get(*next as usize));
        links.filter_map(|(entry, _)| self.all.get(*entry as usize)).map(String::as_str)
    }

    /// Whether any of them begins with a word.
    pub fn co(&self, code: &Code, word: u64) -> bool {
        self.dau.contains_key(&khoa(code, word))
    }
}

/// A word of one rule's list.
fn khoa(code: &Code, word: u64) -> u64 {
    std::ptr::from_ref(code).addr() as u64 ^ word
}
