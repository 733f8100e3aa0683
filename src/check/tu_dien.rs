//! The word lists of all rules as one tree of phrases, walked once a paragraph. The longest phrase wins, and nothing is
//! looked for inside it: "Ủy ban nhân dân" keeps "nhân dân" from being found.

mod gan_dung;

use super::soi::Soi;
use crate::diag::Code;
use crate::model::ban_thao::chu::{hoa_dau, hoa_het, thanh_cu};
use crate::model::van_ban::capitalise;
use crate::model::{BangTu, Chu, Doan};
use gan_dung::GanDung;
use std::collections::HashMap;

/// What is known of a phrase.
#[derive(Debug)]
enum Muc {
    /// Its right writings; other capitals are wrong.
    Chuan(&'static Code, Vec<String>),
    /// It is wrong; what is right.
    Sai(&'static Code, String),
    /// Nothing is looked for in it.
    Tru,
}

/// A node of the tree.
#[derive(Debug, Default)]
struct Nut {
    /// The next piece and its node, by piece.
    con: Vec<(u32, u32)>,
    /// The phrase that ends here.
    muc: Option<u32>,
}

/// All word lists.
#[derive(Debug, Default)]
pub struct TuDien {
    pieces: HashMap<Box<str>, u32>,
    nut: Vec<Nut>,
    muc: Vec<Muc>,
    gan_dung: GanDung,
    biet: HashMap<&'static str, Vec<String>>,
}

impl TuDien {
    /// Builds the tree. A list of a rule that is not there is left out; its name is returned.
    pub fn new(tables: &[BangTu], code: impl Fn(&str) -> Option<&'static Code>) -> (TuDien, Vec<String>) {
        let mut all = TuDien { nut: vec![Nut::default()], ..TuDien::default() };
        let mut unknown = Vec::new();
        for table in tables {
            let Some(code) = code(&table.quy_tac) else {
                unknown.push(table.quy_tac.clone());
                continue;
            };
            table.chuan.iter().for_each(|phrase| all.add_right(code, phrase));
            table.sai.iter().for_each(|(wrong, right)| all.add(wrong, Muc::Sai(code, right.clone())));
            table.gan_dung.iter().for_each(|phrase| all.gan_dung.add(code, phrase));
            all.biet.entry(code.name).or_default().extend(table.biet.iter().cloned());
        }
        // Last, so that what a rule looks for is never lost to another's exception.
        for table in tables {
            table.tru.iter().for_each(|phrase| all.add(phrase, Muc::Tru));
        }
        (all, unknown)
    }

    /// The words that a rule knows (`biet`).
    pub fn biet(&self, code: &Code) -> &[String] {
        self.biet.get(code.name).map(Vec::as_slice).unwrap_or_default()
    }

    fn add_right(&mut self, code: &'static Code, phrase: &str) {
        let end = self.end_of(phrase);
        let known = self.nut[end].muc.and_then(|muc| self.muc.get_mut(muc as usize));
        match known {
            Some(Muc::Chuan(_, forms)) => forms.push(phrase.to_owned()),
            Some(_) => {}
            None => self.set(end, Muc::Chuan(code, vec![phrase.to_owned()])),
        }
    }

    fn add(&mut self, phrase: &str, muc: Muc) {
        let end = self.end_of(phrase);
        if self.nut[end].muc.is_none() {
            self.set(end, muc);
        }
    }

    fn set(&mut self, node: usize, muc: Muc) {
        self.nut[node].muc = u32::try_from(self.muc.len()).ok();
        self.muc.push(muc);
    }

    /// The node of a phrase, made if it is new.
    fn end_of(&mut self, phrase: &str) -> usize {
        let chu = Chu::new(phrase);
        let mut node = 0;
        for n in 0..chu.tu.len() {
            let piece = thanh_cu(chu.nho(n));
            let next_id = u32::try_from(self.pieces.len()).unwrap_or(u32::MAX);
            let id = match self.pieces.get(piece.as_ref()) {
                Some(id) => *id,
                None => {
                    self.pieces.insert(piece.into(), next_id);
                    next_id
                }
            };
            node = match self.nut[node].con.binary_search_by_key(&id, |(piece, _)| *piece) {
                Ok(at) => self.nut[node].con[at].1 as usize,
                Err(at) => {
                    let new = self.nut.len();
                    self.nut.push(Nut::default());
                    self.nut[node].con.insert(at, (id, u32::try_from(new).unwrap_or(u32::MAX)));
                    new
                }
            };
        }
        node
    }

    /// The longest phrase from each place on, left to right, none inside another: (first piece, last piece, phrase).
    fn tra(&self, chu: &Chu) -> Vec<(usize, usize, &Muc)> {
        let ids: Vec<Option<u32>> =
            (0..chu.tu.len()).map(|n| self.pieces.get(thanh_cu(chu.nho(n)).as_ref()).copied()).collect();
        let mut found = Vec::new();
        let mut at = 0;
        while at < ids.len() {
            let mut node = 0;
            let mut longest = None;
            for (n, id) in ids.iter().enumerate().skip(at) {
                let next = id.and_then(|id| {
                    let con = &self.nut.get(node)?.con;
                    con.binary_search_by_key(&id, |(piece, _)| *piece).ok().and_then(|i| con.get(i))
                });
                let Some((_, next)) = next else { break };
                node = *next as usize;
                if let Some(muc) = self.nut.get(node).and_then(|nut| nut.muc) {
                    longest = self.muc.get(muc as usize).map(|muc| (n, muc));
                }
            }
            match longest {
                Some((last, muc)) => {
                    found.push((at, last, muc));
                    at = last + 1;
                }
                None => at += 1,
            }
        }
        found
    }
}

/// Looks for the phrases of every list in a paragraph.
pub fn soi(doan: &Doan, soi: &mut Soi<'_>) {
    let tu_dien = &soi.ctx.kho.tu_dien;
    let chu = &doan.chu;
    for (first, last, muc) in tu_dien.tra(chu) {
        let range = chu.khoang(first, last);
        let Some(words) = chu.text.get(range.clone()) else { continue };
        // Capitals throughout are a heading's, or shout; their writing is not the question.
        let heading = hoa_het(words) && words.chars().filter(|c| c.is_alphabetic()).count() > 1;
        match muc {
            Muc::Tru => {}
            Muc::Chuan(code, forms) => {
                let begins = chu.dau_cau(first);
                if forms.iter().any(|form| same_capitals(chu, first, form, begins)) || (heading && chu.in_hoa()) {
                    continue;
                }
                let [form] = forms.as_slice() else {
                    let forms = forms.iter().map(|form| format!("“{form}”")).collect::<Vec<_>>().join(" hoặc ");
                    soi.bao(code, doan, range, format!("“{words}” viết là {forms}"));
                    continue;
                };
                let right = if begins { capitalise(form) } else { form.clone() };
                soi.sua(code, doan, range, format!("“{words}” viết là “{right}”"), right);
            }
            Muc::Sai(code, right) => {
                let right = match heading {
                    true => right.to_uppercase(),
                    false if hoa_dau(words) => capitalise(right),
                    false => right.clone(),
                };
                soi.sua(code, doan, range, format!("“{words}” viết là “{right}”"), right);
            }
        }
    }
    tu_dien.gan_dung.soi(doan, soi);
}

/// Whether the pieces from `first` on have the capitals of a right writing; at the beginning of a sentence the first letter
/// may be a capital as well.
fn same_capitals(chu: &Chu, first: usize, form: &str, begins: bool) -> bool {
    let form = Chu::new(form);
    (0..form.tu.len()).all(|n| {
        let (written, right) = (chu.viet(first + n), form.viet(n));
        let as_written =
            hoa_dau(written) == hoa_dau(right) && (hoa_het(written) == hoa_het(right) || right.chars().count() == 1);
        as_written || (n == 0 && begins && hoa_dau(written) && !hoa_het(written))
    })
}
