//! The word lists of all rules as one tree of phrases, walked once a paragraph. The longest phrase wins, and nothing is
//! looked for inside it: "Ủy ban nhân dân" keeps "nhân dân" from being found.
//!
//! What stands in brackets at either end of a phrase must be there and is not judged: "(của) Nhà nước" finds "nhà nước"
//! behind "của" only.

mod biet;
mod cum;
mod gan_dung;

use super::chinh_ta::TenPhongTrao;
use super::soi::Soi;
use crate::diag::Code;
use crate::model::ban_thao::bam::Bam;
use crate::model::ban_thao::chu::{hoa_dau, hoa_het};
use crate::model::van_ban::capitalise;
use crate::model::{BangTu, Chu, Doan};
use biet::Biet;
use cum::{Dang, cach_viet, tach};
use gan_dung::GanDung;
use std::collections::HashMap;
use std::hash::BuildHasherDefault;
use std::sync::OnceLock;

/// What is known of a phrase.
#[derive(Debug)]
enum Muc {
    /// Its right writings; other capitals are wrong.
    Chuan(&'static Code, Vec<Dang>),
    /// It is wrong; what is right.
    Sai(&'static Code, String),
    /// Nothing is looked for in it.
    Tru,
}

/// A phrase with what must stand around it.
#[derive(Debug)]
struct Cum {
    muc: Muc,
    /// The pieces that must stand before it.
    truoc: Box<[u32]>,
    /// How many of its last pieces must be there and are not judged.
    sau: usize,
}

/// A node of the tree.
#[derive(Debug, Default)]
struct Nut {
    /// The next piece and its node, by piece.
    con: Vec<(u32, u32)>,
    /// The phrases that end here; those that ask most of what stands before come first.
    cum: Vec<u32>,
}

/// A phrase found: first and last piece that are judged, and what is known of it.
struct Thay<'a>(usize, usize, &'a Muc);

/// The pieces that phrases are made of, by their numbers.
type Bang = HashMap<u64, u32, BuildHasherDefault<Bam>>;

/// What no phrase has.
const LA: u32 = u32::MAX;

/// All word lists.
#[derive(Debug, Default)]
pub struct TuDien {
    pieces: Bang,
    /// The node of a phrase's first piece, by piece; 0 for none.
    goc: Vec<u32>,
    nut: Vec<Nut>,
    cum: Vec<Cum>,
    gan_dung: GanDung,
    biet: Biet,
    /// Names of movements, made ready when the first is met.
    pub(super) phong_trao: OnceLock<TenPhongTrao>,
}

impl TuDien {
    /// Builds the tree. A list of a rule that is not there is left out; its name is returned.
    pub fn new(tables: Vec<BangTu>, code: impl Fn(&str) -> Option<&'static Code>) -> (TuDien, Vec<String>) {
        let mut all = TuDien { nut: vec![Nut::default()], ..TuDien::default() };
        // About what the shipped lists need: growing step by step would copy it all several times.
        all.nut.reserve(16_000);
        all.cum.reserve(8_000);
        all.pieces.reserve(8_000);
        // One text after another is cut into the same memory: there are thousands.
        let mut chu = Chu::default();
        let mut unknown = Vec::new();
        for table in &tables {
            let Some(code) = code(&table.quy_tac) else {
                unknown.push(table.quy_tac.clone());
                continue;
            };
            for phrase in &table.chuan {
                all.add(&mut chu, phrase, |core| Muc::Chuan(code, vec![Dang::new(core)]));
            }
            table.sai.iter().for_each(|(wrong, right)| all.add(&mut chu, wrong, |_| Muc::Sai(code, right.clone())));
            for phrase in &table.gan_dung {
                let ids = all.ids(&mut chu, phrase);
                all.gan_dung.add(code, &chu, ids);
            }
        }
        // Last, so that what a rule looks for is never lost to another's exception.
        for table in &tables {
            table.tru.iter().for_each(|phrase| all.add(&mut chu, phrase, |_| Muc::Tru));
        }
        all.biet = Biet::new(tables, code);
        (all, unknown)
    }

    /// The words that a rule knows (`biet`).
    pub fn biet(&self, code: &Code) -> &[String] {
        self.biet.cua(code)
    }

    /// Those of them that begin with a word, by its number. An entry may name several phrases parted by "=", and what must
    /// stand before them in front of a "|".
    pub fn biet_dau(&self, code: &Code, word: u64) -> impl Iterator<Item = &str> + Clone {
        self.biet.dau(code, word)
    }

    /// Whether any of them begins with a word.
    pub fn co_biet(&self, code: &Code, word: u64) -> bool {
        self.biet.co(code, word)
    }

    /// Whether a piece stands in a phrase that a list judges as a whole.
    pub(super) fn xet_roi(&self, chu: &Chu, n: usize) -> bool {
        self.da_xet(chu).iter().any(|(first, last)| (*first..=*last).contains(&n))
    }

    /// Adds a phrase; `chu` is room to cut it in, and holds the words that are judged when `muc` is asked for.
    fn add(&mut self, chu: &mut Chu, phrase: &str, muc: impl FnOnce(&Chu) -> Muc) {
        let (before, core, behind) = tach(phrase);
        let truoc = self.ids(chu, before);
        let (mut node, mut n) = (0, 0);
        chu.viet_lai(core);
        if chu.tu.is_empty() {
            return;
        }
        self.walk(chu, &mut node, &mut n);
        let muc = muc(chu);
        let core = n;
        if !behind.is_empty() {
            chu.viet_lai(behind);
            self.walk(chu, &mut node, &mut n);
        }
        let sau = n - core;
        let same = self.nut[node].cum.iter().find(|cum| {
            let cum = &self.cum[**cum as usize];
            cum.truoc == truoc && cum.sau == sau
        });
        match (same.map(|cum| &mut self.cum[*cum as usize].muc), muc) {
            (Some(Muc::Chuan(_, forms)), Muc::Chuan(_, more)) => forms.extend(more),
            (Some(_), _) => {}
            (None, muc) => {
                let id = u32::try_from(self.cum.len()).unwrap_or(u32::MAX);
                let asks = truoc.len();
                self.cum.push(Cum { muc, truoc, sau });
                let at = self.nut[node].cum.partition_point(|cum| self.cum[*cum as usize].truoc.len() >= asks);
                self.nut[node].cum.insert(at, id);
            }
        }
    }

    /// The pieces of a phrase by number, new ones made known.
    fn ids(&mut self, chu: &mut Chu, phrase: &str) -> Box<[u32]> {
        if phrase.is_empty() {
            return Box::default();
        }
        chu.viet_lai(phrase);
        chu.tu.iter().map(|tu| self.id(tu.bam)).collect()
    }

    /// The number of a piece among the lists', made if it is new.
    fn id(&mut self, bam: u64) -> u32 {
        let next = u32::try_from(self.pieces.len()).unwrap_or(LA);
        *self.pieces.entry(bam).or_insert(next)
    }

    /// Goes on in the tree by the pieces of a text.
    fn walk(&mut self, chu: &Chu, node: &mut usize, n: &mut usize) {
        for tu in &chu.tu {
            let id = self.id(tu.bam);
            *node = self.next_or_new(*node, *n, id);
            *n += 1;
        }
    }

    fn next_or_new(&mut self, node: usize, n: usize, id: u32) -> usize {
        let new = self.nut.len();
        let new_id = u32::try_from(new).unwrap_or(u32::MAX);
        if n == 0 {
            let id = id as usize;
            if self.goc.len() <= id {
                self.goc.resize(id + 1, 0);
            }
            if self.goc[id] == 0 {
                self.goc[id] = new_id;
                self.nut.push(Nut::default());
            }
            return self.goc[id] as usize;
        }
        match self.nut[node].con.binary_search_by_key(&id, |(piece, _)| *piece) {
            Ok(at) => self.nut[node].con[at].1 as usize,
            Err(at) => {
                self.nut[node].con.insert(at, (id, new_id));
                self.nut.push(Nut::default());
                new
            }
        }
    }

    fn next(&self, node: usize, id: u32) -> Option<usize> {
        let con = &self.nut.get(node)?.con;
        let at = con.binary_search_by_key(&id, |(piece, _)| *piece).ok()?;
        con.get(at).map(|(_, node)| *node as usize)
    }

    /// The pieces of a paragraph by number; [`LA`] where no phrase has them.
    fn so(&self, chu: &Chu) -> Vec<u32> {
        chu.tu.iter().map(|tu| self.pieces.get(&tu.bam).copied().unwrap_or(LA)).collect()
    }

    /// The longest phrase from each place on, left to right, none inside another.
    fn tra(&self, ids: &[u32]) -> Vec<Thay<'_>> {
        let mut found = Vec::new();
        let mut at = 0;
        while let Some(id) = ids.get(at) {
            let first = self.goc.get(*id as usize).copied().unwrap_or_default();
            match (first != 0).then(|| self.longest(ids, at, first as usize)).flatten() {
                Some((last, muc)) => {
                    found.push(Thay(at, last, muc));
                    at = last + 1;
                }
                None => at += 1,
            }
        }
        found
    }

    /// The longest phrase from a piece on: its last piece that is judged.
    fn longest(&self, ids: &[u32], at: usize, first: usize) -> Option<(usize, &Muc)> {
        let before = ids.get(..at)?;
        let (mut node, mut n, mut longest) = (first, at, None);
        loop {
            let here = self.nut.get(node)?.cum.iter().filter_map(|cum| self.cum.get(*cum as usize));
            if let Some(cum) = here.into_iter().find(|cum| before.ends_with(&cum.truoc)) {
                longest = Some((n - cum.sau, &cum.muc));
            }
            n += 1;
            match ids.get(n).and_then(|id| self.next(node, *id)) {
                Some(next) => node = next,
                None => return longest,
            }
        }
    }

    /// The pieces of a paragraph whose capitals a list has settled, first to last. Where several writings are right, a
    /// document may still mix them.
    pub(super) fn da_xet(&self, chu: &Chu) -> Vec<(usize, usize)> {
        let settled = |muc: &Muc, first: usize| match muc {
            Muc::Chuan(_, forms) => forms.len() == 1 || !forms.iter().any(|form| form.khop(chu, first, true)),
            Muc::Sai(..) => true,
            Muc::Tru => false,
        };
        let found = self.tra(&self.so(chu)).into_iter().filter(|Thay(first, _, muc)| settled(muc, *first));
        found.map(|Thay(first, last, _)| (first, last)).collect()
    }
}

/// Looks for the phrases of every list in a paragraph.
pub fn soi(doan: &Doan, soi: &mut Soi<'_>) {
    let tu_dien = &soi.ctx.kho.tu_dien;
    let chu = &doan.chu;
    let mut told = Vec::new();
    let ids = tu_dien.so(chu);
    for Thay(first, last, muc) in tu_dien.tra(&ids) {
        let range = chu.khoang(first, last);
        let Some(words) = chu.text.get(range.clone()) else { continue };
        match muc {
            Muc::Tru => {}
            Muc::Chuan(code, forms) => {
                let begins = chu.dau_cau(first);
                if forms.iter().any(|form| form.khop(chu, first, begins)) || shouted(chu, first, last, words) {
                    continue;
                }
                let right = |form: &Dang| cach_viet(chu, first, form, begins);
                let [form] = forms.as_slice() else {
                    // Two are enough to choose from; the list gives the best first.
                    let shown: Vec<_> = forms.iter().take(2).map(|form| format!("“{}”", right(form))).collect();
                    let forms = shown.join(" hoặc ");
                    soi.bao(code, doan, range, format!("“{words}” viết là {forms}"));
                    continue;
                };
                let right = right(form);
                soi.sua(code, doan, range, format!("“{words}” viết là “{right}”"), right);
            }
            Muc::Sai(code, right) => {
                told.push((first, last));
                if ten_rieng(chu, first, last, words, right) {
                    continue;
                }
                let right = match hoa_het(words) && words.chars().filter(|c| c.is_alphabetic()).count() > 1 {
                    true => right.to_uppercase(),
                    false if hoa_dau(words) => capitalise(right),
                    false => right.clone(),
                };
                soi.sua(code, doan, range, format!("“{words}” viết là “{right}”"), right);
            }
        }
    }
    tu_dien.gan_dung.soi(doan, &ids, &told, soi);
}

/// Whether a name begins inside the words: "hợp tác Đông Á", "đọc kỹ Luật Đất đai", "ông Nguyễn Quang Tâm" hold no slip for
/// "tác động", "kỷ luật", "quan tâm". Only for words spelt wrong, not for a phrase that wants its comma.
fn ten_rieng(chu: &Chu, first: usize, last: usize, words: &str, right: &str) -> bool {
    let spelling = right.split(' ').count() == last - first + 1 && !right.contains([',', '-']);
    spelling && !hoa_het(words) && !right.contains(char::is_uppercase) && (first + 1..=last).any(|n| chu.hoa_dau(n))
}

/// Capitals throughout are a heading's, or shout; their writing is not the question.
fn shouted(chu: &Chu, first: usize, last: usize, words: &str) -> bool {
    hoa_het(words) && (last > first || (words.chars().count() > 1 && chu.in_hoa()))
}

#[cfg(test)]
mod tests;
